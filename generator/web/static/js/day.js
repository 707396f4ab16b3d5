// @ts-check

/**
 * The calendar day of an instant as YYYY-MM-DD, so that days compare as text.
 * @param {Date} now
 * @param {string} [zone] IANA name; the phone's own zone without it
 * @returns {string}
 */
export function day(now, zone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone || undefined,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  /** @param {string} type */
  const part = (type) => parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
