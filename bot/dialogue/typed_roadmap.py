"""The roadmap worked by typing: items ticked or opened again where news of them is told, and how far it is.

Only what names an item of the roadmap, or asks for it, is taken (`rules.hearing.following`); all else is heard like any
other line. News of an item is never an answer to a question of the interview.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.commands import MarkItem, TypedText
from bot.dialogue import roadmap_told, tick_orders
from bot.dialogue.ask import open_key
from bot.dialogue.meant import SAID_LIMIT, answers_open, offer_shown
from bot.dialogue.names import clean
from bot.dialogue.roadmap import edits, mark, with_item
from bot.dialogue.roadmap_told import title
from bot.dialogue.shown import still_to_do
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply, OfferedItem, ToldControl
from rules.hearing import Heard
from rules.hearing.following.marking import Named, marked
from rules.hearing.following.news import News, State, Told, read_news
from rules.hearing.following.roadmap import Ticked, names_by_number, read_item, read_owner
from rules.hearing.following.tick_orders import is_of_ticks, without_heading
from rules.roadmap import Phase
from rules.roadmap_plan import BUCKET_PREFIX, TASKS_ITEM
from storage.records import Assessment, ChecklistItem, ItemState

_PROOF = 300
_REVIEWS = "monthly_review"
_CHECKS = frozenset({TASKS_ITEM, "offline_suite"})
"""Items of which news may say how answers are checked."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A typed line about the roadmap, with what a step on it needs to know."""

    assessment: Assessment
    command: TypedText
    recalled: Recalled

    def items(self) -> list[ChecklistItem]:
        """What the roadmap calls for."""
        return [item for item in self.assessment.checklist if item.state is not ItemState.OBSOLETE]

    def named(self) -> list[ChecklistItem]:
        """Those of which news is told by a name: "tone" is what fails, and the reviews have a plan of their own."""
        return [item for item in self.items() if not item.id.startswith(BUCKET_PREFIX) and item.id != _REVIEWS]


def done(
    assessment: Assessment,
    command: TypedText,
    text: str,
    recalled: Recalled,
    *,
    heard: Heard,
    rest: Callable[[str, Assessment], Turn],
) -> Turn | None:
    """What the line does to the roadmap, or asks of it; None where it names nothing on it.

    `heard` is what it is taken for otherwise; `rest` hears what it says beside, on the assessment as it is then.
    While a question stands open the line has to name an item, or the roadmap, and must not answer that question.
    """
    if not command.is_mention or command.is_edited or not assessment.checklist:
        return None
    line = _Line(assessment, command, recalled)
    if open_key(assessment) is not None:
        is_answer = answers_open(assessment, heard) and not is_of_ticks(text)
        return None if is_answer else _meanwhile(line, text, heard, rest)
    said = without_heading(text)
    done_so = _worked(line, said) or _owned(line, said) or _news(line, said, heard, rest)
    done_so = done_so or _ordered(line, text)
    said_of = (assessment, command, text, line.named(), recalled)
    return done_so or roadmap_told.asked(*said_of) or roadmap_told.claimed(*said_of) or _by_number(line, text)


def _meanwhile(line: _Line, text: str, heard: Heard, rest: Callable[[str, Assessment], Turn]) -> Turn | None:
    """What a line does to an item that it names, while a question stands open; and what it asks of the roadmap."""
    said = without_heading(text)
    is_named = bool(marked(said, [Named(item.id, item.title) for item in line.named()]).items)
    done_so = _worked(line, said) or _owned(line, said) or _news(line, said, heard, rest) if is_named else None
    asked = (line.assessment, line.command, text, line.named(), line.recalled)
    is_asked = is_named or is_of_ticks(text) or "roadmap" in text.casefold()
    return done_so or (roadmap_told.asked(*asked) if is_asked else None)


