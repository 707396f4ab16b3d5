// @ts-check
import { day } from "./day.js";

/**
 * Hide alerts whose last day has passed where the resource is.
 * @param {ParentNode} root
 * @param {Date} now
 */
export function expire(root, now) {
  for (const element of root.querySelectorAll("[data-alert-until]")) {
    const alert = /** @type {HTMLElement} */ (element);
    const { alertUntil = "", zone = "" } = alert.dataset;
    alert.hidden = alertUntil !== "" && day(now, zone) > alertUntil;
  }
}
