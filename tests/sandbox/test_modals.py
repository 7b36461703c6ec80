"""Modals and Homes: triggers, stacks, hashes, what was entered, and what the app answers to a submit."""

from datetime import timedelta

import pytest
from aiohttp import web

from bot.sandbox.errors import Refused
from bot.sandbox.interactions import act_on_view
from bot.sandbox.person import ANA, BEN, SUPPORT, Sandbox
from bot.sandbox.records import View
from tests.sandbox.conftest import Api, ListeningApp
from tests.sandbox.samples import actions, button, field, home, modal, options, plain, section

NAME = field(block_id="name", label="Name")
TEXT = {"type": "plain_text_input", "action_id": "text"}


def trigger(sandbox: Sandbox, view: View | None = None) -> str:
    return sandbox.service.triggers.issue(ANA, view.id if view else None)


async def opened(sandbox: Sandbox, api: Api, *blocks, **more) -> View:
    assert (await api("views.open", trigger_id=trigger(sandbox), view=modal(*blocks, **more)))["ok"]
    return await sandbox.modal(ANA)


async def test_a_trigger_opens_one_modal_for_the_one_who_pressed(sandbox: Sandbox, api: Api):
    trigger_id = trigger(sandbox)

    body = await api("views.open", trigger_id=trigger_id, view=modal(NAME, callback_id="start"))
    again = await api("views.open", trigger_id=trigger_id, view=modal(NAME))

    assert body["view"]["state"]["values"]["name"]
    assert [v.id for v in sandbox.modals(ANA)] == [body["view"]["id"]]
    assert sandbox.modals(BEN) == []
    assert again["error"] == "exchanged_trigger_id"


async def test_a_trigger_lasts_three_seconds(sandbox: Sandbox, api: Api):
    in_time, late = trigger(sandbox), trigger(sandbox)
    sandbox.advance(timedelta(seconds=3))
    assert (await api("views.open", trigger_id=in_time, view=modal()))["ok"]
    sandbox.advance(timedelta(seconds=0.1))

    assert (await api("views.open", trigger_id=late, view=modal()))["error"] == "expired_trigger_id"
    assert (await api("views.open", trigger_id="1.2.x", view=modal()))["error"] == "invalid_trigger_id"


async def test_a_modal_that_slack_refuses_says_why_and_spends_no_trigger(sandbox: Sandbox, api: Api):
    trigger_id = trigger(sandbox)

    body = await api("views.open", trigger_id=trigger_id, view=modal(title=plain("x" * 25)))

    assert body["error"] == "invalid_arguments"
    assert "json-pointer:/view/title" in body["response_metadata"]["messages"][0]
    assert (await api("views.open", trigger_id=trigger_id, view=modal()))["ok"]


async def test_a_view_too_large_has_its_own_error(sandbox: Sandbox, api: Api):
    view = modal(*[section("x" * 3000) for _ in range(90)])

    assert (await api("views.open", trigger_id=trigger(sandbox), view=view))["error"] == "view_too_large"


async def test_three_modals_stand_on_each_other_and_no_fourth(sandbox: Sandbox, api: Api):
    view = await opened(sandbox, api)

    bodies = [await api("views.push", trigger_id=trigger(sandbox, view), view=modal()) for _ in range(3)]

    assert [body.get("error") for body in bodies] == [None, None, "push_limit_reached"]
    assert bodies[1]["view"]["root_view_id"] == view.id
    assert bodies[1]["view"]["previous_view_id"] == bodies[0]["view"]["id"]


async def test_a_push_needs_a_trigger_out_of_a_modal(sandbox: Sandbox, api: Api):
    await opened(sandbox, api)

    assert (await api("views.push", trigger_id=trigger(sandbox), view=modal()))["error"] == "invalid_trigger_id"


async def test_an_update_with_an_old_hash_is_a_conflict(sandbox: Sandbox, api: Api):
    view = await opened(sandbox, api)
    old = view.hash

    first = await api("views.update", view_id=view.id, view=modal(title=plain("New")), hash=old)
    second = await api("views.update", view_id=view.id, view=modal(), hash=old)

    assert first["view"]["title"]["text"] == "New"
    assert second["error"] == "hash_conflict"
    assert (await api("views.update", view_id="V0X", view=modal()))["error"] == "not_found"


async def test_an_external_id_names_one_modal(sandbox: Sandbox, api: Api):
    await opened(sandbox, api, external_id="mine")
    sandbox.workspace.modals[BEN] = []

    updated = await api("views.update", external_id="mine", view=modal(external_id="mine"))
    taken = await api("views.open", trigger_id=sandbox.service.triggers.issue(BEN), view=modal(external_id="mine"))

    assert updated["ok"]
    assert taken["error"] == "duplicate_external_id"


