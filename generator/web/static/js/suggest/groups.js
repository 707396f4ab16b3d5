// @ts-check
/** Lists whose items have fields of their own: phone numbers, pages that were read, languages. */
import { say } from "../finder/words.js";
import { field, fieldFor, idOf } from "./controls.js";
import { button, make, select } from "./dom.js";
import { answer, label, nodeAt } from "./fields.js";

/**
 * @typedef {import("./controls.js").Context} Context
 * @typedef {import("./schema.js").Path} Path
 */

/** The fields of an item that everybody needs; the others are behind one tap. @type {Record<string, string[]>} */
const MAIN = { phones: ["number", "purpose"], sources: ["publisher", "url", "date"] };
const LEFT_OUT = new Set(["languages", "hours", "facts"]);

/**
 * A list with a button to add an item and one in each to take it off.
 * @param {Context} context
 * @param {string} name
 */
export function group(context, name) {
  const { form, draft } = context;
  const rows = make("div", { class: "rows-of" });
  const items = () => draft.get([name]) ?? [];
  /** @param {number} index */
  const row = (index) => {
    const made = item(context, name, index, () => {
      draft.set([name, index], undefined);
      made.remove();
      add.focus();
    });
    return made;
  };
  const add = button(say(form.words, `suggest.add.${name}`), () => {
    const index = items().length;
    draft.set([name, index], name === "phones" ? { number: undefined } : {});
    const made = row(index);
    rows.append(made);
    made.querySelector("input")?.focus();
  });
  items().forEach((/** @type {unknown} */ one, /** @type {number} */ index) => one && rows.append(row(index)));
  if (!rows.children.length) rows.append(row(0));
  return field(context, [name], ({ id }) => make("div", { id, class: "group", tabindex: "-1" }, rows, add));
}

/**
 * @param {Context} context
 * @param {string} name
 * @param {number} index
 * @param {() => void} remove
 */
function item(context, name, index, remove) {
  const { form } = context;
  const path = [name, index];
  const known = Object.keys(nodeAt(form.schema, path).properties).filter((key) => !LEFT_OUT.has(key));
  const rest = known.filter((key) => !MAIN[name].includes(key));
  const title = say(form.words, `suggest.item.${name}`, { n: index + 1 });
  const given = rest.some((key) => context.draft.get([...path, key]));
  return make(
    "fieldset",
    { class: "item", "data-path": path.join("/") },
    make("legend", {}, title),
    ...MAIN[name].map((key) => fieldFor(context, [...path, key])),
    make("details", { open: given }, make("summary", {}, say(form.words, "suggest.more")), ...rest.map((key) => fieldFor(context, [...path, key]))),
    button(say(form.words, "suggest.remove", { item: title }), remove, { class: "btn slight" }),
  );
}

/**
 * Languages: each with how it is spoken.
 * @param {Context} context
 * @returns {HTMLElement}
 */
export function languages(context) {
  const { form, draft } = context;
  const codes = Object.keys(form.words).flatMap((key) => /^value\.language\.([a-z]{2,3})$/.exec(key)?.[1] ?? []);
  /** @type {[string, string][]} */
  const names = codes.map((code) => /** @type {[string, string]} */ ([code, form.words[`value.language.${code}`]])).sort((a, b) => a[1].localeCompare(b[1]));
  const hows = ["staff", "interpreter-on-site", "phone-interpreter"].map((how) => /** @type {[string, string]} */ ([how, answer(form, ["how"], how)]));
  const none = say(form.words, "suggest.unknown");
  const rows = make("div", { class: "rows-of" });
  const all = () => draft.get(["languages"]) ?? [];
  /** @param {number} index */
  const row = (index) => {
    const now = all()[index];
    const [code, how] = [now?.code ?? now ?? "", now?.how ?? ""];
    const write = () => draft.set(["languages", index], !one.value ? undefined : two.value || now?.note ? { code: one.value, ...(two.value ? { how: two.value } : {}), ...(now?.note ? { note: now.note } : {}) } : one.value);
    const one = select([["", none], ...names], code, { id: idOf(["languages", index]), "aria-label": say(form.words, "suggest.item.languages", { n: index + 1 }) }, write);
    const two = select([["", say(form.words, "suggest.how.unknown")], ...hows], how, { "aria-label": label(form, ["languages", index, "how"]) }, write);
    return make("div", { class: "pair", "data-path": `languages/${index}` }, one, two);
  };
  all().forEach((/** @type {unknown} */ _, /** @type {number} */ index) => rows.append(row(index)));
  const add = button(say(form.words, "suggest.add.languages"), () => {
    const made = row(Math.max(all().length, rows.children.length));
    rows.append(made);
    made.querySelector("select")?.focus();
  });
  return field(context, ["languages"], ({ id }) => make("div", { id, class: "group", tabindex: "-1" }, rows, add));
}

