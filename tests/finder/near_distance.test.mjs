// Distances and the words for them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { distanceMiles, sayDistance } from "../../generator/web/static/js/finder/near.js";

const lines = readFileSync(new URL("../../site_config/strings/en.yaml", import.meta.url), "utf8").split("\n");
const words = Object.fromEntries(
  lines.map((line) => /^(near\.[a-z.]+): "(.*)"$/.exec(line)).filter(Boolean).map(([, key, text]) => [key, text]),
);

test("a degree of latitude is 69 miles, and a degree of longitude shrinks to the north", () => {
  const here = { lat: 35, lon: -79 };
  assert.ok(Math.abs(distanceMiles(here, { lat: 36, lon: -79 }) - 69.09) < 0.05);
  assert.ok(Math.abs(distanceMiles(here, { lat: 35, lon: -78 }) - 56.6) < 0.1);
  assert.equal(distanceMiles(here, here), 0);
});

for (const [miles, about, said] of [
  [1.23, {}, "about 1.2 miles"],
  [0.98, {}, "about 1 mile"],
  [0.01, {}, "about 0.1 miles"],
  [9.94, {}, "about 9.9 miles"],
  [9.96, {}, "about 10 miles"],
  [27.4, {}, "about 27 miles"],
  [1.23, { approximate: true }, "about 1.2 miles (approximate point)"],
  [null, {}, "Distance not known"],
  [null, { whole: true }, "Whole county"],
  [1.23, { whole: true }, "Whole county"],
]) {
  test(`${miles} ${JSON.stringify(about)} is ${said}`, () => assert.equal(sayDistance(words, miles, about), said));
}
