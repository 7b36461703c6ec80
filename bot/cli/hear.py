"""`ftrag hear FILE`: what typed lines are taken for, by the same ear as in Slack, without Slack and without a database.

All input is checked before anything is heard: with one fault anywhere nothing is printed but the faults.
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from bot.cli.fact_faults import facts_faults, nearest
from bot.cli.in_and_out import Refused, read_items, refuse, write_json
from bot.cli.strict_json import Fault, join, shown
from bot.dialogue.costing import with_line
from bot.dialogue.heard import sentences
from rules.facts import ALONE, FACTS, UNKNOWN, Facts, Value
from rules.hearing import NOT_LISTED, Asked, Choice, Control, hear, line
from rules.telling import Background

_EXAMPLE = '{"open": null, "said": {}, "mention": true, "text": "..."}'
_NAMES = ("open", "said", "mention", "text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", help=f"JSON: {_EXAMPLE}, or a list of such; - is standard input")


def run(arguments: argparse.Namespace) -> int:
    """Hear each line and print what it is taken for; 2 where the input has a fault."""
    try:
        given = read_items(arguments.file, _item_faults, example=_EXAMPLE)
    except Refused as refused:
        return refuse(refused.faults)
    write_json([_heard(item) for item in given] if isinstance(given, list) else _heard(given))
    return 0


def _item_faults(item: Any, place: str) -> Iterator[Fault]:
    if not isinstance(item, dict):
        yield place or "the whole", f"{shown(item)} is not an object with a line; the nearest valid one is {_EXAMPLE}"
        return
    for name in item:
        if name not in (*_NAMES, "id"):
            yield join(place, name), f"{shown(name)} is not known; the nearest is {shown(nearest(name, _NAMES))}"
    text, mention, open_fact = item.get("text"), item.get("mention", True), item.get("open")
    if not isinstance(text, str):
        yield join(place, "text"), f"{shown(text)} is not a text; the nearest valid one is {shown('')}"
    if not isinstance(mention, bool):
        yield join(place, "mention"), f"{shown(mention)} is neither true nor false; the nearest is true"
    if not (open_fact is None or (isinstance(open_fact, str) and open_fact in FACTS)):
        near = shown(nearest(open_fact, FACTS) if open_fact else None)
        yield join(place, "open"), f"{shown(open_fact)} is not a fact; the nearest is {near}"
    yield from facts_faults(item.get("said", {}), join(place, "said"))


def _heard(item: Mapping[str, Any]) -> dict[str, Any]:
    """One line in the form that the command promises."""
    said = Facts.model_validate(item.get("said", {}))
    heard = hear(line(item["text"], item.get("open"), said.known(), mention=item.get("mention", True)))
    known = Background(said, open_fact=item.get("open"))
    echoed = {"id": item["id"]} if "id" in item else {}
    return {
        **echoed,
        "saves": {fact: _plain(value) for fact, value in heard.saves.items()},
        "offers": [_offer(offer) for offer in heard.offers],
        "control": _control(heard.control),
        "questions": [_asked(question) for question in heard.questions],
        "silent": heard.silent,
        "says": list(sentences(heard, with_line(known, heard.questions, item["text"]))),
    }


def _plain(value: Value) -> Any:
    return UNKNOWN if value is None else list(value) if isinstance(value, tuple) else value


def _offer(offer: Choice | Asked) -> dict[str, Any]:
    if isinstance(offer, Asked):
        return _asked(offer)
    value = (offer.value,) if offer.fact in ALONE and isinstance(offer.value, str) else offer.value
    return {offer.fact: _plain(value)}


_CODED = {"about_bot": "unknown", "nothing_done": "unknown", "verdict": "why"}
"""What is asked of the bot itself, or for the verdict alone, goes by the intents that the command promises."""


def _asked(question: Asked) -> dict[str, Any]:
    if question.intent in _CODED:
        return {"intent": _CODED[question.intent]}
    slots = {name: slot for name, slot in question.slots.items() if name != NOT_LISTED}
    return {"intent": question.intent, **slots}


def _control(control: Control | None) -> Any:
    if control is None:
        return None
    return {"change": control.fact} if control.word == "change" else str(control.word)
