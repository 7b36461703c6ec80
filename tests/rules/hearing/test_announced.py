"""A line that takes back or puts right changes the one answer that it means, and no other."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each

SAID: dict[str, Value] = {
    "need": "both", "source": "documents", "access": "everyone", "corpus": "large", "receipts": "helpful",
    "ops": ("search",), "latency": "under_1s", "freshness": "weekly", "hygiene": "mixed", "lookup": "by_meaning",
    "failure": ("invented_facts",), "action": "acts",
}  # fmt: skip


def _heard(text: str, fact: str | None = None):
    return hear(line(text, fact, {each: value for each, value in SAID.items() if each != fact}, mention=True))


@each(
    ("text", "fact", "value"),
    [
        ("what did I say about freshness? set it to monthly, the list is printed once a month", "freshness", "monthly"),
        ("what did I put on speed again? and change it to 5 s, the boss wants it live", "latency", "relaxed"),
        ("what was our answer on data state? make it clean, all was gone through", "hygiene", "clean"),
    ],
)
@each("open_fact", [None, "stakes"])
def test_what_is_asked_about_and_changed_in_one_line_is_told_and_changed(open_fact, text, fact, value):
    found = _heard(text, open_fact)

    assert dict(found.saves) == {fact: value}
    assert [(one.intent, one.slots["fact"]) for one in found.questions] == [("status_of_answers", fact)]


@each(
    "text",
    [
        "what did I answer on speed? and is it hard to change it to 3 sec",
        "what did I answer on speed? and what happens if I change it to 3 sec?",
        "what did I answer on speed? I want to change it",
        "what does tuning cost? and change it to 3 sec",
        "what did I answer on speed? change it to something better",
    ],
)
def test_what_only_asks_changes_nothing(text):
    assert "latency" not in _heard(text).saves


@each(
    ("fact", "text", "saves"),
    [
        ("ops", "No, the shared folder is no index, nobody tends it. Correct please: neither", {"ops": ("neither",)}),
        ("stakes", "Correct please: neither", {"ops": ("neither",)}),
        (None, "hm, correct: neither", {"ops": ("neither",)}),
        ("freshness", "hm I read that wrong. Correction: monthly", {"freshness": "monthly"}),
        ("access", "no no. Please correct: it depends on the person", {"access": "per_user"}),
        (None, "is that correct: neither search nor training?", {}),
        (None, "correct please: the colors", {}),
    ],
)  # fmt: skip
def test_what_stands_behind_correct_please_is_all_that_the_line_answers(fact, text, saves):
    assert dict(_heard(text, fact).saves) == saves


@each(
    ("text", "saves"),
    [
        ("revert speed to within three seconds", {"latency": "under_3s"}),
        ("revert how the answer is found -> by exact names. nobody searches", {"lookup": "by_name"}),
        ("put back facts for what people need", {"need": "facts"}),
        ("restore monthly for how often the truth changes", {"freshness": "monthly"}),
        ("set access back to it depends on the person", {"access": "per_user"}),
        ("put back monthly", {"freshness": "monthly"}),
        ("it only answers, put it back", {"action": "answers"}),
        ("it only drafts and never sends, set it back please", {"action": "answers"}),
        ("we revert to paper when the bot is down", {}),
        ("put back the old prompt for now", {}),
        ("the parts are put back, put it back", {}),
    ],
)
def test_an_answer_is_restored_by_its_questions_name_or_by_what_it_says(text, saves):
    assert dict(_heard(text).saves) == saves


@each(
    ("text", "fact"),
    [
        ("strike how the answer is found, we don't look anything up", "lookup"),
        ("delete state of the data. that was a guess of mine", "hygiene"),
    ],
)
def test_an_answer_is_struck_whatever_reason_is_given(text, fact):
    found = _heard(text)

    assert (dict(found.saves), found.control and found.control.fact) == ({}, fact)


def test_what_is_struck_and_said_anew_is_no_answer_to_be_given_again():
    assert _heard("strike state of the data, it is clean").control is None


@each(
    ("text", "way"),
    [
        ("this is wrong, we want fine-tuning, it answers in nurse slang", "fine_tune"),
        ("I don't buy that, we need RAG, our wiki is huge", "rag"),
        ("no, we want tools, the stock sits in SAP", "tools"),
        ("that's not right, it should be fine-tuning, they talk like sailors", "fine_tune"),
    ],
)
def test_who_disagrees_with_the_verdict_is_told_why_not_and_changes_nothing(text, way):
    found = _heard(text)

    assert dict(found.saves) == {}
    assert [(one.intent, one.slots["architecture"]) for one in found.questions] == [("why_not", way)]


@each("text", ["no, it should be weekly", "this is wrong, we want answers in three seconds", "no, we need a break"])
def test_who_wants_no_architecture_disagrees_with_none(text):
    assert "why_not" not in [one.intent for one in _heard(text).questions]


@each(
    ("fact", "text", "saves"),
    [
        (None, "no wait, those are only the flyers, the manuals stay", {}),
        (None, "no wait, monthly", {"freshness": "monthly"}),
        ("latency", "no wait, 3 seconds", {"latency": "under_3s"}),
        ("latency", "no wait at all, it has to be instant", {"latency": "under_300ms"}),
    ],
)
def test_no_wait_before_a_correction_asks_for_no_speed(fact, text, saves):
    assert dict(_heard(text, fact).saves) == saves


@each(
    ("fact", "text", "saves"),
    [
        (None, "The photocopies are now scanned again with OCR, all readable", {"hygiene": "clean"}),
        ("hygiene", "they were grey copies, all rescanned now and perfectly readable", {"hygiene": "clean"}),
        ("receipts", "required because our auditor reads it, not by law", {"receipts": "required"}),
        (None, "sorry I meant sources are required because the foreman signs, not a law", {"receipts": "required"}),
        (None, "Jo opens the drafts at six and swears", {}),
        ("failure", "it swears at customers", {"failure": ("safety",)}),
        ("failure", "Olga swears when she reads them, the addresses are made up", {"failure": ("invented_facts",)}),
    ],
)  # fmt: skip
def test_what_is_repaired_swears_or_signs_is_said_of_what_it_is_told_of(fact, text, saves):
    assert {each: value for each, value in _heard(text, fact).saves.items() if each != "definition"} == saves
