// @ts-check
/** Fields of the form, each made from its part of the schema. */
import { say } from "../finder/words.js";
import { cleanNumber, cleanText, cleanUrl } from "./clean.js";
import { make, select, tick } from "./dom.js";
import { answer, label, nodeAt } from "./fields.js";
import { resolved } from "./schema.js";

/**
 * @typedef {import("./schema.js").Path} Path
 * @typedef {import("./schema.js").Schema} Schema
 *
 * What all fields of a form share.
 * @typedef {{form: import("./fields.js").Form, draft: import("./draft.js").Draft}} Context
 *
 * A name of a field of its own, for what is a part of something else.
 * @typedef {{name?: string, help?: string}} Own
 */

const LONG = 160;
const NO_HELP = new Set(["phones", "phones.purpose", "phones.kind", "languages", "status", "access", "transport", "accessibility"]);

/** @param {Path} path */
export function idOf(path) {
  return `f-${path.join("-")}`;
}

/**
 * A field with its name, its help and the place for what is wrong with it. `control` gets the ids it is described by.
 * @param {Context} context
 * @param {Path} path
 * @param {(attributes: Record<string, string>) => HTMLElement} control
 * @param {Own} [own]
 */
export function field({ form }, path, control, own = {}) {
  const [id, node] = [idOf(path), nodeAt(form.schema, path)];
  const help = own.help ?? helpOf(form, path, node);
  const needed = path.length === 1 && form.schema.required.includes(path[0]);
  const element = control({ id, "aria-describedby": help ? `${id}-help ${id}-wrong` : `${id}-wrong`, ...(needed ? { "aria-required": "true" } : {}) });
  const name = [own.name ?? label(form, path), needed && make("small", {}, say(form.words, "suggest.needed"))];
  const parts = [
    help && make("p", { class: "help", id: `${id}-help` }, help),
    element,
    make("p", { class: "wrong", id: `${id}-wrong`, hidden: true }),
  ];
  const whole = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  const head = whole ? make("label", { for: id }, ...name) : make("legend", {}, ...name);
  return make(whole ? "div" : "fieldset", { class: "field", "data-path": path.join("/") }, head, ...parts);
}

/**
 * @param {import("./fields.js").Form} form
 * @param {Path} path
 * @param {Schema} node
 */
function helpOf({ words }, path, node) {
  const name = path.filter((part) => typeof part === "string").join(".");
  const own = words[`suggest.help.${name}`];
  if (own !== undefined || NO_HELP.has(name)) return own ?? "";
  const example = (node.examples ?? []).find((/** @type {unknown} */ one) => typeof one === "string");
  const told = node.description ?? "";
  return example && !node.enum && !node.else && !told.includes(example) ? say(words, "suggest.example", { help: told, example }) : told;
}

/**
 * Any field, by what the schema says of it.
 * @param {Context} context
 * @param {Path} path
 * @returns {HTMLElement}
 */
export function fieldFor(context, path) {
  const { form } = context;
  const node = nodeAt(form.schema, path);
  if (node.enum) return choice(context, path);
  if (node.else) return answered(context, path);
  if (node.type === "array") {
    const items = resolved(form.schema, node.items);
    return items.enum ? ticks(context, path, items.enum) : lines(context, path);
  }
  if (node.type === "object") return keys(context, path, node);
  return text(context, path);
}

/** One text. @param {Context} context @param {Path} path @param {Own} [own] */
export function text({ form, draft }, path, own) {
  const node = nodeAt(form.schema, path);
  const kind = kindOf(path, node);
  const clean = kind === "tel" ? cleanNumber : kind === "url" ? cleanUrl : cleanText;
  return field(
    { form, draft },
    path,
    (attributes) => {
      const long = kind === "text" && ((node.maxLength ?? 0) > LONG || path[0] === "summary");
      const common = { ...attributes, autocomplete: "off" };
      const box = long
        ? make("textarea", { ...common, rows: "3" })
        : make("input", { ...common, type: kind === "date" ? "date" : "text", inputmode: kind === "date" ? undefined : kind, spellcheck: kind === "text" ? undefined : "false" });
      box.value = draft.get(path) ?? "";
      box.addEventListener("input", () => draft.set(path, clean(box.value) || undefined));
      box.addEventListener("change", () => {
        box.value = draft.get(path) ?? "";
      });
      return box;
    },
    own,
  );
}

