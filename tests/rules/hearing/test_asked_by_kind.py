"""After the verdict, kind by kind: what is told politely or by its opposite, put side by side, and asked of who."""

from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.shapes import is_asking
from rules.hearing.values import Asked
from tests.rules.hearing.after_verdict import heard
from tests.rules.hearing.asked import key
from tests.tables import each


def asked(text: str, **said) -> list[tuple]:
    found = heard(text, **said)
    assert (found.saves, found.offers, found.control) == ({}, (), None)
    return sorted(key(each) for each in found.questions)


def changed(text: str, **said) -> dict:
    found = heard(text, **said)
    assert (found.questions, found.offers, found.control) == ((), (), None)
    return dict(found.saves)


@each(
    ("text", "expected"),
    [
        ("Would you be so kind as to correct our entry: meanwhile we do have a golden set.", {"evals": "golden_set"}),
        ("Be so good as to amend the record: our data may no longer leave our servers.", {"hosting": "on_premises"}),
        ("Would you mind changing one answer: the price list is revised once a month.", {"freshness": "monthly"}),
        ("I'd be obliged if you noted that a wrong answer may harm a patient.", {"stakes": "harm"}),
        ("We would appreciate it if you updated the file: people are happy to wait a minute.", {"latency": "relaxed"}),
        ("I must ask you to correct one thing. The labels are inconsistent.", {"labels": "inconsistent"}),
        ("I regret to say that labels contradict each other. Kindly put that in instead.", {"labels": "inconsistent"}),
        ("outdated, since March a wrong answer means doing the work again. please correct", {"stakes": "rework"}),
        ("that is outdated, since May we get 2 million requests a day", {"volume": "over_1m"}),
        ("Could I trouble you to change the examples? It is 3,000 by now.", {"examples": "thousands"}),
    ],
)  # fmt: skip
def test_a_change_that_is_asked_for_politely_is_written_down(text, expected):
    assert changed(text) == expected


@each(
    ("text", "expected"),
    [
        ("the manuals come out once a quarter, not weekly", {"freshness": "quarterly"}),
        ("not weekly, daily", {"freshness": "daily"}),
        ("weekly is wrong, the tables change once a year", {"freshness": "yearly"}),
        ("it's per user, not for everyone", {"access": "per_user"}),
        ("labels are inconsistent, not mixed", {"labels": "inconsistent"}),
        ("a wrong answer means rework, not money", {"stakes": "rework"}),
        ("on-prem, not any API", {"hosting": "on_premises"}),
        ("the docs are not mixed, they are a complete mess", {"hygiene": "poor"}),
        ("the lists come out daily, not every month", {"freshness": "daily"}),
        ("20k a day, not 900", {"volume": "under_100k"}),
    ],
)
def test_an_answer_told_by_what_does_not_hold_is_a_change(text, expected):
    assert changed(text, volume="over_1m") == expected


def test_what_is_not_only_so_is_added_to_what_stands():
    assert changed("we run search and training, not only search", ops=("search",)) == {"ops": ("search", "training")}


@each(
    "text",
    ["why not plain function calls, no index at all", "if it were daily, not weekly, what then?", "daily, not weekly?"],
)
def test_what_is_asked_by_what_does_not_hold_is_no_change(text):
    assert heard(text).saves == {}


def test_a_story_that_denies_something_by_the_way_is_no_change():
    told = "we sat over the plans of the new building until late in the night and he came by"

    assert heard(f"{told} daily, not weekly, with more of them than any of us could read").saves == {}


@each(
    ("text", "expected"),
    [
        ("RAG vs RAG+FT vs tool calls", ("hybrid", "rag", "tools")),
        ("prompt / RAG / RAG+FT side by side?", ("hybrid", "prompt", "rag")),
        ("SFT-only vs RAG+SFT, pros/cons?", ("fine_tune", "hybrid")),
        ("Could you put tool calling next to plain prompting for me?", ("prompt", "tools")),
        ("Please set prompting beside fine-tuning, I need to see the two together", ("fine_tune", "prompt")),
        ("May I have prompting and retrieval in two columns, please?", ("prompt", "rag")),
        ("RAG alone vs FT alone vs both", ("fine_tune", "hybrid", "rag")),
    ],
)
def test_names_written_together_or_beside_each_other_are_compared(text, expected):
    assert asked(text) == [("compare", expected)]


