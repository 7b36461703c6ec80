"""The answers about words, the open question, what was answered, the review and the record."""

from dataclasses import replace

from rules import decide
from rules.catalog import FRAMEWORK
from rules.catalog.glossary import GLOSSARY
from rules.facts import FACTS, Facts
from rules.hearing import Asked
from rules.telling import Background, Given, Moved, question, tell
from tests.rules.telling.asking import OPEN, TEAM, option_of, told, words
from tests.tables import each


@each("term", list(GLOSSARY))
def test_each_word_is_explained_with_example_use_and_source(term):
    answer = told("glossary", term=term)

    assert answer.says == (GLOSSARY[term].says,)
    assert [line.split(" ", 1)[0] for line in answer.more] == ["For", "It", "Source:"]


def test_who_answered_names_the_person_where_there_is_a_record():
    known = Background(TEAM, has_record=True, givers={"freshness": Given("Ana", "November 3")})

    assert tell(Asked("who_answered", {"fact": "freshness"}), known).says == (
        "How often the truth changes: weekly, by Ana, November 3.",
    )
    assert len(tell(Asked("who_answered", {"fact": ""}), known).more) > 3
    assert "kept in the assessment's thread" in words(told("who_answered", fact=""))
    assert "Nobody has answered that yet" in words(told("who_answered", fact="labels"))
    assert tell(Asked("who_answered", {"fact": ""}), Background(Facts(), has_record=True)).says


def test_the_status_of_answers_tells_one_or_what_is_open():
    assert told("status_of_answers", fact="freshness").says == ("How often the truth changes: weekly.",)
    assert "not answered yet" in words(told("status_of_answers", fact="labels"))
    assert "Still open:" in words(told("status_of_answers", fact=""))
    complete = Facts.model_validate({fact: option_of(fact) for fact in FACTS})
    assert "None is open." in words(told("status_of_answers", complete, fact=""))


@each(("review", "said"), [(("December 1",), "December 1"), ((), "No review"), (None, "monthly")])
def test_the_review_is_told_from_the_record(review, said):
    assert said in words(tell(Asked("review"), Background(TEAM, review=review)))


@each("has_record", [True, False])
def test_the_record_is_pointed_to(has_record):
    assert "Decision record" in words(tell(Asked("record"), Background(TEAM, has_record=has_record)))


@each(
    ("failure", "said"),
    [
        (("invented_facts", "tone"), "and so does what fails: invented facts and wrong tone."),
        (("none_yet",), "No failure of it was seen so far."),
        (None, "How it fails was not answered"),
    ],
)
def test_what_comes_of_doing_nothing_is_what_fails_today_and_what_prompting_does_not_give(failure, said):
    answer = told("nothing_done", TEAM.replaced("failure", failure))

    assert said in answer.says[0]
    assert answer.says[1].startswith("Prompting alone does not give you ")
    assert answer.says[2:] == ("What a wrong answer costs stays, too: money.",)


def test_where_prompting_is_advised_or_stakes_are_open_less_is_lost_by_doing_nothing():
    assert len(told("nothing_done", OPEN).says) == 1


def test_what_is_unknown_is_said_with_what_is_known():
    answer = told("unknown")

    assert "outside what I know" in answer.says[0]
    assert len(answer.nearest) == 3
    assert all(question(each, Background(TEAM)) for each in answer.nearest)
    assert "why not fine-tuning?" in told("help").says[0]


@each(
    ("intent", "slots", "said"),
    [
        ("why", {}, "fetched when someone asks"),
        ("help", {}, "Pick one"),
        ("glossary", {"term": ""}, "The choices: "),
    ],
)
def test_a_question_about_the_open_one_is_answered_from_its_row(intent, slots, said):
    background = Background(OPEN, open_fact="freshness")

    assert said in words(tell(Asked(intent, slots), background))


def test_while_one_stands_open_words_are_explained_and_no_verdict_is_claimed():
    background = Background(OPEN, open_fact="failure")

    assert "Pick as many" in words(tell(Asked("help"), background))
    assert tell(Asked("glossary", {"term": "lora"}), background).says == (GLOSSARY["lora"].says,)
    assert tell(Asked("record"), Background(OPEN, open_fact="nothing_there")).says
    compared = tell(Asked("compare", {"architectures": ("rag", "fine_tune")}), Background(TEAM, open_fact="access"))
    assert compared.says[0] == "So far the verdict would be retrieval (RAG)."


