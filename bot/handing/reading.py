"""Reads a file in a process of its own, two at a time, and never for longer than a person would wait."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.results.summary import GoldenNames, Summary
from bot.results.values import Refused

MOST_AT_ONCE = 2
"""Each takes a core for seconds; whoever comes third waits for one of them."""
LONGEST = 120.0
"""Seconds."""
ReadApart = Callable[[Path, GoldenNames], Awaitable[Summary]]
_TOO_LONG = "The file took longer to read than I give one file: export fewer tasks, or leave the traces out."
_BROKE = "The file could not be read on my side. Try it once more; if it stays so, tell whoever runs ftrag."


class Reader:
    """Reads files apart from the event loop."""

    def __init__(self, *, most: int = MOST_AT_ONCE, longest: float = LONGEST) -> None:
        self._turns = asyncio.Semaphore(most)
        self._longest = longest

    async def __call__(self, path: Path, names: GoldenNames) -> Summary:
        """What the file says. Raises Refused with one sentence."""
        async with self._turns:
            answer = await self._answer(path, names)
        try:
            said = json.loads(answer)
            if "summary" in said:
                return Summary.model_validate(said["summary"])
        except ValueError:
            raise Refused(_BROKE) from None
        raise Refused(str(said["refused"]))

    async def _answer(self, path: Path, names: GoldenNames) -> bytes:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.results.apart",
            str(path),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
        )
        try:
            async with asyncio.timeout(self._longest):
                answer, _ = await process.communicate(names.model_dump_json().encode())
        except TimeoutError:
            raise Refused(_TOO_LONG) from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return answer
