"""The bytes of a stream as pdfminer holds it, unpacked within bounds.

pdfminer's own way unpacks all there is: a hundred kilobytes may be a hundred megabytes.
"""

from __future__ import annotations

import zlib

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdftypes import PDFStream

MOST_UNPACKED = 20_000_000
"""Bytes that a stream is unpacked to; one that goes on beyond is taken for whole."""

FLATE = ("FlateDecode", "Fl")
_BY_LETTERS = {
    "ASCII85Decode": ascii85decode,
    "A85": ascii85decode,
    "ASCIIHexDecode": asciihexdecode,
    "AHx": asciihexdecode,
}


def unpacked(packed: bytes, most: int = MOST_UNPACKED) -> tuple[bytes, bool]:
    """What was packed with zlib, as far as it is looked at, and whether its end is missing."""
    # Without the two bytes of zlib's head and the sum at its end, which some writers get wrong.
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpack.decompress(packed[2:], most)
    except zlib.error:
        return b"", True
    return found, not (unpack.eof or unpack.unconsumed_tail)


def raw_of(stream: PDFStream) -> bytes:
    """The stream's bytes as they were packed, deciphered."""
    raw = stream.get_rawdata() or b""
    if stream.decipher:
        raw = stream.decipher(stream.objid or 0, stream.genno or 0, raw, stream.attrs)
    return raw


def filters_of(stream: PDFStream) -> list[str]:
    """How the stream is packed, the outermost first."""
    return [str(getattr(name, "name", "")) for name, _ in stream.get_filters()]


def content_of(stream: PDFStream, most: int = MOST_UNPACKED) -> bytes:
    """The stream unpacked, to one byte more than `most`; empty where it is packed in a rare way.

    What is damaged is unpacked up to there.
    """
    data = raw_of(stream)
    for name in filters_of(stream):
        if name in FLATE:
            data = _as_far_as_it_goes(data, most + 1)
        elif name in _BY_LETTERS:
            data = _BY_LETTERS[name](data)
        else:
            return b""
    return data


def _as_far_as_it_goes(packed: bytes, most: int) -> bytes:
    """What comes before damage is drawn."""
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    found = bytearray()
    for start in range(2, len(packed), 1024):
        try:
            found += unpack.decompress(packed[start : start + 1024], most - len(found))
        except zlib.error:
            break
        if len(found) >= most or unpack.eof:
            break
    return bytes(found)
