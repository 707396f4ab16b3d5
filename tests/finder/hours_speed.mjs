// How long the phone takes: a table and the numbers of the places in, milliseconds of the processor for all places out: the
// first time and for instants that follow.
import { readFileSync } from "node:fs";
import { readHours, stateOn, wallClock } from "../../generator/web/static/js/finder/hours.js";

const { table, numbers, zones } = JSON.parse(readFileSync(0, "utf8"));
const start = Date.parse(`${table.from}T15:00Z`);
let states = 0;

const once = (/** @type {import("../../generator/web/static/js/finder/hours.js").Device} */ device, now) => {
  const begin = process.cpuUsage();
  numbers.forEach((number, place) => {
    states += stateOn(device, number, wallClock(zones[place % zones.length], now)).kind.length;
  });
  return process.cpuUsage(begin).user / 1000;
};

const device = readHours(table);
const cold = once(device, start);
const times = Array.from({ length: 20 }, (_, day) => once(device, start + (day + 1) * 93_600_000)).sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ cold, median: times[10], worst: times[19], states }));
