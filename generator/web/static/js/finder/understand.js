// @ts-check
/** What a query means: phrases of the table, single words, words of crisis, a place, a time. */

import { fold } from "./fold.js";
import { begun, guess } from "./guess.js";
import { placeOf, whenOf } from "./hints.js";

/**
 * @typedef {import("./prepare.js").Index} Index
 * @typedef {import("./prepare.js").Meaning} Meaning
 * @typedef {import("./prepare.js").Node} Node
 * @typedef {import("./guess.js").Guess} Guess
 * @typedef {{raw: string, word: string, soon: boolean, weak: boolean, empty: boolean, guess: Guess, joined: number}} Token
 *
 * A phrase found in the tokens from `from` up to but without `to`; `size` counts its words,
 * `least` is how sure the least sure of them is as a word of crisis.
 * @typedef {{from: number, to: number, size: number, sure: number, least: number, meaning: Meaning}} Match
 *
 * One part of the query that a resource meets or not: `services` with their weight, `words` that it may have instead (each a
 * list of guesses), the `raw` words typed. `needed` is false for words that only help to rank.
 * @typedef {{services: Map<number, number>, facts: Set<string>, words: {id: number, sure: number}[][], raw: string[],
 *   weight: number, needed: boolean}} Unit
 *
 * `beside` are services that any part of the query may mean, where what it says as a whole is found nowhere. `asked`: there
 * are words that are no hints.
 * @typedef {{units: Unit[], unknown: string[], pins: string[], place: string | null, soon: string | null,
 *   beside: number[], asked: boolean}} Understood
 */

/** A gap of one word inside a phrase ("hit my poor me") makes it so much less sure. */
const GAP = 0.7;
/** The beginning of a word that goes on with a phrase is at least so sure. */
const INSIDE = 0.85;
/** A word of crisis with a slip in it counts when each of its words is as sure as this. */
const PIN_SURE = 0.64;
/** The same where it is a single word of up to five letters: many are alike. Of up to three letters none has a slip. */
const PIN_SHORT = 0.79;
/** What a word is worth that stands in a text just as it was typed: more than a slip for one of the table. */
const WRITTEN = 0.55;
const MEANINGS = 10;
/** A single word of a phrase says so much less than the phrase. */
const HINT = 0.5;
const HINT_SURE = 0.85;
/** So sure is what is shown where the whole is found nowhere. */
const SHOWN_SURE = 0.6;
/** Parts of a query weigh so much when something has to be left out: never a phrase for the sake of loose words. */
const PHRASE = 3;
const HINTED = 0.9;
const LOOSE = 0.6;

/**
 * @param {Index} index
 * @param {string} query
 * @returns {Understood}
 */
export function understand(index, query) {
  const plain = query
    .split(/\s+/)
    .flatMap((raw) => fold(raw).map((word) => ({ raw, word, soon: false })))
    .slice(0, 24);
  const soon = whenOf(plain, index);
  const place = placeOf(plain, index);
  const tokens = readTokens(index, plain, !/\s$/.test(query));
  const matches = tokens.flatMap((_, at) => phrasesAt(index, tokens, at));
  const chosen = choose(index, tokens, matches);
  const { units, unknown } = unitsOf(index, tokens, chosen, matches);
  matches.sort((a, b) => worth(b) - worth(a));
  const beside = [...new Set(matches.flatMap((match) => (match.sure > SHOWN_SURE ? match.meaning.services : [])))];
  return { units, unknown, pins: pinsOf(index, tokens, matches), place, soon, beside, asked: tokens.some((token) => !token.soon) };
}

/**
 * Make tokens, with two words where one was typed without its blank, and guesses for each.
 * @param {Index} index
 * @param {{raw: string, word: string, soon: boolean}[]} plain
 * @param {boolean} typing
 * @returns {Token[]}
 */
function readTokens(index, plain, typing) {
  const { empty, weak } = index.little;
  const parts = plain.flatMap((token) => {
    const pieces = index.ids.has(token.word) ? [token.word] : split(index, token.word);
    return pieces.map((word) => ({ ...token, word }));
  });
  return parts.map((token, at) => {
    const last = at === parts.length - 1;
    const after = parts[at + 1]?.word;
    const id = after === undefined ? undefined : index.ids.get(token.word + after);
    return {
      ...token,
      weak: token.soon || weak.has(token.word) || empty.has(token.word),
      empty: empty.has(token.word) && parts.length > 1,
      guess: guess(index, token.word, typing && last),
      joined: id === undefined || token.word.length + after.length < 4 ? -1 : id,
    };
  });
}

