"""Phrases in columns of numbers are found as they are one by one: `end_of` says of each where it stands."""

from rules.hearing.words.index import Index
from rules.hearing.words.patterns import compiled, end_of
from rules.hearing.words.pieces import pieces, stem
from tests.tables import each

GROUPS = {"MANY": "many/several", "SLOW": "slow/$LATE", "LATE": "late"}
PHRASES = {
    ("latency", "slow"): ("too $SLOW", "$SLOW/tardy", "< slow >", "never .. fast"),
    ("volume", "#"): ("# .. users", "#", "$MANY users?", "... a day"),
    ("freshness", "never"): ("not changed", "never", "no change? >"),
}
ROWS = [(meaning, compiled(phrase, GROUPS)) for meaning, phrases in PHRASES.items() for phrase in phrases]


@each(
    "line",
    [
        "slow", "it is too late, and tardy", "300 users", "many a day", "never really fast", "2 or 3 a day, no change",
        "not changed", "nothing of it", "",
    ],
)  # fmt: skip
def test_an_index_finds_what_the_patterns_find_one_by_one(line: str):
    stems = tuple(stem(piece) for piece in pieces(line))

    def one_by_one(fact: str | None) -> set[tuple[object, ...]]:
        return {
            (meaning, at, end, pattern.size, pattern.is_negative)
            for meaning, pattern in ROWS
            for at, word in enumerate(stems)
            if fact in {None, meaning[0]}
            and (word in pattern.parts[0].stems or (not pattern.parts[0].stems and word[0].isdigit()))
            and (end := end_of(pattern, stems, at)) is not None
        }

    index = Index(ROWS)

    assert {(*found,) for found in index.standing(stems)} == one_by_one(None)
    assert {(*found,) for found in index.standing(stems, "volume")} == one_by_one("volume")


def test_what_begins_alike_is_found_in_the_order_of_the_rows():
    rows = [((name, ""), compiled("slow", {})) for name in ("c", "a", "b")]

    assert [found.means[0] for found in Index(rows).standing(("slow",))] == ["c", "a", "b"]
