"""What people do on the page: they say, press, submit, attach, change, and move the clock."""

import base64

import pytest

from bot.sandbox.person import ANA, BEN, CHEN, GENERAL, SUPPORT, Sandbox
from tests.sandbox.conftest import Api, ListeningApp, Page
from tests.sandbox.samples import actions, button, field, modal


async def test_a_person_says_presses_and_submits(sandbox: Sandbox, api: Api, post: Page, app: ListeningApp):
    said = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "hi @ftrag"})
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions(button(value="v"), block_id="row")])
    ts = sandbox.messages(SUPPORT)[-1].ts
    pressed = await post(
        "act",
        **{
            "as": ANA,
            "message": {"channel": SUPPORT, "ts": ts},
            "block_id": "row",
            "action": {"type": "button", "action_id": "go"},
        },
    )
    trigger = sandbox.service.triggers.issue(ANA)
    await api(
        "views.open",
        trigger_id=trigger,
        view=modal(field({"type": "plain_text_input", "action_id": "t"}, block_id="n")),
    )
    view = (await sandbox.modal(ANA)).id
    missing = await post("submit", **{"as": ANA, "view_id": view, "state": {}})
    state = {"n": {"t": {"type": "plain_text_input", "value": "x"}}, "other": 5}
    taken = await post("submit", **{"as": ANA, "view_id": view, "state": state})
    late = await post("submit", **{"as": ANA, "view_id": view, "state": state})

    assert said["ok"]
    assert pressed["ok"]
    assert [p["actions"][0]["value"] for p in app.heard if p.get("type") == "block_actions"] == ["v"]
    assert missing["errors"] == {"n": "Please complete this required field."}
    assert (taken["ok"], late["error"]) == (True, "That window is closed already.")


async def test_a_refusal_is_a_sentence(post: Page):
    answer = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "/ftrag x", "thread": "1.0"})

    assert (answer["status"], answer["ok"]) == (200, False)
    assert answer["error"] == "/ftrag is not supported in threads. Sorry!"


async def test_the_home_a_shortcut_and_a_close_are_told_to_the_app(
    sandbox: Sandbox, api: Api, post: Page, app: ListeningApp
):
    said = await sandbox.say(ANA, SUPPORT, "wrong")
    assert said is not None
    await post("home", **{"as": ANA})
    await post("shortcut", **{"as": ANA, "callback_id": "log_failure", "message": {"channel": SUPPORT, "ts": said.ts}})
    trigger = sandbox.service.triggers.issue(ANA)
    await api("views.open", trigger_id=trigger, view=modal(notify_on_close=True))
    await post("close", **{"as": ANA, "view_id": (await sandbox.modal(ANA)).id})
    await sandbox.delivered()

    kinds = [payload.get("event", payload)["type"] for payload in app.heard]
    assert sorted(kinds) == ["app_home_opened", "message", "message_action", "view_closed"]


async def test_the_page_invites_removes_archives_and_redelivers(sandbox: Sandbox, post: Page, app: ListeningApp):
    nothing = await post("redeliver")
    answers = [await post(path, channel=GENERAL) for path in ("invite", "kick", "archive")]
    undone = await post("archive", channel=GENERAL, undo=True)
    again = await post("redeliver")
    await sandbox.delivered()

    assert nothing["error"] == "No event was sent yet."
    assert all(answer["ok"] for answer in (*answers, undone, again))
    assert app.requests[-1][0]["x-slack-retry-num"] == "1"


async def test_a_channel_is_read_when_the_page_says_so(sandbox: Sandbox, api: Api, post: Page):
    await api("chat.postMessage", channel=SUPPORT, text="x")
    await post("read", **{"as": CHEN, "channel": SUPPORT})

    assert sandbox.workspace.unread(SUPPORT, CHEN) == 0


async def test_faults_are_scripted_and_cleared(api: Api, post: Page):
    scripted = await post("faults", method="auth.test", fault="503", times=3)
    cleared = await post("faults", clear=True)

    assert (scripted["fault"], cleared["fault"]) == ("auth.test: 503 x3", None)
    assert (await api("auth.test"))["ok"]


@pytest.mark.parametrize(
    ("advance", "label"), [("day", "Mon, Nov 23"), ("month", "Tue, Dec 22"), (3600 * 24 * 9, "Tue, Dec 1")]
)
async def test_the_clock_is_moved_by_a_day_a_month_or_seconds(get: Page, post: Page, advance, label):
    await post("clock", advance=advance)

    assert (await get("state", **{"as": ANA}))["clock"]["label"] == label


async def test_a_person_changes_and_takes_back_what_they_wrote_and_nobody_elses(
    sandbox: Sandbox, app: ListeningApp, post: Page
):
    ts = (await post("say", **{"as": ANA}, channel=SUPPORT, text="monthly"))["ts"]
    named = {"channel": SUPPORT, "ts": ts}

    not_ben = await post("rewrite", **{"as": BEN}, message=named, text="never")
    empty = await post("rewrite", **{"as": ANA}, message=named, text=" ")
    changed = await post("rewrite", **{"as": ANA}, message=named, text="@ftrag weekly")
    stands = sandbox.workspace.find(SUPPORT, ts)
    words = stands and stands.text
    gone = await post("take-back", **{"as": ANA}, message=named)
    again = await post("take-back", **{"as": ANA}, message=named)

    assert not_ben["error"] == "Only who wrote a message can change it."
    assert empty["error"] == "There is nothing to send. To take the message away, delete it."
    assert (changed["ok"], words) == (True, "<@U0FTRAG> weekly")
    assert (gone["ok"], again["error"]) == (True, "That message is gone.")
    await sandbox.delivered()
    events = [payload["event"] for payload in app.heard]
    heard = [event["subtype"] for event in events if "subtype" in event]
    assert heard == ["message_changed", "message_deleted"]


async def test_only_whoever_serves_the_sandbox_can_start_it_over(sandbox: Sandbox, get: Page, post: Page):
    alone = await post("start-over")
    calls: list[str] = []
    sandbox.service.start_over = lambda: calls.append("anew")
    done = await post("start-over")

    assert alone["error"].startswith("This sandbox cannot be started over from here")
    assert (done["ok"], calls) == (True, ["anew"])
    assert (await get("state", **{"as": ANA}))["app"]["can_start_over"]


async def test_files_are_attached_to_what_is_said_and_the_app_hears_of_them(
    sandbox: Sandbox, post: Page, app: ListeningApp
):
    file = {"name": "nightly.csv", "content": base64.b64encode(b"task,result").decode()}
    said = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "@ftrag", "files": [file]})
    odd = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "x", "files": [{"name": "x", "content": "%"}]})

    assert said["ok"]
    assert "base64" in odd["error"]
    await sandbox.wait_for(lambda: len(app.heard) == 2, "both events")
    assert {one["event"]["type"] for one in app.heard} == {"app_mention", "message"}
    assert all(one["event"]["files"][0]["name"] == "nightly.csv" for one in app.heard)
