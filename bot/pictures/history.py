"""The reviews over the months: golden tasks passed with their uncertainty and the bar, and failures by bucket."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.pictures.plans import HistoryPlan, Month
from bot.pictures.style import BUCKETS, CARD, GRAY, GREEN, HATCHES, INK, LINE, RED, SOFT, WIDTH, new_figure

_HEIGHT = 4.9
_NARROW = 9
"""From more months than this on, words give way to signs."""
_PANEL = 0.855
"""The width of a panel, of the picture's."""
_FEWEST = 4
"""A picture of fewer months keeps their room free."""
_MANY_VERDICTS, _LEVELS = 5, 3


def draw_history(plan: HistoryPlan) -> Figure:
    """The picture: two panels over the same months."""
    figure = new_figure(_HEIGHT)
    figure.text(0.045, 0.94, "Golden tasks passed", fontsize=11.5, color=INK, weight="bold", va="center")
    note = "pale: where the true share may lie, as few tasks tell little"
    figure.text(0.955, 0.94, note, fontsize=8.2, color=SOFT, va="center", ha="right")
    figure.text(0.045, 0.495, "Failures logged, by bucket", fontsize=11.5, color=INK, weight="bold", va="center")
    tasks = figure.add_axes((0.105, 0.575, _PANEL, 0.285))
    failures = figure.add_axes((0.105, 0.175, _PANEL, 0.27))
    for axes in (tasks, failures):
        _plain(axes, len(plan.months))
    _tasks(tasks, plan)
    _failures(failures, plan)
    _verdicts(tasks, failures, plan)
    return figure


def _plain(axes: Axes, months: int) -> None:
    axes.set_facecolor("none")
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(LINE)
    axes.tick_params(length=0, labelsize=8.4, colors=SOFT)
    axes.set_xlim(-0.5, max(months, _FEWEST) - 0.5)
    axes.grid(axis="y", color=LINE, lw=0.6)
    axes.set_axisbelow(True)


def _tasks(axes: Axes, plan: HistoryPlan) -> None:
    axes.set_ylim(0, 1.18)
    ends = {0.0: "0", 0.5: "half", 1.0: "all"}
    ticks = {at: words for at, words in ends.items() if abs(at - plan.bar) > 0.1} | {plan.bar: f"bar {plan.bar:.0%}"}
    axes.set_yticks(sorted(ticks), [ticks[at] for at in sorted(ticks)])
    for label in axes.get_yticklabels():
        label.set_color(RED if label.get_text().startswith("bar") else SOFT)
    axes.set_xticks(())
    axes.axhline(plan.bar, color=RED, lw=1.2, ls=(0, (4, 3)), zorder=2)
    ran = [(at, month) for at, month in enumerate(plan.months) if month.was_reviewed and month.ran]
    axes.plot([at for at, _ in ran], [month.passed / month.ran for _, month in ran], color=GREEN, lw=1.6, zorder=3)
    for at, month in enumerate(plan.months):
        _month(axes, at, month, _slot(plan), is_narrow=len(plan.months) > _NARROW)


def _month(axes: Axes, at: int, month: Month, slot: float, *, is_narrow: bool) -> None:
    """The share passed, with the interval in which the true share lies; or why there is none."""
    if not (month.was_reviewed and month.ran):
        words = "none run" if month.was_reviewed else "missed"
        size = 6.4 if is_narrow else 8
        turned = 0 if _wide(words, size) < slot else 90
        axes.text(at, 0.06, words, fontsize=size, color=SOFT, ha="center", style="italic", rotation=turned)
        return
    share = month.passed / month.ran
    axes.plot((at, at), (month.low, month.high), color=GREEN, lw=5, alpha=0.22, solid_capstyle="round", zorder=2)
    axes.plot(at, share, "o", color=GREEN, ms=6.5, zorder=4, clip_on=False)
    words = f"{month.passed}/{month.ran}" if is_narrow else f"{month.passed} of {month.ran}"
    above = axes.annotate(words, (at, share), (0, 7), textcoords="offset points", fontsize=8.2, color=INK, ha="center")
    above.set(zorder=5, bbox={"boxstyle": "round,pad=0.12", "fc": CARD, "ec": "none", "alpha": 0.85})


