// @ts-check
/** The finder of a page that is served: its data are files beside it, the same for everybody. */
import { begin } from "./finder.js";

const form = document.getElementById("finder");

/** @param {string | undefined} address */
const file = (address) => () => fetch(address ?? "").then((answer) => answer.json());

if (form) {
  const { src, places } = form.dataset;
  void begin(form, { data: file(src), words: file(src?.replace("finder-", "search-")), places: file(places) });
}
