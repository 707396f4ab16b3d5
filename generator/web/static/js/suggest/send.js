// @ts-check
/** Where a suggestion can go: addresses with the text filled in, each within what its reader takes. Nothing is sent from here. */

/**
 * @typedef {{kind?: string, base?: string, branch?: string}} Hosting
 */

/** Bytes of an address that GitHub takes. */
export const ADDRESS_LIMIT = 8192;

/** Characters of a mail address with its text that mail programs take on every system: 2,083 in the oldest of them. */
export const MAIL_LIMIT = 2000;

/**
 * The page of the hosting service on which a new file stands, to be proposed; null where the service has none or the text is
 * too long for an address.
 * @param {Hosting} hosting
 * @param {string} file
 * @param {string} text
 * @returns {string | null}
 */
export function newFileAddress({ kind, base, branch = "main" }, file, text) {
  if (kind !== "github") return null;
  return within(`${base}/new/${encodeURIComponent(branch)}?filename=${form(file)}&value=${form(text)}`, ADDRESS_LIMIT);
}

/**
 * The page on which the file of an entry is edited; no service takes a new text in that address.
 * @param {Hosting} hosting
 * @param {string} file
 * @returns {string | null}
 */
export function editAddress({ kind, base, branch = "main" }, file) {
  if (kind !== "github") return null;
  return `${base}/edit/${encodeURIComponent(branch)}/${file.split("/").map(encodeURIComponent).join("/")}`;
}

/**
 * The page on which an issue with this title and text stands, to be sent.
 * @param {Hosting} hosting
 * @param {string} title
 * @param {string} text
 * @returns {string | null}
 */
export function issueAddress({ kind, base }, title, text) {
  if (kind !== "github") return null;
  return within(`${base}/issues/new?title=${form(title)}&body=${form(text)}`, ADDRESS_LIMIT);
}

/**
 * A letter to a mail address, lines ended as RFC 6068 wants; without the text where that is too long.
 * @param {string} contact
 * @param {string} subject
 * @param {string} text
 * @returns {{address: string, whole: boolean} | null}
 */
export function mailAddress(contact, subject, text) {
  if (!contact.includes("@") || contact.includes(":")) return null;
  const start = `mailto:${contact.split("@").map(encodeURIComponent).join("@")}?subject=${encodeURIComponent(subject)}`;
  const whole = within(`${start}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`, MAIL_LIMIT);
  return whole ? { address: whole, whole: true } : { address: start, whole: false };
}

/** A text as a value of a web form: a blank is a plus, and a plus is %2B. @param {string} text */
function form(text) {
  return new URLSearchParams([["", text]]).toString().slice(1);
}

/** @param {string} address @param {number} limit */
function within(address, limit) {
  return address.length <= limit ? address : null;
}
