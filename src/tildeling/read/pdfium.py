"""The reader in use: pdfium through its C functions, at hundreds of pages a second."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

import pypdfium2  # noqa: F401  (importing it starts the library)
import pypdfium2.raw as pdfium

from tildeling.errors import DamagedPdfError, EncryptedPdfError, TooLargeError
from tildeling.limits import Limits
from tildeling.read.characters import clean, has_other_letters
from tildeling.read.damage import CLIPS, LETTERS, NARROW, UNDECODED, Damage
from tildeling.read.dots import bullets
from tildeling.read.drawing import COVERED, Drawing, overlap
from tildeling.read.page import PICTURE, Page, Word
from tildeling.read.panels import distinct
from tildeling.read.pdfium_note_words import words_of_notes
from tildeling.read.pdfium_notes import form_fields
from tildeling.read.pdfium_paths import PageObjects, page_objects, straighten
from tildeling.read.pdfium_sight import Handles, seen_through, unseen
from tildeling.read.pdfium_spelling import Spellings, drop_given, spellings, told
from tildeling.read.pdfium_tags import StructureTree
from tildeling.read.pdfium_text import PageWords, page_words
from tildeling.read.rulings import join
from tildeling.read.streams import Signs, look_at_pages, look_through
from tildeling.read.turned import Sheet, as_read
from tildeling.read.view import Box, View, inverse, moved_box
from tildeling.read.weight import Meter
from tildeling.read.words import in_order, moved_word, once, without
from tildeling.words import to_say

# A picture over at least this share of the page makes it a scan.
SCAN_SHARE = 0.5
# Where the page is covered is looked at in so many places across, and as many down.
TILES = 20

# On a scan, invisible text is what a machine read off the picture if it has this many times the
# words that can be seen: a stamp or a signature may have been added as real text.
OCR_SHARE = 4


class PdfiumReader:
    """Reads pages with pdfium. See `tildeling.read.page.Reader`."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """The PDF's producer and its pages."""
        document = _open(data)
        try:
            count = pdfium.FPDF_GetPageCount(document)
            if count == 0:
                raise DamagedPdfError("The PDF has no pages.")
            if count > limits.max_pages:
                raise TooLargeError(
                    "The PDF has {count} pages; the limit is {limit}.",
                    count=count,
                    limit=limits.max_pages,
                )
            streams = look_through(data, limits)
            has_index = bool(pdfium.FPDF_DocumentHasValidCrossReferenceTable(document))
            suspect = streams.suspect or not has_index
            damage = Damage()
            if suspect:
                damage = look_at_pages(data, count, has_index, torn=streams.torn)
            with form_fields(document, streams.signs) as fields:
                file = _Open(document, fields, streams.signs, damage)
                pages = tuple(_read_pages(file, count, limits))
            if not suspect and (streams.signs.stands_in or any(map(_is_empty, pages))):
                pages = _without_the_damaged(pages, look_at_pages(data, count))
            return _producer(document), pages
        finally:
            pdfium.FPDF_CloseDocument(document)


def _open(data: bytes) -> Any:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document
    if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
        raise EncryptedPdfError("The PDF asks for a password.")
    raise DamagedPdfError("The PDF cannot be opened: it is damaged or cut short.")


def _producer(document: Any) -> str | None:
    size = pdfium.FPDF_GetMetaText(document, b"Producer", None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, b"Producer", buffer, size)
    return clean(buffer.raw.decode("utf-16-le", "replace")).strip() or None


class _Open(NamedTuple):
    """A document that is open, what its form fields are painted with, and what it is made of."""

    document: Any
    fields: Any
    signs: Signs
    damage: Damage


def _is_empty(page: Page) -> bool:
    """True for a page on which there is nothing to read, for no reason that is known."""
    return page.problem is None and not page.words and not page.hidden


def _without_the_damaged(pages: tuple[Page, ...], damage: Damage) -> tuple[Page, ...]:
    """The pages, those that turned out to be damaged told."""
    return tuple(
        _undecoded(page.number)
        if at in damage.broken
        else replace(page, doubt=damage.doubtful.get(at, page.doubt))
        for at, page in enumerate(pages)
    )


def _undecoded(number: int) -> Page:
    return Page(number, 0.0, 0.0, (), problem=UNDECODED)


