"""What the bot says of itself: from rows, whatever stands open."""

from rules.casing import lower_first
from rules.catalog.asking import itself
from rules.hearing import Asked
from rules.roadmap_plan import likeliest
from rules.telling.values import Background, Told
from rules.telling.wording import listed

_WORST = 3
"""Failures that are named as what to watch."""


def about_bot(asked: Asked, background: Background) -> Told:
    """The sentences of the topic, as they are so where a language model is set, and where none is."""
    row = itself()[str(asked.slots["topic"])]
    says = row.with_model if background.uses_model else row.says
    return Told(asked, tuple(_filled(one, background) for one in says))


def _filled(sentence: str, background: Background) -> str:
    """The sentence with what only this decision knows, where it names that."""
    if "{once}" in sentence:
        return sentence.replace("{once}", "A " if background.decided else "Once there is a verdict, a ")
    if "{rules}" in sentence:
        return sentence.replace("{rules}", background.verdict.rules_version)
    if "{risks}" in sentence:
        worst = likeliest(background.verdict.verdict, background.facts)[:_WORST]
        return sentence.replace("{risks}", listed(lower_first(bucket.label) for bucket in worst))
    return sentence
