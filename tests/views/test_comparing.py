"""The comparison opens on what is compared and who comes out ahead, before anything is swiped."""

import pytest

from bot.replies import CompareAnswer, WhyNot
from bot.views import render
from rules.facts import Facts
from rules.framework import Architecture, Degree, Strength
from rules.hearing import Asked
from rules.telling import Background, tell
from tests.tables import each
from tests.views.examples.verdict import DEMANDS, WHY_NOT


def compared(chosen: Architecture, columns: tuple[Architecture, ...] = (), *, passes: bool = True) -> CompareAnswer:
    return CompareAnswer(
        assessment_id="a", name="Support copilot", chosen=chosen, passes=passes, demands=DEMANDS, columns=columns
    )


def heads(reply: CompareAnswer) -> list[str]:
    (table,) = (block for block in render(reply).blocks if block["type"] == "data_table")
    return [cell["text"] for cell in table["rows"][0]]


@each("chosen", Architecture)
def test_the_chosen_architecture_stands_beside_what_is_asked_for(chosen: Architecture):
    for columns in ((), (Architecture.PROMPT, chosen), (Architecture.HYBRID, chosen)):
        assert heads(compared(chosen, columns))[1].endswith("(chosen)")


def test_the_caption_counts_the_columns_where_a_phone_shows_only_the_first():
    def caption(reply: CompareAnswer) -> str:
        return next(block["caption"] for block in render(reply).blocks if block["type"] == "data_table")

    assert caption(compared(Architecture.RAG)).endswith(" (6 columns)")
    assert "columns" not in caption(compared(Architecture.RAG, (Architecture.RAG, Architecture.PROMPT)))


def test_the_others_follow_by_size():
    assert heads(compared(Architecture.RAG)) == [
        "Demand", "Retrieval (chosen)", "Prompting", "Live tools", "Fine-tuning", "Hybrid",
    ]  # fmt: skip


def test_a_wish_says_so_in_its_row_and_everything_does_in_the_text():
    shown = render(compared(Architecture.RAG))

    assert [row[0]["text"] for row in shown.blocks[1]["rows"][1:]] == [
        "Fresh facts", "Knowledge from documents", "Sources for each answer",
        "Steady behavior (wish)", "Cheap answers (wish)",
    ]  # fmt: skip
    assert shown.text.count(" (must)*") == 3
    assert shown.text.count(" (wish)*") == 2


@pytest.mark.parametrize(
    ("reply", "first"),
    [
        (compared(Architecture.RAG), "*Retrieval comes out ahead*"),
        (compared(Architecture.TOOLS), "*Live tools come out ahead*"),
        (compared(Architecture.RAG, passes=False), "*Nothing passes yet; retrieval comes closest*"),
        (
            compared(Architecture.RAG, (Architecture.TOOLS, Architecture.HYBRID)),
            "*Live tools and hybrid on what Support copilot asks for*",
        ),
    ],
)
def test_the_first_line_says_who_comes_out_ahead(reply: CompareAnswer, first: str):
    assert render(reply).text.split("\n")[0] == first


def test_the_lines_above_the_table_count_what_each_meets_and_say_partly_as_partly():
    assert render(compared(Architecture.RAG)).text.split("\n")[2] == (
        "*Musts met:* *retrieval 3 of 3* · prompting 1 of 3 (in part) · live tools 2 of 3 (1 in part) · "
        "fine-tuning 0 of 3 · hybrid 3 of 3"
    )


def test_one_that_looks_better_and_cannot_be_says_so_beside_its_number():
    """ "Wishes met: prompting 0 of 3 · fine-tuning 3 of 3" stood below "Prompting comes out ahead"."""
    wishes = tuple(
        one.model_copy(
            update={
                "strength": Strength.SHOULD,
                "degrees": {
                    each: Degree.FULLY if each is Architecture.FINE_TUNE else Degree.NOT for each in Architecture
                },
            }
        )
        for one in DEMANDS[:3]
    )
    nobody = "Nobody on your team runs training."
    found = WhyNot(architecture=Architecture.FINE_TUNE, because=nobody, gates=(nobody,))
    reply = compared(Architecture.PROMPT).model_copy(update={"demands": wishes, "why_not": (found,)})

    text = render(reply).text

    assert "fine-tuning 3 of 3, but not possible today: nobody on your team runs training" in text
    assert text.lower().count("nobody on your team") == 1
    asked = Asked("compare", {"architectures": ("prompt", "fine_tune")})
    team = Facts(need="behaviour", failure=("format",), ops=("search",), examples="none", evals="none")
    (said,) = (line for line in tell(asked, Background(team)).says if line.startswith("Fine-tuning"))
    assert "; but not possible today: " in said


def test_one_that_meets_every_must_as_well_is_never_left_without_why_it_was_not_chosen():
    text = render(compared(Architecture.RAG).model_copy(update={"why_not": WHY_NOT})).text
    two = compared(Architecture.RAG, (Architecture.RAG, Architecture.PROMPT))
    nothing = compared(Architecture.RAG, passes=False)

    assert "*Not a hybrid*, because nothing you asked for needs tuned behavior yet." in text
    assert text.count("*Not ") == 1
    for reply in (two, nothing):
        assert "*Not " not in render(reply.model_copy(update={"why_not": WHY_NOT})).text


def test_where_nothing_is_a_must_wishes_are_counted():
    wishes = compared(Architecture.RAG).model_copy(update={"demands": DEMANDS[3:]})

    assert "*Wishes met:* *retrieval 2 of 2 (2 in part)*" in render(wishes).text
