// @ts-check
/** Places people type, found on the phone in the file that generator/finder/near.py makes and describes; and distances. */
import { distance, sound } from "./fold.js";

/**
 * @typedef {{lat: number, lon: number}} Point
 * @typedef {{origin: [number, number], short: [Record<string, string>, Record<string, string>, Record<string, string>], states: string[], places: [string, string, number, number, ...string[]][],
 *   zips: [string, number, number][], towns: [string, number][], streets: string,
 *   blocks: [number[], number[], number[], number[]]}} PlacesFile
 *
 * @typedef {Point & {number: number}} Block
 * @typedef {{name: string, town: string, core: string[], way: string, kind: string, blocks: Block[]}} Street
 * @typedef {Point & {name: string, kind: "town" | "landmark", words: string[], names: string[][]}} Place
 * How words of streets are written: directions, kinds, and words that stand first or are numbers.
 * @typedef {{ways: Map<string, string>, kinds: Map<string, string>, first: Map<string, string>, shortWays: Set<string>,
 *   shortKinds: Set<string>, longKinds: string[]}} Spelling
 * @typedef {{places: Place[], zips: Map<string, Point>, streets: Street[], towns: string[][], states: string[],
 *   spelling: Spelling}} Gazetteer
 *
 * `approximate`: the place may be more than some 200 m from the point.
 * @typedef {Point & {label: string, kind: "zip" | "town" | "landmark" | "street" | "address" | "corner",
 *   approximate: boolean}} Found
 */

/** Miles between blocks of two streets that still make a corner: not every block is known. */
const CORNER = 0.8;
/** House numbers beside a known block for which its point still stands. */
const BESIDE = 200;
const MOST = 5;
/** What a place must have of the score of the best to be offered beside it. */
const CLOSE = 0.75;
const MILES = 3958.76;

const LEAD = /^(?:(?:near|by|around|close to|corner of|block of|cerca de|junto a|esquina de|calle|the|la|el) )+/;
const BETWEEN = / (?:and|y|at|con) | ?[&@/] ?/;

/**
 * Make the file ready to be asked.
 * @param {PlacesFile} file
 * @param {Record<string, string>} words `near.kind.<kind>`: what people type for a kind of place
 * @returns {Gazetteer}
 */
export function readPlaces(file, words) {
  const point = (/** @type {number} */ lat, /** @type {number} */ lon, unit = 10) => ({
    lat: (file.origin[0] + lat / unit) / 1000,
    lon: (file.origin[1] + lon / unit) / 1000,
  });
  const [ways, kinds, first] = file.short.map((table) => new Map(Object.entries(table)));
  /** @type {Spelling} */
  const spelling = {
    ways, kinds, first, shortWays: new Set(ways.values()), shortKinds: new Set(kinds.values()),
    longKinds: [...kinds.keys()].filter((kind) => kind.length > 4),
  };
  const splitUp = (/** @type {string} */ text) => split(spelling, text);
  const places = file.places.map(([name, kind, lat, lon, ...towns]) => {
    const names = [name, ...towns].map(splitUp);
    const extra = splitUp(words[`near.kind.${kind}`] ?? "");
    /** @type {Place} */
    const place = { ...point(lat, lon), name, kind: towns.length ? "town" : "landmark", names, words: extra };
    return place;
  });
  /** @type {Street[]} */
  const streets = [];
  const names = file.streets ? file.streets.split("\n") : [];
  const [counts, hundreds, lats, lons] = file.blocks;
  let at = 0;
  let town = 0;
  let left = file.towns.length ? file.towns[0][1] : 0;
  names.forEach((name, index) => {
    if (left === 0) left = file.towns[(town += 1)][1];
    left -= 1;
    /** @type {Block[]} */
    const blocks = [];
    let [number, lat, lon] = [0, 0, 0];
    for (const end = at + counts[index]; at < end; at += 1) {
      number += hundreds[at] * 100;
      blocks.push({ number, ...point((lat += lats[at]), (lon += lons[at]), 1) });
    }
    streets.push({ name, town: file.towns[town][0], ...parts(spelling, splitUp(name)), blocks });
  });
  const zips = new Map(file.zips.map(([code, lat, lon]) => [code, point(lat, lon)]));
  const towns = [...file.towns.map(([name]) => name), ...file.places.flatMap((place) => place.slice(4).map(String))];
  return { places, zips, streets, towns: towns.map(splitUp), states: file.states.map((state) => state.toLowerCase()), spelling };
}

