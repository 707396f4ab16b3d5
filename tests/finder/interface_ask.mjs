// Groups, counts and cards by the finder's own modules: the data file and questions in, what would be shown out. A card is
// its lines, each its classes and its text.
import { readFileSync } from "node:fs";
import { byFacet, drops, firstPurpose, sortOut } from "../../generator/web/static/js/finder/answer.js";
import { message } from "../../generator/web/static/js/finder/contact.js";
import { Clock, readData } from "../../generator/web/static/js/finder/data.js";
import { countOptions, sign } from "../../generator/web/static/js/finder/facets.js";
import { card } from "../../generator/web/static/js/finder/view.js";

const { file, questions } = JSON.parse(readFileSync(0, "utf8"));
const data = readData(file);
const every = [...Array(data.size).keys()];

const isPart = (one) => Array.isArray(one) || (one && typeof one !== "object");
const textOf = (tree) => (Array.isArray(tree) ? tree.slice(1).filter(isPart).map(textOf).join("") : String(tree));
const lines = (tree) => tree.find((one) => Array.isArray(one) && one[0] === "ul.meta").slice(1).filter(Boolean);

function answer({ ask, chosen = [], when = "", now, rows = every, my = [] }) {
  const options = data.options.filter(({ id }) => chosen.includes(id));
  const clock = new Clock(data, Date.parse(now), when);
  const question = { rows, typed: false, chosen: options, when, far: null, services: undefined, soon: false };
  if (ask === "groups") return sortOut(data, clock, question);
  if (ask === "drops") return drops(data, clock, question).map(({ option, count }) => [option?.id ?? "", count]);
  if (ask === "counts") return countOptions(data.options, byFacet(options), rows, clock.today);
  if (ask === "signs") return data.options.map((option) => [option.id, rows.map((row) => sign(option, row, clock.today))]);
  if (ask === "message") return message(data, rows);
  const setting = { data, clock, root: "", chosen: options, first: firstPurpose(options), services: undefined, distance: () => "", my };
  const shown = (row) => lines(card(setting, row)).map((line) => [line[1].class ?? "", textOf(line)]);
  return rows.map((row) => [data.cards.id[row], shown(row)]);
}

process.stdout.write(JSON.stringify(questions.map(answer)));
