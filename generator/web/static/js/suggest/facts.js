// @ts-check
/** Answers that can be, and that can be true together. The same rules as in `generator/check/rules/`. */
import { blockAt, blocksOf, leaves, textAt, textsOf, wordSet } from "./data.js";
import { isObject } from "./schema.js";

/**
 * @typedef {import("./rules.js").Subject} Subject
 * @typedef {import("./rules.js").Finding} Finding
 * @typedef {import("./data.js").Keys} Keys
 * @typedef {import("./data.js").Path} Path
 */

/** @param {Subject} subject @returns {Finding[]} */
export function services({ data, services: known }) {
  return textsOf(data, "services")
    .filter(([, text]) => text && !known.has(text))
    .map(([path, seen]) => ({ code: "E303", path, seen }));
}

/** @param {Subject} subject @returns {Finding[]} */
export function byService({ data }) {
  const own = new Set(textsOf(data, "services").map(([, text]) => text));
  return Object.keys(blockAt(blockAt(data, "hours"), "by_service"))
    .filter((service) => !own.has(service))
    .map((service) => ({ code: "E305", path: ["hours", "by_service", service], seen: service }));
}

/** @param {Subject} subject @returns {Finding[]} */
export function lists({ data, tables }) {
  return Object.entries(tables.alone).flatMap(([key, [nothing, beside]]) => {
    const told = new Map(textsOf(data, key).map(([path, text]) => [text, path]));
    const others = [...told.keys()].filter((text) => text !== nothing && (!beside || wordSet(beside).has(text)));
    const path = told.get(nothing);
    return path && others.length ? [{ code: "E331", path, seen: nothing }] : [];
  });
}

/** @param {Subject} subject @returns {Finding[]} */
export function dropOff({ data }) {
  const said = textAt(data, "le_dropoff") || textAt(data, "le_dropoff", "answer");
  const both = said === "no" && "le_dropoff" in blockAt(data, "hours");
  return both ? [{ code: "E331", path: ["hours", "le_dropoff"], seen: "le_dropoff" }] : [];
}

/** @param {Subject} subject @returns {Finding[]} */
export function oneLine({ data }) {
  return leaves(data)
    .filter(([, text]) => (text && text !== text.trim()) || /[\n\t]/.test(text))
    .map(([path, seen]) => ({ code: "E216", path, seen }));
}

/** @param {Subject} subject @returns {Finding[]} */
export function dates({ data, tables }) {
  return datesOf(data)
    .filter(([, text]) => /^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/.test(text) && (!realDate(text) || text < tables.values.oldest))
    .map(([path, seen]) => ({ code: "E211", path, seen }));
}

/** @param {Keys} data @returns {[Path, string][]} */
function datesOf(data) {
  const blocks = ["sources", "verified"].flatMap((key) => blocksOf(data, key));
  /** @type {[Path, unknown][]} */
  const all = blocks.map(([path, block]) => [[...path, "date"], block.date]);
  all.push([["alert_until"], data.alert_until]);
  all.push([["address_release", "date"], blockAt(data, "address_release").date]);
  all.push([["typical_wait", "date"], blockAt(data, "typical_wait").date]);
  all.push([["ivc_first_exam_site", "plan_date"], blockAt(data, "ivc_first_exam_site").plan_date]);
  return all.flatMap(([path, text]) => (typeof text === "string" ? [/** @type {[Path, string]} */ ([path, text])] : []));
}

/**
 * Whether a day, a month or a year exists.
 * @param {string} text YYYY-MM-DD, YYYY-MM or YYYY
 */
