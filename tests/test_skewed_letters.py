"""A letter that was scanned askew says what the letter set straight says."""

from __future__ import annotations

import io
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import tildeling
from tildeling.parsing import parse
from tildeling.read.plumber import PlumberReader

LETTERS = Path(__file__).parent / "fixtures" / "letters"


def askew(data: bytes, degrees: float) -> bytes:
    """The letter, the contents of each page turned anticlockwise about its middle."""
    document = pikepdf.open(io.BytesIO(data))
    a, b = cos(radians(degrees)), sin(radians(degrees))
    for page in document.pages:
        left, bottom, right, top = map(float, page.cropbox)
        x, y = (left + right) / 2, (bottom + top) / 2
        e, f = x - a * x + b * y, y - b * x - a * y
        turn = f"q {a:.6f} {b:.6f} {-b:.6f} {a:.6f} {e:.4f} {f:.4f} cm\n"
        page.contents_add(turn.encode(), prepend=True)
        page.contents_add(b"\nQ")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def without_places(letter: tildeling.Letter) -> Any:
    """All that the letter says, but for where it stands on the page."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {key: part for key, part in value.items() if key not in ("bbox", "source")}
            return {key: strip(part) for key, part in kept.items()}
        return [strip(part) for part in value] if isinstance(value, list) else value

    return strip(letter.model_dump(mode="json"))


@pytest.mark.parametrize(
    ("name", "degrees"),
    [
        ("inkludering-2021-tillegg-4", 0.5),
        ("bygd-2024-tildelingsbrev-nn", -1),
        ("enheter-2026-tildelingsbrev", 1.5),
        ("ferge-2022-tildelingsbrev", 2),
        ("spalter-2026-tildelingsbrev", -2),
        ("skjult-2024-tillegg-1", 2),
    ],
)
def test_a_letter_askew_says_the_same_in_both_readers(name: str, degrees: float) -> None:
    data = (LETTERS / f"{name}.pdf").read_bytes()
    straight = without_places(parse(data, name=name))
    scanned = askew(data, degrees)
    assert without_places(parse(scanned, name=name)) == straight
    assert without_places(parse(scanned, name=name, reader=PlumberReader())) == straight
