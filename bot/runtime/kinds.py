"""Values that are kept as rows: a class enters itself by its kind, and one that is read back is held to what it says.

A kind stands in stored rows for years, so it is a literal of its class, never made from the class's name.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


class UnreadableError(ValueError):
    """A stored value that this release cannot read; its text is one sentence, without anything that people typed."""


class Kinds(dict[str, type[M]], Generic[M]):
    """The classes of one family by their kinds. `noun` is what one of them is called in a sentence."""

    def __init__(self, noun: str) -> None:
        super().__init__()
        self._noun = noun

    def enter(self, model: type[M]) -> None:
        """Enter a class that has just been written; one without a kind only carries fields for others.

        Raises TypeError where another class has the same kind: stored rows could not tell the two apart.
        """
        field = model.model_fields.get("kind")
        if field is None:
            return
        if field.default in self:
            both = f"{self[field.default].__name__} and {model.__name__}"
            raise TypeError(f"{both} are both a {self._noun} of the kind {field.default!r}.")
        self[field.default] = model

    def read(self, stored: Mapping[str, Any]) -> M:
        """The value that a stored row holds.

        Raises UnreadableError for a kind that nobody knows, and for a field that is missing, odd or unknown.
        """
        kind = stored.get("kind")
        model = self.get(kind) if isinstance(kind, str) else None
        if model is None:
            raise UnreadableError(f"This release knows no {self._noun} of the kind {str(kind)[:80]!r}.")
        try:
            return model.model_validate(stored)
        except ValidationError as error:
            raise UnreadableError(f"The stored {self._noun} {kind!r} cannot be read: {_told(error)}.") from None


def _told(error: ValidationError) -> str:
    """Which fields are odd, and how."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in faults)
