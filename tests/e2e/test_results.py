"""Results that people share in a feature's thread, through the real app: read, kept once, used in the review."""

from typing import Any

import pytest

from bot.handing import Files
from bot.sandbox.person import ANA, BEN, SUPPORT
from bot.sandbox.records import Message
from tests.e2e.office import Office
from tests.e2e.reviews import CSV, add_tasks, decided, next_first, plan, review, travel
from tests.results.reading import FILES

PROMPTFOO = (FILES / "promptfoo-two-providers.json").read_bytes()


async def feature(office: Office) -> Message:
    parent = await decided(office)
    await add_tasks(office, "Refund window", "Contract lookup", "Escalation")
    return parent


async def share(office: Office, parent: Message, content: bytes = CSV, **more: Any) -> Message:
    said = {"text": "@ftrag last night's run", "thread": parent.ts, **more}
    return await office.sandbox.share_file(BEN, SUPPORT, "nightly.csv", content, **said)


async def told(office: Office, parent: Message, containing: str = "Results of", user: str = ANA) -> Message:
    return await office.sandbox.message(SUPPORT, containing, thread=parent.ts, as_user=user)


async def test_a_file_in_the_thread_with_a_mention_is_read_and_used_in_the_review(office: Office):
    parent = await feature(office)
    await plan(office, parent)
    await share(office, parent)
    results = await told(office, parent)
    words = office.sandbox.words(results)
    assert "3 of 4 runs passed" in words
    assert "Shared by" in words
    assert "“Escalations” in the file may be the golden task “Escalation”" in words

    await office.sandbox.click(ANA, results, "Yes, count it")
    await office.sandbox.message(SUPPORT, "Escalation: passed", thread=parent.ts)
    await office.sandbox.click(ANA, await told(office, parent), "Use in the next review")
    await told(office, parent, "for the next review, due")

    travel(office, next_first(office))
    opened = office.sandbox.words(await review(office))
    assert "Marks and failures of the results of a table of your own are in" in opened
    assert "Refund window: pass" in opened
    assert "Contract lookup: fail" in opened
    assert "Escalation: pass" in opened
    await told(office, parent, "Used in the review of")


async def test_the_same_content_counts_once_whatever_it_is_called_and_the_shortcut_reads_as_well(office: Office):
    parent = await feature(office)
    shared = await share(office, parent, text="last night's run")
    await office.sandbox.shortcut(ANA, "ftrag_read_results", shared)
    await told(office, parent)

    again = await share(office, parent, text="once more")
    await office.sandbox.shortcut(BEN, "ftrag_read_results", again)
    await told(office, parent, "the same content, and it counts once", BEN)
    assert len([m for m in office.sandbox.messages(SUPPORT, thread=parent.ts) if "Results of" in m.text]) == 1


async def test_what_is_no_result_file_is_refused_in_a_sentence_to_whoever_shared_it(office: Office):
    parent = await feature(office)
    await share(office, parent, b"once upon a time there was a file without any header at all")

    await told(office, parent, "No evaluation tool that ftrag reads writes a file like this", BEN)


async def test_pictures_are_no_results_and_words_beside_a_file_are_heard(office: Office):
    parent = await feature(office)
    await office.sandbox.share_file(BEN, SUPPORT, "shot.png", b"\x89PNG", text="@ftrag why?", thread=parent.ts)
    await office.sandbox.message(SUPPORT, "Why retrieval?", thread=parent.ts)
    await share(office, parent, text="@ftrag who answered the questions?")

    await told(office, parent)
    answers = [m.text for m in office.sandbox.messages(SUPPORT, thread=parent.ts, as_user=BEN)]
    assert not any("shot.png" in text for text in answers)
    assert any("answered" in text.casefold() for text in answers)


