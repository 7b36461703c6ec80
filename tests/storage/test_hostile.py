"""Whatever people type is stored as it is, the same on both engines, and is never more than text."""

from typing import Any

import pytest

from storage import Storage
from storage.columns import storable
from tests.storage.samples import NOON, OURS, SECOND, answer, assessment, change, delivery

HOSTILE = [
    "<!here|ok> <@UABC|Ann> <https://a.invalid|slack.com>",
    "&lt;!here&gt;",
    "\u202eevorppa",
    "\u200b",
    "👩‍👩‍👧‍👦 ✓",
    "&" * 3000,
    "x" * 40_001,
    "'); DELETE FROM assessments;--",
    "50%_\\",
    "{{ 6*9 }} %(password)s {0.__class__} $HOME `id`",
    '=1+2\t"\n=1+2',
    "\r\nERROR forged",
    "\\u0000 and \\ud800, spelled out",
    '"}]}',
]
CHANGED = {
    "before\0after": "beforeafter",
    "\0": "",
    "half \ud83d of a pair": "half \ufffd of a pair",
    "a pair \ud83d\ude00 in halves": "a pair 😀 in halves",
    "\udfff\0\\u0000": "\ufffd\\u0000",
}
ALL = {text: text for text in HOSTILE} | CHANGED


@pytest.mark.parametrize(("text", "stored"), ALL.items(), ids=range(len(ALL)))
async def test_any_text_comes_back_from_words_and_from_json_in_the_same_form(storage: Storage, text: str, stored: str):
    said = answer("need", text, by=text).model_copy(update={"said": text})
    reply: dict[str, Any] = {"kind": "said", text: [text, {"deep": text}]}
    saved = assessment(name=text, context=text, channel=text, answers={"need": said}, asked=(text,))
    await storage.remember(change(inbox_key=text, assessments=[saved], deliveries=[delivery("D-1", reply=reply)]))

    found = await storage.assessments.find_by_name(OURS, text, text)
    assert found is not None
    assert (found.name, found.context, found.channel, found.asked) == (stored, stored, stored, (stored,))
    expected = said.model_copy(update={"value": stored, "by": stored, "said": stored})
    assert found.answers == {"need": expected}
    assert await storage.assessments.history(OURS, "A1") == (expected,)
    row = await storage.outbox.get(OURS, "D-1")
    assert row is not None
    assert row.reply == {"kind": "said", stored: [stored, {"deep": stored}]}
    assert await storage.remember(change(inbox_key=text)) is False


async def test_text_that_is_storable_stays_the_very_same():
    assert all(storable(text) == text for text in HOSTILE)


async def test_a_name_is_found_without_regard_to_case_and_spaces(storage: Storage):
    await storage.remember(change(assessments=[assessment(name="Straße  Copilot")]))

    for name in ("STRASSE copilot", " straße copilot ", "Straße\tCopilot"):
        assert await storage.assessments.find_by_name(OURS, "C1", name) is not None
    assert await storage.assessments.find_by_name(OURS, "C1", "Str%") is None
    assert await storage.assessments.find_by_name(OURS, "C2", "Straße Copilot") is None


async def test_numbers_that_are_no_numbers_become_unknown_and_huge_ones_stay(storage: Storage):
    reply = {"kind": "said", "nan": float("nan"), "inf": float("inf"), "large": 10**30, "small": 1e-300}
    await storage.remember(change(deliveries=[delivery("D-1", reply=reply)]))

    row = await storage.outbox.get(OURS, "D-1")

    assert row is not None
    assert row.reply == {"kind": "said", "nan": None, "inf": None, "large": 10**30, "small": 1e-300}


async def test_times_come_back_aware_and_to_the_microsecond(storage: Storage):
    moment = NOON + SECOND / 1_000_000
    await storage.remember(change(assessments=[assessment(started_at=moment, changed_at=moment)]))

    found = await storage.assessments.get(OURS, "A1")

    assert found is not None
    assert found.started_at == moment
    assert found.started_at.tzinfo is not None
