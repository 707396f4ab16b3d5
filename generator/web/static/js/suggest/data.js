// @ts-check
/** Ways to walk an entry's data, which may have any shape: what is there is given, the rest is left alone. */
import { isObject } from "./schema.js";

/**
 * @typedef {import("./schema.js").Path} Path
 * @typedef {import("./schema.js").Value} Value
 * @typedef {Record<string, Value>} Keys
 */

/**
 * The text at some keys, or an empty text.
 * @param {Value | undefined} value
 * @param {...string} keys
 * @returns {string}
 */
export function textAt(value, ...keys) {
  /** @type {any} */
  let at = value;
  for (const key of keys) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return typeof at === "string" ? at : "";
}

/**
 * The keys below a key, or none.
 * @param {Value | undefined} value
 * @param {string} key
 * @returns {Keys}
 */
export function blockAt(value, key) {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

/**
 * The texts of a list with their paths.
 * @param {Keys} data
 * @param {string} key
 * @returns {[Path, string][]}
 */
export function textsOf(data, key) {
  return itemsOf(data, key).flatMap(([path, item]) => (typeof item === "string" ? [/** @type {[Path, string]} */ ([path, item])] : []));
}

/**
 * The values with keys of a list, with their paths.
 * @param {Keys} data
 * @param {string} key
 * @returns {[Path, Keys][]}
 */
export function blocksOf(data, key) {
  return itemsOf(data, key).flatMap(([path, item]) => (isObject(item) ? [/** @type {[Path, Keys]} */ ([path, item])] : []));
}

/**
 * @param {Keys} data
 * @param {string} key
 * @returns {[Path, Value][]}
 */
function itemsOf(data, key) {
  const list = data[key];
  return Array.isArray(list) ? list.map((item, index) => [[key, index], item]) : [];
}

/**
 * Every text of a value with its path, in order.
 * @param {Value} value
 * @param {Path} [path]
 * @returns {[Path, string][]}
 */
export function leaves(value, path = []) {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

/**
 * The last part of a path that is a name.
 * @param {Path} path
 */
export function nameOf(path) {
  return String([...path].reverse().find((part) => typeof part === "string") ?? "");
}

/** What is never found. */
const NEVER = /(?!)/g;

/**
 * An expression of the tables; one that an old browser cannot read finds nothing here, and what it looks for is found by the
 * check after sending.
 * @param {string} source
 * @param {string} [flags]
 */
export function expression(source, flags) {
  try {
    return new RegExp(source, flags);
  } catch {
    return NEVER;
  }
}

/**
 * The words of a text as a set, for tables that come as one line.
 * @param {string} text
 */
export function wordSet(text) {
  return new Set(text.split(" ").filter(Boolean));
}
