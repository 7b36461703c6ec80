"""What people press, submit and close; what the app answers; and what the client shows of it."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import events, views
from bot.sandbox.courier import Answer
from bot.sandbox.errors import Refused, SlackError
from bot.sandbox.records import Json, Message, View
from bot.sandbox.service import Service
from bot.sandbox.state import find_element, initial_values, input_errors, kept_values, merged

_SENT_ALONG = ("text", "value", "style", "placeholder")
_ENTERED = (
    "value",
    "selected_option",
    "selected_options",
    "selected_user",
    "selected_users",
    "selected_channel",
    "selected_channels",
    "selected_conversation",
    "selected_conversations",
    "selected_date",
    "selected_time",
    "selected_date_time",
    "rich_text_value",
    "files",
)


@dataclass
class Outcome:
    """What came of a submit: `errors` by block id keep the modal open, `error` is a sentence for the person."""

    errors: dict[str, str] = field(default_factory=dict)
    error: str | None = None


async def act_on_message(
    service: Service, user: str, message: Message, block_id: str, action: Json, *, state: Any = None
) -> str | None:
    """A control of a message was used. Gives the error that the client shows, if the app did not take it."""
    blocks = message.blocks or []
    key = (user, message.channel, message.ts)
    before = initial_values(blocks) | kept_values(service.entered.get(key, {}), blocks)
    values = merged(before, _as_state(state), blocks)
    service.entered[key] = values
    response = service.responses.issue(message.channel, user, thread_ts=message.thread_ts, source_ts=message.ts)
    payload = service.payloads.message_action(
        user,
        message,
        [_action(service, blocks, block_id, action)],
        values,
        trigger_id=service.triggers.issue(user),
        response_url=f"{service.base_url}/response/{response}",
    )
    where: Json = {"message": {"channel": message.channel, "ts": message.ts}}
    return await _send_action(service, user, payload, where | _which(block_id, action))


async def act_on_view(service: Service, view: View, block_id: str, action: Json, state: Any) -> str | None:
    """A control of a modal or of the Home was used."""
    view.values = merged(view.values, _as_state(state), view.blocks)
    actions = [_action(service, view.blocks, block_id, action)]
    payload = service.payloads.view_action(view, actions, trigger_id=service.triggers.issue(view.user, view.id))
    return await _send_action(service, view.user, payload, {"view_id": view.id, **_which(block_id, action)})


async def submit(service: Service, view: View, state: Any) -> Outcome:
    """A modal is submitted: the client's own checks first, then the app's."""
    view.values = merged(view.values, _as_state(state), view.blocks)
    errors = input_errors(view.blocks, view.values)
    if errors:
        return Outcome(errors)
    payload = service.payloads.submission(view, trigger_id=service.triggers.issue(view.user, view.id))
    answer = await service.courier.send("interactive", payload)
    if answer.error is not None:
        return Outcome(error="We had some trouble connecting. Try again?")
    try:
        return _follow(service, view, answer.body)
    except SlackError as error:
        return Outcome(error=f"We had some trouble connecting. Try again? ({error.code})")


async def close(service: Service, view: View, *, whole_stack: bool = False) -> None:
    """A modal is closed by its Cancel, its cross, or Escape."""
    is_cleared = whole_stack or bool(view.body.get("clear_on_close"))
    for closed in reversed(views.close(service.workspace, view, whole_stack=is_cleared)):
        if closed.body.get("notify_on_close"):
            await service.courier.send("interactive", service.payloads.closed(closed, is_cleared=is_cleared))


async def shortcut(service: Service, user: str, callback_id: str, message: Message | None) -> str | None:
    """A shortcut was chosen, from the menu of a message or of the composer."""
    known = service.app.shortcut(callback_id)
    if known is None or (known["type"] == "message") != (message is not None):
        raise Refused("There is no such shortcut here.")
    trigger = service.triggers.issue(user)
    if message is None:
        payload = service.payloads.global_shortcut(user, callback_id, trigger_id=trigger)
    else:
        response = service.responses.issue(message.channel, user, thread_ts=message.thread_ts, source_ts=message.ts)
        url = f"{service.base_url}/response/{response}"
        payload = service.payloads.message_shortcut(user, callback_id, message, trigger_id=trigger, response_url=url)
    answer = await service.courier.send("interactive", payload)
    return _told(service, user, answer)


def open_home(service: Service, user: str, tab: str = "home") -> None:
    """Somebody looks at the app's Home, or at their messages with it."""
    if tab == "home" and not service.app.home_enabled:
        raise Refused(f"{service.app.name} has no Home.")
    events.home_opened(service, user, tab)


async def _send_action(service: Service, user: str, payload: Json, where: Json) -> str | None:
    only = frozenset({user})
    service.workspace.changes.say("busy", where | {"done": False}, only)
    answer = await service.courier.send("interactive", payload)
    service.workspace.changes.say("busy", where | {"done": True}, only)
    return _told(service, user, answer)


def _told(service: Service, user: str, answer: Answer) -> str | None:
    if answer.error is None:
        return None
    did_not = "did not answer in 3 seconds" if answer.error == "operation_timeout" else "did not take it"
    service.toast(user, f"{service.app.name} {did_not}: {answer.error}")
    return answer.error


def _action(service: Service, blocks: list[Json], block_id: str, action: Json) -> Json:
    element = find_element(blocks, block_id, str(action.get("action_id"))) or {}
    sent = {name: element[name] for name in _SENT_ALONG if name in element}
    sent |= {name: action[name] for name in _ENTERED if action.get(name) is not None or name in action}
    named = {"type": action.get("type") or element.get("type"), "action_id": action.get("action_id")}
    return {**named, "block_id": block_id, **sent, "action_ts": service.workspace.stamp()}


def _which(block_id: str, action: Json) -> Json:
    return {"block_id": block_id, "action_id": action.get("action_id")}


def _as_state(state: Any) -> dict[str, Json]:
    if not isinstance(state, dict):
        return {}
    return {block: entered for block, entered in state.items() if isinstance(entered, dict)}


def _follow(service: Service, view: View, body: Any) -> Outcome:
    """Do what the app's response_action says; without one the modal closes."""
    said = body if isinstance(body, dict) else {}
    workspace = service.workspace
    match said.get("response_action"):
        case None:
            views.close(workspace, view)
        case "clear":
            views.close(workspace, view, whole_stack=True)
        case "update":
            views.update(workspace, view, said.get("view") or {})
        case "push":
            views.push_modal(workspace, view.user, said.get("view") or {})
        case "errors":
            return _errors(view, said.get("errors"))
        case _:
            raise SlackError("unknown_response_action")
    return Outcome()


def _errors(view: View, errors: Any) -> Outcome:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise SlackError("errors_without_inputs")
    return Outcome({block: str(text) for block, text in errors.items()})
