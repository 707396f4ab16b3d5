// @ts-check
/** The ways on: whichever of them a person can use. Nothing is sent from this page. */
import { say } from "../finder/words.js";
import { button, make } from "./dom.js";
import { letter } from "./letter.js";
import { editAddress, issueAddress, mailAddress, newFileAddress } from "./send.js";

/**
 * @typedef {import("./fields.js").Form} Form
 * @typedef {import("./letter.js").Suggestion} Suggestion
 */

/**
 * Buttons and links for one suggestion. While it has something that the check would refuse, it can be told to people, but not
 * be put into a file.
 * @param {Form} form
 * @param {Suggestion} suggestion
 * @returns {HTMLElement[]}
 */
export function ways(form, suggestion) {
  const { words, site } = form;
  const { hosting, contact } = site;
  const text = letter(form, suggestion);
  const title = say(words, suggestion.fresh ? "suggest.title.new" : "suggest.title.change", { id: suggestion.id });
  const sound = !suggestion.told.some((told) => told.stops);
  const nobody = !hosting.base && !contact;
  const mail = contact ? mailAddress(contact, title, text) : null;
  const issue = issueAddress(hosting, title, text);
  const made = [
    ...(nobody ? [make("p", { class: "note" }, say(words, "suggest.nobody"))] : []),
    ...(sound ? fileWays(form, suggestion) : []),
    make(
      "p",
      { class: "acts" },
      issue && link(issue, say(words, "suggest.way.issue")),
      mail && link(mail.address, say(words, "suggest.way.mail", { contact })),
      contact.startsWith("https:") && link(contact, say(words, "suggest.way.page")),
      hosting.kind === "other" && hosting.base ? link(hosting.base, say(words, "suggest.way.repository")) : null,
      copyButton(words, text, say(words, "suggest.way.copy")),
      button(say(words, "suggest.way.print"), () => window.print()),
    ),
  ];
  if (mail && !mail.whole) made.push(make("p", { class: "help" }, say(words, "suggest.mail.long")));
  if (hosting.base) made.push(make("p", { class: "help" }, say(words, "suggest.account")));
  return made;
}

/**
 * The ways into the repository: a new file with its text filled in, or the page on which a file is edited.
 * @param {Form} form
 * @param {Suggestion} suggestion
 * @returns {HTMLElement[]}
 */
function fileWays({ words, site }, { fresh, file, text, changes }) {
  if (!fresh) {
    const address = editAddress(site.hosting, file);
    if (!address) return [];
    const open = link(address, say(words, "suggest.way.edit"), "btn call");
    if (changes.length === 1 && changes[0].after.length) open.addEventListener("click", () => void navigator.clipboard?.writeText(changes[0].after.join("\n")).catch(() => {}));
    return [make("p", { class: "acts" }, open)];
  }
  const address = newFileAddress(site.hosting, file, text);
  if (address) return [make("p", { class: "acts" }, link(address, say(words, "suggest.way.new"), "btn call"))];
  const empty = newFileAddress(site.hosting, file, "");
  return empty ? [make("p", { class: "help" }, say(words, "suggest.way.long")), make("p", { class: "acts" }, copyButton(words, text, say(words, "suggest.copy.file")), link(empty, say(words, "suggest.way.empty")))] : [];
}

/** @param {string} address @param {string} label @param {string} [kind] */
function link(address, label, kind = "btn") {
  const mail = address.startsWith("mailto:");
  return make("a", { class: kind, href: address, rel: "noopener noreferrer external", target: mail ? undefined : "_blank" }, make("span", {}, label));
}

/**
 * A button that copies a text, and says so; nothing where the browser cannot copy.
 * @param {Record<string, string>} words
 * @param {string} text
 * @param {string} label
 */
export function copyButton(words, text, label) {
  if (!navigator.clipboard) return null;
  const made = button(label, async () => {
    await navigator.clipboard.writeText(text);
    for (const place of [made.querySelector("span"), document.getElementById("said")]) {
      if (place) place.textContent = say(words, "suggest.copied");
    }
  });
  return made;
}
