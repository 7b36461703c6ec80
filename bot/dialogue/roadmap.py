"""The roadmap: one short message in the thread on request, its phases opened and ticked by anyone in a copy."""

from collections.abc import Sequence
from datetime import datetime

from bot.commands import CommandBase, MarkItem, OpenPhase, ShowRoadmap, ShowRoadmapHere
from bot.dialogue.guard import named_decision
from bot.dialogue.schedule import rhythm_of
from bot.dialogue.shown import still_to_do
from bot.dialogue.turn import Recalled, Say, Turn, edit, in_its_place, post, privately, problem
from bot.replies import (
    ItemShown,
    ItemTold,
    PhaseCount,
    RoadmapCopy,
    RoadmapMessage,
    RoadmapOverview,
    TaskShown,
    Trouble,
)
from rules import plan
from rules.calendar import ScheduleError, in_words
from rules.casing import upper_first
from rules.facts import Facts
from rules.review.marks import share_in_words
from rules.roadmap import Phase, Roadmap, in_a_sentence
from storage.records import Assessment, ChecklistItem, Decision, ItemState, ScheduleState

_NOT_CALLED_FOR = "The answers as they are now no longer call for it."


ROADMAP = "roadmap"
"""The key of the roadmap's message."""
ROADMAP_KEYS = (ROADMAP, *(f"{ROADMAP}:{phase}" for phase in Phase))
"""That key, and those of the four messages, one a phase, which 0.1.0 posted in its place: they are kept current."""


def merged(current: Sequence[ChecklistItem], roadmap: Roadmap, *, is_first: bool) -> tuple[ChecklistItem, ...]:
    """The checklist after a verdict: what is still valid keeps its state, what is new or obsolete is marked."""
    kept = {item.id: item for item in current}
    wanted = [_renewed(kept.get(item.id), ChecklistItem(**vars(item), is_new=not is_first)) for item in roadmap.items]
    ids = {item.id for item in wanted}
    obsolete = [_dropped(item) for item in current if item.id not in ids]
    order = tuple(Phase)
    return tuple(sorted((*wanted, *obsolete), key=lambda item: order.index(item.phase)))


def after_verdict(assessment: Assessment, decision: Decision, known: Facts, recalled: Recalled) -> Assessment:
    """The assessment with its decision and the roadmap that follows from it.

    Until the roadmap stands in the thread or somebody works on it, nothing on it is new, and nothing was called for.
    """
    is_unseen = (
        assessment.supersedes is None and not recalled.roadmap and not any(map(_worked_on, assessment.checklist))
    )
    is_first = assessment.decision is None or is_unseen
    current = () if is_first else assessment.checklist
    checklist = merged(current, plan(decision.verdict, known), is_first=is_first)
    return assessment.model_copy(update={"decision": decision, "checklist": checklist})


def _worked_on(item: ChecklistItem) -> bool:
    return bool(item.done_at or item.owner or item.due or item.note)


def _renewed(before: ChecklistItem | None, item: ChecklistItem) -> ChecklistItem:
    """The item as the rules have it now, with what the team did about it."""
    if before is None:
        return item
    state = before.state
    if state is ItemState.OBSOLETE:
        state = ItemState.DONE if before.done_at else ItemState.OPEN
    worked = before.model_dump(include={"owner", "due", "note", "done_by", "done_at"})
    return item.model_copy(update={**worked, "state": state, "is_new": before.is_new})


def _dropped(item: ChecklistItem) -> ChecklistItem:
    """An item that the verdict no longer calls for; done ones stay done."""
    if item.state is not ItemState.OPEN:
        return item
    return item.model_copy(update={"state": ItemState.OBSOLETE, "obsolete_because": _NOT_CALLED_FOR})


