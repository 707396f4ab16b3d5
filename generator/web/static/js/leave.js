// @ts-check

/** Shift so many times within so many milliseconds leaves the page, as on other sites that people have to leave fast. */
const TIMES = 3;
const WITHIN = 5000;

/** The name of a tab in which somebody left: its earlier pages do not come back. No other place keeps it. */
const LEFT = "list";

/**
 * Let a person leave at once: the page turns into a shopping list, in the history of the tab too, without asking the
 * network for anything. Where the site names another page, that takes the place of the list; without a signal the list stays.
 * @param {Document} page
 * @param {Window} window
 */
export function offerLeave(page, window) {
  const bar = page.getElementById("leave");
  const link = /** @type {HTMLAnchorElement | null} */ (bar?.querySelector("a[data-leave]"));
  if (!bar || !link) return;
  const target = link.href;
  const leave = () => {
    window.name = LEFT;
    const there = turn(page, window, link.dataset);
    if (window.location.href !== target && (window.navigator.onLine || !there)) window.location.replace(target);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  onShift(page, () => !bar.hidden && leave());
  hideUnseen(page, window, bar);
  comeBack(window, () => (bar.hidden ? window.location.hash.length > 1 : true), leave);
}

/**
 * Turn the page into the list, its address and its tab too. Gives whether the address could change.
 * @param {Document} page
 * @param {Window} window
 * @param {DOMStringMap} said
 * @returns {boolean}
 */
function turn(page, window, { leave = "", title = "", lines = "" }) {
  const heading = page.createElement("h1");
  heading.textContent = title;
  const items = lines.split("|").map((line) => {
    const item = page.createElement("li");
    item.textContent = line;
    return item;
  });
  const list = page.createElement("ul");
  list.append(...items);
  const main = page.createElement("main");
  main.className = "wrap";
  main.append(heading, list);
  page.body.className = "";
  page.body.replaceChildren(main);
  page.title = title;
  page.documentElement.classList.remove("unseen-page");
  for (const icon of page.querySelectorAll("link[rel=icon]")) {
    const link = /** @type {HTMLLinkElement} */ (icon);
    link.href = link.href.replace(/[^/]+$/, "plain.svg");
  }
  try {
    window.history.replaceState(null, "", leave);
    return true;
  } catch {
    // Opened from a folder: there the address cannot change without a visit.
    return false;
  }
}

/**
 * @param {Document} page
 * @param {() => void} act
 */
function onShift(page, act) {
  /** @type {number[]} */
  let pressed = [];
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") pressed = [];
    else if (!event.repeat) pressed = [...pressed.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
    if (pressed.length >= TIMES) act();
  });
}

/**
 * Show nothing of the page in the list of open programs, nor for a blink when a tab comes back to it.
 * @param {Document} page
 * @param {Window} window
 * @param {HTMLElement} bar
 */
function hideUnseen(page, window, bar) {
  /** @param {boolean} unseen */
  const hide = (unseen) => page.documentElement.classList.toggle("unseen-page", unseen && !bar.hidden);
  page.addEventListener("visibilitychange", () => hide(page.hidden));
  window.addEventListener("pagehide", () => hide(true));
  window.addEventListener("pageshow", () => {
    if (window.name !== LEFT) hide(false);
  });
}

/**
 * Leave again where Back leads to a page that was open before somebody left. Whoever comes on purpose may stay.
 * @param {Window} window
 * @param {() => boolean} shows
 * @param {() => void} leave
 */
function comeBack(window, shows, leave) {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (window.performance.getEntriesByType("navigation"));
  window.addEventListener("pageshow", ({ persisted }) => {
    const back = persisted || visit?.type === "back_forward";
    if (window.name !== LEFT) return;
    if (back && shows()) leave();
    else window.name = "";
  });
}
