// Answers of the npm package opening_hours, in the time zone of the process: [[text, [milliseconds, ...]], ...] in, for
// each text a list of [state, comment] out.
import { readFileSync } from "node:fs";
import OpeningHours from "opening_hours";

const place = { lat: "35.05", lon: "-78.88", address: { country_code: "us", state: "North Carolina" } };
const asked = JSON.parse(readFileSync(0, "utf8"));

const answers = asked.map(([text, instants]) => {
  const hours = new OpeningHours(text, place);
  return instants.map((instant) => {
    const at = new Date(instant);
    return [hours.getStateString(at, true), hours.getComment(at) ?? ""];
  });
});
process.stdout.write(JSON.stringify(answers));
