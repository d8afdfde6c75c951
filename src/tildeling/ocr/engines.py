"""Programs that read the letters of a picture, behind one interface.

Each gives lines of words with boxes in the picture's pixels. What a word's box is exactly, how
large its type is and whether it is bold is measured from the picture itself (`typography.py`).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from math import hypot
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tildeling.extras import needs_ocr

if TYPE_CHECKING:
    from tildeling.ocr.pictures import Grey

# Longer side (pixels) at which lines are looked for. On a scanned letter of eight pages 960, 1,280
# and 1,600 find the same lines, and all that the engine's own 3,508 finds, at a third of its time;
# small type in tables asks for more than 960.
DETECTION_SIDE = 1280

# The engine makes larger pictures smaller before it reads them, by default at 2,000 pixels: an A4
# page at 170 dots an inch.
LARGEST_SIDE = 10_000


# A line rises by more than this share of its length, on both its edges, where it was put on the
# page aslant: sheets that are drawn through unevenly make 0.005, a pixel at the end of a name 0.03,
# a stamp put down by hand 0.1. A box shorter than four of its heights does not tell.
ASKEW, LONG_ENOUGH = 0.05, 4.0


class ReadWord(NamedTuple):
    """A word as an engine reads it, with its box in pixels of the picture."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    slanted: bool = False
    """True where its line runs askew on a page that is straight, as a stamp's does."""


# The words of one line, or of a piece of it, from the left.
ReadLine = tuple[ReadWord, ...]


class Engine(Protocol):
    """Reads the letters of a picture whose lines run from left to right."""

    name: str
    """Its name and version: what it has read is kept under that."""

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        """The picture's lines; empty where it has none."""
        ...


class FirstEngine(Engine, Protocol):
    """One that can also be given the picture of a single line."""

    def read_line(self, line: Grey) -> tuple[str, float]:
        """What it reads, and how sure it is of that: 0 to 1, of nothing 0."""
        ...


class RapidEngine:
    """Reads with rapidocr, whose models are in its wheel: nothing is fetched."""

    def __init__(self) -> None:
        """Raises `MissingExtraError` where it is not installed."""
        needs_ocr()
        from importlib.metadata import version

        self.name = f"rapidocr {version('rapidocr')}"

    def read(self, picture: Grey) -> tuple[ReadLine, ...]:
        """The picture's lines."""
        # What it is told of one picture it keeps for the next.
        found = _rapid()(picture, use_det=True, return_word_box=True)
        if not found.txts:
            return ()
        lines = []
        for words, edges in zip(found.word_results, found.boxes, strict=True):
            slanted = _is_slanted(edges)
            line = [
                ReadWord(
                    text,
                    min(x for x, _ in corners),
                    min(y for _, y in corners),
                    max(x for x, _ in corners),
                    max(y for _, y in corners),
                    slanted,
                )
                for text, _, corners in words
                if text and corners is not None
            ]
            if line:
                lines.append(tuple(line))
        return tuple(lines)

    def read_line(self, line: Grey) -> tuple[str, float]:
        """What the picture of one line reads, and how sure it is of that: 0 to 1."""
        found = _rapid()(line, use_det=False, return_word_box=False)
        return (str(found.txts[0]), float(found.scores[0])) if found.scores else ("", 0.0)


def _is_slanted(corners: Sequence[Sequence[float]]) -> bool:
    """Whether a line's box, with its corners from the upper left clockwise, runs askew."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (map(float, corner) for corner in corners)
    width, height = hypot(x1 - x0, y1 - y0), hypot(x3 - x0, y3 - y0)
    rises = {abs((y1 - y0) / ((x1 - x0) or 1.0)), abs((y2 - y3) / ((x2 - x3) or 1.0))}
    return width > LONG_ENOUGH * height and min(rises) > ASKEW


@cache
def _rapid():  # type: ignore[no-untyped-def]
    """The engine, loaded once a process: a second for its import, 100 MB for its models."""
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            # Its classifier of directions turns whole long lines upside down.
            "Global.use_cls": False,
            # Lines read together are filled up with paper to the longest of them: that costs a
            # quarter of the time, and spaces ("satsingeri2027-budsjettet", "b)Deltakelse").
            "Rec.rec_batch_num": 1,
            "Global.max_side_len": LARGEST_SIDE,
            "Det.limit_type": "max",
            "Det.limit_side_len": DETECTION_SIDE,
            # Pages are read in processes of their own, each with one core.
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
