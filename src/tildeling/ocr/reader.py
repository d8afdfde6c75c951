"""A reader of PDFs that also reads pages which are pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tildeling.errors import DamagedPdfError, TildelingError, TooLargeError
from tildeling.limits import Limits
from tildeling.ocr.engines import Engine, FirstEngine, RapidEngine
from tildeling.ocr.layers import held_against
from tildeling.ocr.leaders import without_dots, without_leaders
from tildeling.ocr.left_out import read_left_out
from tildeling.ocr.paper import on_white
from tildeling.ocr.pictures import DPI, Picture, ink
from tildeling.ocr.ruled import rulings_of, without
from tildeling.ocr.ruling_ends import ended
from tildeling.ocr.second import read_again, second_of
from tildeling.ocr.seen import VERSION, SeenPage
from tildeling.ocr.shaken import TIMES, shaken
from tildeling.ocr.signs import with_signs
from tildeling.ocr.type_of_document import typeset
from tildeling.ocr.typography import measured
from tildeling.ocr.unread_ink import unread_ink
from tildeling.ocr.upright import set_right
from tildeling.read.page import PICTURE, Page, Patch, Word
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.rulings import join
from tildeling.read.source import is_pdf
from tildeling.read.view import IDENTITY, LONG_SIDE, LONGEST_PAGE
from tildeling.read.words import in_order
from tildeling.words import Message, to_say

# Points: a longer page is a poster, whose picture would take gigabytes. An A4 page scanned at 600
# dots an inch has 7,016 where a point was made of each dot.
LONGEST_SIDE = 7_200.0

# A page that was read off its picture, or why it could not be.
Seen = SeenPage | TildelingError

# Sees the pages with these numbers (from 1) of a PDF. What it says nothing of stays a picture.
See = Callable[[bytes, Sequence[int]], Iterable[tuple[int, Seen]]]


COARSE = to_say("it is a black-and-white scan of under 200 dots an inch")
# Of 60 figures of a bitonal copy at 200 dots an inch two readings had two wrong alike; at 300 none
# of them.
FEWEST_DOTS = 199.0


class OcrReader:
    """Reads pages with pdfium, and those that are pictures as `see` sees them."""

    def __init__(self, engine: FirstEngine | None = None, *, see: See | None = None) -> None:
        """Without `see` the engine reads them, here and one after another.

        Raises `MissingExtraError` where it needs one that is not installed.
        """
        self.see: See = see or partial(see_pages, engine or RapidEngine())

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """The PDF's producer and its pages."""
        producer, pages = PdfiumReader().read(data, limits)
        numbers = pictures_among(pages)
        found = dict(sorted(self.see(data, numbers), key=itemgetter(0))) if numbers else {}
        seen = {number: one for number, one in found.items() if isinstance(one, SeenPage)}
        # A scan with a text of its own is read by that, where nothing can be held against it.
        errors = {
            number: one
            for number, one in found.items()
            if isinstance(one, TildelingError) and not pages[number - 1].words
        }
        lines = [page.lines for page in seen.values()]
        words = typeset(lines)
        again = zip(*(typeset(shaken(lines, time)) for time in range(TIMES)), strict=True)
        coarse = _coarse(data, seen)
        recognised = {
            number: _page(pages[number - 1], page, on_page, off, is_coarse=number in coarse)
            for (number, page), on_page, off in zip(seen.items(), words, again, strict=True)
        } | {n: replace(pages[n - 1], problem=error.message) for n, error in errors.items()}
        pages = tuple(recognised.get(page.number, page) for page in pages)
        if errors and not any(page.words for page in pages):
            number, error = min(errors.items())
            raise error.at(Message("page {number}", {"number": number}))
        return producer, pages


def pictures_among(pages: Iterable[Page]) -> tuple[int, ...]:
    """The numbers of the pages that are pictures, those too that have a text of their own: each is
    to be read off its picture.
    """
    return tuple(page.number for page in pages if page.problem == PICTURE or page.ocr)


def see_pages(
    engine: FirstEngine, data: bytes, numbers: Sequence[int]
) -> Iterator[tuple[int, Seen]]:
    """The pages as the engine reads them, here and one after another. See `See`."""
    for number in numbers:
        yield number, see_page(engine, data, number)


