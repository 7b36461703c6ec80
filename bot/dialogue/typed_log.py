"""The failure log in words: the kind of a failure that was typed, what is taken back, and what is asked of the log.

A kind is taken for the last failure while nobody has sorted it, or its own logger corrects it at once; one that is
named by its words is found among the newest. Only who logged a failure changes its kind, as with the buttons.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.commands import CommandBase, TypedText
from bot.dialogue import log_told
from bot.dialogue.ask import open_key
from bot.dialogue.guard import ENDED
from bot.dialogue.log_told import LABELS, SHOWN, by_age, standing_in
from bot.dialogue.meant import open_here
from bot.dialogue.names import clean
from bot.dialogue.review.logged import is_just_logged, put_into, withdrawn
from bot.dialogue.turn import Recalled, Say, Turn, privately, problem
from bot.dialogue.wording import listed
from bot.replies import HeardReply, Trouble
from rules.casing import lower_first
from rules.hearing import Choice, Heard
from rules.hearing.following.kinds import (
    ToldKind,
    listed_kinds,
    may_tell_kind,
    same_words,
    speaks_of_log,
    told_kinds,
)
from rules.hearing.following.withdrawals import Withdrawal, read_withdrawal
from rules.review.told_buckets import bucket_of
from storage.records import Assessment, Bucket, LoggedFailure

_JUST = timedelta(hours=1)
"""How long a failure has just been logged, where its logger answered nothing since."""
_NAMED = 3
"""Failures that are named where none is meant."""
_NAMED_ALIKE = {"ops", "failure"}
"""Facts of which an answer may be called as a kind of failure is."""


def may_be(command: CommandBase) -> bool:
    """Whether the words may be about the log: only then is it looked up what stands there."""
    if not (isinstance(command, TypedText) and command.is_mention):
        return False
    is_of_it = log_told.is_asked(command.text) or speaks_of_log(command.text)
    return is_of_it or may_tell_kind(command.text) or read_withdrawal(command.text) is not None


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard) -> Turn | None:
    """What the line asks of the log or puts right in it; None where it is about something else.

    While a question stands open only the kind of what was just logged is heard, and what is taken back by its words;
    `heard` is what the line is taken for otherwise.
    """
    is_over = assessment.decision is None or assessment.state in ENDED
    if is_over or not may_be(command) or command.is_edited:
        return None
    is_asking = open_key(assessment) is not None
    answer = log_told.told(assessment, command, text, recalled, is_asking=is_asking)
    if answer is not None:
        return answer
    withdrawal = read_withdrawal(text)
    if withdrawal is not None:
        return _withdrawn(assessment, command, withdrawal, recalled)
    kinds = listed_kinds(text) or told_kinds(text)
    if is_asking and not (_is_fresh(assessment, command, recalled) and _is_no_answer(assessment, kinds, heard)):
        return None
    found = [(kind, _meant(assessment, command, kind, recalled)) for kind in kinds]
    before = [[one for _, meant in found[:at] for one in meant] for at in range(len(found))]
    found = [
        (kind, [one for one in meant if one not in told]) for (kind, meant), told in zip(found, before, strict=True)
    ]
    return _all_sorted(assessment, command, found, recalled) if found and all(meant for _, meant in found) else None


def asked_back(
    assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard
) -> Turn | None:
    """What is asked back where words of the log name no failure that stands in it; None where they are none.

    They answer no question after the verdict: "failures classified: parcel safety" tells nothing of the prompt.
    """
    is_over = assessment.decision is None or assessment.state in ENDED or open_key(assessment) is not None
    if is_over or not command.is_mention or command.is_edited:
        return None
    offered = {offer.fact for offer in heard.offers if isinstance(offer, Choice)}
    is_taken = bool(_NAMED_ALIKE & {*heard.saves, *offered})
    if not (listed_kinds(text) or (is_taken and speaks_of_log(text))):
        return None
    newest = [f"“{clean(one.what, SHOWN)}”" for one in standing_in(recalled)[:_NAMED]]
    says = "That is said of the failure log, and none in it goes by these words. Nothing was written down."
    which = f"The last ones: {listed(newest)}. Say which one and its kind, such as “the last one was a tool error”."
    how = "A new one is logged by what happened, several as “failures: …; …; …”."
    told = (says, *([which] if newest else []), how)
    return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=told)),))


def _is_fresh(assessment: Assessment, command: TypedText, recalled: Recalled) -> bool:
    """Whether the person's last failure has just been logged, and nothing was answered by them since."""
    own = next((one for one in standing_in(recalled) if one.by == command.actor), None)
    answered = (answer.at for answer in assessment.answers.values() if answer.by == command.actor)
    return own is not None and recalled.now - own.at <= _JUST and own.at >= max(answered, default=own.at)


