// @ts-check
/**
 * Nothing about a person: no personal data, no names, no unkind words. The same rules as `personal.py`, `names.py` and
 * `words.py` in `generator/check/rules/`, with the patterns that stand there.
 */
import { blockAt, blocksOf, expression, leaves, nameOf, textAt, wordSet } from "./data.js";

/**
 * @typedef {import("./rules.js").Subject} Subject
 * @typedef {import("./rules.js").Finding} Finding
 * @typedef {import("./data.js").Path} Path
 *
 * @typedef {{start: number, end: number, code: string}} Span
 */

/** @param {Subject} subject @returns {Finding[]} */
export function personal(subject) {
  return scan(subject, (text) => subject.tables.personal.flatMap(([code, flags, source]) => matches(text, source, flags, code)));
}

/** @param {Subject} subject @returns {Finding[]} */
export function people(subject) {
  const own = `${textAt(subject.data, "name")} ${textAt(subject.data, "organization")}`;
  return scan(subject, (text) => named(text, own, subject.tables.names));
}

/** @param {Subject} subject @returns {Finding[]} */
export function roles({ data, tables }) {
  const [first, known] = [wordSet(tables.names.first), wordSet(tables.names.roles)];
  /** @type {[Path, string][]} */
  const told = blocksOf(data, "verified").map(([path, block]) => [[...path, "role"], textAt(block, "role")]);
  told.push([["address_release", "by_role"], textAt(blockAt(data, "address_release"), "by_role")]);
  told.push([["handoff", "answers"], textAt(blockAt(data, "handoff"), "answers")]);
  const name = expression(`^(?:${tables.names.role})$`);
  return told
    .filter(([, text]) => {
      const words = text.split(/\s+/).map((word) => word.toLowerCase().replace(/^[.,]+|[.,]+$/g, ""));
      return words.some((word) => first.has(word)) || (name.test(text) && !words.some((word) => known.has(word)));
    })
    .map(([path, seen]) => ({ code: "E511", path, seen }));
}

/** @param {Subject} subject @returns {Finding[]} */
export function words({ data, tables }) {
  const names = `${textAt(data, "name")}\n${textAt(data, "organization")}`.toLowerCase();
  const ours = wordSet(tables.words.texts);
  return leaves(data)
    .filter(([path]) => ours.has(nameOf(path)) && path[0] !== "sources" && path[0] !== "editor_note")
    .flatMap(([path, text]) =>
      tables.words.unkind.flatMap(([flags, source, better]) => {
        const hit = expression(source, flags).exec(text)?.[0];
        const explained = better.startsWith("withdrawal care") && text.toLowerCase().includes("withdrawal");
        return hit && !names.includes(hit.toLowerCase()) && !explained ? [{ code: "W608", path, seen: hit, wanted: better }] : [];
      }),
    );
}

/** @param {Subject} subject @returns {Finding[]} */
export function markup({ data, tables }) {
  const pattern = expression(tables.words.markup);
  return leaves(data).flatMap(([path, text]) => {
    const hit = /^https?:\/\//.test(text) ? undefined : pattern.exec(text)?.[0];
    return hit ? [{ code: "W617", path, seen: hit }] : [];
  });
}

/**
 * Look through the whole text, remarks included; one finding for each line, at the field that has the words.
 * @param {Subject} subject
 * @param {(text: string) => Span[]} search
 * @returns {Finding[]}
 */
function scan({ text, data }, search) {
  const lines = new Set();
  let told = 0;
  /** @type {Finding[]} */
  const found = [];
  const hits = search(text).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, code } of hits) {
    const line = text.slice(0, start).split("\n").length;
    if (lines.has(line) || start < told) continue;
    lines.add(line);
    told = end;
    const seen = text.slice(start, end).split(/\s+/).join(" ").trim();
    found.push({ code, path: leaves(data).find(([, value]) => value.includes(text.slice(start, end)))?.[0] ?? [], seen, scanned: true });
  }
  if (text.includes("\\") && !hits.length) {
    const hidden = leaves(data).flatMap(([path, value]) => search(value).slice(0, 1).map(({ start, end, code }) => ({ code, path, seen: value.slice(start, end), scanned: true })));
    found.push(...hidden.slice(0, 1));
  }
  return found;
}

/**
 * @param {string} text
 * @param {string} source
 * @param {string} flags
 * @param {string} code
 * @returns {Span[]}
 */
function matches(text, source, flags, code) {
  return [...text.matchAll(expression(source, `g${flags}`))].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, code }));
}

/**
 * Names and private numbers of people; two words that may be a name are W614.
 * @param {string} text
 * @param {string} own name and organization of the entry
 * @param {import("./rules.js").Tables["names"]} table
 * @returns {Span[]}
 */
function named(text, own, table) {
  const [first, organizations] = [wordSet(table.first), wordSet(table.organizations)];
  /** @param {string} words */
  const organization = (words) => words.toLowerCase().split(/\s+/).some((word) => organizations.has(word));
  /** @param {string} source @param {(name: string) => string} judge @returns {Span[]} */
  const judged = (source, judge) =>
    [...text.matchAll(expression(source, "g"))]
      .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, code: judge(hit[1]) }))
      .filter(({ code }) => code);
  return [
    ...judged(table.titled, (name) => (organizations.has(name.toLowerCase()) ? "" : "E511")),
    ...judged(table.asked, (name) => (organization(name) ? "" : "E511")),
    ...judged(table.called, (name) => {
      const known = first.has(name.split(/\s+/)[0].toLowerCase());
      if (organization(name) || (!known && own.includes(name))) return "";
      return known ? "E511" : "W614";
    }),
    ...table.private.flatMap(([flags, source]) => matches(text, source, flags, "E511")),
  ];
}
