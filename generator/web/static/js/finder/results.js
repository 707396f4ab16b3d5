// @ts-check
/** The results: lines of crisis, groups, what to do when nothing fits. */
import { phone } from "./contact.js";
import { button, signed } from "./dom.js";
import { callButton, card } from "./view.js";
import { join, say } from "./words.js";

/**
 * @typedef {import("./dom.js").Tree} Tree
 * @typedef {import("./view.js").Setting} Setting
 * @typedef {import("./answer.js").Groups} Groups
 * @typedef {import("./facets.js").Option} Option
 * @typedef {import("./prepare.js").Pin} Pin
 *
 * `filtered`: something beside words is chosen. `near`: the words for a place that distances are from. `nearest`: what comes
 * nearest where nothing is found. `numbers`: of rows on the map. `timed`: a time is among what is chosen. `meant`: the label of the
 * service that the words mean.
 * @typedef {{groups: Groups, filtered: boolean, timed: boolean, meant: string, near: string, dropped: string[], pins: Pin[], unasked: Option[], limit: number,
 *   drops: {option: Option | null, count: number}[], nearest: number[], numbers: Map<number, number>, map: Tree}} Outcome
 */

const UNASKED = 2;
const WAYS = 4;
/** Results shown before somebody asks for more. */
export const PAGE = 12;

/**
 * @param {Setting} setting
 * @param {Outcome} outcome
 * @returns {Tree[]}
 */
export function results(setting, outcome) {
  const { words } = setting.data;
  const { groups, filtered, dropped, limit } = outcome;
  const shown = groups.yes.length + groups.unknown.length;
  const yes = groups.yes.slice(0, limit);
  const unknown = groups.unknown.slice(0, limit - yes.length);
  const left = shown - yes.length - unknown.length;
  const title = filtered ? say(words, "find.yes", { n: groups.yes.length }) : say(words, "find.count", { n: shown });
  const top = [pinned(setting, outcome.pins), dropped.length && note(say(words, "find.dropped", { words: join(words, dropped.map((word) => `“${word}”`)) }))];
  if (!shown) return [...top, ...nothing(setting, outcome)];
  return [
    ...top,
    ...(filtered ? unasked(setting, outcome.unasked) : []),
    outcome.near && ["p.small.quiet", outcome.near],
    ...group(setting, outcome, "yes", title, yes),
    ...group(setting, outcome, "unknown", say(words, "find.unknown", { n: groups.unknown.length }), unknown),
    left > 0 && ["p", button("btn.wide", { "data-more": true }, say(words, "find.more", { n: Math.min(left, PAGE) }))],
    groups.no.length && note(say(words, outcome.timed ? "find.no.timed" : "find.no", { n: groups.no.length })),
    ["p.acts", button("btn", { "data-map": true, "aria-expanded": String(Boolean(outcome.map)) }, ...signed("pin", say(words, "find.map"))), setting.copies && button("btn", { "data-link": true }, ...signed("copy", say(words, "find.copy")))],
    outcome.map,
  ];
}

/**
 * @param {string} text
 * @returns {Tree}
 */
function note(text) {
  return ["p.note", text];
}

/**
 * What matters here and nobody has confirmed, in a sentence.
 * @param {Setting} setting
 * @param {Option[]} options
 * @returns {Tree[]}
 */
export function unasked({ data: { words } }, options) {
  if (!options.length) return [];
  const told = options.slice(0, UNASKED).map(({ id }) => say(words, `facet.${id.split(".")[0]}.asked`));
  if (options.length > UNASKED) told.push(say(words, "find.others"));
  const last = told.pop() ?? "";
  const list = join(words, told);
  return [note(say(words, "find.unasked", { what: list ? say(words, "find.or", { list, last }) : last }))];
}

/**
 * @param {Setting} setting
 * @param {{numbers: Map<number, number>}} outcome
 * @param {string} kind
 * @param {string} title
 * @param {number[]} rows
 * @returns {Tree[]}
 */
function group(setting, { numbers }, kind, title, rows) {
  if (!rows.length) return [];
  const cards = rows.map((row) => card(setting, row, String(numbers.get(row) ?? "")));
  return [[`h2.group.${kind}`, { tabindex: "-1" }, title], ["div.cards", ...cards]];
}

/**
 * Lines of crisis go above everything, also above nothing.
 * @param {Setting} setting
 * @param {Pin[]} pins
 * @returns {Tree}
 */
function pinned({ data, root }, pins) {
  const { words, search, cards } = data;
  const title = say(words, "find.pinned");
  const lines = pins.map(({ row, number }) => {
    if (number) return ["a.btn.call.danger", { href: `tel:${number}` }, ...signed("call", say(words, "phone.call", { number }))];
    if (row === undefined) return false;
    const name = search.name[row];
    return ["div", ["h3", ["a", { href: `${root}r/${cards.id[row]}.html` }, name]], phone(data, row).href && callButton(data, row, name)];
  });
  return lines.length > 0 && ["section.pins", { "aria-label": title }, ["h2", title], ...lines];
}

/**
 * Nothing fits: what to leave out, what comes nearest, and 211.
 * @param {Setting} setting
 * @param {Outcome} outcome
 * @returns {Tree[]}
 */
function nothing(setting, { filtered, meant, drops, nearest, numbers }) {
  const { words } = setting.data;
  const ways = drops.slice(0, WAYS).map(({ option, count }) => {
    const label = say(words, option ? option.label : "find.open");
    const target = option ? { "data-option": option.id } : { "data-when": "" };
    return ["li", button("btn.wide", target, say(words, "find.drop", { label, n: count }))];
  });
  const call = say(words, "find.last.call");
  return [
    ["h2.group", { tabindex: "-1" }, filtered ? say(words, "find.none") : say(words, meant ? "find.none.service" : "find.none.words", { service: meant })],
    ways.length > 0 && ["ul.ways", ...ways],
    ...group(setting, { numbers }, "near", say(words, "find.nearest"), nearest),
    ["section.last", ["h2", say(words, "find.last")], ["a.btn.call", { href: "tel:211", "aria-label": `${call}: 2 1 1` }, ...signed("call", call)]],
    ["p", ["a", { href: `${setting.root}suggest.html` }, say(words, "find.tell")]],
  ];
}
