"""Colors, sizes and the card: what all pictures share. Drawn on a card of its own, so that it reads in any theme.

Only the drawing process imports this: it brings matplotlib along.
"""

from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text

INK = "#1d1c1d"
SOFT = "#616061"
LINE = "#dddde3"
CARD = "#ffffff"
PAGE = "#f4f4f8"
CHOSEN = "#e6f3ec"
GREEN = "#147a4b"
AMBER = "#b86e00"
GRAY = "#8d8d96"
RED = "#c0392b"
BUCKETS = ("#4056a1", "#c2741f", "#2f8f83", "#b03a5b", "#7a5aa6", "#8d8d96")
HATCHES = ("", "///", "...", "xxx", "\\\\\\", "---")
WIDTH = 7.2
"""Inches; with `DPI` a picture is 1,440 pixels wide, twice what Slack shows."""
DPI = 200


def new_figure(height: float) -> Figure:
    """A figure with its card."""
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=PAGE)
    FigureCanvasAgg(figure)
    pad = 0.07
    figure.add_artist(
        FancyBboxPatch(
            (pad / WIDTH, pad / height),
            1 - 2 * pad / WIDTH,
            1 - 2 * pad / height,
            boxstyle="round,pad=0,rounding_size=0.02",
            transform=figure.transFigure,
            facecolor=CARD,
            edgecolor=LINE,
            linewidth=0.8,
            mutation_aspect=WIDTH / height,
            zorder=-1,
        )
    )
    return figure


def as_png(figure: Figure) -> bytes:
    """The picture's bytes; no text in it is ever read as a formula."""
    for text in figure.findobj(Text):
        text.set_parse_math(False)
    out = BytesIO()
    figure.savefig(out, format="png", facecolor=figure.get_facecolor(), metadata={"Software": "ftrag"})
    return out.getvalue()
