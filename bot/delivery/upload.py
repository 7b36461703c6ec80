"""A file into a thread: ask for an address, send the bytes there, then complete it, which is what posts it.

Only the last of the three steps shows anything to people; until then a try that fails has done nothing.
"""

from bot.delivery.content import File
from bot.delivery.wire import SlackAnswer, Wire
from storage.records import MessageRef

_NOT_POSTED = frozenset({"timeout", "cut", "not_json", "no_error_given", "internal_error", "fatal_error"})


async def upload(wire: Wire, token: str, file: File, *, channel: str, under: MessageRef | None) -> SlackAnswer:
    """Put the file there; for a person, into their direct message. The answer is that of the step at which it ended."""
    if channel.startswith(("U", "W")):
        opened = await wire.call("conversations.open", token, {"users": channel})
        channel = opened.text("channel", "id") or ""
        if not channel:
            return _without_doubt(opened)
    asked = {"filename": file.name, "length": str(len(file.content)), "alt_txt": file.alt_text or None}
    place = await wire.call("files.getUploadURLExternal", token, asked)
    if not place.ok:
        return _without_doubt(place)
    file_id, address = place.text("file_id"), place.text("upload_url")
    if not file_id or not address:
        return SlackAnswer(ok=False, error="unreachable")
    sent = await wire.upload(address, file.content)
    if not sent.ok:
        return _without_doubt(sent)
    completed = {
        "files": [{"id": file_id, "title": file.title}],
        "channel_id": channel,
        "thread_ts": under.ts if under else None,
        "initial_comment": file.comment or None,
    }
    return await wire.call("files.completeUploadExternal", token, completed)


def _without_doubt(answer: SlackAnswer) -> SlackAnswer:
    """An early step whose outcome is not known has posted nothing: it may simply be tried again."""
    unsure = answer.error in _NOT_POSTED or answer.error.startswith("http_5")
    return SlackAnswer(ok=False, error="unreachable") if unsure else answer
