"""News of what a team can run, as what somebody does by now; a skill that comes costs nobody the one that stands."""

from rules.facts import Value
from rules.hearing import Asked, Heard, hear, in_full, line
from tests.tables import each

BOTH = ("search", "training")


def heard(text: str, *ops: str, mention: bool = True) -> Heard:
    said: dict[str, Value] = {"ops": ops} if ops else {}
    typed = line(text, None, said, mention=mention)
    return in_full(typed, hear(typed))


@each(
    ("text", "before", "run"),
    [
        ("the platform guys do training now", ("search",), BOTH),
        ("since june lena handles the training runs, versions included", ("search",), BOTH),
        ("yes, omar can train and roll back since last week", ("search",), BOTH),
        ("good news, we can train now", ("search",), BOTH),
        ("our two new hires do the training these days", ("search",), BOTH),
        ("we run the search cluster now", ("training",), BOTH),
        ("we do fine-tuning now, plus search as before", ("search",), BOTH),
        ("sven runs search and training now", ("neither",), BOTH),
        ("fine-tuning is something we can do now", ("search",), BOTH),
        ("we run search now", (), ("search",)),
    ],
)
def test_what_somebody_runs_by_now_comes_beside_what_the_team_ran(text, before, run):
    assert heard(text, *before).saves == {"ops": run}


@each(
    ("text", "before", "run"),
    [
        ("lena left. nobody trains anymore", BOTH, ("search",)),
        ("priya quit, nobody does fine-tuning anymore", BOTH, ("search",)),
        ("we don't train any more", BOTH, ("search",)),
        ("we stopped training in may", BOTH, ("search",)),
        ("no one does training any longer", BOTH, ("search",)),
        ("nobody runs the index anymore", BOTH, ("training",)),
        ("nobody trains anymore", ("training",), ("neither",)),
        ("only search again", BOTH, ("search",)),
        ("just search again, the trainer quit", BOTH, ("search",)),
        ("back to search only", BOTH, ("search",)),
        ("it's search only from today", BOTH, ("search",)),
        ("only training is left", BOTH, ("training",)),
        ("we only run search now", BOTH, ("search",)),
        ("what the team can run: only search again", BOTH, ("search",)),
    ],
)
def test_what_nobody_runs_any_longer_goes_and_what_alone_is_left_stays(text, before, run):
    assert heard(text, *before).saves == {"ops": run}


@each(
    "text",
    [
        "lena goes to a training now",
        "we train the new waiters now",
        "customers search by voice now",
        "nobody searches the wiki anymore",
        "lena will run training from march",
        "maybe lena runs training soon",
        "if lena ran training now, what then",
        "lena said we should run training now",
        "the vendor runs training now",
        "nobody can train yet",
        "lena runs a training course for the drivers now",
        "only search for the order number",
        "lena runs training",
        "nobody trains anymore?",
    ],
)
def test_a_course_a_plan_and_other_people_are_no_skill_of_the_team(text):
    assert "ops" not in heard(text, "search").saves


@each(("text", "run"), [("lena runs training now", BOTH), ("back to search only", None), ("what if we train", None)])
def test_while_another_question_stands_open_the_same_is_heard_of_news_alone(text, run):
    found = hear(line(text, "evals", {"ops": ("search",)}, mention=True))

    assert found.saves.get("ops") == run


def test_what_colleagues_tell_each_other_of_it_is_let_be():
    assert heard("lena runs training now", "search", mention=False).silent


def test_what_stands_there_already_is_told():
    assert heard("only search again", "search").questions == (Asked("status_of_answers", {"fact": "ops"}),)


@each(
    ("text", "before", "run"),
    [
        ("what if we trained it on those", ("search",), BOTH),
        ("would it be different if lena from the lab started training models", ("search",), BOTH),
        ("what if lena runs training on top of search?", ("search",), BOTH),
        ("what if we hired people who train", ("search",), BOTH),
        ("what if nobody trains anymore", BOTH, ("search",)),
        ("what if we could train", ("neither",), ("training",)),
        ("what if we could only train", ("search",), ("training",)),
    ],
)
def test_a_skill_is_supposed_beside_the_one_that_stands(text, before, run):
    assert heard(text, *before).questions == (Asked("what_if", {"changes": {"ops": run}}),)


def test_what_is_supposed_as_it_stands_is_no_supposition_of_its_form():
    assert heard("what if only search now", "search").saves == {}


@each("text", ["ops: training", "set ops to training", "ops -> training"])
def test_under_its_name_the_list_is_given_anew(text):
    assert heard(text, "search").saves == {"ops": ("training",)}
