#!/usr/bin/env bash
# One would guess: ROUGE-L, which goes by the order of words, tells "25.0 dollars" from "0.25 dollars", and one sentence is
# one sentence: a wrong number does not have 1.0. A word said five times is not as good as said once.
# What happens (rouge 1.0.1, get_scores; beside it Google's rouge-score 0.1.2): every "." ends a sentence, the one in a
# number, too, and the order of sentences does not count. "It costs 25.0 dollars" has 1.0 in rouge-1 and in rouge-l where
# "It costs 0.25 dollars" is wanted (rouge-score's rougeL: 0.8), and so has version 3.1 where 1.3 is. "do not pay it
# back. ask legal." has 1.0 for "pay it back. do not ask legal." (0.71). Words are counted once: "no no no no no" has 1.0
# for "no" (0.33). Only rouge-2 falls, to 0.25 and 0.33 for the numbers, and it is 0 for each answer of one word, a right
# one too. Nothing is said.
# What to do: compare numbers and names as such, not by overlap; where ROUGE must be, take rouge-score, and read some of the
# answers that have 1.0.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check rouge==1.0.1 rouge-score==0.1.2
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from rouge import Rouge
from rouge_score.rouge_scorer import RougeScorer

SEEN = [
    ("It costs 0.25 dollars", "It costs 25.0 dollars", (1.0, 0.25, 1.0), (1.0, 0.25, 0.8)),
    ("Use version 1.3", "Use version 3.1", (1.0, 0.33, 1.0), (1.0, 0.33, 0.75)),
    ("pay it back. do not ask legal.", "do not pay it back. ask legal.", (1.0, 0.67, 1.0), (1.0, 0.67, 0.71)),
    ("no", "no no no no no", (1.0, 0.0, 1.0), (0.33, 0.0, 0.33)),
    ("no", "no", (1.0, 0.0, 1.0), (1.0, 0.0, 1.0)),
    ("It costs 25 dollars", "It costs 30 dollars", (0.75, 0.33, 0.75), (0.75, 0.33, 0.75)),
]
for name in ("rouge", "rouge-score"):
    print(name, version(name))
google = RougeScorer(["rouge1", "rouge2", "rougeL"])
for wanted, answer, seen, others in SEEN:
    score = Rouge().get_scores(answer, wanted)[0]
    found = tuple(round(score[kind]["f"], 2) for kind in ("rouge-1", "rouge-2", "rouge-l"))
    beside = tuple(round(each.fmeasure, 2) for each in google.score(wanted, answer).values())
    print(f"{answer!r} for {wanted!r}: 1, 2, L are {found}, by rouge-score {beside}")
    assert (found, beside) == (seen, others), "this has changed"
P
