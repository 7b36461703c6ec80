"""Every setting, read once at the start from the environment and `.env`; nothing else in the program reads either.

What is set decides how the bot runs (`Mode`): nothing is the sandbox, and each other way has its own set of Slack
credentials. Any other mix is one sentence that names what is missing or superfluous, before anything is started.
No message here ever holds a value, since most of them are secrets.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.calendar.zones import zone_named
from bot.errors import NoZone
from bot.runtime.failpoint import NAMES

SLACK = "https://slack.com/api/"
_ADDRESSES = {
    "slack_api_url": SLACK,
    "ftrag_public_url": "https://ftrag.example.com",
    "ftrag_llm_url": "http://127.0.0.1:8000/v1",
}


class SettingsError(Exception):
    """The settings do not fit together; the message is one sentence for each fault."""


class Mode(StrEnum):
    """How the bot meets Slack."""

    SANDBOX = "sandbox"
    SOCKET = "Socket Mode"
    HTTP = "HTTP for one workspace"
    OAUTH = "HTTP for many workspaces"


NEEDS: dict[Mode, frozenset[str]] = {
    Mode.SOCKET: frozenset({"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}),
    Mode.HTTP: frozenset({"SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"}),
    Mode.OAUTH: frozenset({"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"}),
}
"""What has to be set for each way to run in a real workspace, and nothing beside it."""

CREDENTIALS = tuple(sorted(frozenset[str]().union(*NEEDS.values())))


@dataclass(frozen=True)
class Connection:
    """How to reach Slack and be reached by it: the credentials of one mode, in the clear. Its repr shows none."""

    mode: Mode
    api_url: str = SLACK
    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)


class Settings(BaseSettings):
    """The settings of one process. Empty ones count as not set."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    slack_bot_token: SecretStr | None = Field(None, description="bot token (xoxb-…) of the one workspace served")
    slack_app_token: SecretStr | None = Field(None, description="app-level token (xapp-…): Socket Mode")
    slack_signing_secret: SecretStr | None = Field(None, description="checks that requests over HTTP are Slack's")
    slack_client_id: str | None = Field(None, description="the app's id, for installs into many workspaces")
    slack_client_secret: SecretStr | None = Field(None, description="goes with SLACK_CLIENT_ID")
    slack_api_url: str = Field(SLACK, description="the Web API, for a stand-in elsewhere than Slack")
    host: str | None = Field(
        None, description="address to listen on: 127.0.0.1, and in the HTTP modes 0.0.0.0, unless set"
    )
    port: int | None = Field(
        None,
        ge=1,
        le=65535,
        description="port to listen on: 3000; in Socket Mode health is served only where it is set",
    )
    database_url: str | None = Field(
        None, description="sqlite:///path or postgresql://…; a SQLite file under FTRAG_DATA unless set"
    )
    ftrag_data: Path = Field(Path("data"), description="directory of the database and the encryption key")
    ftrag_rules: Path | None = Field(None, description="TOML file with an organization's own rows")
    ftrag_zone: str | None = Field(
        None, description="time zone proposed for reviews where Slack does not tell the person's, such as Europe/Berlin"
    )
    ftrag_encryption_key: SecretStr | None = Field(
        None,
        description="encrypts stored tokens; several, separated by commas, to rotate (the first encrypts); "
        "a file under FTRAG_DATA unless set",
    )
    ftrag_worker: Literal["embedded", "separate"] = Field(
        "embedded", description="separate: `serve` delivers nothing itself, `worker` processes do"
    )
    ftrag_public_url: str | None = Field(
        None, description="https address of this server, for the OAuth redirect; the app's first one unless set"
    )
    ftrag_metrics_token: SecretStr | None = Field(
        None, description="lets a scraper read /metrics from elsewhere than this machine"
    )
    ftrag_keep_unheard: bool = Field(
        default=False,
        description="keep typed lines that were not understood, for `ftrag unheard`; only counted unless set",
    )
    ftrag_llm_url: str | None = Field(
        None, description="an OpenAI-compatible chat endpoint that proposes what lines mean that were not understood"
    )
    ftrag_llm_key: SecretStr | None = Field(None, description="goes with FTRAG_LLM_URL, where it asks for one")
    ftrag_llm_model: str | None = Field(None, description="the model's name at FTRAG_LLM_URL")
    ftrag_failpoint: str | None = Field(
        None,
        description="for tests: name:kill ends the process at a named place (bot/runtime/failpoint.py)",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="how much is logged")
    log_format: Literal["console", "json"] | None = Field(
        None, description="console on a terminal, json elsewhere, unless set"
    )

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("slack_api_url", "ftrag_public_url", "ftrag_llm_url")
    @classmethod
    def _is_an_address(cls, value: str | None, info: Any) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(f"it has to be a whole address such as {_ADDRESSES[info.field_name]}")
        return value if value.endswith("/") else value + "/"

    @field_validator("ftrag_zone")
    @classmethod
    def _is_a_zone(cls, value: str | None) -> str | None:
        try:
            return zone_named(value) if value else None
        except NoZone as error:
            raise ValueError(str(error).rstrip(".")) from None

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, value: str | None) -> str | None:
        scheme = value.split(":", 1)[0].split("+")[0] if value else "sqlite"
        if scheme not in {"sqlite", "postgresql", "postgres"} or (value and ":memory:" in value):
            raise ValueError("it has to be sqlite:///a-file or postgresql://user:password@host/name")
        return value

    @field_validator("ftrag_failpoint")
    @classmethod
    def _is_a_failpoint(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(rf"({'|'.join(NAMES)}):kill(:[1-9]\d{{0,5}})?", value):
            raise ValueError(
                f"it has to be one of {', '.join(NAMES)}, followed by :kill or, for the third time, :kill:3"
            )
        return value

    @field_validator("slack_bot_token", "slack_app_token")
    @classmethod
    def _is_not_another_token(cls, value: SecretStr | None, info: Any) -> SecretStr | None:
        own = "xoxb-" if info.field_name == "slack_bot_token" else "xapp-"
        others = {"xoxb-", "xapp-", "xoxp-", "xoxe-"} - {own}
        if value and value.get_secret_value().startswith(tuple(others)):
            raise ValueError(f"it is another kind of token: this one starts with {own}")
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        chosen = self.credentials_set()
        if chosen and chosen not in NEEDS.values():
            raise ValueError(_misfit(chosen))
        if not chosen and self.slack_api_url != SLACK:
            raise ValueError(
                "SLACK_API_URL is superfluous without tokens (the sandbox brings its own Slack): "
                "remove it, or set SLACK_BOT_TOKEN and SLACK_APP_TOKEN as well"
            )
        return self

    def credentials_set(self) -> frozenset[str]:
        """The names of the Slack credentials that are set."""
        return frozenset(name for name in CREDENTIALS if getattr(self, name.lower()) is not None)

    @property
    def mode(self) -> Mode:
        """How the bot runs with these settings."""
        chosen = self.credentials_set()
        return next((mode for mode, needs in NEEDS.items() if needs == chosen), Mode.SANDBOX)

    def connection(self) -> Connection:
        """How these settings reach Slack. The sandbox's is made by whoever starts it."""
        return Connection(
            mode=self.mode,
            api_url=self.slack_api_url,
            bot_token=_open(self.slack_bot_token),
            app_token=_open(self.slack_app_token),
            signing_secret=_open(self.slack_signing_secret),
            client_id=self.slack_client_id or "",
            client_secret=_open(self.slack_client_secret),
        )

    @property
    def listen_host(self) -> str:
        """Where to listen: this machine alone, unless it is set or the mode lives from being reached."""
        return self.host or ("0.0.0.0" if self.mode in {Mode.HTTP, Mode.OAUTH} else "127.0.0.1")  # noqa: S104 - see above

    @property
    def listen_port(self) -> int:
        """The port to listen on."""
        return self.port or 3000

    @property
    def database(self) -> str:
        """The database's address: the one that is set, or a SQLite file in the data directory."""
        return self.database_url or f"sqlite:///{self.ftrag_data / 'ftrag.db'}"


_NOT_UTF_8 = ".env is not UTF-8: save it anew in that encoding (an editor on Windows may have chosen another one)."


class RulesFile(BaseSettings):
    """The one setting of the commands that decide without Slack; whatever else is set does not concern them."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    ftrag_rules: Path | None = None


def rules_file() -> Path | None:
    """The file with an organization's own rows, if one is set. Raises SettingsError."""
    try:
        return RulesFile().ftrag_rules
    except UnicodeDecodeError:
        raise SettingsError(_NOT_UTF_8) from None


def read_settings(**given: Any) -> Settings:
    """The settings from the environment and `.env`; what is `given` (the command line's) comes first.

    Raises SettingsError with one sentence for each fault, none of which shows a value.
    """
    try:
        return Settings(**given)
    except UnicodeDecodeError:
        raise SettingsError(_NOT_UTF_8) from None
    except ValidationError as faults:
        raise SettingsError("\n".join(_sentence(fault) for fault in faults.errors())) from None


def _open(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


_MEANT = {"PORT": "it has to be a whole number from 1 to 65535", "FTRAG_KEEP_UNHEARD": "it has to be 1, or not set"}
"""What has to be, in place of words that speak of a parser."""


def _sentence(fault: Mapping[str, Any]) -> str:
    """One fault in one sentence: the setting's name and what it has to be."""
    name = str(fault["loc"][0]).upper() if fault["loc"] else ""
    said = _MEANT.get(name) or str(fault["msg"]).removeprefix("Value error, ")
    if fault["type"] == "literal_error":
        said = f"it has to be {fault['ctx']['expected'].replace(chr(39), '')}"
    return f"{name}: {said[:1].lower()}{said[1:]}." if name else f"{said}."


def _misfit(chosen: frozenset[str]) -> str:
    """What is missing or superfluous, for the ways to run that are nearest to what is set."""
    distance = {mode: len(needs ^ chosen) for mode, needs in NEEDS.items()}
    nearest = [mode for mode in NEEDS if distance[mode] == min(distance.values())]
    remedies = []
    for mode in nearest:
        steps = [f"{_names(NEEDS[mode] - chosen)} missing"] if NEEDS[mode] - chosen else []
        steps += [f"{_names(chosen - NEEDS[mode])} superfluous"] if chosen - NEEDS[mode] else []
        remedies.append(f"for {mode}: {', '.join(steps)}")
    return f"The Slack settings do not fit together: {_names(chosen)} set; {'; or '.join(remedies)}"


def _names(names: frozenset[str]) -> str:
    listed = sorted(names)
    return f"{listed[0]} is" if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]} are"
