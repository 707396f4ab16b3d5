// @ts-check
/**
 * What is chosen, as the `#` fragment of the address: a view can be bookmarked and sent, and no server sees it. Words and
 * places that were typed enter it only in a link that is copied; where a phone is never does.
 */

/**
 * `options` are ids such as "pets" or "record.arson". `when` is empty, "now", or a day and time "2026-11-28T09:00".
 * `near` is the place that was typed, `my` the ids on the person's own list.
 * @typedef {{options: string[], when: string, words: string, near: string, my: string[]}} State
 */

const WHEN = /^(now|\d{4}-\d\d-\d\dT\d\d:\d\d)$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST = 60;

/**
 * Read a fragment. Whatever cannot be is left out; an anchor within a page is an empty state.
 * @param {string} hash
 * @returns {State}
 */
export function readState(hash) {
  const told = new URLSearchParams(hash.includes("=") ? hash.slice(1) : "");
  const when = told.get("open") ?? "";
  return {
    options: listOf(told.get("f")),
    when: WHEN.test(when) ? when : "",
    words: (told.get("q") ?? "").slice(0, 200),
    near: (told.get("near") ?? "").slice(0, 100),
    my: listOf(told.get("my")).filter((id) => SLUG.test(id)),
  };
}

/**
 * Give the fragment, empty where nothing is chosen.
 * @param {State} state
 * @param {{typed?: boolean}} [how] `typed`: with what was typed, for a link that a person copies
 * @returns {string}
 */
export function writeState({ options, when, words, near, my }, { typed = false } = {}) {
  const parts = [
    options.length && `f=${options.join(",")}`,
    when && `open=${when}`,
    typed && words && `q=${encodeURIComponent(words)}`,
    typed && near && `near=${encodeURIComponent(near)}`,
    my.length && `my=${my.join(",")}`,
  ].filter(Boolean);
  return parts.length ? `#${parts.join("&")}` : "";
}

/**
 * Put the state into the address without a step in the history. An anchor is left alone while nothing is chosen.
 * @param {Window} window
 * @param {State} state
 */
export function keepState({ location, history }, state) {
  const fragment = writeState(state);
  if (fragment === location.hash || (!fragment && !location.hash.includes("="))) return;
  history.replaceState(history.state, "", fragment || location.pathname + location.search);
}

/** @param {string | null} text */
function listOf(text) {
  return [...new Set((text ?? "").split(",").filter(Boolean))].slice(0, MOST);
}
