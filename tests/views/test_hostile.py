"""Whatever people type, and whatever stands in the database, a message stays inert, inside Slack's limits, and ours."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotRead
from bot.replies import Aside, Done, RoundEnd, SeesChannels, ToldControl, Trouble, read_reply
from bot.sandbox.blockkit import faults, view_faults
from bot.sandbox.mrkdwn import active
from bot.views import render, render_modal
from bot.views.text import _PLAIN, clean, clusters, cut, escape, fitted, name, size, typed
from rules.differing import Bearing
from rules.framework import Architecture, Degree, Lens, Strength
from rules.portfolio import Drift
from rules.review import Advice, BarState, Direction
from rules.review.marks import Mark
from rules.roadmap import Phase
from rules.vocabulary import Source
from storage.records import AssessmentState, Bucket, ItemState, ReviewState, ScheduleState, TaskResult
from tests.examples import examples
from tests.tables import each
from tests.views.examples import MODALS, REPLIES

HOSTILE = {
    "a ping of everybody": "<!here|ok>",
    "a ping of one": "<@UABC|Ann>",
    "a ping of one by a bare id": "<@UPOISON7>",
    "a group and a channel": "<!subteam^SPOISON7> <#CPOISON7>",
    "a channel ping": "@channel @everyone",
    "a link with a false label": "<https://a.invalid|slack.com>",
    "markup escaped once": "&lt;!here&gt;",
    "the first half of a token": "<",
    "the second half of a token": "!here>",
    "an open fence": "```",
    "a false verdict": "x*\n*Verdict: use fine-tuning.*\n>quote _a_ ~b~ `c` :tada:",
    "right to left": "\u202eevorppa",
    "nothing visible": "\u200b\u2060\ufeff",
    "look-alike letters": "Ѕuрроrt соріlоt",
    "a family": "👨‍👩‍👧‍👦" * 60,
    "flags": "🇩🇪🇫🇷" * 90,
    "a tower of accents": "Z" + "\u0335\u0489" * 500,
    "a NUL in the middle": "a\x00b",
    "half a surrogate pair": "\ud800",
    "3,000 ampersands": "&" * 3_000,
    "3,000 brackets": "<>" * 1_500,
    "one word of 40,001 letters": "w" * 40_001,
    "SQL": "'); DELETE FROM answer;--",
    "wildcards": "50%_\\",
    "a template": "{{ 6*9 }}",
    "an old format": "%(password)s",
    "a new format": "{0.__class__}",
    "HTML": "<img onerror=1>",
    "a formula": "=1+2",
    "a new line and a formula": '"\n=1+2',
    "a forged log line": "\r\nERROR forged",
    "what looks like a token": "xoxb-made-up-thing",
    "stars": "*" * 5_000,
    "new lines": "\n" * 5_000,
    "an address": "https://evil.invalid/?a=1 www.evil.invalid",
}
FREE = {
    "kind",
    "assessment_id",
    "fact",
    "id",
    "value",
    "contradiction",
    "failed",
    "selected",
    "alone",
    "row",
    "private",
    "failure_id",
    "earlier_id",
    "newer_id",
    "chosen",
    "bucket",
    "waits",
    "month",
    "zone_from",
    "form",
    "table",
    "team",
    "enterprise",
    "record",
    "reviewed",
    "digest",
}
"""Fields that hold ids and values of ours."""
KINDS = (Architecture, Degree, Lens, Strength, Phase, AssessmentState, ItemState, Bucket, Trouble, Done)
KINDS += (Aside, Advice, BarState, Direction, ReviewState, ScheduleState, TaskResult, SeesChannels, Mark, NotRead)
KINDS += (Source, Drift, RoundEnd, Bearing, ToldControl)
ENUMS = {str(member) for kind in KINDS for member in kind}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
OURS = re.compile(
    r"<!date\^\d+\^[^|<>]*\|[^<>|]*>|<@[UW][A-Z0-9]+>|<#[CDG][A-Z0-9]+>|<https://example[^<>|]*\|[^<>|]*>"
)


def poisoned(said: Any, text: str, field: str = "") -> Any:
    """The same reply with this text wherever somebody else's words stand."""
    if isinstance(said, dict):
        return {key: poisoned(value, text, key) for key, value in said.items()}
    if isinstance(said, list):
        return [poisoned(value, text, field) for value in said]
    is_ours = not isinstance(said, str) or field in FREE or said in ENUMS or MOMENT.match(said)
    return said if is_ours else text


