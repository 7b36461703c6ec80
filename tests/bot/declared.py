"""What a step is told in tests: what it says that it needs, and an error where it reads anything else.

Recall fetches nothing that no step asks for, so a step that reads more would find nothing there in a workspace.
"""

import dataclasses
import sys
from collections.abc import Mapping
from typing import Any

from bot.commands import CommandBase
from bot.dialogue import Recalled, step_of
from bot.dialogue.needs import Link, Needs
from bot.dialogue.turn import MESSAGE, PARENT
from rules.facts import FACTS

ALWAYS = {"now", "framework", "new_id", "assessment", "previous", "roadmap", "blind", "uses_model", "default_zone"}
"""What each step is told: the moment, the rules, its assessment with the version that it revises and what was
answered alone;
whether a language model is asked, which has to be said; and the workspace's zone, which is a setting."""


class UndeclaredError(AssertionError):
    """A step read what it does not say that it needs."""


def told(needs: Needs, command: CommandBase) -> set[str]:
    """The parts of what was recalled that this step may read for this command."""
    parts = {
        ("others", "more"): needs.others(command),
        ("links",): bool(needs.links) or needs.posted or needs.successor or needs.redraws(command),
        ("posted",): needs.posted,
        ("successor",): needs.successor,
        ("failure", "counts"): needs.failure or needs.fails(command),
        ("log",): needs.logs(command),
        ("reviews", "versions", "logged", "result_files"): needs.reviews(command),
        ("reviewed",): needs.reviewed,
        ("own",): needs.own,
        ("zone",): needs.zone(command),
        ("unknown",): needs.delivery or needs.unknown or needs.posted,
        ("tokens", "new_secret"): needs.tokens,
        ("gathered",): needs.gathers is not None,
    }
    return ALWAYS | {name for names, is_told in parts.items() if is_told for name in names}


class Declared(Recalled):
    """What was recalled, of which only what was asked for may be read."""

    def __getattribute__(self, name: str) -> Any:
        fields = object.__getattribute__(self, "__dataclass_fields__")
        may_read = object.__getattribute__(self, "__dict__").get("may_read", fields)
        is_copy = sys._getframe(1).f_code is dataclasses.replace.__code__  # copies every part, and reads none
        if name in fields and name not in may_read and not is_copy:
            raise UndeclaredError(f"a step reads {name} and does not say that it needs it")
        return object.__getattribute__(self, name)


class Links(dict[str, str]):
    """Addresses, of which only those of the kinds that were asked for may be read."""

    def __init__(self, links: Mapping[str, str], needs: Needs, command: CommandBase) -> None:
        super().__init__(links)
        by_assessment = {Link.OTHERS, Link.STARTED, Link.ROADMAP} & set(needs.links)
        self._may_read = {
            PARENT: needs.posted or Link.PARENT in needs.links,
            MESSAGE: Link.MESSAGE in needs.links,
            "review": bool({Link.REVIEW, Link.REVIEWS} & set(needs.links)),
            "question": needs.posted,
            "fact": needs.posted,
            "assessment": bool(by_assessment) or needs.successor or needs.redraws(command),
        }

    def get(self, name: str, default: Any = None) -> Any:
        """The address under this name."""
        kind = "fact" if name in FACTS else name.partition(":")[0]
        if not self._may_read[kind if kind in self._may_read else "assessment"]:
            raise UndeclaredError(f"a step reads the link {name} and does not say that it needs it")
        return super().get(name, default)


def declared(command: CommandBase, recalled: Recalled) -> Recalled:
    """The same, as the step of this command may read it."""
    needs = step_of(command).needs
    parts = {field.name: getattr(recalled, field.name) for field in dataclasses.fields(recalled)}
    strict = Declared(**parts | {"links": Links(recalled.links, needs, command)})
    object.__setattr__(strict, "may_read", told(needs, command))
    return strict
