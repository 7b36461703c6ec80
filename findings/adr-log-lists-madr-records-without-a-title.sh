#!/usr/bin/env bash
# One would guess: adr-log, which makes the list of a project's decision records, reads the titles of records written with
# MADR's own template; both come from one organization ("adr" on GitHub). A title may be underlined ("====") or stand below a
# comment, as in Markdown.
# What happens (adr-log 2.2.0 with the template of madr 4.0.0, both from npm): the title is taken to be the FIRST LINE behind
# the front matter, without its first two letters. In the template that line is empty, so each record with a status and a date
# is "ADR-0001 - " and nothing, while those without front matter have their titles: the log names what nobody dated. A comment
# above the title (a license, a switch of a linter) becomes "-- SPDX-License-Identifier: ...", an underlined "Use tools" is "e
# tools". And the digits of a file's name run on: 0004-5-sources-at-most.md is ADR-0004-5. The exit code is 0; what was read is
# printed as "title before decimal removal", nothing else is said.
# What to do: no empty line between the front matter and the title, and nothing above it; or a list by hand; check that no line
# of the log ends with " - ".
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund adr-log@2.2.0 madr@4.0.0
for name in adr-log madr; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
mkdir decisions
cat > fill.mjs <<'J'
import assert from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";

const template = (name) => readFileSync(`node_modules/madr/template/${name}.md`, "utf8");
const fill = (text, title) => text
  .replace(/^# These are optional.*\n/m, "")
  .replace(/^status: .*$/m, "status: accepted").replace(/^date: .*$/m, "date: 2026-11-30")
  .replace(/^(decision-makers|consulted|informed): .*$/gm, "$1: Ada")
  .replace(/^# \{.*\}$/m, `# ${title}`);
const write = (name, text) => writeFileSync(`decisions/${name}.md`, text);

const full = fill(template("adr-template"), "Use RAG for the handbook");
assert.match(full, /^---\nstatus: accepted\ndate: 2026-11-30\n[\s\S]*?---\n\n# Use RAG for the handbook\n/, "this has changed");
write("0001-use-rag", full);
write("0002-use-prompting", fill(template("adr-template-minimal"), "Use prompting for greetings"));
write("0003-use-tools", "Use tools\n=========\n\n## Context and Problem Statement\n");
write("0004-5-sources-at-most", "# Show five sources at most\n");
write("0005-licensed", "<!-- SPDX-License-Identifier: MIT -->\n# Use fine-tuning for tone\n");
write("0006-tight", full.replace("---\n\n# ", "---\n# "));
writeFileSync("decisions/index.md", "# Decisions\n\n<!-- adrlog -->\n\n<!-- adrlogstop -->\n");
J
node fill.mjs
./node_modules/.bin/adr-log -d decisions -i decisions/index.md > said.txt
grep -F '* [ADR' decisions/index.md | tee log.txt
cat > seen.txt <<'E'
* [ADR-0001](0001-use-rag.md) - 
* [ADR-0002](0002-use-prompting.md) - Use prompting for greetings
* [ADR-0003](0003-use-tools.md) - e tools
* [ADR-0004-5](0004-5-sources-at-most.md) - Show five sources at most
* [ADR-0005](0005-licensed.md) - -- SPDX-License-Identifier: MIT -->
* [ADR-0006](0006-tight.md) - Use RAG for the handbook
E
diff seen.txt log.txt || { echo "this has changed"; exit 1; }
if grep -i -E 'warn|error' said.txt; then echo "this has changed"; exit 1; fi
