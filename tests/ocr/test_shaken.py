"""Lines measured a little otherwise."""

from __future__ import annotations

from tildeling.ocr.shaken import ACROSS, SIZE, UP, shaken
from tildeling.ocr.typography import MeasuredWord


def line(size: float, top: int) -> list[MeasuredWord]:
    """A line of one word, as high as type of that size is."""
    return [MeasuredWord("Departementet", 100, top, 400, top + 30, top + 30.0, size, 5.0)]


PAGE = [line(11.0, 100 + 60 * at) for at in range(40)]


def test_each_line_is_a_little_off_and_the_same_at_the_same_time() -> None:
    (first,), (again,), (other,) = shaken([PAGE], 1), shaken([PAGE], 1), shaken([PAGE], 2)
    assert first == again
    assert first != other
    for (word,), (was,) in zip(first, PAGE, strict=True):
        assert word != was
        assert abs(word.size - was.size) <= SIZE * was.size
        assert abs(word.baseline - was.baseline) <= UP
        assert abs(word.x0 - was.x0) <= ACROSS
        assert word.x1 - word.x0 == was.x1 - was.x0
