"""An answer is opened again under whatever name people have for it, and what only sounds so is left an answer."""

from rules.hearing import hear, line
from tests.tables import each


@each(
    ("open_fact", "text", "fact"),
    [
        ("need", "would prefer to correct my speed answer", "latency"),
        ("failure", "would like to go over the question on sources once more", "source"),
        ("check", "id like to give the one about labels once more", "labels"),
        ("labels", "what i said about traffic is wrong, need to check the dashboard", "volume"),
        ("definition", "the volume i gave you is not right, i have to ask ops", "volume"),
        ("freshness", "my answer on how fast it must be was off", "latency"),
        ("check", "could we look at the one on what errors cost again", "stakes"),
        ("hygiene", "the answer about where the data may go needs another look", "hosting"),
        ("lookup", "the one about how much it costs to be wrong, i answered that badly", "stakes"),
        ("evals", "the labels one, i would like a second go at it", "labels"),
        ("labels", "can we please go over what i answered on speed", "latency"),
        ("need", "the question who gets to see which folder, let me redo that one", "access"),
    ],
)
def test_an_answer_is_given_again_by_whatever_it_is_called(open_fact: str, text: str, fact: str):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert heard.control is not None
    assert (str(heard.control.word), heard.control.fact, heard.saves) == ("change", fact, {})


@each(
    ("fact", "text"),
    [
        ("failure", "the answers about tariffs are wrong"),
        ("failure", "answers on opening hours are wrong every second time"),
        ("stakes", "if the answer about a dose is wrong somebody dies"),
        ("evals", "when an answer is wrong we note it"),
        ("stakes", "someone has to answer the mail again"),
    ],
)
def test_what_the_feature_answers_wrongly_opens_nothing(fact: str, text: str):
    assert hear(line(text, fact, {}, mention=True)).control is None
