"""The decision record and the tables: complete, linked both ways, and safe whatever people typed."""

import csv
import io
import json
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from bot.exports import (
    Exported,
    Picture,
    RecordLink,
    answers_csv,
    build_record,
    failures_csv,
    render_html,
    render_json,
    render_markdown,
    reviews_csv,
)
from rules import decide
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    Bucket,
    Decision,
    GoldenTask,
    LoggedFailure,
    Review,
    ReviewState,
    TaskResult,
    Tenant,
)

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
ACME = Tenant(team="T0ACME")
GIVEN = {"need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "receipts": "regulated"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "# heading\n- list\n| table |",
    "{{ 6*9 }}{% raw %}",
    "=1+2",
    "```\nfence",
    "x\x00y\u202eevil",
]


def assessment(name: str = "Support copilot", context: str = "", said: str | None = None) -> Assessment:
    answers = {fact: Answer(fact=fact, value=value, by="U1", at=NOW, said=said) for fact, value in GIVEN.items()}
    answers["evals"] = Answer(fact="evals", value=None, by="U2", at=NOW)
    draft = Assessment(
        id="a1",
        tenant=ACME,
        channel="C1",
        name=name,
        context=context,
        started_by="U1",
        started_at=NOW,
        changed_at=NOW,
        state=AssessmentState.DECIDED,
        answers=answers,
        golden_tasks=(GoldenTask(id="g1", name=name, must_contain=context),),
    )
    return draft.model_copy(update={"decision": Decision(at=NOW, facts=draft.facts(), verdict=decide(draft.facts()))})


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def test_the_markdown_record_has_the_sections_of_the_madr_form():
    text = render_markdown(build_record(assessment(), names={"U1": "Ana", "U2": "Ben"}))

    for heading in (
        "## Context and Problem Statement",
        "## Decision Drivers",
        "## Considered Options",
        "## Decision Outcome",
        "### Consequences",
        "### Confirmation",
        "## Pros and Cons of the Options",
        "## More Information",
    ):
        assert f"\n{heading}\n" in text
    assert "Chosen option: **retrieval (RAG)**" in text
    assert '["Ana", "Ben"]' in text
    assert "How often the truth changes" in text or "weekly" in text


def test_superseded_records_link_both_ways():
    old = RecordLink(id="a0", name="Support copilot", decided_on=NOW.date())
    new = RecordLink(id="a2", name="Support copilot")

    text = render_markdown(build_record(assessment(), supersedes=old, superseded_by=new))

    assert 'supersedes: "a0"' in text
    assert 'superseded-by: "a2"' in text
    assert "status: superseded" in text


def test_an_undecided_assessment_has_no_record_and_says_so():
    with pytest.raises(ValueError, match="no verdict yet"):
        build_record(assessment().model_copy(update={"decision": None}))


@pytest.mark.parametrize("words", HOSTILE)
def test_typed_words_are_inert_in_the_page(words: str):
    page = Tags()
    page.feed(render_html(build_record(assessment(name=words, context=words), names={"U1": words})))
    plain = Tags()
    plain.feed(render_html(build_record(assessment(name="x", context="x"), names={"U1": "x"})))

    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


@pytest.mark.parametrize("words", HOSTILE)
def test_typed_words_keep_the_frame_of_the_markdown_record(words: str):
    shape = [line.split(" ")[0] for line in render_markdown(build_record(assessment("x", "x"))).splitlines()]

    hostile = render_markdown(build_record(assessment(words, words)))

    assert [line.split(" ")[0] for line in hostile.splitlines()] == shape
    assert "](javascript" not in hostile
    assert "<script" not in hostile


def test_the_page_is_self_contained():
    picture = Picture(alt="Retrieval delivers all three.", png=b"\x89PNG")

    page = Tags()
    page.feed(render_html(build_record(assessment(), pictures=[picture])))

    sources = [attributes["src"] for tag, attributes in page.tags if tag == "img"]
    assert sources == [picture.data_url]
    assert not {"script", "link", "iframe"} & {tag for tag, _ in page.tags}


def test_a_spreadsheet_runs_no_cell_and_numbers_stay_numbers():
    exported = Exported(
        assessments=(assessment(name="=HYPERLINK(1)", said="@SUM(1)"),),
        failures=(
            LoggedFailure(id="f1", tenant=ACME, assessment_id="a1", bucket=Bucket.SAFETY, what="-2+3", by="U1", at=NOW),
        ),
    )

    for text in (answers_csv(exported), failures_csv(exported)):
        for row in csv.reader(io.StringIO(text)):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert "'=HYPERLINK(1)" in answers_csv(exported)


def test_reviews_are_counted_by_result_and_bucket():
    review = Review(
        id="r1",
        tenant=ACME,
        assessment_id="a1",
        month="2026-12",
        state=ReviewState.FINISHED,
        opened_at=NOW,
        results={"g1": TaskResult.PASS, "g2": TaskResult.FAIL},
        counts={Bucket.RETRIEVAL_MISS: 9},
    )

    head, row = csv.reader(io.StringIO(reviews_csv(Exported(reviews=(review,)))))

    found = dict(zip(head, row, strict=True))
    assert (found["pass"], found["fail"], found["retrieval_miss"]) == ("1", "1", "9")


def test_json_reads_back_as_what_was_stored():
    exported = Exported(assessments=(assessment(name='"{{ x }}" <b>'),))

    assert Exported.model_validate(json.loads(render_json(exported))) == exported
