#!/usr/bin/env bash
# One would guess: tools that read SARIF, the standard's form for what a checker found, agree on what fails NOW: not a result of
# kind "pass", not one whose baselineState is "absent" (it was there in the last run and is gone), not one that is suppressed;
# and a result without a level has its rule's, or else "warning".
# What happens (sarif-tools 3.0.5 from PyPI, sarif-junit 1.1.4 from npm): of five results one is a failure of today, with its
# level in its rule. sarif-tools counts three errors: that one, one that was fixed and one that was suppressed; its --check error
# ends with a code that is not 0 for a file in which everything is fixed. sarif-junit has one <failure>, and it is
# the suppressed one: a result without a level of its own is a testcase that passed, whatever its rule says, so the failure
# of today is green. Nothing is said.
# What to do: before a reader sees the file, drop results whose kind is not "fail", whose baselineState is "absent" or that have
# suppressions, and write the level into the others; try each gate on a file without a failure and on one with a single one.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check sarif-tools==3.0.5
npm init -y >/dev/null; npm install --silent --no-audit --no-fund sarif-junit@1.1.4
v/bin/python - <<'P'
import csv
import json
import subprocess
import xml.etree.ElementTree as tree
from importlib.metadata import version

print("sarif-tools", version("sarif-tools"))
print("sarif-junit", json.load(open("node_modules/sarif-junit/package.json"))["version"])
RULES = [
    {"id": "grounded", "shortDescription": {"text": "Answers are grounded"}, "defaultConfiguration": {"level": "error"}},
    {"id": "polite", "shortDescription": {"text": "Answers are polite"}},
]
RESULTS = {
    "passed": {"ruleId": "grounded", "kind": "pass", "level": "none"},
    "failed": {"ruleId": "grounded"},
    "fixed": {"ruleId": "grounded", "baselineState": "absent"},
    "rude": {"ruleId": "polite"},
    "suppressed": {"ruleId": "grounded", "level": "error", "suppressions": [{"kind": "external", "status": "accepted"}]},
}
EACH = {"baselineState": "unchanged", "suppressions": []}  # the standard wants these on every result or on none
RIGHT = {"passed": "none", "failed": "error", "fixed": "gone", "rude": "warning", "suppressed": "suppressed"}


def read(*names):
    results = [
        {**EACH, **RESULTS[name], "message": {"text": name}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": f"{name}.md"}}}]}
        for name in names
    ]
    run = {"tool": {"driver": {"name": "golden", "rules": RULES}}, "results": results}
    with open("golden.sarif", "w") as file:
        json.dump({"version": "2.1.0", "runs": [run]}, file)
    subprocess.run(["v/bin/sarif", "csv", "golden.sarif", "-o", "golden.csv"], check=True, capture_output=True)
    gate = subprocess.run(["v/bin/sarif", "--check", "error", "summary", "golden.sarif"], capture_output=True)
    subprocess.run(["npx", "--no-install", "sarif-junit", "-i", "golden.sarif", "-o", "golden.xml"], check=True, capture_output=True)
    levels = {row["Location"].removesuffix(".md"): row["Severity"] for row in csv.DictReader(open("golden.csv"))}
    cases = {case.get("file").removesuffix(".md"): case for case in tree.parse("golden.xml").getroot().iter("testcase")}
    return levels, {name: "passed" if case.find("failure") is None else "failed" for name, case in cases.items()}, gate.returncode


levels, verdicts, code = read(*RESULTS)
for name, right in RIGHT.items():
    print(f"{name:10} by the standard: {right:10} sarif-tools: {levels[name]:7} sarif-junit: {verdicts[name]}")
assert levels == {"passed": "none", "failed": "error", "fixed": "error", "rude": "warning", "suppressed": "error"}, "this has changed"
assert [name for name, verdict in verdicts.items() if verdict == "failed"] == ["suppressed"], "this has changed"
levels, verdicts, code = read("passed", "fixed")
print("a file in which all is fixed: sarif-tools --check error exits with", code)
assert code != 0, "this has changed"
levels, verdicts, code = read("failed")
print("a file with one failure: sarif-junit says", verdicts)
assert verdicts == {"failed": "passed"}, "this has changed"
P
