"""A copy of a letter's PDF with highlights and numbered notes that any viewer shows.

What was read from the same words is one highlight: a sentence with six sums stays as legible as one
with a single sum, and its note has six numbers. The numbers stand in the margin too, so that a
printed copy can be talked about. Findings are lines under the words. All carry their own
appearance, so that a viewer need not know how to draw one, and multiply with the page, so that
words stay black.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tildeling.errors import DamagedPdfError
from tildeling.export.findings import finding_line
from tildeling.export.items import KINDS, items_of
from tildeling.export.phrases import budget_post, due, financed, marks, movement, signed
from tildeling.export.picture import COLOURS
from tildeling.export.steering_phrases import (
    attachment_name,
    authorised,
    goal_name,
    in_documents,
    indicator_name,
    paid_when,
    reached_in,
    required_name,
    sum_paid,
)
from tildeling.extras import needs
from tildeling.letter import (
    Assignment,
    Attachment,
    Authorisation,
    BudgetRow,
    CommonRequirement,
    Deadline,
    Evidenced,
    FinancingLine,
    Finding,
    Goal,
    Indicator,
    Letter,
    Payment,
    Reference,
    Renumbering,
    ReportingRequirement,
    Target,
)
from tildeling.words import Message, Words

if TYPE_CHECKING:
    import pikepdf

AUTHOR = "tildeling"

# How much of an item's colour its highlight has; the rest is white.
TINT = 0.30

# The same for what has others highlighted on top of it: an assignment's deadlines and money, an
# indicator's targets.
PALE = 0.13
HOLDERS = (Assignment, Indicator, ReportingRequirement, CommonRequirement)

# Thickness of the line under the words of a finding, in points.
LINE = 1.3

# Points by which a box may stand out of the one that it lies in: words of one line differ so.
SLACK = 1.0

# Type size of the numbers in the margin, in points.
NUMBER = 6.0
# Width of a digit in Helvetica, which the numbers are set in.
DIGIT = 0.556 * NUMBER
# Points between a number and what stands beside it.
BESIDE = 3.0

# Points between the numbers and the words: the frame of a table runs between the two.
MARGIN = 9.0

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(slots=True)
class _Mark:
    """One highlight on a page, and the items that were read from its words."""

    boxes: list[Box]
    items: list[Evidenced]

    @property
    def is_ground(self) -> bool:
        """Whether others are highlighted on top of it."""
        return isinstance(self.items[0], HOLDERS)

    @property
    def is_finding(self) -> bool:
        """Whether it is a line under the words."""
        return isinstance(self.items[0], Finding)


def annotated(pdf: bytes, letter: Letter, words: Words) -> bytes:
    """The PDF with a highlight and a note for everything that was read from it.

    Raises `MissingExtraError` without pikepdf, `DamagedPdfError` for a PDF that pdfium could read
    and pikepdf cannot.
    """
    needs(Message("Annotating"), "notebook", "pikepdf")
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            first = 1
            for number, marks in sorted(_marks(letter).items()):
                first = _annotate_page(document, document.pages[number - 1], marks, first, words)
            out = io.BytesIO()
            # The same letter gives the same bytes.
            document.save(out, deterministic_id=True)
    except pikepdf.PdfError as error:
        raise DamagedPdfError(
            "{place}: {reason}", place=letter.source.name or "The PDF", reason=error
        ) from error
    return out.getvalue()


def _marks(letter: Letter) -> dict[int, list[_Mark]]:
    """The highlights of each page, larger things before what stands in them.

    Viewers show the note of the one drawn last.
    """
    pages: dict[int, list[_Mark]] = {}
    for item in items_of(letter):
        if type(item) not in NOTES:
            continue
        boxes: dict[int, list[Box]] = {}
        for piece in item.evidence:
            if piece.page is not None and piece.bbox is not None:
                boxes.setdefault(piece.page, []).append(piece.bbox)
        for number, found in boxes.items():
            _enter(pages.setdefault(number, []), found, item)
    return pages


def _enter(marks: list[_Mark], boxes: list[Box], item: Evidenced) -> None:
    """Adds an item to the highlight that has its words, or a highlight for it alone."""
    for mark in marks:
        if mark.is_finding != isinstance(item, Finding):
            continue
        holds = not mark.is_ground and all(_lies_in(box, mark.boxes) for box in boxes)
        if holds or mark.boxes == boxes:
            mark.items.append(item)
            return
    marks.append(_Mark(boxes, [item]))


def _lies_in(box: Box, others: Sequence[Box]) -> bool:
    return any(
        other[0] - SLACK <= box[0]
        and other[1] - SLACK <= box[1]
        and box[2] <= other[2] + SLACK
        and box[3] <= other[3] + SLACK
        for other in others
    )


def _assignment(item: Assignment, words: Words) -> str:
    title = " ".join(filter(None, (item.number, item.title)))
    return ", ".join((words.say("Assignment {name}", name=title), *marks(item, words)))


def _line(item: FinancingLine, words: Words) -> str:
    post = budget_post(item.chapter, item.post, words)
    told = " ".join(filter(None, (post, signed(item, words), movement(item, words))))
    return words.say("Financing: {line}", line=told or financed(item, words))


def _row(item: BudgetRow, words: Words) -> str:
    post = budget_post(item.chapter, item.post, words, item.sub)
    name = " ".join(filter(None, (post, item.name))) or words.say("Sum")
    amounts = ", ".join("–" if one is None else words.number(one) for one in item.amounts)
    return words.say("{name}: NOK {amount}", name=name, amount=amounts)


def _authorisation(item: Authorisation, words: Words) -> str:
    post = budget_post(item.chapter, item.post, words)
    return words.say(
        "Authorisation: {what}", what=" ".join(filter(None, (post, authorised(item, words))))
    )


def _payment(item: Payment, words: Words) -> str:
    post = budget_post(item.chapter, item.post, words)
    told = ", ".join(filter(None, (paid_when(item, words), sum_paid(item, words), post)))
    return words.say("Payment: {what}", what=told)


def _deadline(item: Deadline, words: Words) -> str:
    return ": ".join((item.label or words.say("Deadline"), due(item, words)))


def _target(item: Target, words: Words) -> str:
    told = reached_in(item, words)
    return words.say("Target: {figure}", figure=told) if item.role == "target" else told


def _reporting(item: ReportingRequirement, words: Words) -> str:
    return ": ".join(filter(None, (words.say("Reporting"), in_documents(item, words))))


# What the note of each item says; sections and signatories get none.
NOTES: dict[type[Evidenced], Callable[[Any, Words], str]] = {
    Assignment: _assignment,
    Renumbering: lambda item, words: words.say(
        "New assignment number: {old} → {new}", old=item.old, new=item.new
    ),
    Deadline: _deadline,
    FinancingLine: _line,
    BudgetRow: _row,
    Goal: goal_name,
    Indicator: lambda item, words: words.say("Indicator {name}", name=indicator_name(item)),
    Target: _target,
    ReportingRequirement: _reporting,
    Authorisation: _authorisation,
    Payment: _payment,
    CommonRequirement: lambda item, words: words.say(
        "Common requirement: {name}", name=required_name(item)
    ),
    Attachment: attachment_name,
    Reference: lambda item, words: words.say("Reference: {text}", text=item.text),
    Finding: finding_line,
}


def _tint(item: Evidenced) -> list[float]:
    """The colour of an item's highlight: red, green and blue, each from 0 to 1."""
    share = PALE if isinstance(item, HOLDERS) else 1.0 if isinstance(item, Finding) else TINT
    return [round(1 - share * (1 - part / 255), 3) for part in COLOURS[KINDS[type(item)]]]


