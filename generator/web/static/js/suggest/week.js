// @ts-check
/** Hours as fields: a choice, days to tick and times. What they give is a text of the written subset, or nothing. */
import { say } from "../finder/words.js";
import { cleanText } from "./clean.js";
import { field } from "./controls.js";
import { button, make, select, tick } from "./dom.js";
import { label } from "./fields.js";
import { noHours, readHours, writeHours } from "./hours.js";

/**
 * @typedef {import("./controls.js").Context} Context
 * @typedef {import("./schema.js").Path} Path
 * @typedef {import("./hours.js").Hours} Hours
 * @typedef {import("./hours.js").Row} Row
 */

const WEEKS = ["1", "2", "3", "4", "5", "-1"];

/**
 * The fields for one hours text.
 * @param {Context} context
 * @param {Path} path
 * @returns {HTMLElement}
 */
export function hours(context, path) {
  const { form, draft } = context;
  const { words } = form;
  const before = draft.get(path) ?? "";
  const now = readHours(before);
  const box = make("div", { class: "hours" });
  const said = make("p", { class: "help said", role: "status" });
  const wrong = make("p", { class: "wrong", role: "status", hidden: true, "data-hours": path.join("/") });
  const update = () => {
    const { text, trouble } = writeHours(now);
    said.textContent = text && say(words, "suggest.hours.written", { text });
    wrong.textContent = [...new Set(trouble.map(({ key }) => say(words, `suggest.hours.trouble.${key}`)))].join(" ");
    wrong.hidden = !trouble.length;
    if (trouble.length) draft.trouble.set(path.join("/"), wrong.textContent);
    else draft.trouble.delete(path.join("/"));
    draft.set(path, text || undefined);
  };
  const show = () => box.replaceChildren(...parts(words, now, update, show));
  const kinds = ["", "times", "always", "depends", ...(now.kind === "text" ? ["text"] : [])];
  const made = field(
    context,
    path,
    (attributes) =>
      select(kinds.map((kind) => [kind, say(words, `suggest.hours.kind.${kind || "unknown"}`)]), now.kind, attributes, (kind) => {
        Object.assign(now, { ...noHours(), holidays: now.holidays, rows: now.rows, kind });
        if (kind === "text") now.words = before;
        if (kind === "times" && !now.rows.length) now.rows = [freshRow()];
        show();
        update();
      }),
    { name: label(form, path), help: "" },
  );
  show();
  made.append(box, wrong, said);
  return made;
}

/** @returns {Row} */
function freshRow() {
  return { days: [], weeks: [], times: [["", ""]], words: "" };
}

/**
 * @param {Record<string, string>} words
 * @param {Hours} now
 * @param {() => void} update
 * @param {() => void} show
 * @returns {HTMLElement[]}
 */
function parts(words, now, update, show) {
  /** @type {HTMLElement[]} */
  const made = [];
  if (now.kind === "depends") made.push(input(words, "suggest.hours.depends", now.words, (text) => update_(() => (now.words = text))));
  if (now.kind === "times") {
    made.push(...now.rows.map((row, index) => rowFields(words, row, index, update, show, () => now.rows.splice(index, 1))));
    made.push(
      button(say(words, "suggest.hours.row.add"), () => {
        now.rows.push(freshRow());
        show();
      }),
    );
  }
  if (now.kind === "times" || now.kind === "always") {
    const options = ["", "off", "ask"].map((kind) => /** @type {[string, string]} */ ([kind, say(words, `suggest.hours.holidays.${kind || "unsaid"}`)]));
    const box = select(options, now.holidays, {}, (value) => update_(() => (now.holidays = value)));
    made.push(make("label", { class: "inner" }, say(words, "suggest.hours.holidays"), box));
  }
  return made;
  /** @param {() => void} change */
  function update_(change) {
    change();
    update();
  }
}

/**
 * @param {Record<string, string>} words
 * @param {string} key
 * @param {string} value
 * @param {(text: string) => void} change
 */
function input(words, key, value, change) {
  const box = make("input", { type: "text", autocomplete: "off" });
  box.value = value;
  box.addEventListener("input", () => change(cleanText(box.value)));
  return make("label", { class: "inner" }, say(words, key), box);
}

/**
 * @param {Record<string, string>} words
 * @param {Row} row
 * @param {number} index
 * @param {() => void} update
 * @param {() => void} show
 * @param {() => void} remove
 */
function rowFields(words, row, index, update, show, remove) {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    tick(say(words, `hours.day.short.${day}`), row.days.includes(day), (checked) => {
      row.days = checked ? [...row.days, day].sort() : row.days.filter((one) => one !== day);
      update();
    }, { "aria-label": say(words, `hours.day.${day}`) }),
  );
  const weeks = WEEKS.map((week) =>
    tick(say(words, `suggest.hours.week.${week === "-1" ? "last" : week}`), row.weeks.includes(week), (checked) => {
      row.weeks = checked ? [...row.weeks, week] : row.weeks.filter((one) => one !== week);
      update();
    }),
  );
  const monthly = make("details", { open: row.weeks.length > 0 }, make("summary", {}, say(words, "suggest.hours.weeks")), make("div", { class: "ticks" }, ...weeks));
  const title = say(words, "suggest.hours.row", { n: index + 1 });
  return make(
    "fieldset",
    { class: "item" },
    make("legend", {}, title),
    make("div", { class: "ticks days", role: "group", "aria-label": say(words, "suggest.hours.days") }, ...days),
    ...row.times.map((times) => timeFields(words, times, update)),
    row.times.length < 3 &&
      button(say(words, "suggest.hours.times.add"), () => {
        row.times.push(["", ""]);
        show();
      }, { class: "btn slight" }),
    input(words, "suggest.hours.row.words", row.words, (text) => {
      row.words = text;
      update();
    }),
    monthly,
    button(say(words, "suggest.remove", { item: title }), () => {
      remove();
      show();
      update();
    }, { class: "btn slight" }),
  );
}

/**
 * @param {Record<string, string>} words
 * @param {[string, string]} times
 * @param {() => void} update
 */
function timeFields(words, times, update) {
  const boxes = ["from", "to"].map((name, at) => {
    const box = make("input", { type: "time" });
    box.value = times[at] === "24:00" ? "00:00" : times[at];
    box.addEventListener("input", () => {
      times[at] = box.value;
      update();
    });
    return make("label", { class: "inner" }, say(words, `suggest.hours.${name}`), box);
  });
  return make("div", { class: "pair" }, ...boxes);
}
