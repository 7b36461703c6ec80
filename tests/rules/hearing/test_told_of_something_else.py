"""A second answer is written down where it is told of the feature, not of what its answers and texts are about."""

from rules.facts import Value
from rules.hearing import hear, line
from rules.hearing.values import Choice, Control, Word
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("need", "it must say which permissions are needed. And must write the letter in the style of the house",
         {"need": "both"}),
        ("source", "It is all in our wiki pages; it must say which approvals a purchase requires and who signs",
         {"source": "documents"}),
        ("ops", "We run a search index already. Users ask it what permission a visitor needs", {"ops": ("search",)}),
        ("source", "our wiki. It must say which page it is from", {"source": "documents", "receipts": "required"}),
        ("need", "facts about tariffs. Not everyone may see all, each branch has its own permissions",
         {"need": "facts", "access": "per_user"}),
    ],
)  # fmt: skip
def test_what_answers_are_about_answers_no_other_question(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each(
    ("fact", "text", "saves"),
    [
        ("latency", "It may take its time. The texts are the canon law, the decrees and our house regulations",
         {"latency": "relaxed"}),
        ("hygiene", "a mess. Some regulations are double, the inspector's reports are scans", {"hygiene": "poor"}),
        ("latency", "2 s, and we are regulated", {"latency": "under_3s", "receipts": "regulated"}),
        ("latency", "relaxed; regulations demand sources", {"latency": "relaxed", "receipts": "regulated"}),
        ("receipts", "regulation", {"receipts": "regulated"}),
    ],
)  # fmt: skip
def test_rules_that_are_texts_to_answer_from_require_no_sources(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each(
    ("fact", "text", "saves"),
    [
        ("ops", "What does index mean here? We have just the search field in Outlook", {}),
        ("ops", "we run OpenSearch ourselves. what is an index?", {"ops": ("search",)}),
        ("ops", "what is LoRA? we run elastic", {"ops": ("search",)}),
        ("evals", "What is a golden set? We only look at some answers on Fridays", {"evals": "ad_hoc"}),
    ],
)
def test_who_asks_what_a_value_means_does_not_say_it_in_the_same_breath(fact, text, saves):
    found = hear(line(text, fact, {}, mention=True))
    assert (found.saves, [each.intent for each in found.questions]) == (saves, ["glossary"])


@each(
    ("fact", "text", "saves"),
    [
        ("corpus", "about 60 x 150 pages", {"corpus": "large"}),
        ("corpus", "35 × 90 pages or so", {"corpus": "large"}),
        ("corpus", "40x200 pages", {"corpus": "large"}),
        ("corpus", "12 binders x 400", {}),
        ("corpus", "5 x 10 pages", {"corpus": "prompt_sized"}),
        ("corpus", "2 x a year, 50 pages", {"corpus": "prompt_sized"}),
        ("source", "they are pdfs. about 40 x 200 pages", {"source": "documents", "corpus": "large"}),
        ("examples", "40 x 50 labelled tickets", {"examples": "thousands"}),
    ],
)
def test_a_product_is_all_there_is(fact: str, text: str, saves: dict[str, Value]):
    found = hear(line(text, fact, {}, mention=True)).saves
    assert {each: found[each] for each in saves} == saves


@each(
    ("fact", "text", "saves"),
    [
        ("hosting", "on the edge box. new GPU is in, it does 200ms now, fine", {"hosting": "on_device"}),
        ("model_size", "the 8B one fits, measured 250 ms per answer", {"model_size": "small_only"}),
        ("ops", "search only. the cluster answers in 80ms btw", {"ops": ("search",)}),
        ("model_size", "small only. answers have to be there in 200 ms",
         {"model_size": "small_only", "latency": "under_300ms"}),
        ("hosting", "our own servers, users want answers in 2 seconds",
         {"hosting": "on_premises", "latency": "under_3s"}),
    ],
)  # fmt: skip
def test_what_a_machine_was_seen_to_take_is_no_limit(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


GIVEN: dict[str, Value] = {"need": "facts", "receipts": "regulated", "freshness": "weekly", "source": "documents"}


@each(
    ("fact", "text", "again"),
    [
        ("latency", "why do you write required by regulation? I never said that", "receipts"),
        ("ops", "how come you noted weekly, I said nothing of the sort", "freshness"),
        (None, "why required by regulation?? I never said so", "receipts"),
        (None, "I did not say weekly", "freshness"),
    ],
)
def test_an_answer_that_is_denied_is_asked_again(fact: str | None, text: str, again: str):
    found = hear(line(text, fact, GIVEN, mention=True))
    assert (found.control, found.saves, found.offers) == (Control(Word.CHANGE, again), {}, ())


def test_beside_an_answer_the_denied_one_is_asked_about_without_what_was_denied():
    text = "It can take longer. And why do you write required by regulation?? I didn't say this, I spoke of house rules"
    found = hear(line(text, "latency", GIVEN, mention=True))
    assert found.saves == {"latency": "relaxed"}
    assert found.offers == tuple(Choice("receipts", value) for value in ("none", "helpful", "required"))


@each(
    ("fact", "text", "saves"),
    [
        ("evals", "I never said weekly, it's monthly", {"freshness": "monthly"}),
        ("failure", "it quotes things we never said in the documents", {"failure": ("invented_facts",)}),
        ("evals", "we never wrote the documents down", {"evals": "none"}),
        ("evals", "nobody said anything about tests yet", {"evals": "none"}),
    ],
)
def test_a_denial_says_what_is_right_or_is_none_of_an_answer(fact: str, text: str, saves: dict[str, Value]):
    found = hear(line(text, fact, GIVEN, mention=True))
    assert (found.control, found.saves) == (None, saves)
