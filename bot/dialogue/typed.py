"""Words typed in the thread or to the bot: heard by the one ear (`rules.hearing`), and done as it says.

Nothing typed replaces an answer of somebody else without asking; what an edited line would change is offered.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.commands import Back, ChangeAnswer, CommandBase, Continue, ShowHelp, Stop, TypedText, UnknownWord
from bot.commands.words import read_words
from bot.dialogue import asked_in_thread, telling, wording
from bot.dialogue.answers import record
from bot.dialogue.ask import open_key
from bot.dialogue.contradictions import facts_asked
from bot.dialogue.guard import holds_secret
from bot.dialogue.heard import known, not_heard, offered, sentences, steered, what_is_unheard
from bot.dialogue.moving import back, change, resume, stop
from bot.dialogue.names import clean
from bot.dialogue.progress import is_blind, open_fact
from bot.dialogue.review.sharing import files_of
from bot.dialogue.status import show_help
from bot.dialogue.turn import NotHeard, Recalled, Say, Turn, privately, problem
from bot.replies import ChangeQuestion, Confirmed, HeardReply, Help, OfferedAnswer, Problem, Said, StandsThere, Trouble
from rules.facts import Value
from rules.hearing import Asked, Choice, Control, Heard, Word, hear, line
from rules.hearing import Trouble as NotHearable
from rules.telling import Background, question
from storage.records import Answer, Assessment, AssessmentState

TYPED_LIMIT = 1000
_SAID_LIMIT = 200
_FOR_THE_MODEL = {"unclear", "words", "question"}
"""Kinds of lines that were not understood, of which a model may say more."""
_ASKING = {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}


def typed(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """Somebody typed in the assessment's thread (or to the bot directly)."""
    text = clean(command.text, TYPED_LIMIT)
    found = _heard(assessment, command, text)
    if is_blind(assessment) and not _is_talk(found):
        return problem(command, Trouble.BLIND, name=assessment.name) if command.is_mention else Turn()
    reads = files_of(assessment, command)
    if reads is not None:
        heard = _words(assessment, command, found, text, recalled) if _says_something(found) else Turn()
        return replace(heard, reads=reads)
    return _words(assessment, command, found, text, recalled)


def _is_talk(found: Heard) -> bool:
    """Whether the line gives no answer, not even a supposed one: while each answers alone, none is taken for all."""
    steers = found.control is not None and found.control.word in {Word.STOP, Word.RESUME, Word.HELP}
    tells = bool(found.saves or found.offers or found.control) or any(
        "changes" in each.slots for each in found.questions
    )
    return found.silent or steers or bool(found.questions and not tells)


def _says_something(found: Heard) -> bool:
    """Whether words beside a file hold anything; "here are the results" is no line to wonder about."""
    is_asked = any(asked.intent != "unknown" for asked in found.questions)
    return bool(found.saves or found.offers or is_asked or found.control)


def _words(assessment: Assessment, command: TypedText, found: Heard, text: str, recalled: Recalled) -> Turn:
    """What the words of a line lead to."""
    if found.greets:
        reply = HeardReply(
            assessment_id=assessment.id,
            typed=text[:_SAID_LIMIT],
            says=sentences(found, Background(assessment.facts(), recalled.framework, open_fact=_open(assessment))),
        )
        return Turn(says=(privately(command, reply),))
    if found.silent:
        return asked_in_thread.greeted(assessment, command, recalled) if command.is_direct else Turn()
    if found.control is not None:
        return _steered(assessment, command, found.control, recalled)
    background = Background(
        assessment.facts(), recalled.framework, open_fact=_open(assessment), has_record=True,
        decided=assessment.decision.verdict if assessment.decision else None,
    )  # fmt: skip
    turn, taken, stands = _saved(assessment, command, found.saves, text, recalled)
    what = what_is_unheard(found)
    meant = recalled.gathered.meant if recalled.gathered and what in _FOR_THE_MODEL else None
    turn = replace(turn, not_heard=NotHeard(what, text, _open(assessment)) if what else None)
    if meant is not None:
        return turn.saying(privately(command, _proposed(assessment, meant, text, found, recalled)))
    asked: tuple[Say, ...] = ()
    if found.questions:
        asked = tuple(asked_in_thread.answers(assessment, command, known(found), background, recalled))
    said = tuple(offered(found, background))
    if not (found.saves or found.questions or found.offers):
        said = (not_heard(found, background),)
    reply = HeardReply(
        assessment_id=assessment.id,
        typed=text[:_SAID_LIMIT],
        says=said,
        taken=taken,
        is_alone=_open(assessment) not in found.saves,
        stands=stands,
        offers=_offers(assessment, found, recalled),
    )
    has_words = bool(reply.says or reply.taken or reply.stands)
    return turn.saying(*asked, *((privately(command, reply),) if has_words else ()))


