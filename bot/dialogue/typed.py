"""Words typed in the thread: an answer to what is asked, clearly an answer to another question, or a question back.

Without a mention people talk to each other, so only what is plainly an answer is taken and everything else is let pass.
"""

from bot.commands import Back, CommandBase, ShowHelp, Stop, TypedText
from bot.commands.words import read_words
from bot.dialogue import answering, wording
from bot.dialogue.answers import record
from bot.dialogue.contradictions import is_asked
from bot.dialogue.moving import back, stop
from bot.dialogue.names import clean
from bot.dialogue.progress import open_fact
from bot.dialogue.status import show_help
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.typed_question import Asked, facts_meant, read
from bot.replies import Clarify
from rules import NotSure, Unclear, Understood, understand
from rules.facts import Value
from rules.framework import Question
from storage.records import Answer, Assessment, AssessmentState

TYPED_LIMIT = 1000
_SAID_LIMIT = 200
_CHATTER = 12
"""Unaddressed messages of more words than this are people talking to each other."""
_MOVES = {"stop": Stop, "stop for now": Stop, "pause": Stop, "back": Back, "go back": Back, "help": ShowHelp}


def typed(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """Somebody typed in the assessment's thread (or to the bot directly)."""
    text = clean(command.text, TYPED_LIMIT)
    if not command.is_mention and (len(text.split()) > _CHATTER or not text):
        return Turn()
    fact = open_fact(assessment)
    if command.is_mention and text.lower() in _MOVES:
        return _moved(assessment, command, text.lower(), fact, recalled)
    asked = read(text)
    if asked is not None:
        return answering.respond(assessment, command, asked, recalled) if command.is_mention else Turn()
    if fact is not None and assessment.state in {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}:
        return _answered(assessment, command, text, recalled.framework.by_fact[fact], recalled)
    if is_asked(assessment):
        return _elsewhere(assessment, command, text, recalled) or _not_understood(assessment, command, text, recalled)
    return _not_understood(assessment, command, text, recalled)


def as_words(command: TypedText) -> CommandBase | None:
    """Outside any interview, words to the bot are what follows `/ftrag`."""
    return read_words(command.text, command) if command.is_mention else None


def _moved(assessment: Assessment, command: TypedText, word: str, fact: str | None, recalled: Recalled) -> Turn:
    """A control by its name: stop, back, help."""
    about = command.model_dump(include=set(CommandBase.model_fields))
    wanted = _MOVES[word]
    if wanted is Stop:
        return stop(assessment, Stop(**about, assessment_id=assessment.id), recalled)
    if wanted is Back and fact is not None:
        return back(assessment, Back(**about, assessment_id=assessment.id, fact=fact), recalled)
    return show_help(ShowHelp(**about), recalled)


def _answered(assessment: Assessment, command: TypedText, text: str, question: Question, recalled: Recalled) -> Turn:
    """Words while a question stands open."""
    meaning = understand(question, text)
    match meaning:
        case Understood(values):
            return record(
                assessment, _given(command, recalled, question.fact, wording.valid(question, values), text), recalled
            )
        case NotSure():
            return record(assessment, _given(command, recalled, question.fact, None, text), recalled)
        case Unclear(nearest):
            found = None if nearest else _elsewhere(assessment, command, text, recalled)
            if found is not None or not (command.is_mention or len(nearest) == 2):
                return found or Turn()
            return _clarify(assessment, command, text, question, nearest)


def _clarify(
    assessment: Assessment, command: TypedText, text: str, question: Question, nearest: tuple[str, ...]
) -> Turn:
    offered = Clarify(
        assessment_id=assessment.id,
        fact=question.fact,
        topic=question.topic,
        typed=text[:_SAID_LIMIT],
        nearest=tuple(wording.choice(question, value) for value in nearest[:2]),
    )
    return Turn(says=(privately(command, offered),))


def _elsewhere(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """The words as an answer to another question, where they are clearly one; addressed to the bot only."""
    if not command.is_mention:
        return None
    meant = facts_meant(text, recalled.framework)
    if len(meant) != 1:
        return None
    ((fact, value),) = meant.items()
    return record(assessment, _given(command, recalled, fact, value, text), recalled)


def _given(command: TypedText, recalled: Recalled, fact: str, value: Value, text: str) -> Answer:
    return Answer(fact=fact, value=value, by=command.actor, at=recalled.now, said=text[:_SAID_LIMIT])


def _not_understood(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn:
    """Nothing is asked: what the words would change, or what can be asked."""
    if not command.is_mention:
        return Turn()
    return answering.respond(assessment, command, Asked("what_if", None, text), recalled)
