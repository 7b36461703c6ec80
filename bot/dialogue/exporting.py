"""Files on request: the decision record of one assessment, and tables of a channel or the workspace."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from bot.commands import DeliveryFailed, ExportRecord, ExportTables
from bot.dialogue import shown
from bot.dialogue.guard import named_decision
from bot.dialogue.review import reading
from bot.dialogue.turn import (
    NO_FILES,
    PARENT,
    Gathered,
    Recalled,
    Say,
    Turn,
    at_address,
    directly,
    privately,
    problem,
)
from bot.exports import FORMS, PORTFOLIO, PORTFOLIO_FORM, DecisionRecord, Kept, TableKind, build_record, link_to
from bot.pictures.plans import MOST_ON_PAGE
from bot.replies import Confirmed, Done, HistoryPicture, Problem, Trouble, VerdictPicture
from bot.replies.home import ExportAsk, RecordFile, TablesFile
from bot.runtime.secrets import all_covered, secrets_in, texts
from rules.framework import Framework
from rules.review import BAR
from storage.records import Assessment, Decision, DeliveryMethod

RECORD, TABLES, CALENDAR = "record", "tables", "calendar"
"""How the keys of these files begin; a form or a table follows, and when it was asked for."""
TO_ME, KEEP = "me", "keep"
"""What people choose before an export leaves."""
_TITLES: dict[str, str] = {
    TableKind.ANSWERS: "Answers",
    TableKind.REVIEWS: "Reviews",
    TableKind.FAILURES: "Failures",
    TableKind.EVERYTHING: "Everything",
    PORTFOLIO: "Portfolio",
}


class Written(NamedTuple):
    """A decision record, and what its page's pictures show; None where there is nothing to draw."""

    record: DecisionRecord
    picture: VerdictPicture | None
    history: HistoryPicture | None


def written(
    assessment: Assessment, decision: Decision, kept: Kept, framework: Framework, names: Mapping[str, str] | None = None
) -> Written:
    """The record of a decision; `names` turns ids into names."""
    before = kept.before[0] if kept.before else None
    record = build_record(
        assessment,
        reviews=kept.reviews,
        failures=kept.failures,
        answers=kept.answers,
        blind=kept.blind,
        supersedes=link_to(before, assessment.supersedes, kept.links.get(assessment.supersedes or "", "")),
        superseded_by=link_to(kept.after, assessment.superseded_by, kept.links.get(assessment.superseded_by or "", "")),
        version=len(kept.before) + 1,
        thread=kept.links.get(assessment.id, ""),
        names=names,
        framework=framework,
    )
    demands = shown.demands(decision.verdict, framework)
    drawn = {"assessment_id": assessment.id, "name": assessment.name}
    outcome = {"architecture": decision.verdict.verdict, "passes": decision.verdict.passes, "demands": demands}
    picture = VerdictPicture.model_validate({**drawn, **outcome}) if demands else None
    months = reading.history(assessment, kept.reviews)[-MOST_ON_PAGE:]
    bar = next((float(one.outcome["bar"]) for one in reversed(kept.reviews) if "bar" in one.outcome), BAR)
    history = HistoryPicture(**drawn, month=months[-1].month, results=months, bar=bar) if months else None
    return Written(record, picture, history)


def record(command: ExportRecord, recalled: Recalled) -> Turn:
    """Put the decision record into the thread, as Markdown and as a page."""
    named = named_decision(command, recalled.assessment, Trouble.NONE_DECIDED, though_ended=True)
    if isinstance(named, Turn):
        return named
    (assessment, decision), gathered = named, recalled.gathered or Gathered()
    if not gathered.can_send_files:
        return problem(command, Trouble.NO_FILES, in_thread=False, name=assessment.name)
    made = written(assessment, decision, gathered.kept or Kept(), recalled.framework, gathered.names)
    json = made.record.model_dump(mode="json")
    secrets = 0 if command.secrets else secrets_in(texts(json))
    if secrets:
        asked = ExportAsk(secrets=secrets, assessment_id=assessment.id, name=assessment.name)
        return Turn(says=(privately(command, asked, in_thread=False),))
    if command.secrets != KEEP:
        json = all_covered(json)
    page = RecordFile(form="html", record=json, picture=made.picture, history=made.history)
    stamp = f"{recalled.now:%Y%m%d%H%M%S}"
    files = tuple(
        Say(
            DeliveryMethod.UPLOAD,
            file,
            message_key=f"{RECORD}:{file.form}:{stamp}",
            under_key=PARENT,
            user=command.actor,
        )
        for file in (RecordFile(form="md", record=json), page)
    )
    return Turn(says=(*files, _arrived(command, Confirmed(done=Done.EXPORTED, name=assessment.name), stamp)))


