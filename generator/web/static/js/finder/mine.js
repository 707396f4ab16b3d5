// @ts-check
/** What a person takes along: a list of chosen places as one slip, which lives in the fragment only, and single places. */
import { chooseMaps } from "../directions.js";
import { isPrivate, message, target } from "./contact.js";
import { Clock } from "./data.js";
import { button, fill, part, signed } from "./dom.js";
import { writeState } from "./state.js";
import { card, textButton } from "./view.js";
import { say } from "./words.js";

/**
 * @typedef {import("./dom.js").Tree} Tree
 * @typedef {import("./state.js").State} State
 * @typedef {import("./view.js").Setting} Setting
 *
 * `state`: what is chosen, with the place that was typed; `changed` is told the new list, `said` what a screen reader says.
 * @typedef {{setting: () => Setting, state: () => State, changed: (my: string[]) => void, said: (text: string) => void}} Owner
 */

/**
 * Whether somebody agrees that the number of a private place goes out.
 * @param {Record<string, string>} words
 */
export const isSafe = (words) => window.confirm(say(words, "share.ask"));

export class Mine {
  /**
   * @param {HTMLElement} place where the bar and the slip are
   * @param {Owner} owner
   */
  constructor(place, owner) {
    this.place = place;
    this.owner = owner;
    this.open = false;
  }

  /** @param {HTMLElement} pressed */
  click(pressed) {
    const { dataset } = pressed;
    const setting = this.owner.setting();
    if ("link" in dataset) void this.copy(pressed, this.address(dataset.link === "my"), "find.copied");
    else if (dataset.address) void this.copy(pressed, target(setting.data, Number(dataset.address)).address, "act.copy.done");
    else if (dataset.send) this.send(Number(dataset.send));
    else if (dataset.sheet) this.print(slip(setting, [Number(dataset.sheet)]));
    else if (dataset.add) this.toggle(dataset.add);
    else if ("slip" in dataset) this.openSlip(!this.open);
    else if ("empty" in dataset) this.empty();
    else if ("printSlip" in dataset) this.print();
  }

  /** @param {string} id */
  toggle(id) {
    const { my } = this.owner.state();
    const { words } = this.owner.setting().data;
    const on = !my.includes(id);
    const mine = on ? [...my, id] : my.filter((other) => other !== id);
    for (const plus of document.querySelectorAll(`[data-add="${id}"]`)) {
      plus.setAttribute("aria-pressed", String(on));
      plus.textContent = `${on ? "✓" : "+"} ${say(words, "my.list")}`;
      const [, ...name] = (plus.getAttribute("aria-label") ?? "").split(", ");
      plus.setAttribute("aria-label", [say(words, on ? "my.remove" : "my.add"), ...name].join(", "));
    }
    this.owner.changed(mine);
    this.show();
    this.owner.said(say(words, mine.length ? "my.count" : "my.clear", { n: mine.length }));
  }

  /** @param {boolean} open */
  openSlip(open) {
    this.open = open;
    this.show();
    part(this.place, open ? "#slip-title" : "[data-slip]")?.focus();
  }

  empty() {
    for (const id of this.owner.state().my) this.toggle(id);
    this.open = false;
  }

  show() {
    const { my } = this.owner.state();
    if (!my.length && !this.place.hasChildNodes()) return;
    fill(this.place, ...bar(this.owner.setting(), this.open));
    document.body.classList.toggle("listing", my.length > 0);
    chooseMaps(this.place, navigator.userAgent, navigator.maxTouchPoints);
  }

  /**
   * Print the slip, or another sheet in its place.
   * @param {Tree} [sheet]
   */
  print(sheet) {
    if (sheet) fill(this.place, sheet);
    document.body.classList.add("slip-only");
    window.print();
    document.body.classList.remove("slip-only");
    if (sheet) fill(this.place);
    this.show();
  }

  /**
   * The share sheet of the phone; of a private place it gets the number alone.
   * @param {number} row
   */
  send(row) {
    const { data } = this.owner.setting();
    const secret = isPrivate(data, row);
    if (secret && !isSafe(data.words)) return;
    const text = message(data, [row]);
    const url = data.url && `${data.url}/r/${data.cards.id[row]}.html`;
    navigator.share(secret ? { text } : { title: data.search.name[row], text, ...(url && { url }) }).catch(() => {
      // The person closed the sheet.
    });
  }

  /**
   * The address of this view, with what was typed.
   * @param {boolean} only the list alone
   */
  address(only) {
    const state = this.owner.state();
    const { my } = state;
    return location.href.split("#")[0] + writeState(only ? { options: [], when: "", words: "", near: "", my } : state, { typed: true });
  }

  /**
   * @param {HTMLElement} pressed
   * @param {string} text
   * @param {string} done key of what to say then
   */
  async copy(pressed, text, done) {
    await navigator.clipboard?.writeText(text);
    const said = say(this.owner.setting().data.words, done);
    (pressed.querySelector("span") ?? pressed).textContent = said;
    this.owner.said(said);
  }
}

/**
 * The bar at the foot of the page, and the slip where it is open; nothing without a chosen place.
 * @param {Setting} setting
 * @param {boolean} open
 * @returns {Tree[]}
 */
function bar(setting, open) {
  const { data, my } = setting;
  const rows = my.flatMap((id) => data.rows.get(id) ?? []);
  if (!rows.length) return [];
  const t = (/** @type {string} */ key) => say(data.words, key);
  const count = say(data.words, "my.count", { n: rows.length });
  return [
    ["div.bar", button("btn.call", { "data-slip": true, "aria-expanded": String(open), "aria-controls": "slip" }, count)],
    open ? slip(setting, rows, t("my.list"), [
      ["p.acts.tools", button("btn", { "data-print-slip": true }, ...signed("print", t("my.print"))), textButton(data, rows, "my.text", ""), button("btn", { "data-link": "my" }, ...signed("copy", t("my.copy"))), button("btn", { "data-empty": true }, t("my.clear"))],
      ["p.small.quiet.tools", t("my.note")],
    ]) : ["div", { id: "slip", hidden: true }],
  ];
}

/**
 * Places on one sheet, with what is true now, whatever time was chosen; private ones by their neutral title.
 * @param {Setting} setting
 * @param {number[]} rows
 * @param {string} [title]
 * @param {Tree[]} [tools]
 * @returns {Tree}
 */
function slip(setting, rows, title = "", tools = []) {
  const { data } = setting;
  const clock = new Clock(data, Date.now(), "");
  const cards = rows.map((row) => card({ ...setting, clock, quiet: true }, row));
  const time = new Date(clock.now).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  return ["section", { id: "slip", "aria-labelledby": title ? "slip-title" : undefined }, title && ["h2", { id: "slip-title", tabindex: "-1" }, title], ["p.small.quiet", say(data.words, "my.printed", { time })], ["div.cards", ...cards], ...tools];
}
