"""Words typed in the thread or to the bot: heard by the one ear (`rules.hearing`), and done as it says.

Nothing typed replaces an answer of somebody else without asking; what an edited line would change is offered.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.commands import AnswerRest, Back, ChangeAnswer, CommandBase, Continue, ShowHelp, Stop, TypedText, UnknownWord
from bot.commands.words import read_words
from bot.dialogue import asked_in_thread, costing, reassess, tasks_changed, telling, typed_roadmap, typed_work, wording
from bot.dialogue.answers import record
from bot.dialogue.ask import open_key
from bot.dialogue.asked_back import heard_back, remembering
from bot.dialogue.asked_from_afar import told_outside
from bot.dialogue.contradictions import facts_asked
from bot.dialogue.heard import known, not_heard, offered, offers_all, sentences, steered, what_is_unheard
from bot.dialogue.meant import (
    SAID_LIMIT,
    by_an_edit,
    heard_in_thread,
    meaning,
    offer_shown,
    offers_shown,
    open_here,
    proposed,
    questions_shown,
    said_of,
)
from bot.dialogue.moving import back, change, rest, resume, stop
from bot.dialogue.names import clean
from bot.dialogue.progress import is_blind, unanswered
from bot.dialogue.review import typed_failures, untyped
from bot.dialogue.review.sharing import files_of
from bot.dialogue.round import asks_how_far, round_below
from bot.dialogue.status import show_help
from bot.dialogue.taking_back import is_of_something_else, not_undone, nothing_to_undo, only_supposed, undo
from bot.dialogue.turn import NotHeard, Recalled, Say, Turn, privately, problem
from bot.replies import (
    ChangeQuestion,
    Confirmed,
    HeardReply,
    Help,
    Problem,
    QuestionMessage,
    StandsThere,
    StillSoMessage,
    StoppedMessage,
    Trouble,
)
from rules.facts import Value
from rules.hearing import Choice, Control, Heard, Word
from rules.hearing.following.plan import goes_on
from rules.hearing.following.results import names_file
from rules.hearing.following.verdict import asks_what_is_left, passes_on, wants_the_rest
from rules.telling import Background
from storage.records import Answer, Assessment, AssessmentState


def typed(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """Somebody typed in the assessment's thread, in its channel, or to the bot directly where it is held there."""
    turn = _heard(assessment, command, recalled)
    return told_outside(remembering(turn, assessment, command, recalled.now), assessment, command, recalled)


def _heard(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    text = said_of(assessment, command)
    found = heard_back(assessment, command, text, heard_in_thread(assessment, command, text), recalled)
    if is_blind(assessment) and asks_how_far(found, text, is_mention=command.is_mention):
        return Turn(says=round_below(assessment, recalled, is_asked=True))
    if is_blind(assessment) and not _is_talk(found):
        return problem(command, Trouble.BLIND, name=assessment.name) if command.is_mention else Turn()
    worked = reassess.typed(assessment, command, text, recalled, heard=found)
    worked = worked or typed_work.done(assessment, command, text, recalled, heard=found, again=_heard)
    worked = worked or _nothing_asked(assessment, command, text, recalled)
    if worked is not None:
        return worked
    reads = files_of(assessment, command)
    if reads is not None:
        heard = _words(assessment, command, found, text, recalled) if _says_something(found, text) else Turn()
        return replace(heard, reads=reads)
    return _words(assessment, command, found, text, recalled)


def _nothing_asked(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """Whoever goes on answering after the verdict hears that nothing is asked any more, or is asked what is left."""
    is_over = assessment.state is AssessmentState.DECIDED and open_key(assessment) is None
    if not (command.is_mention and is_over and not command.is_edited):
        return None
    if wants_the_rest(text):
        return rest(assessment, AnswerRest(**command.about(assessment_id=assessment.id)), recalled)
    wonders = goes_on(text) or asks_what_is_left(text)
    if not (passes_on(text) or wonders):
        return None
    left = len(unanswered(assessment, recalled.framework)) if wonders else 0
    more = f"{left} more cannot change it: to answer them too, say “ask the other questions”."
    how = more if left else "Ask about it, or say what has changed."
    says = ("No question is open: the verdict stands in the thread.", how)
    return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=says)),))


