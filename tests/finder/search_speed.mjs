// How well and how fast the search answers, on columns written by search_columns.py: success of each part and kind of the
// labelled queries on the columns as they are, then times with their places multiplied under invented names.
// Usage: node tests/finder/search_speed.mjs columns.json [tune: tell what is missed of that part]
import { readFileSync } from "node:fs";
import { prepare, search } from "../../generator/web/static/js/finder/search.js";

const { columns, offers } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const lines = readFileSync(new URL("golden/queries.csv", import.meta.url), "utf8").trim().split("\n").slice(1);
const golden = lines.map((line) => {
  const [query, kind, misspelt, spanish, street, wanted, crisis, part] = line.split(",");
  return { query, kind, misspelt, spanish, street, wanted: new Set(wanted.split("|")), crisis, part };
});

function success() {
  const index = prepare(columns);
  const counts = new Map();
  for (const asked of golden) {
    const found = search(index, asked.query, 3);
    const names = [...found.services.slice(0, 3), ...found.hits.flatMap(({ i }) => offers[i])];
    const met = names.some((name) => asked.wanted.has(name));
    const pinned = !asked.crisis || found.pins.includes(asked.crisis);
    if (process.argv[3] === asked.part && !(met && pinned)) console.log("missed:", asked.query, found);
    const flags = ["misspelt", "spanish", "street"].filter((flag) => asked[flag] === "yes");
    for (const group of ["all", asked.kind, ...flags.map((flag) => `any ${flag}`)]) {
      const key = `${asked.part} ${group}`;
      const [good, all] = counts.get(key) ?? [0, 0];
      counts.set(key, [good + Number(met), all + 1]);
    }
  }
  for (const [key, [good, all]] of [...counts].sort()) {
    console.log(`${key.padEnd(16)} ${good}/${all} ${((100 * good) / all).toFixed(1)} %`);
  }
}

let seed = 1;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];

/** The same places under other names, with other words among theirs, until there are so many. */
function grown(size) {
  const starts = "ba be bo ca co da de do fa fi ga go ha he ho ja ka la le li lo ma me mi mo na ne no pa pe ra".split(" ");
  const invented = Array.from({ length: size }, () => {
    const syllables = 2 + Math.floor(random() * 3);
    return Array.from({ length: syllables }, () => pick(starts) + pick(["", "", "n", "r", "l", "s"])).join("");
  });
  const big = { ...columns, neutral: [] };
  for (const name of ["offers", "name", "summary", "aka", "org", "more", "city"]) {
    big[name] = Array.from({ length: size }, (_, row) => columns[name][row % columns[name].length]);
  }
  big.name = big.name.map((name) => `${pick(invented)} ${pick(invented)} ${name.split(" ").slice(-2).join(" ")}`);
  big.summary = big.summary.map((text) => text.replace(/\S+/g, (word) => (random() < 0.15 ? pick(invented) : word)));
  return big;
}

function told(times) {
  const sorted = times.sort((a, b) => a[0] - b[0]);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return `median ${at(0.5)[0].toFixed(2)} ms, 95 % ${at(0.95)[0].toFixed(2)}, worst ${at(1)[0].toFixed(2)} (${at(1)[1]})`;
}

/** The best of three for each text, with nothing remembered from the one before. */
function timed(index, texts) {
  return texts.map((text) => {
    const runs = [0, 1, 2].map(() => {
      index.known.clear();
      const start = performance.now();
      search(index, text, 50);
      return performance.now() - start;
    });
    return [Math.min(...runs), text];
  });
}

function speed(size) {
  const big = size === columns.name.length ? columns : grown(size);
  const start = performance.now();
  const index = prepare(big);
  const first = performance.now() - start;
  const queries = golden.map(({ query }) => query);
  timed(index, queries.slice(0, 200));
  const letters = queries.slice(0, 100).flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
  console.log(`${size} places, ${index.words.length} words: prepared in ${first.toFixed(0)} ms`);
  console.log(`  whole queries: ${told(timed(index, queries))}`);
  console.log(`  letter by letter: ${told(timed(index, letters))}`);
}

success();
for (const size of [columns.name.length, 1000, 5000]) speed(size);
