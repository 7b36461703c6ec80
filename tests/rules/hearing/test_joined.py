"""A line that joins several answers is taken up whole: each thought for its own question, none lost, none mistaken."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from rules.hearing.words.pieces import pieces
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("source", "sharepoint. it's a mess. has to come within 2 seconds",
         {"source": "documents", "hygiene": "poor", "latency": "under_3s"}),
        ("corpus", "about 6k pages, very tidy, answer within a second",
         {"corpus": "large", "hygiene": "clean", "latency": "under_1s"}),
        ("volume", "low, 300 a day or so, mistakes are harmless", {"volume": "under_1k", "stakes": "annoyance"}),
        ("receipts", "not required, staff only, errors merely annoy", {"receipts": "none", "stakes": "annoyance"}),
        ("access", "nothing secret in it\nthe new tariff comes every 3 months",
         {"access": "everyone", "freshness": "quarterly"}),
        ("hygiene", "clean; citations required; harm if wrong",
         {"hygiene": "clean", "receipts": "required", "stakes": "harm"}),
        ("corpus", "300 pages and they change weekly", {"corpus": "large", "freshness": "weekly"}),
        ("evals", "we look at a few by hand / about 80 pages all in all / everyone may read them",
         {"evals": "ad_hoc", "corpus": "prompt_sized", "access": "everyone"}),
    ],
)  # fmt: skip
def test_each_statement_is_written_down_for_its_own_question(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each(
    ("fact", "text", "saved", "offered"),
    [
        ("latency", "2 seconds is fine, about 900 users a day", {"latency": "under_3s"}, ("volume", "under_1k")),
        ("freshness", "cast in stone, and they are all word files on the firm's drive", {"freshness": "static"},
         ("source", "documents")),
    ],
)  # fmt: skip
def test_what_is_not_sure_enough_is_offered(fact: str, text: str, saved: dict[str, Value], offered: tuple[str, Value]):
    heard = hear(line(text, fact, {}, mention=True))

    assert heard.saves == saved
    assert offered in [(each.fact, each.value) for each in heard.offers if isinstance(each, Choice)]


@each(
    ("fact", "text", "value"),
    [
        ("source", "postgres and the stripe api / one leaflet, 11 pages", "systems"),
        ("failure", "it invents prices - our team runs opensearch in prod, 500k calls a month", ("invented_facts",)),
        ("stakes", "a nurse could give the wrong drug, it issues the refund in the shop by itself", "harm"),
        ("per_class", "900 tickets spread evenly on 90 classes - 0.2 s at most, its voice", "under_20"),
        ("examples", "hundreds but labels are inconsistent, we measure nothing", "hundreds"),
        ("failure", "tone mostly but also wrong categories, annotators disagree", ("tone", "classification")),
    ],
)
def test_what_is_said_of_other_questions_changes_no_answer_to_the_open_one(fact: str, text: str, value: Value):
    assert hear(line(text, fact, {}, mention=True)).saves.get(fact) == value


@each(
    ("fact", "text", "facts"),
    [
        ("hygiene", "the wiki is a mess, the API is fine", {"hygiene"}),
        ("examples", "about 300 tickets, checked by hand", {"examples"}),
        ("failure", "the text is good but needs 9 sec and the player is gone", {"failure"}),
        ("model_size", "no limit there. text is good but needs 9 sec and the player is gone", {"model_size"}),
        ("failure", "it forgets the middle of long files, 300 pages each", {"failure"}),
        ("source", "the first one, both", {"source"}),
        ("volume", "2 million a day. the model is good but way too dear for that", {"volume", "failure"}),
        ("receipts", "a wrong answer costs us a refund, 200 eur on average", {"stakes"}),
        ("evals", "we hope. it runs every night, rolls back", {"evals"}),
        ("volume", "about 100k a day, depends on the weather", {"volume"}),
        ("stakes", "rework only, internal tool", {"stakes"}),
        ("steadiness", "stable, the guide is two pages", {"steadiness", "definition"}),
    ],
)
def test_a_reason_or_a_remark_is_no_answer_to_another_question(fact: str, text: str, facts: set[str]):
    assert hear(line(text, fact, {}, mention=True)).saves.keys() <= facts


@each(
    ("text", "found"),
    [
        ("once a quarter or so / only documents", ("once", "a", "quarter", "or", "so", ";", "only", "documents")),
        ("facts / behavior", ("facts", "or", "behavior")),
        ("our wiki / the database", ("our", "wiki", "or", "the", "database")),
        ("200 / day", ("200", "per", "day")),
    ],
)
def test_a_slash_parts_statements_and_joins_single_words(text: str, found: tuple[str, ...]):
    assert pieces(text) == found


@each(
    ("fact", "said", "text", "saves"),
    [
        (None, {"receipts": "none", "access": "everyone"}, "citations are required now and access is per user",
         {"receipts": "required", "access": "per_user"}),
        ("volume", {"stakes": "annoyance"}, "4000 a day, and stakes should be money not annoyance",
         {"volume": "under_100k", "stakes": "money"}),
        ("receipts", {"freshness": "weekly"}, "actually daily not weekly, and sources are required",
         {"freshness": "daily", "receipts": "required"}),
        ("stakes", {"examples": "hundreds"}, "fat finger, we have 3000 labeled examples not 300",
         {"examples": "thousands"}),
        ("stakes", {"failure": ("format", "tone")}, "take tone off the failures, that is fixed",
         {"failure": ("format",)}),
    ],
)  # fmt: skip
def test_a_correction_is_taken_with_what_the_rest_of_its_line_says(fact, said, text, saves):
    assert hear(line(text, fact, said, mention=True)).saves == saves


def test_a_statement_whose_question_no_phrase_of_the_whole_line_speaks_of_is_heard_without_an_error():
    told = "elastic cluster since 2019 plus an ml squad on no wait, mlflow, they can roll a model back"

    assert "hosting" not in hear(line(told, "hosting", {}, mention=True)).saves