async def test_what_was_entered_survives_an_update_where_its_field_does(sandbox: Sandbox, api: Api, app: ListeningApp):
    kept, gone = field(TEXT, "Kept", block_id="kept"), field(TEXT, "Gone", block_id="gone")
    view = await opened(sandbox, api, kept, gone, actions(button("More", "more"), block_id="row"))
    typed = {"text": {"type": "plain_text_input", "value": "typed"}}
    more = {"type": "button", "action_id": "more"}
    await act_on_view(sandbox.service, view, "row", more, {"kept": typed, "gone": typed, "never there": typed})

    await api("views.update", view_id=view.id, view=modal(kept))

    assert app.heard[-1]["view"]["state"]["values"] == {"kept": typed, "gone": typed}
    assert sandbox.modals(ANA)[0].values == {"kept": typed}


async def test_a_submit_carries_everything_entered(sandbox: Sandbox, api: Api, app: ListeningApp):
    pick = field({"type": "static_select", "action_id": "pick", "options": options(3)}, "Which")
    tick = field({"type": "checkboxes", "action_id": "tick", "options": options(3)}, "Those", block_id="those")
    when = field({"type": "datepicker", "action_id": "day"}, "When", optional=True)
    view = await opened(sandbox, api, field(TEXT, "Name"), pick, tick, when, private_metadata="p", callback_id="save")

    outcome = await sandbox.submit(
        ANA, view, {"Name": "a <b> & c", "pick": "Option 1", "those": ["Option 0", "2"], "When": "2026-12-01"}
    )

    sent = app.heard[-1]
    entered = {action: value for block in sent["view"]["state"]["values"].values() for action, value in block.items()}
    assert (outcome.errors, outcome.error, sandbox.modals(ANA)) == ({}, None, [])
    assert (sent["type"], sent["view"]["private_metadata"], sent["view"]["callback_id"]) == (
        "view_submission",
        "p",
        "save",
    )
    assert entered["text"]["value"] == "a <b> & c"
    assert entered["pick"]["selected_option"]["value"] == "1"
    assert [o["value"] for o in entered["tick"]["selected_options"]] == ["0", "2"]
    assert entered["day"]["selected_date"] == "2026-12-01"


async def test_the_client_itself_asks_for_required_fields_and_lengths(sandbox: Sandbox, api: Api, app: ListeningApp):
    short = field({**TEXT, "min_length": 3, "max_length": 5}, "Short", block_id="short")
    view = await opened(sandbox, api, NAME, short, field(label="Free", optional=True))

    empty = await sandbox.submit(ANA, view)
    long = await sandbox.submit(ANA, view, {"Name": "x", "Short": "x" * 6})
    brief = await sandbox.submit(ANA, view, {"Short": "x"})

    assert set(empty.errors) == {"name", "short"}
    assert "5 characters or fewer" in long.errors["short"]
    assert "at least 3" in brief.errors["short"]
    assert app.requests == []


async def test_errors_of_the_app_keep_the_modal_open(sandbox: Sandbox, api: Api, app: ListeningApp):
    view = await opened(sandbox, api, NAME)
    app.says({"response_action": "errors", "errors": {"name": "Taken."}})

    outcome = await sandbox.submit(ANA, view, {"Name": "x"})

    assert outcome.errors == {"name": "Taken."}
    assert sandbox.modals(ANA) == [view]


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({"response_action": "update", "view": modal(title=plain("Next"))}, ["Next"]),
        ({"response_action": "push", "view": modal(title=plain("Next"))}, ["Title", "Next"]),
        ({"response_action": "clear"}, []),
    ],
)
async def test_the_app_says_what_becomes_of_the_modal(sandbox: Sandbox, api: Api, app: ListeningApp, answer, titles):
    view = await opened(sandbox, api, NAME)
    app.says(answer)

    await sandbox.submit(ANA, view, {"Name": "x"})

    assert [one.body["title"]["text"] for one in sandbox.modals(ANA)] == titles


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"elsewhere": "x"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": {"type": "modal"}},
        {"response_action": "explode"},
    ],
)
async def test_an_answer_that_slack_does_not_take_is_trouble_connecting(sandbox: Sandbox, api: Api, app, answer):
    view = await opened(sandbox, api, NAME)
    app.says(answer)

    outcome = await sandbox.submit(ANA, view, {"Name": "x"})

    assert "trouble connecting" in str(outcome.error)
    assert sandbox.modals(ANA) == [view]