def named(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn:
    """What is asked back where a line to the bot names an item and is understood as nothing; else nothing is said."""
    line = _Line(assessment, command, recalled)
    is_ours = command.is_mention and assessment.decision is not None and open_key(assessment) is None
    items = line.named() if is_ours else []
    found = marked(text, [Named(item.id, item.title) for item in items])
    places = dict.fromkeys(at for each in found.items for at in each)
    open_items = [items[at] for at in places if items[at].state is ItemState.OPEN]
    if not places:
        return Turn()
    offered = [OfferedItem(item_id=item.id, label=f"Tick: {item.title}", ticks=True) for item in open_items]
    titles = listed([f"“{title(items[at])}”" for at in places])
    says = f"I could not read what you say of {titles}. Nothing was changed."
    reply = _reply(line, [says], offered)
    return Turn(says=(privately(command, reply.model_copy(update={"shows_roadmap": True})),))


def _worked(line: _Line, text: str) -> Turn | None:
    """One item ticked or led to where it is assigned, by words of its title."""
    said = read_item(text, [item.title for item in line.items()]) if "?" not in text else None
    if said is None:
        return None
    item = line.items()[said.item]
    if not isinstance(said, Ticked):
        return _led(line, item)
    turn, says, offered = _ticked(line, item)
    return turn.saying(privately(line.command, _reply(line, [says], [offered])))


def _ordered(line: _Line, text: str) -> Turn | None:
    """What the line orders to be ticked beside what it tells of it."""
    order = None if names_by_number(text) else tick_orders.ordered(line.assessment, line.command, text)
    return _worked(line, order) if isinstance(order, str) else order


def _news(line: _Line, text: str, heard: Heard, rest: Callable[[str, Assessment], Turn]) -> Turn | None:
    """What is told of items by their names, and the rest of the line heard."""
    items = line.named()
    told = read_news(text, [Named(item.id, item.title) for item in items])
    if told is None or _is_of_checks(line, told, items, heard):
        return None
    turn, says, offered, after = Turn(), list[str](), list[OfferedItem](), line
    for news in told.news:
        step, said, shown = _one(after, [items[at] for at in news.items], news, told.proof)
        turn = replace(turn, assessments=step.assessments or turn.assessments, says=(*turn.says, *step.says))
        after = replace(after, assessment=step.assessments[-1]) if step.assessments else after
        says += said
        offered += shown
    reply = _with_checks(_reply(after, says, offered), line, [items[news.items[0]] for news in told.news], heard)
    turn = turn.saying(privately(line.command, reply))
    return _with_rest(turn, rest(told.beside, after.assessment)) if told.beside else turn


def _owned(line: _Line, text: str) -> Turn | None:
    """An item that is somebody's from now on: whoever types, or the one whom the line mentions."""
    items = line.named()
    said = read_owner(text, [Named(item.id, item.title) for item in items]) if "?" not in text else None
    if said is None or len(said.items) > 1:
        return None
    item, people = items[said.items[0]], line.command.people
    owner = line.command.actor if said.is_self else people[0] if len(people) == 1 else None
    if owner is None:
        return _led(line, item)
    after = with_item(line.assessment, item.model_copy(update={"owner": owner}))
    after = after.model_copy(update={"changed_at": line.recalled.now})
    before = f", and no more {item.owner}’s" if item.owner and item.owner != owner else ""
    where = "The day it is due is set at Edit" if said.has_day else "Changed back at Edit"
    says = (f"{title(item)}: {owner}’s from now on{before}.", f"{where}, in its phase of the roadmap.")
    told = roadmap_told.telling(after, line.command, line.recalled, says, ToldControl.ROADMAP)
    return Turn((after,), (*edits(after, item.phase, line.recalled), *told.says))


def _by_number(line: _Line, text: str) -> Turn | None:
    """Which item is meant by a number that none has, or by all: the open ones are offered."""
    open_items = [item for item in line.items() if item.state is ItemState.OPEN and item.phase is Phase.EVALUATION]
    if "?" in text or not names_by_number(text):
        return None
    offered = [OfferedItem(item_id=item.id, label=item.title, ticks=True) for item in open_items]
    says = "Items have no numbers, and each is ticked by itself. Say its name, such as “the baseline is done”."
    reply = _reply(line, [says, *(["Which one is done?"] if offered else [])], offered)
    return Turn(says=(privately(line.command, reply.model_copy(update={"shows_roadmap": True})),))


def _is_of_checks(line: _Line, told: Told, items: Sequence[ChecklistItem], heard: Heard) -> bool:
    """Whether "we have a golden set now" says how answers are checked, which was another way before."""
    is_of_set = all(len(news.items) == 1 and items[news.items[0]].id == TASKS_ITEM for news in told.news)
    says = line.command.text.casefold()
    return is_of_set and heard.saves.keys() == {"evals"} and any(word in says.split() for word in ("have", "got"))


def _with_checks(reply: HeardReply, line: _Line, items: Sequence[ChecklistItem], heard: Heard) -> HeardReply:
    """With the answer that the news may give to how answers are checked, to be pressed."""
    value = heard.saves.get("evals")
    stands = line.assessment.facts().value("evals")
    if value is None or value == stands or not _CHECKS & {item.id for item in items}:
        return reply
    offer = offer_shown(line.assessment, "evals", value, line.recalled)
    topic = line.recalled.framework.by_fact["evals"].topic
    says = (*reply.says, f"{topic}: is that the answer now, too?")
    return reply.model_copy(update={"offers": (offer,), "typed": clean(line.command.text, SAID_LIMIT), "says": says})


def _with_rest(turn: Turn, other: Turn) -> Turn:
    """With what the line says beside its news; what is nothing to anybody is no line to wonder about.

    "Uncheck the baseline, it was only 30 invoices" is answered once: the reason is no question of its own.
    """
    is_heard = other.not_heard is None and not all(isinstance(say.reply, HeardReply) for say in other.says)
    if not (is_heard or other.assessments or other.reviews):
        return turn
    return replace(other, says=(*turn.says, *other.says), assessments=other.assessments or turn.assessments)


def _one(
    line: _Line, items: Sequence[ChecklistItem], news: News, proof: str
) -> tuple[Turn, list[str], list[OfferedItem]]:
    """What is done about one item of which something is told, what is said of it and what is offered."""
    if len(items) > 1:
        offered = [OfferedItem(item_id=item.id, label=item.title, ticks=news.state is State.DONE) for item in items]
        return Turn(), ["Which one of these is that? Nothing is ticked until you choose."], offered
    item, name = items[0], title(items[0])
    if news.state is State.UNDERWAY:
        return Turn(), [f"“{name}” stays open until it is done; say so then, and it is ticked."], []
    if news.state is State.UNWANTED:
        why = "It follows from the verdict: leave it open, or note at Edit why you do without it."
        return Turn(), [f"“{name}” stays on the roadmap. {why}"], []
    if news.state is State.OPEN:
        return _opened(line, item)
    missing = _missing(line.assessment, item)
    if missing:
        says = f"“{name}” is not ticked yet. {missing}"
        return Turn(), [says], [OfferedItem(item_id=item.id, label="Tick it all the same", ticks=True)]
    turn, said, untick = _ticked(line, item, proof)
    return turn, [said], [untick]


def _missing(assessment: Assessment, item: ChecklistItem) -> str:
    """What is missing of the golden tasks as they are written down here; "" for any other item."""
    if item.id != TASKS_ITEM or item.state is not ItemState.OPEN:
        return ""
    if not assessment.golden_tasks:
        how = "type “golden tasks: refunds 9 of 10, …”"
        return f"No golden task is written down here, and each review asks how they went: {how}."
    left = next((each for each in still_to_do(assessment) if each.id == TASKS_ITEM), item)
    return left.detail if left is not item and left.title != item.title else ""


def _ticked(line: _Line, item: ChecklistItem, proof: str = "") -> tuple[Turn, str, OfferedItem]:
    """The item ticked, with what shows it as its note; where it was, only told."""
    is_new = item.state is ItemState.OPEN
    noted = clean(proof, _PROOF) if not item.note else ""
    says = f"{'Ticked' if is_new else 'Ticked already'}: {title(item)}."
    offered = OfferedItem(item_id=item.id, label="Not done", ticks=False)
    before = with_item(line.assessment, item.model_copy(update={"note": noted})) if noted else line.assessment
    says = f"{says} Noted with it: {noted}." if noted else says
    if not is_new:
        return Turn((before,), edits(before, item.phase, line.recalled)) if noted else Turn(), says, offered
    pressed = MarkItem(**line.command.about(assessment_id=before.id), item_id=item.id, is_done=True)
    return mark(before, pressed, line.recalled), says, offered


def _opened(line: _Line, item: ChecklistItem) -> tuple[Turn, list[str], list[OfferedItem]]:
    """The item open again; where it stands open, that it does."""
    offered = OfferedItem(item_id=item.id, label="Tick it", ticks=True)
    if item.state is not ItemState.DONE:
        return Turn(), [f"“{title(item)}” stands open."], [offered]
    pressed = MarkItem(**line.command.about(assessment_id=line.assessment.id), item_id=item.id, is_done=False)
    return mark(line.assessment, pressed, line.recalled), [f"Open again: {title(item)}."], [offered]


def _reply(line: _Line, says: Sequence[str], offered: Sequence[OfferedItem]) -> HeardReply:
    """What the one who typed is told. Buttons of several items say which each is of."""
    titles = {item.id: item.title for item in line.items()}
    several = len({each.item_id for each in offered}) > 1
    shown = (
        each.model_copy(update={"label": f"{each.label}: {titles[each.item_id]}"})
        if several and not each.label.endswith(titles[each.item_id])
        else each
        for each in offered
    )
    adds_tasks = any(each.item_id == TASKS_ITEM and each.ticks for each in offered)
    stand = "Edit golden tasks" if line.assessment.golden_tasks else "Add golden tasks"
    return HeardReply(
        assessment_id=line.assessment.id,
        typed="",
        says=tuple(dict.fromkeys(says)),
        items=tuple(dict.fromkeys(shown)),
        edits_tasks=stand if adds_tasks else "",
        shows_roadmap=not offered,
    )


def undo(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """The item opened again that this person ticked, where nothing was changed since; None where something was."""
    last = [item for item in assessment.checklist if item.done_at == assessment.changed_at]
    if assessment.decision is None or not last or any(item.done_by != command.actor for item in last):
        return None
    line, turn, says = _Line(assessment, command, recalled), Turn(), list[str]()
    for item in last:
        turn, said, _ = _opened(line, item)
        line = replace(line, assessment=turn.assessments[-1])
        says += said
    offered = [OfferedItem(item_id=item.id, label="Tick it", ticks=True) for item in last]
    return turn.saying(privately(command, _reply(line, says, offered)))


def _led(line: _Line, item: ChecklistItem) -> Turn:
    """Where owner and due date are set: which person and day are meant is chosen there."""
    says = (f"Owner and due date of “{item.title}” are set at Edit, in its phase of the roadmap.",)
    return roadmap_told.telling(line.assessment, line.command, line.recalled, says, ToldControl.ROADMAP)