@each(
    ("text", "expected"),
    [
        ("Who told you that we can only run search? And on what day?", "ops"),
        ("Who said that everybody may see everything? And when was that?", "access"),
        ("who says it has to answer within three seconds?", "latency"),
        ("who claimed there are that many documents?", "corpus"),
        ("did Olga say weekly or was that me?", "freshness"),
    ],
)
def test_when_something_was_said_is_asked_along_with_who_said_it(text, expected):
    assert asked(text) == [("who_answered", expected)]


@each(
    ("text", "expected"),
    [
        ("what would make fine-tuning worth it?", ("what_would_make", "fine_tune")),
        ("When would a hybrid be worth the effort?", ("what_would_make", "hybrid")),
        ("at what accuracy is fine-tuning worth it?", ("cost", "break_even")),
    ],
)
def test_what_would_make_one_way_worth_it_is_no_question_of_accuracy(text, expected):
    assert asked(text) == [expected]


@each("text", ["who has the final say if the teams don't agree?", "who breaks the tie between legal and product?"])
def test_who_decides_among_people_is_not_known_here(text):
    assert heard(text).questions == (Asked("unknown"),)
    assert not heard(text).offers


def supposed(text: str, **said) -> list[dict]:
    found = heard(text, **said)
    assert (found.saves, found.offers, found.control) == ({}, (), None)
    assert {each.intent for each in found.questions} <= {"what_if"}
    return [each.slots["changes"] for each in found.questions]


@each(
    ("text", "expected"),
    [
        ("Scenario one: three million requests a day. Scenario two: a mistake injures people. What do you say to each?",
         [{"volume": "over_1m"}, {"stakes": "harm"}]),
        ("a) every user sees only their own documents b) nobody minds waiting a minute. What would you say to each?",
         [{"access": "per_user"}, {"latency": "relaxed"}]),
        ("Two what-ifs, independently: (1) the documents get cleaned up; (2) they change once a year. Same verdict?",
         [{"hygiene": "clean"}, {"freshness": "yearly"}]),
        ("Case A: we have a golden set. Case B: we have 300 labelled examples. Please treat them separately.",
         [{"evals": "golden_set"}, {"examples": "hundreds"}]),
        ("What if the regulator demanded proof? And, another scenario, what if it made the bookings itself?",
         [{"receipts": "regulated"}, {"action": "acts"}]),
        ("First, imagine we could only run training. Second, imagine the whole handbook fits in one prompt.",
         [{"ops": ("training",)}, {"corpus": "prompt_sized"}]),
    ],
)  # fmt: skip
def test_several_scenarios_are_heard_each_for_itself(text, expected):
    assert supposed(text) == expected


@each(
    "text",
    [
        "First: why not RAG? Second: what do we do next?",
        "Two corrections. First: the volume is 2m a day. Second: each user sees only their own.",
    ],
)
def test_numbered_questions_and_corrections_are_no_scenarios(text):
    assert all(each.intent != "what_if" for each in heard(text).questions)


def test_of_two_suppositions_that_are_half_heard_the_one_that_is_heard_is_only_offered():
    found = heard("What if we hired a clown? And what if nobody needed sources?")

    assert found.questions == ()
    assert found.offers[0] == Asked("what_if", {"changes": {"receipts": "none"}})


@each(
    ("text", "expected"),
    [
        ("latency budget cut to 800ms, hypothetically: still RAG?", {"latency": "under_1s"}),
        ("p95 budget relaxed to 20s, hypothetically: still the same?", {"latency": "relaxed"}),
        ("suppose 3 million a day, would you say the same?", {"volume": "over_1m"}),
        ("what if the database only gets synced on Sundays", {"freshness": "weekly"}),
        ("Suppose a wrong answer were only a nuisance and nobody had to prove anything, would your advice be the same?",
         {"stakes": "annoyance", "receipts": "none"}),
    ],
)  # fmt: skip
def test_what_asks_for_the_outcome_of_a_supposition_supposes_nothing_more(text, expected):
    assert supposed(text, freshness="daily") == [expected]


