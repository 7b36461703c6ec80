"""The decision record as Markdown and as one self-contained page, by Jinja2. Typed words are data, never template."""

import re
from base64 import b64encode
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

import bot
from bot.exports.markdown import as_typed
from bot.exports.values import DecisionRecord, ReviewLine
from bot.views.text import clean, listing
from rules.casing import upper_first

if TYPE_CHECKING:
    from jinja2 import Environment

_ADDRESS = re.compile(r"https?://[^\s()<>\"']+")
_FILE = re.compile(r"[^\W_](?:[^\W_]|-|[\u0300-\U000e01ef])*")
"""A name that `file_stem` gives: letters of every alphabet with their marks, figures, hyphens."""


def _safe_address(url: str, form: str = "") -> str:
    """A web address fit for a link, or the file of a record in the same folder and form; else nothing."""
    if form and _FILE.fullmatch(url):
        return f"{quote(url)}.{form}"
    return url if _ADDRESS.fullmatch(url) else ""


def _yaml_text(text: str) -> str:
    """Words as a quoted YAML scalar on one line."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _day(at: date) -> str:
    return f"{at:%B} {at.day}, {at.year}"


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _golden(review: ReviewLine) -> str:
    """What came of the golden tasks: "3 of 5 passed, 1 not run"."""
    ran = review.passed + review.failed
    if review.state != "finished":
        return ""
    passed = f"{review.passed} of {ran} passed" if ran else "none was run"
    return f"{passed}, {review.not_run} not run" if ran and review.not_run else passed


@lru_cache(maxsize=1)
def _templates() -> "Environment":
    from jinja2 import (  # noqa: PLC0415 - a start need not wait for it: most days nobody exports
        Environment,
        PackageLoader,
        StrictUndefined,
        select_autoescape,
    )

    environment = Environment(
        loader=PackageLoader("bot", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        md=as_typed,
        address=_safe_address,
        yaml=_yaml_text,
        day=_day,
        minute=_minute,
        golden=_golden,
        listing=listing,
        first_up=upper_first,
    )
    return environment


def render_markdown(record: DecisionRecord) -> str:
    """The record in the form of MADR 4."""
    text = _templates().get_template("decision_record.md.j2").render(record=record)
    return re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")


def render_html(record: DecisionRecord) -> str:
    """The record as one HTML page that needs no network: style and pictures are inside, scripts there are none."""
    style, its_hash = _style()
    page = _templates().get_template("decision_record.html.j2").render(record=record, style=style, style_hash=its_hash)
    return page.lstrip("\n")


@lru_cache(maxsize=1)
def _style() -> tuple[Markup, str]:
    """The page's style, and the hash by which the page allows it and no other."""
    text = (Path(bot.__file__).parent / "templates" / "decision_record.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(text.encode()).digest()).decode()
    return Markup(text), f"sha256-{digest}"  # noqa: S704 - a file of ours
