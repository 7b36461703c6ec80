"""Results that an evaluation tool wrote: told in the thread once a file, and taken over into a review at a press.

What was read is kept, so that an open review or the next one can use it; nothing is marked unasked. The same content
counts once. What the message offers (close names, changes of facts) was not offered by a file before it.
"""

from dataclasses import replace

from bot.commands import KeepResults, NameTask, ReadResults, UseResults
from bot.dialogue.ask import changed
from bot.dialogue.guard import ENDED
from bot.dialogue.review import reading
from bot.dialogue.review.kept import Reading, marked, new_offers, reading_of, shown_of, taken_over
from bot.dialogue.review.sharing import over
from bot.dialogue.review.standing import awake_review
from bot.dialogue.review.working import saved
from bot.dialogue.schedule import next_at
from bot.dialogue.turn import Recalled, Say, Turn, directly, edit, post, privately, problem
from bot.errors import NotRead
from bot.replies import BelowBar, HeardReply, ResultsAside, Trouble
from bot.results.summary import Summary
from rules.review.evaluation import Evaluation
from rules.review.marks import Mark
from storage.records import Assessment, ResultFile, Review

_INSTEAD = (
    "These are kept in the place of the results that were kept before: the next review opens with one file. "
    "Others can be used there, too, once it is open."
)


def results_key(digest: str) -> str:
    """The key of the message that tells of a file."""
    return f"results:{digest}"


def read(assessment: Assessment, command: ReadResults, recalled: Recalled) -> Turn:
    """Tell what the file says, and keep it; the same content again is said to be known."""
    if assessment.decision is None or assessment.state in ENDED:
        return Turn()
    digest = command.summary.digest
    known = _file(recalled, digest)
    if known is not None:
        return _known(assessment, command, known)
    file = ResultFile(
        tenant=assessment.tenant,
        assessment_id=assessment.id,
        digest=digest,
        at=recalled.now,
        by=command.actor,
        way=command.way,
        read=command.summary.model_dump(mode="json"),
    )
    review = awake_review(assessment, recalled)
    found = reading_of(assessment, file, recalled)
    file = file.model_copy(update={"offered": new_offers(found, recalled)})
    told = shown_of(assessment, file, found, recalled, review)
    says = post(told, results_key(digest), dedupe_key=f"results:{assessment.id}:{digest}")
    below = () if review else _below(assessment, found, recalled)
    return Turn(says=(says, *below, *over(command.name, command.progress)), result_files=(file,))


def _known(assessment: Assessment, command: ReadResults, known: ResultFile) -> Turn:
    """The same content was read before: whoever shared it hears so; over other ways it was said there."""
    done = over(command.name, command.progress)
    if not command.actor:
        return Turn(says=done)
    told = ResultsAside(why=NotRead.KNOWN, feature=assessment.name, file=command.name, at=known.at)
    return Turn(says=(privately(command, told), *done))


def use(assessment: Assessment, review: Review, command: UseResults, recalled: Recalled) -> Turn:
    """Mark the golden tasks as the file has them, and add its failures to those that were logged."""
    file = _file(recalled, command.digest)
    return _use(assessment, review, file, command, recalled)


def keep(assessment: Assessment, command: KeepResults, recalled: Recalled) -> Turn:
    """Use them in the next review; where one was opened meanwhile, in that one."""
    file, review = _file(recalled, command.digest), awake_review(assessment, recalled)
    if review is not None:
        return _use(assessment, review, file, command, recalled)
    if file is None or _choice(assessment, file, command.place, recalled) is None:
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    kept = file.model_copy(update={"place": command.place, "taken_by": command.actor})
    others = tuple(
        one.model_copy(update={"place": None, "taken_by": None})
        for one in recalled.result_files
        if one.digest != file.digest and one.place is not None and not one.used_in
    )
    says = tuple(_again(assessment, one, recalled, None) for one in (kept, *others))
    turn = Turn(says=says, result_files=(kept, *others))
    if not others:
        return turn
    told = HeardReply(assessment_id=assessment.id, typed="", says=(_INSTEAD,))
    return turn.saying(privately(command, told))


