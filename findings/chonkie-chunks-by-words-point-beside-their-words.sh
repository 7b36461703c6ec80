#!/usr/bin/env bash
# One would guess: a chunk's text stands in the document from its start_index to its end_index, so that a bot can show what
# it cites; the chunks of a splitter without overlap, one after the other, are the document.
# What happens (chonkie 1.7.0, tokenizer="word", for "so many words a chunk"): each cut between two words swallows the space
# there. The chunks, put together, glue two words into one, and the indexes of all that follow lie one character further
# to the left for each cut. Of a story of 36,000 words only the first of TokenChunker's 360 chunks is where it says, and
# the last points 359 characters, some seventy words, before its text. RecursiveChunker does the same in a passage that
# it has to cut between words (a call written down without full stops, a list of codes). With an overlap TokenChunker's
# indexes are right; so are RecursiveChunker's by characters, and of sentences that fit. Nothing is said.
# What to do: chunk by characters, or with an overlap, where passages are cited; assert text[start:end] == chunk.text for
# each chunk when a document is taken in.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check chonkie==1.7.0
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from chonkie import RecursiveChunker, TokenChunker

CALL = " ".join(f"word{number:05}" for number in range(20_000))
ORDER = "Order {} was late, and it took long. We paid it back in May. Legal agreed to it."
STORY = " ".join(ORDER.format(number) for number in range(2_000))
WORDS, CHARACTERS = dict(tokenizer="word", chunk_size=100), dict(tokenizer="character", chunk_size=1000)
SEEN = [
    ("a story, TokenChunker", STORY, TokenChunker(**WORDS), (360, 359, 359, False)),
    ("a story, TokenChunker with overlap", STORY, TokenChunker(**WORDS, chunk_overlap=10), (400, 0, 0, False)),
    ("a story, RecursiveChunker", STORY, RecursiveChunker(**WORDS), (400, 0, 0, True)),
    ("a call, RecursiveChunker", CALL, RecursiveChunker(**WORDS), (200, 199, 199, False)),
    ("a call, RecursiveChunker by characters", CALL, RecursiveChunker(**CHARACTERS), (200, 0, 0, True)),
]
print("chonkie", version("chonkie"))
for name, text, chunker, seen in SEEN:
    chunks = chunker.chunk(text)
    beside = sum(text[chunk.start_index : chunk.end_index] != chunk.text for chunk in chunks)
    whole = "".join(chunk.text for chunk in chunks) == text
    last = chunks[-1]
    off = text.rindex(last.text) - last.start_index
    print(f"{name}: {len(chunks)} chunks, {beside} beside their text, the last by {off}; together the text: {whole}")
    print(f"    the last is {last.text[:28]!r}, its indexes say {text[last.start_index : last.end_index][:28]!r}")
    assert (len(chunks), beside, off, whole) == seen, "this has changed"
P
