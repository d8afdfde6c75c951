"""Plain text without line breaks, as some archives print a letter: cut where its parts begin.

Only what says so itself is a beginning: the next number in the count of sections, a label, an
address, a greeting. Running text stays in one line, which the rooms after take for a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from textwrap import wrap

# Characters; of 7808 paragraphs of 157 letters the longest has 1162.
LONGEST_PARAGRAPH = 1200
# A stream has so much of its text in lines that are longer.
SHARE = 0.7
# Characters of a line of a page.
LINE = 90
# Words of a heading before its text begins.
_LONGEST_TITLE = 14

# What begins a line of its own wherever it stands.
_BEGINS = re.compile(
    r"""(?<=\S)[ ](?=
        Med[ ](?:vennlig[ ]|venleg[ ]|beste[ ])?(?:hilsen|helsing)\b
        | (?:Dette[ ])?(?:[Dd]okumentet|Brevet)[ ]er[ ](?:elektronisk|godkjent|digitalt)
        | (?:Kopi|Kopi[ ]til|Gjenpart|Vedlegg|Frist|Rapporteringsfrist|Finansiering):[ ]
        | (?:Deres|Dykkar)[ ]ref\b
        | Postadresse\b | Postboks[ ]\d
        | \d{4}[ ][A-ZÆØÅ]{3,}\b
        | \d{2}/\d{3,6}-?\d*[ ]\d{1,2}\.[ ]?(?:\d|[a-z])
        | (?:Endeleg[ ]|Endelig[ ]|Revidert[ ]|Supplerende[ ]|Supplerande[ ])?
          (?:Tildelingsbrev|Oppdragsbrev|Tilskuddsbrev|Iverksettingsbrev|(?<=de[ ])tildelingsbrev)
          [ ](?:\d{4}|til|for|nr\.)
        | (?:Det[ ]vises | Vi[ ](?:viser|syner)
            | (?:[A-ZÆØÅ][a-zæøå]+-,?[ ](?:[a-zæøå]+-[ ])?og[ ][a-zæøå]+|[A-ZÆØÅ][a-zæøå]*)
              departementet[ ](?:viser|syner)
          )[ ]til\b
        | Innh[oa]ld(?:sfortegnelse)?[ ]1 | Del[ ]I[ ]
        | Tillegg[ ]nr\.[ ]\d | Statsbudsjettet[ ](?:for[ ])?\d{4}[ ]?[–-]
        | [•▪◦●■\uf0b7\uf0a7][ ]
        | \(\d{1,2}\)[ ](?:Side|[A-ZÆØÅ])
        | Kap\.[ ]\d{3,4}[ ][A-ZÆØÅ] | Post[ ]\d\d[ ][A-ZÆØÅ]
    )""",
    re.VERBOSE,
)
# A section's number after the end of a sentence, a title or a label.
_NUMBER = re.compile(r"(?<=\S)[ ](?P<number>[1-9]\d?(?:\.[1-9]\d?){0,3})\.?[ ](?=[A-ZÆØÅ])")
_SIDE = re.compile(r"[ ]?(?:\(\d{1,2}\)[ ])?Side[ ]\d{1,3}(?:[ ]av[ ]\d{1,3})?[ ](?=[A-ZÆØÅ\d])")
# What ends a line: a greeting, the references with their date, an entry of a contents list.
_ENDS = re.compile(
    r"""Med[ ](?:vennlig[ ]|venleg[ ]|beste[ ])?(?:[Hh]ilsen|[Hh]elsing),?(?=[ ][A-ZÆØÅ])
        | (?:\d{2,4}/\d{3,6}-?\d*|\bDato:?)[ ](?:/?[A-ZÆØÅ]{2,4}[ ])?
          (?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}\.[ ][a-z]+[ ]\d{4})(?=[ ][A-ZÆØÅ])
        | \bInnh[oa]ld(?:sfortegnelse)?(?=[ ]1)
        | (?<!\.)\.{4,}+[ ]?\d{1,3}(?=[ ])""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(
    r"[A-ZÆØÅ]?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober)"
)


def is_stream(text: str) -> bool:
    """True for a text whose line breaks are lost."""
    longest = sum(len(line) for line in text.split("\n") if len(line) > LONGEST_PARAGRAPH)
    return longest > 0 and longest >= SHARE * len(text)


def unfolded(text: str) -> str:
    """The text, its streams cut into lines; as it was where it has none."""
    if not is_stream(text):
        return text
    return "\n".join(
        "\n".join(_wrapped(line)) if len(line) > LONGEST_PARAGRAPH else line
        for line in text.split("\n")
    )


def _wrapped(stream: str) -> Iterator[str]:
    for part in _cut(stream):
        yield from wrap(part, LINE, break_long_words=False, break_on_hyphens=False)


def _cut(stream: str) -> Iterator[str]:
    """The lines of a stream."""
    stream = _SIDE.sub(" ", " ".join(stream.split()))
    cuts = {found.start() for found in _BEGINS.finditer(stream)}
    cuts |= {found.end() for found in _ENDS.finditer(stream)}
    for start, end in _headings(stream):
        cuts |= {start, end}
    at = 0
    for cut in sorted(cuts):
        if stream[at:cut].strip():
            yield stream[at:cut].strip()
        at = cut
    yield stream[at:].strip()


def _headings(stream: str) -> Iterator[tuple[int, int]]:
    """Where each numbered heading begins and ends: those that the count of sections comes to."""
    last: list[int] = [0]
    for found in _NUMBER.finditer(stream, _after_contents(stream)):
        parts = [int(part) for part in found["number"].split(".")]
        if not _is_next(parts, last, skips=stream[found.start() - 1] in ".:)"):
            continue
        end = None if _MONTH.match(stream, found.end()) else _title_end(stream, found.end())
        if end is not None:
            last = parts
            yield found.start(), end


def _after_contents(stream: str) -> int:
    """Where the text begins whose headings a contents list named; 0 without such a list."""
    for found in _NUMBER.finditer(stream):
        if found["number"] == "1":
            title = _WORD.match(stream, found.end())
            assert title is not None
            again = re.compile(rf" 1\.? {title.group()}(?= )").search(stream, found.end())
            return again.start() if again else 0
    return 0


def _is_next(parts: list[int], last: list[int], *, skips: bool) -> bool:
    """True for "2" after "1" or "1.3", "1.1" after "1", "1.2" after "1.1".

    After the end of a sentence a number may be skipped, whose heading could not be told.
    """
    if len(parts) == len(last) + 1:
        return parts == [*last, 1]
    if len(parts) > len(last) or parts[:-1] != last[: len(parts) - 1]:
        return False
    return 0 < parts[-1] - last[len(parts) - 1] <= 1 + skips


def _title_end(stream: str, start: int) -> int | None:
    """Where a heading's words end: before the capital that begins its text, or a next number."""
    words = list(re.compile(r"\S+").finditer(stream, start, start + 200))[: _LONGEST_TITLE + 1]
    if words and words[0].group().isupper() and len(words[0].group()) > 1:
        rest = next((word for word in words if not word.group().isupper()), None)
        return rest.start() - 1 if rest is not None else None
    for before, word in pairwise(words):
        if before.group()[-1] in ".:;!?" and not before.group().endswith("kap."):
            return None
        if word.group()[0].isupper() or _NUMBER.match(stream, word.start() - 1):
            return word.start() - 1
    return None
