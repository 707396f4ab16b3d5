// @ts-check
/** The columns of generator/finder/words.py become an index: words, phrases, and where each word stands. */

import { fold, letters, sound } from "./fold.js";

/**
 * What `search_columns` of generator/finder/words.py gives: what cards show too, and what only the search has.
 * @typedef {{row?: number, number?: string}} Pin
 * @typedef {{aka: string[], org: string[], more: string[], cities: string[], city: number[],
 *   terms: [services: number[], words: string, fact?: string, pin?: string, like?: string][],
 *   pins: Record<string, Pin>, facts: Record<string, [yes: number[], no: number[]]>, little: LittleColumns}} Typed
 *
 * generator/finder/little_words.json, lists joined.
 * @typedef {{empty: string, weak: string, times: Record<string, string>, near: string, in: string, here: string,
 *   close: string}} LittleColumns
 * @typedef {import("./data.js").Shown & Typed} Columns
 *
 * A meaning of the table: services with the nearest first, and what goes with them.
 * @typedef {{services: number[], fact: string, pin: string, like: number[]}} Meaning
 *
 * A node of the tree of phrases: the words that may follow, and what ends here.
 * @typedef {{next: Map<number, Node>, means: Meaning[]}} Node
 *
 * `words` are all distinct words, sorted, so that those with one beginning stand together. `inPhrase` says which are words
 * of the table, `inLabel` which stand in the label of a service, `hint` the services that a word of the table points to by itself. `from[w]` to `from[w + 1]` is the stretch
 * of `rows` and `fields` where word w stands.
 * @typedef {{columns: Columns, little: ReturnType<typeof littleWords>, words: string[], ids: Map<string, number>, sounds: string[], bits: Int32Array,
 *   sounding: Map<string, number[]>, inPhrase: Uint8Array, inLabel: Uint8Array, tree: Node, hint: Map<number, Map<number, number>>,
 *   from: Int32Array, rows: Int32Array, fields: Uint8Array, byService: number[][], known: Map<string, any>,
 *   towns: Set<string>, folded: string[], pairs: Set<string>[]}} Index
 */

/** Where a word stands in a resource, the strongest first. */
export const NAME = 0;
export const OTHER_NAME = 1;
export const ORGANIZATION = 2;
export const TOWN = 3;
export const TEXT = 4;

/** A word of the table points to a service by itself when at least this share of its phrases mean it. */
const SHARE = 0.6;

/**
 * Make the columns ready to be searched.
 * @param {Columns} columns
 * @returns {Index}
 */
export function prepare(columns) {
  const little = littleWords(columns.little);
  const found = new Gathered(little.empty);
  for (const [, label] of columns.services) found.read(label);
  const phrases = readTerms(columns, found);
  const places = readRows(columns, found);
  const words = [...found.ids.keys()].sort();
  const ids = new Map(words.map((word, id) => [word, id]));
  const now = Int32Array.from(found.ids.keys(), (word) => /** @type {number} */ (ids.get(word)));
  const sounds = words.map(sound);
  const inPhrase = new Uint8Array(words.length);
  const inLabel = new Uint8Array(words.length);
  for (const [, label] of columns.services) for (const word of found.read(label)) inLabel[now[word]] = 1;
  for (const { path } of phrases) for (const word of path) inPhrase[now[word]] = 1;
  return {
    columns,
    little,
    words,
    ids,
    sounds,
    bits: Int32Array.from(sounds, letters),
    sounding: grouped(sounds),
    inPhrase,
    inLabel,
    tree: grow(phrases, now),
    hint: hints(phrases, now),
    ...posted(places, now, words.length),
    byService: offered(columns),
    known: new Map(),
    folded: [],
    pairs: [],
    towns: new Set(columns.cities.map((city) => fold(city).join(" "))),
  };
}

/** @param {LittleColumns} columns */
function littleWords({ times, ...lists }) {
  const set = (/** @type {string} */ text) => new Set(text.split(/[ |]/));
  const said = Object.entries(times).flatMap(([time, terms]) => terms.split("|").map((term) => /** @type {[string, string]} */ ([term, time])));
  const { empty, weak, here, close } = lists;
  return { empty: set(empty), weak: set(weak), here: set(here), close: set(close), in: set(lists.in), near: lists.near.split("|"), times: new Map(said) };
}

/** Words in the order in which they are met, each with a number; the folding of a raw word is done once. */
class Gathered {
  /** @param {Set<string>} empty words that never count */
  constructor(empty) {
    this.empty = empty;
    /** @type {Map<string, number>} */
    this.ids = new Map();
    /** @type {Map<string, number[]>} */
    this.raw = new Map();
  }

  /** @param {string} word */
  id(word) {
    let id = this.ids.get(word);
    if (id === undefined) this.ids.set(word, (id = this.ids.size));
    return id;
  }

