"""A second reading of a page's figures: no figure read off a picture is sure by itself.

Wrong digits look right: a ruling is read as a 1, "85,3" as "85.3". Two readings that differ in kind
seldom make the same mistake, so what both have is sure. Only lines with figures are read again, and
what the first reading left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TypeVar

import cv2

from tildeling.ocr.counterparts import counterparts
from tildeling.ocr.engines import Engine, ReadLine, ReadWord
from tildeling.ocr.figures import differ, has_digit, is_of_figure
from tildeling.ocr.leaders import without_leaders
from tildeling.ocr.pictures import DPI, Grey
from tildeling.ocr.typography import MeasuredWord
from tildeling.read.page import Word
from tildeling.read.view import Box

Doubtful = TypeVar("Doubtful", MeasuredWord, Word)

ReadAs = MeasuredWord | Word

# Dots an inch of the picture that one engine reads a second time.
SECOND_DPI = 220

# About how wide a letter is, in heights of its line.
A_LETTER = 0.3
# A gap of so many heights of the line, between letters that may stand beside it, is a word's.
ROOM = 0.9


def smaller(picture: Grey) -> Grey:
    """The picture at that many dots, so that its letters fall otherwise on the pixels."""
    scale = SECOND_DPI / DPI
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return small.astype(picture.dtype)


class Rescaled:
    """Reads with another engine from the picture at another scale: letters fall otherwise on the
    pixels, and what was read by chance is read otherwise.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.name = f"{engine.name} at {SECOND_DPI} dpi"

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        """The picture's lines."""
        scale = SECOND_DPI / DPI
        return tuple(
            tuple(
                word._replace(
                    x0=word.x0 / scale,
                    top=word.top / scale,
                    x1=word.x1 / scale,
                    bottom=word.bottom / scale,
                )
                for word in line
            )
            for line in self.engine.read(smaller(picture))
        )


class Tesseract:
    """Reads with tesseract and its Norwegian, where the machine has both."""

    name = "tesseract"

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        """The picture's lines."""
        _, png = cv2.imencode(".png", picture)
        found = subprocess.run(
            ["tesseract", "-", "-", "-l", "nor", "--dpi", str(DPI), "--psm", "11", "tsv"],
            input=png.tobytes(),
            capture_output=True,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        rows = (row.split("\t") for row in found.stdout.decode("utf-8").splitlines()[1:])
        words = (row for row in rows if row[0] == "5" and row[11].strip())
        return tuple(
            tuple(_word(row) for row in line) for _, line in groupby(words, lambda row: row[1:5])
        )


def _word(row: Sequence[str]) -> ReadWord:
    left, top, width, height = map(int, row[6:10])
    return ReadWord(row[11], left, top, left + width, top + height)


@cache
def has_tesseract() -> bool:
    """Whether the machine has tesseract with its Norwegian."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False)
    return b"nor" in listed.stdout.split()


def second_of(engine: Engine) -> Engine:
    """The reader of the second reading, beside an engine's first one."""
    return Tesseract() if has_tesseract() else Rescaled(engine)


def read_again(
    first: Sequence[ReadLine],
    second: Engine,
    picture: Grey,
    measure: Callable[[ReadLine], list[MeasuredWord]],
) -> list[list[MeasuredWord]]:
    """The lines of a picture. Figures that the second reading has otherwise carry what it has, and
    those that only it has stand among them.
    """
    lines = [found for line in first if (found := measure(line))]
    others = without_leaders(second.read(_figures_alone(picture, first))) if first else ()
    told = [doubted(line, others) for line in lines]
    missed = (found for line in _missed(lines, others) if (found := measure(line)))
    return [*told, *([word._replace(doubt="") for word in line] for line in missed)]


def _figures_alone(picture: Grey, lines: Iterable[ReadLine]) -> Grey:
    """The picture without the lines that hold no figures."""
    alone = picture.copy()
    kept = []
    for line in lines:
        x0, top = (max(int(min(edges)), 0) for edges in list(zip(*line, strict=True))[1:3])
        x1, bottom = (int(max(edges)) + 1 for edges in list(zip(*line, strict=True))[3:5])
        if any(is_of_figure(word.text) for word in line):
            kept.append((x0, top, x1, bottom))
        else:
            alone[top:bottom, x0:x1] = 255
    for x0, top, x1, bottom in kept:  # the boxes of lines reach into each other
        alone[top:bottom, x0:x1] = picture[top:bottom, x0:x1]
    return alone


def doubted(line: Sequence[Doubtful], others: Iterable[ReadLine]) -> list[Doubtful]:
    """The words of a line; those whose figures the second reading has otherwise say so."""
    if not any(is_of_figure(word.text) for word in line):
        return list(line)
    theirs = counterparts(line, _beside(line, others))
    return [
        word._replace(doubt=other) if differ(word.text, other) else word
        for word, other in zip(line, theirs, strict=True)
    ]


def _beside(line: Sequence[ReadAs], others: Iterable[ReadLine]) -> list[ReadWord]:
    """The words of the second reading that stand where the line does, from the left."""
    pieces = _pieces(line)
    found = [word for other in others for word in other if _is_on(word, pieces)]
    return sorted(found, key=lambda word: word.x0)


def _pieces(line: Sequence[ReadAs]) -> list[Box]:
    """Where a line's words stand without a space that another word has room in.

    An engine says where a word stands to within a letter.
    """
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    height = bottom - top
    found: list[Box] = []
    for word in line:
        x0, x1 = word.x0 - A_LETTER * height, word.x1 + A_LETTER * height
        if found and x0 - found[-1][2] < ROOM * height:
            x0 = found.pop()[0]
        found.append((x0, top, x1, bottom))
    return found


def _is_on(word: ReadWord, pieces: Iterable[Box]) -> bool:
    """True where a word's middle lies on one of the pieces."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in pieces)


def _missed(
    lines: Iterable[Sequence[MeasuredWord]], others: Iterable[ReadLine]
) -> Iterator[ReadLine]:
    """Figures, with what stands on their line, where the first reading has nothing."""
    known = [piece for line in lines for piece in _pieces(line)]
    for other in others:
        for is_new, run in groupby(other, lambda word: not _is_on(word, known)):
            words = tuple(run)
            if is_new and any(has_digit(word.text) for word in words):
                yield words
