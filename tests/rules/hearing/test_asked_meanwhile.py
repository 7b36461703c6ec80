"""What is asked while a question stands open is answered, and never taken for that question's answer."""

from rules.facts import FACTS
from rules.hearing import Heard, asks, hear, line
from tests.tables import each

SAID = {"need": "facts", "source": "documents", "freshness": "monthly", "receipts": "required"}


def heard(text: str, open_fact: str) -> Heard:
    said = {fact: value for fact, value in SAID.items() if fact != open_fact}
    return hear(line(text, open_fact, said, mention=True))


@each(
    ("text", "intent"),
    [
        ("if it had to answer within 300 ms, what then", "what_if"),
        ("we could wait ten seconds, does that change anything?", "what_if"),
        ("p95 goes to 700 ms and we get 3M requests a day, what's the verdict then", "what_if"),
        ("and if sources were required by law", "what_if"),
        ("waht if the manuals only change once a year", "what_if"),
        ("Please state who said that the letters stay on our premises, and on which date.", "who_answered"),
        ("Name me one insurer that went this way", "precedents"),
        ("reasons for retrieval", "why"),
    ],
)
def test_what_asks_in_any_form_answers_no_question(text: str, intent: str):
    for fact in ("hygiene", "latency", "evals", "access", "stakes"):
        found = heard(text, fact)

        assert not found.saves, fact
        assert intent in [each.intent for each in found.questions] or found.offers, fact


@each(
    "text",
    [
        "Good morning! May I ask what sort of thing you can tell me?",
        "First, why is retrieval not enough? Second, what does reranking mean?",
        "We met the auditors on Monday, they want all of it on paper, nobody has time for links. Where is the record?",
    ],
)
def test_a_greeting_an_ordinal_or_a_story_before_a_question_answers_nothing(text: str):
    assert {fact: heard(text, fact).saves for fact in FACTS} == {fact: {} for fact in FACTS}


@each(
    ("open_fact", "text", "value"),
    [
        ("freshness", "weekly, I think. Why does it matter?", "weekly"),
        ("hygiene", "a mess really. who wants to know?", "poor"),
        ("labels", "ask three vets, get three different verdicts", "inconsistent"),
        ("hosting", "cloud is fine, but in our own account", "private_cloud"),
        ("volume", "400 a day. what if it were 5000?", "under_1k"),
    ],
)
def test_an_answer_stays_one_beside_a_question_and_in_words_that_sound_like_one(open_fact: str, text: str, value: str):
    assert heard(text, open_fact).saves.get(open_fact) == value


def test_marks_that_ask_have_it_explained_and_the_bare_name_is_a_greeting():
    meanwhile, after = heard("???", "hygiene"), hear(line("??", None, SAID, mention=True))
    name, picture, to_nobody = (hear(line(text, None, SAID, mention=told)) for text, told in _WORDLESS)

    assert [each.intent for each in (*meanwhile.questions, *after.questions)] == ["glossary", "help"]
    assert (name.greets, picture.greets, to_nobody.silent) == (True, False, True)
    assert picture.silent


_WORDLESS = (("", True), ("👍", True), ("?!", False))


def test_a_line_asks_by_its_mark_or_by_how_it_begins():
    told = ("weekly?", "what is left to do", "so what changed", "nothing has changed", "not sure")

    assert [asks(line(text, None, SAID, mention=False)) for text in told] == [True, True, True, False, False]


@each(
    "text", ["consistent meaning what exactly", "mixed as in what", "clean, by whose standards?", "according to whom"]
)
def test_what_repeats_a_word_of_the_question_asks_what_it_means(text):
    heard = hear(line(text, "labels", {}, mention=True))
    assert (dict(heard.saves), [each.intent for each in heard.questions]) == ({}, ["glossary"])
    assert hear(line(text, "labels", {}, mention=False)).silent


@each("text", ["our users want 80% facts, 20% tone", "80% looking things up, 20% bananas"])
def test_shares_of_facts_and_behavior_are_both_wherever_they_stand(text):
    assert dict(hear(line(text, "need", {}, mention=True)).saves) == {"need": "both"}
