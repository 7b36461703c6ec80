"""What the verdict was before, a sentence of it quoted back, one demand, one reach, a word with a wish behind it."""

from rules.hearing import Asked, hear, line
from rules.hearing.questions.explaining import may_ask_of_the_past
from tests.rules.telling.asking import TEAM
from tests.tables import each

SAID = TEAM.known()
INTERVIEW = {"need": "facts", "freshness": "weekly", "source": "documents"}
PAST = Asked("history", {"architecture": ""})


def asks(text: str, open_fact: str | None = None, *, mention: bool = True):
    said = {fact: value for fact, value in INTERVIEW.items() if fact != open_fact} if open_fact else SAID
    return hear(line(text, open_fact, said, mention=mention)).questions


@each(
    "text",
    [
        "what was the original verdict?",
        "so which verdicts did we have before?",
        "how did the recommendation change since March",
        "why did the verdict flip twice",
        "has the verdict changed now?",
        "did our decision hold over the summer?",
        "show me the history of the decision",
        "what was it before, and what made it flip",
        "is that still the same verdict as in May?",
        "has it been live tools all along?",
        "when did it become retrieval?",
        "what has changed since the last verdict?",
        "remind me what the initial recommendation was",
        "was the decision ever something else?",
        "what changed since Tuesday",
        "whats new here since yesterday",
        "has anything changed since the last review",
        "what happened here while we were on leave",
        "what did I miss?",
        "who changed what since last week?",
        "what changed in the last 3 months",
        "so what has changed over the past two weeks?",
        "is it still retrieval?",
        "so are we still on rag now",
        "is that still fine-tuning",
    ],
)
def test_what_the_verdict_was_before_is_asked_of_its_history(text):
    assert asks(text) == (PAST,)


def test_nobody_is_answered_who_asks_it_of_a_colleague():
    assert not asks("what was the original verdict?", mention=False)


def test_an_answer_that_has_opened_questions_again_is_asked_after_while_one_of_them_stands():
    assert asks("so what changed in the verdict, and why", "access") == (PAST,)


@each(
    ("text", "architecture"),
    [
        ("why retrieval, it was prompting last week", "prompt"),
        ("what is wrong with the hybrid all of a sudden, on Friday it was your pick", "hybrid"),
        ("what's wrong with hybrid now? yesterday it was the best", "hybrid"),
        ("why do you not say prompting any more?", "prompt"),
        ("how come it is rag, you recommended rag earlier", "rag"),
    ],
)
def test_why_it_is_no_longer_what_somebody_remembers_asks_for_what_changed(text, architecture):
    assert asks(text) == (Asked("history", {"architecture": architecture}),)


@each(
    "text",
    [
        "what would change the verdict?",
        "can the verdict still change?",
        "what if it changed twice a day?",
        "what changed in retrieval research in the last year",
        "is it still raining",
        "is it still retrieval if nothing is looked up",
        "when did it change from weekly to daily?",
        "who said weekly?",
        "the answer history please",
        "what changed in the contract with the vendor",
        "what changed in the handbook since Monday",
        "prices have changed since Monday",
        "the frequency has changed",
        "why is it retrieval?",
        "why not fine-tuning?",
    ],
)
def test_what_changes_an_answer_or_may_come_asks_for_no_history(text):
    assert all(one.intent != "history" for one in asks(text))


def test_a_sentence_of_the_rulebook_said_again_asks_for_its_row():
    size = Asked("why", {"row": "large-corpus"})
    copies = Asked("delivers", {"demand": "live_data", "architecture": "rag"})
    assert asks('I don\'t understand "your material does not fit one prompt"') == (size,)
    assert asks("your material does not fit one prompt, what does that mean") == (size,)
    assert asks('what do you mean with "its documents are copies"') == (copies,)
    assert asks("> Its documents are copies; your systems would have to be called beside them.\nso what?") == (copies,)


def test_words_that_anybody_may_say_or_nobody_asks_about_quote_no_row():
    assert all("row" not in one.slots for one in asks("why has to be read every contract?"))
    assert all("row" not in one.slots for one in asks("our material does not fit one prompt any more"))
    besides = "> It calls systems; it does not search documents.\nand with two hundred labeled tickets a week it loses?"
    assert all(one.intent != "delivers" for one in asks(besides))
    unsaid = asks('I don\'t understand "your material does not fit one prompt"', mention=False)
    assert all("row" not in one.slots for one in unsaid)


@each(
    ("text", "demand", "architecture"),
    [
        ("why is prompting bad for access rights, our DPO wonders", "per_user_access", "prompt"),
        ("is fine-tuning a problem for citations?", "receipts", "fine_tune"),
        ("how come rag is good for showing sources", "receipts", "rag"),
        ("why is tuning weak on freshness", "fresh_facts", "fine_tune"),
        ("can it look up the ERP or not", "live_data", ""),
        ("so can rag read the stock level from SAP?", "live_data", "rag"),
        ("can it look in Shopify then or not?", "live_data", ""),
        ("with retrieval, can it get the balance out of Workday", "live_data", "rag"),
        ("how does it get live numbers then", "live_data", ""),
    ],
)
def test_what_an_architecture_is_good_for_or_reaches_asks_how_far_it_delivers_that(text, demand, architecture):
    assert asks(text) == (Asked("delivers", {"demand": demand, "architecture": architecture}),)