def _failures(axes: Axes, plan: HistoryPlan) -> None:
    most = max((sum(month.failures) for month in plan.months), default=0)
    axes.set_ylim(0, max(4.0, most * 1.22))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_xticks(range(len(plan.months)), _labels(plan))
    below = [0] * len(plan.months)
    for number, bucket in enumerate(plan.buckets):
        counts = [month.failures[number] if number < len(month.failures) else 0 for month in plan.months]
        if not any(counts):
            continue
        axes.bar(
            range(len(counts)),
            counts,
            0.52,
            bottom=below,
            label=f"{bucket} ({sum(counts):,})",
            color=BUCKETS[number % len(BUCKETS)],
            hatch=HATCHES[number % len(HATCHES)],
            edgecolor=CARD,
            linewidth=0.6,
        )
        below = [under + count for under, count in zip(below, counts, strict=True)]
    for at, total in enumerate(below):
        high, color = total + axes.get_ylim()[1] * 0.025, INK if total else GRAY
        axes.text(at, high, _number(total, plan), fontsize=8.4, color=color, ha="center")
    if any(below):
        place = (0.48, -0.2)
        legend = axes.legend(loc="upper center", bbox_to_anchor=place, ncols=3, frameon=False, fontsize=8.2)
        for text in legend.get_texts():
            text.set_color(SOFT)
    else:
        where = (sum(axes.get_xlim()) / 2, axes.get_ylim()[1] * 0.375)
        axes.text(*where, "no failure was logged", fontsize=9, color=SOFT, ha="center", va="center", style="italic")


def _labels(plan: HistoryPlan) -> list[str]:
    """The months; where they stand close, the year stands under the first one and under each January alone."""
    if len(plan.months) <= _NARROW:
        return [month.label for month in plan.months]
    parts = [month.label.split(" ") for month in plan.months]
    return [f"{name}\n{year}" if at == 0 or name == "Jan" else f"{name}\n" for at, (name, year) in enumerate(parts)]


def _slot(plan: HistoryPlan) -> float:
    """How wide one month is, in inches."""
    return WIDTH * _PANEL / max(len(plan.months), _FEWEST)


def _wide(words: str, size: float) -> float:
    """About how wide the words are, in inches."""
    return len(words) * size * 0.0089


def _number(total: int, plan: HistoryPlan) -> str:
    """The number in full where it fits, else in thousands."""
    full = f"{total:,}"
    return full if _wide(full, 8.4) < _slot(plan) or total < 1_000 else f"{total / 1_000:,.0f}k"


def _verdicts(tasks: Axes, failures: Axes, plan: HistoryPlan) -> None:
    """A line through both panels where a verdict began, with its name; names that would touch stand one above."""
    is_narrow = sum(bool(month.verdict) for month in plan.months) > _MANY_VERDICTS
    size, slot, taken = 7.0 if is_narrow else 8.4, _slot(plan), [0.0] * _LEVELS
    for at, month in enumerate(plan.months):
        if not month.verdict:
            continue
        for axes in (tasks, failures):
            axes.axvline(at - 0.5, color=GRAY, lw=0.9, ls=(0, (1, 2)), zorder=1)
        wide = _wide(month.verdict, size)
        begin = min(at * slot, WIDTH * _PANEL - wide)
        level = next((number for number, end in enumerate(taken) if begin >= end), _LEVELS - 1)
        taken[level] = begin + wide
        tasks.annotate(
            month.verdict,
            (begin / slot - 0.5, 1.18),
            (3, 1 + level * (size + 1)),
            textcoords="offset points",
            fontsize=size,
            color=INK,
            weight="bold",
            va="bottom",
        )
