#!/usr/bin/env bash
# One would guess: jsx-slack, which builds Slack's messages and modals from JSX, takes a day as its own text says: <time> "a parsable
# string as date", DatePicker a "YYYY-MM-DD formatted string", which is that day in every office, since Slack's initial_date is a day
# without a clock.
# What happens (jsx-slack 6.1.2, on Node with TZ set by the script; beside it Date of Node): <time> reads the number at the text's
# beginning as seconds. "The next review is on <time datetime='2026-12-06'>" is January 1, 1970, half past midnight, in the message
# as in its fallback; "2026-12-06T10:00:00Z", what toISOString() gives, is the same moment, and so is any day of 2026. "December 6,
# 2026" and a Date are right. DatePicker takes the text for midnight in UTC and writes the day by the clock of the process: west of
# London initialDate="2026-12-06" is 2026-12-05 in the modal, so whoever opens a plan and saves it moves the review by a day, each time
# anew. On a server in UTC, where tests run, it is right. A Date of midnight here is right everywhere. Nothing is said.
# What to do: give <time> seconds or a Date, and DatePicker a Date made of year, month and day (new Date(2026, 11, 6)); run a test with
# TZ=America/New_York.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund jsx-slack@6.1.2
echo "jsx-slack $(node -p "JSON.parse(require('fs').readFileSync('node_modules/jsx-slack/package.json')).version")"
cat > show.cjs <<'J'
const assert = require("node:assert/strict");
const { Blocks, DatePicker, JSXSlack, Modal, Section } = require("jsx-slack");

const jsx = JSXSlack.createElement;

function time(datetime) {
  const [section] = JSXSlack(jsx(Blocks, null, jsx(Section, null, jsx("time", { datetime }, "{date_num}"))));
  return section.text.text;
}

function picker(initialDate) {
  return JSXSlack(jsx(Modal, { title: "Plan" }, jsx(DatePicker, { label: "Review", name: "review", initialDate }))).blocks[0].element.initial_date;
}

const zone = process.env.TZ;
const seconds = Date.UTC(2026, 11, 6, 10) / 1000;
const SEEN = [
  ["2026-12-06", "<!date^2026^{date_num}|1970-01-01>"],
  ["2026-12-06T10:00:00Z", "<!date^2026^{date_num}|1970-01-01>"],
  ["2026-03-01", "<!date^2026^{date_num}|1970-01-01>"],
  [seconds, `<!date^${seconds}^{date_num}|2026-12-06>`],
  [new Date(seconds * 1000), `<!date^${seconds}^{date_num}|2026-12-06>`],
];
for (const [datetime, seen] of SEEN) {
  console.log(`${zone}: <time> of ${datetime instanceof Date ? "a Date" : JSON.stringify(datetime)}: ${time(datetime)}`);
  assert.equal(time(datetime), seen, "this has changed");
}
assert.equal(new Date(2026 * 1000).toISOString(), "1970-01-01T00:33:46.000Z");
assert.match(time("December 6, 2026"), /\|2026-12-0[56]>$/, "this has changed");

const west = zone.startsWith("America");
console.log(`${zone}: DatePicker of "2026-12-06": ${picker("2026-12-06")}, of new Date(2026, 11, 6): ${picker(new Date(2026, 11, 6))}`);
assert.deepEqual([picker("2026-12-06"), picker(new Date(2026, 11, 6))], [west ? "2026-12-05" : "2026-12-06", "2026-12-06"], "this has changed");
let day = "2026-12-06";
for (let opened = 0; opened < 5; opened += 1) day = picker(day);
console.log(`${zone}: opened and saved five times: ${day}`);
assert.equal(day, west ? "2026-12-01" : "2026-12-06", "this has changed");
J
for zone in UTC Europe/Berlin Asia/Tokyo America/New_York America/Los_Angeles; do TZ="$zone" node show.cjs; done
