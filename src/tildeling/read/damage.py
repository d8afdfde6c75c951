"""Which pages of a damaged file cannot be decoded, or may be read wrong.

pdfium passes over what it cannot decode: half a page would pass for the whole, a font whose table
of letters is cut would give other letters. The file's pages are looked up by pdfminer, which knows
what each names. This takes time, so that it is done only where something looks wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from tildeling.read.contents import FLATE, KNOWN, content_of, filters_of, raw_of, unpacked
from tildeling.read.letter_tables import contradicts_itself, is_letter_table
from tildeling.read.operators import is_garbled, lacks_operands
from tildeling.words import to_say

UNDECODED = to_say("its content cannot be decoded")
SUM = to_say("its content is not what it was packed from")
GARBLED = to_say("its content is damaged")
FONT = to_say("one of its fonts is missing")
LETTERS = to_say("what letters one of its fonts has cannot be decoded")
# pdfium takes letters on one spot for one: "2025" is "205" where digits have no width.
NARROW = to_say("letters on it stand over each other, so that doubled ones may be read as one")
# After "7 Tr (x) Tj 0 Tr ET" pdfium paints all, others only what lies in the x. None of 551 real
# files has any.
CLIPS = to_say(
    "letters on it clip what is painted after them, which programs show in different ways"
)
PART = to_say("something that it shows is missing")
WHICH = to_say("the file is damaged, and which of its pages are cannot be told")
INDEX = to_say("the file's index is damaged, and its parts had to be looked for")

_FONTS = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+[-+.\d]+\s+Tf\b")
_SHOWS = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+Do\b")


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with the pages of a file, by their position."""

    broken: frozenset[int] = frozenset()
    """Pages whose content, or a form in it, is missing or breaks off when it is unpacked."""
    doubtful: dict[int, str] = field(default_factory=dict)
    """Pages that may be read wrong, and why."""


def damage_of(pages: Sequence[Any], count: int, has_index: bool) -> Damage:
    """What is wrong with a file's pages; `pages` are pdfminer's, `count` is how many pdfium has.

    Without an index of where its parts are, any of them may be lost, or an old one in its place:
    of 650 letters, pages of archives and public tests none had lost it.
    """
    # A page that stands in the tree twice most likely stands there for another.
    if not len(pages) == len({page.pageid for page in pages}) == count:
        return Damage(doubtful=dict.fromkeys(range(count), WHICH))
    known: dict[tuple[int, ...], str | None] = {}
    wrongs = {at: wrong for at, page in enumerate(pages) if (wrong := _wrong(page, known))}
    broken = frozenset(at for at, wrong in wrongs.items() if wrong == UNDECODED)
    doubts = wrongs if has_index else dict.fromkeys(range(count), INDEX) | wrongs
    return Damage(broken, {at: doubt for at, doubt in doubts.items() if at not in broken})


def _wrong(page: Any, known: dict[tuple[int, ...], str | None]) -> str | None:
    """What is wrong with a page; one that a page tree holds many times is looked at once."""
    try:
        streams, resources = [resolve1(part) for part in page.contents], resolve1(page.resources)
        key = (id(resources), *map(id, streams))
        if key not in known:
            parts = list(_parts(streams, resources))
            breaks = any(_breaks(stream) for part in parts for stream in part.streams)
            known[key] = UNDECODED if breaks else next(filter(None, map(_doubt, parts)), None)
        return known[key]
    except MemoryError:
        raise
    except Exception:  # pdfminer raises whatever a damaged file makes it stumble over
        return GARBLED


@dataclass(frozen=True, slots=True)
class _Part:
    """A page, or a form that it shows."""

    streams: list[Any]
    content: bytes
    resources: dict[str, Any]

    def named(self, kind: str, pattern: re.Pattern[bytes]) -> Iterator[Any]:
        """What the content names of the resources, None for what they do not have."""
        group = resolve1(self.resources.get(kind)) or {}
        for name in set(pattern.findall(self.content)):
            yield resolve1(group.get(name.decode("latin-1")))


def _parts(streams: list[Any], resources: Any) -> Iterator[_Part]:
    """A page's own content, then the forms that it shows, each once."""
    seen: set[int] = set()
    waiting = [(streams, resources)]
    while waiting:
        found, around = waiting.pop()
        content = b" ".join(content_of(one) for one in found if isinstance(one, PDFStream))
        part = _Part(found, content, resolve1(around) or {})
        yield part
        for form in part.named("XObject", _SHOWS):
            if _is_form(form) and id(form) not in seen:
                seen.add(id(form))
                waiting.append(([form], form.get("Resources") or around))


def _is_form(shown: Any) -> bool:
    return isinstance(shown, PDFStream) and (
        getattr(resolve1(shown.get("Subtype")), "name", "") == "Form"
    )


def _doubt(part: _Part) -> str | None:
    """Why a part may be read wrong."""
    if any(_differs(stream) for stream in part.streams):
        return SUM
    if not any(map(_is_foretold, part.streams)) and (
        is_garbled(part.content) or lacks_operands(part.content)
    ):
        return GARBLED
    for font in part.named("Font", _FONTS):
        if not _is_font(font):
            return FONT
        letters = resolve1(font.get("ToUnicode"))
        if "ToUnicode" in font and not isinstance(letters, PDFStream | PSLiteral):
            return LETTERS
        if isinstance(letters, PDFStream) and _is_wrong_table(letters):
            return LETTERS
    return PART if None in list(part.named("XObject", _SHOWS)) else None


def _is_wrong_table(letters: PDFStream) -> bool:
    if _breaks(letters) or _differs(letters):
        return True
    table = content_of(letters)
    # Empty where it is packed in a rare way.
    return bool(table) and (not is_letter_table(table) or contradicts_itself(table))


def _is_font(font: Any) -> bool:
    """True for what pdfium takes for a font, and draws letters of."""
    kind = resolve1(font.get("Subtype")) if isinstance(font, dict) else None
    if getattr(kind, "name", "") != "Type0":
        return kind is not None
    return bool(resolve1(font.get("DescendantFonts")))


def _breaks(stream: Any) -> bool:
    """True for content that is no stream, or cannot be unpacked to its end."""
    if not isinstance(stream, PDFStream):
        return True
    filters = filters_of(stream)
    if any(name not in KNOWN for name in filters):
        return True
    return _is_packed(stream) and unpacked(raw_of(stream)).breaks


def _is_foretold(stream: PDFStream) -> bool:
    """True for content that is packed as the differences from what was foretold."""
    return any(isinstance(how, dict) and "Predictor" in how for _, how in stream.get_filters())


def _differs(stream: PDFStream) -> bool:
    return _is_packed(stream) and unpacked(raw_of(stream)).differs


def _is_packed(stream: PDFStream) -> bool:
    filters, packed = filters_of(stream), stream.get_rawdata()
    if not filters or filters[0] not in FLATE or packed is None:
        return False
    # Some writers pack nothing as nothing, and say so.
    return bool(packed.strip()) or resolve1(stream.get("Length")) != 0
