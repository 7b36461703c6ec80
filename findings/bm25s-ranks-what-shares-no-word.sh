#!/usr/bin/env bash
# One would guess: a search by words gives nothing for a query none of whose words stand in any text, or an empty query.
# What happens (bm25s 0.3.16, retrieve): it gives k texts all the same, those that were indexed last, in reverse order,
# each with the score 0.0; behind the one true hit of another query stand the same strangers. rank-bm25 0.2.2 does the
# same.
# What to do: drop what has the score 0 before anything is offered; never take "the three nearest" for near.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check bm25s==0.3.16 rank-bm25==0.2.2 numpy
v/bin/python - <<'PY'
from importlib.metadata import version

import bm25s
from rank_bm25 import BM25Okapi

TEXTS = ["prices change weekly", "articles in a wiki", "orders in a database", "a tone of voice"]
print("bm25s", version("bm25s"), "rank-bm25", version("rank-bm25"))
index = bm25s.BM25()
index.index(bm25s.tokenize(TEXTS, stopwords="en", show_progress=False), show_progress=False)


def nearest(query):
    tokens = bm25s.tokenize(query, stopwords="en", show_progress=False)
    found, scores = index.retrieve(tokens, k=3, show_progress=False)
    return [TEXTS[place] for place in found[0]], [round(float(score), 2) for score in scores[0]]


for query in ("zebra", "", "weekly zebra"):
    print(repr(query), *nearest(query))
other = BM25Okapi([text.split() for text in TEXTS]).get_top_n(["zebra"], TEXTS, n=3)
print("rank-bm25:", other)
assert nearest("zebra") == (["a tone of voice", "orders in a database", "articles in a wiki"], [0.0, 0.0, 0.0])
assert nearest("") == nearest("zebra")
assert nearest("weekly zebra")[0] == ["prices change weekly", "a tone of voice", "orders in a database"]
assert nearest("weekly zebra")[1][1:] == [0.0, 0.0]
assert other == nearest("zebra")[0]
PY
