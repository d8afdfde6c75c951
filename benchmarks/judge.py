"""Which pages of a PDF cannot be decoded, by qpdf and zlib: nothing of our own reader has a say.

A page cannot be decoded where its content, a form that it shows or the table that says which
letters its codes are (ToUnicode) does not unpack to its end and to its checksum; where content is
not what ISO 32000-1 calls content (annex A: operators, and what each asks for); where it names a
font or a form that the page does not have; or where it is itself no page.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf


def _least(*rows: str) -> dict[str, int]:
    """How many operands each operator asks for."""
    return {sign: int(least) for least, *signs in map(str.split, rows) for sign in signs}


_NUMBERS = _least(
    "0 BT ET q Q b b* B B* f F f* n s S W W* h BI ID EI T* BX EX EMC",
    "1 g G i j J M w Tc TL Ts Tw Tz Tr",
    "2 l m Td TD d0",
    "3 rg RG",
    "4 k K re v y",
    "6 c cm Tm d1",
)
"""Operators whose operands are all numbers."""
_OTHERS = _least("1 cs CS Do gs ri sh Tj TJ ' BMC MP sc SC scn SCN", "2 d DP BDC Tf", '3 "')
_LEVELS = 5
"""Forms within forms are followed so far."""

_MOST = 20_000_000
"""Bytes that are unpacked: a stream that goes on is taken for whole."""

_seen: dict[tuple[bytes, str], tuple[bytes, str | None]] = {}
"""What was found of packed bytes: of a mutant, nearly all are those of the file it was made of."""


def undecodable(data: bytes) -> list[str | None] | None:
    """For each page what is wrong with it; None where qpdf finds no way into the file."""
    _seen.clear() if len(_seen) > 5_000 else None
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return [_wrong(page.obj) for page in pdf.pages]
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, OverflowError):
        return None


def _wrong(page: Any) -> str | None:
    try:
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        pieces = []
        for part in parts:
            if part is None:
                continue
            data, wrong = _unpacked(part)
            if wrong:
                return wrong
            pieces.append(data)
        resources = pikepdf.Page(page).resources if pieces else None
        return _wrong_content(b"\n".join(pieces), resources, 1)
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError) as error:
        return f"no page: {type(error).__name__}"


def _unpacked(stream: Any) -> tuple[bytes, str | None]:
    """The bytes of a stream and what is wrong with them."""
    if not isinstance(stream, pikepdf.Stream):
        return b"", "content is no stream"
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    key = (raw, str(filters))
    if key not in _seen:
        if str(filters) == "/FlateDecode" and "/DecodeParms" not in stream:
            _seen[key] = _inflated(raw)
        else:
            try:
                _seen[key] = stream.read_bytes(), None
            except pikepdf.PdfError:
                _seen[key] = b"", "a filter fails"
    return _seen[key]


def _inflated(raw: bytes) -> tuple[bytes, str | None]:
    unpack = zlib.decompressobj()
    try:
        found = unpack.decompress(raw, _MOST)
    except zlib.error as error:
        if "incorrect data check" in str(error):
            return b"", "wrong checksum"
        return _inflated(b"\x78\x9c" + raw[2:]) if "header" in str(error) else (b"", "breaks off")
    return found, None if unpack.eof or unpack.unconsumed_tail else "breaks off"


def _wrong_content(content: bytes, resources: Any, level: int) -> str | None:
    if not content.strip() or level > _LEVELS:
        return None
    instructions, wrong = _instructions(content)
    if wrong:
        return wrong
    for name, kind in instructions:
        group = resources.get(kind) if resources is not None else None
        thing = group.get(name) if group is not None else None
        if thing is None:
            return f"{kind[1:]} that the page does not have"
        for wrong in _wrong_things(thing, kind, resources, level):
            if wrong:
                return wrong
    return None


def _wrong_things(thing: Any, kind: str, around: Any, level: int) -> Iterator[str | None]:
    if kind == "/Font":
        letters = thing.get("/ToUnicode")
        if letters is not None and not isinstance(letters, pikepdf.Name):
            wrong = _unpacked(letters)[1]
            yield wrong and f"letters: {wrong}"
    elif isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
        content, wrong = _unpacked(thing)
        yield wrong and f"form: {wrong}"
        wrong = _wrong_content(content, thing.get("/Resources", around), level + 1)
        yield wrong and f"form: {wrong}"


_parsed: dict[bytes, tuple[set[tuple[str, str]], str | None]] = {}


def _instructions(content: bytes) -> tuple[set[tuple[str, str]], str | None]:
    """Which fonts and forms content names, and what is wrong with it."""
    if len(_parsed) > 2_000:
        _parsed.clear()
    if content not in _parsed:
        _parsed[content] = _looked_at(content)
    return _parsed[content]


def _looked_at(content: bytes) -> tuple[set[tuple[str, str]], str | None]:
    named: set[tuple[str, str]] = set()
    with pikepdf.new() as pdf:
        try:
            found = pikepdf.parse_content_stream(pdf.make_stream(content))
        except (pikepdf.PdfError, ValueError, RuntimeError):
            return named, "content cannot be parsed"
        lenient = in_text = 0
        for instruction in found:
            operands, operator = instruction.operands, instruction.operator
            sign = str(operator)
            lenient += (sign == "BX") - (sign == "EX")
            in_text += (sign == "BT") - (sign == "ET")
            if not lenient:
                wrong = _wrong_operator(sign, operands)
                if wrong:
                    return named, wrong
            if sign == "Tf":
                named.add((str(operands[0]), "/Font"))
            elif sign == "Do":
                named.add((str(operands[0]), "/XObject"))
    return named, "text is not ended" if in_text > 0 else None


def _wrong_operator(sign: str, operands: Any) -> str | None:
    if sign == "INLINE IMAGE":
        return None
    if sign in _NUMBERS:
        least = _NUMBERS[sign]
        numbers = operands[-least:] if least else ()
        # A whole number of more than 64 bits is None to qpdf.
        if len(operands) < least or not all(
            one is None or isinstance(one, int | float | Decimal) for one in numbers
        ):
            return "operands"
        return None
    if sign in _OTHERS:
        if len(operands) < _OTHERS[sign]:
            return "operands"
        if sign in ("Tf", "Do") and not isinstance(operands[0], pikepdf.Name):
            return "operands"
        if sign in ("Tj", "'") and not isinstance(operands[-1], pikepdf.String):
            return "operands"
        return "operands" if sign == "TJ" and not isinstance(operands[-1], pikepdf.Array) else None
    return "no operator"
