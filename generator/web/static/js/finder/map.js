// @ts-check
/** A locator map, drawn on the device: the area, its towns, and numbered points that are links. The list says the same. */
import { nameOf } from "./view.js";
import { say } from "./words.js";

const WIDTH = 360;
const EDGE = 16;
const POINT = 11;
const UNIT = 1000;
const TURN = 2.4;
const LETTER = 6;
const LINE = 12;

/**
 * @param {import("./view.js").Setting} setting
 * @param {number[]} rows with a point, in the order of the list
 * @param {import("./data.js").Point | null} here
 * @returns {import("./dom.js").Tree}
 */
export function drawMap(setting, rows, here) {
  const { data, root } = setting;
  const { words, cards, map } = data;
  const points = rows.map((row) => /** @type {import("./data.js").Point} */ (data.point(row)));
  const corners = map.land.flatMap((ring) => ringPoints(ring));
  const all = [...(corners.length ? corners : points), ...(here ? [here] : [])];
  if (!all.length) return false;
  const lats = all.map(({ lat }) => lat);
  const lons = all.map(({ lon }) => lon);
  const [north, west] = [Math.max(...lats), Math.min(...lons)];
  const flat = Math.cos((north * Math.PI) / 180);
  const scale = (WIDTH - 2 * EDGE) / Math.max((Math.max(...lons) - west) * flat, 0.05);
  const height = Math.min((north - Math.min(...lats)) * scale + 2 * EDGE, 2 * WIDTH);
  /** @type {(point: import("./data.js").Point) => [number, number]} */
  const at = ({ lat, lon }) => [EDGE + (lon - west) * flat * scale, EDGE + (north - lat) * scale];
  const land = map.land.map((ring) => `M${ringPoints(ring).map((point) => at(point).map(round).join(" ")).join("L")}Z`).join("");
  /** @type {[number, number][]} */
  const taken = [];
  const marks = points.map((point, number) => {
    const [x, y] = at(point);
    const [u, v] = free(x, y, taken);
    taken.push([u, v]);
    const line = Math.hypot(u - x, v - y) > 1 && ["path", { d: `M${round(x)} ${round(y)}L${round(u)} ${round(v)}` }];
    const link = { href: `${root}r/${cards.id[rows[number]]}.html`, "aria-label": `${number + 1}, ${nameOf(setting, rows[number])}` };
    return ["svg:a", link, line, circle(u, v, POINT), label(u, v + 4.5, "middle", String(number + 1))];
  });
  /** @type {[number, number, number][]} */
  const names = [];
  const towns = map.towns.flatMap(([name, lat, lon]) => {
    const [x, y] = at({ lat: lat / UNIT, lon: lon / UNIT });
    const wide = name.length * LETTER + 5;
    const start = x + wide > WIDTH ? x - wide : x;
    const dot = circle(x, y, 2);
    const covered = names.some(([u, v, w]) => start < u + w && u < start + wide && Math.abs(y - v) < LINE);
    if (covered || taken.some(([u, v]) => u > start - POINT && u < start + wide + POINT && Math.abs(v - y) < POINT + LINE / 2)) return [dot];
    names.push([start, y, wide]);
    return [dot, start === x ? label(x + 5, y + 4, "start", name) : label(x - 5, y + 4, "end", name)];
  });
  const title = say(words, "find.map");
  return ["figure",
    ["svg.map", { viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`, role: "group", "aria-label": title },
      ["path.land", { d: land }], ["g.towns", { "aria-hidden": "true" }, ...towns], here && circle(...at(here), 7, "here"), ...marks],
    ["figcaption.small.quiet", say(words, "find.map.note")]];
}

/** @param {number} n */
const round = (n) => n.toFixed(1);

/** @param {number} x @param {number} y @param {number} r @param {string} [kind] */
const circle = (x, y, r, kind) => ["circle", { class: kind, cx: round(x), cy: round(y), r }];

/** @param {number} x @param {number} y @param {string} anchor @param {string} text */
const label = (x, y, anchor, text) => ["text", { x: round(x), y: round(y), "text-anchor": anchor }, text];

/** @param {number[]} ring */
function ringPoints(ring) {
  /** @type {import("./data.js").Point[]} */
  const found = [];
  for (let at = 0; at < ring.length; at += 2) found.push({ lat: ring[at] / UNIT, lon: ring[at + 1] / UNIT });
  return found;
}

/**
 * The nearest spot, on a spiral, that no other point covers.
 * @param {number} x
 * @param {number} y
 * @param {[number, number][]} taken
 * @returns {[number, number]}
 */
function free(x, y, taken) {
  for (let step = 0; step < 400; step += 1) {
    const away = step && 4 + 2 * Math.sqrt(step) * 3;
    const [u, v] = [x + away * Math.cos(step * TURN), y + away * Math.sin(step * TURN)];
    const inside = u > POINT && u < WIDTH - POINT && v > POINT;
    if ((inside || !step) && taken.every(([a, b]) => Math.hypot(a - u, b - v) >= 2 * POINT)) return [u, v];
  }
  return [x, y];
}
