// @ts-check

/**
 * Show the copy buttons where the browser can copy, and say when it is done.
 * @param {ParentNode} root
 * @param {Navigator} navigator
 */
export function offerCopy(root, navigator) {
  if (!navigator.clipboard) return;
  for (const element of root.querySelectorAll("[data-copy]")) {
    const button = /** @type {HTMLElement} */ (element);
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      say(button);
    });
  }
}

/** @param {HTMLElement} button */
function say(button) {
  const status = document.getElementById("said");
  if (status) status.textContent = button.dataset.done ?? "";
  button.classList.add("done");
  const words = button.querySelector("span");
  if (words) words.textContent = button.dataset.done ?? "";
}
