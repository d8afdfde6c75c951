"""The bytes of a stream as pdfminer holds it, unpacked within bounds.

pdfminer's own way unpacks all there is: a hundred kilobytes may be a hundred megabytes.
"""

from __future__ import annotations

import zlib
from typing import NamedTuple

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdftypes import PDFStream

# Bytes that a stream is unpacked to; one that goes on beyond is taken for whole.
MOST_UNPACKED = 20_000_000

FLATE = ("FlateDecode", "Fl")
_BY_LETTERS = {
    "ASCII85Decode": ascii85decode,
    "A85": ascii85decode,
    "ASCIIHexDecode": asciihexdecode,
    "AHx": asciihexdecode,
}
# Ways of packing content.
KNOWN = (*FLATE, *_BY_LETTERS, "LZWDecode", "LZW", "RunLengthDecode", "RL", "Crypt")


class Unpacked(NamedTuple):
    """What was packed with zlib."""

    content: bytes
    """As far as it is looked at."""
    breaks: bool
    """True where its end is missing."""
    differs: bool
    """True where it is not what was packed, by the sum at its end."""


def unpacked(packed: bytes, most: int = MOST_UNPACKED) -> Unpacked:
    """Unpacks what was packed with zlib; a sum that is missing is passed over."""
    # Without the two bytes of zlib's head, which some writers get wrong.
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpack.decompress(packed[2:], most)
    except zlib.error:
        return Unpacked(b"", True, False)
    if not unpack.eof:
        return Unpacked(found, not unpack.unconsumed_tail, False)
    total = unpack.unused_data[:4]
    differs = len(total) == 4 and int.from_bytes(total, "big") != zlib.adler32(found)
    return Unpacked(found, False, differs)


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