@each(
    "text",
    [
        "why is rag good?",
        "why are tools or rag bad for citations?",
        "can it rain tomorrow",
        "can it read the handbook in SharePoint?",
        "can we read the decision record somewhere",
        "will it look nice?",
        "why is fine-tuning bad for our mood",
    ],
)
def test_what_names_no_demand_and_no_system_asks_for_none(text):
    assert all(one.intent != "delivers" for one in asks(text))


def test_a_word_is_explained_with_the_example_or_the_need_that_is_asked_for_beside_it():
    task = Asked("glossary", {"term": "golden task", "more": "example"})
    assert asks("whats a golden task, give me an example for us") == (task,)
    assert asks("what is MCP and do we need it") == (Asked("glossary", {"term": "mcp", "more": "matters"}),)
    assert [one.slots.get("term") for one in asks("what is reranking and who said that?")] != ["reranking", "reranking"]
    assert all("more" not in one.slots for one in asks("what is chunking?"))
    assert all("more" not in one.slots for one in asks("what is chunking and does it need our speed of answers"))
    bar = Asked("glossary", {"term": "bar"})
    assert bar in asks("explain like I'm five: what is a golden task and why do I need the bar")
    assert all("more" not in one.slots for one in asks("what is chunking and do we need rag for it"))


def test_why_the_roadmap_begins_with_measuring_is_asked_of_its_first_step():
    for text in (
        "why measure first",
        "why is evaluation first, we just want to ship",
        "why does the roadmap start there",
    ):
        assert asks(text) == (Asked("next", {"why": "first"}),)


@each(
    "text",
    [
        "what have you written down so far and who said it",
        "what did you note up to now, and from whom",
        "what have you recorded, and on whose authority?",
    ],
)
def test_what_is_written_down_and_by_whom_asks_for_every_giver(text):
    assert asks(text) == (Asked("who_answered", {"fact": ""}),)


def test_who_said_what_beside_another_question_asks_for_every_giver():
    assert asks("what was decided and who said what?") == (Asked("verdict"), Asked("who_answered", {"fact": ""}))


@each(
    "text",
    [
        "tl;dr",
        "give me a one-liner for the board",
        "give me one sentence for the steering committee",
        "can I forward this to my manager? what's the short version",
        "bottom line?",
        "where are we now, summary please",
        "can you explain our verdict to a customer in simple words",
        "keep it short for my chef",
        "can you make that a bit shorter?",
        "shorter please",
        "in two lines for our newsletter",
        "a short paragraph we could copy",
        "something I can put into an email to the director",
        "write me two lines for the monthly report",
        "the short version for the sponsor",
    ],
)
def test_a_short_form_to_pass_on_is_the_verdict(text):
    assert asks(text) == (Asked("verdict"),)


def test_answers_that_somebody_asks_after_in_the_interview_are_told_one_by_one():
    source, fresh = (Asked("status_of_answers", {"fact": fact}) for fact in ("source", "freshness"))
    assert asks("what about my every week?? did you take it", "ops") == (fresh,)
    assert asks("did you save where the truth lives?", "ops") == (source,)
    assert asks("did you get that?", "ops") == (Asked("status_of_answers", {"fact": ""}),)


def test_whether_it_comes_to_an_architecture_is_answered_for_that_one_in_the_interview():
    assert asks("is that fine-tuning? my CTO says so", "need") == (Asked("why_not", {"architecture": "fine_tune"}),)
    assert asks("so would that be a hybrid?", "need") == (Asked("why_not", {"architecture": "hybrid"}),)
    assert all(one.intent != "why_not" for one in asks("is that fine-tuning?", "ops"))  # which is one of its options


def test_where_answers_go_and_who_reads_them_is_asked_of_the_bot_in_the_interview():
    storage, readers = (Asked("about_bot", {"topic": topic}) for topic in ("storage", "readers"))
    assert asks("Before I answer: where do these answers go and who reads them?", "need") == (storage, readers)


def test_only_words_of_the_past_have_it_looked_up():
    assert may_ask_of_the_past("what was the first verdict?")
    assert not may_ask_of_the_past("why not fine-tuning?")


@each(
    ("text", "term"),
    [
        ("> RAG\n> LoRA\nwhat does the former mean?", "rag"),
        ("you said LoRA and RAG. the former, what is that?", "lora"),
    ],
)
def test_the_former_of_two_words_is_the_first_one(text, term):
    heard = hear(line(text, None, {"need": "facts"}, mention=True))
    assert [each.slots["term"] for each in heard.questions] == [term]