def _is_no_answer(assessment: Assessment, kinds: tuple[ToldKind, ...], heard: Heard) -> bool:
    """Whether the words are no answer to the open question: a bare "search" is one where it is asked for."""
    fact = open_here(assessment)
    return not any(kind.is_bare for kind in kinds) or fact not in _NAMED_ALIKE or fact not in heard.saves


def _meant(assessment: Assessment, command: TypedText, kind: ToldKind, recalled: Recalled) -> list[LoggedFailure]:
    """The failures of which the kind is told; none where it may be said of anything else."""
    standing, is_fresh = standing_in(recalled), _is_fresh(assessment, command, recalled)
    if not standing or (kind.is_loose and not is_fresh):
        return []
    if kind.which:
        return [one for one in standing if same_words(kind.which, one.what)][:1]
    own = [one for one in standing if one.by == command.actor]
    if kind.places:
        return _at_places(kind.places, own, recalled) if is_fresh else []
    together = [one for one in own if one.at == own[0].at] if is_fresh else []
    if kind.is_own or kind.is_others:
        return own[:1] if kind.is_own else together
    if kind.is_all:
        unsorted = [one for one in own if one.bucket is Bucket.UNCLASSIFIED]
        return (unsorted or together)[: kind.at_most or None]
    newest = standing[0]
    is_own = is_fresh and newest.by == command.actor and (kind.is_corrected or not kind.is_bare)
    return [newest] if newest.bucket is Bucket.UNCLASSIFIED or is_own else []


def _at_places(places: tuple[int, ...], own: list[LoggedFailure], recalled: Recalled) -> list[LoggedFailure]:
    """Those of the person's last line, or else of the last hour, that stand at these places.

    A place that none of them has any more is counted with those that were taken back since.
    """
    told = _told_together(own, recalled)
    if not all(-len(told) <= place <= len(told) for place in places):
        told = _told_together([one for one in by_age(recalled) if one.by == own[0].by], recalled)
    is_there = all(-len(told) <= place <= len(told) for place in places)
    found = [told[place - 1 if place > 0 else place] for place in places] if is_there else []
    return [one for one in found if one.withdrawn_at is None]


def _told_together(own: list[LoggedFailure], recalled: Recalled) -> list[LoggedFailure]:
    """What one line told last, in its order, or else what was told in the last hour."""
    together = [one for one in own if one.at == own[0].at]
    told = together if len(together) > 1 else [one for one in own if recalled.now - one.at <= _JUST]
    return told[::-1]


def _all_sorted(
    assessment: Assessment, command: TypedText, told: list[tuple[ToldKind, list[LoggedFailure]]], recalled: Recalled
) -> Turn:
    """Each of them under its kind, and what was done said to the one who typed."""
    others = next((one.by for _, found in told for one in found if one.by != command.actor), None)
    if others is not None:
        return Turn(says=(_not_yours(assessment, command, others),))
    turn, says = Turn(), []
    for kind, found in told:
        for one in found:
            step = put_into(assessment, one, _bucket(kind, one), _recalled_for(recalled, one))
            turn = Turn(says=(*turn.says, *step.says), failures=(*turn.failures, *step.failures))
            recalled = replace(recalled, log=tuple(step.failures[0] if one.id == each.id and step.failures else each
                                                   for each in recalled.log))  # fmt: skip
        what = f"“{clean(found[0].what, SHOWN)}”" if len(found) == 1 else f"{len(found)} failures"
        label = lower_first(LABELS[_bucket(kind, found[0])])
        says.append(f"{what}: {'each counts' if len(found) > 1 else 'it counts'} as {label}.")
    says.append("Correct, at its message in the thread, changes it.")
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=tuple(says))))