def _is_talk(found: Heard) -> bool:
    """Whether the line gives no answer, not even a supposed one: while each answers alone, none is taken for all."""
    steers = found.control is not None and found.control.word in {Word.STOP, Word.RESUME, Word.HELP}
    tells = bool(found.saves or found.offers or found.control) or any(
        "changes" in each.slots for each in found.questions
    )
    is_asked = bool(found.questions) and what_is_unheard(found) is None
    return found.silent or steers or (is_asked and not tells)


def _says_something(found: Heard, text: str) -> bool:
    """Whether words beside a file hold anything; "here are the results" is no line to wonder about."""
    if names_file(text):
        return False
    is_asked = any(asked.intent != "unknown" for asked in found.questions)
    is_offered = any(isinstance(offer, Choice) for offer in found.offers)
    return bool(found.saves or is_offered or is_asked or found.control)


def _words(assessment: Assessment, command: TypedText, found: Heard, text: str, recalled: Recalled) -> Turn:
    """What the words of a line lead to."""
    if found.greets:
        reply = HeardReply(
            assessment_id=assessment.id,
            typed=text[:SAID_LIMIT],
            says=sentences(found, Background(assessment.facts(), recalled.framework, open_fact=open_here(assessment))),
        )
        return Turn(says=(privately(command, reply),))
    found = Heard() if found.is_passed_by and not command.is_direct else found
    is_of_cost = command.is_mention and open_key(assessment) is None
    found = costing.with_figures(assessment, found, text, is_of_cost=is_of_cost)
    if found.silent:
        greeted = asked_in_thread.greeted(assessment, command, recalled) if command.is_direct else None
        return greeted or typed_roadmap.named(assessment, command, text, recalled)
    if found.control is not None:
        if command.is_edited and found.control.word not in {Word.HELP, Word.RESTART}:
            return Turn(says=(privately(command, by_an_edit(assessment, command, found.control)),))
        return _steered(assessment, command, found.control, recalled)
    background = Background(
        assessment.facts(), recalled.framework, open_fact=open_here(assessment), has_record=True,
        decided=assessment.decision.verdict if assessment.decision else None,
    )  # fmt: skip
    costed = costing.told(assessment, command, found.questions, recalled)
    before, assessment = assessment, costed.assessments[0] if costed.assessments else assessment
    after = assessment if open_here(assessment) else telling.having_told(assessment, found.questions)
    turn, stands = _saved(after, command, found.saves, text, recalled)
    kept = (after,) if after is not before else ()
    turn = replace(turn, assessments=turn.assessments or kept, says=(*costed.says, *turn.says))
    what = what_is_unheard(found)
    meant = meaning(found, recalled)
    turn = replace(turn, not_heard=NotHeard(what, text, open_here(assessment)) if what else None)
    if meant is not None:
        return turn.saying(privately(command, proposed(assessment, meant, text, found, recalled)))
    asked: tuple[Say, ...] = ()
    if found.questions:
        asked = tuple(asked_in_thread.answers(assessment, command, known(found), background, recalled))
    reply = _said_back(assessment, found, text, background, recalled).model_copy(update={"stands": stands})
    has_words = bool(reply.says or reply.stands)
    return turn.saying(*asked, *((privately(command, reply),) if has_words else ()))


def _said_back(
    assessment: Assessment, found: Heard, text: str, background: Background, recalled: Recalled
) -> HeardReply:
    """What one person is asked back, with its buttons."""
    questions = questions_shown(found, background)
    has_own = offers_all(found, background)
    said = tuple(offered(found, background, has_buttons=has_own or bool(questions)))
    if not (found.saves or found.questions or found.offers):
        said = (not_heard(found, background),)
    return HeardReply(
        assessment_id=assessment.id,
        typed=text[:SAID_LIMIT],
        says=said,
        offers=() if has_own else offers_shown(assessment, found, recalled),
        questions=questions,
    )


