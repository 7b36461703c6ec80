"""The command line: one file a command, each with `add_arguments(parser)` and `run(arguments) -> exit status`.

`COMMANDS` is the table of contents. A command's module is imported only when it is called, so that `ftrag decide` does
not wait for Slack or a database.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module

COMMANDS: dict[str, str] = {
    "serve": "run the bot: the sandbox on this machine, or Slack where tokens are set (what happens without a command)",
    "decide": "decide from facts in a file, without Slack",
    "hear": "say what typed lines are taken for, without Slack",
    "cost": "estimate what wrong answers cost by architecture, from facts and figures in a file",
    "results": "read the result file of an evaluation tool: what passed, what failed and why, what was not judged",
    "score": "judge the rules by the published cases",
    "rules": "check or show the rulebook",
    "doctor": "check tokens, scopes, manifest, database, time zones and rules, and say what to do",
    "migrate": "bring the database to this release's tables",
    "worker": "deliver due work only (with FTRAG_WORKER=separate)",
    "export": "write decision records, or the answers, reviews and failures of a workspace, to files",
    "unheard": "show the typed lines that were not understood, where they are kept (FTRAG_KEEP_UNHEARD=1)",
    "backup": "copy the database to a file while it is in use",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command line. Gives the exit status; 2 for what is not understood."""
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] not in {"-h", "--help"}):
        words.insert(0, "serve")
    parser = _parser(words[0])
    parsed = parser.parse_args(words)
    return int(import_module(f"bot.cli.{parsed.command}").run(parsed))


def _parser(called: str) -> argparse.ArgumentParser:
    """The parser of the whole line; only the called command brings its own arguments, and so only it is imported."""
    parser = argparse.ArgumentParser(prog="ftrag", description="Which architecture does this LLM feature need?")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, does in COMMANDS.items():
        command = commands.add_parser(name, help=does, description=does)
        if name == called:
            import_module(f"bot.cli.{name}").add_arguments(command)
    return parser
