// @ts-check

/**
 * Show the copy buttons where the browser can copy, and say when it is done.
 * @param {Document} page
 * @param {Navigator} navigator
 */
export function offerCopy(page, navigator) {
  if (!navigator.clipboard) return;
  const status = page.getElementById("said");
  for (const element of page.querySelectorAll("[data-copy]")) {
    const button = /** @type {HTMLElement} */ (element);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { copy = "", done = "" } = button.dataset;
      await navigator.clipboard.writeText(copy);
      for (const place of [button.querySelector("span"), status]) {
        if (place) place.textContent = done;
      }
    });
  }
}
