"""The gate: what is truly Slack's passes; all else is refused with a 4xx and a sentence, whatever it is."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict
from slack_bolt.request.internals import parse_body

from bot.rim.gate import Refused, admit, examine, sign
from tests.tables import each

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SECRET = "gate-canary-secret"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
SLASH = {"command": "/ftrag", "text": "help", "team_id": "T1", "user_id": "U1", "channel_id": "C1", "trigger_id": "1.2"}
CLICK = {
    "type": "block_actions",
    "user": {"id": "U1", "team_id": "T1"},
    "team": {"id": "T1"},
    "channel": {"id": "C1"},
    "actions": [{"type": "button", "action_id": "a", "block_id": "b", "value": "v"}],
}
EVENT = {"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "event": {"type": "app_mention", "user": "U1"}}


def headers(raw: bytes, kind: str = FORM, at: datetime = NOW, **changed: str) -> CIMultiDict[str]:
    stamp = str(int(at.timestamp()))
    made = {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": sign(raw, secret=SECRET, timestamp=stamp),
    }
    return CIMultiDict(made | changed)


def enter(raw: bytes, kind: str = FORM, **changed: str) -> dict:
    return admit(headers(raw, kind, **changed), raw, secret=SECRET, now=NOW)


def form(body: dict) -> bytes:
    return urlencode({"payload": json.dumps(body)}).encode()


def refusal(raw: bytes, kind: str = FORM, **changed: str) -> Refused:
    with pytest.raises(Refused) as refused:
        enter(raw, kind, **changed)
    return refused.value


def test_a_slash_command_a_click_and_an_event_pass_as_what_they_say():
    assert enter(urlencode(SLASH).encode()) == SLASH
    assert enter(form(CLICK)) == CLICK
    assert enter(json.dumps(EVENT).encode(), JSON) == EVENT


def test_a_slash_command_whose_text_contains_payload_keeps_its_text():
    raw = urlencode({**SLASH, "text": "assess payload inspector"}).encode()

    assert enter(raw)["text"] == "assess payload inspector"


def test_bolt_still_loses_such_a_command_so_the_way_around_it_is_still_needed():
    assert parse_body("command=%2Fftrag&text=payload+inspector", FORM) == {}


def test_the_signature_is_over_every_byte():
    raw = urlencode(SLASH).encode()
    good = headers(raw)
    for at in range(len(raw)):
        changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
        with pytest.raises(Refused) as refused:
            admit(good, changed, secret=SECRET, now=NOW)

        assert refused.value.status == 401


@pytest.mark.parametrize("seconds", [-301, 301, 86_400, -86_400])
def test_a_request_from_outside_five_minutes_is_refused(seconds: int):
    raw = urlencode(SLASH).encode()
    old = headers(raw, at=NOW + timedelta(seconds=seconds))

    with pytest.raises(Refused) as refused:
        admit(old, raw, secret=SECRET, now=NOW)

    assert refused.value.status == 401


@pytest.mark.parametrize("seconds", [-299, 0, 299])
def test_a_request_from_within_five_minutes_passes(seconds: int):
    raw = urlencode(SLASH).encode()

    assert admit(headers(raw, at=NOW + timedelta(seconds=seconds)), raw, secret=SECRET, now=NOW) == SLASH


@each("stamp", ["", "abc", "1e9", "-1", "9" * 5000, "１２３", "1.0", " 1", "nan", "\udcff"])
def test_an_odd_timestamp_is_refused(stamp: str):
    assert refusal(b"a=b", **{"X-Slack-Request-Timestamp": stamp}).status == 401


@pytest.mark.parametrize("signature", ["", "v0=", "v1=00", "v0=ü", "\udcff\udcfe", "v0=" + "0" * 64, "0" * 100_000])
def test_an_odd_signature_is_refused(signature: str):
    assert refusal(urlencode(SLASH).encode(), **{"X-Slack-Signature": signature}).status == 401


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "multipart/form-data; boundary=x", f"{JSON}; charset=utf-16", f"{FORM}; charset=latin-1"]
)
def test_another_content_type_or_charset_is_refused(kind: str):
    assert refusal(b"a=b", kind).status == 415


@each(
    ("raw", "kind"),
    [
        (b"\xff\xfe", JSON),
        (b"{", JSON),
        (b"", JSON),
        (b"[]", JSON),
        (b"null", JSON),
        (b'"x"', JSON),
        (b"[" * 100_000, JSON),
        (b'{"a":' * 60 + b"1" + b"}" * 60, JSON),
        (b'{"type": "event_callback", "event": NaN}', JSON),
        (b'{"type": ' + b"9" * 5000 + b"}", JSON),
        (b"payload={", FORM),
        (b"payload=", FORM),
        (b"payload=[]", FORM),
        (b"payload=%ff", FORM),
        (b"command=%2Fftrag&text=%ff&user_id=U1&channel_id=C1", FORM),
        (b"payload={}&payload={}", FORM),
        (b"a=1&" * 500, FORM),
        (b"text=hello", FORM),
        (b"", FORM),
    ],
)
def test_a_signed_body_that_is_no_payload_is_a_400(raw: bytes, kind: str):
    assert refusal(raw, kind).status == 400


@each(
    "changed",
    [
        {"actions": []},
        {"actions": None},
        {"actions": [5]},
        {"actions": [{"type": "button"}]},
        {"team": 5},
        {"team": {"id": None}},
        {"user": "U1"},
        {"user": {}},
        {"user": {"id": "'; DROP TABLE"}},
        {"channel": {"id": "C1\x00"}},
        {"view": "x"},
        {"message": []},
        {"response_urls": [None]},
        {"type": ["block_actions"]},
    ],
)
def test_a_click_of_another_shape_is_a_400(changed: dict):
    assert refusal(form(CLICK | changed)).status == 400


@each(
    "changed",
    [
        {"event": "x"},
        {"event": None},
        {"event": {}},
        {"event": {"type": 5}},
        {"event_id": ""},
        {"authorizations": {}},
        {"authorizations": [[]]},
        {"team_id": 5},
    ],
)
def test_an_event_of_another_shape_is_a_400(changed: dict):
    assert refusal(json.dumps(EVENT | changed).encode(), JSON).status == 400


def test_a_type_that_nobody_knows_yet_passes():
    assert enter(form({"type": "something_new"})) == {"type": "something_new"}


def test_a_click_without_a_block_passes():
    pressed = {"type": "button", "action_id": "a", "value": "v"}

    assert enter(form(CLICK | {"actions": [pressed]}))["actions"] == [pressed]


def test_an_organization_wide_command_without_a_team_passes():
    assert enter(urlencode(SLASH | {"team_id": "", "is_enterprise_install": "true"}).encode())["team_id"] == ""


def test_an_organization_wide_click_without_a_team_passes():
    assert enter(form(CLICK | {"team": None, "enterprise": {"id": "E1"}}))["team"] is None


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


def status(do) -> int:
    """0 for what passes, else the status of the refusal; anything else than a refusal is an error."""
    try:
        do()
    except Refused as refused:
        return refused.status
    return 0


@given(
    kind=st.sampled_from(["block_actions", "view_submission", "event_callback", "shortcut"]), more=JSONS, key=st.text()
)
def test_whatever_stands_in_a_payload_it_passes_or_is_refused(kind: str, more: object, key: str):
    body = {"type": kind, "user": more, key: more, "event": more, "actions": more, "view": more, "team": more}

    assert status(lambda: examine(body)) in {0, 400}


@given(raw=st.binary(max_size=200), kind=st.sampled_from([FORM, JSON]))
def test_whatever_is_signed_it_passes_or_is_refused(raw: bytes, kind: str):
    assert status(lambda: enter(raw, kind)) in {0, 400}


PIECES = [
    b"a",
    b"=",
    b"&",
    b"+",
    b"%",
    b"%4",
    b"%41",
    b"%c3%A9",
    b"%c3",
    b"%ff",
    b"%ED%A0%80",
    b"%EF%BF%BD",
    b"\xc3\xa9",
]


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_a_form_is_read_as_pythons_own_strict_reader_reads_it(pieces: list[bytes]):
    raw = b"&".join((urlencode(SLASH | {"command": "/x"}).encode(), b"more=" + b"".join(pieces)))
    try:
        fields = parse_qsl(raw.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        fields = []

    if len(fields) == len(dict(fields)) > 0:
        assert enter(raw) == dict(fields)
    else:
        assert refusal(raw).status == 400


@pytest.mark.parametrize("kind", [None, 1, True, [], ["block_actions"], {}])
def test_a_payload_whose_type_is_no_word_is_refused_and_still_says_whose_it_is(kind: object):
    assert refusal(form(CLICK | {"type": kind})).body == CLICK | {"type": kind}


def test_a_refusal_says_nothing_of_the_body():
    for body in ({"type": "block_actions", "user": "canary"}, {"type": "view_submission", "user": {"id": "canary!"}}):
        assert "canary" not in refusal(form(body)).sentence
