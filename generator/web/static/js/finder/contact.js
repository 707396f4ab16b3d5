// @ts-check
/** How to reach a place, and what of it can be handed on: the number, where maps lead, and a short message. */
import { fitsMessage } from "../text.js";
import { OWN_POINT, SECRET, SENSITIVE } from "./data.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Data} Data */

/**
 * Whether nothing but the number of a place may be written down for somebody else.
 * @param {Data} data
 * @param {number} row
 */
export function isPrivate({ cards }, row) {
  return Boolean(cards.flags[row] & (SENSITIVE | SECRET));
}

/**
 * What a tap on the number does, and its words; empty where there is none.
 * @param {Data} data
 * @param {number} row
 */
export function phone({ cards, words }, row) {
  const call = cards.call[row];
  if (!call) return { href: "", label: "", aria: "" };
  if (typeof call !== "string") return { href: call[0], label: call[1], aria: call[2] };
  const label = say(words, "phone.call", { number: call });
  const digits = call.split("-").map((part) => [...part].join(" ")).join(", ");
  return { href: `tel:+1${call.replaceAll("-", "")}`, label, aria: say(words, "phone.aria", { label, digits }) };
}

/**
 * Where maps should lead: the address in one line, the point, and which of the two finds the door. A secret place has none.
 * @param {Data} data
 * @param {number} row
 */
export function target({ cards, point: pointOf }, row) {
  if (cards.flags[row] & SECRET) return { address: "", point: "", door: "" };
  const at = pointOf(row);
  const point = at ? `${at.lat.toFixed(4)},${at.lon.toFixed(4)}` : "";
  const address = cards.street[row] ? `${cards.street[row]}, ${cards.towns[cards.town[row]] ?? ""}` : "";
  return { address, point, door: (cards.flags[row] & OWN_POINT && point) || address || point };
}

/**
 * A message of two parts at most: one line for each place, as many as fit; that of a private place has its number and no
 * name.
 * @param {Data} data
 * @param {number[]} rows
 * @returns {string}
 */
export function message(data, rows) {
  const { cards, search } = data;
  let text = "";
  for (const row of rows) {
    const said = phone(data, row).label || cards.web[row] || "";
    const place = [cards.street[row], cards.towns[cards.town[row]]].filter(Boolean).join(", ");
    const short = `${search.name[row]}: ${said}`;
    const tries = isPrivate(data, row) ? [said] : [place ? `${short}, ${place}` : short, short];
    const fits = tries.find((line) => line && fitsMessage(text + line));
    if (!fits) break;
    text += `${fits}\n`;
  }
  return text.trim();
}
