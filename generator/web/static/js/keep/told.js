// @ts-check
/** On every page of a phone that keeps a copy: how old it is, and the newer one when that is there. */
import { restoreCopy } from "./app.js";
import { ask, registered } from "./copy.js";
import { daysSince, filled, sayDate, sayTime } from "./when.js";

/** @typedef {import("./copy.js").State} State */

/** Days without an answer from the network after which a page says loudly that its facts may have changed. */
const LOUD = 14;

/**
 * @param {Document} page
 * @param {Navigator} navigator
 */
async function tellCopy(page, navigator) {
  const registration = await registered(navigator);
  if (!registration?.active) return;
  const told = await ask(registration.active, { ask: "state" });
  const language = page.documentElement.lang;
  sayAge(page, told, language);
  const offer = () => void offerNewer(page, navigator, registration, told, language);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  offer();
  const look = async () => {
    if (await renew(registration, told)) page.querySelector(".copy-bar.old")?.remove();
  };
  window.addEventListener("online", look);
  await look();
}

/**
 * Ask the host for a newer copy, and bring what is missing of this one. The answer is noted: a copy that was found to be
 * the newest yesterday is not old. Gives whether it is the newest.
 * @param {ServiceWorkerRegistration} registration
 * @param {State} told
 */
async function renew(registration, told) {
  try {
    await registration.update();
    const { active, installing, waiting } = registration;
    if (active && told.missing) await ask(active, { ask: "fill" });
    if (!active || installing || waiting) return false;
    await ask(active, { ask: "checked" });
    return true;
  } catch {
    // No signal: the copy is there for that.
    return false;
  }
}

/**
 * @param {Document} page
 * @param {State} told
 * @param {string} language
 */
function sayAge(page, { words, saved, checked, date }, language) {
  const now = Date.now();
  const line = page.createElement("p");
  line.className = "kept";
  line.textContent = filled(words["keep.line.saved"], { when: sayTime(saved, now, language), date: sayDate(date, language) });
  page.querySelector(".foot p")?.before(line);
  const days = daysSince(checked, now);
  if (days >= LOUD) bar(page, filled(words["keep.line.old"], { n: days }), "old");
}

/**
 * A newer copy is there, whole: the visitor says when it is used. Where a page can be left at once, nothing is put in
 * the way of that.
 * @param {Document} page
 * @param {Navigator} navigator
 * @param {ServiceWorkerRegistration} registration
 * @param {State} told
 * @param {string} language
 */
async function offerNewer(page, navigator, registration, told, language) {
  const { waiting } = registration;
  if (!waiting || page.querySelector(".newer, .leave:not([hidden])")) return;
  const { date, words } = await ask(waiting, { ask: "state" });
  if (page.querySelector(".newer")) return;
  const text = date > told.date ? filled(words["keep.line.new"], { date: sayDate(date, language) }) : words["keep.line.newer"];
  const note = bar(page, text, "newer");
  const use = page.createElement("button");
  use.type = "button";
  use.textContent = words["keep.line.use"];
  use.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => page.location.reload(), { once: true });
    waiting.postMessage({ ask: "use" });
  });
  note.append(" ", use);
}

/**
 * @param {Document} page
 * @param {string} text
 * @param {string} kind
 */
function bar(page, text, kind) {
  const note = page.createElement("p");
  note.className = `copy-bar ${kind}`;
  note.setAttribute("role", "status");
  note.append(text);
  let bars = page.querySelector(".copy-bars");
  if (!bars) {
    bars = page.createElement("div");
    bars.className = "copy-bars";
    page.body.append(bars);
  }
  bars.append(note);
  return note;
}

if (navigator.serviceWorker.controller) void tellCopy(document, navigator);
if (location.search === "?app") void restoreCopy(document, navigator);
