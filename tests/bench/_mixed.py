"""What a busy workspace sends: status, help, new interviews, answers, mentions and looks at the Home, from many people.

People of `CHANNELS` channels; each request is of its own trigger, so that each counts. Every request but a look at the
Home is kept, and can be counted in the database by its key.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from bot.ids import Act, action_id, value

CHANNELS, PEOPLE = 200, 600
TEAM, BOT = "T0SANDBOX", "U0FTRAG"
_KINDS = ("status", "help", "click", "mention", "home", "click", "status", "home", "help", "assess")
"""In turn; a new interview is the rarest."""
_LOOK = "EvLook"
"""How the ids of looks at the Home begin."""


def kind_of(number: int) -> str:
    """Of which kind the request of this number is."""
    return _KINDS[number % len(_KINDS)]


class Mixed:
    """Makes requests, each once; clicks are on the questions that stand open in the bot's own database."""

    def __init__(self, database: Path | None, respond_at: str) -> None:
        self._database = database
        self._respond_at = respond_at

    def request(self, number: int) -> bytes:
        """The body of the request of this number."""
        make: dict[str, Callable[[int], bytes]] = {"click": self._click, "mention": _mention, "home": _home}
        kind = kind_of(number)
        return make[kind](number) if kind in make else self.command(number, kind)

    def command(self, number: int, kind: str) -> bytes:
        """A slash command."""
        words = f"assess Feature {number}" if kind == "assess" else kind
        form = {"command": "/ftrag", "text": words, "team_id": TEAM, "user_id": _person(number)}
        more = {"channel_id": _channel(number), "trigger_id": f"1.{number}", "response_url": self._respond_at}
        return urlencode(form | more).encode()

    def _click(self, number: int) -> bytes:
        assessment, fact, channel = self._open(number)
        action = {"action_id": action_id(Act.NOT_SURE), "value": value(assessment, fact)}
        body = {
            "type": "block_actions",
            "team": {"id": TEAM, "domain": "t"},
            "user": {"id": _person(number), "team_id": TEAM},
            "channel": {"id": channel, "name": "c"},
            "message": {"ts": "1.1", "text": "x" * 1200, "blocks": []},
            "container": {"type": "message", "channel_id": channel, "message_ts": "1.1"},
            "trigger_id": f"1.{number}",
            "response_url": self._respond_at,
            "actions": [{"type": "button", "block_id": "b", "action_ts": f"{number}.1", **action}],
        }
        return urlencode({"payload": json.dumps(body)}).encode()

    def _open(self, number: int) -> tuple[str, str, str]:
        """An interview, its open question and its channel; anything where there is none, as beside the floor."""
        if self._database is None:
            return "0" * 32, "freshness", _channel(number)
        with closing(sqlite3.connect(f"{self._database.as_uri()}?mode=ro", uri=True)) as stored:
            asked = (
                "SELECT id, asking, channel FROM assessments WHERE asking NOT LIKE '%:%' ORDER BY id LIMIT 1 OFFSET ?"
            )
            found = stored.execute(asked, (number // 3 % CHANNELS,)).fetchone()
        return found or ("0" * 32, "freshness", _channel(number))


def kept_in(database: Path) -> int:
    """How many requests were kept."""
    return _count(database, f" WHERE key NOT LIKE '%{_LOOK}%'")


def open_in(database: Path) -> int:
    """How many of them are not worked off."""
    return _count(database, " WHERE command IS NOT NULL")


def _count(database: Path, which: str) -> int:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as stored:
        return int(stored.execute(f"SELECT count(*) FROM inbox{which}").fetchone()[0])


def _mention(number: int) -> bytes:
    words = {"type": "app_mention", "text": f"<@{BOT}> status", "user": _person(number), "channel": _channel(number)}
    return _event(number, words | {"ts": f"{number}.2"})


def _home(number: int) -> bytes:
    return _event(number, {"type": "app_home_opened", "user": _person(number), "tab": "home", "channel": "D1"})


def _event(number: int, event: dict[str, str]) -> bytes:
    body = {
        "type": "event_callback",
        "event_id": f"{_LOOK if event['type'] == 'app_home_opened' else 'Ev'}{number}",
        "team_id": TEAM,
        "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}],
        "event": event | {"event_ts": f"{number}.2"},
    }
    return json.dumps(body).encode()


def _person(number: int) -> str:
    return f"U0L{number * 7 % PEOPLE:04}"


def _channel(number: int) -> str:
    return f"C0L{number % CHANNELS:03}"
