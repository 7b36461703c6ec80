"""The second part of a line, said in the words of its own question, is written down beside the first one."""

from rules.facts import Value
from rules.hearing import Word, hear, line
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("lookup", "group by shop, straight out of BigQuery", {"lookup": "by_filter", "source": "systems"}),
        ("lookup", "filter by date, directly from the database", {"lookup": "by_filter", "source": "systems"}),
        (
            "check",
            "people judge, and they want another style every year",
            {"check": "judged", "steadiness": "changing"},
        ),
        ("check", "a human reads each, only past letters show it", {"check": "judged", "definition": "by_example"}),
        ("access", "anyone, no answer must carry a link", {"access": "everyone", "receipts": "none"}),
        ("access", "all staff see everything, no answer needs a source", {"access": "everyone", "receipts": "none"}),
        ("ops", "neither, and the rates get redone monthly", {"ops": ("neither",), "freshness": "monthly"}),
    ],
)
def test_a_second_part_is_not_dropped(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each(
    ("fact", "text", "value"),
    [
        ("volume", "some 14 per second, day and night", "over_1m"),
        ("volume", "3 per second on average", "under_1m"),
        ("hygiene", "the three who knew it retired, nobody can say which copy is valid", "poor"),
        ("hygiene", "no one can tell which of the copies holds", "poor"),
        ("hygiene", "the owner quit, no idea which sheet is valid", "poor"),
        ("stakes", "the clerk types the whole form again", "rework"),
        ("freshness", "roman inscriptions, nobody changes those", "static"),
        ("freshness", "1950s census data, it wont ever change", "static"),
        ("receipts", "legal has not come back to us yet", None),
        ("receipts", "still waiting for legal, can't tell", None),
        ("access", "security didnt answer yet, cant say", None),
    ],
)
def test_what_is_plain_is_not_asked(fact: str, text: str, value: Value):
    heard = hear(line(text, fact, {}, mention=True))

    assert (heard.saves, heard.offers) == ({fact: value}, ())


@each("mention", [True, False])
@each("text", ["go to the previous question", "jump to the last question", "take me to the prior question"])
def test_the_question_before_is_gone_back_to(text: str, mention: bool):
    control = hear(line(text, "check", {}, mention=mention)).control

    assert control is not None
    assert control.word == Word.BACK


@each(
    ("text", "stakes"),
    [
        ("each bad text costs us a whole rewrite", "rework"),
        ("it costs us a full redo by the crew", "rework"),
        ("every slip costs us a reprint", "rework"),
        ("a wrong one costs us 300 euro of rework", "money"),
        ("it costs us money and rework", "money"),
        ("costs us customers", "money"),
    ],
)
def test_what_costs_work_is_rework_where_no_money_is_named(text, stakes):
    assert dict(hear(line(text, "stakes", {}, mention=True)).saves) == {"stakes": stakes}
