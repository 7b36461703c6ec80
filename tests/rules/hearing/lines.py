"""The typed lines of the tables: the question that stands open, the answers so far, the words, what they mean."""

import tomllib
from pathlib import Path

from rules.facts import ALONE, Value

HERE = Path(__file__).parent
ANSWERS = [
    (fact, {}, text, meant)
    for fact, rows in tomllib.loads((HERE / "heard.toml").read_text()).items()
    for text, meant in rows.items()
]


def answered(said: str) -> dict[str, Value]:
    """Answers so far, as the table writes them: "volume=under_1k,failure=format+tone"."""
    given = {} if said == "-" else dict(pair.split("=") for pair in said.split(","))
    return {fact: tuple(value.split("+")) if fact in ALONE else value for fact, value in given.items()}


THREADS = [
    (None if open_fact == "-" else open_fact, answered(said), text, meant)
    for rows in tomllib.loads((HERE / "threads.toml").read_text()).values()
    for open_fact, said, text, meant in rows
]
LINES = ANSWERS + THREADS
