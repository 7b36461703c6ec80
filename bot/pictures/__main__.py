"""`python -m bot.pictures`: the drawing process. A plan as JSON on standard input becomes a PNG on standard output.

It lives for one picture: matplotlib's memory and its seconds of work never touch the process that talks with Slack.
"""

import json
import sys
import warnings
from typing import Any

from bot.pictures.demands import draw_demands
from bot.pictures.history import draw_history
from bot.pictures.plans import DemandBar, DemandsPlan, HistoryPlan, Month
from bot.pictures.style import as_png


def draw(said: dict[str, Any]) -> bytes:
    """The picture of a plan that came as JSON. Raises KeyError or TypeError for one that is none."""
    if said["kind"] == "demands":
        rows = tuple(DemandBar(**{**row, "degrees": tuple(row["degrees"])}) for row in said["rows"])
        return as_png(draw_demands(DemandsPlan(**{**said, "columns": tuple(said["columns"]), "rows": rows})))
    months = tuple(Month(**{**month, "failures": tuple(month["failures"])}) for month in said["months"])
    return as_png(draw_history(HistoryPlan(**{**said, "months": months, "buckets": tuple(said["buckets"])})))


def main() -> None:
    """Read, draw, write."""
    warnings.simplefilter("ignore")  # a letter that the font lacks is shown as a box; the alt text has it
    sys.stdout.buffer.write(draw(json.load(sys.stdin)))


if __name__ == "__main__":
    main()
