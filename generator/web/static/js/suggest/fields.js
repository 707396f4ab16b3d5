// @ts-check
/** Which fields a form asks for, and how each is called: from the schema, the services and the words of the site. */
import { say } from "../finder/words.js";
import { resolved } from "./schema.js";

/**
 * @typedef {import("./schema.js").Path} Path
 * @typedef {import("./schema.js").Schema} Schema
 *
 * The file that the form is made from.
 * @typedef {{schema: Schema, tables: import("./rules.js").Tables, services: Record<string, any>, groups: [string, string][], free: Record<string, number>,
 *   parts: number, invented: boolean, site: {name: string, state: string, contact: string, hosting: import("./send.js").Hosting},
 *   words: Record<string, string>}} Form
 *
 * One block of fields: those that matter for the services, and the others.
 * @typedef {{block: string, main: string[], more: string[]}} Block
 */

/** Blocks in the order in which a person knows the answers. */
const BLOCKS = ["identity", "contact", "place", "hours", "requires", "accepts", "officers", "offers", "cost", "languages", "first", "next"];

/** Fields that are asked in a way of their own, or that are for those who keep the directory. */
const APART = new Set([
  "services", "intercepts", "sensitive", "lead_partner", "status", "timezone", "point", "confidential", "address_release", "external_codes",
  "sources", "verified", "review_every_days", "editor_note", "ivc_first_exam_site", "if_closed_or_full",
]);
const SECRET = new Set(["address", "transport_note", "le_dropoff_entrance", "live_availability_url", "online_form"]);

/**
 * Give the blocks of a form. What an entry already has is among the main fields.
 * @param {Form} form
 * @param {string[]} services
 * @param {Record<string, any>} data
 * @param {boolean} fresh whether it is a new entry
 * @returns {Block[]}
 */
export function blocks(form, services, data, fresh) {
  const chosen = services.map((slug) => form.services[slug]).filter(Boolean);
  const asked = new Set(chosen.flatMap((service) => service.ask.map((/** @type {string} */ name) => name.split(".")[0])));
  const crisis = chosen.some((service) => service.crisis);
  const secret = "confidential" in data || chosen.some((service) => service.leave);
  const names = Object.keys(form.schema.properties).filter((name) => !APART.has(name) && !(secret && SECRET.has(name)));
  const known = fresh ? names : ["status", ...names];
  return BLOCKS.map((block) => {
    const mine = known.filter((name) => form.schema.properties[name]["x-block"] === block);
    /** @param {string} name */
    const matters = (name) => {
      const need = form.schema.properties[name]["x-need"];
      return need === "required" || need === "recommended" || (need === "crisis" && crisis) || asked.has(name) || name in data || name === "website";
    };
    return { block, main: mine.filter(matters), more: mine.filter((name) => !matters(name)) };
  }).filter(({ main, more }) => main.length + more.length);
}

/**
 * The schema at a path of an entry, references followed and both branches of an answer laid together.
 * @param {Schema} root
 * @param {Path} path
 * @returns {Schema}
 */
export function nodeAt(root, path) {
  /** @type {Schema} */
  let node = root;
  for (const part of path) {
    const branch = node.then ? resolved(root, node.then) : {};
    const inner = typeof part === "number" ? (node.items ?? branch.items) : (node.properties?.[part] ?? branch.properties?.[part] ?? node.additionalProperties);
    node = resolved(root, inner || {});
  }
  return node;
}

/**
 * The words for a field: those of the site's pages, else the title in the schema.
 * @param {Form} form
 * @param {Path} path
 * @returns {string}
 */
export function label(form, path) {
  if (path[1] === "by_service" && path.length === 4) {
    const service = form.services[path[2]]?.label ?? String(path[2]);
    return say(form.words, "suggest.of", { whole: service, part: label(form, ["hours", path[3]]) });
  }
  const name = path.filter((part) => typeof part === "string").join(".");
  return form.words[`suggest.label.${name}`] ?? form.words[`fact.${name}`] ?? nodeAt(form.schema, path).title ?? name;
}

/**
 * The words for one answer of a field.
 * @param {Form} form
 * @param {Path} path
 * @param {string} value
 * @returns {string}
 */
export function answer(form, path, value) {
  const { words } = form;
  const names = path.filter((part) => typeof part === "string" && part !== "answer").map(String);
  const keys = [names.join("."), names[0]].map((name) => `value.${name}.${value}`);
  const found = [...keys, `value.${names.at(-1)}.${value}`, `phone.purpose.${value}`, `suggest.value.${value}`, `value.any.${value}`].find((key) => words[key]);
  if (found) return words[found];
  const plain = value.replaceAll("-", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/**
 * A value as a person reads it, on one line.
 * @param {Form} form
 * @param {Path} path
 * @param {any} value
 * @returns {string}
 */
export function shown(form, path, value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item, index) => shown(form, [...path, index], item)).filter(Boolean).join(", ");
  if (typeof value === "object") {
    const parts = Object.entries(value).map(([key, item]) => shown(form, [...path, key], item));
    return parts.filter(Boolean).join(", ");
  }
  const node = nodeAt(form.schema, path);
  const fixed = node.enum ?? node.else?.enum;
  if (path.at(-2) === "facts") return label(form, value.split("."));
  if (path[0] === "services") return form.services[value]?.label ?? value;
  return fixed?.includes(value) ? answer(form, path, value) : value;
}
