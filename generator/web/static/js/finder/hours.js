// @ts-check
/**
 * Open, closed or nobody knows: computed on the phone, in the time zone of the place, from the table that
 * generator/finder/hours.py makes and describes.
 */

/**
 * @typedef {{from: string, days: number, holidays: [number[], number[]], comments: string[], lists: number[][],
 *   weeks: number[][], hours: (number | number[])[][]}} HoursTable
 *
 * One schedule, ready to be asked: the week and the other weeks by the day they start on, single days, the list for
 * holidays (or UNTOUCHED, UNTOLD), and the holidays that the text names.
 * @typedef {{week: number[], runs: [start: number, end: number, week: number[]][], days: Map<number, number>,
 *   holiday: number, told: Set<number>}} Row
 *
 * @typedef {{table: HoursTable, first: number, weekday: number, kept: Set<number>, some: Set<number>,
 *   rows: (Row | undefined)[]}} Device
 *
 * A local time where the place is: days since 1970-01-01, minutes after 00:00.
 * @typedef {{day: number, minute: number}} Wall
 *
 * A time to come, `days` after the day asked about; `weekday` 0 is Monday, `minute` 1440 the end of that day. `soon`: less
 * than 24 hours away by the clock on the wall.
 * @typedef {Wall & {days: number, weekday: number, soon: boolean}} Moment
 *
 * `open`, `closed`: the hours say so. `unknown`: the hours say that it depends, or there are none. `holiday`: the hours
 * say nothing about this holiday. `beyond`: the table does not reach that day.
 * @typedef {"open" | "closed" | "unknown" | "holiday" | "beyond"} Kind
 *
 * `until`: when this ends; null if that is a week or more away or not known. `next`: the next hours when it is closed or a
 * holiday, null if none are known; their kind says whether they are sure. `comment`: the words of the hours.
 * @typedef {{kind: Kind, until: Moment | null, next: (Moment & {kind: "open" | "unknown", comment: string}) | null,
 *   comment: string}} State
 */

export const DAY = 24 * 60 * 60 * 1000;
const MIDNIGHT = 24 * 60;
const UNTOUCHED = -2;
const UNTOLD = -1;
const UNSURE = 1;
const HOLIDAY = -1;
const HOLIDAY_LIST = [0, MIDNIGHT, HOLIDAY];
/** Days after which "until" says nothing any more. */
const WEEK = 7;

/**
 * Make the table ready to be asked.
 * @param {HoursTable} table
 * @returns {Device}
 */
export function readHours(table) {
  const first = Date.parse(table.from) / DAY;
  // 1970-01-01 was a Thursday.
  const weekday = (first + 3) % 7;
  const [kept, some] = table.holidays.map((days) => new Set(days));
  return { table, first, weekday, kept, some, rows: [] };
}

/**
 * What the hours say at a local time of the place, such as one that was chosen (see chosenTime).
 * @param {Device} device
 * @param {number | null | undefined} index
 * @param {Wall} wall
 * @returns {State}
 */
export function stateOn(device, index, { day, minute }) {
  const row = rowOf(device, index);
  if (!row) return state("unknown");
  const offset = day - device.first;
  if (!(offset >= 0 && offset < device.table.days)) return state("beyond");
  const list = blocks(device, row, offset);
  for (let at = 0; at < list.length; at += 3) {
    if (minute < list[at] || minute >= list[at + 1]) continue;
    const what = list[at + 2];
    const now = { day: offset, minute };
    const end = endOf(device, row, offset, list[at + 1], what);
    if (what === HOLIDAY) return state("holiday", end && moment(device, now, end), nextOf(device, row, now));
    const kind = what & UNSURE ? "unknown" : "open";
    return state(kind, end && moment(device, now, end), null, commentOf(device, what));
  }
  return state("closed", null, nextOf(device, row, { day: offset, minute }));
}

/**
 * A local time that was chosen: on a day of the calendar, or `days` after the place's today.
 * @param {string} date YYYY-MM-DD
 * @param {number} minute 0 to 1439
 * @returns {Wall}
 */
export function chosenTime(date, minute) {
  return { day: Date.parse(date) / DAY, minute };
}

/** @type {Map<string, {format: Intl.DateTimeFormat | null, now: number, wall: Wall | null}>} */
const zones = new Map();

/**
 * The local time in a zone, null where the phone does not know the zone. Every place asks for the same instant, so the
 * last answer of each zone is kept.
 * @param {string} zone
 * @param {number} now
 * @returns {Wall | null}
 */
export function wallClock(zone, now) {
  let known = zones.get(zone);
  if (!known) {
    known = { format: formatter(zone), now: NaN, wall: null };
    zones.set(zone, known);
  }
  if (known.format && known.now !== now) {
    /** @type {Record<string, number>} */
    const part = {};
    for (const { type, value } of known.format.formatToParts(now)) part[type] = Number(value);
    const { year, month, day, hour, minute } = part;
    known.wall = { day: Date.UTC(year, month - 1, day) / DAY, minute: (hour % 24) * 60 + minute };
    known.now = now;
  }
  return known.wall;
}

/** @param {string} zone */
function formatter(zone) {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  } catch {
    return null;
  }
}

