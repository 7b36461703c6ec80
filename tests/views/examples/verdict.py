"""The verdict, in its states, and what it is made of."""

from bot.replies import (
    Changed,
    DemandShown,
    EarlierVerdict,
    FirstStep,
    FlipShown,
    GateShown,
    PrecedentShown,
    ReasonShown,
    Reply,
    ShareShown,
    VerdictMessage,
    VerdictPicture,
    WhyNot,
)
from rules.framework import Architecture, Degree, Lens, Strength
from tests.views.examples.pieces import NAME, REGULATED, UNSURE, WEEKLY, A


def demand(label: str, lens: Lens, strength: Strength, degrees: str) -> DemandShown:
    letters = {"f": Degree.FULLY, "p": Degree.PARTLY, "n": Degree.NOT}
    return DemandShown(
        id=label.lower().replace(" ", "_"),
        label=label,
        meaning=f"{label}: what people were promised holds.",
        lens=lens,
        strength=strength,
        degrees=dict(zip(Architecture, (letters[letter] for letter in degrees), strict=True)),
        claims={Architecture.RAG: "Passages are looked up for each question.", Architecture.PROMPT: "It only knows."},
    )


DEMANDS = (
    demand("Fresh facts", Lens.FRESHNESS, Strength.MUST, "npfnf"),
    demand("Knowledge from documents", Lens.FRESHNESS, Strength.MUST, "pnfnf"),
    demand("Sources for each answer", Lens.RECEIPTS, Strength.MUST, "nffnf"),
    demand("Steady behavior", Lens.QUALITY, Strength.SHOULD, "pppff"),
    demand("Cheap answers", Lens.OPERATIONS, Strength.SHOULD, "pnpfp"),
)

REASONS = (
    ReasonShown(
        lens=Lens.FRESHNESS,
        claim="Facts that change weekly have to be fetched when someone asks.",
        source="F1: The framework, freshness",
        strength=Strength.MUST,
        demand="Fresh facts",
        answers=(WEEKLY,),
        row="fresh_weekly",
    ),
    ReasonShown(
        lens=Lens.RECEIPTS,
        claim="Where the law asks how an answer came about, every answer must show what it rests on.",
        source="F3: The framework, sources",
        strength=Strength.MUST,
        demand="Sources for each answer",
        answers=(REGULATED,),
        row="receipts_regulated",
    ),
    ReasonShown(
        lens=Lens.QUALITY,
        claim="A manner that must not vary is easier taught than told.",
        source="F2: The framework, behavior",
        strength=Strength.SHOULD,
        demand="Steady behavior",
        answers=(),
        row="steady_tone",
    ),
)

WHY_NOT_TUNING = WhyNot(
    architecture=Architecture.FINE_TUNE,
    because="It would memorize facts that change weekly, and there are no trusted examples yet.",
    missed=("Fresh facts", "Sources for each answer"),
    gates=("Tuning needs hundreds of trusted examples.",),
)

WHY_NOT = (
    WhyNot(architecture=Architecture.PROMPT, because="Your documents do not fit one prompt."),
    WhyNot(architecture=Architecture.TOOLS, because="Your truth lives in documents, and tools search none."),
    WHY_NOT_TUNING,
    WhyNot(architecture=Architecture.HYBRID, because="Nothing you asked for needs tuned behavior yet."),
)

FITS = Changed(
    fact="corpus",
    topic="How much there is",
    before="more than one prompt holds",
    after="small enough for one prompt",
    value="prompt_sized",
)

LABELED = Changed(fact="examples", topic="Trusted examples", before=None, after="thousands", value="thousands")

FLIPS = (
    FlipShown(changes=(FITS,), architecture=Architecture.PROMPT),
    FlipShown(changes=(LABELED, FITS), architecture=Architecture.HYBRID),
)

GATES = (
    GateShown(
        claim="Tuning needs hundreds of trusted examples.",
        blocks=(Architecture.FINE_TUNE, Architecture.HYBRID),
        rules_out=True,
    ),
    GateShown(claim="Without a golden set nobody can tell what failed.", blocks=tuple(Architecture), rules_out=False),
)

FIRST = FirstStep(
    title="Evaluation",
    detail="Write down 3 to 5 golden tasks and run them by hand.",
    why="Answers are checked ad hoc today; without a golden set nobody can tell what failed.",
)

