"""One answer for a part and another one for the rest: both are offered, where no value means such a mixture."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("fact", "text", "offered"),
    [
        ("check", "bit of both, a linter for some and the teachers for the rest", {"checkable", "judged"}),
        ("check", "half of it a test can tell, for the other half you need a nurse", {"checkable", "judged"}),
        ("check", "both: the compiler for the code, people for the comments", {"checkable", "judged"}),
        ("check", "for the sums we have a spreadsheet, for the tone a person must read it", {"computed", "judged"}),
        ("check", "numbers: a formula. the text: only a colleague can say", {"computed", "judged"}),
        ("lookup", "some type the part number, others describe the fault", {"by_name", "by_meaning"}),
        ("hosting", "part of it on our own servers, the rest may go anywhere", {"on_premises", "any_api"}),
        ("freshness", "some of it weekly, some of it yearly", {"weekly", "yearly"}),
        ("stakes", "as good as always they laugh, but last spring we had to pay a guest 9k", {"annoyance", "money"}),
        ("stakes", "usually nothing, though in 2021 we lost a client over it", {"annoyance", "money"}),
        ("action", "mostly it drafts, now and then it pays out by itself", {"answers", "acts"}),
    ],
)
def test_each_part_has_its_answer_and_both_are_offered(fact: str, text: str, offered: set[str]):
    heard = hear(line(text, fact, {}, mention=True))

    assert fact not in heard.saves
    assert offered <= {each.value for each in heard.offers if isinstance(each, Choice)}


def test_what_another_sentence_says_is_written_down_beside_it():
    text = "mostly a laugh, though once we had to pay 20k. the docs, well those change every week"

    assert hear(line(text, "stakes", {}, mention=True)).saves == {"freshness": "weekly"}


@each(
    ("fact", "text", "saves"),
    [
        ("check", "some tests, all of them automatic", {"check": "checkable"}),
        ("stakes", "for us a refund, for the customer a refund as well", {"stakes": "money"}),
        ("lookup", "mostly by number, rarely by description", {"lookup": "by_name"}),
        ("steadiness", "same since years, the rest of the templates too", {"steadiness": "stable"}),
        ("hygiene", "some pages good, the rest a mess", {"hygiene": "mixed"}),
    ],
)
def test_parts_with_one_answer_and_what_has_a_word_for_a_mixture_are_written_down(
    fact: str, text: str, saves: dict[str, Value]
):
    assert hear(line(text, fact, {}, mention=True)).saves == saves
