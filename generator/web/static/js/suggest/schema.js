// @ts-check
/** Checks plain data against a JSON Schema: the keywords that the schema of an entry uses, and no others. */

/**
 * @typedef {(string | number)[]} Path
 * @typedef {string | any[] | {[key: string]: any}} Value
 * @typedef {Record<string, any>} Schema
 *
 * A keyword that a value does not keep, where, what it asks for, and the schema there. Of a key that may not be there at all
 * the keyword is "false".
 * @typedef {{path: Path, keyword: string, limit: any, value: Value, node: Schema}} Difference
 */

/**
 * @param {any} value
 * @returns {value is Record<string, Value>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Give every difference between a value and the schema.
 * @param {Value} value
 * @param {Schema} root the whole schema, in which references are looked up
 * @returns {Difference[]}
 */
export function differences(value, root) {
  /** @type {Difference[]} */
  const found = [];
  visit({ root, found }, value, root, []);
  return found;
}

/**
 * The schema at a reference such as `#/$defs/date`.
 * @param {Schema} root
 * @param {string} reference
 * @returns {Schema}
 */
export function target(root, reference) {
  return reference
    .split("/")
    .slice(1)
    .reduce((node, part) => node[part], root);
}

/**
 * The schema of a node with its references followed; what stands beside a reference wins.
 * @param {Schema} root
 * @param {Schema} node
 * @returns {Schema}
 */
export function resolved(root, node) {
  return node.$ref ? { ...resolved(root, target(root, node.$ref)), ...node } : node;
}

/**
 * @typedef {{root: Schema, found: Difference[]}} Walk
 *
 * @param {Walk} walk
 * @param {Value} value
 * @param {Schema | boolean} node
 * @param {Path} path
 */
function visit(walk, value, node, path) {
  if (node === true) return;
  if (node === false) {
    walk.found.push({ path, keyword: "false", limit: false, value, node: {} });
    return;
  }
  /** @param {string} keyword */
  const tell = (keyword) => walk.found.push({ path, keyword, limit: node[keyword], value, node });
  for (const keyword of Object.keys(node)) {
    if (SIMPLE[keyword]?.(value, node[keyword]) === false) tell(keyword);
  }
  if (node.$ref) visit(walk, value, target(walk.root, node.$ref), path);
  if (node.not && fits(walk.root, value, node.not)) tell("not");
  if (node.anyOf && !node.anyOf.some((/** @type {Schema} */ one) => fits(walk.root, value, one))) tell("anyOf");
  if (node.if) {
    const branch = fits(walk.root, value, node.if) ? node.then : node.else;
    if (branch !== undefined) visit(walk, value, branch, path);
  }
  if (Array.isArray(value) && node.items) value.forEach((item, index) => visit(walk, item, node.items, [...path, index]));
  if (isObject(value)) visitKeys(walk, value, node, path);
}

/**
 * @param {Walk} walk
 * @param {Record<string, Value>} value
 * @param {Schema} node
 * @param {Path} path
 */
function visitKeys(walk, value, node, path) {
  const known = node.properties ?? {};
  for (const [key, item] of Object.entries(value)) {
    if (Object.hasOwn(known, key)) visit(walk, item, known[key], [...path, key]);
    else if (isObject(node.additionalProperties)) visit(walk, item, node.additionalProperties, [...path, key]);
    if (node.propertyNames) visit(walk, key, node.propertyNames, path);
  }
  for (const [key, schema] of Object.entries(node.dependentSchemas ?? {})) {
    if (Object.hasOwn(value, key)) visit(walk, value, /** @type {Schema} */ (schema), path);
  }
  const missing = (node.required ?? []).filter((/** @type {string} */ key) => !Object.hasOwn(value, key));
  for (const key of missing) walk.found.push({ path, keyword: "required", limit: key, value, node });
  for (const [key, others] of Object.entries(node.dependentRequired ?? {})) {
    if (!Object.hasOwn(value, key)) continue;
    const absent = /** @type {string[]} */ (others).filter((other) => !Object.hasOwn(value, other));
    for (const other of absent) walk.found.push({ path, keyword: "dependentRequired", limit: other, value, node });
  }
  const unknown = node.additionalProperties === false && Object.keys(value).some((key) => !Object.hasOwn(known, key));
  if (unknown) walk.found.push({ path, keyword: "additionalProperties", limit: false, value, node });
}

/**
 * @param {Schema} root
 * @param {Value} value
 * @param {Schema | boolean} node
 */
function fits(root, value, node) {
  /** @type {Difference[]} */
  const found = [];
  visit({ root, found }, value, node, []);
  return !found.length;
}

/** @type {Record<string, (value: Value) => boolean>} */
const TYPES = {
  string: (value) => typeof value === "string",
  array: (value) => Array.isArray(value),
  object: isObject,
};

/** @type {Map<string, RegExp>} */
const patterns = new Map();

/** @param {string} source */
function pattern(source) {
  const known = patterns.get(source) ?? new RegExp(source, "u");
  patterns.set(source, known);
  return known;
}

/** Letters as people count them: a sign outside the first 65,536 is one. @param {string} text */
function length(text) {
  return [...text].length;
}

/** Keywords that look at one value alone: false where it does not keep them. @type {Record<string, (value: Value, limit: any) => boolean>} */
const SIMPLE = {
  type: (value, limit) => TYPES[limit](value),
  enum: (value, limit) => limit.includes(value),
  const: (value, limit) => value === limit,
  pattern: (value, limit) => typeof value !== "string" || pattern(limit).test(value),
  minLength: (value, limit) => typeof value !== "string" || length(value) >= limit,
  maxLength: (value, limit) => typeof value !== "string" || length(value) <= limit,
  minItems: (value, limit) => !Array.isArray(value) || value.length >= limit,
  maxItems: (value, limit) => !Array.isArray(value) || value.length <= limit,
  uniqueItems: (value, limit) => !limit || !Array.isArray(value) || new Set(value.map(sorted)).size === value.length,
  minProperties: (value, limit) => !isObject(value) || Object.keys(value).length >= limit,
  maxProperties: (value, limit) => !isObject(value) || Object.keys(value).length <= limit,
};

/**
 * A value as one text that is the same for equal values, in whatever order their keys were written.
 * @param {Value} value
 * @returns {string}
 */
export function sorted(value) {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted(value[key])}`).join()}}`;
}
