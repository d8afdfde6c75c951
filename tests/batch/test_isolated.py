"""A file read in a process of its own costs the caller nothing, whatever it does."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

import tildeling
from marked_letters import plain
from tildeling.errors import (
    DamagedPdfError,
    InputNotFoundError,
    NotAnAllocationLetterError,
    NotAPdfError,
    TildelingError,
    TooLargeError,
)
from tildeling.limits import Limits
from tildeling.parsing import document_tables
from tildeling.read.page import Page
from tildeling.read.pdfium import PdfiumReader

LETTERS = Path(__file__).parent.parent / "fixtures" / "letters"
LETTER = LETTERS / "kyst-2025-tildelingsbrev.pdf"


class Odd(PdfiumReader):
    """A reader as bad as the file that it is given makes it."""

    def __init__(self, does: str) -> None:
        self.does = does

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """Does what it was made for."""
        if self.does == "hangs":
            while True:
                pass
        if self.does == "takes memory":
            bytearray(8 * 1024**3)
        os.kill(os.getpid(), getattr(signal, self.does))
        return super().read(data, limits)


def test_it_gives_the_same_letter() -> None:
    letter = tildeling.parse(LETTER, isolated=True)
    assert letter == tildeling.parse(LETTER)
    assert letter.show(1).size[0] > 0  # it knows its file


def test_it_gives_the_same_tables() -> None:
    assert document_tables(LETTER, isolated=True) == document_tables(LETTER)
    assert tildeling.tables(LETTER, isolated=True)


def test_it_reads_plain_text_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Tildelingsbrev for 2026 til Helsedirektoratet\n", encoding="utf-8")
    assert tildeling.parse(file, isolated=True) == tildeling.parse(file)


@pytest.mark.parametrize(
    ("does", "error", "told"),
    [
        ("hangs", TooLargeError, r"letter\.pdf was not read within 0\.5 seconds\."),
        ("takes memory", TooLargeError, "needs more memory than there is"),
        ("SIGABRT", TooLargeError, r"letter\.pdf needs more memory than allowed\."),
        ("SIGSEGV", DamagedPdfError, r"letter\.pdf: what reads it crashed: killed by SIGSEGV\."),
    ],
)
def test_what_it_does_to_itself_is_told(does: str, error: type[TildelingError], told: str) -> None:
    limits = Limits(max_seconds=0.5 if does == "hangs" else 60)
    with pytest.raises(error, match=told):
        tildeling.parse(plain(), name="letter.pdf", limits=limits, reader=Odd(does), isolated=True)


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"%PDF-1.7 x", DamagedPdfError), (b"x", NotAPdfError), (b"", NotAPdfError)],
)
def test_errors_are_the_same(data: bytes, error: type[TildelingError]) -> None:
    told = []
    for isolated in (False, True):
        with pytest.raises(error) as found:
            tildeling.parse(data, name="a.pdf", isolated=isolated)
        told.append(str(found.value))
    assert told[0] == told[1]


def test_a_file_that_is_missing_or_no_letter_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError):
        tildeling.parse(tmp_path / "none.pdf", isolated=True)
    file = tmp_path / "a.txt"
    file.write_text("Hei på deg", encoding="utf-8")
    with pytest.raises(NotAnAllocationLetterError):
        tildeling.parse(file, isolated=True)


def test_want_of_memory_in_any_room_is_the_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> object:
        raise MemoryError

    monkeypatch.setattr("tildeling.parsing._letter", exhausted)
    with pytest.raises(TooLargeError, match="needs more memory than there is"):
        tildeling.parse(plain())
