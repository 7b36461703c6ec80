"""What wrong answers cost: the modal that asks for figures, what is wrong with them, and the estimate in the thread."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from bot.commands import AskForCost, CostGiven, TypedText
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, post
from bot.errors import BadInput, NoFigure
from bot.ids import Field, fault_at, value
from bot.replies import CostLine, CostMessage, CostModal, ToldAnswer
from rules.cost import Estimate, Figures, Given, estimate, passing
from rules.cost.checks import contradicted_band, misfit, misfit_rate
from rules.cost.keeping import in_currency, with_told
from rules.cost.typed import Amount, read_amount, read_rates
from rules.cost.words import (
    exact,
    given_in_words,
    input_name,
    money_range,
    percents,
    range_in_words,
    sentence,
)
from rules.facts import VALUES, Facts, Value
from rules.framework import Architecture
from rules.hearing import Asked, Heard, line
from rules.hearing.questions import told_figures
from rules.hearing.questions.figures import asked_told, currency, figures, is_bare, supposes
from rules.hearing.questions.figures import told as figures_told
from rules.telling import Background
from storage.records import Assessment, Decision, DeliveryMethod, KnownCost

COST = "cost"
_AMOUNTS = {
    Field.COST_REQUESTS: ("requests", "requests_a_day"),
    Field.COST_WRONG: ("wrong", "cost_of_a_wrong_answer"),
    Field.COST_SAVED: ("saved", "saved_by_a_right_answer"),
}
"""Each field with the part of the command that it fills, and the input that it is."""


def ask(assessment: Assessment, decision: Decision, _: AskForCost, recalled: Recalled) -> Turn:
    """The modal, with what was given before. What is ruled out has no rank, so that nobody has to measure it."""
    before = assessment.cost.figures if assessment.cost else Figures()
    ranked = passing(decision.facts, recalled.framework) or tuple(Architecture)
    return Turn(
        modal=CostModal(
            private=value(assessment.id, assessment.channel, str(decision.facts.value("volume") or "")),
            name=assessment.name,
            requests=exact(before.requests_a_day),
            wrong=exact(before.cost_of_a_wrong_answer, before.currency),
            saved=exact(before.saved_by_a_right_answer, before.currency),
            errors={each: percents(ends) for each, ends in before.error_rate.items()},
            asks=tuple(each for each in Architecture if each in {*ranked, *before.error_rate}),
        )
    )


def fault(command: CostGiven) -> tuple[str, BadInput] | None:
    """What is wrong with the first figure that cannot stand, as the sentence under its field."""
    if not any(text.strip() for text in (command.requests, command.wrong, command.saved, *command.errors.values())):
        return Field.COST_REQUESTS, NoFigure(
            "Give at least one figure: with none, the costs lie too far apart to help."
        )
    for field, (part, name) in _AMOUNTS.items():
        text = getattr(command, part)
        said = _fault_of(name, text, command) if text.strip() else None
        if said is not None:
            return field, said
    for architecture, text in command.errors.items():
        ends = read_rates(text)
        if text.strip() and ends is None:
            return fault_at(Field.COST_ERRORS, architecture), NoFigure("Type a share such as 10-15% or 12 of 100.")
        if ends is not None and (says := misfit_rate(*ends)) is not None:
            return fault_at(Field.COST_ERRORS, architecture), NoFigure(
                f"This cannot stand: {says}. Type 10-15% or 0.1."
            )
    return None


def _fault_of(name: str, text: str, command: CostGiven) -> BadInput | None:
    amount = read_amount(text)
    if amount is None or (amount.currency and name == "requests_a_day"):
        return NoFigure()
    if (found := misfit(name, amount.value)) is not None:
        return NoFigure(f"This cannot stand: {found.says}. The nearest is {found.nearest:,.12g}.")
    if name == "requests_a_day":
        return _against_the_answer(amount.value, command.volume)
    wrong = read_amount(command.wrong)
    beside = wrong.currency if wrong and name == "saved_by_a_right_answer" else None
    if beside and amount.currency and beside != amount.currency:
        return NoFigure(f"What a wrong answer costs is in {beside.code}. Give both in one currency.")
    return None


def _against_the_answer(requests: float, volume: str) -> BadInput | None:
    """A number that does not fit the answer on requests a day: it says so, and asks which one holds."""
    if volume not in VALUES["volume"] or contradicted_band(requests, Facts.model_validate({"volume": volume})) is None:
        return None
    said = {"under_1k": "under 1,000", "under_100k": "1,000 to 100,000", "under_1m": "100,000 to a million"}
    return NoFigure(
        f"The answer on requests a day is {said.get(volume, 'over a million')}. Which one holds? Type a number that "
        "fits, or change that answer in the thread first."
    )


def given(assessment: Assessment, decision: Decision, command: CostGiven, recalled: Recalled) -> Turn:
    """The figures of the modal: estimated, kept with the assessment, told in the thread."""
    known = _keeping(assessment, decision, figures_of(command), command.actor, recalled)
    is_posted = assessment.cost is not None and assessment.cost.is_posted
    cost = known.cost.model_copy(update={"is_posted": True}) if known.cost else None
    return Turn((known.model_copy(update={"cost": cost}),), (_shown(known, decision, is_posted=is_posted),))


def told(assessment: Assessment, command: TypedText, asked: Sequence[Asked], recalled: Recalled) -> Turn:
    """Figures that were typed in the thread are kept beside those of before; what is only supposed is not."""
    figures = [each.slots["given"] for each in asked if each.intent == "cost" and each.slots.get("given")]
    decision = assessment.decision
    if not figures or decision is None or supposes(command.text):
        return Turn()
    before, given = assessment.cost, cast("Mapping[str, float]", figures[-1])
    kept, chosen = before.figures if before else Figures(), decision.verdict.verdict
    after = with_told(kept, given, chosen, currency(command.text) if "cost_each" in given else "")
    known = _keeping(assessment, decision, after, command.actor, recalled)
    is_posted = before is not None and before.is_posted
    return Turn((known,), (_shown(known, decision, is_posted=True),) if is_posted else ())


def whether_told(assessment: Assessment, command: TypedText, text: str) -> Turn | None:
    """Whether a figure was told, and which one, from the record; None where that is not asked."""
    asked = asked_told(text) if command.is_mention and not command.is_edited else ""
    decision = assessment.decision
    if not asked or decision is None:
        return None
    kept = assessment.cost.figures if assessment.cost else Figures()
    if asked == "cost_each":
        each = kept.cost_of_a_wrong_answer
        figure = f"a wrong answer costs {exact(each, kept.currency)}" if each is not None else ""
        missing = "Nobody has told what a wrong answer costs. Say it, such as “a wrong answer costs 40 euros”."
    else:
        rate = kept.error_rate.get(decision.verdict.verdict)
        figure = f"{percents(rate)} of the answers are wrong" if rate else ""
        missing = "Nobody has told how many answers are wrong. Say it, such as “3 of 100 answers are wrong”."
    says = f"Yes: {figure}. Costs are counted with it." if figure else missing
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=(says,))
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def with_line(known: Background, questions: Sequence[Asked], text: str) -> Background:
    """What is known, with how the line's figures were worked out and the currency of its costs, kept or not."""
    given = {name for one in questions for name in cast("Mapping[str, float]", one.slots.get("given") or {})}
    if not given:
        return known
    figures = in_currency(known.figures, currency(text)) if "cost_each" in given else known.figures
    return replace(known, figures=figures, worked=figures_told(text).worked)


