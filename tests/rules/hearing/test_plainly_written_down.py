"""What is said plainly is written down, whatever stands around it; what may be meant otherwise is left to be asked."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each

GIVEN: dict[str, Value] = {"need": "facts", "receipts": "regulated", "access": "per_user", "labels": "mixed"}


def saves_of(fact: str | None, text: str, said: dict[str, Value] = GIVEN) -> dict[str, Value]:
    return dict(hear(line(text, fact, {each: v for each, v in said.items() if each != fact}, mention=True)).saves)


@each(
    ("fact", "text", "saves"),
    [
        ("latency", "It can take longer. And why did you write required by regulation?? I never said so",
         {"latency": "relaxed"}),
        ("latency", "no hurry. and what about the page thing?? they need to see the source page",
         {"latency": "relaxed", "receipts": "required"}),
        ("hosting", ("it must stay in our own server room, no provider at all. do you want the town's name? we get "
         "some 40 requests a day in winter, and everyone on the farm may read everything"),
         {"hosting": "on_premises", "volume": "under_1k", "access": "everyone"}),
        ("volume", ("around 20 a day, it is a small museum. Did you note the other thing? every answer has to show "
         "the inventory card that it is taken from, otherwise the registrar will not accept it"),
         {"volume": "under_1k", "receipts": "required"}),
        ("latency", "no hurry. What is that for?", {"latency": "relaxed"}),
    ],
)  # fmt: skip
def test_what_is_told_on_either_side_of_a_question_is_written_down(fact: str, text: str, saves: dict[str, Value]):
    assert saves_of(fact, text, {}).items() >= saves.items()


@each(
    ("fact", "text"),
    [
        ("latency", "It can take longer. But why, two seconds at most"),
        ("check", "computed, checkable... where do those two differ?"),
        ("labels", "Yes, nearly always. But the two in Graz never agree with anybody"),
    ],
)
def test_a_sentence_that_the_next_one_takes_back_is_no_answer(fact: str, text: str):
    value = saves_of(fact, text, {}).get(fact)
    assert value not in {"relaxed", "computed", "consistent"}


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


@each(
    ("fact", "text", "saves"),
    [
        ("lookup", "u forgot misclass", {"failure": ("tone", "classification")}),
        ("lookup", "by exact names. and you forgot format", {"lookup": "by_name", "failure": ("format", "tone")}),
        ("action", "only drafts. also failures: format, misclass",
         {"action": "answers", "failure": ("format", "tone", "classification")}),
        ("action", "only drafts, but you forgot format", {"action": "answers", "failure": ("format", "tone")}),
        ("action", "you forgot to ask", {}),
        ("action", "you forgot lunch", {}),
        ("action", "we forgot the deadline because of the format", {}),
        ("action", "we forgot our password for the format", {}),
        (None, "you left out wrong routing", {"failure": ("tone", "classification")}),
        ("action", "you forgot the question", {}),
        ("action", "did you forget format?", {}),
        ("action", "so you forgot format", {}),
    ],
)  # fmt: skip
def test_what_was_forgotten_comes_on_the_list(fact: str | None, text: str, saves: dict[str, Value]):
    assert saves_of(fact, text, {"failure": ("tone",)}) == saves


@each(
    ("fact", "text", "saves"),
    [
        ("lookup", "n/a, nothing is looked up", {"lookup": None}),
        ("lookup", "nothing is looked up", {"lookup": None}),
        ("lookup", "there is nothing to look up, it only rewrites", {"lookup": None}),
        ("labels", "n/a, we have no examples", {"labels": None, "examples": "none"}),
        ("receipts", "n/a, they never ask for sources", {"receipts": "none"}),
        ("access", "n/a, it is public", {"access": "everyone"}),
        ("lookup", "nothing is looked up by number, people search by topic", {"lookup": "by_meaning"}),
        ("evals", "nothing is checked", {"evals": "none"}),
    ],
)
def test_a_question_that_does_not_apply_is_not_sure(fact: str, text: str, saves: dict[str, Value]):
    assert saves_of(fact, text, {}) == saves
