#!/usr/bin/env bash
# One would guess: calendar-link, which makes "add to calendar" links for Google, Outlook and Yahoo and a "standard ICS file" of one event,
# gives an event of three days (allDay with a duration of [3, "day"], both in its table of options) three days, and half a day twelve
# hours; a reader of such files opens what it made; a title is shown as it was given.
# What happens (calendar-link 2.11.5; its files read with ical.js 2.2.1, as Thunderbird reads them; beside it ics 3.12.0): beside allDay
# a duration counts for nothing, so three days off for a migration, or a week of reviews, are one day in each of the links. [0.5, "day"]
# is a whole day, and [1.5, "day"] two. A day without a clock is written DTSTART:20261207, without the VALUE=DATE that RFC 5545 wants
# there, and ical.js refuses each such file ("invalid date-time value"); some other readers guess. And a backslash is not escaped:
# "Costs\new prices" is "Costs", a line's end, and "ew prices". With a clock, whole hours and plain words all is right, and an `end` in
# place of the duration gives three days. Nothing is said.
# What to do: name start and end, the end on the day after the last; ics for the file; open each kind of event once with ical.js in
# a test.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund calendar-link@2.11.5 ical.js@2.2.1 ics@3.12.0
for name in calendar-link ical.js ics; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > links.mjs <<'J'
import assert from "node:assert";
import { google, ics, outlook } from "calendar-link";
import ICAL from "ical.js";
import { createEvent } from "ics";

const file = (event) => decodeURIComponent(ics(event).slice(ics(event).indexOf(",") + 1));
const asked = (link, name) => new URL(link).searchParams.get(name);

function read(text) {
  try {
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
    return [`${event.startDate} ${event.endDate}`, event.summary];
  } catch (error) {
    return [error.message.split(":")[0], null];
  }
}

const DAY = "2026-12-07", CLOCK = "2026-12-07T10:00:00Z";
const REFUSED = "invalid date-time value";
const SEEN = [
  [{ start: DAY, allDay: true, duration: [3, "day"] }, "20261207/20261208", REFUSED],
  [{ start: DAY, allDay: true, duration: [1, "week"] }, "20261207/20261208", REFUSED],
  [{ start: DAY, allDay: true, end: "2026-12-10" }, "20261207/20261210", REFUSED],
  [{ start: CLOCK, duration: [0.5, "day"] }, "20261207T100000Z/20261208T100000Z", "2026-12-07T10:00:00Z 2026-12-08T10:00:00Z"],
  [{ start: CLOCK, duration: [1.5, "day"] }, "20261207T100000Z/20261209T100000Z", "2026-12-07T10:00:00Z 2026-12-09T10:00:00Z"],
  [{ start: CLOCK, duration: [1.5, "hour"] }, "20261207T100000Z/20261207T113000Z", "2026-12-07T10:00:00Z 2026-12-07T11:30:00Z"],
];
for (const [event, dates, seen] of SEEN) {
  const whole = { title: "Review", uid: "review", ...event };
  const found = [asked(google(whole), "dates"), read(file(whole))[0]];
  console.log(`${JSON.stringify(event)}\n  Google ${found[0]}, ical.js ${found[1]}`);
  assert.deepEqual(found, [dates, seen], "this has changed");
}
assert.equal(asked(outlook({ title: "Review", ...SEEN[0][0] }), "enddt"), "2026-12-08T00:00:00", "this has changed");
assert.match(file({ title: "Review", ...SEEN[0][0] }), /\r\nDTSTART:20261207\r\n/, "this has changed");

const title = "Costs\\new prices";
const mine = read(file({ title, uid: "review", start: CLOCK, duration: [1, "hour"] }))[1];
const other = createEvent({ title, uid: "review", start: [2026, 12, 7], end: [2026, 12, 10] });
console.log(`the title ${title}: calendar-link ${JSON.stringify(mine)}; ics ${JSON.stringify(read(other.value))}`);
assert.deepEqual([mine, ...read(other.value)], ["Costs\new prices", "2026-12-07 2026-12-10", title], "this has changed");
J
node links.mjs
