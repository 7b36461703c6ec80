"""Modals and Homes: opened, pushed, replaced, closed; with Slack's rules on stacks, hashes and entered values."""

import secrets
from typing import Any

from bot.sandbox.blockkit import identify, view_faults
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import LIMITS
from bot.sandbox.records import Json, View
from bot.sandbox.state import initial_values, kept_values
from bot.sandbox.workspace import Workspace, fresh_id


def open_modal(workspace: Workspace, user: str, body: Json) -> View:
    """Open a modal for somebody, in the place of whatever they had open."""
    check(workspace, body, "modal")
    view = _new(workspace, user, body)
    workspace.modals[user] = [view]
    say_stack(workspace, user)
    return view


def push_modal(workspace: Workspace, user: str, body: Json) -> View:
    """Put a modal on top of the one that somebody has open."""
    check(workspace, body, "modal")
    stack = workspace.modals.get(user) or []
    if not stack:
        raise SlackError("not_found")
    if len(stack) >= LIMITS["view.stack"]:
        raise SlackError("push_limit_reached")
    view = _new(workspace, user, body)
    view.root_view_id, view.previous_view_id = stack[0].id, stack[-1].id
    stack.append(view)
    say_stack(workspace, user)
    return view


def update(workspace: Workspace, view: View, body: Json, hash_: str | None = None) -> View:
    """Replace a modal's content; what was entered into fields that are still there stays."""
    if hash_ and hash_ != view.hash:
        raise SlackError("hash_conflict")
    check(workspace, body, view.body["type"], replacing=view)
    view.body = identify(body)
    view.values = initial_values(view.blocks) | kept_values(view.values, view.blocks)
    view.hash = _hash(workspace)
    if view.body["type"] == "home":
        workspace.changes.say("home", {"view": view}, frozenset({view.user}))
    else:
        say_stack(workspace, view.user)
    return view


def publish(workspace: Workspace, user: str, body: Json, hash_: str | None = None) -> View:
    """Set somebody's Home."""
    if user in workspace.homes:
        return update(workspace, workspace.homes[user], body, hash_)
    if hash_:
        raise SlackError("hash_conflict")
    check(workspace, body, "home")
    view = _new(workspace, user, body)
    workspace.homes[user] = view
    workspace.changes.say("home", {"view": view}, frozenset({user}))
    return view


def close(workspace: Workspace, view: View, *, whole_stack: bool = False) -> list[View]:
    """Take a modal off its stack, with those above it, or the whole stack; gives what was closed."""
    stack = workspace.modals.get(view.user, [])
    ids = [one.id for one in stack]
    if view.id not in ids:
        return []
    at = 0 if whole_stack else ids.index(view.id)
    closed = stack[at:]
    workspace.modals[view.user] = stack[:at]
    say_stack(workspace, view.user)
    return closed


def say_stack(workspace: Workspace, user: str) -> None:
    """Tell somebody's page which modals are open."""
    workspace.changes.say("modal", {"stack": list(workspace.modals.get(user, [])), "user": user}, frozenset({user}))


def check(workspace: Workspace, body: Any, type_: str, replacing: View | None = None) -> None:
    """Refuse a view that Slack would refuse."""
    faults = view_faults(body, type_)
    if "view_too_large" in faults:
        raise SlackError("view_too_large")
    if faults:
        messages = [f"[ERROR] {fault}" for fault in faults]
        raise SlackError("invalid_arguments", response_metadata={"messages": messages})
    external = body.get("external_id")
    others = (view for stack in workspace.modals.values() for view in stack if view is not replacing)
    if external and any(view.body.get("external_id") == external for view in others):
        raise SlackError("duplicate_external_id")


def _new(workspace: Workspace, user: str, body: Json) -> View:
    view_id = fresh_id("V")
    view = View(view_id, user, identify(body), _hash(workspace), root_view_id=view_id)
    view.values = initial_values(view.blocks)
    return view


def _hash(workspace: Workspace) -> str:
    return f"{workspace.now()}.{secrets.token_hex(4)}"
