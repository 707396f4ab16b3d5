// @ts-check
/** The finder's data, ready to be asked. generator/finder/files.py and cards.py describe the file. */
import { day } from "../day.js";
import { readFacets } from "./facets.js";
import { DAY, chosenTime, readHours, stateOn, wallClock } from "./hours.js";
import { openRank } from "./openwords.js";

/**
 * @typedef {import("./facets.js").Option} Option
 * @typedef {import("./openwords.js").Told} Told
 * @typedef {import("./openwords.js").Purpose} Purpose
 * @typedef {Partial<Record<Purpose, Told>>} Hours
 * A need: the numbers of its services, and of the options that matter for it, the most important first.
 * @typedef {[services: number[], asked: number[]]} Need
 *
 * The columns of generator/finder/cards.py.
 * @typedef {{id: string[], zone: number[], call: (0 | string | [href: string, label: string, aria: string])[],
 *   web: (0 | string)[], street: (0 | string)[], town: number[], lat: number[], lon: number[], facts: number[][], ask: number[],
 *   hours: number[][], brief: number[], flags: number[], served: number[], near: number[], origin: [number, number],
 *   alerts: [row: number, text: string, until: string][], zones: string[], towns: string[], lines: string[][], asks: string[],
 *   trusts: [until: string, asked: string, year: string][], areas: string[], briefs: string[]}} Cards
 *
 * What search and cards share, of generator/finder/words.py.
 * @typedef {{services: [slug: string, label: string, group: string][], offers: number[][], name: string[], summary: string[],
 *   neutral: [row: number, title: string][]}} Shown
 *
 * The file of generator/finder/files.py.
 * @typedef {{date: string, url: string, cards: Cards, search: Shown, hours: import("./hours.js").HoursTable,
 *   facets: import("./facets.js").FacetColumns[], needs: Record<string, Need>, map: Outline,
 *   words: Record<string, string>}} File
 *
 * Rings of the area as lat, lon, lat, ..., and its towns, in thousandths of a degree.
 * @typedef {{land: number[][], towns: [name: string, lat: number, lon: number][]}} Outline
 *
 * `size`: how many places; `neutral`: the titles of private ones by their row.
 * @typedef {{size: number, url: string, cards: Cards, search: Shown, neutral: Map<number, string>, words: Record<string, string>,
 *   options: Option[], needs: Record<string, Need>, rows: Map<string, number>, map: Outline, device: import("./hours.js").Device,
 *   point: (row: number) => Point | null}} Data
 *
 * Degrees.
 * @typedef {{lat: number, lon: number}} Point
 */

export const CLOSED = 1;
export const SENSITIVE = 2;
export const RESPONDERS = 4;
export const SECRET = 8;
export const OWN_POINT = 32;

const DEGREE = 10_000;
/** @type {Purpose[]} */
const HOURS_OF = ["open", "phone", "intake", "le_dropoff"];

/**
 * @param {File} file
 * @returns {Data}
 */
export function readData(file) {
  const { cards, search } = file;
  const [south, west] = cards.origin;
  return {
    size: cards.id.length,
    url: file.url,
    cards,
    search,
    neutral: new Map(search.neutral),
    map: file.map,
    words: file.words,
    options: readFacets(file.facets),
    needs: file.needs,
    rows: new Map(cards.id.map((id, row) => [id, row])),
    device: readHours(file.hours),
    point: (row) =>
      cards.lat[row]
        ? { lat: south + (cards.lat[row] - 1) / DEGREE, lon: west + (cards.lon[row] - 1) / DEGREE }
        : null,
  };
}

/**
 * The places of a need, open doors first, then those whose main need it is, then by name; without a need all places.
 * @param {Data} data
 * @param {Set<number> | undefined} services of the need
 * @returns {number[]}
 */
