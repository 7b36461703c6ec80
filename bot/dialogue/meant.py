"""What a line may mean that was not understood: which lines a language model is asked about, and how it is proposed.

One road for all that is typed: in the thread, in a direct message, in the Ask modal. Nothing is written down, and
nothing answered, before somebody presses [Yes, that].
"""

import re
from dataclasses import replace

from bot.commands import QuestionAsked, TypedText
from bot.dialogue import telling, wording
from bot.dialogue.contradictions import facts_asked
from bot.dialogue.guard import holds_secret, is_from_afar
from bot.dialogue.heard import what_is_unheard
from bot.dialogue.names import behind_name, clean
from bot.dialogue.progress import is_blind, open_fact
from bot.dialogue.turn import NotHeard, Recalled
from bot.replies import HeardReply, OfferedAnswer, OfferedQuestion
from rules.casing import upper_first
from rules.facts import Value
from rules.framework import Question
from rules.hearing import Asked, Choice, Control, Heard, Line, Word, asks, hear, in_full, line
from rules.hearing import Trouble as NotHearable
from rules.hearing.questions import values_supposed
from rules.telling import Background, as_label
from storage.records import Assessment, AssessmentState, Decision

TYPED_LIMIT = 1000
SAID_LIMIT = 200
_FOR_THE_MODEL = frozenset({"unclear", "words", "question"})
"""Kinds of lines that were not understood, of which a model may say more."""
_PRESSED, _PRESSED_OF_FACT = {Word.STOP, Word.RESUME}, {Word.SKIP, Word.BACK}
"""Control words that a button does as well, and those of them that are said of the open question."""
_YES = "Yes, that"
_SUPPOSING = re.compile(
    r"(?:(?:so|and|but|ok)\s+)*(?:what (?:(?:would )?happens? )?if|suppose|imagine)\b", re.IGNORECASE
)
_SUPPOSES = 7
"""Words of a line that supposes something by itself: "what if it is both" may be said of the open question."""
_ASKING = {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}


def open_here(assessment: Assessment) -> str | None:
    """The fact whose question stands open, where one is asked now."""
    return open_fact(assessment) if assessment.state in _ASKING else None


def answers_open(assessment: Assessment, found: Heard) -> bool:
    """Whether a line answers what stands open, or may, or steers: then it is of nothing else that goes by its words."""
    fact = open_here(assessment)
    is_likely = found.trouble is None and any(isinstance(one, Choice) and one.fact == fact for one in found.offers)
    return fact in found.saves or is_likely or found.control is not None


def said_of(assessment: Assessment, command: TypedText) -> str:
    """What the words say of this feature, without its name where they begin with it."""
    text = clean(command.text, TYPED_LIMIT)
    behind = behind_name(text, assessment.name)
    return text if behind is None else behind


def heard_in_thread(assessment: Assessment, command: TypedText, text: str) -> Heard:
    """What the line is taken for. While two answers do not fit, it may answer either of them, or ask for a pause."""
    said, fact = assessment.facts().known(), open_here(assessment)
    if not text and command.has_files:
        return Heard(trouble=NotHearable.NO_WORDS) if command.is_mention else Heard(silent=True)
    if command.review and not command.is_mention:
        return _overheard(line(text, None, said, mention=False))
    typed = line(text, fact, said, mention=command.is_mention)
    found = in_full(typed, hear(typed))
    for other in facts_asked(assessment) if fact is None else ():
        meant = hear(line(text, other, said, mention=command.is_mention))
        is_more = bool(meant.saves) and not found.saves  # what it says of a third question is written down, too
        if other in meant.saves or is_more or (meant.control is not None and meant.control.word is Word.STOP):
            found = meant
    if fact and assessment.decision is not None and _is_explained(found):
        found = _supposed(replace(typed, open_fact=None), fact) or found
    if command.is_edited and fact and dict(found.saves) == {fact: None}:
        return Heard(control=Control(Word.SKIP))
    if command.is_edited and found.saves:
        return replace(found, saves={}, offers=tuple(Choice(fact, value) for fact, value in found.saves.items())[:3])
    return found


def _is_explained(found: Heard) -> bool:
    """Whether a line is taken for a question about the open one, and for nothing else."""
    return [(each.intent, each.slots.get("term")) for each in found.questions] == [("glossary", "")] and not found.saves


def _supposed(typed: Line, fact: str) -> Heard | None:
    """What a line supposes of other answers than the one that is given anew, and that has nothing to do with it."""
    if len(typed.pieces) < _SUPPOSES or not _SUPPOSING.match(typed.text):
        return None
    found = hear(typed)
    asked = [each.intent for each in found.questions]
    return found if asked == ["what_if"] and fact not in found.questions[0].changes else None


def _overheard(typed: Line) -> Heard:
    """What colleagues say to each other in a review's thread: a question is answered, and else they are let be.

    "Nothing has changed" and "not sure" are said of the review there, and not to what stands open in another thread.
    """
    found = hear(typed)
    return Heard(questions=found.questions) if found.questions and asks(typed) else Heard(silent=True)


def heard_in_modal(decision: Decision, text: str) -> Heard:
    """What the modal's line is taken for, which is about the decision: a change that it states is only supposed."""
    said = decision.facts.known()
    typed = line(text, None, said, mention=True)
    heard = in_full(typed, hear(typed))
    changes = heard.saves or ({} if heard.questions or heard.offers else values_supposed(text, said))
    supposed = (Asked("what_if", {"changes": changes}),) if changes else ()
    return replace(heard, saves={}, questions=(*supposed, *heard.questions))


