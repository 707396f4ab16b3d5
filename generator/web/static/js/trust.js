// @ts-check
import { day } from "./day.js";

/**
 * Turn what was confirmed into listed once the check is past its limit.
 *
 * `data-until` is the last day on which the check holds, `data-aged` the text that takes the place of the element's
 * own, `data-aged-state` the state (a class, and the sign) that takes the place of its own.
 * @param {ParentNode} root
 * @param {Date} now
 */
export function age(root, now) {
  const today = day(now);
  for (const element of root.querySelectorAll("[data-until]")) {
    const { until = "", aged, agedState } = /** @type {HTMLElement} */ (element).dataset;
    if (today <= until) continue;
    if (aged !== undefined) element.textContent = aged;
    element.classList.remove("sure");
    if (agedState !== undefined) restate(element, agedState);
  }
}

/**
 * @param {Element} element
 * @param {string} state
 */
function restate(element, state) {
  element.classList.remove("yes", "no", "info", "ask");
  element.classList.add(state);
  element.querySelector("use")?.setAttribute("href", `#i-${state}`);
}
