#!/usr/bin/env bash
# One would guess: a TAP run that announces five golden tasks ("1..5"), passes one and then says "Bail out! the judge is
# down" is a failure or an error in JUnit form: TAP calls a run failed if it bails out or keeps not to its plan.
# What happens (tap-junit 5.0.4, tap-xunit 2.4.1; both read with tap-parser): the file has one testcase, a pass, with
# tests="1" and no failure or error, and both programs exit with 0. The words of the bail-out and the number announced are
# nowhere. Where the output ends after two of five tasks without a word (the process was killed), there are two passes and
# again exit code 0; tap-junit has failures="1" beside them, without a testcase that failed. And of one file the two say
# different things about a known gap ("not ok 2 # TODO"): a failure for tap-junit, skipped for tap-xunit.
# What to do: keep the TAP file beside it and compare the number of testcases with its plan, or let a TAP reader decide
# that goes by plan and bail-out (prove, tap-parser's own `ok`); never take such a JUnit file for a whole run.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund tap-junit@5.0.4 tap-xunit@2.4.1 tap-parser@18.3.4
for name in tap-junit tap-xunit tap-parser; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
printf 'TAP version 13\n1..5\nok 1 - refund\nBail out! the judge is down\n' > bailed.tap
printf 'TAP version 13\n1..5\nok 1 - refund\nok 2 - contract\n' > cut.tap
printf 'TAP version 13\n1..2\nok 1 - refund\nnot ok 2 - contract # TODO known gap\n' > gap.tap
cat > ok.mjs <<'J'
import { readFileSync } from "node:fs";
import { Parser } from "tap-parser";
const parser = new Parser();
parser.on("complete", (results) => console.log(results.ok));
parser.end(readFileSync(process.argv[2]));
J
for run in bailed cut gap; do
    echo "$run: tap-parser says ok $(node ok.mjs $run.tap | tee $run.ok)"
    for reader in tap-junit tap-xunit; do
        code=0; npx --no-install $reader < $run.tap > $run.$reader.xml || code=$?; echo $code > $run.$reader.code
    done
done
python3 - <<'P'
import xml.etree.ElementTree as tree
from pathlib import Path

SEEN = {
    ("bailed", "tap-junit"): ([("refund", [])], "0", "0"),
    ("bailed", "tap-xunit"): ([("#1 refund", [])], "0", "0"),
    ("cut", "tap-junit"): ([("refund", []), ("contract", [])], "1", "0"),
    ("cut", "tap-xunit"): ([("#1 refund", []), ("#2 contract", [])], "0", "0"),
    ("gap", "tap-junit"): ([("refund", []), ("contract", ["failure"])], "1", "0"),
    ("gap", "tap-xunit"): ([("#1 refund", []), ("#2 contract", ["skipped"])], "0", "0"),
}
for (run, reader), seen in SEEN.items():
    root = tree.parse(f"{run}.{reader}.xml").getroot()
    cases = [(case.get("name"), [child.tag for child in case if child.tag != "system-out"]) for case in root.iter("testcase")]
    code = Path(f"{run}.{reader}.code").read_text().strip()
    failures = root.find("testsuite").get("failures")
    print(f'{run:7} {reader}: exit code {code}, failures="{failures}", {cases}')
    assert (cases, failures, code) == seen, "this has changed"
for run, ok in (("bailed", "false"), ("cut", "false"), ("gap", "true")):
    assert Path(f"{run}.ok").read_text().strip() == ok, "this has changed"
P
