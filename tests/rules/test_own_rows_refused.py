"""An organization's own rows that are wrong: refused with file, line and remedy."""

import pytest

from rules.own_rows import LARGEST, MOST_TABLES, OwnRowsError, own_framework
from rules.own_tables import nearest
from tests.rules.own_rulebook import GATE, HEAD, OWN_STEPS, ROW, refused
from tests.tables import each


@each(
    ("text", "line", "says"),
    [
        ('{ sorce = "documents" }', 7, "no fact is called “sorce”; did you mean “source”?"),
        ('{ freshness = "weekley" }', 7, "freshness has no value “weekley”; did you mean “weekly”?"),
        ("{ freshness = 7 }", 7, "freshness wants a value or a list of values; it can be static, yearly"),
        ('{ freshness = ["weekly", 7] }', 7, "freshness wants a value or a list of values"),
        ("{ freshness = [] }", 7, "freshness wants a value or a list of values"),
        ("{}", 7, "when is no condition; write a table of facts"),
        ("[]", 7, "when is no condition"),
        ('"weekly"', 7, "when is no condition"),
        ("true", 7, "when is no condition"),
        ("{ not = " * 9 + '{ need = "facts" }' + " }" * 9, 7, "conditions nest too deep"),
    ],
)
def test_a_condition_that_is_wrong(text, line, says):
    told = refused(HEAD + ROW.replace('{ source = "documents", stakes = ["money", "harm"] }', text))

    assert any(each.startswith(f"acme.toml:{line}: {says}") for each in told), told


@each(
    ("text", "line", "says"),
    [
        ("", 1, "version is missing; add version"),
        ("version = 3", 1, "version has the wrong type; write a text in quotes"),
        ('version = "three rows"', 1, "the version “three rows” is not plain; write letters"),
        ('version = ""', 1, "version is empty; write a text"),
        (HEAD + "colour = 3", 2, "the file has no “colour”; it can be"),
        (HEAD + '[[rows]]\nid = "x"', 2, "the file has no “rows”; did you mean “row”?"),
        (HEAD + "row = 3", 2, "row has the wrong type; write each one as a table of its own, under [[row]]"),
        (HEAD + ROW.replace("when =", "if ="), 3, "when is missing; write for example when = {"),
        (HEAD + 'row = [{ id = "x" }]', 1, "demand is missing"),
        (HEAD + ROW.replace("strength", "strenght"), 3, "strength is missing; add strength"),
        (HEAD + ROW.replace("strength", "strenght"), 6, "[[row]] has no “strenght”; did you mean “strength”?"),
        (HEAD + ROW.replace('"must"', '"most"'), 6, "strength “most” is not known; did you mean “must”?"),
        (HEAD + ROW.replace('"receipts"', '"receits"'), 5, "demand “receits” is not known; did you mean “receipts”?"),
        (HEAD + ROW.replace('"acme-legal"\n\n', "[3]\n\n"), 9, "sources holds something that is no text"),
        (HEAD + ROW.replace('"acme-legal"\n\n', "3\n\n"), 9, "sources has the wrong type; write a list of texts"),
        (HEAD + ROW.replace('"acme-contracts"', '"acme contracts"'), 4, "the id “acme contracts” is not plain"),
        (HEAD + ROW.replace("Contract", "x" * 300), 8, "claim has 344 characters; write at most 300"),
        (HEAD + ROW + ROW.partition("[[source]]")[0], 15, "a second table is about “acme-contracts”; merge the two"),
        (HEAD + ROW + '[[question]]\nfact = "wether"', 15, "fact “wether” is not known"),
        (HEAD + "[[question]]\nfact = 'need'\noption = 3", 4, "option has the wrong type"),
        (HEAD + ROW.replace("claim =", "explains = 1\nclaim ="), 8, "explains has the wrong type; write true or false"),
        (HEAD + ROW.replace("claim =", 'supersedes = "must-show-source"\nclaim ='), 8, "no row is called “must-show-s"),
        (HEAD + GATE.replace('"rag"', '"ragg"'), 4, "architectures “ragg” is not known; did you mean “rag”?"),
    ],
)  # fmt: skip
def test_a_table_that_is_wrong(text, line, says):
    told = refused(text)

    assert any(each.startswith(f"acme.toml:{line}: {says}") for each in told), told


def test_rows_that_supersede_each_other_in_a_circle():
    second = ROW.partition("[[source]]")[0].replace("acme-contracts", "acme-two")
    circle = ROW.replace("claim =", 'supersedes = "acme-two"\nclaim =') + second + 'supersedes = ["acme-contracts"]\n'

    assert refused(HEAD + circle) == [
        (
            "acme.toml:8: rows supersede each other in a circle: acme-contracts, acme-two, acme-contracts; "
            "let one of them stand"
        )
    ]


