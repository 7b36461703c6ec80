"""Suppositions told in other words than "if": held against the verdict, told as if they were so, or numbered.

"So with 50 examples it all collapses, or what?", "traffic triples, what's it then", "First: … Second: … And now?".
"""

import re
from collections.abc import Mapping

from rules.facts import Value
from rules.hearing.questions.cutting import Message, Sentence, sentence
from rules.hearing.questions.matching import stands
from rules.hearing.questions.parts import held_against_verdict
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.slots import likeliest
from rules.hearing.questions.values_said import changes, plain_facts, read_all, supposed_in
from rules.hearing.values import IDLE, Asked, Certainty, Line

_OF_IT = r"(?:(?:the|your|this|that|its?|our|whole|entire|all|of) )*"
_VERDICT = (
    r"(?:verdict|advice|recommendation|answer|proposal|thing|design|decision|plan|case|conclusion|argument|reasoning|"
    r"suggestion|choice|it|this|that|you|everything)"
)
_BEING = r"(?:(?:just|simply|would|will|is|be|are|all|then|completely|totally) )*"
_FALLS = (
    r"(?:collapses?|crumbles?|falls?|flips?|dies|breaks?|toast|dead|pointless|off the table|wrong|moot|worthless|"
    r"turns?|blows?|void|useless|gone|finished|history)(?: (?:around|round|apart|over|down|flat|up))*"
)
_TOPPLES = r"(?:kills?|sinks?|breaks?|blows?|wrecks?|topples?|ruins?|flips?|destroys?|overturns?|undoes)(?: up)?"
_STANDS = r"(?:survives?|holds?|stands?|withstands?)(?: (?:with|at|under|up|to))*"
_CHALLENGES = tuple(
    re.compile(phrase)
    for phrase in (
        rf"\b(?:(?:and|then) )?{_OF_IT}\b{_VERDICT} {_BEING}{_FALLS}(?= *[,?]| *$)",
        rf"\b(?:(?:would|will|does|do) )?{_TOPPLES} {_OF_IT}{_VERDICT}\b(?: up| over)?",
        rf"^(?:(?:and|so|but|does|do|would|will|can) )*{_OF_IT}{_VERDICT} {_STANDS}\b",
    )
)
_TAG = re.compile(
    r",? *(?:,|\bor\b) *(?:or |and )?(?:what|not|no|right|correct|yes|yes or no|true|huh|i suppose|i guess|i take it"
    r"|(?:is|does|do|would|will|are)(?: not)? (?:it|they|you|that|this))? *\?? *$"
)
"""What such a question ends with, which says nothing."""

_NOTHING_DONE = (
    "if/when we/i/one/you/team just/simply? do/did/does/change/changed nothing at? all? here? now? >",
    "if/when we/i/one/team just/simply? leave/left/keep/kept it/all/things/everything as it/they? is/are/was? now? >",
    "if/when we/i/one/you/team do/did/does/would not do? anything at? all? here? now? >",
    "if/when we/one/team just/simply? stay/stayed/stick/stuck/go/went on/with/as? what/as/like we have/are/do now? >",
    "if/when we/one/team just/simply? wait/waited >",
    "if nothing is/was/gets done at? all? >",
)
_OPEN = "what/which/who/when/whether/why/how/where/any/anything/something/nothing"
"""What asks for whatever may be supposed, and supposes nothing itself."""


def challenged(clause: Clause) -> tuple[Asked, ...]:
    """What is supposed where the clause asks whether the verdict falls under it."""
    text = _TAG.sub("", clause.sentence.text) if clause.is_marked else ""
    rest = next((left for each in _CHALLENGES if (left := each.sub(" ", text)) != text), "").strip(" ,?")
    stems = sentence(rest).stems
    if not rest or stands(_OPEN, stems):
        return ()
    said = clause.scene.said
    found = supposed_in(rest, said) or likeliest(rest, stems, said)
    return asked("what_if", changes=found) if found else ()


def told_as_so(clause: Clause) -> tuple[Asked, ...]:
    """What is told as if it were so, where the clause ends by asking for the verdict under it."""
    told = held_against_verdict(clause.sentence)
    found = supposed_in(told, clause.scene.said) if plain_facts([told]) else {}
    new = {fact: value for fact, value in found.items() if value != clause.scene.said.get(fact)}
    return asked("what_if", changes=new) if new else ()


def idle(clause: Clause) -> tuple[Asked, ...]:
    """What comes of doing nothing, which is no supposed answer: "what if we do nothing?"."""
    if not (clause.hits.has("supposes") and clause.has(_NOTHING_DONE)):
        return ()
    told = (one for one in read_all(clause.sentence.text) if one.fact != "action")  # who does nothing is the team
    is_more = any(one.certainty is Certainty.OWN for one in told)
    return () if is_more else asked(IDLE)


_KIND = "scenario|case|option|variant|version|situation|possibility|alternative"
_WHICH = r"(?:one|two|three|[1-4]|[a-d]|first|second|third|i{1,3})"
_LABEL = re.compile(
    rf"^(?:and |then |now |, )*(?:(?:{_KIND}) (?:number |no )?{_WHICH}"
    rf"|(?:the )?(?:first|second|third)(?:ly)?(?: (?:{_KIND}))?"
    rf"|[a-d]|[1-4])(?: [:,]| (?=the|our|we|they|it|each|every|every\w+|no\w*|all|only|answers|users|documents|data))"
)
_SEVERAL = 2
_CASES = (
    "scenario/scenarios/cases/case/option/variant/variants/situations/possibilities/what-ifs/ifs",
    "in/for/to/on/of/with/under each/either/both",
    "each/either/both of them",
    "separately/apart/independently/independent/separate/one at a time/one by one",
)
"""What says of numbered sentences that they are supposed."""


def scenarios(message: Message, line: Line) -> tuple[Asked, ...]:
    """One supposition for each numbered sentence, where the message treats them as cases; nothing where it does not."""
    numbered = [(one, label) for one in message.sentences if (label := _LABEL.match(one.text))]
    if len(numbered) < _SEVERAL or any(one.is_marked for one, _ in numbered[:-1]):
        return ()
    rest = [one for one in message.sentences if all(one is not each for each, _ in numbered)]
    are_cases = any(stands(_CASES, one.stems) for one in message.sentences)
    if not are_cases or any(_amends(one) for one in rest):
        return ()
    found = [_supposed(one.text[label.end() :], line.said) for one, label in numbered]
    return tuple(Asked("what_if", {"changes": each}) for each in found) if all(found) else ()


def _amends(sentence: Sentence) -> bool:
    """Whether it says that the numbered sentences correct what was answered."""
    return stands("correction/corrections/correct/update/updates/amend/changed", sentence.stems)


def _supposed(text: str, said: Mapping[str, Value]) -> dict[str, Value]:
    """What one numbered sentence supposes."""
    return changes(text, said) or likeliest(text, sentence(text).stems, said)
