// @ts-check
/** Web addresses that a reader can open safely. The same rules as `generator/check/rules/links.py` and `generator/entry/url.py`. */
import { blocksOf, expression, textAt, wordSet } from "./data.js";
import { whole } from "./numbers.js";

/**
 * @typedef {import("./rules.js").Subject} Subject
 * @typedef {import("./rules.js").Finding} Finding
 * @typedef {import("./data.js").Path} Path
 * @typedef {{scheme: string, login: boolean, host: string, port: string, query: string}} Parts
 */

const KEYS = ["website", "online_form", "online_chat", "live_availability_url"];
const BAD = /[\s<>"\\^`{|}\u0000-\u001f\u007f]/;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
const NUMBER = /^(?:[0-9.]+|0x[0-9a-f.x]+|\[.*)$/;

/** @param {Subject} subject @returns {Finding[]} */
export function links(subject) {
  return urlsOf(subject).flatMap(([path, url]) => (url.includes("://") ? faults(url, subject).map((code) => ({ code, path, seen: url })) : []));
}

/** @param {Subject} subject @returns {Finding[]} */
export function sources({ data, tables }) {
  const pattern = expression(tables.links.no_page, "i");
  return blocksOf(data, "sources").flatMap(([path, source]) =>
    ["publisher", "note", "url"]
      .filter((key) => pattern.test(textAt(source, key)))
      .map((key) => ({ code: "E315", path: [...path, key], seen: textAt(source, key) })),
  );
}

/** @param {Subject} subject @returns {Finding[]} */
export function homePages({ data }) {
  return blocksOf(data, "sources")
    .filter(([, source]) => "facts" in source && /^https?:\/\/[^/?#]+\/?$/.test(textAt(source, "url")))
    .map(([path, source]) => ({ code: "W625", path: [...path, "url"], seen: textAt(source, "url") }));
}

/** @param {Subject} subject @returns {[Path, string][]} */
function urlsOf({ data }) {
  /** @type {[Path, unknown][]} */
  const all = [
    ...KEYS.map((key) => /** @type {[Path, unknown]} */ ([[key], data[key]])),
    ...blocksOf(data, "sources").map(([path, source]) => /** @type {[Path, unknown]} */ ([[...path, "url"], source.url])),
  ];
  return all.flatMap(([path, url]) => (typeof url === "string" ? [/** @type {[Path, string]} */ ([path, url])] : []));
}

/**
 * The codes of everything that is wrong with one address.
 * @param {string} url
 * @param {Subject} subject
 * @returns {string[]}
 */
function faults(url, { tables, invented }) {
  const parts = split(url);
  if (!parts) return ["E212"];
  const found = hostFaults(parts, tables.links, invented);
  if (parts.scheme === "http") found.push("W603");
  const tracks = parts.query.split("&").some((pair) => whole(tables.links.tracking, pair.split("=")[0].toLowerCase()));
  if (tracks) found.push("E314");
  return found;
}

/**
 * @param {Parts} parts
 * @param {Record<string, string>} table
 * @param {boolean} invented
 */
function hostFaults({ login, host, port }, table, invented) {
  const name = host.replace(/\.$/, "").replace(/^www\./, "");
  const labels = name.split(".");
  /** @type {string[]} */
  const found = [];
  if (login) found.push("E312");
  if (port) found.push("E312");
  if (/[^\u0000-\u007f]/.test(name)) return [...found, "E312"];
  if (labels.some((label) => label.startsWith("xn--"))) found.push("W604");
  if (NUMBER.test(name) || name.includes(":")) found.push("E312");
  else if (under(name, table.staging) || wordSet(table.labels).has(labels[0])) found.push("E315");
  else if (under(name, table.invented)) found.push(...(invented ? [] : ["E316"]));
  else if (under(name, table.short)) found.push("E313");
  else if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) found.push("E212");
  return found;
}

/**
 * @param {string} name
 * @param {string} hosts
 */
function under(name, hosts) {
  return hosts.split(" ").some((host) => name === host || name.endsWith(`.${host}`));
}

/**
 * The parts of a usable address. The browser's own parser repairs what nobody should have to repair, so it is not asked.
 * @param {string} url
 * @returns {Parts | null}
 */
function split(url) {
  const found = /^(https?):\/\/([^/?#]*)[^?#]*(?:\?([^#]*))?/i.exec(url);
  if (!found || BAD.test(url)) return null;
  const [, scheme, place, query = ""] = found;
  const at = place.lastIndexOf("@");
  const named = place.slice(at + 1);
  const bracket = named.startsWith("[");
  const colon = bracket ? named.indexOf(":", named.indexOf("]")) : named.indexOf(":");
  const host = (colon < 0 ? named : named.slice(0, colon)).toLowerCase();
  const port = colon < 0 ? "" : named.slice(colon + 1);
  const odd = named.includes("[") !== named.includes("]") || !/^[0-9]*$/.test(port) || Number(port) > 65535;
  return host && !odd ? { scheme: scheme.toLowerCase(), login: at >= 0, host, port, query } : null;
}
