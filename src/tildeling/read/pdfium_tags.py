"""The structure tree of a tagged PDF, and which of its elements each text object belongs to.

Two of three PDFs that public bodies publish are tagged: Word, Aspose and LibreOffice say what is a
heading, a list item's label, a cell or a footnote, and that running heads are no part of the text.
What they say may be wrong or nonsense: reading it never fails, and never costs more than a bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import pypdfium2.raw as pdfium

from tildeling.read.page import ARTIFACT, Element
from tildeling.read.pdfium_calls import (
    cell_spans,
    content_id,
    has_artifact_mark,
    kid_content_id,
    kid_count,
    kid_element,
    role_of,
    root_count,
    root_element,
)
from tildeling.read.pdfium_paths import Placed

# Elements are followed no further down; on 941 pages of real PDFs the deepest tree had 11.
DEEPEST = 24

# A file that has more kids than this under the elements of one page is read without its tags: every
# page lists all kids of its elements, those on other pages too. Long letters have thousands.
MOST_KIDS = 50_000

_CELLS = ("TD", "TH")


class StructureTree:
    """The structure elements of one file, as far as its pages have shown them.

    An element that stands on several pages is one object: its place in the tree, kid by kid, is
    the same from each of them.
    """

    def __init__(self, document: Any) -> None:
        self.usable = bool(pdfium.FPDFCatalog_IsTagged(document))
        self.known: dict[tuple[Element | None, int], Element] = {}
        self.reached: dict[Element | None, int] = {}
        """The last kid of an element that the page before needed: the next page goes on there."""

    def elements(self, page: Any, texts: Mapping[int, Placed]) -> dict[int, Element]:
        """The innermost element of each text object on a page, by the object's handle.

        What no element holds is left out, but for artifacts that are marked with their kind
        (running heads, page numbers). An object in a form belongs where the outermost form does:
        the ids in a form's own stream are of another series.
        """
        if not self.usable:
            return {}
        ids = {handle: content_id(placed.form or handle) for handle, placed in texts.items()}
        by_id = self._by_content_id(page, set(ids.values()) - {-1})
        if not by_id:
            return {}
        found: dict[int, Element] = {}
        for handle, number in ids.items():
            element = by_id.get(number)
            if element is not None:
                found[handle] = element
            elif has_artifact_mark(texts[handle].form or handle) or has_artifact_mark(handle):
                found[handle] = ARTIFACT
        return found

    def _by_content_id(self, page: Any, wanted: set[int]) -> dict[int, Element]:
        tree = pdfium.FPDF_StructTree_GetForPage(page) if wanted else None
        if not tree:
            return {}
        walk = _Walk(self, wanted)
        try:
            walk.roots(tree)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        if walk.kids > MOST_KIDS:
            self.usable = False
            return {}
        return walk.found

    def element(self, handle: int, parent: Element | None, index: int) -> Element:
        """The element with pdfium's handle for it on one page."""
        element = self.known.get((parent, index))
        if element is None:
            role = role_of(handle)
            spans = cell_spans(handle) if role in _CELLS else (1, 1)
            element = self.known[parent, index] = Element(role, parent, index, *spans)
        return element


class _Walk:
    """One walk down the elements of a page, until all marked contents that are wanted are found."""

    def __init__(self, tree: StructureTree, wanted: set[int]) -> None:
        self.tree = tree
        self.wanted = wanted
        self.found: dict[int, Element] = {}
        self.seen: set[int] = set()
        self.kids = 0

    def roots(self, tree: Any) -> None:
        """Look through the whole tree, as pdfium shows it for the page."""
        for index in self._order(None, root_count(tree)):
            handle = root_element(tree, index)
            if handle:
                self._element(handle, self.tree.element(handle, None, index), 1)
                self.tree.reached[None] = index
            if not self.wanted or self.kids > MOST_KIDS:
                return

    def _element(self, handle: int, element: Element, depth: int) -> None:
        # A damaged tree may hold rings, and one element in many places.
        if depth > DEEPEST or handle in self.seen:
            return
        self.seen.add(handle)
        wanted, found = self.wanted, self.found
        reached = 0
        for index in self._order(element, kid_count(handle)):
            number = kid_content_id(handle, index)
            if number >= 0:
                found.setdefault(number, element)
                wanted.discard(number)
            elif kid := kid_element(handle, index):
                self._element(kid, self.tree.element(kid, element, index), depth + 1)
            else:
                continue
            reached = index
            if not wanted or self.kids > MOST_KIDS:
                break
        if reached:
            self.tree.reached[element] = reached

    def _order(self, element: Element | None, count: int) -> Iterable[int]:
        """The places of an element's kids, from that which the page before reached."""
        self.kids += count
        start = self.tree.reached.get(element, 0)
        return chain(range(start, count), range(start)) if 0 < start < count else range(count)