def _read_pages(file: _Open, count: int, limits: Limits) -> Iterator[Page]:
    characters = 0
    meter = Meter(limits)
    tree = StructureTree(file.document)
    for index in range(count):
        if index in file.damage.broken:
            yield _undecoded(index + 1)
            continue
        page = _read_page(file, index, tree, meter)
        if index in file.damage.doubtful:
            page = replace(page, doubt=file.damage.doubtful[index])
        words = page.words + page.hidden
        characters += len(words) + sum([len(word.text) for word in words])
        if characters > limits.max_characters:
            raise TooLargeError(
                "The text up to page {page} has {count:,} characters; the limit is {limit:,}.",
                page=index + 1,
                count=characters,
                limit=limits.max_characters,
            )
        yield page


def _read_page(file: _Open, index: int, tree: StructureTree, meter: Meter) -> Page:
    document, fields, signs = file.document, file.fields, file.signs
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 0.0, 0.0, (), problem=to_say("pdfium cannot load the page"))
    try:
        meter.begin(index + 1)
        shown = _view(page)
        load_again = partial(pdfium.FPDF_LoadPage, document, index)
        known = _Known(tree, signs, Spellings(), fields, meter)
        read, skew = _contents(page, index + 1, known)
        if signs.replaced and (given := spellings(page)).dropped:
            drawn = load_again()
            try:
                known = known._replace(given=given, skew=skew)
                read, skew = _contents(drawn, index + 1, known)
            finally:
                pdfium.FPDF_ClosePage(drawn)
        objects_on = partial(page_objects, view=shown, signs=signs, meter=meter)
        notes = list(words_of_notes(page, shown, load_again, objects_on))
        if not notes:
            return read
        to_shown = replace(shown, skew=skew).to(shown)
        return replace(read, notes=tuple(moved_word(word, to_shown) for word in notes))
    except (MemoryError, TooLargeError):  # the file's fault as a whole, not one of this page
        raise
    except Exception as error:
        return Page(index + 1, 0.0, 0.0, (), problem=f"pdfium cannot read the page: {error}")
    finally:
        if fields:
            pdfium.FORM_OnBeforeClosePage(page, fields)
        pdfium.FPDF_ClosePage(page)


class _Known(NamedTuple):
    """What is known of a page before it is looked at."""

    tree: StructureTree
    signs: Signs
    given: Spellings
    fields: Any
    """What form fields are painted with."""
    meter: Meter
    skew: float = 0.0
    """How far the page was straightened before it was loaded again: its annotations still are."""


def _contents(page: Any, number: int, known: _Known) -> tuple[Page, float]:
    """What a page holds, but for its notes, and how far it was straightened for it."""
    looks: dict[View, _Look] = {}
    shown = _view(page)
    skew = known.skew
    if skew:
        straighten(page, replace(shown, skew=skew).straightening)

    def look(view: View) -> Sheet:
        nonlocal skew
        if view.skew != skew:
            turn = replace(shown, skew=view.skew - skew).straightening
            straighten(page, turn)
            pdfium.FPDFPage_TransformAnnots(page, *turn)
            skew = view.skew
        looks[view] = _look(page, view, known)
        return looks[view].sheet

    read = as_read(shown, look)
    last = looks[read.view]
    others = has_other_letters(" ".join([word.text for word in read.words]))
    contents = Page(
        number,
        read.width,
        read.height,
        in_order(read.words),
        tuple(read.rulings),
        read.panels,
        tuple(read.hidden),
        problem=PICTURE if last.scan and not read.words else None,
        doubt=LETTERS if others else NARROW if last.narrow else CLIPS if last.clips else None,
        ocr=last.ocr,
        patches=read.patches,
    )
    return contents, skew


@dataclass(frozen=True, slots=True)
class _Look:
    """What one look at a page gives, and whether it is a picture, with words read off it, or has
    letters that clip what is painted after them, or that take no room.
    """

    sheet: Sheet
    scan: bool
    ocr: bool
    clips: bool
    narrow: bool


