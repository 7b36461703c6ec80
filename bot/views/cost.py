"""What wrong answers cost: the modal that asks for figures, and the estimate in the thread."""

from math import isfinite

from bot.ids import Act, Field, Modal, field_id
from bot.replies import CostMessage, CostModal
from bot.views.architecture import NAME, SHORT
from bot.views.blocks import Block, Message, Native, actions, bullets, button, context, message, modal, section
from bot.views.data import chart
from bot.views.inputs import text_input
from bot.views.text import name, ours, person
from bot.views.verdict import chosen
from rules.casing import upper_first
from rules.catalog.architectures import NAMES
from rules.framework import Architecture

_MOST = 40
_ASSUMED_SHOWN = 3
_SOURCES = "in the decision record, each with its source"
_FEWEST = 2
"""One architecture alone is no comparison."""
_READABLE = 25
"""A bar shorter than the longest by more than this cannot be seen beside it, least of all on a phone."""
_UNITS = ((1_000_000_000, "Billion "), (1_000_000, "Million "), (1_000, "Thousand "), (1, ""))
_TOO_FAR_APART = (
    "These figures lie too far apart to draw. Each one that you know narrows them: press Change the figures."
)


def cost(reply: CostMessage) -> Message:
    """The estimate: three sentences, the architectures, what it rests on, and that no must is overruled."""
    verdict = chosen(reply.verdict, passes=reply.passes)
    return message(
        section(f"*What wrong answers cost: {name(reply.name)}*", *(ours(one) for one in reply.says)),
        _picture(reply),
        bullets("*A month, in 8 of 10 cases*", _lines(reply)),
        bullets("*You gave*", [ours(one) for one in reply.given]) or section("*You gave* no figure."),
        bullets(
            "*Assumed for the rest*",
            [ours(_range(one)) for one in reply.assumed],
            most=_ASSUMED_SHOWN,
            more=f" {_SOURCES}",
        ),
        context(f"They stand {_SOURCES}.") if 0 < len(reply.assumed) <= _ASSUMED_SHOWN else None,
        actions(
            button("Change the figures", Act.COST, reply.assessment_id, says=f"Change the figures of {reply.name}")
        ),
        context(f"The verdict stays: {verdict}. Cost ranks only what passes. Figures by {person(reply.by)}."),
    )


def _picture(reply: CostMessage) -> Native | Block | None:
    """From and to, by architecture, where every bar can be read; the lines under it say the same in words."""
    drawn = [(one, one.ends) for one in reply.lines if one.ends is not None and all(map(isfinite, one.ends))]
    if len(drawn) < _FEWEST:
        return None
    sizes = [abs(end) for _, ends in drawn for end in ends if end]
    highest = max(sizes, default=0)
    if highest > _READABLE * min(sizes, default=0):
        return context(_TOO_FAR_APART)
    names = [SHORT[one.architecture] for one, _ in drawn]  # a longer one is cut on a phone
    unit, word = next((unit, word) for unit, word in _UNITS if highest >= unit or unit == 1)
    series = {name: [round(ends[at] / unit, 2) for _, ends in drawn] for at, name in enumerate(("From", "To"))}
    label = f"{word}{reply.currency} a month".strip()
    return Native((chart("bar", "What each would cost", names, series, y_label=label),), ())


def _range(assumed: str) -> str:
    """An assumption without its source, which the record tells: all of them here would be a wall of addresses."""
    return assumed.partition(". ")[0]


def _lines(reply: CostMessage) -> list[str]:
    """A line for each that passes, and one for all that do not."""
    told = [(one, f"{NAME[one.architecture]}: {ours(one.monthly)}") for one in reply.lines]
    fails = [line for one, line in told if one.is_ruled_out]
    return [
        *(upper_first(line) for one, line in told if not one.is_ruled_out),
        *([f"Not passing your bar: {'; '.join(fails)}"] if fails else []),
    ]


def asking(reply: CostModal) -> Block:
    """Asks for what the team knows; what stays empty is assumed, and the answer says how."""
    return modal(
        "What wrong answers cost",
        [
            section(f"*{name(reply.name)}*", "Give what you know. The rest is assumed, and the answer says why."),
            text_input(
                field_id(Field.COST_REQUESTS), "Requests a day", most=_MOST, hint="5,000", initial=reply.requests,
                optional=True,
            ),
            text_input(
                field_id(Field.COST_WRONG), "What a wrong answer costs", most=_MOST, hint="$12.50", initial=reply.wrong,
                optional=True, help_line="A ticket, a refund, rework. Without a currency: US dollars.",
            ),
            text_input(
                field_id(Field.COST_SAVED), "What a right answer saves", most=_MOST, hint="$3", initial=reply.saved,
                optional=True,
            ),
            *(_errors(reply, each) for each in dict.fromkeys(reply.asks)),
            context(f"The answer comes in the thread, for everyone there. {_overrules(reply)}"),
        ],
        kind=Modal.COST,
        submit="Estimate",
        close="Not now",
        private=reply.private,
    )  # fmt: skip


def _overrules(reply: CostModal) -> str:
    """That cost never overrules a must, and why some architectures are not asked about."""
    is_whole = len(reply.asks) == len(Architecture)
    return f"It never overrules what you must have{'' if is_whole else '; only what passes that is asked about'}."


def _errors(reply: CostModal, architecture: Architecture) -> Block:
    return text_input(
        field_id(Field.COST_ERRORS, architecture),
        f"Wrong answers with {NAMES[architecture]}, if you measured them",
        most=_MOST,
        hint="10-15%",
        initial=reply.errors.get(architecture, ""),
        optional=True,
    )
