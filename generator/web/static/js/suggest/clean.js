// @ts-check
/** What was typed, made into what an entry may hold, where there is one way to write it. */

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const BLANKS = /[\s\u115f\u1160\u2800\u3164\uffa0]+/gu;

/**
 * One line of letters that can be seen, each letter and its accent one character, single blanks.
 * @param {string} text
 */
export function cleanText(text) {
  return text.replace(BLANKS, " ").replace(UNSEEN, "").normalize("NFC").replace(/ +/g, " ").trim();
}

/**
 * A phone number as 910-555-0100, from any usual way of writing it; else the text as it is.
 * @param {string} text
 */
export function cleanNumber(text) {
  const plain = cleanText(text).replace(/^tel:/, "");
  if (/[^0-9+()./\s\-\u2010-\u2015]/.test(plain)) return plain;
  const digits = plain.replace(/[^0-9]/g, "");
  if (digits.length <= 6) return digits || plain;
  const ten = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  return ten.length === 10 ? `${ten.slice(0, 3)}-${ten.slice(3, 6)}-${ten.slice(6)}` : plain;
}

/**
 * A web address with https:// before it.
 * @param {string} text
 */
export function cleanUrl(text) {
  const plain = cleanText(text);
  return plain && !/^[a-z]+:/i.test(plain) && /^[^\s/]+\.[a-z]{2,}(?:[/?#]|$)/i.test(plain) ? `https://${plain}` : plain;
}

/**
 * The file name of an entry: small letters, digits and single hyphens, 3 to 64 of them.
 * @param {string} name
 */
export function slug(name) {
  const plain = name.normalize("NFKD").replace(/[^\u0000-\u007f]/g, "").toLowerCase().replaceAll("'", "");
  const found = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 64).replace(/^-+|-+$/g, "");
  return found.length < 3 ? "" : found;
}
