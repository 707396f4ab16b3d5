// @ts-check
/** The answer to what was typed and chosen, before it is shown. Nothing here touches the page. */
import { CLOSED, Clock, SENSITIVE } from "./data.js";
import { sign, verdict } from "./facets.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./facets.js").Option} Option
 *
 * `rows` are the places in question, in the order of what was typed or of the list; `typed`: by what was typed. `far`
 * gives miles, Infinity where nobody can say; null where no place was given.
 * @typedef {{rows: number[], typed: boolean, chosen: Option[], when: string, far: ((row: number) => number) | null,
 *   services: Set<number> | undefined, soon: boolean}} Question
 *
 * @typedef {{yes: number[], unknown: number[], no: number[]}} Groups
 */

const NEAREST = 3;
/** Results that a person sees first. */
const LOOKED_AT = 12;

/**
 * Options by their facet.
 * @param {Option[]} chosen
 * @returns {import("./facets.js").Chosen}
 */
export function byFacet(chosen) {
  /** @type {import("./facets.js").Chosen} */
  const found = new Map();
  for (const option of chosen) found.set(option.facet, [...(found.get(option.facet) ?? []), option]);
  return found;
}

/**
 * Whether drop-off is asked for: then its hours come first.
 * @param {Option[]} chosen
 * @returns {import("./openwords.js").Purpose}
 */
export function firstPurpose(chosen) {
  return chosen.some(({ id }) => id === "dropoff") ? "le_dropoff" : "open";
}

/**
 * Sort places into those that say yes, those that nobody has asked, and those that say no. Yes, unknown and no are all.
 * @param {Data} data
 * @param {Clock} clock
 * @param {Question} question
 * @returns {Groups}
 */
export function sortOut(data, clock, question) {
  const { rows, typed, chosen, when, far, services, soon } = question;
  const facets = byFacet(chosen);
  const first = firstPurpose(chosen);
  const timed = Boolean(when || soon || far || !typed);
  /** @type {Record<keyof Groups, [number, number, number, number, number][]>} */
  const found = { yes: [], unknown: [], no: [] };
  rows.forEach((row, order) => {
    let { group, sure } = verdict(facets, row, clock.today);
    const open = timed ? clock.rank(row, clock.hours(row, services).told, first) : 0;
    if (when && group !== "no") {
      if (open === 3) group = "no";
      else if (open === 2) group = "unknown";
    }
    const closed = data.cards.flags[row] & CLOSED ? 4 : open;
    found[group].push([facets.size && !sure ? 1 : 0, closed, far ? far(row) : 0, order, row]);
  });
  const sorted = Object.entries(found).map(([group, list]) => [group, list.sort(compare).map(([, , , , row]) => row)]);
  return Object.fromEntries(sorted);
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function compare(a, b) {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return a[at] - b[at];
  return 0;
}

/**
 * What to leave out where nothing fits, and how many places that gives.
 * @param {Data} data
 * @param {Clock} clock
 * @param {Question} question
 * @returns {{option: Option | null, count: number}[]} without an option: the time
 */
export function drops(data, clock, question) {
  const { chosen, when } = question;
  /** @param {Question} other */
  const count = (other) => {
    const { yes, unknown } = sortOut(data, other.when ? clock : new Clock(data, clock.now, ""), other);
    return yes.length + unknown.length;
  };
  /** @type {{option: Option | null, count: number}[]} */
  const found = chosen.map((option) => ({
    option,
    count: count({ ...question, chosen: chosen.filter((other) => other.facet !== option.facet) }),
  }));
  if (when) found.push({ option: null, count: count({ ...question, when: "" }) });
  return found.filter(({ count: some }) => some > 0).sort((a, b) => b.count - a.count);
}

/**
 * What comes nearest where nothing fits: what the words nearly say, and places that say no least often.
 * @param {number[]} near
 * @param {number[]} no
 * @param {Option[]} chosen
 * @param {number} today
 */
export function nearest(near, no, chosen, today) {
  const nos = (/** @type {number} */ row) => chosen.filter((option) => sign(option, row, today) === 1).length;
  return [...near, ...[...no].sort((a, b) => nos(a) - nos(b))].slice(0, NEAREST);
}

/**
 * What matters and nobody in question has answered: one option of each facet.
 * @param {Option[]} asked
 * @param {number[]} rows
 * @param {number} today
 */
export function silent(asked, rows, today) {
  const heard = new Set(asked.filter((option) => rows.some((row) => sign(option, row, today))).map(({ facet }) => facet));
  const found = new Map(asked.filter(({ facet }) => rows.length && !heard.has(facet)).map((option) => [option.facet, option]));
  return [...found.values()];
}

/**
 * Whether words are nobody's business: they are of danger, or lead to a private topic.
 * @param {Data} data
 * @param {{pins: string[], hits: {i: number}[], near: {i: number}[]} | null} found
 */
export function isDelicate({ cards }, found) {
  return Boolean(found && (found.pins.length || [...found.hits.slice(0, LOOKED_AT), ...found.near].some(({ i }) => cards.flags[i] & SENSITIVE)));
}