def _arrived(command: ExportRecord | ExportTables, told: Confirmed, stamp: str) -> Say:
    """Said behind the files, and not at all where one of them does not arrive."""
    said = privately(command, told, in_thread=False)
    return replace(said, is_after=True, dedupe_key=_arrived_key(command.actor, stamp))


def _arrived_key(actor: str, stamp: str) -> str:
    return f"arrived:{actor}:{stamp}"


def places(command: ExportTables) -> tuple[str, ...] | None:
    """The channels whose tables are wanted; None for all. What was moved into a direct message is kept by person."""
    if command.is_workspace:
        return None
    return (command.channel, command.actor) if command.is_direct else (command.channel,)


def tables(command: ExportTables, recalled: Recalled) -> Turn:
    """Answers, reviews and failures as files: of a channel in the channel, of a workspace to an admin alone."""
    gathered = recalled.gathered or Gathered()
    if command.is_workspace and not gathered.is_allowed:
        return problem(command, Trouble.NOT_ADMIN, in_thread=False)
    if command.is_workspace and not command.is_direct:
        return problem(command, Trouble.IN_DIRECT_ONLY, in_thread=False)
    if gathered.is_empty:
        return problem(command, Trouble.NONE_HERE, in_thread=False)
    if not gathered.can_send_files:
        return problem(command, Trouble.NO_FILES, in_thread=False)
    asks_where = not (command.to or command.is_workspace or command.is_direct)
    if asks_where or gathered.secrets:
        asked = ExportAsk(asks_where=asks_where, secrets=gathered.secrets, is_workspace=command.is_workspace)
        return Turn(says=(privately(command, asked, in_thread=False),))
    stamp = f"{recalled.now:%Y-%m-%d-%H%M%S}"
    forms = {**FORMS, PORTFOLIO: PORTFOLIO_FORM} if command.is_workspace else FORMS
    says = tuple(_table(command, kind, form, stamp, recalled) for kind, form in forms.items())
    told = _arrived(command, Confirmed(done=Done.EXPORTED_TABLES), stamp)
    if command.to == TO_ME and not command.is_direct:  # in another line than the files, so it cannot come behind them
        told = privately(command, Confirmed(done=Done.EXPORTED_TO_YOU), in_thread=False)
    return Turn(says=(*says, told))


def _table(command: ExportTables, kind: str, form: str, stamp: str, recalled: Recalled) -> Say:
    """One file, which is written when it is sent: its name tells it from those of every other export."""
    about = {"tenant": command.tenant, "table": str(kind), "channels": places(command), "title": _TITLES[kind]}
    about |= {"names": dict(recalled.gathered.names) if recalled.gathered else {}, "covers": command.secrets != KEEP}
    asked_at = recalled.now if kind == PORTFOLIO else None
    file = TablesFile.model_validate({**about, "file_name": f"ftrag-{kind}-{stamp}.{form}", "asked_at": asked_at})
    to = command.actor if command.to == TO_ME and not command.is_direct else command.channel
    return Say(DeliveryMethod.UPLOAD, file, message_key=f"{TABLES}:{kind}:{stamp}", channel=to, user=command.actor)


def undelivered(command: DeliveryFailed, name: str = "") -> Turn:
    """A file that Slack did not take: the one who asked for it hears so once, however many files there were."""
    what, _, rest = (command.message_key or "").partition(":")
    trouble = Trouble.NO_FILES if command.error in NO_FILES else Trouble.FILE_REFUSED
    reply = Problem(trouble=trouble, name=name, detail=command.error)
    asked = rest.partition(":")[2]
    dedupe = f"undelivered:{what}:{command.assessment_id}:{command.actor}:{asked}"
    told = directly(command.actor, reply)
    if command.response_url:
        told = at_address(command.response_url, command.actor, reply, command.channel)
    return Turn(says=(replace(told, dedupe_key=dedupe),), cancels=(_arrived_key(command.actor, asked),))


def is_of_export(command: DeliveryFailed) -> bool:
    """Whether what failed is a file that somebody asked for."""
    is_file = command.method is DeliveryMethod.UPLOAD and bool(command.actor)
    return is_file and (command.message_key or "").partition(":")[0] in {RECORD, TABLES, CALENDAR}
