"""The answers about the verdict: each sentence from a row, a fact or a record; the answer first."""

import re

from rules import decide
from rules.facts import FACTS, Facts
from rules.framework import Architecture
from rules.hearing import Asked
from rules.roadmap import Phase, in_a_sentence
from rules.telling import Background, tell
from rules.verdict import Share
from tests.rules.telling.asking import OPEN, TEAM, option_of, told, words
from tests.tables import each


def test_why_begins_with_the_verdict_and_ends_with_its_sources():
    answer = told("why")

    assert answer.says[0].startswith("Retrieval (RAG): the smallest that gives you ")
    assert any("IzTechValley 2026 on facts that change" in line for line in answer.more)
    assert "Practical Decision Framework" not in words(answer)


def test_why_says_where_no_answer_asks_for_more():
    said = told("why", Facts(corpus="prompt_sized")).says

    assert said == ("Prompting: the smallest there is, and no answer so far asks for more.",)


@each("intent", ["why", "why_not", "verdict"])
def test_before_the_first_answer_nothing_is_called_bigger_than_needed(intent):
    first = told(intent, Facts(), architecture="fine_tune").says[0]

    assert first.startswith(
        "Nothing is answered yet, so nothing speaks" if intent == "why_not" else "Nothing is answered"
    )


@each(
    ("intent", "slots"),
    [
        ("compare", {"architectures": ()}),
        ("compare", {"architectures": ("rag", "fine_tune")}),
        ("what_would_change", {}),
        ("what_would_make", {"architecture": "prompt"}),
        ("what_if", {"changes": {"freshness": "weekly"}}),
    ],
)
def test_before_the_first_answer_no_verdict_is_compared_changed_or_set_beside_a_supposition(intent, slots):
    said = " ".join(told(intent, Facts(), **slots).says)

    assert "othing is answered yet" in said
    assert not re.search(r"verdict is|verdict already|Now:|from prompting|for more than the smallest", said)


def test_why_says_where_nothing_passes():
    facts = TEAM.replaced("latency", "under_300ms").replaced("hosting", "on_device")

    first = told("why", facts).says[0]

    assert ("comes closest" in first) is not decide(facts).passes


@each("architecture", list(Architecture))
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


@each(
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
    assert "No single answer" in told("what_would_change", Facts(stakes="money")).says[0]
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
    shares = [int(share) for share in re.findall(r"(?<![\d-])(\d+) (?:of 100|to )", told("how_sure", Facts()).says[0])]
    assert shares == sorted(shares, reverse=True)
    complete = Facts.model_validate({fact: option_of(fact) for fact in FACTS})
    assert words(told("how_sure", complete)).endswith(".")


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
