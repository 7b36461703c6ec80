"""The roadmap: one short message in the thread, a copy for one person in which phases open, and what a tick answers.

One message a phase is how 0.1.0 showed it; those that stand are still drawn.
"""

from collections.abc import Sequence

from bot.ids import Act, block_id, value
from bot.replies import ItemShown, ItemTold, PhaseCount, RoadmapCopy, RoadmapMessage, RoadmapOverview
from bot.views.architecture import NAME, PHASE
from bot.views.beneath import beneath
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    checkboxes,
    context,
    link_button,
    option,
    section,
    select,
)
from bot.views.tasks import standing
from bot.views.text import count, due, moment, name, ours, person, plain, typed
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import agreeing
from rules.roadmap import Phase, in_a_sentence
from storage.records import ItemState

_MOST_ITEMS = 16
_REVIEW = "monthly_review"
"""The item that says when reviews come."""
_IN_MENU = 40
"""How much of a title stands in the menu, which repeats what is above it."""


def roadmap(reply: RoadmapMessage) -> Message:
    """One phase: a box for each item, and what it means below."""
    shown = reply.items[:_MOST_ITEMS]
    left = len(reply.items) - len(shown)
    return beneath(
        section(_headline(reply)) if reply.is_first else None,
        section(_phase(reply)),
        standing(reply),
        *[block for item in shown for block in _item(reply, item)],
        context(f"{left} more in this phase: /ftrag roadmap shows them.") if left else None,
        actions(*_controls(reply)),
    )


def _controls(reply: RoadmapMessage) -> list[Block | None]:
    """What the whole phase, or at its end the whole roadmap, offers."""
    key = reply.assessment_id
    edits = "Edit golden tasks" if reply.tasks else "Add golden tasks"
    return [
        button(edits, Act.EDIT_TASKS, key) if reply.phase == "evaluation" else None,
        button("Results from CI", Act.TOKENS, key) if reply.phase == "evaluation" and reply.tasks else None,
        button("Move the review" if reply.review else "Plan the monthly review", Act.PLAN_REVIEW, key)
        if reply.is_last
        else None,
        button("Log a failure", Act.LOG_FAILURE, key) if reply.is_last else None,
    ]


def _headline(reply: RoadmapMessage) -> str:
    return _title(reply.name, reply.done, reply.total)


def _phase(reply: RoadmapMessage) -> str:
    likeliest = " (likeliest first)" if reply.phase == "failures" else ""
    return f"*{reply.number} {PHASE[reply.phase]}*{likeliest}"


def _item(reply: RoadmapMessage, item: ItemShown, *, edits: bool = True) -> list[Block | None]:
    """An obsolete item is only told; the others have a box."""
    if item.state is ItemState.OBSOLETE:
        because = f": {ours(item.obsolete_because)}" if item.obsolete_because else ""
        return [context(f"No longer needed: {ours(item.title)}{because}")]
    chosen = value(reply.assessment_id, item.id)
    box = checkboxes(Act.TICK, [option(item.title, chosen)], [chosen] if item.state is ItemState.DONE else [])
    key = block_id("tick", reply.assessment_id, item.id, str(reply.version))
    edit = button("Edit", Act.EDIT_ITEM, reply.assessment_id, item.id, tail=item.id, says=f"Edit: {item.title}")
    meaning, *rest = _details(reply, item)
    small = [text for text in rest if text]
    return [
        actions(box, block=key[:255]),
        section(meaning or "–", accessory=edit if edits else None),
        context(*small) if small else None,
    ]


def _details(reply: RoadmapMessage, item: ItemShown) -> list[str]:
    """What the item means while it is open; who did it once it is done."""
    note = f"Note: {typed(item.note, 200)}" if item.note else ""
    if item.state is ItemState.DONE:
        by = f" by {person(item.done_by)}" if item.done_by else ""
        at = f", {moment(item.done_at)}" if item.done_at else ""
        return [f"Done{by}{at}", _planned(reply) if item.id == _REVIEW else "", note]
    facts = [
        _new(item),
        person(item.owner) if item.owner else "",
        f"due {due(item.due)}" if item.due else "",
    ]
    line = " · ".join(fact for fact in facts if fact)
    is_gate = reply.phase is Phase.BUILD and item.done_when  # the others' stand in the dialog behind Edit
    gate = f" Done when: {lower_first(ours(item.done_when))}" if is_gate else ""
    return [f"{ours(item.detail)}{gate}", line, note]


def _planned(reply: RoadmapMessage) -> str:
    return upper_first(_when(reply)) if reply.review else ""


def _when(reply: RoadmapMessage | RoadmapOverview) -> str:
    return f"{typed(reply.review, 200)} {typed(reply.review_zone, 60)} · {person(reply.review_owner)}"


def _new(item: ItemShown) -> str:
    if not item.is_new:
        return ""
    return f"*New:* {ours(item.why) or 'the answers as they are now call for it.'}"


