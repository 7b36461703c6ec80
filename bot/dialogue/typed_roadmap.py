"""The roadmap worked by typing: golden tasks written down by their names, an item ticked, and where the rest is done.

Only what names a golden task or an item of the roadmap is taken; all else is heard like any other line.
"""

import re

from bot.commands import MarkItem, TasksSaved, TypedText
from bot.dialogue import tasks
from bot.dialogue.ask import open_key
from bot.dialogue.names import is_visible
from bot.dialogue.roadmap import mark
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply, ToldAnswer, ToldControl
from storage.records import Assessment, ChecklistItem, DeliveryMethod, ItemState

_LISTED = re.compile(
    r"(?:(?:we|i)(?:[’']ve| have)?\s+(?:wrote|written|have|use|defined|chose|chosen|picked|collected|made)\s+)?"
    r"(?:(?:please\s+)?(?:add|save|note|keep|take)\s+|(?:here|these|those|they)\s+are\s+)?"
    r"(?:(?:the|our|my|these|some|new|first|two|three|four|five|\d)\s+)*"
    r"golden\s+(?:tasks?|questions?)(?:\s+(?:are|is|so far))?\s*[:=]\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"(?<!\d),|,(?!\d{3}\b)|[;\n•·]")
"""What parts names; "1,000" is one number."""
_BEFORE = re.compile(r"^(?:and\s+)?(?:[-*]\s+|\d{1,2}[.)]\s+)?")
"""What stands before a name of a list."""
_LONGEST = 200
"""Characters of a line that works one item and tells nothing else."""
_RESULT = re.compile(r"\d\s*(?:of|/|out of)\s*\d|\d\s*%|\b(?:passed|failed|passes|fails)\b", re.IGNORECASE)
"""What came of a task, which is none."""
_LEAD = r"(?:(?:please|ok|okay|so|now|yes|great|just|can you|could you|we are|we[’']?re|i am|i[’']?m|all)\s+)*"
_DONE = tuple(
    re.compile(f"{_LEAD}{form}")
    for form in (
        r"(?:mark|set|tick)\s+(?!that\b)(?P<item>.+?)\s+(?:as\s+|is\s+)?(?:done|finished|complete|completed|off)",
        r"check\s+(?P<item>.+?)\s+(?:as\s+(?:done|finished|complete|completed)|off)",
        r"(?:tick|check)\s+off\s+(?P<item>.+)",
        r"tick\s+(?P<item>.+)",
        r"(?:done|finished|through)\s+with\s+(?P<item>.+)",
    )
)
_WHO = r"@?[^\W\d_][\w.’'-]*(?:\s@?[^\W\d_][\w.’'-]*)?"
_BY = r"(?:until|till|by|before)\s+.+"
_PLANNED = tuple(
    re.compile(f"{_LEAD}{form}")
    for form in (
        rf"(?:assign|give|hand)\s+(?P<item>.+?)\s+to\s+{_WHO}(?:\s+{_BY})?",
        r"(?:set\s+)?(?:it\s+is\s+)?due\s+.+?\s+for\s+(?P<item>.+)",
        r"(?P<item>.+?)\s+(?:is|are)\s+due\s+.+",
        rf"{_WHO}\s+(?:does|takes|will do|will take|makes|builds|owns)\s+(?P<item>.+?)\s+{_BY}",
    )
)
_FILLING = frozenset(
    {"the", "a", "an", "our", "this", "that", "of", "for", "on", "in", "with", "and", "to", "it"}
    | {"item", "step", "point", "task", "roadmap"}
)
_CHOICES = frozenset({"retrieval", "rag", "prompt", "prompting", "tool", "fine", "tuning", "training", "hybrid"})
"""Words that name what is chosen between: whoever is "done with retrieval" may have dropped it."""
_WORD = re.compile(r"[^\W_]+")


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the roadmap; None where it names nothing on it."""
    if not command.is_mention or command.is_edited or "?" in text or open_key(assessment) is not None:
        return None
    return _written(assessment, command, text, recalled) or _worked(assessment, command, text, recalled)


def _written(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """Golden tasks by their names, as pasted into the form, which then asks for the rest of each."""
    # Lines stand apart as they were typed; behind the name of a decision they are cleaned.
    listed, decision = _LISTED.fullmatch(command.text.strip()) or _LISTED.fullmatch(text), assessment.decision
    if listed is None or decision is None or _RESULT.search(listed["names"]):
        return None
    names = (_BEFORE.sub("", part.strip()).strip(" .") for part in _BETWEEN.split(listed["names"]))
    pasted = "\n".join(filter(is_visible, names))
    if not pasted:
        return None
    saved = TasksSaved(**command.about(assessment_id=assessment.id), tasks=(), pasted=pasted, bar=assessment.bar)
    return tasks.save(assessment, decision, saved, recalled)


def _worked(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    if len(text) > _LONGEST:
        return None
    said = " ".join(text.casefold().split()).rstrip(".!, ")
    for form in _DONE:
        item = _named(assessment, found["item"]) if (found := form.fullmatch(said)) else None
        if item is not None:
            return _ticked(assessment, command, item, recalled)
    for form in _PLANNED:
        item = _named(assessment, found["item"]) if (found := form.fullmatch(said)) else None
        if item is not None:
            return _led(assessment, command, item)
    return None


def _named(assessment: Assessment, words: str) -> ChecklistItem | None:
    """The one item whose title holds all these words, of which one at least is no number and no architecture."""
    wanted = _words(words)
    if all(word.isdecimal() for word in wanted - _CHOICES):
        return None
    found = [
        item for item in assessment.checklist if item.state is not ItemState.OBSOLETE and wanted <= _words(item.title)
    ]
    return found[0] if len(found) == 1 else None


def _words(text: str) -> set[str]:
    words = (word.casefold().removesuffix("s") for word in _WORD.findall(text))
    return {word for word in words if word not in _FILLING}


def _ticked(assessment: Assessment, command: TypedText, item: ChecklistItem, recalled: Recalled) -> Turn:
    is_new = item.state is ItemState.OPEN
    says = f"{'Ticked' if is_new else 'Ticked already'}: {item.title}."
    reply = HeardReply(
        assessment_id=assessment.id, typed="", says=(says, "To untick it, open its phase of the roadmap.")
    )
    told = privately(command, reply)
    if not is_new:
        return Turn(says=(told,))
    pressed = MarkItem(**command.about(assessment_id=assessment.id), item_id=item.id, is_done=True)
    return mark(assessment, pressed, recalled).saying(told)


def _led(assessment: Assessment, command: TypedText, item: ChecklistItem) -> Turn:
    """Where owner and due date are set: which person and day are meant is chosen there."""
    told = ToldAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        says=(f"Owner and due date of “{item.title}” are set at Edit, in its phase of the roadmap.",),
        control=ToldControl.ROADMAP,
    )
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))
