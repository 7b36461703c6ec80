#!/usr/bin/env bash
# One would guess: adr-viewer, which shows a project's decision records as a web page (its README's example are the records of adr-tools),
# strikes out each decision that a later one replaced, as it does with "Superseded by"; what adr-tools writes into a record's Status, a
# line for each link to another record, is what it reads.
# What happens (adr-viewer 1.4.0 on records of @meza/adr-tools 2.0.3; beside it the links in the records themselves): a Status of more
# than one line is judged by the first of four beginnings that ANY of its lines has, in the order amended, accepted, superseded, pending.
# A decision that was ever amended is "amended" for good: yellow and not struck out, when its first line says "Superseded by 4. Use
# RAG", and when it says "Rejected" or "Deprecated", too. One that was replaced by "adr link 6 Supersedes 5 'Superseded by'", which adds
# a line and takes none away, is "accepted", with a check in green, and so is one where somebody wrote "Superseded by ..." and left
# "Accepted" below as its history. So a team reads "Use prompting" as what holds, beside "Use RAG", which replaced it. Decisions of one
# link only, as in every example, are struck out rightly. The exit code is 0, and nothing is said.
# What to do: let the Status have one line, the last state, and put links into a section of their own; replace with "adr new -s", and take
# "Amended by" out of what is replaced; count the struck out ones against grep -l "^Superseded by".
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts @meza/adr-tools@2.0.3
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check adr-viewer==1.4.0 mistune==3.4.0 beautifulsoup4==4.15.0 Jinja2==3.1.6 click==8.5.1
echo "@meza/adr-tools $(node -p "JSON.parse(require('fs').readFileSync('node_modules/@meza/adr-tools/package.json')).version")," \
  "adr-viewer $(v/bin/python -c "import importlib.metadata as m; print(m.version('adr-viewer'))")"
adr() { VISUAL=true EDITOR=true node_modules/.bin/adr "$@" >/dev/null; }
adr init records
adr new Use prompting
adr new -l "2:Amends:Amended by" Cache answers
adr new -s 2 Use RAG
adr new Ask legal
adr new Ask a lawyer
adr link 6 Supersedes 5 "Superseded by"
adr new Charge by the token
adr new -s 7 Charge by the month
cat > records/0009-by-hand.md <<'M'
# 9. Keep answers for a year

## Status

Superseded by [10. Keep answers for a month](0010-by-hand.md)

Accepted on 2026-03-02

## Decision

One year.
M
cat > records/0010-by-hand.md <<'M'
# 10. Keep answers for a month

## Status

Rejected

Amended by [11. Keep nothing](0011-by-hand.md)

## Decision

One month.
M
v/bin/adr-viewer --adr-path records --output page.html >/dev/null
cat > look.py <<'P'
import re
from pathlib import Path

shown = {
    title: state for state, title in re.findall(
        r'panel-heading adr-(\w+)".*?href="#collapse\d+">([^<]+)<', Path("page.html").read_text(), re.DOTALL
    )
}
SEEN = {
    "1. Record architecture decisions": "accepted",
    "2. Use prompting": "amended",
    "3. Cache answers": "accepted",
    "4. Use RAG": "accepted",
    "5. Ask legal": "accepted",
    "6. Ask a lawyer": "accepted",
    "7. Charge by the token": "superseded",
    "8. Charge by the month": "accepted",
    "9. Keep answers for a year": "accepted",
    "10. Keep answers for a month": "amended",
}
replaced = 0
for path in sorted(Path("records").glob("0*.md")):
    text = path.read_text()
    title = re.search("^# (.*)", text).group(1)
    lines = [re.sub(r"\[(\d+)\..*?\]\(.*?\)", r"\1", line) for line in text.split("## Status")[1].split("## ")[0].split("\n") if line]
    replaced += any(line.startswith("Superseded by") for line in lines)
    print(f"{title}: {shown[title]}, with the Status {' / '.join(lines)}")
    assert shown[title] == SEEN[title], "this has changed"
struck = sum(state == "superseded" for title, state in shown.items() if title in SEEN)
print(f"{replaced} decisions were replaced, and {struck} is struck out")
assert (replaced, struck) == (4, 1), "this has changed"
P
v/bin/python look.py
