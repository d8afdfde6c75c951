"""Small archives to convert."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

from pdf_builder import PdfPage, pdf, show
from tildeling import Limits

LIFTED = Limits(max_bytes=10**12, max_page_objects=10**12, max_objects=10**12)
"""Limits that let an endless file through, for what stops it then."""

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"


def text_letter(number: int) -> bytes:
    """An addendum as plain text."""
    return (
        f"Tillegg nr. {number} til tildelingsbrev for 2026 til Helsedirektoratet\n\n"
        f"Oppdrag 2026-{number:03}: Ny veileder\n\nFrist: 1. mai 2026\n"
    ).encode()


def pdf_letter(number: int, *more: PdfPage) -> bytes:
    """An addendum as a PDF of one page, and more pages."""
    lines = text_letter(number).decode().splitlines()
    shown = "".join(show(line, 40, 260 - 14 * at) for at, line in enumerate(lines) if line)
    return pdf(PdfPage(shown), *more)


def write_letters(folder: Path, count: int) -> list[Path]:
    """Text letters 1 to `count`, in files of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"tillegg-{number:03}.txt" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_bytes(text_letter(number))
    return paths


def endless_pdf() -> bytes:
    """A small PDF whose page takes many seconds, also to count what it draws; see `LIFTED`."""
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    part = deflate.compress(b"q Q\n" * 1_000_000) + deflate.flush(zlib.Z_FULL_FLUSH)
    # After a full flush nothing refers back, so that the part may stand there again and again.
    packed = b"\x78\x9c" + part * 100 + zlib.compressobj(wbits=-zlib.MAX_WBITS).flush()
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    # The cross-reference table is wrong then; pdfium makes it anew.
    return pdf(PdfPage("MARK")).replace(b"<<  /Length 4 >>\nstream\nMARK", head + packed)


def manifest(out: Path) -> list[dict[str, Any]]:
    """The manifest's lines."""
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]


def by_name(out: Path) -> dict[str, dict[str, Any]]:
    """The manifest's lines by the name of the input."""
    return {Path(line["path"]).name: line for line in manifest(out)}


def outputs(out: Path) -> dict[str, bytes]:
    """Names and contents of all letters in the folder."""
    return {path.name: path.read_bytes() for path in sorted(out.glob("*.json"))}
