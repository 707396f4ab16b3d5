// @ts-check
/**
 * What was changed in an entry, as lines of its file: only the lines that differ, so that remarks and everything else stay as
 * they are.
 */
import { isObject, sorted } from "./schema.js";
import { flow, itemLines, keyLines } from "./yaml.js";

/**
 * @typedef {import("./schema.js").Value} Value
 * @typedef {import("./schema.js").Path} Path
 *
 * Of a value: line and column of its key, line and column of itself, line and column behind its end (a column of 0 is the end of
 * the line), and the quote or bracket it begins with.
 * @typedef {[number, number, number, number, number, number, string]} Place
 *
 * An entry as it is: its file, its public data, and the places of its values by their paths.
 * @typedef {{file: string, data: Record<string, Value>, at: Record<string, Place>}} Entry
 *
 * One change. "replace": what begins at line and column and ends before `end` becomes `text`; "delete": the lines from `line` to
 * `end[0]` go; "add": the lines `after` come behind line `line`. `before` and `after` are what a person sees.
 * @typedef {{kind: "replace" | "delete" | "add", line: number, column: number, end: [number, number], text: string,
 *   before: string[], after: string[], path: Path}} Change
 */

/**
 * Give the changes that make an entry's data into other data, in the order of the file. In a list whose items have keys an item
 * that went is null; new ones stand behind the old ones.
 * @param {Entry} entry
 * @param {Record<string, any>} data
 * @param {string[]} order names of fields in the order in which files have them
 * @returns {Change[]}
 */
export function changes(entry, data, order) {
  const found = keysDiffer(entry, [], entry.data, data, order);
  return found.sort((a, b) => at(a) - at(b) || a.column - b.column);
}

/** What is added comes behind what else happens to its line. @param {Change} change */
function at({ kind, line }) {
  return kind === "add" ? line + 0.5 : line;
}

/**
 * @param {Entry} entry
 * @param {Path} path
 * @param {Record<string, Value>} before
 * @param {Record<string, any>} after
 * @param {string[]} order
 * @returns {Change[]}
 */
function keysDiffer(entry, path, before, after, order) {
  const indent = " ".repeat(column(entry, path, before));
  const kept = Object.keys(before).filter((key) => gone(after[key]) === false);
  const fresh = Object.keys(after).filter((key) => !(key in before) && !gone(after[key]));
  const went = Object.keys(before).filter((key) => gone(after[key]));
  return [
    ...kept.flatMap((key) => differ(entry, [...path, key], before[key], after[key])),
    ...went.map((key) => removed(entry, [...path, key], keyLines(key, before[key], indent))),
    ...fresh.map((key) => added(lineFor(entry, path, before, key, order), [...path, key], keyLines(key, pruned(after[key]), indent))),
  ];
}

/**
 * @param {Entry} entry
 * @param {Path} path
 * @param {Value} before
 * @param {any} after
 * @returns {Change[]}
 */
function differ(entry, path, before, after) {
  if (sorted(before) === sorted(pruned(after))) return [];
  const place = entry.at[path.join("/")];
  const inFlow = place[6] === "[" || place[6] === "{";
  const headless = typeof path.at(-1) === "number" && isObject(before) && isObject(after) && gone(after[Object.keys(before)[0]]);
  if (!inFlow && !headless && isObject(before) && isObject(after)) return keysDiffer(entry, path, before, after, []);
  if (!inFlow && Array.isArray(before) && Array.isArray(after)) return itemsDiffer(entry, path, before, after);
  return [replaced(entry, path, before, pruned(after))];
}

/**
 * @param {Entry} entry
 * @param {Path} path
 * @param {Value[]} before
 * @param {any[]} after
 * @returns {Change[]}
 */
function itemsDiffer(entry, path, before, after) {
  const indent = " ".repeat(Math.max(0, entry.at[`${path.join("/")}/0`][1] - 3));
  const fresh = after.slice(before.length).filter((item) => !gone(item));
  const last = Math.max(...before.map((_, index) => lastLine(entry, [...path, index])));
  const lines = fresh.flatMap((item) => itemLines(pruned(item), indent));
  return [
    ...before.flatMap((item, index) =>
      gone(after[index]) ? [removed(entry, [...path, index], itemLines(item, indent))] : differ(entry, [...path, index], item, after[index]),
    ),
    ...(lines.length ? [added(last, [...path, before.length], lines)] : []),
  ];
}

