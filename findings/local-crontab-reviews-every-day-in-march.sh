#!/usr/bin/env bash
# One would guess: local-crontab, which turns "0 10 * * 1" of Berlin into lines for a crontab in UTC, several of them "because
# of Daylight Saving Time", gives lines that together come at the same moments, once a week; half hours of a zone count.
# What happens (local-crontab 0.1.8, in 2026; its lines read with cron-parser 5.10.5, as cron reads them): a month in which the
# clocks change is cut in two by days of the month, "0 9 1-28 3 1" and "0 8 29-31 3 1". Where both the day and the weekday are
# named, cron takes EITHER, so a review on Mondays comes on every day of March and of October, and on their Mondays twice, an
# hour apart: 114 times a year instead of 52, and from Monday to Friday in New York 292 times instead of 261. And while the hour
# moves over midnight, the day stays: Friday, 20:00, in New York comes on Thursday, 8:00 of the first in Tokyo on the 2nd. A
# half hour of a zone is lost, 9:30 in Kolkata comes at 8:30. The README's example, every day at ten, is right in the year in
# which the lines were made. Nothing is said.
# What to do: a scheduler that takes a zone (CRON_TZ, cron-parser's tz); or a line that comes too often, and a job that looks at
# the clock in its zone first; compare a year of dates before lines are installed.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund local-crontab@0.1.8 cron-parser@5.10.5
cat > year.cjs <<'J'
const assert = require("node:assert");
const RealDate = Date;
globalThis.Date = class extends RealDate {  // the lines are made for the year in which the tool runs
  constructor(...given) { if (given.length) super(...given); else super("2026-06-01T00:00:00Z"); }
};
const { localCrontabToUtcCrontabs } = require("local-crontab");
const { CronExpressionParser } = require("cron-parser");

for (const name of ["local-crontab", "cron-parser"]) {
  console.log(name, JSON.parse(require("node:fs").readFileSync(`node_modules/${name}/package.json`)).version);
}

function year(lines, tz) {
  const found = new Set();
  for (const line of lines) {
    const dates = CronExpressionParser.parse(line, { tz, currentDate: "2025-12-31T23:59:00Z", endDate: "2026-12-31T23:59:00Z" });
    while (dates.hasNext()) found.add(dates.next().toDate().toISOString().slice(5, 16));
  }
  return [...found].sort();
}

const SEEN = [  // what was wanted, its zone; how often it should come and does, how many of these moments are wanted, the first
  ["0 10 * * 1", "Europe/Berlin", 52, 114, 52, "03-01T09:00"],
  ["0 9 * * 1-5", "America/New_York", 261, 292, 261, "03-01T14:00"],
  ["0 20 * * 5", "America/New_York", 52, 83, 4, "01-02T01:00"],
  ["0 8 1 * *", "Asia/Tokyo", 12, 12, 0, "01-01T23:00"],
  ["30 9 * * 1", "Asia/Kolkata", 52, 52, 0, "01-05T03:00"],
  ["0 10 * * *", "America/New_York", 365, 365, 365, "none"],
  ["0 10 1 */3 *", "Europe/Berlin", 4, 4, 4, "none"],
];
for (const [line, zone, often, comes, right, first] of SEEN) {
  const lines = localCrontabToUtcCrontabs(line, zone);
  const wanted = year([line], zone), found = year(lines, "UTC");
  const strange = found.filter((moment) => !wanted.includes(moment));
  console.log(`${line} in ${zone}: ${lines.join("; ")}\n  wanted ${wanted.length} times, comes ${found.length} times, first strange one ${strange[0] ?? "none"}`);
  assert.deepEqual([wanted.length, found.length, found.length - strange.length, strange[0] ?? "none"], [often, comes, right, first], "this has changed");
}
J
TZ=UTC node year.cjs
