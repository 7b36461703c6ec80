"""The column types: what people typed is made storable here, once, the same on both engines.

PostgreSQL takes neither NUL nor half of a surrogate pair, and SQLite reads past a NUL but counts only up to it. So NUL
is left out and a lone surrogate becomes U+FFFD, in words and inside JSON, on the way in and in what is searched for.
"""

from typing import Any

from pydantic_core import PydanticSerializationError, to_json
from sqlalchemy import BigInteger, Integer, Text
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


def json_text(value: Any) -> str:
    """The JSON text of plain data or records: every string in it storable, and null for what is no number."""
    try:
        text = _json(value)
    except PydanticSerializationError:  # half of a surrogate pair is no text
        return _json(_storable_within(value))
    return _json(_storable_within(value)) if "\\u0000" in text else text


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
