// @ts-check
/** A person's own list: chosen places as one slip to print or to send. It lives in the fragment and nowhere else. */
import { SENSITIVE } from "./data.js";
import { cardHtml } from "./view.js";
import { message } from "./share.js";
import { icon, safe, say } from "./words.js";

/** @typedef {import("./view.js").Setting} Setting */

/**
 * The bar at the foot of the page, and the slip above it where it is open; empty without a chosen place.
 * @param {Setting} setting
 * @param {boolean} open
 * @returns {string}
 */
export function listHtml(setting, open) {
  const { data, my } = setting;
  const { words, rows } = data;
  const mine = my.map((id) => rows.get(id)).filter((row) => row !== undefined);
  if (!mine.length) return "";
  const title = say(words, "my.count", { n: mine.length });
  const t = (/** @type {string} */ key) => safe(say(words, key));
  const bar = `<div class="bar"><button type="button" class="btn call" data-slip aria-expanded="${open}" aria-controls="slip">${safe(title)}</button></div>`;
  if (!open) return `${bar}<div id="slip" hidden></div>`;
  const cards = mine.map((row) => cardHtml(setting, row)).join("");
  const sms = `sms:?&body=${encodeURIComponent(message(data, mine))}`;
  return `${bar}<section id="slip" aria-labelledby="slip-title"><h2 id="slip-title" tabindex="-1">${t("my.list")}</h2><div class="cards">${cards}</div>
<p class="acts tools"><button type="button" class="btn" data-print-slip>${icon("print")}<span>${t("my.print")}</span></button><a class="btn" href="${safe(sms)}" data-private="${Number(isPrivate(setting, mine))}">${icon("text")}<span>${t("my.text")}</span></a><button type="button" class="btn" data-link="my">${icon("copy")}<span>${t("my.copy")}</span></button><button type="button" class="btn" data-empty>${t("my.clear")}</button></p>
<p class="small quiet tools">${t("my.note")}</p></section>`;
}

/**
 * @param {Setting} setting
 * @param {number[]} rows
 */
function isPrivate({ data }, rows) {
  return rows.some((row) => data.cards.flags[row] & SENSITIVE);
}
