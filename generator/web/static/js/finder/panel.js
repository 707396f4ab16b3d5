// @ts-check
/** The row of filters and the panel behind it. Buttons stay where they are, so that focus does; only what they say changes. */
import { icon, safe, say } from "./words.js";
import { changes } from "./facets.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./facets.js").Option} Option
 * @typedef {import("./facets.js").Count} Count
 */

/** Who and what comes along is refused most often, whatever the need: these stand in the row after those that matter. */
const BESIDE = ["pets", "couples", "wheelchair", "no-id", "after-use"];

/**
 * Fill the row and the panel.
 * @param {HTMLElement} form
 * @param {Data} data
 * @param {Option[]} asked those that matter most
 * @param {boolean} home
 */
export function drawPanel(form, data, asked, home) {
  const { words, options } = data;
  /** @param {string} key */
  const t = (key) => safe(say(words, key));
  const [strip, panel] = [part(form, ".strip"), part(form, ".filters")];
  const beside = options.filter((option) => BESIDE.includes(option.id) && !asked.includes(option));
  const chips = [...asked, ...beside].map((option) => chip(data, option)).join("");
  const officer = home ? `<button type="button" class="chip" data-officer aria-label="${t("find.officer")}: ${t("find.officer.hint")}">${icon("responders")}${t("find.officer")}</button>` : "";
  strip.innerHTML = `<button type="button" class="chip strong" data-filters aria-expanded="false" aria-controls="filters">${t("find.filters")}<span class="n"></span></button>
<button type="button" class="chip" data-when="now" aria-pressed="false">${icon("clock")}${t("find.open")}</button>
<button type="button" class="chip" data-near aria-pressed="false">${icon("pin")}${t("near.me")}</button>${officer}${chips}`;
  const important = new Set(asked.map(({ facet }) => facet));
  const facets = [...new Set(options.map(({ facet }) => facet))];
  const blocks = [facets.filter((facet) => important.has(facet)), facets.filter((facet) => !important.has(facet))].map((some) => {
    const single = some.filter((facet) => options.filter((option) => option.facet === facet).length === 1);
    const several = some.filter((facet) => !single.includes(facet));
    return fieldset(data, single) + several.map((facet) => fieldset(data, [facet])).join("");
  });
  panel.innerHTML = `<h2>${t("find.filters.title")}</h2>${blocks[0]}<details><summary>${t("find.filters.more")}</summary>${blocks[1]}</details>
<fieldset><legend>${t("find.when")}</legend><button type="button" class="chip" data-when="now" aria-pressed="false">${t("find.open")}</button>
<label class="field">${t("find.when.at")}<input type="datetime-local" data-at></label></fieldset>
<fieldset><legend>${t("near.place")}</legend><div class="row"><input type="text" data-place autocomplete="off" autocapitalize="words" aria-label="${t("near.place")}" aria-describedby="near-said"><button type="button" class="btn" data-go>${t("near.go")}</button></div>
<p class="small" id="near-said" role="status"></p><div class="row wrap-row" id="near-others"></div></fieldset>
<p class="acts"><button type="button" class="btn call" data-done>${t("find.filters.done")}</button><button type="button" class="btn" data-reset>${t("find.reset")}</button></p>`;
}

/**
 * The words for the facet of an option: of several options, those for all of them.
 * @param {Data} data
 * @param {Option} option
 */
export function facetLabel({ words }, { id, label }) {
  return say(words, id.includes(".") ? `facet.${id.split(".")[0]}` : label);
}

/**
 * @param {Data} data
 * @param {number[]} facets
 */
function fieldset(data, facets) {
  const mine = data.options.filter((option) => facets.includes(option.facet));
  if (!mine.length) return "";
  const head = mine[0].id.includes(".") ? `<legend>${safe(facetLabel(data, mine[0]))}</legend>` : "";
  return `<fieldset class="facet">${head}${mine.map((option) => chip(data, option)).join("")}</fieldset>`;
}

/**
 * @param {Data} data
 * @param {Option} option
 */
function chip({ words }, option) {
  return `<button type="button" class="chip" data-option="${option.id}" aria-pressed="false"><span>${safe(say(words, option.label))}</span><span class="n"></span></button>`;
}

/**
 * What each button says already.
 * @type {WeakMap<Element, string>}
 */
const drawn = new WeakMap();

/**
 * Say how many each option gives, which are chosen, and hide those that can change nothing.
 * @param {HTMLElement} form
 * @param {Data} data
 * @param {Count[]} counts by the number of the option
 * @param {{options: Set<string>, when: string, near: boolean}} chosen
 */
export function updatePanel(form, data, counts, chosen) {
  const { words, options } = data;
  const numbers = new Map(options.map(({ id }, number) => [id, number]));
  for (const button of form.querySelectorAll("[data-option]")) {
    const id = /** @type {HTMLElement} */ (button).dataset.option ?? "";
    const number = numbers.get(id) ?? 0;
    const { yes, unknown } = counts[number];
    const pressed = chosen.options.has(id);
    const hidden = !pressed && !changes(counts[number]);
    const told = `${hidden} ${pressed} ${yes} ${unknown}`;
    if (drawn.get(button) === told) continue;
    drawn.set(button, told);
    /** @type {HTMLElement} */ (button).hidden = hidden;
    button.setAttribute("aria-pressed", String(pressed));
    const label = say(words, options[number].label);
    button.setAttribute("aria-label", say(words, "find.option", { label, n: yes, m: unknown }));
    part(button, ".n").textContent = unknown ? `${yes} + ${unknown}?` : String(yes);
  }
  for (const set of form.querySelectorAll("fieldset.facet")) {
    /** @type {HTMLElement} */ (set).hidden = !set.querySelector("[data-option]:not([hidden])");
  }
  const more = part(form, "details");
  more.hidden = !more.querySelector("fieldset:not([hidden])");
  for (const button of form.querySelectorAll("[data-when]")) button.setAttribute("aria-pressed", String(chosen.when === "now"));
  part(form, "[data-near]").setAttribute("aria-pressed", String(chosen.near));
  const at = /** @type {HTMLInputElement} */ (part(form, "[data-at]"));
  if (!chosen.when.includes("T")) at.value = "";
  else at.value = chosen.when;
  const total = chosen.options.size + (chosen.when ? 1 : 0) + (chosen.near ? 1 : 0);
  part(form, "[data-filters] .n").textContent = total ? String(total) : "";
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
