"""Questions about what a word means: "what is drift?", "LoRA?", "what does that mean?"."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rules.catalog.asking import small
from rules.catalog.glossary import GLOSSARY
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.matching import Hit, hits, stands
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.values_said import answer_to
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stems_of

_GLUE = small("glue")
_TAIL = small("tail")
_POINTS = (
    "what .. is/are that/this/it/those/these/they >",
    "what .. that/this/it/they .. mean >",
    "explain/define/clarify .. it/this/that/both/these/them",
    "< meaning",
    "what it/that/this is",
    "what .. former/latter",
    "meant by it/that/this",
    "what it/that/this .. mean/means/meant",
    "what they/those/these are",
    "what .. on about",
    "what .. talking about",
    "< eli5",
    "< wdym",
    "< definition >",
    "what .. mean >",
    "say .. simple/simply/simpler",
    "< what is/are that/this/it",
    "what .. those/these/they .. mean",
    "what .. two/both .. mean/means",
    "< huh >",
)
_OWN = frozenset({"flip", "decision record", "roadmap", "verdict", "break-even", "demand", "gate", "stakes"})
"""Words of the assessment: "the" one is the team's own, not the word."""
_PAIR = 2
_APART = (
    "difference/differences/differ/differs/different/distinction/diff .. between/from/of/to/versus/and/with",
    "versus/vs",
    "difference/different/differ/diff >",
    "same as/thing",
)
"""How people ask what tells one from the other."""
_JOINS = frozenset({"and", "or", "versus", "from"})
_CARES = "should/do/does/need/must .. i/we/it .. care/worry/worried/bother/matter/concerned about? it/this/that? >"
_SHOULD = ("should",)
_CARING = stems_of("should need have care worry worried bother matter concerned must so then much be why")
"""Whether one has to care is asked along with what a word means: "what is X and do I need to care"."""
_DEFINES = small("defining")
_AROUND = _GLUE | _TAIL | _DEFINES | stems_of("what how explain describe")
_SHORTEST, _LONG, _MOST = 5, 8, 4
"""Letters from which on a word may be one slip, or two, from another one; and the words that it is written in."""


def meanings(clause: Clause) -> tuple[Asked, ...]:
    """The words whose meaning the clause plainly asks for."""
    if clause.has("what if") or (clause.has("why/reason/compare") and not clause.has("what")):
        return ()
    if (clause.asks("who_answered") and not clause.asks("glossary")) or len(clause.asks("cost break_even")) > 1:
        return ()
    is_set = any(answer_to(hit.name, clause.sentence.text) for hit in clause.hits.of("fact"))  # "stakes = harm"
    if (
        " = " in clause.sentence.text
        and clause.terms
        and not is_set
        and not any(stem[0].isdigit() for stem in clause.stems)
    ):
        return asked("glossary", term=clause.terms[0].name)
    if (
        (len({hit.name for hit in clause.architectures}) > 1 or clause.hits.has("architecture", "hybrid"))
        and clause.asks("compare")
        and clause.has("different/differ/differs/speaks/argues")
    ):
        return ()
    named = _reached(clause) or _nearly(clause)
    if named:
        return _each(named)
    return () if clause.terms and not clause.has("it/this/that/both") else _pointed(clause)


def told_apart(clause: Clause) -> tuple[Asked, ...]:
    """Two words of which the clause asks how they differ, where they stand for no two architectures: "LoRA vs SFT"."""
    terms = tuple(dict.fromkeys(hit.name for hit in clause.terms))
    architectures = {hit.name for hit in clause.architectures}
    is_apart = len(terms) == _PAIR and len(architectures) < _PAIR and "hybrid" not in architectures
    if not is_apart or clause.hits.has("supposes"):
        return ()
    if not clause.has(_APART):
        return ()
    return _each(terms)


def _each(terms: Iterable[str]) -> tuple[Asked, ...]:
    """The meaning of each of these words, asked once."""
    return tuple(Asked("glossary", {"term": term}) for term in dict.fromkeys(terms))


def _reached(clause: Clause) -> list[str]:
    """The terms that an asking phrase reaches over nothing but glue, and those joined to them."""
    asking = clause.asks("glossary")
    terms = tuple(each for each in clause.terms if clause.stems[each.start : each.end] != _SHOULD)
    for hit in asking:
        for at, term in enumerate(terms):
            if _is_object(clause, hit, term):
                behind = _joined(clause, terms[at:])
                first = next(
                    (start for start in range(at) if len(_joined(clause, terms[start : at + 1])) == at - start), at
                )
                return [*(each.name for each in terms[first:at]), term.name, *behind]
    return []


