#!/usr/bin/env bash
# One would guess: in CEL now.getDate("Europe/Berlin") == 1 is true on the first of the month by the clocks of Berlin, from
# midnight to midnight; the standard's accessors name a zone for just that, and an hour is 0 after midnight.
# What happens (@bufbuild/cel 0.6.1; beside it cel-python 0.5.0 and Node's own Intl): in the first hour after midnight a NAMED
# zone is a whole day ahead: getDate, getDayOfMonth, getDayOfWeek, getDayOfYear, and on the last day of a month or year getMonth
# and getFullYear with them; getHours is 0, as it should be, and gives nothing away. At 00:30 of November 30 it is December 1,
# so the rule "it's the first" holds at midnight of the day before and not on the day itself, "it's Monday" holds on a Sunday,
# and "not on a weekend" lets Sundays through and stops Fridays. That is the hour in which what runs "once a day" runs. In
# winter it goes wrong in Berlin at 23:00 UTC, in summer at 22:00; "UTC" as a name is a day ahead as well. Without a zone and
# with an offset such as "+01:00" all is right, and with a name from one o'clock on. Nothing is said.
# What to do: hand over the offset of that moment instead of the name; or compute day and weekday before and give them to the
# rule; run what asks for a day after one o'clock, and test a rule at 00:30.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check cel-python==0.5.0
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @bufbuild/cel@0.6.1
cat > days.mjs <<'J'
import assert from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { run } from "@bufbuild/cel";

console.log("@bufbuild/cel", JSON.parse(readFileSync("node_modules/@bufbuild/cel/package.json")).version);
const BERLIN = "Europe/Berlin";
const SEEN = [
  ["2026-11-29T23:30:00Z", BERLIN, "2026-12-01, weekday 2, day of the year 334, hour 0"],
  ["2026-11-30T23:30:00Z", BERLIN, "2026-12-02, weekday 3, day of the year 335, hour 0"],
  ["2026-11-30T23:30:00Z", "+01:00", "2026-12-01, weekday 2, day of the year 334, hour 0"],
  ["2026-12-01T00:30:00Z", BERLIN, "2026-12-01, weekday 2, day of the year 334, hour 1"],
  ["2026-12-01T00:30:00Z", "UTC", "2026-12-02, weekday 3, day of the year 335, hour 0"],
  ["2026-12-05T23:30:00Z", BERLIN, "2026-12-07, weekday 1, day of the year 340, hour 0"],
  ["2026-12-30T23:30:00Z", BERLIN, "2027-01-01, weekday 5, day of the year 0, hour 0"],
  ["2026-06-14T22:30:00Z", BERLIN, "2026-06-16, weekday 2, day of the year 166, hour 0"],
  ["2026-11-30T12:00:00Z", BERLIN, "2026-11-30, weekday 1, day of the year 333, hour 13"],
];
const asked = [];
for (const [moment, zone, seen] of SEEN) {
  const ask = (name) => Number(run(`timestamp("${moment}").${name}("${zone}")`, {}));
  const two = (number) => String(number).padStart(2, "0");
  const found = `${ask("getFullYear")}-${two(ask("getMonth") + 1)}-${two(ask("getDate"))}, weekday ${ask("getDayOfWeek")}, `
    + `day of the year ${ask("getDayOfYear")}, hour ${ask("getHours")}`;
  const clock = { dateStyle: "short", timeStyle: "short", timeZone: zone };
  const real = zone.startsWith("+") ? "not asked" : new Intl.DateTimeFormat("sv", clock).format(new Date(moment));
  console.log(`${moment} in ${zone}: ${found}; Intl ${real}`);
  assert.equal(found, seen, "this has changed");
  asked.push([moment, zone]);
}
writeFileSync("asked.json", JSON.stringify(asked));
const RULE = `now.getDate("${BERLIN}") == 1`;
const NOWS = ["2026-11-28T23:05:00Z", "2026-11-29T23:05:00Z", "2026-11-30T23:05:00Z"];
const days = NOWS.map((now) => run(RULE.replace("now", `timestamp("${now}")`), {}));
console.log(`${RULE}, five past midnight of November 29, November 30 and December 1: ${days}`);
assert.deepEqual(days, [false, true, false], "this has changed");
J
node days.mjs
v/bin/python - <<'P'
import json

import celpy

RIGHT = [30, 1, 1, 1, 1, 6, 31, 15, 30]
environment = celpy.Environment()
for (moment, zone), right in zip(json.load(open("asked.json")), RIGHT, strict=True):
    found = environment.program(environment.compile(f'timestamp("{moment}").getDate("{zone}")')).evaluate({})
    print(f"cel-python, getDate of {moment} in {zone}: {found}")
    assert int(found) == right, "this has changed"
P
