"""What looks like a secret in words that people typed: keys, tokens and passwords, by the look that makers gave them.

Found and covered, never judged: whoever typed it may mean it. Nothing here knows where the words stand.
"""

import re
from collections.abc import Iterable
from typing import Any

COVER = "(secret covered)"
MEANT = "not a secret"
"""Who means what looks like one says so in front of it."""
_MEANT = re.compile(rf"\s*(?:\S+\s+)?{MEANT}\b", re.IGNORECASE)
"""The same, where the word of a command may stand before it."""
_LOOKS: tuple[str, ...] = (
    r"xox[a-z]-[\w.%-]{8,}|xapp-[\w.%-]{8,}|xoxe\.[\w.%-]{8,}",  # Slack
    r"(?<=hooks\.slack\.com/)[\w/-]{8,}",
    r"\bsk-[\w-]{16,}|\bsk_(?:live|test)_\w{8,}",  # model hosts, payments
    r"\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}",  # code hosts
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{30,}|\bya29\.[\w-]{16,}",  # clouds
    r"\bhf_\w{20,}|\bnpm_\w{20,}|\bpypi-[\w-]{20,}",
    r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}",  # a signed token
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)?",
    r"(?<=://)[^/\s:@]+:[^@\s/]+(?=@)",  # a user with the password in an address
    r"(?i:(?<=bearer ))[\w.~+/-]{12,}=*",
    r"(?i:\b(?:password|passwd|pwd|passphrase)\b)[\"']?\s*[:=]\s*[\"']?(?!\(secret )[^\s\"',;]{6,}",
    # What is called a key or a token may be spoken of ("the token: because"); the thing itself has figures in it.
    r"(?i:\b(?:secret|api[ _-]?key|access[ _-]?key|token)\b)[\"']?\s*[:=]\s*[\"']?(?=[^\s\"',;]*\d)[^\s\"',;]{8,}",
)
_SECRET = re.compile("|".join(_LOOKS))
_NAMED = re.compile(r"^(?P<name>[^:=]*[:=]\s*[\"']?)", re.DOTALL)


def covered(text: str) -> str:
    """The words with every secret covered; the name in front of a password stays."""
    return _SECRET.sub(_cover, text)


def _cover(found: re.Match[str]) -> str:
    name = _NAMED.match(found[0]) if re.match(r"(?i)[a-z _-]*(?:pass|pwd|secret|key|token)", found[0]) else None
    return f"{name['name']}{COVER}" if name and not found[0].startswith("-----") else COVER


def as_kept(text: str) -> str:
    """A typed line as it may be kept: every secret covered, unless its first words say that it is none."""
    return text if _MEANT.match(text) else covered(text)


def secrets_in(words: Iterable[str]) -> int:
    """How many of these texts hold something that looks like one."""
    return sum(bool(_SECRET.search(text)) for text in words)


def texts(value: Any) -> Iterable[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def all_covered(value: Any) -> Any:
    """A value of JSON with the secrets in its texts covered; keys stay."""
    if isinstance(value, str):
        return covered(value)
    if isinstance(value, dict):
        return {key: all_covered(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [all_covered(inner) for inner in value]
    return value
