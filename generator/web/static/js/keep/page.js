// @ts-check
/** The page where a visitor keeps a copy, and takes it away again. */
import { able, ask, keep, registered, remove } from "./copy.js";
import { filled, sayDate, sayTime } from "./when.js";

/** @typedef {import("./copy.js").State} State */

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {any}
 */
const part = (root, selector) => root.querySelector(selector);

/**
 * @param {HTMLElement} panel its `data-` attributes are the words
 */
async function start(panel) {
  const words = panel.dataset;
  const state = part(panel, "[data-state]");
  if (!words.offered || !able(navigator)) {
    state.textContent = words.offered ? words.unable : words.off;
    return;
  }
  const [save, take, rest] = ["[data-keep]", "[data-remove]", "[data-rest]"].map((name) => part(panel, name));

  /** @param {State | null} told */
  const show = (told) => {
    const kept = Boolean(told && !told.missing);
    const values = told && { when: sayTime(told.saved, Date.now(), document.documentElement.lang), date: sayDate(told.date, document.documentElement.lang) };
    state.textContent = values ? filled((kept ? words.kept : words.gone) ?? "", values) : words.none;
    panel.classList.toggle("held", kept);
    save.hidden = kept;
    take.hidden = !told;
    if (rest) rest.checked = Boolean(told?.rest);
  };

  /** @param {() => Promise<State | null>} work */
  const busy = async (work) => {
    state.textContent = words.working;
    for (const control of [save, take, rest]) if (control) control.disabled = true;
    let failed = false;
    const told = await work().catch(() => {
      failed = true;
      return current();
    });
    show(told);
    if (failed) state.textContent = words.failed;
    for (const control of [save, take, rest]) if (control) control.disabled = false;
  };

  save.addEventListener("click", () => {
    void navigator.storage?.persist?.();
    void busy(() => keep(navigator, Boolean(rest?.checked)));
  });
  take.addEventListener("click", () => void busy(async () => {
    await remove(navigator);
    for (const told of document.querySelectorAll(".kept, .copy-bars")) told.remove();
    words.none = words.removed;
    return null;
  }));
  rest?.addEventListener("change", () => {
    if (panel.classList.contains("held")) void busy(() => keep(navigator, rest.checked));
  });
  show(await current());
  part(panel, ".controls").hidden = false;
}

/** @returns {Promise<State | null>} */
async function current() {
  const active = (await registered(navigator))?.active;
  return active ? ask(active, { ask: "state" }) : null;
}

/** Where a browser offers to put the app on the home screen itself, there is a button for it. */
function offerInstall() {
  const button = part(document, "[data-install]");
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.addEventListener("click", () => /** @type {any} */ (event).prompt(), { once: true });
  });
}

const panel = document.getElementById("keep");
if (panel) {
  offerInstall();
  start(panel).catch(() => {
    part(panel, "[data-state]").textContent = panel.dataset.unable;
  });
}
