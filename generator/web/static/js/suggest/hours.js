// @ts-check
/**
 * Hours as days and times, and as the text of the written subset of OSM opening_hours (handbook, hours). Only such a text can be
 * written; what was read and is richer than days and times is left as it is.
 */

/**
 * Days and times that belong together: weekdays 0 to 6, which ones of the month ("1" to "5", "-1" the last; none: every week),
 * times as "09:00" to "17:00", and what it depends on, if it does.
 * @typedef {{days: number[], weeks: string[], times: [string, string][], words: string}} Row
 *
 * `kind` is "" (nobody knows), "always", "times", "depends" (on `words`) or "text" (`words` as they stand). `holidays` is "" (not
 * said), "off" or "ask".
 * @typedef {{kind: string, rows: Row[], words: string, holidays: string}} Hours
 *
 * What cannot be written: the key of its words, and the row it is in.
 * @typedef {{key: string, row: number}} Trouble
 *
 * Times in minutes of one day; past 1440 they are the next day's.
 * @typedef {[number, number]} Span
 * @typedef {{spans: Span[], words: string}} Day
 */

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const DAY = 1440;
const MORNING = [300, 780];
const MISTAKE = DAY + 60;
const ASK = 'PH unknown "ask about holidays"';
export const LONGEST = 300;

/** @returns {Hours} */
export function noHours() {
  return { kind: "", rows: [], words: "", holidays: "" };
}

/**
 * Read a text that the check has let pass. What days and times cannot say comes as kind "text".
 * @param {string} text
 * @returns {Hours}
 */
export function readHours(text) {
  if (!text) return noHours();
  const parts = text.split(/; (?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const last = parts.at(-1);
  const holidays = last === "PH off" ? "off" : last === ASK ? "ask" : "";
  const rest = holidays ? parts.slice(0, -1) : parts;
  const depends = rest.length === 1 && /^unknown "([^"]*)"$/.exec(rest[0]);
  if (depends) return { kind: "depends", rows: [], words: depends[1], holidays };
  if (rest.length === 1 && rest[0] === "24/7") return { kind: "always", rows: [], words: "", holidays };
  const rows = rest.map(readRow);
  const plain = rows.length > 0 && rows.every((row) => row !== null);
  return plain ? { kind: "times", rows: /** @type {Row[]} */ (rows), words: "", holidays } : { kind: "text", rows: [], words: text, holidays: "" };
}

/** @param {string} part @returns {Row | null} */
function readRow(part) {
  const found = /^([A-Z][A-Za-z,[\]0-9-]*)(?: ([0-9:,-]+))?(?: unknown "([^"]*)")?$/.exec(part);
  if (!found || !(found[2] || found[3])) return null;
  const [, names, times = "", words = ""] = found;
  const said = names.match(/(?:[A-Z][a-z](?:-[A-Z][a-z])?)(?:\[[0-9,-]+\])?|.+/g) ?? [];
  const days = new Set();
  /** @type {Set<string>} */
  const weeks = new Set();
  for (const name of names.replaceAll(/,(?=[A-Z])/g, ";").split(";")) {
    const day = /^([A-Z][a-z])(?:-([A-Z][a-z])|\[([0-9,-]+)\])?$/.exec(name);
    const [from, to] = [DAYS.indexOf(day?.[1] ?? ""), DAYS.indexOf(day?.[2] ?? day?.[1] ?? "")];
    if (!day || from < 0 || to < 0) return null;
    for (let at = from; ; at = (at + 1) % 7) {
      days.add(at);
      if (at === to) break;
    }
    weeks.add(day[3] ?? "");
  }
  if (weeks.size > 1 || !said.length) return null;
  const spans = times ? times.split(",").map((span) => /** @type {[string, string]} */ (span.split("-"))) : [];
  return { days: [...days].sort(), weeks: [...weeks].join().split(",").filter(Boolean), times: spans, words };
}

/**
 * Write the text, or say what stands in the way.
 * @param {Hours} hours
 * @returns {{text: string, trouble: Trouble[]}}
 */
export function writeHours({ kind, rows, words, holidays }) {
  const said = words.replaceAll('"', "'").trim();
  /** @type {Trouble[]} */
  const trouble = [];
  const ph = holidays === "off" ? ["PH off"] : holidays === "ask" ? [ASK] : [];
  /** @type {string[]} */
  let parts = [];
  if (kind === "text") return { text: words, trouble };
  if (kind === "always") parts = ["24/7", ...ph];
  if (kind === "depends" && said) parts = [`unknown "${said}"`, ...ph];
  if (kind === "depends" && !said) trouble.push({ key: "words", row: -1 });
  if (kind === "times") parts = [...writeRows(rows, trouble), ...ph];
  const text = parts.join("; ");
  if ([...text].length > LONGEST) trouble.push({ key: "long", row: -1 });
  return { text: trouble.length ? "" : text, trouble };
}

/**
 * @param {Row[]} rows
 * @param {Trouble[]} trouble
 * @returns {string[]}
 */
function writeRows(rows, trouble) {
  /** @type {(Day | null)[]} */
  const week = DAYS.map(() => null);
  /** @type {Map<string, Day>} */
  const nth = new Map();
  if (!rows.length) trouble.push({ key: "days", row: -1 });
  rows.forEach((row, number) => {
    const day = readDay(row, number, trouble);
    if (!row.days.length) trouble.push({ key: "days", row: number });
    for (const at of row.days) {
      for (const which of row.weeks.length ? row.weeks : [""]) {
        const there = which ? nth.get(`${at}[${which}]`) : week[at];
        const both = there ? joined(there, day) : day;
        if (!both) trouble.push({ key: "mixed", row: number });
        else if (which) nth.set(`${at}[${which}]`, both);
        else week[at] = both;
      }
    }
  });
  if (trouble.length) return [];
  const regular = losesANight(week) ? cut(week) : week;
  const late = [...nth.values()].some((day) => day.spans.some((span) => span[1] > DAY && tooLong(span)));
  if (!regular || late) trouble.push({ key: "night", row: -1 });
  return regular && !late ? [...regularParts(regular), ...nthParts(nth)] : [];
}

