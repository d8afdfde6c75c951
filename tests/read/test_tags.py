"""What the tags of a PDF say about its words, and that bad ones are only missed."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from tagging import Content, Tag, saved, write_tree

from pdf_builder import PdfPage, pdf, show
from tildeling.limits import Limits
from tildeling.read import pdfium_tags
from tildeling.read.page import ARTIFACT, Element, Page, Word
from tildeling.read.pdfium import PdfiumReader


def marked(number: int, text: str, y: float) -> str:
    """Operators that print a line under a number of marked content."""
    return f"/P << /MCID {number} >> BDC {show(text, 40, y)} EMC "


def tagged_file(root: Tag, *pages: PdfPage) -> bytes:
    file = pikepdf.open(io.BytesIO(pdf(*pages)))
    write_tree(file, root)
    return saved(file)


def damaged(data: bytes, damage: Callable[[pikepdf.Pdf, Any], None]) -> bytes:
    """The file after its structure tree was damaged."""
    file = pikepdf.open(io.BytesIO(data))
    damage(file, file.Root.StructTreeRoot)
    return saved(file)


def pages_of(data: bytes) -> tuple[Page, ...]:
    return PdfiumReader().read(data, Limits())[1]


def path_of(element: Element | None) -> str:
    """Its role and place, and those of all that it is inside, from the outermost."""
    if element is None:
        return ""
    return f"{path_of(element.parent)}/{element.role}{element.index}".lstrip("/")


def paths(page: Page) -> dict[str, str]:
    return {word.text: path_of(word.element) for word in page.words}


def word_of(page: Page, text: str) -> Word:
    return next(word for word in page.words if word.text == text)


LIST = Tag(
    "Document",
    [
        Tag("H1", [Content(0, 0)]),
        Tag(
            "L",
            [Tag("LI", [Tag("Lbl", [Content(0, 1)]), Tag("LBody", [Tag("P", [Content(0, 2)])])])],
        ),
    ],
)
LIST_PAGE = PdfPage(marked(0, "Oppdrag", 250) + marked(1, "a)", 230) + marked(2, "utrede", 210))
LIST_PATHS = {
    "Oppdrag": "Document0/H10",
    "a)": "Document0/L1/LI0/Lbl0",
    "utrede": "Document0/L1/LI0/LBody1/P0",
}


def test_a_word_knows_its_element_and_all_that_it_is_inside() -> None:
    (page,) = pages_of(tagged_file(LIST, LIST_PAGE))
    assert paths(page) == LIST_PATHS


def test_a_file_without_tags_has_words_without_elements() -> None:
    (page,) = pages_of(pdf(LIST_PAGE))
    assert [word.element for word in page.words] == [None] * 3


def test_an_element_that_goes_on_over_a_page_is_one_element() -> None:
    table = Tag("Table", [Tag("TR", [Tag("TD", [Content(0, 0), Content(1, 0)])])])
    root = Tag("Document", [table, Tag("P", [Content(1, 1)])])
    first, second = pages_of(
        tagged_file(
            root,
            PdfPage(marked(0, "drift,", 40)),
            PdfPage(marked(0, "overføres", 250) + marked(1, "Videre", 230)),
        )
    )
    cell = word_of(first, "drift,").element
    assert cell is not None
    assert word_of(second, "overføres").element is cell
    assert word_of(second, "Videre").element is not cell


def test_a_cell_knows_its_column_by_the_empty_cells_before_it_and_the_columns_it_covers() -> None:
    row = Tag("TR", [Tag("TD"), Tag("TD"), Tag("TH", [Content(0, 0)], rows=2, columns=3)])
    (page,) = pages_of(tagged_file(Tag("Table", [row]), PdfPage(marked(0, "Sum", 250))))
    cell = word_of(page, "Sum").element
    assert cell is not None
    assert (cell.role, cell.index, cell.rows, cell.columns) == ("TH", 2, 2, 3)


@pytest.mark.parametrize(
    "span", ["0", "-4", "100000", "9999999999999999", "(tre)", "/Three", "null"]
)
def test_a_span_that_cannot_be_is_none(span: str) -> None:
    def spoil(file: pikepdf.Pdf, root: Any) -> None:
        cell = root.K[0].K[0].K[0]
        cell.A = pikepdf.Object.parse(f"<< /O /Table /ColSpan {span} >>".encode())

    root = Tag("Table", [Tag("TR", [Tag("TD", [Content(0, 0)])])])
    (page,) = pages_of(damaged(tagged_file(root, PdfPage(marked(0, "Sum", 250))), spoil))
    cell = word_of(page, "Sum").element
    assert cell is not None
    assert cell.columns == 1


HEAD = "/Artifact << /Type /Pagination >> BDC " + show("Side", 40, 280) + " EMC "


def test_an_artifact_is_one_that_says_of_which_kind_and_has_no_element() -> None:
    unknown = "/Artifact BMC " + show("akse", 40, 180) + " EMC "
    both = "/Artifact << /Type /Layout >> BDC " + marked(1, "brødtekst", 160) + " EMC "
    root = Tag("Document", [Tag("P", [Content(0, 0), Content(0, 1)])])
    page = PdfPage(HEAD + marked(0, "Videre", 250) + unknown + both)
    (read,) = pages_of(tagged_file(root, page))
    assert word_of(read, "Side").element is ARTIFACT
    assert word_of(read, "akse").element is None
    assert paths(read)["brødtekst"] == "Document0/P0"


def test_text_in_a_form_belongs_where_the_form_does() -> None:
    # The form's own stream has a number 0 of another series.
    page = PdfPage(
        marked(0, "Tittel", 280) + "/P << /MCID 1 >> BDC /Box Do EMC ",
        forms={"Box": marked(0, "Adresse", 200)},
    )
    root = Tag("Document", [Tag("H1", [Content(0, 0)]), Tag("P", [Content(0, 1)])])
    (read,) = pages_of(tagged_file(root, page))
    assert paths(read) == {"Tittel": "Document0/H10", "Adresse": "Document0/P1"}


def test_a_number_that_no_element_has_leaves_its_text_without_an_element() -> None:
    root = Tag("Document", [Tag("P", [Content(0, 0)])])
    (read,) = pages_of(tagged_file(root, PdfPage(marked(0, "Se", 250) + marked(7, "lenken", 230))))
    assert paths(read) == {"Se": "Document0/P0", "lenken": ""}


def test_a_role_of_the_programs_own_is_read_as_what_it_stands_for() -> None:
    def rename(file: pikepdf.Pdf, root: Any) -> None:
        root.K[0].K[0].S = pikepdf.Name("/Overskrift 1")
        root.RoleMap = pikepdf.Object.parse(b"<< /Overskrift#201 /H1 >>")

    (page,) = pages_of(damaged(tagged_file(LIST, LIST_PAGE), rename))
    assert paths(page)["Oppdrag"] == "Document0/H10"


def without_a_tree(file: pikepdf.Pdf, root: Any) -> None:
    del file.Root.StructTreeRoot


def not_said_to_be_tagged(file: pikepdf.Pdf, root: Any) -> None:
    file.Root.MarkInfo = pikepdf.Dictionary(Marked=False)


def without_parents(file: pikepdf.Pdf, root: Any) -> None:
    del root.ParentTree


def with_parents_that_are_no_elements(file: pikepdf.Pdf, root: Any) -> None:
    root.ParentTree.Nums = pikepdf.Object.parse(b"[0 [null 7 (x) << >> [0]]]")


def with_a_tree_that_is_none(file: pikepdf.Pdf, root: Any) -> None:
    file.Root.StructTreeRoot = pikepdf.Array([1, 2, 3])


@pytest.mark.parametrize(
    "damage",
    [
        without_a_tree,
        not_said_to_be_tagged,
        without_parents,
        with_parents_that_are_no_elements,
        with_a_tree_that_is_none,
    ],
)
def test_a_tree_that_is_lost_says_nothing(damage: Callable[[pikepdf.Pdf, Any], None]) -> None:
    (page,) = pages_of(damaged(tagged_file(LIST, LIST_PAGE), damage))
    assert paths(page) == dict.fromkeys(LIST_PATHS, "")


def with_a_ring(file: pikepdf.Pdf, root: Any) -> None:
    root.K[0].K[1].K[0].K.append(root.K[0])


def with_an_element_in_many_places(file: pikepdf.Pdf, root: Any) -> None:
    element = root.K[0].K[0]
    root.K[0].K = pikepdf.Array([root.K[0].K[1], *[element] * 5000])


def with_kids_that_are_none(file: pikepdf.Pdf, root: Any) -> None:
    nonsense = pikepdf.Object.parse(b"[null -1 99999999 (x) /Y [0 [1]] << >> << /Type /MCR >>]")
    root.K[0].K = pikepdf.Array([*nonsense, *root.K[0].K])


@pytest.mark.parametrize(
    "damage", [with_a_ring, with_an_element_in_many_places, with_kids_that_are_none]
)
def test_a_damaged_tree_is_read_as_far_as_it_goes(
    damage: Callable[[pikepdf.Pdf, Any], None],
) -> None:
    (page,) = pages_of(damaged(tagged_file(LIST, LIST_PAGE), damage))
    roles = {word.text: word.element.role for word in page.words if word.element}
    assert roles == {"Oppdrag": "H1", "a)": "Lbl", "utrede": "P"}


def test_elements_are_followed_only_so_deep() -> None:
    root = Tag("P", [Content(0, 0)])
    for _ in range(3 * pdfium_tags.DEEPEST):
        root = Tag("Div", [root])
    (page,) = pages_of(tagged_file(root, PdfPage(marked(0, "dypt", 250))))
    assert paths(page) == {"dypt": ""}


def test_a_tree_out_of_all_proportion_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium_tags, "MOST_KIDS", 4)
    (page,) = pages_of(tagged_file(LIST, LIST_PAGE))
    assert paths(page) == dict.fromkeys(LIST_PATHS, "")


def test_a_shuffled_tree_is_found_on_every_page() -> None:
    order = [2, 0, 3, 1]
    root = Tag("Document", [Tag("P", [Content(page, 0)]) for page in order])
    pages = pages_of(tagged_file(root, *[PdfPage(marked(0, "her", 250)) for _ in order]))
    assert [paths(page)["her"] for page in pages] == [
        f"Document0/P{order.index(page)}" for page in range(4)
    ]
