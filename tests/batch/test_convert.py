"""What becomes of an archive's files, good and bad."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import ValidationError

import tildeling
from pdf_builder import PdfPage, pdf
from tildeling import ConversionResult, Limits, OutputError, convert

from .archives import (
    LETTERS,
    by_name,
    manifest,
    outputs,
    pdf_letter,
    text_letter,
    write_letters,
)

ENCRYPTED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    f" /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<{'33' * 16}> <{'33' * 16}>]"
)
SCAN = PdfPage("q 400 0 0 300 0 0 cm /P Do Q", pictures=["P"])
BAD = {
    "tom.pdf": (b"", "not_a_pdf"),
    "bilde.pdf": (b"\xff\xd8\xff\xe0 JFIF", "not_a_pdf"),
    "Thumbs.db": (b"\xd0\xcf\x11\xe0", "not_a_pdf"),
    "kuttet.pdf": (pdf_letter(1)[:200], "damaged"),
    "uten-sider.pdf": (pdf(), "damaged"),
    "laast.pdf": (pdf(PdfPage(""), trailer=ENCRYPTED), "encrypted"),
    "skannet.pdf": (pdf(SCAN), "no_text_layer"),
    "stor.pdf": (b"%PDF-1.7\n" + b" " * 70_000, "too_large"),
    "mange.pdf": (pdf(*[PdfPage("")] * 30), "too_large"),
    "meny.txt": (b"Dagens rett: fiskesuppe", "not_an_allocation_letter"),
}
LIMITS = Limits(max_bytes=60_000, max_pages=20)


def run(*paths: Path, out: Path, **options: object) -> list[ConversionResult]:
    return list(convert(paths, out, jobs=1, **options))  # type: ignore[arg-type]


def test_every_good_letter_is_converted_and_every_other_file_explained(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "brev.pdf").write_bytes(pdf_letter(1))
    (folder / "delvis.pdf").write_bytes(pdf_letter(2, SCAN, SCAN))
    (folder / "brev.txt").write_bytes(text_letter(3))
    (folder / "borte.pdf").symlink_to(tmp_path / "ingensteds.pdf")
    results = run(folder, out=out, limits=LIMITS)
    lines = by_name(out)
    assert len(results) == len(lines) == len(BAD) + 4
    assert {name: lines[name]["error"] for name in BAD} == {k: e for k, (_, e) in BAD.items()}
    assert lines["borte.pdf"]["error"] == "not_found"
    good = [lines[name] for name in ("brev.pdf", "delvis.pdf", "brev.txt")]
    assert [line["status"] for line in good] == ["ok", "partial", "ok"]
    assert set(outputs(out)) == {line["output"] for line in good}
    assert all(line["output"] is None for line in lines.values() if line["status"] == "failed")
    assert all(line["message"] for line in lines.values() if line["status"] == "failed")
    assert not list(out.glob(".*"))


def test_the_json_is_that_of_the_letter(tmp_path: Path) -> None:
    path = LETTERS / "skjult-2024-tillegg-1.pdf"
    (result,) = run(path, out=tmp_path)
    letter = tildeling.parse(path)
    assert result.output == "skjult-2024-tillegg-1.json"
    assert (tmp_path / result.output).read_text("utf-8") == letter.model_dump_json(indent=2) + "\n"
    assert (result.sha256, result.pages) == (letter.source.sha256, letter.source.pages)


def test_a_letter_with_unread_pages_is_partial_and_says_which(tmp_path: Path) -> None:
    path = tmp_path / "delvis.pdf"
    path.write_bytes(pdf_letter(1, SCAN))
    (result,) = run(path, out=tmp_path / "out")
    assert result.status == "partial"
    assert result.message == (
        "Page 2 could not be read: it is a picture without text; --ocr (in Python ocr=True) "
        "reads it."
    )


def test_the_manifest_has_a_line_an_input_as_the_results(tmp_path: Path) -> None:
    paths = write_letters(tmp_path / "in", 3)
    results = run(*paths, tmp_path / "gone.pdf", out=tmp_path / "out")
    lines = manifest(tmp_path / "out")
    assert lines == sorted((r.model_dump() for r in results), key=lambda line: str(line["path"]))
    assert set(lines[0]) >= {
        *("path", "sha256", "status", "error", "message", "output", "pages", "seconds")
    }
    assert lines[-1]["sha256"] == hashlib.sha256(paths[-1].read_bytes()).hexdigest()


def test_odd_names_and_twins(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    names = [
        "-rf.txt",
        "med mellomrom.txt",
        "to\nlinjer.txt",
        unicodedata.normalize("NFC", "blåbærøl.txt"),
        unicodedata.normalize("NFD", "blåbærøl.txt"),
        "a" * 246 + ".txt",
        "sub/-rf.txt",
        os.fsdecode(b"latin1-\xe5.txt"),
    ]
    for number, name in enumerate(names, 1):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text_letter(number))
    results = run(folder, out=out)
    assert {result.path for result in results} == {str(folder / name) for name in names}
    assert [result.status for result in results] == ["ok"] * len(names)
    assert {result.status for result in run(folder, out=out)} == {"skipped"}
    found = {json.loads(text)["addendum_number"] for text in outputs(out).values()}
    assert found == set(range(1, len(names) + 1))
    assert {line["path"] for line in manifest(out)} == {str(folder / name) for name in names}


def test_what_is_done_and_unchanged_is_skipped(tmp_path: Path) -> None:
    paths = write_letters(tmp_path / "in", 3)
    out = tmp_path / "out"
    run(*paths, out=out)
    before = {path.name: path.stat().st_ino for path in out.glob("*.json")}
    paths[1].write_bytes(text_letter(9))
    paths[2].touch()
    again = {Path(result.path).name: result for result in run(*paths, out=out)}
    assert [again[path.name].status for path in paths] == ["skipped", "ok", "skipped"]
    assert again[paths[0].name].was == "ok"
    after = {path.name: path.stat().st_ino for path in out.glob("*.json")}
    changed = {name for name, inode in after.items() if before[name] != inode}
    assert changed == {"tillegg-002.json"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda out: (out / "tillegg-001.json").unlink(),
        lambda out: (out / "manifest.jsonl").unlink(),
        lambda out: _replace_in_manifest(out, '"tool_version": "', '"tool_version": "0.0.'),
        lambda out: _replace_in_manifest(out, '"schema_version": "', '"schema_version": "0.'),
    ],
    ids=["the output is gone", "the manifest is gone", "another release", "another schema"],
)
def test_what_is_not_surely_done_is_done_again(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    (path,) = write_letters(tmp_path / "in", 1)
    run(path, out=tmp_path / "out")
    spoil(tmp_path / "out")
    (result,) = run(path, out=tmp_path / "out")
    assert result.status == "ok"
    assert (tmp_path / "out" / "tillegg-001.json").exists()


def _replace_in_manifest(out: Path, old: str, new: str) -> None:
    text = (out / "manifest.jsonl").read_text()
    (out / "manifest.jsonl").write_text(text.replace(old, new))


def test_force_does_all_again(tmp_path: Path) -> None:
    (path,) = write_letters(tmp_path / "in", 1)
    run(path, out=tmp_path / "out")
    (result,) = run(path, out=tmp_path / "out", force=True)
    assert result.status == "ok"


def test_a_skipped_partial_letter_still_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "delvis.pdf"
    path.write_bytes(pdf_letter(1, SCAN))
    for _ in range(3):
        (result,) = run(path, out=tmp_path / "out")
    assert (result.status, result.was) == ("skipped", "partial")
    assert "Page 2" in (result.message or "")


def test_an_input_that_became_bad_loses_its_output_and_one_that_is_away_does_not(
    tmp_path: Path,
) -> None:
    paths = write_letters(tmp_path / "in", 2)
    out = tmp_path / "out"
    run(*paths, out=out)
    paths[0].write_bytes(b"Dagens rett: fiskesuppe")
    paths[1].unlink()
    assert {result.error for result in run(*paths, out=out)} == {
        "not_an_allocation_letter",
        "not_found",
    }
    assert set(outputs(out)) == {"tillegg-002.json"}


@pytest.mark.parametrize("data", [text_letter(1), b"Dagens rett: fiskesuppe"])
@pytest.mark.parametrize("where", ["../victim", "absolute"])
def test_a_manifest_cannot_lead_out_of_its_folder(tmp_path: Path, data: bytes, where: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("nobody's business")
    (tmp_path / "brev.txt").write_bytes(data)
    (tmp_path / "out").mkdir()
    output = str(victim) if where == "absolute" else where
    line = {"path": str(tmp_path / "brev.txt"), "status": "ok", "output": output}
    (tmp_path / "out" / "manifest.jsonl").write_text(json.dumps(line) + "\n")
    run(tmp_path / "brev.txt", out=tmp_path / "out", format="jsonl")
    assert victim.read_text() == "nobody's business"


def test_two_folders_may_be_converted_into_one_after_the_other(tmp_path: Path) -> None:
    for year in ("2025", "2026"):
        write_letters(tmp_path / year, 2)
        run(tmp_path / year, out=tmp_path / "out")
    assert len(manifest(tmp_path / "out")) == len(outputs(tmp_path / "out")) == 4


def test_fail_fast_stops_after_the_first_failure_and_keeps_what_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_letters(folder, 30)
    (folder / "tillegg-010.txt").write_bytes(b"")
    results = run(folder, out=tmp_path / "out", fail_fast=True)
    assert results[-1].status == "failed"
    assert len(results) < 30
    assert len(outputs(tmp_path / "out")) >= len(results) - 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    (path,) = write_letters(tmp_path / "in", 1)
    path.chmod(0)
    (result,) = run(path, out=tmp_path / "out")
    assert result.error == "not_found"
    assert "Permission denied" in (result.message or "")


def test_an_archive_is_not_converted_into_itself(tmp_path: Path) -> None:
    write_letters(tmp_path, 1)
    with pytest.raises(ValueError, match="output folder"):
        convert(tmp_path, tmp_path)


def test_an_output_folder_inside_the_archive_is_not_read(tmp_path: Path) -> None:
    write_letters(tmp_path, 2)
    for _ in range(2):
        results = run(tmp_path, out=tmp_path / "out")
        assert len(results) == 2


def test_one_run_at_a_time(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 8)
    first = convert(tmp_path / "in", tmp_path / "out", jobs=1)
    next(first)
    with pytest.raises(OutputError, match="another run"):
        run(tmp_path / "in", out=tmp_path / "out")
    assert len(list(first)) == 7


def test_an_output_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="Not a directory"):
        run(LETTERS, out=tmp_path / "file" / "out")


@contextmanager
def nobody() -> Iterator[None]:
    """What a user without rights may do, whoever runs the tests."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_an_output_folder_that_cannot_be_listed_is_told() -> None:
    # Not in pytest's own folders, which are closed to others.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        out = Path(folder, "out")
        out.mkdir()
        out.chmod(0o333)
        with nobody(), pytest.raises(OutputError, match="cannot be listed: Permission denied"):
            run(out=out)


def test_no_inputs_are_no_results(tmp_path: Path) -> None:
    assert run(out=tmp_path / "out") == []
    assert manifest(tmp_path / "out") == []


def test_results_are_frozen(tmp_path: Path) -> None:
    (result,) = run(tmp_path / "gone.pdf", out=tmp_path / "out")
    with pytest.raises(ValidationError):
        result.status = "ok"


def test_a_moved_output_folder_is_still_known(tmp_path: Path) -> None:
    paths = write_letters(tmp_path / "in", 1)
    run(*paths, out=tmp_path / "out")
    shutil.move(tmp_path / "out", tmp_path / "moved")
    (result,) = run(*paths, out=tmp_path / "moved")
    assert result.status == "skipped"
