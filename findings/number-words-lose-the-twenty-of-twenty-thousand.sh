#!/usr/bin/env bash
# One would guess: a library that turns number words into numbers can be put behind a bot that asks "how many requests a day?":
# "forty-five thousand" is 45,000, "20 thousand" is 20,000 or not understood, and of two numbers it takes one, or says that it
# can't tell.
# What happens (words-to-numbers 1.5.1 from npm, word2number 1.1 from PyPI; beside them text2num 3.1.0): in words-to-numbers tens
# with ones lose their thousand: "forty five thousand" is 5040, "twenty two thousand" 2020, "ninety nine million" 9000090, with a
# hyphen as well, while "fifty thousand", "five hundred thousand" and "twenty one" are right; "two hundred, three hundred" is 500.
# word2number leaves digits out and reads on: "20 thousand" is 1000, "1.5 million" 1000000, "3 hundred" 100; "two point five
# million" is 2, and "ten to twenty thousand", a range, 30000. So a bot hears a ninth or a twentieth of the load, and its verdict
# turns with it. The numbers look plausible, and nothing is said.
# What to do: text2num, which joins the tens and leaves what it can't join apart ("20 1000"), and ask again where anything but one
# number is left; show the number that was understood before it counts; try 45 thousand in words, in digits, and mixed.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check word2number==1.1 text2num==3.1.0
npm init -y >/dev/null; npm install --silent --no-audit --no-fund words-to-numbers@1.5.1
v/bin/python - <<'P'
import json
import subprocess
from importlib.metadata import version

from text_to_num import alpha2digit
from word2number import w2n

print("words-to-numbers", json.load(open("node_modules/words-to-numbers/package.json"))["version"])
for name in ("word2number", "text2num"):
    print(name, version(name))
SEEN = [  # the text, what words-to-numbers, word2number and text2num make of it; None: not looked at
    ("forty five thousand", 5040, 45000, "45000"),
    ("forty-five thousand", 5040, 45000, "45000"),
    ("twenty two thousand", 2020, 22000, "22000"),
    ("ninety nine million", 9000090, 99000000, "99000000"),
    ("fifty thousand", 50000, 50000, "50000"),
    ("five hundred thousand", 500000, 500000, "500000"),
    ("twenty one", 21, 21, "21"),
    ("two hundred, three hundred", 500, None, "200, 300"),
    ("20 thousand", "20 1000", 1000, "20 1000"),
    ("3 hundred", "3 100", 100, "3 100"),
    ("1.5 million", "1.5 1000000", 1000000, "1.5 1000000"),
    ("two point five million", None, 2, "2.5 1000000"),
    ("ten to twenty thousand", "10 to 20000", 30000, "10 to 20000"),
]
SCRIPT = 'const { wordsToNumbers: read } = require("words-to-numbers"); '
SCRIPT += 'console.log(JSON.stringify(JSON.parse(process.argv[1]).map((text) => read(text))));'
texts = [text for text, *_ in SEEN]
node = json.loads(subprocess.run(["node", "-e", SCRIPT, json.dumps(texts)], check=True, capture_output=True, text=True).stdout)
for (text, words, python, other), heard in zip(SEEN, node, strict=True):
    read = w2n.word_to_num(text) if python is not None else None
    print(f"{text:28} words-to-numbers {heard!s:13} word2number {read!s:9} text2num {alpha2digit(text, 'en')}")
    assert words is None or heard == words, "this has changed"
    assert read == python and alpha2digit(text, "en") == other, "this has changed"
P
