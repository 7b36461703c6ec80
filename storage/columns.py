"""The column types: what people typed is made storable here, once, the same on both engines.

PostgreSQL takes neither NUL nor half of a surrogate pair, and SQLite reads past a NUL but counts only up to it. So NUL
is left out and a lone surrogate becomes U+FFFD, in words and inside JSON, on the way in and in what is searched for.
"""

from typing import Any

from pydantic_core import PydanticSerializationError, from_json, to_json
from sqlalchemy import JSON, BigInteger, Integer, Text
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator

Counter = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database counts up; SQLite does so only for INTEGER."""


def storable(text: str) -> str:
    """The text without NUL, its surrogate pairs joined and lone ones replaced by U+FFFD."""
    if type(text) is not str:
        text = str(text)  # a word of an enum becomes a plain one
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Words(TypeDecorator[str]):
    """Text of any length, made storable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base's signature
        """Make it storable on the way in."""
        return None if value is None else storable(value)


class Kept(JSON):
    """JSON of frozen values that is read again soon after it was written, as by the next answer of an interview."""


_KEPT: dict[str, Any] = {}
"""What texts of such JSON were made of lately: whoever reads the same text is given that, and nothing is made anew."""
_MOST_KEPT = 128


def kept_text(value: Any) -> str:
    """As `json_text`; kept for whoever reads it, where the text says just what the value does."""
    text = _plain_text(value)
    if text is None:
        return json_text(value)
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    _KEPT[text] = value
    return text


def kept_data(stored: str | None) -> Any:
    """As `json_data`, or what the text was made of."""
    kept = _KEPT.get(stored) if stored is not None else None
    return json_data(stored) if kept is None else kept


def json_text(value: Any) -> str:
    """The JSON text of plain data or records: every string in it storable, and null for what is no number."""
    text = _plain_text(value)
    return _json(_storable_within(value)) if text is None else text


def json_data(stored: str | None) -> Any:
    """What a stored JSON text says; None where there is none."""
    return None if stored is None else from_json(stored)


def _plain_text(value: Any) -> str | None:
    """The JSON text, where every string in it is storable as it is."""
    try:
        text = _json(value)
    except PydanticSerializationError:  # half of a surrogate pair is no text
        return None
    return None if "\\u0000" in text else text


def _json(value: Any) -> str:
    return to_json(value, inf_nan_mode="null").decode()


def _storable_within(value: Any) -> Any:
    match value:
        case str():
            return storable(value)
        case dict():
            return {_storable_within(key): _storable_within(item) for key, item in value.items()}
        case list() | tuple():
            return [_storable_within(item) for item in value]
        case _ if hasattr(value, "model_dump"):
            return _storable_within(value.model_dump())
        case _:
            return value
