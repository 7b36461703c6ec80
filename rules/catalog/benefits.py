"""What a considered choice brings (F13), as a comparison for stakeholders who ask for one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit: what happens without the framework, what with it, and the statement behind it."""

    benefit: str
    without: str
    with_it: str
    sources: tuple[str, ...]


BENEFITS: tuple[BenefitRow, ...] = (
    BenefitRow(
        "Faster decisions", "Weeks of debate about tools.",
        "Facts that change are kept apart from behavior you want; each has its lever.", ("F13", "F2"),
    ),
    BenefitRow(
        "Lower incident risk", "Nobody can say where a wrong answer came from.",
        "Traceability is designed in, so an incident ends with a cause.", ("F13", "F3"),
    ),
    BenefitRow(
        "Better economics", "The newest technique is bought, the wrong answers are paid for.",
        "The least total cost of wrong answers decides, not novelty.", ("F13", "F7"),
    ),
    BenefitRow(
        "A path you can operate", "A mix grows by accident and nobody owns it.",
        "Strategies are merged where it matters, with pipelines that the team can run.", ("F13", "F8", "F14"),
    ),
)  # fmt: skip
