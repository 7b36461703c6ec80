"""`ftrag results FILE`: what an evaluation tool's result file says, without Slack and without a database.

Prints JSON; what cannot be read ends with status 2 and one sentence. Contract: framework, section 8. With --feature it
is handed to the bot instead (bot.cli.handing_over).
"""

import argparse
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bot.results.formats import NAMES, read_results
from bot.results.values import Refused, Results, Task, Verdict

_LARGEST = 64 * 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", help="the result file; - is standard input")
    parser.add_argument("--as", dest="wanted", metavar="FORMAT", choices=NAMES, help=f"one of {', '.join(NAMES)}")
    parser.add_argument("--qrels", metavar="FILE", help="for a retrieval run: the right documents of each question")
    parser.add_argument("--feature", metavar="NAME", help="hand the results to the bot, for this feature")
    parser.add_argument("--channel", metavar="C…", default="", help="the channel of the feature")
    parser.add_argument("--team", metavar="T…", default="", help="the workspace of the feature")
    parser.add_argument("--enterprise", metavar="E…", default="", help="not needed: the workspace's id is enough")


def run(arguments: argparse.Namespace) -> int:
    """Read the file and print what it says; 2 where it cannot be read, 1 where it cannot be handed over."""
    if arguments.feature and not (arguments.channel and arguments.team):
        sys.stderr.write("With --feature, --channel and --team say where the feature is: name both.\n")
        return 2
    try:
        with _opened(arguments.file) as stream:
            if arguments.qrels:
                with _opened(arguments.qrels) as qrels:
                    results = read_results(stream, wanted=arguments.wanted, qrels=qrels)
            else:
                results = read_results(stream, wanted=arguments.wanted)
            if arguments.feature:
                return _handed_over(arguments, results, stream)
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    for piece in printed(results):
        sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
    return 0


def _handed_over(arguments: argparse.Namespace, results: Results, stream: BinaryIO) -> int:
    import asyncio

    from bot.cli.handing_over import Feature, NotHandedOver, handed_over
    from bot.results.summary import digest_of
    from bot.runtime.clock import SystemClock
    from bot.setup.settings import SettingsError, read_settings
    from storage.errors import StorageError
    from storage.records import Tenant

    tenant = Tenant(team=arguments.team)
    feature = Feature(tenant, arguments.channel, arguments.feature)
    try:
        now, digest = SystemClock().now(), digest_of(stream)
        print(asyncio.run(handed_over(read_settings(), feature, results, digest, now)))
    except (SettingsError, StorageError, NotHandedOver) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def printed(results: Results) -> Iterator[str]:
    """The results as JSON, a task a line, so that very many tasks are never held as text."""
    said = {"tool_version": results.tool_version, "suite": results.suite, "at": results.at}
    head = {
        "format": results.format,
        **{name: value for name, value in said.items() if value},
        "counts": results.counts,
    }
    yield json.dumps(head, indent=1, ensure_ascii=False)[:-2] + ',\n "tasks": ['
    for number, task in enumerate(results.tasks):
        yield f"{',' if number else ''}\n  {json.dumps(_task(task), ensure_ascii=False)}"
    tail = {"buckets": results.buckets, "notes": list(results.notes)}
    yield "],\n" + json.dumps(tail, indent=1, ensure_ascii=False)[2:] + "\n"


def _task(task: Task) -> dict[str, str | int]:
    provider = {"provider": task.provider} if task.provider else {}
    return {"name": task.name, **provider, **{str(verdict): task.of(verdict) for verdict in Verdict}}


def _opened(file: str) -> BinaryIO:
    try:
        if file == "-":
            return io.BytesIO(sys.stdin.buffer.read(_LARGEST + 1))
        path = Path(file)
        if not path.is_file():
            said = "it is a folder" if path.is_dir() else "there is no such file"
            raise Refused(f"{json.dumps(file)} cannot be read: {said}. Name a result file, or - for standard input.")
        return path.open("rb")
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or "no such name"
        raise Refused(
            f"{json.dumps(file)} cannot be read: {said}. Name a result file, or - for standard input."
        ) from None
