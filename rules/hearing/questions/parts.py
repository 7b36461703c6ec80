"""A text in parts: where people list things, and which parts say nothing themselves.

These are nothing but a value ("we had Postgres, and weekly"), ask what comes of it ("verdict stays?"), or point at what
was told before ("if both came true").
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.kinds import LISTING
from rules.hearing.questions.matching import hits, stands
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.nouns import DOCUMENTS, REFERENCES
from rules.hearing.words.patterns import COURTESIES, LIGHT
from rules.hearing.words.pieces import pieces, stem, stems_of

_SUPPOSING_WORDS = "what if suppose supposing assume assuming imagine say with use used using add added get got were"
_EMPTY = LIGHT | COURTESIES | stems_of(_SUPPOSING_WORDS)
"""Words around a value that say nothing more."""


_KEPT, _BEING = DOCUMENTS | REFERENCES, stems_of("be been is are was were would get got in")
"""What knowledge is kept in, and what says of it how it is."""


def listed(text: str) -> list[str]:
    """The text cut where people list things: what counts one thing says nothing of the next."""
    said = text.split()
    cuts = [-1, *(at for at, piece in enumerate(said) if piece in LISTING), len(said)]
    several = [" ".join(said[start + 1 : end]) for start, end in pairwise(cuts) if end - start > 1]
    return several if len(cuts) > 2 else []


def all_of(part: str, read: Sequence[Reading]) -> list[Reading]:
    """The reading that is all a part says, where it is of one question only; nothing where other words carry more."""
    said = [stem(piece) for piece in pieces(part)]
    carrying = [at for at, word in enumerate(said) if word[0].isalnum() and word not in _EMPTY]
    whole = [one for one in read if carrying and all(one.start <= at < one.end for at in carrying)]
    if not whole and not _KEPT.isdisjoint(said):  # "the manuals would be clean": what is kept is not the state of it
        carrying = [at for at in carrying if said[at] not in _KEPT | _BEING]
        inside = (one for one in read if carrying and all(one.start <= at < one.end for at in carrying))
        whole = [one for one in inside if one.fact == "hygiene"]
    plain = [one for one in whole if one.certainty >= Certainty.HERE and len(one.values) == 1]
    return plain if len({(one.fact, one.values) for one in plain}) == 1 else []


_TOGETHER = (
    "both/all of? these/those/them? came/come/comes/happen/happens/happened/turn/turned/apply/applied/held/hold",
    "both/all of these/those/them were/was/are/is/together/at",
    "they/these/those both/all came/come/happen/happened/apply/applied/held/hold",
)
"""What points at all that was told before: "suppose both came true"."""
_BEHIND = (
    "< and/so/but? verdict/outcome/result/recommendation then/now/still? >",
    "< and/so/but? what is/would/will/becomes/of be? the/your/our? $VERDICT in/under/for that/this/such/those/these",
    "< and/so/but? what is/would/will/becomes/of be? the/your/our? $VERDICT then/there",
    "< and/so/but? which/what one/way/option/approach/architecture? wins/win/leads/prevails",
)
_PRESENT = (
    "now currently already nowadays today yesterday since lately recently meanwhile fyi correction update actually"
)
_PAST = "was were went had got rose grew fell dropped hired moved switched changed became came told said has been"
_HAPPENED = frozenset(f"{_PRESENT} {_PAST}".split())
"""With one of these it is told what is so, and nothing is supposed."""
_SINCE = ("as of", "from .. on", "last/this week/month/quarter/year/morning", "i/we have", "it turns out")


def points_at_all(stems: Sequence[str]) -> bool:
    """Whether words only point at all that was told before."""
    return stands(_TOGETHER, stems)


def is_outcome(part: str) -> bool:
    """Whether a part only asks what becomes of the decision: "stays the decision the same"."""
    said = sentence(part)
    found = hits(said)
    return found.has("then") and not found.has("supposes") and stands("$VERDICT/you/it/that/say/still/what", said.stems)


def asks_outcome(part: str) -> bool:
    """Whether a part asks, as parts of a supposition do for what comes of it: "would you still say so"."""
    words = part.split()
    return bool(words) and (
        words[:2] in (["it", "stays"], ["it", "changes"], ["anything", "changes"])
        or (
            words[0] in {"would", "does", "do", "what", "which", "will", "is", "still", "same"}
            and words[:2] != ["what", "if"]
        )
    )


def without_outcome(text: str) -> str:
    """The text without the parts that ask for the outcome: "would you say the same" says nothing of labels."""
    parts = [part for part in re.split(r" [,:] ", text) if part.strip()]
    kept = [part for part in parts if not (asks_outcome(part) or is_outcome(part))]
    return " , ".join(kept or parts)


def held_against_verdict(of: Sentence) -> str:
    """What a sentence tells before it asks for the verdict under it; "" where it does not, or tells what has happened.

    "Traffic triples and prices move hourly, what's the verdict then" supposes both.
    """
    told, _, asks = of.text.rpartition(" , ")
    last = sentence(asks, is_marked=True)
    is_asked = stands(_BEHIND, last.stems) or (asks_outcome(asks) and is_outcome(asks))
    words = told.split()
    is_news = bool(_HAPPENED & {*words}) or stands(_SINCE, of.stems)
    return told if words and is_asked and not is_news else ""