def see_page(engine: FirstEngine, data: bytes, number: int) -> Seen:
    """The page with this number."""
    try:
        return seen_page(engine, rendered(data, number))
    except TildelingError as error:
        return error
    except MemoryError:
        return TooLargeError("reading its picture needs more memory than there is")
    except Exception as error:
        # An engine's own errors, some of which are of memory, are as long as a page.
        reason = f"{type(error).__name__}: {error}".strip().splitlines()[-1]
        return DamagedPdfError("its picture cannot be read ({reason})", reason=reason[:200])


def pictures_in(data: bytes, limits: Limits) -> tuple[int, ...]:
    """The numbers of a file's pages that are pictures; none where it cannot be read at all."""
    try:
        return pictures_among(PdfiumReader().read(data, limits)[1]) if is_pdf(data) else ()
    except Exception:
        return ()  # Who reads it next says why.


def seen_before(
    seen: Mapping[int, Seen], data: bytes, numbers: Sequence[int]
) -> Iterable[tuple[int, Seen]]:
    """Pages that were seen before. See `See`."""
    return seen.items()


def reading_by(engine: Engine) -> str:
    """What a page that was read is kept under: the engines, and how its picture is looked at."""
    return f"{engine.name}, {second_of(engine).name}, seen as by {VERSION}"


def rendered(data: bytes, number: int) -> Picture:
    """The picture of the page with this number. Raises `TooLargeError`."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number - 1]
        long_side = max(page.get_size())
        if long_side > LONGEST_SIDE:
            raise TooLargeError(
                "it is {long:,} cm long, and pictures of pages are read up to {longest:,} cm",
                long=round(long_side / 72 * 2.54),
                longest=round(LONGEST_SIDE / 72 * 2.54),
            )
        scale = LONG_SIDE / long_side if long_side > LONGEST_PAGE else 1.0
        bitmap = page.render(scale=scale * DPI / 72, grayscale=True)
        grey = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()
        return Picture(grey, (1 / scale, 0.0, 0.0, 1 / scale, 0.0, 0.0))
    finally:
        document.close()


def seen_page(engine: FirstEngine, picture: Picture, second: Engine | None = None) -> SeenPage:
    """The page as one reads it, its figures read a second time."""
    picture = set_right(engine, replace(picture, grey=on_white(picture.grey)))
    rulings, drawn = rulings_of(picture.grey)
    clean = without(picture.grey, drawn)
    measure = partial(measured, clean)
    lines = read_again(
        without_leaders(engine.read(clean)), second or second_of(engine), clean, measure
    )
    dark = ink(clean)
    read, unread = read_left_out(engine, clean, lines, unread_ink(lines, dark), measure)
    lines = [without_dots(line) for line in (*lines, *read)]
    return SeenPage(
        width=picture.width,
        height=picture.height,
        to_shown=picture.to_shown,
        lines=with_signs(lines, dark),
        rulings=rulings,
        unread=unread,
    )


def _coarse(data: bytes, numbers: Iterable[int]) -> frozenset[int]:
    """Which of the pages are black and white, with too few dots to read figures surely."""
    document = pypdfium2.PdfDocument(data)
    try:
        return frozenset(number for number in numbers if _is_coarse(document[number - 1]))
    finally:
        document.close()


def _is_coarse(page: pypdfium2.PdfPage) -> bool:
    """Whether the largest picture of a page is coarse; others are stamps and signatures."""
    pictures = [one.get_metadata() for one in page.get_objects((FPDF_PAGEOBJ_IMAGE,))]
    if not pictures:
        return False
    largest = max(pictures, key=lambda picture: picture.width * picture.height)
    dots = min(largest.horizontal_dpi, largest.vertical_dpi)
    return bool(largest.bits_per_pixel == 1 and dots < FEWEST_DOTS)


def _page(
    page: Page,
    seen: SeenPage,
    words: list[Word],
    shaken_words: Iterable[list[Word]],
    *,
    is_coarse: bool,
) -> Page:
    if page.ocr:
        page = held_against(page, seen)
        return replace(page, doubt=COARSE) if is_coarse else page
    patches = () if seen.to_shown == IDENTITY else (Patch(float("inf"), seen.to_shown),)
    return replace(
        page,
        width=seen.width,
        height=seen.height,
        words=in_order(words),
        rulings=tuple(ended(join(seen.rulings, seen.width, seen.height))),
        problem=None,
        doubt=COARSE if is_coarse else page.doubt,
        ocr=True,
        read_twice=True,
        unread=tuple(seen.unread),
        patches=patches,
        shaken=tuple(in_order(each) for each in shaken_words),
    )
