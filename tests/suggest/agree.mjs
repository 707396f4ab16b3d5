// Asks the form's own modules about entries: reads {schema, tables, services, entries: [{id, data}]}, writes what they say of each.
import { readFileSync } from "node:fs";

const scripts = new URL("../../generator/web/static/js/suggest/", import.meta.url);
const { check, RULES } = await import(new URL("rules.js", scripts));
const { entryText } = await import(new URL("yaml.js", scripts));

const { schema, tables, services, entries } = JSON.parse(readFileSync(0, "utf8"));
const known = new Map(Object.entries(services));
const told = entries.map(({ id, data }) => {
  const text = entryText(data, schema);
  const subject = { data, id, text, services: known, invented: true, tables };
  const { differences, findings } = check(subject, schema);
  return {
    text,
    differences: differences.map(({ path, keyword }) => [path, keyword]),
    findings: findings.map(({ code, path }) => [code, path]),
  };
});
process.stdout.write(JSON.stringify({ rules: Object.keys(RULES), told }));