PRECEDENTS = (
    PrecedentShown(
        title="A bank's assistant for advisers",
        architecture=Architecture.RAG,
        url="https://example.org/bank",
        happened="16,000 documents were searched; 98 of 100 teams used it.",
        same=("documents", "weekly"),
        different=("sources required by regulation",),
    ),
    PrecedentShown(
        title="Routing of support tickets",
        architecture=Architecture.FINE_TUNE,
        url="https://example.org/tickets",
        happened="A tuned classifier beat retrieval by 11 points.",
        same=("hundreds of examples",),
        contradicts=True,
    ),
)

VERDICT = VerdictMessage(
    assessment_id=A,
    name=NAME,
    architecture=Architecture.RAG,
    passes=True,
    delivers=("Fresh facts", "Knowledge from documents", "Sources for each answer"),
    demands=DEMANDS,
    reasons=REASONS,
    why_not=WHY_NOT,
    gates=GATES,
    first=FIRST,
    flips=FLIPS,
    is_settled=True,
    confidence=1.0,
    open_count=4,
    rest_count=4,
    rules_version="2026.11",
    can_answer_rest=True,
    precedent_count=2,
)

UNSETTLED = VERDICT.model_copy(
    update={
        "is_settled": False,
        "confidence": 0.82,
        "others": (ShareShown(architecture=Architecture.HYBRID, share=0.18),),
        "open_count": 3,
        "rest_count": 2,
        "matters_most": UNSURE.model_copy(update={"by": None}),
        "not_sure": (UNSURE,),
    }
)

UNLIKELY = UNSETTLED.model_copy(
    update={
        "is_likely": False,
        "is_leading": False,
        "confidence": 0.08,
        "others": (ShareShown(architecture=Architecture.HYBRID, share=0.6), ShareShown(architecture=None, share=0.32)),
    }
)

NOTHING_PASSES = VERDICT.model_copy(
    update={
        "passes": False,
        "delivers": (),
        "gaps": ("Instant answers", "Per-user access"),
        "flips": (),
        "open_count": 0,
        "can_answer_rest": False,
        "precedent_count": 0,
    }
)

CHANGED = VERDICT.model_copy(
    update={"changed_from": Architecture.PROMPT, "changed_by": (FITS,), "rules_changed": True, "first": None}
)

TRAILING = UNSETTLED.model_copy(
    update={
        "is_leading": False,
        "confidence": 0.4,
        "others": (
            ShareShown(architecture=Architecture.TOOLS, share=0.53),
            ShareShown(architecture=Architecture.HYBRID, share=0.05),
            ShareShown(architecture=None, share=0.02),
        ),
    }
)

VERDICTS: dict[str, Reply] = {
    "verdict": VERDICT,
    "verdict_unsettled": UNSETTLED,
    "verdict_trailing": TRAILING,
    "verdict_trailing_behind_nothing": TRAILING.model_copy(
        update={"others": (ShareShown(architecture=None, share=0.6),), "confidence": 0.4, "open_count": 1}
    ),
    "verdict_unlikely": UNLIKELY,
    "verdict_unlikely_to_fail": UNLIKELY.model_copy(
        update={
            "passes": False,
            "gaps": ("Instant answers",),
            "others": (ShareShown(architecture=Architecture.HYBRID, share=0.92),),
        }
    ),
    "verdict_nothing_passes": NOTHING_PASSES,
    "verdict_not_run_yet": VERDICT.model_copy(
        update={
            "gates": (
                *GATES,
                GateShown(claim="Your team does not run retrieval yet.", blocks=(Architecture.RAG,), rules_out=False),
            )
        }
    ),
    "verdict_changed": CHANGED,
    "verdict_changed_by_two": CHANGED.model_copy(update={"changed_by": (FITS, LABELED)}),
    "verdict_changed_by_an_answer": CHANGED.model_copy(update={"asks_why": ("corpus",)}),
    "verdict_of_nothing": VERDICT.model_copy(
        update={
            "architecture": Architecture.PROMPT,
            "delivers": (),
            "reasons": (),
            "why_not": (),
            "flips": (),
            "first": None,
            "open_count": 1,
            "rest_count": 1,
        }
    ),
    "earlier_verdict": EarlierVerdict(name=NAME, architecture=Architecture.PROMPT, now=Architecture.RAG),
    "verdict_picture_in_words": VerdictPicture(
        assessment_id=A, name=NAME, architecture=Architecture.RAG, demands=DEMANDS
    ),
}