/** @param {Entry} entry @param {Path} path @param {Value} before @param {Value} after @returns {Change} */
function replaced(entry, path, before, after) {
  const [keyLine, keyColumn, line, at, end, behind, style] = entry.at[path.join("/")];
  const block = isObject(after) || (Array.isArray(after) && after.some(isObject));
  const within = inBrackets(entry, path);
  const name = path.at(-1);
  const indent = " ".repeat(keyColumn - 1);
  const base = { kind: /** @type {"replace"} */ ("replace"), end: /** @type {[number, number]} */ ([end, behind]), path };
  if (typeof name === "number") {
    const text = block && !within ? itemLines(after, indent.slice(2)).join("\n").trimStart().slice(2) : flow(after, within);
    return { ...base, line, column: at, text, before: itemLines(before, ""), after: `- ${text}`.split("\n") };
  }
  const head = `${name}:`;
  const text = block && !within && !/[[{]/.test(style) ? keyLines("x", after, indent).slice(1).join("\n") : flow(after, within);
  const below = text !== flow(after, within);
  const whole = !style && (isObject(before) || Array.isArray(before));
  const [start, from] = whole ? [keyLine, keyColumn + head.length] : [line, below ? at - 1 : at];
  const written = below ? `\n${text}` : whole ? ` ${text}` : text;
  const shown = below ? [head, ...text.split("\n")] : [`${head} ${text}`];
  return { ...base, line: start, column: from, text: written, before: whole ? keyLines(head.slice(0, -1), before) : [`${head} ${flow(before, within)}`], after: shown };
}

/** @param {Entry} entry @param {Path} path @param {string[]} before @returns {Change} */
function removed(entry, path, before) {
  const [keyLine, keyColumn] = entry.at[path.join("/")];
  return { kind: "delete", line: keyLine, column: keyColumn, end: [lastLine(entry, path), 0], text: "", before, after: [], path };
}

/** @param {number} line @param {Path} path @param {string[]} after @returns {Change} */
function added(line, path, after) {
  return { kind: "add", line, column: 1, end: [line, 0], text: "", before: [], after, path };
}

/**
 * The line behind which a new key comes: the last one of the key before it in the usual order, else of the whole block.
 * @param {Entry} entry
 * @param {Path} path
 * @param {Record<string, Value>} before
 * @param {string} key
 * @param {string[]} order
 */
function lineFor(entry, path, before, key, order) {
  const keys = Object.keys(before);
  const above = order.slice(0, Math.max(0, order.indexOf(key))).filter((name) => keys.includes(name));
  const known = above.length ? above : keys;
  return Math.max(...known.map((name) => lastLine(entry, [...path, name])));
}

/** @param {Entry} entry @param {Path} path */
function lastLine(entry, path) {
  return entry.at[path.join("/")][4];
}

/** @param {Entry} entry @param {Path} path @param {Record<string, Value>} before */
function column(entry, path, before) {
  const [first] = Object.keys(before);
  return first === undefined ? 0 : entry.at[[...path, first].join("/")][1] - 1;
}

/** Whether a value lies within brackets, where signs need quotes. @param {Entry} entry @param {Path} path */
function inBrackets(entry, path) {
  return path.some((_, size) => size > 0 && /^[[{]$/.test(entry.at[path.slice(0, size).join("/")]?.[6] ?? ""));
}

/**
 * A value without what was emptied: texts, lists and keys with nothing in them, and items that went.
 * @param {any} value
 * @returns {any}
 */
export function pruned(value) {
  if (Array.isArray(value)) return value.map(pruned).filter((item) => !gone(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, pruned(item)])
      .filter(([, item]) => !gone(item)),
  );
}

/** Whether nothing is left of a value. @param {any} value */
function gone(value) {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.every(gone);
  return isObject(value) && Object.values(value).every(gone);
}
