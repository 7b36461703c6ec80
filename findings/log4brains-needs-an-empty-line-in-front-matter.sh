#!/usr/bin/env bash
# One would guess: a decision record with MADR 4 front matter and, for older tools, a "Status:" list under its title is
# read alike with and without an empty line before the "---" that ends the front matter: it means nothing in YAML.
# What happens (@log4brains/core 1.1.0): without it the record is ACCEPTED, though both places say superseded, and its
# deciders are lost; with it the status, its successor and the deciders are found. For a reader of plain Markdown the
# "---" right under a line makes a heading of that line, so the title is no longer the first heading, and the list under
# it is not looked for.
# What to do: leave an empty line before the closing "---", and say the status in the list under the title too. adr-viewer
# 1.4.0 reads neither: give it a section "## Status".
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check nodeenv==1.9.1
command -v npm >/dev/null || { v/bin/nodeenv -q -p; export PATH="$PWD/v/bin:$PATH"; }
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @log4brains/core@1.1.0 >/dev/null 2>&1
mkdir -p p/docs/adr; cd p; git init -q .
printf 'project:\n  name: p\n  tz: Europe/Berlin\n  adrFolder: ./docs/adr\n  packages: []\n' > .log4brains.yml
body='# Copilot: use retrieval

- Status: superseded by [20260301-new](20260301-new.md)
- Deciders: Ana, Ben

## Context and Problem Statement

Which architecture?'
printf -- '---\nstatus: "superseded by 20260301-new"\ndate: 2026-01-01\n---\n\n%s\n' "$body" > docs/adr/20260101-close.md
printf -- '---\nstatus: "superseded by 20260301-new"\ndate: 2026-01-01\n\n---\n\n%s\n' "$body" > docs/adr/20260102-empty-line.md
git add -A; git -c user.email=a@example.org -c user.name=a commit -qm records; cd ..
cat > read.js <<'J'
const { Log4brains } = require("@log4brains/core");
Log4brains.create("p").searchAdrs({}).then((found) => {
  for (const one of found) console.log(one.slug, one.status, one.supersededBy, one.deciders.join("+"));
});
J
echo "@log4brains/core $(node -p 'require("@log4brains/core/package.json").version')"
node read.js | sort | tee out.txt
grep -q '^20260101-close accepted null $' out.txt || { echo "this has changed"; exit 1; }
grep -q '^20260102-empty-line superseded 20260301-new Ana+Ben$' out.txt || { echo "this has changed"; exit 1; }
