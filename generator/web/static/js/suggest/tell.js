// @ts-check
/** What is wrong, in words, at the field where it can be mended. */
import { say } from "../finder/words.js";
import { label } from "./fields.js";
import { check, stops } from "./rules.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./schema.js").Path} Path
 *
 * `stops` is whether the check would refuse the entry; `person` whether it says something of a person.
 * @typedef {{path: Path, text: string, stops: boolean, person: boolean, missing: boolean}} Told
 */

const PERSON = new Set(["E506", "E507", "E508", "E509", "E510", "E511"]);
const WAYS = ["phones", "website", "address", "point", "confidential"];

/**
 * Everything that can be told of an entry here, one for each place.
 * @param {Form} form
 * @param {Record<string, any>} data
 * @param {string} id
 * @param {string} text the entry as YAML
 * @returns {Told[]}
 */
export function problems(form, data, id, text) {
  const services = new Map(Object.entries(form.services));
  const subject = { data, id, text, services, invented: form.invented, tables: form.tables };
  const { differences, findings } = check(subject, form.schema);
  const shape = differences.filter(({ keyword }) => keyword !== "not").map((difference) => ofSchema(form, difference));
  const rules = findings.map((finding) => ({
    path: finding.path,
    text: say(form.words, `suggest.fault.${finding.code.toLowerCase()}`, { seen: finding.seen, wanted: finding.wanted ?? "" }),
    stops: stops(finding),
    person: PERSON.has(finding.code),
    missing: false,
  }));
  const seen = new Set();
  return [...shape, ...rules].filter(({ path, text: words }) => {
    const key = `${path.join("/")}: ${words}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * @param {Form} form
 * @param {import("./schema.js").Difference} difference
 * @returns {Told}
 */
function ofSchema({ words, ...form }, { path, keyword, limit, value, node }) {
  const base = { path, stops: true, person: false, missing: false };
  const whole = { words, ...form };
  if (keyword === "anyOf") return { ...base, path: ["phones"], text: say(words, "suggest.shape.reach"), missing: !WAYS.some((key) => key in /** @type {any} */ (value)) };
  if (keyword === "required" || keyword === "dependentRequired") {
    const at = [...path, limit];
    return { ...base, path: at, text: say(words, "suggest.shape.required", { label: label(whole, at) }), missing: true };
  }
  if (keyword === "maxLength") return { ...base, text: say(words, "suggest.shape.max-length", { n: limit, seen: [...String(value)].length }) };
  const example = (node.examples ?? []).find((/** @type {unknown} */ one) => typeof one === "string");
  if (keyword === "pattern" && example) return { ...base, text: say(words, "suggest.shape.pattern", { example }) };
  return { ...base, text: words[`suggest.shape.${keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] ?? words["suggest.shape.any"] };
}
