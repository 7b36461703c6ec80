"""The verdict: given when nothing that is still open matters, given anew when an answer changed, and shown in full."""

from bot import commands, replies
from bot.dialogue import shown, versions, wording
from bot.dialogue.progress import parent_edit, unanswered
from bot.dialogue.roadmap import after_verdict, roadmap_says
from bot.dialogue.schedule import alarms, outdated
from bot.dialogue.turn import Recalled, Say, Turn, edit, post, privately
from rules import decide, plan
from rules.framework import Architecture, Framework
from rules.verdict import Verdict
from storage.records import Assessment, Decision

VERDICT = "verdict"


def conclude(assessment: Assessment, recalled: Recalled, before: tuple[Say, ...]) -> Turn:
    """Decide on the answers as they are, and say what is new: a verdict, another verdict, or that it stands."""
    facts, earlier = assessment.facts(), assessment.decision
    if earlier is not None and earlier.facts == facts:
        return Turn((assessment,), (*before, parent_edit(assessment, recalled)))
    verdict = decide(facts, recalled.framework, recalled.now.date())
    decision = Decision(at=recalled.now, facts=facts, verdict=verdict)
    if recalled.previous is not None and versions.is_live(recalled.previous):
        return _succeeding(assessment, recalled.previous, decision, recalled, before)
    decision = _moved_from(earlier, decision, kept=earlier.moved_by if earlier else ())
    if earlier is not None and _is_same(earlier.verdict, verdict.verdict, passes=verdict.passes):
        decision = decision.model_copy(update={"at": earlier.at})  # a late answer confirms it; nothing was decided anew
    decided = after_verdict(assessment, decision, versions.known(assessment), recalled)
    spoken = _verdict_says(decided, earlier, recalled.framework)
    return Turn((decided,), (*before, *spoken, parent_edit(decided, recalled), *roadmap_says(decided, recalled)))


def _succeeding(
    assessment: Assessment,
    previous: Assessment,
    decision: Decision,
    recalled: Recalled,
    before: tuple[Say, ...],
) -> Turn:
    """The first verdict of a new version: the version before it, which held until now, ends in the same turn."""
    roadmap = plan(decision.verdict, versions.known(assessment))
    decided = versions.carried_over(assessment, previous, roadmap, _moved_from(previous.decision, decision))
    ended, endings = versions.superseded(previous, decided, recalled)
    spoken = _verdict_says(decided, None, recalled.framework)
    # What the new version changed is told before the verdict, which stays the last message of the thread.
    difference = versions.difference(previous, decided, recalled)
    return Turn(
        (ended, decided),
        (*before, *difference, *spoken, parent_edit(decided, recalled), *endings),
        runs=alarms(decided, recalled.now),
        cancels=outdated(previous, recalled.now),
    )


def _moved_from(earlier: Decision | None, now: Decision, kept: tuple[str, ...] = ()) -> Decision:
    """The decision with the answers that put it in place of an earlier one; `kept` where it is the same verdict."""
    is_other = earlier is not None and not _is_same(earlier.verdict, now.verdict.verdict, passes=now.verdict.passes)
    moved = shown.worth_a_reason(earlier.facts, now.facts) if earlier is not None and is_other else kept
    return now.model_copy(update={"moved_by": moved})


def _verdict_says(assessment: Assessment, earlier: Decision | None, framework: Framework) -> tuple[Say, ...]:
    message = verdict_message(assessment, framework, earlier)
    if earlier is None:
        return (post(message, VERDICT),)
    if _is_same(earlier.verdict, message.architecture, passes=message.passes):
        return (edit(message, VERDICT),)
    # The thread keeps both: the old message says that it was replaced, the new one stands at the end.
    replaced = replies.EarlierVerdict(
        name=assessment.name,
        architecture=earlier.verdict.verdict,
        passes=earlier.verdict.passes,
        now=message.architecture,
        now_passes=message.passes,
    )
    return (edit(replaced, VERDICT), post(message, VERDICT))


def stands(before: Assessment, after: Assessment) -> replies.Confirmed | None:
    """What the one who changed an answer hears where the verdict did not move."""
    old, new = before.decision, after.decision
    if (
        old is None
        or new is None
        or old == new
        or not _is_same(old.verdict, new.verdict.verdict, passes=new.verdict.passes)
    ):
        return None
    return replies.Confirmed(
        done=replies.Done.VERDICT_STANDS, name=after.name, architecture=new.verdict.verdict, passes=new.verdict.passes
    )


def _is_same(old: Verdict, architecture: Architecture, *, passes: bool) -> bool:
    return (old.verdict, old.passes) == (architecture, passes)


