"""Failures told in words: that one happened, its bucket where the words name it, and never what is no failure."""

import re

from rules.catalog.asking import itself
from rules.review.told_failures import may_tell_failure, says_how_often, told_failure
from tests.tables import each


@each(
    ("line", "bucket"),
    [
        ("it quoted the old price list again", "retrieval_miss"),
        ("the bot could not find the leave policy", "retrieval_miss"),
        ("an expired contract was cited to a client", "retrieval_miss"),
        ("Support copilot answered in broken JSON", "formatting"),
        ("two users complained about a rude reply", "formatting"),
        ("it leaked another customer's address", "safety"),
        ("on Friday it refused to tell the opening hours", "safety"),
        ("the model got lost in a long document", "context_overload"),
        ("the tool call timed out twice", "tool_error"),
        ("two customers got the wrong plan", None),
        ("it hallucinated a discount code yesterday", None),
        ("we had 3 hallucinations this month", None),
        ("the wrong plan was sold to a client", None),
        ("customers complained", None),
        ("it told a patient that the lab opens on Sundays but it doesn't", None),
        ("the bot said the ramp is open, it isnt", None),
        ("it promised a voucher although we do not give any", None),
    ],
)
def test_what_happened_and_was_wrong_is_a_failure_in_the_bucket_that_its_words_name(line, bucket):
    found = told_failure(line, "Support copilot")

    assert may_tell_failure(line)
    assert found is not None
    assert (found.what, found.bucket, found.is_named) == (line, bucket, False)


@each(
    "line",
    [
        "did it quote the old price list?",
        "what if it leaked a name",
        "it could quote the old list",
        "it did not quote the old list",
        "it would have leaked a name",
        "we fixed the wrong plan issue",
        "nobody complained about wrong answers",
        "we saw no wrong answers",
        "it answered the old questions correctly",
        "we forgot to tell legal",
        "the docs are old and wrong",
        "customers got the new plan",
        "we got a wrong quote from the vendor",
        "prices change daily now",
        "it quotes outdated pages",
        "it was given the old documents",
        "it said prices move, we don't know",
        "it said so but it does not matter",
        "it was slow but it isn't now",
        "we had no incident",
        "what counts as an incident: a wrong answer?",
        "we have an incident process: each wrong answer is looked at",
        "a wrong answer, when it happens, costs a refund",
        "wrong answers: 20 dollars each",
        "complaints, returns and orders",
        "there is a complaint desk, it takes a week",
    ],
)
def test_what_is_asked_denied_planned_over_or_done_by_the_team_is_none(line):
    assert told_failure(line, "Support copilot") is None


@each(
    ("line", "what", "bucket"),
    [
        ("failure: wrong plan for Ms. Ito", "wrong plan for Ms. Ito", None),
        ("please log this as a failure: It leaked a name", "It leaked a name", "safety"),
        ("new failure - called the wrong tool", "called the wrong tool", "tool_error"),
        ("we logged a failure: wrong ward named", "wrong ward named", None),
        ("we had an incident: a nurse saw another patient's file", "a nurse saw another patient's file", "safety"),
        ("Incident: it sold a seat twice", "it sold a seat twice", None),
        ("there was a serious incident today, the door code leaked", "the door code leaked", "safety"),
        ("we got another complaint today: the tone was rude", "the tone was rude", "formatting"),
        ("we had an incident where it cited last year's tariff", "it cited last year's tariff", "retrieval_miss"),
        ("sadly we had a wrong answer yesterday - wrong gate", "wrong gate", None),
        ("bug report: the API call timed out", "the API call timed out", "tool_error"),
    ],
)
def test_what_is_called_a_failure_is_one(line, what, bucket):
    found = told_failure(line)

    assert found is not None
    assert (found.what, found.bucket, found.is_named) == (what, bucket, True)


def test_an_old_page_is_a_retrieval_miss_only_where_anything_is_retrieved():
    found = told_failure("it quoted the old price list", retrieves=False)

    assert found is not None
    assert found.bucket is None


@each(
    ("line", "is_several"),
    [
        ("two customers got the wrong plan", True),
        ("it leaked a name twice", True),
        ("it leaked a name", False),
        ("we had two incidents: wrong gate and wrong seat", True),
        ("we had one incident: wrong gate", False),
        ("failure: the 2019 tariff was quoted and 40 euro came back", False),
        ("failure: it mixed up two patients", False),
        ("failure: 12 pages for one question, and it skipped 3 fields", False),
        ("failure: it cut off three times", True),
        ("failure: several guests saw an empty table", True),
    ],
)
def test_several_in_one_line_are_told_from_one(line, is_several):
    found = told_failure(line)

    assert found is not None
    assert found.is_several is is_several


def test_what_the_bot_says_to_type_is_logged():
    (typed,) = re.findall("“(.+?)”", " ".join(itself()["logging"].says))

    told = told_failure(typed)

    assert told is not None
    assert told.is_named
    assert told.what == "it quoted last year's price"


@each(
    ("text", "bucket"),
    [
        ("yesterday it called the billing api with a wrong customer id", "tool_error"),
        ("two invoices were booked on the wrong account today", None),
        ("on friday it told a customer a false price", None),
    ],
)
def test_what_is_told_with_its_day_is_one_event(text, bucket):
    told = told_failure(text)

    assert told is not None
    assert (told.is_dated, told.bucket) == (True, bucket)


