"""What is offered where a question is not plainly heard: at most three questions that it is like, with their slots."""

from collections.abc import Sequence

from rules.hearing.questions.answers_asked import fact_meant, is_of_open_ones
from rules.hearing.questions.choices import not_left_out, why_not
from rules.hearing.questions.comparing import beside_verdict, compared
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.figures import figures
from rules.hearing.questions.likeness import NOTHING, OUTSIDE, likings, nearest
from rules.hearing.questions.matching import hits, is_courtesy
from rules.hearing.questions.parts import without_outcome
from rules.hearing.questions.scene import Clause
from rules.hearing.questions.slots import is_likely, likeliest, overheard
from rules.hearing.questions.supposing import is_own, supposed
from rules.hearing.values import Asked
from rules.hearing.words.likelihood import Likely

MOST = 3
_OUTSIDE = 0.5
"""From this share on a question is one of the outside world."""
_OUTSIDE_FIRST = 0.3
_LIKE = 0.04
"""Below this share a question is not worth offering."""
_FAR = 0.2
"""... or below this part of how likely it is that nothing is asked."""
_SURE = 0.8
"""From this share on it is what is asked, although no phrase says so."""
_WORDY = 26
"""In more words than these what no phrase hears is only offered."""
_KNOWN = 0.3
"""Below this share of the likeliest a sentence is like nothing."""
_BACKED = 0.06
"""The share from which on the examples bear out what a phrase hears."""
_AHEAD = 0.75
"""By how much of the likelihood another question may not be ahead."""
_SHORT = 3
"""A message of no more words says too little to be held against examples."""
_POINTING = 4
"""Words of a message that only points at what it quotes."""


def is_like_nothing(sentence: Sentence) -> bool:
    """Whether no example is like it: its words are not known here."""
    return nearest(sentence).share < _KNOWN


def guessed(clause: Clause) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """(What is asked after all, what to offer): at most one of the two holds something."""
    all_liked = likings(clause.sentence)
    if any(
        one.name == OUTSIDE and one.share >= (_OUTSIDE_FIRST if at == 0 else _OUTSIDE)
        for at, one in enumerate(all_liked)
    ):
        return (), ()
    is_talk = bool(all_liked) and all_liked[0].name in {NOTHING, OUTSIDE}
    least = max(_LIKE, _FAR * all_liked[0].share) if is_talk else _LIKE
    liked = [one for one in all_liked if one.share >= least]
    likely = [asked for one in liked if (asked := with_slots(one, clause)) is not None]
    likely += [one for one in _by_slots(clause) if one not in likely]
    first = liked[0] if liked else None
    is_sure = first is not None and first.share >= _SURE and len(clause.stems) <= _WORDY
    if first and is_sure and with_slots(first, clause) is not None and _is_borne_out(likely[0], clause):
        return tuple(likely[:1]), ()
    return (), tuple(likely[:MOST])


def _is_borne_out(asked: Asked, clause: Clause) -> bool:
    """Whether what it supposes is of the question that its words are of."""
    return not asked.changes or is_likely(asked.changes, clause.stems)


def _by_slots(clause: Clause) -> list[Asked]:
    """What may be asked of the things that the clause names, the likeliest first."""
    found: list[Asked] = []
    named = compared(clause)
    if len(named) > 1:
        found.append(Asked("compare", {"architectures": named}))
    changes = supposed(clause) if is_own(clause) else {}
    if changes:
        found.append(Asked("what_if", {"changes": changes}))
    if named:
        found.append(why_not(clause, named[0]))
        found.append(Asked("what_would_make", {"architecture": named[0]}))
    found += [Asked("glossary", {"term": hit.name}) for hit in clause.terms[:1]]
    facts = clause.hits.of("fact")
    found += [Asked("status_of_answers", {"fact": hit.name}) for hit in facts[:1]]
    return found


