"""What the bot asked back is answered in words, through the real app."""

from bot.sandbox.person import ANA, SUPPORT
from tests.e2e.office import COPILOT, Office


async def test_a_yes_to_what_was_asked_back_is_written_down_also_by_the_next_process(any_office: Office):
    office = any_office
    parent = await office.begin()
    await office.interview(parent, COPILOT)
    await office.sandbox.say(ANA, SUPPORT, "@ftrag wrong ones can end in court, so legal", thread=parent.ts)
    await office.sandbox.ephemeral(ANA, "Nothing is written down until you choose")

    await office.restart()
    await office.sandbox.say(ANA, SUPPORT, "@ftrag yes, harm", thread=parent.ts)

    answered = await office.sandbox.message(SUPPORT, "Cost of a wrong answer", thread=parent.ts)
    assert "legal, health or safety harm" in office.sandbox.words(answered)
