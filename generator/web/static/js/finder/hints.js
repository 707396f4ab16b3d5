// @ts-check
/** What a query says of place and time. These words are hints for the facets; nothing is left out because of them. */

import { distance, sound } from "./fold.js";

/**
 * @typedef {import("./prepare.js").Index} Index
 * @typedef {{raw: string, word: string, soon: boolean}} Token
 */

const LONGEST_TIME = 3;
const ZIP = /^\d{5}$/;

/**
 * The time a query speaks of, or null. Marks the words that say it.
 * @param {Token[]} tokens
 * @param {Index} index
 * @returns {string | null}
 */
export function whenOf(tokens, { little: { times }, ids }) {
  /** @type {string | null} */
  let soon = null;
  for (let i = 0; i < tokens.length; i++) {
    for (let size = LONGEST_TIME; size > 0; size--) {
      const words = tokens.slice(i, i + size).map((token) => token.word);
      if (words.length < size) continue;
      const text = words.join(" ");
      const time = times.get(text) ?? (size === 1 && text.length > 5 && !ids.has(text) ? times.get(nearlyTime(text, times)) : undefined);
      if (!time) continue;
      soon ??= time;
      for (const token of tokens.slice(i, i + size)) token.soon = true;
      i += size - 1;
      break;
    }
  }
  return soon;
}

/** The word of time that a long word nearly is. @param {string} text @param {Map<string, string>} times */
function nearlyTime(text, times) {
  const heard = sound(text);
  return [...times.keys()].find((term) => term.length > 5 && !term.includes(" ") && distance(heard, sound(term), 1) <= 1) ?? "";
}

/**
 * The place a query speaks of: what stands after "near", a town after "in", a ZIP code, "me" for where the visitor is, or null. The
 * words of it are taken out of `tokens`, unless they are words of a name and nothing else would be left.
 * @param {Token[]} tokens
 * @param {Index} index
 * @returns {string | null}
 */
export function placeOf(tokens, { little, towns }) {
  for (let i = 0; i < tokens.length; i++) {
    if (ZIP.test(tokens[i].word)) return cut(tokens, i, i + 1, tokens[i].raw);
    if (little.close.has(tokens[i].word)) return cut(tokens, i, i + 1, "me");
    const trigger = little.near.find((words) => starts(tokens, i, words));
    if (trigger) {
      const first = i + trigger.split(" ").length;
      const end = stop(tokens, first);
      if (first >= end) return cut(tokens, i, end, "me");
      return little.here.has(tokens[first].word) ? cut(tokens, i, first + 1, "me") : cut(tokens, i, end, said(tokens, first, end));
    }
    if (little.in.has(tokens[i].word)) {
      for (let end = stop(tokens, i + 1); end > i + 1; end--) {
        const town = tokens.slice(i + 1, end).map((token) => token.word);
        if (towns.has(town.join(" "))) return cut(tokens, i, end, said(tokens, i + 1, end));
      }
    }
  }
  return null;
}

/** @param {Token[]} tokens @param {number} at @param {string} words */
function starts(tokens, at, words) {
  return words.split(" ").every((word, k) => tokens[at + k]?.word === word);
}

/** Where the words of a place end: before words of time. @param {Token[]} tokens @param {number} at */
function stop(tokens, at) {
  let end = at;
  while (end < tokens.length && !tokens[end].soon) end++;
  return end;
}

/** @param {Token[]} tokens @param {number} from @param {number} to */
function said(tokens, from, to) {
  return [...new Set(tokens.slice(from, to).map((token) => token.raw))].join(" ");
}

/** @param {Token[]} tokens @param {number} from @param {number} to @param {string} place */
function cut(tokens, from, to, place) {
  if (to - from < tokens.length || place === "me" || ZIP.test(place)) tokens.splice(from, to - from);
  return place;
}