/** Split a word that no text has into the first two words of a phrase. @param {Index} index @param {string} word */
function split(index, word) {
  for (let at = 2; at <= word.length - 2; at++) {
    const [first, second] = [index.ids.get(word.slice(0, at)), index.ids.get(word.slice(at))];
    if (first !== undefined && second !== undefined && index.tree.next.get(first)?.next.has(second)) {
      return [word.slice(0, at), word.slice(at)];
    }
  }
  return [word];
}

/**
 * All phrases of the table that begin at a token.
 * @param {Index} index
 * @param {Token[]} tokens
 * @param {number} start
 * @returns {Match[]}
 */
function phrasesAt(index, tokens, start) {
  /** @type {Match[]} */
  const found = [];
  /** @param {Node} node @param {number} at @param {number} size @param {number} sure @param {number} least @param {boolean} gap */
  const step = (node, at, size, sure, least, gap) => {
    for (const meaning of node.means) found.push({ from: start, to: at, size, sure, least, meaning });
    const token = tokens[at];
    if (!token || !node.next.size) return;
    /** @param {number} id @param {number} by @param {number} [trust] @param {number} [wide] */
    const follow = (id, by, trust = by, wide = 1) => {
      const child = node.next.get(id);
      if (child) step(child, at + wide, size + wide, sure * by, Math.min(least, trusted(token.word, trust)), gap);
    };
    const { exact, near, low, high } = token.guess;
    if (exact >= 0) follow(exact, 1);
    for (const { id, sure: by } of near) follow(id, by);
    if (token.joined >= 0) follow(token.joined, 0.97, 1, 2);
    if (high > low) {
      for (const id of node.next.keys()) {
        if (id < low || id >= high || id === exact) continue;
        const by = begun(index, token.guess, id);
        const inside = size ? Math.max(by, INSIDE) : exact >= 0 ? by * 0.8 : by;
        follow(id, inside, exact >= 0 ? 0 : by);
      }
    }
    if (at === start || at + 1 >= tokens.length) return;
    if (token.weak) step(emptied(node), at + 1, size, sure * 0.98, least, gap);
    else if (!gap) step(emptied(node), at + 1, size, sure * GAP, least, true);
  };
  if (!tokens[start].empty) step(index.tree, start, 0, 1, 1, false);
  return found;
}

/** How sure a word is as a word of crisis. @param {string} word @param {number} sure */
function trusted(word, sure) {
  return word.length < 4 && sure < 1 ? 0 : sure;
}

/** The same node as if nothing ended there: a phrase never ends with words that are passed over. @param {Node} node */
function emptied(node) {
  return { next: node.next, means: [] };
}

/** What a match is worth: sure and long phrases win. @param {Match} match */
function worth(match) {
  return match.sure ** 1.5 * (2 * match.size - 1);
}

/**
 * The phrases that together explain most of the query, none over another.
 * @param {Index} index
 * @param {Token[]} tokens
 * @param {Match[]} matches
 * @returns {Match[]}
 */
function choose(index, tokens, matches) {
  const size = tokens.length;
  const best = new Float64Array(size + 1);
  /** @type {(Match | null)[]} */
  const taken = Array.from({ length: size + 1 }, () => null);
  for (let at = size - 1; at >= 0; at--) {
    const { exact } = tokens[at].guess;
    const written = exact >= 0 && index.from[exact + 1] > index.from[exact] && !tokens[at].weak;
    best[at] = best[at + 1] + (written ? WRITTEN : 0);
    for (const match of matches) {
      if (match.from === at && worth(match) + best[match.to] > best[at]) {
        best[at] = worth(match) + best[match.to];
        taken[at] = match;
      }
    }
  }
  /** @type {Match[]} */
  const chosen = [];
  for (let at = 0; at < size; ) {
    const match = taken[at];
    if (match) chosen.push(match);
    at = match ? match.to : at + 1;
  }
  return chosen;
}

