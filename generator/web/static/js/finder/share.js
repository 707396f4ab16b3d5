// @ts-check
/** Short messages that are made on the device: two parts of a text message at most, of a private place its number alone. */
import { fitsMessage } from "../text.js";
import { SENSITIVE } from "./data.js";
import { phone } from "./view.js";
import { say } from "./words.js";

/** @typedef {import("./data.js").Data} Data */

/**
 * One line for each place, as many as fit; the line of a private place has its number and no name.
 * @param {Data} data
 * @param {number[]} rows
 * @returns {string}
 */
export function message(data, rows) {
  const { cards, search, words } = data;
  let text = "";
  for (const row of rows) {
    const said = phone(cards.call[row], words).label || cards.web[row] || "";
    const secret = cards.flags[row] & SENSITIVE;
    const town = cards.towns[cards.town[row]] ?? "";
    const place = secret ? "" : [cards.street[row] || "", town].filter(Boolean).join(", ");
    const name = search.name[row];
    const tries = secret ? [said] : [`${name}: ${said}${place ? `, ${place}` : ""}`, `${name}: ${said}`];
    const fits = tries.find((line) => line && fitsMessage(text + line));
    if (!fits) break;
    text += `${fits}\n`;
  }
  return text.trim();
}
