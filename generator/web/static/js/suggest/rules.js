// @ts-check
/**
 * The browser's half of the one rule table (`generator/check/table.py`): every rule that is marked `in_browser` there has its
 * function here, under the same name.
 */
import { homePages, links, sources } from "./addresses.js";
import { ages, byService, conditions, dates, dropOff, facts, languages, leave, lists, neutralName, oneLine, services, status } from "./facts.js";
import { backup, officers, onlyFax, phones } from "./numbers.js";
import { markup, people, personal, roles, words } from "./people.js";
import { differences, sorted } from "./schema.js";

/**
 * @typedef {import("./schema.js").Path} Path
 * @typedef {import("./schema.js").Difference} Difference
 *
 * Of a service: whether its entries show an address only with written leave, whether they are sensitive, and the word before the
 * number that their file names are.
 * @typedef {{leave?: boolean, sensitive?: boolean, numbered?: string}} Service
 *
 * What the rules know: the tables of `generator/check/browser.py`.
 * @typedef {{
 *   phones: {short: string, exchange: string, invented: string, called: string[]},
 *   links: {short: string, staging: string, labels: string, invented: string, tracking: string, no_page: string},
 *   values: {languages: string, no_languages: string, facts: string, oldest: string},
 *   alone: Record<string, [string, string]>,
 *   telling: string,
 *   personal: [string, string, string][],
 *   names: {first: string, roles: string, organizations: string, role: string, titled: string, asked: string, called: string,
 *     private: [string, string][]},
 *   words: {texts: string, unkind: [string, string, string][], markup: string},
 * }} Tables
 *
 * What rules look at: the data of one entry, its id, its text as YAML, the services there are by slug, whether invented numbers
 * are allowed, and the tables.
 * @typedef {{data: Record<string, import("./schema.js").Value>, id: string, text: string, services: Map<string, Service>,
 *   invented: boolean, tables: Tables}} Subject
 *
 * What a rule found: its code, where, and the words that show it. `scanned` where the whole text was looked through, whatever the
 * schema says of the field that has the words.
 * @typedef {{code: string, path: Path, seen: string, wanted?: string, scanned?: boolean}} Finding
 */

/** @type {Record<string, (subject: Subject) => Finding[]>} */
export const RULES = {
  "services.services": services,
  "hours.by_service": byService,
  "phones.phones": phones,
  "phones.backup": backup,
  "phones.only_fax": onlyFax,
  "links.links": links,
  "links.sources": sources,
  "contradictions.lists": lists,
  "contradictions.drop_off": dropOff,
  "values.one_line": oneLine,
  "values.dates": dates,
  "values.ages": ages,
  "values.facts": facts,
  "values.languages": languages,
  "values.conditions": conditions,
  "values.status": status,
  "secret_places.leave": leave,
  "safety.neutral_name": neutralName,
  "names.roles": roles,
  "personal.personal": personal,
  "names.people": people,
  "phones.officers": officers,
  "links.home_pages": homePages,
  "words.words": words,
  "words.markup": markup,
};

/**
 * Everything that can be told of one entry here: differences from the schema, and what the rules found beside them.
 * @param {Subject} subject
 * @param {import("./schema.js").Schema} schema
 * @returns {{differences: Difference[], findings: Finding[]}}
 */
export function check(subject, schema) {
  const shape = differences(subject.data, schema);
  const told = new Set(shape.map(({ path }) => sorted(path)));
  const findings = Object.values(RULES).flatMap((rule) => rule(subject));
  return { differences: shape, findings: findings.filter(({ path, scanned }) => scanned || !path.length || !told.has(sorted(path))) };
}

/**
 * Whether a finding stops an entry from being published; others are advice.
 * @param {Finding} finding
 */
export function stops({ code }) {
  return code.startsWith("E");
}
