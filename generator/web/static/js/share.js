// @ts-check

/**
 * Show the share buttons where the phone has a share sheet. The text is made when the site is built; nothing is sent
 * anywhere but to the program that the person chooses.
 * @param {ParentNode} root
 * @param {Navigator} navigator
 */
export function offerShare(root, navigator) {
  if (!navigator.share) return;
  for (const element of root.querySelectorAll("[data-share]")) {
    const button = /** @type {HTMLElement} */ (element);
    button.hidden = false;
    button.addEventListener("click", () => {
      const { share: text = "", title = "", url } = button.dataset;
      navigator.share(url ? { title, text, url } : { title, text }).catch(() => {
        // The person closed the sheet.
      });
    });
  }
}