async def test_the_next_review_opens_with_the_file_that_was_kept_last_and_says_so_and_offers_the_others(office: Office):
    parent = await feature(office)
    await plan(office, parent)
    await share(office, parent)
    await office.sandbox.click(ANA, await told(office, parent), "Use in the next review")
    await told(office, parent, "Kept by")
    await share(office, parent, (FILES / "promptfoo.json").read_bytes(), text="@ftrag weekly run")
    other = await told(office, parent, "“promptfoo”")
    await office.sandbox.click(BEN, other, "Use in the next review")
    await told(office, parent, "kept in the place of the results that were kept before", BEN)
    await share(office, parent, b"q1 Q0 d1 1 0.9 sys\nq2 Q0 d7 1 0.5 sys\n", text="@ftrag retrieval run")
    await told(office, parent, "No run in it passed or failed")

    travel(office, next_first(office))
    opened = await review(office)
    words = office.sandbox.words(opened)
    assert "the results of “promptfoo” are in" in words
    assert "From a table of your own" in words
    assert "“trec”" not in words
    await office.sandbox.click(ANA, opened, "Use them")
    assert "Contract lookup: fail" in office.sandbox.words(await review(office, "Contract lookup: fail"))
    assert not [m for m in office.sandbox.messages(SUPPORT, thread=parent.ts) if "Supposed" in m.text]


async def test_without_the_permission_one_sentence_says_how_to_get_it(office: Office):
    parent = await feature(office)
    office.sandbox.app.scopes -= {"files:read"}
    await share(office, parent)

    await told(office, parent, "Whoever installed ftrag can grant files:read", BEN)


async def test_the_shortcut_needs_a_feature_s_thread_a_verdict_and_a_file(office: Office):
    parent = await feature(office)
    alone = await office.sandbox.share_file(BEN, SUPPORT, "nightly.csv", CSV)
    await office.sandbox.shortcut(BEN, "ftrag_read_results", alone)
    await office.sandbox.message(SUPPORT, "in no feature's thread", as_user=BEN)
    wordy = await office.sandbox.say(BEN, SUPPORT, "no file here", thread=parent.ts)
    await office.sandbox.shortcut(BEN, "ftrag_read_results", wordy)
    await told(office, parent, "I see no result file on that message", BEN)

    other = await office.begin("Invoice reader")
    early = await share(office, other, text="too early")
    await office.sandbox.shortcut(BEN, "ftrag_read_results", early)
    await office.sandbox.message(SUPPORT, "has no verdict yet", thread=other.ts, as_user=BEN)


async def test_a_file_that_takes_long_is_announced_and_the_line_says_when_it_is_over(office: Office):
    parent = await feature(office)
    assert office.bot is not None
    engine = office.bot.engine

    async def at_once(_seconds: float) -> None:
        """Three seconds have passed."""

    engine.advisor.files = Files(engine.wire, engine.workspaces.token, engine.reader, at_once)
    await share(office, parent, PROMPTFOO)

    await told(office, parent)
    await told(office, parent, "“nightly.csv” is read.")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"is_external": True}, "does not lie in Slack itself"),
        ({"url_private_download": "https://files.evil.invalid/x"}, "does not lie in Slack itself"),
        ({"mode": "tombstone"}, "is not there any more"),
        ({"size": 65 * 1024 * 1024}, "is larger than 64 MB"),
        ({"url_private_download": None, "url_private": None}, "Slack did not hand “nightly.csv” over"),
    ],
)
async def test_what_lies_elsewhere_or_is_gone_or_too_large_is_never_fetched(
    office: Office, monkeypatch: pytest.MonkeyPatch, fault: dict[str, Any], said: str
):
    from bot.sandbox.webapi import files

    parent, real = await feature(office), files.slack_file
    monkeypatch.setattr(files, "slack_file", lambda *about: {**real(*about), **fault})
    await share(office, parent)

    await told(office, parent, said, BEN)
    assert "download" not in {call.method for call in office.sandbox.service.calls.since(0)}


@pytest.mark.parametrize(
    ("kind", "said"),
    [("500", "did not hand"), ("html", "grant files:read"), ("429", "did not hand")],
)
async def test_a_download_that_fails_is_said_with_what_to_do(office: Office, kind: str, said: str):
    parent = await feature(office)
    office.sandbox.fail("download", kind)
    await share(office, parent)

    await told(office, parent, said, BEN)


async def test_several_files_of_one_message_are_each_told(office: Office):
    parent = await feature(office)
    from bot.sandbox import speech

    attached = [speech.Attached("a.csv", CSV), speech.Attached("b.json", PROMPTFOO)]
    await speech.say(office.sandbox.service, BEN, SUPPORT, "@ftrag both", parent.ts, files=attached)

    await told(office, parent, "a table of your own")
    await told(office, parent, "“promptfoo”")
