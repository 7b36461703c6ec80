"""What "undo" takes back of the failures that were typed: all that one line told, and nothing else."""

from datetime import timedelta

from bot.dialogue import Turn
from bot.replies import ReviewMessage
from tests.bot.reviewed import FEATURE
from tests.bot.typed_lines import heard, typed, undo


def last_review(turn: Turn) -> ReviewMessage:
    """The open review as it stands in the end."""
    return [say.reply for say in turn.says if isinstance(say.reply, ReviewMessage)][-1]


def test_undo_takes_back_what_the_person_did_last_and_all_that_one_line_told():
    told = typed("Refund window failed: it leaked a name")
    (failure,) = told.failures
    later = FEATURE.answers["freshness"].model_copy(update={"at": failure.at + timedelta(hours=1)})

    both = undo(failure, *told.reviews)
    answered_since = undo(failure, answers={**FEATURE.answers, "freshness": later})

    assert (both.failures[0].withdrawn_at is None, both.reviews[0].results) == (False, {})
    assert answered_since.failures == ()


def test_undo_takes_back_all_failures_that_one_line_logged_and_names_them():
    first, *others = typed("failures: it invented a fee, it quoted the old price list").failures
    earlier = first.model_copy(update={"id": "n0", "at": first.at - timedelta(minutes=5), "what": "it leaked a name"})
    anothers = first.model_copy(update={"id": "n9", "by": "U2"})

    undone = undo(first, log=(*others, first, earlier, anothers))

    assert {one.id for one in undone.failures if one.withdrawn_at} == {first.id, *(one.id for one in others)}
    told = "“it invented a fee” and “it quoted the old price list”"
    assert heard(undone).says == (f"Taken back: the 2 failures that one line logged are not counted any more: {told}.",)
    assert [one.count for one in last_review(undone).counts] == [2]
