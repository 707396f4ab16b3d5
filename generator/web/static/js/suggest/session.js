// @ts-check
/** One person's work on one entry: what was written, what follows from it, and where each problem is shown. */
import { say } from "../finder/words.js";
import { changes, pruned } from "./changes.js";
import { slug } from "./clean.js";
import { blocksOf, textAt } from "./data.js";
import { factsAt, withKnown } from "./know.js";
import { isObject, sorted } from "./schema.js";
import { problems } from "./tell.js";
import { entryText } from "./yaml.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./changes.js").Entry} Entry
 * @typedef {import("./letter.js").Suggestion} Suggestion
 * @typedef {import("./know.js").Known} Known
 * @typedef {import("./tell.js").Told} Told
 */

/**
 * What a new entry becomes: its file, its text, and what is wrong with it.
 * @param {Form} form
 * @param {Record<string, any>} draft
 * @param {Known} known
 * @returns {Suggestion}
 */
export function suggestNew(form, draft, known) {
  const written = pruned(draft);
  if (isObject(written.address) && Object.keys(written.address).join() === "state") delete written.address;
  const begun = Object.keys(written).some((key) => key !== "status");
  const data = withKnown(written, known, known.facts);
  const id = idFor(form, data);
  const group = form.services[data.services?.[0]]?.group ?? form.groups[0][0];
  const text = begun ? entryText(data, form.schema) : "";
  const told = begun ? [...problems(form, data, id, text), ...notYet(form, data, known.today)] : [];
  return { fresh: true, id, file: `directory/${group}/${id}.yaml`, text, before: {}, data, changes: [], told };
}

/**
 * The problems that an entry has before anybody changes it: they are not told to whoever changes something else.
 * @param {Form} form
 * @param {string} id
 * @param {Entry} entry
 * @returns {Set<string>}
 */
export function oldProblems(form, id, { data }) {
  return new Set(problems(form, data, id, entryText(data, form.schema)).map(name));
}

/**
 * What becomes of an entry that is there.
 * @param {Form} form
 * @param {{id: string, entry: Entry, right: boolean, old: Set<string>}} task `right` is whether it is only said to be still right
 * @param {Record<string, any>} draft
 * @param {Known} known
 * @returns {Suggestion}
 */
export function suggestChange(form, { id, entry, right, old }, draft, known) {
  const order = Object.keys(form.schema.properties);
  const mine = changes(entry, draft, order);
  const facts = right ? known.facts : factsAt(form, pruned(draft), mine.map(({ path }) => path));
  const whole = right || facts.length ? withKnown(draft, known, facts) : draft;
  const data = pruned(whole);
  const all = changes(entry, whole, order);
  const found = all.length ? [...problems(form, data, id, entryText(data, form.schema)), ...notYet(form, data, known.today)] : [];
  const told = found.filter((one) => !old.has(name(one)));
  return { fresh: false, id, file: entry.file, text: "", before: entry.data, data, changes: all, told };
}

/**
 * Days that have not been yet, on which nobody can have asked or read.
 * @param {Form} form
 * @param {Record<string, any>} data
 * @param {string} today
 * @returns {Told[]}
 */
function notYet({ words }, data, today) {
  return ["sources", "verified"].flatMap((key) =>
    blocksOf(data, key)
      .map(([path, block]) => ({ path: [...path, "date"], date: textAt(block, "date") }))
      .filter(({ date }) => /^[0-9]/.test(date) && date > today)
      .map(({ path, date }) => ({ path, text: say(words, "suggest.shape.future", { date }), stops: true, person: false, missing: false })),
  );
}

/** @param {Told} told */
function name({ path, text }) {
  return `${sorted(path)} ${text}`;
}

/**
 * The id of a new entry: its name as a slug; a neutral word and the next free number where the name of a file must not tell what
 * it is about.
 * @param {Form} form
 * @param {Record<string, any>} data
 */
function idFor({ services, free, tables }, data) {
  const own = (data.services ?? []).flatMap((/** @type {string} */ one) => services[one] ?? []);
  const word = own[0]?.numbered;
  const plain = slug(String(data.name ?? ""));
  if (word) return `${word}-${free[word]}`;
  const telling = own.some((/** @type {any} */ service) => service.sensitive) && new RegExp(tables.telling).test(plain);
  return telling ? `help-${free.help}` : plain || "new-entry";
}

/**
 * Show what is wrong at the fields that a person has been at.
 * @param {HTMLElement} fields
 * @param {Told[]} told
 * @param {Set<string>} touched places as `sorted` paths
 */
export function mark(fields, told, touched) {
  for (const place of fields.querySelectorAll(".field > .wrong:not([data-hours])")) {
    /** @type {HTMLElement} */ (place).hidden = true;
    controlOf(/** @type {HTMLElement} */ (place.parentElement))?.removeAttribute("aria-invalid");
  }
  const been = [...touched].map((text) => JSON.parse(text).join("/"));
  for (const one of told) {
    const at = one.path.join("/");
    if (!been.some((path) => path === at || path.startsWith(`${at}/`) || at.startsWith(`${path}/`))) continue;
    const field = fieldAt(fields, one.path);
    const place = field?.querySelector(":scope > .wrong:not([data-hours])");
    if (!field || !place || one.missing) continue;
    place.textContent = one.text;
    /** @type {HTMLElement} */ (place).hidden = false;
    if (one.stops) controlOf(field)?.setAttribute("aria-invalid", "true");
  }
}

/**
 * The field of a path, or the nearest one around it.
 * @param {HTMLElement} fields
 * @param {import("./schema.js").Path} path
 * @returns {HTMLElement | null}
 */
export function fieldAt(fields, path) {
  for (let size = path.length; size > 0; size -= 1) {
    const found = fields.querySelector(`[data-path="${CSS.escape(path.slice(0, size).join("/")).replaceAll("\\/", "/")}"]`);
    if (found) return /** @type {HTMLElement} */ (found);
  }
  return null;
}

/** What can be typed into or chosen in a field. @param {HTMLElement} field @returns {HTMLElement | null} */
export function controlOf(field) {
  return field.querySelector("input, select, textarea, [tabindex]");
}
