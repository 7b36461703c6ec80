"""What is said back to a typed line: the same sentences in Slack and on the command line."""

from collections.abc import Iterator, Sequence

from bot.dialogue import wording
from rules.hearing import Asked, Choice, Control, Heard, Trouble, Word
from rules.hearing.values import each_in
from rules.telling import Background, question, tell

_STEERED = {
    Word.BACK: "Back to the question before. The one that stood open is asked again after it.",
    Word.STOP: "Stopped for now. Nothing is lost: press Continue, or type “continue”.",
    Word.RESUME: "Going on where you stopped.",
    Word.SKIP: "Skipped: it counts as not sure, and can be answered later.",
    Word.RESTART: "Start over? A new version begins with no answers; the old one is kept until then.",
    Word.HELP: "Press an option, or answer in your own words. You can also type back, skip, stop, or a question.",
}
_NOTHING_YET = " Nothing is written down until you choose."
_UNDONE = "Taken back: what your last message wrote down. What stood there before stands again."


def what_is_unheard(heard: Heard) -> str | None:
    """Of which kind a line is that was meant for the bot and not understood; None where it was, or is let be.

    That is its trouble, where it has one; "question" for one about nothing that is known; else "words".
    """
    if heard.trouble is not None:
        return str(heard.trouble)
    if any(asked.intent == "unknown" for asked in heard.questions):
        return "question"
    is_taken = heard.silent or heard.control or heard.saves or heard.questions or heard.offers
    return None if is_taken else "words"


def sentences(heard: Heard, background: Background) -> tuple[str, ...]:
    """The sentences that the person reads; none where the line is left alone."""
    if heard.greets:
        return (greeting(background),)
    return () if heard.silent else tuple(_sentences(heard, background))


def greeting(background: Background) -> str:
    """What is said to a greeting: what can be done here."""
    if background.open_fact is None:
        return "Hello. Ask me about the verdict (why, what if, what next), or say what has changed."
    return f"Hello. {_STEERED[Word.HELP]}"


def _sentences(heard: Heard, background: Background) -> Iterator[str]:
    if heard.control is not None:
        yield steered(heard.control, background)
    if heard.saves and background.open_fact is None:
        yield from tell(Asked("change_answer", {"changes": heard.saves}), background).says
    for asked in known(heard):
        yield from tell(asked, background).says
    yield from offered(heard, background)
    if not (heard.control or heard.saves or heard.questions or heard.offers):
        yield not_heard(heard, background)


def known(heard: Heard) -> tuple[Asked, ...]:
    """The questions to answer: that something may not be known is said with what is offered instead."""
    return tuple(asked for asked in heard.questions if asked.intent != "unknown" or not heard.offers)


def steered(control: Control, background: Background) -> str:
    """What a control word does."""
    if control.word is Word.CHANGE:
        if not control.fact:
            return "Which answer shall change? Press Change beside it, or say what holds now."
        return f"{background.framework.by_fact[control.fact].topic}: asked again. The old answer holds until then."
    return _UNDONE if control.is_undo else _STEERED[control.word]


def offered(heard: Heard, background: Background, *, has_buttons: bool = False) -> Iterator[str]:
    """What is asked back: which of the values, or which question, was meant; buttons beside it name the questions."""
    if has_buttons and offers_all(heard, background):
        yield not_heard(heard, background) if heard.trouble is Trouble.UNCLEAR else _any_of(background)
        return
    if heard.offers and heard.trouble is Trouble.AMOUNT:
        yield "That number can be read in two ways, so I ask."
    if heard.trouble is Trouble.UNCLEAR:
        yield f"{not_heard(heard, background)} Is it one of these?"
        return
    choices = [offer for offer in heard.offers if isinstance(offer, Choice)]
    by_fact = [[one for one in choices if one.fact == fact] for fact in dict.fromkeys(each.fact for each in choices)]
    for each in by_fact:
        yield _which(each, background) + (_NOTHING_YET if each is by_fact[-1] else "")
    asked = dict.fromkeys(question(offer, background) for offer in heard.offers if isinstance(offer, Asked))
    if asked:
        is_doubted = any(each.intent == "unknown" for each in heard.questions)
        meant = "Did you mean one of these?" if has_buttons else f"Did you mean: {' '.join(asked)}"
        yield f"{'That may be outside what I know. ' if is_doubted else ''}{meant}"


def offers_all(heard: Heard, background: Background) -> bool:
    """Whether every option of the open question is offered: its own buttons, asked again below, are the same ones."""
    fact = background.open_fact
    if fact is None or not all(isinstance(offer, Choice) and offer.fact == fact for offer in heard.offers):
        return False
    options = {option.value for option in background.framework.by_fact[fact].options}
    return options <= {value for offer in heard.offers if isinstance(offer, Choice) for value in each_in(offer.value)}


def _any_of(background: Background) -> str:
    topic = background.framework.by_fact[background.open_fact or ""].topic
    return f"“{topic}”: I could not tell which one it is. Nothing was written down; press one below, or reword it."


def _which(choices: Sequence[Choice], background: Background) -> str:
    """The values in quotation marks: some hold an "and" themselves."""
    found = background.framework.by_fact[choices[0].fact]
    words = [f"“{wording.in_words(found, choice.value) or 'not sure'}”" for choice in choices]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
    return f"{found.topic}: did you mean {listed}?"


def not_heard(heard: Heard, background: Background) -> str:
    """Why nothing was taken, and the one thing to do next."""
    if heard.trouble is Trouble.LANGUAGE:
        return f"I hear English so far, and this looks like {heard.language}. Say it in English, or press an option."
    if heard.trouble is Trouble.NO_WORDS:
        return "I read words, not pictures. Say it in a few words, or press an option."
    if background.open_fact is None:
        return "I could not read that as a question or a change. Nothing was written down; say it in other words."
    topic = background.framework.by_fact[background.open_fact].topic
    return f"I could not read that as an answer to “{topic}”. Nothing was written down; press an option, or reword it."
