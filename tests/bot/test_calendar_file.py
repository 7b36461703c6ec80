"""The calendar file: read by two parsers of other people, each gives the very moments at which reviews fall."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.exports.calendar_file import Coming, calendar_file, rule_of
from bot.replies import Aside, Done, Trouble, write_reply
from bot.showing.files import all_files
from rules import FRAMEWORK
from rules.calendar import LAST, Rhythm, next_review
from storage import open_storage
from storage.records import DeliveryMethod, ScheduleState
from tests.bot.declared import declared
from tests.bot.reviewed import FEATURE, T1
from tests.examples import examples

NOW = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Casablanca", "Australia/Lord_Howe", "UTC",
         "America/Sao_Paulo", "Asia/Tehran", "Pacific/Apia", "Europe/Dublin")  # fmt: skip
RHYTHMS = st.one_of(
    st.builds(
        Rhythm,
        zone=st.sampled_from(ZONES),
        hour=st.integers(0, 23),
        minute=st.integers(0, 59),
        day=st.integers(1, 31),
        working_days_only=st.booleans(),
        moves_back=st.booleans(),
    ),
    st.builds(
        Rhythm,
        zone=st.sampled_from(ZONES),
        hour=st.integers(0, 23),
        weekday=st.integers(0, 6),
        nth=st.sampled_from([1, 2, 3, 4, 5, LAST]),
        working_days_only=st.booleans(),
    ),
)


def coming(rhythm: Rhythm, *, now: datetime = NOW, times: int = 12, name: str = "Support copilot") -> Coming:
    moments, at = [], now
    for _ in range(times):
        month, at = next_review(rhythm, at)
        moments.append((month, at))
    return Coming(id="a1", name=name, rhythm=rhythm, moments=tuple(moments), now=now, link="https://x.slack.com/p1")


def lines(found: bytes) -> list[str]:
    """The file's lines, folded ones whole again."""
    return found.decode().replace("\r\n ", "").split("\r\n")


def by_vobject(found: bytes) -> list[datetime]:
    """When vobject and dateutil say that reviews fall, by the rules of the zone that stand in the file.

    vobject keeps the first rules that it reads of a zone's name for as long as the process lives.
    """
    known = vars(vobject.icalendar)["__tzidMap"]
    for name in set(known) - {"UTC"}:
        del known[name]
    read = vobject.readOne(found.decode())
    moments: list[datetime] = []
    for event in read.vevent_list:
        start = event.dtstart.value
        if "rrule" in event.contents:
            moments += list(rrulestr(event.rrule.value, dtstart=start))
        else:
            moments.append(start)
    return [at.astimezone(UTC) for at in moments]


@examples(50)
@given(RHYTHMS, st.datetimes(NOW.replace(tzinfo=None), NOW.replace(tzinfo=None, year=2035)))
def test_any_plan_falls_in_the_calendar_when_it_falls_in_slack(rhythm: Rhythm, now: datetime):
    planned = coming(rhythm, now=now.replace(tzinfo=UTC))

    assert by_vobject(calendar_file(planned)) == [at for _, at in planned.moments]


@examples(50)
@given(RHYTHMS)
def test_a_second_parser_finds_nothing_to_complain_of_and_the_same_local_time(rhythm: Rhythm):
    planned = coming(rhythm)
    read = icalendar.Calendar.from_ical(calendar_file(planned))

    assert [error for event in read.walk() for error in event.errors] == []
    first = next(event for event in read.walk("VEVENT"))
    assert first["DTSTART"].params["TZID"] == rhythm.zone
    assert first["DTSTART"].dt.astimezone(UTC) == planned.moments[0][1]


def test_a_review_at_ten_in_berlin_stays_at_ten_in_summer_and_until_is_in_utc():
    found = lines(calendar_file(coming(Rhythm("Europe/Berlin", weekday=1, nth=1, working_days_only=False))))

    assert "DTSTART;TZID=Europe/Berlin:20261201T100000" in found
    assert "RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271102T090000Z" in found
    assert found.count("BEGIN:VEVENT") == 1
    at = found.index("BEGIN:DAYLIGHT")
    assert found[at + 1 : at + 4] == ["DTSTART:20270328T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"]


def test_an_hour_within_the_night_of_the_change_is_read_rightly():
    """What libraries write of the zone is wrong just there."""
    rhythm = Rhythm("Europe/Berlin", hour=3, minute=30, day=28, working_days_only=False)
    found = by_vobject(calendar_file(coming(rhythm, now=datetime(2027, 3, 1, tzinfo=UTC), times=2)))

    assert found[0] == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_ramadan_is_in_the_zone_of_casablanca():
    rhythm = Rhythm("Africa/Casablanca", day=20, working_days_only=False)
    found = by_vobject(calendar_file(coming(rhythm, now=datetime(2027, 1, 1, tzinfo=UTC), times=3)))

    assert [at.hour for at in found] == [9, 10, 9]


