// @ts-check
/**
 * The directory as one file: every page is a part of it, and one of them is shown. What other pages fetch stands in it.
 */
import { age } from "./trust.js";
import { expire } from "./alert.js";
import { begin } from "./finder/finder.js";
import { noteClock } from "./clock.js";
import { offerLeave } from "./leave.js";
import { chooseMaps } from "./directions.js";
import { offerCopy } from "./copy.js";
import { offerPrint } from "./print.js";
import { offerShare } from "./share.js";
import { offerText } from "./text.js";

const now = new Date();
/** Days after which the file says that facts may have changed. */
const OLD = 14;
const DAY = 24 * 60 * 60 * 1000;

/** @param {string} id */
const held = (id) => async () => JSON.parse(document.getElementById(id)?.textContent ?? "");

const views = [...document.querySelectorAll("main")];
const [home] = views;
const title = document.title;

/** What goes with home alone, and what it has a larger one of. */
const beside = document.getElementById("my-list");
const away = document.getElementById("leave");
/** The part that is shown, and whether home is one to leave fast: the finder says that of its results. */
let shown = home;
let leaves = false;
const above = /** @type {HTMLElement | null} */ (document.querySelector(".sos"));

/** Show the part that the address names, home where it names none; a part of a part brings its whole. */
function show() {
  const asked = location.hash.includes("=") ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const view = asked?.closest("main") ?? home;
  for (const one of views) one.hidden = one !== view;
  if (away && shown === home) leaves = !away.hidden;
  if (away) away.hidden = view === home ? !leaves : !("private" in view.dataset || view.querySelector("[data-ask]"));
  shown = view;
  if (beside) beside.hidden = view !== home;
  if (above) above.hidden = view === home;
  const heading = view.querySelector("h1");
  document.title = view === home || "private" in view.dataset ? title : `${heading?.textContent} - ${title}`;
  if (asked && asked !== view) asked.scrollIntoView();
  else if (asked) window.scrollTo(0, 0);
}

/**
 * Links that the finder writes lead to pages: here they are parts. The name of the site leads to a home that asks nothing.
 * @param {MouseEvent} event
 */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.classList.contains("mark")) {
    event.preventDefault();
    location.hash = "";
    location.reload();
    return;
  }
  const [, id = ""] = link?.getAttribute("href")?.match(/^r\/([a-z0-9-]+)\.html$/) ?? [];
  if (!id) return;
  event.preventDefault();
  location.hash = `r-${id}`;
}

function noteAge() {
  const note = document.getElementById("old");
  const days = Math.floor((now.getTime() - Date.parse(note?.dataset.made ?? "")) / DAY);
  if (!note || !(days >= OLD)) return;
  note.textContent = (note.textContent ?? "").replace("{n}", String(days));
  note.hidden = false;
}

noteClock(document, now);
noteAge();
age(document, now);
expire(document, now);
chooseMaps(document, navigator.userAgent, navigator.maxTouchPoints);
offerCopy(document, navigator);
offerPrint(document, window);
offerShare(document, navigator);
offerText(document, window);
offerLeave(document, window);

const form = document.getElementById("finder");
if (form) void begin(form, { data: held("data-finder"), words: held("data-search"), places: held("data-places") });
document.addEventListener("click", follow);
window.addEventListener("hashchange", show);
show();
