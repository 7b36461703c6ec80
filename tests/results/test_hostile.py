"""Files made to hurt, or that are no results: each is refused in one plain sentence, or read right, and soon."""

import gzip
import io
import json
import pickle
import resource
import struct
import time
import zipfile
import zlib
from functools import cache, partial

import pytest
import zstandard

from bot.cli import main
from bot.results.values import Refused
from tests.results.reading import FILES, by_task, counts, notes, read

DEEP = 100_000
PROMPTFOO = (FILES / "promptfoo.json").read_bytes()


def zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return held.getvalue()


SPACES = b" " * 1_000_000


def bomb(*members: tuple[str, bytes, int]) -> bytes:
    """A zip with a piece so many times over in each member, packed bit by bit: a test measures the memory afterward."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, piece, times in members:
            with archive.open(name, "w") as member:
                for _ in range(times):
                    member.write(piece)
    return held.getvalue()


REFUSED = {
    "nothing": (b"", "is empty"),
    "spaces": (b" \n\n", "is empty"),
    "prose": (b"hello world\nthis is text\n", "No evaluation tool"),
    "a number": (b"42", "No evaluation tool"),
    "null": (b"null", "No evaluation tool"),
    "an empty object": (b"{}", "No evaluation tool"),
    "an empty list": (b"[]", "nothing was evaluated"),
    "a list of numbers": (b"[" + b"1," * 3_000_000 + b"1]", "a list of something else"),
    "a list of lists": (b"[" + b"[]," * 3_000_000 + b"1]", "a list of something else"),
    "cut in the middle": (PROMPTFOO[: len(PROMPTFOO) // 2], "is cut off"),
    "cut in a word": (b'{"testCases": [{"success": tru', "cut off"),
    "not JSON after all": (b"{'a': 1}", "is not JSON"),
    "two documents": (b"[1,2]\n[3,4]\n", "something follows"),
    "depth in a row": (b'{"results":{"results":' + b"[" * DEEP + b"]" * DEEP + b"}}", "nested too deeply"),
    "depth in objects": (b'{"a":' * DEEP + b"1" + b"}" * DEEP, "nested too deeply"),
    "depth in a line": (b'{"task":"a","x":' + b"[" * DEEP + b"]" * DEEP + b'}\n{"task":"b"}\n', "nested too deeply"),
    "depth in XML": (b"<testsuite>" * DEEP, "nested too deeply"),
    "a number of 5,000 digits": (b'{"task":"a","n":' + b"9" * 5_000 + b'}\n{"task":"b"}', "4,300 digits"),
    "a name twice in a row": (b'{"testCases":[{"success":true,"success":false}]}', 'names "success" twice'),
    "a name twice at the top": (b'{"testCases":[],"testCases":[]}', 'names "testCases" twice'),
    "a sign-in page": (b"\n<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
    "a page without a type": (b"<html>x", "is a web page"),
    "gzip": (gzip.compress(PROMPTFOO), "packed with gzip"),
    "a pickle": (pickle.dumps({"a": 1}), "Python pickle, which is never opened"),
    "a Parquet table": (b"PAR1xx", "Parquet"),
    "YAML": (b"results:\n  - a: 1\n", "This is YAML"),
    "TAP": (b"TAP version 13\nok 1 - x\n", "This is a TAP log"),
    "bytes": (bytes(range(256)) * 10, "is not text"),
    "UTF-16 without a mark": (PROMPTFOO.decode().encode("utf-16-le"), "is not text"),
    "another alphabet": ("task,result\ncafé,pass\n".encode("latin-1"), "not text in UTF-8"),
    "10,000 columns": (",".join(f"c{n}" for n in range(10_000)).encode() + b"\n", "10,000 columns"),
    "10,000 names": (b'[{"' + b'":1,"'.join(b"c%d" % n for n in range(10_000)) + b'":1}]', "10,000 columns"),
    "more cells than columns": (b"task,result\na,pass,x\n", "has 3 cells, its header 2"),
    "an open quote": (b'task,result\n"' + b"a\n" * 1_000_000, "damaged at line"),
    "a line of 20 MB": (b"task,result\n" + b"x" * 20_000_000 + b",pass\n", "longer than 16 MB"),
    "a value of 40 MB": (b'{"evalId":"' + b"x" * 40_000_000 + b'"}', "larger than 16 MB"),
    "a result that is none": (b"task,result\na,maybe\n", "Row 1 has “maybe” under result"),
    "a row without a task": (b"task,result\n,pass\n", "Row 1 has no task"),
    "an entity": (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&x;"/></testsuite>',
        "document type or entities",
    ),
    "an external type": (b'<!DOCTYPE testsuites SYSTEM "http://example.org/x.dtd"><testsuites/>', "document type"),
    "a hidden type": (
        b'<?xml version="1.0"?><!-- <testsuites> --><!DOCTYPE a SYSTEM "x"><testsuites/>', "document type",
    ),
    "cut XML": (b'<testsuites><testsuite name="a"><testcase name="x"><failure mess', "is cut off"),
    "broken XML": (b'<testsuites><testsuite name="a"></testsuites>', "is not XML at line 1"),
    "XML of an unknown alphabet": (b'<?xml version="1.0" encoding="foo-9"?><testsuite/>', "encoding that is not known"),
    "other XML": (b"<foo/>", "No evaluation tool"),
    "a TRX log": (b'<?xml version="1.0"?><TestRun id="1"/>', "Visual Studio test log"),
    "a zip bomb": (partial(bomb, ("header.json", SPACES, 300)), "unpacks to far more"),
    "a bomb in parts": (
        partial(bomb, ("header.json", b"{}", 1), *((f"samples/{n}.json", SPACES, 9) for n in range(30))),
        "more than 256 MB",
    ),
    "a dense bomb": (partial(bomb, ("header.json", SPACES, 15)), "unpacks to far more"),
    "a zip of something": (zipped(("results.json", PROMPTFOO)), "no Inspect log"),
    "half a zip": ((FILES / "inspect-epochs3.eval").read_bytes()[:5000], "zip file is damaged"),
    "no zip": (b"PK\x03\x04garbage", "zip file is damaged"),
    "qrels": (b"q1 0 d1 1\n", "These are the right answers alone (qrels)"),
    "a run with words for scores": (b"q1 Q0 d1 1 x sys\n", "No evaluation tool"),
}  # fmt: skip


@cache
def made(name: str) -> bytes:
    """The content of this name; a bomb takes a second to make, and is made for whoever tries it."""
    content = REFUSED[name][0]
    return content if isinstance(content, bytes) else content()


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_plain_sentence(name: str):
    content, said = made(name), REFUSED[name][1]
    began = time.process_time()

    with pytest.raises(Refused) as refused:
        read(content)

    sentence = str(refused.value)
    assert said in sentence
    assert "\n" not in sentence
    assert len(sentence) < 300
    assert sentence.endswith(".")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "name", ["a list of numbers", "a value of 40 MB", "a zip bomb", "a line of 20 MB", "an open quote"]
)
def test_it_takes_little_memory(name: str, tmp_path, capfd: pytest.CaptureFixture[str]):
    path = tmp_path / "given"
    path.write_bytes(made(name))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert main(["results", str(path)]) == 2
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 100
    assert capfd.readouterr().err.count("\n") == 1


def test_a_file_over_the_limit_is_refused_unread(tmp_path, capfd: pytest.CaptureFixture[str]):
    path = tmp_path / "given"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)

    assert main(["results", str(path)]) == 2
    assert "larger than 64 MB" in capfd.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_every_encoding_with_a_mark_is_read(encoding: str):
    assert counts(read(PROMPTFOO.decode().encode(encoding))) == (3, 4, 3, 0)
    assert counts(read("task,result\ncafé,pass\n".encode(encoding))) == (1, 0, 0, 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_xml_is_read_in_the_encoding_that_it_names(encoding: str):
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><testsuite name="a"><testcase name="é"/></testsuite>'

    assert by_task(read(text.encode(encoding))) == {"é": (1, 0, 0, 0)}


def test_colors_of_a_terminal_do_not_break_xml():
    text = (
        b'<testsuite name="a"><testcase name="x"><failure>\x1b[31mred &#x1b;[0m &#27;</failure></testcase></testsuite>'
    )

    assert counts(read(text)) == (0, 1, 0, 0)


def test_a_namespace_does_not_hide_the_elements():
    text = '<j:testsuite xmlns:j="u" name="a"><j:testcase name="x"/></j:testsuite>'

    assert counts(read(text)) == (1, 0, 0, 0)


def test_numbers_without_end_are_no_verdict():
    row = b'{"doc_id":' + b"9" * 400 + b',"doc":{},"target":1,"resps":[],"filter":"none","metrics":["acc"],"acc":'
    results = read(row + b"9" * 400 + b"}\n" + row + b"1e999}\n")

    assert counts(results) == (0, 0, 1, 0)
    assert "No metric in this file says pass or fail" in notes(results)


def test_nan_and_infinity_are_scores_that_broke():
    metric = {"name": "m", "success": True}
    text = json.dumps([
        {"name": "a", "success": True, "metricsData": [{**metric, "score": float("nan")}]},
        {"name": "b", "success": True, "metricsData": [{**metric, "score": 1}]},
    ])  # fmt: skip

    assert counts(read(text)) == (1, 0, 1, 0)


def test_half_characters_line_breaks_and_directions_do_not_stand_in_a_name():
    text = r'{"task":"a\ud800b\n\u202ec","result":"pass"}' + "\n" + '{"task":"=1+1 <@U1>","result":"fail"}'

    assert list(by_task(read(text))) == ["a�b c", "=1+1 <@U1>"]


def test_types_that_lie_are_not_judged():
    rows = [
        {"success": "yes", "vars": [], "prompt": 3, "provider": [1], "testCase": "x", "gradingResult": [1]},
        7,
        None,
        {
            "success": True,
            "vars": {"a": {"b": [1, {"c": 2}]}},
            "provider": None,
            "prompt": None,
            "testCase": {"assert": 5},
        },
    ]
    results = read({"evalId": 1, "results": {"results": rows, "stats": "x"}})

    assert counts(results) == (1, 0, 3, 0)
    assert "no true or false" in notes(results)


def test_no_rows_are_read_and_said():
    empty = {"evalId": "x", "results": {"version": 3, "results": [], "stats": {"successes": 0, "failures": 0}}}

    for content in (empty, "task,result\n", '<testsuites tests="0"/>'):
        results = read(content)
        assert counts(results) == (0, 0, 0, 0)
        assert "nothing" in notes(results)


def test_a_member_that_wants_out_of_the_archive_is_not_followed():
    header = json.dumps({"status": "success", "eval": {"task": "t", "model": "m"}}).encode()
    sample = json.dumps({"id": "x", "epoch": 1, "scores": {"match": {"value": "C"}}}).encode()
    results = read(zipped(("../../etc/x", b"x"), ("samples/../../a.json", sample), ("header.json", header)))

    assert counts(results) == (0, 0, 0, 0)


def packed_with_zstandard(content: bytes, *, told: int, checksum: int | None = None) -> bytes:
    """A zip with one member packed by method 93, whose sizes may lie."""
    packed, name = zstandard.ZstdCompressor().compress(content), b"header.json"
    crc = zlib.crc32(content) if checksum is None else checksum
    fields = (20, 0, 93, 0, 0, crc, len(packed), told, len(name))
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *fields, 0) + name + packed
    central = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def test_a_member_packed_with_zstandard_is_read_and_one_that_lies_is_refused():
    header = json.dumps({"status": "success", "eval": {"task": "t", "model": "m"}}).encode()

    assert read(packed_with_zstandard(header, told=len(header))).format == "inspect-ai"
    for lie in (
        packed_with_zstandard(header, told=len(header) - 1),
        packed_with_zstandard(header, told=len(header) + 5),
        packed_with_zstandard(header, told=len(header), checksum=1),
    ):
        with pytest.raises(Refused, match="damaged"):
            read(lie)


def test_a_locked_member_is_refused():
    raw = bytearray(zipped(("header.json", b"{}")))
    raw[6] |= 1
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(Refused, match="locked with a password"):
        read(bytes(raw))


def test_samples_that_hold_very_long_traces_are_read_by_their_summaries():
    header = json.dumps({"status": "success", "eval": {"task": "t", "model": "m"}}).encode()
    summary = json.dumps([{"id": "x", "epoch": 1, "scores": {"match": {"value": "C"}}}]).encode()
    trace = ("samples/x_epoch_1.json", b" " * 17_000_000)
    results = read(zipped(("header.json", header), trace, ("summaries.json", summary)))

    assert by_task(results) == {"x / m": (1, 0, 0, 0)}
    assert "summaries" in notes(results)
