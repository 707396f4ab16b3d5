// @ts-check
/** The finder: takes what a person types and chooses, and shows what fits. Nothing of it leaves the phone. */
import { chooseMaps } from "../directions.js";
import { Clock, SECRET, SENSITIVE, askedOptions, readData, rowsOf } from "./data.js";
import { countOptions, sign } from "./facets.js";
import { listHtml } from "./list.js";
import { drawMap } from "./map.js";
import { Nearby } from "./nearby.js";
import { drawPanel, part, updatePanel } from "./panel.js";
import { byFacet, drops, firstPurpose, sortOut } from "./rank.js";
import { resultsHtml, unasked } from "./results.js";
import { prepare, search } from "./search.js";
import { keepState, readState, writeState } from "./state.js";
import { openText } from "./view.js";
import { say } from "./words.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./facets.js").Option} Option
 */

const PAGE = 12;
/** Results that are drawn with each key, and milliseconds without a key after which the others are. */
const FIRST = 4;
const RESTS = 200;
const SAID_AFTER = 500;

class Finder {
  /**
   * @param {HTMLElement} form
   * @param {Data} data
   */
  constructor(form, data) {
    this.form = form;
    this.data = data;
    this.root = form.dataset.root ?? "";
    this.need = data.needs.get(form.dataset.need ?? "");
    this.main = /** @type {HTMLElement} */ (document.getElementById("main"));
    this.out = /** @type {HTMLElement} */ (document.getElementById("results"));
    this.mine = /** @type {HTMLElement} */ (document.getElementById("my-list"));
    this.input = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=search]"));
    this.index = this.input && prepare(data.search);
    this.asked = askedOptions(data, this.need);
    this.every = rowsOf(data, this.need);
    this.byId = new Map(data.options.map((option) => [option.id, option]));
    this.nearby = new Nearby(form, data.words, {
      changed: (typed) => this.choose({ near: typed }),
      heard: () => this.show(),
      refused: () => this.openPanel(true),
    });
    this.limit = PAGE;
    this.slip = false;
    this.mapped = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
    this.state = readState(location.hash);
    this.state.options = this.state.options.filter((id) => this.byId.has(id));
    /** Whether what is typed is about danger or a private topic: then "back" does not show it again. */
    this.hushed = false;
    if (this.input) {
      this.state.words ||= history.state?.words ?? "";
      if (history.state) history.replaceState(null, "");
      if (this.state.words) this.input.value = this.state.words;
      this.state.words = this.input.value;
    }
  }

  start() {
    drawPanel(this.form, this.data, this.asked, Boolean(this.input));
    this.listen();
    this.enhanceCards();
    if (this.state.near) this.nearby.find(this.state.near);
    this.show();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.out.querySelector("h2")?.focus();
    });
    this.form.addEventListener("focusin", () => void this.nearby.load(), { once: true });
    this.input?.addEventListener("input", () => {
      this.state.words = /** @type {HTMLInputElement} */ (this.input).value;
      this.limit = PAGE;
      this.show(true);
    });
    document.addEventListener("click", (event) => this.click(/** @type {Event & {target: HTMLElement}} */ (event)));
    this.form.addEventListener("change", (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if ("at" in field.dataset) this.choose({ when: field.value.slice(0, 16) });
    });
    part(this.form, "[data-place]").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.nearby.find(/** @type {HTMLInputElement} */ (event.target).value);
    });
    window.addEventListener("hashchange", () => {
      const told = readState(location.hash);
      if (!location.hash.includes("=")) return;
      this.state = { ...told, options: told.options.filter((id) => this.byId.has(id)), words: told.words || this.state.words };
      this.show();
    });
    window.addEventListener("pageshow", () => {
      if (this.input && this.input.value !== this.state.words) {
        this.state.words = this.input.value;
        this.show();
      }
    });
  }

  /** @param {Event & {target: HTMLElement}} event */
  click(event) {
    const link = event.target.closest("a");
    if (link) return this.follow(event, link);
    const button = event.target.closest("button");
    if (!button) return;
    const { dataset } = button;
    if (dataset.option) this.toggle(dataset.option);
    else if (dataset.when !== undefined) this.choose({ when: this.state.when ? "" : dataset.when });
    else if ("near" in dataset) this.nearby.toggle();
    else if ("officer" in dataset) this.officer();
    else if ("filters" in dataset) this.openPanel(part(this.form, ".filters").hidden);
    else if ("done" in dataset) this.openPanel(false);
    else if ("reset" in dataset) this.reset();
    else if ("go" in dataset) this.nearby.find(/** @type {HTMLInputElement} */ (part(this.form, "[data-place]")).value);
    else if ("more" in dataset) this.showMore();
    else if ("map" in dataset) this.toggleMap();
    else if ("link" in dataset) this.copyLink(button, dataset.link === "my");
    else if (dataset.other) this.nearby.pick(dataset.other);
    else if (dataset.add) this.toggleMine(dataset.add);
    else if ("slip" in dataset) this.openSlip(!this.slip);
    else if ("empty" in dataset) this.emptyMine();
    else if ("printSlip" in dataset) this.print();
  }

  /**
   * What was typed is there again on the way back, unless it is nobody's business; a private text is asked for first.
   * @param {Event} event
   * @param {HTMLAnchorElement} link
   */
  follow(event, link) {
    const { words } = this.data;
    if (link.dataset.private === "1" && !window.confirm(say(words, "share.ask"))) event.preventDefault();
    const inside = link.origin === location.origin && link.pathname.endsWith(".html") && !link.hash;
    if (inside && this.state.words && !this.hushed) history.replaceState({ words: this.state.words }, "");
  }

  /** @param {Partial<import("./state.js").State>} change */
  choose(change) {
    this.state = { ...this.state, ...change };
    this.limit = PAGE;
    this.show();
  }

  /** @param {string} id */
  toggle(id) {
    const { options } = this.state;
    const found = options.includes(id) ? options.filter((other) => other !== id) : [...options, id];
    this.choose({ options: found });
    if (!document.activeElement || document.activeElement === document.body) this.out.querySelector("h2")?.focus();
  }

  reset() {
    this.nearby.clear();
    this.choose({ options: [], when: "", near: "" });
  }

  officer() {
    this.choose({ options: [...new Set([...this.state.options, "dropoff"])], when: "now" });
    if (!this.nearby.here) this.nearby.toggle();
  }

  /** @param {boolean} open */
  openPanel(open) {
    const panel = part(this.form, ".filters");
    const button = part(this.form, "[data-filters]");
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) return;
    button.focus();
    this.form.scrollIntoView();
  }

  showMore() {
    const before = this.out.querySelectorAll(".card").length;
    this.limit += PAGE;
    this.show();
    /** @type {HTMLElement | undefined} */ (this.out.querySelectorAll(".card h3 a")[before])?.focus();
  }

  async toggleMap() {
    this.mapped = !this.mapped;
    if (this.mapped) await this.nearby.load().catch(() => null);
    this.show();
    part(this.out, "[data-map]")?.focus();
  }

  /** @param {string} id */
  toggleMine(id) {
    const { my } = this.state;
    this.state.my = my.includes(id) ? my.filter((other) => other !== id) : [...my, id];
    const { words } = this.data;
    for (const button of document.querySelectorAll(`[data-add="${CSS.escape(id)}"]`)) {
      const on = this.state.my.includes(id);
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? "✓" : "+";
      const [, ...name] = (button.getAttribute("aria-label") ?? "").split(", ");
      button.setAttribute("aria-label", [say(words, on ? "my.remove" : "my.add"), ...name].join(", "));
    }
    this.showMine();
    keepState(window, this.state);
    this.announce(this.state.my.length ? say(words, "my.count", { n: this.state.my.length }) : say(words, "my.clear"));
  }

  /** @param {boolean} open */
  openSlip(open) {
    this.slip = open;
    this.showMine();
    if (open) part(this.mine, "#slip-title")?.focus();
    else part(this.mine, "[data-slip]")?.focus();
  }

  emptyMine() {
    for (const id of [...this.state.my]) this.toggleMine(id);
    this.slip = false;
  }

  showMine() {
    if (!this.state.my.length && !this.mine.hasChildNodes()) return;
    this.mine.innerHTML = listHtml(this.setting(new Clock(this.data, Date.now(), this.state.when)), this.slip);
    document.body.classList.toggle("listing", this.state.my.length > 0);
    chooseMaps(this.mine, navigator.userAgent, navigator.maxTouchPoints);
  }

  print() {
    document.body.classList.add("slip-only");
    window.print();
    document.body.classList.remove("slip-only");
  }

  /**
   * @param {HTMLElement} button
   * @param {boolean} only the list alone
   */
  async copyLink(button, only) {
    const { my } = this.state;
    const state = only ? { options: [], when: "", words: "", near: "", my } : { ...this.state, near: this.nearby.here?.typed ?? "" };
    await navigator.clipboard?.writeText(location.href.split("#")[0] + writeState(state, { typed: true }));
    const done = say(this.data.words, "find.copied");
    (button.querySelector("span") ?? button).textContent = done;
    this.announce(done);
  }

  /** @returns {Option[]} */
  chosen() {
    return this.state.options.flatMap((id) => this.byId.get(id) ?? []);
  }

  /**
   * @param {Clock} clock
   * @returns {import("./view.js").Setting}
   */
  setting(clock) {
    const { data, root } = this;
    const near = this.nearby.place;
    const { words, cards } = data;
    const services = this.need?.services;
    const distance = (/** @type {number} */ row) => {
      if (!near) return "";
      const point = data.point(row);
      const whole = !point && (Boolean(cards.flags[row] & SECRET) || !cards.street[row]);
      const approximate = Boolean(near.point.approximate) || cards.near.includes(row);
      return near.far.sayDistance(words, point && near.far.distanceMiles(near.point, point), { approximate, whole });
    };
    const chosen = this.chosen();
    return { data, clock, root, chosen, first: firstPurpose(chosen), services, distance, my: this.state.my };
  }

  /**
   * What matters here and nobody has answered, by facet.
   * @param {number[]} rows
   * @param {Clock} clock
   */
  silent(rows, clock) {
    const silent = (/** @type {Option} */ option) => rows.every((row) => sign(option, row, clock.today) === 0);
    const heard = new Set(this.asked.filter((option) => !silent(option)).map(({ facet }) => facet));
    const found = new Map(this.asked.filter(({ facet }) => rows.length && !heard.has(facet)).map((option) => [option.facet, option]));
    return [...found.values()];
  }

  /** Work out and show everything; nothing else draws results. */
  show(typing = false) {
    const { data, state, need, index } = this;
    const clock = new Clock(data, Date.now(), state.when);
    const chosen = this.chosen();
    const text = state.words.trim();
    const found = index && text.length > 1 ? search(index, text, data.size) : null;
    this.hushed = Boolean(found?.pins.length || found?.hits.slice(0, PAGE).some(({ i }) => data.cards.flags[i] & SENSITIVE));
    void this.nearby.hear(found?.place ?? "");
    const near = this.nearby.place;
    const rows = found ? found.hits.map(({ i }) => i) : this.every;
    const filtered = Boolean(chosen.length || state.when || this.nearby.here);
    const active = Boolean(found || filtered);
    const soon = Boolean(found && ["now", "today", "tonight", "always"].includes(found.soon ?? ""));
    const services = need?.services;
    const far = near && ((/** @type {number} */ row) => {
      const point = data.point(row);
      return point ? near.far.distanceMiles(near.point, point) : Infinity;
    });
    const question = { rows, typed: Boolean(found), chosen, when: state.when, far, services, soon };
    const setting = this.setting(clock);
    const open = filtered || !active ? this.silent(rows, clock) : [];
    part(this.form, ".unasked").innerHTML = active || !need ? "" : unasked(setting, open);
    clearTimeout(this.rest);
    // While somebody types, the first results go before the others and before the numbers on filters.
    if (typing) this.rest = setTimeout(() => this.show(), RESTS);
    else {
      const counts = countOptions(data.options, byFacet(chosen), rows, clock.today);
      updatePanel(this.form, data, counts, { options: new Set(state.options), when: state.when, near: Boolean(this.nearby.here) });
    }
    const limit = typing ? Math.min(this.limit, FIRST) : this.limit;
    const begins = active && this.out.hidden;
    this.main.classList.toggle("found", active);
    this.out.hidden = !active;
    if (active) {
      const groups = sortOut(data, clock, question);
      const some = groups.yes.length + groups.unknown.length;
      const base = some ? [] : rows.length ? [] : (found?.near ?? []).map(({ i }) => i);
      const nearest = some ? [] : [...base, ...this.mild(groups.no, chosen, clock)].slice(0, 3);
      const placed = this.mapped ? [...groups.yes, ...groups.unknown].slice(0, limit).filter((row) => data.point(row)) : [];
      this.out.innerHTML = resultsHtml(setting, {
        groups, filtered, words: text, near: near?.label ?? "", dropped: found?.dropped ?? [], pins: found?.pins ?? [], unasked: open, limit,
        drops: some ? [] : drops(data, clock, question), nearest,
        numbers: new Map(placed.map((row, at) => [row, at + 1])),
        map: this.mapped ? drawMap(data, placed, near?.point ?? null, this.root) : "",
      });
      chooseMaps(this.out, navigator.userAgent, navigator.maxTouchPoints);
      const { yes, unknown, no } = groups;
      this.later(filtered ? say(data.words, "find.groups", { yes: yes.length, unknown: unknown.length, no: no.length }) : say(data.words, "find.count", { n: some }));
      if (begins && this.out.getBoundingClientRect().top > window.innerHeight / 2) this.form.scrollIntoView();
    } else this.out.textContent = "";
    this.showMine();
    keepState(window, state);
  }

  /**
   * Of places that say no, those that say so least often.
   * @param {number[]} rows
   * @param {Option[]} chosen
   * @param {Clock} clock
   */
  mild(rows, chosen, clock) {
    const nos = (/** @type {number} */ row) => chosen.filter((option) => sign(option, row, clock.today) === 1).length;
    return [...rows].sort((a, b) => nos(a) - nos(b)).slice(0, 3);
  }

  /** @param {string} text */
  later(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.announce(text), SAID_AFTER);
  }

  /** @param {string} text */
  announce(text) {
    part(document, "#said").textContent = text;
  }

  /** Put what is true now on the cards that came with the page; their height stays. */
  enhanceCards() {
    const clock = new Clock(this.data, Date.now(), "");
    const setting = this.setting(clock);
    for (const card of this.main.querySelectorAll(".card")) {
      const id = /** @type {HTMLAnchorElement | null} */ (card.querySelector("h3 a"))?.pathname.match(/([^/]+)\.html$/)?.[1];
      const row = this.data.rows.get(id ?? "");
      const line = /** @type {HTMLElement | null | undefined} */ (card.querySelector('use[href="#i-clock"]')?.closest("li"));
      if (row === undefined || !line) continue;
      line.style.minHeight = `${line.offsetHeight}px`;
      const { text, kind } = openText(setting, row);
      line.className = kind;
      part(line, "span").textContent = text;
    }
  }
}

async function start() {
  const form = document.getElementById("finder");
  if (!form) return;
  try {
    const answer = await fetch(form.dataset.src ?? "");
    const finder = new Finder(form, readData(await answer.json()));
    form.classList.add("on");
    finder.start();
    form.dispatchEvent(new Event("ready"));
  } catch {
    form.classList.add("off");
  }
}

void start();
