// @ts-check
/** An app on the home screen was put there to have a copy: where that is gone, it says so and saves it again. */
import { ask, keep, registered } from "./copy.js";

/**
 * @param {Document} page
 * @param {Navigator} navigator
 */
export async function restoreCopy(page, navigator) {
  const note = page.getElementById("app-copy");
  if (!note || !standsAlone(page, navigator)) return;
  const active = (await registered(navigator))?.active;
  if (active && !(await ask(active, { ask: "state" })).missing) return;
  const { gone = "", saved = "" } = note.dataset;
  const save = async () => {
    try {
      await keep(navigator);
      window.removeEventListener("online", save);
      note.textContent = saved;
    } catch {
      note.textContent = gone;
    }
  };
  note.textContent = gone;
  note.hidden = false;
  window.addEventListener("online", save);
  await save();
}

/**
 * Whether this is the app, begun where its manifest says.
 * @param {Document} page
 * @param {Navigator} navigator
 */
function standsAlone(page, navigator) {
  const alone = "standalone" in navigator && Boolean(navigator.standalone);
  return alone || (page.defaultView?.matchMedia("(display-mode: standalone)").matches ?? false);
}
