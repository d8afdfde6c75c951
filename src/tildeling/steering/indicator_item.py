"""One indicator's words: what is measured, and what is required of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.any_case import small_letters
from tildeling.find.sentences import sentences
from tildeling.find.targets import TargetPhrase, find_results, find_targets
from tildeling.meaning.reading import Reading
from tildeling.steering.indicator_drafts import Draft, DraftTarget, as_result
from tildeling.steering.indicator_words import (
    MUST,
    MUST_BE,
    MUST_MOVE,
    REQUIREMENT_LABEL,
    SHARE_OF,
    STARTS_REQUIREMENT,
    STARTS_WITH_FIGURE,
    WITH_REQUIREMENT,
)
from tildeling.text.blocks import Span

# Characters. The longest in the development letters has 80.
LONGEST_REQUIREMENT = 160
# Characters; what is longer is running text, whose figures require nothing of one indicator.
LONGEST_ITEM = 1500
_SPACES = str.maketrans("\n\t", "  ")
_BULLET = re.compile(r"\s*[•·▪–—*-]\s+")
_CODE = re.compile(
    r"(?P<code>(?:SP|KPI|RI|[A-IMPRS]\d?)[ -]?\d{1,2}(?:[.-]\d{1,2})*|\d+(?:\.\d+)+)[.:)]?\s+(?=\S)"
)
_END = " \t\n.,;:–—-"
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{1,120})\)\s*\.?\s*$")
_PARTED = re.compile(r"(?P<joint>:|\s[–—]|,|;)\s")
_SHARE_BEFORE = re.compile(r"\d\s?(?:%|pst|prosent)")
# A share at the end. "Andel kommuner med dekning over 50 pst." tells with a plain word what is
# measured, "Sykefravær under 6 pst." what is required.
_LAST_FIGURE = re.compile(
    r"(?:minimum|≥|>=|≤|<=|min\.|maks\.?|maksimalt|(?P<plain>\b(?:under|over|minst|høyst|høgst)))"
    r"\s?\d[\d ,]*\s?(?:%|pst\.?|prosent)\s*\.?\s*$"
)
# Where the lines of a cell begin: "Minst 80 pst. innen 4 uker Ingen over 12 uker".
_ANEW = re.compile(
    r"(?<=[\w.%)])\s(?=(?:Minst|Minimum|Ingen|Høyst|Høgst|Maks|Ikke|Ikkje|Under|Over|Innen|Innan)\b)"
)
# What stands before the bracket of "1)".
_COUNTS = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z])\Z")
# Of counted requirements the first, where the others stand in paragraphs of their own.
_FIRST_MARK = re.compile(r"\s*(?:1|a)\)\s")
# What joins an item to the next of its list: "antall samtaler, og".
_JOINED = re.compile(r"[,;]\s(?:og|samt)\s*\Z")
# Before a requirement told in the same sentence: "andel X, og kravet er minst 93 pst.".
_GOES_ON = re.compile(r",\s(?:og|der|mens|men)\s*\Z")
_MARKS = re.compile(r"(?:^|(?<=\s))(?P<mark>\d{1,2}|[a-z])\)\s")


def read_item(reading: Reading, start: int, end: int) -> Draft:
    """The indicator that a list item or labelled text is.

    Of "Svartid. Krav: under 3 dager" the requirement is apart from what is measured; of "Minst 200
    åpne kvelder" the whole is both.
    """
    draft = without_code(reading, start, end)
    start = draft.span.start
    if end - start > LONGEST_ITEM:
        return draft
    text = reading.text[start:end].translate(_SPACES)
    read = _labelled(text, start) or _apart(text, start) or _in_own_words(text, start)
    if read is None:
        return draft
    read.number = draft.number
    return read


def without_code(reading: Reading, start: int, end: int) -> Draft:
    """An indicator by its name alone, a bullet or code ("SP1", "2.1") before it taken off."""
    text = reading.text[start:end].translate(_SPACES)
    number = None
    at = 0
    if (bullet := _BULLET.match(text)) is not None:
        at = bullet.end()
    if (code := _CODE.match(text, at)) is not None:
        number, at = code["code"], code.end()
    return Draft(_trimmed(text, at, len(text), start), number)


def read_requirements(
    text: str, offset: int, subject: str, year: int | None
) -> Iterator[DraftTarget]:
    """The requirements that stand after a label, or alone in a cell or list item.

    "1) Minst 22 prosedyrer 2) Ikke færre enn 6 for vaksiner" are two.
    """
    text = _inside_brackets(text.translate(_SPACES))
    results = find_results(text, subject)
    for first, last in _requirements(text):
        stop = next((one.start for one in results if first < one.start < last), last)
        span = _trimmed(text, first, min(stop, _sentence_end(text, first, last)), offset)
        if span.start >= span.end:
            continue
        words = text[span.start - offset : span.end - offset]
        if any(one.start <= span.start - offset < one.end for one in results):
            continue
        for phrase in find_targets(words, subject):
            yield DraftTarget(_of_phrase(span, phrase, words), phrase, "target", year)
    yield from (as_result(one, offset) for one in results)


def _requirements(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each, those that are counted and those that begin anew without a stop."""
    lone = _FIRST_MARK.match(text)
    for _, start, last in enumerated(text, 0, len(text)):
        first = max(start, lone.end() if lone is not None else 0)
        starts = [first, *(match.start() for match in _ANEW.finditer(text, first + 1, last))]
        yield from zip(starts, [*starts[1:], last], strict=True)


