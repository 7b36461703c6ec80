"""Several things asked at once, asked for somebody else, taken back, and a verdict doubted for the sake of another."""

from rules.hearing import hear, line
from tests.rules.hearing.after_verdict import asked, heard
from tests.rules.hearing.asked import key
from tests.tables import each


@each(
    ("text", "expected"),
    [
        ("why that one and what does it cost us a month?", [("cost", "architecture"), ("why",)]),
        ("who said mixed labels, and what else is on file?", [("status_of_answers", ""), ("who_answered", "labels")]),
        ("what do we tackle first? we also need a PDF for procurement", [("next",), ("record",)]),
        ("Walk me through the decision, and also why a prompt alone would not do.", [("why",), ("why_not", "prompt")]),
        ("Show all five side by side and export it as a document", [("compare", ()), ("record",)]),
        ("why not both, and what would both cost?", [("cost", "architecture"), ("why_not", "hybrid")]),
        ("Kindly send the decision record and state your degree of certainty", [("how_sure",), ("record",)]),
        ("why not fine-tuning? same for tools?", [("why_not", "fine_tune"), ("why_not", "tools")]),
    ],
)  # fmt: skip
def test_each_of_two_questions_is_heard(text, expected):
    assert asked(text) == expected


@each(
    ("text", "expected"),
    [
        ("Three things: the reasons, the next step, the review date.", [("next",), ("review",), ("why",)]),
        ("Two questions please: how sure are you and who answered the latency one?",
         [("how_sure",), ("who_answered", "latency")]),
        ("we would need the following: comparison of all options, the document", [("compare", ()), ("record",)]),
    ],
)  # fmt: skip
def test_the_items_of_a_list_are_asked_one_by_one(text, expected):
    assert asked(text) == expected


def test_a_list_of_which_an_item_asks_nothing_is_read_as_one_sentence():
    assert [key(each) for each in heard("two things: why rag, and my hat").questions] == [("why",)]


@each(
    ("text", "expected"),
    [
        ("why not fine-tuning... no wait, why not tools?", [("why_not", "tools")]),
        ("what does it cost? sorry, I meant when is the review?", [("review",)]),
        ("can I have the reasons, no, scratch that, can I have the whole document", [("record",)]),
    ],
)
def test_what_is_taken_back_is_not_asked(text, expected):
    assert asked(text) == expected


@each(
    ("text", "expected"),
    [
        ("The auditor wants to know who gave the answers and when", [("who_answered", "")]),
        ("The safety people are asking why we went for RAG", [("why",)]),
        ("my CFO keeps asking how sure you are", [("how_sure",)]),
    ],
)
def test_who_wants_to_know_says_nothing_of_the_answers(text, expected):
    assert asked(text) == expected


@each(
    ("text", "expected"),
    [
        ("isn't retrieval overkill when a good prompt does it", [("why_not", "prompt")]),
        ("isn't it overkill to build retrieval, can't we just prompt?", [("why_not", "prompt")]),
        ("I don't think RAG is right for us, fine-tuning surely", [("why_not", "fine_tune")]),
        ("Retrieval seems unnecessary, no?", [("why",)]),
        ("volume is 2m a day now. why rag then?", [("why",)]),
        ("why not RAG?", [("why_not", "rag")]),
    ],
)
def test_the_chosen_one_is_doubted_and_the_other_one_asked_for(text, expected):
    assert asked(text) == expected


def test_where_nothing_is_answered_yet_no_architecture_is_the_chosen_one():
    found = hear(line("isn't retrieval overkill when a good prompt does it", None, {}, mention=True))

    assert [key(each) for each in found.questions] == [("why_not", "rag")]


@each("text", ["no tools then? really?", "so no tools at all?", "and really no tools then"])
def test_an_architecture_denied_in_a_question_of_its_own_is_asked_for(text):
    assert asked(text) == [("why_not", "tools")]


@each("text", ["GPU quota approved, prod deploy on thursday, cc @Marek", "could you book the small room @anna"])
def test_what_ends_with_a_name_is_said_to_that_person(text):
    assert heard(text).silent


@each(
    ("text", "expected"),
    [
        ("My questions:\n1. what does it cost per month\n2. when is the review\n3. can I get the record",
         [("cost", "architecture"), ("record",), ("review",)]),
        ("- what is drift\n- who answered the latency one", [("glossary", "drift"), ("who_answered", "latency")]),
        ("what's RAG and what's chunking, in one sentence each", [("glossary", "chunking"), ("glossary", "rag")]),
        ("why's everyone on about hallucinations, what are they", [("glossary", "hallucination")]),
        ("what speaks for RAG and what for fine-tuning?", [("compare", ("fine_tune", "rag"))]),
        ("prompting, rag or ft - line them up", [("compare", ("fine_tune", "prompt", "rag"))]),
        ("tools > prompting?", [("compare", ("prompt", "tools"))]),
    ],
)  # fmt: skip
def test_lists_and_pairs_are_heard_whole(text, expected):
    assert asked(text) == expected


