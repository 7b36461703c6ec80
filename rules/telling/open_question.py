"""Questions while a question stands open: what it means, why it is asked, how to answer. One or two lines."""

from rules.catalog.glossary import GLOSSARY
from rules.hearing import Asked
from rules.telling.values import Background, Told
from rules.telling.wording import listed


def about_question(asked: Asked, background: Background) -> Told | None:
    """The answer about the open question; None where none is open or something else is asked."""
    if background.open_fact is None or background.open_fact not in background.framework.by_fact:
        return None
    question = background.framework.by_fact[background.open_fact]
    match asked.intent:
        case "why":
            return Told(asked, (question.why,))
        case "help":
            several = "Pick as many as apply." if question.is_list else "Pick one; “not sure” is an answer too."
            return Told(asked, (several, f"Or type it, for example “{question.example}”."))
        case "glossary" if asked.slots.get("term") not in GLOSSARY:
            labels = listed((option.label for option in question.options), "or")
            return Told(asked, (question.why, f"The choices: {labels}."))
        case _:
            return None
