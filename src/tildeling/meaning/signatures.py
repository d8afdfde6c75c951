"""Lines under a greeting, put together to names and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tildeling.find.bodies import find_bodies
from tildeling.find.patterns import any_of
from tildeling.letter import Signatory
from tildeling.meaning.closing_words import NAME_PARTICLES, TITLE_ENDINGS, TITLE_OPENINGS
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Span

# "(e.f.)", "(e. f.)", "e.f.", "(etter fullmakt)": printed after the name, and part of it.
BY_AUTHORITY = re.compile(
    r"\((?:e\.?[ ]?f\.?|etter[ ]fullmakt)\)|(?<![\w(])(?:e\.[ ]?f\.?|etter[ ]fullmakt)(?![\w)])",
    re.IGNORECASE,
)
# "Marit", "Dahl-Hansen", "J.", "O'Brien". No digit, and no hyphen at its end ("Kommunal-").
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?!$|,))*\.?,?")
_TITLE_WORD = re.compile(rf"[^\W\d_-]{{0,40}}{any_of(TITLE_ENDINGS)}[,.]?$", re.IGNORECASE)
_OF_AUTHORITY = ("e.", "f.", "etter", "fullmakt")
# Words in a person's name.
LONGEST_NAME = 7


@dataclass(slots=True)
class _Signing:
    """Someone who signs: where the lines of the name and of the title stand."""

    column: int | None
    name: list[Span]
    title: list[Span] = field(default_factory=list)


class Signatures:
    """Takes the lines under a greeting in reading order, and says who signed.

    A line in a table belongs to those in its column; a line of its own to the names last read.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._signings: list[_Signing] = []
        self._row: list[_Signing] = []
        self._pending: list[_Signing] = []

    @property
    def found(self) -> bool:
        """True once a name has been read."""
        return bool(self._signings)

    def add(self, line: Span, column: int | None) -> None:
        """Reads a line; `column` is None where it stands in no table."""
        for segment in self._segments(line):
            words = list(self._words(segment))
            split = _title_at([self._text[word.start : word.end] for word in words])
            if split is None:
                self._go_on(segment, column)
                continue
            if split:
                name = Span(words[0].start, words[split - 1].end)
                self._signings.append(_Signing(column, [name]))
                self._row.append(self._signings[-1])
            if split < len(words):
                title, next_name = self._parted(words[split:])
                self._titles(title, self._row[-1:] if split else self._targets(column))
                if next_name:
                    self.add(Span(next_name[0].start, next_name[-1].end), column)

    def _parted(self, words: Sequence[Span]) -> tuple[Sequence[Span], Sequence[Span]]:
        """A title, and the name that follows where two columns of text were run together."""
        for at in range(1, len(words) - 1):
            before, rest = (
                [self._text[w.start : w.end] for w in part] for part in (words[:at], words[at:])
            )
            if _TITLE_WORD.match(before[-1]) and rest[0][0].isupper() and _title_at(rest):
                return words[:at], words[at:]
        return words, ()

    def end_row(self) -> None:
        """Says that the next line stands under those read so far."""
        if self._row:
            self._pending, self._row = self._row, []

    def built(self, reading: Reading) -> tuple[Signatory, ...]:
        """Those who signed."""
        for at, one in enumerate(self._signings):
            self._share_out(one, self._signings[:at])
        return tuple(
            Signatory(
                name=_joined(reading, one.name),
                title=_joined(reading, one.title) or None,
                evidence=reading.evidence_of((s.start, s.end) for s in one.name + one.title),
            )
            for one in self._signings
        )

    def _segments(self, line: Span) -> Iterator[Span]:
        """The line's parts: another name may follow an "(e.f.)"."""
        start = line.start
        for found in BY_AUTHORITY.finditer(self._text, line.start, line.end):
            yield Span(start, found.end())
            start = found.end()
        if self._text[start : line.end].strip():
            yield Span(start, line.end)

    def _words(self, span: Span) -> Iterator[Span]:
        for found in re.compile(r"\S+").finditer(self._text, span.start, span.end):
            yield Span(found.start(), found.end())

    def _targets(self, column: int | None) -> list[_Signing]:
        """Those whom a title without a name may belong to."""
        if column is None:
            return self._row or self._pending
        return [one for one in self._signings if one.column in (column, None)][-1:]

    def _titles(self, words: Sequence[Span], targets: Sequence[_Signing]) -> None:
        """Gives a title to the first without one; a line of several titles is shared out."""
        untitled = [one for one in targets if not one.title]
        if 1 < len(untitled) == len(words) and all(
            _TITLE_WORD.match(self._text[word.start : word.end]) for word in words
        ):
            for one, word in zip(untitled, words, strict=True):
                one.title.append(word)
        elif targets:
            (untitled[0] if untitled else targets[-1]).title.append(
                Span(words[0].start, words[-1].end)
            )

    def _share_out(self, last: _Signing, before: Sequence[_Signing]) -> None:
        """Gives titles under the last of several names to all of them: names first, then titles."""
        untitled = before[len(before) - len(last.title) + 1 :] if len(last.title) > 1 else []
        if len(untitled) != len(last.title) - 1 or any(one.title for one in untitled):
            return
        if last.column is None and all(
            _TITLE_WORD.search(self._text[span.start : span.end]) for span in last.title
        ):
            titles, last.title = last.title, last.title[-1:]
            for one, title in zip(untitled, titles, strict=False):
                one.title.append(title)

    def _go_on(self, segment: Span, column: int | None) -> None:
        """A line that is neither: the rest of a name over two lines, or nothing of ours."""
        words = self._text[segment.start : segment.end].strip()
        targets = self._targets(column)
        authority = BY_AUTHORITY.search(words)
        rest = words[: authority.start()].strip() if authority else words
        if not targets or targets[-1].title or len(rest.split()) > 1:
            return
        if rest and not (_NAME_WORD.fullmatch(rest) and rest[0].isupper()):
            return
        start = self._text.index(words, segment.start)
        targets[-1].name.append(Span(start, start + len(words)))


