"""What is asked of a review in words, and only its record or its form holds: why, its bar, its day."""

import re

from bot.commands import CommandBase, KeepAnswer, TypedText
from bot.dialogue import moving
from bot.dialogue.ask import open_key
from bot.dialogue.progress import open_fact
from bot.dialogue.review import reading
from bot.dialogue.review.standing import awake_review, coming, found_in
from bot.dialogue.standing import conclusion_of
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply, ToldAnswer
from rules.calendar import name_of
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import NAMES
from rules.hearing.following.review_asked import About, may_ask, read_asked
from rules.review.marks import share_in_words, tasks_in_words
from rules.review.told_list import task_of
from rules.review.values import MonthResult
from storage.records import Assessment, DeliveryMethod, Review, ReviewState, TaskResult

_NAMED = {
    "hold": "hold",
    "climb": "climb",
    "step down": "step_down",
    "fix first": "fix_first",
    "mend first": "fix_first",
}
"""What an outcome is called, by the words for it."""

_MEANINGS = {
    "hold": "Hold: keep what you run as it is until the next review. Nothing speaks for another architecture now.",
    "climb": "Climb: go on to an architecture that gives you more, since what you run does not give what you need.",
    "step_down": "Step down: go back to a smaller architecture, since it gives you what you need.",
    "fix_first": "Fix first: the architecture stays, and what failed is mended before anything else is changed.",
}
"""What each outcome means, by its name."""


def may_be(command: CommandBase) -> bool:
    """Whether the words may ask it: only then is it looked up which reviews there are."""
    return isinstance(command, TypedText) and bool(command.is_mention or command.review) and may_ask(command.text)


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """The answer; None where nothing of the kind is asked, or there is nothing to tell of it."""
    found = read_asked(text) if may_be(command) and assessment.decision is not None else None
    if found is None:
        return None
    about, named = found
    if about is About.LEFT:
        is_of_it = command.is_mention or "we" in text.casefold().split()  # "is it ready?" is asked of a colleague
        return _left(assessment, command, recalled) if command.review and is_of_it else None
    if not command.is_mention:
        return None
    if about is About.KEEP:
        return _kept(assessment, command, recalled)
    if about is About.COUNTS:
        return _counted(assessment, command, recalled)
    tells = {
        About.OUTCOME: _outcome,
        About.BAR: _bar,
        About.LATE: _late,
        About.MEANS: _means,
        About.PASSED: _passed,
        About.DECIDED: _decided,
        About.TREND: _trend,
        About.TASK: _of_task,
    }[about]
    says = tells(assessment, recalled, named)
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=says)
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),)) if says else None


def _left(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """What the review lacks in whose thread it is asked; that it is over where it is."""
    review = found_in(recalled, command.review)
    if review is None:
        return None
    of_it = f"The review of {name_of(review.month)}"
    lacking = listed([task.name for task in assessment.golden_tasks if task.id not in review.results])
    is_open = review.state is ReviewState.OPEN
    says = [f"{of_it} is {review.state}, so nothing is missing."]
    if is_open:
        says = [f"No result stands yet for {lacking}."] if lacking else []
        says += ["Nobody has said yet whether anything has changed."] if review.changed is None else []
        says = (
            [*says, f"{of_it} can be finished at any time."]
            if says
            else [f"Nothing is missing: {lower_first(of_it)} can be finished."]
        )
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=tuple(says))
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _of_task(assessment: Assessment, _: Recalled, named: str) -> tuple[str, ...]:
    """The bar of the golden task that is named; nothing where none is."""
    at = task_of(named, [(task.name, *task.also_called) for task in assessment.golden_tasks])
    if at is None:
        return ()
    task = assessment.golden_tasks[at]
    if not task.bar:
        return (f"“{task.name}” has no bar of its own, so every run has to pass.",)
    return (f"The bar of “{task.name}” is {task.bar}.", f"To change it, say “bar of {task.name}: 9 of 10”.")


def _kept(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """The question that was opened again closed, as its button does it."""
    fact = open_fact(assessment)
    if fact is None and open_key(assessment) is None:
        said = "It stays as it stands; nothing was changed by that."
        return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=(said,))),))
    if fact is None or fact not in assessment.answers or command.is_edited:
        return None
    return moving.keep(assessment, KeepAnswer(**command.about(assessment_id=assessment.id, fact=fact)), recalled)


