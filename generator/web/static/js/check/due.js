// @ts-check
/** Whom to call first on a day, by the same rule as the build (generator/measure/ages.py). Nothing here touches the page. */

/**
 * One kind of facts of a place: how bad it is when they are wrong (0 is worst), the last day on which the oldest check
 * holds (empty: nobody ever asked) and the date of the oldest source (empty: unknown).
 * @typedef {{risk: number, until: string, read: string}} Deadline
 *
 * @typedef {[number, string, string]} Rank
 */

/** Comes after every risk: nothing is due. */
const LATER = 4;

/**
 * @param {string} text `risk:last day:date of the source` for each kind, a blank between, the worst first
 * @returns {Deadline[]}
 */
export function deadlines(text) {
  return text.split(" ").map((part) => {
    const [risk, until, read] = part.split(":");
    return { risk: Number(risk), until, read };
  });
}

/**
 * @param {Deadline[]} some
 * @param {string} today YYYY-MM-DD
 * @returns {Rank} what is not due comes last, the next to be due first
 */
export function rank(some, today) {
  const first = some.find(({ until }) => today > until);
  if (first) return [first.risk, first.until, first.read];
  const next = some.map(({ until }) => until).sort()[0];
  return [LATER, next, ""];
}

/** @param {Rank} found */
export function isDue([risk]) {
  return risk < LATER;
}

/**
 * @param {Rank} a
 * @param {Rank} b
 */
export function compare(a, b) {
  for (const at of [0, 1, 2]) {
    if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  }
  return 0;
}