def is_signed(line: str) -> bool:
    """True for a person's name with a title after it: no body is called that.

    >>> is_signed("Ingrid Khan førstekonsulent"), is_signed("Direktoratet for økonomistyring")
    (True, False)
    """
    words = line.split()
    split = _title_at(words)
    if not split or split == len(words) or not _TITLE_WORD.search(words[-1]):
        return False
    # "Miljødirektoratet" over "Norges forskningsråd" among the copies: "råd" is a title, too.
    return all(body.end < len(line.rstrip()) for body in find_bodies(line))


def _title_at(words: Sequence[str]) -> int | None:
    """How many words of a line are a person's name, before any title; None where it is neither.

    >>> _title_at(["Vibeke", "Helene", "Riekeles", "avdelingsdirektør"])
    3
    >>> _title_at(["ekspedisjonssjef"]), _title_at(["Riksrevisjonen"])
    (0, None)
    """
    for at, word in enumerate(words):
        if BY_AUTHORITY.fullmatch(word) or word.lower().strip("()") in _OF_AUTHORITY:
            continue
        # A surname may end like a title: at != 1.
        is_title = at != 1 and (_TITLE_WORD.match(word) or word.lower() in TITLE_OPENINGS)
        if is_title or (word[0].islower() and word not in NAME_PARTICLES):
            return _checked(words, at)
        if not _NAME_WORD.fullmatch(word):
            return None
    return _checked(words, len(words))


def _checked(words: Sequence[str], split: int) -> int | None:
    names = [word for word in words[:split] if word[0].isupper()]
    if split == 0:
        return 0
    return split if 2 <= len(names) <= LONGEST_NAME else None


def _joined(reading: Reading, spans: Sequence[Span]) -> str:
    return " ".join(reading.words(span) for span in spans).strip(" ,")