/**
 * The places that a text may mean, best first: a ZIP code, a town, a landmark, a street with or without a number, or the
 * corner of two. A slip of the fingers is forgiven.
 * @param {Gazetteer} gazetteer
 * @param {string} text
 * @param {Record<string, string>} words `near.corner`, `near.zip`
 * @returns {Found[]}
 */
export function locate(gazetteer, text, words) {
  const plain = fold(text.slice(0, 100)).replace(LEAD, "");
  const { rest, zip, town } = address(gazetteer, plain);
  const around = [...zipFound(gazetteer, zip, words), ...(town ? places(gazetteer, town).filter(isTown) : [])];
  if (!rest.length) return best(around);
  const found = [...places(gazetteer, spell(gazetteer.spelling, rest)), ...addresses(gazetteer, rest, town)];
  // Of an address whose street is not known, or only nearly, the ZIP code or the town may do.
  found.push(...around.map((one) => ({ ...one, score: one.score * 0.8 })));
  const halves = plain.split(BETWEEN).map((half) => address(gazetteer, half).rest);
  if (halves.length > 1) {
    const corners = corner(gazetteer, halves, town, words);
    found.push(...(corners.length ? corners : halves.flatMap((half) => addresses(gazetteer, half, town))));
  }
  return best(found);
}

/**
 * Straight-line distance in miles (haversine).
 * @param {Point} a
 * @param {Point} b
 */
