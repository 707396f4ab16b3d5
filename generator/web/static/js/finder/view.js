// @ts-check
/** Results as HTML: the cards of the list pages, with what is true at the time in question. */
import { day } from "../day.js";
import { CLOSED, OWN_POINT, RESPONDERS, SECRET } from "./data.js";
import { sign } from "./facets.js";
import { sayPlace } from "./openwords.js";
import { icon, safe, say } from "./words.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Clock} Clock
 * @typedef {import("./facets.js").Option} Option
 * @typedef {import("./openwords.js").Purpose} Purpose
 *
 * What every card of a view shares. `root` leads to the site's root; `my` are ids on the person's list.
 * @typedef {{data: Data, clock: Clock, root: string, chosen: Option[], first: Purpose, services: Set<number> | undefined,
 *   distance: (row: number) => string, my: string[]}} Setting
 */

/** Facts on a card, what was chosen among them. */
const FACTS = 3;
const MAPS = "https://www.google.com/maps/dir/?api=1&destination=";

/**
 * @param {Setting} setting
 * @param {number} row
 * @param {string} [number] its number on the map
 * @returns {string}
 */
export function cardHtml(setting, row, number = "") {
  const { data, root, my } = setting;
  const { cards, search, words } = data;
  const [id, name] = [cards.id[row], safe(search.name[row])];
  const path = `${root}r/${id}.html`;
  const mine = my.includes(id);
  const toggle = say(words, mine ? "my.remove" : "my.add");
  return `<article class="card" data-row="${row}"><h3><a href="${path}">${number && `<span class="num">${number}</span> `}${name}</a></h3>
<p>${safe(search.summary[row])}</p>
<ul class="meta">${notices(setting, row)}${openLine(setting, row)}${placeLine(setting, row)}${answers(setting, row)}</ul>
<p class="acts">${callButton(data, row, name)}${mapsButton(data, row, name)}<a class="btn" href="${path}" aria-label="${safe(say(words, "card.details"))}, ${name}">${safe(say(words, "card.details"))}</a><button type="button" class="btn add" data-add="${id}" aria-pressed="${mine}" aria-label="${safe(toggle)}, ${name}">${mine ? "✓" : "+"}</button></p></article>`;
}

/**
 * A line of a card, as safe HTML.
 * @param {string} kind classes
 * @param {string} sign name of the icon
 * @param {string} text
 */
function line(kind, sign, text) {
  return `<li${kind && ` class="${kind}"`}>${icon(sign)}<span>${safe(text)}</span></li>`;
}

/**
 * Alerts that still hold, and that a place is for responders only.
 * @param {Setting} setting
 * @param {number} row
 */
function notices({ data, clock }, row) {
  const { cards, words } = data;
  const alerts = cards.alerts
    .filter((/** @type {any[]} */ [at, , until]) => at === row && !(until && day(new Date(clock.now), cards.zones[cards.zone[row]]) > until))
    .map((/** @type {any[]} */ [, text]) => line("notice", "info", `${say(words, "page.alert")}: ${text}`));
  if (cards.flags[row] & RESPONDERS) alerts.push(line("shut", "responders", say(words, "find.responders")));
  return alerts.join("");
}

/**
 * @param {Setting} setting
 * @param {number} row
 */
function openLine(setting, row) {
  const { cards, words } = setting.data;
  if (cards.flags[row] & CLOSED) return line("shut", "stop", say(words, "list.closed"));
  const { text, kind, more } = openText(setting, row);
  return line(kind, "clock", text) + more.map((other) => line("", "clock", other)).join("");
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
  const brief = always ? "" : (cards.briefs[cards.brief[row]] ?? "");
  const same = main.text.toLowerCase();
  const beside = more.filter(({ purpose, text }) => purpose === "intake" && !text.toLowerCase().endsWith(same));
  const said = service < 0 ? main.text : `${search.services[service][1]}: ${main.text.charAt(0).toLowerCase()}${main.text.slice(1)}`;
  return { text: [said, service < 0 && brief].filter(Boolean).join(" · "), kind, more: beside.map(({ text }) => text) };
}

/**
 * @param {Setting} setting
 * @param {number} row
 */
