"""Demands by architectures: how far each delivers what was asked for, by shape and by color, the chosen one tinted."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Wedge

from bot.pictures.plans import DegreeName, DemandBar, DemandsPlan
from bot.pictures.style import AMBER, CARD, CHOSEN, GRAY, GREEN, INK, LINE, SOFT, WIDTH, new_figure

_TOP, _HEAD, _ROW, _FOOT = 0.62, 0.42, 0.40, 0.56
_LEFT, _RIGHT = 2.95, 0.25
_RADIUS = 0.105
_WORDS: dict[DegreeName, str] = {"fully": "delivers it", "partly": "in part", "not": "does not"}


def draw_demands(plan: DemandsPlan) -> Figure:
    """The picture."""
    height = _TOP + _HEAD + _ROW * max(1, len(plan.rows)) + _FOOT
    figure = new_figure(height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    axes.text(
        0.32, 0.42, "How far each architecture delivers what you asked for", fontsize=11.5, color=INK, weight="bold"
    )
    _head(axes, plan, height)
    for number, row in enumerate(plan.rows):
        _row(axes, plan, row, _TOP + _HEAD + _ROW * (number + 0.5), is_last=number == len(plan.rows) - 1)
    _legend(axes, plan, height - 0.33)
    return figure


def _center(plan: DemandsPlan, column: int) -> float:
    step = (WIDTH - _LEFT - _RIGHT) / len(plan.columns)
    return _LEFT + step * (column + 0.5)


def _head(axes: Axes, plan: DemandsPlan, height: float) -> None:
    step = (WIDTH - _LEFT - _RIGHT) / len(plan.columns)
    left = _center(plan, plan.chosen) - step / 2 + 0.04
    size = (step - 0.08, height - _TOP - _FOOT + 0.05)
    tint = FancyBboxPatch(
        (left, _TOP - 0.02), *size, boxstyle="round,pad=0,rounding_size=0.09", fc=CHOSEN, ec=GREEN, lw=1
    )
    axes.add_patch(tint)
    for number, name in enumerate(plan.columns):
        is_chosen = number == plan.chosen
        weight, color = ("bold", GREEN) if is_chosen else ("normal", INK)
        axes.text(
            _center(plan, number),
            _TOP + _HEAD / 2,
            name,
            fontsize=10,
            color=color,
            weight=weight,
            ha="center",
            va="center",
        )


def _row(axes: Axes, plan: DemandsPlan, row: DemandBar, y: float, *, is_last: bool) -> None:
    axes.plot((0.32, WIDTH - _RIGHT), (y - _ROW / 2,) * 2, color=LINE, lw=0.7, zorder=1.5)
    if is_last:
        axes.plot((0.32, WIDTH - _RIGHT), (y + _ROW / 2,) * 2, color=LINE, lw=0.7, zorder=1.5)
    axes.text(0.32, y, _short(row.label), fontsize=9.6, color=INK, va="center")
    axes.text(_LEFT - 0.1, y, "must" if row.is_must else "wish", fontsize=8, color=SOFT, va="center", ha="right")
    for number, degree in enumerate(row.degrees):
        mark(axes, degree, _center(plan, number), y)


def _short(label: str) -> str:
    return label if len(label) <= 26 else label[:25].rstrip() + "…"


def mark(axes: Axes, degree: DegreeName, x: float, y: float) -> None:
    """A full green disc with a tick, a half amber one, an empty gray one with a dash."""
    if degree == "fully":
        axes.add_patch(Circle((x, y), _RADIUS, fc=GREEN, ec=GREEN, lw=1, zorder=3))
        points = ((x - 0.05, y + 0.005), (x - 0.012, y + 0.042), (x + 0.052, y - 0.042))
        axes.plot(
            *zip(*points, strict=True), color=CARD, lw=1.6, solid_capstyle="round", solid_joinstyle="round", zorder=4
        )
    elif degree == "partly":
        axes.add_patch(Circle((x, y), _RADIUS, fc=CARD, ec=AMBER, lw=1.3, zorder=3))
        axes.add_patch(Wedge((x, y), _RADIUS, 90, 270, fc=AMBER, ec=AMBER, lw=0, zorder=4))
    else:
        axes.add_patch(Circle((x, y), _RADIUS, fc=CARD, ec=GRAY, lw=1.1, zorder=3))
        axes.plot((x - 0.045, x + 0.045), (y, y), color=GRAY, lw=1.3, solid_capstyle="round", zorder=4)


def _legend(axes: Axes, plan: DemandsPlan, y: float) -> None:
    x = 0.32 + _RADIUS
    for degree, words in _WORDS.items():
        mark(axes, degree, x, y)
        axes.text(x + 0.19, y, words, fontsize=8.6, color=SOFT, va="center")
        x += 1.12
    axes.text(
        x + 0.1,
        y,
        "Tinted: the verdict" if plan.passes else "Tinted: the closest; nothing passes",
        fontsize=8.6,
        color=GREEN,
        va="center",
    )
