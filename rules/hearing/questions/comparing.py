"""Architectures put side by side: two, those spoken of before, or all of them: "RAG vs tools", "compare them all"."""

from rules.catalog.asking import moods, phrases_in
from rules.framework import Architecture
from rules.hearing.questions.pointing import chosen, proposal
from rules.hearing.questions.scene import Clause, asked, is_denied
from rules.hearing.values import Asked

_EVERY = phrases_in(moods()["every"])
_TWO = 2
_SIGNS = frozenset("<>")
_SPEAKS = (
    "speak/speaks/spoke/say/says/argue/argues/hold/holds/case/reason/reasons/argument/arguments/anything/something/"
    "have/got against"
)
"""What speaks against one of two asks for no comparison."""
_BESIDE = "next to/beside/besides/alongside/against/versus/vs/compared/opposed"
"""What puts an architecture next to the one that is quoted."""
_SEEN_TOGETHER = "see/show/view/put/have/look/present .. two/both/them together"
"""What is wished for together on one page is no sum."""
_STANDING = "this/that/it/yours/ours/us/now/current/currently/verdict/decision/recommendation/pick/choice/advice/answer"
"""What one architecture alone is compared with: the verdict that stands."""
_SUM = "both/mix/mixture/blend/combination"
_BOTH = f"versus/vs/against/or/to {_SUM} >"


def comparing(clause: Clause) -> tuple[Asked, ...]:
    """Two side by side, or all of them."""
    both = compared(clause)
    sure = (
        clause.asks("compare")
        or is_beside_quoted(clause)
        or (_SIGNS & set(clause.sentence.text.split()) and len(both) > 1)
    )
    if clause.has(_SPEAKS):
        return ()
    if not both and sure and clause.has("them/these/those/two/both"):
        spoken = clause.scene.recent if len(clause.scene.recent) > _TWO else clause.scene.architectures[-_TWO:]
        both = tuple(str(each) for each in Architecture if each in spoken)
    if not both and sure and clause.scene.named_before:
        both = tuple(str(each) for each in Architecture if each in clause.scene.recent)
    points = clause.scene.quoted or clause.scene.named_before
    if len(both) == 1 and sure and points:
        both = tuple(str(each) for each in Architecture if each in {*both, *clause.scene.recent[-1:]})
    both = beside_verdict(both, clause) if sure else both
    if len(both) >= 2 and (sure or ((clause.is_marked or clause.is_alone) and clause.has("or"))):
        return asked("compare", architectures=both)
    if len(both) < 2 and sure and clause.has(_EVERY):
        return asked("compare", architectures=())
    return ()


def beside_verdict(several: tuple[str, ...], clause: Clause) -> tuple[str, ...]:
    """One architecture alone with the verdict that stands, where the clause points at it: "compare it with tools"."""
    if len(several) != 1 or not clause.has(_STANDING):
        return several
    return tuple(str(each) for each in Architecture if each in {*several, chosen(clause.scene.said)})


def is_beside_quoted(clause: Clause) -> bool:
    """Whether it puts the architecture that it names next to what is quoted: "next to RAG please"."""
    return bool(clause.scene.quoted and clause.architectures) and clause.has(_BESIDE)


def compared(clause: Clause) -> tuple[str, ...]:
    """The architectures to compare: "A and B" names two here, where elsewhere it is their sum."""
    found = {hit.name for hit in clause.architectures if not is_denied(clause.sentence, hit.start)}
    if len(found) > _TWO and clause.has(_SEEN_TOGETHER):
        found.discard(Architecture.HYBRID.value)
    found |= {*proposal(clause.scene.said, clause.sentence)}
    for hit in clause.architectures:
        inside = {
            each.name for each in clause.hits.covered if each.kind == hit.kind and hit.start <= each.start < hit.end
        }
        joined = set(clause.stems[hit.start : hit.end]) & {"and", "with"}
        if hit.name == Architecture.HYBRID and len(inside - {hit.name}) > 1 and joined:
            found = (found - {hit.name}) | (inside - {hit.name})
    if any(hit.name == Architecture.HYBRID and hit.end == hit.start + 1 for hit in clause.architectures):
        found = found | {Architecture.HYBRID.value}  # named by itself beside what looks like a sum
    if len(found) == 1 and is_beside_quoted(clause):
        found |= {*clause.scene.recent[-1:]}
    is_beside = len(found) >= _TWO and clause.has(f"versus/vs/or/and {_SUM}")
    if is_beside or clause.has(_BOTH):
        found = found | {Architecture.HYBRID.value}
    return tuple(str(each) for each in Architecture if each in found)
