"""What is said plainly is written down, whatever stands around it; what may be meant otherwise is left to be asked."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each

GIVEN: dict[str, Value] = {"need": "facts", "receipts": "regulated", "access": "per_user", "labels": "mixed"}


def saves_of(fact: str | None, text: str, said: dict[str, Value] = GIVEN) -> dict[str, Value]:
    return dict(hear(line(text, fact, {each: v for each, v in said.items() if each != fact}, mention=True)).saves)


@each(
    ("text", "value"),
    [
        ("the apprentices should not see the alloy recipes", "per_user"),
        ("the three tuners see it all, the others not", "per_user"),
        ("the others do not need it, but all may see everything", "everyone"),
        ("everyone can see it all, whether they want to or not", "everyone"),
        ("they see it all", "everyone"),
    ],
)
def test_who_is_kept_out_makes_it_depend_on_the_person(text: str, value: str):
    assert saves_of("access", text, {}) == {"access": value}


@each(
    ("fact", "text", "saves"),
    [
        ("access", "everyone. the composer died in 1911 so nothing in there changes any more",
         {"access": "everyone", "freshness": "static"}),
        ("hygiene", "some are only photocopies, very grey", {"hygiene": "mixed"}),
        ("hygiene", "they are photocopies, grey and crooked", {"hygiene": "poor"}),
        ("latency", "no hurry. our documents are the herbarium sheets and the notebooks, they are on a NAS",
         {"latency": "relaxed", "source": "documents"}),
        ("source", "the notebooks, i just said", {"source": "documents"}),
        ("ops", "the documents are the problem", {}),
        ("evals", "and all in the warehouse can see everything", {"access": "everyone"}),
        ("source", "in the minutes. some of the scans are crooked", {"source": "documents", "hygiene": "mixed"}),
        ("hygiene", "all of it is faxes, illegible", {"hygiene": "poor"}),
    ],
)  # fmt: skip
def test_what_people_say_of_their_material_is_taken(fact: str, text: str, saves: dict[str, Value]):
    assert saves_of(fact, text, {}) == saves
