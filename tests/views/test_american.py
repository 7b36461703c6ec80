"""American English in every sentence that people read: the rows, the messages, the modals, the papers, the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules import FRAMEWORK
from rules.catalog.glossary import GLOSSARY
from tests.tables import each

ROOT = Path(__file__).parents[2]
BRITISH = re.compile(
    r"\b(?:behaviour\w*|colour\w*|favour\w*|honour\w*|labour\w*|neighbour\w*|humour\w*|endeavour\w*|flavour\w*|"
    r"\w+(?<!otherw)(?<!l)(?<!r)(?<!v)(?<!m)(?<!c)(?<!d)(?<!x)isation\w*|"
    r"(?:organ|recogn|summar|optim|general|special|real|prior|custom|categor|anal|minim|maxim|emphas|final|normal|"
    r"initial|visual|author|memor|apolog|central|stabil|util|standard|critic|item|token|serial|local|character)"
    r"(?:is|ys)(?:e|es|ed|er|ers|ing)|"
    r"cancell(?:ed|ing)|labell(?:ed|ing|er)|modell(?:ed|ing|er)|travell(?:ed|ing|er)|fuell(?:ed|ing)|signall(?:ed|ing)|"
    r"centre\w*|metre\w*|theatre\w*|fibre\w*|defence\w*|offence\w*|pretence|licence\w*|"
    r"programme\w*|catalogue\w*|dialogue\w*|grey\w*|judgement\w*|acknowledgement\w*|ageing|cheque\w*|"
    r"practis(?:e|es|ed|ing)|learnt|spelt|burnt|dreamt|leant|whilst|amongst|afterwards|towards|backwards|upwards|"
    r"fulfil|fulfils|enrol|enrols|skilful|wilful|instalment\w*|tyre\w*|plough\w*|sceptic\w*|artefact\w*|"
    r"ise the|mould\w*|storey\w*|draught\w*|kerb\w*)\b",
    re.IGNORECASE,
)
OURS = {"dialogue", "dialogues", "cancelled", "judgement"}
"""Names of states, rooms and classes that stand in rows and imports for years, and are never shown."""
MAPS = {"bot/exports/__init__.py", "rules/catalog/__init__.py"}
"""Whose docstring names modules of a British spelling."""
MODULE = re.compile(r"`[a-z_]+`")
"""A name of the code, as papers quote it."""
HEARD = {alias for question in FRAMEWORK.questions for option in question.options for alias in option.synonyms}
HEARD |= GLOSSARY.keys()
"""What people may type for an option, and the terms as they are asked for."""


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a Python file that has a blank in it, and so is read by a person; docstrings as well.

    What people type is heard in both spellings: lists of such words, an option's synonyms and terms are theirs.
    """
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            is_heard = "|" in node.value or "rules/catalog/asking" in path.as_posix() or node.value in HEARD
            if not is_heard:
                yield node.lineno, node.value


def papers() -> list[Path]:
    named = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "manifest.yml", ".env.example")]
    shown = [
        *ROOT.glob("bot/templates/**/*.*"),
        *ROOT.glob("bot/sandbox/page/*.html"),
        *ROOT.glob("bot/sandbox/page/*.js"),
    ]
    return [*named, *shown]


def british(text: str) -> list[str]:
    return [found for found in BRITISH.findall(text) if found.lower() not in OURS]


@pytest.mark.parametrize("room", ["bot", "rules", "storage"])
def test_every_sentence_in_the_code_is_american(room: str):
    files = [
        path
        for path in ROOT.glob(f"{room}/**/*.py")
        if not {"phrases", "hearing"} & set(path.parts) and path.relative_to(ROOT).as_posix() not in MAPS
    ]

    found = [
        f"{path.relative_to(ROOT)}:{line}: {british(text)}"
        for path in files
        for line, text in sentences(path)
        if british(text)
    ]

    assert len(files) > 10
    assert found == []


def test_every_paper_and_page_is_american():
    written = {path.name: british(MODULE.sub("", path.read_text())) for path in papers()}

    assert len(written) > 20
    assert {name: found for name, found in written.items() if found} == {}


@each(
    ("text", "is_british"),
    [
        ("The behaviour", True),
        ("organised", True),
        ("behavior", False),
        ("otherwise", False),
        ("promise", False),
        ("exercise", False),
        ("realised", True),
        ("canceled", False),
    ],
)
def test_the_list_tells_the_spellings_apart(text: str, is_british: bool):
    assert bool(british(text)) == is_british