/**
 * @param {Row} row
 * @param {number} number
 * @param {Trouble[]} trouble
 * @returns {Day}
 */
function readDay({ times, words }, number, trouble) {
  const said = words.replaceAll('"', "'").trim();
  /** @type {Span[]} */
  const spans = [];
  for (const [from, to] of times) {
    const [start, end] = [minutes(from), minutes(to) || DAY];
    const past = end <= start ? end + DAY : end;
    if (Number.isNaN(start + minutes(to)) || start >= DAY || start === end) trouble.push({ key: "times", row: number });
    else if (past > DAY && tooLong([start, past])) trouble.push({ key: "afternoon", row: number });
    else spans.push([start, past]);
  }
  if (!times.length && !said) trouble.push({ key: "times", row: number });
  return { spans: tidy(spans), words: said };
}

/** @param {string} clock "09:00"; "24:00" is the end of a day */
function minutes(clock) {
  const found = /^(\d\d):([0-5]\d)$/.exec(clock);
  const all = found ? Number(found[1]) * 60 + Number(found[2]) : NaN;
  return all > DAY ? NaN : all;
}

/** In order, those that touch made one. @param {Span[]} spans @returns {Span[]} */
function tidy(spans) {
  /** @type {Span[]} */
  const found = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const before = found.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** Two hours of one day as one; null where one is sure and the other is not. @param {Day} one @param {Day} other @returns {Day | null} */
function joined(one, other) {
  const whole = !one.spans.length || !other.spans.length;
  if (one.words !== other.words) return null;
  return { spans: whole ? [] : tidy([...one.spans, ...other.spans].map(([start, end]) => [start, end])), words: one.words };
}

/**
 * Whether a night has to be cut at midnight: because the next day has hours of its own, or because joined times are longer than a
 * clock can say.
 * @param {(Day | null)[]} week
 */
function losesANight(week) {
  return week.some((day, at) => {
    const next = week[(at + 1) % 7];
    return day?.spans.some((span) => span[1] > DAY && (tooLong(span) || (next && key(next) !== key(day))));
  });
}

/** @param {Span} span */
function tooLong([start, end]) {
  return end - start >= DAY || (start >= MORNING[0] && start < MORNING[1] && end >= MISTAKE);
}

/** Each night cut at midnight, the rest given to the next day. @param {(Day | null)[]} week @returns {(Day | null)[] | null} */
function cut(week) {
  /** @type {(Day | null)[]} */
  const found = week.map((day) => day && { ...day, spans: day.spans.map(([start, end]) => [start, Math.min(end, DAY)]) });
  for (const [at, day] of week.entries()) {
    for (const [, end] of day?.spans ?? []) {
      if (end <= DAY) continue;
      const next = (at + 1) % 7;
      const left = { spans: [/** @type {Span} */ ([0, end - DAY])], words: day?.words ?? "" };
      const there = found[next];
      if (there && !there.spans.length) return null;
      const both = there ? joined(there, left) : left;
      if (!both) return null;
      found[next] = both;
    }
  }
  return found;
}

/** @param {Day} day */
function key(day) {
  return JSON.stringify([day.spans, day.words]);
}

/** @param {(Day | null)[]} week */
function regularParts(week) {
  /** @type {Map<string, {days: number[], day: Day}>} */
  const groups = new Map();
  week.forEach((day, at) => {
    if (!day) return;
    const group = groups.get(key(day)) ?? { days: [], day };
    group.days.push(at);
    groups.set(key(day), group);
  });
  return [...groups.values()].map(({ days, day }) => part(runs(days), day));
}

/** @param {Map<string, Day>} nth */
function nthParts(nth) {
  /** @type {Map<string, {names: Map<number, string[]>, day: Day}>} */
  const groups = new Map();
  for (const [name, day] of [...nth].sort()) {
    const group = groups.get(key(day)) ?? { names: new Map(), day };
    const at = Number(name[0]);
    group.names.set(at, [...(group.names.get(at) ?? []), name.slice(2, -1)]);
    groups.set(key(day), group);
  }
  return [...groups.values()].map(({ names, day }) => part([...names].map(([at, weeks]) => `${DAYS[at]}[${weeks.sort(lastLast).join()}]`).join(), day));
}

/** The last one of a month comes behind the others. @param {string} a @param {string} b */
function lastLast(a, b) {
  return (Number(a) < 0 ? 9 : Number(a)) - (Number(b) < 0 ? 9 : Number(b));
}

/** @param {string} days @param {Day} day */
function part(days, { spans, words }) {
  const times = spans.map(([start, end]) => `${clock(start)}-${clock(end > DAY ? end - DAY : end)}`).join();
  return [days, times, words && `unknown "${words}"`].filter(Boolean).join(" ");
}

/** @param {number} minute */
function clock(minute) {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** `Mo-Fr`, `Sa,Su`: three or more in a row are a range. @param {number[]} days */
function runs(days) {
  /** @type {number[][]} */
  const found = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else found.push([day]);
  }
  return found.map((run) => (run.length > 2 ? `${DAYS[run[0]]}-${DAYS[run[run.length - 1]]}` : run.map((day) => DAYS[day]).join())).join();
}
