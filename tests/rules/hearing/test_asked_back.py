"""What somebody asks, or says beside the point, while a question of the interview stands open or after the verdict."""

from rules.facts import FACTS
from rules.hearing import Asked, Choice, hear, line
from tests.tables import each


@each("text", ["how sure are you?", "how certain is this?", "how confident are you about that?"])
@each("fact", FACTS)
def test_how_sure_we_are_may_be_asked_before_the_end(fact, text):
    assert hear(line(text, fact, {}, mention=True)).questions == (Asked("how_sure"),)


@each("fact", FACTS)
def test_what_the_difference_is_asks_for_the_words_of_the_open_question(fact):
    found = hear(line("what is the difference?", fact, {}, mention=True))

    assert found.questions == (Asked("glossary", {"term": ""}),)
    assert not found.saves


def test_an_unaddressed_line_about_the_open_question_is_offered_what_it_may_mean():
    found = hear(line("change what a mistake costs if 3 % are wrong", "stakes", {}, mention=False))

    assert found.offers == (Choice("stakes", "money"), Choice("stakes", "harm"))
    assert not found.saves


def test_a_change_of_nobody_knows_what_changes_nothing():
    found = hear(line("there is more of it now", None, {"volume": "under_1k"}, mention=True))

    assert found.questions == (Asked("unknown"),)
    assert not found.saves


def test_several_answers_in_one_line_after_the_verdict_are_supposed_together_and_not_written_down():
    found = hear(line("40 pages, in Notion, weekly", None, {}, mention=True))

    assert Asked("what_if", {"changes": {"freshness": "weekly", "corpus": "prompt_sized", "source": "documents"}}) in (
        *found.questions,
        *found.offers,
    )
    assert not found.saves


def test_what_is_denied_after_the_verdict_is_not_written_down():
    assert not hear(line("not hallucinating", None, {"failure": ("invented_facts",)}, mention=True)).saves
