// The words for hours: nothing that is only listed is worded as confirmed, and nothing is closed for lack of hours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { confirmed, openRank, sayPlace, sayPurpose } from "../../generator/web/static/js/finder/openwords.js";

const lines = readFileSync(new URL("../../site_config/strings/en.yaml", import.meta.url), "utf8").split("\n");
const known = Object.fromEntries(
  lines.map((line) => /^([a-z0-9_.-]+): "(.*)"$/.exec(line)).filter(Boolean).map(([, key, text]) => [key, text]),
);
// A key that is missing is a mistake, not the word "undefined".
const words = new Proxy(known, {
  get(target, key) {
    assert.ok(key in target, `no words for ${String(key)}`);
    return target[key];
  },
});

const TODAY = "2026-11-23";
const LISTED = { until: "", year: "2024" };
const UNDATED = { until: "", year: "" };
const SURE = { until: "2026-11-23", asked: "2026", year: "2024" };
const AGED = { until: "2026-11-22", asked: "2025", year: "2024" };

const moment = (minute, days = 0, date = "2026-11-23", weekday = 0) => ({
  day: Date.parse(date) / 86_400_000, days, weekday, minute, soon: days * 1440 + minute - 600 < 1440,
});
const open = (until, comment = "") => ({ kind: "open", until, next: null, comment });
const closed = (next) => ({ kind: "closed", until: null, next, comment: "" });
const only = (kind, comment = "") => ({ kind, until: null, next: null, comment });
const opening = (begin, comment = "", kind = "open") => ({ ...begin, kind, comment });

const say = (state, trust, purpose = "open") => sayPurpose(words, purpose, { state, trust }, TODAY).text;

const FIVE = moment(17 * 60);
const MONDAY = moment(9 * 60, 2, "2026-11-25", 2);

for (const [state, sure, listed] of [
  [open(FIVE), "Open until 5 pm", "Listed open until 5 pm (source 2024)"],
  [open(moment(120, 1, "2026-11-24", 1)), "Open until 2 am", "Listed open until 2 am (source 2024)"],
  [open(moment(1440, 4, "2026-11-27", 4)), "Open until Fri midnight", "Listed open until Fri midnight (source 2024)"],
  [open(null), "24 hours", "Listed 24 hours (source 2024)"],
  [open(FIVE, "by appointment"), "Open until 5 pm: by appointment", "Listed open until 5 pm (source 2024): by appointment"],
  [closed(opening(MONDAY)), "Opens Wed 9 am", "Listed to open Wed 9 am (source 2024)"],
  [closed(opening(moment(720))), "Opens noon", "Listed to open noon (source 2024)"],
  [closed(opening(moment(810, 20, "2026-12-13", 6))), "Opens Dec 13, 1:30 pm", "Listed to open Dec 13, 1:30 pm (source 2024)"],
  [closed(opening(moment(0, 1, "2026-11-24", 1))), "Opens Tue 12 am", "Listed to open Tue 12 am (source 2024)"],
  [
    closed(opening(MONDAY, "by appointment", "unknown")),
    "Closed now, call about Wed 9 am: by appointment",
    "Listed closed now, call about Wed 9 am (source 2024): by appointment",
  ],
  [closed(null), "Closed now", "Listed closed now (source 2024)"],
  [only("unknown", "white flag nights only"), "White flag nights only: call", "White flag nights only: call"],
  [only("unknown", "Ask at the desk."), "Ask at the desk: call", "Ask at the desk: call"],
  [only("unknown"), "Hours not known: call", "Hours not known: call"],
  [only("holiday"), "Holiday: call first", "Holiday: call first"],
  [only("beyond"), "Hours may have changed: call first", "Hours may have changed: call first"],
]) {
  test(`confirmed: ${sure}`, () => assert.equal(say(state, SURE), sure));
  test(`listed: ${listed}`, () => assert.equal(say(state, LISTED), listed));
}

test("a source without a date says so", () => {
  assert.equal(say(open(FIVE), UNDATED), "Listed open until 5 pm (source undated)");
});

test("a check past its limit is listed, with the year in which somebody asked", () => {
  assert.equal(confirmed(SURE, TODAY), true);
  assert.equal(confirmed(AGED, TODAY), false);
  assert.equal(say(open(FIVE), AGED), "Listed open until 5 pm (last asked 2025)");
});

test("each purpose but the opening hours has its name", () => {
  assert.equal(say(open(null), SURE, "phone"), "Phone: 24 hours");
  assert.equal(say(open(FIVE), LISTED, "intake"), "Intake: listed open until 5 pm (source 2024)");
  assert.equal(say(only("unknown"), LISTED, "le_dropoff"), "Police drop-off: hours not known: call");
});

test("a place without any hours is not known, never closed", () => {
  const { first, more } = sayPlace(words, {}, TODAY);
  assert.deepEqual([first.text, first.kind, first.confirmed, more], ["Hours not known: call", "unknown", false, []]);
});

test("an open building with a closed intake says both, and is confirmed only if both are", () => {
  const told = (one, other) => ({
    open: { state: open(FIVE), trust: one },
    intake: { state: closed(opening(MONDAY)), trust: other },
  });
  assert.deepEqual(
    [[SURE, SURE], [LISTED, SURE], [SURE, LISTED]].map((trust) => sayPlace(words, told(...trust), TODAY).first.text),
    [
      "Intake closed, building open",
      "Listed: intake closed, building open (source 2024)",
      "Listed: intake closed, building open (source 2024)",
    ],
  );
  assert.deepEqual(sayPlace(words, told(SURE, SURE), TODAY).more.map((line) => line.text), ["Intake: opens Wed 9 am"]);
});

test("an answered phone does not make a place open", () => {
  const { first, more } = sayPlace(words, { phone: { state: open(null), trust: SURE } }, TODAY);
  assert.deepEqual([first.purpose, first.text, more], ["phone", "Phone: 24 hours", []]);
  const told = { open: { state: closed(null), trust: SURE }, phone: { state: open(null), trust: SURE } };
  assert.equal(sayPlace(words, told, TODAY).first.text, "Closed now");
});

test("the purpose that matters comes first", () => {
  const told = { open: { state: open(FIVE), trust: SURE }, le_dropoff: { state: open(null), trust: LISTED } };
  const { first, more } = sayPlace(words, told, TODAY, "le_dropoff");
  assert.equal(first.text, "Police drop-off: listed 24 hours (source 2024)");
  assert.deepEqual(more.map((line) => line.text), ["Open until 5 pm"]);
});

test("confirmed open comes before listed open, then what is not known, then closed", () => {
  const ranks = [
    openRank({ state: open(FIVE), trust: SURE }, TODAY),
    openRank({ state: open(FIVE), trust: AGED }, TODAY),
    openRank({ state: only("unknown"), trust: SURE }, TODAY),
    openRank({ state: only("holiday"), trust: SURE }, TODAY),
    openRank({ state: only("beyond"), trust: SURE }, TODAY),
    openRank(undefined, TODAY),
    openRank({ state: closed(null), trust: SURE }, TODAY),
  ];
  assert.deepEqual(ranks, [0, 1, 2, 2, 2, 2, 3]);
});

test("no words for listed hours claim a check", () => {
  const claims = Object.entries(known).filter(([key, text]) => key.startsWith("open.") && /check|confirm|verif/i.test(text));
  assert.deepEqual(claims, []);
});
