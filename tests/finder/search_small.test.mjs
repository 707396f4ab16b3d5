// The search on a few invented places, one promise at a time.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { distance, sound } from "../../generator/web/static/js/finder/fold.js";
import { prepare, search } from "../../generator/web/static/js/finder/search.js";

const SERVICES = ["meals", "pantry", "shelter", "moud", "hotline", "pets", "legal"];
const [MEALS, PANTRY, SHELTER, MOUD, HOTLINE, PETS, LEGAL] = SERVICES.keys();

const LITTLE = JSON.parse(readFileSync(new URL("../../generator/finder/little_words.json", import.meta.url), "utf8"));

/** Places: name, services, and what else is known of them. */
function columns(...places) {
  return {
    services: SERVICES.map((slug) => [slug, slug, slug === "meals" || slug === "pantry" ? "food" : slug]),
    offers: places.map(([, services]) => services),
    name: places.map(([name]) => name),
    summary: places.map(([, , more]) => more?.summary ?? ""),
    aka: places.map(([, , more]) => more?.aka ?? ""),
    org: places.map(([, , more]) => more?.org ?? ""),
    more: places.map(([, , more]) => more?.more ?? ""),
    cities: ["Harborview", "Mill Creek"],
    city: places.map(([, , more]) => more?.city ?? -1),
    terms: [
      [[MEALS, PANTRY], "food|comida|hungry"],
      [[PANTRY], "food bank|grocery"],
      [[SHELTER], "shelter|nowhere to sleep|albergue|bano caliente"],
      [[MOUD], "suboxone", "moud.buprenorphine"],
      [[MOUD], "methadone"],
      [[HOTLINE], "suicide|hit me", "", "line"],
      [[LEGAL], "eviction notice|lawyer"],
      [[PETS], "dog|dog food"],
      [[], "biblioteca", "", "", "library"],
    ],
    pins: { line: { number: "988" } },
    little: { ...LITTLE, empty: LITTLE.empty.join(" "), weak: LITTLE.weak.join(" ") },
    facts: { "moud.buprenorphine": [[2], [1]] },
  };
}

const PLACES = columns(
  ["Harbor Kitchen", [MEALS]],
  ["Cedar Clinic", [MOUD]],
  ["Maple Clinic", [MOUD], { summary: "Methadone. Ask about food.", city: 1 }],
  ["River Pantry", [PANTRY, SHELTER], { org: "hope ministry" }],
  ["Stone House", [SHELTER], { aka: "the old mill", summary: "Beds for men.", city: 0 }],
  ["Stone Library", [], { summary: "Warm by day." }],
  ["Hope Hall", [], { more: "dog" }],
);
const index = prepare(PLACES);
const find = (query) => search(index, query);
const names = (query) => find(query).hits.map(({ i }) => PLACES.name[i]);

test("a word of the table finds the places that offer what it means", () => {
  assert.deepEqual(names("comida "), ["Harbor Kitchen", "River Pantry"]);
  assert.deepEqual(find("comida ").services, ["meals", "pantry"]);
  assert.deepEqual(find("comida ").dropped, []);
});

test("a phrase says more than its words", () => {
  assert.deepEqual(find("food bank ").services, ["pantry"]);
  assert.deepEqual(names("food bank "), ["River Pantry"]);
  assert.deepEqual(find("dog food ").services, ["pets"]);
  assert.deepEqual(names("dog food "), [], "a place that has one word of the phrase in its text is no answer");
});

test("little words do not count, inside phrases and between them", () => {
  for (const query of ["nowhere to sleep ", "i have nowhere sleep ", "please find me a shelter "]) {
    assert.deepEqual(find(query).services, ["shelter"], query);
    assert.deepEqual(find(query).dropped, [], query);
  }
});

test("a word in between does not break a phrase", () => {
  assert.deepEqual(find("eviction court notice ").services, ["legal"]);
});

test("a single word of a phrase points to its service", () => {
  assert.deepEqual(find("eviction ").services, ["legal"]);
});

test("accents do not count, and ñ is found as n and as itself", () => {
  for (const query of ["baño caliente ", "bano caliente ", "BAÑO CALIENTE "]) {
    assert.deepEqual(find(query).services, ["shelter"], query);
  }
});

test("slips of the thumb and of the ear are forgiven", () => {
  for (const query of ["sheltr ", "shleter ", "shellter ", "alvergue ", "shelder "]) {
    assert.deepEqual(find(query).services, ["shelter"], query);
  }
  for (const query of ["subaxone ", "suboxin ", "saboxone ", "metadone "]) assert.deepEqual(find(query).services, ["moud"], query);
  for (const query of ["foodbank ", "hungery ", "komida "]) assert.ok(find(query).services.includes("pantry"), query);
});