def overview(reply: RoadmapOverview) -> Message:
    """The roadmap in the thread: four phases with their counts, each opened by a press."""
    done, total = sum(phase.done for phase in reply.phases), sum(phase.total for phase in reply.phases)
    key = reply.assessment_id
    return beneath(
        section(_title(reply.name, done, total), _for(reply), _next(reply.next_item)),
        *[_phase_line(key, phase) for phase in reply.phases],
        context(f"Reviews come {_when(reply)}.") if reply.review else None,
        actions(
            button("Edit golden tasks" if reply.has_tasks else "Add golden tasks", Act.EDIT_TASKS, key),
            button("Move the review" if reply.review else "Plan the monthly review", Act.PLAN_REVIEW, key),
            button("Log a failure", Act.LOG_FAILURE, key),
        ),
    )


def _title(of: str, done: int, total: int) -> str:
    return f"*Roadmap for {name(of)}* · {done} of {total} done"


def _next(title: str) -> str:
    return f"*Next:* {lower_first(ours(title))}." if title else "Everything on it is done."


def _phase_line(key: str, phase: PhaseCount) -> Block:
    """One phase with its count, and the press that opens it."""
    label = f"Open {phase.number}"
    says = f"{label}: {PHASE[phase.phase]}"
    opens = button(label, Act.PHASE, key, str(phase.phase), tail=str(phase.phase), says=says)
    return section(f"*{phase.number} {PHASE[phase.phase]}* · {_done(phase)}", accessory=opens)


def _done(phase: PhaseCount) -> str:
    return f"{phase.done} of {phase.total} done"


def copy(reply: RoadmapCopy) -> Message:
    """The roadmap for one person: its phases, or one of them with its items."""
    if not reply.phases:
        return beneath(section(f"*{name(reply.name)}* has no roadmap yet; it comes with the verdict."))
    opened = next((phase for phase in reply.phases if phase.phase == reply.opened), None)
    return _opened(reply, opened) if opened else _closed(reply)


def _closed(reply: RoadmapCopy) -> Message:
    first = reply.phases[0]
    open_items = (
        upper_first(in_a_sentence(item.title, phase.phase))
        for phase in reply.phases
        for item in phase.items
        if item.state is ItemState.OPEN
    )
    return beneath(
        section(_headline(first), _for(first), _next(next(open_items, ""))),
        *[_phase_line(reply.assessment_id, counted(phase)) for phase in reply.phases],
        actions(link_button("Go to the thread", reply.link, "roadmap")) if reply.link else None,
    )


def counted(phase: RoadmapMessage) -> PhaseCount:
    """How much of a phase is done; what is no longer needed counts nowhere."""
    wanted = [item for item in phase.items if item.state is not ItemState.OBSOLETE]
    done = sum(item.state is ItemState.DONE for item in wanted)
    return PhaseCount(phase=phase.phase, number=phase.number, done=done, total=len(wanted))


def _opened(reply: RoadmapCopy, phase: RoadmapMessage) -> Message:
    """One phase with its items, to tick; what belongs to them is edited by a menu."""
    shown = phase.items[:_MOST_ITEMS]
    left = len(phase.items) - len(shown)
    key = reply.assessment_id
    return beneath(
        section(f"{_phase(phase)} · {_done(counted(phase))} · {name(reply.name)}"),
        standing(phase),
        *[block for item in shown for block in _item(phase, item, edits=False)],
        context(f"{count(left, 'more item')} in the decision record.") if left else None,
        actions(
            _editing(key, shown),
            button("All phases", Act.PHASE, key, "", says=f"All phases of the roadmap of {reply.name}"),
            *_controls(phase),
        ),
    )


def _for(reply: RoadmapMessage | RoadmapOverview) -> str:
    named = NAME[reply.architecture]
    if not reply.is_likely:
        return f"Nothing is decided yet; this is for {named} so far."
    nearest = agreeing(reply.architecture, "comes", "come")
    return f"For {named}." if reply.passes else f"For {named}, which {nearest} closest; nothing passes yet."


def _editing(key: str, items: Sequence[ItemShown]) -> Block | None:
    """Owner, due date and note of any item."""
    wanted = [
        option(plain(item.title, _IN_MENU), value(key, item.id))
        for item in items
        if item.state is not ItemState.OBSOLETE
    ]
    return select("Edit: owner, due date, note", Act.EDIT_ITEM, wanted) if wanted else None


def told(reply: ItemTold) -> Message:
    """What a tick led to, where the message that was pressed cannot show it."""
    if reply.is_saved:
        return beneath(section(f"*{ours(reply.title)}* is saved. The roadmap in the thread shows it."))
    by = f" by {person(reply.by)}" if reply.by else ""
    at = f", {moment(reply.at)}" if reply.at else ""
    state = {
        ItemState.DONE: f"is done{by}{at}",
        ItemState.OPEN: f"is open again{by}{at}",
        ItemState.OBSOLETE: "is no longer needed",
    }
    return beneath(section(f"*{ours(reply.title)}* {state[reply.state]}."))