  /**
   * The words of a text by number. Words joined by a hyphen count as one word, too.
   * @param {string} text
   * @returns {number[]}
   */
  read(text) {
    /** @type {number[]} */
    const out = [];
    for (const raw of text.split(" ")) {
      let ids = this.raw.get(raw);
      if (!ids) {
        const words = fold(raw);
        if (words.length > 1) words.push(words.join(""));
        this.raw.set(raw, (ids = words.filter((word) => !this.empty.has(word)).map((word) => this.id(word))));
      }
      out.push(...ids);
    }
    return out;
  }
}

/**
 * @param {Columns} columns
 * @param {Gathered} found
 * @returns {{path: number[], meaning: Meaning}[]}
 */
function readTerms(columns, found) {
  /** @type {{path: number[], meaning: Meaning}[]} */
  const phrases = [];
  for (const [services, text, fact = "", pin = "", like = ""] of columns.terms) {
    const meaning = { services, fact, pin, like: like ? found.read(like) : [] };
    for (const term of text.split("|")) {
      const words = term.split(" ");
      const path = words.filter((word) => !found.empty.has(word)).map((word) => found.id(word));
      phrases.push({ path: path.length ? path : words.map((word) => found.id(word)), meaning });
    }
  }
  return phrases;
}

/**
 * @param {Columns} columns
 * @param {Gathered} found
 * @returns {{words: number[], rows: number[], fields: number[]}}
 */
function readRows(columns, found) {
  const { name, aka, org, summary, more, city, cities } = columns;
  const places = { words: /** @type {number[]} */ ([]), rows: /** @type {number[]} */ ([]), fields: /** @type {number[]} */ ([]) };
  /** @param {string} text @param {number} row @param {number} field */
  const put = (text, row, field) => {
    if (!text) return;
    for (const word of found.read(text)) {
      places.words.push(word);
      places.rows.push(row);
      places.fields.push(field);
    }
  };
  for (let row = 0; row < name.length; row++) {
    put(name[row], row, NAME);
    put(aka[row], row, OTHER_NAME);
    put(org[row], row, ORGANIZATION);
    if (city[row] >= 0) put(cities[city[row]], row, TOWN);
    put(summary[row], row, TEXT);
    put(more[row], row, TEXT);
  }
  return places;
}

/** @param {string[]} sounds */
function grouped(sounds) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  sounds.forEach((heard, id) => {
    const group = groups.get(heard);
    if (group) group.push(id);
    else groups.set(heard, [id]);
  });
  return groups;
}

/**
 * @param {{path: number[], meaning: Meaning}[]} phrases
 * @param {Int32Array} now
 * @returns {Node}
 */
function grow(phrases, now) {
  /** @type {Node} */
  const tree = { next: new Map(), means: [] };
  const liked = new Set();
  for (const { path, meaning } of phrases) {
    if (!liked.has(meaning)) {
      liked.add(meaning);
      meaning.like = meaning.like.map((word) => now[word]);
    }
    let node = tree;
    for (const word of path) {
      let child = node.next.get(now[word]);
      if (!child) node.next.set(now[word], (child = { next: new Map(), means: [] }));
      node = child;
    }
    node.means.push(meaning);
  }
  return tree;
}

/**
 * What single words of phrases point to: "eviction" of "eviction notice".
 * @param {{path: number[], meaning: Meaning}[]} phrases
 * @param {Int32Array} now
 * @returns {Map<number, Map<number, number>>}
 */
function hints(phrases, now) {
  /** @type {Map<number, {all: number, services: Map<number, number>}>} */
  const counted = new Map();
  for (const { path, meaning } of phrases) {
    for (const word of path) {
      let tally = counted.get(now[word]);
      if (!tally) counted.set(now[word], (tally = { all: 0, services: new Map() }));
      tally.all++;
      for (const service of meaning.services) tally.services.set(service, (tally.services.get(service) ?? 0) + 1);
    }
  }
  /** @type {Map<number, Map<number, number>>} */
  const hint = new Map();
  for (const [word, { all, services }] of counted) {
    const sure = [...services].filter(([, times]) => times / all >= SHARE);
    if (sure.length) hint.set(word, new Map(sure.map(([service, times]) => [service, times / all])));
  }
  return hint;
}

/**
 * Sort the places of all words by word.
 * @param {{words: number[], rows: number[], fields: number[]}} places
 * @param {Int32Array} now
 * @param {number} size
 */
function posted(places, now, size) {
  const from = new Int32Array(size + 1);
  for (const word of places.words) from[now[word] + 1]++;
  for (let id = 0; id < size; id++) from[id + 1] += from[id];
  const at = from.slice();
  const rows = new Int32Array(places.words.length);
  const fields = new Uint8Array(places.words.length);
  for (let i = 0; i < places.words.length; i++) {
    const to = at[now[places.words[i]]]++;
    rows[to] = places.rows[i];
    fields[to] = places.fields[i];
  }
  return { from, rows, fields };
}

/** @param {Columns} columns */
function offered(columns) {
  /** @type {number[][]} */
  const byService = columns.services.map(() => []);
  columns.offers.forEach((services, row) => services.forEach((service) => byService[service].push(row)));
  return byService;
}