def _inside_brackets(text: str) -> str:
    """What of a text stands before a bracket that closes one opened before it."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")" and not _COUNTS.search(text, max(0, at - 3), at))
        if depth < 0:
            return text[:at]
    return text


def is_requirement(text: str, subject: str) -> bool:
    """Whether words that no label leads to are a requirement all the same."""
    if len(text) > LONGEST_REQUIREMENT or not STARTS_REQUIREMENT.match(small_letters(text)):
        return False
    return any(one.comparison is not None for one in find_targets(text, subject))


def _labelled(text: str, offset: int) -> Draft | None:
    """What a label parts: "Andel X. Resultatkrav: minst 70 prosent", "X, ambisjonsnivå 80 pst."."""
    small = small_letters(text)
    match = REQUIREMENT_LABEL.search(small)
    while match is not None and not _leads(text, match):
        match = REQUIREMENT_LABEL.search(small, match.end("label"))
    if match is None or not text[: match.start()].strip(_END):
        return None
    subject = text[: match.start()]
    results = find_results(subject, subject)
    end = results[0].start if results and results[0].start > 0 else match.start("label")
    joined = _GOES_ON.search(text, 0, end)
    span = _trimmed(text, 0, joined.start() if joined else end, offset)
    year = int(match["year"]) if match["year"] else None
    targets = read_requirements(text[match.end() :], offset + match.end(), subject, year)
    found = [*targets, *(as_result(one, offset) for one in results)]
    return Draft(span, targets=found)


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether a label stands where a requirement begins: after a stop or comma, or in capitals."""
    before = text[: match.start("label")].rstrip()
    if ":" in match["joint"] or "=" in match["joint"]:
        return True
    if match["joint"].strip() in ("", "–", "—"):
        return not before or before[-1] in ",;:(." or text[match.start("label")].isupper()
    return not before or before[-1] in ".;:" or _GOES_ON.search(before) is not None


def _apart(text: str, offset: int) -> Draft | None:
    """What a sign parts: "Svarprosent: minst 60 prosent", "Andel X (minst 75 prosent)".

    After a colon the requirement is apart; in brackets or after a comma it belongs to one sentence.
    """
    bracket = _IN_BRACKETS.search(text)
    if bracket is not None and find_results(text[bracket.start() :]):
        bracket = None  # "(4 515 i 2019)"
    if bracket is not None and is_requirement(bracket["inside"], text[: bracket.start()]):
        subject, first, last = (
            text[: bracket.start()],
            bracket.start("inside"),
            bracket.end("inside"),
        )
        targets = list(read_requirements(text[first:last], offset + first, subject, None))
        return Draft(_trimmed(text, 0, len(text), offset), targets=targets)
    led = WITH_REQUIREMENT.search(small_letters(text))
    if led is not None and text[: led.start()].strip():
        subject, rest = text[: led.start()], text[led.end() :]
        targets = list(read_requirements(rest, offset + led.end(), subject, None))
        return Draft(_trimmed(text, 0, len(text), offset), targets=targets)
    for match in reversed(list(_PARTED.finditer(text))):
        subject, rest = text[: match.start()], text[match.end() :]
        is_number = match["joint"] == ":" and len(rest) <= LONGEST_REQUIREMENT
        is_number = is_number and STARTS_WITH_FIGURE.match(small_letters(rest) + " ") is not None
        if subject.count("(") > subject.count(")"):
            continue  # "(i 2019: 64 dager)" parts nothing
        if not subject.strip() or not (is_number or is_requirement(rest, subject)):
            continue
        if match["joint"] == "," and MUST.search(small_letters(rest)):
            continue  # "Andelen leger som kjenner ordningen, skal øke": one sentence
        targets = list(read_requirements(rest, offset + match.end(), subject, None))
        end = match.start() if match["joint"] == ":" else len(text)
        return Draft(_trimmed(text, 0, end, offset), targets=targets)
    return None