@each(
    ("text", "expected"),
    [
        ("I need a paper that states the decision. Could you let me have it? Any format will do.", ("record",)),
        ("The student typed a long instruction and it did the job well. So what keeps us from that? Any thoughts?",
         ("why_not", "prompt")),
        ("We used a search index with embeddings at my last place. Would you tell me what made you leave it aside?",
         ("why_not", "rag")),
        ("One could query it directly, I told them. Before I insist I'd be glad to hear why you did not go for that.",
         ("why_not", "tools")),
        ("I was put in charge on Monday. It would help me a great deal to see everything that we told you so far.",
         ("status_of_answers", "")),
        ("A lady from the ministry wanted to know more. Can you help me out with the grounds? She is back at two.",
         ("why",)),
    ],
)  # fmt: skip
def test_in_a_long_message_what_is_asked_stands_before_the_small_talk(text, expected):
    assert asked(text) == [expected]


@each(
    "text",
    [
        "many thanks to all, nothing further from our side",
        "pipeline fixed, rerunning tonight",
        "ticket closed, moving on",
        "The invoice went out yesterday, fyi.",
        "Dear all, the minutes are on the shared drive. The next session will be held in the small room.",
    ],
)
def test_thanks_and_reports_want_nothing(text):
    assert heard(text).silent


@each(
    "text",
    [
        "Could you quickly write me three slogans?",
        "please compose a friendly reply to this angry customer",
        "May I ask what the waiting time at the border is this afternoon?",
        "latest vLLM version?",
    ],
)
def test_what_nobody_here_can_do_is_said_to_be_unknown_and_nothing_is_offered_beside(text):
    found = heard(text)

    assert (found.questions, found.offers) == ((Asked("unknown"),), ())


@each(
    ("text", "expected"),
    [
        ("just learned that the feed is refreshed every night", {"freshness": "daily"}),
        ("we looked again and the docs are a mess", {"hygiene": "poor"}),
        ("traffic went up to 3 million requests a day", {"volume": "over_1m"}),
        ("usage collapsed, we're at 400 a day", {"volume": "under_1k"}),
        ("they want both, the right facts and our tone", {"need": "both"}),
        ("our evals run in CI on every release now", {"evals": "continuous"}),
        ("the search team was dissolved, we can't run anything ourselves", {"ops": ("neither",)}),
        ("We have 6000 labelled examples now, thanks to the interns who worked all summer.", {"examples": "thousands"}),
        ("each wrong answer costs us a penalty of 500 euros since the new contract", {"stakes": "money"}),
        ("the documents have been cleaned up since, no duplicates", {"hygiene": "clean"}),
    ],
)
def test_what_is_told_in_a_whole_sentence_is_a_change_and_no_supposition(text, expected):
    assert changed(text, ops=("search",), stakes="rework") == expected


@each("text", ["with every night's feed?", "why no CAG, context windows are 1M tokens now", "and when it is daily"])
def test_a_question_or_a_bare_value_states_no_change(text):
    assert heard(text).saves == {}


@each(
    ("text", "expected"),
    [
        ("what if we could run both search and training", {"ops": ("search", "training")}),
        ("what if the wanted style changed every few weeks", {"steadiness": "changing"}),
        ("what if mistakes were merely annoying", {"stakes": "annoyance"}),
        ("what if search was the only thing we could run", {"ops": ("search",)}),
    ],
)
def test_a_supposition_gives_the_value_that_all_of_its_words_name(text, expected):
    assert supposed(text) == [expected]


def test_who_asks_now_asks_and_who_asked_others_only_tells():
    assert is_asking(sentence("I ask for the reasons", is_marked=False))
    assert not is_asking(sentence("I asked the editors again", is_marked=False))
