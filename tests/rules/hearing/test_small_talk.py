"""After the verdict: what people say to each other under it, and want nothing from anybody by."""

from rules.hearing import hear, line
from tests.rules.hearing.after_verdict import heard
from tests.tables import each


@each(
    "text",
    [
        "Well played, all of you. Couldn't have asked for a better crew.",
        "I reserved the glass room, bring jumpers",
        "ETA 5 min, stuck in the elevator lol",
        "Reminder: timesheets are due tonight.",
        "Right-o, off for a smoke.",
        "can't hear you, your mic is off",
        "redis is choking, scaling it up",
        "Right, kettle is on, who wants one?",
        "Popping out for milk, anyone want anything?",
        "> lunch at noon?\ncount me in",
        "> who is bringing the adapter\nI have one in my bag",
        "@Mira LGTM, merge it once CI is green",
    ],
)
def test_a_remark_that_asks_nothing_and_names_nothing_of_the_decision_is_left_alone(text):
    found = heard(text)

    assert (found.silent, dict(found.saves), found.offers, found.questions) == (True, {}, (), ())


@each(
    ("text", "intent"),
    [
        ("reminder: what is the next step", "next"),
        ("need the phone number of the vendor", "unknown"),
        ("could anyone tell us who else did this", "precedents"),
    ],
)
def test_what_asks_is_answered_however_it_begins(text, intent):
    assert [each.intent for each in heard(text).questions] == [intent]


@each("text", ["the baseline is done", "that was a safety failure", "we moved the desks around", "yes both"])
def test_what_is_said_to_the_bot_and_taken_for_talk_is_not_passed_by_in_silence(text):
    assert heard(text).is_passed_by
    assert not hear(line(text, None, {}, mention=False)).is_passed_by


@each("text", ["thanks ben", "sorry", "great work everyone", "ok cool", "ok lea is right, sorry", "np"])
def test_thanks_praise_and_apologies_are_let_be(text):
    found = heard(text)

    assert (found.silent, found.is_passed_by) == (True, False)
