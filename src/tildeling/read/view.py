"""Where a point of a PDF's own space lies on the page as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom on the page as seen; or x0, y0, x1, y1 (y upwards) in the PDF's own space."""


@dataclass(frozen=True, slots=True)
class View:
    """The part of a PDF's space that is the page, and how it is turned before it is shown.

    `left`, `bottom`, `right`, `top` are the crop box; `turns` counts quarter turns clockwise.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Width of the page as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point as seen: from the left, from the top.

        >>> View(0, 0, 200, 100).point(10, 95)
        (10, 5)
        >>> View(0, 0, 200, 100, turns=1).point(10, 95)
        (95, 10)
        """
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box as seen, of its lower left and upper right corner in the PDF's space."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
