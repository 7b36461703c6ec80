"""The record as an auditor reads it: its status for every tool, who said what before, ids beside names, file names."""

import re
from datetime import timedelta

import yaml

from bot.dialogue.exporting import written
from bot.exports import Kept, build_record, link_to, render_html, render_markdown
from rules import FRAMEWORK
from storage.answer_records import TakenBack
from tests.bot.records import BOTH, NAMES, NOW, Render, assessment, newest, versions


def test_readers_of_every_form_of_madr_find_the_status_where_they_look_for_it():
    """In the front matter (MADR 4), in the list under the title (MADR 2, log4brains), in a section (adr-viewer).

    An empty line ends the front matter: else log4brains takes it for a heading, and a superseded record for accepted.
    """
    first, second, third = versions()
    assert second.decision is not None
    links = {"a3": "support-copilot-2026-03-22-a3"}
    made = written(second, second.decision, Kept(before=(first,), after=third, links=links), FRAMEWORK, NAMES).record
    old, new = render_markdown(made), render_markdown(newest())
    front, body = old.split("\n\n---\n", 1)

    assert yaml.safe_load(front.removeprefix("---\n"))["status"] == "superseded by a3"
    assert body.startswith("\n# Support copilot")
    assert "\n* Status: superseded by [Support copilot](support-copilot-2026-03-22-a3.md)\n" in body
    assert "\n## Status\n\nSuperseded by " in body
    assert "* Deciders: Ana Petrov, Ben Ortiz\n* Date: 2026-03-22\n" in body
    assert "\n* Status: accepted\n" in new
    assert "\n## Status\n\nAccepted" in new


@BOTH
def test_the_log_says_what_was_answered_before_by_whom_and_in_which_words(render: Render):
    third = versions()[2]
    now = third.answers["freshness"].model_copy(update={"said": "they change it every Monday", "by": "U1"})
    first = now.model_copy(update={"value": "daily", "by": "U2", "said": None})
    changed = third.model_copy(update={"answers": {**third.answers, "freshness": now}})
    text = re.sub(r"<[^>]+>|\|", " ", render(build_record(changed, answers=(first, now), names=NAMES)))
    lines = [" ".join(line.split()) for line in text.splitlines()]

    later = next(line for line in lines if "How often the truth changes weekly" in line and "said" in line)
    assert "daily, said Ben Ortiz" in later
    assert "(typed: “they change it every Monday”)" in later


@BOTH
def test_the_log_says_why_an_answer_was_changed_and_what_was_typed_is_dead(render: Render):
    third = versions()[2]
    why = "it moved to [the wiki](https://evil.example) <b>now</b> | $x$"
    first = third.answers["freshness"].model_copy(update={"value": "daily"})
    now = third.answers["freshness"].model_copy(update={"reason": why})
    changed = third.model_copy(update={"answers": {**third.answers, "freshness": now}})
    text = render(build_record(changed, answers=(first, now), names=NAMES))
    (line,) = [line for line in text.splitlines() if "changed because" in line]

    assert "<b>" not in line
    assert render is render_html or "](https://evil" not in line
    assert "it moved to" in line


@BOTH
def test_who_answered_only_after_the_decision_is_no_decider_and_is_named_with_what_they_changed(render: Render):
    third, late = versions()[2], NOW + timedelta(days=3)
    given = tuple(third.answers.values())
    after = third.answers["freshness"].model_copy(update={"value": "daily", "by": "U7", "at": late})
    new = third.answers["need"].model_copy(update={"fact": "volume", "value": "under_1k", "by": "U7", "at": late})
    answers = {**third.answers, "freshness": after, "volume": new}
    changed = third.model_copy(update={"answers": answers})
    record = build_record(changed, answers=(*given, after, new), names={**NAMES, "U7": "Gil Sand"})
    text = " ".join(re.sub(r"<[^>]+>", " ", render(record)).replace("\\", "").split()).replace(") ,", "),")

    assert record.decided_by == ("Ana Petrov", "Ben Ortiz")
    told = text[text.index("Answered after the decision, which stands as it was:") :]
    for topic, said in {
        "How often the truth changes": "daily (weekly before)",
        "Requests a day": "under 1,000 a day",
    }.items():
        assert f"{topic}: {said}, Gil Sand, 2026-03-25 10:00" in told
    assert "Answered after" not in render(newest())


def test_whoever_answered_is_a_decider_though_another_one_changed_it_later():
    third, late = versions()[2], NOW + timedelta(days=3)
    bens = third.answers["freshness"].model_copy(update={"by": "U7"})
    after = bens.model_copy(update={"value": "daily", "by": "U8", "at": late})
    changed = third.model_copy(update={"answers": {**third.answers, "freshness": after}})

    assert "U7" in build_record(changed, answers=(bens, after), names=NAMES).decided_by
    assert "U8" not in build_record(changed, answers=(bens, after), names=NAMES).decided_by


def test_what_was_taken_back_before_the_decision_makes_nobody_a_decider():
    third = versions()[2]
    first = third.answers["freshness"]
    other = first.model_copy(update={"value": "daily", "by": "U7", "at": NOW + timedelta(seconds=20)})
    gone = TakenBack("freshness", other.at.isoformat(), "U7", NOW + timedelta(seconds=30)).as_asked
    back = third.model_copy(update={"asked": (*third.asked, gone)})

    assert "U7" not in build_record(back, answers=(first, other, first), names=NAMES).decided_by
    assert "U7" in build_record(third, answers=(first, other), names=NAMES).decided_by


@BOTH
def test_names_stand_beside_the_ids_by_which_the_tables_know_people(render: Render):
    text = re.sub(r"<[^>]+>", " ", render(newest()))

    assert "Ana Petrov: U1" in text
    assert "Ben Ortiz: U2" in text


def test_a_file_named_in_another_alphabet_is_linked_by_an_address_that_every_reader_takes():
    link = link_to(assessment(name="日本", id="a2"), "a2", "日本-2026-03-22-a2")
    text = render_markdown(build_record(assessment(id="a3", supersedes="a2"), supersedes=link))

    assert "](%E6%97%A5%E6%9C%AC-2026-03-22-a2.md)" in text
