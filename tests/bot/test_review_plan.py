"""What a plan proposes, says and refuses: zones above all, and where they are from."""

import sys
import threading
from datetime import UTC, date, datetime, timedelta
from importlib.abc import MetaPathFinder
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import commands
from bot.calendar.free_days import COUNTRIES, _calendar, free_days, made_ready
from bot.calendar.zones import in_words, zone_named
from bot.dialogue import Recalled, Turn, advance, faults
from bot.dialogue.roadmap import ROADMAP_KEYS
from bot.errors import NoZone
from bot.replies import ItemShown, PlanLine, PlanModal, ZoneFrom
from bot.setup.settings import SettingsError, read_settings
from bot.views import render, render_modal
from bot.views.plan import when
from rules import FRAMEWORK
from rules.roadmap import Phase
from storage.records import Assessment, AssessmentState, ChecklistItem, ItemState, Moves, Review
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1, carry_out

UNPLANNED = FEATURE.model_copy(update={"schedule": None})
PLAN = {"day": "day:31", "time": "10:00", "zone": "Europe/Berlin", "owner": "U1"}
NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


def do(kind: type[commands.CommandBase], feature: Assessment = UNPLANNED, **fields: Any) -> Turn:
    known = {name: fields.pop(name) for name in ("zone_known", "default_zone", "roadmap") if name in fields}
    command = kind(**{"tenant": T1, "channel": "C1", "actor": "U1", "assessment_id": "a1", **fields})
    return carry_out(
        command,
        NOW,
        assessment=feature,
        zone=known.get("zone_known"),
        default_zone=known.get("default_zone"),
        roadmap=known.get("roadmap", frozenset()),
    )


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


@pytest.mark.parametrize(
    ("typed", "zone", "shown"),
    [
        ("GMT+1", "Etc/GMT-1", "UTC+1"),
        ("utc +01:00", "Etc/GMT-1", "UTC+1"),
        ("UTC-5", "Etc/GMT+5", "UTC-5"),
        ("+0", "UTC", "UTC"),
        ("Poland", "Europe/Warsaw", "Europe/Warsaw"),
        ("united kingdom", "Europe/London", "Europe/London"),
        ("Malaysia", "Asia/Kuala_Lumpur", "Asia/Kuala_Lumpur"),
    ],
)
def test_a_zone_may_be_typed_as_hours_from_utc_and_as_a_country(typed: str, zone: str, shown: str):
    assert zone_named(typed) == zone
    assert in_words(zone) == shown


def test_a_zone_of_hours_from_utc_is_ahead_where_a_plus_was_typed():
    at = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)

    assert at.astimezone(ZoneInfo(zone_named("GMT+3"))).hour == 15
    assert "15:00 UTC+3" in when(at, zone_named("GMT+3"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Brazil", "The clocks of Brazil do not all show the same. Type the largest city near you."),
        ("USA", "The clocks of the United States do not all show the same. Type the largest city near you."),
        ("UTC+5:30", "No time zone is known by that number of hours. Type a large city there, such as Kathmandu."),
        ("GMT+25", "No time zone is known by that number of hours. Type a large city there, such as Kathmandu."),
        ("Polnd", "There is no such time zone. Did you mean Europe/Warsaw?"),
    ],
)
def test_a_zone_that_says_too_little_has_its_sentence(typed: str, sentence: str):
    with pytest.raises(NoZone) as raised:
        zone_named(typed)

    assert str(raised.value) == sentence


def test_no_country_is_offered_a_zone_of_another_one():
    offered = {}
    for country in COUNTRIES.values():
        try:
            zone_named(country)
        except NoZone as refused:
            offered[country] = str(refused)

    assert all("do not all show the same" in sentence for sentence in offered.values())


@pytest.mark.parametrize(
    ("fields", "rhythm", "moves"),
    [
        ({"day": "work:1"}, "on the first working day of each month, at 10:00", Moves.NEXT),
        ({"day": "work:-1"}, "on the last working day of each month, at 10:00", Moves.BEFORE),
        (
            {"day": "day:15", "moves": "before"},
            "on the 15th of each month, or the working day before, at 10:00",
            "before",
        ),
        ({"day": "day:15", "moves": "next"}, "on the 15th of each month, or the next working day, at 10:00", None),
    ],
)
def test_a_review_comes_on_the_working_day_that_was_chosen(fields: dict[str, str], rhythm: str, moves: str | None):
    turn = do(commands.PlanReview, **{**PLAN, **fields})
    line = next(say.reply for say in turn.says if isinstance(say.reply, PlanLine))

    assert line.rhythm == rhythm
    assert turn.assessments[0].schedule.moves == moves
    again = do(commands.AskForPlan, turn.assessments[0]).modal
    assert again.day == fields["day"]
    assert again.moves_back is (moves == "before")


def test_working_days_are_those_of_the_country():
    turn = do(commands.PlanReview, **{**PLAN, "day": "day:5"}, holidays="EG")  # a Friday, which rests there

    assert turn.runs[0].at.date() == date(2027, 2, 7)


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
    before = UNPLANNED.model_copy(update={"checklist": (item,)})
    turn = do(commands.PlanReview, before, roadmap=frozenset(ROADMAP_KEYS), **PLAN, working_days_only=False)

    when = "n the 31st of each month (in short months, the last day), at 10:00 Europe/Berlin · U1"
    (short, phase) = (say.reply for say in turn.says if (say.message_key or "").startswith("roadmap"))
    for shown in (short, phase):
        assert when in render(shown).text
        assert "Move the review" in render(shown).text
    assert [one.state for one in phase.items if isinstance(one, ItemShown)] == [ItemState.DONE]
    assert [one.done for one in short.phases] == [1]


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
    _calendar.cache_clear()

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


def test_the_status_names_the_next_review_as_the_home_does():
    def told(feature: Assessment) -> str:
        recalled = Recalled(now=NOW, framework=FRAMEWORK, new_id="n1", others=(feature,))
        asked = commands.ShowStatus(tenant=T1, actor="U1", channel="C1")
        return render(advance(asked, recalled).says[0].reply).text

    assert " · next review " in told(FEATURE)
    assert "next review" not in told(UNPLANNED)


def test_the_status_says_that_a_review_stands_open_and_leads_there():
    def told(review: Review, feature: Assessment = FEATURE) -> str:
        recalled = Recalled(
            now=DUE + timedelta(days=3), framework=FRAMEWORK, new_id="n1", others=(feature,),
            reviewed={"a1": (review,)}, links={"review:2026-12:a1": "https://x.invalid/review"},
        )  # fmt: skip
        asked = commands.ShowStatus(tenant=T1, actor="U1", channel="C1")
        return render(advance(asked, declared(asked, recalled)).says[0].reply).text

    assert FEATURE.schedule is not None
    until = DUE + timedelta(days=7)
    asleep = FEATURE.model_copy(update={"schedule": FEATURE.schedule.model_copy(update={"snoozed_until": until})})
    over = FEATURE.model_copy(update={"state": AssessmentState.SUPERSEDED})

    assert "*The monthly review has been open for 3 days.*" in told(OPEN)
    assert "Open review" in told(OPEN)
    assert "The monthly review is snoozed until" in told(OPEN, asleep)
    assert "Open review" not in told(OPEN, asleep)
    for other in (told(OPEN.model_copy(update={"state": "skipped"})), told(OPEN, over)):
        assert "monthly review" not in other
