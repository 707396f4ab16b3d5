// @ts-check
/** Words of the site on the device, and text that is safe within HTML. */

/** @typedef {Record<string, string>} Words */

/**
 * Give one text with its places filled in; with `n` the form for one or for many.
 * @param {Words} words
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(words, key, values = {}) {
  const text = words[key] ?? words[`${key}.${values.n === 1 ? "one" : "other"}`] ?? key;
  return text.replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Several names as one text, by the words for "and".
 * @param {Words} words
 * @param {string[]} names
 * @returns {string}
 */
export function join(words, names) {
  return names.reduce((list, last) => (list ? say(words, "find.and", { list, last }) : last), "");
}

/** @type {Record<string, string>} */
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * @param {string | number} text
 * @returns {string}
 */
export function safe(text) {
  return String(text).replace(/[&<>"]/g, (mark) => MARKS[mark]);
}

/**
 * An icon of the page's own sprite.
 * @param {string} name
 */
export function icon(name) {
  return `<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
