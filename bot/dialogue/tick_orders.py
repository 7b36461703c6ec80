"""What is to be ticked by an order beside what it tells: found on the roadmap, or said that it is not there.

Whatever names one item is ticked as by any news of it. What names none ticks nothing, and the open ones are shown.
"""

from bot.commands import TypedText
from bot.dialogue.names import clean
from bot.dialogue.shown import still_to_do
from bot.dialogue.turn import Turn, privately
from bot.replies import HeardReply, OfferedItem
from rules.hearing.following.marking import Named, marked
from rules.hearing.following.tick_orders import TickOrder, read_tick_order
from storage.records import Assessment, ChecklistItem, ItemState

_SHOWN = 3
_QUOTED = 80


def ordered(assessment: Assessment, command: TypedText, text: str) -> str | Turn | None:
    """The same order by the item's own title, or what is said where no one item is meant; None where none is given."""
    order = read_tick_order(text)
    if order is None:
        return None
    items = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    found = marked(order.what, [Named(item.id, item.title) for item in items]).items
    meant = [items[at] for at in dict.fromkeys(at for each in found for at in each)]
    if order.is_denied and not meant:
        return None
    if len(meant) == 1 and not order.is_denied:
        return f"tick {meant[0].title}"
    return _asked(assessment, command, order, meant)


def _asked(assessment: Assessment, command: TypedText, order: TickOrder, meant: list[ChecklistItem]) -> Turn:
    """Which item is meant: those that go by the words, else the next ones that are open."""
    open_ones = [item for item in meant if item.state is ItemState.OPEN] or still_to_do(assessment)[:_SHOWN]
    what = clean(order.what, _QUOTED)
    unknown = f"No step of the roadmap goes by “{what}”, so nothing was ticked." if what and not meant else ""
    which = "Nothing was ticked. Which one is done?" if not unknown else "These are open; press one if it is done."
    says = (unknown, which if open_ones else "Everything on the roadmap is done.")
    offered = tuple(OfferedItem(item_id=item.id, label=f"Tick: {item.title}", ticks=True) for item in open_ones)
    reply = HeardReply(
        assessment_id=assessment.id, typed="", says=tuple(filter(None, says)), items=offered, shows_roadmap=True
    )
    return Turn(says=(privately(command, reply),))
