// @ts-check
/** Writes an entry as YAML that reads back as the same texts, in the order and the style of the handbook. */
import { isObject } from "./schema.js";

/**
 * @typedef {import("./schema.js").Value} Value
 * @typedef {import("./schema.js").Schema} Schema
 */

export const MODELINE = "# yaml-language-server: $schema=../../generator/entry/editor.schema.json";

const SPECIAL = /^[\s!&*|><@`%"'[\]{}#,?:-]|[\s:]$|: | #|^$/;
const FLOW = /[,[\]{}]/;
const EMPTY = /^(?:~|null|<<)$/i;

/**
 * A text as one value: plain where that reads back as the same text, else in quotes.
 * @param {string} text
 * @param {boolean} [inFlow] within brackets
 * @returns {string}
 */
export function scalar(text, inFlow = false) {
  const plain = !SPECIAL.test(text) && !EMPTY.test(text) && !(inFlow && FLOW.test(text));
  return plain ? text : quoted(text);
}

/**
 * A text in double quotes.
 * @param {string} text
 */
export function quoted(text) {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/**
 * A value on one line: a text, or lists and keys in brackets.
 * @param {Value} value
 * @param {boolean} [inFlow]
 * @returns {string}
 */
export function flow(value, inFlow = false) {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, true)).join(", ")}]`;
  if (!isObject(value)) return scalar(String(value), inFlow);
  return `{${Object.entries(value).map(([key, item]) => `${scalar(key, true)}: ${flow(item, true)}`).join(", ")}}`;
}

/**
 * The lines of a key and its value, without a line break at their end.
 * @param {string} key
 * @param {Value} value
 * @param {string} [indent] blanks before the key
 * @returns {string[]}
 */
export function keyLines(key, value, indent = "") {
  const name = `${indent}${scalar(key)}:`;
  if (!isObject(value) && !(Array.isArray(value) && value.some(isRecord))) return [`${name} ${flow(value)}`];
  if (Array.isArray(value)) return [name, ...value.flatMap((item) => itemLines(item, `${indent}  `))];
  return [name, ...Object.entries(value).flatMap(([inner, item]) => keyLines(inner, item, `${indent}  `))];
}

/**
 * The lines of one item of a list.
 * @param {Value} item
 * @param {string} indent blanks before the hyphen
 * @returns {string[]}
 */
export function itemLines(item, indent) {
  if (!isRecord(item)) return [`${indent}- ${flow(item)}`];
  const lines = Object.entries(item).flatMap(([key, value]) => keyLines(key, value, `${indent}  `));
  return [`${indent}- ${lines[0].slice(indent.length + 2)}`, ...lines.slice(1)];
}

/**
 * A whole new entry as the text of its file.
 * @param {Record<string, Value>} data
 * @param {Schema} schema keys stand in its order
 * @returns {string}
 */
export function entryText(data, schema) {
  const known = Object.keys(schema.properties);
  const keys = Object.keys(data).sort((a, b) => rank(known, a) - rank(known, b));
  return `${[MODELINE, ...keys.flatMap((key) => keyLines(key, data[key]))].join("\n")}\n`;
}

/** @param {string[]} known @param {string} key */
function rank(known, key) {
  const at = known.indexOf(key);
  return at < 0 ? known.length : at;
}

/** Whether a value is keys that deserve lines of their own; a language with how it is spoken, and a check, do not. @param {Value} value */
function isRecord(value) {
  return isObject(value) && !("code" in value || "role" in value) && Object.keys(value).length > 0;
}
