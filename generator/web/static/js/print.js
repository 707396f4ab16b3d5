// @ts-check

/**
 * Show the print buttons: without JavaScript the browser's own menu prints.
 * @param {ParentNode} root
 * @param {Window} window
 */
export function offerPrint(root, window) {
  for (const element of root.querySelectorAll("[data-print]")) {
    const button = /** @type {HTMLElement} */ (element);
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
