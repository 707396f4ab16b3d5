// @ts-check
/** The finder of a page that is served: its data are files beside it, the same for everybody. */
import { begin } from "./finder.js";

const form = document.getElementById("finder");

/** @param {string | undefined} address */
const file = (address) => () => fetch(address ?? "").then((answer) => answer.json());

if (form) {
  const { src = "", places } = form.dataset;
  let typed = "";
  const data = async () => {
    const shown = await file(src)();
    typed = src.replace(/finder-\w+/, `search-${shown.set}`);
    return shown;
  };
  void begin(form, { data, words: () => file(typed)(), places: file(places) });
}