/**
 * @param {Kind} kind
 * @param {State["until"]} until
 * @param {State["next"]} next
 * @returns {State}
 */
function state(kind, until = null, next = null, comment = "") {
  return { kind, until, next, comment };
}

/**
 * @param {Device} device
 * @param {number | null | undefined} index
 * @returns {Row | undefined}
 */
function rowOf(device, index) {
  const { rows, table } = device;
  if (index === null || index === undefined || !table.hours[index]) return undefined;
  return (rows[index] ??= readRow(table, table.hours[index]));
}

/**
 * @param {HoursTable} table
 * @param {(number | number[])[]} packed
 * @returns {Row}
 */
function readRow(table, packed) {
  const [week, holiday, runs = [], exceptions = [], told = []] = /** @type {any[]} */ (packed);
  /** @type {Row} */
  const row = { week: table.weeks[week], runs: [], days: new Map(), holiday, told: new Set(told) };
  for (let at = 0; at < runs.length; at += 3) {
    row.runs.push([runs[at], runs[at] + runs[at + 1], table.weeks[runs[at + 2]]]);
  }
  for (let at = 0, day = 0; at < exceptions.length; at += 2) row.days.set((day += exceptions[at]), exceptions[at + 1]);
  return row;
}

/**
 * The number of the list that the text gives for a day.
 * @param {Device} device
 * @param {Row} row
 * @param {number} day
 * @returns {number}
 */
function listOn(device, row, day) {
  const single = row.days.get(day);
  if (single !== undefined) return single;
  if (row.holiday >= 0 && device.kept.has(day)) return row.holiday;
  let { week } = row;
  for (const [start, end, other] of row.runs) if (day >= start && day < end) week = other;
  return week[(device.weekday + day) % 7];
}

/**
 * Whether a day is a holiday of which the text does not say how it is kept there: it says nothing of holidays, or it is a
 * holiday for some only and the text makes a difference between holidays and other days.
 * @param {Device} device
 * @param {Row} row
 * @param {number} day
 */
function inDoubt(device, row, day) {
  if (row.holiday === UNTOUCHED || row.told.has(day)) return false;
  if (row.holiday === UNTOLD) return device.kept.has(day) || device.some.has(day);
  return device.some.has(day) && listOn(device, row, day) !== row.holiday;
}

/**
 * The blocks of a day: start, end, what; and so on. What is left of the night of a doubtful holiday is in doubt too.
 * @param {Device} device
 * @param {Row} row
 * @param {number} day
 * @returns {number[]}
 */
function blocks(device, row, day) {
  if (inDoubt(device, row, day)) return HOLIDAY_LIST;
  const { lists } = device.table;
  const list = lists[listOn(device, row, day)];
  if (list[0] !== 0 || !inDoubt(device, row, day - 1)) return list;
  const [start, end, what] = lists[listOn(device, row, day - 1)].slice(-3);
  const oneNight = end === MIDNIGHT && what === list[2] && list[1] <= start;
  return oneNight ? [0, list[1], HOLIDAY, ...list.slice(3)] : list;
}

/**
 * When something that holds until the minute `end` of a day really ends: it may go on at midnight.
 * @param {Device} device
 * @param {Row} row
 * @param {number} day
 * @param {number} end
 * @param {number} what
 * @returns {Wall | null}
 */
function endOf(device, row, day, end, what) {
  for (let at = day; at < day + WEEK; at += 1) {
    if (end < MIDNIGHT) return { day: at, minute: end };
    // What the last night of the table does after midnight is not known; it is if nothing ever changes.
    if (at + 1 >= device.table.days) return row.holiday === UNTOUCHED ? null : { day: at, minute: MIDNIGHT };
    const [start, nextEnd, nextWhat] = blocks(device, row, at + 1);
    if (start !== 0 || nextWhat !== what) return { day: at, minute: MIDNIGHT };
    end = nextEnd;
  }
  return null;
}

/**
 * @param {Device} device
 * @param {Row} row
 * @param {Wall} now
 * @returns {State["next"]}
 */
function nextOf(device, row, now) {
  for (let day = now.day; day < device.table.days; day += 1) {
    const list = blocks(device, row, day);
    for (let at = 0; at < list.length; at += 3) {
      const what = list[at + 2];
      if (what === HOLIDAY || (day === now.day && list[at] <= now.minute)) continue;
      const kind = what & UNSURE ? "unknown" : "open";
      const begin = moment(device, now, { day, minute: list[at] });
      return { ...begin, kind, comment: commentOf(device, what) };
    }
  }
  return null;
}

/**
 * @param {Device} device
 * @param {Wall} now in days of the table
 * @param {Wall} then
 * @returns {Moment}
 */
function moment(device, now, then) {
  const days = then.day - now.day;
  return {
    day: device.first + then.day,
    days,
    weekday: (device.weekday + then.day) % 7,
    minute: then.minute,
    soon: days * MIDNIGHT + then.minute - now.minute < MIDNIGHT,
  };
}

/**
 * @param {Device} device
 * @param {number} what
 */
function commentOf(device, what) {
  return what > UNSURE ? device.table.comments[(what >> 1) - 1] : "";
}
