"""What a failure of a JUnit testcase says: that the answer was wrong, or that the bot, a tool or the harness broke.

Runners differ: some say it by the element (`error`), some by the type of what was thrown, some by the first line.
"""

import re
from enum import StrEnum

_ASSERTION = re.compile(
    r"assert|expect|comparison|mismatch|conditionnotsatisfied|multiplefailures|doctest|should|matcher|verification"
    r"|timed out \d+ms waiting for expect|(?:test)?fail(?:ed)?exception",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(r"[\w.:\\$]*(?:Error|Exception|Exit|Interrupt|Timeout|Panic)\b(?:\s*\[\w+\])?", re.ASCII)
_NAMED = r"(?P<name>[\w.:\\$]*(?:Error|Exception))(?:\s\[\w+\])?\s?:\s(?P<said>.*)"
_THROWN = re.compile(rf"^\s*(?:Uncaught\s+|\[)?{_NAMED}", re.MULTILINE)
_CAUSE = re.compile(rf"^\s*cause:\s+{_NAMED}", re.MULTILINE)
_BROKE_TYPE = re.compile(
    r"time[dr]?[ -]?out|abort|signal|hookfail|cancelled|crash|segfault|execution failure|init", re.IGNORECASE
)
_BROKE_MESSAGE = re.compile(
    r"(?!timed out retrying after \d+ms: (?:expected|assert))(?:failed: )?(?:test )?time(?:d )?[ -]?out\b"
    r"|timeout[ :>]|sigsegv|segfault|panic:"
    r"|(?:.*\n)?.*(?:c\+\+ exception (?:with description|thrown)|seh exception)|(?:parent suite )?setup failed:",
    re.IGNORECASE,
)
"""Cypress tries an assertion until its time is out; GoogleTest writes an exception's place in a line before it."""
_BROKE_TEXT = re.compile(r"^\s*(?:Test timeout of \d+ms exceeded|\"\w+\" hook timeout of \d+ms exceeded)", re.MULTILINE)
"""How Playwright says that it stopped a test; an assertion that waited too long reads differently."""
_PYTHON_BROKE = re.compile(
    r"(?:[\w.]*\.)?(?:\w*(?:Connection|Connect|Timeout|HTTP|Http|API|RateLimit|ServiceUnavailable|Network|SSL|Socket)\w*"
    r"|RuntimeError|OSError|IOError|ImportError|ModuleNotFoundError|FileNotFoundError|PermissionError|MemoryError)\b"
)
_PYTHON = re.compile(r"\.py:\d+|File \"[^\"]+\.py\"|^E  ", re.MULTILINE)
_PANIC = re.compile(r"^\s*panic: ", re.MULTILINE)
"""How Go says that a program broke."""
_EXITED = re.compile(r"exited with error code (\d+)")
_ON_TEARDOWN = re.compile(r"failed on teardown|tear ?down", re.IGNORECASE)
_TEARDOWN_ALONE = re.compile(r"(?:parent suite )?teardown failed:", re.IGNORECASE)
"""Robot's words where the check passed; where it failed as well, they stand behind the check's own."""
_WRAPPED = "testtools.testresult.real._StringException"
"""What subunit calls everything that was raised; the first line after the last traceback's frames has its name."""
_RAISED = re.compile(r"^([A-Za-z_][\w.]*)(?::|$)", re.MULTILINE)
_LOOKED_AT = 6_000


class Fault(StrEnum):
    """What one failure or error element means."""

    WRONG = "wrong"
    """The check failed, by the runner's own word."""
    BROKE = "broke"
    TEARDOWN = "teardown"
    """Only cleaning up broke; the check itself has said what it had to."""


def fault_of(element: str, kind: str, message: str, text: str) -> Fault:
    """What an element means: its name, and its type, message and text."""
    if exited := _EXITED.search(message):
        return Fault.WRONG if int(exited.group(1)[:6]) in range(1, 126) else Fault.BROKE
    if element == "error":
        return Fault.TEARDOWN if _ON_TEARDOWN.match(message) else Fault.BROKE
    if _TEARDOWN_ALONE.match(message):
        return Fault.TEARDOWN
    head = text[:_LOOKED_AT]
    if _BROKE_TYPE.search(kind) or _BROKE_MESSAGE.match(message) or _BROKE_TEXT.search(head):
        return Fault.BROKE
    if _PYTHON.search(head):
        raised = _RAISED.search(head.rpartition("Traceback (")[2]) if kind == _WRAPPED else None
        thrown = raised.group(1) if raised else kind or message.partition(":")[0]
        return Fault.BROKE if _PYTHON_BROKE.fullmatch(thrown.strip()) else Fault.WRONG
    if _EXCEPTION.fullmatch(kind.strip()):
        broke = not (_ASSERTION.search(kind) or _ASSERTION.match(message))
    else:
        broke = bool(_PANIC.search(head)) or _has_thrown(message) or _has_thrown(head)
    return Fault.BROKE if broke else Fault.WRONG


def _has_thrown(text: str) -> bool:
    """Whether the first thing thrown in a text is an exception that is no assertion; node's reporter names a cause."""
    thrown = _CAUSE.search(text) or _THROWN.search(text)
    return thrown is not None and not _ASSERTION.search(thrown["name"]) and not _ASSERTION.match(thrown["said"].strip())
