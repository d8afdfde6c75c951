"""Scans in an archive: read page by page, kept beside the output, and never read twice."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tildeling import ConversionResult, Letter, Limits, OutputError, convert, parse
from tildeling.batch.bar import Bar
from tildeling.batch.places import KEPT
from tildeling.batch.progress import Lines
from tildeling.batch.recognise import PageTask, pages_told, recognise_page
from tildeling.batch.worker import Task
from tildeling.cli import app
from tildeling.door import pages_shown
from tildeling.ocr.engines import ReadLine, ReadWord
from tildeling.ocr.pictures import Grey

from .archives import by_name, manifest, outputs, write_letters

FIXTURES = Path(__file__).parents[1] / "fixtures"
SCAN = FIXTURES / "scans" / "ramme-2023-tillegg-1.pdf"
TITLE = ["Tillegg", "nr.", "1", "til", "tildelingsbrev", "for", "2023", "til", "Ferjetilsynet"]


class Counting:
    """An engine that reads a title off every picture, and counts the pages that it is shown first:
    a second reading gets them smaller.
    """

    name = "counting 1"
    shown = 0

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        Counting.shown += picture.shape[0] > 3_000
        # Where the title stands on the page, so that there is ink.
        width = 1900 / len(TITLE)
        places = enumerate(TITLE)
        return (
            tuple(
                ReadWord(w, 290 + at * width, 880, 270 + (at + 1) * width, 960) for at, w in places
            ),
        )

    def read_line(self, line: Grey) -> tuple[str, float]:
        return "", 0.0


class Here(ThreadPoolExecutor):
    """Does everything at once, in this thread."""

    def submit(self, fn: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*arguments, **keywords))
        return future


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counting]:
    """The engine, in this process and no other."""
    monkeypatch.setattr(multiprocessing, "get_start_method", lambda allow_none: "loky")
    monkeypatch.setattr("tildeling.ocr.engines.RapidEngine", Counting)
    monkeypatch.setattr("tildeling.batch.kept.RapidEngine", Counting)
    monkeypatch.setattr(Counting, "name", "counting 1")
    monkeypatch.setattr(Counting, "shown", 0)
    return Counting


def run(out: Path, **options: Any) -> ConversionResult:
    (result,) = convert(SCAN, out, executor=Here(), ocr=True, **options)
    return result


def kept(out: Path) -> Path:
    (file,) = (out / KEPT).iterdir()
    return file


def test_a_second_run_reads_no_picture_again(tmp_path: Path, counted: type[Counting]) -> None:
    first = run(tmp_path)
    assert (first.status, counted.shown) == ("ok", 1)
    assert kept(tmp_path).name == f"{first.sha256}-1.json"
    letter = (tmp_path / str(first.output)).read_bytes()
    again = run(tmp_path, force=True)
    assert (again.status, counted.shown) == ("ok", 1)
    assert (tmp_path / str(again.output)).read_bytes() == letter


@pytest.mark.parametrize("damaged", [b"", b"{", b'{"reading": "counting 1", "page": {}}'])
def test_a_kept_page_that_is_damaged_is_read_and_written_anew(
    tmp_path: Path, counted: type[Counting], damaged: bytes
) -> None:
    run(tmp_path)
    whole = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(damaged)
    assert run(tmp_path, force=True).status == "ok"
    assert counted.shown == 2
    assert kept(tmp_path).read_bytes() == whole


def test_a_page_that_another_engine_read_is_read_anew(
    tmp_path: Path, counted: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path)
    monkeypatch.setattr(counted, "name", "counting 2")
    run(tmp_path, force=True)
    assert counted.shown == 2
    assert "counting 2" in kept(tmp_path).read_text()


def test_a_run_with_recognition_and_one_without_have_results_of_their_own(
    tmp_path: Path, counted: type[Counting]
) -> None:
    (plain,) = convert(SCAN, tmp_path, executor=Here())
    assert (plain.error, plain.ocr) == ("no_text_layer", False)
    assert "page 1 is a picture" in (plain.message or "")
    assert "--ocr" in (plain.message or "")
    read = run(tmp_path)
    assert (read.status, read.ocr) == ("ok", True)
    assert run(tmp_path).status == "skipped"
    (plain,) = convert(SCAN, tmp_path, executor=Here())
    assert plain.error == "no_text_layer"
    assert not outputs(tmp_path)
    assert counted.shown == 1


def test_pages_are_kept_behind_a_url_too(counted: type[Counting]) -> None:
    (first,) = convert(SCAN, "memory://recognised-out", executor=Here(), ocr=True)
    (again,) = convert(SCAN, "memory://recognised-out", executor=Here(), ocr=True, force=True)
    assert (first.status, again.status, counted.shown) == ("ok", "ok", 1)


def test_a_page_that_cannot_be_kept_ends_the_run(
    tmp_path: Path, counted: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutputError("the disk is full")

    monkeypatch.setattr("tildeling.batch.kept.KeptPages.keep", full)
    with pytest.raises(OutputError, match="full"):
        run(tmp_path)


def test_a_page_of_a_file_that_was_changed_meanwhile_is_not_taken_for_the_letters(
    tmp_path: Path, counted: type[Counting]
) -> None:
    page = PageTask(Task(str(SCAN), "", str(tmp_path), Limits(), ocr=True), "0" * 64, 1)
    assert "changed while it was read" in str(recognise_page(page).error)
    assert counted.shown == 0
    assert not (tmp_path / KEPT).exists()


def test_workers_read_scans_among_letters_and_tell_of_pages(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 3)
    (tmp_path / "in" / "skannet.pdf").write_bytes(SCAN.read_bytes())
    out = tmp_path / "out"
    results = {Path(one.path).name: one for one in convert(tmp_path / "in", out, ocr=True, jobs=2)}
    assert {one.status for one in results.values()} == {"ok"}
    letter = Letter.model_validate_json((out / "skannet.json").read_bytes())
    assert letter.budget_tables[0].rows[-1].amounts == (1_511_600_000, 11_850_000, 1_523_450_000)
    assert results["skannet.pdf"].seconds > results["tillegg-001.txt"].seconds
    before = kept(out).stat().st_mtime_ns
    again = CliRunner().invoke(
        app, ["convert", str(tmp_path / "in"), "--out", str(out), "--ocr", "--force", "--quiet"]
    )
    assert again.exit_code == 0, again.stderr
    assert kept(out).stat().st_mtime_ns == before


def test_a_page_over_its_time_fails_its_letter_and_no_other(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    (tmp_path / "in" / "skannet.pdf").write_bytes(SCAN.read_bytes())
    limits = Limits(max_seconds_per_ocr_page=0.001)
    list(convert(tmp_path / "in", tmp_path / "out", ocr=True, jobs=2, limits=limits))
    lines = by_name(tmp_path / "out")
    assert lines["skannet.pdf"]["error"] == "too_large"
    assert (
        "page 1: its picture was not read within 0.001 seconds" in lines["skannet.pdf"]["message"]
    )
    assert lines["tillegg-001.txt"]["status"] == "ok"


def test_a_missing_extra_is_told_before_the_first_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_letters(tmp_path / "in", 1)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    arguments = ["convert", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--ocr"]
    result = CliRunner().invoke(app, [*arguments, "--quiet"])
    assert result.exit_code == 1
    assert "pip install 'tildeling[ocr]'" in result.stderr
    assert not (tmp_path / "out").exists()


def test_lines_tell_of_pages_while_a_long_letter_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter([0, 5, 11, 12])
    monkeypatch.setattr("tildeling.batch.progress.time.monotonic", lambda: float(next(now)))
    lines = Lines(1)
    for read in (0, 1, 2):
        lines.pages(read, 30)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(", 1 of 30 pictures of pages read")


def test_the_bar_tells_of_pages_while_a_long_letter_is_read() -> None:
    with Bar(2) as bar:
        bar.pages(1, 30)
        assert bar.progress.tasks[0].fields["pages"] == ", 1 of 30 pictures of pages read"


def on_a_terminal(*pages: tuple[int, int]) -> None:
    with pages_shown(ocr=True):
        told = pages_told.get()
        assert told is not None
        for read, known in pages:
            told(read, known)


def test_a_terminal_shows_how_many_pages_are_read_and_is_left_clean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    on_a_terminal((0, 10), (9, 10), (10, 10))
    first, second = "0 of 10 pictures of pages read", "9 of 10 pictures of pages read"
    assert capsys.readouterr().err.split("\r") == ["", first, first, second, second, " " * 30, ""]


def test_a_page_that_ends_the_reading_leaves_the_terminal_clean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with suppress(KeyboardInterrupt), pages_shown(ocr=True):
        told = pages_told.get()
        assert told is not None
        told(0, 2)
        raise KeyboardInterrupt
    assert capsys.readouterr().err.endswith("\r" + " " * 29 + "\r")


@pytest.mark.parametrize(("ocr", "is_terminal"), [(True, False), (False, True)])
def test_logs_and_letters_of_text_are_told_of_no_pages(
    ocr: bool, is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    with pages_shown(ocr=ocr):
        assert pages_told.get() is None


def test_who_asks_is_told_of_each_page_of_a_letter(
    counted: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tildeling.batch.recognise.may_have_children", lambda: False)
    found: list[tuple[int, int]] = []
    token = pages_told.set(lambda read, known: found.append((read, known)))
    parse(SCAN, ocr=True)
    pages_told.reset(token)
    assert found == [(0, 1), (1, 1)]


def test_ctrl_c_while_a_picture_is_read_ends_with_130_and_what_is_done_stays(
    tmp_path: Path,
) -> None:
    write_letters(tmp_path / "in", 1)
    (tmp_path / "in" / "skannet.pdf").write_bytes(SCAN.read_bytes())
    out = tmp_path / "out"
    command = ["convert", str(tmp_path / "in"), "--out", str(out), "--ocr", "--jobs", "1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "tildeling", *command],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not (out / "tillegg-001.json").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)  # The scan's page is being read.
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert [Path(str(line["path"])).name for line in manifest(out)] == ["tillegg-001.txt"]
    assert json.loads((out / "tillegg-001.json").read_text())["title"]
