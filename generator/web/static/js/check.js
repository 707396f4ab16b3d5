// @ts-check
/** Needs checking, by the day on which it is read: the page came sorted by the day on which it was made. */
import { compare, deadlines, isDue, rank } from "./check/due.js";
import { day } from "./day.js";

/**
 * Move every card to where it belongs today. None is added or taken away.
 * @param {Document} page
 * @param {string} today
 */
function sort(page, today) {
  const places = ["due", "later"].map((id) => page.getElementById(id));
  const [due, later] = places.map((place) => place?.querySelector(".cards"));
  if (!due || !later) return;
  const cards = [...page.querySelectorAll("[data-kinds]")].map((card) => {
    const { kinds = "" } = /** @type {HTMLElement} */ (card).dataset;
    return { card, place: rank(deadlines(kinds), today) };
  });
  cards.sort((a, b) => compare(a.place, b.place));
  due.replaceChildren(...cards.filter(({ place }) => isDue(place)).map(({ card }) => card));
  later.replaceChildren(...cards.filter(({ place }) => !isDue(place)).map(({ card }) => card));
  for (const place of places) if (place) count(place);
}

/** @param {HTMLElement} place */
function count(place) {
  const heading = place.querySelector("h2");
  if (!heading) return;
  const n = place.querySelectorAll("[data-kinds]").length;
  const { one = "", other = "", none = "" } = heading.dataset;
  heading.textContent = n ? (n === 1 ? one : other).replace("{n}", String(n)) : none;
  place.hidden = !heading.textContent;
}

/**
 * @param {Document} page
 * @param {string} today
 */
function fillIn(page, today) {
  for (const place of page.querySelectorAll("[data-day]")) place.textContent = today;
  for (const place of page.querySelectorAll("[data-after]")) {
    const question = /** @type {HTMLElement} */ (place);
    const { after = "", fact = "" } = question.dataset;
    question.hidden = today <= after;
    const facts = question.closest("[data-kinds]")?.querySelector("[data-facts]");
    if (facts && !question.hidden) facts.textContent += `, ${fact}`;
  }
  for (const place of page.querySelectorAll("[data-body]")) {
    const link = /** @type {HTMLAnchorElement} */ (place);
    const text = page.getElementById(link.dataset.body ?? "")?.textContent ?? "";
    link.href += `&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  }
  const told = page.getElementById("sorted");
  if (told) told.textContent = told.dataset.today ?? "";
}

/**
 * On paper every script is open: a sheet to call from. Afterwards those that were closed are closed again.
 * @param {Document} page
 * @param {Window} window
 */
function openForPrint(page, window) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (page.querySelectorAll(".script:not([open])"))];
    for (const script of opened) script.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const script of opened) script.open = false;
  });
}

const today = day(new Date());
sort(document, today);
fillIn(document, today);
openForPrint(document, window);
