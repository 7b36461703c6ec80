"""What people ask about the verdict: why, why not, what if, precedents, comparisons and costs."""

from bot.replies import (
    CanAnswer,
    CompareAnswer,
    CostLine,
    CostMessage,
    FlipsAnswer,
    PrecedentsAnswer,
    Reply,
    WhatIfAnswer,
    WhyAnswer,
    WhyNotAnswer,
)
from rules.framework import Architecture
from tests.views.examples.pieces import BEN, NAME, WEEKLY, A
from tests.views.examples.verdict import DEMANDS, FITS, FLIPS, LABELED, PRECEDENTS, REASONS, WHY_NOT, WHY_NOT_TUNING

ASKED: dict[str, Reply] = {
    "why": WhyAnswer(assessment_id=A, architecture=Architecture.RAG, asked_by=BEN, reasons=REASONS),
    "why_without_reasons": WhyAnswer(assessment_id=A, architecture=Architecture.PROMPT, asked_by=BEN, reasons=()),
    "why_not": WhyNotAnswer(
        assessment_id=A,
        asked_by=BEN,
        chosen=Architecture.RAG,
        why_not=WHY_NOT_TUNING,
        reasons=REASONS[:2],
        would_take=FLIPS[1],
    ),
    "why_not_the_chosen": WhyNotAnswer(
        assessment_id=A, asked_by=BEN, chosen=Architecture.FINE_TUNE, why_not=WHY_NOT_TUNING
    ),
    "flips": FlipsAnswer(assessment_id=A, asked_by=BEN, chosen=Architecture.RAG, flips=FLIPS),
    "flips_none": FlipsAnswer(assessment_id=A, asked_by=BEN, chosen=Architecture.RAG, flips=()),
    "what_if": WhatIfAnswer(
        assessment_id=A,
        asked_by=BEN,
        changes=(FITS,),
        now=Architecture.RAG,
        then=Architecture.PROMPT,
        reasons=REASONS[:1],
    ),
    "what_if_same": WhatIfAnswer(
        assessment_id=A, asked_by=BEN, changes=(FITS, LABELED), now=Architecture.RAG, then=Architecture.RAG
    ),
    "what_if_partly_so_already": WhatIfAnswer(
        assessment_id=A,
        asked_by=BEN,
        changes=(LABELED,),
        standing=(WEEKLY,),
        now=Architecture.RAG,
        then=Architecture.RAG,
    ),
    "what_if_it_rests_on_less": WhatIfAnswer(
        assessment_id=A,
        asked_by=BEN,
        changes=(FITS,),
        now=Architecture.RAG,
        then=Architecture.RAG,
        dropped=REASONS[:1],
        kept=REASONS[1:],
    ),
    "what_if_nothing_passes": WhatIfAnswer(
        assessment_id=A,
        asked_by=BEN,
        changes=(LABELED,),
        now=Architecture.RAG,
        then=Architecture.TOOLS,
        then_passes=False,
    ),
    "can_answer": CanAnswer(assessment_id=A, architecture=Architecture.RAG),
    "can_answer_no_verdict": CanAnswer(assessment_id=A, open_topic="Trusted examples"),
    "precedents": PrecedentsAnswer(assessment_id=A, name=NAME, architecture=Architecture.RAG, precedents=PRECEDENTS),
    "precedents_none": PrecedentsAnswer(assessment_id=A, name=NAME, architecture=Architecture.RAG, precedents=()),
    "cost": CostMessage(
        assessment_id=A,
        name=NAME,
        by=BEN,
        says=(
            "Of what passes your bar, retrieval (RAG) is cheapest in 72 of 100 cases drawn from the ranges.",
            "It pays for itself from 82 right answers in 100 on.",
            "What would change that first is the cost of a wrong answer: below $3, a hybrid is cheapest.",
        ),
        lines=(
            CostLine(architecture=Architecture.PROMPT, monthly="$900 to $5,600", is_ruled_out=True),
            CostLine(architecture=Architecture.RAG, monthly="$1,200 to $5,600"),
        ),
        given=("1,500 requests a day",),
        assumed=tuple(f"Assumption {n}: 1 to 2. A survey, https://example.org/{n}" for n in range(5)),
        verdict=Architecture.RAG,
    ),
    "cost_of_nothing_that_passes": CostMessage(
        assessment_id=A,
        name=NAME,
        by=BEN,
        says=("No architecture passes your bar.", "Any one of them would cost $9.", "Relax first."),
        lines=(),
        verdict=Architecture.RAG,
        passes=False,
    ),
    "compare_nothing_passes": CompareAnswer(
        assessment_id=A, name=NAME, chosen=Architecture.RAG, passes=False, demands=DEMANDS
    ),
    "why_closest": WhyAnswer(assessment_id=A, architecture=Architecture.RAG, passes=False, asked_by=BEN, reasons=()),
    "compare": CompareAnswer(assessment_id=A, name=NAME, chosen=Architecture.RAG, demands=DEMANDS, why_not=WHY_NOT),
    "compare_two": CompareAnswer(
        assessment_id=A,
        name=NAME,
        chosen=Architecture.RAG,
        demands=DEMANDS,
        columns=(Architecture.RAG, Architecture.PROMPT),
        asked_by=BEN,
    ),
    "compare_nothing_asked_for": CompareAnswer(assessment_id=A, name=NAME, chosen=Architecture.PROMPT, demands=()),
    "compare_what_if": CompareAnswer(
        assessment_id=A,
        name=NAME,
        chosen=Architecture.RAG,
        demands=DEMANDS,
        then=Architecture.PROMPT,
        then_demands=DEMANDS[1:],
        what_if="Size of the documents: fit one prompt",
        fact="corpus",
        value="prompt_sized",
    ),
    "compare_many": CompareAnswer(
        assessment_id=A,
        name=NAME,
        chosen=Architecture.RAG,
        demands=tuple(DEMANDS[0].model_copy(update={"id": f"d{n}", "label": f"Demand {n}"}) for n in range(30)),
    ),
    "cost_drawn": CostMessage(
        assessment_id=A,
        name=NAME,
        by=BEN,
        says=("Retrieval is cheapest.", "It pays.", "What would change it first."),
        lines=(
            CostLine(architecture=Architecture.PROMPT, monthly="$900 to $5,600", is_ruled_out=True, ends=(900, 5600)),
            CostLine(architecture=Architecture.RAG, monthly="$1,200 to $5,600", ends=(1200.5, 5600)),
        ),
        verdict=Architecture.RAG,
        currency="USD",
    ),
    "cost_too_far_apart": CostMessage(
        assessment_id=A,
        name=NAME,
        by=BEN,
        says=("Retrieval is cheapest.", "It pays.", "What would change it first."),
        lines=(
            CostLine(architecture=Architecture.PROMPT, monthly="$640 to $2.9 billion", ends=(640, 2.9e9)),
            CostLine(architecture=Architecture.RAG, monthly="$700 to $2.1 billion", ends=(700, 2.1e9)),
        ),
        verdict=Architecture.RAG,
        currency="USD",
    ),
}