def _annotate_page(
    document: pikepdf.Pdf, page: pikepdf.Page, marks: Sequence[_Mark], first: int, words: Words
) -> int:
    """Lays the highlights over a page, numbered from `first` on as a person reads; the next number.

    The numbers stand to the left of all that is highlighted, beside each other where several
    highlights begin on one line.
    """
    import pikepdf

    if "/Annots" not in page.obj:
        page.obj["/Annots"] = pikepdf.Array()
    margin = min(box[0] for mark in marks for box in mark.boxes) - MARGIN
    taken: list[tuple[float, float]] = []
    numbered: dict[int, tuple[int, Point]] = {}
    for mark in sorted(marks, key=lambda one: (one.boxes[0][1], one.boxes[0][0])):
        top = mark.boxes[0][1] + NUMBER
        right = min([margin, *(left for at, left in taken if abs(at - top) < NUMBER)])
        left = max(right - DIGIT * len(_numbers(mark, first)), BESIDE)
        taken.append((top, left - BESIDE))
        numbered[id(mark)] = (first, (left, top))
        first += len(mark.items)
    for mark in marks:
        made = _annotation(document, page, mark, numbered[id(mark)], words)
        page.obj["/Annots"].append(document.make_indirect(made))
    return first


def _numbers(mark: _Mark, first: int) -> str:
    """The numbers of a highlight's notes: "7", "7-12"."""
    last = first + len(mark.items) - 1
    return f"{first}" if last == first else f"{first}-{last}"