def unread(assessment: Assessment, command: TypedText | QuestionAsked) -> NotHeard | None:
    """The line, where it was said to the bot and nothing in it was understood; None for all that is no model's."""
    if holds_secret(command) or is_blind(assessment) or is_from_afar(command, assessment):
        return None
    if isinstance(command, QuestionAsked):
        text = clean(command.text, TYPED_LIMIT)
        if not text or assessment.decision is None:
            return None
        return _unread(heard_in_modal(assessment.decision, text), text, None)
    text = said_of(assessment, command)
    if not text or not command.is_mention or assessment.state not in {*_ASKING, AssessmentState.DECIDED}:
        return None
    return _unread(heard_in_thread(assessment, command, text), text, open_here(assessment))


def _unread(found: Heard, text: str, fact: str | None) -> NotHeard | None:
    what = what_is_unheard(found)
    is_partly = found.saves or any(asked.intent != "unknown" for asked in found.questions)
    return NotHeard(what, text, fact) if what in _FOR_THE_MODEL and not is_partly else None


def meaning(found: Heard, recalled: Recalled) -> Choice | Asked | Control | None:
    """What the model takes the line for, where it was not understood; None where it is, or no model says."""
    is_for_it = what_is_unheard(found) in _FOR_THE_MODEL
    return recalled.gathered.meant if recalled.gathered and is_for_it else None


def proposed(
    assessment: Assessment, meant: Choice | Asked | Control, text: str, found: Heard, recalled: Recalled
) -> HeardReply:
    """What the model takes the line for, to be pressed; and what the ear would have offered."""
    fact, offers, asks, steers = open_here(assessment), offers_shown(assessment, found, recalled), "", ""
    background = Background(assessment.facts(), recalled.framework, open_fact=fact)
    match meant:
        case Choice(fact=about, value=value) if value is not None:
            yes = offer_shown(assessment, about, value, recalled)
            label = yes.label
            others = tuple(offer for offer in offers if offer.value != yes.value)
            offers = (yes.model_copy(update={"label": _YES}), *others)[:3]
        case Asked():
            label, asks = as_label(meant, background), telling.as_data(meant)
        case Control(word=word):
            label, steers = str(word), str(word)
    return HeardReply(
        assessment_id=assessment.id,
        typed=text[:SAID_LIMIT],
        says=(
            f"I could not read that myself. A language model takes it for “{label}”.",
            "Is that what you mean? Nothing is written down until you press.",
        ),
        offers=offers,
        asks=asks,
        steers=steers,
        fact=fact or "",
    )


def is_proposed(reply: HeardReply) -> bool:
    """Whether a language model proposes what it says."""
    return bool(reply.asks or reply.steers) or any(offer.label == _YES for offer in reply.offers)


def by_an_edit(assessment: Assessment, command: TypedText, control: Control) -> HeardReply:
    """What somebody is asked who steers by an edit of an old line: another question may stand open by now."""
    fact = open_here(assessment) or ""
    can_press = not control.is_undo and (control.word in _PRESSED or bool(fact and control.word in _PRESSED_OF_FACT))
    means_it = "press Yes, that, or type it anew" if can_press else "type it anew"
    return HeardReply(
        assessment_id=assessment.id,
        typed=clean(command.text, SAID_LIMIT),
        says=(f"You edited a line from before, so nothing was done. If you mean it now, {means_it}.",),
        steers=str(control.word) if can_press else "",
        fact=fact,
    )


def offers_shown(assessment: Assessment, found: Heard, recalled: Recalled) -> tuple[OfferedAnswer, ...]:
    """The answers that are offered for a line, as buttons."""
    choices = [choice for choice in found.offers if isinstance(choice, Choice) and choice.value is not None]
    is_mixed = len({choice.fact for choice in choices}) > 1
    shown = (offer_shown(assessment, choice.fact, choice.value, recalled) for choice in choices)
    if not is_mixed:
        return tuple(shown)
    topics = recalled.framework.by_fact
    return tuple(one.model_copy(update={"label": f"{topics[one.fact].topic}: {one.label}"}) for one in shown)


def questions_shown(found: Heard, background: Background) -> tuple[OfferedQuestion, ...]:
    """The questions that are offered for a line, as buttons that answer them."""
    asked = {as_label(offer, background): offer for offer in reversed(found.offers) if isinstance(offer, Asked)}
    return tuple(
        OfferedQuestion(asked=telling.as_data(one), label=label)
        for label, one in reversed(asked.items())
        if telling.from_data(telling.as_data(one)) is not None
    )


def _apart(asked: Question, value: str) -> str:
    """An option's label away from its question: there "No" would answer whatever is read above it."""
    label = wording.choice(asked, value).label
    is_bare = label.partition(",")[0] in {"Yes", "No"}
    return upper_first(wording.in_words(asked, value) or label) if is_bare else label


def offer_shown(assessment: Assessment, fact: str, value: Value, recalled: Recalled) -> OfferedAnswer:
    """One of them."""
    asked = recalled.framework.by_fact[fact]
    labels = [_apart(asked, each) for each in wording.plain(value)]
    return OfferedAnswer(
        fact=fact,
        value=",".join(wording.plain(value)),
        label=wording.listed(labels),
        replaces=fact in assessment.answers and assessment.asking != fact,
    )
