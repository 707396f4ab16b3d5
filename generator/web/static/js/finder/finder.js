// @ts-check
/** The finder: takes what a person types and chooses, and shows what fits. Nothing of it leaves the phone. */
import { chooseMaps } from "../directions.js";
import { byFacet, drops, firstPurpose, isDelicate, nearest, silent, sortOut } from "./answer.js";
import { Clock, SECRET, SENSITIVE, readData, rowsOf } from "./data.js";
import { draw, fill, part } from "./dom.js";
import { countOptions } from "./facets.js";
import { drawMap } from "./map.js";
import { Mine, isSafe } from "./mine.js";
import { Nearby } from "./nearby.js";
import { drawPanel, updatePanel } from "./panel.js";
import { PAGE, results, unasked } from "./results.js";
import { prepare, search } from "./search.js";
import { keepState, readState } from "./state.js";
import { further, openText } from "./view.js";
import { say } from "./words.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./facets.js").Option} Option
 *
 * Where the files come from: the finder's own, the words that people type, and the places of the county.
 * @typedef {{data: () => Promise<import("./data.js").File>, words: () => Promise<import("./prepare.js").Typed>,
 *   places: () => Promise<import("./near.js").PlacesFile>}} Sources
 */

/** Results that are drawn with each key, and milliseconds without a key after which the others are. */
const FIRST = 4;
const RESTS = 200;
const SAID_AFTER = 500;
const SOON = ["now", "today", "tonight", "always"];

/**
 * Bring a finder to life. The form says `ready` once it is; where its data do not come, it has the class `off`.
 * @param {HTMLElement} form
 * @param {Sources} sources
 */
export async function begin(form, sources) {
  try {
    const finder = new Finder(form, readData(await sources.data()), sources);
    form.classList.add("on");
    finder.start();
    form.dispatchEvent(new Event("ready"));
  } catch {
    form.classList.add("off");
  }
}