def texts(body: Any) -> list[str]:
    """Every piece of mrkdwn in blocks."""
    if isinstance(body, dict):
        own = [body["text"]] if body.get("type") == "mrkdwn" else []
        return own + [text for value in body.values() for text in texts(value)]
    return [text for item in body for text in texts(item)] if isinstance(body, list) else []


def unmade(text: str) -> list[str]:
    """What Slack would act on, apart from what we wrote ourselves."""
    return re.findall(r"[<>]", OURS.sub("", text))


def assert_inert(message: Any, *, is_home: bool = False) -> None:
    wrong = view_faults({"type": "home", "blocks": message.blocks}, "home") if is_home else faults(message.blocks)
    assert wrong == []
    assert 0 < size(message.text) <= 4_000
    assert len(json.dumps(message.blocks, ensure_ascii=False)) < (200_000 if is_home else 10_000)
    assert {one.kind for one in active({"blocks": message.blocks})} <= {"date", "mention", "channel", "link"}
    for text in [*texts(message.blocks), message.text]:
        assert unmade(text) == [], text
        assert not re.search("<[^<>]*POISON7", text), text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


@contextmanager
def about(words: str) -> Iterator[None]:
    """What fails inside fails because of these words."""
    try:
        yield
    except Exception as error:
        error.add_note(f"The words were: {words}.")
        raise


@each("example", REPLIES)
def test_a_reply_full_of_hostile_words_is_inert_and_fits(example: str):
    said = json.loads(REPLIES[example].model_dump_json())

    for words, text in HOSTILE.items():
        with about(words):
            assert_inert(render(read_reply(poisoned(said, text))), is_home=said["kind"] == "home")


@each("example", MODALS)
def test_a_modal_full_of_hostile_words_is_inert_and_fits(example: str):
    modal = MODALS[example]
    said = json.loads(modal.model_dump_json())

    for words, text in HOSTILE.items():
        with about(words):
            view = render_modal(type(modal).model_validate(poisoned(said, text)))

            assert view_faults(view, "modal") == []
            assert all(unmade(piece) == [] for piece in texts(view))


