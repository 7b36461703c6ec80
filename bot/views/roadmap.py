"""The roadmap as a checklist, one message a phase; a copy for one person; and what a tick answers."""

from bot.ids import Act, block_id, value
from bot.replies import ItemShown, ItemTold, RoadmapCopy, RoadmapMessage
from bot.views.architecture import NAME, PHASE
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    checkboxes,
    context,
    link_button,
    message,
    option,
    section,
    select,
)
from bot.views.tasks import standing
from bot.views.text import count, due, moment, name, ours, person, plain, typed
from rules.casing import upper_first
from rules.roadmap import Phase
from storage.records import ItemState

_MOST_ITEMS = 16
_REVIEW = "monthly_review"
"""The item that says when reviews come."""
_MOST_IN_COPY = 18
_IN_MENU = 40
"""How much of a title stands in the menu, which repeats what is above it."""


def roadmap(reply: RoadmapMessage) -> Message:
    """One phase: a box for each item, and what it means below."""
    shown = reply.items[:_MOST_ITEMS]
    left = len(reply.items) - len(shown)
    return message(
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
    return f"*Roadmap for {name(reply.name)}* · {reply.done} of {reply.total} done"


def _phase(reply: RoadmapMessage) -> str:
    likeliest = " (likeliest first)" if reply.phase == "failures" else ""
    return f"*{reply.number} {PHASE[reply.phase]}*{likeliest}"


def _item(reply: RoadmapMessage, item: ItemShown) -> list[Block | None]:
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
        section(meaning or "–", accessory=edit),
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
    gate = f" Done when: {ours(item.done_when)}" if is_gate else ""
    return [f"{ours(item.detail)}{gate}", line, note]


def _planned(reply: RoadmapMessage) -> str:
    if not reply.review:
        return ""
    return f"{upper_first(typed(reply.review, 200))} {typed(reply.review_zone, 60)} · {person(reply.review_owner)}"


def _new(item: ItemShown) -> str:
    if not item.is_new:
        return ""
    return f"*New:* {ours(item.why) or 'the answers as they are now call for it.'}"


def copy(reply: RoadmapCopy) -> Message:
    """The whole roadmap, short, for one person."""
    if not reply.phases:
        return message(section(f"*{name(reply.name)}* has no roadmap yet; it comes with the verdict."))
    first = reply.phases[0]
    room = _MOST_IN_COPY
    blocks: list[Block | None] = []
    for phase in reply.phases:
        blocks.append(section(_phase(phase)))
        blocks += [_short(phase, item) for item in phase.items[:room]]
        room = max(0, room - len(phase.items))
    total = sum(len(phase.items) for phase in reply.phases)
    left = total - min(total, _MOST_IN_COPY)
    return message(
        section(f"{_headline(first)}\n{_for(first)}"),
        *blocks,
        context(f"{count(left, 'more item')} in the thread.") if left else None,
        actions(
            _editing(reply),
            link_button("Go to the roadmap", reply.link, "roadmap") if reply.link else None,
        ),
    )


def _for(reply: RoadmapMessage) -> str:
    named = NAME[reply.architecture]
    return f"For {named}." if reply.passes else f"For {named}, which comes closest; nothing passes yet."


def _editing(reply: RoadmapCopy) -> Block | None:
    """Owner, due date and note of any item, as behind Edit in the thread."""
    wanted = [
        option(plain(item.title, _IN_MENU), value(reply.assessment_id, item.id))
        for phase in reply.phases
        for item in phase.items
        if item.state is not ItemState.OBSOLETE
    ]
    return select("Edit: owner, due date, note", Act.EDIT_ITEM, wanted[:_MOST_IN_COPY]) if wanted else None


def _short(phase: RoadmapMessage, item: ItemShown) -> Block:
    key = (phase.assessment_id, item.id)
    title = ours(item.title)
    if item.state is ItemState.OBSOLETE:
        return section(f"– {title}: no longer needed")
    if item.state is ItemState.DONE:
        by = f" · {person(item.done_by)}" if item.done_by else ""
        again = button("Reopen", Act.MARK, *key, "open", tail=item.id, says=f"Reopen: {item.title}")
        return section(f"✓ {title} · done{by}", accessory=again)
    owner = f" · {person(item.owner)}" if item.owner else ""
    until = f" · due {due(item.due)}" if item.due else ""
    done = button("Mark done", Act.MARK, *key, "done", tail=item.id, says=f"Mark done: {item.title}")
    return section(f"○ {title}{owner}{until}", accessory=done)


def told(reply: ItemTold) -> Message:
    """What a tick led to, where the message that was pressed cannot show it."""
    if reply.is_saved:
        return message(section(f"*{ours(reply.title)}* is saved. The roadmap in the thread shows it."))
    by = f" by {person(reply.by)}" if reply.by else ""
    at = f", {moment(reply.at)}" if reply.at else ""
    state = {
        ItemState.DONE: f"is done{by}{at}",
        ItemState.OPEN: f"is open again{by}{at}",
        ItemState.OBSOLETE: "is no longer needed",
    }
    return message(section(f"*{ours(reply.title)}* {state[reply.state]}."))