export function distanceMiles(a, b) {
  const turn = Math.PI / 180;
  const north = Math.sin(((b.lat - a.lat) * turn) / 2);
  const east = Math.sin(((b.lon - a.lon) * turn) / 2);
  const h = north * north + Math.cos(a.lat * turn) * Math.cos(b.lat * turn) * east * east;
  return 2 * MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * "about 1.2 miles". A place that serves the whole county, or is secret, has no distance, and neither has one whose
 * point nobody knows.
 * @param {Record<string, string>} words
 * @param {number | null} miles null where the place has no point
 * @param {{approximate?: boolean, whole?: boolean}} about `approximate`: either point is; `whole`: area-wide or confidential
 */
export function sayDistance(words, miles, { approximate = false, whole = false } = {}) {
  if (whole) return words["near.whole"];
  if (miles === null) return words["near.none"];
  const shown = miles < 9.95 ? Math.max(0.1, Math.round(miles * 10) / 10) : Math.round(miles);
  const said = shown === 1 ? words["near.mile"] : words["near.miles"].replace("{n}", String(shown));
  return approximate ? words["near.rough"].replace("{distance}", said) : said;
}

/**
 * Take the ZIP code, the state and the town off the end of an address.
 * @param {Gazetteer} gazetteer
 * @param {string} plain
 */
function address(gazetteer, plain) {
  let rest = plain.replace(LEAD, "").split(/[ &@/]+/).filter(Boolean);
  let zip = "";
  /** @type {string[] | null} */
  let town = null;
  if (/^\d{5}$/.test(last(rest))) zip = String(rest.pop());
  if (rest.length > 1 && gazetteer.states.includes(last(rest))) rest.pop();
  for (const name of gazetteer.towns) {
    const start = rest.length - name.length;
    if (start > 0 && name.every((word, index) => rest[start + index] === word) && !gazetteer.spelling.shortKinds.has(rest[start])) {
      town = name;
    }
  }
  if (town) rest = rest.slice(0, -town.length);
  return { rest, zip, town };
}

/**
 * @typedef {Found & {score: number}} Scored
 * @param {Gazetteer} gazetteer
 * @param {string} zip
 * @param {Record<string, string>} words
 * @returns {Scored[]}
 */
function zipFound({ zips }, zip, words) {
  const point = zips.get(zip);
  if (!point) return [];
  return [{ ...point, label: words["near.zip"].replace("{zip}", zip), kind: "zip", approximate: true, score: 1 }];
}

/** @param {Scored} one */
const isTown = ({ kind, score }) => kind === "town" && score === 1;

/**
 * @param {Gazetteer} gazetteer
 * @param {string[]} asked
 * @returns {Scored[]}
 */
function places(gazetteer, asked) {
  return gazetteer.places.flatMap(({ lat, lon, name, kind, names, words }) => {
    const scores = names.map((one) => Math.max(alike(asked, one, words), isShort(asked, one) ? 0.9 : 0));
    const score = Math.max(...scores);
    return score ? [{ lat, lon, label: name, kind, approximate: kind === "town", score }] : [];
  });
}

/**
 * Whether the first letters of a name were typed: FTCC, or CFV for Cape Fear Valley Medical Center.
 * @param {string[]} asked
 * @param {string[]} name
 */
function isShort([asked, ...more], name) {
  return !more.length && asked.length > 2 && name.map((word) => word[0]).join("").startsWith(asked);
}

/**
 * @param {Gazetteer} gazetteer
 * @param {string[]} typed
 * @param {string[] | null} town
 * @returns {Scored[]}
 */
function addresses(gazetteer, typed, town) {
  const { number, name } = numbered(gazetteer, typed);
  return streets(gazetteer, name, town).map(({ street, score }) => onStreet(gazetteer, street, number, score));
}

/**
 * A house number and the street: "2400 block of Ramsey St".
 * @param {Gazetteer} gazetteer
 * @param {string[]} typed
 */
function numbered({ spelling }, typed) {
  if (typed.length < 2 || !/^\d{1,5}[a-z]?$/.test(typed[0])) return { number: null, name: spell(spelling, typed) };
  return { number: parseInt(typed[0], 10), name: spell(spelling, typed.slice(1).join(" ").replace(LEAD, "").split(" ")) };
}

/**
 * @param {Gazetteer} gazetteer
 * @param {Street} street
 * @param {number | null} number
 * @param {number} score
 * @returns {Scored}
 */
function onStreet(gazetteer, street, number, score) {
  const { blocks } = street;
  const label = labelOf(gazetteer, street);
  if (number === null) {
    const { lat, lon } = blocks[blocks.length >> 1];
    return { lat, lon, label, kind: "street", approximate: true, score };
  }
  const hundred = number - (number % 100);
  const before = blocks.filter((block) => block.number < hundred).length;
  const [low, high] = [blocks[before - 1], blocks[before]];
  const shown = `${number} ${label}`;
  if (high?.number === hundred) {
    return { lat: high.lat, lon: high.lon, label: shown, kind: "address", approximate: false, score };
  }
  if (low && high) {
    const share = (hundred - low.number) / (high.number - low.number);
    const lat = low.lat + share * (high.lat - low.lat);
    const lon = low.lon + share * (high.lon - low.lon);
    return { lat, lon, label: shown, kind: "address", approximate: true, score };
  }
  const { lat, lon, number: nearest } = low ?? high;
  const known = Math.abs(nearest - hundred) <= BESIDE;
  return { lat, lon, label: known ? shown : label, kind: known ? "address" : "street", approximate: true, score };
}

/**
 * The corner of two streets: where two known blocks are nearest to each other.
 * @param {Gazetteer} gazetteer
 * @param {string[][]} halves
 * @param {string[] | null} town
 * @param {Record<string, string>} words
 * @returns {Scored[]}
 */
function corner(gazetteer, halves, town, words) {
  const [ones, others] = halves.map((half) => streets(gazetteer, numbered(gazetteer, half).name, town).slice(0, MOST));
  /** @type {Scored[]} */
  const found = [];
  for (const one of ones) {
    for (const other of others) {
      if (one.street === other.street) continue;
      let least = CORNER;
      let lat = NaN;
      let lon = NaN;
      for (const a of one.street.blocks) {
        for (const b of other.street.blocks) {
          const miles = distanceMiles(a, b);
          if (miles >= least) continue;
          least = miles;
          [lat, lon] = [(a.lat + b.lat) / 2, (a.lon + b.lon) / 2];
        }
      }
      if (Number.isNaN(lat)) continue;
      const label = words["near.corner"]
        .replace("{first}", () => labelOf(gazetteer, one.street))
        .replace("{second}", () => labelOf(gazetteer, other.street));
      // Two streets that meet are a better reading of the whole text than one of them.
      const score = 1 + (one.score + other.score) / 2 - least / 10;
      found.push({ lat, lon, label, kind: "corner", approximate: true, score });
    }
  }
  return found;
}

/**
 * Streets of that name, best first.
 * @param {Gazetteer} gazetteer
 * @param {string[]} asked
 * @param {string[] | null} town
 */
function streets(gazetteer, asked, town) {
  const { core, way, kind } = parts(gazetteer.spelling, asked);
  const found = [];
  for (const street of gazetteer.streets) {
    if (town && split(gazetteer.spelling, street.town).join() !== town.join()) continue;
    let score = alike(core, street.core);
    if (!score) continue;
    // A town or landmark of that very name goes before a street whose kind was not typed.
    if (kind !== street.kind) score -= kind ? 0.25 : 0.05;
    if (way !== street.way) score -= way ? 0.05 : 0.01;
    found.push({ street, score: score + street.blocks.length / 10000 });
  }
  return found.sort((a, b) => b.score - a.score);
}

/**
 * How much of a name was typed, 0 to 1: every word asked for is in the name or in the words beside it.
 * @param {string[]} asked
 * @param {string[]} name
 * @param {string[]} [beside]
 */
function alike(asked, name, beside = []) {
  const typed = asked.join("");
  const whole = name.join("");
  if (!typed || typed === whole) return typed ? 1 : 0;
  let sum = 0;
  let covered = 0;
  for (const [index, word] of asked.entries()) {
    const sure = Math.max(...name.map((other) => same(word, other, index === asked.length - 1, asked.length < 2)), 0);
    const other = beside.some((extra) => same(word, extra, false, true) > 0.8) ? 0.8 : 0;
    if (!sure && !other) return whole.startsWith(typed) && typed.length > 2 ? 0.7 : 0;
    sum += Math.max(sure, other);
    covered += word.length;
  }
  return (sum / asked.length) * (0.6 + 0.4 * Math.min(1, covered / whole.length)) * 0.98;
}

/**
 * @param {string} word typed
 * @param {string} other
 * @param {boolean} typing whether letters may follow
 * @param {boolean} alone whether no other word confirms it
 * @returns {number} 0 to 1
 */
function same(word, other, typing, alone) {
  if (word === other) return 1;
  if (typing && word.length > 2 && other.startsWith(word)) return 0.8;
  if (word.length < (alone ? 4 : 3) || /\d/.test(word)) return 0;
  const most = word.length < 6 ? 1 : word.length < 9 ? 1.5 : 2;
  const steps = sound(word) === sound(other) ? 0.5 : distance(word, other, most);
  return steps <= most ? 0.9 - 0.1 * steps : 0;
}

/**
 * The kind of a street and its direction, apart from what tells it from others.
 * @param {Spelling} spelling
 * @param {string[]} spelled
 */
function parts(spelling, spelled) {
  const core = [...spelled];
  let [way, kind] = ["", ""];
  if (core.length > 1 && spelling.shortWays.has(core[0])) way = String(core.shift());
  if (core.length > 1 && spelling.shortWays.has(last(core))) way ||= String(core.pop());
  if (core.length > 1 && isKind(spelling, last(core))) kind = String(core.pop());
  return { core, way, kind };
}

/**
 * Whether a word says what kind of street it is, also with a slip: "bulevard".
 * @param {Spelling} spelling
 * @param {string} word
 */
function isKind({ shortKinds, longKinds }, word) {
  return shortKinds.has(word) || (word.length > 4 && longKinds.some((kind) => distance(word, kind, 1) <= 1));
}

/** @param {string[]} words */
const last = (words) => words[words.length - 1] ?? "";

/** @param {Spelling} spelling @param {string} text */
function split(spelling, text) {
  return spell(spelling, fold(text).split(/[ &@/]+/));
}

/**
 * Words in one spelling, that of the file: short kinds and directions, numbers for the first ten streets.
 * @param {Spelling} spelling
 * @param {string[]} words
 */
function spell({ ways, kinds, first }, words) {
  return words.filter(Boolean).map((word, index) => {
    const short = ways.get(word) ?? (index ? kinds.get(word) : first.get(word)) ?? word;
    return index && short === word ? (first.get(word) ?? word) : short;
  });
}

/** @param {string} text */
function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/[\p{M}.'\u2019]/gu, "");
  return plain.replace(/[^a-z0-9&@/]+/g, " ").trim();
}

/**
 * @param {Gazetteer} gazetteer
 * @param {Street} street
 */
function labelOf(gazetteer, { name, town }) {
  const label = name
    .toLowerCase()
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/\bMc([a-z])/g, (_, letter) => `Mc${letter.toUpperCase()}`)
    .replace(/\b(?:N[ew]|S[ew]|U[s]|N[c])\b/g, (short) => short.toUpperCase());
  const one = gazetteer.streets.every((other) => other.town === town);
  return one ? label : `${label}, ${town}`;
}

/** @param {Scored[]} found */
function best(found) {
  /** @type {Map<string, Found>} */
  const shown = new Map();
  found.sort((a, b) => b.score - a.score);
  for (const { score, ...one } of found) {
    if (score > found[0].score * CLOSE && !shown.has(one.label)) shown.set(one.label, one);
  }
  return [...shown.values()].slice(0, MOST);
}
