// @ts-check

const DAY = 24 * 60 * 60 * 1000;

/**
 * A time as people say it: "Monday 2 pm", or "Nov 9, 2 pm" where that is longer ago than six days.
 * @param {number} time milliseconds since 1970
 * @param {number} now
 * @param {string} language
 */
export function sayTime(time, now, language) {
  const hour = new Intl.DateTimeFormat(language, { hour: "numeric" }).format(time).replace(/\s?[AP]M$/, (part) => part.toLowerCase());
  const near = now - time < 6 * DAY;
  const day = new Intl.DateTimeFormat(language, near ? { weekday: "long" } : { month: "short", day: "numeric" }).format(time);
  return near ? `${day} ${hour}` : `${day}, ${hour}`;
}

/**
 * The date of data, YYYY-MM-DD or YYYY-MM, without its year: "Nov 21".
 * @param {string} date
 * @param {string} language
 */
export function sayDate(date, language) {
  const [year, month, day] = date.split("-").map(Number);
  const shown = new Date(Date.UTC(year, month - 1, day || 1));
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = day ? { month: "short", day: "numeric" } : { month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" }).format(shown);
}

/**
 * Whole days since a time.
 * @param {number} time
 * @param {number} now
 */
export const daysSince = (time, now) => Math.floor((now - time) / DAY);

/**
 * Fill in the places in braces.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
