// @ts-check
/** Parts of a page, made one by one: nothing here turns text into HTML. */

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, string | boolean | undefined>} Attributes
 */

/**
 * Make an element. An attribute that is true stands without a value, one that is false or undefined is left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * A button that is no form's.
 * @param {string} label
 * @param {() => void} press
 * @param {Attributes} [attributes]
 */
export function button(label, press, attributes = {}) {
  const element = make("button", { type: "button", class: "btn", ...attributes }, make("span", {}, label));
  element.addEventListener("click", press);
  return element;
}

/**
 * A choice of one: value and words of each.
 * @param {[string, string][]} options
 * @param {string} chosen
 * @param {Attributes} attributes
 * @param {(value: string) => void} change
 */
export function select(options, chosen, attributes, change) {
  const known = options.some(([value]) => value === chosen) ? options : [...options, /** @type {[string, string]} */ ([chosen, chosen])];
  const element = make("select", attributes, ...known.map(([value, words]) => make("option", { value, selected: value === chosen }, words)));
  element.addEventListener("change", () => change(element.value));
  return element;
}

/**
 * A box to tick, with its words.
 * @param {string} words
 * @param {boolean} checked
 * @param {(checked: boolean) => void} change
 * @param {Attributes} [attributes]
 */
export function tick(words, checked, change, attributes = {}) {
  const box = make("input", { type: "checkbox", ...attributes });
  box.checked = checked;
  box.addEventListener("change", () => change(box.checked));
  return make("label", { class: "tick" }, box, make("span", {}, words));
}
