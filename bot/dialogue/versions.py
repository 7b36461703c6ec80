"""From one version of a decision to the next: what goes over, what the old one becomes, and what made the difference.

The earlier version holds until the new one has a verdict of its own; in that turn both are saved together.
"""

from dataclasses import replace

from bot.dialogue import shown
from bot.dialogue.progress import open_fact, parent_edit, question_key
from bot.dialogue.roadmap import merged
from bot.dialogue.schedule import PLAN, plan_line
from bot.dialogue.turn import Recalled, Say, edit, post
from bot.replies import DifferenceMessage, ReasonShown, SetAsideLine
from rules.catalog.architectures import NAMES
from rules.decide import decide_plainly
from rules.facts import Facts
from rules.roadmap import Roadmap
from storage.records import Answer, Assessment, AssessmentState, ChecklistItem, Decision, ItemState

DIFFERENCE = "difference"
_ENDED = {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}


def known(assessment: Assessment) -> Facts:
    """What is known for the roadmap: the answers, and earlier ones that nobody had to be asked about again."""
    answers: dict[str, Answer] = {**assessment.earlier, **assessment.answers}
    return Facts.model_validate({fact: answer.value for fact, answer in answers.items() if answer.value is not None})


def carried_over(new: Assessment, earlier: Assessment, roadmap: Roadmap, decision: Decision) -> Assessment:
    """The new version with the team's work on the earlier one: its items, golden tasks and review schedule."""
    ids = {item.id for item in roadmap.items}
    worked = [
        item.model_copy(update={"is_new": False})
        for item in earlier.checklist
        if item.id in ids or item.state is not ItemState.OBSOLETE
    ]
    checklist = _with_whys(merged(worked, roadmap, is_first=False), earlier.decision, decision)
    kept = {
        "golden_tasks": earlier.golden_tasks,
        "bar": earlier.bar,
        "schedule": earlier.schedule,
        "cost": new.cost or earlier.cost,
    }
    return new.model_copy(update={"checklist": checklist, "decision": decision, **kept})


def _with_whys(
    checklist: tuple[ChecklistItem, ...], earlier: Decision | None, decision: Decision
) -> tuple[ChecklistItem, ...]:
    """The roadmap with why something on it is new or obsolete, where the verdict is another one."""
    if earlier is None or earlier.verdict.verdict is decision.verdict.verdict:
        return checklist
    now, before = NAMES[decision.verdict.verdict], NAMES[earlier.verdict.verdict]
    return tuple(_explained(item, now, before) for item in checklist)


def _explained(item: ChecklistItem, now: str, before: str) -> ChecklistItem:
    if item.state is ItemState.OBSOLETE:
        return item.model_copy(update={"obsolete_because": f"It belonged to {before}; the decision is {now} now."})
    if item.is_new and not item.why:
        return item.model_copy(update={"why": f"It comes with {now}."})
    return item


def superseded(earlier: Assessment, new: Assessment, recalled: Recalled) -> tuple[Assessment, tuple[Say, ...]]:
    """The earlier version, which ends now, and its messages: the parent says where the newer one is."""
    fields = {"state": AssessmentState.SUPERSEDED, "superseded_by": new.id, "asking": None, "wants_all": False}
    ended = earlier.model_copy(update={**fields, "changed_at": recalled.now})
    fact = open_fact(earlier)
    says: tuple[Say, ...] = (parent_edit(ended, recalled),)
    if fact is not None:
        topic = recalled.framework.by_fact[fact].topic
        says = (*says, edit(SetAsideLine(topic=topic, matters=False), question_key(fact)))
    return ended, tuple(replace(say, about=ended.id) for say in says)


def freed(
    earlier: Assessment | None, given_up: Assessment, recalled: Recalled
) -> tuple[tuple[Assessment, ...], tuple[Say, ...]]:
    """The earlier version once the newer one is given up: it goes on as before, and may be taken up again."""
    if earlier is None or earlier.superseded_by != given_up.id or not is_live(earlier):
        return (), ()
    free = earlier.model_copy(update={"superseded_by": None, "changed_at": recalled.now})
    return (free,), (replace(parent_edit(free, recalled), about=free.id),)


def is_live(assessment: Assessment | None) -> bool:
    """Whether it is there and was neither cancelled nor superseded."""
    return assessment is not None and assessment.state not in _ENDED


def difference(earlier: Assessment, new: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """What the new version changed, and when its reviews come, as messages in its thread."""
    framework, before, after = recalled.framework, earlier.decision, new.decision
    if before is None or after is None:
        return ()
    items = {item.id for item in earlier.checklist}
    was = shown.reasons(before.verdict, earlier.answers, framework)
    answers = {**new.earlier, **new.answers}  # what nobody had to be asked about again speaks as it did
    now = shown.reasons(decide_plainly(known(new), framework), answers, framework)
    message = DifferenceMessage(
        assessment_id=new.id,
        earlier_id=earlier.id,
        name=new.name,
        before=before.verdict.verdict,
        before_passes=before.verdict.passes,
        after=after.verdict.verdict,
        after_passes=after.verdict.passes,
        changes=shown.differences(before.facts, known(new), framework),
        rows_off=_only(was, now),
        rows_on=_only(now, was),
        rules_before=_moved(before, after),
        rules_after=after.verdict.rules_version,
        kept=sum(item.id in items and item.state is not ItemState.OBSOLETE for item in new.checklist),
        added=tuple(item.title for item in new.checklist if item.is_new),
        dropped=tuple(item.title for item in new.checklist if item.state is ItemState.OBSOLETE),
        golden_tasks=len(new.golden_tasks),
        has_schedule=new.schedule is not None,
    )
    plan = (post(plan_line(new, recalled), PLAN),) if new.schedule else ()
    return (post(message, DIFFERENCE), *plan)


def _only(these: tuple[ReasonShown, ...], those: tuple[ReasonShown, ...]) -> tuple[ReasonShown, ...]:
    rows = {reason.row for reason in those}
    return tuple(reason for reason in these if reason.row not in rows)


def _moved(before: Decision, after: Decision) -> str:
    was, now = before.verdict, after.verdict
    return was.rules_version if (was.rules_version, was.rules_digest) != (now.rules_version, now.rules_digest) else ""
