"""files.*: the upload flow in three steps, and what is known of a file."""

import base64
import mimetypes

from aiohttp import web

from bot.sandbox import events
from bot.sandbox.content import as_json
from bot.sandbox.errors import SlackError
from bot.sandbox.messages import post, slack_file
from bot.sandbox.records import Channel, File, Json, Message
from bot.sandbox.service import Service
from bot.sandbox.webapi.chat import allow_writing, place
from bot.sandbox.webapi.method import Method, required
from bot.sandbox.workspace import fresh_id

_WRITE = frozenset({"files:write"})


def upload_url(service: Service, args: Json, _request: web.Request) -> Json:
    """files.getUploadURLExternal: where to send the bytes, and the name of the file to be."""
    required(args, "filename", "length")
    name = str(args["filename"]).replace("/", "_").replace("\\", "_")
    try:
        length = int(args["length"])
    except (TypeError, ValueError):
        raise SlackError("invalid_arguments") from None
    if length < 1:
        raise SlackError("file_size_zero" if length == 0 else "invalid_arguments")
    file = File(
        fresh_id("F"), name, service.app.bot_user, service.workspace.now(), length, alt=str(args.get("alt_txt") or "")
    )
    file.mimetype = mimetypes.guess_type(name)[0] or file.mimetype
    service.workspace.files[file.id] = file
    return {"upload_url": f"{service.base_url}/upload/{file.id}", "file_id": file.id}


async def receive(service: Service, request: web.Request) -> web.Response:
    """The upload URL: takes the bytes, once, as many as were announced."""
    file = service.workspace.files.get(request.match_info["file"])
    if file is None or file.content is not None:
        return web.Response(status=404, text="This upload URL is not good any more.")
    content = await _bytes(request)
    if len(content) != file.length:
        return web.Response(status=400, text=f"{file.length} bytes were announced, {len(content)} came.")
    file.content = base64.b64encode(content).decode()
    return web.Response(text=f"OK - {file.length}")


async def hand_over(service: Service, request: web.Request) -> web.Response:
    """The address of a file's content: only with a token that may read files; all others see the sign-in page."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        may = "files:read" in service.tokens.read(token).scopes
    except SlackError:
        may = False
    if not may:
        return web.Response(text="<!DOCTYPE html><title>Sign in to the sandbox</title>", content_type="text/html")
    file = service.workspace.files.get(request.match_info["file"])
    if file is None or file.content is None:
        return web.Response(status=404, text="There is no such file.")
    return web.Response(body=base64.b64decode(file.content), content_type=file.mimetype)


def complete(service: Service, args: Json, _request: web.Request) -> Json:
    """files.completeUploadExternal: shares the files in a channel or thread, or keeps them private."""
    wanted = as_json(args.get("files"), "invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise SlackError("invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: files"]})
    files = [_finished(service, one) for one in wanted]
    if args.get("channel_id"):
        _share(service, _place(service, str(args["channel_id"])), files, args)
    return {"files": [slack_file(service.workspace, file) for file in files]}


def info(service: Service, args: Json, _request: web.Request) -> Json:
    """files.info."""
    required(args, "file")
    file = service.workspace.files.get(str(args["file"]))
    if file is None:
        raise SlackError("file_not_found")
    return {"file": slack_file(service.workspace, file)}


def _finished(service: Service, one: object) -> File:
    file = service.workspace.files.get(str(one.get("id"))) if isinstance(one, dict) else None
    if file is None or file.content is None or not isinstance(one, dict):
        raise SlackError("file_not_found")
    file.title = str(one.get("title") or file.name)
    return file


def _place(service: Service, channel_id: str) -> Channel:
    if channel_id in service.workspace.users:
        raise SlackError("channel_not_found")
    channel = place(service, channel_id)
    allow_writing(service, channel)
    return channel


def _share(service: Service, channel: Channel, files: list[File], args: Json) -> None:
    thread = str(args.get("thread_ts") or "") or None
    if thread is not None and service.workspace.find(channel.id, thread) is None:
        raise SlackError("invalid_thread_ts")
    message = Message(
        service.workspace.stamp(),
        channel.id,
        service.app.bot_user,
        str(args.get("initial_comment") or ""),
        thread_ts=thread,
        subtype="file_share",
        bot_id=service.app.bot_id,
        files=[file.id for file in files],
    )
    for file in files:
        file.shares.setdefault(channel.id, []).append(message.ts)
    post(service.workspace, message)
    events.message_posted(service, message)


async def _bytes(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    form = await request.post()
    for value in form.values():
        if isinstance(value, web.FileField):
            return value.file.read()
    return b""


METHODS = {
    "files.getUploadURLExternal": Method(upload_url, _WRITE),
    "files.completeUploadExternal": Method(complete, _WRITE),
    "files.info": Method(info, frozenset({"files:read"})),
}
