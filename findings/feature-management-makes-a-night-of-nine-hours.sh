#!/usr/bin/env bash
# One would guess: a flag of Microsoft's feature management that comes back in a window ("the dear model by night, 22:00 to 6:00 GMT, every
# day", Microsoft.TimeWindow with a Recurrence) is on for the same hours on each day, in Node and in Python, whatever the machine's clock
# shows: its Start names a moment with its offset. "Every second weekend, three times" has three Sundays.
# What happens (@microsoft/feature-management 2.3.1 from npm; beside it FeatureManagement 2.2.0 from PyPI, Microsoft's own too, on the same
# file): Node counts days on by the clock of the PROCESS, and hours by UTC. Where that clock has summer time, a window that was begun in
# summer is an hour too long all winter, 22:00 to 7:00 in Berlin and in New York, nine hours of the dear model in place of eight; one
# that was begun in winter ends at 5:00 all summer. On a server in UTC, where tests run, both are right. There, too, the last weekend of
# three loses its Sunday: where the week is over, two is added to the count of the windows, whatever the number of their days. And the
# weekdays are those of UTC: mornings of Monday and Tuesday in Tokyo, from 8:00 +0900, are Tuesday and Wednesday there. Nothing is said in
# any of these. A series that begins on a Sunday is on once and never again, with a warning that its Start is not a first occurrence, since
# the number of Sunday is 0. Python has all of them right.
# What to do: run Node with TZ=UTC where such flags are read, write Start in GMT and with its weekday there, never begin on a Sunday, and
# give an EndDate in place of NumberOfOccurrences; ask a flag on both sides of each edge of its window, in summer and in winter.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @microsoft/feature-management@2.3.1
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check FeatureManagement==2.2.0 time-machine==3.6.0
cat > make.py <<'P'
import json
from pathlib import Path


def flag(name, start, end, pattern, range_):
    window = {"Start": start, "End": end, "Recurrence": {"Pattern": pattern, "Range": range_}}
    return {"id": name, "enabled": True,
            "conditions": {"client_filters": [{"name": "Microsoft.TimeWindow", "parameters": window}]}}


DAILY, NO_END = {"Type": "Daily", "Interval": 1}, {"Type": "NoEnd"}
FLAGS = [
    flag("night from summer on", "Wed, 01 Jul 2026 22:00:00 GMT", "Thu, 02 Jul 2026 06:00:00 GMT", DAILY, NO_END),
    flag("night from winter on", "Mon, 05 Jan 2026 22:00:00 GMT", "Tue, 06 Jan 2026 06:00:00 GMT", DAILY, NO_END),
    flag("three weekends", "Sat, 10 Oct 2026 00:00:00 GMT", "Mon, 12 Oct 2026 00:00:00 GMT",
         {"Type": "Weekly", "Interval": 2, "DaysOfWeek": ["Saturday"]}, {"Type": "Numbered", "NumberOfOccurrences": 3}),
    flag("Tokyo mornings", "Tue, 13 Oct 2026 08:00:00 +0900", "Tue, 13 Oct 2026 12:00:00 +0900",
         {"Type": "Weekly", "Interval": 1, "DaysOfWeek": ["Monday", "Tuesday"]}, NO_END),
    flag("Sundays", "Sun, 11 Oct 2026 08:00:00 GMT", "Sun, 11 Oct 2026 12:00:00 GMT",
         {"Type": "Weekly", "Interval": 1, "DaysOfWeek": ["Sunday"]}, NO_END),
]
LOOKED_AT = {  # from and to, in UTC
    "night from summer on": ["2026-12-01T12:00", "2026-12-03T12:00"],
    "night from winter on": ["2026-07-01T12:00", "2026-07-03T12:00"],
    "three weekends": ["2026-10-08T12:00", "2026-11-30T12:00"],
    "Tokyo mornings": ["2026-11-07T12:00", "2026-11-14T12:00"],
    "Sundays": ["2026-10-10T12:00", "2026-10-20T12:00"],
}
Path("flags.json").write_text(json.dumps({"feature_management": {"feature_flags": FLAGS}}))
Path("spans.json").write_text(json.dumps(LOOKED_AT))
P
v/bin/python make.py
cat > ask.py <<'P'
import json
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

import time_machine
from featuremanagement import FeatureManager