def verdict_message(
    assessment: Assessment, framework: Framework, earlier: Decision | None = None
) -> replies.VerdictMessage:
    """The verdict with all that defends it, after an earlier one in the same thread.

    Raises ValueError where there is none.
    """
    if assessment.decision is None:
        raise ValueError("there is no verdict to show")
    verdict, facts, answers = assessment.decision.verdict, assessment.decision.facts, assessment.answers
    never = unanswered(assessment, framework)
    unsure = tuple(answer for answer in answers.values() if answer.value is None)
    return replies.VerdictMessage(
        assessment_id=assessment.id,
        name=assessment.name,
        architecture=verdict.verdict,
        passes=verdict.passes,
        delivers=shown.delivered(verdict, framework),
        partly=shown.in_part(verdict, framework),
        gaps=shown.gaps(verdict, framework),
        demands=shown.demands(verdict, framework),
        reasons=shown.reasons(verdict, answers, framework),
        why_not=shown.why_nots(verdict, framework),
        gates=shown.gates(verdict),
        first=shown.first_step(assessment),
        flips=shown.flips(verdict, facts, framework),
        is_settled=verdict.decided,
        is_likely=verdict.is_likely,
        is_leading=verdict.is_leading,
        confidence=verdict.confidence,
        others=shown.others(verdict),
        open_count=len(never) + len(unsure),
        rest_count=len(never),
        kept_count=len(assessment.earlier.keys() - answers.keys()),
        matters_most=_matters_most(verdict, framework),
        not_sure=() if verdict.decided else tuple(wording.said(framework, answer) for answer in unsure),
        **_moved(assessment, assessment.decision, framework, earlier),
        can_answer_rest=bool(never),
        precedent_count=len(verdict.precedents),
    )


def _moved(assessment: Assessment, now: Decision, framework: Framework, before: Decision | None) -> dict[str, object]:
    """What is another than before: the rules, the verdict (in this thread), and the answers that may say why."""
    verdict = now.verdict
    said: dict[str, object] = {
        "rules_version": verdict.rules_version,
        "rules_changed": _rules_moved(assessment, verdict),
        "asks_why": tuple(fact for fact in now.moved_by if fact in assessment.answers),
    }
    if before is not None and before.verdict.verdict != verdict.verdict:
        said["changed_from"] = before.verdict.verdict
        said["changed_by"] = shown.differences(before.facts, now.facts, framework)
    return said


def _rules_moved(assessment: Assessment, verdict: Verdict) -> bool:
    began = (assessment.rules_version, assessment.rules_digest)
    return began not in {("", ""), (verdict.rules_version, verdict.rules_digest)}


def _matters_most(verdict: Verdict, framework: Framework) -> replies.Said | None:
    if verdict.decided or verdict.next_question is None:
        return None
    return wording.fact_in_words(framework, verdict.next_question, None)


def more(assessment: Assessment, decision: Decision, _: commands.ShowMore, recalled: Recalled) -> Turn:
    """The whole verdict in a modal."""
    framework = recalled.framework
    topics = tuple(framework.by_fact[fact].topic for fact in unanswered(assessment, framework))
    answers = {**assessment.earlier, **assessment.answers}
    given = (answers[question.fact] for question in framework.questions if question.fact in answers)
    modal = replies.MoreModal(
        verdict=verdict_message(assessment, framework),
        answers=tuple(wording.said(framework, answer) for answer in given),
        unanswered=topics,
        rules_digest=decision.verdict.rules_digest,
    )
    return Turn(modal=modal)


def precedents(assessment: Assessment, decision: Decision, command: commands.ShowPrecedents, _: Recalled) -> Turn:
    """Who else did this."""
    verdict = decision.verdict
    if not verdict.precedents:
        return Turn(
            says=(privately(command, replies.Confirmed(done=replies.Done.NO_PRECEDENTS, name=assessment.name)),)
        )
    shown_ones = shown.precedents(verdict)
    return Turn(
        modal=replies.PrecedentsModal(
            name=assessment.name, architecture=verdict.verdict, passes=verdict.passes, precedents=shown_ones
        )
    )


def rows(assessment: Assessment, decision: Decision, command: commands.ShowRows, recalled: Recalled) -> Turn:
    """The rows of the rulebook behind the verdict, or behind one "why not"."""
    verdict = decision.verdict
    rejected = {why_not.architecture: why_not for why_not in shown.why_nots(verdict, recalled.framework)}
    named = next((a for a in Architecture if a == command.architecture), None)
    return Turn(
        modal=replies.RowsModal(
            name=assessment.name,
            architecture=verdict.verdict,
            why_not=rejected.get(named) if named else None,
            reasons=shown.reasons(verdict, assessment.answers, recalled.framework),
            demands=shown.demands(verdict, recalled.framework, with_claims=True),
            rules_version=verdict.rules_version,
            rules_digest=verdict.rules_digest,
        )
    )