@each("text", ["it told a customer a false price", "it quoted a wrong price every monday"])
def test_what_is_told_without_a_day_or_goes_on_is_dated_by_nothing(text):
    told = told_failure(text)

    assert told is not None
    assert not told.is_dated


@each("text", ["three claims went to the wrong desk this month", "we had 4 urgent letters in the wrong pile"])
def test_what_it_handled_may_go_astray(text):
    told = told_failure(text)

    assert told is not None
    assert told.is_several


@each("text", ["letters go to the wrong desk", "we had 4 letters in the pile", "our letters were sent on friday"])
def test_what_goes_astray_in_general_or_goes_right_is_no_failure(text):
    assert told_failure(text) is None


@each(
    ("text", "bucket"),
    [
        ("this morning it sent the customer the manual of a completely different boiler", "retrieval_miss"),
        ("on Friday a nurse asked for the dose for children and the bot answered with the one for adults", None),
        ("it told a tenant that the deposit is three rents but it is two", None),
        ("it answered in a whole paragraph where the import wants only the code", "formatting"),
        ("on Monday it recommended a fund that was closed in 2019", None),
        ("last Tuesday it cited a rule that was withdrawn years ago", "retrieval_miss"),
        ("a colleague asked about parental leave and it told her about sick leave instead", None),
        ("yesterday it named a contact who left the company last year", None),
        ("the bot mixed two patients this morning", None),
        ("so on Friday it told the nurse 20 mg, the sheet says 2", None),
        ("it found nothing on parking although we have a whole page on it", None),
        ("yesterday the bot had no hits for visas, but it's all in the guide", None),
        ("it told a guest to jump from the pier, somebody could have drowned", None),
        ("my colleague got a wall of text again", None),
    ],
)
def test_a_small_story_in_which_nothing_is_called_wrong_is_a_likely_failure(text, bucket):
    told = told_failure(text)

    assert told is not None
    assert (told.is_likely, told.bucket) == (True, bucket)


@each(
    "text",
    [
        "yesterday we asked Jana about the notebooks and she gave us all the pages",
        "last week it gave Anna exactly the page she asked for",
        "it gave a different answer after we changed the prompt, a better one",
        "in the test it gave him the page of a different bell",
        "could it quote a clause that was repealed?",
        "it should never give the page of another bell",
        "yesterday it took over the hotline instead of Marc",
        "the board asked for another option and we gave them prompting",
        "it was built for a different country",
        "on Monday the tariff was replaced by a new one",
        "it found nothing, so we wrote a page on it",
        "it finds nothing on visas though we have a guide",
        "we got a wall of text from the lawyers",
        "it could have answered that",
        "it told us 40 and we were glad",
    ],
)
def test_a_story_that_went_well_or_of_others_is_no_failure(text):
    assert told_failure(text) is None


@each(
    ("text", "bucket"),
    [("failure: json cut off", "formatting"), ("failure: read the wrong manual page", "retrieval_miss")],
)
def test_a_shape_that_breaks_off_and_a_wrong_page_of_a_book_name_their_kind(text, bucket):
    told = told_failure(text)

    assert told is not None
    assert (told.is_likely, told.bucket) == (False, bucket)


@each(
    ("text", "is_several"),
    [
        ("failure: old menu on the page x3", True),
        ("failure: old menu on the page (3x)", True),
        ("failure: the tram got the bus code, six times", True),
        ("failure: told the winter hours again, thrice", True),
        ("failure: it charged 3x the price", False),
        ("failure: it said 2 x 40 mg a day", False),
        ("failure: it multiplied by six", False),
    ],
)
def test_how_often_it_happened_is_heard_however_it_is_written(text, is_several):
    told = told_failure(text)

    assert told is not None
    assert told.is_several is is_several


@each(
    ("text", "says"), [("twice.", True), ("and three times", True), ("x3", True), ("twice a year", False), ("3", False)]
)
def test_a_sentence_may_say_how_often_and_nothing_else(text, says):
    assert says_how_often(text) is says


@each(
    "text",
    [
        "3 more wrong codes in May that nobody logged",
        "there was one more missed booking we never logged",
        "saturday it told a family the slide is open till 6, it closes at 4:30",
        "it quoted 12 euros for the group, the ticket costs 15",
    ],
)
def test_what_happened_and_stands_nowhere_or_is_denied_by_a_number_is_a_likely_failure(text):
    told = told_failure(text)

    assert told is not None
    assert told.is_likely


@each(
    "text",
    [
        "nobody logged in since Monday",
        "three people never logged in",
        "one user that nobody logged out",
        "nobody logged a failure this month",
        "did anybody log the 3 wrong codes?",
        "it told us 12 and we paid",
        "we told them 12, it costs 15",
    ],
)
def test_who_logs_in_and_what_people_say_is_none(text):
    assert told_failure(text) is None


def test_a_page_that_was_not_among_the_hits_is_a_retrieval_miss():
    told = told_failure("failure: wrong fee, the right page wasn't among the hits")
    other = told_failure("failure: wrong fee, Tom was not among the guests")

    assert told is not None
    assert told.bucket == "retrieval_miss"
    assert other is not None
    assert other.bucket is None
