"""The answers: each sentence from a row, a fact, a record or arithmetic; the answer first."""

import re

import pytest

from rules import decide
from rules.catalog import FRAMEWORK
from rules.catalog.glossary import GLOSSARY
from rules.facts import FACTS, Facts
from rules.framework import Architecture
from rules.hearing import Asked
from rules.roadmap import Phase, in_a_sentence
from rules.telling import Background, Given, question, tell
from rules.verdict import Share
from tests.tables import each

TEAM = Facts(
    need="facts", freshness="weekly", source="documents", corpus="large", hygiene="clean", receipts="required",
    access="everyone", failure=("invented_facts",), examples="none", evals="ad_hoc", latency="under_3s",
    volume="under_100k", ops=("search",), stakes="money", hosting="any_api",
)  # fmt: skip
OPEN = Facts(need="facts")


def told(intent: str, facts: Facts = TEAM, *, background: Background | None = None, **slots):
    return tell(Asked(intent, slots), background or Background(facts))


def words(answer) -> str:
    return " ".join((*answer.says, *answer.more))


def test_why_begins_with_the_verdict_and_ends_with_its_sources():
    answer = told("why")

    assert answer.says[0].startswith("Retrieval (RAG): the smallest that gives you ")
    assert any("IzTechValley 2026 on facts that change" in line for line in answer.more)
    assert "Practical Decision Framework" not in words(answer)


def test_why_says_where_no_answer_asks_for_more():
    assert told("why", Facts()).says == ("Prompting: the smallest there is, and no answer so far asks for more.",)


def test_why_says_where_nothing_passes():
    facts = TEAM.replaced("latency", "under_300ms").replaced("hosting", "on_device")

    first = told("why", facts).says[0]

    assert ("comes closest" in first) is not decide(facts).passes


@pytest.mark.parametrize("architecture", list(Architecture))
def test_why_not_names_what_is_missed_or_that_it_was_chosen(architecture):
    answer = told("why_not", architecture=str(architecture))

    chosen = decide(TEAM).verdict
    assert answer.says[0].startswith("Retrieval (RAG): that is what was chosen" if architecture is chosen else "Not ")


def test_a_supposition_tells_the_new_verdict_first_and_the_old_beside_it():
    answer = told("what_if", changes={"corpus": "prompt_sized", "receipts": "none", "freshness": "static"})

    assert answer.says[0] == "Then prompting. Now: retrieval (RAG)."
    assert "“How often the truth changes” with “almost never” instead of “weekly”" in answer.says[1]
    assert answer.changes["corpus"] == "prompt_sized"


def test_a_supposition_says_which_part_of_it_is_so_already():
    answer = told("what_if", changes={"freshness": "weekly", "latency": "relaxed"})

    assert answer.says[1] == "Supposed: “Speed of answers” answered with “no hurry” instead of “within three seconds”."
    assert answer.says[2] == "Already so: “How often the truth changes” answered with “weekly”."


def test_a_supposition_that_changes_nothing_says_still():
    assert told("what_if", changes={"freshness": "daily"}).says[0] == "Still retrieval (RAG)."


@pytest.mark.parametrize(
    ("before", "after"),
    [({"latency": "under_300ms"}, {"latency": "relaxed"}), ({"latency": "relaxed"}, {"latency": "under_300ms"})],
)
def test_a_supposition_says_when_the_bar_is_passed_or_no_longer(before, after):
    facts = TEAM.model_copy()
    for fact, value in before.items():
        facts = facts.replaced(fact, value)
    then = Facts.model_validate({**facts.known(), **after})

    first = told("what_if", facts, changes=after).says[0]

    if decide(facts).passes != decide(then).passes:
        assert "pass" in first


def test_a_stated_change_is_noted_before_the_verdict():
    answer = told("change_answer", changes={"examples": "thousands"})

    assert answer.says[0] == "Noted: “Trusted examples” answered with “thousands” instead of “none”."


def test_what_would_make_it_gives_changes_that_do_make_it():
    facts = TEAM
    answer = told("what_would_make", facts, architecture="prompt")

    assert answer.says[0].startswith("Prompting, if “")
    assert "” were answered with “" in answer.says[0]
    assert ":" not in answer.says[0]


