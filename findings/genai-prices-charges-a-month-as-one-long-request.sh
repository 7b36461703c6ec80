#!/usr/bin/env bash
# One would guess: genai-prices gives the price of tokens: the usages of a month's requests, added up (Usage has a "+"), cost
# what the requests cost one by one.
# What happens (genai-prices 0.2.3 and the prices in it): a Usage is always ONE request. Some models take more for all tokens
# of a request whose prompt is longer than a bar (200,000 or 272,000 tokens), and a sum of many requests lies above it: a
# thousand requests of 2,000 tokens with answers of 300 cost $5.50 with gemini-2.5-pro, and as a sum $9.50; with
# claude-sonnet-4-5 $10.50 and $18.75. gpt-5, which has no bar, costs what gemini-2.5-pro costs, and as a sum $5.50 to
# $9.50: the comparison of two models comes out wrong, not the amount alone. A price a million tokens, asked for with
# input_tokens=1_000_000, is twice the list price of such a model for the same reason. Nothing is said.
# What to do: price each request and add up the prices; for an estimate, price one usual request and multiply; take list
# prices from a request far below the bar.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check genai-prices==0.2.3
v/bin/python - <<'P'
from datetime import datetime, timezone
from decimal import Decimal
from importlib.metadata import version

from genai_prices import Usage, calc_price

DAY, REQUESTS = datetime(2026, 11, 28, tzinfo=timezone.utc), 1000
ONE = Usage(input_tokens=2_000, output_tokens=300)


def price(usage, model):
    return calc_price(usage, model_ref=model, genai_request_timestamp=DAY).total_price


print("genai-prices", version("genai-prices"))
month = sum([ONE] * (REQUESTS - 1), ONE)
assert (month.input_tokens, month.output_tokens) == (2_000_000, 300_000)
SEEN = {
    "gemini-2.5-pro": ("5.50", "9.50"),
    "claude-sonnet-4-5": ("10.50", "18.75"),
    "gpt-5.4": ("9.50", "16.75"),
    "gpt-5": ("5.50", "5.50"),
    "gemini-2.5-flash": ("1.35", "1.35"),
}
for model, seen in SEEN.items():
    found = REQUESTS * price(ONE, model), price(month, model)
    print(f"{model:18} {REQUESTS} requests one by one ${found[0]:.2f}, added up ${found[1]:.2f}")
    assert found == tuple(map(Decimal, seen)), "this has changed"
million = price(Usage(input_tokens=1_000_000), "gemini-2.5-pro"), 100 * price(Usage(input_tokens=10_000), "gemini-2.5-pro")
print(f"a million tokens for gemini-2.5-pro: ${million[0]:.2f} in one request, ${million[1]:.2f} in a hundred")
assert million == (Decimal("2.5"), Decimal("1.25")), "this has changed"
P
