#!/usr/bin/env bash
# One would guess: slack-block-builder puts into a modal what its builder was given: minValue(0) is Slack's "min_value": "0",
# and a number of requests below zero can't be typed; initialValue(0) shows the 0 that was saved; maxValue(0) is a limit;
# initialDate(new Date(2026, 11, 1)) is December 1, as Date says everywhere else in that process.
# What happens (slack-block-builder 2.8.0, on Node with TZ set by the script): a zero of a NumberInput is left out without a
# word: nothing keeps -5 out, the saved 0 comes back as an empty field, and an upper limit of 0 is none. -1 and 5 go through,
# and so does a minLength(0) of a TextInput. DatePicker takes the day in UTC: midnight of December 1 is November 30 in
# Berlin, and eight in the evening is December 2 in New York, while DateTimePicker keeps the moment. The modal is valid
# all the same, so nothing is said.
# What to do: write min_value, max_value and initial_value of a number into the built object, as texts, or build number
# inputs by hand; hand DatePicker a day made with Date.UTC; compare the built JSON with the one wanted for a zero.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund slack-block-builder@2.8.0
echo "slack-block-builder $(node -p "JSON.parse(require('fs').readFileSync('node_modules/slack-block-builder/package.json')).version")"
cat > modal.mjs <<'J'
import assert from "node:assert";
import { Blocks, Elements, Modal } from "slack-block-builder";

function built(element) {
  const modal = Modal({ title: "Review" }).blocks(Blocks.Input({ label: "x" }).element(element)).buildToObject();
  const { type, action_id, ...rest } = modal.blocks[0].element;
  return rest;
}

const number = () => Elements.NumberInput({ actionId: "a" });
const NUMBERS = [
  ["minValue(0).maxValue(5).initialValue(0)", number().minValue(0).maxValue(5).initialValue(0), { max_value: "5" }],
  ["minValue(-1).initialValue(2)", number().minValue(-1).initialValue(2), { min_value: "-1", initial_value: "2" }],
  ["minValue(-5).maxValue(0)", number().minValue(-5).maxValue(0), { min_value: "-5" }],
  ["TextInput: minLength(0)", Elements.TextInput({ actionId: "a" }).minLength(0), { min_length: 0 }],
];
for (const [words, element, seen] of NUMBERS) {
  console.log(`${words}: ${JSON.stringify(built(element))}`);
  assert.deepEqual(built(element), seen, "this has changed");
}
const DAYS = {
  "Europe/Berlin": [new Date(2026, 11, 1), "2026-11-30"],
  "America/New_York": [new Date(2026, 11, 1, 20), "2026-12-02"],
};
const [day, seen] = DAYS[process.env.TZ];
const picked = built(Elements.DatePicker({ actionId: "a" }).initialDate(day)).initial_date;
const moment = built(Elements.DateTimePicker({ actionId: "a" }).initialDateTime(day)).initial_date_time;
console.log(`${process.env.TZ}: ${day.toDateString()} is ${picked}`);
assert.deepEqual([day.toDateString(), picked, moment], ["Tue Dec 01 2026", seen, day.getTime() / 1000], "this has changed");
assert.equal(built(Elements.DatePicker({ actionId: "a" }).initialDate(new Date(Date.UTC(2026, 11, 1)))).initial_date, "2026-12-01");
J
TZ=Europe/Berlin node modal.mjs
TZ=America/New_York node modal.mjs | tail -1
