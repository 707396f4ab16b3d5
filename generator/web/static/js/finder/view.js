// @ts-check
/** A place as a card: that of the list pages, with what is true at the time in question. */
import { day } from "../day.js";
import { isPrivate, message, phone, target } from "./contact.js";
import { CLOSED, RESPONDERS } from "./data.js";
import { button, signed } from "./dom.js";
import { sign } from "./facets.js";
import { sayPlace } from "./openwords.js";
import { lower, say } from "./words.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Clock} Clock
 * @typedef {import("./dom.js").Tree} Tree
 * @typedef {import("./facets.js").Option} Option
 * @typedef {import("./openwords.js").Purpose} Purpose
 *
 * What every card of a view shares. `root` leads to the site's root; `my` are ids on the person's list. `quiet`: private
 * topics go by their neutral title, because nobody asked for them. `shares`, `copies`: what the phone can do.
 * @typedef {{data: Data, clock: Clock, root: string, chosen: Option[], first: Purpose, services: Set<number> | undefined,
 *   miles: (row: number) => number | null, distance: (row: number) => string, my: string[], quiet: boolean, shares: boolean, copies: boolean}} Setting
 */

/** Facts on a card, what was chosen among them. */
const FACTS = 3;
/** By the sign of an answer, as in facets.js: its drawing and its words. */
const ANSWERS = [["ask", "find.fact.ask"], ["no", "find.fact.no"], ["yes", "find.fact.listed"], ["yes", "find.fact.confirmed"]];
const MAPS = "https://www.google.com/maps/dir/?api=1&destination=";

/**
 * @param {Setting} setting
 * @param {number} row
 * @param {string} [number] its number on the map
 * @returns {Tree}
 */
export function card(setting, row, number = "") {
  const { data, root } = setting;
  const { cards, search, words } = data;
  const name = nameOf(setting, row);
  const path = `${root}r/${cards.id[row]}.html`;
  const details = say(words, "card.details");
  const neutral = name !== search.name[row];
  return ["article.card",
    ["h3", ["a", { href: path }, number && ["span.num", number], number && " ", name]],
    !neutral && ["p", search.summary[row]],
    ["ul.meta", ...notices(setting, row), ...openLines(setting, row), !neutral && placeLine(setting, row), ...(neutral ? staying(setting, row) : answers(setting, row))],
    ["p.acts", callButton(data, row, name), !neutral && mapsButton(data, row, name), ["a.btn", { href: path, "aria-label": `${details}, ${name}` }, details]],
    further(setting, row),
  ];
}

/**
 * The name of a place, or the neutral title of its topic.
 * @param {Setting} setting
 * @param {number} row
 * @returns {string}
 */
export function nameOf({ data, quiet }, row) {
  return (quiet && data.neutral.get(row)) || data.search.name[row];
}

/**
 * What else can be done with a place: text, share, copy, print, and the person's own list.
 * @param {Setting} setting
 * @param {number} row
 * @returns {Tree}
 */
export function further(setting, row) {
  const { data, my, shares, copies } = setting;
  const { cards, words } = data;
  const name = nameOf(setting, row);
  const t = (/** @type {string} */ key) => say(words, key);
  const on = my.includes(cards.id[row]);
  const { address } = target(data, row);
  const act = (/** @type {string} */ does, /** @type {string} */ sign, /** @type {string} */ key) =>
    button("btn", { [`data-${does}`]: row, "aria-label": `${t(key)}, ${name}` }, ...signed(sign, t(key)));
  return ["div.extra",
    ["details", { "data-of": row }, ["summary", { "aria-label": `${t("find.more-acts")}, ${name}` }, t("find.more-acts")], ["p.acts",
      message(data, [row]) && textButton(data, [row], "share.text", name), shares && act("send", "share", "act.share"),
      copies && address && act("address", "copy", "act.copy.address"), act("sheet", "print", "act.print"),
    ]],
    button("btn.add", { "data-add": cards.id[row], "aria-pressed": String(on), "aria-label": `${t(on ? "my.remove" : "my.add")}, ${name}` }, `${on ? "✓" : "+"} ${t("my.list")}`),
  ];
}

/**
 * @param {Data} data
 * @param {number[]} rows
 * @param {string} key
 * @param {string} name
 * @returns {Tree}
 */
export function textButton(data, rows, key, name) {
  const secret = rows.some((row) => isPrivate(data, row));
  const label = say(data.words, key);
  return ["a.btn", { href: `sms:?&body=${encodeURIComponent(message(data, rows))}`, "data-private": secret, "aria-label": name && `${label}, ${name}` }, ...signed("text", label)];
}

/**
 * A line of a card.
 * @param {string} kind classes
 * @param {string} sign name of the icon
 * @param {string} text
 * @returns {Tree}
 */
function line(kind, sign, text) {
  return ["li", { class: kind || undefined }, ...signed(sign, text)];
}

/**
 * Alerts that still hold, and that a place is for responders only.
 * @param {Setting} setting
 * @param {number} row
 * @returns {Tree[]}
 */
function notices({ data, clock }, row) {
  const { cards, words } = data;
  const today = day(new Date(clock.now), cards.zones[cards.zone[row]]);
  const told = cards.alerts.filter(([at, , until]) => at === row && !(until && today > until));
  const shown = told.map(([, text]) => line("notice", "info", `${say(words, "page.alert")}: ${text}`));
  if (cards.flags[row] & RESPONDERS) shown.push(line("shut", "responders", say(words, "find.responders")));
  return shown;
}