def with_figures(assessment: Assessment, found: Heard, text: str, *, is_of_cost: bool) -> Heard:
    """What was heard, with the figures in it that are told and not supposed: they are counted with.

    A number of requests that is the answer on volume already says nothing else: "2000 requests a day". Once some are
    told, a line to the bot of nothing but figures tells the others, or one of them anew: "1 in 40", "no, 45 euros";
    `is_of_cost` says that it would answer none of the questions of the interview.
    """
    is_next = is_of_cost and assessment.cost is not None and is_bare(text)
    if assessment.decision is None or (found.silent and not is_next) or supposes(text):
        return found
    told, is_asked = figures(text), any(each.intent == "cost" for each in found.questions)
    sure = told_figures(line(text, None, {}, mention=True))
    is_whole = "error_rate" in told or is_asked + (len(told) > 1) + figures_told(text).is_sure > 1
    if len(sure) > 1 or ("cost_each" in told and is_whole):
        return _counted(found, told)
    if is_asked or "?" in text:
        return found
    volume = assessment.decision.facts.value("volume")
    supposed = [each.slots.get("changes") for each in found.questions if each.intent == "what_if"]
    is_no_news = volume is not None and supposed == [{"volume": volume}]
    is_volume = is_no_news or (
        volume is None and [{*cast("dict[str, Value]", one)} for one in supposed] == [{"volume"}]
    )
    is_told = is_volume or ({*found.saves} == {"volume"} and assessment.cost is not None)
    given = {name: one for name, one in told.items() if is_told and name == "requests_a_day"}
    if "stakes" in found.saves:
        given |= sure
    if not given:
        return _counted(found, told) if is_next and told else found
    counted = Asked("cost", {"of": "wrong_answers", "given": given})
    return replace(found, questions=(counted, *(() if is_no_news else found.questions)))


