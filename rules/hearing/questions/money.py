"""Questions about money: "what do wrong answers cost?", "when does it pay?", "what does RAG cost?"."""

import re
from collections.abc import Mapping

from rules.catalog.asking import moods
from rules.hearing.amounts.passages import RIGHT
from rules.hearing.questions.choices import named
from rules.hearing.questions.cutting import cut
from rules.hearing.questions.figures import figures, is_bare, is_in_case, told
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.values import Asked, Line

_EVEN = "cost break_even"
_WRONG = "cost wrong_answers"
_BUILD = "cost architecture"
_LONG = 6
"""A longer sentence without a question mark that speaks of money asks for it in words."""
_OURS = moods()["ours"]
_CHEAPER = "cheaper/cheapest/cheap/dearer/dearest/expensive"
"""What is looked for in a few words: "is there anything cheaper?"."""
_POINTS = "they/those/these/them/such/that/it/both"
_WRONG_BEFORE = "$WRONG/hallucination/hallucinations"
"""What "how much do they cost us" points back to."""
_WORTHY = (
    "what .. would/could/might/will/to .. make/makes .. $WORTH",
    "when/where/circumstances/conditions .. would/could/will/is/becomes .. $WORTH",
)
"""What would have to be for one architecture to be worth it, which asks for no accuracy."""
_SUMS = (
    "how much is/are/will/would it/that/this/they/rag/retrieval/prompting/tools/hybrid/tuning",
    "how much if/at/for/with",
    "what .. come to",
    "what .. run us",
    "what .. we pay",
)
"""How money is asked for without a word for it, where requests are counted."""
_SHARE = re.compile(r"\d\s*%|percent")


def cost(clause: Clause) -> tuple[Asked, ...]:
    """What the clause asks about money, in words or in figures."""
    given = figures(clause.sentence.text)
    is_counted = {"error_rate", "cost_each"} <= given.keys()
    found = _in_words(clause)
    if found and given:
        return tuple(Asked(one.intent, {**one.slots, "given": given}) for one in found)
    return found or (asked("cost", of="wrong_answers", given=given) if is_counted else ())


def _in_words(clause: Clause) -> tuple[Asked, ...]:
    """What the clause asks about money; a supposition that speaks of money is none."""
    if clause.architectures and clause.has(_WORTHY):
        return ()
    for intent in (_EVEN, _WRONG):
        hit = next(iter(clause.asks(intent)), None)
        is_told = hit and not clause.is_marked and not _is_wondered(clause) and hit.start > 0
        if is_told and (len(clause.stems) > _LONG or clause.hits.opens("changed")):
            return ()
        if hit and intent == _WRONG and clause.architectures and not clause.has("$WRONG/hallucination/hallucinations"):
            continue
        if hit and not _is_supposed(clause, hit.start) and _asks(clause):
            return asked("cost", of=intent.removeprefix("cost "))
    if not clause.is_marked and len(clause.stems) > _LONG and not _is_wondered(clause):
        return ()
    build = next(iter(clause.asks(_BUILD)), None)
    if build is None and _is_counted(clause) and any(clause.has(words) for words in _SUMS):
        return asked("cost", of="architecture", architectures=named(clause))
    return _architecture(clause) if build and _asks(clause) and not _is_of_a_case(clause) else ()


def _is_counted(clause: Clause) -> bool:
    """Whether requests a day are named, for which money is paid: "how much is it" may ask for anything without them."""
    return "requests_a_day" in figures(clause.sentence.text)


def _is_wondered(clause: Clause) -> bool:
    """Whether it asks for a figure, though no mark ends it."""
    return clause.has("how/what/which/where/calculate/know/estimate/number/figure/tell/give")


def _is_of_a_case(clause: Clause) -> bool:
    """Whether it supposes more than requests a day behind the money: "what does it cost if we do 2000 a day?"."""
    return clause.hits.has("supposes") and not _is_counted(clause)


def _is_supposed(clause: Clause, at: int) -> bool:
    """Whether the money stands in what is supposed: after "if", with no comma between."""
    before = [marker.start for marker in clause.hits.of("supposes") if marker.start < at]
    pieces = clause.sentence.text.split()
    places = [place for place, piece in enumerate(pieces) if piece[0].isalnum()]
    is_parted = bool(before) and "," in pieces[places[min(before)] : places[at]]
    return bool(before) and not is_parted


def _asks(clause: Clause) -> bool:
    """Whether it is the money that is asked for, and not who or what was answered about it."""
    return not (clause.asks("who_answered") or clause.has("what .. did .. say/answer/put"))


def _architecture(clause: Clause) -> tuple[Asked, ...]:
    """What architectures cost, or wrong answers where it points at them."""
    architectures = named(clause)
    if architectures:
        return asked("cost", of="architecture", architectures=architectures)
    if _SHARE.search(clause.sentence.text):
        return asked("cost", of="wrong_answers")
    is_short = clause.has(_POINTS) or len(clause.stems) <= _LONG
    if is_short and clause.scene.follows(_WRONG_BEFORE) and not clause.scene.named_before:
        return asked("cost", of="wrong_answers")
    points = clause.has(_POINTS) and (clause.scene.quoted or clause.has("both"))
    if points and clause.scene.recent:
        return asked("cost", of="architecture", architectures=tuple(dict.fromkeys(clause.scene.recent)))
    is_sought = clause.has(_OURS) or _is_counted(clause) or (len(clause.stems) <= _LONG and clause.has(_CHEAPER))
    return asked("cost", of="architecture", architectures=()) if is_sought else ()


_MOST = 14
"""Words of a line that only tells what is known, and is no story."""
_WRONG_ONE = "wrong/mistake/mistakes/error/errors/incorrect/erroneous/botched"
_NO_FIGURE = "if/would/could/should/what/how/who/which/why/when/unless/suppose/assume/say/can/do/does/is"


def told_figures(line: Line) -> Mapping[str, float]:
    """The figures of a line that tells what a wrong answer costs, or how many are wrong: "12 dollars each".

    In a story the cost has to be said of a wrong answer, and a share to stand beside a cost or a number of requests.
    """
    message = cut(line.text)
    is_supposed = any(hits(one).has("supposes") for one in message.sentences) and not is_in_case(line.text)
    if message.quoted or is_supposed or any(one.is_marked for one in message.sentences):
        return {}
    stems = tuple(stem for one in message.sentences for stem in one.stems)
    if not stems or (stands(f"< {_NO_FIGURE}", stems) and not is_in_case(line.text)):
        return {}
    found = told(line.text)
    is_short = len(message.sentences) == 1 and len(stems) <= _MOST
    is_each = found.is_sure or ("cost_each" in found.given and is_bare(line.text))
    is_share = "error_rate" in found.given and (is_short or "requests_a_day" in found.given)
    return found.given if is_each or (is_share and _is_of_answers(stems, line.text)) else {}


def _is_of_answers(stems: tuple[str, ...], text: str) -> bool:
    """Whether a share is said of wrong answers, or of right ones and nothing else is said: "97 of 100 right"."""
    return stands(_WRONG_ONE, stems) or (is_bare(text) and not RIGHT.isdisjoint(stems))