def is_backed(asked: Asked, message: Message) -> bool:
    """Whether the examples bear out what a phrase hears: some are near, and none of another intent far nearer.

    A phrase stands in many sentences that ask something else; whole sentences do not go astray with it.
    """
    if message.quoted and sum(len(one.stems) for one in message.sentences) <= _POINTING:
        return True
    is_of_quoted = bool(message.quoted) and not any(hits(one).has("architecture") for one in message.sentences)
    asking = [one for one in message.sentences if one.is_marked or not is_courtesy(one)]
    if is_of_quoted and asked.intent in {"why_not", "what_would_change"} and len(asking) == 1:
        return True
    name = name_of(asked)
    for one in message.sentences:
        if len(one.stems) <= _SHORT and len(message.sentences) == 1:
            return True
        liked = likings(one)
        names = {name, "why_not"} if name == "why" and hits(one).has("architecture") else {name}  # doubts the verdict
        share = sum(each.share for each in liked if each.name in names)
        ahead = max((each.share for each in liked), default=0.0) - share
        if share >= _BACKED and ahead < _AHEAD:
            return True
    return False


def name_of(asked: Asked) -> str:
    """What the examples call this question: "cost break_even"."""
    return f"cost {asked.slots['of']}" if asked.intent == "cost" else asked.intent


def is_beside(several: Sequence[Asked], sentence: Sentence) -> bool:
    """Whether one sentence is plainly like something else than all that is heard in it."""
    first = nearest(sentence)
    return first.share >= _AHEAD and first.name not in {name_of(one) for one in several}


def second_thoughts(asked: Asked, message: Message, clause: Clause) -> tuple[Asked, ...]:
    """What to offer where the examples do not bear out what a phrase hears: that, and what it is more like."""
    liked = [each for one in message.sentences for each in likings(one)]
    nearest = sorted((one for one in liked if one.share >= _LIKE), key=lambda one: -one.share)
    others = [each for one in nearest if (each := with_slots(one, clause)) is not None]
    return unlike([asked, *_otherwise(asked, message, clause), *others])


def _otherwise(asked: Asked, message: Message, clause: Clause) -> list[Asked]:
    """The same with what else its words may give: an answer overheard beside it, or another one in its place."""
    changes = asked.changes
    if "changes" not in asked.slots:
        return []
    text = " , ".join(one.text for one in message.sentences)
    beside = {fact: value for fact, value in overheard(changes, without_outcome(text)).items() if value is not None}
    instead = likeliest(text, [stem for one in message.sentences for stem in one.stems], clause.scene.said)
    found = [{**changes, **beside}] if beside else []
    found += [instead] if instead and instead != changes else []
    return [Asked(asked.intent, {"changes": each}) for each in found]


def unlike(several: Sequence[Asked]) -> tuple[Asked, ...]:
    """The first of them that are not the same, at most three."""
    return tuple(one for at, one in enumerate(several) if one not in several[:at])[:MOST]


def is_like_outside(sentence: Sentence) -> bool:
    """Whether a question is most like those of the outside world."""
    return nearest(sentence).name == OUTSIDE


def with_slots(liking: Likely, clause: Clause) -> Asked | None:  # noqa: PLR0911 - a list of cases
    """The question with what it is about; None where the clause does not say what that is."""
    intent, _, of = liking.name.partition(" ")
    match intent:
        case "why_not" | "what_would_make":
            named = [hit.name for hit in not_left_out(clause)]
            named = named or list(clause.scene.architectures[-1:])
            if not named:
                return None
            return why_not(clause, named[-1]) if intent == "why_not" else Asked(intent, {"architecture": named[-1]})
        case "what_if":
            changes = supposed(clause)
            is_meant = is_own(clause) or is_likely(changes, clause.stems)
            return Asked(intent, {"changes": changes}) if changes and is_meant else None
        case "glossary":
            terms = [hit.name for hit in clause.terms] or list(clause.scene.terms[-1:])
            return Asked(intent, {"term": terms[0]}) if terms else None
        case "compare":
            return Asked(intent, {"architectures": beside_verdict(compared(clause), clause)})
        case "cost":
            given = figures(clause.sentence.text)
            return Asked(intent, {"of": of, "architectures": compared(clause)} | ({"given": given} if given else {}))
        case "who_answered" | "status_of_answers":
            is_of_all = intent == "status_of_answers" and is_of_open_ones(clause)
            return Asked(intent, {"fact": "" if is_of_all else fact_meant(clause)})
        case "unknown" | "none" | "change_answer":
            return None
        case _:
            return Asked(intent)
