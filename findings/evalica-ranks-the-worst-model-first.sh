#!/usr/bin/env bash
# One would guess: the methods of evalica, a library for leaderboards of models from pairwise judgments, put the model first
# that wins most; a model that won every comparison is at the top, or the method says that it can't place it.
# What happens (evalica 0.4.2; beside it choix 0.4.1): eigen() is the wrong way round. Of three models of which A wins 85, B 45
# and C 20 of 100 comparisons, C has the highest score and stands first; pagerank(), from the same wins, has A first. Where
# A won all of its comparisons, bradley_terry() and newman() give 0.000001 to every model, and pairwise_frame() makes even
# chances of it. Of two models without a tie newman() makes 1.0 and 1.0, whether it was 75 to 25 or 90 to 10 (and 3.0 and
# 0.333 with limit=101: it swings between the two); with one tie beside them it tells the two apart. Both solvers agree.
# The scores come sorted as a ranking, and nothing is said.
# What to do: average_win_rate() beside whatever method you publish, and compare the order; look at `iterations` against the
# limit; where a model never lost, add one tie a pair, or take choix's ilsr_pairwise with alpha above 0.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check evalica==0.4.2 choix==0.4.1
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import choix
import evalica
from evalica import Winner


def judged(*pairs):
    rows = [(x, y, winner) for x, y, *times in pairs for winner, many in zip((Winner.X, Winner.Y, Winner.Draw), times) for _ in range(many)]
    return tuple(zip(*rows))


def scores(method, runs, solver):
    return {name: float(f"{score:.3g}") for name, score in getattr(evalica, method)(*runs, solver=solver).scores.items()}


def counted(runs):
    """The order by a library of its own, and the share of wins by hand."""
    names = sorted(set(runs[0]) | set(runs[1]))
    wins = [(x, y) if winner == Winner.X else (y, x) for x, y, winner in zip(*runs) if winner != Winner.Draw]
    other = choix.ilsr_pairwise(len(names), [(names.index(w), names.index(l)) for w, l in wins], alpha=0.01)
    shares = {n: sum(w == n for w, _ in wins) / sum(n in pair for pair in wins) for n in names}
    assert sorted(names, key=shares.get) == sorted(names, key=lambda n: other[names.index(n)]), "the two disagree"
    return {name: round(shares[name], 3) for name in sorted(names, key=shares.get, reverse=True)}


THREE = judged(("A", "B", 80, 20, 0), ("B", "C", 70, 30, 0), ("A", "C", 90, 10, 0))
CHAMPION = judged(("A", "B", 10, 0, 0), ("B", "C", 7, 3, 0), ("A", "C", 10, 0, 0))
TWO, ONE_TIE = judged(("A", "B", 75, 25, 0)), judged(("A", "B", 75, 25, 1))
SEEN = [
    ("A best, C worst", THREE, "average_win_rate", {"A": 0.85, "B": 0.45, "C": 0.2}),
    ("A best, C worst", THREE, "bradley_terry", {"A": 3.31, "B": 0.836, "C": 0.361}),
    ("A best, C worst", THREE, "pagerank", None),
    ("A best, C worst", THREE, "eigen", {"C": 0.791, "B": 0.56, "A": 0.246}),
    ("A never lost", CHAMPION, "average_win_rate", {"A": 1.0, "B": 0.35, "C": 0.15}),
    ("A never lost", CHAMPION, "bradley_terry", {"A": 1e-06, "B": 1e-06, "C": 1e-06}),
    ("A never lost", CHAMPION, "newman", {"A": 1e-06, "B": 1e-06, "C": 1e-06}),
    ("75 to 25", TWO, "bradley_terry", {"A": 1.73, "B": 0.577}),
    ("75 to 25", TWO, "newman", {"A": 1.0, "B": 1.0}),
    ("90 to 10", judged(("A", "B", 90, 10, 0)), "newman", {"A": 1.0, "B": 1.0}),
    ("75 to 25 and a tie", ONE_TIE, "newman", None),
]
for name in ("evalica", "choix"):
    print(name, version(name))
for words, runs, method, seen in SEEN:
    found = [scores(method, runs, solver) for solver in ("pyo3", "naive")]
    print(f"{words:19} {method:16} {found[0]}  wins counted: {counted(runs)}")
    assert list(found[0].items()) == list((seen or found[0]).items()), "this has changed"
    assert found[0] == found[1] or seen is None, "this has changed"
    if seen is None:
        assert list(found[0]) == list(counted(runs)), "this has changed"
chances = evalica.pairwise_frame(evalica.bradley_terry(*CHAMPION).scores).round(3)
print("chances of A, which never lost:", chances.loc["A"].to_dict())
assert (chances == 0.5).all(axis=None), "this has changed"
longer = evalica.newman(*TWO, limit=101).scores.round(3).to_dict()
print("newman, 75 to 25, with limit=101:", longer)
assert longer == {"A": 3.0, "B": 0.333}, "this has changed"
P
