// @ts-check
/** Words as they are compared: folded, as they sound, and how far two of them are apart. */

/**
 * Words as the search compares them: small, without accents, points and plural endings. The same rule as `folded` of
 * generator/config/synonyms.py.
 * @param {string} text
 * @returns {string[]}
 */
export function fold(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['\u2019\u2018\u02bc\u00b4`](?:s|d|m|ll|re|ve)\b/g, "")
    .replace(/['\u2019\u2018\u02bc\u00b4`]/g, "")
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1");
  return (plain.match(/[a-z0-9]+/g) ?? []).map(single);
}

/**
 * The word without the ending of a plural; words of up to three letters stay as they are.
 * @param {string} word
 */
function single(word) {
  const size = word.length;
  if (size > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (size > 4 && word.endsWith("sses")) return word.slice(0, -2);
  return size > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

const FRONT = new Set(["e", "i", "y"]);

/**
 * A folded word as it sounds, in English or Spanish: letters that people take for each other become one.
 * @param {string} word
 * @returns {string}
 */
export function sound(word) {
  let out = "";
  const size = word.length;
  for (let i = 0; i < size; i++) {
    const letter = word[i];
    const next = word[i + 1] ?? "";
    let now = letter;
    if (letter === "c") {
      if (next === "h") {
        now = "c";
        i++;
      } else now = FRONT.has(next) ? "s" : "k";
    } else if (letter === "p" && next === "h") {
      now = "f";
      i++;
    } else if (letter === "g") {
      if (next === "h") {
        now = "";
        i++;
      } else if (next === "u" && FRONT.has(word[i + 2])) i++;
      else if (FRONT.has(next)) now = "j";
    } else if (letter === "q") {
      now = "k";
      if (next === "u") i++;
    } else if (letter === "h") now = "";
    else if (letter === "x") now = "ks";
    else if (letter === "z") now = "s";
    else if (letter === "v") now = "b";
    else if (letter === "y") now = "i";
    else if (letter === "n" && (next === "b" || next === "p" || next === "v")) now = "m";
    else if (letter === "e" && i === size - 1 && size > 3) now = "";
    if (now && out[out.length - 1] !== now) out += now;
  }
  return out;
}

/** Letters that are taken for each other in speech or lie side by side under the thumb. */
const LIKE = /** @type {const} */ ([
  ["aeiou", 0.6],
  ["gj", 0.5],
  ["mn", 0.5],
]);
/** By two letter codes, what a change costs. */
const CHANGE = new Float64Array(128 * 128).fill(1);
for (const [group, step] of LIKE) {
  for (const a of group) for (const b of group) CHANGE[a.charCodeAt(0) * 128 + b.charCodeAt(0)] = step;
}
for (let code = 0; code < 128; code++) CHANGE[code * 129] = 0;

/** One row for each of the last three letters; words are at most 40 letters long. */
const ROWS = [new Float64Array(42), new Float64Array(42), new Float64Array(42)];

/**
 * How far two words are apart: letters put in, left out, changed or swapped with the next one. A swap, and
 * a letter for one like it, is about half a step. Gives more than `most` as soon as it is sure to be more.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 * @returns {number}
 */
export function distance(a, b, most) {
  const wide = b.length;
  if (wide > 40 || a.length > 40 || Math.abs(a.length - wide) > most) return most + 1;
  let [before, above, row] = ROWS;
  for (let j = 0; j <= wide; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    const last = i > 1 ? a.charCodeAt(i - 2) : 0;
    let least = (row[0] = i);
    for (let j = 1; j <= wide; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(above[j - 1] + CHANGE[letter * 128 + other], above[j] + 1, row[j - 1] + 1);
      if (last === other && j > 1 && letter === b.charCodeAt(j - 2) && before[j - 2] + 0.5 < cost) cost = before[j - 2] + 0.5;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return above[wide];
}

/**
 * The letters of a word as bits.
 * @param {string} word
 * @returns {number}
 */
export function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    bits |= 1 << (code < 97 ? 26 + (code & 3) : code - 97);
  }
  return bits;
}

/**
 * How many bits are set.
 * @param {number} bits
 * @returns {number}
 */
export function count(bits) {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
