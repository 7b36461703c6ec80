"""Commands about what an evaluation tool wrote: shared, read for a feature, and used in its reviews."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.commands.base import AboutAssessment, CommandBase
from bot.commands.review import AboutReview
from bot.errors import NotRead
from bot.results.summary import Summary
from storage.records import Way


class SharedFile(BaseModel):
    """One file that somebody shared, as its message names it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str = ""

    @property
    def progress_key(self) -> str:
        """The key of the line that says that this file takes a moment."""
        return f"reading:{self.id}"


class ReadFiles(CommandBase):
    """Read the files of this message as results of the feature in whose thread it stands."""

    kind: Literal["read_files"] = "read_files"
    thread_ts: str | None
    files: tuple[SharedFile, ...] = ()


class FileNotRead(AboutAssessment):
    """A shared file could not be read."""

    kind: Literal["file_not_read"] = "file_not_read"
    name: str = ""
    why: NotRead
    detail: str = ""
    progress: str = ""
    """The key of the line that said that it takes a moment; "" where none did."""


class ReadResults(AboutAssessment):
    """A result file was read for this feature."""

    kind: Literal["read_results"] = "read_results"
    way: Way = Way.SERVER
    name: str = ""
    """What the shared file is called."""
    progress: str = ""
    """The key of the line that said that it takes a moment; "" where none did."""
    summary: Summary
    """What the file says."""


class UseResults(AboutReview):
    """Take these results over into the open review."""

    kind: Literal["use_results"] = "use_results"
    digest: str
    place: int = 0
    """Which of the file's providers counts, in the order in which they were offered."""


class KeepResults(AboutAssessment):
    """Use these results in the next review."""

    kind: Literal["keep_results"] = "keep_results"
    digest: str
    place: int = 0
    """Which of the file's providers counts."""


class NameTask(AboutAssessment):
    """Whether a name in this file, which is close to a golden task's, is that task."""

    kind: Literal["name_task"] = "name_task"
    digest: str
    task: str
    called: str
    is_same: bool


class ShowTokens(CommandBase):
    """The tokens with which results of a feature are posted: opens the modal. Without an id and a name: the newest."""

    kind: Literal["show_tokens"] = "show_tokens"
    assessment_id: str = ""
    name: str = ""


class MakeToken(AboutAssessment):
    """Make a token; the modal shows it once."""

    kind: Literal["make_token"] = "make_token"


class RevokeToken(AboutAssessment):
    """Revoke a token."""

    kind: Literal["revoke_token"] = "revoke_token"
    token_id: str
