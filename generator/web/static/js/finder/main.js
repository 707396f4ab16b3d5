// @ts-check
/** The finder: takes what a person types and chooses, and shows what fits. Nothing of it leaves the phone. */
import { chooseMaps } from "../directions.js";
import { Clock, SECRET, SENSITIVE, askedOptions, readData } from "./data.js";
import { countOptions, sign } from "./facets.js";
import { listHtml } from "./list.js";
import { drawMap } from "./map.js";
import { drawPanel, part, updatePanel } from "./panel.js";
import { byFacet, drops, firstPurpose, sortOut } from "./rank.js";
import { resultsHtml, unasked } from "./results.js";
import { prepare, search } from "./search.js";
import { keepState, readState, writeState } from "./state.js";
import { openText } from "./view.js";
import { safe, say } from "./words.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Point} Point
 * @typedef {import("./facets.js").Option} Option
 */

const PAGE = 12;
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
    this.every = this.rowsOfNeed();
    this.byId = new Map(data.options.map((option) => [option.id, option]));
    /** @type {{point: Point & {approximate?: boolean}, label: string, typed: string, far: typeof import("./near.js")} | null} */
    this.near = null;
    /** A place within the words, such as "narcan near ramsey st". */
    this.told = { place: "", near: /** @type {typeof this.near} */ (null) };
    /** @type {import("./near.js").Found[]} */
    this.others = [];
    /** @type {Promise<{gazetteer: import("./near.js").Gazetteer, find: (text: string) => import("./near.js").Found[]}> | null} */
    this.places = null;
    this.limit = PAGE;
    this.slip = false;
    this.mapped = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.frame = 0;
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

  /** The places of the page's need, by name; those whose main need it is go first. */
  rowsOfNeed() {
    const { cards, search: columns, size } = this.data;
    const rows = [...Array(size).keys()];
    const services = this.need?.services;
    if (!services) return rows;
    const main = (/** @type {number} */ row) => (services.has(columns.offers[row][0]) ? 0 : 1);
    const names = columns.name.map((/** @type {string} */ name) => name.toLowerCase());
    return rows
      .filter((row) => columns.offers[row].some((/** @type {number} */ service) => services.has(service)))
      .sort((a, b) => (cards.flags[a] & 1) - (cards.flags[b] & 1) || main(a) - main(b) || (names[a] < names[b] ? -1 : 1));
  }

  start() {
    drawPanel(this.form, this.data, this.asked, Boolean(this.input));
    this.listen();
    this.enhanceCards();
    if (this.state.near) this.findPlace(this.state.near);
    this.show();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.out.querySelector("h2")?.focus();
    });
    this.form.addEventListener("focusin", () => void this.loadPlaces(), { once: true });
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
      this.findPlace(/** @type {HTMLInputElement} */ (event.target).value);
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
    else if ("near" in dataset) this.toggleNear();
    else if ("officer" in dataset) this.officer();
    else if ("filters" in dataset) this.openPanel(part(this.form, ".filters").hidden);
    else if ("done" in dataset) this.openPanel(false);
    else if ("reset" in dataset) this.reset();
    else if ("go" in dataset) this.findPlace(/** @type {HTMLInputElement} */ (part(this.form, "[data-place]")).value);
    else if ("more" in dataset) this.showMore();
    else if ("map" in dataset) this.toggleMap();
    else if ("link" in dataset) this.copyLink(button, dataset.link === "my");
    else if (dataset.other) this.pickPlace(dataset.other);
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
    this.near = null;
    part(this.form, "#near-said").textContent = "";
    /** @type {HTMLInputElement} */ (part(this.form, "[data-place]")).value = "";
    this.choose({ options: [], when: "", near: "" });
  }

  officer() {
    this.choose({ options: [...new Set([...this.state.options, "dropoff"])], when: "now" });
    if (!this.near) this.toggleNear();
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

  toggleNear() {
    if (this.near) {
      this.near = null;
      this.nearSaid("");
      this.choose({ near: "" });
      return;
    }
    const { words } = this.data;
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => void this.setNear({ lat: coords.latitude, lon: coords.longitude }, say(words, "near.here"), ""),
      () => {
        this.openPanel(true);
        this.nearSaid(say(words, "near.denied"));
        part(this.form, "[data-place]").focus();
      },
      { maximumAge: 60_000, timeout: 10_000 },
    );
  }

  /**
   * @param {Point & {approximate?: boolean}} point
   * @param {string} label
   * @param {string} typed
   */
  async setNear(point, label, typed) {
    const far = await import("./near.js");
    this.near = { point, label, typed, far };
    this.nearSaid(`${label}. ${say(this.data.words, "near.private")}`);
    this.choose({ near: typed });
  }

  /** The gazetteer is one file, the same for everybody, and loaded before anything is typed. */
  loadPlaces() {
    const file = () => fetch(this.form.dataset.places ?? "").then((answer) => answer.json());
    this.places ??= Promise.all([import("./near.js"), file()]).then(([near, places]) => {
      const gazetteer = near.readPlaces(places, this.data.words);
      return { gazetteer, find: (/** @type {string} */ text) => near.locate(gazetteer, text, this.data.words) };
    });
    this.places.catch(() => {
      this.places = null;
    });
    return this.places;
  }

  /** @param {string} text */
  async findPlace(text) {
    if (!text.trim()) return;
    const { words } = this.data;
    const found = await this.loadPlaces().then(({ find }) => find(text), () => []);
    const choices = part(this.form, "#near-others");
    choices.innerHTML = found.slice(1).map(({ label }) => `<button type="button" class="chip" data-other="${safe(label)}">${safe(label)}</button>`).join("");
    if (!found.length) {
      this.nearSaid(say(words, "near.unknown"));
      return;
    }
    this.others = found;
    await this.setNear(found[0], say(words, "near.at", { place: found[0].label }), found[0].label);
  }

  /**
   * Find a place that stands within the words; only where the gazetteer was loaded before, so that no request depends on
   * what is typed.
   * @param {string} place
   */
  async hearPlace(place) {
    if (place === this.told.place) return;
    this.told = { place, near: null };
    if (!place || place === "me" || !this.places) return;
    const { find } = await this.places;
    const [point] = find(place);
    if (!point || this.told.place !== place) return;
    const far = await import("./near.js");
    this.told = { place, near: { point, label: say(this.data.words, "near.at", { place: point.label }), typed: "", far } };
    this.show();
  }

  /** @param {string} label */
  pickPlace(label) {
    const found = this.others.find((other) => other.label === label);
    if (found) void this.setNear(found, say(this.data.words, "near.at", { place: label }), label);
  }

  /** @param {string} text */
  nearSaid(text) {
    part(this.form, "#near-said").textContent = text;
  }

  showMore() {
    const before = this.out.querySelectorAll(".card").length;
    this.limit += PAGE;
    this.show();
    /** @type {HTMLElement | undefined} */ (this.out.querySelectorAll(".card h3 a")[before])?.focus();
  }

  async toggleMap() {
    this.mapped = !this.mapped;
    if (this.mapped) await this.loadPlaces().catch(() => null);
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
    const state = only ? { options: [], when: "", words: "", near: "", my } : { ...this.state, near: this.near?.typed ?? "" };
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
    const near = this.near ?? this.told.near;
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
    void this.hearPlace(found?.place ?? "");
    const near = this.near ?? this.told.near;
    const rows = found ? found.hits.map(({ i }) => i) : this.every;
    const filtered = Boolean(chosen.length || state.when || this.near);
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
    cancelAnimationFrame(this.frame);
    const count = () => {
      const counts = countOptions(data.options, byFacet(chosen), rows, clock.today);
      updatePanel(this.form, data, counts, { options: new Set(state.options), when: state.when, near: Boolean(this.near) });
    };
    // While somebody types, results go before the numbers on filters.
    if (typing) this.frame = requestAnimationFrame(() => setTimeout(count));
    else count();
    const begins = active && this.out.hidden;
    this.main.classList.toggle("found", active);
    this.out.hidden = !active;
    if (active) {
      const groups = sortOut(data, clock, question);
      const some = groups.yes.length + groups.unknown.length;
      const base = some ? [] : rows.length ? [] : (found?.near ?? []).map(({ i }) => i);
      const nearest = some ? [] : [...base, ...this.mild(groups.no, chosen, clock)].slice(0, 3);
      const placed = this.mapped ? [...groups.yes, ...groups.unknown].slice(0, this.limit).filter((row) => data.point(row)) : [];
      this.out.innerHTML = resultsHtml(setting, {
        groups, filtered, words: text, near: near?.label ?? "", dropped: found?.dropped ?? [], pins: found?.pins ?? [], unasked: open, limit: this.limit,
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
  } catch {
    form.classList.add("off");
  }
}

void start();
