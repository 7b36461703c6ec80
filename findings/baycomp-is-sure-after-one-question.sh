#!/usr/bin/env bash
# One would guess: baycomp ("Bayesian tests for comparison of classifiers"), handed the scores of two systems, says how probable
# it is that the second is better; one question, or three, of a hundred leave that open, and twenty of twenty say more than one
# of one.
# What happens (baycomp 1.0.3 with numpy 2.4.6; beside it the sign test by hand): two_on_multiple as it comes, with rope=0,
# gives exactly 1.0 as soon as ALL differences point one way, be it one: one question of a hundred, ninety-nine equal, and the
# second is "better with a probability of 1", where the sign test has 1.0 as p, that is nothing. Two data sets that differ by a
# thousandth each do the same. One difference the other way, and it is a probability again: 5 to 1 has 0.97, 2 to 1 has 0.75. No
# seed changes it: the prior sits at no difference, and what is equal counts half for each side, so nothing ever stands against
# the one that differs. SignTest, on the same hundred scores of 0 and 1, gives nan for both sides. A small rope gives the other
# answer, 1.0 for "no difference", even at 5 to 0. The result has three parts where the docstring has two. Only nan warns.
# What to do: for answers that are right or wrong count both kinds of differences and take the exact sign test (McNemar's) or a
# beta by hand; look at a 1.0 as "all one way", and at how many those are.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check baycomp==1.0.3 numpy==2.4.6
v/bin/python -W ignore - <<'P'
from importlib.metadata import version
from math import comb

import numpy
from baycomp import SignTest, two_on_multiple

print("baycomp", version("baycomp"), "numpy", version("numpy"))


def scores(questions, second_right, first_right):
    """Two systems, equal but for the questions that only one of them got right."""
    first, second = numpy.zeros(questions), numpy.zeros(questions)
    second[:second_right] = 1
    first[second_right : second_right + first_right] = 1
    return first, second


def by_hand(more, less):
    """The two-sided sign test: how often a coin is as far from half as this."""
    tosses = more + less
    return min(1.0, 2 * sum(comb(tosses, each) for each in range(max(more, less), tosses + 1)) / 2**tosses)


SEEN = [(1, 1, 0, 1.0, 1.0), (100, 1, 0, 1.0, 1.0), (100, 3, 0, 1.0, 0.25), (100, 5, 0, 1.0, 0.06), (20, 20, 0, 1.0, 0.0)]
for questions, more, less, seen, right in SEEN:
    parts = {two_on_multiple(*scores(questions, more, less), random_state=seed, nsamples=2000) for seed in range(5)}
    p = by_hand(more, less)
    print(f"{questions} questions, {more} to {less}: the second is better {[tuple(map(float, one)) for one in parts]}, sign test p {p:.2f}")
    assert parts == {(0.0, 0.0, seen)} and round(p, 2) == right, "this has changed"
for more, less, seen in ((5, 1, 0.97), (2, 1, 0.75), (1, 1, 0.5)):
    part = float(two_on_multiple(*scores(100, more, less), random_state=1)[-1])
    print(f"100 questions, {more} to {less}: {part:.2f}, sign test p {by_hand(more, less):.2f}")
    assert abs(part - seen) < 0.02, "this has changed"
close = two_on_multiple(numpy.array([0.701, 0.640]), numpy.array([0.702, 0.641]), random_state=1)
print("two data sets, a thousandth apart:", tuple(map(float, close)))
assert close == (0.0, 0.0, 1.0), "this has changed"
five = scores(100, 5, 0)
sign, rope = SignTest.probs(*five, random_state=1), two_on_multiple(*five, rope=0.01, random_state=1, nsamples=2000)
print("5 to 0 of 100: SignTest", tuple(map(float, sign)), "two_on_multiple with a rope of 0.01", tuple(map(float, rope)))
assert all(numpy.isnan(sign)) and rope == (0.0, 1.0, 0.0), "this has changed"
P
