// @ts-check
/** The place that distances are from: where the phone is, a place that was typed, or one within the words. */
import { button, fill, part } from "./dom.js";
import { say } from "./words.js";

/**
 * `typed` is empty for the phone's own place, which is kept nowhere. `far` measures and words distances.
 * @typedef {{point: import("./data.js").Point & {approximate?: boolean}, label: string, typed: string,
 *   far: typeof import("./near.js")}} Here
 *
 * `places` gives the file of generator/finder/near.py.
 * @typedef {{places: () => Promise<import("./near.js").PlacesFile>, changed: (typed: string) => void, heard: () => void,
 *   refused: () => void}} Listener
 */

export class Nearby {
  /**
   * @param {HTMLElement} form
   * @param {Record<string, string>} words
   * @param {Listener} listener
   */
  constructor(form, words, listener) {
    this.form = form;
    this.words = words;
    this.listener = listener;
    /** @type {Here | null} chosen by the person */
    this.here = null;
    /** A place within the words, such as "narcan near ramsey st". */
    this.told = { place: "", near: /** @type {Here | null} */ (null) };
    /** @type {import("./near.js").Found[]} */
    this.others = [];
    /** @type {Promise<{find: (text: string) => import("./near.js").Found[]}> | null} */
    this.places = null;
  }

  /** The place in force, null without one. */
  get place() {
    return this.here ?? this.told.near;
  }

  /** Ask the phone where it is, or forget the place. */
  toggle() {
    if (this.here) {
      this.clear();
      this.listener.changed("");
      return;
    }
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => void this.set({ lat: coords.latitude, lon: coords.longitude }, say(this.words, "near.here"), ""),
      () => {
        this.listener.refused();
        this.say(say(this.words, "near.denied"));
        part(this.form, "[data-place]").focus();
      },
      { maximumAge: 60_000, timeout: 10_000 },
    );
  }

  clear() {
    this.here = null;
    this.say("");
    part(this.form, "#near-others").textContent = "";
    /** @type {HTMLInputElement} */ (part(this.form, "[data-place]")).value = "";
  }

  /**
   * @param {Here["point"]} point
   * @param {string} label
   * @param {string} typed
   */
  async set(point, label, typed) {
    this.here = { point, label, typed, far: await import("./near.js") };
    this.say(`${label}. ${say(this.words, "near.private")}`);
    this.listener.changed(typed);
  }

  /** The gazetteer is one file, the same for everybody, and loaded before anything is typed. */
  load() {
    this.places ??= Promise.all([import("./near.js"), this.listener.places()]).then(([near, places]) => {
      const gazetteer = near.readPlaces(places, this.words);
      return { find: (/** @type {string} */ text) => near.locate(gazetteer, text, this.words) };
    });
    this.places.catch(() => {
      this.places = null;
    });
    return this.places;
  }

  /**
   * A place that was typed: the best is taken, the others are offered.
   * @param {string} text
   */
  async find(text) {
    if (!text.trim()) return;
    this.others = await this.load().then(({ find }) => find(text), () => []);
    const [first, ...rest] = this.others;
    fill(part(this.form, "#near-others"), ...rest.map(({ label }) => button("chip", { "data-other": label }, label)));
    if (first) await this.set(first, say(this.words, "near.at", { place: first.label }), first.label);
    else this.say(say(this.words, "near.unknown"));
  }

  /** @param {string} label */
  pick(label) {
    const found = this.others.find((other) => other.label === label);
    if (found) void this.set(found, say(this.words, "near.at", { place: label }), label);
  }

  /**
   * Find a place that stands within the words; only where the gazetteer was loaded before, so that no request depends on
   * what is typed.
   * @param {string} place
   */
  async hear(place) {
    if (place === this.told.place) return;
    this.told = { place, near: null };
    if (!place || place === "me" || !this.places) return;
    const { find } = await this.places;
    const [point] = find(place);
    if (!point || this.told.place !== place) return;
    const label = say(this.words, "near.at", { place: point.label });
    this.told = { place, near: { point, label, typed: "", far: await import("./near.js") } };
    this.listener.heard();
  }

  /** @param {string} text */
  say(text) {
    part(this.form, "#near-said").textContent = text;
  }
}
