"""Which parts of a supposition say nothing themselves: they ask what comes of it, or point at what was told before.

"Would you say the same", "verdict stays?", "if both came true".
"""

import re
from collections.abc import Sequence

from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.matching import hits, stands

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