/**
 * @param {Setting} setting
 * @param {number} row
 * @returns {Tree[]}
 */
function openLines(setting, row) {
  const { cards, words } = setting.data;
  if (cards.flags[row] & CLOSED) return [line("shut", "stop", say(words, "list.closed"))];
  const { text, kind, more } = openText(setting, row);
  return [line(kind, "clock", text), ...more.map((other) => line("", "clock", other))];
}

/**
 * Whether a place is open at the time in question, in words, with the hours of its week; `more` is what intake and drop-off
 * say beside it.
 * @param {Setting} setting
 * @param {number} row
 * @returns {{text: string, kind: string, more: string[]}}
 */
export function openText({ data, clock, first, services }, row) {
  const { cards, search, words } = data;
  const { told: hours, service } = clock.hours(row, services);
  const { first: main, more } = sayPlace(words, hours, clock.date, first);
  const open = main.confirmed ? "now yes sure" : "now listed";
  const kind = main.kind === "open" ? open : main.kind === "closed" ? "now" : "now ask";
  const always = main.kind === "open" && main.purpose && !hours[main.purpose]?.state.until;
  const brief = !always && service < 0 && cards.briefs[cards.brief[row]];
  const same = main.text.toLowerCase();
  const beside = more.filter(({ purpose, text }) => purpose === "intake" && !text.toLowerCase().endsWith(same));
  const said = service < 0 ? main.text : `${search.services[service][1]}: ${lower(main.text)}`;
  return { text: [said, brief].filter(Boolean).join(" · "), kind, more: beside.map(({ text }) => text) };
}

/**
 * @param {Setting} setting
 * @param {number} row
 * @returns {Tree}
 */
function placeLine({ data, distance }, row) {
  const { cards } = data;
  const text = [cards.street[row], cards.towns[cards.town[row]]].filter(Boolean).join(", ");
  const shown = [text || cards.areas[cards.served[row]], distance(row)].filter(Boolean).join(" · ");
  return shown && line("", "pin", shown);
}

/**
 * What was chosen first, then what the card says anyway; how officers should come stays, whatever is chosen.
 * @param {Setting} setting
 * @param {number} row
 * @returns {Tree[]}
 */
function answers({ data, clock, chosen }, row) {
  const { cards, words } = data;
  const told = factsOf(data, row);
  const shown = chosen.map((option) => {
    const label = say(words, option.label);
    const said = told.findIndex(({ fact }) => option.facts.some((name) => fact[1].startsWith(`${name}:`)));
    if (said >= 0) return factLine(told.splice(said, 1)[0].fact, clock.date);
    const found = sign(option, row, clock.today);
    const [kind, key] = ANSWERS[found];
    return line(`f ${kind}${found === 3 ? " sure" : ""}`, kind, say(words, key, { label }));
  });
  let room = Math.max(1, FACTS - shown.length);
  for (const { stays, fact } of told) if (stays || room-- > 0) shown.push(factLine(fact, clock.date));
  if (cards.ask[row] >= 0) shown.push(line("f ask", "ask", cards.asks[cards.ask[row]]));
  return shown;
}

/**
 * Of a card that does not tell what a place is: how officers should come.
 * @param {Setting} setting
 * @param {number} row
 * @returns {Tree[]}
 */
function staying({ data, clock }, row) {
  return factsOf(data, row).filter(({ stays }) => stays).map(({ fact }) => factLine(fact, clock.date));
}

/** @param {Data} data @param {number} row */
function factsOf({ cards }, row) {
  return cards.facts[row].map((number) => ({ stays: number < 0, fact: cards.lines[number < 0 ? -1 - number : number] }));
}

/**
 * @param {string[]} fact state, text, last day of its check, text and state after that
 * @param {string} today
 * @returns {Tree}
 */
function factLine([state, text, until, aged, agedState], today) {
  if (!until) return line(`f ${state}`, state, text);
  return today <= until ? line(`f ${state} sure`, state, text) : line(`f ${agedState}`, agedState, aged);
}

/**
 * The button that calls, or opens the website of a place without a number.
 * @param {Data} data
 * @param {number} row
 * @param {string} name
 * @returns {Tree}
 */
export function callButton(data, row, name) {
  const { href, label, aria } = phone(data, row);
  if (href) return ["a.btn.call", { href, "aria-label": `${aria}, ${name}` }, ...signed(href.startsWith("sms:") ? "text" : "call", label)];
  const web = data.cards.web[row];
  const site = say(data.words, "act.website");
  return web && ["a.btn.call.web", { href: web, rel: "noopener noreferrer external", "aria-label": `${site}, ${name}` }, ...signed("web", site)];
}

/**
 * @param {Data} data
 * @param {number} row
 * @param {string} name
 * @returns {Tree}
 */
function mapsButton(data, row, name) {
  const { point, door } = target(data, row);
  if (!door) return false;
  const to = encodeURIComponent(door);
  return ["a.btn", {
    href: MAPS + to, "data-to": door, "data-geo": point && `geo:${point}?q=${to}`, rel: "noopener noreferrer external",
    "aria-label": `${say(data.words, "act.directions")}, ${name}`,
  }, ...signed("go", say(data.words, "card.maps"))];
}