def _nearly(clause: Clause) -> list[str]:
    """The word of the glossary that is all but written, where a meaning is asked for and no known word is named."""
    if clause.terms or clause.architectures or not clause.asks("glossary"):
        return []
    rest = [stem for stem in clause.stems if stem not in _AROUND]
    words = "".join(rest)
    if len(words) < _SHORTEST or len(rest) > _MOST:
        return []
    found = process.extractOne(words, _run_together(), scorer=OSA.distance, score_cutoff=1 + (len(words) > _LONG))
    return [found[2].partition("/")[0]] if found is not None else []


@lru_cache(maxsize=1)
def _run_together() -> dict[str, str]:
    """How the words of the glossary are written without spaces and endings; under each its term and itself."""
    return {
        f"{each.term}/{word}": "".join(sentence(word).stems)
        for each in GLOSSARY.values()
        for word in (each.term, *each.aliases)
    }


def _is_object(clause: Clause, hit: Hit, term: Hit) -> bool:
    """Whether the asking phrase asks for this word's meaning: nothing but glue parts them, before or behind it."""
    stems = clause.stems
    defines = bool(_DEFINES & set(stems[hit.start : hit.end]))
    is_ours = term.name in _OWN and term.start and stems[term.start - 1] in {"the", "our", "next"}
    if (is_ours and "mean" not in stems) or (term.name == "flip" and stems[:1] == ("what",) and term.start == 1):
        return False
    if term.start >= hit.end:
        return _is_glue(stems[hit.end : term.start]) and (defines or _is_tail(stems[term.end :]))
    if term.end > hit.start:
        return defines
    is_first = term.start == 0 and (_is_glue(stems[term.end :]) or stems[hit.start] == "is")
    return is_first or (defines and _is_glue(stems[term.end : hit.start]) and term.start <= 3)


def _is_glue(stems: tuple[str, ...]) -> bool:
    """Whether words say nothing beside a word that is asked for."""
    return all(stem in _GLUE for stem in stems)


def _is_tail(stems: tuple[str, ...]) -> bool:
    """Whether words may follow it and say nothing more."""
    if stands(_CARES, stems):
        stems = tuple(stem for stem in stems if stem not in _CARING)
    return all(stem in _TAIL or stem in _GLUE for stem in stems)


def _joined(clause: Clause, terms: tuple[Hit, ...]) -> list[str]:
    """Further terms, each joined to the one before by "and", "or", a comma."""
    found: list[str] = []
    for before, after in pairwise(terms):
        between = clause.stems[before.end : after.start]
        if not _JOINS & set(between) or not _is_glue(between):
            break
        found.append(after.name)
    return found


def _pointed(clause: Clause) -> tuple[Asked, ...]:
    """What "that" means, after a word was named or quoted."""
    if _repeats_why(clause) or clause.asks("cost architecture"):
        return ()
    if not clause.scene.terms or not clause.has(_POINTS):
        return ()
    if clause.has("former") and len(clause.scene.terms) > 1:
        return asked("glossary", term=clause.scene.terms[-2])
    several = clause.has("both/they/them/these/those/two")
    terms = clause.scene.terms[-2:] if several else clause.scene.terms[-1:]
    return _each(terms)


def _repeats_why(clause: Clause) -> bool:
    """Whether "explain that" stands behind a sentence that asks why."""
    before = clause.scene.last
    return not clause.scene.quoted and hits(before).has("sure", "why") and bool(hits(before).has("architecture"))


def only_term(clause: Clause) -> tuple[Asked, ...]:
    """A question that is nothing but one word of the glossary: "TCO?"."""
    terms = clause.terms
    is_whole = len(terms) == 1 and terms[0].end - terms[0].start == len(clause.stems) and clause.is_marked
    is_own = bool(terms) and terms[0].name in _OWN - {"gate"} and "tco" not in clause.stems
    return bare_term(clause) if is_whole and not is_own else ()


def bare_term(clause: Clause) -> tuple[Asked, ...]:
    """A word alone with a question mark: "LoRA?"."""
    terms = clause.terms
    if (
        not terms
        or terms[0].name == "hybrid"
        or (terms[0].name in _OWN and clause.scene.is_supposing)
        or not (clause.is_marked or clause.is_alone)
        or clause.has("no/not/and/instead/just/only/if")
    ):
        return ()
    rest = [stem for at, stem in enumerate(clause.stems) if not any(hit.start <= at < hit.end for hit in terms)]
    if len(rest) > 1 or not all(stem in _GLUE for stem in rest):
        return ()
    return _each(hit.name for hit in terms)
