"""What leaves the bot as a file: the decision record (Markdown and one self-contained page) and tables (JSON, CSV).

Pure functions from stored values to text; whoever calls them has already asked storage, with the tenant.
"""

from bot.exports.record import build_record
from bot.exports.render import render_html, render_markdown
from bot.exports.tables import Exported, answers_csv, failures_csv, render_json, reviews_csv
from bot.exports.values import DecisionRecord, FailureCount, Picture, RecordLink

__all__ = [
    "DecisionRecord",
    "Exported",
    "FailureCount",
    "Picture",
    "RecordLink",
    "answers_csv",
    "build_record",
    "failures_csv",
    "render_html",
    "render_json",
    "render_markdown",
    "reviews_csv",
]
