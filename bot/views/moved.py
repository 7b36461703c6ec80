"""What a review says of answers that changed since the decision: the two verdicts, side by side and in one line."""

from collections.abc import Sequence

from bot.replies import Changed
from bot.views.architecture import NAME, closest
from bot.views.verdict import change
from rules.review import Conclusion

_MOST = 6


def compared(conclusion: Conclusion, changes: Sequence[Changed]) -> list[str]:
    """The old and the new verdict side by side."""
    told = [f"{change(one)}" for one in changes[:_MOST]]
    same = conclusion.decided is conclusion.before and conclusion.passes
    now = "*the same*" if same else _decided(conclusion)
    return [
        f"*Facts that changed.* {'; '.join(told)}." if told else "*Facts that changed.*",
        f"Verdict before: *{NAME[conclusion.before]}*. On the facts as they are now: {now}.",
    ]


def meanwhile(conclusion: Conclusion) -> str:
    """Why the outcome names another architecture than the decision above it in the channel; empty where it does not."""
    is_advised = conclusion.passes and conclusion.decided is conclusion.architecture
    if is_advised or not conclusion.changed:
        return ""
    then = "; step down once the bar is reached" if conclusion.passes else ""
    return f"On the facts as they are now: {_decided(conclusion)}{then}."


def _decided(conclusion: Conclusion) -> str:
    now = conclusion.decided
    return f"*{NAME[now]}*" if conclusion.passes else f"nothing passes; {closest(now)}"
