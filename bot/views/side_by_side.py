"""The architectures beside each other, by what the team asks for: the picture in words, and why this one among them."""

from collections.abc import Mapping, Sequence

from bot.replies import DemandShown, VerdictPicture
from bot.views.architecture import NAME, closest
from bot.views.blocks import Message, context, message, section
from bot.views.text import listing, name, ours
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import agreeing
from rules.framework import Architecture, Degree, Strength

DEGREE = {Degree.FULLY: "fully", Degree.PARTLY: "partly", Degree.NOT: "no"}


def picture(reply: VerdictPicture) -> Message:
    """What the picture shows, in words: posted where no file can be, and the picture's alt text."""
    return message(
        section(f"*How far each architecture delivers what {name(reply.name)} asks for*"),
        *[section(degrees(one, reply.architecture)) for one in reply.demands],
        context(f"{'Chosen' if reply.passes else 'Nothing passes; closest'}: {NAME[reply.architecture]}."),
    )


def given(fully: Sequence[str], partly: Sequence[str]) -> str:
    """What is delivered, and what of it in part: "fresh facts, and sources for each answer in part"."""
    whole, half = listing(map(small, fully)), listing(map(small, partly))
    half = f"{half} in part" if half else ""
    return f"{whole}, and {half}" if whole and half else whole or half


def extras(demands: tuple[DemandShown, ...], chosen: Architecture) -> tuple[list[str], list[str]]:
    """Labels of the wishes that the chosen one delivers, fully or partly, and a smaller one that passes would not."""
    by_size = list(Architecture)
    enough = [
        smaller
        for smaller in by_size[: by_size.index(chosen)]
        if all(_delivers(one, smaller) for one in demands if one.strength is Strength.MUST)
    ]
    found = [
        one
        for one in demands
        if one.strength is Strength.SHOULD and not all(_delivers(one, smaller) for smaller in enough)
    ]
    fully, partly = (
        [one.label for one in found if one.degrees.get(chosen) is degree] for degree in (Degree.FULLY, Degree.PARTLY)
    )
    return fully, partly


def beyond(demands: Sequence[DemandShown], other: Architecture, chosen: Architecture) -> list[str]:
    """Labels of what another one delivers further than the chosen one: those first that it delivers fully."""
    order = (Degree.FULLY, Degree.PARTLY, Degree.NOT)
    reach = {one.label: [order.index(one.degrees.get(each, Degree.NOT)) for each in (other, chosen)] for one in demands}
    return [label for label, (further, less) in sorted(reach.items(), key=lambda one: one[1][0]) if further < less]


def _delivers(found: DemandShown, architecture: Architecture) -> bool:
    return found.degrees.get(architecture, Degree.NOT) is not Degree.NOT


def degrees(found: DemandShown, chosen: Architecture, columns: tuple[Architecture, ...] = tuple(Architecture)) -> str:
    """One demand with how far each of these architectures delivers it; the chosen one in bold."""
    strength = "must" if found.strength is Strength.MUST else "wish"
    cells = [_cell(architecture, found, chosen) for architecture in columns]
    return f"*{ours(found.label)} ({strength})*\n{' · '.join(cells)}"


def standing(demands: tuple[DemandShown, ...], chosen: Architecture, *, passes: bool) -> str:
    """Why this one among the architectures beside each other."""
    musts = [one for one in demands if one.strength is Strength.MUST]
    if not passes or not all(_delivers(one, chosen) for one in musts):
        return f"nothing passes; {closest(chosen)}: {falls_short(demands, chosen)}"
    if more := given(*extras(demands, chosen)):
        gives = agreeing(chosen, "gives", "give")
        return f"{NAME[chosen]} also {gives} you {more}, which a smaller one would not"
    smallest = f"{NAME[chosen]} {agreeing(chosen, 'is', 'are')} the smallest choice"
    partly = listing(small(one.label) for one in musts if one.degrees.get(chosen) is Degree.PARTLY)
    if partly:
        return f"{smallest} that passes every must; {partly} only in part"
    return f"{smallest} that delivers every must" if musts else smallest


def scores(
    demands: Sequence[DemandShown],
    chosen: Architecture,
    columns: Sequence[Architecture],
    ruled_out: Mapping[Architecture, str],
) -> str:
    """What each delivers, in numbers: "Musts met: retrieval 3 of 3 (1 in part) · prompting 1 of 3".

    Where one that looks as good is ruled out today, the sentence that says why stands beside its number.
    """
    told = [_score(one, demands, chosen, ruled_out.get(one, "")) for one in columns]
    kind = "Musts" if any(one.strength is Strength.MUST for one in demands) else "Wishes"
    return f"*{kind} met:* {' · '.join(told)}"


def _score(architecture: Architecture, demands: Sequence[DemandShown], chosen: Architecture, out: str) -> str:
    counted = _counted(demands)
    met = _met(counted, architecture)
    partly = met.count(Degree.PARTLY)
    in_part = f" ({'' if partly == len(met) == 1 else f'{partly} '}in part)" if partly else ""
    score = f"{NAME[architecture]} {len(met)} of {len(counted)}{in_part}"
    if architecture is chosen:
        return f"*{score}*"
    but = out if looks_as_good(demands, architecture, chosen) else ""
    return f"{score}, but not possible today: {small(but.partition(';')[0]).rstrip('.')}" if but else score


def looks_as_good(demands: Sequence[DemandShown], architecture: Architecture, chosen: Architecture) -> bool:
    """Whether it meets as many musts as the chosen one, or wishes where there is no must: then it needs a reason."""
    counted = _counted(demands)
    met = len(_met(counted, architecture))
    return bool(met) and met >= len(_met(counted, chosen))


def _counted(demands: Sequence[DemandShown]) -> Sequence[DemandShown]:
    return [one for one in demands if one.strength is Strength.MUST] or demands


def _met(demands: Sequence[DemandShown], architecture: Architecture) -> list[Degree]:
    return [one.degrees[architecture] for one in demands if _delivers(one, architecture)]


def falls_short(demands: Sequence[DemandShown], chosen: Architecture) -> str:
    """What the closest one lacks: the musts that it misses, or what it would need."""
    missed = [small(one.label) for one in demands if one.strength is Strength.MUST and not _delivers(one, chosen)]
    return f"it misses {listing(missed)}" if missed else "it delivers every must, and what it needs is not there"


def _cell(architecture: Architecture, found: DemandShown, chosen: Architecture) -> str:
    degree = DEGREE[found.degrees.get(architecture, Degree.NOT)]
    cell = f"{upper_first(NAME[architecture])}: {degree}"
    return f"*{cell}*" if architecture is chosen else cell


def small(label: str) -> str:
    """A label inside a sentence."""
    return lower_first(ours(label))