def _look(page: Any, view: View, known: _Known) -> _Look:
    tree, signs, given, fields, meter, _ = known
    # pdfium joins words and lines by how they stand on the page as shown.
    if pdfium.FPDFPage_GetRotation(page) != view.turns:
        pdfium.FPDFPage_SetRotation(page, view.turns)
    objects = page_objects(page, view, signs, meter)
    if given.dropped:
        for at, handle in enumerate(objects.texts):
            if at in given.dropped:
                drop_given(handle)
    text = pdfium.FPDFText_LoadPage(page)
    handles = Handles(page, text, fields)
    try:
        meter.read(pdfium.FPDFText_CountChars(text))
        elements = tree.elements(page, objects.texts)
        found = page_words(text, objects, view, elements)
        covered = unseen(handles, objects, view, found.doubtful)
        if _is_more_hidden(objects, found, covered, view):
            found = page_words(text, objects, view, elements)
            covered = unseen(handles, objects, view, found.doubtful)
    finally:
        pdfium.FPDFText_ClosePage(text)
    scan = _is_scan(objects, view)
    # On a scan there are letters under those that a machine read off it.
    if found.through and not scan:
        _see_through(found, seen_through(handles, view, found.through))
    if covered:
        # What lies under the picture of a scan is what a machine read off it.
        (found.unpainted if scan else found.hidden).extend(
            word for word in found.seen if word in covered
        )
        found.seen = [word for word in found.seen if word not in covered]
    seen, hidden = once(found.seen), [*found.hidden, *told(given, objects, view)]
    if objects.dots:
        seen = [*seen, *bullets(objects.dots, seen)]
    ocr = scan and len(found.unpainted) > OCR_SHARE * len(seen)
    if ocr:
        seen = once([*seen, *found.unpainted])
    else:
        hidden = [*hidden, *found.unpainted]
    rulings = join(objects.rulings, view.width, view.height)
    panels = distinct(objects.panels, view.height) if objects.panels else ()
    unseen_words = in_order(once(without(hidden, seen)))
    sheet = Sheet(view, seen, rulings, unseen_words, panels, found.skews)
    return _Look(sheet, scan, ocr, bool(found.clipping), found.narrow)


def _is_more_hidden(objects: PageObjects, found: PageWords, covered: Set[Word], view: View) -> bool:
    """True where words themselves may hide others; the page's objects then tell of it.

    White letters hide what is under them, and letters may clip what is painted after them.
    """
    if found.clipping:
        objects.doubted.update(objects.texts)
    gone = covered | set(found.hidden) if found.covers else covered
    fills = [fill for word, fill in found.covers.items() if word in gone]
    if not fills:
        return bool(found.clipping)
    covers = Drawing(sorted(fills, key=lambda fill: fill.order))
    to_page = inverse(view.matrix)
    boxes = (moved_box(to_page, *word[1:5]) for word in found.seen if word not in gone)
    if not any(overlap(box, fill.box) >= COVERED for box in boxes for fill in covers.near(box)):
        return bool(found.clipping)
    objects.drawing.paint_over(fills)
    return True


def _see_through(found: PageWords, shown: Set[Word]) -> None:
    """Puts words among the seen that are not painted, but seen in what is painted within them."""
    found.seen += [word for word in found.unpainted if word in shown]
    found.unpainted = [word for word in found.unpainted if word not in shown]
    for word, handles in found.through:
        if word in shown:
            found.clipping.difference_update(handles)


def _is_scan(objects: PageObjects, view: View) -> bool:
    """True if a picture covers most of the page, or strips or tiles of one together do."""
    page = (view.left, view.bottom, view.right, view.top)
    pictures = objects.drawing.pictures
    if any(overlap(page, picture) >= SCAN_SHARE for picture in pictures):
        return True
    if sum(overlap(page, picture) for picture in pictures) < SCAN_SHARE:
        return False
    across, down = ((view.right - view.left) / TILES, (view.top - view.bottom) / TILES)
    spots = [
        (view.left + (x + 0.5) * across, view.bottom + (y + 0.5) * down)
        for x in range(TILES)
        for y in range(TILES)
    ]
    covered = sum(any(_is_in(spot, picture) for picture in pictures) for spot in spots)
    return covered >= SCAN_SHARE * len(spots)


def _is_in(spot: tuple[float, float], box: Box) -> bool:
    return box[0] <= spot[0] <= box[2] and box[1] <= spot[1] <= box[3]


def _view(page: Any) -> View:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0)
    return View(box.left, box.bottom, box.right, box.top, turns)
