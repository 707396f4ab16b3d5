// @ts-check
/**
 * The state of hours in words: "Open until 5 pm" where they are confirmed, "Listed open until 5 pm (source 2024)" where
 * they are not. All words come from the table of words; the keys begin with `open.`.
 */
import { capital, say } from "./words.js";

/** @typedef {import("./hours.js").State} State */
/** @typedef {import("./hours.js").Moment} Moment */
/** @typedef {Record<string, string>} Words */
/** @typedef {"open" | "phone" | "intake" | "le_dropoff"} Purpose */

/**
 * How the hours are known. `until`: the last day on which a check holds, YYYY-MM-DD, empty without a check. `asked`: the year
 * of that check. `year`: of the source, empty if it has no date.
 * @typedef {{until: string, asked?: string, year: string}} Trust
 *
 * The hours of one purpose at the time in question.
 * @typedef {{state: State, trust: Trust}} Told
 *
 * `kind` and `confirmed` are those of the purpose: the text is never more than they are.
 * @typedef {{purpose: Purpose | null, text: string, kind: State["kind"], confirmed: boolean}} Line
 */

/** @type {Purpose[]} */
const PURPOSES = ["open", "intake", "phone", "le_dropoff"];

/**
 * Whether a check still holds.
 * @param {Trust} trust
 * @param {string} today YYYY-MM-DD
 */
export function confirmed(trust, today) {
  return trust.until !== "" && today <= trust.until;
}

/**
 * The order of results: 0 confirmed open, 1 listed open, 2 not known, 3 closed by its hours.
 * @param {Told | undefined} told
 * @param {string} today
 * @returns {0 | 1 | 2 | 3}
 */
export function openRank(told, today) {
  if (!told) return 2;
  if (told.state.kind === "open") return confirmed(told.trust, today) ? 0 : 1;
  return told.state.kind === "closed" ? 3 : 2;
}

/**
 * What to say of a place: one line to show first, and a line for each other purpose that has hours.
 * @param {Words} words
 * @param {Partial<Record<Purpose, Told>>} told
 * @param {string} today YYYY-MM-DD, on the phone
 * @param {Purpose} [first] the purpose that matters most now, such as le_dropoff for an officer
 * @returns {{first: Line, more: Line[]}}
 */
export function sayPlace(words, told, today, first = "open") {
  const main = told[first] ? first : PURPOSES.find((purpose) => told[purpose]);
  const more = PURPOSES.filter((purpose) => purpose !== main && told[purpose]).map((purpose) =>
    sayPurpose(words, purpose, /** @type {Told} */ (told[purpose]), today),
  );
  if (!main) {
    return { first: { purpose: null, text: capital(words["open.unknown"]), kind: "unknown", confirmed: false }, more };
  }
  const hours = /** @type {Told} */ (told[main]);
  const { intake } = told;
  if (main === "open" && hours.state.kind === "open" && intake?.state.kind === "closed") {
    const sure = confirmed(hours.trust, today) && confirmed(intake.trust, today);
    const weaker = confirmed(hours.trust, today) ? intake.trust : hours.trust;
    const text = capital(worded(words, "open.intake.closed", {}, weaker, sure));
    return { first: { purpose: main, text, kind: "open", confirmed: sure }, more };
  }
  return { first: sayPurpose(words, main, hours, today), more };
}

/**
 * One purpose with its name: "Intake: opens Mon 9 am". Opening hours need no name.
 * @param {Words} words
 * @param {Purpose} purpose
 * @param {Told} told
 * @param {string} today
 * @returns {Line}
 */
export function sayPurpose(words, purpose, told, today) {
  const sure = confirmed(told.trust, today);
  const said = sayState(words, told.state, told.trust, sure);
  const text = purpose === "open" ? said : say(words, `open.of.${purpose}`, { state: said });
  return { purpose, text: capital(text), kind: told.state.kind, confirmed: sure };
}

/**
 * A state within a sentence, without a capital.
 * @param {Words} words
 * @param {State} state
 * @param {Trust} trust
 * @param {boolean} sure whether the hours are confirmed
 * @returns {string}
 */
export function sayState(words, state, trust, sure) {
  const { kind, until, next, comment } = state;
  if (kind === "holiday" || kind === "beyond") return words[`open.${kind}`];
  if (kind === "unknown") return comment ? say(words, "open.depends", { comment: comment.replace(/[.\s]+$/, "") }) : words["open.unknown"];
  if (kind === "open") {
    const text = until
      ? worded(words, "open.until", { time: timeOf(words, until) }, trust, sure)
      : worded(words, "open.always", {}, trust, sure);
    return noted(words, text, comment);
  }
  if (!next) return worded(words, "open.closed", {}, trust, sure);
  const opens = worded(words, next.kind === "open" ? "open.opens" : "open.maybe", { time: dayOf(words, next) }, trust, sure);
  return noted(words, opens, next.comment);
}

/**
 * @param {Words} words
 * @param {string} key
 * @param {Record<string, string>} values
 * @param {Trust} trust
 * @param {boolean} sure
 */
function worded(words, key, values, trust, sure) {
  if (sure) return say(words, key, values);
  return say(words, `${key}.listed`, { ...values, source: sourceOf(words, trust) });
}

/**
 * @param {Words} words
 * @param {Trust} trust
 */
function sourceOf(words, trust) {
  if (trust.until && trust.asked) return say(words, "open.asked", { year: trust.asked });
  return trust.year ? say(words, "open.source", { year: trust.year }) : words["open.undated"];
}

/**
 * When it closes: the day only if the hour alone could be taken for another.
 * @param {Words} words
 * @param {Moment} moment
 */
function timeOf(words, moment) {
  return moment.soon ? clock(words, moment.minute) : dayOf(words, moment);
}

/**
 * When it opens: "1 pm" on the same day, "Mon 9 am" within a week, "Nov 3, 9 am" later.
 * @param {Words} words
 * @param {Moment} moment
 */
function dayOf(words, { day, days, weekday, minute }) {
  const time = clock(words, minute);
  if (days === 0) return time;
  if (days < 7) return say(words, "open.day", { day: words[`hours.day.short.${weekday}`], time });
  const date = new Date(day * 86_400_000);
  const month = words[`date.month.short.${date.getUTCMonth() + 1}`];
  return say(words, "open.date", { month, day: String(date.getUTCDate()), time });
}

/**
 * @param {Words} words
 * @param {number} minute
 */
function clock(words, minute) {
  // "Tue midnight" is the end of Tuesday, so what begins on Tuesday begins at 12 am.
  if (minute === 1440) return words["hours.midnight"];
  if (minute === 720) return words["hours.noon"];
  const hour = ((Math.floor(minute / 60) + 11) % 12) + 1;
  const rest = minute % 60 ? `:${String(minute % 60).padStart(2, "0")}` : "";
  return say(words, minute < 720 ? "hours.am" : "hours.pm", { clock: `${hour}${rest}` });
}

/**
 * @param {Words} words
 * @param {string} text
 * @param {string} comment
 */
function noted(words, text, comment) {
  return comment ? say(words, "open.noted", { text, comment }) : text;
}
