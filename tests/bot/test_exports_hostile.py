"""The decision record is safe whatever people typed: inert in the page, and within its frame."""

import re
from html.parser import HTMLParser

import pytest

from bot.exports import Picture, build_record, link_to, render_html, render_markdown
from tests.bot.records import BOTH, Render, assessment, newest, versions
from tests.tables import each

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "# heading\n- list\n| table |",
    "{{ 6*9 }}{% raw %}",
    "</style><style>body{background:url(https://evil.example/x)}",
    "=1+2",
    "```\nfence",
    "x\x00y\u202eevil",
]


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@each("words", HOSTILE)
def test_typed_words_are_inert_in_the_page(words: str):
    page = Tags(render_html(build_record(assessment(name=words, context=words, said=words), names={"U1": words})))
    plain = Tags(render_html(build_record(assessment(name="x", context="x", said="x"), names={"U1": "x"})))

    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


@each("words", HOSTILE)
def test_typed_words_keep_the_frame_of_the_markdown_record(words: str):
    shape = [line.split(" ")[0] for line in render_markdown(build_record(assessment("x", "x", "x"))).splitlines()]

    hostile = render_markdown(build_record(assessment(words, words, words)))

    assert [line.split(" ")[0] for line in hostile.splitlines()] == shape
    assert re.search(r"(?<!\\)\]\(javascript", hostile) is None
    assert "<script" not in hostile


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "../../etc/passwd", 'https://x" onclick="y']
)
@BOTH
def test_only_web_addresses_and_files_beside_it_are_linked(render: Render, url: str):
    found = link_to(versions()[0], "a1", url)

    assert url not in render(build_record(assessment(supersedes="a1"), supersedes=found))


def test_the_page_loads_nothing_and_runs_nothing():
    pictures = {"verdict_picture": Picture(alt="v", png=b"\x89PNG"), "history_picture": Picture(alt="h", png=b"\x89P")}
    text = render_html(newest().model_copy(update=pictures))
    page = Tags(text)

    assert [a["alt"] for tag, a in page.tags if tag == "img"] == ["v", "h"]
    assert all((a.get("src") or "data:").startswith("data:image/png") or tag != "img" for tag, a in page.tags)
    assert not {"script", "link", "iframe", "object", "embed", "form", "base"} & {tag for tag, _ in page.tags}
    assert not any("style" in attributes or "srcset" in attributes for _, attributes in page.tags)
    assert "url(" not in text
    assert "@import" not in text
    policy = next(a["content"] or "" for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert all(a["rel"] == "noreferrer noopener" for _, a in page.tags if (a.get("href") or "").startswith("http"))
