// @ts-check
/** What is shown, as plain values, and those values as elements: text stays text, so that no data becomes markup. */

/**
 * An element is a list: its name with classes (`a.btn.call`), its attributes where it has any, and what is inside it. Text
 * is a string. What is empty or false is left out, an attribute with `undefined` or `false` too; `true` is one without a value.
 * @typedef {any[] | string | number | false | undefined} Tree
 */

const SHAPES = new Set(["svg", "use", "path", "circle", "text", "g", "svg:a"]);

/**
 * @param {Tree} tree
 * @returns {Node}
 */
export function draw(tree) {
  if (!Array.isArray(tree)) return document.createTextNode(String(tree));
  const [name, ...inside] = tree;
  const [tag, ...classes] = name.split(".");
  const element = SHAPES.has(tag)
    ? document.createElementNS("http://www.w3.org/2000/svg", tag.replace("svg:", ""))
    : document.createElement(tag);
  if (classes.length) element.setAttribute("class", classes.join(" "));
  for (const part of inside) {
    if (part && typeof part === "object" && !Array.isArray(part)) {
      for (const [key, value] of Object.entries(part)) {
        if (value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : value);
      }
    } else if (part || part === 0) element.append(draw(part));
  }
  return element;
}

/**
 * Put something else into an element.
 * @param {Element} place
 * @param {Tree[]} trees
 */
export function fill(place, ...trees) {
  place.replaceChildren(...trees.filter(Boolean).map(draw));
}

/**
 * An icon of the page's own sprite.
 * @param {string} name
 */
export const icon = (name) => ["svg.i", { "aria-hidden": "true" }, ["use", { href: `#i-${name}` }]];

/**
 * A drawing and its words, as in every button and line.
 * @param {string} name
 * @param {string} text
 */
export const signed = (name, text) => [icon(name), ["span", text]];

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/**
 * @param {string} classes `btn.wide`
 * @param {Record<string, string | number | boolean | undefined>} attributes
 * @param {Tree[]} inside
 * @returns {Tree}
 */
export const button = (classes, attributes, ...inside) => [`button.${classes}`, { type: "button", ...attributes }, ...inside];
