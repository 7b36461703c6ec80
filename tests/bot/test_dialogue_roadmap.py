"""The roadmap in the thread: opened phase by phase, ticked, and back on demand."""

from bot import commands
from bot.dialogue.roadmap import phase_messages
from bot.replies import Trouble
from bot.views import render
from storage.records import DeliveryMethod, ItemState
from tests.bot.room import Room


def test_ticking_an_item_says_who_and_when_and_counts_it_in_the_headline(decided: Room):
    decided.do(commands.ShowRoadmapHere)
    item = decided.assessment.checklist[-1]
    decided.do(commands.MarkItem, by="U2", item_id=item.id, is_done=True)
    at = decided.now

    shown = next(found for found in decided.phase(item.phase).items if found.id == item.id)
    assert (shown.state, shown.done_by, shown.done_at) == (ItemState.DONE, "U2", at)
    assert decided.phase("evaluation").done == 1
    assert sum(phase.done for phase in decided.message("roadmap").phases) == 1
    assert f"1 of {len(decided.assessment.checklist)} done" in render(decided.message("roadmap")).text


def test_the_roadmap_stands_in_the_thread_once_and_a_second_press_shows_a_copy(decided: Room):
    assert "roadmap" not in {key for _, key in decided.messages}
    decided.do(commands.ShowRoadmapHere)
    assert [phase.number for phase in decided.message("roadmap").phases] == [1, 2, 3, 4]

    turn = decided.do(commands.ShowRoadmapHere, by="U2")
    assert [say.reply.kind for say in turn.says] == ["roadmap_copy"]
    assert decided.private[-1][0] == "U2"


def test_a_phase_opens_for_the_one_who_presses_and_closes_again_in_place(decided: Room):
    opened = decided.do(commands.OpenPhase, by="U2", phase="build")
    assert opened.says[0].is_private
    assert "*3 Build the smallest thing*" in render(decided.told()).text

    url = "https://hooks.slack.com/actions/x"
    closed = decided.do(commands.OpenPhase, by="U2", phase="", is_copy=True, response_url=url)
    assert (closed.says[0].replaces, closed.says[0].response_url) == (True, url)
    assert all(f"Open {number}" in render(decided.told()).text for number in (1, 2, 3, 4))


def test_the_messages_of_each_phase_that_an_earlier_release_posted_are_kept_current(decided: Room):
    for phase in phase_messages(decided.assessment):
        decided.messages[decided.at, f"roadmap:{phase.phase}"] = phase
    item = decided.assessment.checklist[-1]

    turn = decided.do(commands.MarkItem, by="U2", item_id=item.id, is_done=True)

    assert [say.message_key for say in turn.says] == ["roadmap:evaluation", "roadmap:watch"]
    assert decided.message("roadmap:evaluation").done == 1
    assert decided.message("roadmap:watch").items[-1].done_by == "U2"


def test_ticking_twice_changes_nothing_and_tells_the_second_who_did_it(decided: Room):
    item = decided.assessment.checklist[0]
    decided.do(commands.MarkItem, by="U1", item_id=item.id, is_done=True)
    saved = decided.assessment

    decided.do(commands.MarkItem, by="U2", item_id=item.id, is_done=True)
    assert decided.assessment == saved
    assert (decided.told().kind, decided.told().by) == ("item_told", "U1")

    told = len(decided.private)
    decided.do(commands.MarkItem, by="U1", item_id=item.id, is_done=True)
    assert len(decided.private) == told


def test_a_tick_can_be_taken_back(decided: Room):
    item = decided.assessment.checklist[0]
    decided.do(commands.MarkItem, item_id=item.id, is_done=True)
    decided.do(commands.MarkItem, item_id=item.id, is_done=False)

    assert decided.assessment.checklist[0].state is ItemState.OPEN
    assert decided.assessment.checklist[0].done_by is None


def test_a_tick_in_a_private_copy_redraws_that_copy_and_a_second_one_changes_nothing(decided: Room):
    item = decided.assessment.checklist[0]
    url = {"response_url": "https://hooks.slack.com/actions/x"}
    for by in ("U1", "U1", "U2"):
        decided.do(commands.MarkItem, by, item_id=item.id, is_done=True, is_copy=True, **url)

        said = decided.turns[-1].says[-1]
        assert (said.method, said.replaces, said.response_url) == (DeliveryMethod.RESPOND, True, url["response_url"])
        text = render(decided.told()).text
        assert " · 1 of " in text
        assert f"☑ {item.title}" in text
        assert "Done by U1" in text


def test_a_tick_in_a_copy_to_which_nothing_leads_is_told(decided: Room):
    item = decided.assessment.checklist[0]
    decided.do(commands.MarkItem, item_id=item.id, is_done=True, is_copy=True)

    assert (decided.told().kind, decided.told().state) == ("item_told", ItemState.DONE)


def test_an_item_of_another_release_is_out_of_date(decided: Room):
    decided.do(commands.MarkItem, item_id="gone", is_done=True)

    assert decided.told().trouble is Trouble.OUT_OF_DATE


def test_the_roadmap_comes_back_on_demand(decided: Room):
    decided.do(commands.ShowRoadmap)
    assert (decided.told().kind, decided.told().assessment_id) == ("roadmap_copy", decided.at)
    assert sum(len(phase.items) for phase in decided.told().phases) == len(decided.assessment.checklist)


def test_the_roadmap_of_a_channel_without_one_says_what_there_is():
    room = Room()
    room.do(commands.ShowRoadmap)
    assert room.told().trouble is Trouble.NONE_HERE

    room.start()
    room.do(commands.ShowRoadmap)
    assert room.told().trouble is Trouble.NOT_DECIDED
