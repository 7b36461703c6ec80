"""Questions answered in sentences (`rules.telling`), with what this assessment's record holds beside the rules."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from bot.commands import CommandBase, ShowTold
from bot.dialogue import wording
from bot.dialogue.past import past, stood_before
from bot.dialogue.reviews_told import in_sentences
from bot.dialogue.schedule import day_in_words
from bot.dialogue.shown import still_to_do
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, problem
from bot.replies import Changed, ToldAnswer, ToldControl, ToldModal, Trouble
from rules import decide
from rules.catalog.glossary import GLOSSARY
from rules.cost import Figures
from rules.facts import FACTS, Facts
from rules.framework import Architecture
from rules.hearing import Asked
from rules.roadmap import in_a_sentence
from rules.telling import Background, Given, Told, question, tell
from rules.verdict import Verdict
from storage.records import Assessment, DeliveryMethod, Review, ScheduleState

_TITLE = 24
"""Characters of a modal's title."""
_COSTS = frozenset({"wrong_answers", "break_even", "architecture"})
_OF_AN_ANSWER = frozenset({"who_answered", "status_of_answers"})
_PLAIN = frozenset({
    "why", "what_would_change", "next", "how_sure", "precedents", "review", "record", "help", "nothing_done", "unknown",
})  # fmt: skip
"""Questions that say all in their name."""
_CONTROLS = {
    "logging": ToldControl.LOG,
    "next": ToldControl.ROADMAP,
    "risks": ToldControl.ROADMAP,
    "record": ToldControl.RECORD,
    "verdict": ToldControl.RECORD,
}
"""By what is asked or spoken of."""
_WHOLE = 190
"""Characters of a question as data that a button carries whole."""


def background(assessment: Assessment, recalled: Recalled, reviews: Sequence[Review] = ()) -> Background:
    """What the answers are made from: the answers and who gave them, the reviews, what is still to do."""
    zone = assessment.schedule.zone if assessment.schedule else recalled.default_zone
    return Background(
        facts=assessment.facts(),
        framework=recalled.framework,
        decided=_verdict_now(assessment, recalled),
        is_undecided=assessment.decision is None,
        givers={
            fact: Given(answer.by, day_in_words(zone, answer.at, recalled.now))
            for fact, answer in assessment.answers.items()
        },
        in_version_before={fact: _before(assessment, fact, recalled, zone) for fact in _not_asked_again(assessment)},
        review=in_sentences(assessment, reviews, recalled.now),
        first=tuple((in_a_sentence(item.title, item.phase), item.detail) for item in still_to_do(assessment)),
        unsure=_unsure(assessment),
        has_record=True,
        figures=assessment.cost.figures if assessment.cost else Figures(),
        told_before=frozenset(["how_sure"] if sure_key(assessment) in assessment.told_causes else []),
        uses_model=recalled.uses_model,
    )


def _not_asked_again(assessment: Assessment) -> tuple[str, ...]:
    """The facts that the version before knows, and of which nobody has said anything in this one."""
    return tuple(fact for fact in assessment.earlier if fact not in assessment.answers)


def _before(assessment: Assessment, fact: str, recalled: Recalled, zone: str | None) -> str:
    given = assessment.earlier[fact]
    shown = wording.said(recalled.framework, given)
    by = f", by {given.by}" if given.by else ""
    return (
        f"{shown.topic}: {shown.words or 'not sure'}{by}, {day_in_words(zone, given.at, recalled.now)}, in the version "
        "before. It was not asked again since, so this version does not count with it."
    )


def with_past(known: Background, asked: Sequence[Asked], assessment: Assessment, recalled: Recalled) -> Background:
    """The same with the verdicts or the answers of before, where they are asked for: only then were they looked up."""
    zone = assessment.schedule.zone if assessment.schedule else recalled.default_zone
    if any(one.intent in _OF_AN_ANSWER and one.slots.get("fact") for one in asked):
        known = replace(known, earlier=stood_before(assessment, recalled, zone))
    if all(one.intent != "history" for one in asked):
        return known
    verdicts, pending = past(assessment, recalled, zone)
    return replace(known, past=verdicts, pending=pending)


def _unsure(assessment: Assessment) -> tuple[str, ...]:
    """After the verdict: the questions nobody was sure of."""
    return tuple(fact for fact, given in assessment.answers.items() if given.value is None and assessment.decision)


def _verdict_now(assessment: Assessment, recalled: Recalled) -> Verdict | None:
    """The verdict as it was given; where a changed answer has opened questions again, the one on the answers now."""
    decision, facts = assessment.decision, assessment.facts()
    if decision is None or decision.facts == facts:
        return decision.verdict if decision else None
    return decide(facts, recalled.framework, recalled.now.date())


def sure_key(assessment: Assessment) -> str:
    """Under which it is remembered that the thread heard in full how sure this verdict is, on these answers."""
    if assessment.decision is None:
        return ""
    answered = (answer.at for answer in assessment.answers.values())
    return f"how_sure:{max((assessment.decision.at, *answered)).isoformat()}"


