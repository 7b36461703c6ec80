"""Two names that look the same are the same, however they were typed; two that look different are two."""

import pytest

from bot.dialogue.names import feature_name, is_visible
from bot.errors import EmptyName
from storage import Storage
from storage.errors import Conflict
from storage.names import name_key
from tests.storage.samples import OURS, assessment, change
from tests.tables import each

ALIKE = {
    "case": "SUPPORT Copilot",
    "blanks": "  support \t copilot ",
    "a blank that does not break": "Support\u00a0Copilot",
    "a zero-width space": "Sup\u200bport Copilot",
    "a joiner": "Support\u200d Copilot",
    "a soft hyphen": "Sup\u00adport Copilot",
    "a direction mark": "\u202eSupport Copilot",
    "a blank letter": "Support\u3164 Copilot",
    "an invisible mark": "Support\u034f Copilot\ufe0f",
    "full width": "\uff33\uff55\uff50\uff50\uff4f\uff52\uff54 Copilot",
    "mathematical letters": "\U0001d412upport Copilot",
    "Cyrillic letters": "Su\u0440\u0440\u043ert C\u043epil\u043et",
    "Greek letters": "Supp\u03bfrt C\u03bfpilot",
    "a dotless i": "Support Cop\u0131lot",
}


@each("typed", ALIKE.values(), ids=ALIKE)
def test_a_name_that_looks_the_same_is_the_same(typed: str):
    assert name_key(typed) == name_key("Support Copilot")


@pytest.mark.parametrize(
    "other", ["Support Copilot 2", "Supports Copilot", "Support-Copilot", "SupportCopilot", "Süpport Copilot"]
)
def test_a_name_that_looks_different_is_another(other: str):
    assert name_key(other) != name_key("Support Copilot")


@pytest.mark.parametrize("name", ["Помощник поддержки", "Βοηθός", "日本語の要約", "مساعد", "🧑‍🚀", "Straße"])
def test_a_name_in_any_script_is_itself_and_not_another(name: str):
    assert name_key(name) == name_key(name.upper())
    assert name_key(name) != name_key(f"{name} 2")
    assert name_key(name)


@pytest.mark.parametrize("blank", ["\u3164", "\u2800\u2800", "\u115f\u1160", "\uffa0", "\ufe0f", "\u200b\u2060"])
def test_a_name_of_which_nothing_can_be_seen_is_refused(blank: str):
    assert not is_visible(blank)
    with pytest.raises(EmptyName):
        feature_name(blank)


async def test_a_second_one_that_looks_the_same_finds_the_first_and_cannot_stand_beside_it(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1", name="Support Copilot")]))

    for typed in ALIKE.values():
        found = await storage.assessments.find_by_name(OURS, "C1", typed)
        assert found is not None
        assert found.name == "Support Copilot"
    with pytest.raises(Conflict):
        await storage.remember(change(assessments=[assessment("A2", name=ALIKE["Cyrillic letters"])]))
