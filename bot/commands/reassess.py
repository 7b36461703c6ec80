"""Commands of the re-assessment: a new version of a decision that starts from the answers of the earlier one."""

from typing import Literal

from bot.commands.base import AboutQuestion, CommandBase


class Reassess(CommandBase):
    """`/ftrag reassess [name]`, or the button on a decision; without either the channel's newest decided one."""

    kind: Literal["reassess"] = "reassess"
    assessment_id: str = ""
    name: str = ""


class StillSo(AboutQuestion):
    """The earlier version's answer still holds."""

    kind: Literal["still_so"] = "still_so"


class KeepRest(AboutQuestion):
    """This one and all that nobody has looked at yet still hold; `fact` is the one that stands open."""

    kind: Literal["keep_rest"] = "keep_rest"


class SomethingElse(AboutQuestion):
    """It does not: ask the question in full."""

    kind: Literal["something_else"] = "something_else"
