"""The page that an answer's row stands on, with its place marked."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from tildeling.archive.answers import Answer
from tildeling.archive.archive import Archive
from tildeling.batch.zipped import place_in_archive, read_entry
from tildeling.errors import TildelingError
from tildeling.export.picture import boxed_page
from tildeling.letter import Evidence
from tildeling.limits import Limits


def picture_of(archive: Archive, answer: Answer) -> bytes | None:
    """A PNG of the first row's page, its boxes marked; None where the PDF is not there any more.

    A file of the same name that is not the one that was read is not shown.
    """
    first = next((row for row in answer.rows if row.page is not None and row.bbox), None)
    if first is None or first.page is None:
        return None
    path = archive.path_of(first.sha256)
    data = _read(path) if path is not None else None
    if data is None or hashlib.sha256(data).hexdigest() != first.sha256:
        return None
    marked = [
        ("finding", Evidence(page=row.page, bbox=row.bbox, text=row.words))
        for row in answer.rows
        if row.bbox and row.page == first.page and row.sha256 == first.sha256
    ]
    stream = io.BytesIO()
    boxed_page(data, marked, first.page).save(stream, "PNG")
    return stream.getvalue()


def _read(path: Path) -> bytes | None:
    inside = place_in_archive(str(path))
    try:
        return read_entry(*inside, Limits()) if inside else path.read_bytes()
    except (OSError, TildelingError):
        return None
