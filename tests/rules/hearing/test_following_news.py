"""News of the roadmap's items by their names, and what is asked of it."""

from hypothesis import given
from hypothesis import strategies as st

from rules.catalog.asking.item_names import ITEM_NAMES
from rules.catalog.steps import BUILD_STEPS, EVALUATION_STEPS, WATCH_STEPS
from rules.hearing.following.asked import AboutItem, HowFar, WhichTasks, read_asked
from rules.hearing.following.marking import MARK, Named, marked
from rules.hearing.following.news import State, read_news
from tests.examples import examples
from tests.rules.hearing.follows import FAILURES, PLAN, STEPS
from tests.tables import each

ITEMS = (
    Named("golden_tasks", "3 to 5 golden tasks that stand for success"),
    Named("offline_suite", "An offline suite that runs before every change"),
    Named("baseline", "Measure the best prompt, as a baseline"),
    Named("index", "An index of your documents"),
    Named("release", "Versions, regression tests and rollback"),
)
TASKS, SUITE, BASELINE, INDEX = (0,), (1,), (2,), (3,)
DONE, OPEN, UNDERWAY = State.DONE, State.OPEN, State.UNDERWAY


def told(text: str) -> list[tuple[tuple[int, ...], State]]:
    found = read_news(text, ITEMS)
    return [(news.items, news.state) for news in found.news] if found else []


@each(
    ("text", "news"),
    [
        ("baseline is done", [(BASELINE, DONE)]),
        ("btw: the base line is finally finished", [(BASELINE, DONE)]),
        ("baseline ✅", [(BASELINE, DONE)]),
        ("done: baseline, index", [(BASELINE, DONE), (INDEX, DONE)]),
        ("we measured the baseline yesterday", [(BASELINE, DONE)]),
        ("lea has built the index", [(INDEX, DONE)]),
        ("our test suite runs nightly", [(SUITE, DONE)]),
        ("the golden set is built and the bars are agreed on", [(TASKS, DONE)]),
        ("tick the baseline and the index please", [(BASELINE, DONE), (INDEX, DONE)]),
        ("baseline and suite are done, the index isn’t", [(BASELINE, DONE), (SUITE, DONE), (INDEX, OPEN)]),
        ("the best prompt gets 62 of 100", [(BASELINE, DONE)]),
        ("the baseline was 71%", [(BASELINE, DONE)]),
        ("the test suite is on now", [(SUITE, DONE)]),
        ("measure the best prompt: done", [(BASELINE, DONE)]),
        ("the index is in place and the suite too", [(INDEX, DONE), (SUITE, DONE)]),
        ("tick: baseline, an index", [(BASELINE, DONE), (INDEX, DONE)]),
        ("ticking: the index is filled as of today", [(INDEX, DONE)]),
        ("ticking: we wired the suite into our pipeline", [(SUITE, DONE)]),
        ("we're ticking off: rollback - tried it twice on staging", [((4,), DONE)]),
        ("ticked off: baseline, 62 of 100", [(BASELINE, DONE)]),
        ("ticking the baseline and the index", [(BASELINE, DONE), (INDEX, DONE)]),
        ("ticking off the index: Noor looks after it", [(INDEX, DONE)]),
        ("I ticked the index", [(INDEX, DONE)]),
        ("ticking: the index is not there yet", [(INDEX, OPEN)]),
        ("ticking: the baseline is almost done", [(BASELINE, UNDERWAY)]),
        ("we don't need the index", [(INDEX, State.UNWANTED)]),
        ("skip the index", [(INDEX, State.UNWANTED)]),
        ("untick the index, it broke", [(INDEX, OPEN)]),
        ("untick the baseline", [(BASELINE, OPEN)]),
        ("baseline is still missing", [(BASELINE, OPEN)]),
        ("we haven't finished the index", [(INDEX, OPEN)]),
        ("we're working on the index", [(INDEX, UNDERWAY)]),
        ("index is almost done", [(INDEX, UNDERWAY)]),
        ("the baseline will be ready on friday", [(BASELINE, UNDERWAY)]),
    ],
)
def test_news_of_an_item_says_how_it_stands(text, news):
    assert told(text) == news


@each(
    "text",
    [
        "the index is built weekly",
        "the index is on elastic",
        "the golden tasks are good",
        "golden tasks passed 4 of 5",
        "check that the baseline is done",
        "ben says the baseline is done",
        "if the baseline is done we start",
        "is the baseline done?",
        "documents are done",
        "complete the golden tasks",
        "have we measured the baseline yet",
        "what did the test suite conclude",
        "we maintain embeddings and an index in production",
        "we have not only an index, we have two",
        "undo that",
        "who ticked the index?",
        "ticking the index is your job",
        "ticking: is the index done?",
        "the clock is ticking on the index",
        "ticketing: the index is used for tickets",
        "",
        "baseline is done " + "and so on " * 50,
        *PLAN,
        *STEPS,
        *FAILURES,
    ],
)
def test_what_tells_of_no_item_that_it_is_done_is_no_news(text):
    assert told(text) == []


