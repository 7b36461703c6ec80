#!/usr/bin/env bash
# One would guess: Later, which reads rhythms in words ("every 2 weeks on monday at 10:00") and computes their dates, keeps the
# distance that the words name, over the end of a month and of a year, or refuses what it can't keep; "on the last day of every
# month", in the words of its README, is twelve times a year.
# What happens (@breejs/later 4.2.0): "every" counts anew in each month or year. "Every 45 days" is the first of each month, "every
# 10 days" comes on the 31st and again on the 1st, "every 2 weeks" on December 28, 2026, and one week later, on January 4, 2027,
# as in each year of 53 weeks, and "every 5 months" in January, June, November and January. "On the last day of every month" is once
# a YEAR, and so is "every month on the 1st", since what stands before or behind is dropped: only a property `error`, the place
# where it stopped reading, tells, and the schedule runs all the same. "On the last day of the month" is right. Nothing else is
# said, and the first two dates look right.
# What to do: refuse a schedule whose error is not -1; show the next dates over the end of a year before a rhythm is saved; keep a
# distance in days or months as a date and a number, and add it yourself.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"; export TZ=UTC
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @breejs/later@4.2.0
cat > dates.cjs <<'J'
const assert = require("node:assert");
const later = require("@breejs/later");

console.log("@breejs/later", JSON.parse(require("node:fs").readFileSync("node_modules/@breejs/later/package.json")).version);
later.date.UTC();
const SEEN = [
  ["every 45 days", -1, ["2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01"]],
  ["every 10 days", -1, ["2026-12-01", "2026-12-11", "2026-12-21", "2026-12-31", "2027-01-01"]],
  ["every 2 weeks on monday at 10:00", -1, ["2026-12-14", "2026-12-28", "2027-01-04", "2027-01-18"]],
  ["every 5 months", -1, ["2027-01-01", "2027-06-01", "2027-11-01", "2028-01-01"]],
  ["on the last day of every month at 12:00 am", 19, ["2026-12-31", "2027-12-31", "2028-12-31"]],
  ["on the 15th day of every month", 19, ["2026-12-15", "2027-12-15", "2028-12-15"]],
  ["every month on the 1st", 6, ["2027-01-01", "2028-01-01", "2029-01-01"]],
  ["on the 15th day of the month", -1, ["2026-12-15", "2027-01-15", "2027-02-15"]],
  ["on the last day of the month every 3 months", -1, ["2027-01-31", "2027-04-30", "2027-07-31"]],
];
const FROM = new Date("2026-12-01T00:00:00Z");
for (const [words, error, seen] of SEEN) {
  const schedule = later.parse.text(words);
  const dates = later.schedule(schedule).next(seen.length, FROM).map((date) => date.toISOString().slice(0, 10));
  console.log(`${words.padEnd(44)} error ${String(schedule.error).padEnd(3)} ${dates.join(" ")}`);
  assert.deepEqual([schedule.error, dates], [error, seen], "this has changed");
}
J
node dates.cjs
