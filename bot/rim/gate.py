"""The gate in front of Bolt: a request is Slack's, whole and of a known shape, or it goes no further.

Bolt reads a body before it checks the signature, answers odd ones with 500, writes the body of a badly signed one to
the log, and loses a slash command whose text contains the word "payload". So the bytes are checked here, in this order:
content type, time, signature over the raw bytes, strict UTF-8, JSON or form, depth and types. What passes is handed on
as a value; what does not is a `Refused` with a short sentence, and nothing of it is logged. Size is limited by the
server while it reads.
"""

import hmac
import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from pydantic import ValidationError
from yarl import query_to_pairs

from bot.rim.shapes import COMMAND, SHAPES, checked

LARGEST_BODY = 1024 * 1024
WINDOW = timedelta(minutes=5)
_DEEPEST = 40
_LONGEST_TIME = 12
_MOST_FIELDS = 60
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"


class Refused(Exception):  # noqa: N818 - an answer to a sender, not a fault
    """A request that goes no further, with the HTTP status and the sentence that its sender gets.

    `body` is what was read of one that is Slack's and only of another shape: it may still say whose it is.
    """

    def __init__(self, status: int, sentence: str, body: dict[str, Any] | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.body = body


def admit(headers: Mapping[str, str], raw: bytes, *, secret: str, now: datetime) -> dict[str, Any]:
    """The body of a request that is truly Slack's. Raises Refused for any other."""
    kind = _content_type(headers.get("Content-Type", ""))
    _check_time(headers.get("X-Slack-Request-Timestamp", ""), now)
    _check_signature(headers, raw, secret)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "The body is not UTF-8.") from None
    return examine(_read_json(text) if kind == _JSON else _read_form(text))


def examine(body: Any) -> dict[str, Any]:
    """The body, if it is not nested too deeply and has the shape that its type promises. Raises Refused."""
    if not isinstance(body, dict):
        raise Refused(400, "The body is not a JSON object.")
    _check_depth(body)
    shape = _shape(body)
    if shape is not None:
        try:
            checked(shape).validate_python(body)
        except ValidationError as faults:
            place = ".".join(str(part) for part in faults.errors()[0]["loc"][:3])
            raise Refused(400, f"The body is not what Slack sends: {place} is missing or wrong.", body) from None
    return body


def sign(raw: bytes, *, secret: str, timestamp: str) -> str:
    """Slack's signature of a body, version 0."""
    signed = b"v0:" + timestamp.encode() + b":" + raw
    return "v0=" + hmac.digest(secret.encode(), signed, "sha256").hex()


@lru_cache(maxsize=16)
def _content_type(header: str) -> str:
    """It is kept: Slack sends two."""
    kind, _, parameters = header.partition(";")
    charset = re.search(r"charset=\"?([\w-]+)", parameters, re.IGNORECASE)
    kind = kind.strip().lower()
    if kind not in {_FORM, _JSON} or (charset and charset[1].lower() not in {"utf-8", "utf8"}):
        raise Refused(415, "Slack sends a form or JSON in UTF-8; this is something else.")
    return kind


def _check_time(header: str, now: datetime) -> None:
    if not (header.isascii() and header.isdecimal() and len(header) <= _LONGEST_TIME):
        raise Refused(401, "The request carries no time.")
    if abs(now.timestamp() - int(header)) > WINDOW.total_seconds():
        raise Refused(401, "The request is older than five minutes, or from the future.")


def _check_signature(headers: Mapping[str, str], raw: bytes, secret: str) -> None:
    given = headers.get("X-Slack-Signature", "").encode("utf-8", "surrogateescape")
    right = sign(raw, secret=secret, timestamp=headers.get("X-Slack-Request-Timestamp", ""))
    if not hmac.compare_digest(given, right.encode()):
        raise Refused(401, "The signature is missing or wrong.")


def _read_json(text: str) -> Any:
    try:
        return _STRICT.decode(text)
    except (ValueError, RecursionError):
        raise Refused(400, "The body is not JSON.") from None


def _no_constant(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")


_STRICT = json.JSONDecoder(parse_constant=_no_constant)


def _read_form(text: str) -> Any:
    """A slash command's fields, or the JSON in `payload` where there is a field of that name."""
    try:
        fields = _fields(text)
    except ValueError:
        raise Refused(400, "The body is not a form in UTF-8.") from None
    form = dict(fields)
    if len(form) != len(fields):
        raise Refused(400, "The form names a field twice.")
    return _read_json(form["payload"]) if "payload" in form else form


def _fields(text: str) -> list[tuple[str, str]]:
    """The fields in order. Raises ValueError for too many, and for bytes that are no UTF-8.

    Python's own reader takes most of the time of a click on a large message, yarl's a tenth of it. But yarl puts U+FFFD
    for what is no UTF-8; where one is found, typed or put, the strict reader says which.
    """
    fields = query_to_pairs(text, max_fields=_MOST_FIELDS)
    if any("\ufffd" in word for field in fields for word in field):
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    return fields


def _shape(body: dict[str, Any]) -> type | None:
    if "type" not in body:
        return None if body.get("ssl_check") == "1" else COMMAND
    kind = body["type"]
    if not isinstance(kind, str):
        raise Refused(400, "The body is not what Slack sends: type is missing or wrong.", body)
    return SHAPES.get(kind)


def _check_depth(body: dict[str, Any]) -> None:
    """No recursion: the body may be nested as deeply as the JSON reader allowed."""
    layer: list[Any] = [body]
    for _ in range(_DEEPEST):
        layer = [
            inner
            for value in layer
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, dict | list)
        ]
        if not layer:
            return
    raise Refused(400, "The body is nested too deeply.")
