"""Files on request: the decision record of one assessment, and tables of a channel or the workspace."""

from bot.commands import CommandBase, ExportRecord, ExportTables
from bot.dialogue import shown
from bot.dialogue.guard import is_of_this_place
from bot.dialogue.turn import PARENT, Gathered, Recalled, Say, Turn, privately, problem
from bot.exports import (
    Exported,
    RecordLink,
    answers_csv,
    build_record,
    failures_csv,
    render_json,
    reviews_csv,
)
from bot.replies import Confirmed, Done, Trouble, VerdictPicture
from bot.replies.home import RecordFile, TablesFile
from storage.records import DeliveryMethod

RECORD = "record"
"""The key of the record's Markdown file; the page's is this with a colon and its form."""


def record(command: ExportRecord, recalled: Recalled) -> Turn:
    """Put the decision record into the thread, as Markdown and as a page."""
    found = recalled.assessment
    if found is None:
        return problem(command, Trouble.NONE_DECIDED, in_thread=False)
    if not is_of_this_place(command, found):
        return problem(command, Trouble.NOT_FOUND, in_thread=False)
    if found.decision is None:
        return problem(command, Trouble.NOT_DECIDED, in_thread=False, name=found.name)
    gathered = recalled.gathered or Gathered()
    written = build_record(
        found,
        reviews=gathered.exported.reviews if gathered.exported else (),
        failures=gathered.exported.failures if gathered.exported else (),
        supersedes=_link(found.supersedes, gathered),
        superseded_by=_link(found.superseded_by, gathered),
        framework=recalled.framework,
    ).model_dump(mode="json")
    demands = shown.demands(found.decision.verdict, recalled.framework)
    picture = VerdictPicture(
        assessment_id=found.id, name=found.name, architecture=found.decision.verdict.verdict, demands=demands
    )
    stamp = f"{recalled.now:%Y%m%d%H%M%S}"
    files = (
        Say(DeliveryMethod.UPLOAD, RecordFile(form="md", record=written), key=f"{RECORD}:md:{stamp}", under=PARENT),
        Say(
            DeliveryMethod.UPLOAD,
            RecordFile(form="html", record=written, picture=picture if demands else None),
            key=f"{RECORD}:html:{stamp}",
            under=PARENT,
        ),
    )
    told = privately(command, Confirmed(done=Done.EXPORTED, name=found.name), in_thread=False)
    return Turn(says=(*files, told))


def _link(id_: str | None, gathered: Gathered) -> RecordLink | None:
    """The record before or after, by name and date where it is still there."""
    if not id_:
        return None
    found = next((one for one in gathered.chain if one.id == id_), None)
    decided = found.decision.at.date() if found and found.decision else None
    return RecordLink(id=id_, name=found.name if found else id_, decided_on=decided)


def tables(command: ExportTables, recalled: Recalled) -> Turn:
    """Answers, reviews and failures as files: of a channel in the channel, of a workspace to an admin alone."""
    gathered = recalled.gathered or Gathered()
    if command.is_workspace and not gathered.is_allowed:
        return problem(command, Trouble.NOT_ADMIN, in_thread=False)
    if command.is_workspace and not command.is_direct:
        return problem(command, Trouble.IN_DIRECT_ONLY, in_thread=False)
    exported = gathered.exported or Exported()
    if not exported.assessments:
        return problem(command, Trouble.NONE_HERE, in_thread=False)
    says = tuple(_table(command, name, title, content) for name, title, content in _contents(exported))
    return Turn(says=(*says, privately(command, Confirmed(done=Done.EXPORTED_TABLES), in_thread=False)))


def _contents(exported: Exported) -> tuple[tuple[str, str, str], ...]:
    return (
        ("answers.csv", "Answers", answers_csv(exported)),
        ("reviews.csv", "Reviews", reviews_csv(exported)),
        ("failures.csv", "Failures", failures_csv(exported)),
        ("ftrag.json", "Everything", render_json(exported)),
    )


def _table(command: CommandBase, name: str, title: str, content: str) -> Say:
    file = TablesFile(file_name=name, title=title, content=content)
    return Say(DeliveryMethod.UPLOAD, file, channel=command.channel, under=None, user=command.actor)
