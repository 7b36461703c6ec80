"""Questions about the architectures: why this one, why not another, what would make it another."""

from collections.abc import Sequence

from rules.catalog.asking import belonging, small
from rules.framework import Architecture
from rules.hearing.questions.countering import done_without, kept, proposed
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.matching import LIKELY, Hit, hits
from rules.hearing.questions.proposal import chosen
from rules.hearing.questions.scene import Clause, asked, is_denied
from rules.hearing.questions.supposing import supposed
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stems_of

_AGAINST = small("against")
_GIVEN_UP_WORDS = (
    "not never no without binned dropped rejected ruled discarded excluded dismissed scrapped axed skipped left ignored"
    " thrown threw overlooked avoided disregarded ditched omitted shelved sidelined vetoed refused declined passed"
)
_GIVEN_UP = frozenset(_GIVEN_UP_WORDS.split())
_POINTING = "you/bot/it/this/that/one/there/reason/reasons/rationale/basis/grounds"
_ALONE = small("alone")
_EXPLAIN = "< please? explain/elaborate/justify that/this/it/please? >"
_SHORT = 5
_BEATING = stems_of("instead rather over beat outdo outperform replace overtake displace supersede trump outweigh")
_BARE = stems_of(
    "why use using do does would should we you i to go for with pick choose need want take then so and but"
)
"""Words of a "why" that asks for nothing but the architecture behind it."""
_SETTLED = {("tipped",), ("swung",), ("swayed",), ("settled",), ("decided",)}
"""What did so once is a reason, and nothing that could change anything."""
_THERE = "in/into there/it/that/this"
_TWO = 2
_FEW = 10
"""Words of a question that only asks about what it quotes."""
_LONG = 26
"""Words of a clause that refuses what was named before it."""
_REST = "not/over/than/of .. other/others/another/anything/something/rest/alternatives/remaining"
"""Why this one "and not something else" asks for the reasons of this one."""


def not_left_out(clause: Clause) -> list[Hit]:
    """The architectures that it names, but for those that are to be done without: "RAG without any tuning"."""
    return [hit for hit in clause.architectures if not is_denied(clause.sentence, hit.start)]


def named(clause: Clause) -> tuple[str, ...]:
    """The architectures that it names, each once, smallest first."""
    found = {hit.name for hit in clause.architectures}
    return tuple(str(each) for each in Architecture if each in found)


def reasons(clause: Clause) -> tuple[Asked, ...]:
    """Why this verdict; or why not the one that is quoted or was just spoken of."""
    points = not clause.architectures and len(clause.stems) <= _FEW and bool(clause.scene.quoted)
    is_of_it = points and clause.is_marked and clause.has("what/how .. too/wrong/bad/missing/lacking/much")
    is_refused = points and bool(clause.scene.architectures) and _is_refused(clause.scene.quoted)
    if is_refused and (clause.asks("why") or is_of_it):
        return asked("why_not", architecture=clause.scene.architectures[0])
    if not (clause.asks("why") or (clause.scene.named_before and clause.has(_EXPLAIN))):
        return ()
    is_short = not clause.architectures and len(clause.stems) <= _SHORT
    given_up = _given_up(clause) if is_short else ""
    if given_up:
        return asked("why_not", architecture=given_up)
    if another := _another(clause):
        return asked("why_not", architecture=another)
    return asked("why") if _is_about_us(clause) else asked("unknown")


def _given_up(clause: Clause) -> str:
    """The one that the sentence before says was left out; "" where it names the chosen one as well."""
    before = clause.scene.before
    found = hits(sentence(before)).of("architecture") if _GIVEN_UP & {*before.split()} else ()
    names = [hit.name for hit in found]
    return names[-1] if names and chosen(clause.scene.said) not in names else ""


def _another(clause: Clause) -> str:
    """The one that a bare "why live tools?" asks for although another one was chosen; else ""."""
    names, given = named(clause), chosen(clause.scene.said)
    inside = {at for hit in clause.architectures for at in range(hit.start, hit.end)}
    rest = {stem for at, stem in enumerate(clause.stems) if at not in inside}
    is_bare = len(names) == 1 and "why" in rest and rest <= _BARE
    return names[0] if is_bare and given and names[0] != given else ""


