#!/usr/bin/env bash
# One would guess: R-precision of a question with R relevant passages is the share of relevant ones among its first R, so it
# is 1 at most; bpref, the measure for judgments with gaps, is 1 where all that is relevant stands on top; and a library gives
# one number for one pair of files.
# What happens (trectools 0.0.50, which takes any pandas; beside it ir-measures 0.4.3, made on trec_eval's own code): with pandas
# 3.1.1 a passage is looked up among the relevant ones of ALL questions. Three questions that found one another's passages
# and nothing of their own have an R-precision of 1.0 instead of 0; where two want the same passage and both found it,
# it counts twice for each, and the mean of three questions is 1.67. With pandas 2.3.3 the same code gives what is right.
# bpref, with both, is 0 for each question that has no passage judged irrelevant, as in every golden set that lists only
# what should be found: a perfect run has 0.0. MAP of the same files is right. Nothing is said.
# What to do: ir-measures; or pandas below 3, and one passage judged irrelevant for each question; measure a run that was made
# of the golden set itself first, in which every measure has to be 1.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check trectools==0.0.50 ir-measures==0.4.3 pandas==3.1.1
cat > measure.py <<'P'
from importlib.metadata import version

import ir_measures
from ir_measures import AP, Bpref, Rprec
from trectools import TrecEval, TrecQrel, TrecRun

print("trectools", version("trectools"), "with pandas", version("pandas"))
NEW = version("pandas") > "3"
EACH_ITS_OWN = {"q1": "a", "q2": "b", "q3": "c"}
ONE_ANOTHERS = {"q1": "b", "q2": "c", "q3": "a"}
TWO_ONE = {"q1": "a", "q2": "a", "q3": "c"}


def measure(wanted, found):
    with open("wanted.txt", "w") as file:
        file.writelines(f"{question} 0 {passage} 1\n" for question, passage in wanted.items())
    with open("found.txt", "w") as file:
        file.writelines(f"{question} Q0 {passage} 1 9.0 bot\n" for question, passage in found.items())
    tool = TrecEval(TrecRun("found.txt"), TrecQrel("wanted.txt"))
    judged, ranked = list(ir_measures.read_trec_qrels("wanted.txt")), list(ir_measures.read_trec_run("found.txt"))
    other = ir_measures.calc_aggregate([Rprec, AP, Bpref], judged, ranked)
    found = [tool.get_rprec(), tool.get_map(), tool.get_bpref()]
    return [round(float(value), 2) for value in found], [round(other[each], 2) for each in (Rprec, AP, Bpref)]


SEEN = [
    ("each its own", EACH_ITS_OWN, EACH_ITS_OWN, [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]),
    ("one another's", EACH_ITS_OWN, ONE_ANOTHERS, [1.0 if NEW else 0.0, 0.0, 0.0], [0.0, 0.0, 0.0]),
    ("two want one", TWO_ONE, TWO_ONE, [1.67 if NEW else 1.0, 1.0, 0.0], [1.0, 1.0, 1.0]),
]
for words, wanted, found, seen, right in SEEN:
    ours, other = measure(wanted, found)
    print(f"{words}: R-precision, MAP, bpref: trectools {ours}, ir-measures {other}")
    assert (ours, other) == (seen, right), "this has changed"
P
for pandas in 3.1.1 2.3.3; do
    v/bin/pip install -q --no-compile --disable-pip-version-check "pandas==$pandas"
    v/bin/python -W ignore measure.py
done