def phase_messages(assessment: Assessment) -> tuple[RoadmapMessage, ...]:
    """One message for each phase that has items."""
    if assessment.decision is None:
        return ()
    phases = [phase for phase in Phase if any(item.phase is phase for item in assessment.checklist)]
    counted = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    done = sum(item.state is ItemState.DONE for item in counted)
    golden_tasks = _golden_tasks(assessment, assessment.decision)
    review = _review(assessment)
    return tuple(
        RoadmapMessage(
            assessment_id=assessment.id,
            name=assessment.name,
            architecture=assessment.decision.verdict.verdict,
            passes=assessment.decision.verdict.passes,
            is_likely=assessment.decision.verdict.is_likely,
            phase=phase,
            number=place,
            is_first=place == 1,
            is_last=place == len(phases),
            done=done,
            total=len(counted),
            items=tuple(_shown(item) for item in assessment.checklist if item.phase is phase),
            golden_tasks=golden_tasks if phase is Phase.EVALUATION else (),
            tasks=_own_tasks(assessment) if phase is Phase.EVALUATION else (),
            bar=share_in_words(assessment.bar) if assessment.golden_tasks and phase is Phase.EVALUATION else "",
            version=assessment.version,
            **(review if phase is Phase.WATCH else {}),
        )
        for place, phase in enumerate(phases, 1)
    )


def overview(assessment: Assessment) -> RoadmapOverview | None:
    """The one short message; None where there is no roadmap."""
    phases = phase_messages(assessment)
    if not phases:
        return None
    first = next(iter(still_to_do(assessment)), None)
    return RoadmapOverview(
        **phases[0].model_dump(include={"assessment_id", "name", "architecture", "passes", "is_likely"}),
        phases=tuple(_counted(message) for message in phases),
        next_item=upper_first(in_a_sentence(first.title, first.phase)) if first else "",
        has_tasks=bool(assessment.golden_tasks),
        **_review(assessment),
    )


def _counted(message: RoadmapMessage) -> PhaseCount:
    counted = [item for item in message.items if item.state is not ItemState.OBSOLETE]
    done = sum(item.state is ItemState.DONE for item in counted)
    return PhaseCount(phase=message.phase, number=message.number, done=done, total=len(counted))


def _review(assessment: Assessment) -> dict[str, str]:
    """When reviews come and who owns them, where they are planned."""
    schedule = assessment.schedule
    if schedule is None or schedule.state is ScheduleState.STOPPED:
        return {}
    try:
        words = in_words(rhythm_of(schedule))
    except ScheduleError:
        return {}
    return {"review": words, "review_zone": schedule.zone, "review_owner": schedule.owner}


def _golden_tasks(assessment: Assessment, decision: Decision) -> tuple[str, ...]:
    """The team's own golden tasks; until it has any, those that the rules suggest."""
    own = tuple(task.name for task in assessment.golden_tasks)
    return own or plan(decision.verdict, decision.facts).golden_tasks


def _own_tasks(assessment: Assessment) -> tuple[TaskShown, ...]:
    return tuple(TaskShown(name=task.name, bar=task.bar) for task in assessment.golden_tasks)


def _shown(item: ChecklistItem) -> ItemShown:
    return ItemShown.model_validate(item.model_dump(exclude={"phase"}))


