// Asks where suggestions go: reads a list of {name, arguments}, writes what each function gives.
import { readFileSync } from "node:fs";

const scripts = new URL("../../generator/web/static/js/suggest/", import.meta.url);
const ways = { ...(await import(new URL("send.js", scripts))), ...(await import(new URL("clean.js", scripts))) };

const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(({ name, given }) => ways[name](...given))));
