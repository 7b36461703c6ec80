#!/usr/bin/env bash
# One would guess: mingo ("MongoDB query language for in-memory objects") gives what MongoDB's manual says for the same pipeline:
# $dateAdd of a month to January 31 is the last day of February (by months and years it adjusts to the last day there is),
# $isoWeekYear is the year that an ISO week belongs to, $week goes from 0 to 53, $median is the middle of the numbers, and { $all:
# ["rag"] } finds tags: "rag", as { tags: "rag" } does.
# What happens (mingo 7.2.7; beside it luxon 3.7.2, and the arithmetic by hand): January 31 and a month is March 3, August 31 and
# a quarter is December 1, and a month before March 31 is March 3, so what is to be looked at "in a month" leaves a month out on
# the last days of a month. January 1 to 3, 2027 are the 53rd week of 2026; mingo's weeks of them are of 2027, so "%G-W%V" puts
# the first days of January at the end of that year, and December 29, 2025 is in the first week of 2025. $week has 53 for December
# 28, 2026, a week too many, and 54 for Sunday, January 3. $median and $percentile put numbers in order by the alphabet: of 80,
# 95, 120, 900 and 1500 milliseconds the median is 80, and the 95th percentile 95. With as many digits in all of them they are
# right. $all leaves out every single value. Nothing is said; $sort, $avg, $isoWeek and the zone's hour are right.
# What to do: dates and ISO weeks with luxon or date-fns before or behind the pipeline; $sort, and take the middle yourself; $in
# beside $all; run one pipeline on the last day of a month and in the first days of January.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"; export TZ=UTC
npm init -y >/dev/null; npm install --silent --no-audit --no-fund mingo@7.2.7 luxon@3.7.2
for name in mingo luxon; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > months.mjs <<'J'
import assert from "node:assert/strict";
import { DateTime } from "luxon";
import { Aggregator, Query } from "mingo";

const run = (pipeline, rows) => new Aggregator(pipeline).run(rows);
const day = (text) => new Date(`${text}T10:00:00Z`);

const MOVED = [
  ["2026-01-31", "month", 1, "2026-03-03", "2026-02-28"],
  ["2026-08-31", "month", 1, "2026-10-01", "2026-09-30"],
  ["2026-08-31", "quarter", 1, "2026-12-01", "2026-11-30"],
  ["2028-02-29", "year", 1, "2029-03-01", "2029-02-28"],
  ["2026-03-31", "month", -1, "2026-03-03", "2026-02-28"],
  ["2026-01-15", "month", 1, "2026-02-15", "2026-02-15"],
];
for (const [start, unit, amount, seen, right] of MOVED) {
  const [row] = run([{ $project: { moved: { $dateAdd: { startDate: "$d", unit, amount } } } }], [{ d: day(start) }]);
  const found = [row.moved.toISOString().slice(0, 10), DateTime.fromJSDate(day(start)).plus({ [`${unit}s`]: amount }).toISODate()];
  console.log(`${start} and ${amount} ${unit}: mingo ${found[0]}, luxon ${found[1]}`);
  assert.deepEqual(found, [seen, right], "this has changed");
}

function week(date) { // the manual: weeks begin on Sundays, week 1 begins with the first Sunday of the year
  const many = Math.floor((date - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86400000);
  return Math.floor((many + 7 - date.getUTCDay()) / 7);
}
const WEEKS = [
  ["2026-12-28", "2026-W53", "2026-W53", 53, 52],
  ["2027-01-01", "2027-W53", "2026-W53", 0, 0],
  ["2027-01-03", "2027-W53", "2026-W53", 54, 1],
  ["2027-01-04", "2027-W01", "2027-W01", 1, 1],
  ["2025-12-29", "2025-W01", "2026-W01", 1, 52],
];
for (const [text, seen, right, seenWeek, rightWeek] of WEEKS) {
  const format = { $dateToString: { date: "$d", format: "%G-W%V" } };
  const [row] = run([{ $project: { iso: format, year: { $isoWeekYear: "$d" }, week: { $week: "$d" } } }], [{ d: day(text) }]);
  const iso = DateTime.fromJSDate(day(text)).toFormat("kkkk-'W'WW");
  console.log(`${text}: mingo ${row.iso}, luxon ${iso}; $week ${row.week}, by hand ${week(day(text))}`);
  assert.deepEqual([row.iso, iso, row.week, week(day(text))], [seen, right, seenWeek, rightWeek], "this has changed");
  assert.equal(String(row.year), row.iso.slice(0, 4), "this has changed");
}

const byHand = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.max(Math.ceil(share * numbers.length) - 1, 0)];
const NUMBERS = [
  [[80, 95, 120, 900, 1500], [80, 95], [120, 1500]],
  [[9, 10, 100], [100, 100], [10, 100]],
  [[180, 195, 220, 900, 950], [220, 950], [220, 950]],
];
for (const [numbers, seen, right] of NUMBERS) {
  const middle = { $median: { input: "$n", method: "approximate" } };
  const high = { $percentile: { input: "$n", p: [0.95], method: "approximate" } };
  const [row] = run([{ $group: { _id: null, middle, high } }], numbers.map((n) => ({ n })));
  const found = [row.middle, row.high[0]];
  console.log(`${numbers}: mingo's median and 95th ${found}, by hand ${[byHand(numbers, 0.5), byHand(numbers, 0.95)]}`);
  assert.deepEqual([found, [byHand(numbers, 0.5), byHand(numbers, 0.95)]], [seen, right], "this has changed");
}
const found = [{ tags: { $all: ["rag"] } }, { tags: "rag" }].map((query) => new Query(query).find([{ tags: "rag" }, { tags: ["rag"] }]).all().length);
console.log(`of tags "rag" and ["rag"]: $all finds ${found[0]}, the plain query ${found[1]}`);
assert.deepEqual(found, [1, 2], "this has changed");
J
node months.mjs
