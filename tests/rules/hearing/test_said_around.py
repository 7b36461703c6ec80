"""What people say around what they want, after the verdict: they think aloud, give reasons, quote, and wait."""

from rules.hearing import Heard, hear, line
from rules.hearing.values import Asked
from tests.rules.hearing.asked import SAID, key, key_of
from tests.tables import each


def heard(text: str, open_fact: str | None = None) -> Heard:
    return hear(line(text.replace("\\n", "\n"), open_fact, {} if open_fact else SAID, mention=True))


def wanted(text: str) -> list[tuple]:
    found = heard(text)
    changed = [Asked("change_answer", {"changes": found.saves})] if found.saves else []
    return sorted(key(asked) for asked in (*found.questions, *changed))


@each(
    ("expected", "text"),
    [
        ("what_if stakes=annoyance", "Bear with me. Suppose a mistake were only annoying. What then?"),
        ("what_if volume=over_1m", "Let me think aloud: say volume went to 2 million a day, what do you recommend?"),
        ("why", "let me see, why RAG?"),
        ("what_if examples=thousands hygiene=clean", "Say we give you 5000 examples, all clean. Same verdict?"),
        ("what_if freshness=daily", "Suppose it changed daily. Would fine-tuning win?"),
        ("why_not prompt", "why no CAG? ctx windows are 1M now"),
        ("why + change_answer freshness=daily", "why RAG? docs change daily now"),
        ("why_not fine_tune + change_answer examples=thousands", "why not fine-tuning? we have 5k labels now"),
        ("status_of_answers ", "remind us what we put down for the lot, would you?"),
        ("status_of_answers ", "how many questions are still open"),
        ("status_of_answers ", "are we done here?"),
        ("status_of_answers ", "> 4 more answers would sharpen the roadmap\\nand those are?"),
        ("cost architecture", "what about cost?"),
        ("how_sure", "how far off could you be?"),
        ("how_sure", "how did you get to 63%?"),
        ("cost architecture", "is there anything cheaper?"),
        ("why", "explain it like I'm five"),
        ("change_answer failure=none_yet", "no more hallucinations since tuesday"),
        ("record + review", "Where is the write-up, and on which day do we review it?"),
        ("review + unknown", "When do we go over this again, and who won the cup last night?"),
        ("why_not tools", "couldn't it just call the database instead of searching docs"),
        ("cost architecture + unknown", "What would hybrid cost us a month, and is the VPN down for anyone else?"),
        ("how_sure + unknown", "how sure are you, and is anyone else locked out of Jira?"),
        ("what_if latency=under_1s", "what if p95 <800ms is a hard req"),
        ("what_if receipts=none", "what if nothing had to be sourced?"),
        ("change_answer stakes=annoyance", "We got that one wrong: a bad answer is a nuisance at most. Do amend it."),
        (
            "change_answer volume=over_1m",
            "It comes to around 3m requests a day now. Could you put that in place of what we said?",
        ),
    ],
)
def test_what_is_wanted_is_heard_through_what_is_said_around_it(expected, text):
    assert wanted(text) == sorted(key_of(part) for part in expected.split(" + "))


@each(
    ("text", "changes"),
    [
        ("> What a wrong answer costs: harm\\nnot true, it's rework. nobody gets hurt by a typo", {"stakes": "rework"}),
        (
            "> How often the facts change: weekly\\nwrong, it's monthly. nobody touches it weekly",
            {"freshness": "monthly"},
        ),
    ],
)
def test_of_a_corrected_answer_and_its_reason_the_answer_is_saved(text, changes):
    assert heard(text).saves == changes


@each("quoted", ["prompting alone", "hybrid"])
def test_what_is_put_next_to_a_quoted_way_is_compared_with_it(quoted):
    found = heard(f"> {quoted}\\nnext to RAG please")

    assert [len(asked.slots["architectures"]) for asked in found.questions] == [2]


@each(
    "text", ["give me a sec", "hold on a minute, door", "let me check with legal, back in 5", "let me think about it"]
)
def test_who_asks_for_a_moment_is_left_alone(text):
    assert heard(text).silent
    assert heard(text, "freshness").silent


@each(
    "text",
    [
        "I must run to the train, until tomorrow colleagues!",
        "omw, stuck in traffic sorry",
        "Cracking, that. I'll pop the kettle on.",
        "it's chucking it down in Leeds",
        "thanks everybody, lunch?",
        "+1, bringing Tomas",
    ],
)
def test_what_is_told_by_the_way_and_asks_nothing_is_let_be(text):
    assert heard(text).silent


def test_behind_a_request_for_a_moment_an_answer_is_heard_and_in_talk_among_colleagues_it_is_not():
    assert heard("let me think. weekly", "freshness").saves == {"freshness": "weekly"}
    assert hear(line("let me think. weekly", "freshness", {}, mention=False)).silent


@each(
    ("fact", "text", "saves", "intent", "term"),
    [
        (
            "receipts",
            "required. btw who else has built something like ours?",
            {"receipts": "required"},
            "precedents",
            "",
        ),
        ("receipts", "required, and what is RAG?", {"receipts": "required"}, "glossary", "rag"),
        ("freshness", "weekly, btw what is RAG?", {"freshness": "weekly"}, "glossary", "rag"),
        ("need", "facts, what does behaviour mean?", {"need": "facts"}, "glossary", "behavior"),
        ("volume", "10k a day, but why does it matter?", {"volume": "under_100k"}, "why", ""),
        ("freshness", "weekly, but why?", {"freshness": "weekly"}, "why", ""),
        ("hosting", "private cloud. would on prem give another result?", {"hosting": "private_cloud"}, "what_if", ""),
        ("hosting", "what would on premises do to the result?", {}, "what_if", ""),
        ("steadiness", "how many questions are still open after this", {}, "status_of_answers", ""),
        ("source", "a shared list, is that documents or systems?", {}, "glossary", ""),
        ("hosting", "private cloud, what do you mean by that?", {}, "glossary", ""),
    ],
)
def test_an_answer_is_saved_and_the_question_behind_it_answered_unless_that_asks_about_it(
    fact, text, saves, intent, term
):
    found = heard(text, fact)

    assert (found.saves, [(asked.intent, asked.slots.get("term", "")) for asked in found.questions]) == (
        saves,
        [(intent, term)],
    )
