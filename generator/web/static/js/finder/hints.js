// @ts-check
/** What a query says of place and time. These words are hints for the facets; nothing is left out because of them. */

import { distance, sound } from "./fold.js";

/** @typedef {{raw: string, word: string, soon: boolean}} Token */

/** Words of time, each as it is folded, and what they mean. */
const TIMES = new Map(
  Object.entries({
    now: "now, right now, open now, asap, ahora, ahorita, abierto ahora, abierto, immediately",
    today: "today, hoy",
    tonight: "tonight, tonite, 2nite, esta noche",
    tomorrow: "tomorrow, manana",
    weekend: "weekend, fin de semana",
    always: "24 hour, 24 hr, 24h, 24 7, 24 hora, all night, toda la noche, 24hr",
    monday: "monday, lune",
    tuesday: "tuesday, marte",
    wednesday: "wednesday, miercole",
    thursday: "thursday, jueve",
    friday: "friday, vierne",
    saturday: "saturday, sabado",
    sunday: "sunday, domingo",
  }).flatMap(([time, words]) => words.split(", ").map((term) => [term, time])),
);
const LONGEST_TIME = 3;
const SLIPS = [...TIMES.keys()].filter((term) => term.length > 5 && !term.includes(" "));

const NEAR = ["near", "close to", "next to", "cerca de", "cerca del", "cerca", "junto a"];
const HERE = new Set(["me", "mi", "here", "aqui", "by", "us", "nosotro"]);
const ZIP = /^\d{5}$/;
const CLOSE = new Set(["nearby", "nearest", "closest"]);

/**
 * The time a query speaks of, or null. Marks the words that say it.
 * @param {Token[]} tokens
 * @param {(word: string) => boolean} knows whether a word has a meaning of its own
 * @returns {string | null}
 */
export function timeOf(tokens, knows) {
  /** @type {string | null} */
  let soon = null;
  for (let i = 0; i < tokens.length; i++) {
    for (let size = LONGEST_TIME; size > 0; size--) {
      const words = tokens.slice(i, i + size).map((token) => token.word);
      if (words.length < size) continue;
      const text = words.join(" ");
      const time = TIMES.get(text) ?? (size === 1 && text.length > 5 && !knows(text) ? TIMES.get(slip(text)) : undefined);
      if (!time) continue;
      soon ??= time;
      for (const token of tokens.slice(i, i + size)) token.soon = true;
      i += size - 1;
      break;
    }
  }
  return soon;
}

/** @param {string} text */
function slip(text) {
  const heard = sound(text);
  return SLIPS.find((term) => distance(heard, sound(term), 1) <= 1) ?? "";
}

/**
 * The place a query speaks of: what stands after "near", a town after "in", a ZIP code, "me" for where the visitor is, or null. The
 * words of it are taken out of `tokens`, unless they are words of a name and nothing else would be left.
 * @param {Token[]} tokens
 * @param {Set<string>} towns
 * @returns {string | null}
 */
export function placeOf(tokens, towns) {
  for (let i = 0; i < tokens.length; i++) {
    if (ZIP.test(tokens[i].word)) return cut(tokens, i, i + 1, tokens[i].raw);
    if (CLOSE.has(tokens[i].word)) return cut(tokens, i, i + 1, "me");
    const trigger = NEAR.find((words) => starts(tokens, i, words));
    if (trigger) {
      const first = i + trigger.split(" ").length;
      const end = stop(tokens, first);
      if (first >= end) return cut(tokens, i, end, "me");
      return HERE.has(tokens[first].word) ? cut(tokens, i, first + 1, "me") : cut(tokens, i, end, said(tokens, first, end));
    }
    if (["in", "en", "at"].includes(tokens[i].word)) {
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
