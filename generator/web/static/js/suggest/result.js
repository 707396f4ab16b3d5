// @ts-check
/** What will be sent: before and after, what is to be mended, what is checked later, and the ways on. */
import { say } from "../finder/words.js";
import { button, make } from "./dom.js";
import { label } from "./fields.js";
import { inWords, letter, whereWords } from "./letter.js";
import { copyButton, ways } from "./ways.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./letter.js").Suggestion} Suggestion
 * @typedef {import("./tell.js").Told} Told
 */

/**
 * Show a suggestion. `find` leads to the field of a path.
 * @param {HTMLElement} place
 * @param {Form} form
 * @param {Suggestion} suggestion
 * @param {(told: Told) => void} find
 */
export function showResult(place, form, suggestion, find) {
  const { words } = form;
  const { fresh, changes, told } = suggestion;
  const open = place.querySelector("details")?.open;
  const person = told.filter((one) => one.person);
  const wrong = told.filter((one) => one.stops && !one.person);
  const advice = told.filter((one) => !one.stops);
  const some = fresh ? suggestion.text.length > 0 : changes.length > 0;
  place.replaceChildren(
    make("h2", { tabindex: "-1" }, say(words, "suggest.send")),
    ...(some ? [] : [make("p", {}, say(words, "suggest.unchanged"))]),
    ...(some && !fresh ? [compared(form, suggestion)] : []),
    ...list(form, "suggest.person", person, find, "stop-list"),
    ...(some ? list(form, "suggest.mend", wrong, find, "mend") : []),
    ...(some ? list(form, "suggest.advice", advice, find, "advice") : []),
    ...(some && !person.length ? [...ways(form, suggestion), later(words), lines(form, suggestion, open ?? false)] : []),
    make("pre", { class: "paper" }, some && !person.length ? letter(form, suggestion) : ""),
  );
}

/** Before and after, fact by fact. @param {Form} form @param {Suggestion} suggestion */
function compared(form, suggestion) {
  const nothing = say(form.words, "suggest.nothing");
  const rows = suggestion.changes.map((change) => {
    const { label: field, before, after } = inWords(form, suggestion, change);
    return make(
      "div",
      {},
      make("dt", {}, field),
      make("dd", {}, make("span", { class: "tag" }, say(form.words, "suggest.before")), before === nothing ? make("span", {}, before) : make("del", {}, before)),
      make("dd", {}, make("span", { class: "tag" }, say(form.words, "suggest.after")), make("ins", {}, after)),
    );
  });
  return make("dl", { class: "compared" }, ...rows);
}

/**
 * Problems, each with the name of its field, which a tap leads to.
 * @param {Form} form
 * @param {string} key
 * @param {Told[]} told
 * @param {(told: Told) => void} find
 * @param {string} kind
 */
function list(form, key, told, find, kind) {
  const { words } = form;
  if (!told.length) return [];
  const items = told.map((one) => make("li", {}, button(named(form, one), () => find(one), { class: "to-field" })));
  return [make("div", { class: `told ${kind}` }, make("h3", {}, say(words, key, { n: told.length })), make("ul", { class: "dots" }, ...items))];
}

/** @param {Form} form @param {Told} told */
function named(form, { path, text, missing }) {
  return path.length && !missing ? say(form.words, "suggest.of", { whole: label(form, path), part: text }) : text;
}

/** What only the check can know. @param {Record<string, string>} words */
function later(words) {
  const keys = ["same", "map", "links", "hours"];
  return make("div", { class: "later" }, make("h3", {}, say(words, "suggest.later")), make("ul", { class: "dots small" }, ...keys.map((key) => make("li", {}, say(words, `suggest.later.${key}`)))));
}

/** The lines for the file. @param {Form} form @param {Suggestion} suggestion @param {boolean} open */
function lines(form, { fresh, file, text, changes }, open) {
  const { words } = form;
  const parts = fresh
    ? [make("pre", { tabindex: "0" }, text), copyButton(words, text, say(words, "suggest.copy.file"))]
    : changes.flatMap((change) => [
        make("h4", {}, whereWords(form, change)),
        make("pre", { tabindex: "0" }, (change.kind === "delete" ? change.before : change.after).join("\n")),
        change.kind === "replace" && make("p", { class: "help" }, say(words, "suggest.in-place"), make("br"), make("code", {}, change.before.join("\n"))),
        change.after.length ? copyButton(words, change.after.join("\n"), say(words, "suggest.copy.lines")) : null,
      ]);
  const note = fresh ? null : make("p", { class: "help" }, say(words, "suggest.remarks"));
  return make("details", { open }, make("summary", {}, say(words, fresh ? "suggest.file.new" : "suggest.file.lines")), make("p", { class: "small quiet" }, file), note, ...parts);
}
