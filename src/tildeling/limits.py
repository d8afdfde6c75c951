"""How much of an untrusted file is read before it is refused."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Limits(BaseModel):
    """Bounds on one input. A file beyond any of them raises `TooLargeError`.

    The defaults hold every letter known: the longest base letters have some 150 pages and 2 MB.

    >>> Limits(max_pages=10).max_pages
    10
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(default=100_000_000, gt=0, description="Size of the file.")
    max_archive_files: int = Field(
        default=100_000, gt=0, description="Files in one zip archive, in `convert`."
    )
    max_pages: int = Field(default=1_000, gt=0, description="Number of pages.")
    max_characters: int = Field(
        default=5_000_000, gt=0, description="Characters of text in the whole file."
    )
    max_page_objects: int = Field(
        default=100_000,
        gt=0,
        description="Things drawn on one page: pieces of text, lines, areas, pictures. A path "
        "counts for one more with each ten of its corners.",
    )
    max_objects: int = Field(
        default=1_000_000, gt=0, description="Things drawn on all pages together."
    )
    max_seconds: float = Field(
        default=60.0,
        gt=0,
        description="What reading it may take, where a process of its own does: in `convert` and "
        "with `isolated=True`. The longest letters known take two.",
    )
    max_memory: int | None = Field(
        default=2 * 1024**3,
        gt=0,
        description="Bytes of address space that such a process may take, or None. A letter of 150 "
        "pages takes a tenth.",
    )
    max_seconds_per_ocr_page: float = Field(
        default=180.0,
        gt=0,
        description="What reading one page off its picture may take, besides `max_seconds` for the "
        "letter. A page takes five to fifteen on a core of its own.",
    )
    max_memory_for_ocr: int | None = Field(
        default=4 * 1024**3,
        gt=0,
        description="Bytes of address space that a process may take which reads pages off their "
        "pictures, or None. A page takes half.",
    )
