// @ts-check
/** Numbers that somebody answers: allowed ones only, each once. The same rules as `generator/check/rules/phones.py`. */
import { blockAt, blocksOf, textAt, wordSet } from "./data.js";

/**
 * @typedef {import("./rules.js").Subject} Subject
 * @typedef {import("./rules.js").Finding} Finding
 * @typedef {import("./data.js").Keys} Keys
 */

const KINDS = new Set(["voice", "text", "tty", "fax", "video"]);

/** @param {Subject} subject @returns {Finding[]} */
export function phones(subject) {
  /** @type {Finding[]} */
  const found = [];
  const seen = new Set();
  for (const [path, phone] of blocksOf(subject.data, "phones")) {
    const number = textAt(phone, "number");
    const kind = textAt(phone, "kind") || "voice";
    const code = wellFormed(number) && KINDS.has(kind) ? fault(number, kind, subject) : "";
    if (code) found.push({ code, path: [...path, "number"], seen: number });
    if ("text" in phone && kind !== "text" && KINDS.has(kind)) found.push({ code: "E218", path: [...path, "text"], seen: "text" });
    const same = JSON.stringify([number, kind, ...["extension", "press", "text"].map((key) => textAt(phone, key))]);
    if (number && seen.has(same)) found.push({ code: "E311", path: [...path, "number"], seen: number });
    seen.add(same);
  }
  return found;
}

/** @param {Subject} subject @returns {Finding[]} */
export function backup(subject) {
  const block = blockAt(subject.data, "backup_contact");
  const number = textAt(block, "number");
  const code = wellFormed(number) ? fault(number, textAt(block, "kind") || "voice", subject) : "";
  return code ? [{ code, path: ["backup_contact", "number"], seen: number }] : [];
}

/** @param {Subject} subject @returns {Finding[]} */
export function onlyFax({ data }) {
  const kinds = new Set(blocksOf(data, "phones").map(([, phone]) => textAt(phone, "kind")));
  const other = ["website", "address", "point", "confidential"].some((key) => key in data);
  return kinds.size === 1 && kinds.has("fax") && !other ? [{ code: "E203", path: ["phones"], seen: "fax" }] : [];
}

/** @param {Subject} subject @returns {Finding[]} */
export function officers({ data }) {
  return blocksOf(data, "phones")
    .filter(([, phone]) => textAt(phone, "purpose") === "officer" && !("note" in phone))
    .map(([path, phone]) => ({ code: "W621", path: [...path, "purpose"], seen: textAt(phone, "number") }));
}

/** @param {string} number */
function wellFormed(number) {
  return /^[0-9]+$/.test(number.replaceAll("-", "")) && [3, 5, 6, 12].includes(number.length);
}

/**
 * The code of what is wrong with a number, or an empty text. E306 also stands for E307: which of the two it is, impossible or
 * far away, takes the numbers of other countries.
 * @param {string} number
 * @param {string} kind
 * @param {Subject} subject
 */
function fault(number, kind, { tables, invented }) {
  const { short, exchange, invented: kept, called } = tables.phones;
  if (!number.includes("-")) {
    if (!wordSet(short).has(number)) return "E309";
    return number.length > 3 && kind !== "text" ? "E310" : "";
  }
  if (whole(kept, number)) return invented ? "" : "E308";
  const digits = number.replaceAll("-", "");
  const answers = called.some((/** @type {string} */ pattern) => whole(pattern, digits));
  return whole(exchange, number) || !answers ? "E306" : "";
}

/**
 * Whether an expression fits a whole text.
 * @param {string} source
 * @param {string} text
 */
export function whole(source, text) {
  return new RegExp(`^(?:${source})$`).test(text);
}
