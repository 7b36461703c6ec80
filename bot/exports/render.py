"""The decision record as Markdown and as one self-contained page, by Jinja2. Typed words are data, never template."""

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from bot.exports.values import DecisionRecord
from bot.views.text import clean

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#|!~])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def _safe_markdown(text: str) -> str:
    """Words on one line of Markdown, shown as typed: no link, heading, list, HTML or formatting comes of them."""
    escaped = _MARKDOWN.sub(r"\\\1", clean(text)).translate(_HTML)
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}", escaped)


def _safe_address(url: str) -> str:
    """A web address fit for a link, or nothing."""
    return url if re.fullmatch(r"https?://[^\s()<>\"']+", url) else ""


def _yaml_text(text: str) -> str:
    """Words as a quoted YAML scalar on one line."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


@lru_cache(maxsize=1)
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("bot", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(md=_safe_markdown, address=_safe_address, yaml=_yaml_text)
    return found


def render_markdown(record: DecisionRecord) -> str:
    """The record in the form of MADR 4."""
    return _templates().get_template("decision_record.md.j2").render(record=record)


def render_html(record: DecisionRecord) -> str:
    """The record as one HTML page that needs no network: style and pictures are inside, scripts there are none."""
    return str(Markup(_templates().get_template("decision_record.html.j2").render(record=record)))  # noqa: S704 - autoescaped
