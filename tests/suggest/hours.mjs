// Asks about hours: reads {states, texts}, writes the text and the trouble of each state, and each text as it is read and written.
import { readFileSync } from "node:fs";

const scripts = new URL("../../generator/web/static/js/suggest/", import.meta.url);
const { readHours, writeHours } = await import(new URL("hours.js", scripts));

const { states, texts } = JSON.parse(readFileSync(0, "utf8"));
const read = texts.map(readHours);
process.stdout.write(JSON.stringify({ states: states.map(writeHours), read, written: read.map(writeHours) }));
