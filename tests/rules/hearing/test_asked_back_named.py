"""What was asked back is answered by its place, by its own words after a yes, and by nobody's talk."""

from rules.hearing import Choice, answering, hear, line, recording
from tests.tables import each

ONE = (Choice("need", "both"),)
TWO = (Choice("action", "acts"), Choice("action", "answers"))
LIST = (Choice("failure", ("tone",)), Choice("failure", ("latency",)))


def said(text: str, offered, open_fact: str | None = None, *, mention: bool = True):
    typed = line(text, open_fact, {}, mention=mention)
    return dict(answering(typed, hear(typed), offered).saves)


@each(
    ("text", "value"),
    [
        ("the second one, it only proposes", "answers"),
        ("second", "answers"),
        ("I meant the latter", "answers"),
        ("the first, please", "acts"),
        ("no, the former", "acts"),
    ],
)
def test_one_of_several_is_taken_by_its_place(text: str, value: str):
    assert said(text, TWO) == {"action": value}


def test_where_one_alone_was_offered_there_is_no_second():
    assert said("the second one", TWO[:1]) == {}


@each("text", ["the second week of May", "first we need a plan", "the third one", "is it the second one?"])
def test_what_only_begins_like_a_place_takes_none(text: str):
    assert said(text, TWO) == {}


@each("text", ["both", "both of them", "yes, both"])
def test_all_that_was_offered_of_a_list_is_taken_together(text: str):
    assert said(text, LIST) == {"failure": ("tone", "latency")}


@each("text", ["both", "both teams agree on that"])
def test_of_one_answer_there_is_no_both(text: str):
    assert said(text, TWO) == {}


def test_a_yes_with_the_words_that_were_offered_goes_before_the_open_question():
    assert said("yes both", ONE, "source") == {"need": "both"}
    assert said("yes both, and documents", ONE, "source") == {"need": "both", "source": "documents"}
    assert said("yes, both and our tables", ONE, "access") == {"need": "both"}
    assert said("both", ONE, "source") == {"source": "both"}
    assert said("yes documents", ONE, "source") == {"source": "documents"}


@each(("text", "value"), [("yes harm", "harm"), ("legal harm", "harm"), ("money", "money")])
def test_words_to_nobody_answer_what_was_asked_back_where_they_say_nothing_else(text: str, value: str):
    assert said(text, (Choice("stakes", "harm"),), mention=False) == {"stakes": value}


@each(
    ("text", "fact"),
    [("monday, promised", "source"), ("the wiki guys, maybe", "source"), ("legal wants lunch", "stakes")],
)
def test_talk_among_colleagues_does_not(text: str, fact: str):
    offered = (Choice(fact, {"source": "systems", "stakes": "harm"}[fact]),)
    assert said(text, offered, "volume", mention=False) == {}


@each(
    ("text", "facts"),
    [
        ("yes, record the volume", {"volume"}),
        ("record that", {"volume", "stakes"}),
        ("please record the costs of wrong answers", {"stakes"}),
    ],
)
def test_of_what_was_supposed_that_is_recorded_which_is_named(text: str, facts: set[str]):
    supposed = (Choice("volume", "under_1k"), Choice("stakes", "rework"))
    typed = line(text, None, {}, mention=True)
    assert {*recording(typed, hear(typed), supposed).saves} == facts


def test_the_record_that_is_asked_for_records_nothing():
    typed = line("where is the record of the volume", None, {}, mention=True)
    assert not recording(typed, hear(typed), (Choice("volume", "under_1k"),)).saves
