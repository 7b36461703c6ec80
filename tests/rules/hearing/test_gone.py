"""What a team no longer has, never had, or will only have: news of what it can run, beside the reason."""

from rules.facts import Value
from rules.hearing import Asked, Choice, Heard, hear, line
from tests.tables import each

BOTH = ("search", "training")
SAID: dict[str, Value] = {"need": "facts", "ops": BOTH, "evals": "ad_hoc"}


def heard(text: str, open_fact: str | None, ops: tuple[str, ...] = BOTH, *, mention: bool = True) -> Heard:
    said = {fact: value for fact, value in {**SAID, "ops": ops}.items() if fact != open_fact}
    return hear(line(text, open_fact, said, mention=mention))


@each(
    ("text", "ops"),
    [
        ("Solr runs here for years, and a working student fine-tuned a Llama once, but he left in June", ("search",)),
        ("we run Solr, and one student made a LoRA for his thesis, but is gone now", ("search",)),
        ("a PhD student did a LoRA and then left, nobody can repeat it. We do have a search index", ("search",)),
        ("the trainee who could train models has gone, search stays", ("search",)),
        ("she left, but she handed over the training pipeline, and we run Elastic", BOTH),
        ("we have gone over to Elastic, and training runs on SageMaker", BOTH),
        ("from autumn a new hire does the training, until then just search", ("search",)),
    ],
)
def test_whoever_is_gone_runs_nothing_any_more(text: str, ops: tuple[str, ...]):
    assert heard(text, "ops").saves == {"ops": ops}


@each(
    "text",
    [
        "a partner is contracted from September and will run the search index",
        "the agency will host the vector store for us as of July",
    ],
)
def test_what_somebody_will_run_is_asked_about(text: str):
    found = heard(text, "ops")
    assert found.saves == {}
    assert {Choice("ops", ("search",)), Choice("ops", ("neither",))} <= {*found.offers}


@each(
    ("open_fact", "text", "ops"),
    [
        (None, "Please, the engineer is gone, so we can not train. Only search", ("search",)),
        (None, "you got us wrong, training does not exist here, only the search index", ("search",)),
        (None, "we don't have search, just the training pipeline", ("training",)),
        (None, "the training was never there. we run search and that is it", ("search",)),
        (None, "we lost our ML person last week, so no training any more", ("search",)),
        ("latency", "sorry, the colleague who did the training has left us, so we can only do search", ("search",)),
        ("evals", "please correct: we cannot train any more, he is away since May. Search only", ("search",)),
    ],
)
def test_the_one_that_is_left_is_written_down_where_the_other_is_denied(open_fact, text: str, ops: tuple[str, ...]):
    assert heard(text, open_fact).saves == {"ops": ops}


def test_what_was_so_already_is_shown_after_the_verdict_and_let_be_while_a_question_stands_open():
    text = "there is no training here, only the search index"
    assert heard(text, None, ("search",)).questions == (Asked("status_of_answers", {"fact": "ops"}),)
    assert "ops" not in heard(text, "evals", ("search",)).offers


@each(
    ("open_fact", "text", "mention"),
    [
        (None, "the chat does not train staff, it only helps them search", True),
        (None, "no training for the users, they only use the search field", True),
        (None, "what if our trainer leaves and there is no training, only search", True),
        (None, "why is there no training, only search?", True),
        (None, "there is no training here, only the search index", False),
        (None, "the training was cancelled on Monday, lost our room", True),
        (None, "training is fine, search is fine", True),
        (None, "no training and no search here, only prompts", True),
    ],
)
def test_words_of_others_and_questions_change_nothing(open_fact, text: str, mention: bool):
    assert heard(text, open_fact, mention=mention).saves.get("ops") in {None, ("neither",)}
