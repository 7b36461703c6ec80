"""Commands of the Home tab and of the portfolio, and those that ask for files."""

from typing import Literal

from bot.commands.base import CommandBase


class AppHomeOpened(CommandBase):
    """Somebody looks at the Home tab, or turned one of its pages."""

    kind: Literal["app_home_opened"] = "app_home_opened"
    page: int = 0


class RefreshHome(CommandBase):
    """Something changed that the Home of the actor shows, who looked at it a while ago. Nobody pressed anything."""

    kind: Literal["refresh_home"] = "refresh_home"


class ShowPortfolio(CommandBase):
    """`/ftrag portfolio`, its button in the Home, or one of its pages."""

    kind: Literal["show_portfolio"] = "show_portfolio"
    page: int = 0
    is_turned: bool = False
    """Whether a button was pressed: where it stands in the portfolio, the page takes that message's place."""


class ExportRecord(CommandBase):
    """`/ftrag export [name]` ("" for the channel's newest decision), or the button of one: its decision record."""

    kind: Literal["export_record"] = "export_record"
    assessment_id: str = ""
    name: str = ""
    secrets: str = ""
    """What becomes of what looks like a secret: "cover" or "keep"; empty where nobody was asked."""


class ExportTables(CommandBase):
    """`/ftrag export channel` or `workspace`: answers, reviews and failures as JSON and CSV."""

    kind: Literal["export_tables"] = "export_tables"
    is_workspace: bool = False
    to: str = ""
    """"me" or "here"; empty where nobody was asked."""
    secrets: str = ""
    """As for a record."""