def unread(assessment: Assessment, command: TypedText) -> NotHeard | None:
    """The line, where it was said to the bot and nothing in it was understood; None for all that is no model's."""
    text = clean(command.text, TYPED_LIMIT)
    if (
        holds_secret(command)
        or is_blind(assessment)
        or not command.is_mention
        or not text
        or assessment.state not in {*_ASKING, AssessmentState.DECIDED}
    ):
        return None
    found = _heard(assessment, command, text)
    what = what_is_unheard(found)
    is_partly = found.saves or any(asked.intent != "unknown" for asked in found.questions)
    return NotHeard(what, text, _open(assessment)) if what in _FOR_THE_MODEL and not is_partly else None


def _proposed(
    assessment: Assessment, meant: Choice | Asked | Control, text: str, found: Heard, recalled: Recalled
) -> HeardReply:
    """What the model takes the line for, to be pressed; and what the ear would have offered."""
    fact, offers, asks, steers = _open(assessment), _offers(assessment, found, recalled), "", ""
    background = Background(assessment.facts(), recalled.framework, open_fact=fact)
    match meant:
        case Choice(fact=about, value=value) if value is not None:
            yes = _offer(assessment, about, value, recalled)
            label = yes.label
            others = tuple(offer for offer in offers if offer.value != yes.value)
            offers = (yes.model_copy(update={"label": "Yes, that"}), *others)[:3]
        case Asked():
            label, asks = question(meant, background), telling.as_data(meant)
        case Control(word=word):
            label, steers = str(word), str(word)
    return HeardReply(
        assessment_id=assessment.id,
        typed=text[:_SAID_LIMIT],
        says=(
            f"I could not read that myself. A language model takes it for “{label}”.",
            "Is that what you mean? Nothing is written down until you press.",
        ),
        offers=offers,
        asks=asks,
        steers=steers,
        fact=fact or "",
    )


def as_words(command: TypedText) -> CommandBase | None:
    """Outside any interview, words to the bot are what follows `/ftrag`."""
    read = read_words(command.text, command) if command.is_mention else None
    if isinstance(read, ShowHelp | UnknownWord):
        return read.model_copy(update={"thread_ts": command.thread_ts or ""})
    return read


def _open(assessment: Assessment) -> str | None:
    return open_fact(assessment) if assessment.state in _ASKING else None


def _heard(assessment: Assessment, command: TypedText, text: str) -> Heard:
    """What the line is taken for. While two answers do not fit, it may answer either of them."""
    said, fact = assessment.facts().known(), _open(assessment)
    if not text and command.has_files:
        return Heard(trouble=NotHearable.NO_WORDS) if command.is_mention else Heard(silent=True)
    found = hear(line(text, fact, said, mention=command.is_mention))
    for other in facts_asked(assessment) if fact is None else ():
        meant = hear(line(text, other, said, mention=command.is_mention))
        if other in meant.saves:
            found = meant
    if command.is_edited and found.saves:
        return replace(found, saves={}, offers=tuple(Choice(fact, value) for fact, value in found.saves.items())[:3])
    return found


