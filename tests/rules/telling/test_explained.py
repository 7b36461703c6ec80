"""Whatever word ftrag itself puts on a button, into an example or over a column, it can explain when asked."""

from rules import FRAMEWORK, Facts
from rules.catalog.option_meanings import OPTION_MEANINGS
from rules.hearing import hear, line
from rules.telling import Background, tell
from tests.tables import each

SCALES = {"freshness", "examples", "latency", "volume"}
"""Questions whose options are amounts or times, and say all in their labels."""
TEAM = Facts.model_validate({"need": "facts", "source": "documents", "freshness": "weekly", "corpus": "large"})


def explained(text: str, open_fact: str | None) -> str:
    """What is said to somebody who asks what a word means."""
    found = hear(line(text, open_fact, TEAM.known(), mention=True))
    assert [one.intent for one in found.questions] == ["glossary"], found
    return " ".join(tell(found.questions[0], Background(TEAM, open_fact=open_fact)).says)


@each("question", FRAMEWORK.questions, ids=lambda question: question.fact)
def test_each_option_of_a_question_has_a_meaning_in_plain_words(question):
    told = explained("what do you mean?", question.fact)

    assert (question.fact in SCALES) == (question.fact not in OPTION_MEANINGS)
    for option in question.options:
        means = OPTION_MEANINGS.get(question.fact, {}).get(option.value, "")
        assert f"“{option.label}”{f': {means}.' if means else ''}" in told


def test_two_answers_to_another_question_are_told_apart_by_that_ones_options():
    told = explained("wait whats the difference between facts and behavior", "access")

    assert told.startswith(FRAMEWORK.by_fact["need"].why)
    assert all(f"“{option.label}”" in told for option in FRAMEWORK.by_fact["need"].options)


def test_meanings_are_of_options_that_there_are():
    for fact, meanings in OPTION_MEANINGS.items():
        assert list(meanings) == [option.value for option in FRAMEWORK.by_fact[fact].options]


@each("demand", FRAMEWORK.demands, ids=lambda demand: demand.id)
def test_what_a_team_can_ask_for_is_explained_by_its_name_in_the_table(demand):
    assert len(explained(f"what does {demand.label.lower()} mean?", None)) > 40


@each(
    ("fact", "word", "said"),
    [
        ("lookup", "joining", "two tables"),
        ("lookup", "a passage", "piece of a document"),
        ("labels", "agreement", "the same label"),
        ("labels", "label", "agreed is right"),
        ("source", "API", "one program asks another"),
        ("ops", "an index", "found"),
        ("per_class", "class", "headings"),
        ("check", "a judging model", "model"),
        ("hosting", "own cloud account", "rent and control"),
        ("evals", "a fixed set", "golden set"),
        (None, "the bar", "must have"),
        (None, "settled", "can change it"),
        (None, "partly", "some of what you ask for"),
        (None, "schema", "form that a program can read"),
        (None, "joining", "two tables"),
    ],
)
def test_a_word_on_a_button_or_in_a_sentence_is_explained_when_asked(fact, word, said):
    assert said in explained(f"what does {word} mean here?", fact)
