"""The process around the drawing: one picture at a time, within a time limit, never on the event loop.

A process of its own and not a thread: matplotlib would take 60 MB of the bot's memory for good, and a long call in it
would hold up every click. The process is given nothing but the plan: no tokens, no environment.
"""

import asyncio
import json
import sys
import warnings
from asyncio.subprocess import PIPE, Process
from dataclasses import asdict
from pathlib import Path

import bot
from bot.pictures.plans import Plan

TIME_LIMIT = 20.0
_ROOT = Path(bot.__file__).parent.parent
_COMMAND = (sys.executable, "-X", "utf8", "-m", "bot.pictures")
_PNG = b"\x89PNG"


class PictureError(RuntimeError):
    """The picture could not be drawn. The words that go with it say the same."""


class Drawer:
    """Draws one picture after the other: reviews of many channels fall due in the same minute."""

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._one_at_a_time = asyncio.Semaphore(1)
        self._time_limit = time_limit

    async def draw(self, plan: Plan) -> bytes:
        """The picture as PNG. Raises PictureError."""
        async with self._one_at_a_time:
            process = await asyncio.create_subprocess_exec(
                *_COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=_ROOT, env=_environment()
            )
            try:
                return await self._picture(process, json.dumps(asdict(plan)).encode())
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.communicate()  # its pipes are closed as well

    async def _picture(self, process: Process, plan: bytes) -> bytes:
        try:
            async with asyncio.timeout(self._time_limit):
                out, errors = await process.communicate(plan)
        except TimeoutError:
            raise PictureError(f"it took longer than {self._time_limit:g} s") from None
        if process.returncode != 0 or not out.startswith(_PNG):
            raise PictureError(errors.decode(errors="replace").strip().rpartition("\n")[2][:300])
        return out


def draw_here(plan: Plan) -> bytes:
    """The same in this process, for a command line that has no event loop to keep free. Raises PictureError."""
    try:
        from bot.pictures.__main__ import draw  # noqa: PLC0415 - it brings matplotlib along

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # as in the drawing process
            return draw(json.loads(json.dumps(asdict(plan))))
    except Exception as error:  # noqa: BLE001 - whatever ails the library, the page comes without its picture
        raise PictureError(f"{type(error).__name__}: {error}"[:300]) from None


def _environment() -> dict[str, str]:
    return {"MPLBACKEND": "agg", "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
