// @ts-check
/** What the phone adds to a page that is complete without it. */
import { age } from "./trust.js";
import { expire } from "./alert.js";
import { carryList } from "./carry.js";
import { noteClock } from "./clock.js";
import { chooseMaps } from "./directions.js";
import { offerLeave } from "./leave.js";
import { offerCopy } from "./copy.js";
import { offerPrint } from "./print.js";
import { offerShare } from "./share.js";
import { offerText } from "./text.js";

const now = new Date();
offerLeave(document, window);
noteClock(document, now);
age(document, now);
expire(document, now);
chooseMaps(document, navigator.userAgent, navigator.maxTouchPoints);
offerCopy(document, navigator);
offerPrint(document, window);
offerShare(document, navigator);
offerText(document, window);
carryList(document, window);

if (navigator.serviceWorker && (navigator.serviceWorker.controller || location.search === "?app")) {
  const told = new URL("./keep/told.js", import.meta.url).href;
  void import(told);
}
