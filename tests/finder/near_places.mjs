// Places found by the phone: the file of places, the words and what was typed in, for each text the places out.
import { readFileSync } from "node:fs";
import { locate, readPlaces } from "../../generator/web/static/js/finder/near.js";

const { file, words, typed } = JSON.parse(readFileSync(0, "utf8"));
const gazetteer = readPlaces(file, words);
process.stdout.write(JSON.stringify(typed.map((text) => locate(gazetteer, text, words))));
