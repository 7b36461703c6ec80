#!/usr/bin/env bash
# One would guess: a character reference (&lt; &#42; &amp;) in Markdown is the character that it names, in every reader:
# CommonMark says so, and whoever must keep typed words from being markup relies on it.
# What happens (mistune 3.4.0): in its usual reader, create_markdown() and markdown(), the "&" of each reference is escaped
# once more, so that people see "&lt;b&gt;", "&#42;" and "R&amp;D" in the text; only mistune.html (escape=False) reads them.
# cmark-gfm (cmarkgfm 2025.10.22), markdown-it-py 4.3.0 and Python-Markdown 3.11.3 read all of them.
# What to do: use a backslash before \ ` * _ { } [ ] ( ) # + - . ! | (all of them take it), and a reference only for marks
# that Python-Markdown does not unescape (< > & ~ $ @ ^ and the colon of an address). It is shown raw by mistune's usual
# reader then, but nothing comes to life; where the reader is yours, give escape=False and clean the HTML afterward.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check mistune==3.4.0 cmarkgfm==2025.10.22 markdown-it-py==4.3.0 Markdown==3.11.3
v/bin/python - <<'P'
import html, re
import cmarkgfm, markdown, mistune
from markdown_it import MarkdownIt

TEXT = "R&amp;D asks for &lt;b&gt; and &#42;stars&#42;"
READERS = {
    "mistune": mistune.create_markdown(),
    "mistune.html": mistune.html,
    "cmark-gfm": cmarkgfm.github_flavored_markdown_to_html,
    "markdown-it": MarkdownIt().render,
    "Python-Markdown": markdown.markdown,
}
print("mistune", mistune.__version__)
seen = {name: html.unescape(re.sub(r"<[^>]+>", "", str(read(TEXT)))).strip() for name, read in READERS.items()}
for name, words in seen.items():
    print(f"{name:16} {words}")
assert seen.pop("mistune") == TEXT, "this has changed"
assert set(seen.values()) == {"R&D asks for <b> and *stars*"}, "this has changed"
P
