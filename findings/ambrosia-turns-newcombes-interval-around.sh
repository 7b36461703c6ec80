#!/usr/bin/env bash
# One would guess: Newcombe's interval for a difference of two shares, which is taken because it holds for few tasks, is the one
# of the literature: 5 of 10 right against 9 of 10 leave it open whether there is a difference, from -0.002 to 0.676, and the p-value
# that is made of it agrees.
# What happens (ambrosia 0.5.3.post1, Tester with method="binary", interval_type="newcombe"; beside it statsmodels 0.14.6 and Fisher's
# exact test of scipy 1.16.3): the two halves are swapped. The lower bound takes the lower end of the first share and the upper end
# of the second, where it has to be the other way round, so the interval is mirrored at the difference: 0.124 to 0.802. The p-value
# is 0.0001 where Fisher has 0.14, and 0.0016 where he has 0.087, for 10 against 6 of 10; whoever asks for p < 0.05 ships a bot, or
# keeps one back, on ten tasks that prove nothing. Near a half or with many tasks the halves are alike, so 500 against 530 of 1,000
# is right to the third digit, and no usual example shows it. interval_type="agresti" is not concerned. Nothing is said.
# What to do: confint_proportions_2indep(method="newcomb") of statsmodels, or interval_type="agresti"; try an interval on ten tasks
# with a share near 1 against a second library before it decides.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check numpy==2.3.5 scipy==1.16.3 pandas==2.3.3 statsmodels==0.14.6 joblib==1.5.2 pyyaml==6.0.3
v/bin/pip install -q --no-compile --disable-pip-version-check --no-deps ambrosia==0.5.3.post1 # its booster, 100 MB, has no part in it
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import pandas
from ambrosia.tester import Tester
from scipy.stats import fisher_exact
from statsmodels.stats.proportion import confint_proportions_2indep

for name in ("ambrosia", "statsmodels", "scipy"):
    print(name, version(name))


def by_ambrosia(first, second, of, interval):
    rows = [("first", int(n < first)) for n in range(of)] + [("second", int(n < second)) for n in range(of)]
    tester = Tester(dataframe=pandas.DataFrame(rows, columns=["bot", "right"]), metrics="right", column_groups="bot")
    [found] = tester.run(method="binary", interval_type=interval).to_dict("records")
    return [round(float(bound), 3) for bound in found["confidence_interval"]], round(float(found["pvalue"]), 4)


def by_others(first, second, of):
    bounds = confint_proportions_2indep(second, of, first, of, compare="diff", method="newcomb")
    return [round(float(bound), 3) for bound in bounds], round(float(fisher_exact([[first, of - first], [second, of - second]])[1]), 4)


SEEN = [
    ((5, 9, 10), ([0.124, 0.802], 0.0001), ([-0.002, 0.676], 0.1409)),
    ((10, 6, 10), ([-0.762, -0.113], 0.0016), ([-0.687, -0.038], 0.0867)),
    ((12, 19, 20), ([0.133, 0.61], 0.0004), ([0.09, 0.567], 0.0197)),
    ((500, 530, 1000), ([-0.014, 0.074], 0.1784), ([-0.014, 0.074], 0.1944)),
]
for case, seen, right in SEEN:
    first, second, of = case
    found, other, agresti = by_ambrosia(*case, "newcombe"), by_others(*case), by_ambrosia(*case, "agresti")
    print(f"{first} and {second} of {of}: ambrosia {found[0]}, p {found[1]}; statsmodels {other[0]}, Fisher's p {other[1]}; agresti {agresti}")
    assert found == seen and other == right, "this has changed"
    difference = (second - first) / of
    mirrored = [round(2 * difference - bound, 3) for bound in reversed(found[0])]
    assert max(abs(one - two) for one, two in zip(mirrored, other[0])) <= 0.002, "not mirrored any more"
P