def _annotation(
    document: pikepdf.Pdf,
    page: pikepdf.Page,
    mark: _Mark,
    numbered: tuple[int, Point],
    words: Words,
) -> Any:
    """One highlight with its note, the first of its numbers and where that is set."""
    import pikepdf

    first, at = numbered
    sheet, turned = _sheet(page)
    # Corners in the order that viewers expect: along the top, then along the bottom.
    corners = [
        [on_sheet(one, sheet, turned) for one in ((x0, top), (x1, top), (x0, bottom), (x1, bottom))]
        for x0, top, x1, bottom in mark.boxes
    ]
    drawn = [
        [on_sheet(one, sheet, turned) for one in ((x0, bottom), (x1, bottom + LINE))]
        if mark.is_finding
        else [on_sheet(one, sheet, turned) for one in ((x0, top), (x1, bottom))]
        for x0, top, x1, bottom in mark.boxes
    ]
    label = _numbers(mark, first)
    ends = ((at[0], at[1] - NUMBER), (at[0] + DIGIT * len(label), at[1] + 1))
    # Viewers stretch an appearance to fill the rectangle: both have the same sides.
    area = _around([*corners, *drawn, [on_sheet(one, sheet, turned) for one in ends]])
    notes = (
        f"{place}. {NOTES[type(item)](item, words)}"
        for place, item in enumerate(mark.items, start=first)
    )
    tint = _tint(mark.items[0])
    number = _Number(label, on_sheet(at, sheet, turned), turned)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Underline if mark.is_finding else pikepdf.Name.Highlight,
        Rect=area,
        QuadPoints=[part for box in corners for point in box for part in point],
        C=tint,
        Contents=pikepdf.String("\n".join(notes)),
        T=pikepdf.String(AUTHOR),
        F=4,  # printed with the page
        P=page.obj,
        AP=pikepdf.Dictionary(N=_appearance(document, area, drawn, tint, number)),
    )


@dataclass(frozen=True, slots=True)
class _Number:
    """A number where it is set on the sheet, turned as the page is."""

    words: str
    at: Point
    turned: int

    def drawn(self) -> str:
        """The operators that set it."""
        along, across = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[self.turned]
        turn = f"{along} {across} {-across} {along} {self.at[0]:.2f} {self.at[1]:.2f} Tm"
        return f"BT 0.25 g /F {NUMBER:g} Tf {turn} ({self.words}) Tj ET"


def _around(boxes: Sequence[Sequence[Point]]) -> list[float]:
    xs = [x for box in boxes for x, _ in box]
    ys = [y for box in boxes for _, y in box]
    return [min(xs), min(ys), max(xs), max(ys)]


def _appearance(
    document: pikepdf.Pdf,
    area: Sequence[float],
    boxes: Sequence[Sequence[Point]],
    tint: Sequence[float],
    number: _Number,
) -> Any:
    """The drawing of a highlight: its boxes filled, multiplied with what is under them."""
    import pikepdf

    drawn = [f"/Multiply gs {tint[0]} {tint[1]} {tint[2]} rg"]
    for box in boxes:
        left, low, right, high = _around([box])
        drawn.append(f"{left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re f")
    drawn.append(number.drawn())
    stream = pikepdf.Stream(document, "\n".join(drawn).encode("ascii"))
    stream.Type = pikepdf.Name.XObject
    stream.Subtype = pikepdf.Name.Form
    stream.BBox = list(area)
    stream.Resources = pikepdf.Dictionary(
        ExtGState=pikepdf.Dictionary(Multiply=pikepdf.Dictionary(BM=pikepdf.Name.Multiply)),
        Font=pikepdf.Dictionary(
            F=pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
            )
        ),
    )
    return stream


def _sheet(page: pikepdf.Page) -> tuple[Box, int]:
    """The part of the sheet that is seen, in the sheet's own points, and how far it is turned."""
    media, crop = ([float(side) for side in box] for box in (page.mediabox, page.cropbox))
    seen = (
        max(min(media[0], media[2]), min(crop[0], crop[2])),
        max(min(media[1], media[3]), min(crop[1], crop[3])),
        min(max(media[0], media[2]), max(crop[0], crop[2])),
        min(max(media[1], media[3]), max(crop[1], crop[3])),
    )
    node: Any = page.obj
    while "/Rotate" not in node and "/Parent" in node:
        node = node["/Parent"]
    return seen, int(node.get("/Rotate", 0)) % 360


def on_sheet(point: Point, sheet: Box, turned: int) -> Point:
    """A point of the page as seen (from its top left, downwards) on the sheet (from below).

    >>> [on_sheet((10, 20), (0, 0, 600, 800), turned) for turned in (0, 90, 180, 270)]
    [(10, 780), (20, 10), (590, 20), (580, 790)]
    """
    x, y = point
    left, low, right, high = sheet
    if turned == 90:
        return left + y, low + x
    if turned == 180:
        return right - x, low + y
    if turned == 270:
        return right - y, high - x
    return left + x, high - y