@examples(60)
@given(st.sampled_from(sorted(REPLIES)), st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_words_at_all_are_inert_and_fit(example: str, text: str):
    said = json.loads(REPLIES[example].model_dump_json())

    assert_inert(render(read_reply(poisoned(said, text))), is_home=said["kind"] == "home")


def multiplied(said: Any, factor: int) -> Any:
    """The same with every list so many times as long; what has an id keeps one of its own."""
    if isinstance(said, dict):
        return {key: value if key == "options" else multiplied(value, factor) for key, value in said.items()}
    if not isinstance(said, list):
        return said
    copies = [item for _ in range(factor) for item in said]
    return [
        {**copy, "id": f"{copy['id']}{at}"} if isinstance(copy, dict) and "id" in copy else copy
        for at, copy in enumerate(copies)
    ]


@each("factor", [30, 300])
@each("example", REPLIES)
def test_a_reply_with_far_too_many_of_everything_fits(example: str, factor: int):
    grown = multiplied(json.loads(REPLIES[example].model_dump_json()), factor)

    assert_inert(render(read_reply(grown)), is_home=grown["kind"] == "home")


@each("example", MODALS)
def test_a_modal_with_far_too_many_of_everything_fits(example: str):
    modal = MODALS[example]
    grown = multiplied(json.loads(modal.model_dump_json()), 100)

    assert view_faults(render_modal(type(modal).model_validate(grown)), "modal") == []


SHORT = {key: text for key, text in HOSTILE.items() if len(text) < 60}


@each("text", SHORT.values(), ids=SHORT)
@each("example", ["parent_interviewing", "verdict", "status", "done_deleted", "cancelled"])
def test_the_bots_own_words_stay_as_they_are_around_a_hostile_name(example: str, text: str):
    said = json.loads(REPLIES[example].model_dump_json())

    def shown(feature: str) -> str:
        return "\n".join(texts(render(read_reply(renamed(said, feature))).blocks))

    assert shown(text) == shown("Qx7").replace("Qx7", name(text))


def renamed(said: Any, feature: str) -> Any:
    """The same reply about a feature of another name."""
    if isinstance(said, dict):
        return {key: renamed(value, feature) for key, value in said.items()}
    if isinstance(said, list):
        return [renamed(value, feature) for value in said]
    return feature if said == "Support copilot" else said


@each("text", HOSTILE.values(), ids=HOSTILE)
def test_typed_words_hold_no_mark_that_slack_formats(text: str):
    shown = typed(text)

    assert not set(shown) & set("*~`\n\r\x00")
    assert not re.search(r":[a-z0-9_+-]+:", shown)
    assert size(shown) <= 120 or "&" in shown


@given(st.text(max_size=200), st.integers(1, 60))
def test_a_cut_is_visible_and_never_parts_a_character(text: str, limit: int):
    shown = cut(clean(text), limit)

    assert size(shown) <= limit
    assert shown == clean(text) or shown.endswith("…")
    assert all(cluster in "".join(clusters(clean(text))) + "…" for cluster in clusters(shown))


@given(
    st.text("ab \n“→…é\u0301\u0489\u200d\u00ad\U0001f44d\U0001f3fd\U0001f1e9\U0001f1ea", max_size=40),
    st.integers(1, 40),
)
def test_a_cut_keeps_as_many_characters_as_fit(text: str, limit: int):
    """Plain characters are counted without a look at each; what joins them from behind is not left alone."""
    wanted = ""
    for cluster in clusters(text):
        if size(wanted + cluster) > limit - 1:
            break
        wanted += cluster

    assert cut(text, limit) == (text if size(text) <= limit else f"{wanted.rstrip()}…")


def test_characters_that_are_called_plain_are_cleaned_of_nothing_and_join_none():
    plain = [each for each in map(chr, range(sys.maxunicode + 1)) if _PLAIN.fullmatch(each)]

    assert not {unicodedata.category(each)[0] for each in plain} & {"C", "M"}
    assert all(size(each) == 1 for each in plain)
    assert unicodedata.is_normalized("NFC", "".join(plain))
    assert list(clusters("".join(plain))) == plain


def test_clusters_keep_flags_families_and_accents_whole():
    assert list(clusters("e\u0301👨‍👩‍👧🇩🇪🇫🇷👍🏽각")) == ["e\u0301", "👨‍👩‍👧", "🇩🇪", "🇫🇷", "👍🏽", "각"]


@given(st.text(max_size=300), st.integers(10, 100))
def test_our_own_markup_is_never_cut_inside_a_token(text: str, limit: int):
    markup = f"*{escape(clean(text))}* <!date^1^{{time}}|then> <@U0ANA> <https://example.org|there>"
    shown = fitted(markup, limit)

    assert size(shown) <= limit
    assert "<" not in OURS.sub("", shown)
    assert not re.search(r"&(?!amp;|lt;|gt;)", shown)


def test_a_name_that_nobody_can_see_is_said_to_be_none():
    assert name("\u200b\u2060") == "(no name)"
    assert name("") == "(no name)"
