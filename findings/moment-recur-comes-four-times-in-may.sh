#!/usr/bin/env bash
# One would guess: in moment-recur "a quarterly interval - will match any date that is exactly 3 months from myDate" (its README), so a
# review every three months comes once in three months, on the day that adding three months to its start gives in the same library.
# What happens (moment-recur 1.0.7 with moment 2.30.1, and dayjs-recur 1.0.1 with dayjs 1.11.23; beside them their own add()): a date
# matches if the months back to the start are a whole number, and counted back, the last days of a month are all the same: from May 28,
# 29, 30 and 31 it is three months to February 28. A quarterly review that began on February 28, 2026, comes on four days in a row in
# May, four in August and three in November, twelve times a year. One that began on November 30 comes twice in each
# month of 31 days. A yearly one of February 28 comes twice in a leap year, one of February 29 is right. It hits those who begin at the
# end of a month, where reviews and budgets do begin; the 15th is right, the 31st, too, which falls back to the last day of a shorter
# month, and so are days and weeks. matches(), next(), previous() and all() agree with each other, so no test of one against the
# other shows it. Nothing is said.
# What to do: take the list of start.add(n * 3, "months"), n = 1, 2, 3; or a calendar interval, every(28).daysOfMonth() with
# monthsOfYear(); count a year's reviews in a test that begins on the last day of February and of November.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund moment-recur@1.0.7 moment@2.30.1 dayjs-recur@1.0.1 dayjs@1.11.23
cat > reviews.cjs <<'J'
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const moment = require("moment");
const dayjs = require("dayjs");
require("moment-recur");
const plugin = require("dayjs-recur");
dayjs.extend(plugin.default ?? plugin);

const DAY = "YYYY-MM-DD";
const version = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version}`;
console.log(["moment-recur", "moment", "dayjs-recur", "dayjs"].map(version).join(", "));
const until = (of, start, end, count, unit) =>
  [...Array(60)].map((_, n) => of(start).add((n + 1) * count, unit).format(DAY)).filter((day) => day <= end);
const SEEN = [
  ["2026-02-28", 3, "months", "2027-02-28", "2026-05-28 2026-05-29 2026-05-30 2026-05-31 2026-08-28 2026-08-29 2026-08-30 2026-08-31 "
    + "2026-11-28 2026-11-29 2026-11-30 2027-02-28"],
  ["2026-11-30", 3, "months", "2027-11-30", "2027-02-28 2027-05-30 2027-05-31 2027-08-30 2027-08-31 2027-11-30"],
  ["2026-11-30", 1, "months", "2027-03-31", "2026-12-30 2026-12-31 2027-01-30 2027-01-31 2027-02-28 2027-03-30 2027-03-31"],
  ["2026-02-28", 1, "years", "2028-12-31", "2027-02-28 2028-02-28 2028-02-29"],
  ["2024-02-29", 1, "years", "2028-12-31", "2025-02-28 2026-02-28 2027-02-28 2028-02-29"],
  ["2026-11-15", 3, "months", "2027-11-30", "2027-02-15 2027-05-15 2027-08-15 2027-11-15"],
  ["2026-08-31", 3, "months", "2027-08-31", "2026-11-30 2027-02-28 2027-05-31 2027-08-31"],
  ["2026-11-30", 2, "weeks", "2026-12-31", "2026-12-14 2026-12-28"],
];
for (const [start, count, unit, end, seen] of SEEN) {
  const after = ([first, ...others]) => (first === start ? others : [first, ...others]);
  const found = after(moment.recur(start, end).every(count)[unit]().all(DAY));
  const beside = dayjs(start).recur().every(count)[unit]().next(found.length).map((day) => dayjs(day).format(DAY));
  const added = until(moment, start, end, count, unit);
  console.log(`every ${count} ${unit} from ${start}: ${found.length} days, where add() has ${added.length}: ${found.join(" ")}`);
  assert.deepEqual(until(dayjs, start, end, count, unit), added, "this has changed");
  assert.deepEqual([found.join(" "), beside], [seen, found], "this has changed");
}
const quarterly = moment.recur("2026-02-28").every(3).months();
const agree = ["2026-05-28", "2026-05-29", "2026-05-30", "2026-05-31"].map((day) => quarterly.matches(day));
console.log("matches() of May 28 to 31:", agree.join(", "));
assert.deepEqual(agree, [true, true, true, true], "this has changed");
J
node reviews.cjs
