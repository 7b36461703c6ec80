"""Logs: structured lines about what happened, never about what was said.

Message text, payloads and tokens do not belong in a log. Our own events name ids and codes only; Bolt and the Slack SDK
write whole bodies at DEBUG and at a bad signature, so they are never let below WARNING; and as the last line of defense
every line is masked before it is written, whoever wrote it.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO


@contextmanager
def _without(library: str) -> Iterator[None]:
    """As if this library were not installed: nothing that is imported within loads it."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]  # Python's own way to say that there is none
    try:
        yield
    finally:
        del sys.modules[library]


# Where they are installed structlog loads both: the one, 3 MiB, for tracebacks, which no line has; the other, 1 MiB,
# for a kind of context that nothing here uses.
with _without("rich"), _without("greenlet"):
    import structlog
    from structlog.typing import EventDict, Processor, WrappedLogger

_SECRETS = re.compile(
    r"xox[a-z]-[\w.%-]+|xapp-[\w.%-]+|xoxe\.[\w.%-]+"  # Slack's tokens
    r"|ftrag\.[\w-]{8,}\.[\w-]+"  # a token with which results are posted
    r"|(?<=Bearer )\S+|v0=[0-9a-f]{16,}"  # a header, a signature
    r"|(?<=://)[^/\s:@]+:[^@\s/]+(?=@)"  # a database's user and password
    r"|(?<=hooks\.slack\.com/)\S+"  # what makes a response_url one
)
_MASKED = "(masked)"
_LOUD = ("slack_bolt", "slack_sdk", "aiohttp", "asyncio", "sqlalchemy", "alembic", "aiosqlite", "matplotlib", "PIL")
"""Libraries that are heard from WARNING on only: below it some of them log bodies, all of them log noise."""


def configure_logs(level: str = "INFO", *, as_json: bool, stream: TextIO | None = None) -> None:
    """Set up logging for this process: our events and the libraries' alike, one line each, on standard error."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: Processor = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _without_traceback, mask, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _LOUD:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(root.level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def get_logger(name: str) -> Any:
    """The logger of this name, as `configure_logs` sets it up, whenever it does."""
    return structlog.get_logger(name)


def describe(error: BaseException) -> dict[str, str]:
    """An error for a log line: its class and where it arose. Its message may quote what people typed: it stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames[-4:]))
    return {"error": type(error).__name__, "where": where}


def mask(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Cover everything that looks like a secret, however deep it stands."""
    return {key: _masked(value) for key, value in event.items()}


def masked(text: str) -> str:
    """The text with everything covered that looks like a secret."""
    return _SECRETS.sub(_MASKED, text).replace("\r", "\\r").replace("\n", "\\n")


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: _masked(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_masked(inner) for inner in value]
    return value if isinstance(value, int | float | bool) or value is None else masked(str(value))


def _without_traceback(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """A library's exception becomes its class and place, for the reason that `describe` gives."""
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event.update(describe(error))
    return event


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").rsplit("/", 2)[-2:])
