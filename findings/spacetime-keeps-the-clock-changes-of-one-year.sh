#!/usr/bin/env bash
# One would guess: spacetime, which plans by the clock of a city ("support daylight savings", "frequent updates for approaching DST
# changes"), knows when summer time ends next year, since that follows a rule (in Europe the last Sunday of October, in the United
# States the first of November); a review at ten there is at ten.
# What happens (spacetime 7.15.0; beside it Node's own Intl): there is no rule in it, only the dates of 2026, and every year has
# those. In 2027 Europe goes back on October 31 and spacetime on the 25th, so a review that it plans for ten in Berlin on
# October 28 comes at 11:00; New York is an hour off from March 8 to 13 and from November 1 to 6. Counted at noon these
# are 7 and 12 days of 2027. Morocco, which is an hour ahead all year but for Ramadan, is off already, from late March to
# September 20. The README says that the latest dates are applied to the past, and of the future nothing. isDST() and format()
# agree with the wrong clock, and nothing is said.
# What to do: Luxon, or Intl, where a date lies in another year; or keep the date and the zone's name, and ask Intl on the day;
# test a plan with a day between the changes of two years, such as October 28, 2027.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"; export TZ=UTC
npm init -y >/dev/null; npm install --silent --no-audit --no-fund spacetime@7.15.0
cat > clocks.cjs <<'J'
const assert = require("node:assert");
const spacetime = require("spacetime");

const clock = (moment, timeZone) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment);
console.log("spacetime", JSON.parse(require("node:fs").readFileSync("node_modules/spacetime/package.json")).version);

// Reviews at ten by the clock of the place; law says what its clock shows.
const REVIEWS = [
  ["2026-10-28", "Europe/Berlin", "10:00"],
  ["2026-07-01", "Africa/Casablanca", "11:00"],
  ["2027-07-01", "Europe/Berlin", "10:00"],
  ["2027-10-28", "Europe/Berlin", "11:00"],
  ["2027-03-29", "Europe/Berlin", "10:00"],
  ["2028-03-27", "Europe/Berlin", "11:00"],
  ["2027-03-10", "America/New_York", "09:00"],
  ["2027-11-03", "America/New_York", "11:00"],
];
for (const [day, zone, seen] of REVIEWS) {
  const review = spacetime(`${day}T10:00:00`, zone);
  const there = clock(review.epoch, zone);
  console.log(`${day} 10:00 in ${zone}: spacetime ${review.format("iso")}, which is ${there} there`);
  assert.equal(there, seen, "this has changed");
}

// Noon (UTC) of each day of a year: on how many does spacetime show another hour than Intl?
const YEARS = [
  ["Europe/Berlin", 2026, 0],
  ["Europe/Berlin", 2027, 7],
  ["America/New_York", 2026, 0],
  ["America/New_York", 2027, 12],
];
const off = (zone, year) =>
  [...Array(365).keys()].filter((day) => {
    const moment = Date.UTC(year, 0, 1 + day, 12);
    return spacetime(moment, zone).format("{hour-24-pad}:{minute-pad}") !== clock(moment, zone);
  }).length;
for (const [zone, year, seen] of YEARS) {
  console.log(`${zone} ${year}: ${off(zone, year)} days with another hour`);
  assert.equal(off(zone, year), seen, "this has changed");
}
J
node clocks.cjs
