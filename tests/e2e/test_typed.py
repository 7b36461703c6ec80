"""Typed lines as signed events through the real app: what is stored and said is what `ftrag hear` says."""

import pytest

from bot.sandbox.person import ANA, BEN, SUPPORT
from rules.hearing import hear, line
from storage.records import Assessment, Tenant
from tests.e2e.office import Office

TENANT = Tenant(team="T0SANDBOX")


async def stored(office: Office) -> Assessment:
    """The assessment as it stands in the database."""
    assert office.bot is not None
    found = await office.bot.engine.storage.assessments.find_by_name(TENANT, SUPPORT, "Support copilot")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("mostly they look things up", "Change"),
        ("facts, and it cant leave our own data center", "Not so"),
        ("gpt keeps making up order numbers", "Not so"),
        ("purple monkey", "press an option, or reword it"),
        ("can I skip this one", "not sure yet"),
        ("why do you ask?", "Facts are best fetched"),
        ("wir wissen das nicht", "German"),
    ],
)
async def test_a_typed_line_is_stored_and_answered_as_the_ear_hears_it(office: Office, text: str, shows: str):
    parent = await office.begin()
    await office.open_question(parent)
    before = await stored(office)
    heard = hear(line(text, before.asking, {}, mention=True))

    await office.sandbox.say(BEN, SUPPORT, f"@ftrag {text}", thread=parent.ts)

    await office.sandbox.message(SUPPORT, shows, thread=parent.ts, as_user=BEN)
    after = await stored(office)
    is_skip = heard.control is not None and heard.control.word == "skip"
    expected = {before.asking: None} if is_skip else dict(heard.saves)
    assert {fact: answer.value for fact, answer in after.answers.items()} == expected


async def test_people_who_talk_to_each_other_are_left_alone(office: Office):
    parent = await office.begin()
    await office.open_question(parent)
    seen = len(office.sandbox.messages(SUPPORT, thread=parent.ts))

    for text in ("can you book the room and send the invite?", "see you on monday", "same here haha"):
        await office.sandbox.say(BEN, SUPPORT, text, thread=parent.ts)
    await office.sandbox.say(ANA, SUPPORT, "@ftrag facts", thread=parent.ts)
    await office.sandbox.message(SUPPORT, "Change", thread=parent.ts)

    lines = office.sandbox.messages(SUPPORT, thread=parent.ts)
    assert len([message for message in lines if message.user == office.sandbox.app.bot_user]) == seen - 1 + 1
    assert set((await stored(office)).answers) == {"need"}


async def test_the_figures_say_how_many_lines_of_which_kind_were_not_understood(office: Office):
    parent = await office.begin()
    await office.open_question(parent)

    await office.sandbox.say(BEN, SUPPORT, "@ftrag purple monkey", thread=parent.ts)
    await office.sandbox.message(SUPPORT, "press an option, or reword it", thread=parent.ts, as_user=BEN)

    assert office.bot is not None
    assert 'ftrag_unheard_total{what="unclear"} 1' in await office.bot.engine.health.metrics()
