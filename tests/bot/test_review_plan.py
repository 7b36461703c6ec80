"""What a plan proposes, says and refuses: zones above all, and where they are from."""

import sys
import threading
from datetime import UTC, date, datetime
from importlib.abc import MetaPathFinder
from typing import Any

import pytest

from bot import commands
from bot.calendar.free_days import COUNTRIES, free_days, made_ready
from bot.calendar.zones import zone_named
from bot.dialogue import Recalled, Turn, advance, faults
from bot.errors import NoZone
from bot.replies import ItemShown, PlanLine, PlanModal, RoadmapMessage, ZoneFrom
from bot.setup.settings import SettingsError, read_settings
from bot.views import render, render_modal
from rules import FRAMEWORK
from rules.roadmap import Phase
from storage.records import Assessment, ChecklistItem, ItemState
from tests.bot.declared import declared
from tests.bot.reviewed import FEATURE, T1

UNPLANNED = FEATURE.model_copy(update={"schedule": None})
PLAN = {"day": "day:31", "time": "10:00", "zone": "Europe/Berlin", "owner": "U1"}
NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


def do(kind: type[commands.CommandBase], feature: Assessment = UNPLANNED, **fields: Any) -> Turn:
    known = {name: fields.pop(name) for name in ("zone_known", "default_zone") if name in fields}
    recalled = Recalled(
        now=NOW,
        framework=FRAMEWORK,
        new_id="n1",
        assessment=feature,
        zone=known.get("zone_known"),
        default_zone=known.get("default_zone"),
    )
    said = {"tenant": T1, "channel": "C1", "actor": "U1", "assessment_id": "a1"}
    command = kind(**{**said, **fields})
    return advance(command, declared(command, recalled))


@pytest.mark.parametrize(
    ("of_person", "of_workspace", "zone", "source", "sentence"),
    [
        ("Asia/Tokyo", "Europe/Berlin", "Asia/Tokyo", ZoneFrom.PROFILE, "From your Slack profile."),
        (None, "Europe/Berlin", "Europe/Berlin", ZoneFrom.SETTING, "this is the one set for ftrag here"),
        (None, None, "UTC", ZoneFrom.NOWHERE, "so this is UTC"),
    ],
)
def test_the_zone_that_is_proposed_is_said_with_where_it_is_from(
    of_person: str | None, of_workspace: str | None, zone: str, source: ZoneFrom, sentence: str
):
    modal = do(commands.AskForPlan, zone_known=of_person, default_zone=of_workspace).modal

    assert isinstance(modal, PlanModal)
    assert (modal.zone, modal.zone_from) == (zone, source)
    assert sentence in str(render_modal(modal))


def test_a_plan_that_stands_keeps_its_zone_whatever_the_profile_says():
    modal = do(commands.AskForPlan, FEATURE, zone_known="Asia/Tokyo").modal

    assert isinstance(modal, PlanModal)
    assert (modal.zone, modal.zone_from) == ("Europe/Berlin", ZoneFrom.PLAN)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Europe/Berlinn", "There is no such time zone. Did you mean Europe/Berlin?"),
        ("Mars/Olympus", "There is no such time zone. Type a name such as Europe/Berlin, or a large city alone."),
        ("Mars", "There is no such time zone. Type a name such as Europe/Berlin, or a large city alone."),
    ],
)
def test_a_zone_that_does_not_exist_has_its_sentence_and_offers_only_what_is_near(typed: str, sentence: str):
    said = faults(commands.PlanReview(tenant=T1, assessment_id="a1", **{**PLAN, "zone": typed}))

    assert list(said.values()) == [sentence]


def test_every_well_known_word_means_a_zone_that_exists():
    from bot.calendar.zones import _ALSO

    for zone, words in _ALSO.items():
        for word in words.split():
            assert zone_named(word) == zone


def test_letters_that_keep_no_clock_changes_are_not_taken_literally():
    assert zone_named("EST") == "America/New_York"
    with pytest.raises(NoZone):
        zone_named("")


def test_the_workspaces_zone_is_a_setting_and_a_wrong_one_names_the_nearest(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FTRAG_ZONE", "europe/berlin")
    assert read_settings().ftrag_zone == "Europe/Berlin"

    monkeypatch.setenv("FTRAG_ZONE", "Europe/Berlinn")
    with pytest.raises(SettingsError, match=r"FTRAG_ZONE: there is no such time zone\. Did you mean Europe/Berlin\?"):
        read_settings()


def test_day_31_is_the_last_day_of_a_short_month_and_says_so():
    turn = do(commands.PlanReview, **PLAN, working_days_only=False)

    assert turn.runs[0].at == datetime(2027, 2, 28, 9, 0, tzinfo=UTC)
    line = next(say.reply for say in turn.says if isinstance(say.reply, PlanLine))
    text = render(line).text
    assert "Sunday, February 28, 10:00 Europe/Berlin" in text
    assert "on the 31st of each month (in short months, the last day), at 10:00" in text


def test_the_roadmap_says_the_day_the_hour_the_zone_and_the_owner():
    item = ChecklistItem(id="monthly_review", phase=Phase.WATCH, title="A monthly review", detail="Look again.")
    turn = do(commands.PlanReview, UNPLANNED.model_copy(update={"checklist": (item,)}), **PLAN, working_days_only=False)

    shown = next(say.reply for say in turn.says if isinstance(say.reply, RoadmapMessage))
    text = render(shown).text
    assert "On the 31st of each month (in short months, the last day), at 10:00 Europe/Berlin · U1" in text
    assert "Move the review" in text
    assert [one.state for one in shown.items if isinstance(one, ItemShown)] == [ItemState.DONE]


class Watcher(MetaPathFinder):
    """Stands before the import of modules and notes on which thread each of the library's is looked for."""

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname.partition(".")[0] == "holidays":
            self.threads.add(threading.get_ident())


async def test_the_library_of_holidays_is_loaded_beside_the_event_loop(monkeypatch: pytest.MonkeyPatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "holidays"]:
        monkeypatch.delitem(sys.modules, name)
    watcher = Watcher()
    monkeypatch.setattr(sys, "meta_path", [watcher, *sys.meta_path])
    monkeypatch.setattr("bot.calendar.free_days._READY", set())
    free_days.cache_clear()

    await made_ready(["DE", "WS"])
    assert watcher.threads, "it was looked for"
    assert threading.get_ident() not in watcher.threads

    watcher.threads.clear()
    assert date(2026, 12, 25) in free_days("WS")
    assert date(2026, 10, 3) in free_days("DE")
    assert watcher.threads == set(), "nothing is left to load where it is asked for"


async def test_holidays_are_at_hand_before_they_are_asked_for():
    await made_ready(["DE", None, "XX", ""])

    assert free_days("DE") is free_days("DE")
    assert "DE" in COUNTRIES