def _is_about_us(clause: Clause) -> bool:
    """Whether a "why" is about the decision: it names it, an architecture, or points at what stands before."""
    is_asked_why = clause.stems[:1] == ("why",)
    return (
        not is_asked_why
        or bool(clause.architectures)
        or len(clause.stems) <= 3
        or clause.has(f"{_POINTING}/$VERDICT/$PICK")
    )


def _is_refused(quoted: str) -> bool:
    words = set(quoted.split())
    return (
        bool(
            words
            & {
                "not",
                "no",
                "never",
                "ruled",
                "rules",
                "rejected",
                "gated",
                "short",
                "bigger",
                "memorize",
                "miss",
                "misses",
                "lack",
                "lacks",
                "would",
            }
        )
        and "use" not in quoted.split()[:1]
    )


def rejected(clause: Clause) -> tuple[Asked, ...]:
    """Why another architecture was not chosen, however it is described."""
    found = _refused(clause)
    if found and found[0].intent == "why_not":
        return (why_not(clause, str(found[0].slots["architecture"])),)
    return found


def why_not(clause: Clause, architecture: str) -> Asked:
    """Why this one was not chosen; where it was, it is only doubted.

    "Is retrieval not overkill where a prompt does it?" asks why not the prompt, and without the prompt for the reasons.
    """
    others = [name for name in named(clause) if name != architecture]
    if architecture != chosen(clause.scene.said):
        return Asked("why_not", {"architecture": architecture})
    if len(others) == 1:
        return Asked("why_not", {"architecture": others[0]})
    return Asked("why_not", {"architecture": architecture}) if clause.asks("why_not") else Asked("why")


def _refused(clause: Clause) -> tuple[Asked, ...]:  # noqa: PLR0911 - a list of cases
    sure, likely = clause.asks("why_not"), clause.asks("why_not", LIKELY)
    if not (sure or likely):
        return ()
    if clause.has("please/kindly put/note/set/record/enter/write") and not clause.is_marked:
        return ()
    if clause.hits.has("changed") and not clause.is_marked and not sure:
        return ()
    if len({hit.name for hit in clause.architectures}) == 1 and clause.has(_REST) and clause.has("why"):
        return asked("why")
    each = [hit for hit in (*clause.architectures, *clause.hits.covered) if hit.kind == "architecture"]
    offered = kept(clause.stems, each) or proposed(clause.stems, clause.architectures) or _proposed_before(clause)
    without = done_without(clause.stems, clause.architectures)
    if without and len(without) == len(clause.architectures):
        meant = _meant_by_terms(clause, min(hit.start for hit in without))
        return asked("why_not", architecture=meant) if meant else asked("why")
    if clause.architectures:
        rest = [hit for hit in clause.architectures if hit not in without]
        instead = rest[0].name if without and not offered else ""
        return asked("why_not", architecture=offered or instead or _target(clause, (sure or likely)[0]))
    meant = _meant_by_terms(clause) if sure else ""
    if meant:
        return asked("why_not", architecture=meant)
    if (
        clause.scene.architectures
        and (sure or clause.is_marked)
        and len(clause.stems) <= _LONG
        and not clause.has("what about")
    ):
        named = clause.scene.architectures if clause.scene.quoted else clause.scene.recent
        return asked("why_not", architecture=offered or named[0])
    return ()


def _meant_by_terms(clause: Clause, end: int | None = None) -> str:
    """The architecture of which the clause, or "in there" the sentence before, names a part: "why no index on top?".

    `end`: the word up to which it is looked for.
    """
    points = clause.has(_THERE) and not clause.scene.named_before
    before = hits(clause.scene.last).of("term") if points else ()
    known = belonging()
    terms = (hit for hit in clause.terms if end is None or hit.end <= end)
    return next((known[hit.name] for hit in (*terms, *before) if hit.name in known), "")


def _proposed_before(clause: Clause) -> str:
    """The same, told in the sentence before, where this one only asks why not."""
    if clause.architectures:
        return ""
    before = clause.scene.last
    named_in = hits(before).of("architecture")
    return proposed(before.stems, named_in) or kept(before.stems, named_in)


