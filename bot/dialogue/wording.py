"""The rules' words -> the pieces of replies: options, answers as they read in a sentence, progress."""

from functools import lru_cache

from bot.replies import Changed, Choice, Said
from rules.facts import ALONE, VALUES, Value
from rules.framework import Framework, Option, Question
from storage.records import Answer


def listed(words: list[str]) -> str:
    """Words as a list in a sentence: "format, tone and safety"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def choices(question: Question) -> tuple[Choice, ...]:
    """The question's options."""
    return _choices(question.options)


@lru_cache(maxsize=128)
def _choices(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(value=option.value, label=option.label) for option in options)


def choice(question: Question, value: str) -> Choice:
    """One of them. Raises KeyError for a value that the question does not have."""
    return {option.value: option for option in choices(question)}[value]


def plain(value: Value) -> tuple[str, ...]:
    """A fact's value as a tuple of words; empty for unknown."""
    return () if value is None else (value,) if isinstance(value, str) else value


def in_words(question: Question, value: Value) -> str | None:
    """The value as it reads in a sentence: "weekly", "format and tone"; None for unknown."""
    if value is None:
        return None
    said = {option.value: option.said for option in question.options}
    return listed([said.get(word, word) for word in plain(value)]) or None


def said(framework: Framework, answer: Answer) -> Said:
    """One given answer in words."""
    question = framework.by_fact[answer.fact]
    words = in_words(question, answer.value)
    return Said(
        fact=answer.fact,
        topic=question.topic,
        words=words,
        by=answer.by,
        at=answer.at,
        typed=answer.said,
        reason=answer.reason,
    )


def fact_in_words(framework: Framework, fact: str, value: Value) -> Said:
    """A fact with a value that nobody in particular gave."""
    question = framework.by_fact[fact]
    return Said(fact=fact, topic=question.topic, words=in_words(question, value))


def changed(framework: Framework, fact: str, before: Value, after: Value) -> Changed:
    """One changed answer."""
    question = framework.by_fact[fact]
    return Changed(
        fact=fact,
        topic=question.topic,
        before=in_words(question, before),
        after=in_words(question, after) or "",
        value=",".join(plain(after)),
    )


def valid(question: Question, values: tuple[str, ...]) -> Value:
    """The values of an answer as the fact's value, in the vocabulary's order. Raises ValueError where they are none."""
    allowed = VALUES[question.fact]
    if not values or not set(values) <= set(allowed) or (len(set(values)) > 1 and not question.is_list):
        raise ValueError(question.fact)
    kept = tuple(value for value in allowed if value in values)
    return kept if question.is_list else kept[0]


def clashing(question: Question, values: tuple[str, ...]) -> str | None:
    """The label of the option that stands alone, where it was chosen together with another one."""
    alone = ALONE.get(question.fact)
    return choice(question, alone).label if alone in values and len(set(values)) > 1 and alone else None
