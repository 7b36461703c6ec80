"""The reasons, asked by what makes somebody hold the verdict: "what makes you say RAG?" asks for no condition."""

from itertools import pairwise

from rules.hearing.questions.proposal import chosen
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.values import Asked

_MAKES = {("what", "makes"), ("what", "made")}
"""What would make somebody hold another one is a condition, and begins otherwise."""
_HELD = (
    "< and/so/but/then? what exactly? makes/made you/bot/it "
    "say/think/believe/prefer/choose/pick/recommend/suggest/favor/advise/decide/conclude"
)


def held(clause: Clause) -> tuple[Asked, ...]:
    """The reasons for the verdict, where no other architecture than the chosen one is named."""
    is_said = any(pair in _MAKES for pair in pairwise(clause.sentence.words)) and clause.has(_HELD)
    others = {hit.name for hit in clause.architectures} - {chosen(clause.scene.said)}
    return asked("why") if is_said and not others else ()
