"""Which parts of a supposition only ask what comes of it: "would you say the same", "verdict stays?"."""

import re

from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.matching import hits, stands


def is_outcome(part: str) -> bool:
    """Whether a part only asks what becomes of the decision: "stays the decision the same"."""
    said = sentence(part, is_marked=False)
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
