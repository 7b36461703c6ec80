#!/usr/bin/env bash
# One would guess: BEIR, which many embedding models are measured with, goes by the qrels and the results of a search, and leaves both as
# they were handed over; a FAQ whose question 7 is answered by passage 7 has these two numbers as ids, each among its own kind. A question
# for which the search found nothing counts as missed.
# What happens (beir 2.2.0 with pytrec_eval-terrier 0.5.11; beside it ir-measures 0.4.3): EvaluateRetrieval.evaluate takes each passage
# with the id of its question OUT of the results first, since in some of BEIR's own sets a question is one of the passages. Of a FAQ in
# which every question found its answer on top, nDCG, MAP, recall and precision are 0. It is the very dictionary handed in that loses
# them: evaluate_custom's MRR is 1 before that and 0 after it, and a file saved behind it has no right passage. With "q7" in place of "7"
# all is 1. And a question without any result is left out of the mean in evaluate (recall 1.0, one of two found) and counted in the MRR of
# the same object (0.5). A line at the level INFO tells of the first, which Python shows nobody unless told to.
# What to do: ignore_identical_ids=False, or ids that can't meet ("q7", "p7"); give every question an entry in the results; measure a run
# in which all is right first.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check numpy==2.3.5 tqdm==4.67.1 pytrec_eval-terrier==0.5.11 ir-measures==0.4.3
v/bin/pip install -q --disable-pip-version-check --no-deps beir==2.2.0 # torch and its models have no part in it
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from beir.retrieval.evaluation import EvaluateRetrieval
from ir_measures import R, calc_aggregate, nDCG

for name in ("beir", "pytrec_eval-terrier", "ir-measures"):
    print(name, version(name))
PASSAGES = ["1", "2", "3", "4"]


def measured(mark, **settings):
    """What a search has that puts the passage of each question first and its neighbor second."""
    qrels = {mark + passage: {passage: 1} for passage in PASSAGES}
    results = {mark + one: {one: 0.9, two: 0.5} for one, two in zip(PASSAGES, PASSAGES[1:] + PASSAGES[:1])}
    other = {str(measure): score for measure, score in calc_aggregate([nDCG @ 3, R @ 3], qrels, results).items()}
    first = EvaluateRetrieval.evaluate_custom(qrels, results, [3], "mrr")["MRR@3"]
    ndcg, _, recall, _ = EvaluateRetrieval.evaluate(qrels, results, [3], **settings)
    then = EvaluateRetrieval.evaluate_custom(qrels, results, [3], "mrr")["MRR@3"]
    return first, ndcg["NDCG@3"], recall["Recall@3"], then, sum(map(len, results.values())), other


for mark, settings, seen in [("", {}, (1.0, 0.0, 0.0, 0.0, 4)), ("q", {}, (1.0, 1.0, 1.0, 1.0, 8)), ("", {"ignore_identical_ids": False}, (1.0, 1.0, 1.0, 1.0, 8))]:
    *found, other = measured(mark, **settings)
    print(f"questions {mark}1 to {mark}4 {settings or ''}: MRR {found[0]}, then nDCG {found[1]} and recall {found[2]}, then MRR {found[3]}", end="; ")
    print(f"{found[4]} of 8 results are left; ir-measures {other}")
    assert tuple(found) == seen and other == {"nDCG@3": 1.0, "R@3": 1.0}, "this has changed"

qrels, results = {"q1": {"1": 1}, "q2": {"2": 1}}, {"q1": {"1": 0.9}}
recall, mrr = EvaluateRetrieval.evaluate(qrels, results, [3])[2], EvaluateRetrieval.evaluate_custom(qrels, results, [3], "mrr")
print(f"two questions, nothing was found for one: recall {recall['Recall@3']}, MRR {mrr['MRR@3']}")
assert (recall["Recall@3"], mrr["MRR@3"]) == (1.0, 0.5), "this has changed"
P
