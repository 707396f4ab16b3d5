// @ts-check
/** A suggestion in words that can be copied, mailed or printed, and the lines for whoever puts it into the file. */
import { say } from "../finder/words.js";
import { label, shown } from "./fields.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./changes.js").Change} Change
 *
 * What a person suggests. `text` is the whole file of a new entry; `changes` are those of one that is there.
 * @typedef {{fresh: boolean, id: string, file: string, text: string, before: Record<string, any>, data: Record<string, any>,
 *   changes: Change[], told: import("./tell.js").Told[]}} Suggestion
 */

/**
 * @param {Record<string, any>} data
 * @param {import("./schema.js").Path} path
 */
export function valueAt(data, path) {
  return path.reduce((/** @type {any} */ at, part) => at?.[part], data);
}

/**
 * Where in the file a change is made, in words.
 * @param {Form} form
 * @param {Change} change
 */
export function whereWords({ words }, { kind, line, end }) {
  if (kind === "add") return say(words, "suggest.line.add", { line });
  if (end[0] > line) return say(words, `suggest.lines.${kind}`, { line, last: end[0] });
  return say(words, `suggest.line.${kind}`, { line });
}

/**
 * One change as a person says it: which fact, what it was, what it is.
 * @param {Form} form
 * @param {Suggestion} suggestion
 * @param {Change} change
 * @returns {{label: string, before: string, after: string}}
 */
export function inWords(form, { before, data }, { path, kind }) {
  const nothing = say(form.words, "suggest.nothing");
  const old = kind === "add" ? "" : shown(form, path, valueAt(before, path));
  const items = kind === "add" && typeof path.at(-1) === "number" ? valueAt(data, path.slice(0, -1)).slice(Number(path.at(-1))) : valueAt(data, path);
  const fresh = kind === "delete" ? "" : shown(form, kind === "add" && Array.isArray(items) ? path.filter((part) => typeof part === "string") : path, items);
  return { label: numbered(form, path), before: old || nothing, after: fresh || nothing };
}

/**
 * The label of a field, with that of what it is a part of.
 * @param {Form} form
 * @param {import("./schema.js").Path} path
 */
function numbered(form, path) {
  const at = path.findIndex((part) => typeof part === "number");
  if (at < 0) return label(form, path);
  const whole = say(form.words, "suggest.nth", { label: label(form, path.slice(0, at)), n: Number(path[at]) + 1 });
  return path.length > at + 1 ? say(form.words, "suggest.of", { whole, part: label(form, path) }) : whole;
}

/**
 * The whole suggestion as plain text. A place on a subject that hides is named by its file alone.
 * @param {Form} form
 * @param {Suggestion} suggestion
 * @returns {string}
 */
export function letter(form, suggestion) {
  const { words } = form;
  const { fresh, file, text, changes } = suggestion;
  if (fresh) return [say(words, "suggest.letter.new", { site: form.site.name }), "", file, "", text].join("\n");
  const told = changes.map((change) => {
    const { label: name, before, after } = inWords(form, suggestion, change);
    return [name, say(words, "suggest.letter.before", { text: before }), say(words, "suggest.letter.after", { text: after })].join("\n");
  });
  const named = (suggestion.before.services ?? []).some((/** @type {string} */ slug) => form.services[slug]?.sensitive) ? [] : [suggestion.before.name];
  return [say(words, "suggest.letter.change", { site: form.site.name }), ...named, file, "", told.join("\n\n"), "", say(words, "suggest.letter.lines"), "", lineText(form, changes), ""].join("\n");
}

/**
 * The lines to change, as plain text.
 * @param {Form} form
 * @param {Change[]} changes
 */
export function lineText(form, changes) {
  /** @param {Change} change */
  const told = (change) => {
    if (change.kind === "delete") return change.before;
    return change.kind === "add" ? change.after : [...change.after, say(form.words, "suggest.in-place"), ...change.before];
  };
  return changes.map((change) => [whereWords(form, change), ...told(change)].join("\n")).join("\n\n");
}
