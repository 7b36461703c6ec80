#!/usr/bin/env bash
# One would guess: csvsort of csvkit sorts the rows of a CSV file, and what stands in them stays; more so with -I, which says
# to "disable type inference". The answer "none", right where no source has one, is a word like another.
# What happens (csvkit 2.2.0): "none", "n/a", "na", "null" and "." in any case are taken for nothing, with -I as well, and written
# as an empty cell. The run that was sorted has no answer where "none" was given, and none where it was wanted, so a bot that
# says "n/a" or nothing at all is right there: of four tasks 1 is right before csvsort and 3 after it. Scores of 1 and 0 come out
# as True and False, and csvstat --mean has None for them; add one score of 0.5 and all are numbers. csvcut, csvgrep
# and csvformat keep all words, so a file changes only at the step that sorts. --blanks is named in the help, as an option about
# "NULL". Nothing is said, and the number of rows is right.
# What to do: csvsort --blanks -I, csvstat --blanks; or have the bot say "not in the sources", a phrase that no tool knows;
# compare the number of empty cells before and after.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check csvkit==2.2.0
v/bin/python - <<'P'
import csv
import io
import subprocess
from importlib.metadata import version

print("csvkit", version("csvkit"))
RUN = [("task", "wanted", "answer", "score"), ("4", "none", "none", "1"), ("3", "none", "n/a", "0"), ("2", "None", "", "0")]
RUN += [("1", "5", "6", "0")]
with open("run.csv", "w", newline="") as file:
    csv.writer(file).writerows(RUN)


def tool(*words):
    return subprocess.run([f"v/bin/{words[0]}", *words[1:], "run.csv"], check=True, capture_output=True, text=True).stdout


def right(text):
    return [row["task"] for row in csv.DictReader(io.StringIO(text)) if row["wanted"] == row["answer"]]


def column(text, name):
    return [row[name] for row in csv.DictReader(io.StringIO(text))]


SEEN = [
    (("csvcut", "-c", "task,wanted,answer,score"), ["4"], ["none", "n/a", "", "6"], ["1", "0", "0", "0"]),
    (("csvsort", "-c", "task"), ["2", "3", "4"], ["6", "", "", ""], ["False", "False", "False", "True"]),
    (("csvsort", "-I", "-c", "task"), ["2", "3", "4"], ["6", "", "", ""], ["0", "0", "0", "1"]),
    (("csvsort", "--blanks", "-I", "-c", "task"), ["4"], ["6", "", "n/a", "none"], ["0", "0", "0", "1"]),
]
for words, seen, answers, scores in SEEN:
    text = tool(*words)
    found = right(text)
    print(f"{' '.join(words):40} right: {len(found)} of 4; answers {column(text, 'answer')}; scores {column(text, 'score')}")
    assert (found, column(text, "answer"), column(text, "score")) == (seen, answers, scores), "this has changed"
with open("words.csv", "w") as file:
    file.write("answer\nnone\nNone\nNONE\nn/a\nna\nnull\n.\n")
said = subprocess.run(["v/bin/csvsort", "-I", "words.csv"], check=True, capture_output=True, text=True).stdout.split("\n")
print("csvsort -I of none, None, NONE, n/a, na, null and . :", said)
assert said[0] == "answer" and {word.strip('"') for word in said[1:]} == {""}, "this has changed"
print("csvstat --mean -c score:", tool("csvstat", "--mean", "-c", "score").strip())
assert tool("csvstat", "--mean", "-c", "score").strip() == "None", "this has changed"
with open("run.csv", "a", newline="") as file:
    csv.writer(file).writerow(("5", "5", "5.5", "0.5"))
print("csvstat --mean -c score, with a score of 0.5 more:", tool("csvstat", "--mean", "-c", "score").strip())
assert tool("csvstat", "--mean", "-c", "score").strip() == "0.3", "this has changed"
P
