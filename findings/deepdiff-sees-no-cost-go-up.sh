#!/usr/bin/env bash
# One would guess: DeepDiff, which compares two results of a run as it compares any two objects, can compare costs a token, far below
# a thousandth of a dollar, to so many digits: number_format_notation="e" is there to count digits as 2.5e-07 has them, wherever the
# point stands. And it tells 1 from True in a list as it does in a dictionary.
# What happens (deepdiff 9.1.0; beside it Python's own format): each number is rounded to so many places behind the POINT first, and
# then written with an exponent. With significant_digits=3 and "e" a cost a token of 2.5e-07 and one of 4.9e-04, some two thousand times
# as much, are both 0, and the comparison is empty; the same to the last with "f", so the notation changes nothing for small numbers.
# Without significant_digits every difference is found. Of lists, [1, 1, 0] and [True, True, False] are the same, and so are [1, 2] and
# [1.0, 2], while {"ok": 1} and {"ok": True} are not; with ignore_order the lists differ, and so they do once another item is not the
# same. Nothing is said; an empty answer means "no change".
# What to do: leave significant_digits out and give math_epsilon, smaller than the smallest cost; or compare in millionths of a dollar;
# write verdicts as one type before they are compared.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check deepdiff==9.1.0
v/bin/python - <<'P'
from importlib.metadata import version

from deepdiff import DeepDiff

print("deepdiff", version("deepdiff"))
SEEN = [
    # cost before, cost after, digits, whether a difference is found with "e", with "f"
    (2.5e-07, 9.6e-07, 3, False, False),
    (2.5e-07, 4.9e-04, 3, False, False),
    (2.5e-07, 5.1e-04, 3, True, True),
    (0.012, 0.014, 2, False, False),
    (1.25, 1.37, 2, True, True),
]
for before, after, digits, *seen in SEEN:
    one, other = {"cost": before}, {"cost": after}
    found = [bool(DeepDiff(one, other, significant_digits=digits, number_format_notation=form)) for form in "ef"]
    right = f"{before:.{digits}e}" != f"{after:.{digits}e}"
    plain, epsilon = bool(DeepDiff(one, other)), bool(DeepDiff(one, other, math_epsilon=1e-08))
    print(f"{before} and {after}, {digits} digits: differ with 'e' {found[0]}, 'f' {found[1]}, format() {right}, math_epsilon {epsilon}")
    assert (found, right, plain, epsilon) == (seen, True, True, True), "this has changed"

LISTS = [
    ([1, 1, 0], [True, True, False], {}, False),
    ([1, 2], [1.0, 2], {}, False),
    ({"verdicts": [1, 0]}, {"verdicts": [True, False]}, {}, False),
    ([1, 1, 0], [True, True, False], {"ignore_order": True}, True),
    ({"ok": 1}, {"ok": True}, {}, True),
    ([{"ok": 1}], [{"ok": True}], {}, True),
    ([1, 0, 0], [True, 1, 0], {}, True),
]
for one, other, options, seen in LISTS:
    found = DeepDiff(one, other, **options)
    print(f"{one} and {other} {options or ''}: {dict(found) or 'no difference'}")
    assert bool(found) is seen, "this has changed"
P
