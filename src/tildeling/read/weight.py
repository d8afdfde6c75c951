"""How much the pages of a file draw, counted before pdfium is asked to draw it.

A form is content that a page, or another form, shows by its name. Ten forms, each of which shows
the next one four times, are three kilobytes that keep pdfium busy for a minute; content packed to a
thousandth can take all memory. pdfium cannot be stopped once it has begun, so what is to come is
counted by the PDF's own objects. Ordinary files are not weighed: see `streams.look_through`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

from tildeling.errors import TooLargeError
from tildeling.limits import Limits
from tildeling.read.contents import content_of

# pdfium follows forms within forms no further (`kMaxFormLevel`).
LEVELS = 40

# So many corners of a path count as one thing drawn: they take a tenth of the time.
CORNERS = 10

# Bytes of content counted at a time: counting ends where there is too much.
SLICE = 1_000_000

_PAINTS = tuple(b"f f* B B* b b* F S s TJ Tj ' \" sh EI".split())
_CORNERS = tuple(b"m l c v y".split())
_SPACES = bytes.maketrans(b"[]()<>{}", b" " * 8)
_DIGITS = b"0123456789.-+"
_SHOWS = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+Do(?![^\s/\[(<{%])")


def check_weight(pages: Iterable[Any], limits: Limits) -> None:
    """Raises `TooLargeError` where a page, or the whole file, draws more than the limits allow.

    `pages` are pdfminer's.
    """
    scale = _Scale(limits)
    total = 0
    for number, page in enumerate(pages, 1):
        drawn = scale.page(page, number)
        total += drawn
        if drawn > limits.max_page_objects:
            raise too_many(number, limits.max_page_objects)
        if total > limits.max_objects:
            raise _too_many_together(number, limits.max_objects)


class Meter:
    """Counts what pdfium has found on a file's pages, before more is made of it.

    A page may be looked at more than once (turned, straightened, with its annotations): it counts
    as the look that found most.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.number = self.earlier = self.largest = self.in_look = self.corners = 0

    def begin(self, number: int) -> None:
        """Begins a page."""
        self.earlier += self.largest
        self.number, self.largest = number, 0

    def look(self) -> None:
        """Begins a look at the page."""
        self.in_look = self.corners = 0

    def add(self, objects: int) -> None:
        """Adds objects of the page. Raises `TooLargeError` where they are too many."""
        self.in_look += objects
        self.largest = max(self.largest, self.in_look)
        if self.largest > self.limits.max_page_objects:
            raise too_many(self.number, self.limits.max_page_objects)
        if self.earlier + self.largest > self.limits.max_objects:
            raise _too_many_together(self.number, self.limits.max_objects)

    def add_corners(self, corners: int) -> None:
        """Adds a path's corners."""
        more, self.corners = divmod(self.corners + corners, CORNERS)
        self.add(more)

    def read(self, characters: int) -> None:
        """Raises `TooLargeError` where one page has more characters than the file may have."""
        if characters > self.limits.max_characters:
            raise TooLargeError(
                "Page {page} has {count:,} characters; the limit is {limit:,}.",
                page=self.number,
                count=characters,
                limit=self.limits.max_characters,
            )


def too_many(page: int, limit: int) -> TooLargeError:
    """The error for a page that draws more than the limit."""
    return TooLargeError("Page {page} draws more than {limit:,} objects.", page=page, limit=limit)


def _too_many_together(page: int, limit: int) -> TooLargeError:
    return TooLargeError(
        "The pages up to {page} draw more than {limit:,} objects.", page=page, limit=limit
    )


@dataclass(slots=True)
class _Content:
    """What some content draws itself, and which forms it shows how often."""

    drawn: int = 0
    shown: Counter[bytes] = field(default_factory=Counter)


class _Scale:
    """Weighs the pages of one file; each form is unpacked once."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.contents: dict[int, _Content] = {}
        self.weights: dict[tuple[int, int, int], int] = {}

    def page(self, page: Any, number: int) -> int:
        """How much a page draws, forms as often as they are shown."""
        weight = 0
        for part in map(resolve1, page.contents):
            if isinstance(part, PDFStream):
                content = self.content(part, number)
                weight += content.drawn + self.forms(content, page.resources, number, 1)
            if weight > self.limits.max_page_objects:
                break
        return weight

    def forms(self, content: _Content, resources: Any, number: int, level: int) -> int:
        """How much the forms draw that the content shows."""
        if not content.shown or level > LEVELS:
            return 0
        objects = resolve1((resolve1(resources) or {}).get("XObject")) or {}
        weight = 0
        for name, times in content.shown.items():
            shown = resolve1(objects.get(name.decode("latin-1")))
            is_form = isinstance(shown, PDFStream) and _name(shown.get("Subtype")) == "Form"
            weight += times * (1 + (self.form(shown, resources, number, level) if is_form else 0))
        return weight

    def form(self, form: PDFStream, around: Any, number: int, level: int) -> int:
        """How much a form draws; without resources of its own it uses those around it."""
        resources = form.get("Resources") or around
        key = (id(form), id(resolve1(resources)), level)
        if key not in self.weights:
            content = self.content(form, number)
            onward = self.forms(content, resources, number, level + 1)
            self.weights[key] = content.drawn + onward
        return self.weights[key]

    def content(self, stream: PDFStream, number: int) -> _Content:
        """What a stream draws, looked at once."""
        known = self.contents.get(id(stream))
        if known is None:
            known = self.contents[id(stream)] = self.look_at(stream, number)
        return known

    def look_at(self, stream: PDFStream, number: int) -> _Content:
        """Counts what a stream draws, until it is too much."""
        most = self.limits.max_page_objects
        data = content_of(stream, self.limits.max_bytes)
        if len(data) > self.limits.max_bytes:
            raise TooLargeError(
                "The content of page {page} has more than {limit:,} bytes.",
                page=number,
                limit=self.limits.max_bytes,
            )
        found = _Content()
        saved = corners = 0
        for piece in _slices(data):
            words = Counter(piece.replace(b"/", b" /").translate(_SPACES, _DIGITS).split())
            corners += sum([words[sign] for sign in _CORNERS]) + 5 * words[b"re"]
            found.drawn += sum([words[sign] for sign in _PAINTS])
            found.shown.update(_SHOWS.findall(piece) if words[b"Do"] else ())
            saved += words[b"q"]
            if max(found.drawn + corners // CORNERS, saved) > most:
                raise too_many(number, most)
        found.drawn += corners // CORNERS
        return found


def _slices(data: bytes) -> Iterator[bytes]:
    """The content in pieces; one operator may be lost where they meet."""
    for start in range(0, len(data), SLICE):
        yield data[start : start + SLICE]


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))
