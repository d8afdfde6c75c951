"""`tildeling convert` as somebody types it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from pdf_builder import PdfPage, pdf
from tildeling.batch.progress import Lines
from tildeling.batch.result import ConversionResult, ErrorCode
from tildeling.batch.telling import failed, table
from tildeling.cli import app
from tildeling.errors import NotAPdfError, TildelingError
from tildeling.words import words_in

from .archives import by_name, outputs, write_letters


def run(*arguments: str | Path, given: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["convert", *map(str, arguments)], input=given)


def test_all_well_is_status_0_and_nothing_on_stdout(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 3)
    result = run(tmp_path / "in", "--out", tmp_path / "out", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    # On a busy machine it takes more than a second, after which progress is said.
    closing = [line for line in result.stderr.splitlines() if " of 3" not in line]
    assert closing[0].split() == ["ok", "3"]
    assert len(outputs(tmp_path / "out")) == 3


def test_a_failure_is_status_1_and_counted_in_the_closing_table(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 1)
    (tmp_path / "in" / "tom.pdf").write_bytes(b"")
    result = run(tmp_path / "in", "--out", tmp_path / "out", "--jobs", "1")
    assert result.exit_code == 1
    assert [line.split()[:3] for line in result.stderr.splitlines()][1] == [
        *("failed", "not_a_pdf", "1")
    ]


def test_the_closing_table_names_what_failed_and_says_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_letters(folder, 1)
    for number in range(7):
        (folder / f"tom-{number}.pdf").write_bytes(b"")
    (folder / "kake.txt").write_text("Ta to egg.", encoding="utf-8")
    result = run(folder, "--out", tmp_path / "out", "--jobs", "1")
    empty, recipe = result.stderr.split("\n\n")[1:]
    first, *named, last = empty.splitlines()
    assert first == f"{NotAPdfError.hint} [not_a_pdf]"
    assert [Path(name.strip()).parent for name in named] == [folder] * 5
    assert last.strip() == f"2 more: see {tmp_path / 'out'}/manifest.jsonl"
    assert recipe.splitlines()[1:] == [f"    {folder / 'kake.txt'}"]


def test_a_picture_fails_with_the_option_that_reads_it(tmp_path: Path) -> None:
    (tmp_path / "bilde.pdf").write_bytes(pdf(PdfPage("")))
    told = run(tmp_path / "bilde.pdf", "--out", tmp_path / "out", "--jobs", "1").stderr
    assert "Run again with --ocr, which reads pages that are pictures. [no_text_layer]" in told


def test_every_reason_to_fail_has_its_own_hint() -> None:
    hints = {
        failed([ConversionResult(path="a", status="failed", error=error)], 1, "", words_in("en"))[0]
        for error in get_args(ErrorCode)
    }
    assert len(hints) == len(get_args(ErrorCode))
    assert not any(TildelingError.hint in hint for hint in hints)


def test_only_files_that_fit_a_pattern_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    letters = write_letters(folder / "2024", 2)
    write_letters(folder / "2023", 1)
    (folder / "2024" / "liste.csv").write_text("a;b", encoding="utf-8")
    letters[0].rename(letters[0].with_suffix(".TXT"))
    result = run(folder, "--include", "2024/*.txt", "--out", tmp_path / "out", "--jobs", "1")
    assert result.exit_code == 0
    assert len(outputs(tmp_path / "out")) == 2


def test_files_given_by_name_need_fit_no_pattern(tmp_path: Path) -> None:
    (letter,) = write_letters(tmp_path, 1)
    result = run(letter, "--include", "*.pdf", "--out", tmp_path / "out", "--jobs", "1")
    assert result.exit_code == 0
    assert len(outputs(tmp_path / "out")) == 1


def test_a_pattern_holds_for_what_is_in_an_archive_and_not_for_the_archive(tmp_path: Path) -> None:
    (letter,) = write_letters(tmp_path / "letters", 1)
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "brev.zip", "w") as archive:
        archive.write(letter, "2024/brev.txt")
        archive.writestr("2024/liste.csv", "a;b")
    result = run(tmp_path / "in", "--include", "*.txt", "--out", tmp_path / "out", "--jobs", "1")
    assert result.exit_code == 0
    assert len(outputs(tmp_path / "out")) == 1


def test_the_closing_table_is_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "tom.pdf").write_bytes(b"")
    result = run(tmp_path / "tom.pdf", "--out", tmp_path / "out", "--jobs", "1", "--lang", "nb")
    lines = [line for line in result.stderr.splitlines() if line]
    assert [line.split()[0] for line in lines[:2]] == ["feilet", "i"]
    assert lines[2].startswith("Oppgi en PDF")


def test_quiet_says_nothing(tmp_path: Path) -> None:
    result = run(tmp_path / "gone.pdf", "--out", tmp_path / "out", "--jobs", "1", "--quiet")
    assert (result.exit_code, result.output) == (1, "")


@pytest.mark.parametrize("separator", [b"\n", b"\r\n", b"\0"])
def test_paths_may_come_on_stdin(tmp_path: Path, separator: bytes) -> None:
    paths = write_letters(tmp_path / "på norsk", 2)
    given = separator.join(os.fsencode(path) for path in paths) + separator
    result = run("-", "--out", tmp_path / "out", "--jobs", "1", given=given)
    assert result.exit_code == 0
    assert set(by_name(tmp_path / "out")) == {path.name for path in paths}


def test_a_name_with_a_newline_may_come_on_stdin_between_null_bytes(tmp_path: Path) -> None:
    (path,) = write_letters(tmp_path / "in", 1)
    odd = path.rename(path.with_name("to\nlinjer.txt"))
    given = os.fsencode(odd) + b"\0"
    assert run("-", "--out", tmp_path / "out", "--jobs", "1", given=given).exit_code == 0


def test_limits_are_passed_on(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 1)
    options = ["--jobs", "1", "--max-bytes", "10", "--max-pages", "3"]
    run(tmp_path / "in", "--out", tmp_path / "out", *options)
    assert by_name(tmp_path / "out")["tillegg-001.txt"]["error"] == "too_large"


@pytest.mark.parametrize(
    "arguments",
    [
        ("in",),
        ("--out", "out"),
        ("in", "--out", "out", "--format", "xml"),
        ("in", "--out", "out", "--jobs", "0"),
        ("in", "--out", "out", "--timeout", "0"),
        (".", "--out", "."),
        ("in", "--out", "out", "--include", ""),
    ],
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.system
def test_a_terminal_shows_a_bar_with_rate_and_failures(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 5)
    (tmp_path / "in" / "tom.pdf").write_bytes(b"")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tildeling", "convert", str(tmp_path / "in")]
    process = subprocess.Popen([*command, "--out", str(tmp_path / "out")], stderr=theirs)
    os.close(theirs)
    shown = _read_all(ours)
    assert process.wait() == 1
    assert "Converting" in shown
    assert "1 failed" in shown
    assert "/s" in shown
    closing = [line.split()[0] for line in shown.rstrip().splitlines()[-6:] if line.strip()]
    assert closing[1:4] == ["failed", "total", "Give"]


def _read_all(terminal: int) -> str:
    data = b""
    try:
        while part := os.read(terminal, 4096):
            data += part
    except OSError:  # what a closed terminal says on Linux
        pass
    os.close(terminal)
    return data.decode("utf-8", "replace")


def test_a_log_gets_a_line_every_ten_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter(range(0, 1000, 4))
    monkeypatch.setattr("tildeling.batch.progress.time.monotonic", lambda: float(next(now)))
    lines = Lines(100)
    for _ in range(10):
        lines.step(failed=2)
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert told[0] == "3 of 100 files, 0.2 a second, 6 min 28 s left, 2 failed"


def test_the_closing_table_has_what_went_well_first_and_the_most_frequent_failure_next() -> None:
    counts = Counter(
        {("failed", "damaged"): 2, ("failed", "encrypted"): 5, ("ok", ""): 1, ("partial", ""): 1}
    )
    assert [line.split()[:2] for line in table(counts, 1.0, words_in("en"))] == [
        ["ok", "1"],
        ["partial", "1"],
        ["failed", "encrypted"],
        ["failed", "damaged"],
        ["total", "9"],
    ]