/** @param {Path} path @param {Schema} node */
function kindOf(path, node) {
  const name = String(path.at(-1));
  if (name === "number") return "tel";
  if (/url|website|online/.test(name)) return "url";
  if (name === "email") return "email";
  if (/^\^\[0-9\]\{(?:1,|5)/.test(node.pattern ?? "")) return "numeric";
  return node.pattern === "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" ? "date" : "text";
}

/** One of some words. @param {Context} context @param {Path} path */
function choice({ form, draft }, path) {
  const needed = path.length === 1 && form.schema.required.includes(path[0]);
  /** @type {[string, string][]} */
  const options = nodeAt(form.schema, path).enum.map((/** @type {string} */ value) => [value, answer(form, path, value)]);
  const all = needed && draft.get(path) ? options : /** @type {[string, string][]} */ ([["", say(form.words, "suggest.unknown")], ...options]);
  return field({ form, draft }, path, (attributes) => select(all, draft.get(path) ?? "", attributes, (value) => draft.set(path, value || undefined)));
}

/** An answer that may have a note: a text alone, or `answer` and `note`. @param {Context} context @param {Path} path */
function answered(context, path) {
  const { form, draft } = context;
  const node = nodeAt(form.schema, path);
  const plain = node.else.enum ?? [];
  const block = resolved(form.schema, node.then);
  const listed = block.type === "array";
  const fixed = listed ? [...plain, "*"] : (block.properties?.answer?.enum ?? plain);
  const now = draft.get(path);
  const said = listed ? (Array.isArray(now) ? "*" : (now ?? "")) : (now?.answer ?? now ?? "");
  /** @type {[string, string][]} */
  const options = [["", say(form.words, "suggest.unknown")], ...fixed.map((/** @type {string} */ value) => [value, value === "*" ? say(form.words, "suggest.places") : answer(form, path, value)])];
  const note = make("input", { type: "text", autocomplete: "off", "aria-label": say(form.words, listed ? "suggest.places" : "suggest.note", { label: label(form, path) }), placeholder: say(form.words, listed ? "suggest.places.hint" : "suggest.note.hint") });
  note.value = listed ? (Array.isArray(now) ? now.join(", ") : "") : (now?.note ?? "");
  const more = listed ? make("div", { class: "note-box" }, note) : make("details", { class: "note-box" }, make("summary", {}, say(form.words, "suggest.note.title")), note);
  const unfold = () => {
    more.hidden = !box.value || (listed && box.value !== "*");
    if (more instanceof HTMLDetailsElement && (note.value || box.value === "conditional")) more.open = true;
  };
  const update = () => {
    const value = box.value;
    const words = cleanText(note.value);
    unfold();
    if (listed && value === "*") draft.set(path, words ? words.split(/, */).filter(Boolean) : undefined);
    else if (!listed && value && (words || !plain.includes(value))) draft.set(path, { ...(now?.answer ? now : {}), answer: value, ...(words ? { note: words } : { note: undefined }) });
    else if (!listed && value && now?.answer && Object.keys(now).some((key) => key !== "answer" && key !== "note")) draft.set(path, { ...now, answer: value, note: undefined });
    else draft.set(path, value || undefined);
  };
  const box = select(options, said, {}, update);
  unfold();
  note.addEventListener("input", update);
  const made = field(context, path, (attributes) => {
    for (const [key, value] of Object.entries(attributes)) box.setAttribute(key, value);
    return box;
  });
  made.append(more);
  return made;
}

/** Some of some words. @param {Context} context @param {Path} path @param {string[]} values */
function ticks({ form, draft }, path, values) {
  return field({ form, draft }, path, ({ id, "aria-describedby": described }) => {
    const boxes = values.map((value) =>
      tick(answer(form, path, value), (draft.get(path) ?? []).includes(value), (checked) => {
        const now = (draft.get(path) ?? []).filter((/** @type {string} */ one) => one !== value);
        const all = checked ? [...now, value] : now;
        draft.set(path, all.length ? inOrder(all, values) : undefined);
      }, { value }),
    );
    return make("div", { class: "ticks", id, "aria-describedby": described, tabindex: "-1" }, ...boxes);
  });
}

/** Words in the order of the schema, what it does not know behind them. @param {string[]} chosen @param {string[]} values */
function inOrder(chosen, values) {
  return [...values.filter((value) => chosen.includes(value)), ...chosen.filter((value) => !values.includes(value))];
}

/** Some texts, one a line. @param {Context} context @param {Path} path */
function lines({ form, draft }, path) {
  return field({ form, draft }, path, (attributes) => {
    const box = make("textarea", { ...attributes, rows: "3", autocomplete: "off" });
    box.value = (draft.get(path) ?? []).join("\n");
    box.addEventListener("input", () => {
      const all = [...new Set(box.value.split("\n").map(cleanText).filter(Boolean))];
      draft.set(path, all.length ? all : undefined);
    });
    return box;
  }, { help: say(form.words, "suggest.lines", { help: nodeAt(form.schema, path).description ?? "" }) });
}

/** Fields that belong together. @param {Context} context @param {Path} path @param {Schema} node */
function keys(context, path, node) {
  const names = Object.keys(node.properties ?? {}).filter((name) => name !== "by_medicine" && name !== "entry" && name !== "hours");
  return field(context, path, ({ id }) => make("div", { class: "keys", id, tabindex: "-1" }, ...names.map((name) => fieldFor(context, [...path, name]))));
}