def test_what_would_make_it_says_so_where_nothing_does():
    answer = told("what_would_make", architecture="fine_tune")

    assert answer.says[0] == "Nothing up to three changed answers makes it fine-tuning."
    assert told("what_would_make", architecture="rag").says == ("Retrieval (RAG): that is the verdict already.",)


def test_what_would_change_it_tells_the_nearest_first():
    assert told("what_would_change").says[0] in {"One changed answer is enough.", "It takes two changed answers."}
    assert "No single answer" in told("what_would_change", Facts()).says[0]
    assert any(
        line.startswith("Still open, and able to change it") for line in told("what_would_change", OPEN).says
    ) or (not decide(OPEN).flips)


def test_compare_tells_two_in_full_and_more_behind():
    two = told("compare", architectures=("rag", "fine_tune"))
    five = told("compare", architectures=())

    assert two.says[0] == "The verdict is retrieval (RAG)."
    assert len(two.says) == 3
    assert any("Fine-tuning" in line for line in two.says)
    assert any("hybrid" in line for line in five.more)
    assert told("compare", Facts(), architectures=()).more[0].startswith("Prompting: ")


@each("term", list(GLOSSARY))
def test_each_word_is_explained_with_example_use_and_source(term):
    answer = told("glossary", term=term)

    assert answer.says == (GLOSSARY[term].says,)
    assert [line.split(" ", 1)[0] for line in answer.more] == ["For", "It", "Source:"]


def test_a_range_of_cost_that_helps_nobody_is_called_that_and_one_that_helps_is_told():
    unknown = told("cost", Facts(need="facts", source="documents"), of="wrong_answers")
    given = told("cost", of="wrong_answers", given={"requests_a_day": 2_000, "cost_each": 12})

    assert unknown.says[0].startswith("What wrong answers cost cannot be told yet: ")
    assert given.says[0].startswith("With retrieval (RAG), wrong answers cost ")


@pytest.mark.parametrize("of", ["wrong_answers", "break_even", "architecture"])
def test_a_cost_uses_what_is_known_and_asks_for_the_rest_in_one_line(of):
    answer = told("cost", of=of, architectures=("rag", "hybrid"))

    assert answer.says[-1].startswith("For a closer figure tell me ")
    assert any(line.startswith("Assumed: ") for line in answer.more)


def test_a_cost_of_three_given_figures_shows_its_arithmetic():
    given = {"requests_a_day": 2_000_000.0, "error_rate": 0.01, "cost_each": 0.05}

    answer = told("cost", of="wrong_answers", given=given)

    assert answer.says == ("About $30,000 a month: 2 million requests x 1 of 100 wrong x $0.05 = $1,000 a day.",)


def test_figures_beyond_belief_are_left_out():
    answer = told("cost", of="wrong_answers", given={"requests_a_day": 1e15, "cost_each": 0.0, "error_rate": 3.0})

    assert answer.says


def test_a_break_even_is_a_whole_sentence_about_right_answers():
    given = {"requests_a_day": 1000.0, "cost_of_a_wrong_answer": 5.0, "error_rate": 0.1}

    assert " of 100 answers are right" in told("cost", of="break_even", given=given).says[0]


def test_a_break_even_that_never_comes_is_said():
    given = {"requests_a_day": 1.0, "cost_each": 1_000_000.0, "error_rate": 0.9}

    assert "pay" in told("cost", of="break_even", given=given).says[0]


def test_the_next_step_is_evaluation_first_or_what_the_team_has_left():
    assert told("next").says[0].startswith("First: 3 to 5 golden tasks")
    left = Background(TEAM, first=(("Spot checks", "Read twenty a week."),))
    assert tell(Asked("next"), left).says == ("First: spot checks. Read twenty a week.",)


@each("architecture", Architecture)
def test_what_comes_next_is_one_sentence_for_each_step(architecture: Architecture):
    verdict = decide(TEAM).model_copy(update={"verdict": architecture})
    for line in tell(Asked("next"), Background(TEAM, decided=verdict)).says[1:]:
        assert re.fullmatch(r"(Then|After that): [^:.]+\.", line), line
        assert line.count(" and ") <= 1


