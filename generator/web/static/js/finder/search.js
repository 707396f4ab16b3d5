// @ts-check
/** Words to places: what is typed becomes services and resources, on the device, from one file. */

import { fold } from "./fold.js";
import { NAME, ORGANIZATION, OTHER_NAME, TEXT, TOWN, prepare } from "./prepare.js";
import { understand } from "./understand.js";

export { prepare };

/**
 * @typedef {import("./prepare.js").Index} Index
 * @typedef {import("./understand.js").Unit} Unit
 *
 * @typedef {{i: number, score: number}} Hit
 *
 * `hits`: rows of the columns, the best first. `services`: slugs understood, the surest first. `dropped`: words as typed that the hits do not meet. `pins`: names of lines
 * to show above all else. `place`: what was typed after "near", "me" for here. `soon`: now, today, tonight, tomorrow, a
 * weekday, weekend or always. `near`: only where words find nothing, what comes nearest; then never empty while there is a
 * row. A query of hints alone finds nothing and has nothing near.
 * @typedef {{hits: Hit[], services: string[], dropped: string[], pins: string[], place: string | null,
 *   soon: string | null, near: {i: number}[]}} Found
 */

/** @type {Record<number, number>} */
const POINTS = { [NAME]: 60, [OTHER_NAME]: 55, [ORGANIZATION]: 40, [TOWN]: 30, [TEXT]: 20 };
const SERVICE_POINTS = 100;
const MAIN_POINTS = 6;
const FACT_POINTS = 12;
/** Points for a second way in which the same part is met. */
const SECOND_WAY = 0.15;
const WHOLE_NAME = 30;
const NAMES_READ = 100;
/** Rows with less than this share of the best score have a word in passing and are no answer. */
const TAIL = 0.25;
const MOST_NEAR = 3;
const MOST_SERVICES = 6;

/**
 * Search. Equal index and query give equal answers.
 * @param {Index} index
 * @param {string} query
 * @param {number} [limit] hits to give
 * @returns {Found}
 */
export function search(index, query, limit = 50) {
  const { units, unknown, pins, place, soon, beside, asked } = understand(index, query);
  const { hits, left } = rank(index, units, query);
  const met = new Set(units.filter((_, at) => !left.has(at)).flatMap((unit) => unit.raw));
  const missed = units.filter((unit, at) => left.has(at) && unit.needed).flatMap((unit) => unit.raw);
  const dropped = [...new Set([...missed, ...unknown])].filter((raw) => !met.has(raw));
  const understood = servicesOf(units);
  return {
    hits: hits.slice(0, limit),
    services: understood.map((service) => index.columns.services[service][0]),
    dropped: hits.length ? dropped : [],
    pins,
    place,
    soon,
    near: hits.length || !asked ? [] : comesNear(index, understood, beside, query),
  };
}

/**
 * Rows that meet as much of the query as any row does, the best first, and the parts that they leave.
 * @param {Index} index
 * @param {Unit[]} units
 * @param {string} query
 */
function rank(index, units, query) {
  const size = index.columns.name.length;
  const score = new Float64Array(size);
  const met = new Int32Array(size);
  const weights = units.map((unit) => (unit.needed ? unit.weight : 0));
  units.forEach((unit, at) => {
    const { served, spelled } = meet(index, unit, size);
    for (let row = 0; row < size; row++) {
      const [one, other] = [served[row], spelled[row]];
      if (!one && !other) continue;
      met[row] |= 1 << at;
      const best = Math.max(one, other);
      score[row] += unit.needed ? best + SECOND_WAY * Math.min(one, other) : SECOND_WAY * best;
    }
  });
  const { all, most } = fullest(met, weights);
  /** @type {Hit[]} */
  const hits = [];
  for (let row = 0; row < size; row++) {
    if (most > 0 && weigh(met[row], weights) >= most - 1e-9 && (met[row] & all) === all) {
      hits.push({ i: row, score: Math.round(score[row] * 10) / 10 });
    }
  }
  hits.sort(better);
  wholeName(index, query, hits);
  while (hits.length && hits[hits.length - 1].score < TAIL * hits[0].score) hits.pop();
  return { hits, left: new Set(units.map((_, at) => at).filter((at) => !(all & (1 << at)))) };
}

/** @param {number} mask @param {number[]} weights */
function weigh(mask, weights) {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) if (mask & (1 << at)) sum += weights[at];
  return sum;
}

/**
 * The parts of the query, needed ones, that the fullest row meets: the fewest words are left out.
 * @param {Int32Array} met
 * @param {number[]} weights
 */
