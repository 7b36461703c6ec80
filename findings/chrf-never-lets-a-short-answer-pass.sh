#!/usr/bin/env bash
# One would guess: chrF, which compares an answer with the expected one by runs of one to six letters, is 1 where the two are
# the same, and the libraries that have it agree on one pair.
# What happens (nltk 3.10.4, which Opik's metric ChrF is made of; beside it sacrebleu 2.6.0): to NLTK runs that are longer than
# the whole answer are runs that were missed. A right answer of fewer than six letters has a sixth for each letter it has:
# "yes" for "yes" is 0.5, "42" is 0.33, the single "B" of a choice 0.17, and no answer to such a task is better. A bar of 0.8
# that tasks with sentences pass fails each right "yes" and "no", and the mean of a golden set falls with every task of yes
# and no in it, whatever the bot does. sacreBLEU leaves such runs out of account and has 1 for all of them; it does what
# NLTK does only if told so (eps_smoothing). Spaces are no letters. From six letters on the two agree.
# What to do: exact match for short answers, and never one bar for both; score each golden set against its own expected
# answers once, and look for what is not 1.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check nltk==3.10.4 sacrebleu==2.6.0
v/bin/python - <<'P'
from importlib.metadata import version

from nltk.translate.chrf_score import corpus_chrf, sentence_chrf
from sacrebleu import sentence_chrf as sacrebleu_chrf

for name in ("nltk", "sacrebleu"):
    print(name, version(name))
SEEN = [("B", 0.17), ("42", 0.33), ("yes", 0.5), ("a day", 0.67), ("never", 0.83), ("refund", 1.0), ("ten days", 1.0)]
for answer, seen in SEEN:
    nltk = round(sentence_chrf(answer, answer), 2)
    other, smooth = (round(sacrebleu_chrf(answer, [answer], eps_smoothing=eps).score / 100, 2) for eps in (False, True))
    print(f"{answer!r:10} for {answer!r:10}: nltk {nltk}; sacrebleu {other}, with eps_smoothing {smooth}")
    assert (nltk, other, smooth) == (seen, 1.0, seen), "this has changed"
    assert seen == round(min(len(answer.replace(" ", "")), 6) / 6, 2), "this has changed"
expected = ["yes", "no", "yes", "within ten days"]
mean = round(corpus_chrf(expected, expected), 2)
print("a golden set of four against itself:", mean)
assert mean == 0.58, "this has changed"
P
