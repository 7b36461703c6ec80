"""What somebody asks, or says beside the point, while a question of the interview stands open or after the verdict."""

from rules.facts import FACTS, Facts
from rules.hearing import Asked, Choice, Control, Heard, Word, hear, line
from rules.hearing.acts import steering
from rules.telling import Background, tell
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
    found = hear(line("a mistake may cost money or somebody's health", "stakes", {}, mention=False))

    assert found.offers == (Choice("stakes", "money"), Choice("stakes", "harm"))
    assert not found.saves


def test_under_which_option_something_falls_is_asked_without_a_mark_too():
    found = hear(line("would zendesk count as a system or as documents", "source", {}, mention=True))

    assert found.questions == (Asked("glossary", {"term": ""}),)
    assert not found.saves


def test_a_sigh_before_a_question_is_no_part_of_it():
    found = hear(line("hm why does that matter at this point?", "need", {}, mention=True))

    assert found.questions == (Asked("why"),)


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


def test_a_question_that_a_small_word_begins_is_no_answer_to_the_one_that_stands_open():
    found = hear(line("> Fine-tuning was ruled out\non what grounds?", "hosting", {}, mention=True))

    assert found.questions == (Asked("why_not", {"architecture": "fine_tune"}),)
    assert not found.offers


def test_what_is_quoted_was_said_before_and_what_is_said_of_it_holds_now():
    found = hear(line('re: "rates change monthly" - it\'s daily these days, since the move', None, {}, mention=True))

    assert found.saves == {"freshness": "daily"}


def test_who_speaks_against_an_architecture_asks_why_it_is_not_the_one_whatever_is_said_after_it():
    found = hear(line("retrieval seems unnecessary. we have a database", None, {}, mention=True))

    assert Asked("why_not", {"architecture": "rag"}) in (*found.questions, *found.offers)


def test_the_former_of_two_words_is_the_one_that_stands_first():
    found = hear(line("> LoRA or prefix tuning\nwhat does the former mean?", None, {}, mention=True))

    assert found.questions == (Asked("glossary", {"term": "lora"}),)


def test_what_the_truth_is_called_does_not_suppose_where_it_lives():
    found = hear(line("what if the docs only change once a quarter?", None, {}, mention=True))

    assert found.questions == (Asked("what_if", {"changes": {"freshness": "quarterly"}}),)


def test_words_that_call_for_nothing_are_answered_with_nothing():
    assert hear(line("no hurry", None, {"need": "facts"}, mention=True)) == Heard()


@each("text", [
    "how many more questions is this going to be?", "how many questions are left?",
    "how much longer is this?", "ok and how many are left?",
])  # fmt: skip
@each("fact", FACTS)
def test_how_many_questions_are_left_is_no_question_about_the_open_one(fact, text):
    assert hear(line(text, fact, {}, mention=True)).questions == (Asked("status_of_answers", {"fact": ""}),)


@each("text", ["undo that", "undo", "Please revert that", "take it all back", "undo both", "take that back please"])
def test_what_was_written_down_last_is_to_be_taken_back_in_the_interview_and_after_it(text):
    for fact in ("labels", None):
        assert hear(line(text, fact, {}, mention=True)).control == Control(Word.BACK, is_undo=True)
    assert hear(line(text, None, {}, mention=False)).control is None


@each("text", ["go back", "oh no, wrong button", "previous question please"])
def test_going_back_takes_nothing_back_and_after_the_verdict_there_is_nothing_to_go_back_to(text):
    assert hear(line(text, "labels", {}, mention=True)).control == Control(Word.BACK)
    assert hear(line(text, None, {}, mention=True)).control is None


def test_whether_a_line_may_undo_anything_is_seen_by_a_word():
    assert steering.may_undo(line("please undo that", None, {}, mention=True))
    assert not steering.may_undo(line("weekly", None, {}, mention=True))


def test_answers_that_are_named_to_be_deleted_are_given_again_and_not_all():
    said = {"freshness": "weekly", "source": "documents"}

    found = hear(line("delete the freshness answer and the source answer", "need", said, mention=True))

    assert found.control == Control(Word.CHANGE, "freshness")


@each("text", ["not sure", "no idea", "dunno"])
def test_who_is_not_sure_after_the_verdict_hears_how_sure_it_is(text):
    assert hear(line(text, None, {}, mention=True)).questions == (Asked("how_sure"),)
    assert hear(line(text, None, {}, mention=False)).silent


@each(
    ("open_fact", "text", "slots"),
    [
        ("labels", "why does it matter what the team runs?", {"fact": "ops"}),
        ("freshness", "why does it matter how fast it is?", {"fact": "latency"}),
        ("ops", "why do you want to know about citations", {"fact": "receipts"}),
        ("labels", "why does hosting matter", {"fact": "hosting"}),
        ("labels", "why do you ask", {}),
        ("hygiene", "why do you care how often it changes?", {"fact": "freshness"}),
        ("labels", "why ask how often the truth changes", {"fact": "freshness"}),
        ("hosting", "why should the number of examples matter", {"fact": "examples"}),
        ("hosting", "why do you keep asking so often?", {}),
        ("hosting", "why is that important, it takes so long", {}),
    ],
)
def test_why_is_answered_for_the_question_that_is_named_and_else_for_the_open_one(open_fact, text, slots):
    assert hear(line(text, open_fact, {}, mention=True)).questions == (Asked("why", slots),)


