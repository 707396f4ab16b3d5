// @ts-check
/** The form in blocks: those that matter for the services that were chosen are open, the others are one tap away. */
import { say } from "../finder/words.js";
import { fieldFor } from "./controls.js";
import { button, make, select } from "./dom.js";
import { blocks } from "./fields.js";
import { group, languages } from "./groups.js";
import { hours } from "./week.js";

/**
 * @typedef {import("./controls.js").Context} Context
 */

const OPEN = new Set(["identity", "contact", "place", "hours"]);
const PURPOSES = ["open", "phone", "intake", "le_dropoff"];

/**
 * The services of an entry, the most important first.
 * @param {Context} context
 * @param {() => void} changed told when the blocks have to be made again
 * @returns {HTMLElement}
 */
export function servicesField({ form, draft }, changed) {
  const { words } = form;
  const rows = make("div", { class: "rows-of" });
  /** @type {string[]} */
  const chosen = [...(draft.get(["services"]) ?? [])];
  /** @param {number} index */
  const row = (index) => {
    const box = select([["", say(words, "suggest.choose")]], "", { id: `f-services-${index}`, "aria-label": say(words, "suggest.item.services", { n: index + 1 }), "aria-describedby": "f-services-wrong" }, (value) => {
      chosen[index] = value;
      const all = [...new Set(chosen.filter(Boolean))];
      draft.set(["services"], all.length ? all : undefined);
      changed();
    });
    for (const [slug, label] of form.groups) {
      const mine = Object.entries(form.services).filter(([, service]) => service.group === slug);
      box.append(make("optgroup", { label }, ...mine.map(([value, service]) => make("option", { value, selected: chosen[index] === value }, service.label))));
    }
    rows.append(box);
    return box;
  };
  chosen.forEach((_, index) => row(index));
  if (!chosen.length) row(0);
  const add = button(say(words, "suggest.add.services"), () => row(rows.children.length).focus(), { class: "btn slight" });
  return make("fieldset", { class: "field", "data-path": "services" }, make("legend", {}, say(words, "suggest.services")), rows, make("p", { class: "wrong", id: "f-services-wrong", hidden: true }), add);
}

/**
 * The blocks of fields.
 * @param {Context} context
 * @param {boolean} fresh
 * @returns {HTMLElement[]}
 */
export function fieldsOf(context, fresh) {
  const { form, draft } = context;
  const { words } = form;
  const services = draft.get(["services"]) ?? [];
  return blocks(form, services, draft.data, fresh).map(({ block, main, more }) => {
    const open = fresh ? OPEN.has(block) || block === "requires" : block === "contact" || block === "hours";
    const rest = more.length ? [make("details", { class: "more" }, make("summary", {}, say(words, "suggest.more")), ...more.map((name) => one(context, name)))] : [];
    const secret = block === "place" && !main.includes("address") ? [make("p", { class: "note" }, say(words, "suggest.secret"))] : [];
    return make("details", { class: "block", open }, make("summary", {}, make("h2", {}, say(words, `suggest.block.${block}`))), ...secret, ...main.map((name) => one(context, name)), ...rest);
  });
}

/** @param {Context} context @param {string} name */
function one(context, name) {
  if (name === "hours") return allHours(context);
  if (name === "phones") return group(context, name);
  return name === "languages" ? languages(context) : fieldFor(context, [name]);
}

/** The hours of each purpose, and those of single services that have some. @param {Context} context */
function allHours(context) {
  const { form, draft } = context;
  const services = (draft.get(["services"]) ?? []).map((/** @type {string} */ slug) => form.services[slug]).filter(Boolean);
  const crisis = services.some((/** @type {any} */ service) => service.crisis);
  const asked = services.some((/** @type {any} */ service) => service.ask.includes("hours.phone"));
  const main = PURPOSES.filter((purpose) => purpose === "open" || draft.get(["hours", purpose]) || (purpose === "phone" ? crisis || asked : crisis));
  const single = Object.entries(draft.get(["hours", "by_service"]) ?? {}).flatMap(([service, block]) => Object.keys(block).map((purpose) => ["hours", "by_service", service, purpose]));
  const rest = PURPOSES.filter((purpose) => !main.includes(purpose)).map((purpose) => hours(context, ["hours", purpose]));
  return make(
    "div",
    { "data-path": "hours" },
    make("p", { class: "help" }, say(form.words, "suggest.hours.help")),
    ...main.map((purpose) => hours(context, ["hours", purpose])),
    ...single.map((path) => hours(context, path)),
    make("details", { class: "more" }, make("summary", {}, say(form.words, "suggest.more")), ...rest, fieldFor(context, ["hours", "note"])),
  );
}

/**
 * Where the facts of a new entry are from.
 * @param {Context} context
 * @returns {HTMLElement}
 */
export function sourcesField(context) {
  return make("div", {}, group(context, "sources"), make("details", { class: "more" }, make("summary", {}, say(context.form.words, "suggest.more")), fieldFor(context, ["editor_note"])));
}