@pytest.mark.parametrize(
    ("rhythm", "rule"),
    [
        (Rhythm("UTC", day=15, working_days_only=False), "FREQ=MONTHLY;BYMONTHDAY=15"),
        (Rhythm("UTC", day=31, working_days_only=False), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Rhythm("UTC", weekday=4, nth=5, working_days_only=False), "FREQ=MONTHLY;BYDAY=-1FR"),
        (Rhythm("UTC", day=30, working_days_only=False), ""),
        (Rhythm("UTC", day=15), ""),
    ],
)
def test_a_rule_is_written_only_where_it_says_the_plan(rhythm: Rhythm, rule: str):
    assert rule_of(rhythm, [at for _, at in coming(rhythm).moments]) == rule


def test_a_month_left_out_breaks_the_rule_into_events():
    rhythm = Rhythm("UTC", day=15, working_days_only=False)
    whole = coming(rhythm)
    found = lines(calendar_file(Coming(**{**vars(whole), "moments": (*whole.moments[:3], *whole.moments[4:])})))

    assert found.count("BEGIN:VEVENT") == 11
    assert "RRULE" not in "".join(found)


def test_each_event_keeps_its_name_and_a_later_export_replaces_an_earlier_one():
    rhythm = Rhythm("Europe/Berlin", day=1)
    early, late = (lines(calendar_file(coming(rhythm, now=now))) for now in (NOW, NOW + timedelta(hours=1)))
    uids, numbers = ([[x for x in found if x.startswith(part)] for found in (early, late)] for part in ("UID:", "SEQ"))

    assert uids[0] == uids[1]
    assert len(set(uids[0])) == 12
    assert int(numbers[0][0].partition(":")[2]) < int(numbers[1][0].partition(":")[2]) < 2**31


HOSTILE = 'Prices; "now", \\n\r\nBEGIN:VALARM\r\nACTION:DISPLAY 日本語 ' + "🇩🇪" * 60


def test_a_name_is_words_whatever_it_holds_and_no_line_is_too_long():
    found = calendar_file(coming(Rhythm("UTC", day=1), name=HOSTILE))

    assert all(len(line) <= 75 for line in found.split(b"\r\n"))
    assert not re.search(rb"(?m)^BEGIN:VALARM", found)
    summary = str(next(iter(icalendar.Calendar.from_ical(found).walk("VEVENT")))["SUMMARY"])
    assert summary == f'Review: Prices; "now", \\n BEGIN:VALARM ACTION:DISPLAY 日本語 {"🇩🇪" * 60}'
    assert vobject.readOne(found.decode()).vevent_list[0].summary.value == summary


def planned(**changes: object) -> Turn:
    feature = FEATURE.model_copy(update={"schedule": FEATURE.schedule.model_copy(update=changes)})
    command = commands.AddToCalendar(tenant=T1, channel="C1", actor="U2", assessment_id=feature.id)
    recalled = Recalled(now=NOW, framework=FRAMEWORK, new_id="n1", assessment=feature, links={"parent": "https://x/p1"})
    return advance(command, declared(command, recalled))


async def test_a_press_puts_the_next_twelve_reviews_into_the_thread(tmp_path: Path):
    file, told = planned().says
    async with open_storage(f"sqlite:///{tmp_path}/x.db") as storage:
        made = await all_files(storage)["calendar_file"](write_reply(file.reply))

    assert (file.method, file.under_key, file.user) == (DeliveryMethod.UPLOAD, "parent", "U2")
    assert file.message_key == "calendar:20261128080000"
    assert made.name.endswith(".ics")
    assert len(by_vobject(made.content)) == 12
    assert by_vobject(made.content) == [at for _, at in file.reply.moments]
    assert "URL:https://x/p1" in lines(made.content)
    assert told.reply.done is Done.CALENDAR


@pytest.mark.parametrize("state", [ScheduleState.PAUSED, ScheduleState.STOPPED])
def test_where_reviews_rest_there_is_nothing_to_put_down(state: ScheduleState):
    (told,) = planned(state=state).says

    assert told.reply.aside is Aside.PAUSED


def test_a_skipped_month_is_not_in_the_calendar():
    whole = planned().says[0].reply.moments
    without = planned(skipped=(whole[2][0],)).says[0].reply.moments

    assert whole[2] not in without
    assert len(without) == 12


def test_who_asked_hears_where_slack_takes_no_file():
    about = {"tenant": T1, "actor": "U2", "channel": "C1", "assessment_id": FEATURE.id, "delivery_id": "d1"}
    failed = commands.DeliveryFailed(
        **about, method=DeliveryMethod.UPLOAD, message_key="calendar:20261128080000", error="missing_scope"
    )
    recalled = Recalled(now=NOW, framework=FRAMEWORK, new_id="n1", assessment=FEATURE)
    (told,) = advance(failed, declared(failed, recalled)).says

    assert (told.user, told.reply.trouble) == ("U2", Trouble.NO_FILES)