@each(
    ("text", "beside", "proof"),
    [
        ("the baseline is measured: plain prompt got 2 of 3 golden tasks", "", "plain prompt got 2 of 3 golden tasks"),
        ("the baseline is measured, 62 of 100", "", "62 of 100"),
        ("baseline done: 71%", "", ": 71%"),
        ("we did the baseline, it got 62/100", "", "it got 62/100"),
        ("baseline is done, what next?", "what next?", ""),
        ("baseline is done and we have 400 chats a day now", "we have 400 chats a day now", ""),
        ("the index is up and running", "", ""),
        ("checking off: the index, every page is in it", "", ""),
        ("ticked the index, and prices change daily", "prices change daily", ""),
    ],
)
def test_what_shows_the_news_is_kept_and_the_rest_is_left_to_be_heard(text, beside, proof):
    found = read_news(text, ITEMS)
    assert found is not None
    assert (found.beside, found.proof.strip(": ")) == (beside, proof.strip(": "))


def test_a_name_of_two_items_names_both():
    twins = (Named("baseline", "One"), Named("baseline", "Two"))
    found = read_news("baseline is done", twins)
    assert found is not None
    assert found.news[0].items == (0, 1)


def test_marks_of_the_lines_own_are_no_items():
    assert marked(f"{MARK} is done", ITEMS).items == ()
    assert marked("baseline", ()).items == ()


@each(
    ("text", "asked"),
    [
        ("how far are we with the roadmap", HowFar()),
        ("what’s ticked off so far?", HowFar()),
        ("ok, roadmap status please", HowFar()),
        ("which steps of the checklist are left", HowFar(is_of_open=True)),
        ("what's open on the roadmap", HowFar(is_of_open=True)),
        ("what is done and what is left on the roadmap", HowFar()),
        ("what are our golden tasks?", WhichTasks()),
        ("show me the golden tasks", WhichTasks()),
        ("who is in charge of the golden tasks and where are they", WhichTasks(asks_who=True)),
        ("is the baseline done yet?", AboutItem(BASELINE)),
        ("baseline is done?", AboutItem(BASELINE)),
        ("have we measured the baseline yet", AboutItem(BASELINE)),
        ("who owns the index?", AboutItem(INDEX)),
        ("when is the offline suite due", AboutItem(SUITE)),
        ("status of the baseline", AboutItem(BASELINE)),
        ("what is next on the roadmap?", None),
        ("where is the roadmap", None),
        ("what is our roadmap for the third quarter", None),
        ("I'm drafting the roadmap slides, what was our blue", None),
        ("what is still open?", None),
        ("who claimed we have a golden set?", None),
        ("what qualifies as a golden task?", None),
        ("what is a golden task", None),
        ("what are golden tasks", None),
        ("which golden tasks failed?", None),
        ("what is a baseline", None),
        ("why do we need an index", None),
        ("who said the index is big", None),
        ("who " * 80, None),
    ],
)
def test_what_is_asked_of_the_roadmap(text, asked):
    assert read_asked(text, ITEMS) == asked


@given(st.sampled_from([(key, name) for key, names in ITEM_NAMES.items() for name in names]))
@examples(60)
def test_every_name_of_an_item_is_ticked_by_it(row):
    key, name = row
    found = read_news(f"the {name} is done", [Named(key, "Its title")])
    assert found is not None
    assert [(news.items, news.state) for news in found.news] == [((0,), DONE)]


def test_every_step_has_names_and_no_name_is_of_two():
    steps = {row.id for row in (*EVALUATION_STEPS, *BUILD_STEPS, *WATCH_STEPS)}
    names = [name for names in ITEM_NAMES.values() for name in names]
    assert set(ITEM_NAMES) == steps
    assert len(names) == len(set(names))
    assert all(name == name.casefold() for name in names)


def test_long_lines_of_repeated_words_are_read_in_no_time():
    """Words that could be shared out among repetitions would take minutes."""
    for words in ("all the ", "now already ", "we have ", "the baseline and ", "all of the our "):
        assert read_news((words * 80)[:290] + "x", ITEMS) is None or "baseline" in words
        assert read_asked((words * 80)[:150] + "x", ITEMS) is None


@given(st.lists(st.sampled_from(["golden tasks", "the baseline", "2 of 3", "index", "ok"]), max_size=8))
def test_what_a_line_ends_with_is_given_back_as_it_was_typed(words):
    line = " ".join(words)
    found = marked(line, ITEMS)

    assert found.in_words(found.text) == line