def having_told(assessment: Assessment, asked: Sequence[Asked]) -> Assessment:
    """The assessment once these questions are answered: what is told in full once is told shortly then."""
    key = sure_key(assessment)
    is_new = any(one.intent == "how_sure" for one in asked) and key and key not in assessment.told_causes
    return assessment.model_copy(update={"told_causes": (*assessment.told_causes, key)}) if is_new else assessment


def answered(assessment: Assessment, command: CommandBase, asked: Asked, known: Background) -> Say:
    """The answer in sentences, in the thread for everybody."""
    return Say(DeliveryMethod.POST, _reply(assessment, command, tell(asked, known), known), under_key=PARENT)


def in_short(assessment: Assessment, command: CommandBase, asked: Asked, known: Background) -> ToldAnswer:
    """The short answer, without anything to press."""
    told = tell(asked, replace(known, is_afar=True))
    people = _people(assessment, told, known)
    return ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=told.says, people=people)


def _reply(assessment: Assessment, command: CommandBase, told: Told, known: Background) -> ToldAnswer:
    written, control = as_data(told.asked), _control(assessment, told.asked)
    return ToldAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        says=told.says,
        asked=written if told.more and len(written) <= _WHOLE else "",
        changes=_changes(assessment, told, known) if told.asked.intent == "what_if" else (),
        people=_people(assessment, told, known),
        can_why=told.asked.intent == "verdict",
        can_cost=told.asked.intent == "cost" and assessment.decision is not None,
        control=control,
        fills=(str(told.asked.slots["fact"]),) if control is ToldControl.CHANGE else (),
        nearest_to=known.verdict.verdict if told.nearest and assessment.decision else None,
    )


def _control(assessment: Assessment, asked: Asked) -> ToldControl | None:
    """What is done at a press and spoken of here: nobody has to look for it under the roadmap."""
    if assessment.decision is None:
        return None
    match asked.slots.get("topic") if asked.intent == "about_bot" else asked.intent:
        case "tasks":
            return ToldControl.EDIT_TASKS if assessment.golden_tasks else ToldControl.ADD_TASKS
        case "review":
            schedule = assessment.schedule
            is_planned = schedule is not None and schedule.state is not ScheduleState.STOPPED
            return ToldControl.MOVE if is_planned else ToldControl.PLAN
        case "who_answered":
            return ToldControl.CHANGE if asked.slots["fact"] in assessment.facts().known() else None
        case named:
            return _CONTROLS.get(str(named))


def _changes(assessment: Assessment, told: Told, known: Background) -> tuple[Changed, ...]:
    facts = assessment.facts()
    return tuple(
        wording.changed(known.framework, fact, facts.value(fact), value)
        for fact, value in told.changes.items()
        if facts.value(fact) != value
    )


def _people(assessment: Assessment, told: Told, background: Background) -> tuple[str, ...]:
    owner = (assessment.schedule.owner,) if assessment.schedule else ()
    moved = (one.by for each in background.past for one in (*each.moved, *background.pending))
    before = (given.by for several in background.earlier.values() for _, given in several)
    given = (*assessment.answers.values(), *assessment.earlier.values())
    known = dict.fromkeys((*owner, *(answer.by for answer in given), *moved, *before))
    said = " ".join((*told.says, *told.more))
    return tuple(user for user in known if user and user in said)


def more(assessment: Assessment, command: ShowTold, recalled: Recalled) -> Turn:
    """The whole answer, to the one who asks for it."""
    asked = from_data(command.asked)
    if asked is None:
        return problem(command, Trouble.OUT_OF_DATE)
    known = background(assessment, recalled)
    told = tell(asked, known)
    title = question(asked, known)
    return Turn(
        modal=ToldModal(
            title=title if len(title) <= _TITLE else "The whole answer",
            says=told.says,
            more=told.more,
            people=_people(assessment, told, known),
        )
    )


def as_data(asked: Asked) -> str:
    """The question as a button carries it."""
    return json.dumps({"intent": asked.intent, **asked.slots}, separators=(",", ":"))


def from_data(text: str) -> Asked | None:
    """The question that a button carried; None where it is none that can be answered."""
    try:
        found: Any = json.loads(text)
        intent = str(found.pop("intent"))
    except (ValueError, AttributeError, KeyError, TypeError):
        return None
    return Asked(intent, found) if _is_fit(intent, found) else None


def _is_fit(intent: str, slots: dict[str, Any]) -> bool:  # noqa: PLR0911 - one case an intent
    """Whether the slots are what this question is about."""
    match intent:
        case "why_not" | "what_would_make":
            return slots.get("architecture") in set(Architecture)
        case "compare":
            return set(slots.get("architectures", [""])) <= set(Architecture)
        case "glossary":
            return slots.get("term") in GLOSSARY
        case "what_if":
            return _are_facts(slots.get("changes"))
        case "cost":
            return slots.get("of") in _COSTS and set(slots) <= {"of", "architectures", "given"}
        case "who_answered" | "status_of_answers":
            return slots.get("fact") in {"", *FACTS}
        case _:
            return intent in _PLAIN and not slots


def _are_facts(changes: Any) -> bool:
    try:
        return bool(Facts.model_validate(changes).known())
    except ValidationError:
        return False