def test_a_failure_to_watch_goes_on_in_a_sentence_as_something_to_do():
    said = in_a_sentence("Formatting: the content is right, the shape is not", Phase.FAILURES)

    assert said == "watch for “formatting” (the content is right, the shape is not)"
    assert in_a_sentence("A baseline: the best prompt, measured", Phase.EVALUATION) == (
        "a baseline (the best prompt, measured)"
    )


def test_how_sure_counts_the_ways():
    assert "Settled" in words(told("how_sure"))
    assert "ways to answer the" in words(told("how_sure", OPEN))
    complete = Facts.model_validate({fact: option_of(fact) for fact in FACTS})
    assert words(told("how_sure", complete)).endswith(".")


def option_of(fact: str):
    value = FRAMEWORK.by_fact[fact].options[0].value
    return (value,) if FRAMEWORK.by_fact[fact].is_list else value


def test_architectures_that_deliver_alike_need_no_claims():
    assert told("compare", architectures=("rag", "rag")).says[0] == "The verdict is retrieval (RAG)."


def test_a_share_is_never_all_or_none_where_it_is_not():
    sure = decide(OPEN).model_copy(update={"confidence": 0.999, "alternatives": (Share(verdict=None, share=0.001),)})

    said = words(tell(Asked("how_sure"), Background(OPEN, decided=sure)))

    assert "More than 99 of 100" in said
    assert "less than 1 to none that meets your musts" in said


def test_without_a_next_question_none_is_named():
    open_ended = decide(OPEN).model_copy(update={"decided": False, "next_question": None})

    assert len(tell(Asked("how_sure"), Background(OPEN, decided=open_ended)).says) == 1


def test_one_precedent_stands_alone():
    one = decide(TEAM)
    one = one.model_copy(update={"precedents": one.precedents[:1]})

    assert len(tell(Asked("precedents"), Background(TEAM, decided=one)).says) == 1


def test_precedents_are_published_cases_or_said_not_to_be_there():
    assert "https://" in words(told("precedents"))
    assert "No published case" in words(told("precedents", Facts()))


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


@pytest.mark.parametrize(("review", "said"), [("December 1", "December 1"), ("", "No review"), (None, "monthly")])
def test_the_review_is_told_from_the_record(review, said):
    assert said in words(tell(Asked("review"), Background(TEAM, review=review)))


@pytest.mark.parametrize("has_record", [True, False])
def test_the_record_is_pointed_to(has_record):
    assert "Decision record" in words(tell(Asked("record"), Background(TEAM, has_record=has_record)))


def test_what_is_unknown_is_said_with_what_is_known():
    answer = told("unknown")

    assert "outside what I know" in answer.says[0]
    assert len(answer.nearest) == 3
    assert all(question(each, Background(TEAM)) for each in answer.nearest)
    assert "why not fine-tuning?" in told("help").says[0]


@pytest.mark.parametrize(
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


def test_where_the_record_is_names_the_menu_that_is_there_and_promises_none_before_the_verdict():
    decided = Background(TEAM, decided=decide(TEAM), has_record=True)

    assert told("record", background=decided).says[0] == "Press Decision record in the ⋯ menu under the verdict."
    assert told("record", background=Background(OPEN, has_record=True)).says[0].startswith("Once there is a verdict")


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


def test_what_an_architecture_costs_stands_beside_the_one_chosen_and_is_no_figure_where_nothing_is_known():
    of_tuning = {"of": "architecture", "architectures": ("fine_tune",)}

    bare = told("cost", OPEN.replaced("source", "documents"), **of_tuning).says[0]
    known = told("cost", TEAM, given={"requests_a_day": 2000, "error_rate": 0.1, "cost_each": 12}, **of_tuning).says[0]

    assert bare.startswith("What it costs cannot be told yet: ")
    assert known.startswith("Running, building and wrong answers, each month: fine-tuning $")
    assert " and retrieval (RAG) $" in known


def test_what_is_open_is_a_count_with_its_effect_and_a_list_only_where_it_is_short():
    assert "are open; none of them can change the verdict." in words(told("status_of_answers", fact=""))
    count, effect = told("status_of_answers", OPEN, fact="").says
    assert count == "1 of 23 questions are answered."
    assert effect == "22 are open; they may still change the verdict."
    assert told("status_of_answers", OPEN, fact="").more[0].startswith("Still open: how often the truth changes, ")