def _saved(
    assessment: Assessment, command: TypedText, saves: Mapping[str, Value], text: str, recalled: Recalled
) -> tuple[Turn, tuple[Said, ...], tuple[StandsThere, ...]]:
    """The answers written down, the open question's last; and those of somebody else, which are asked about."""
    turn, current = Turn(), assessment
    fact = _open(assessment)
    taken: list[Said] = []
    stands: list[StandsThere] = []
    for each in sorted(saves, key=lambda name: name == fact):
        given = Answer(fact=each, value=saves[each], by=command.actor, at=recalled.now, said=text[:_SAID_LIMIT])
        before = current.answers.get(each)
        if before is not None and before.value is not None and before.by != command.actor and each != fact:
            if before.value != given.value and given.value is not None:
                shown = wording.said(recalled.framework, before)
                stands.append(StandsThere(said=shown, offered=_offer(assessment, each, given.value, recalled)))
            continue
        step = record(current, given, recalled)
        current = step.assessments[-1]
        turn = replace(step, says=(*turn.says, *step.says))
        if each != fact:
            taken.append(wording.said(recalled.framework, given))
    return turn, tuple(taken), tuple(stands)


def _offers(assessment: Assessment, found: Heard, recalled: Recalled) -> tuple[OfferedAnswer, ...]:
    return tuple(
        _offer(assessment, choice.fact, choice.value, recalled)
        for choice in found.offers
        if isinstance(choice, Choice) and choice.value is not None
    )


def _offer(assessment: Assessment, fact: str, value: Value, recalled: Recalled) -> OfferedAnswer:
    asked = recalled.framework.by_fact[fact]
    labels = [wording.choice(asked, each).label for each in wording.plain(value)]
    return OfferedAnswer(
        fact=fact,
        value=",".join(wording.plain(value)),
        label=wording.listed(labels),
        replaces=fact in assessment.answers and assessment.asking != fact,
    )


def _steered(assessment: Assessment, command: TypedText, control: Control, recalled: Recalled) -> Turn:
    """A control word: done where it stands, and said at the bottom of the thread, where the person is."""
    fact = _open(assessment)
    about = command.model_dump(include=set(CommandBase.model_fields))
    match control.word:
        case Word.SKIP if fact is not None:
            given = Answer(fact=fact, value=None, by=command.actor, at=recalled.now, said=clean(command.text, 200))
            turn = record(assessment, given, recalled)
        case Word.BACK if fact is not None:
            turn = back(assessment, Back(**about, assessment_id=assessment.id, fact=fact), recalled)
        case Word.STOP:
            turn = stop(assessment, Stop(**about, assessment_id=assessment.id), recalled)
        case Word.RESUME | Word.BACK | Word.SKIP if open_key(assessment) is None:
            turn = resume(assessment, Continue(**about, assessment_id=assessment.id), recalled)
        case Word.CHANGE if control.fact is not None:
            turn = change(assessment, ChangeAnswer(**about, assessment_id=assessment.id, fact=control.fact), recalled)
        case Word.HELP if "question" not in command.text.casefold():
            turn = show_help(ShowHelp(**about, thread_ts=command.thread_ts or ""), recalled)
        case _:
            turn = Turn()
    is_said = any(isinstance(say.reply, Problem | Help | Confirmed | ChangeQuestion) for say in turn.says)
    if is_said or control.word is Word.SKIP:
        return turn
    after = turn.assessments[-1] if turn.assessments else assessment
    reply = HeardReply(
        assessment_id=assessment.id,
        typed=clean(command.text, _SAID_LIMIT),
        says=(steered(control, Background(assessment.facts(), recalled.framework, open_fact=fact)),),
        is_restart=control.word is Word.RESTART,
        can_continue=after.state is AssessmentState.STOPPED,
    )
    return turn.saying(privately(command, reply))
