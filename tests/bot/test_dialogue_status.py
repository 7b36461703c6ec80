"""The status of a channel, and the help that an unknown word gets."""

from bot import commands
from bot.replies import Trouble
from tests.bot.room import Room
from tests.tables import each


def test_status_lists_the_channels_assessments_newest_first_with_their_state(decided: Room):
    decided.start("Invoice reader", by="U2")
    decided.do(commands.ShowStatus, by="U1")

    newest, older = decided.told().lines
    assert (newest.name, newest.number, newest.is_own) == ("Invoice reader", 1, False)
    assert (older.name, older.architecture, older.is_own) == ("Support copilot", "rag", True)
    assert older.total == len(decided.assessment.checklist) or older.total > 0


def test_status_of_a_channel_without_any_says_how_to_start():
    room = Room()
    room.do(commands.ShowStatus)

    assert room.told().trouble is Trouble.NONE_HERE


@each(("typed", "nearest"), [("asess Copilot", "assess"), ("stauts", "status"), ("xyzzy", None)])
def test_an_unknown_word_gets_help_and_the_nearest_subcommand(typed: str, nearest: str | None):
    room = Room()
    room.do(commands.UnknownWord, text=typed)

    assert (room.told().kind, room.told().nearest) == ("help", nearest)
    assert room.told().unknown == typed


def test_an_unknown_word_of_any_length_is_cut():
    room = Room()
    room.do(commands.UnknownWord, text="<!channel> " * 500)

    assert len(room.told().unknown) <= 60


def test_words_that_may_be_about_any_of_several_decisions_are_answered_with_how_to_name_one(decided: Room):
    decided.do(commands.UnknownWord, text="why not fine-tuning?")
    assert decided.told().kind == "help"

    decided.start("Invoice reader", by="U2")
    decided.do(commands.UnknownWord, text="why not fine-tuning?")
    told = decided.told()
    assert (told.trouble, told.name, told.detail) == (Trouble.WHICH_DECISION, "Invoice reader", "why not fine-tuning?")

    for mistyped_or_short in ("asess the third one", "hello there"):
        decided.do(commands.UnknownWord, text=mistyped_or_short)
        assert decided.told().kind == "help"


def test_the_status_of_a_direct_message_says_where_the_decisions_of_channels_stand():
    room = Room()
    room.do(commands.ShowStatus, is_direct=True)

    assert room.told().trouble is Trouble.NONE_HERE_DIRECTLY
