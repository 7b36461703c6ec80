"""A value of which a line says that it is not all: both are meant, and not the other one in its place."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("fact", "said", "text"),
    [
        ("volume", "documents", "scratch 'documents only', half of it lives in SAP"),
        ("volume", "documents", "source: not just documents, the tariffs come from Oracle"),
        ("check", "documents", "not documents alone, stock levels come from the ERP too"),
        ("latency", "documents", "the source is more than documents, the meter readings come out of an API"),
        ("ops", "documents", "correction: source is not documents only, fares come out of the booking engine as well"),
        ("volume", "systems", "scratch 'systems only', half the answers sit in the handbook"),
        ("source", None, "not documents only, prices come out of SAP as well"),
        ("source", None, "pdfs alone won't do, fares are in the booking system"),
    ],
)
def test_a_place_that_is_not_all_stands_beside_the_other(fact: str, said: str | None, text: str):
    heard = hear(line(text, fact, {"source": said} if said else {}, mention=True))

    assert (heard.saves, heard.offers) == ({"source": "both"}, ())


@each("text", ["not only documents", "more than documents", "documents, but not only"])
def test_what_stands_beside_it_is_asked_where_the_line_does_not_say(text: str):
    heard = hear(line(text, "source", {}, mention=True))

    assert heard.offers == (Choice("source", "both"), Choice("source", "systems"))


@each(
    ("fact", "text", "saves"),
    [
        ("source", "no documents, only the database", {"source": "systems"}),
        ("source", "documents only", {"source": "documents"}),
        ("access", "it isn't just the leaflet but the whole catalog, far too much for a prompt", {"corpus": "large"}),
        ("volume", "as of now the list is exported every morning, not just on mondays", {}),
    ],
)
def test_a_value_that_is_all_or_is_not_spoken_of_stays(fact: str, text: str, saves: dict[str, Value]):
    heard = hear(line(text, fact, {"source": "documents"}, mention=True)).saves

    assert {each: value for each, value in heard.items() if each in {"source", "corpus"}} == saves


def test_a_correction_that_nobody_is_addressed_in_is_heard_where_it_names_its_question():
    text = "source isn't systems only, we have the wiki too"

    assert hear(line(text, "ops", {"source": "systems"}, mention=False)).saves == {"source": "both"}
