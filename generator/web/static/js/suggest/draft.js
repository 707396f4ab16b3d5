// @ts-check
/** What a person has written so far. It lives in this page and nowhere else. */
import { isObject, sorted } from "./schema.js";

/**
 * @typedef {import("./schema.js").Path} Path
 */

export class Draft {
  /**
   * @param {Record<string, any>} data
   * @param {() => void} changed told after each change
   */
  constructor(data, changed) {
    /** @type {Record<string, any>} */
    this.data = structuredClone(data);
    this.changed = changed;
    /** Places that a person has been at, by `sorted` paths. @type {Set<string>} */
    this.touched = new Set();
    /** What fields cannot write yet, in words, by their paths with slashes. @type {Map<string, string>} */
    this.trouble = new Map();
  }

  /** @param {Path} path @returns {any} */
  get(path) {
    return path.reduce((/** @type {any} */ at, part) => at?.[part], this.data);
  }

  /**
   * Put a value at a path; undefined takes it away, and of a list leaves a gap.
   * @param {Path} path
   * @param {any} value
   */
  set(path, value) {
    /** @type {any} */
    let at = this.data;
    path.slice(0, -1).forEach((part, index) => {
      if (!isObject(at[part]) && !Array.isArray(at[part])) at[part] = typeof path[index + 1] === "number" ? [] : {};
      at = at[part];
    });
    const last = path[path.length - 1];
    if (value === undefined && !Array.isArray(at)) delete at[last];
    else at[last] = value === undefined ? null : value;
    this.touched.add(sorted(path));
    this.changed();
  }
}
