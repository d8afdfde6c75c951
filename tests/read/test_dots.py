"""Bullets drawn as shapes, as a browser paints them, read by both readers."""

from __future__ import annotations

import pytest

from pdf_builder import PdfPage, pdf
from tildeling.limits import Limits
from tildeling.read.page import Reader

TEXT = "BT /F1 10 Tf 60 200 Td (Kartlegge feil) Tj ET"
AT = 53.0


def dot(x: float, y: float, wide: float = 3.75) -> str:
    """A painted circle with its lower left corner there."""
    r, k = wide / 2, wide / 2 * 0.55
    cx, cy = x + r, y + r
    return (
        f"{cx + r} {cy} m {cx + r} {cy + k} {cx + k} {cy + r} {cx} {cy + r} c "
        f"{cx - k} {cy + r} {cx - r} {cy + k} {cx - r} {cy} c "
        f"{cx - r} {cy - k} {cx - k} {cy - r} {cx} {cy - r} c "
        f"{cx + k} {cy - r} {cx + r} {cy - k} {cx + r} {cy} c h f "
    )


def texts(reader: Reader, content: str) -> list[str]:
    (page,) = reader.read(pdf(PdfPage(content)), Limits())[1]
    return [word.text for word in page.words]


@pytest.mark.parametrize("drawn", [dot(AT, 201.5), f"{AT} 201.5 3.5 3.5 re f "])
def test_a_dot_before_a_lines_first_word_is_a_bullet(reader: Reader, drawn: str) -> None:
    assert texts(reader, drawn + TEXT) == ["•", "Kartlegge", "feil"]


@pytest.mark.parametrize(
    "drawn",
    [
        dot(20, 201.5),
        dot(AT, 230),
        dot(45, 199, wide=9),
        f"{AT} 201.5 3.5 1 re f ",
        "BT /F1 10 Tf 40 200 Td (Og) Tj ET " + dot(AT, 201.5),
    ],
    ids=["far away", "on no line", "large", "a dash", "after a word"],
)
def test_other_shapes_are_no_bullets(reader: Reader, drawn: str) -> None:
    assert "•" not in texts(reader, drawn + TEXT)


def test_a_chart_with_many_dots_has_no_bullets(reader: Reader) -> None:
    many = "".join(dot(10 + 5 * (at % 70), 20 + 5 * (at // 70)) for at in range(210))
    assert "•" not in texts(reader, many + dot(AT, 201.5) + TEXT)
