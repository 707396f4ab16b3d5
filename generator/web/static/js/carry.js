// @ts-check

/**
 * Take a person's own list along to other pages of the site: it is kept in the fragment of the address and nowhere else.
 * @param {Document} page
 * @param {Location} location
 */
export function carryList(page, location) {
  page.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const [mine] = location.hash.match(/\bmy=[a-z0-9,-]+/) ?? [];
    const inside = link && link.origin === location.origin && link.pathname.endsWith(".html");
    if (mine && inside && !link.hash) link.hash = mine;
  });
}
