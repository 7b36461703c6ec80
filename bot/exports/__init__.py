"""What leaves the bot as a file: the decision record (Markdown and one self-contained page) and tables (JSON, CSV).

Pure functions from stored values to text; whoever calls them has already asked storage, with the tenant.

    record    an assessment -> DecisionRecord      defence, followed   its verdict, and what came after it, in words
    calendar_file  a plan of reviews -> iCalendar
    render    DecisionRecord -> Markdown, HTML     tables              assessments, reviews, failures -> CSV, JSON
    portfolio DecidedFeatures -> CSV
"""

from bot.exports.calendar_file import Coming, calendar_file
from bot.exports.kept import Kept, people_of
from bot.exports.naming import file_stem
from bot.exports.portfolio import PORTFOLIO, PORTFOLIO_FORM, portfolio_table
from bot.exports.record import build_record, link_to
from bot.exports.render import render_html, render_markdown
from bot.exports.tables import FORMS, NEEDS, Exported, GivenAnswer, TableKind, new_table, people_in
from bot.exports.values import DecisionRecord, Picture, RecordLink

__all__ = [
    "FORMS",
    "NEEDS",
    "PORTFOLIO",
    "PORTFOLIO_FORM",
    "Coming",
    "DecisionRecord",
    "Exported",
    "GivenAnswer",
    "Kept",
    "Picture",
    "RecordLink",
    "TableKind",
    "build_record",
    "calendar_file",
    "file_stem",
    "link_to",
    "new_table",
    "people_in",
    "people_of",
    "portfolio_table",
    "render_html",
    "render_markdown",
]