def test_the_reason_told_is_that_of_the_named_question():
    known = Background(Facts(), open_fact="labels")

    assert tell(Asked("why", {"fact": "ops"}), known).says[0] == known.framework.by_fact["ops"].why
    assert tell(Asked("why"), known).says[0] == known.framework.by_fact["labels"].why


@each(
    ("text", "intent"),
    [
        ("give me the roadmap", "next"),
        ("roadmap", "next"),
        ("show me the roadmap", "next"),
        ("decision record please", "record"),
        ("can I have the decision record?", "record"),
    ],
)
def test_what_is_made_of_the_verdict_can_be_asked_for_before_it(text, intent):
    assert [one.intent for one in hear(line(text, "freshness", {}, mention=True)).questions] == [intent]


@each(
    ("fact", "text"),
    [
        ("labels", "consistent meaning what exactly"),
        ("labels", '"consistent" - what\'s that supposed to mean'),
        ("labels", "Consistent. Meaning what?"),
        ("labels", "consistent in what sense?"),
        ("labels", "consistent according to whom"),
        ("labels", "inconsistent meaning they disagree?"),
        ("hygiene", "poor compared to what?"),
        ("receipts", "helpful, as in what"),
        ("stakes", "harm meaning what precisely"),
        ("volume", "requests, as in api calls?"),
    ],
)
def test_a_word_of_the_question_with_what_it_means_behind_it_is_asked_about_and_no_answer(fact, text):
    assert hear(line(text, fact, {}, mention=True)) == Heard(questions=(Asked("glossary", {"term": ""}),))
    assert hear(line(text, fact, {}, mention=False)) == Heard(silent=True)


@each(
    ("fact", "text", "value"),
    [
        ("labels", "consistent, meaning two people tag the same", "consistent"),
        ("labels", "mixed, as in half of them are fine", "mixed"),
        ("labels", "consistent, I mean what we have today", "consistent"),
        ("hygiene", "clean, what else", "clean"),
        ("stakes", "money, according to the contract", "money"),
    ],
)
def test_a_word_of_the_question_with_what_the_team_means_by_it_is_an_answer(fact, text, value):
    assert hear(line(text, fact, {}, mention=True)).saves == {fact: value}


def test_what_a_word_means_is_asked_behind_an_answer_that_stands_by_itself():
    found = hear(line("fewer than 20 for each. but what do you mean by trusted?", "per_class", {}, mention=True))

    assert (found.saves, found.questions) == ({"per_class": "under_20"}, (Asked("glossary", {"term": ""}),))


@each(
    ("fact", "text"),
    [
        ("per_class", "why does the number per class matter to you?"),
        ("examples", "what's the point of knowing how many examples we have?"),
        ("labels", "why do the labels have to agree?"),
        ("steadiness", "what difference does it make whether the style changes?"),
        ("lookup", "why should it matter how people search?"),
        ("receipts", "what's that good for, the sources thing?"),
        ("corpus", "why is the size of our wiki of interest?"),
        ("ops", "what on earth do you need our team's skills for?"),
        ("freshness", "why does how often the prices change play a role?"),
    ],
)
def test_why_the_open_question_is_asked_is_asked_in_its_own_words(fact: str, text: str):
    assert [asked.intent for asked in hear(line(text, fact, {}, mention=True)).questions] == ["why"]


@each("text", ["whats open still?", "what's still missing", "what is open yet"])
def test_what_is_still_open_is_asked_of_the_interview_and_not_of_its_question(text):
    found = hear(line(text, "latency", {}, mention=True))

    assert found.questions == (Asked("status_of_answers", {"fact": ""}),)


@each(
    ("text", "architecture"),
    [("why live tools now?!", "tools"), ("why rag", "rag"), ("why no rag?", "rag")],
)  # fmt: skip
def test_why_an_architecture_is_asked_of_it_and_not_of_the_open_question(text, architecture):
    found = hear(line(text, "latency", {}, mention=True))

    assert found.questions == (Asked("why_not", {"architecture": architecture}),)


@each(
    ("fact", "text", "other"),
    [
        ("access", "wait whats the difference between facts and behavior", "need"),
        ("access", "what's the difference between consistent and mixed?", "labels"),
        ("need", "how do daily and live differ?", "freshness"),
        ("stakes", "difference between a golden set and continuous?", "evals"),
    ],
)
def test_the_difference_of_two_answers_to_another_question_is_told_of_that_one(fact, text, other):
    heard = hear(line(text, fact, {}, mention=True))

    assert heard.questions == (Asked("glossary", {"term": "", "fact": other}),)
