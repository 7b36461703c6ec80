"""An organization's own rulebook, as tests write one: its head, a row, a prerequisite."""

import pytest

from rules.own_rows import OwnRowsError, own_framework

HEAD = 'version = "acme-3"\n'
ROW = """
[[row]]
id = "acme-contracts"
demand = "receipts"
strength = "must"
when = { source = "documents", stakes = ["money", "harm"] }
claim = "Contract answers quote the clause, says our counsel."
sources = "acme-legal"

[[source]]
id = "acme-legal"
title = "Acme: guidance on assistants"
"""

GATE = """[[prerequisite]]
id = "p"
architectures = ["rag"]
needs = { need = "facts" }
effect = "rules_out"
claim = "Only facts are worth a search."
sources = "F1"
"""


def laid(text):
    return own_framework(text.encode(), "acme.toml")


def refused(text, file="acme.toml"):
    """The problems of this file, as they are told."""
    with pytest.raises(OwnRowsError) as caught:
        own_framework(text if isinstance(text, bytes) else text.encode(), file)
    told = str(caught.value).splitlines()
    assert told == [str(problem) for problem in caught.value.problems]
    assert all(line.startswith(f"{file}:") and "; " in line for line in told)
    return told


OWN_STEPS = """version = "acme-1"

[[row]]
id = "acme-acts"
demand = "{}"
strength = "must"
when = {{ action = "acts" }}
claim = "Each step is a call."
sources = ["F1"]
"""
