"""Two answers that do not fit together: said once, asked which one holds, and decided all the same."""

from bot.commands import ResolveContradiction
from bot.dialogue import wording
from bot.dialogue.progress import CONTRADICTION, is_contradiction
from bot.dialogue.turn import Say, edit, post
from bot.replies import ContradictionLine, ContradictionMessage
from rules import Contradiction, contradictions
from rules.framework import Framework
from storage.records import Assessment


def key_of(contradiction: str) -> str:
    """The message key of a contradiction, and its name in `asking` and `asked`."""
    return f"{CONTRADICTION}{contradiction}"


def kept_key_of(contradiction: str) -> str:
    """Its name in `asked` where an earlier version was told that both answers hold, and nobody is asked again."""
    return key_of(f"kept:{contradiction}")


def carried(earlier: Assessment) -> tuple[str, ...]:
    """What a re-assessment of this version begins with as asked: the contradictions that the team lives with."""
    return tuple(kept_key_of(found.id) for found in standing(earlier) if _is_settled(earlier, found))


def _is_settled(assessment: Assessment, contradiction: Contradiction) -> bool:
    """Whether it was asked about; or in an earlier version, whose two answers still hold."""
    if key_of(contradiction.id) in assessment.asked:
        return True
    earlier, now = assessment.earlier, assessment.answers
    both_hold = all(
        fact in earlier and earlier[fact].value == now[fact].value
        for fact in (contradiction.first, contradiction.second)
    )
    return both_hold and kept_key_of(contradiction.id) in assessment.asked


def standing(assessment: Assessment) -> tuple[Contradiction, ...]:
    """Every contradiction between the answers as they are."""
    return contradictions(assessment.facts())


def next_contradiction(assessment: Assessment, framework: Framework) -> Say | None:
    """The first one that was not asked about yet, as a message."""
    new = next((found for found in standing(assessment) if not _is_settled(assessment, found)), None)
    return None if new is None else post(_message(assessment, new, framework), key_of(new.id))


def contradiction_again(assessment: Assessment, framework: Framework) -> Say | None:
    """The one that stands open, as a new message; None where it was settled meanwhile."""
    asked = next((found for found in standing(assessment) if key_of(found.id) == assessment.asking), None)
    return None if asked is None else post(_message(assessment, asked, framework), key_of(asked.id), replaces=True)


def _message(assessment: Assessment, contradiction: Contradiction, framework: Framework) -> ContradictionMessage:
    return ContradictionMessage(
        assessment_id=assessment.id,
        contradiction=contradiction.id,
        first=wording.said(framework, assessment.answers[contradiction.first]),
        second=wording.said(framework, assessment.answers[contradiction.second]),
        claim=contradiction.claim,
        first_fix=contradiction.first_fix,
        second_fix=contradiction.second_fix,
    )


def facts_asked(assessment: Assessment) -> tuple[str, ...]:
    """The two facts of the contradiction that stands open; none where none does."""
    return tuple(
        fact
        for found in standing(assessment)
        if key_of(found.id) == assessment.asking
        for fact in (found.first, found.second)
    )


def settled(before: Assessment, after: Assessment, by: str, framework: Framework) -> tuple[Say, ...]:
    """Lines in place of the contradictions that this change of answers ended."""
    if not any(map(is_contradiction, before.asked)):
        return ()
    still = {contradiction.id for contradiction in standing(after)}
    return tuple(
        edit(
            line(before, contradiction, by, framework, _changed_topic(before, after, contradiction, framework)),
            key_of(contradiction.id),
        )
        for contradiction in standing(before)
        if key_of(contradiction.id) in before.asked and contradiction.id not in still
    )


def _changed_topic(before: Assessment, after: Assessment, found: Contradiction, framework: Framework) -> str:
    fact = found.first if before.answers.get(found.first) != after.answers.get(found.first) else found.second
    return framework.by_fact[fact].topic


def line(
    assessment: Assessment, contradiction: Contradiction, by: str, framework: Framework, changing: str | None
) -> ContradictionLine:
    """What is left of the message once it is settled; `changing` None: both hold."""
    return ContradictionLine(
        by=by,
        first=wording.said(framework, assessment.answers[contradiction.first]),
        second=wording.said(framework, assessment.answers[contradiction.second]),
        changing=changing,
    )


def named(assessment: Assessment, command: ResolveContradiction) -> Contradiction | None:
    """The contradiction that the command is about, while it stands and may be resolved that way."""
    return next(
        (
            contradiction
            for contradiction in standing(assessment)
            if contradiction.id == command.contradiction
            and command.fact in {contradiction.first, contradiction.second, ""}
        ),
        None,
    )


def is_asked(assessment: Assessment) -> bool:
    """Whether a contradiction stands open in place of a question."""
    return assessment.asking is not None and is_contradiction(assessment.asking)
