"""The page's live news: Server-Sent Events, one stream a page, each told what its person may see."""

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.sandbox.changes import Change
from bot.sandbox.records import Channel, Json, Message, View
from bot.sandbox.service import Service
from bot.sandbox.shapes import page_channel, page_message, page_view

_HEARTBEAT = 15.0
_MOST_WAITING = 2_000


async def serve(service: Service, request: web.Request, user: str) -> web.StreamResponse:
    """Tell one page of every change until it goes away or the sandbox ends."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    waiting: asyncio.Queue[Change] = asyncio.Queue(_MOST_WAITING)

    def hear(change: Change) -> None:
        if change.is_seen_by(user) and not waiting.full():
            waiting.put_nowait(change)

    forget = service.workspace.changes.listen(hear)
    try:
        await response.prepare(request)
        await response.write(b": here\n\n")
        await _tell(service, response, waiting, user)
    except ConnectionError:
        pass  # the page has gone; there is nobody left to tell
    finally:
        forget()
    return response


async def _tell(service: Service, response: web.StreamResponse, waiting: asyncio.Queue[Change], user: str) -> None:
    closing = asyncio.create_task(service.closing.wait())
    following = asyncio.create_task(waiting.get())
    try:
        while not closing.done() and not waiting.full():  # a page that fell so far behind starts anew
            await asyncio.wait({following, closing}, timeout=_HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
            if following.done():
                said = json.dumps(as_page(service, following.result(), user))
                following = asyncio.create_task(waiting.get())
                await response.write(f"data: {said}\n\n".encode())
            else:
                await response.write(b": still here\n\n")
    finally:  # also where whoever reads the page has gone: nobody else would end what waits for it
        following.cancel()
        closing.cancel()


def as_page(service: Service, change: Change, user: str) -> Json:
    """A change in the page's words, as this person sees it."""
    return {"type": change.type, **{name: _shown(service, value, user) for name, value in change.data.items()}}


def _shown(service: Service, value: Any, user: str) -> Any:
    match value:
        case Message():
            return page_message(service, value)
        case View():
            return page_view(service, value)
        case Channel():
            return page_channel(service, value, user)
        case list():
            return [_shown(service, item, user) for item in value]
        case _:
            return value
