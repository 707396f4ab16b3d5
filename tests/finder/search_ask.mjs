// Asks the phone's search for tests written in Python: `{columns, queries}` in, what is found out; `{texts}` gives them folded;
// `{columns, clashes: true}` gives the phrases that the search takes for the same though they mean different things.
import { readFileSync } from "node:fs";
import { fold } from "../../generator/web/static/js/finder/fold.js";
import { prepare, search } from "../../generator/web/static/js/finder/search.js";

const asked = JSON.parse(readFileSync(0, "utf8"));

function clashes({ words, tree }) {
  const found = [];
  const walk = (node, path) => {
    const meant = new Set(node.means.map(({ services, pin }) => `${services.join(" ")} ${pin}`));
    if (meant.size > 1) found.push(path.join(" "));
    for (const [word, child] of node.next) walk(child, [...path, words[word]]);
  };
  walk(tree, []);
  return found;
}

function answer() {
  if (asked.texts) return asked.texts.map((text) => fold(text).join(" "));
  const index = prepare(asked.columns);
  return asked.clashes ? clashes(index) : asked.queries.map((query) => search(index, query, 10));
}

process.stdout.write(JSON.stringify(answer()));
