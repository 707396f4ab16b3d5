// @ts-check
/** A locator map, drawn on the device: the area, its towns, and numbered points that are links. The list says the same. */
import { safe, say } from "./words.js";

const WIDTH = 360;
const EDGE = 16;
const POINT = 11;
const UNIT = 1000;
const TURN = 2.4;
const LETTER = 6;
const LINE = 12;

/**
 * @param {import("./data.js").Data} data
 * @param {number[]} rows with a point, in the order of the list
 * @param {import("./data.js").Point | null} here
 * @param {string} root
 * @returns {string}
 */
export function drawMap(data, rows, here, root) {
  const { words, search, cards, map } = data;
  const points = rows.map((row) => /** @type {import("./data.js").Point} */ (data.point(row)));
  const corners = map.land.flatMap((ring) => ringPoints(ring));
  const all = [...(corners.length ? corners : points), ...(here ? [here] : [])];
  if (!all.length) return "";
  const lats = all.map(({ lat }) => lat);
  const lons = all.map(({ lon }) => lon);
  const [north, west] = [Math.max(...lats), Math.min(...lons)];
  const flat = Math.cos((north * Math.PI) / 180);
  const scale = (WIDTH - 2 * EDGE) / Math.max((Math.max(...lons) - west) * flat, 0.05);
  const height = Math.min((north - Math.min(...lats)) * scale + 2 * EDGE, 2 * WIDTH);
  /** @param {import("./data.js").Point} point */
  const at = ({ lat, lon }) => [EDGE + (lon - west) * flat * scale, EDGE + (north - lat) * scale];
  const land = map.land.map((ring) => `M${ringPoints(ring).map((point) => at(point).map((n) => n.toFixed(1)).join(" ")).join("L")}Z`).join("");
  /** @type {[number, number][]} */
  const taken = [];
  const marks = points.map((point, number) => {
    const [x, y] = at(point);
    const [u, v] = free(x, y, taken);
    taken.push([u, v]);
    const row = rows[number];
    const line = Math.hypot(u - x, v - y) > 1 ? `<path d="M${x.toFixed(1)} ${y.toFixed(1)}L${u.toFixed(1)} ${v.toFixed(1)}"/>` : "";
    return `<a href="${root}r/${cards.id[row]}.html" aria-label="${number + 1}, ${safe(search.name[row])}">${line}<circle cx="${u.toFixed(1)}" cy="${v.toFixed(1)}" r="${POINT}"/><text x="${u.toFixed(1)}" y="${(v + 4.5).toFixed(1)}" text-anchor="middle">${number + 1}</text></a>`;
  });
  /** @type {[number, number, number][]} */
  const names = [];
  const towns = map.towns.map(([name, lat, lon]) => {
    const [x, y] = at({ lat: lat / UNIT, lon: lon / UNIT });
    const wide = name.length * LETTER + 5;
    const start = x + wide > WIDTH ? x - wide : x;
    const dot = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2"/>`;
    const covered = names.some(([u, v, w]) => start < u + w && u < start + wide && Math.abs(y - v) < LINE);
    if (covered || taken.some(([u, v]) => u > start - POINT && u < start + wide + POINT && Math.abs(v - y) < POINT + LINE / 2)) return dot;
    names.push([start, y, wide]);
    return `${dot}<text x="${(start === x ? x + 5 : x - 5).toFixed(1)}" y="${(y + 4).toFixed(1)}"${start === x ? "" : ' text-anchor="end"'}>${safe(name)}</text>`;
  });
  const [x, y] = here ? at(here) : [0, 0];
  const me = here ? `<circle class="here" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="7"/>` : "";
  return `<figure><svg class="map" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" role="group" aria-label="${safe(say(words, "find.map"))}"><path class="land" d="${land}"/><g class="towns" aria-hidden="true">${towns.join("")}</g>${me}${marks.join("")}</svg><figcaption class="small quiet">${safe(say(words, "find.map.note"))}</figcaption></figure>`;
}

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
