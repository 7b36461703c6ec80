#!/usr/bin/env bash
# One would guess: a test whose subtest failed is a failed test of the JSON report, as it is in the JUnit file of the
# same run; or at least `summary` counts a failure, since pytest itself says "1 failed" and exits with 1.
# What happens (pytest-json-report 1.5.0, pytest-subtests 0.14.2, pytest 8.4.2): the test has outcome "subtests passed"
# and its stage `call` has "passed"; the failed subtest is in no list and in no number ("subtests passed": 1 is all).
# Only `exitcode` 1 tells, of the whole run. The JUnit file has the failure. A subtest that fails as the last one of
# its test leaves outcome "failed" beside a `call` that "passed".
# What to do: where `exitcode` is not 0, take "subtests passed" as not judged and send the JUnit file; take outcome
# "failed" over the stage.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv venv; venv/bin/pip install -q pytest==8.4.2 pytest-subtests==0.14.2 pytest-json-report==1.5.0
cat > test_golden.py <<'P'
def test_policy(subtests):
    for number, holds in enumerate([True, False, True]):
        with subtests.test(number=number):
            assert holds
P
venv/bin/python -m pytest -q --json-report --json-report-file r.json --junitxml r.xml test_golden.py | tail -2 || true
venv/bin/python - <<'P'
import json, xml.etree.ElementTree as tree
report = json.load(open("r.json"))
test = report["tests"][0]
print("exitcode", report["exitcode"], report["summary"], test["outcome"], test["call"]["outcome"])
failures = len(list(tree.parse("r.xml").iter("failure")))
print("failures in the JUnit file:", failures)
assert report["exitcode"] == 1 and "failed" not in report["summary"], "this has changed"
assert (test["outcome"], test["call"]["outcome"]) == ("subtests passed", "passed"), "this has changed"
assert failures == 1, "this has changed"
P