def _in_own_words(text: str, offset: int) -> Draft | None:
    """A sentence that both says what is measured and requires it: "skal øke fra 2015"."""
    small = small_letters(text)
    ends = _sentence_end(text, 0, len(text))
    later = text[ends:].strip()
    whole = _trimmed(text, 0, ends if later else len(text), offset)
    # "Dagligrøyking blant unge. Andelen skal være under 2 prosent."
    for first, stop in sentences(text)[1:]:
        found = _required(text[first:stop], small[first:stop], text[:ends], offset + first)
        if found:
            return Draft(whole, targets=found)
    results = [as_result(one, offset) for one in find_results(text, text)]
    found = _required(text[:ends], small[:ends], "", offset)
    if not found and STARTS_WITH_FIGURE.match(small):
        phrases = find_targets(text[:ends], text)
        found = [DraftTarget(whole, one) for one in phrases[:1] if one.value is not None]
    last = _LAST_FIGURE.search(small)
    is_part = last is not None and last["plain"] is not None and SHARE_OF.match(small) is not None
    if not found and last is not None and not is_part and text[: last.start()].strip():
        words = text[last.start() :]
        found = [
            DraftTarget(_trimmed(text, last.start(), len(text), offset), one)
            for one in find_targets(words, text[: last.start()])
        ]
    return Draft(whole, targets=[*found, *results]) if found or results else None


def _required(text: str, small: str, subject: str, offset: int) -> list[DraftTarget]:
    """What a sentence with "skal" requires: from there on, or all where a share stands before."""
    musts = list(MUST.finditer(small))
    if not musts:
        return []
    must = musts[-1]
    clause = small[must.start() :]
    moves = MUST_MOVE.match(clause) is not None
    # "Talet på saker som går over 10 prosent skal haldast på same nivå": of what is measured.
    is_share = not moves and _SHARE_BEFORE.search(small, 0, must.start()) is not None
    first = 0 if is_share or STARTS_WITH_FIGURE.match(small) else must.start()
    words = text[first:]
    phrases = find_targets(words, subject + text[: must.start()])
    wanted = [
        one
        for one in phrases
        if one.comparison is not None
        and (moves or (one.value is not None and _is_figure(one, clause, is_share or first == 0)))
    ]
    return [
        DraftTarget(_of_phrase(_trimmed(text, first, len(text), offset), one, words), one)
        for one in wanted[:1]
    ]


def _is_figure(phrase: TargetPhrase, clause: str, starts: bool) -> bool:
    """Whether a number after "skal" is what is required, and no number of something else."""
    if starts:
        return True
    if _MUST_AT_LEAST.match(clause) or _MUST_TIMES.match(clause):
        return True
    return MUST_BE.match(clause) is not None and (
        phrase.comparison != "equal"
        or phrase.unit not in ("count", None)
        or re.match(r"\w+ (?:være|vere) \d", clause) is not None
    )


# "skal publisere minst 50 artikler": the verb may be any where the figure is compared.
_MUST_AT_LEAST = re.compile(
    r"(?:skal|bør|må)\s\w+\s(?:fram\s)?(?:minst|minimum|høyst|høgst|maksimalt)\s\d"
)
_MUST_TIMES = re.compile(r"(?:skal|bør|må)\s\w+\s(?:fram\s)?\d+\s(?:ganger|gonger)\b")


def enumerated(text: str, start: int, end: int) -> list[tuple[str | None, int, int]]:
    """Mark, start and end of what is counted "1) ... 2) ..."; all as one where nothing is.

    >>> [mark for mark, _, _ in enumerated("a) Svartid b) Oppetid", 0, 21)]
    ['a', 'b']
    >>> enumerated("Svartid", 0, 7)
    [(None, 0, 7)]
    """
    counted: list[re.Match[str]] = []
    for match in _MARKS.finditer(text, start, end):
        place = len(counted)
        if match["mark"] in (str(place + 1), chr(ord("a") + place)):
            counted.append(match)
    if len(counted) < 2 or text[start : counted[0].start()].strip(_END):
        return [(None, start, end)]
    ends = [match.start() for match in counted[1:]] + [end]
    return [(match["mark"], match.end(), stop) for match, stop in zip(counted, ends, strict=True)]


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where the first sentence from a place ends."""
    found = sentences(text[start:end])
    return start + found[0][1] if found else end


def _trimmed(text: str, start: int, end: int, offset: int) -> Span:
    """The span without spaces and the signs that part it from what follows; a last stop stays."""
    joined = _JOINED.search(text, start, end)
    end = end if joined is None else joined.start()
    while start < end and text[start] in " \t\n,;:–—":
        start += 1
    while start < end and text[end - 1] in " \t\n,;:–—(":
        end -= 1
    return Span(offset + start, offset + end)


def _of_phrase(span: Span, phrase: TargetPhrase, words: str) -> Span:
    """Where a phrase stands in the words of a span."""
    if (phrase.start, phrase.end) == (0, len(words)):
        return span
    start, end = phrase.start, phrase.end
    while start < end and words[start] in " \t\n,;":
        start += 1
    return Span(span.start + start, span.start + end)
