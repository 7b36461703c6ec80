"""The failure log: what is asked, what stands in the thread, who may correct it, and what cannot be taken."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot import commands
from bot.dialogue import faults
from bot.ids import Field
from bot.replies import Done, Trouble
from bot.views import render, render_modal
from storage.records import Bucket, GoldenTask
from tests.bot.room import COPILOT, TENANT, Room


def logged(room: Room, by: str = "U1", failure: str = "f1", **fields: Any) -> Any:
    said = {"failure_id": failure, "bucket": "retrieval_miss", "what": "It missed the refund page."}
    room.do(commands.FailureLogged, by, **{**said, **fields})
    return room.messages.get((room.at, f"failure:{failure}"))


# --- the modal ---


def test_the_shortcut_opens_a_modal_with_the_words_of_the_message_and_the_channels_decision(decided: Room):
    decided.do(commands.LogFailure, text="Refunds take 90 days.", message_ts="1.5", thread_ts="1.5", assessment_id="")
    modal: Any = decided.modal

    assert modal.kind == "failure_modal"
    assert (modal.chosen, modal.what, modal.from_message) == (decided.at, "Refunds take 90 days.", True)
    assert json.loads(modal.private)["message_ts"] == "1.5"


def test_every_bucket_stands_there_with_its_test_the_likeliest_first_and_unclassified_last(decided: Room):
    decided.do(commands.LogFailure)
    modal: Any = decided.modal

    assert {bucket.id for bucket in modal.buckets} == set(Bucket)
    assert modal.buckets[0].id == Bucket.RETRIEVAL_MISS
    assert modal.buckets[-1].id == Bucket.UNCLASSIFIED
    assert all(bucket.test.startswith("Check: ") for bucket in modal.buckets)


def test_no_test_of_a_bucket_is_cut_in_the_modal(decided: Room):
    decided.do(commands.LogFailure)

    radios = next(
        b["element"] for b in render_modal(decided.modal)["blocks"] if b.get("block_id", "").endswith("bucket")
    )
    assert all(not option["description"]["text"].endswith("…") for option in radios["options"])


def test_the_newest_decided_feature_is_chosen_and_the_others_are_offered(decided: Room):
    first = decided.at
    decided.start("Invoice reader")
    decided.interview(COPILOT)
    decided.run(commands.LogFailure(tenant=TENANT, channel="C1", actor="U1"))
    modal: Any = decided.modal

    assert modal.chosen == decided.at != first
    assert {feature.id for feature in modal.features} == {decided.at, first}


def test_a_name_chooses_the_feature(decided: Room):
    first = decided.at
    decided.start("Invoice reader")
    decided.interview(COPILOT)
    decided.run(commands.LogFailure(tenant=TENANT, channel="C1", actor="U1", name="support  COPILOT"))

    assert decided.modal is not None
    assert decided.modal.chosen == first


def test_without_a_decision_there_is_nothing_to_count():
    room = Room()
    room.start()
    room.run(commands.LogFailure(tenant=TENANT, channel="C1", actor="U1"))

    assert room.told().trouble is Trouble.NONE_DECIDED
    assert room.modal is None


def test_a_name_that_nobody_decided_about_is_said(decided: Room):
    decided.run(commands.LogFailure(tenant=TENANT, channel="C1", actor="U1", name="Banana"))

    assert (decided.told().trouble, decided.told().name) == (Trouble.NO_SUCH_FEATURE, "Banana")


def test_the_words_of_a_long_message_are_cut_where_it_can_be_seen(decided: Room):
    decided.do(commands.LogFailure, text="&" * 40_000, message_ts="1.5")
    modal: Any = decided.modal

    assert len(modal.what) == 2_000
    assert modal.what.endswith("…")


# --- what stands in the thread ---


def test_a_failure_stands_in_the_thread_with_who_what_and_which_of_its_month_it_is(decided: Room):
    logged(decided, "U1", "f1")
    logged(decided, "U2", "f2")
    message = logged(decided, "U3", "f3", message_ts="1.5")

    assert (message.by, message.bucket, message.count) == ("U3", Bucket.RETRIEVAL_MISS, 3)
    assert message.link == "https://x.invalid/message"
    text = render(message).text
    assert "The 3rd retrieval miss, and the 3rd failure of November 2026" in text
    assert "It missed the refund page." in text
    assert "Buttons: Correct, Withdraw." in text
    assert decided.told().done is Done.LOGGED


def test_a_submit_sent_twice_logs_once(decided: Room):
    logged(decided)
    turn = decided.do(commands.FailureLogged, failure_id="f1", bucket="safety")

    assert turn.failures == turn.says == ()
    assert len(decided.failures) == 1


def test_a_golden_task_is_named(decided: Room):
    tasks = (GoldenTask(id="t1", name="Refund window"),)
    decided.assessments[decided.at] = decided.assessment.model_copy(update={"golden_tasks": tasks})

    assert logged(decided, golden_task="t1").golden_task == "Refund window"
    assert logged(decided, failure="f2", golden_task="gone").golden_task == ""


def test_a_feature_deleted_while_somebody_wrote_gives_the_words_back(decided: Room):
    decided.do(commands.DeleteAssessment)
    decided.run(
        commands.FailureLogged(
            tenant=TENANT, channel="C1", actor="U2", assessment_id="a1", failure_id="f1", bucket="safety", what="Ouch"
        )
    )

    assert (decided.told().trouble, decided.told().detail) == (Trouble.NOT_LOGGED, "Ouch")
    assert not decided.failures


@pytest.mark.parametrize("what", ["&" * 3_000, "<!channel>\n\n\n\n\u202eevil\x00", "\ud83e\udd8a" * 900])
def test_whatever_happened_the_message_fits_and_pings_nobody(decided: Room, what: str):
    message = render(logged(decided, what=what.encode("utf-16", "surrogatepass").decode("utf-16")))

    assert len(json.dumps(message.blocks)) < 10_000
    assert "<!channel>" not in message.text


# --- correcting and withdrawing ---


def test_who_logged_it_corrects_it_and_the_count_moves_with_the_bucket(decided: Room):
    logged(decided)
    decided.do(commands.CorrectFailure, failure_id="f1")
    modal: Any = decided.modal
    assert (modal.bucket, modal.what, modal.is_correction) == ("retrieval_miss", "It missed the refund page.", True)

    decided.do(commands.FailureCorrected, failure_id="f1", bucket="formatting", what="No JSON.")

    message = decided.message("failure:f1")
    assert (message.bucket, message.what, message.count, message.is_corrected) == (
        Bucket.FORMATTING, "No JSON.", 1, True,
    )  # fmt: skip


def test_which_of_its_month_a_failure_is_stays_true_when_more_are_logged_and_it_is_corrected_later(decided: Room):
    logged(decided, failure="f1")
    assert "The first failure of November 2026" in render(decided.message("failure:f1")).text
    logged(decided, failure="f2")
    logged(decided, failure="f3", bucket="safety")
    assert "The first safety failure, and the 3rd failure of" in render(decided.message("failure:f3")).text
    decided.now += timedelta(days=20)
    logged(decided, failure="f4")

    decided.do(commands.FailureCorrected, failure_id="f2", bucket="retrieval_miss", what="The refund page, again.")

    text = render(decided.message("failure:f2")).text
    assert "The 2nd retrieval miss, and the 2nd failure of November 2026" in text


def test_a_withdrawn_failure_stays_in_the_record_and_is_not_counted(decided: Room):
    logged(decided, failure="f1")
    logged(decided, failure="f2")
    decided.do(commands.WithdrawFailure, failure_id="f1")

    message = decided.message("failure:f1")
    assert message.is_withdrawn
    assert "not counted any more" in render(message).text
    assert decided.failures["f1"].withdrawn_at is not None
    assert logged(decided, failure="f3").count == 2

    decided.do(commands.WithdrawFailure, failure_id="f1")
    assert decided.told().trouble is Trouble.WITHDRAWN


@pytest.mark.parametrize("kind", [commands.CorrectFailure, commands.WithdrawFailure])
def test_nobody_else_may_change_it(decided: Room, kind: type[commands.CommandBase]):
    logged(decided, "U1")
    decided.do(kind, "U2", failure_id="f1")

    assert (decided.told().trouble, decided.told().by) == (Trouble.NOT_YOUR_FAILURE, "U1")
    assert decided.modal is None
    assert decided.failures["f1"].withdrawn_at is None


def test_a_correction_that_changes_nothing_says_so(decided: Room):
    logged(decided)
    decided.do(commands.FailureCorrected, failure_id="f1", bucket="retrieval_miss", what="It missed the refund page.")

    assert decided.told().done is Done.NOTHING_CHANGED


def test_a_failure_of_another_assessment_is_not_found(decided: Room):
    logged(decided)
    decided.start("Invoice reader")
    decided.interview(COPILOT)
    decided.do(commands.WithdrawFailure, failure_id="f1")

    assert decided.told().trouble is Trouble.NOT_FOUND


# --- fields ---


def test_a_field_that_cannot_be_taken_has_its_sentence():
    said = {"tenant": TENANT, "assessment_id": "a1", "failure_id": "f1"}

    assert faults(commands.FailureLogged(**said, bucket="safety")) == {}
    assert set(faults(commands.FailureLogged(**said, bucket=""))) == {Field.BUCKET}
    assert set(faults(commands.FailureLogged(**said, bucket="bananas"))) == {Field.BUCKET}
    foreign = commands.FailureLogged(**said, bucket="safety", golden_task="t1", task_of="a2")
    assert set(faults(foreign)) == {Field.GOLDEN_TASK}
    for link in ("javascript:alert(1)", "slack.com", "https://a b"):
        assert set(faults(commands.FailureCorrected(**said, bucket="safety", link=link))) == {Field.ADDRESS}