@each(
    ("asked", "expected"),
    [
        (Asked("why"), "Why retrieval (RAG)?"),
        (Asked("why_not", {"architecture": "fine_tune"}), "Why not fine-tuning?"),
        (Asked("what_would_make", {"architecture": "hybrid"}), "What would make it a hybrid?"),
        (
            Asked("what_if", {"changes": {"freshness": "daily"}}),
            "What if “How often the truth changes” were answered with “daily”?",
        ),
        (Asked("change_answer", {"changes": {"freshness": "daily"}}), "Record how often the truth changes: daily"),
        (Asked("compare", {"architectures": ("rag", "prompt")}), "Compare retrieval (RAG) and prompting"),
        (Asked("compare", {"architectures": ()}), "Compare all five"),
        (Asked("glossary", {"term": "rag"}), "What does “RAG” mean?"),
        (Asked("glossary", {"term": ""}), "What does the question mean?"),
        (Asked("cost", {"of": "break_even"}), "When does it pay?"),
        (Asked("who_answered", {"fact": "freshness"}), "Who answered “How often the truth changes”?"),
        (Asked("status_of_answers", {"fact": ""}), "What was answered so far?"),
        (Asked("next"), "What to do next?"),
    ],
)
def test_a_question_is_given_back_shortly(asked, expected):
    assert question(asked, Background(TEAM)) == expected


def test_where_the_record_is_names_the_button_that_stands_there_and_promises_none_before_the_verdict():
    decided = Background(TEAM, decided=decide(TEAM), has_record=True)

    assert told("record", background=decided).says[0] == "Press Decision record."
    afar = replace(decided, is_afar=True)
    assert told("record", background=afar).says[0] == "Press Decision record in the ⋯ menu under the verdict."
    assert told("record", background=Background(OPEN, has_record=True)).says[0].startswith("Once there is a verdict")


def test_where_no_review_is_planned_the_press_that_plans_one_is_named_and_put_off_only_before_the_verdict():
    decided = Background(TEAM, decided=decide(TEAM), has_record=True, review=())
    undecided = Background(OPEN, has_record=True, review=())

    afar = replace(decided, is_afar=True)

    assert told("review", background=decided).says[1].startswith("Press Plan the monthly review: day")
    assert told("review", background=afar).says[1].startswith("Press Plan the monthly review under the roadmap: day")
    assert told("review", background=undecided).says[1].startswith("After the verdict, press Plan the monthly review")


@each("fact", FACTS)
def test_why_a_question_is_asked_says_what_each_answer_would_turn_as_deciding_again_does(fact):
    question = FRAMEWORK.by_fact[fact]
    now = decide(OPEN).verdict

    why, turns = tell(Asked("why"), Background(OPEN, open_fact=fact)).says

    assert why == question.why
    for option in question.options:
        value = (option.value,) if question.is_list else option.value
        is_turned = decide(OPEN.replaced(fact, value)).verdict is not now
        assert (f"“{option.said}”" in turns) is is_turned


def test_what_is_open_is_a_count_with_its_effect_and_a_list_only_where_it_is_short():
    assert "are open; none of them can change the verdict." in words(told("status_of_answers", fact=""))
    count, effect = told("status_of_answers", OPEN, fact="").says
    assert count == "1 of 23 questions are answered."
    assert effect == "22 are open; they may still change the verdict."
    assert told("status_of_answers", OPEN, fact="").more[0].startswith("Still open: how often the truth changes, ")


def test_who_asks_why_something_is_asked_after_a_verdict_hears_which_answer_changed():
    moved = Moved("hygiene", "clean", "poor", "Ana")
    background = Background(TEAM, open_fact="ops", pending=(moved,))

    first = tell(Asked("why", {}), background).says[0]
    assert first.startswith("There was a verdict, and since then “State of the data” went from “")
    assert first.endswith("” (by Ana): so it is not settled any more.")
    assert "There was a verdict" not in tell(Asked("why", {}), Background(TEAM, open_fact="ops")).says[0]
