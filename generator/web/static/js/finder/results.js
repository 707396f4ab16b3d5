// @ts-check
/** The results as HTML: lines of crisis, groups, what to do when nothing fits. */
import { facetLabel } from "./panel.js";
import { cardHtml, phone } from "./view.js";
import { icon, join, safe, say } from "./words.js";

/**
 * @typedef {import("./view.js").Setting} Setting
 * @typedef {import("./rank.js").Groups} Groups
 * @typedef {import("./facets.js").Option} Option
 *
 * `filtered`: something beside words is chosen. `near`: the words for a place that distances are from. `nearest`: what comes nearest where nothing is found.
 * @typedef {{groups: Groups, filtered: boolean, words: string, near: string, dropped: string[], pins: string[], unasked: Option[],
 *   limit: number, drops: {option: Option | null, count: number}[], nearest: number[], numbers: Map<number, number>,
 *   map: string}} Outcome
 */

const UNASKED = 3;

/**
 * @param {Setting} setting
 * @param {Outcome} outcome
 * @returns {string}
 */
export function resultsHtml(setting, outcome) {
  const { words } = setting.data;
  const { groups, filtered, dropped, limit } = outcome;
  const shown = groups.yes.length + groups.unknown.length;
  const notes = [
    dropped.length ? note(say(words, "find.dropped", { words: join(words, dropped.map((word) => `“${word}”`)) })) : "",
    filtered && shown ? unasked(setting, outcome.unasked) : "",
  ];
  const yes = groups.yes.slice(0, limit);
  const unknown = groups.unknown.slice(0, limit - yes.length);
  const left = shown - yes.length - unknown.length;
  const more = left > 0 ? `<p><button type="button" class="btn wide" data-more>${safe(say(words, "find.more", { n: Math.min(left, 12) }))}</button></p>` : "";
  const no = groups.no.length ? note(say(words, "find.no", { n: groups.no.length })) : "";
  const title = filtered ? say(words, "find.yes", { n: groups.yes.length }) : say(words, "find.count", { n: shown });
  const parts = [
    pinsHtml(setting, outcome.pins),
    ...notes,
    shown && outcome.near ? `<p class="small quiet">${safe(outcome.near)}</p>` : "",
    shown ? "" : emptyHtml(setting, outcome),
    yes.length ? group(setting, outcome, "yes", title, yes) : "",
    unknown.length ? group(setting, outcome, "unknown", say(words, "find.unknown", { n: groups.unknown.length }), unknown) : "",
    more,
    shown ? no : "",
    shown ? `<p class="acts"><button type="button" class="btn" data-map aria-expanded="${Boolean(outcome.map)}">${icon("pin")}<span>${safe(say(words, "find.map"))}</span></button><button type="button" class="btn" data-link>${icon("copy")}<span>${safe(say(words, "find.copy"))}</span></button></p>${outcome.map}` : "",
  ];
  return parts.join("");
}

/** @param {string} text */
function note(text) {
  return `<p class="note">${safe(text)}</p>`;
}

/**
 * What matters here and nobody has confirmed.
 * @param {Setting} setting
 * @param {Option[]} options
 */
export function unasked({ data }, options) {
  if (!options.length) return "";
  const labels = options.slice(0, UNASKED).map((option) => lower(facetLabel(data, option)));
  const more = options.length > UNASKED ? [say(data.words, "find.others")] : [];
  return note(say(data.words, "find.unasked", { labels: join(data.words, [...labels, ...more]) }));
}

/**
 * A label within a sentence: "Dog or cat" begins small, "HIV tests" does not.
 * @param {string} label
 */
function lower(label) {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/**
 * @param {Setting} setting
 * @param {Outcome} outcome
 * @param {string} kind
 * @param {string} title
 * @param {number[]} rows
 */
function group(setting, { numbers }, kind, title, rows) {
  const cards = rows.map((row) => cardHtml(setting, row, numbers.has(row) ? String(numbers.get(row)) : "")).join("");
  return `<h2 class="group ${kind}" tabindex="-1">${safe(title)}</h2><div class="cards">${cards}</div>`;
}

/**
 * Lines of crisis go above everything, also above nothing.
 * @param {Setting} setting
 * @param {string[]} pins
 */
function pinsHtml({ data, root }, pins) {
  const { words, search, cards } = data;
  if (!pins.length) return "";
  const lines = pins.map((name) => {
    const { row, number } = search.pins[name] ?? {};
    if (number) {
      const label = say(words, "phone.call", { number });
      return `<a class="btn call danger" href="tel:${number}">${icon("call")}<span>${safe(label)}</span></a>`;
    }
    if (row === undefined) return "";
    const { href, label, aria } = phone(cards.call[row], words);
    const title = `<a href="${root}r/${cards.id[row]}.html">${safe(search.name[row])}</a>`;
    return `<div><h3>${title}</h3>${href ? `<a class="btn call" href="${safe(href)}" aria-label="${safe(aria)}, ${safe(search.name[row])}">${icon(href.startsWith("sms:") ? "text" : "call")}<span>${safe(label)}</span></a>` : ""}</div>`;
  });
  return `<section class="pins" aria-label="${safe(say(words, "find.pinned"))}"><h2>${safe(say(words, "find.pinned"))}</h2>${lines.join("")}</section>`;
}

/**
 * Nothing fits: what to leave out, what comes nearest, and 211.
 * @param {Setting} setting
 * @param {Outcome} outcome
 */
function emptyHtml(setting, { filtered, drops, nearest, numbers }) {
  const { words } = setting.data;
  const ways = drops.slice(0, 4).map(({ option, count }) => {
    const label = option ? say(words, option.label) : say(words, "find.open");
    const target = option ? `data-option="${option.id}"` : 'data-when=""';
    return `<li><button type="button" class="btn wide" ${target}>${safe(say(words, "find.drop", { label, n: count }))}</button></li>`;
  });
  const title = say(words, filtered ? "find.none" : "find.none.words");
  return `<h2 class="group" tabindex="-1">${safe(title)}</h2>${ways.length ? `<ul class="ways">${ways.join("")}</ul>` : ""}${
    nearest.length ? group(setting, /** @type {Outcome} */ ({ numbers }), "near", say(words, "find.nearest"), nearest) : ""
  }<section class="last"><h2>${safe(say(words, "find.last"))}</h2><a class="btn call" href="tel:211" aria-label="${safe(say(words, "find.last.call"))}: 2 1 1">${icon("call")}<span>${safe(say(words, "find.last.call"))}</span></a></section>`;
}
