"""After the verdict a message tells of an answer as it was, and of what has become of it."""

from tests.rules.hearing.after_verdict import asked, heard
from tests.rules.hearing.asked import key
from tests.tables import each

LEFT_THE_CLOUD = (
    "A note from the clinic. The board decided that reports may no longer be processed in the cloud, whatever the"
    " contract says. From now on it all stays on our own machines in the basement, so please correct that."
)
LEFT_THE_BUILDING = (
    "We said that nothing leaves the building; that rule was relaxed by the board last Thursday. From now on our tenant"
    " with the cloud provider is fine, please change it."
)
ONLY_TRANSCRIPTS = (
    "The twelve thousand we gave you were raw call transcripts, and nobody labelled them. What a human has really"
    " marked up is about 450, so put that."
)
COUNTED_ANEW = (
    "The 40,000 labels we reported included duplicates. What is left, and what we trust, is 3,200. Please note it."
)
EVERY_NIGHT = (
    "We had said that the tables are revised once a quarter. That was true under the old system; since the migration"
    " they come in overnight, every night. Please correct the record accordingly."
)
BOTH_NOW = (
    "When we filled this in, all of it was in documents. Since the new ERP went live, stock levels come from its"
    " database, and the manuals stay where they are. So it's both now, please change."
)
WITHOUT_A_SET = "The entry on evaluation isn't right. The test set belonged to the contractor; today we check nothing."
SUPERVISED = "As of 1 July we fall under the supervision of the central bank, which demands evidence for each answer."
OFFERED_ANEW = "We told you we had a few hundred labelled invoices. Turns out a script made them. Please amend."
ASKED_AFTER = (
    "When we began this the team thought we'd be training a model by now, and told the board. Now the outcome is"
    " retrieval only, and I would like to understand what speaks against training one."
)


@each(
    ("text", "expected"),
    [
        (LEFT_THE_CLOUD, {"hosting": "on_premises"}),
        (LEFT_THE_BUILDING, {"hosting": "private_cloud"}),
        ("Until last week everyone could read it. From now on each lawyer sees only his own.", {"access": "per_user"}),
        (ONLY_TRANSCRIPTS, {"examples": "hundreds"}),
        (COUNTED_ANEW, {"examples": "thousands"}),
        ("The examples in our entry were a misunderstanding. Checked by a person: sixty-four.", {"examples": "tens"}),
        ("The figure of 80,000 a day was per month. A day sees about 700. Change that please.", {"volume": "under_1k"}),
        (EVERY_NIGHT, {"freshness": "daily"}),
        (BOTH_NOW, {"source": "both"}),
        (WITHOUT_A_SET, {"evals": "none"}),
        ("We had a wrong answer down as rework. Not so: each one sets us back 2,000 pounds.", {"stakes": "money"}),
        ('Pia wrote "wrong answer: rework". outdated, since May we pay 25 eur for each one', {"stakes": "money"}),
        ("It no longer invents things. What bothers people today is the tone, change that.", {"failure": ("tone",)}),
        (f"{SUPERVISED} The entry 'helpful' is thus no longer right.", {"receipts": "regulated"}),
        ("The entry on speed must be changed; the scanner wants it within 200 ms.", {"latency": "under_300ms"}),
        ("It was said we can only search. Now we can also train and roll back.", {"ops": ("search", "training")}),
    ],
)  # fmt: skip
def test_what_holds_now_is_written_down_and_not_what_the_message_says_is_over(text, expected):
    said = {"hosting": "any_api", "stakes": "rework", "ops": ("search",), "examples": "none", "volume": "over_1m"}
    found = heard(text, **said, receipts="helpful", latency="under_1s")

    assert (dict(found.saves), found.offers, found.questions) == (expected, (), ())


def test_what_is_only_told_as_it_was_is_not_written_down():
    assert not heard(OFFERED_ANEW, examples="tens").saves


def test_a_question_behind_what_was_is_asked():
    assert asked(ASKED_AFTER, ops=("search",)) == [("why_not", "fine_tune")]


@each(
    "text",
    [
        "who did search has left the company, and train a model nobody can either",
        "We do not have any more the people for search and also for training is no one there. Please correct.",
        "correction: search guys are gone, for training also nobody is there",
        "the index team was disbanded, and nobody here can train",
    ],
)
def test_a_team_that_neither_searches_nor_trains_has_neither(text):
    assert dict(heard(text, ops=("search",)).saves) == {"ops": ("neither",)}


@each(
    "text",
    ["nobody here can train, but our search team is back", "what if the search team left and nobody could train?"],
)
def test_a_team_with_one_of_both_or_only_supposed_to_be_gone_is_not_written_down_as_gone(text):
    assert heard(text, ops=("search",)).saves.get("ops") != ("neither",)


@each(
    "text", ["the reviewers disagree on a third of them, so pls set labels=mixed", "done twice now, set labels: mixed"]
)
def test_an_answer_is_set_behind_its_reason(text):
    assert dict(heard(text, labels="consistent").saves) == {"labels": "mixed"}


def test_a_colon_behind_other_words_sets_nothing():
    assert not heard("thanks all, see you at the demo: room 3").saves


def test_a_number_instead_of_a_number_that_counts_nothing_known_is_not_written_down():
    assert not heard("The 40,000 we reported included duplicates. What is left is 3,200.", hygiene="poor").saves


@each(
    ("text", "fact"),
    [
        ("We used to say weekly. Now it is daily, and I'd like to know who changed that", "freshness"),
        ("Before, the answer was on premises. Now it reads any api. I can't find out who did that", "hosting"),
        ("It used to say rework, now it says money. Please tell me who decided that", "stakes"),
        ("We first said weekly, and now the record says daily, could somebody tell me who overwrote it", "freshness"),
    ],
)
def test_what_stands_now_is_told_only_to_ask_who_put_it_there(text, fact):
    found = heard(text, freshness="weekly", hosting="on_premises", stakes="rework")

    assert (dict(found.saves), found.offers) == ({}, ())
    assert ("who_answered", fact) in [key(each) for each in found.questions]


def test_who_answered_is_asked_of_all_where_several_answers_are_told():
    text = "Now the page says daily and everybody may read it. I want to know who changed that"
    found = heard(text, freshness="weekly", access="per_user")

    assert not found.saves
    assert [each.intent for each in found.questions] == ["who_answered"]