/**
 * @param {Index} index
 * @param {Token[]} tokens
 * @param {Match[]} chosen
 * @param {Match[]} matches
 */
function unitsOf(index, tokens, chosen, matches) {
  /** @type {Unit[]} */
  const units = [];
  /** @type {string[]} */
  const unknown = [];
  let at = 0;
  for (const match of [...chosen, null]) {
    for (; at < (match ? match.from : tokens.length); at++) alone(index, tokens[at], units, unknown);
    if (match) units.push(unitOf(index, tokens, match, matches));
    if (match) at = match.to;
  }
  if (!units.some((unit) => unit.needed)) for (const unit of units) unit.needed = true;
  return { units, unknown };
}

/**
 * A phrase, with other phrases that the same words may mean as surely.
 * @param {Index} index
 * @param {Token[]} tokens
 * @param {Match} match
 * @param {Match[]} matches
 * @returns {Unit}
 */
function unitOf(index, tokens, match, matches) {
  const same = matches.filter(
    (other) => other.from === match.from && other.to === match.to && other.sure >= match.sure - 0.15,
  );
  same.sort((a, b) => worth(b) - worth(a));
  /** @type {Map<number, number>} */
  const services = new Map();
  /** @type {Set<string>} */
  const facts = new Set();
  /** @type {{id: number, sure: number}[][]} */
  let words = [];
  for (const { meaning, sure } of same.slice(0, MEANINGS)) {
    meaning.services.forEach((service, place) => {
      const weight = sure * (1 - 0.04 * place);
      if (weight > (services.get(service) ?? 0)) services.set(service, weight);
    });
    if (meaning.fact) facts.add(meaning.fact);
    if (meaning.like.length) words = meaning.like.map((id) => [{ id, sure }]);
  }
  const inside = tokens.slice(match.from, match.to);
  if (!words.length) words = inside.filter((token) => !token.empty).map((token) => spelled(index, token));
  return { services, facts, words, raw: inside.map((token) => token.raw), weight: PHRASE * match.sure, needed: true };
}

/**
 * A word that belongs to no phrase.
 * @param {Index} index
 * @param {Token} token
 * @param {Unit[]} units
 * @param {string[]} unknown
 */
function alone(index, token, units, unknown) {
  if (token.empty || token.soon) return;
  const guesses = spelled(index, token);
  /** @type {Map<number, number>} */
  const services = new Map();
  if (!token.weak) {
    for (const { id, sure } of guesses) {
      for (const [service, share] of (sure >= HINT_SURE && index.hint.get(id)) || []) {
        services.set(service, Math.max(services.get(service) ?? 0, sure * share * HINT));
      }
    }
  }
  const words = guesses.filter(({ id }) => index.from[id + 1] > index.from[id]);
  if (words.length || services.size) {
    const weight = services.size ? HINTED : LOOSE * (words[0]?.sure ?? 0);
    units.push({ services, facts: new Set(), words: [words], raw: [token.raw], weight, needed: !token.weak });
  } else if (!token.weak) unknown.push(token.raw);
}

/**
 * All words that a token may be.
 * @param {Index} index
 * @param {Token} token
 */
function spelled(index, token) {
  const { exact, near, low, high } = token.guess;
  const out = exact >= 0 ? [{ id: exact, sure: 1 }, ...near] : [...near];
  if (token.joined >= 0) out.push({ id: token.joined, sure: 0.97 });
  for (let id = low; id < high; id++) {
    if (id !== exact) out.push({ id, sure: begun(index, token.guess, id) * (exact >= 0 ? 0.8 : 1) });
  }
  return out;
}

/**
 * The lines for words of crisis, in the order of the table, wherever they stand in the query.
 * @param {Index} index
 * @param {Token[]} tokens
 * @param {Match[]} matches
 */
function pinsOf(index, tokens, matches) {
  const found = new Set();
  for (const { meaning, from, size, least } of matches) {
    const frail = size === 1 && tokens[from].word.length < 6;
    if (meaning.pin && least >= (frail ? PIN_SHORT : PIN_SURE)) found.add(meaning.pin);
  }
  return Object.keys(index.columns.pins).filter((name) => found.has(name));
}
