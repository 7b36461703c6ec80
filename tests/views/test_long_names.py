"""Names as long as people paste them, addresses and unbroken words included, wherever a feature is named."""

from bot.replies import PortfolioMessage, Reply, Status
from bot.views import render
from bot.views.text import NAME_LIMIT
from tests.tables import each
from tests.views.examples import REPLIES
from tests.views.examples.portfolio import line

LONG = (
    "Contract Q&A for legal@example.com https://wiki.example.com/a/very/long/path/that/never/ends "
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and so on and so forth"
)
NAMED: dict[str, Reply] = {
    key: reply.model_copy(update={"name": LONG}) for key, reply in REPLIES.items() if "name" in type(reply).model_fields
}


@each("reply", NAMED.values(), ids=NAMED)
def test_a_sentence_that_ends_with_a_name_that_was_cut_ends_once(reply: Reply):
    assert "…." not in render(reply).text


def test_a_name_is_cut_alike_with_and_without_a_link():
    status = REPLIES["status"]
    assert isinstance(status, Status)
    lines = tuple(one.model_copy(update={"name": LONG}) for one in status.lines)
    said = render(status.model_copy(update={"lines": lines})).text

    assert LONG[: NAME_LIMIT - 1].replace("&", "&amp;") in said
    assert LONG[:NAME_LIMIT].replace("&", "&amp;") not in said


def test_in_a_table_a_name_leaves_room_for_its_row():
    shown = render(PortfolioMessage(total=1, lines=(line(LONG),)))

    (table,) = (block for block in shown.blocks if block["type"] == "data_table")
    assert len(table["rows"][1][0]["text"]) <= 40
