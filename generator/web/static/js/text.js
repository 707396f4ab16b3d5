// @ts-check

/** Letters of two parts of a text message: 153 each, or 67 where one letter is outside its small alphabet. */
const PLAIN = 306;
const WIDE = 134;

/**
 * Whether a text fits two parts of a text message.
 * @param {string} text
 */
export function fitsMessage(text) {
  return text.length <= (/^[\n\r -_a-z{-~]*$/.test(text) ? PLAIN : WIDE);
}

/**
 * Let a phone write a text message with what the share button hands over, its last parts left out if it is too long. Of
 * a private place that is the number alone, and a question comes first.
 * @param {ParentNode} root
 * @param {Window} window
 */
export function offerText(root, window) {
  for (const element of root.querySelectorAll("a[data-text]")) {
    const link = /** @type {HTMLAnchorElement} */ (element);
    const { text = "", ask } = link.dataset;
    const parts = text.split(". ");
    while (parts.length > 1 && !fitsMessage(parts.join(". "))) parts.pop();
    link.href = `sms:?&body=${encodeURIComponent(parts.join(". "))}`;
    link.hidden = false;
    link.addEventListener("click", (event) => {
      if (ask && !window.confirm(ask)) event.preventDefault();
    });
  }
}