test("from the first letters on a word is understood", () => {
  for (const query of ["sub", "subo", "suboxon"]) assert.equal(find(query).services[0], "moud", query);
  assert.deepEqual(find("food ba").services, ["pantry"]);
  assert.ok(names("s").length > 0);
});

test("a finished word is not the beginning of another", () => {
  assert.deepEqual(find("sub ").services, []);
});

test("services stand above names, names above who runs it, that above texts", () => {
  assert.deepEqual(names("pantry "), ["River Pantry"]);
  assert.deepEqual(names("food "), ["Harbor Kitchen", "River Pantry"]);
  assert.deepEqual(names("stone "), ["Stone House", "Stone Library"]);
  assert.deepEqual(names("hope "), ["Hope Hall", "River Pantry"]);
  assert.deepEqual(names("beds "), ["Stone House"]);
  assert.deepEqual(names("mill creek "), ["Maple Clinic"]);
});

test("of equals the first row stands first, and the same question has the same answer", () => {
  assert.deepEqual(names("methadone "), ["Maple Clinic", "Cedar Clinic"]);
  assert.deepEqual(find("shelter "), find("shelter "));
});

test("places that have the fact of a word stand first, those that have it not last", () => {
  assert.deepEqual(names("suboxone "), ["Maple Clinic", "Cedar Clinic"]);
});

test("all words first; then as few as possible are left out, and told", () => {
  assert.deepEqual(names("shelter pantry river "), ["River Pantry"]);
  assert.deepEqual(find("shelter lawyer ").dropped, ["lawyer"]);
  assert.deepEqual(find("shelter qqqqq ").dropped, ["qqqqq"]);
  assert.deepEqual(names("shelter qqqqq ").includes("Stone House"), true);
});

test("a word may stand for words of a name", () => {
  assert.deepEqual(names("biblioteca "), ["Stone Library"]);
});

test("a word of crisis pins its line, in a sentence, misspelt, and when it is nearly typed", () => {
  for (const query of ["suicide ", "suicde ", "my friend suicide now", "he hit poor me", "he hit now please me", "suici"]) {
    assert.deepEqual(find(query).pins, ["line"], query);
  }
  for (const query of ["sui", "hit the road ", "food", "hat me "]) assert.deepEqual(find(query).pins, [], query);
});

test("near and in say a place and are not searched for", () => {
  assert.equal(find("shelter near ramsey st").place, "ramsey st");
  assert.equal(find("comida cerca de Calle Hay").place, "Calle Hay");
  assert.equal(find("shelter in Mill Creek").place, "Mill Creek");
  assert.equal(find("shelter near me").place, "me");
  assert.equal(find("closest shelter").place, "me");
  assert.equal(find("food 28301").place, "28301");
  assert.equal(find("food in a box").place, null);
  assert.deepEqual(names("shelter near ramsey st"), names("shelter "));
});

test("words of time are hints and are not searched for", () => {
  const times = { tonight: "tonight", "open now": "now", "esta noche": "tonight", tonihgt: "tonight", mañana: "tomorrow" };
  for (const [words, time] of Object.entries(times)) {
    assert.equal(find(`shelter ${words}`).soon, time, words);
    assert.deepEqual(names(`shelter ${words}`), names("shelter "), words);
  }
  assert.equal(find("shelter 24/7").soon, "always");
  assert.equal(find("food saturday").soon, "saturday");
  assert.equal(find("food").soon, null);
  assert.deepEqual(find("open now").near, []);
});

test("a need that nobody meets gives its neighbors", () => {
  const some = columns(["Harbor Kitchen", [MEALS]], ["Cedar Clinic", [MOUD]]);
  const answer = search(prepare(some), "grocery ");
  assert.deepEqual(answer.services, ["pantry"]);
  assert.deepEqual(answer.near, [{ i: 0 }]);
});

test("a name run together is near; words without any likeness are not left alone", () => {
  assert.equal(PLACES.name[find("maplclnic ").near[0].i], "Maple Clinic");
  for (const query of ["zzz ", "help ", "ayuda "]) assert.equal(find(query).near.length, 3, query);
});

test("the limit counts hits", () => {
  assert.equal(search(index, "clinic ").hits.length, 2);
  assert.equal(search(index, "clinic ", 1).hits.length, 1);
});

test("sounds: letters that people take for each other are one", () => {
  for (const [one, other] of [["subutex", "subutecks"], ["albergue", "alvergue"], ["sentro", "centro"], ["night", "nite"]]) {
    assert.equal(sound(one), sound(other));
  }
  assert.notEqual(sound("meals"), sound("pills"));
});

test("distances: a step for a letter, half for a swap, and never more work than asked for", () => {
  assert.equal(distance("food", "food", 3), 0);
  assert.equal(distance("detxo", "detox", 3), 0.5);
  assert.equal(distance("kitten", "mitten", 3), 1);
  assert.equal(distance("abc", "", 5), 3);
  assert.ok(distance("shelter", "pantry", 2) > 2);
});