def _counted(found: Heard, told: Mapping[str, float]) -> Heard:
    """What was heard of a line that tells what a wrong answer costs and how many there are: that is counted first.

    What else it asks is answered beside; what it only seemed to suppose or to mean is those figures.
    """
    if any(each.intent == "cost" for each in found.questions):
        return replace(found, questions=tuple(_with_given(each, told) for each in found.questions))
    compared = [each.slots["architectures"] for each in found.questions if each.intent == "compare"]
    of = {"of": "architecture", "architectures": compared[0]} if compared else {"of": "wrong_answers"}
    others = [each for each in found.questions if each.intent not in {"what_if", "unknown"}]
    questions = (Asked("cost", {**of, "given": told}), *others)
    return replace(found, questions=questions, offers=(), trouble=None, silent=False)


def _with_given(asked: Asked, told: Mapping[str, float]) -> Asked:
    """A question about money with the figures of its whole line; any other one as it is."""
    given = cast("Mapping[str, float]", asked.slots.get("given") or {})
    return Asked("cost", {**asked.slots, "given": {**told, **given}}) if asked.intent == "cost" else asked


def _keeping(assessment: Assessment, decision: Decision, figures: Figures, by: str, recalled: Recalled) -> Assessment:
    """The assessment with these figures and what they come to."""
    found = estimate(Given(facts=decision.facts, figures=figures), recalled.framework)
    cost = KnownCost(
        figures=figures,
        by=by,
        at=recalled.now,
        says=found.says,
        monthly={each: costs.typical for each, costs in found.by_architecture.items()},
        ruled_out=tuple(found.ruled_out),
        assumed=tuple(_assumed(found)),
        is_posted=assessment.cost is not None and assessment.cost.is_posted,
    )
    return assessment.model_copy(update={"cost": cost, "changed_at": recalled.now})


def _shown(assessment: Assessment, decision: Decision, *, is_posted: bool) -> Say:
    """The whole estimate as the thread shows it, where it stands already or anew."""
    shown = message(assessment, decision, cast("KnownCost", assessment.cost))
    return edit(shown, COST) if is_posted else post(shown, COST)


def figures_of(command: CostGiven) -> Figures:
    """The figures that were typed; amounts without a currency are in the one beside them, or in US dollars."""
    requests, wrong, saved = (read_amount(text) for text in (command.requests, command.wrong, command.saved))
    named = [each.currency.code for each in (wrong, saved) if each and each.currency]
    typed = {each: read_rates(command.errors.get(each, "")) for each in Architecture}
    return Figures(
        requests_a_day=_value(requests),
        cost_of_a_wrong_answer=_value(wrong),
        saved_by_a_right_answer=_value(saved),
        error_rate={each: ends for each, ends in typed.items() if ends is not None},
        currency=named[0] if named else "USD",
    )


def _value(amount: Amount | None) -> float | None:
    return amount.value if amount else None


def _assumed(found: Estimate) -> list[str]:
    return [
        f"{sentence(input_name(each.input))}: {range_in_words(each.input, each.range, found.currency)}. {each.source}"
        for each in found.assumed
    ]


def message(assessment: Assessment, decision: Decision, cost: KnownCost) -> CostMessage:
    """The estimate as the thread shows it."""
    currency = cost.figures.currency
    return CostMessage(
        assessment_id=assessment.id,
        name=assessment.name,
        by=cost.by,
        says=cost.says,
        lines=tuple(
            CostLine(
                architecture=each, monthly=money_range(ends, currency), is_ruled_out=each in cost.ruled_out, ends=ends
            )
            for each, ends in cost.monthly.items()
        ),
        given=given_in_words(cost.figures),
        assumed=cost.assumed,
        currency=currency,
        verdict=decision.verdict.verdict,
        passes=decision.verdict.passes,
    )
