#!/usr/bin/env bash
# One would guess: quantulum3 ("extract quantities from unstructured text"; ranges and spelled-out numbers are in its README)
# finds in a price of so much for so many tokens the price, at worst the two numbers; K and M behind a number are thousands and
# millions for tokens as they are for dollars; a range in dollars is a range.
# What happens (quantulum3 0.10.0, as pip installs it): a slash between numbers is a fraction, and a K or M behind it multiplies
# the whole: "$3/1M tokens" is 3,000,000 dollars, "$15/1k requests" 15,000, while "$20/100 seats" is 0.2. "$3/million tokens" is
# 0.000003, since it reads "milli" and leaves "on". "$2.50/1,000 calls" is the number 0, "$2.50/1000 calls" nothing at all.
# "$3M" is three million, "5M tokens" are 5 metres and "200K tokens" 200 kelvin. "$10 to $20" is 15, as a range should be,
# "between $10 and $20" is 10, and so is "$10-$20"; "one in ten answers" is 10. All come as plain quantities with a span; the
# only word is a warning, at the start, that a classifier for units is not installed.
# What to do: take prices with a pattern of your own that names the part after the slash; write out "per 1,000,000 tokens" and
# check that two numbers come back; show what was read beside the text that it came from.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check quantulum3==0.10.0
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from quantulum3 import parser

print("quantulum3", version("quantulum3"))
SEEN = {
    "$3 per 1,000,000 tokens": [(3, "dollar", "$3"), (1_000_000, "dimensionless", "1,000,000")],
    "$3/1M tokens": [(3_000_000, "dollar", "$3/1M")],
    "$15/1k requests": [(15_000, "dollar", "$15/1k")],
    "$20/100 seats": [(0.2, "dollar", "$20/100")],
    "$3/million tokens": [(0.000003, "dollar", "$3/milli")],
    "$2.50/1,000 calls": [(0, "dimensionless", "000")],
    "$2.50/1000 calls": [],
    "$3M": [(3_000_000, "dollar", "$3M")],
    "5M tokens": [(5, "metre", "5M")],
    "200K tokens": [(200, "kelvin", "200K")],
    "$10 to $20": [(15, "dollar", "$10 to $20")],
    "between $10 and $20": [(10, "dollar", "$10")],
    "$10-$20": [(10, "dollar dollar to the 20", "$10-$20")],
    "one in ten answers": [(10, "dimensionless", "ten")],
}
for text, seen in SEEN.items():
    found = [(each.value, each.unit.name, each.surface) for each in parser.parse(text)]
    print(f"{text:24}", ", ".join(f"{value:,f}".rstrip("0").rstrip(".") + f" {unit} ({surface})" for value, unit, surface in found) or "nothing")
    assert found == seen, "this has changed"
P
