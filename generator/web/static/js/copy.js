// @ts-check

/**
 * Show the copy buttons where the browser can copy, and say when it is done. `data-copy` is the text, `data-copy-from` the
 * id of what holds it.
 * @param {Document} page
 * @param {Navigator} navigator
 */
export function offerCopy(page, navigator) {
  if (!navigator.clipboard) return;
  const status = page.getElementById("said");
  for (const element of page.querySelectorAll("[data-copy], [data-copy-from]")) {
    const button = /** @type {HTMLElement} */ (element);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { copy, copyFrom = "", done = "" } = button.dataset;
      await navigator.clipboard.writeText(copy ?? page.getElementById(copyFrom)?.textContent ?? "");
      for (const place of [button.querySelector("span"), status]) {
        if (place) place.textContent = done;
      }
    });
  }
}