def test_a_row_that_supersedes_itself():
    told = refused(HEAD + ROW.replace("claim =", 'supersedes = "acme-contracts"\nclaim ='))

    assert "in a circle: acme-contracts, acme-contracts" in told[0]


def test_a_demand_without_delivery():
    told = refused(HEAD + '[[demand]]\nid = "d"\nlens = "quality"\nlabel = "D"\nmeaning = "M"\n')

    assert told[0].startswith("acme.toml:2: demand nobody raises: d: no row raises it; add a [[row]]")
    assert told[1].startswith("acme.toml:2: missing delivery: d: nothing says how far it is delivered by prompt")


def test_a_row_whose_source_nobody_knows():
    told = refused(HEAD + ROW.partition("[[source]]")[0])

    assert told == [
        (
            "acme.toml:3: missing source: acme-contracts: no source is called acme-legal; "
            "name a shipped source, or add it as [[source]]"
        )
    ]


def test_a_row_that_breaks_what_always_holds():
    told = refused(HEAD + '[[prerequisite]]\nid = "trusted-evaluation"\neffect = "comes_first"\n')

    assert "broken property: evaluated" in told[0]
    assert "weaken or drop the row of yours that allows it" in told[0]


def test_several_faults_are_told_at_once():
    text = HEAD + ROW.replace('"must"', '"most"').replace("sorce", "source").replace('"receipts"', '"receits"')

    assert len(refused(text)) == 2


@each(
    ("content", "says"),
    [
        (b"x" * 10_000_000, "rules.toml:1: the file has more than 1 MB; keep it under 1 MB"),
        (b"x" * (LARGEST + 1), "rules.toml:1: the file has more than 1 MB; keep it under 1 MB"),
        (
            b"[[row]]\n" * (MOST_TABLES + 1),
            "rules.toml:1: the file has more than 2,000 tables; keep to the rows that are your own",
        ),
        (b'\nversion = "\xff"', "rules.toml:2: the file is not UTF-8 text; save it with the encoding UTF-8"),
        ('version = "é"'.encode("utf-16"), "rules.toml:1: the file is not UTF-8 text; save it with the encoding UTF-8"),
        (b'version = "a"\nx = [', "rules.toml:2: this is not TOML (invalid value)"),
        (b'version = "a"\nversion = "b"', "rules.toml:2: this is not TOML (cannot overwrite a value)"),
        (b"\n" + b"a." * 40 + b"a = 1", "rules.toml:2: its values nest too deep; write conditions as plain tables"),
        (b"a = " + b"9" * 5_000, "rules.toml:1: a number in it is too long; write no number of more than a few digits"),
        (b"a = " + b"[" * 100_000, "rules.toml:1: its values nest too deep; write conditions as plain tables"),
    ],
    ids=[
        "10 MB",
        "a little too large",
        "thousands of tables",
        "not UTF-8",
        "UTF-16",
        "cut off",
        "twice",
        "long key",
        "long number",
        "deep",
    ],
)
def test_a_file_that_cannot_be_read_at_all(content, says):
    told = refused(content, "rules.toml")

    assert len(told) == 1
    assert told[0].startswith(says)


def test_rows_that_cannot_be_counted_are_refused(monkeypatch):
    monkeypatch.setattr("rules.nodes.LARGEST", 50)

    told = refused(HEAD)

    assert told[0].startswith("acme.toml:1: these rows make too many different decisions to be counted; drop rows")


def test_a_word_far_from_all_others_is_answered_with_what_there_is():
    assert nearest("zzz", ("must", "should")) == "it can be must, should"


def test_an_own_rulebook_of_an_earlier_release_is_told_which_row_says_it_now():
    old = b'version = "acme-1"\n[[row]]\nid = "many-labels"\nclaim = "Our labels are many."\n'

    with pytest.raises(OwnRowsError) as raised:
        own_framework(old, "rules.toml")

    assert str(raised.value) == (
        "rules.toml:3: the row “many-labels” is gone; “own-boundary” says it now; "
        "change “own-boundary”, or take another id"
    )


def test_a_row_that_brings_up_what_an_answer_denies_is_named_with_its_line():
    told = refused(OWN_STEPS.format("live_data"))

    assert all(line.startswith("acme.toml:3: claim that an answer denies: live_data by ") for line in told)
    assert all("yet acme-acts brings it up for " in line and "source model" in line for line in told)
