#!/usr/bin/env bash
# One would guess: a wheel of 16 MB that carries weights and a tokenizer embeds without a network, the more so where
# downloads are switched off.
# What happens (wordllama 0.4.0.post1, WordLlama.load): the wheel keeps its tokenizer in the folder "tokenizers", and
# load() looks in "tokenizer". The weights are found, the tokenizer beside them is not: the first load asks a host for it,
# and with disable_download=True it ends with FileNotFoundError. Where a machine has network nobody notices.
# What to do: name the package's own folder as cache_dir (the cache keeps its tokenizers in "tokenizers", as the wheel
# does), and load once without a network in CI.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check wordllama==0.4.0.post1
v/bin/python - <<'PY'
import logging
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from wordllama import WordLlama

logging.disable()
print("wordllama", version("wordllama"))
wheel = Path(str(files("wordllama")))
shipped = sorted(str(each.relative_to(wheel)) for each in wheel.rglob("l2_supercat_*"))
print("shipped:", *shipped)
assert [Path(each).parent.name for each in shipped] == ["tokenizers", "weights"]

try:
    WordLlama.load(disable_download=True, cache_dir=Path("nothing"))
    told = ""
except FileNotFoundError as error:
    told = str(error)
print("load(disable_download=True):", told)
assert told.startswith("Tokenizer file 'l2_supercat_tokenizer_config.json' not found")

shape = WordLlama.load(disable_download=True, cache_dir=wheel).embed(["changes every week"]).shape
print("with the wheel's own folder as cache:", shape)
assert shape == (1, 256)
PY
