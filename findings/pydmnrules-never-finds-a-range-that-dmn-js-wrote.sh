#!/usr/bin/env bash
# One would guess: a decision table drawn in dmn-js, the editor that Camunda's modelers are built on, means in pyDMNrules ("an
# implementation of DMN in Python"), which reads such files, what it means there: a bound that is left out is "]0..100]" or "(0..100]",
# the standard has both; a cell may list a comparison and a range. And a table with the hit policy UNIQUE, in which two rows hold with
# different answers, is refused, since the standard has it that no rows overlap there.
# What happens (pyDMNrules 1.4.5 with pySFeel 1.4.2, on cells by dmn-js-decision-table 17.12.2's own function; beside it feelin 8.2.0
# for the cells and @hbtgmbh/dmn-eval-js 1.5.0 for the policy): the editor's form for number ranges writes the bracket turned around
# for each bound that is excluded, and a cell with such a bracket holds for NO number, in the middle of the range neither; with "(" and
# ")" all is right. Whoever closes the table with a last row "-" for all others gets that row for everything: the team of 50 requests a
# day is told to ask somebody, in place of prompting. "< 1,[3..4]" holds for 0 and not for 3. And of two rows that hold the FIRST one is
# taken under UNIQUE and ANY as under FIRST, so what the policy is there to find, a rule that somebody added above or below another, is
# decided by the order of rows. It is the same in XML and in a workbook. No error, and the rule's number is all that is given.
# What to do: write "(" and ")" into the cells before they are read, ranges into rows of their own; ask a table with UNIQUE also with
# its rows turned around, and compare; a test for a value in the middle of each range.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dmn-js-decision-table@17.12.2 feelin@8.2.0 @hbtgmbh/dmn-eval-js@1.5.0
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyDMNrules==1.4.5 pySFeel==1.4.2 openpyxl==3.1.5 pandas==2.3.3
cp node_modules/dmn-js-decision-table/lib/features/simple-number-edit/Utils.js editor.mjs
cat > table.py <<'P'
import json
import sys
from html import escape


def table(policy, rows, model="https://www.omg.org/spec/DMN/20191111/MODEL/"):
    rules = "".join(
        f'<rule id="r{n}"><inputEntry id="i{n}"><text>{escape(cell)}</text></inputEntry>'
        f'<outputEntry id="o{n}"><text>"{answer}"</text></outputEntry></rule>' for n, (cell, answer) in enumerate(rows)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="{model}" id="d" name="d" namespace="http://example.org/dmn">'
        '<inputData id="data" name="requests"><variable id="v" name="requests" typeRef="number"/></inputData>'
        '<decision id="pick" name="pick"><variable id="w" name="approach" typeRef="string"/><informationRequirement id="n">'
        f'<requiredInput href="#data"/></informationRequirement><decisionTable id="t" hitPolicy="{policy}"><input id="i" '
        'label="requests"><inputExpression id="e" typeRef="number"><text>requests</text></inputExpression></input>'
        f'<output id="o" label="approach" name="approach" typeRef="string"/>{rules}</decisionTable></decision></definitions>'
    )


if __name__ == "__main__":
    print(table(sys.argv[1], json.loads(sys.argv[2]), "http://www.omg.org/spec/DMN/20151101/dmn.xsd"))
P
cat > cells.mjs <<'J'
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { writeFileSync, readFileSync } from "node:fs";
import { unaryTest } from "feelin";
import { getRangeString } from "./editor.mjs";

const { decisionTable } = createRequire(import.meta.url)("@hbtgmbh/dmn-eval-js");
const version = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version}`;
console.log(["dmn-js-decision-table", "feelin", "@hbtgmbh/dmn-eval-js"].map(version).join(", "));
const drawn = [
  ["include", "include"], ["exclude", "include"], ["include", "exclude"], ["exclude", "exclude"],
].map(([start, end]) => getRangeString("0", "100", start, end));
const cells = [...drawn, "(0..100]", "[0..100)", "(0..100)", "< 0,[50..60]", "[50..60]"];
const holds = (cell, value) => unaryTest(cell, { "?": value }).value;
writeFileSync("cells.json", JSON.stringify(cells.map((cell) => [cell, [-1, 0, 50, 100].map((value) => holds(cell, value))])));
const refused = {};
for (const policy of ["UNIQUE", "FIRST"]) {
  const xml = execFileSync("python3", ["table.py", policy, JSON.stringify([["> 5", "RAG"], ["> 3", "tools"]])], { encoding: "utf8" });
  const decisions = await decisionTable.parseDmnXml(xml.replaceAll('"number"', '"integer"'));
  try {
    refused[policy] = decisionTable.evaluateDecision("pick", decisions, { requests: 8 }).approach;
  } catch (error) {
    refused[policy] = error.message;
  }
}
writeFileSync("refused.json", JSON.stringify(refused));
J
node cells.mjs
cat > decide.py <<'P'
import json
from importlib.metadata import version
from pathlib import Path

import pyDMNrules
from table import table

print("pyDMNrules", version("pyDMNrules"), "with pySFeel", version("pySFeel"))


def decide(policy, rows, requests):
    rules = pyDMNrules.DMN()
    assert "errors" not in rules.useXML(table(policy, rows)), rows
    status, found = rules.decide({"requests": requests})
    assert "errors" not in status, status
    return (found[-1] if isinstance(found, list) else found)["Result"]["approach"]


LOST = {"]0..100]", "[0..100[", "]0..100[", "< 0,[50..60]"}
cells = json.loads(Path("cells.json").read_text())
assert [cell for cell, _ in cells][:4] == ["[0..100]", "]0..100]", "[0..100[", "]0..100["], "this has changed"
for cell, wanted in cells:
    found = [decide("FIRST", [(cell, "prompting"), ("-", "ask")], value) == "prompting" for value in (-1, 0, 50, 100)]
    print(f"{cell}: of -1, 0, 50 and 100 it holds for {found}" + ("" if found == wanted else f", by feelin {wanted}"))
    seen = [False] * 4 if cell != "< 0,[50..60]" else [True, False, False, False]
    assert found == (seen if cell in LOST else wanted) and (found != wanted) == (cell in LOST), "this has changed"
refused = json.loads(Path("refused.json").read_text())
print("dmn-eval-js on two rows that hold:", refused)
assert "not unique" in refused["UNIQUE"] and refused["FIRST"] == "RAG", "this has changed"
rows = [("> 5", "RAG"), ("> 3", "tools")]
for policy in ("UNIQUE", "ANY", "FIRST"):
    found = decide(policy, rows, 8), decide(policy, rows[::-1], 8)
    print(f"{policy}: {found[0]} for 8, and {found[1]} with the rows turned around")
    assert found == ("RAG", "tools"), "this has changed"
P
v/bin/python decide.py
