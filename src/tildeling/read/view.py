"""Where a point of a PDF's own space lies on the page as it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, sin

# x0, top, x1, bottom on the page; or x0, y0, x1, y1 (y upwards) in the PDF's own space.
Box = tuple[float, float, float, float]

# a, b, c, d, e, f of the PDF standard: x' = a x + c y + e, y' = b x + d y + f.
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# The longer side of paper that letters are written for lies between these (points), from A5 to A3
# with some room. A page beyond was scaled as a whole.
SHORTEST_PAGE, LONGEST_PAGE = 560.0, 1300.0

# Running text is set between these (points): 7.6 to 13 in 369 letters, plans and reports.
SMALL_TYPE, LARGE_TYPE = 7.0, 14.0

# The longer side of A4 (points): the size at which a scaled page is read.
LONG_SIDE = 842.0


@dataclass(frozen=True, slots=True)
class View:
    """The part of a PDF's space that is the page, and how it is turned and scaled to be read.

    `left`, `bottom`, `right`, `top` are the crop box; `turns` counts quarter turns clockwise.
    `skew` is how far the page's lines lie askew, in radians anticlockwise: what the page paints is
    straightened first, and points and boxes are those of the straightened page.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0
    scale: float = 1.0
    skew: float = 0.0

    @property
    def width(self) -> float:
        """Width of the page as read."""
        return self.scale * (self.top - self.bottom if self.turns % 2 else self.right - self.left)

    @property
    def height(self) -> float:
        """Height of the page as read."""
        return self.scale * (self.right - self.left if self.turns % 2 else self.top - self.bottom)

    @property
    def matrix(self) -> Matrix:
        """From the PDF's own space, straightened, to the page as read."""
        s, left, bottom, right, top = self.scale, self.left, self.bottom, self.right, self.top
        if self.turns == 0:
            return s, 0.0, 0.0, -s, -s * left, s * top
        if self.turns == 1:
            return 0.0, s, s, 0.0, -s * bottom, -s * left
        if self.turns == 2:
            return -s, 0.0, 0.0, s, s * right, -s * bottom
        return 0.0, -s, -s, 0.0, s * top, s * right

    @property
    def straightening(self) -> Matrix:
        """Turns what the page paints about the page's middle until it is straight.

        >>> View(0, 0, 200, 100).straightening
        (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        """
        if not self.skew:
            return IDENTITY
        x, y = (self.left + self.right) / 2, (self.bottom + self.top) / 2
        a, b = cos(self.skew), -sin(self.skew)
        return a, b, -b, a, x - a * x + b * y, y - b * x - a * y

    def to(self, other: View) -> Matrix:
        """From the page as read in this view to the same page as read in another."""
        if self == other:
            return IDENTITY
        if self.skew == other.skew:
            return product(inverse(self.matrix), other.matrix)
        as_painted = product(inverse(self.matrix), inverse(self.straightening))
        return product(as_painted, product(other.straightening, other.matrix))

    def turned(self, turns: int) -> View:
        """The same page, turned clockwise by so many quarter turns more."""
        return replace(self, turns=(self.turns + turns) % 4)

    @property
    def long_side(self) -> float:
        """The page's longer side, in the PDF's space."""
        return max(self.right - self.left, self.top - self.bottom)

    @property
    def is_paper(self) -> bool:
        """True for a page as large as paper is."""
        return SHORTEST_PAGE <= self.long_side <= LONGEST_PAGE

    def on_paper(self, type_size: float) -> View:
        """The page at the size of paper, where both it and its type are drawn larger or smaller.

        Tolerances are lengths on paper; a file may draw its page at a tenth of that and leave it to
        the viewer to enlarge it (UserUnit).

        >>> View(0, 0, 59.5, 84.2).on_paper(1.05).scale
        10.0
        """
        smaller = self.long_side < SHORTEST_PAGE and 0 < type_size < SMALL_TYPE
        larger = self.long_side > LONGEST_PAGE and type_size > LARGE_TYPE
        return replace(self, scale=LONG_SIDE / self.long_side) if smaller or larger else self

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point as read: from the left, from the top.

        >>> View(0, 0, 200, 100).point(10, 95)
        (10, 5)
        >>> View(0, 0, 200, 100, turns=1).point(10, 95)
        (95.0, 10.0)
        """
        if self.turns == 0 and self.scale == 1.0:
            return x - self.left, self.top - y
        return moved(self.matrix, x, y)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box as read, of its lower left and upper right corner in the PDF's space."""
        if self.turns == 0 and self.scale == 1.0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        return moved_box(self.matrix, x0, y0, x1, y1)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first` and `then` the other.

    >>> product((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 0))
    (2, 0, 0, 2, 10, 0)
    """
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes another, which must not flatten anything.

    >>> inverse((2, 0, 0, 4, 6, 8))
    (0.5, 0.0, 0.0, 0.25, -3.0, -2.0)
    """
    a, b, c, d, e, f = matrix
    by = a * d - b * c
    return (
        d / by,
        -b / by + 0.0,
        -c / by + 0.0,
        a / by,
        (c * f - d * e) / by,
        (b * e - a * f) / by,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point after the matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_box(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The upright box around the box's four corners after the matrix."""
    if matrix is IDENTITY:
        return x0, y0, x1, y1
    corners = [moved(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