def roadmap_says(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """Everything of the roadmap that stands in the thread, brought up to date."""
    if not recalled.roadmap:
        return ()
    messages = {f"{ROADMAP}:{message.phase}": message for message in phase_messages(assessment)}
    says = [edit(message, key) for key, message in messages.items() if key in recalled.roadmap]
    short = overview(assessment) if ROADMAP in recalled.roadmap else None
    return (*([edit(short, ROADMAP)] if short else []), *says)


def mark(assessment: Assessment, command: MarkItem, recalled: Recalled) -> Turn:
    """Tick an item, or open it again. Pressing twice changes nothing and tells who did it."""
    item = find(assessment, command.item_id)
    if item is None:
        return problem(command, Trouble.OUT_OF_DATE)
    wanted = ItemState.DONE if command.is_done else ItemState.OPEN
    if item.state is ItemState.OBSOLETE or item.state is wanted:
        is_known = item.done_by == command.actor and not command.is_copy
        return Turn(
            says=(
                *edits(assessment, item.phase, recalled),
                *(() if is_known else _told(assessment, command, item, recalled)),
            )
        )
    after_it = item.model_copy(update=marked(wanted, command.actor, recalled.now))
    after = with_item(assessment, after_it).model_copy(update={"changed_at": recalled.now})
    told = _told(after, command, after_it, recalled) if command.is_copy else ()
    return Turn((after,), (*edits(after, item.phase, recalled), *told))


def find(assessment: Assessment, item: str) -> ChecklistItem | None:
    """The roadmap item of this id."""
    return next((found for found in assessment.checklist if found.id == item), None)


def with_item(assessment: Assessment, item: ChecklistItem) -> Assessment:
    """The assessment with this item in the place of the one of its id."""
    checklist = tuple(item if found.id == item.id else found for found in assessment.checklist)
    return assessment.model_copy(update={"checklist": checklist})


def ticked(assessment: Assessment, item_id: str, by: str, at: datetime) -> Assessment:
    """The assessment with this item done, if it was open: what it asks for was done in another way."""
    item = find(assessment, item_id)
    if item is None or item.state is not ItemState.OPEN:
        return assessment
    return with_item(assessment, item.model_copy(update=marked(ItemState.DONE, by, at)))


def marked(state: ItemState, by: str, at: datetime) -> dict[str, object]:
    """The fields of an item in this state; who did it, and when, is known of a done one alone."""
    is_done = state is ItemState.DONE
    return {"state": state, "done_by": by if is_done else None, "done_at": at if is_done else None}


def _told(assessment: Assessment, command: MarkItem, item: ChecklistItem, recalled: Recalled) -> tuple[Say, ...]:
    """What the one who ticked hears; in a copy of the roadmap, that copy as it is now."""
    if command.is_copy and (redrawn := redrawn_copy(command, assessment, item.phase, recalled)):
        return (redrawn,)
    told = ItemTold(title=item.title, state=item.state, by=item.done_by, at=item.done_at)
    return (privately(command, told, in_thread=not command.is_copy),)


def edits(assessment: Assessment, phase: Phase, recalled: Recalled) -> tuple[Say, ...]:
    """What stands of the roadmap where this phase changed: its message, and those that count over all phases."""
    return tuple(
        say
        for say in roadmap_says(assessment, recalled)
        if not isinstance(say.reply, RoadmapMessage) or say.reply.phase is phase or say.reply.is_first
    )


def show(command: ShowRoadmap, recalled: Recalled) -> Turn:
    """The roadmap again, to one person: of the named assessment, or of the channel's newest decided one."""
    is_named = command.assessment_id or command.name
    wanted = recalled.assessment if is_named else newest_decided(recalled.others)
    named = named_decision(command, wanted, Trouble.NONE_HERE, though_ended=True)
    if isinstance(named, Turn):
        return named
    return Turn(says=(privately(command, _copied(named[0], recalled), in_thread=False),))


def newest_decided(assessments: Sequence[Assessment]) -> Assessment | None:
    """The newest one with a verdict; the newest at all where none has one."""
    return next((found for found in assessments if found.decision), next(iter(assessments), None))


def show_here(assessment: Assessment, _: Decision, command: ShowRoadmapHere, recalled: Recalled) -> Turn:
    """The roadmap in the thread; where it stands there already, a copy to the one who pressed."""
    short = overview(assessment)
    if short is None or ROADMAP in recalled.roadmap:
        return Turn(says=(privately(command, _copied(assessment, recalled)),))
    return Turn(says=(post(short, ROADMAP, dedupe_key=f"{ROADMAP}:{assessment.id}"),))


def open_phase(assessment: Assessment, _: Decision, command: OpenPhase, recalled: Recalled) -> Turn:
    """One phase with its items, or all phases again, to the one who pressed; in place where that is a copy already."""
    wanted = next((phase for phase in Phase if phase == command.phase), None)
    copied = _copied(assessment, recalled, wanted)
    redrawn = in_its_place(command, copied) if command.is_copy else None
    return Turn(says=(redrawn or privately(command, copied),))


def redrawn_copy(command: CommandBase, assessment: Assessment, phase: Phase, recalled: Recalled) -> Say | None:
    """The copy in which somebody pressed, with that phase as it is now; None where nothing leads to it any more."""
    return in_its_place(command, _copied(assessment, recalled, phase))


def _copied(assessment: Assessment, recalled: Recalled, opened: Phase | None = None) -> RoadmapCopy:
    phases = phase_messages(assessment)
    return RoadmapCopy(
        assessment_id=assessment.id,
        name=assessment.name,
        phases=phases,
        opened=opened if any(message.phase is opened for message in phases) else None,
        link=recalled.links.get(assessment.id),
    )
