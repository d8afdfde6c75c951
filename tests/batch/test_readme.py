"""An output folder says what is in it, and can be moved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import tildeling
from tildeling import convert
from tildeling.batch.places import LocalFolder
from tildeling.batch.readme import write_readme

from .archives import manifest, pdf_letter, write_letters


def test_a_folder_says_what_is_in_it_in_both_languages(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 1)
    list(convert(tmp_path / "in", tmp_path / "out", jobs=1))
    text = (tmp_path / "out" / "README.txt").read_text("utf-8-sig")
    assert "NORSK" in text
    assert "ENGLISH" in text
    assert "manifest.jsonl" in text
    assert "skjemaversjon 2)" in text


def test_a_readme_that_somebody_else_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text("Min mappe", encoding="utf-8")
    write_readme(LocalFolder(str(tmp_path)))
    assert (tmp_path / "README.txt").read_text("utf-8") == "Min mappe"


def test_a_readme_of_an_older_release_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tildeling.batch.readme.versions", lambda: ("0.0.1", "1"))
    write_readme(LocalFolder(str(tmp_path)))
    monkeypatch.undo()
    write_readme(LocalFolder(str(tmp_path)))
    assert "0.0.1" not in (tmp_path / "README.txt").read_text("utf-8-sig")


def test_a_folder_that_is_moved_with_its_letters_finds_them(tmp_path: Path) -> None:
    letters = tmp_path / "here" / "in" / "brev"
    letters.mkdir(parents=True)
    (letters / "brev.pdf").write_bytes(pdf_letter(1))
    list(convert(letters, tmp_path / "here" / "out", jobs=1))
    (line,) = manifest(tmp_path / "here" / "out")
    assert line["from_output"] == "../in/brev/brev.pdf"
    shutil.move(tmp_path / "here", tmp_path / "there")
    found = tildeling.load(tmp_path / "there" / "out").path_of(line["sha256"])
    assert found is not None
    assert found.read_bytes() == pdf_letter(1)


def test_a_folder_that_is_moved_alone_answers_all_the_same(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="parquet"))
    shutil.rmtree(tmp_path / "in")
    shutil.move(tmp_path / "out", tmp_path / "moved")
    archive = tildeling.load(tmp_path / "moved")
    assert archive.count("assignments").total == 2
    assert len(list(archive)) == 2
    assert archive.deadlines().rows[0].file == "tillegg-001.txt"


def test_no_file_in_a_folder_but_the_manifest_names_a_place_outside(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 1)
    list(convert(tmp_path / "in", tmp_path / "out", jobs=1, format="csv"))
    for file in (tmp_path / "out").iterdir():
        if file.name != "manifest.jsonl":
            assert str(tmp_path) not in file.read_text("utf-8")