def as_words(command: TypedText) -> CommandBase | None:
    """Outside any interview, words to the bot are what follows `/ftrag`."""
    read = read_words(command.text, command) if command.is_mention else None
    if isinstance(read, ShowHelp | UnknownWord):
        return read.model_copy(update={"thread_ts": command.thread_ts or ""})
    return read


def _saved(
    assessment: Assessment, command: TypedText, saves: Mapping[str, Value], text: str, recalled: Recalled
) -> tuple[Turn, tuple[StandsThere, ...]]:
    """The answers written down, the open question's last; and those of somebody else, which are asked about.

    What one says again that stands there as one's own is no answer anew: the record would tell of a change.
    The line of each is for all to see, [Not so] beside what the open question did not ask: nobody is told it twice.
    """
    turn, current = Turn(), assessment
    fact = open_here(assessment)
    stands: list[StandsThere] = []
    for each in sorted(saves, key=lambda name: name == fact):
        given = Answer(fact=each, value=saves[each], by=command.actor, at=recalled.now, said=text[:SAID_LIMIT])
        before = current.answers.get(each)
        if before is not None and each != fact and _stands(assessment, before, given):
            shown = wording.said(recalled.framework, before)
            if before.value != given.value and given.value is not None:
                stands.append(StandsThere(said=shown, offered=offer_shown(assessment, each, given.value, recalled)))
            elif given.value is not None and command.is_mention:
                stands.append(StandsThere(said=shown))
            continue
        step = record(current, given, recalled, is_beside=each != fact)
        current = step.assessments[-1]
        turn = replace(step, says=(*turn.says, *step.says))
    return turn, tuple(stands)


def _stands(assessment: Assessment, before: Answer, given: Answer) -> bool:
    """Whether the answer there is not simply replaced: it says the same, or is of somebody else.

    Of two that do not fit, whoever gives one another value says what holds.
    """
    is_asked = given.fact in facts_asked(assessment)
    is_theirs = before.by != given.by and not is_asked
    return before.value is not None and (before.value == given.value or is_theirs)


def _is_shown(word: Word, turn: Turn) -> bool:
    """Whether the thread says already what a control word did: that it was stopped, or the question it leads to."""
    said = [Problem, Help, Confirmed, ChangeQuestion]
    leads = word in {Word.RESUME, Word.BACK, Word.CHANGE}
    said += [StoppedMessage] if word is Word.STOP else [QuestionMessage, StillSoMessage] if leads else []
    return any(isinstance(say.reply, tuple(said)) for say in turn.says)


def _steered(assessment: Assessment, command: TypedText, control: Control, recalled: Recalled) -> Turn:
    """A control word: done where it stands, and said at the bottom of the thread, where the person is."""
    fact = open_here(assessment)
    about = command.about()
    if control.is_undo:
        return _undone(assessment, command, recalled)
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
            asked = ShowHelp(**about, thread_ts=command.thread_ts or "", is_answering=fact is not None)
            turn = show_help(asked, recalled)
        case _:
            turn = Turn()
    if control.word is Word.SKIP or _is_shown(control.word, turn):
        return turn
    after = turn.assessments[-1] if turn.assessments else assessment
    reply = HeardReply(
        assessment_id=assessment.id,
        typed=clean(command.text, SAID_LIMIT),
        says=(steered(control, Background(assessment.facts(), recalled.framework, open_fact=fact)),),
        is_restart=control.word is Word.RESTART,
        can_continue=after.state is AssessmentState.STOPPED,
    )
    return turn.saying(privately(command, reply))


def _undone(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """What the person did last taken back, whatever it was."""
    if (said := only_supposed(assessment, command, recalled)) is not None:
        return Turn(says=(privately(command, said),))
    undone = tasks_changed.undo(assessment, command, recalled)
    undone = undone or typed_failures.undo(assessment, command, recalled) or untyped.undo(assessment, command, recalled)
    undone = undone or typed_roadmap.undo(assessment, command, recalled)
    if undone is None and is_of_something_else(assessment):
        return Turn(says=(privately(command, not_undone(assessment)),))
    undone = undone or undo(assessment, command, recalled)
    return undone or Turn(says=(privately(command, nothing_to_undo(assessment)),))
