// @ts-check

const MINE = /\bmy=([a-z0-9,-]+)/;

/**
 * Take a person's own list along to other pages of the site, and let them add the place of this page. The list is kept in
 * the fragment of the address and nowhere else.
 * @param {Document} page
 * @param {Window} window
 */
export function carryList(page, { location, history }) {
  let mine = "";
  const read = () => {
    // An anchor within the page says nothing of the list.
    if (!location.hash || location.hash.includes("=")) mine = MINE.exec(location.hash)?.[1] ?? "";
    return mine ? mine.split(",") : [];
  };
  read();
  page.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    read();
    if (mine && link && link.origin === location.origin && link.pathname.endsWith(".html") && !link.hash) link.hash = `my=${mine}`;
  });
  const button = /** @type {HTMLElement | null} */ (page.querySelector("[data-mine]"));
  const list = /** @type {HTMLElement | null} */ (page.querySelector("[data-list]"));
  if (!button || !list) return;
  const { mine: id = "", on, off } = button.dataset;
  const show = () => {
    const has = read().includes(id);
    button.setAttribute("aria-pressed", String(has));
    button.querySelector("span")?.replaceChildren((has ? on : off) ?? "");
    list.hidden = !mine;
  };
  button.addEventListener("click", () => {
    const ids = read();
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    history.replaceState(null, "", next.length ? `#my=${next}` : location.pathname + location.search);
    show();
  });
  button.hidden = false;
  show();
}
