// @ts-check
/** How somebody knows: a call, a visit or the place's own word is a check; a page that was read is a source. */
import { say } from "../finder/words.js";
import { cleanText, cleanUrl } from "./clean.js";
import { wordSet } from "./data.js";
import { make, select, tick } from "./dom.js";
import { label, shown } from "./fields.js";
import { isObject } from "./schema.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./schema.js").Path} Path
 *
 * `how` is "", "phone", "visit", "provider" or "page"; `facts` are names of fields that were asked about.
 * @typedef {{how: string, date: string, role: string, facts: string[], publisher: string, url: string, when: string, today: string}} Known
 */

const NOT_ASKED = new Set(["name", "organization", "services", "summary", "status", "sources", "verified", "intercepts", "also_known_as", "sensitive", "lead_partner", "confidential", "timezone", "review_every_days"]);
const PARTS = ["open", "phone", "intake", "le_dropoff"];

/** @param {Form} form @param {Date} now @returns {Known} */
export function nothingKnown(form, now) {
  const date = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  return { how: "", date, role: say(form.words, "suggest.role"), facts: [], publisher: "", url: "", when: "", today: date };
}

/**
 * The names of the facts of an entry that somebody can ask about.
 * @param {Form} form
 * @param {Record<string, any>} data
 * @returns {string[]}
 */
export function factsOf(form, data) {
  const known = wordSet(form.tables.values.facts);
  return Object.keys(data).flatMap((key) => {
    if (key !== "hours") return known.has(key) && !NOT_ASKED.has(key) ? [key] : [];
    const single = Object.entries(data.hours.by_service ?? {}).flatMap(([service, hours]) => Object.keys(hours ?? {}).map((part) => `hours.by_service.${service}.${part}`));
    return [...PARTS.filter((part) => data.hours[part]).map((part) => `hours.${part}`), ...single];
  });
}

/**
 * The names of the facts at some places of an entry.
 * @param {Form} form
 * @param {Record<string, any>} data
 * @param {Path[]} paths
 */
export function factsAt(form, data, paths) {
  const all = factsOf(form, data);
  const touched = paths.map((path) => path.filter((part) => typeof part === "string").join("."));
  return all.filter((fact) => touched.some((name) => name === fact || name.startsWith(`${fact}.`) || fact.startsWith(`${name}.`)));
}

/**
 * Give an entry with what is known about how: another check, or another source.
 * @param {Record<string, any>} data
 * @param {Known} known
 * @param {string[]} facts
 * @returns {Record<string, any>}
 */
export function withKnown(data, { how, date, role, publisher, url, when }, facts) {
  if (how === "page") {
    const source = { publisher, url, date: when || "unknown", ...(facts.length ? { facts } : {}) };
    return publisher || url ? { ...data, sources: [...(data.sources ?? []), source] } : data;
  }
  return how ? { ...data, verified: [...(data.verified ?? []), { date, how, role, facts }] } : data;
}

/**
 * The fields for it. `page` is whether a page that was read is one of the answers.
 * @param {Form} form
 * @param {Known} known
 * @param {{page: boolean, facts: () => string[], data: () => Record<string, any>, start: number, sources: number}} about
 *   `facts` and `data` are asked when they are shown; `start` is the number of checks so far, `sources` that of pages
 * @param {() => void} changed
 * @returns {HTMLElement}
 */
export function knowFields(form, known, about, changed) {
  const { words } = form;
  const ways = ["", "phone", "visit", "provider", ...(about.page ? ["page"] : [])];
  const more = make("div", { class: "keys" });
  const show = () => more.replaceChildren(...(known.how === "page" ? pageFields() : known.how ? checkFields() : []));
  /** @param {"date" | "role" | "publisher" | "url" | "when"} key @param {string} path @param {string} type */
  const box = (key, path, type = "text") => {
    const id = `know-${key}`;
    const input = make("input", { id, type, autocomplete: "off", "aria-describedby": `${id}-wrong`, max: type === "date" ? known.today : undefined });
    input.value = known[key];
    input.addEventListener("input", () => {
      known[key] = key === "url" ? cleanUrl(input.value) : cleanText(input.value);
      changed();
    });
    const help = words[`suggest.know.${key}.help`];
    return make("div", { class: "field", "data-path": path }, make("label", { for: id }, say(words, `suggest.know.${key}`)), help && make("p", { class: "help" }, help), input, make("p", { class: "wrong", id: `${id}-wrong`, hidden: true }));
  };
  const checkFields = () => {
    const at = `verified/${about.start}`;
    const [facts, data] = [about.facts(), about.data()];
    const asked = facts.map((fact) =>
      tick(factWords(form, data, fact), known.facts.includes(fact), (checked) => {
        known.facts = facts.filter((one) => (one === fact ? checked : known.facts.includes(one)));
        changed();
      }, { value: fact }),
    );
    const list = make("fieldset", { class: "field", "data-path": `${at}/facts` }, make("legend", {}, say(words, "suggest.know.facts")), make("div", { class: "ticks tall" }, ...asked), make("p", { class: "wrong", hidden: true }));
    return [box("date", `${at}/date`, "date"), box("role", `${at}/role`), ...(asked.length ? [list] : [])];
  };
  const pageFields = () => {
    const at = `sources/${about.sources}`;
    return [box("publisher", `${at}/publisher`), box("url", `${at}/url`), box("when", `${at}/date`)];
  };
  const how = select(ways.map((way) => [way, say(words, `suggest.know.${way || "none"}`)]), known.how, { id: "know-how", "aria-describedby": "know-how-help" }, (value) => {
    known.how = value;
    show();
    changed();
  });
  show();
  return make("div", { class: "know-how" }, make("div", { class: "field" }, make("label", { for: "know-how" }, say(words, "suggest.know.how")), make("p", { class: "help", id: "know-how-help" }, say(words, about.page ? "suggest.know.help" : "suggest.know.help.check")), how), more);
}

/**
 * A fact and what the entry says of it.
 * @param {Form} form
 * @param {Record<string, any>} data
 * @param {string} fact
 */
function factWords(form, data, fact) {
  const path = fact.split(".");
  const value = path.reduce((/** @type {any} */ at, key) => (isObject(at) ? at[key] : undefined), data);
  return say(form.words, "suggest.fact", { label: label(form, path), value: shown(form, path, value) });
}
