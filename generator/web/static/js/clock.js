// @ts-check
import { day } from "./day.js";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Say so when the phone's clock is earlier than the data: its days and hours cannot be trusted then.
 * A day's difference is a time zone, not a wrong clock.
 * @param {Document} page
 * @param {Date} now
 */
export function noteClock(page, now) {
  const data = page.documentElement.dataset.date ?? "";
  const note = page.getElementById("clock");
  if (note) note.hidden = day(new Date(now.getTime() + DAY)) >= data;
}
