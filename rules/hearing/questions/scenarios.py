"""Suppositions that are numbered instead of supposed in words: "First: … Second: … What would you say to each?"."""

import re
from collections.abc import Mapping

from rules.facts import Value
from rules.hearing.questions.cutting import Message, Sentence, sentence
from rules.hearing.questions.matching import stands
from rules.hearing.questions.slots import likeliest
from rules.hearing.questions.values_said import changes
from rules.hearing.values import Asked, Line

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
    return stands("correction/corrections/correct/update/updates/amend/changed", sentence.stems)


def _supposed(text: str, said: Mapping[str, Value]) -> dict[str, Value]:
    return changes(text, said) or likeliest(text, sentence(text).stems, said)
