"""What the typed objects can do besides being data: show themselves, become tables, open pages.

The objects stand below all rooms, and these methods reach into the rooms above. So each imports
what it needs when it is called: `import tildeling` costs nothing of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tildeling.words import Language, words_in

if TYPE_CHECKING:
    from PIL.Image import Image
    from pydantic import BaseModel
    from spacy.tokens import Doc

    from tildeling.letter import Evidenced, Letter
    from tildeling.notebook.frames import Frames

# Characters of one field that a `repr` shows.
LONG = 60

# Fields that it leaves out: they say nothing to a person.
LEFT_OUT = ("schema_version", "source", "sha256")


def to_frames(letters: Iterable[Letter]) -> Frames:
    """All letters as pandas tables that share the key `sha256`. Needs the extra `frames`.

    For a folder: `to_frames(map(tildeling.parse, sorted(Path("brev").glob("*.pdf"))))`.
    """
    from tildeling.notebook.frames import frames_of

    return frames_of(letters)


class Shown:
    """How an object looks in a notebook and at a prompt."""

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        """What `repr` and rich show: fields that say something, lists as their number of items."""
        model = cast("BaseModel", self)
        for name, info in type(model).model_fields.items():
            value = getattr(model, name)
            if name in LEFT_OUT or value in (info.default, None, (), {}):
                continue
            if name.startswith("evidence"):
                pages = dict.fromkeys(str(one.page) for one in value)
                yield name.replace("evidence", "page"), _Bare(",".join(pages))
            elif isinstance(value, dict | tuple) and not _are_numbers(value):
                yield name, _Bare(f"[{len(value)}]")
            elif isinstance(value, str) and len(value) > LONG:
                yield name, f"{value[: LONG - 3]}..."
            else:
                yield name, value

    def _repr_html_(self) -> str:
        """What a notebook shows: a small page, all text escaped."""
        from tildeling.notebook.card import card

        return card(cast("BaseModel", self))


def _are_numbers(values: Iterable[object]) -> bool:
    """Amounts or the sides of a box, which are shown; other lists are only counted."""
    return all(value is None or isinstance(value, int | float) for value in values)


class _Bare(str):
    """Shown without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class LetterMethods:
    """What can be done with a letter."""

    def to_frames(self) -> Frames:
        """The letter as pandas tables that share the key `sha256`. Needs the extra `frames`."""
        return to_frames([self._letter])

    def to_markdown(self, *, language: Language | None = None) -> str:
        """The letter as Markdown: head, assignments, goals, deadlines, money, tables, findings.

        In the letter's own language, bokmål or nynorsk, unless another is given.
        """
        from tildeling.notebook.markdown import letter_markdown

        return letter_markdown(self._letter, words_in(language or self._letter.language))

    def show(
        self,
        page: int | None = None,
        *,
        of: Evidenced | None = None,
        pdf: str | os.PathLike[str] | bytes | None = None,
    ) -> Image:
        """A picture of a page with a box around everything that was read from it.

        With `of`, an assignment, a deadline, a line of money, a budget row, a finding: the pages it
        stands on, side by side, with the boxes of it and its parts alone. Without either: page 1.

        `pdf` is the file, where the letter does not know it (it was loaded from JSON) or the file
        has moved. Raises `ValueError` where there is no PDF, or it is another one than the letter
        was read from, `IndexError` where there is no such page.
        """
        from tildeling.notebook.pages import shown_pages
        from tildeling.read.again import pdf_bytes

        letter = self._letter
        return shown_pages(pdf_bytes(letter.source, letter._origin, pdf), letter, page, of)

    def annotate(
        self,
        out: str | os.PathLike[str],
        *,
        pdf: str | os.PathLike[str] | bytes | None = None,
        language: Language | None = None,
    ) -> Path:
        """Writes a copy of the PDF with highlights and notes, for any viewer; returns its path.

        What was read from the same words is one highlight; notes are numbered, here and in the
        margin, and in the letter's language unless another is asked for. The original is not
        touched. Needs the extra `notebook`. `pdf` and errors are those of
        `show`; `out` may not be the letter itself (`ValueError`).
        """
        from tildeling.notebook.annotate import annotated
        from tildeling.read.again import pdf_bytes

        letter = self._letter
        data = pdf_bytes(letter.source, letter._origin, pdf)
        target = Path(out)
        if target.exists() and target.read_bytes() == data:
            raise ValueError(f"{target} is the letter itself: give another name.")
        target.write_bytes(annotated(data, letter, words_in(language or letter.language)))
        return target

    def doc(self, *, pdf: str | os.PathLike[str] | bytes | None = None) -> Doc:
        """The letter's text as a spaCy `Doc`, with what the grammar finds in it as spans.

        `doc.spans` has a group for each component of `tildeling.find.pipeline`; `doc.ents` has all
        of those that do not overlap. Dates that are a deadline of the letter are labelled
        "DEADLINE", others "DATE". Goals, indicators, targets, reporting, authorisations and what
        else the letter says are groups too: `span.id_` is the item's position in the letter's list
        (of targets, in that of all indicators' together).

        See `tildeling.notebook.spans.DISPLACY` for how to show it. The file is read again; `pdf`
        and errors are those of `show`.
        """
        from tildeling.notebook.spans import letter_doc

        return letter_doc(self._letter, self._letter._origin, pdf)

    @property
    def _letter(self) -> Letter:
        return cast("Letter", self)
