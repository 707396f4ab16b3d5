// @ts-check
/** Words of the site on the device. */

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

/**
 * A text within a sentence: "Dog or cat" begins small, "HIV tests" does not.
 * @param {string} text
 */
export function lower(text) {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