class Finder {
  /**
   * @param {HTMLElement} form
   * @param {Data} data
   * @param {Sources} sources
   */
  constructor(form, data, sources) {
    this.form = form;
    this.data = data;
    this.sources = sources;
    this.root = form.dataset.root ?? "";
    const [services, asked] = data.needs[form.dataset.need ?? ""] ?? [[], []];
    /** The services of the need that this page is about; home is about none. */
    this.need = services.length ? new Set(services) : undefined;
    this.asked = asked.map((number) => data.options[number]);
    this.main = part(document, "#main");
    this.out = part(document, "#results");
    this.input = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=search]"));
    /** The way to leave the page at once, where the page itself is not about a private topic. */
    this.leave = /** @type {HTMLElement | null} */ (document.querySelector("#leave[hidden]"));
    /** @type {import("./prepare.js").Index | null} */
    this.index = null;
    /** @type {Promise<void> | null} */
    this.learning = null;
    this.every = rowsOf(data, this.need);
    this.byId = new Map(data.options.map((option) => [option.id, option]));
    this.nearby = new Nearby(form, data.words, {
      places: sources.places,
      changed: (typed) => this.choose({ near: typed }),
      heard: () => this.show(),
      refused: () => this.openPanel(true),
    });
    this.mine = new Mine(part(document, "#my-list"), {
      setting: () => this.setting(),
      state: () => ({ ...this.state, near: this.nearby.here?.typed ?? "" }),
      changed: (my) => {
        this.state.my = my;
        keepState(window, this.state);
      },
      said: (text) => this.announce(text),
    });
    this.limit = PAGE;
    this.mapped = false;
    /** Whether what is typed is about danger or a private topic: then "back" does not show it again. */
    this.hushed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
    this.state = this.told();
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
    if (this.state.near) void this.nearby.find(this.state.near);
    if (this.state.words || document.activeElement === this.input) this.learn();
    this.show();
    if (location.hash === "#officer") this.officer();
  }

  /** What the address says, as far as it can be. */
  told() {
    const told = readState(location.hash);
    return { ...told, options: told.options.filter((id) => this.byId.has(id)) };
  }

  listen() {
    const { form, input } = this;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.out.querySelector("h2")?.focus();
    });
    this.place.addEventListener("focus", () => void this.nearby.load().catch(() => null), { once: true });
    input?.addEventListener("focus", () => this.learn());
    input?.addEventListener("input", () => {
      this.learn();
      this.state.words = input.value;
      this.limit = PAGE;
      this.show(true);
    });
    document.addEventListener("click", (event) => this.click(event));
    form.addEventListener("change", (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if ("at" in field.dataset) this.choose({ when: field.value.slice(0, 16) });
    });
    this.place.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      void this.nearby.find(this.place.value);
    });
    window.addEventListener("hashchange", () => {
      if (!location.hash.includes("=")) return;
      const told = this.told();
      this.state = { ...told, words: told.words || this.state.words };
      this.show();
    });
    // A page that the browser keeps for "back" must not show again what nobody else should read.
    window.addEventListener("pagehide", () => this.hushed && input && this.type(""));
    window.addEventListener("pageshow", () => input && input.value !== this.state.words && this.type(input.value));
  }

  get place() {
    return /** @type {HTMLInputElement} */ (part(this.form, "[data-place]"));
  }

  /** @param {string} words */
  type(words) {
    if (this.input) this.input.value = words;
    this.state.words = words;
    this.show();
  }

  /** The words that people type are a file of their own, brought when somebody turns to the search box. */
  learn() {
    this.learning ??= this.sources.words().then(
      (typed) => {
        this.index = prepare({ ...this.data.search, ...typed });
        this.form.classList.remove("off");
        // "Narcan near Ramsey St": the places come to everybody who may type one, whatever is typed.
        void this.nearby.load().catch(() => null);
        this.show();
      },
      () => {
        this.learning = null;
        this.form.classList.add("off");
      },
    );
  }

  /** @param {Event} event */
  click(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest("a");
    if (link) return this.follow(event, link);
    const button = target.closest("button");
    if (!button) return;
    const { dataset } = button;
    if (dataset.option) this.toggle(dataset.option);
    else if (dataset.when !== undefined) this.choose({ when: this.state.when ? "" : dataset.when });
    else if ("near" in dataset) this.nearby.toggle();
    else if ("officer" in dataset) this.officer();
    else if ("filters" in dataset) this.openPanel(part(this.form, ".filters").hidden);
    else if ("done" in dataset) this.openPanel(false);
    else if ("reset" in dataset) this.reset();
    else if ("go" in dataset) void this.nearby.find(this.place.value);
    else if ("more" in dataset) this.showMore();
    else if ("map" in dataset) void this.toggleMap();
    else if (dataset.other) this.nearby.pick(dataset.other);
    else this.mine.click(button);
  }

  /**
   * What was typed is there again on the way back, unless it is nobody's business; a private text is asked for first.
   * @param {Event} event
   * @param {HTMLAnchorElement} link
   */
  follow(event, link) {
    if ("private" in link.dataset && !isSafe(this.data.words)) event.preventDefault();
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
    this.choose({ options: options.includes(id) ? options.filter((other) => other !== id) : [...options, id] });
    if (document.activeElement === document.body) this.out.querySelector("h2")?.focus();
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
    const button = part(this.form, "[data-filters]");
    part(this.form, ".filters").hidden = !open;
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

  /**
   * What every card shares. Private topics go by their neutral title unless somebody asked in words or by the need.
   * @param {Clock} [clock]
   * @param {boolean} [quiet]
   * @returns {import("./view.js").Setting}
   */
  setting(clock = new Clock(this.data, Date.now(), this.state.when), quiet = !this.need) {
    const { data, root } = this;
    const near = this.nearby.place;
    const { words, cards } = data;
    const miles = (/** @type {number} */ row) => {
      const point = data.point(row);
      return point && near && near.far.distanceMiles(near.point, point);
    };
    const distance = (/** @type {number} */ row) => {
      if (!near) return "";
      const far = miles(row);
      const whole = far === null && (Boolean(cards.flags[row] & SECRET) || !cards.street[row]);
      const approximate = Boolean(near.point.approximate) || cards.near.includes(row);
      return near.far.sayDistance(words, far, { approximate, whole });
    };
    const chosen = this.state.options.flatMap((id) => this.byId.get(id) ?? []);
    return {
      data, clock, root, chosen, first: firstPurpose(chosen), services: this.need, miles, distance, my: this.state.my, quiet,
      shares: "share" in navigator, copies: Boolean(navigator.clipboard),
    };
  }

  /** Work out and show everything; nothing else draws results. */
  show(typing = false) {
    const { data, state, need, form } = this;
    const clock = new Clock(data, Date.now(), state.when);
    const text = state.words.trim();
    const found = this.index && text ? search(this.index, text, data.size) : null;
    this.hushed = isDelicate(data, found);
    void this.nearby.hear(found?.place ?? "");
    const near = this.nearby.place;
    const setting = this.setting(clock, !found && !need);
    const { chosen, services } = setting;
    const rows = found ? found.hits.map(({ i }) => i) : this.every;
    const filtered = Boolean(chosen.length || state.when || this.nearby.here);
    const active = Boolean(found || filtered);
    const far = near && ((/** @type {number} */ row) => setting.miles(row) ?? Infinity);
    const question = { rows, typed: Boolean(found), chosen, when: state.when, far, services, soon: SOON.includes(found?.soon ?? "") };
    const open = filtered || !active ? silent(this.asked, rows, clock.today) : [];
    fill(part(form, ".unasked"), ...(active || !need ? [] : unasked(setting, open)));
    clearTimeout(this.rest);
    // While somebody types, the first results go before the others and before the numbers on filters.
    if (typing) this.rest = setTimeout(() => this.show(), RESTS);
    else {
      const counts = countOptions(data.options, byFacet(chosen), rows, clock.today);
      updatePanel(form, data, counts, { options: new Set(state.options), when: state.when, near: Boolean(this.nearby.here) });
    }
    const begins = active && this.out.hidden;
    this.main.classList.toggle("found", active);
    this.out.hidden = !active;
    if (active) {
      const limit = typing ? Math.min(this.limit, FIRST) : this.limit;
      const groups = sortOut(data, clock, question);
      const shown = [...groups.yes, ...groups.unknown];
      if (this.leave) this.leave.hidden = !(this.hushed || shown.slice(0, limit).some((row) => data.cards.flags[row] & SENSITIVE));
      const placed = this.mapped ? shown.slice(0, limit).filter((row) => data.point(row)) : [];
      const opened = [...this.out.querySelectorAll("details[open]")].map((one) => /** @type {HTMLElement} */ (one).dataset.of);
      fill(this.out, ...results(setting, {
        groups, filtered, timed: Boolean(state.when), near: near?.label ?? "",
        meant: data.search.services.find(([slug]) => slug === found?.services[0])?.[1] ?? "",
        dropped: found?.dropped ?? [], unasked: open, limit,
        pins: (found?.pins ?? []).map((name) => this.index?.columns.pins[name] ?? {}),
        drops: shown.length ? [] : drops(data, clock, question),
        nearest: shown.length ? [] : nearest(rows.length ? [] : (found?.near ?? []).map(({ i }) => i), groups.no, chosen, clock.today),
        numbers: new Map(placed.map((row, at) => [row, at + 1])),
        map: this.mapped && drawMap(setting, placed, near?.point ?? null),
      }));
      for (const row of opened) this.out.querySelector(`[data-of="${row}"]`)?.setAttribute("open", "");
      chooseMaps(this.out, navigator.userAgent, navigator.maxTouchPoints);
      const [yes, unknown, no] = [groups.yes, groups.unknown, groups.no].map(({ length }) => length);
      this.later(filtered ? say(data.words, "find.groups", { yes, unknown, no }) : say(data.words, "find.count", { n: shown.length }));
      if (begins && this.out.getBoundingClientRect().top > window.innerHeight / 2) form.scrollIntoView();
    } else {
      fill(this.out);
      if (this.leave) this.leave.hidden = true;
    }
    this.mine.show();
    keepState(window, state);
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

  /** Put what is true now, and what else can be done, on the cards that came with the page; their height stays. */
  enhanceCards() {
    const setting = this.setting();
    for (const card of this.main.querySelectorAll(".card")) {
      const id = /** @type {HTMLAnchorElement | null} */ (card.querySelector("h3 a"))?.pathname.match(/([^/]+)\.html$/)?.[1];
      const row = this.data.rows.get(id ?? "");
      if (row === undefined) continue;
      card.append(draw(further(setting, row)));
      const line = /** @type {HTMLElement | null | undefined} */ (card.querySelector('use[href="#i-clock"]')?.closest("li"));
      if (!line) continue;
      line.style.minHeight = `${line.offsetHeight}px`;
      const { text, kind } = openText(setting, row);
      line.className = kind;
      part(line, "span").textContent = text;
    }
  }
}
