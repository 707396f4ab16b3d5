// @ts-check
/** Which words of the index a typed word may mean: itself, one that it begins, one that it sounds like or nearly is. */

import { count, distance, letters, sound } from "./fold.js";

/** @typedef {import("./prepare.js").Index} Index */

/**
 * Words that a typed word may mean: `sure` from 0 to 1. `low` to `high` are the words that begin with it (it is still being
 * typed), without itself.
 * @typedef {{exact: number, near: {id: number, sure: number}[], low: number, high: number, typed: number}} Guess
 */

/** Guesses that are kept from one letter typed to the next. */
const KEPT = 400;
/** Guesses of one word that are of use. */
const USEFUL = 8;
/** Guesses up to this are none. */
const DOUBTFUL = 0.55;
const OTHER_START = 0.12;
const SAME_START = 5;
const SAME_SHARE = 0.65;

/**
 * @param {Index} index
 * @param {string} word folded
 * @param {boolean} typing whether letters may follow
 * @returns {Guess}
 */
export function guess(index, word, typing) {
  const key = typing ? `${word}*` : word;
  let kept = index.known.get(key);
  if (!kept) {
    if (index.known.size > KEPT) index.known.clear();
    const exact = index.ids.get(word) ?? -1;
    const [low, high] = typing ? stretch(index.words, word) : [0, 0];
    const near = exact >= 0 && index.inPhrase[exact] ? [] : slips(index, word, exact >= 0);
    index.known.set(key, (kept = { exact, near, low, high, typed: word.length }));
  }
  return kept;
}

/**
 * How sure it is that someone who has typed so much means this word: surer for words that the page itself uses.
 * @param {Index} index
 * @param {Guess} guessed
 * @param {number} id
 */
export function begun(index, guessed, id) {
  return 0.66 + (0.22 * guessed.typed) / index.words[id].length + (index.inLabel[id] ? 0.08 : 0);
}

/**
 * The stretch of sorted words that begin with these letters.
 * @param {string[]} words
 * @param {string} start
 * @returns {[number, number]}
 */
function stretch(words, start) {
  return [bound(words, start), bound(words, `${start}\uffff`)];
}

/** @param {string[]} words @param {string} text */
function bound(words, text) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Steps that a word of so many letters may be off. @param {number} size */
function allowed(size) {
  if (size < 6) return 1;
  return size < 7 ? 1.5 : size < 10 ? 2 : size < 13 ? 2.5 : 3;
}

/**
 * Words that sound like this one, nearly are it, or share its beginning.
 * @param {Index} index
 * @param {string} word
 * @param {boolean} known whether the word stands in some text, so that only words of the table are of interest
 */
function slips(index, word, known) {
  const size = word.length;
  if (size < 3 || /^\d+$/.test(word)) return [];
  /** @type {Map<number, number>} */
  const found = new Map();
  const { words, sounds, bits, inPhrase } = index;
  /** @param {number} id @param {number} sure */
  const put = (id, sure) => {
    if ((known || size < 4) && !inPhrase[id]) return;
    const lesser = known ? sure * 0.85 : sure;
    if (lesser > (found.get(id) ?? 0)) found.set(id, lesser);
  };
  const heard = sound(word);
  for (const id of index.sounding.get(heard) ?? []) {
    if (words[id] !== word) put(id, 0.95 - 0.12 * distance(word, words[id], 4));
  }
  const most = allowed(size);
  const set = letters(heard);
  // Sounds of like words differ by more letters than the words: x is two, a double letter one.
  const room = Math.ceil(most) + 1;
  for (let id = 0; id < words.length; id++) {
    if (Math.abs(sounds[id].length - heard.length) > room) continue;
    if (count(set & ~bits[id]) > room || count(bits[id] & ~set) > room) continue;
    const other = words[id];
    if (other === word || other.length < 3) continue;
    const same = other[0] === word[0] || sounds[id][0] === heard[0];
    if (size < 5 && !same) continue;
    const written = distance(word, other, most) / size;
    const spoken = distance(heard, sounds[id], most) / Math.max(heard.length, 3);
    const off = Math.min(written, spoken);
    if (off * size <= most) put(id, 0.95 - 1.2 * off - (same ? 0 : OTHER_START));
  }
  if (size >= SAME_START) {
    const [low, high] = stretch(words, word.slice(0, SAME_START));
    for (let id = low; id < high; id++) if (share(word, words[id]) >= SAME_SHARE) put(id, 0.7);
  }
  const best = [...found].map(([id, sure]) => ({ id, sure })).filter(({ sure }) => sure > DOUBTFUL);
  best.sort((a, b) => b.sure - a.sure || a.id - b.id);
  return best.filter(({ sure }) => sure >= best[0].sure - 0.3).slice(0, USEFUL);
}

/** The common beginning as a share of the longer word. @param {string} a @param {string} b */
function share(a, b) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same / Math.max(a.length, b.length);
}