export function realDate(text) {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/** @param {Subject} subject @returns {Finding[]} */
export function ages({ data }) {
  const block = blockAt(data, "ages");
  const [youngest, oldest] = ["min", "max"].map((key) => textAt(block, key)).map((age) => (/^[0-9]+$/.test(age) ? Number(age) : NaN));
  if (youngest > 120) return [{ code: "E324", path: ["ages", "min"], seen: String(youngest) }];
  if (oldest > 120) return [{ code: "E324", path: ["ages", "max"], seen: String(oldest) }];
  return youngest > oldest ? [{ code: "E324", path: ["ages", "min"], seen: String(youngest) }] : [];
}

/** @param {Subject} subject @returns {Finding[]} */
export function facts({ data, tables }) {
  const known = wordSet(tables.values.facts);
  return ["sources", "verified"]
    .flatMap((key) => blocksOf(data, key))
    .flatMap(([path, block]) => textsOf(block, "facts").map(([inner, name]) => ({ path: [...path, ...inner], name })))
    .flatMap(({ path, name }) => {
      if (!known.has(name) && !name.startsWith("hours.by_service.")) return [{ code: "E325", path, seen: name }];
      return has(data, name) ? [] : [{ code: "W612", path, seen: name }];
    });
}

/**
 * Whether an entry has a field, or the part of it that is named.
 * @param {Keys} data
 * @param {string} name
 */
function has(data, name) {
  const [whole, first] = name.split(".");
  const value = data[whole];
  if (value === undefined) return false;
  if (!first || !isObject(value)) return true;
  return first in value || first === "answer" || first in blockAt(value, "by_medicine");
}

/** @param {Subject} subject @returns {Finding[]} */
export function languages({ data, tables }) {
  const known = wordSet(tables.values.languages);
  const wrong = wordSet(tables.values.no_languages);
  /** @type {[Keys, Path][]} */
  const blocks = [[data, []], ...blocksOf(data, "phones").map(([path, phone]) => /** @type {[Keys, Path]} */ ([phone, path]))];
  return blocks
    .flatMap(([block, path]) => [
      ...textsOf(block, "languages").map(([inner, code]) => ({ path: [...path, ...inner], code })),
      ...blocksOf(block, "languages").map(([inner, one]) => ({ path: [...path, ...inner, "code"], code: textAt(one, "code") })),
    ])
    .filter(({ code }) => /^[a-z]{2,3}$/.test(code) && (code.length === 2 ? !known.has(code) : wrong.has(code)))
    .map(({ path, code }) => ({ code: "E327", path, seen: code }));
}

/** @param {Subject} subject @returns {Finding[]} */
export function conditions({ data }) {
  const block = blockAt(data, "accepts_people_on_moud");
  if ("note" in block) return [];
  return Object.entries(blockAt(block, "by_medicine"))
    .filter(([, answer]) => answer === "conditional")
    .map(([medicine]) => ({ code: "E217", path: ["accepts_people_on_moud", "by_medicine", medicine], seen: "conditional" }));
}

/** @param {Subject} subject @returns {Finding[]} */
export function status({ data }) {
  const now = textAt(data, "status");
  const silent = now === "temporarily-closed" && !("alert" in data);
  const alone = ["inactive", "defunct"].includes(now) && !("if_closed_or_full" in data);
  return silent || alone ? [{ code: "W613", path: ["status"], seen: now }] : [];
}

/** @param {Subject} subject @returns {Finding[]} */
export function leave({ data, services: known }) {
  const needing = textsOf(data, "services").find(([, text]) => known.get(text)?.leave);
  if ("confidential" in data || "address_release" in data || !needing) return [];
  const shown = ["street", "unit", "zip"].find((key) => textAt(data, "address", key));
  const path = shown ? ["address", shown] : "point" in data ? ["point"] : null;
  return path ? [{ code: "E503", path, seen: needing[1] }] : [];
}

/** @param {Subject} subject @returns {Finding[]} */
export function neutralName({ data, id, services: known, tables }) {
  const own = textsOf(data, "services").flatMap(([, text]) => known.get(text) ?? []);
  const told = [{ code: "E504", path: [], seen: id }];
  const number = own[0]?.numbered;
  if (number) return new RegExp(`^${number}-[0-9]+$`).test(id) ? [] : told;
  const said = textAt(data, "sensitive");
  const sensitive = said === "yes" || (said !== "no" && own.some((service) => service.sensitive));
  return sensitive && new RegExp(tables.telling).test(id) ? told : [];
}
