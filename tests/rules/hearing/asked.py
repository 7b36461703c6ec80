"""The questions of asked.txt, and how a reading of one is judged: right, asked back, not understood, wrong."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from rules.hearing import Asked, QuestionReading, line
from rules.hearing.questions import read_questions

FILE = Path(__file__).with_name("asked.txt")
LISTS = {"failure", "ops"}
SAID = {
    "need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "hygiene": "mixed",
    "receipts": "required", "access": "everyone", "failure": ("invented_facts",), "examples": "tens", "labels": "mixed",
    "evals": "ad_hoc", "latency": "under_3s", "volume": "under_100k", "ops": ("neither",), "stakes": "money",
    "hosting": "any_api",
}  # fmt: skip
NONE, UNKNOWN = {("none",)}, {("unknown",)}


@dataclass(frozen=True)
class Coded:
    text: str
    readings: tuple[frozenset[tuple], ...]
    expected: str
    is_kept: bool
    """Whether it belongs to the half of the first rows that was not looked at while the grammar was written."""


def coded() -> list[Coded]:
    rows: list[Coded] = []
    is_first = True
    for row in FILE.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            expected, text = row.split(" :: ", 1)
            readings = tuple(frozenset(key_of(part) for part in each.split(" + ")) for each in expected.split(" | "))
            text = text.replace("\\n", "\n")
            rows.append(Coded(text, readings, expected, is_first and crc32(text.encode()) % 2 == 0))
        is_first = is_first and not row.startswith("# ---")
    return rows


def key_of(part: str) -> tuple:
    intent, *slots = part.strip().split(" ")
    if intent in {"what_if", "change_answer"}:
        pairs = (slot.split("=") for slot in slots)
        return intent, tuple(sorted((fact, _value(fact, value.split(","))) for fact, value in pairs))
    if intent == "compare":
        return intent, tuple(sorted(slots))
    if intent in {"why_not", "what_would_make", "glossary", "cost", "who_answered", "status_of_answers"}:
        return intent, " ".join(slots)
    return (intent,)


def key(asked: Asked) -> tuple:  # noqa: PLR0911 - one case an intent
    slots = asked.slots
    match asked.intent:
        case "what_if" | "change_answer":
            changes = slots["changes"].items()
            return asked.intent, tuple(
                sorted((f, _value(f, [v] if isinstance(v, str) else list(v))) for f, v in changes)
            )
        case "compare":
            return asked.intent, tuple(sorted(slots["architectures"]))
        case "why_not" | "what_would_make":
            return asked.intent, slots["architecture"]
        case "glossary":
            return asked.intent, slots["term"]
        case "cost":
            return asked.intent, slots["of"]
        case "who_answered" | "status_of_answers":
            return asked.intent, slots["fact"]
    return (asked.intent,)


def _value(fact: str, values: list[str]):
    return tuple(sorted(values)) if fact in LISTS else values[0]


def read(text: str, said=None, *, open_fact=None, mention=True) -> QuestionReading:
    return read_questions(line(text, open_fact, SAID if said is None else said, mention=mention))


def keys(text: str, said=None) -> list[tuple]:
    return [key(asked) for asked in read(text, said).questions]


def intents(text: str, **words) -> list[str]:
    return [asked.intent for asked in read(text, **words).questions]


def result(row: Coded) -> str:
    """How a reading of this row is judged, as questions are scored."""
    said = {f: v for f, v in SAID.items() if f"{f}={v if isinstance(v, str) else v[0]}" not in row.expected}
    reading = read(row.text, said)
    found = {key(asked) for asked in reading.questions}
    if found in row.readings or (not found and not reading.offers and NONE in row.readings):
        return "right"
    if reading.offers:
        offered = {key(asked) for asked in reading.offers}
        return "asked back" if any(offered & each for each in row.readings) else "not understood"
    return "wrong" if found - UNKNOWN else "not understood"


def counted(rows: list[Coded]) -> Counter:
    return Counter(result(row) for row in rows)
