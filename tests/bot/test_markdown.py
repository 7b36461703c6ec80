"""Typed words in a record as other people's readers of Markdown show them: as typed, without any power."""

import html
import re
from collections.abc import Callable, Mapping

import cmarkgfm
import markdown
import mistune
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.exports.markdown import as_typed
from bot.views.text import clean
from tests.examples import examples
from tests.tables import each

PLUGINS = ["table", "strikethrough", "url", "footnotes", "task_lists", "math", "superscript", "subscript", "mark",
           "abbr", "def_list", "insert"]  # fmt: skip
_PLAIN, _IT, _GFM = mistune.create_markdown(escape=False, plugins=PLUGINS), MarkdownIt(), MarkdownIt("gfm-like")
_SAFE = mistune.create_markdown()

READERS: Mapping[str, Callable[[str], str]] = {
    "cmark-gfm": cmarkgfm.github_flavored_markdown_to_html,
    "markdown-it": _IT.render,
    "markdown-it as GitHub": _GFM.render,
    "Python-Markdown": lambda text: markdown.markdown(text, extensions=["extra", "sane_lists", "meta"]),
    "mistune": lambda text: str(_PLAIN(text)),
    # It escapes the sign of a character reference, so that the reference stands there; nothing comes to life.
    "mistune, escaping": lambda text: html.unescape(str(_SAFE(text))),
}
PLACES: Mapping[str, str] = {
    "a heading": "# {}: use retrieval\n",
    "a paragraph": "# T\n\n{}\n",
    "a sentence": "# T\n\nIt was typed: “{}”.\n",
    "a list": "# T\n\n* {}\n",
    "a cell": "# T\n\n| h | k |\n| --- | --- |\n| {} | w |\n",
}
OURS: Mapping[str, set[str]] = {
    "a heading": {"h1"},
    "a paragraph": {"h1", "p"},
    "a sentence": {"h1", "p"},
    "a list": {"h1", "ul", "li", "p"},
    "a cell": {"h1", "table", "thead", "tbody", "tr", "th", "td"},
}
TYPED = (
    "<script>alert(1)</script>", "[click](javascript:alert(1))", "![img](http://x.y)", "# heading", "- list", "1. one",
    "12) twelve", "+ plus", "> quote", "```\nfence", "~~gone~~ and ~c~", "5$ a day, or $40 to 50$ a month, $x^2$",
    "see “https://wiki.example/fresh_data”", "www.x.example/a_b", "ada_b@a.example and <ada@b.example>", "ftp://x.y/z",
    "&amp; &#42; &lt; &copy;", "a | b", "Term\n: def", "*[abc]: x", "[^1]: source", "[a]: http://x.y 't'", "==mark==",
    "H~2~O x^2^ ++in++", ":tada: 10:00", "!!! note", "---", "===", "mailto:ada@b.example", "<https://x.y/z>",
    "{{ 6*9 }}",
    "*a*b _d_ __e__ ***f***", "trailing \\", "@team hi", "3.11.7", "x<!-- y -->z", "[x] task", "C:\\dir\\*.md",
    "Häuser 日本語 👨‍👩‍👧 e\u0301", "{: #id .class }", "HTML: <b", "https://x.example/a(b)*c*?d=~e&f=$g$",
)  # fmt: skip


def shown(reader: str, place: str, typed: str) -> tuple[set[str], str]:
    """The tags that a reader makes of typed words in a place of ours, and the words that people see."""
    page = READERS[reader](PLACES[place].format(as_typed(typed)))
    tags = set(re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", page))
    return tags, html.unescape(re.sub(r"<[^>]*>", "", page)).replace("\u2060", "")


READ = [(reader, place) for reader in READERS for place in PLACES if reader != "mistune, escaping"]
READ.remove(("markdown-it", "a cell"))  # it knows no tables


@each(("reader", "place"), READ)
@each("typed", TYPED)
def test_typed_words_are_shown_as_typed_and_nothing_comes_of_them(reader: str, place: str, typed: str):
    tags, words = shown(reader, place, typed)

    assert tags <= OURS[place]
    assert clean(typed) in words


@each("typed", TYPED)
def test_a_reader_that_shows_references_makes_nothing_of_them_either(typed: str):
    page = str(_SAFE(PLACES["a sentence"].format(as_typed(typed))))

    assert set(re.findall(r"<([a-z][a-z0-9]*)", page)) == {"h1", "p"}


@examples(80)
@given(st.text(alphabet=st.sampled_from("ab1 .:/@wx\\`*_{}[]()#+-!|<>~$&^=\"'\n"), max_size=24))
def test_any_typed_words_are_dead_in_every_reader(typed: str):
    for reader in ("cmark-gfm", "markdown-it as GitHub", "Python-Markdown", "mistune"):
        for place in ("a sentence", "a list", "a cell"):
            tags, words = shown(reader, place, f"x{typed}")

            assert tags <= OURS[place], reader
            assert clean(f"x{typed}") in words, reader


def test_everyday_words_stay_readable_in_the_source():
    assert as_typed("Support copilot (beta), a co-pilot. Done!") == "Support copilot (beta\\), a co-pilot. Done!"


def test_an_address_can_be_copied_as_it_was_typed():
    written = as_typed("see https://wiki.example/fresh_data")

    assert html.unescape(READERS["cmark-gfm"](written)) == "<p>see https://wiki.example/fresh_data</p>\n"