manager = FeatureManager(json.loads(Path("flags.json").read_text()))
seen = {}
for name, (begin, end) in json.loads(Path("spans.json").read_text()).items():
    now, last, was, seen[name] = *(datetime.fromisoformat(each + "+00:00") for each in (begin, end)), False, []
    while now <= last:
        with time_machine.travel(now, tick=False):
            on = manager.is_enabled(name)
        if on != was:
            seen[name].append(("on " if on else "off ") + now.astimezone(timezone.utc).strftime("%m-%d %H:%M"))
        now, was = now + timedelta(minutes=30), on
Path("python.json").write_text(json.dumps(seen))
print("FeatureManagement (PyPI)", version("FeatureManagement"))
P
v/bin/python ask.py
cat > ask.mjs <<'J'
import { readFileSync, writeFileSync } from "node:fs";
import { ConfigurationObjectFeatureFlagProvider, FeatureManager } from "@microsoft/feature-management";

const Clock = Date; // the package asks the clock with new Date(): it is told the moment that is looked at
let moment = 0;
globalThis.Date = class extends Clock {
  constructor(...given) {
    super(...(given.length ? given : [moment]));
  }
};
const warnings = new Set();
console.warn = (text) => warnings.add(text);
const manager = new FeatureManager(new ConfigurationObjectFeatureFlagProvider(JSON.parse(readFileSync("flags.json"))));
const seen = {};
for (const [name, [begin, end]] of Object.entries(JSON.parse(readFileSync("spans.json")))) {
  seen[name] = [];
  let was = false;
  for (moment = Clock.parse(begin + "Z"); moment <= Clock.parse(end + "Z"); moment += 30 * 60000) {
    const on = await manager.isEnabled(name);
    if (on !== was) seen[name].push((on ? "on " : "off ") + new Clock(moment).toISOString().slice(5, 16).replace("T", " "));
    was = on;
  }
}
writeFileSync(process.argv[2], JSON.stringify({ seen, warnings: [...warnings] }));
J
for zone in UTC Europe/Berlin America/New_York; do TZ="$zone" node ask.mjs "node-${zone#*/}.json"; done
cat > compare.py <<'P'
import json
from pathlib import Path

print("@microsoft/feature-management",
      json.loads(Path("node_modules/@microsoft/feature-management/package.json").read_text())["version"])
python = json.loads(Path("python.json").read_text())
for place in ("UTC", "Berlin", "New_York"):
    read = json.loads(Path(f"node-{place}.json").read_text())
    node, warnings = read["seen"], read["warnings"]
    print(f"Node in {place}:")
    for name, right in python.items():
        print(f"  {name}: {', '.join(node[name]) or 'never on'}; in Python: {', '.join(right)}")
    late, early = ("06:00", "06:00") if place == "UTC" else ("07:00", "05:00")
    assert python["night from summer on"] == ["on 12-01 22:00", "off 12-02 06:00", "on 12-02 22:00", "off 12-03 06:00"]
    assert python["night from winter on"] == ["on 07-01 22:00", "off 07-02 06:00", "on 07-02 22:00", "off 07-03 06:00"]
    assert node["night from summer on"][1::2] == [f"off 12-02 {late}", f"off 12-03 {late}"], "this has changed"
    assert node["night from winter on"][1::2] == [f"off 07-02 {early}", f"off 07-03 {early}"], "this has changed"
    assert python["Tokyo mornings"] == ["on 11-08 23:00", "off 11-09 03:00", "on 11-09 23:00", "off 11-10 03:00"]
    assert node["Sundays"] == ["on 10-11 08:00", "off 10-11 12:00"], "this has changed"
    assert python["Sundays"][2:] == ["on 10-18 08:00", "off 10-18 12:00"], "this has changed"
    assert len(warnings) == 1 and "not a valid first occurrence" in warnings[0], "this has changed"
    if place == "UTC":
        assert node["Tokyo mornings"] == ["on 11-09 23:00", "off 11-10 03:00", "on 11-10 23:00", "off 11-11 03:00"], "this has changed"
        assert python["three weekends"][-2:] == ["on 11-07 00:00", "off 11-09 00:00"], "this has changed"
        assert node["three weekends"][:-1] == python["three weekends"][:-1], "this has changed"
        assert node["three weekends"][-1] == "off 11-08 00:30", "this has changed"
print("the only warning:", warnings[0])
P
v/bin/python compare.py