function placeLine({ data, distance }, row) {
  const { cards } = data;
  const text = [cards.street[row] || "", cards.towns[cards.town[row]] ?? ""].filter(Boolean).join(", ");
  const far = distance(row);
  const area = text ? "" : (cards.areas[cards.served[row]] ?? "");
  const shown = [text || area, far].filter(Boolean).join(" · ");
  return shown ? line("", "pin", shown) : "";
}

/**
 * What was chosen first, then what the card always says.
 * @param {Setting} setting
 * @param {number} row
 */
function answers({ data, clock, chosen }, row) {
  const { cards, words } = data;
  const told = cards.facts[row].map((/** @type {number} */ number) => cards.lines[number]);
  const [rest, always] = [told.slice(0, FACTS), told.slice(FACTS)];
  const shown = chosen.map((option) => {
    const label = say(words, option.label);
    const said = rest.findIndex((/** @type {string[]} */ line_) => option.facts.some((fact) => line_[1].startsWith(`${fact}:`)));
    if (said >= 0) return factLine(rest.splice(said, 1)[0], clock.date);
    const found = sign(option, row, clock.today);
    if (found === 1) return line("f no", "no", say(words, "find.fact.no", { label }));
    if (found === 0) return line("f ask", "ask", say(words, "find.fact.ask", { label }));
    return found === 3
      ? line("f yes sure", "yes", say(words, "find.fact.confirmed", { label }))
      : line("f yes", "yes", say(words, "find.fact.listed", { label }));
  });
  shown.push(...[...rest.slice(0, Math.max(1, FACTS - shown.length)), ...always].map((/** @type {string[]} */ fact) => factLine(fact, clock.date)));
  if (cards.ask[row] >= 0) shown.push(line("f ask", "ask", cards.asks[cards.ask[row]]));
  return shown.join("");
}

/**
 * @param {string[]} fact state, text, last day of its check, text and state after that
 * @param {string} today
 */
function factLine([state, text, until, aged, agedState], today) {
  if (!until) return line(`f ${state}`, state, text);
  return today <= until ? line(`f ${state} sure`, state, text) : line(`f ${agedState}`, agedState, aged);
}

/**
 * @param {Data} data
 * @param {number} row
 * @param {string} name
 */
export function callButton({ cards, words }, row, name) {
  const { href, label, aria } = phone(cards.call[row], words);
  const kind = href.startsWith("sms:") ? "text" : "call";
  if (href) return `<a class="btn call" href="${safe(href)}" aria-label="${safe(aria)}, ${name}">${icon(kind)}<span>${safe(label)}</span></a>`;
  const web = cards.web[row];
  const words_ = safe(say(words, "act.website"));
  return web
    ? `<a class="btn call web" href="${safe(web)}" rel="noopener noreferrer external" aria-label="${words_}, ${name}">${icon("web")}<span>${words_}</span></a>`
    : "";
}

/**
 * @param {string | number | string[]} call
 * @param {Record<string, string>} words
 */
export function phone(call, words) {
  if (Array.isArray(call)) return { href: call[0], label: call[1], aria: call[2] };
  if (!call) return { href: "", label: "", aria: "" };
  const number = String(call);
  const label = say(words, "phone.call", { number });
  const digits = number.split("-").map((part) => [...part].join(" ")).join(", ");
  return { href: `tel:+1${number.replaceAll("-", "")}`, label, aria: say(words, "phone.aria", { label, digits }) };
}

/**
 * @param {Data} data
 * @param {number} row
 * @param {string} name
 */
function mapsButton(data, row, name) {
  const { cards, words } = data;
  if (cards.flags[row] & SECRET) return "";
  const at = data.point(row);
  const point = at ? `${at.lat.toFixed(4)},${at.lon.toFixed(4)}` : "";
  const address = cards.street[row] ? `${cards.street[row]}, ${cards.towns[cards.town[row]] ?? ""}` : "";
  const target = (cards.flags[row] & OWN_POINT && point) || address || point;
  if (!target) return "";
  const geo = point && ` data-geo="geo:${point}?q=${encodeURIComponent(target)}"`;
  return `<a class="btn" href="${MAPS}${encodeURIComponent(target)}" data-to="${safe(target)}"${geo} rel="noopener noreferrer external" aria-label="${safe(say(words, "act.directions"))}, ${name}">${icon("go")}<span>${safe(say(words, "card.maps"))}</span></a>`;
}