@each(
    ("text", "expected"),
    [
        ("what did we answer for how often things change", [("status_of_answers", "freshness")]),
        ("hosting - answered or not?", [("status_of_answers", "hosting")]),
        ("did anybody answer the receipts question?", [("status_of_answers", "receipts")]),
        ("is access recorded as per user?", [("status_of_answers", "access")]),
        ("what failure modes are recorded", [("status_of_answers", "failure")]),
        ("who came up with under 100k", [("who_answered", "volume")]),
        ("> Labels: mixed\nsays who?", [("who_answered", "labels")]),
    ],
)
def test_an_answer_is_asked_for_by_any_name_or_number(text, expected):
    assert asked(text) == expected


@each(
    ("text", "expected"),
    [
        ("with 4% errors at 10k requests a day and 2$ a piece", [("cost", "wrong_answers")]),
        ("what's the damage for fine-tuning", [("cost", "architecture")]),
        ("what's the monthly bill, the whole exposure, for tools?", [("cost", "architecture")]),
    ],
)
def test_money_is_asked_for_in_figures_and_in_slang(text, expected):
    assert asked(text) == expected


def test_a_wish_for_the_document_writes_nothing_down():
    assert not heard("Kindly send the record and tell us your degree of certainty").saves


@each("text", ["sure, because that went so well the last time", "let's discuss offline", "will do so"])
def test_what_people_say_to_each_other_by_the_way_wants_nothing(text):
    assert heard(text).silent


@each(
    ("text", "expected"),
    [
        ("why not both though", [("why_not", "hybrid")]),
        ("Hybrid is what everybody ships. Why are you shying away from it?", [("why_not", "hybrid")]),
        ("What would need to be true for tools to beat RAG here?", [("what_would_make", "tools")]),
        ("rag vs both", [("compare", ("hybrid", "rag"))]),
        ("3 seconds - who pulled that number out of the air?", [("who_answered", "latency")]),
        ("On which date shall the decision be reviewed, and who is accountable?", [("review",)]),
        ("Dare I ask what this sets us back each month?", [("cost", "architecture")]),
    ],
)
def test_figures_of_speech_are_heard_for_what_they_ask(text, expected):
    assert asked(text) == expected


@each(
    ("text", "expected"),
    [
        ("hybrid, RAG and FT in one table please", [("compare", ("fine_tune", "hybrid", "rag"))]),
        ("What tipped the scales?", [("why",)]),
        ("every botched answer - what's the bill", [("cost", "wrong_answers")]),
        ("facts or behaviour - which did we choose?", [("status_of_answers", "need")]),
        ("what does the temperature do", [("glossary", "temperature")]),
        ("how big is a token", [("glossary", "token")]),
        ("I pasted the whole tariff book into ChatGPT and it worked. So why all the extra machinery?",
         [("why_not", "prompt")]),
        ("What if the real complaint is the tone?", [("what_if", (("failure", ("tone",)),))]),
        ("what if we had 3000 examples but of mixed quality",
         [("what_if", (("examples", "thousands"), ("labels", "mixed")))]),
    ],
)  # fmt: skip
def test_the_same_is_asked_in_other_trades(text, expected):
    assert asked(text, labels="consistent") == expected


@each(
    ("text", "expected"),
    [
        ("send me the decision doc, and in one line why it came out like that", [("record",), ("why",)]),
        ("What would move you to the hybrid and what's its monthly cost?",
         [("cost", "architecture"), ("what_would_make", "hybrid")]),
        ("users could wait half a minute. different answer then?", [("what_if", (("latency", "relaxed"),))]),
        ("what if half the truth were in the CRM as well as the docs", [("what_if", (("source", "both"),))]),
        ("after a proper cleanup of the wiki, what would you say?", [("what_if", (("hygiene", "clean"),))]),
        ("give me a rough monthly figure", [("cost", "architecture")]),
    ],
)  # fmt: skip
def test_what_leads_to_a_question_does_not_hide_it(text, expected):
    assert asked(text, source="documents") == expected


@each(
    ("text", "expected"),
    [
        ("what rules out a plain database query?", [("why_not", "tools")]),
        ("give me the to-do list for a hybrid", [("what_would_make", "hybrid")]),
        ("they want it in under a second. Would you still recommend the same?",
         [("what_if", (("latency", "under_1s"),))]),
    ],
)  # fmt: skip
def test_a_thing_named_by_what_one_would_do_is_heard(text, expected):
    assert asked(text) == expected


@each(
    ("open_fact", "text"),
    [
        ("labels", "why do u need to know if our reviewers agree?"),
        ("access", "for what do you need to know who sees which file"),
        ("volume", "why do you need to know how many requests"),
        ("stakes", "so why do you want to know what an error costs us?"),
        ("hosting", "why are you asking where the data goes"),
    ],
)
def test_why_the_bot_wants_to_know_something_is_no_wish_to_know_it(open_fact, text):
    assert [one.intent for one in hear(line(text, open_fact, {}, mention=True)).questions] == ["why"]
