"""Commands of the roadmap."""

from typing import Literal

from bot.commands.base import AboutAssessment, CommandBase


class ShowRoadmap(CommandBase):
    """`/ftrag roadmap` ("" for the channel's newest decided assessment), or the button of one."""

    kind: Literal["show_roadmap"] = "show_roadmap"
    assessment_id: str = ""


class MarkItem(AboutAssessment):
    """One roadmap item is done, or open again."""

    kind: Literal["mark_item"] = "mark_item"
    item_id: str
    is_done: bool
    is_copy: bool = False
    """Whether it was ticked in a copy that only this person sees (`/ftrag roadmap`), which is not edited."""
