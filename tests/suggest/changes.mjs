// Asks which lines change: reads {schema, cases: [{entry, data}]}, writes the changes of each.
import { readFileSync } from "node:fs";

const scripts = new URL("../../generator/web/static/js/suggest/", import.meta.url);
const { changes, pruned } = await import(new URL("changes.js", scripts));

const { schema, cases } = JSON.parse(readFileSync(0, "utf8"));
const order = Object.keys(schema.properties);
const told = cases.map(({ entry, data }) => ({ changes: changes(entry, data, order), data: pruned(data) }));
process.stdout.write(JSON.stringify(told));