def _counted(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """Where counts are corrected: kind by kind, which a number alone does not tell."""
    review = awake_review(assessment, recalled)
    if review is None or open_key(assessment) is not None:
        return None
    said = "Failures are counted kind by kind, so nothing was changed yet."
    how = "Press Change, or Correct the counts at the review’s message, and set each kind."
    reply = HeardReply(assessment_id=assessment.id, typed="", says=(said, how), review=review.month)
    return Turn(says=(privately(command, reply),))


def _outcome(_: Assessment, recalled: Recalled, named: str) -> tuple[str, ...]:
    """Why the last finished review says what it says; nothing where it says another thing."""
    last = reading.last_finished(recalled)
    concluded = conclusion_of(last) if last else None
    is_fix = concluded is not None and concluded.advice == "fix_first" and named == "hold"
    if last is None or concluded is None or not (is_fix or concluded.advice == _NAMED[named]):
        return ()
    says = (f"The review of {name_of(last.month)}: {concluded.because}", concluded.results, concluded.bar_words)
    return tuple(filter(None, says))


def _means(_: Assessment, __: Recalled, named: str) -> tuple[str, ...]:
    return (_MEANINGS[_NAMED[named]],)


def _bar(assessment: Assessment, _: Recalled, named: str) -> tuple[str, ...]:
    """What the share comes to in the golden tasks that there are, and how it is changed."""
    share, count = share_in_words(assessment.bar), len(assessment.golden_tasks)
    is_it = not named or re.findall(r"\d+", named)[:1] == re.findall(r"\d+", share)[:1]
    if not (count and is_it):
        return ()
    whose = "Your bar" if assessment.bar else "The usual bar"
    words = tasks_in_words(assessment.bar, count)
    needed = int(words.partition(" ")[0])
    fewer = f", since {needed - 1} of {count} would be {round(100 * (needed - 1) / count)} of 100" if needed > 1 else ""
    return (
        f"{whose} is {share} golden tasks. With {count} that is {words}{fewer}.",
        f"To change it, say “{max(needed - 1, 1)} of {count} golden tasks have to pass”.",
    )


def _passed(assessment: Assessment, recalled: Recalled, named: str) -> tuple[str, ...]:
    """How the golden tasks did in the review that stands open or was finished last, or in that of a month."""
    review = awake_review(assessment, recalled) if not named else None
    if review is not None and not review.results:
        return (f"In the review of {name_of(review.month)} no golden task has a result yet.",)
    if review is not None:
        marks = reading.marks(assessment, review)
        parts = (
            (TaskResult.PASS, "passed"),
            (TaskResult.FAIL, "failed"),
            (TaskResult.COULD_NOT_JUDGE, "could not be judged"),
            (TaskResult.NOT_RUN, "not run"),
        )
        told = [(listed([mark.name for mark in marks if mark.result is result]), words) for result, words in parts]
        so_far = "; ".join(f"{names} {words}" for names, words in told if names)
        return (f"In the review of {name_of(review.month)}, so far: {so_far}.",)
    finished = _of_month(recalled, named)
    concluded = conclusion_of(finished) if finished else None
    if finished is None or concluded is None:
        when = f" in {_months(named)}" if named else " yet"
        next_one = f"they are run in a review, and {coming(assessment, recalled)}."
        return (f"No run of the golden tasks is recorded{when}: {next_one}",)
    return tuple(filter(None, (f"The review of {name_of(finished.month)}: {concluded.results}", concluded.bar_words)))


def _decided(assessment: Assessment, recalled: Recalled, named: str) -> tuple[str, ...]:
    """What came of the last finished review, or of that of a month; and whether the decision fell in it."""
    finished = _of_month(recalled, named)
    concluded = conclusion_of(finished) if finished else None
    if finished is not None and concluded is not None:
        words = next(words for words, advice in _NAMED.items() if advice == concluded.advice)
        said = f"The review of {name_of(finished.month)} said: {words}. {concluded.because}"
        return tuple(filter(None, (said, concluded.results, concluded.bar_words)))
    decision = assessment.decision
    if decision is not None and named and decision.at.month == int(named):
        verdict = decision.verdict.verdict
        return (f"{upper_first(NAMES[verdict])} was decided in {_months(named)}; no review was finished in it.",)
    return (f"No review was finished{f' in {_months(named)}' if named else ' yet'}: {coming(assessment, recalled)}.",)


def _trend(assessment: Assessment, recalled: Recalled, _: str) -> tuple[str, ...]:
    """The golden tasks and failures of the last two finished reviews side by side, or why there are none."""
    months = [one for one in reading.history(assessment, tuple(reversed(recalled.reviews))) if not one.was_missed]
    if not months:
        return (f"Nothing to compare yet: no review was finished, and {coming(assessment, recalled)}.",)
    told = tuple(_in_numbers(one) for one in months[-2:])
    if len(months) == 1:
        return (
            f"Nothing to compare yet: one review was finished, and {coming(assessment, recalled)}.",
            *told,
        )
    return told


def _in_numbers(month: MonthResult) -> str:
    ran, failures = month.passed + month.failed, sum(month.failures.values())
    tasks = f"{month.passed} of {ran} golden tasks passed" if ran else "no golden task was run"
    return f"{name_of(month.month)}: {tasks}, {failures} {'failure' if failures == 1 else 'failures'}."


def _of_month(recalled: Recalled, named: str) -> Review | None:
    """The last finished review, or the last one of this month's number."""
    finished = [one for one in recalled.reviews if one.state is ReviewState.FINISHED]
    return next((one for one in finished if not named or int(one.month[-2:]) == int(named)), None)


def _months(named: str) -> str:
    return name_of(f"2000-{int(named):02}").partition(" ")[0]


def _late(assessment: Assessment, recalled: Recalled, _: str) -> tuple[str, ...]:
    """When the newest review came, that it was late, and when the next one comes."""
    newest = next(iter(recalled.reviews), None)
    if newest is None or assessment.schedule is None:
        return ()
    of = f"The review of {name_of(newest.month)}"
    why = f"{of} came late, because I was away when it was due." if newest.outcome.get(reading.LATE) else ""
    is_open = newest.state is ReviewState.OPEN and assessment.schedule.snoozed_until is None
    stands = f"{of} stands open in the channel." if is_open else f"{upper_first(coming(assessment, recalled))}."
    return tuple(filter(None, (why, stands)))
