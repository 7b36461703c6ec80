"""One row, one demand and the verdicts of before are told from rows, answers and the record, and from nothing else."""

from rules.catalog import FRAMEWORK
from rules.facts import Facts
from rules.framework import Architecture
from rules.hearing import Asked
from rules.telling import Background, Moved, Past, question
from tests.rules.telling.asking import TEAM, told, words

PROMPT, TOOLS, RAG, TUNE, HYBRID = Architecture
FIRST = Past(TUNE, passes=True, at="November 2")
LOST = Moved("ops", ("training",), ("neither",), "U1")
THEN = Past(PROMPT, passes=True, at="January 3", moved=(LOST,))


def past(*verdicts: Past, facts: Facts = TEAM, architecture: str = "", **fields):
    known = Background(facts, past=verdicts, has_record=True, **fields)
    return told("history", background=known, architecture=architecture).says


def test_a_row_is_told_by_the_answers_that_it_rests_on_by_what_falls_short_and_by_its_source():
    says = told("why", row="large-corpus").says
    assert says[0] == "It follows from what you answered: “How much there is” is “more than one prompt holds”."
    assert says[1].startswith("So you need knowledge from documents: ")
    assert says[1].endswith(" That is a must.")
    assert says[2].startswith("Prompting does not give you that: ")
    assert says[-1].startswith("Source: ")
    claim = next(row.claim for row in FRAMEWORK.demand_rows if row.id == "large-corpus")
    assert claim not in words(told("why", row="large-corpus"))  # the same sentence again explains nothing


def test_a_row_that_no_answer_raises_says_so():
    says = told("why", Facts(need="facts", corpus="prompt_sized"), row="large-corpus").says
    assert says[0] == "None of your answers asks for that so far."
    assert says[1].startswith("It would ask for ")


def test_every_row_of_the_rulebook_can_be_told():
    for rows in (FRAMEWORK.demand_rows, FRAMEWORK.prerequisite_rows):
        for row in rows:
            assert all(sentence.endswith(".") for sentence in told("why", row=row.id).says)


def test_what_has_to_be_there_first_says_of_whom_and_whether_it_is():
    lacking = told("why", row="tuning-needs-evaluation").says[0] if _has("tuning-needs-evaluation") else ""
    rows = {row.id for row in FRAMEWORK.prerequisite_rows}
    met, unmet = (
        [one for one in (told("why", facts, row=row).says[0] for row in rows) if part in one]
        for facts, part in ((TEAM, "and is met"), (TEAM, "and it "))
    )
    assert met
    assert unmet
    assert all(one.startswith("It is about ") for one in (*met, *unmet, *filter(None, [lacking])))


def _has(row: str) -> bool:
    return any(one.id == row for one in FRAMEWORK.prerequisite_rows)


def test_every_demand_on_every_architecture_is_told_in_whole_sentences():
    for row in FRAMEWORK.delivery_rows:
        says = told("delivers", demand=row.demand, architecture=str(row.architecture)).says
        assert row.claim in says[0]
        assert all(sentence.endswith(".") for sentence in says)


def test_how_far_an_architecture_goes_says_who_would_in_full_and_whether_it_is_asked_for():
    says = told("delivers", demand="receipts", architecture="fine_tune").says
    assert says[0].startswith("Fine-tuning does not give you sources for each answer. It cannot show ")
    assert says[1] == "Live tools, retrieval (RAG) and a hybrid would in full."
    assert says[2] == "Your answers ask for it, as a must: “Showing sources” is “required”."
    assert says[3].startswith("Source: ")
    assert told("delivers", demand="exact_steps", architecture="tools").says[0].startswith("Live tools give you exact ")


def test_without_a_name_it_is_the_architecture_of_the_verdict_and_where_the_truth_lives_can_be_put_right():
    says = told("delivers", demand="live_data", architecture="").says
    assert says[0].startswith("Retrieval (RAG) only in part gives you data from live systems. Its documents are copies")
    assert "“Where the truth lives” is “your own documents”; if that is not so, say it." in says[2]
    assert (
        told("delivers", Facts(), demand="live_data", architecture="rag").says[2] == "Your answers do not ask for it."
    )


