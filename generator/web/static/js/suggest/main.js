// @ts-check
/** The form of /suggest.html: `#<id>` changes an entry, `#<id>:right` says that it is still right, nothing makes a new one. */
import { say } from "../finder/words.js";
import { button, make } from "./dom.js";
import { Draft } from "./draft.js";
import { factsOf, knowFields, nothingKnown } from "./know.js";
import { showResult } from "./result.js";
import { fieldsOf, servicesField, sourcesField } from "./sections.js";
import { controlOf, fieldAt, mark, oldProblems, suggestChange, suggestNew } from "./session.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./changes.js").Entry} Entry
 * @typedef {import("./letter.js").Suggestion} Suggestion
 * @typedef {import("./tell.js").Told} Told
 *
 * What the address asks for: an entry or none, and whether it is only said to be right.
 * @typedef {{id: string, entry: Entry | null, right: boolean}} Task
 */

const root = document.getElementById("suggest");

/**
 * @param {string} path from this page
 * @returns {Promise<any>}
 */
async function load(path) {
  const answer = await fetch(new URL(path, document.baseURI), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return answer.json();
}

/**
 * The entry that the address names. Which file has it is counted from its id; the file has others too.
 * @param {Form} form
 * @param {string} id
 * @returns {Promise<Entry | undefined>}
 */
async function loadEntry(form, id) {
  const number = [...id].reduce((total, letter) => (Math.imul(total, 31) + /** @type {number} */ (letter.codePointAt(0))) >>> 0, 0);
  const records = await load(`data/entries/${number % form.parts}.json`);
  return records[id];
}

/**
 * Do what the address asks for.
 * @param {HTMLElement} place
 * @param {Form} form
 * @param {Map<string, Record<string, any>>} drafts
 */
async function open(place, form, drafts) {
  const [, id = "", right] = /^#([a-z0-9-]+)(:right)?$/.exec(location.hash) ?? [];
  const entry = id ? await loadEntry(form, id).catch(() => undefined) : null;
  if (entry === undefined) {
    place.replaceChildren(make("p", { class: "note" }, say(form.words, "suggest.no-entry", { id })));
    return;
  }
  begin(place, form, { id, entry, right: Boolean(right) }, drafts);
}

/**
 * @param {HTMLElement} place
 * @param {Form} form
 * @param {Task} task
 * @param {Map<string, Record<string, any>>} drafts what was written so far in this page, by ids; new entries have none
 */
function begin(place, form, { id, entry, right }, drafts) {
  const { words } = form;
  const known = nothingKnown(form, new Date());
  const fields = make("form", { class: "fields", autocomplete: "off", novalidate: true, "aria-label": say(words, "suggest.form") });
  const result = make("section", { class: "result", "aria-label": say(words, "suggest.send") });
  const count = make("span", {});
  const bar = make("div", { class: "onward" }, count, button(say(words, "suggest.to-end"), () => toEnd(result)));
  const draft = new Draft((!right && drafts.get(id)) || entry?.data || { status: "active", address: { state: form.site.state } }, () => refresh());
  const context = { form, draft };
  const old = entry ? oldProblems(form, id, entry) : new Set();
  if (!right) drafts.set(id, draft.data);
  const suggestion = () => (entry ? suggestChange(form, { id, entry, right, old }, draft.data, known) : suggestNew(form, draft.data, known));
  /** @param {Told} told */
  const find = ({ path }) => toField(fields, path);
  const refresh = () => {
    const now = suggestion();
    offerLeave(form, now.data);
    mark(fields, now.told, draft.touched);
    now.told.push(...[...draft.trouble].map(([path, text]) => ({ path: path.split("/"), text, stops: true, person: false, missing: false })));
    showResult(result, form, now, find);
    const wrong = now.told.filter((told) => told.stops).length;
    count.textContent = [entry && say(words, "suggest.bar.changes", { n: now.changes.length }), wrong > 0 && say(words, "suggest.bar.mend", { n: wrong })].filter(Boolean).join(" · ");
  };
  const blocks = make("div", { class: "blocks" });
  const build = () => blocks.replaceChildren(...(entry || draft.get(["services"]) ? fieldsOf(context, !entry) : []));
  const know = make("div", { class: "block know" });
  const ask = () => {
    const data = entry ? entry.data : draft.data;
    const facts = () => (entry && !right ? [] : factsOf(form, suggestion().data));
    const about = { page: Boolean(entry) && !right, facts, data: () => suggestion().data, sources: data.sources?.length ?? 0, start: (data.verified ?? []).length };
    know.replaceChildren(make("h2", {}, say(words, "suggest.block.trust")), ...(entry ? [] : [sourcesField(context)]), knowFields(form, known, about, refresh));
  };
  fields.addEventListener("submit", (event) => event.preventDefault());
  if (!right) build();
  fields.append(...head(form, { id, entry, right }), ...(right ? [] : [servicesBlock(context, build, entry)]), blocks, know);
  ask();
  place.replaceChildren(fields, result, bar);
  refresh();
}

/**
 * Who writes about a private subject can leave the page at once.
 * @param {Form} form
 * @param {Record<string, any>} data
 */
function offerLeave({ services }, data) {
  const leave = document.getElementById("leave");
  const own = (data.services ?? []).some((/** @type {string} */ slug) => services[slug]?.sensitive);
  if (leave) leave.hidden = data.sensitive === "no" || !(own || data.sensitive === "yes");
}

/**
 * What this page is about: a new place, or an entry with its two ways.
 * @param {Form} form
 * @param {Task} task
 * @returns {HTMLElement[]}
 */
function head({ words }, { id, entry, right }) {
  if (!entry) return [make("p", {}, say(words, "suggest.new")), make("p", { class: "acts" }, make("a", { class: "btn", href: "find/index.html" }, say(words, "suggest.find")))];
  const other = right ? `#${id}` : `#${id}:right`;
  return [
    make("h2", { class: "entry" }, make("a", { href: `r/${id}.html` }, String(entry.data.name))),
    make("p", {}, say(words, right ? "suggest.right" : "suggest.change")),
    make("p", { class: "acts" }, make("a", { class: "btn", href: other }, say(words, right ? "suggest.to-change" : "suggest.to-right"))),
  ];
}

/**
 * The services: at the top of a new entry, behind one tap of one that is there.
 * @param {import("./controls.js").Context} context
 * @param {() => void} build
 * @param {Entry | null} entry
 */
function servicesBlock(context, build, entry) {
  const made = servicesField(context, build);
  return entry ? make("details", { class: "more" }, make("summary", {}, say(context.form.words, "suggest.services")), made) : made;
}

/** @param {HTMLElement} result */
function toEnd(result) {
  const title = result.querySelector("h2");
  title?.focus({ preventScroll: true });
  result.scrollIntoView();
}

/**
 * Lead to a field, whatever it is behind.
 * @param {HTMLElement} fields
 * @param {import("./schema.js").Path} path
 */
function toField(fields, path) {
  const field = fieldAt(fields, path);
  for (let at = field?.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  field?.scrollIntoView({ block: "center" });
  if (field) controlOf(field)?.focus({ preventScroll: true });
}

/** @param {HTMLElement} place */
async function start(place) {
  const form = await load(/** @type {string} */ (place.dataset.form));
  const drafts = new Map();
  addEventListener("hashchange", () => {
    const inPage = document.getElementById(location.hash.slice(1));
    if (!inPage) void open(place, form, drafts);
  });
  await open(place, form, drafts);
  document.documentElement.classList.add("filled");
}

if (root) {
  start(root).catch(() => {
    root.classList.add("failed");
  });
}
