#!/usr/bin/env bash
# One would guess: gbstats, the statistics of GrowthBook as a package of its own, tells a bot with 100 of 100 answers right from one with
# 50: nothing is plainer; a result that could not be computed has no numbers in it, or raises.
# What happens (gbstats 0.8.0; beside it Fisher's exact test and Welch's t-test of scipy 1.16.3): where either bot has all right or none
# at all, its variance is 0, and everything is given as for two equal bots: expected 0.0, the interval [0, 0], p = 1.0, and a
# chance_to_win of 0.5, in the frequentist, the sequential and the Bayesian test alike. 99 against 50 is a loss of 0.49 with
# p = 4e-16; one more right answer of the first, and there is no difference. A new bot that breaks everything (0 of 100 after 90) does
# not fail a bar on p or on the loss, and one that gets all right does not win. Only the field error_message tells,
# which is no part of those numbers; difference_type="absolute", which needs no division by the first share, is no way out.
# What to do: look at error_message before any number; where a bot has all or none right, take Fisher's exact test.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check gbstats==0.8.0 scipy==1.16.3
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from gbstats.bayesian.tests import EffectBayesianABTest, EffectBayesianConfig
from gbstats.frequentist.tests import FrequentistConfig, SequentialConfig, SequentialTwoSidedTTest, TwoSidedTTest
from gbstats.models.statistics import ProportionStatistic
from scipy.stats import fisher_exact, ttest_ind

print("gbstats", version("gbstats"))
TESTS = [
    (TwoSidedTTest, FrequentistConfig(difference_type="absolute")),
    (SequentialTwoSidedTTest, SequentialConfig(difference_type="absolute")),
    (EffectBayesianABTest, EffectBayesianConfig(difference_type="absolute")),
]


def answers(right, of=100):
    return [1] * right + [0] * (of - right)


def compared(first, second):
    """The expected difference, its interval, and p or the chance that the second wins, by each test."""
    bots = [ProportionStatistic(sum=right, n=100) for right in (first, second)]
    found = [test(*bots, config).compute_result() for test, config in TESTS]
    return [(round(each.expected, 2), getattr(each, "p_value", None) or getattr(each, "chance_to_win", 0), each.error_message) for each in found]


for first, second, computed in ((99, 50, True), (100, 50, False), (90, 1, True), (90, 0, False), (50, 100, False)):
    fisher = fisher_exact([[first, 100 - first], [second, 100 - second]])[1]
    welch = ttest_ind(answers(first), answers(second), equal_var=False)[1]
    found = compared(first, second)
    print(f"{first} and {second} of 100 right: Fisher's p {fisher:.0e}, Welch's {welch:.0e}")
    for (test, _), (difference, chance, word) in zip(TESTS, found):
        print(f"    {test.__name__:24} difference {difference}, {'chance to win' if test is TESTS[2][0] else 'p'} {chance:.2g}, {word}")
    assert fisher < 1e-9 and welch < 1e-9
    assert [difference for difference, _, _ in found] == [(second - first) / 100 if computed else 0.0] * 3, "this has changed"
    assert ([chance for _, chance, _ in found] == [1.0, 1.0, 0.5]) is not computed, "this has changed"
    assert all((word is None) is computed for _, _, word in found), "this has changed"
P