def name_task(assessment: Assessment, command: NameTask, recalled: Recalled) -> Turn:
    """Somebody said whether a close name is a golden task: remembered, and the file is read anew by it."""
    file = _file(recalled, command.digest)
    if file is None or all(task.id != command.task for task in assessment.golden_tasks):
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    field = "also_called" if command.is_same else "not_called"
    tasks = tuple(
        task.model_copy(update={field: tuple(dict.fromkeys((*getattr(task, field), command.called)))})
        if task.id == command.task
        else task
        for task in assessment.golden_tasks
    )
    after = changed(assessment, recalled, golden_tasks=tasks)
    review = awake_review(after, recalled)
    turn = Turn((after,), (_again(after, file, recalled, review),))
    if review is None or file.used_in != review.month or file.place is None:
        return turn
    evaluations = reading_of(after, file, recalled).evaluations
    more = saved(after, marked(review, evaluations[file.place]), recalled)
    return Turn(turn.assessments, (*turn.says, *more.says), reviews=more.reviews)


def prefilled(assessment: Assessment, review: Review, recalled: Recalled) -> Turn:
    """A review that opens, with the results that somebody chose for it; the message of their file says so."""
    chosen = next((file for file in reading.unused_files(recalled) if file.place is not None), None)
    evaluation = _choice(assessment, chosen, chosen.place or 0, recalled) if chosen else None
    if chosen is None or evaluation is None:
        return Turn(reviews=(review,))
    taken = chosen.model_copy(update={"used_in": review.month})
    told = _again(assessment, taken, recalled, review)
    return Turn(says=(told,), reviews=(taken_over(review, taken, evaluation),), result_files=(taken,))


def _use(
    assessment: Assessment,
    review: Review,
    file: ResultFile | None,
    command: UseResults | KeepResults,
    recalled: Recalled,
) -> Turn:
    evaluation = _choice(assessment, file, command.place, recalled) if file else None
    if file is None or evaluation is None:
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    taken = file.model_copy(update={"used_in": review.month, "place": command.place, "taken_by": command.actor})
    after = Turn(result_files=(taken,)).recalled_after(recalled)
    turn = saved(assessment, taken_over(review, taken, evaluation), after)
    return replace(turn, says=(*turn.says, _again(assessment, taken, after, review)), result_files=(taken,))


def _choice(assessment: Assessment, file: ResultFile, place: int, recalled: Recalled) -> Evaluation | None:
    """What the file says with the provider at this place; None where a review uses it, or there is no such provider."""
    evaluations = reading_of(assessment, file, recalled).evaluations
    return evaluations[place] if not file.used_in and 0 <= place < len(evaluations) else None


def _again(assessment: Assessment, file: ResultFile, recalled: Recalled, review: Review | None) -> Say:
    """The message of a file as it stands now, at the version under which it was read."""
    told = shown_of(assessment, file, reading_of(assessment, file, recalled), recalled, review)
    return replace(edit(told, results_key(file.digest)), about=file.assessment_id)


def _file(recalled: Recalled, digest: str) -> ResultFile | None:
    return next((file for file in recalled.result_files if file.digest == digest), None)


def _below(assessment: Assessment, found: Reading, recalled: Recalled) -> tuple[Say, ...]:
    """Between two reviews the owner hears once that the results fell below the bar."""
    one = _counting(found, recalled)
    schedule = assessment.schedule
    if one is None or not one.is_below:
        return ()
    last = reading.last_finished(recalled)
    told = BelowBar(
        name=assessment.name,
        channel=assessment.channel,
        words=one.words,
        failed=tuple(task.name for task in one.tasks if task.mark is Mark.FAILED),
        next_at=next_at(assessment, recalled.now),
    )
    owner = schedule.owner if schedule else assessment.started_by
    return (directly(owner, told, dedupe_key=f"below_bar:{assessment.id}:{last.month if last else 'first'}"),)


def _counting(found: Reading, recalled: Recalled) -> Evaluation | None:
    """The evaluation that counts: the only one, or that of the provider which the team took last."""
    if len(found.evaluations) <= 1:
        return next(iter(found.evaluations), None)
    taken = next((file for file in recalled.result_files if file.place is not None), None)
    names = _providers(taken) if taken else ()
    place = taken.place if taken and taken.place is not None else -1
    wanted = names[place] if 0 <= place < len(names) else None
    return next((one for one in found.evaluations if one.provider == wanted), None)


def _providers(file: ResultFile) -> tuple[str, ...]:
    return tuple(dict.fromkeys(task.provider for task in Summary.model_validate(file.read).tasks))