async def test_an_app_that_answers_500_or_not_at_all_is_trouble_connecting(
    sandbox: Sandbox, api: Api, app: ListeningApp
):
    view = await opened(sandbox, api, NAME)
    app.says({}, status=500)
    failed = await sandbox.submit(ANA, view, {"Name": "x"})
    sandbox.service.courier.patience = 0.05

    async def never(_payload) -> web.StreamResponse:
        await sandbox.service.closing.wait()
        return web.Response()

    app.answer = never
    late = await sandbox.submit(ANA, view, {"Name": "x"})

    assert failed.error == late.error == "We had some trouble connecting. Try again?"


async def test_closing_is_told_where_the_modal_asks_for_it(sandbox: Sandbox, api: Api, app: ListeningApp):
    view = await opened(sandbox, api, notify_on_close=True)
    await api("views.push", trigger_id=trigger(sandbox, view), view=modal())

    await sandbox.close(view)

    assert [(p["type"], p["is_cleared"]) for p in app.heard] == [("view_closed", False)]
    assert sandbox.modals(ANA) == []


async def test_a_submit_of_a_closed_or_foreign_modal_is_refused(sandbox: Sandbox, api: Api):
    view = await opened(sandbox, api)
    with pytest.raises(Refused):
        await sandbox.submit(BEN, view)
    await sandbox.close(view)

    with pytest.raises(Refused):
        await sandbox.submit(ANA, view)


async def test_a_home_is_published_for_one_and_replaced_whole(sandbox: Sandbox, api: Api):
    first = await api("views.publish", user_id=ANA, view=home(section("one")))
    stale = await api("views.publish", user_id=ANA, view=home(), hash="1.x")
    second = await api("views.publish", user_id=ANA, view=home(section("two")), hash=first["view"]["hash"])

    shown = sandbox.home(ANA)
    assert shown is not None
    assert "two" in sandbox.words(shown)
    assert sandbox.home(BEN) is None
    assert stale["error"] == "hash_conflict"
    assert second["view"]["id"] == first["view"]["id"]


async def test_a_home_without_its_tab_or_its_person_is_refused(sandbox: Sandbox, api: Api):
    assert (await api("views.publish", user_id="U0FTRAG", view=home()))["error"] == "invalid_arguments"
    assert (await api("views.publish", user_id=ANA, view=modal()))["error"] == "invalid_arguments"
    sandbox.app.home_enabled = False

    assert (await api("views.publish", user_id=ANA, view=home()))["error"] == "not_enabled"
    with pytest.raises(Refused):
        sandbox.open_home(ANA)


async def test_a_control_of_the_home_names_the_view(sandbox: Sandbox, api: Api, app: ListeningApp):
    await api("views.publish", user_id=ANA, view=home(actions(button("Start", "start", value="v"))))
    shown = sandbox.home(ANA)
    assert shown is not None

    await sandbox.click(ANA, shown, "Start")

    sent = app.heard[-1]
    assert sent["container"] == {"type": "view", "view_id": shown.id}
    assert (sent["view"]["type"], sent["actions"][0]["value"]) == ("home", "v")
    assert "response_url" not in sent


async def test_looking_at_the_home_tells_the_app_with_what_it_shows(sandbox: Sandbox, api: Api, app: ListeningApp):
    sandbox.open_home(ANA)
    await api("views.publish", user_id=ANA, view=home(section("mine")))
    sandbox.open_home(ANA)
    await sandbox.delivered()

    first, second = (payload["event"] for payload in app.heard)
    assert (first["type"], first["tab"], first["user"], first["channel"]) == ("app_home_opened", "home", ANA, "D0ANA")
    assert "view" not in first
    assert second["view"]["blocks"][0]["text"]["text"] == "mine"


async def test_a_message_opens_a_modal_by_its_shortcut(sandbox: Sandbox, api: Api, app: ListeningApp):
    said = await sandbox.say(BEN, SUPPORT, "it was wrong")
    await sandbox.shortcut(ANA, "log_failure", said)

    sent = app.heard[-1]
    assert (sent["type"], sent["callback_id"], sent["message"]["text"]) == (
        "message_action",
        "log_failure",
        "it was wrong",
    )
    assert (await api("views.open", trigger_id=sent["trigger_id"], view=modal()))["ok"]
    with pytest.raises(Refused):
        await sandbox.shortcut(ANA, "log_failure")
