"""Questions about the architectures: why this one ("what makes you say RAG?"), why not another ("no index on top?")."""

from itertools import pairwise

from rules.catalog.asking import belonging, small
from rules.framework import Architecture
from rules.hearing.questions.countering import done_without, proposed
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.matching import LIKELY, Hit, hits
from rules.hearing.questions.pointing import chosen
from rules.hearing.questions.scene import Clause, asked, is_denied
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stems_of

_AGAINST = small("against")
_GIVEN_UP_WORDS = (
    "not never no without binned dropped rejected ruled discarded excluded dismissed scrapped axed skipped left ignored"
    " thrown threw overlooked avoided disregarded ditched omitted shelved sidelined vetoed refused declined passed"
)
_GIVEN_UP = frozenset(_GIVEN_UP_WORDS.split())
_REFUSAL = "not no never ruled rules rejected gated short bigger memorize miss misses lack lacks would"
_REFUSED = frozenset(_REFUSAL.split())
"""What a quoted line has that says that an architecture was refused."""
_POINTING = "you/bot/it/this/that/one/there/reason/reasons/rationale/basis/grounds"
_ALONE = small("alone")
_EXPLAIN = "< please? explain/elaborate/justify that/this/it/please? >"
_SHORT = 5
_BARE = stems_of(
    "why use using do does would should we you i to go for with pick choose need want take then so and but"
)
"""Words of a "why" that asks for nothing but the architecture behind it."""
_THERE = "in/into there/it/that/this"
_NEAR = 4
"""Words among which a "with no" stands before what is left out."""
_FEW = 10
"""Words of a question that only asks about what it quotes."""
_REST = "not/over/than/of .. other/others/another/anything/something/rest/alternatives/remaining"
"""Why this one "and not something else" asks for the reasons of this one."""


_MAKES = {("what", "makes"), ("what", "made")}
"""What would make somebody hold another one is a condition, and begins otherwise."""
_HELD = (
    "< and/so/but/then? what exactly? makes/made you/bot/it "
    "say/think/believe/prefer/choose/pick/recommend/suggest/favor/advise/decide/conclude"
)


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
    is_refused = points and bool(clause.scene.architectures) and tells_of_refusal(clause.scene.quoted)
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


def held(clause: Clause) -> tuple[Asked, ...]:
    """The reasons for the verdict, where no other architecture than the chosen one is named."""
    is_said = any(pair in _MAKES for pair in pairwise(clause.sentence.words)) and clause.has(_HELD)
    others = {hit.name for hit in clause.architectures} - {chosen(clause.scene.said)}
    return asked("why") if is_said and not others else ()


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


def tells_of_refusal(quoted: str) -> bool:
    """Whether a quoted line says that an architecture was refused."""
    words = set(quoted.split())
    return bool(_REFUSED & words)


def why_not(clause: Clause, architecture: str) -> Asked:
    """Why this one was not chosen; where it was, it is only doubted.

    "Is retrieval not overkill where a prompt does it?" asks why not the prompt, and without the prompt for the reasons.
    """
    done_without = {hit.name for hit in clause.architectures if _is_done_without(clause, hit)}
    others = [name for name in named(clause) if name != architecture and name not in done_without]
    if architecture != chosen(clause.scene.said):
        return Asked("why_not", {"architecture": architecture})
    if len(others) == 1:
        return Asked("why_not", {"architecture": others[0]})
    return Asked("why_not", {"architecture": architecture}) if clause.asks("why_not") else Asked("why")


def _is_done_without(clause: Clause, hit: Hit) -> bool:
    """Whether another one stands alone by it: "plain retrieval, with no trained model beside it" speaks of one."""
    before = clause.stems[max(0, hit.start - _NEAR) : hit.start]
    return is_denied(clause.sentence, hit.start) and bool({"with", "without"} & {*before})


def rejected(clause: Clause) -> tuple[Asked, ...]:
    """Why another architecture was not chosen, however it is described."""
    sure, likely = clause.asks("why_not"), clause.asks("why_not", LIKELY)
    if not (sure or likely) or clause.has("please/kindly put/note/set/record/enter/write"):
        return ()
    if len({hit.name for hit in clause.architectures}) == 1 and clause.has(_REST) and clause.has("why"):
        return asked("why")
    without = done_without(clause.stems, clause.architectures)
    left = [hit for hit in clause.architectures if hit not in without]
    if without and not left:
        meant = _meant_by_terms(clause, min(hit.start for hit in without))
        return (why_not(clause, meant),) if meant else asked("why")
    offered = proposed(clause.stems, clause.architectures) or _proposed_before(clause)
    if clause.architectures:
        instead = left[0].name if without else _target(clause, (sure or likely)[0])
        return (why_not(clause, offered or instead),)
    meant = _meant_by_terms(clause) if sure else ""
    is_asked = meant or (clause.scene.recent and (sure or clause.is_marked))
    return (why_not(clause, meant or offered or clause.scene.recent[0]),) if is_asked else ()


def _meant_by_terms(clause: Clause, end: int | None = None) -> str:
    """The architecture of which the clause, or "in there" the sentence before, names a part: "why no index on top?".

    `end`: the word up to which it is looked for.
    """
    before = hits(clause.scene.last).of("term") if clause.has(_THERE) else ()
    known = belonging()
    terms = (hit for hit in clause.terms if end is None or hit.end <= end)
    return next((known[hit.name] for hit in (*terms, *before) if hit.name in known), "")


def _proposed_before(clause: Clause) -> str:
    """The same, told in the sentence before, where this one only asks why not."""
    if clause.architectures:
        return ""
    before = clause.scene.last
    return proposed(before.stems, hits(before).of("architecture"))


def _target(clause: Clause, marker: Hit) -> str:
    """The architecture that the refusal is about: the first after the words that refuse, else the last before them.

    Where it is named twice, the second name counts: "add retrieval on top, i.e. the hybrid".
    """
    at = next((at for at in range(1, len(clause.stems) - 1) if clause.stems[at : at + 2] == ("that", "is")), None)
    again = [hit for hit in clause.architectures if at is not None and at < hit.start <= at + _SHORT]
    if again:
        return again[0].name
    kept = not_left_out(clause)
    if kept and len(kept) < len(clause.architectures):
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
