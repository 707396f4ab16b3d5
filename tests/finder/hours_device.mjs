// Answers of the phone: a table of hours and questions in, states out. Each question is [number, zone, milliseconds] or
// [number, [day, minute]], a local time as days since 1970 and minutes after 00:00.
import { readFileSync } from "node:fs";
import { readHours, stateOn, wallClock } from "../../generator/web/static/js/finder/hours.js";

const { table, questions } = JSON.parse(readFileSync(0, "utf8"));
const device = readHours(table);

const when = (moment) => moment && [moment.day, moment.minute];

const answers = questions.map(([number, place, now]) => {
  const wall = typeof place === "string" ? wallClock(place, now) : { day: place[0], minute: place[1] };
  const { kind, comment, until, next } = stateOn(device, wall ? number : null, wall ?? { day: 0, minute: 0 });
  return [kind, comment, when(until), next && [...when(next), next.kind, next.comment]];
});
process.stdout.write(JSON.stringify(answers));