def test_a_verdict_that_never_moved_says_since_when_and_which_answers_changed_all_the_same():
    yearly = Moved("freshness", "weekly", "yearly", "U2")
    assert past(Past(RAG, passes=True, at="May 4")) == ("The verdict has not changed: retrieval (RAG), since May 4.",)
    _, since = past(Past(RAG, passes=True, at="May 4", moved=(yearly,)))
    assert since == "Since then “How often the truth changes” went from “weekly” to “yearly” (by U2)."


def test_a_verdict_that_moved_says_how_often_from_what_to_what_and_by_which_answer():
    back = Past(RAG, passes=True, at="March 1", moved=(Moved("source", "model", "documents"),))
    first, became, again = past(FIRST, THEN, back)
    assert first == (
        "The verdict changed twice: first fine-tuning (November 2), then prompting (January 3), "
        "then retrieval (RAG) (March 1)."
    )
    assert became.startswith("It became prompting because “What the team can run” went from “training” to “")
    assert became.endswith(" (by U1).")
    assert again.startswith("It became retrieval (RAG) because “Where the truth lives” went from ")
    assert past(FIRST, Past(RAG, passes=False, at="May 4"))[1].startswith(
        "Retrieval (RAG) as what comes closest: by newer"
    )


def test_what_somebody_remembers_and_never_was_is_said_first_with_why_not():
    first, why, *_ = past(Past(RAG, passes=True, at="May 4"), architecture="hybrid")
    assert first == "It never was a hybrid here."
    assert why.startswith("Not a hybrid: ")
    assert past(FIRST, Past(RAG, passes=True, at="May 4"), architecture="fine_tune")[0].startswith(
        "The verdict changed once"
    )


def test_while_a_question_is_open_again_it_says_what_the_answers_come_to_so_far():
    small = Moved("corpus", "large", "prompt_sized", "U1")
    facts = TEAM.replaced("corpus", "prompt_sized").replaced("freshness", "yearly")
    first, now = past(Past(TUNE, passes=True, at="May 4"), facts=facts, pending=(small,))
    assert first.startswith("The verdict has not changed yet: fine-tuning")
    assert now.startswith("A question is open again: so far it would be ")
    assert "“How much there is” went from" in now


def test_without_a_verdict_or_a_record_no_history_is_made_up():
    assert past() == ("There is no verdict yet, so none that could have changed.",)
    says = told("history", architecture="").says
    assert says == ("Earlier verdicts are kept in the assessment's thread. On these answers it is retrieval (RAG).",)


def test_the_short_form_is_advice_where_it_is_settled_and_says_so_where_it_is_not():
    assert told("verdict").says[0].startswith("Use retrieval (RAG): it is the smallest that gives you ")
    assert told("verdict", Facts(need="facts")).says[0].startswith(("For now, use ", "Prompting: ", "Retrieval "))


def test_a_word_is_told_with_its_example_and_with_what_this_team_could_try():
    plain = told("glossary", term="golden task").says
    says = told("glossary", term="golden task", more="example").says
    assert says[:1] == plain
    assert says[1].startswith("For example: ")
    assert says[2].startswith("For your feature I would suggest: ")
    assert told("glossary", term="mcp", more="matters").says[1].startswith("It matters for ")
    assert len(told("glossary", term="mcp", more="example").says) == 2


def test_why_measuring_comes_first_is_told_by_the_roadmaps_own_reason():
    says = told("next", why="first").says
    assert says[0] == "Without them nobody can tell whether retrieval, the prompt or the model failed."
    assert says[1] == "That is why it comes first: 3 to 5 golden tasks that stand for success."
    assert says[-1].startswith("Source: ")


def test_after_the_verdict_the_questions_that_can_still_change_it_are_named():
    facts = Facts(need="facts")
    says = told("status_of_answers", background=Background(facts, unsure=("access", "corpus")), fact="").says
    assert (
        says[1]
        == "Nobody was sure of “Who may see it” and “How much there is”: only those can still change the verdict."
    )
    many = ("access", "corpus", "source", "ops", "volume", "hosting")
    assert "and 1 more: " in told("status_of_answers", background=Background(facts, unsure=many), fact="").says[1]


def test_each_of_them_has_a_name_on_a_button():
    for intent in ("history", "delivers"):
        assert question(Asked(intent), Background(TEAM)).endswith("?")