function fullest(met, weights) {
  let needed = 0;
  weights.forEach((weight, at) => {
    if (weight) needed |= 1 << at;
  });
  let [all, most] = [0, 0];
  const seen = new Set(met);
  seen.delete(0);
  for (const mask of seen) {
    const sum = weigh(mask, weights);
    if (sum > most) [all, most] = [mask & needed, sum];
  }
  return { all, most };
}

/**
 * How far each row meets one part: by its services, and by its words.
 * @param {Index} index
 * @param {Unit} unit
 * @param {number} size
 */
function meet(index, unit, size) {
  const { byService, columns, from, rows, fields } = index;
  const served = new Float64Array(size);
  const spelled = new Float64Array(size);
  for (const [service, weight] of unit.services) {
    for (const row of byService[service]) {
      const points = SERVICE_POINTS * weight + (columns.offers[row][0] === service ? MAIN_POINTS : 0);
      if (points > served[row]) served[row] = points;
    }
  }
  for (const fact of unit.facts) {
    const [yes, no] = columns.facts[fact] ?? [[], []];
    for (const row of yes) if (served[row]) served[row] += FACT_POINTS;
    for (const row of no) if (served[row]) served[row] -= FACT_POINTS;
  }
  const hit = new Uint8Array(size);
  const points = new Float64Array(size);
  unit.words.forEach((guesses, nth) => {
    points.fill(0);
    for (const { id, sure } of guesses) {
      for (let at = from[id]; at < from[id + 1]; at++) {
        const worth = POINTS[fields[at]] * sure;
        const row = rows[at];
        if (hit[row] < nth || worth <= points[row]) continue;
        points[row] = worth;
      }
    }
    for (let row = 0; row < size; row++) {
      if (!points[row]) continue;
      hit[row] = nth + 1;
      spelled[row] += points[row] / unit.words.length;
    }
  });
  // Of a phrase, a row must have all the words.
  for (let row = 0; row < size; row++) if (hit[row] < unit.words.length) spelled[row] = 0;
  return { served, spelled };
}

/** @param {Hit} a @param {Hit} b */
function better(a, b) {
  return b.score - a.score || a.i - b.i;
}

/**
 * A row whose name is what was typed moves up among the first.
 * @param {Index} index
 * @param {string} query
 * @param {Hit[]} hits sorted
 */
function wholeName(index, query, hits) {
  const typed = ` ${fold(query).join(" ")} `;
  const first = hits.splice(0, typed.length < 6 ? 0 : NAMES_READ);
  for (const hit of first) {
    const name = (index.folded[hit.i] ??= ` ${fold(index.columns.name[hit.i]).join(" ")} `);
    if (name.includes(typed)) hit.score += WHOLE_NAME;
  }
  hits.unshift(...first.sort(better));
}

/** Services of all parts, the surest first. @param {Unit[]} units */
function servicesOf(units) {
  /** @type {Map<number, number>} */
  const sum = new Map();
  for (const unit of units) {
    if (!unit.needed) continue;
    for (const [service, weight] of unit.services) sum.set(service, (sum.get(service) ?? 0) + weight);
  }
  return [...sum.keys()].sort((a, b) => (sum.get(b) ?? 0) - (sum.get(a) ?? 0)).slice(0, MOST_SERVICES);
}

/**
 * What comes nearest where nothing is found: places that offer what a part of the query means, that meet the same need in
 * another way, or whose names are most like the query.
 * @param {Index} index
 * @param {number[]} services
 * @param {number[]} beside
 * @param {string} query
 * @returns {{i: number}[]}
 */
function comesNear(index, services, beside, query) {
  const { columns, byService } = index;
  const groups = new Set(services.map((service) => columns.services[service][2]));
  const group = columns.services.flatMap(([, , slug], service) => (groups.has(slug) ? byService[service] : []));
  const near = [...new Set([...beside.flatMap((service) => byService[service]), ...group])];
  const rows = near.length ? near : byName(index, query);
  return rows.slice(0, MOST_NEAR).map((i) => ({ i }));
}

/**
 * Rows by how many neighboring letters their names share with the query; the main services first where none shares any.
 * @param {Index} index
 * @param {string} query
 */
function byName(index, query) {
  const { name, offers } = index.columns;
  if (!index.pairs.length) index.pairs = name.map(pairsOf);
  const asked = pairsOf(query);
  const like = index.pairs.map((pairs) => [...asked].filter((pair) => pairs.has(pair)).length / (asked.size + pairs.size));
  const order = like.some(Boolean) ? like : offers.map(([first]) => -first);
  return [...name.keys()].sort((a, b) => order[b] - order[a] || a - b);
}

/** @param {string} text */
function pairsOf(text) {
  const plain = fold(text).join("");
  return new Set(Array.from(plain.slice(1), (letter, at) => plain[at] + letter));
}
