// @ts-check
/** A locator map, drawn on the device: numbered points that are links. The list is its text equivalent. */
import { safe, say } from "./words.js";

/**
 * @param {import("./data.js").Data} data
 * @param {number[]} rows
 * @param {import("./data.js").Point | null} here
 * @param {string} root
 * @returns {string}
 */
export function drawMap(data, rows, here, root) {
  return "";
}
