"""Files that are nearly right: a real one, cut, doubled, with values exchanged. For the quick tests and the soak."""

import io
import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from bot.cli.results import printed
from bot.results.formats import read_unguarded
from bot.results.values import Refused
from tests.results.reading import FILES

BASES = {path.name: path.read_bytes() for path in sorted(FILES.iterdir())}
ODD = [
    None,
    True,
    False,
    0,
    1,
    -1,
    2.5,
    float("nan"),
    float("inf"),
    10**400,
    "",
    "x",
    "\ud800",
    "[invalid]",
    [],
    {},
    [[]],
    [{}],
    {"": None},
]
TOKENS = [
    b"null", b"NaN", b"{}", b"[]", b'"', b"{", b"}", b"[", b"]", b",", b"\n", b"\t", b"\r\n", b"\0", b"\xff", b"<",
    b"&#0;",
    b"<failure/>", b"</testsuite>", b"1e999", b"\\u0000", b"\xef\xbb\xbf", b"9" * 30, b"PK\x03\x04",
]  # fmt: skip


@st.composite
def mutated_bytes(draw: st.DrawFn) -> bytes:
    """A file with pieces cut out, doubled or put in."""
    content = BASES[draw(st.sampled_from(list(BASES)))]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 200)))
        pieces = (st.just(b""), st.sampled_from(TOKENS), st.just(content[start:end] * 2), st.binary(max_size=8))
        piece = draw(st.one_of(pieces))
        content = content[:start] + piece + content[end:]
    return content[: draw(st.integers(0, len(content)))] if draw(st.integers(0, 5)) == 0 else content


@st.composite
def mutated_values(draw: st.DrawFn) -> bytes:
    """A JSON file, or JSON lines, in which values and names are exchanged for odd ones."""
    name = draw(st.sampled_from([name for name in BASES if name.endswith((".json", ".jsonl"))]))
    text = BASES[name].decode()
    if name.endswith(".json"):
        return json.dumps(_changed(draw, json.loads(text))).encode()
    rows = [_changed(draw, json.loads(line)) for line in text.splitlines()]
    return "\n".join(json.dumps(row) for row in rows).encode()


def _changed(draw: st.DrawFn, value: Any) -> Any:
    """The value with up to three places in it changed."""
    for _ in range(draw(st.integers(1, 3))):
        holder, key, inner = None, None, value
        while isinstance(inner, dict | list) and inner and draw(st.integers(0, 4)):
            keys = list(inner) if isinstance(inner, dict) else range(len(inner))
            holder, key = inner, draw(st.sampled_from(keys))
            inner = inner[key]
        if holder is None or key is None:
            value = deepcopy(draw(st.sampled_from(ODD))) if draw(st.integers(0, 9)) == 0 else value
        elif isinstance(holder, dict) and draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = deepcopy(draw(st.sampled_from(ODD)))
    return value


def read_or_refuse(content: bytes) -> str:
    """Read a file and print it, or refuse it; what must hold for every file is checked on the way."""
    try:
        results = read_unguarded(io.BytesIO(content), qrels=io.BytesIO(BASES["qrels.txt"]))
    except Refused as refused:
        sentence = str(refused)
        assert "\n" not in sentence
        assert len(sentence) < 600
        assert sentence.endswith(".")
        return "refused"
    said = json.loads("".join(printed(results)))
    assert sum(said["buckets"].values()) == said["counts"]["fail"]
    assert all(number >= 0 for number in said["counts"].values())
    if said["tasks"]:
        for verdict, number in said["counts"].items():
            assert sum(task[verdict] for task in said["tasks"]) == number
    return str(said["format"])