def _target(clause: Clause, marker: Hit) -> str:
    """The architecture that the refusal is about: the first after the words that refuse, else the last before them.

    Where it is named twice, the second name counts: "add retrieval on top, i.e. the hybrid".
    """
    at = next((at for at in range(1, len(clause.stems) - 1) if clause.stems[at : at + 2] == ("that", "is")), None)
    again = [hit for hit in clause.architectures if at is not None and at < hit.start <= at + _SHORT]
    if again:
        return again[0].name
    kept = not_left_out(clause)
    is_refused = clause.stems[:1] != ("why",) or clause.stems[1:2] == ("not",)
    if kept and len(kept) < len(clause.architectures) and is_refused:
        return kept[0].name
    against = [at for at in range(marker.start, len(clause.stems)) if clause.stems[at] in _AGAINST]
    after = [hit for hit in clause.architectures if against and hit.end > against[0]]
    later = [hit for hit in clause.architectures if hit.end > marker.start]
    return (after or later or list(clause.architectures))[0].name


def bare_architecture(clause: Clause) -> tuple[Asked, ...]:
    """An architecture alone with a question mark: "and a hybrid?", "no prompting?"."""
    rest = [
        stem
        for at, stem in enumerate(clause.stems)
        if not any(hit.start <= at < hit.end for hit in clause.architectures)
    ]
    if not clause.architectures or not clause.is_marked or not set(rest) <= _ALONE:
        return ()
    return asked("why_not", architecture=clause.architectures[0].name)


def making(clause: Clause) -> tuple[Asked, ...]:
    """What would have to change for one architecture."""
    sure, likely = clause.asks("what_would_make"), clause.asks("what_would_make", LIKELY)
    is_short = len(clause.stems) <= 5 and clause.is_marked
    points = clause.has("it take") or clause.has("get/arrive there")
    points = (
        points
        or clause.has("for it/that/this/them >")
        or clause.has("would/could/will it/that/this work/be/hold/apply/do")
    )
    points = points and bool(clause.scene.recent)
    if not (sure or (likely and is_short)) or clause.has("why/reason/reasons"):
        return ()
    if not clause.architectures:
        return asked("what_would_make", architecture=_wanted_before(clause)) if points else ()
    return asked("what_would_make", architecture=_wanted(clause))


def _wanted_before(clause: Clause) -> str:
    """The one wished for in the sentence before: "hybrid rather than RAG. What would it take?"."""
    before = clause.scene.last
    return _winner(before.stems, hits(before).of("architecture")) or clause.scene.recent[-1]


def _winner(stems: Sequence[str], each: Sequence[Hit]) -> str:
    """The last one before what it is to beat; "" where nothing is to be beaten."""
    beats = next((at for at, stem in enumerate(stems) if stem in _BEATING), 0)
    return next((hit.name for hit in reversed(each) if hit.end <= beats), "")


def _wanted(clause: Clause) -> str:
    """The one that is wished for: before what it is to beat, after the last "to", "for", "before", else the last."""
    if winner := _winner(clause.stems, clause.architectures):
        return winner
    places = [at for at, stem in enumerate(clause.stems) if stem in {"to", "for", "befor", "becom", "say", "recommend"}]
    after = [hit for hit in clause.architectures if places and hit.start > places[-1]]
    return (after or list(clause.architectures)[-1:])[0].name


def changing(clause: Clause) -> tuple[Asked, ...]:
    """Whether and what could change the verdict at all."""
    is_past = clause.sentence.words[:1] == ("what",) and clause.sentence.words[1:2] in _SETTLED
    if (
        is_past
        or clause.has("my mind")
        or (any(hit.start <= 1 for hit in clause.hits.of("changed")) and not clause.is_marked)
    ):
        return ()
    if any(hit.start <= 1 for hit in clause.hits.of("supposes")) and supposed(clause) and not clause.has("what if"):
        return ()
    points = clause.scene.named_before and clause.asks("what_would_make") and not clause.architectures
    if points and clause.has("need/have"):
        return asked("what_would_make", architecture=clause.scene.recent[-1])
    refused = clause.scene.architectures[:1] if _is_refused(clause.scene.quoted) else ()
    if refused and clause.asks("what_would_change") and len(clause.stems) <= _SHORT and clause.has("that/this/it"):
        return asked("what_would_make", architecture=refused[0])
    if clause.asks("what_would_change") and not (clause.asks("why") and clause.has("was/did")):
        return asked("what_would_change")
    is_open = clause.asks("what_would_make") and not clause.architectures and clause.has("change/different/differently")
    return asked("what_would_change") if is_open else ()
