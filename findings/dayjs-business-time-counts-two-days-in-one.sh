#!/usr/bin/env bash
# One would guess: businessDaysDiff of dayjs-business-time says how many working days lie between two days, 1 from Friday to Monday
# and 4 from Monday to Friday, as its README has 3 from Monday to Thursday at ten; what it says, added with addBusinessDays, gives the
# second day again; a day and itself are 0 days apart.
# What happens (dayjs-business-time 1.0.4 with dayjs 1.11.23; beside it date-fns 4.4.0): a moment outside the opening hours (9 to 17,
# unless told otherwise) is moved before the days are counted, the first one BACK to the last closing, the second one on to the next
# opening. A day without a time, dayjs("2026-12-04"), is midnight, before the door opens, so it counts from the day before: Friday to
# Monday is 2, Monday to Friday 5, December 1 to 31 is 23, a Monday and itself 1, and so is a Saturday with the Sunday behind it. From
# eight in the morning until six in the evening of one day are 2 days, and addBusinessDays of that ends two days behind. Where both lie
# within the hours it is right, as in the README, and businessHoursDiff is right for all of these: 8 hours from Friday to Monday. So the
# distance to a review that was read from a field for a date is one too long. Nothing is said.
# What to do: set both to one hour within the opening hours before they are compared (.hour(12); a weekend still counts 1), or take
# differenceInBusinessDays of date-fns; keep a pair of days without a time among the tests.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund dayjs-business-time@1.0.4 dayjs@1.11.23 date-fns@4.4.0
for name in dayjs-business-time dayjs date-fns; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > days.cjs <<'J'
const assert = require("node:assert/strict");
const dayjs = require("dayjs");
const { differenceInBusinessDays } = require("date-fns");

dayjs.extend(require("dayjs-business-time"));

const SEEN = [
  // from, to, days by dayjs-business-time, by date-fns, hours, the day that many working days after the first
  ["2021-02-01 10:00", "2021-02-04 10:00", 3, 3, 24, "Thu 02-04"],
  ["2026-12-04 10:00", "2026-12-07 10:00", 1, 1, 8, "Mon 12-07"],
  ["2026-12-04", "2026-12-07", 2, 1, 8, "Tue 12-08"],
  ["2026-12-04 12:00", "2026-12-07 12:00", 1, 1, 8, "Mon 12-07"],
  ["2026-12-07 10:00", "2026-12-11 10:00", 4, 4, 32, "Fri 12-11"],
  ["2026-12-07", "2026-12-11", 5, 4, 32, "Mon 12-14"],
  ["2026-12-07", "2026-12-07", 1, 0, 0, "Tue 12-08"],
  ["2026-12-05", "2026-12-06", 1, 0, 0, "Mon 12-07"],
  ["2026-12-07 08:00", "2026-12-07 18:00", 2, 0, 8, "Wed 12-09"],
  ["2026-12-04 08:00", "2026-12-07 18:00", 3, 1, 16, "Wed 12-09"],
  ["2026-12-01", "2026-12-31", 23, 22, 176, "Fri 01-01"],
];
for (const [from, to, ...seen] of SEEN) {
  const [start, end] = [dayjs(from), dayjs(to)];
  const days = start.businessDaysDiff(end);
  const found = [days, differenceInBusinessDays(end.toDate(), start.toDate()), start.businessHoursDiff(end)];
  const day = start.addBusinessDays(days).format("ddd MM-DD");
  const span = `${start.format("ddd")} ${from} to ${end.format("ddd")} ${to}`;
  console.log(`${span}: days ${days}, by date-fns ${found[1]}, hours ${found[2]}; ${days} after the first: ${day}`);
  assert.deepEqual([...found, day], seen, "this has changed");
  const noon = start.hour(12).minute(0).businessDaysDiff(end.hour(12).minute(0));
  assert.equal(noon, from === "2026-12-05" ? 1 : found[1], "this has changed");
}
J
TZ=UTC node days.cjs
