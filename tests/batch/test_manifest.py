from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from tildeling.batch.manifest import NAME, Manifest
from tildeling.batch.places import folder_at
from tildeling.batch.result import ConversionResult


def result(path: str, **values: str) -> ConversionResult:
    return ConversionResult.model_validate({"path": path, "status": "ok", **values})


def opened(folder: Path) -> Manifest:
    return Manifest(folder_at(str(folder)))


def written(folder: Path, *results: ConversionResult) -> bytes:
    with closing(opened(folder)) as manifest:
        for one in results:
            manifest.add(one)
    return (folder / NAME).read_bytes()


def test_what_was_added_is_there_in_the_next_run(tmp_path: Path) -> None:
    made = result("a.pdf", output="a.json")
    written(tmp_path, made)
    assert list(opened(tmp_path)) == [made]
    assert opened(tmp_path).result_of("a.pdf") == made
    assert opened(tmp_path).outputs() == {"a.pdf": "a.json"}


def test_lines_are_sorted_and_one_an_input_when_it_is_closed(tmp_path: Path) -> None:
    newest = result("b.pdf", sha256="2" * 64)
    data = written(tmp_path, result("b.pdf", sha256="1" * 64), result("a.pdf"), newest)
    assert [line.count(b"path") for line in data.splitlines()] == [1, 1]
    assert list(opened(tmp_path)) == [result("a.pdf"), newest]


def test_every_line_is_on_the_disk_as_soon_as_it_is_added(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as manifest:
        manifest.add(result("a.pdf"))
        assert (tmp_path / NAME).read_bytes().count(b"\n") == 1


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_line_that_a_killed_run_left_broken_is_healed(tmp_path: Path, cut: int) -> None:
    data = written(tmp_path, result("a.pdf"), result("b.pdf"))
    (tmp_path / NAME).write_bytes(data[:-cut])
    with closing(opened(tmp_path)) as manifest:
        kept = [one.path for one in manifest]
        manifest.add(result("b.pdf"))
    assert kept == (["a.pdf"] if cut > 1 else ["a.pdf", "b.pdf"])
    assert (tmp_path / NAME).read_bytes() == data


RUBBISH = [
    *(b"\0" * 50, b"\xff\xfe", b"{}", b"[]", b'{"path": 1}', b"1", b"[" * 100_000, b"9" * 5_000),
    b'{"path": "b.pdf", "status": "ok", "sha256": "zz"}',
]
FOREIGN = [
    *("../victim", "/etc/passwd", "..", ".", "", "a\0.json", "sub/b.json", "..\\b.json"),
    *("manifest.jsonl", "letters.jsonl", "letters.csv", "a.json", "c.json", "b.json/../../victim"),
    *("b-486c6a9d.json", "b-.json", ".tildeling-unfinished-b.json", "https://host/b.json"),
]


@pytest.mark.parametrize("name", FOREIGN)
def test_a_line_whose_output_has_a_name_of_somebody_elses_goes(tmp_path: Path, name: str) -> None:
    data = written(tmp_path, result("a.pdf", output="a.json"))
    written(tmp_path, result("b.pdf", output=name))
    opened(tmp_path).close()
    assert (tmp_path / NAME).read_bytes() == data


def test_no_two_inputs_have_one_output(tmp_path: Path) -> None:
    written(tmp_path, result("x/a.pdf", output="a.json"), result("y/A.pdf", output="A.json"))
    assert opened(tmp_path).outputs() == {"x/a.pdf": "a.json"}


@pytest.mark.parametrize("rubbish", RUBBISH, ids=range(len(RUBBISH)))
def test_lines_that_are_none_of_ours_go(tmp_path: Path, rubbish: bytes) -> None:
    data = written(tmp_path, result("a.pdf"))
    (tmp_path / NAME).write_bytes(rubbish + b"\n" + data)
    opened(tmp_path).close()
    assert (tmp_path / NAME).read_bytes() == data


def test_a_path_that_is_no_text_comes_back(tmp_path: Path) -> None:
    path = os.fsdecode(b"latin1-\xe5\n.pdf")
    written(tmp_path, result(path))
    assert [one.path for one in opened(tmp_path)] == [path]


def test_fields_of_a_later_release_are_passed_over(tmp_path: Path) -> None:
    data = written(tmp_path, result("a.pdf"))
    (tmp_path / NAME).write_bytes(data.replace(b'{"path"', b'{"colour": "red", "path"'))
    assert list(opened(tmp_path)) == [result("a.pdf")]
