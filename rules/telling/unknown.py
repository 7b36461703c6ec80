"""What cannot be answered, and what can: help, costs that need figures, and the nearest questions."""

from rules.framework import Architecture
from rules.hearing import Asked
from rules.telling.values import Background, Told
from rules.telling.wording import listed, name

_EXAMPLES = ("why not fine-tuning?", "what if it changed weekly?", "what would change it?", "what is a golden set?")

OUTSIDE = "That is outside what I know: I know this team's answers and the rulebook."
"""What is said first to a question that no row, fact or record answers."""


def nearest() -> tuple[Asked, ...]:
    """The three questions that are asked most, and that can always be answered."""
    return (Asked("why"), Asked("what_would_change"), Asked("compare", {"architectures": ()}))


def unknown(asked: Asked, background: Background) -> Told:
    """That it is outside what is known here, and three things that are not."""
    chosen = name(background.verdict.verdict)
    says = (
        OUTSIDE,
        f"I can say why {chosen}, what would change it, or compare the architectures.",
    )
    return Told(asked, says, nearest=nearest())


def help_shown(asked: Asked, background: Background) -> Told:
    """What can be asked."""
    others = [name(one) for one in Architecture if one is not background.verdict.verdict]
    says = (
        f"Ask me about this decision: {listed(f'“{one}”' for one in _EXAMPLES)}.",
        "I can also say who answered what, what to do next, how sure it is, what mistakes cost, who else did this.",
    )
    return Told(
        asked,
        says,
        (
            f"Others to ask about: {listed(others)}.",
            "A change stated as a fact is recorded: “we now have 5,000 labeled tickets”.",
        ),
    )
