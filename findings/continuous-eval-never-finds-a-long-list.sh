#!/usr/bin/env bash
# One would guess: continuous-eval, which measures a search by comparing what it found with the right passages (RougeChunkMatch, unless
# told otherwise: a passage is right if ROUGE-L's recall is 0.7 or more), finds a passage right that IS the right one, word for
# word, however long it is and wherever its sentences end.
# What happens (continuous-eval 0.3.14.post2 with rouge 1.0.1, which it brings along): ROUGE-L goes back through the words of a
# sentence by calling itself once a word, and a sentence ends at a full stop. Where some thousand words stand without one (a table of
# prices, a list of codes, a log, a CSV), Python's limit of 1,000 calls is reached; continuous-eval catches each error and takes it
# for "not relevant". A search that found the one right passage, and nothing else, has a precision, recall, MRR and nDCG of 0, as
# one that found nothing. The same words with a full stop after every twelfth have 1, and so has a list of 500. Nothing is said.
# What to do: ExactChunkMatch where the passages come from your own index; measure the right passages themselves as if they had been
# found, in which everything has to be 1; or raise the limit (sys.setrecursionlimit) above twice the longest passage's words.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check continuous-eval==0.3.14.post2 rouge==1.0.1
cat > measure.py <<'P'
import sys
from importlib.metadata import version

from continuous_eval.metrics.retrieval import PrecisionRecallF1, RankedRetrievalMetrics
from continuous_eval.metrics.retrieval.matching_strategy import ExactChunkMatch, RougeChunkMatch

for name in ("continuous-eval", "rouge"):
    print(name, version(name))


def codes(many, stops=False):
    """A list of error codes, as a text; where asked, with a full stop after every twelfth."""
    return " ".join(f"E{n}" + ("." if stops and n % 12 == 0 else "") for n in range(1, many + 1))


def measured(passage, match):
    """Precision, recall, MRR and nDCG of a search that found the one right passage and nothing else."""
    found = {**PrecisionRecallF1(match).compute([passage], [passage]), **RankedRetrievalMetrics(match).compute([passage], [passage])}
    return [found[name] for name in ("context_precision", "context_recall", "reciprocal_rank", "ndcg")]


SEEN = [
    ("500 codes", codes(500), RougeChunkMatch(), 1.0),
    ("1,050 codes", codes(1050), RougeChunkMatch(), 0.0),
    ("1,050 codes with full stops", codes(1050, stops=True), RougeChunkMatch(), 1.0),
    ("1,050 codes, ExactChunkMatch", codes(1050), ExactChunkMatch(), 1.0),
]
for words, passage, match, seen in SEEN:
    found = measured(passage, match)
    print(f"{words:30} precision, recall, MRR, nDCG {found}")
    assert found == [seen] * 4, "this has changed"
sys.setrecursionlimit(5000)
found = RougeChunkMatch().is_relevant(codes(1050), codes(1050))
print("1,050 codes with Python's limit at 5,000: relevant:", found)
assert found is True, "this has changed"
P
# at its import it looks for data of NLTK that none of this needs, and says at length where there is no network
CONTINUOUS_EVAL_DO_NOT_TRACK=true HOME="$folder" v/bin/python -W ignore measure.py 2>errors.txt || { cat errors.txt; exit 1; }
