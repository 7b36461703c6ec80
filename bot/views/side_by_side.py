"""The architectures beside each other, by what the team asks for: the picture in words, and why this one among them."""

from bot.replies import DemandShown, VerdictPicture
from bot.views.architecture import NAME
from bot.views.blocks import Message, context, message, section
from bot.views.text import listing, lower_first, name, ours, upper_first
from rules.framework import Architecture, Degree, Strength

DEGREE = {Degree.FULLY: "fully", Degree.PARTLY: "partly", Degree.NOT: "no"}


def picture(reply: VerdictPicture) -> Message:
    """What the picture shows, in words: posted where no file can be, and the picture's alt text."""
    return message(
        section(f"*How far each architecture delivers what {name(reply.name)} asks for*"),
        *[section(degrees(one, reply.architecture)) for one in reply.demands],
        context(f"Chosen: {NAME[reply.architecture]}."),
    )


def degrees(found: DemandShown, chosen: Architecture) -> str:
    """One demand with how far each architecture delivers it; the chosen one in bold."""
    strength = "must" if found.strength is Strength.MUST else "wanted"
    cells = [_cell(architecture, found, chosen) for architecture in Architecture]
    return f"*{ours(found.label)}* ({strength})\n{' · '.join(cells)}"


def _cell(architecture: Architecture, found: DemandShown, chosen: Architecture) -> str:
    degree = DEGREE[found.degrees.get(architecture, Degree.NOT)]
    cell = f"{upper_first(NAME[architecture])}: {degree}"
    return f"*{cell}*" if architecture is chosen else cell


def standing(demands: tuple[DemandShown, ...], chosen: Architecture) -> str:
    """Why this one among the architectures beside each other."""
    musts = [one for one in demands if one.strength is Strength.MUST]
    missed = [small(one.label) for one in musts if not _delivers(one, chosen)]
    if missed:
        return f"{NAME[chosen]} comes closest; it misses {listing(missed)}"
    if more := extras(demands, chosen):
        return f"{NAME[chosen]} also delivers {listing(map(small, more))}, which a smaller one would not"
    return f"{NAME[chosen]} is the smallest that delivers every must" if musts else f"{NAME[chosen]} is the smallest"


def extras(demands: tuple[DemandShown, ...], chosen: Architecture) -> list[str]:
    """Labels of the wishes that the chosen one delivers and a smaller one, enough for every must, would not."""
    by_size = list(Architecture)
    enough = [
        smaller
        for smaller in by_size[: by_size.index(chosen)]
        if all(_delivers(one, smaller) for one in demands if one.strength is Strength.MUST)
    ]
    return [
        one.label
        for one in demands
        if one.strength is Strength.SHOULD
        and _delivers(one, chosen)
        and not all(_delivers(one, smaller) for smaller in enough)
    ]


def _delivers(found: DemandShown, architecture: Architecture) -> bool:
    return found.degrees.get(architecture, Degree.NOT) is not Degree.NOT


def small(label: str) -> str:
    """A label inside a sentence."""
    return lower_first(ours(label))
