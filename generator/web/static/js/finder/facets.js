// @ts-check
/**
 * "Will they take this person?": three-state answers, groups and counts. Nothing here touches the page.
 * The signs are those of generator/finder/facets.py: 0 unknown, 1 no, 2 yes as listed, 3 yes as confirmed.
 */

/**
 * @typedef {{key: string, options: [string, string, string, string][], strict?: number, until?: Record<number, number>}} FacetColumns
 *
 * One option of a facet. `id` is "pets" or "record.arson"; `facet` is the number of its facet; `facts` are how lines of
 * cards on the same fact begin.
 * @typedef {{id: string, label: string, facet: number, signs: string, facts: string[], strict: boolean, until: Record<number, number>}} Option
 *
 * What is chosen: ids of options by the number of their facet.
 * @typedef {Map<number, Option[]>} Chosen
 *
 * What a place answers. `sure`: all of it is confirmed.
 * @typedef {{group: "yes" | "unknown" | "no", sure: boolean}} Verdict
 *
 * @typedef {{yes: number, unknown: number, no: number}} Count
 */

const NO = 1;
const LISTED = 2;
const CONFIRMED = 3;

/**
 * @param {FacetColumns[]} columns
 * @returns {Option[]}
 */
export function readFacets(columns) {
  return columns.flatMap((facet, number) =>
    facet.options.map(([key, label, signs, facts]) => ({
      id: key ? `${facet.key}.${key}` : facet.key,
      label,
      facet: number,
      signs,
      facts: facts.split("|"),
      strict: Boolean(facet.strict),
      until: facet.until ?? {},
    })),
  );
}

/**
 * What one place answers to one option today: 0 unknown, 1 no, 2 yes as listed, 3 yes as confirmed. A check that is past
 * its limit is a listed yes, and where a yes counts only while it is confirmed it is unknown.
 * @param {Option} option
 * @param {number} row
 * @param {number} today days since 1970-01-01
 * @returns {number}
 */
export function sign(option, row, today) {
  const found = row < option.signs.length ? option.signs.charCodeAt(row) - 48 : 0;
  if (found !== CONFIRMED || today <= (option.until[row] ?? 0)) return found;
  return option.strict ? 0 : LISTED;
}

/**
 * Within one facet the best answer counts; every facet must be answered.
 * @param {Chosen} chosen
 * @param {number} row
 * @param {number} today
 * @returns {Verdict}
 */
export function verdict(chosen, row, today) {
  /** @type {Verdict} */
  const found = { group: "yes", sure: true };
  for (const options of chosen.values()) {
    const best = bestOf(options, row, today);
    if (best === NO) return { group: "no", sure: false };
    if (best === 0) found.group = "unknown";
    if (best !== CONFIRMED) found.sure = false;
  }
  return found;
}

/**
 * How many of some places answer each option with yes, not at all, or no, if everything else that is chosen stays.
 * @param {Option[]} options
 * @param {Chosen} chosen
 * @param {number[]} rows
 * @param {number} today
 * @returns {Count[]}
 */
export function countOptions(options, chosen, rows, today) {
  const counts = options.map(() => ({ yes: 0, unknown: 0, no: 0 }));
  for (const row of rows) {
    const refusing = [...chosen].filter(([, mine]) => bestOf(mine, row, today) === NO).map(([facet]) => facet);
    if (refusing.length > 1) continue;
    for (let at = 0; at < options.length; at += 1) {
      const option = options[at];
      if (refusing.length && refusing[0] !== option.facet) continue;
      const found = sign(option, row, today);
      counts[at][found >= LISTED ? "yes" : found === NO ? "no" : "unknown"] += 1;
    }
  }
  return counts;
}

/**
 * Whether choosing an option would change what is shown: somebody answers, and not everybody says yes.
 * @param {Count} count
 */
export function changes({ yes, unknown, no }) {
  return yes + no > 0 && unknown + no > 0;
}

/**
 * @param {Option[]} options
 * @param {number} row
 * @param {number} today
 */
function bestOf(options, row, today) {
  let best = NO;
  for (const option of options) {
    const found = sign(option, row, today);
    if (found >= LISTED ? found > best : found === 0 && best === NO) best = found;
  }
  return best;
}
