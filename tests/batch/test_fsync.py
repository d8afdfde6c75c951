"""Letters that are on the disk before they count as written, for whoever asks for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tildeling import convert
from tildeling.batch.manifest import NAME, Manifest
from tildeling.batch.places import LocalFolder
from tildeling.batch.result import ConversionResult

from .archives import outputs, write_letters

Kept = list[tuple[str, set[str]]]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kept:
    """What was asked to be on the disk, and the names in the folder at that moment."""
    seen: Kept = []

    def fsync(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        seen.append((path.name, {entry.name for entry in tmp_path.iterdir()}))

    monkeypatch.setattr(os, "fsync", fsync)
    return seen


def test_a_file_is_on_the_disk_before_it_has_its_name_and_the_name_after(
    tmp_path: Path, kept: Kept
) -> None:
    LocalFolder(str(tmp_path), fsync=True).write("brev.json", b"{}")
    (first, before), (second, after) = kept
    assert before == {first}
    assert (second, after) == (tmp_path.name, {"brev.json"})


def test_a_line_of_the_manifest_is_on_the_disk_when_it_is_added(tmp_path: Path, kept: Kept) -> None:
    manifest = Manifest(LocalFolder(str(tmp_path), fsync=True))
    kept.clear()
    manifest.add(ConversionResult(path="brev.pdf", status="failed", error="damaged"))
    assert [name for name, _ in kept] == [NAME]
    manifest.close()


def test_nobody_waits_for_the_disk_who_did_not_ask(tmp_path: Path, kept: Kept) -> None:
    folder = LocalFolder(str(tmp_path))
    folder.make()
    folder.write("brev.json", b"{}")
    with_one = Manifest(folder)
    with_one.add(ConversionResult(path="brev.pdf", status="ok"))
    with_one.close()
    assert kept == []


def test_a_run_with_it_writes_what_a_run_without_it_writes(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    for name, fsync in (("a", False), ("b", True)):
        results = convert(tmp_path / "in", tmp_path / name, jobs=1, format="jsonl", fsync=fsync)
        assert [result.status for result in results] == ["ok", "ok"]
    assert outputs(tmp_path / "a") == outputs(tmp_path / "b")
    assert (tmp_path / "b" / "letters.jsonl").read_bytes().count(b"\n") == 2