def _bucket(kind: ToldKind, failure: LoggedFailure) -> Bucket:
    """Where it goes: a kind that it was not takes it out of that one alone."""
    is_elsewhere = bool(kind.denied) and failure.bucket not in kind.denied
    return failure.bucket if is_elsewhere else Bucket(kind.bucket)


def _withdrawn(assessment: Assessment, command: TypedText, wanted: Withdrawal, recalled: Recalled) -> Turn | None:
    """The failure that is named, or the last, kept in the record and counted no more; its own logger may say so."""
    standing = standing_in(recalled)
    last = _wanted(assessment, command, wanted, standing, recalled)
    if last is None and wanted.is_loose and not _is_of_the_log(assessment, wanted.which, recalled):
        return None
    if last is None:
        what = clean(standing[0].what, SHOWN) if standing else ""
        none = f"No failure goes by “{clean(wanted.which, SHOWN)}”; the last one is “{what}”."
        says = (none if what else "No failure stands in the log.", "Nothing was taken back.")
        return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=says)),))
    if last.by != command.actor:
        return Turn(says=(_not_yours(assessment, command, last.by),))
    turn = withdrawn(assessment, last, _recalled_for(recalled, last))
    told = f"Taken back: the failure “{clean(last.what, SHOWN)}” is not counted any more."
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=(told,))))


def _wanted(
    assessment: Assessment, command: TypedText, wanted: Withdrawal, standing: list[LoggedFailure], recalled: Recalled
) -> LoggedFailure | None:
    """The failure that is to go: by its words, by its place in what was told, or the last one."""
    if wanted.which:
        by_words = (one for one in standing if same_words(wanted.which, one.what))
        return next(by_words, None) or _of_kind(wanted.which, standing)
    if (wanted.is_loose or wanted.place) and not _is_fresh(assessment, command, recalled):
        return None
    if wanted.is_it and not is_just_logged(recalled):
        return None
    if wanted.place:
        own = [one for one in standing if one.by == command.actor]
        return next(iter(_at_places((wanted.place,), own, recalled)), None)
    return next(iter(standing), None)


def _is_of_the_log(assessment: Assessment, which: str, recalled: Recalled) -> bool:
    """Whether "the ... one" may be a failure at all, where none goes by it: an answer goes by its topic or words."""
    topics = (
        f"{question.topic} {fact} {' '.join(option.label for option in question.options)}"
        for fact, question in recalled.framework.by_fact.items()
    )
    return bool(which) and open_key(assessment) is None and not same_words(which, " ".join(topics).replace("_", " "))


def _of_kind(which: str, standing: Sequence[LoggedFailure]) -> LoggedFailure | None:
    """The only one of the kind that the words name: "the wrong page failure" is a retrieval miss."""
    told = told_kinds(which)
    kind = told[0].bucket if told else bucket_of(which)
    found = [one for one in standing if one.bucket == kind]
    return found[0] if len(found) == 1 else None


def _not_yours(assessment: Assessment, command: TypedText, by: str) -> Say:
    (say,) = problem(command, Trouble.NOT_YOUR_FAILURE, name=assessment.name, by=by).says
    return say


def _recalled_for(recalled: Recalled, failure: LoggedFailure) -> Recalled:
    """What was recalled, as a press on this failure's message finds it: its month counted up to it."""
    counts: dict[Bucket, int] = {}
    for one in recalled.log:
        if one.withdrawn_at is None and one.at <= failure.at and f"{one.at:%Y-%m}" == f"{failure.at:%Y-%m}":
            counts[one.bucket] = counts.get(one.bucket, 0) + 1
    return replace(recalled, failure=failure, counts=counts)