export function rowsOf({ cards, search, size }, services) {
  const rows = [...Array(size).keys()];
  if (!services) return rows;
  const main = (/** @type {number} */ row) => (services.has(search.offers[row][0]) ? 0 : 1);
  const names = search.name.map((name) => name.toLowerCase());
  return rows
    .filter((row) => search.offers[row].some((service) => services.has(service)))
    .sort((a, b) => (cards.flags[a] & CLOSED) - (cards.flags[b] & CLOSED) || main(a) - main(b) || (names[a] < names[b] ? -1 : 1));
}

/** The day of the visitor's clock, and the time in question: now, or one that was chosen. */
export class Clock {
  /**
   * @param {Data} data
   * @param {number} now milliseconds since 1970
   * @param {string} when empty or "now" for now, else "2026-11-28T09:00"
   */
  constructor(data, now, when) {
    this.data = data;
    this.now = now;
    this.date = day(new Date(now));
    this.today = Date.parse(this.date) / DAY;
    const [date, time] = when.includes("T") ? when.split("T") : ["", ""];
    const [hour, minute] = time.split(":").map(Number);
    this.chosen = date ? chosenTime(date, hour * 60 + minute) : null;
    /** @type {Map<number, import("./hours.js").State>} */
    this.known = new Map();
  }

  /**
   * The hours of a place by purpose. Those of one service go before those of all where it is the only one asked for;
   * where a place tells only those of services, the one that is open, or the first, speaks: `service` is its number.
   * @param {number} row
   * @param {Set<number>} [services]
   * @returns {{told: Hours, service: number}}
   */
  hours(row, services) {
    const { cards, search } = this.data;
    const columns = cards.hours[row];
    /** @type {Map<number, Hours>} */
    const found = new Map();
    for (let at = 0; at < columns.length; at += 4) {
      const [purpose, place, hours, trust] = columns.slice(at, at + 4);
      const service = place < 0 ? -1 : search.offers[row][place];
      if (service >= 0 && services && !services.has(service)) continue;
      const [until, asked, year] = cards.trusts[trust];
      const mine = found.get(service) ?? {};
      mine[HOURS_OF[purpose]] = { state: this.state(hours, cards.zone[row]), trust: { until, asked, year } };
      found.set(service, mine);
    }
    const whole = found.get(-1) ?? {};
    found.delete(-1);
    if (!found.size || (services?.size !== 1 && (whole.open || whole.intake))) return { told: whole, service: -1 };
    const [[service, told]] = [...found].sort(([, a], [, b]) => openRank(a.open ?? a.intake, this.date) - openRank(b.open ?? b.intake, this.date));
    return { told: { ...whole, ...told }, service };
  }

  /**
   * @param {number} hours
   * @param {number} zone
   */
  state(hours, zone) {
    const { device, cards } = this.data;
    const key = hours * 100 + zone;
    let state = this.known.get(key);
    if (!state) {
      const wall = this.chosen ?? wallClock(cards.zones[zone], this.now);
      state = wall ? stateOn(device, hours, wall) : stateOn(device, null, { day: 0, minute: 0 });
      this.known.set(key, state);
    }
    return state;
  }

  /**
   * Which hours say whether a person can be brought or can come: the door's; a line has those of its phone only.
   * 0 confirmed open, 1 listed open, 2 not known, 3 closed.
   * @param {number} row
   * @param {Hours} hours of `hours()`
   * @param {Purpose} first
   * @returns {number}
   */
  rank(row, hours, first) {
    const { cards } = this.data;
    if (cards.flags[row] & CLOSED) return 3;
    const door = hours[first] ?? hours.open ?? hours.intake ?? (this.line(row) ? hours.phone : undefined);
    const found = openRank(door, this.date);
    // A building that is open while its intake is closed helps those who are in: others must ask.
    return found < 2 && door === hours.open && openRank(hours.intake, this.date) === 3 ? 2 : found;
  }

  /**
   * Whether it is a line rather than a place: nothing but its phone is known.
   * @param {number} row
   */
  line(row) {
    const { cards } = this.data;
    return !cards.street[row] && !cards.lat[row] && cards.town[row] < 0;
  }
}
