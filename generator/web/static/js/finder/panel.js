// @ts-check
/** The row of filters and the panel behind it. Buttons stay where they are, so that focus does; only what they say changes. */
import { button, fill, icon, part } from "./dom.js";
import { changes } from "./facets.js";
import { say } from "./words.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./dom.js").Tree} Tree
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
  const t = (/** @type {string} */ key) => say(words, key);
  const beside = options.filter((option) => BESIDE.includes(option.id) && !asked.includes(option));
  const open = button("chip", { "data-when": "now", "aria-pressed": "false" }, icon("clock"), t("find.open"));
  fill(
    part(form, ".strip"),
    button("chip.strong", { "data-filters": true, "aria-expanded": "false", "aria-controls": "filters" }, t("find.filters"), ["span.n"]),
    open,
    button("chip", { "data-near": true, "aria-pressed": "false" }, icon("pin"), t("near.me")),
    home && button("chip", { "data-officer": true, "aria-label": `${t("find.officer")}: ${t("find.officer.hint")}` }, icon("responders"), t("find.officer")),
    ...[...asked, ...beside].map((option) => chip(data, option)),
  );
  const important = new Set(asked.map(({ facet }) => facet));
  const facets = [...new Set(options.map(({ facet }) => facet))];
  const [first, more] = [true, false].map((wanted) => {
    const some = facets.filter((facet) => important.has(facet) === wanted);
    const single = some.filter((facet) => options.filter((option) => option.facet === facet).length === 1);
    return [single, ...some.filter((facet) => !single.includes(facet)).map((facet) => [facet])].map((set) => fieldset(data, set));
  });
  fill(
    part(form, ".filters"),
    ["h2", t("find.filters.title")],
    ...first,
    ["details", ["summary", t("find.filters.more")], ...more],
    ["fieldset", ["legend", t("find.when")], open, ["label.field", t("find.when.at"), ["input", { type: "datetime-local", "data-at": true }]]],
    ["fieldset", ["legend", t("near.place")],
      ["div.row", ["input", { type: "text", "data-place": true, autocomplete: "off", autocapitalize: "words", "aria-label": t("near.place"), "aria-describedby": "near-said" }], button("btn", { "data-go": true }, t("near.go"))],
      ["p.small", { id: "near-said", role: "status" }],
      ["div.row.wrap-row", { id: "near-others" }],
    ],
    ["p.acts", button("btn.call", { "data-done": true }, t("find.filters.done")), button("btn", { "data-reset": true }, t("find.reset"))],
  );
}

/**
 * Facets in one frame; one of several options has its name above them.
 * @param {Data} data
 * @param {number[]} facets
 * @returns {Tree}
 */
function fieldset(data, facets) {
  const mine = data.options.filter((option) => facets.includes(option.facet));
  if (!mine.length) return false;
  const [key, option] = mine[0].id.split(".");
  return ["fieldset.facet", option && ["legend", say(data.words, `facet.${key}`)], ...mine.map((one) => chip(data, one))];
}

/**
 * @param {Data} data
 * @param {Option} option
 * @returns {Tree}
 */
function chip({ words }, option) {
  return button("chip", { "data-option": option.id, "aria-pressed": "false" }, ["span", say(words, option.label)], ["span.n"]);
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
  for (const chip of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-option]"))) {
    const id = chip.dataset.option ?? "";
    const number = numbers.get(id) ?? 0;
    const { yes, unknown } = counts[number];
    const pressed = chosen.options.has(id);
    const hidden = !pressed && !changes(counts[number]);
    const told = `${hidden} ${pressed} ${yes} ${unknown}`;
    if (drawn.get(chip) === told) continue;
    drawn.set(chip, told);
    chip.hidden = hidden;
    chip.setAttribute("aria-pressed", String(pressed));
    const label = say(words, options[number].label);
    chip.setAttribute("aria-label", say(words, "find.option", { label, n: yes, m: unknown }));
    part(chip, ".n").textContent = unknown ? `${yes} + ${unknown}?` : String(yes);
  }
  for (const set of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("fieldset.facet"))) {
    set.hidden = !set.querySelector("[data-option]:not([hidden])");
  }
  const more = part(form, "details");
  more.hidden = !more.querySelector("fieldset:not([hidden])");
  for (const one of form.querySelectorAll("[data-when]")) one.setAttribute("aria-pressed", String(chosen.when === "now"));
  part(form, "[data-near]").setAttribute("aria-pressed", String(chosen.near));
  /** @type {HTMLInputElement} */ (part(form, "[data-at]")).value = chosen.when.includes("T") ? chosen.when : "";
  const total = chosen.options.size + (chosen.when ? 1 : 0) + (chosen.near ? 1 : 0);
  part(form, "[data-filters] .n").textContent = total ? String(total) : "";
}
