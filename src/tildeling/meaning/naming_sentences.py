"""Sentences that change or cancel an assignment which they name by title, subject or place.

"Oppdraget «Nye skilt» i punkt 3.2 utgår.", "I tildelingsbrevet for 2020 ble tilsynet bedt om å
utrede nye skilt. Fristen forlenges til 1. april." What they say is one assignment's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.any_case import small_letters
from tildeling.find.numbers import AssignmentNumber
from tildeling.find.patterns import has_any
from tildeling.meaning.amending_sentences import (
    is_told,
    new_deadlines,
    numbers_in,
    without_asides,
)
from tildeling.meaning.amending_words import (
    DEADLINE_WORD,
    GOES,
    GOES_ON,
    POINTS,
    SUBJECT,
    THE_ASSIGNMENT,
    WITHDRAWS,
)
from tildeling.meaning.naming_words import (
    BEFORE_NAME,
    BY_SUBJECT,
    CHANGED,
    DEADLINE_OF,
    EARLIER_LETTER,
    GOES_AFTER,
    GOES_BEFORE,
    IN_PLACE_OF,
    IN_RELATIVE,
    JOINED,
    KIND_OF_CHANGE,
    NEXT_NAMED,
    NEXT_TITLE,
    NO_SUBJECT,
    NOT_DONE,
    OF_THE_REST,
    OPENING_QUOTES,
    PART_DROPPED,
    PLACED,
    QUOTED,
    QUOTED_SEVERAL,
    WAS_ASKED,
    WIDENED,
)
from tildeling.meaning.reading import Reading
from tildeling.meaning.status_words import DROPPED, RESUMED
from tildeling.text.blocks import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """Sentences that change or cancel an assignment, and those after them that go on about it."""

    span: Span
    number: AssignmentNumber | None
    number_span: Span | None
    title: Span | None
    """The title that they give, in quotation marks or after the number of a section."""
    text: Span
    """What is said of it: of a cancelled one named by its place and title, why it goes."""
    cancels: bool
    by_title: bool
    """They name it by its title in quotation marks: wherever they stand, it is that one."""
    given_earlier: bool
    """They say which letter gave it."""
    is_definite: bool
    """They call it "oppdraget", and do not tell of it as of something new."""
    about: Span
    """What the first of them says after the words that name it."""


@dataclass(frozen=True, slots=True)
class _Name:
    """What a clause calls an assignment; all are offsets into the clause."""

    start: int
    end: int
    title: tuple[int, int] | None = None
    number: AssignmentNumber | None = None
    placed: bool = False
    """By the number of a section and the title there, without quotation marks."""
    given_earlier: bool = False
    is_definite: bool = True


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence, or its part about one assignment, with the names in it."""

    start: int
    end: int
    names: tuple[_Name, ...]
    opens: int
    """Where the label before it begins, else the clause itself."""
    becomes: str | None
    """"changes", "goes", or None where it names one and does neither."""

    def titles(self, text: str) -> list[str | None]:
        """What it calls the assignments that it names, in the text that it is a part of."""
        spans = (name.title for name in self.names)
        return [text[self.start + at[0] : self.start + at[1]] if at else None for at in spans]


def find_naming(reading: Reading, block: Span, *, among: bool = False) -> Iterator[Naming]:
    """What a paragraph's sentences change that name an assignment, in order.

    `among` says that the paragraph stands under a heading of changed assignments: there the
    deadline of anything but a report is that of one.
    """
    if not has_any(reading.small(block), ("oppdrag", "frist", "bestilling")):
        return
    text = reading.words(block)
    clauses = list(_clauses(text, reading.sentences(block), among))
    last = -1
    for place, clause in enumerate(clauses):
        if not clause.names or place <= last:
            continue
        last = place
        while last + 1 < len(clauses) and _goes_on(text, clause, clauses[last + 1]):
            last += 1
        after = [text[each.start : each.end] for each in clauses[place + 1 : last + 1]]
        becomes = clause.becomes or _said_after(after)
        if becomes is None:
            continue
        end = block.start + clauses[last].end
        whole = Span(block.start + clause.opens, end)
        why = block.start + clauses[place + 1].start if after and becomes == "goes" else None
        for name in clause.names:
            said = why if name.placed and why is not None else block.start + clause.start
            yield _naming(
                block.start, whole, Span(said, end), clause, name, cancels=becomes == "goes"
            )


def _goes_on(text: str, clause: _Clause, following: _Clause) -> bool:
    """True where a clause after one that names an assignment is about the same."""
    if following.names:
        return following.titles(text) == clause.titles(text) != [None]
    words = text[following.start : following.end]
    return OF_THE_REST.match(words) is None and not numbers_in(words)


def _naming(
    origin: int, whole: Span, text: Span, clause: _Clause, name: _Name, *, cancels: bool
) -> Naming:
    at = origin + clause.start
    number = name.number
    return Naming(
        whole,
        number,
        Span(at + number.start, at + number.end) if number else None,
        Span(at + name.title[0], at + name.title[1]) if name.title else None,
        text,
        cancels,
        name.title is not None and not name.placed,
        name.given_earlier,
        name.is_definite,
        Span(at + name.end, origin + clause.end),
    )


def named_first(words: str) -> tuple[tuple[int, int], bool] | None:
    """Where the title of the assignment stands that a text names first, and whether it goes."""
    first = re.split(r"(?<=[^\d.]\.) (?=[A-ZÆØÅ])", words, maxsplit=1)[0]
    clause = next(_clauses(first, [(0, len(first))], among=True), None)
    if clause is None or clause.becomes is None or not clause.names[:1]:
        return None
    title = clause.names[0].title
    return (title, clause.becomes == "goes") if title else None


def _clauses(text: str, sentences: Sequence[tuple[int, int]], among: bool) -> Iterator[_Clause]:
    """The sentences, and of one about several assignments the clauses."""
    for start, end in sentences:
        label = KIND_OF_CHANGE.match(text, start, end)
        cuts = [label.end() if label is not None else start]
        if _quotes(text[start:end]) > 1 and len(QUOTED.findall(text, start, end)) > 1:
            cuts.extend(match.end() for match in NEXT_NAMED.finditer(text, start, end))
        for begin, stop in pairwise([*cuts, end]):
            clause = JOINED.sub("", text[begin:stop])
            names = tuple(_names(clause, among))
            becomes = _becomes(clause, names[0]) if names else None
            told = becomes is None and not _points(clause, names)
            opens = start if begin == cuts[0] else begin
            yield _Clause(begin, begin + len(clause), () if told else names, opens, becomes)


def _names(clause: str, among: bool) -> Iterator[_Name]:
    """The assignments that a clause may change, by the first kind of name that it has."""
    quotes = _quotes(clause)
    several = QUOTED_SEVERAL.search(clause) if quotes > 1 else None
    quoted = QUOTED.search(clause) if quotes else None
    numbers = numbers_in(clause)
    if several is not None:
        at = several.end()
        titles = []
        while (title := NEXT_TITLE.match(clause, at)) is not None:
            titles.append(title.span("title"))
            at = title.end()
        yield from (_Name(several.start(), at, title) for title in titles)
    elif quoted is not None:
        if IN_RELATIVE.search(clause, 0, quoted.start()):
            return
        number = next((each for each in numbers if each.end <= quoted.start("title")), None)
        if number is None and numbers:
            return
        yield _Name(*quoted.span(), quoted.span("title"), number)
    elif numbers:
        return
    elif (placed := PLACED.match(clause)) is not None:
        yield _Name(*placed.span(), placed.span("title"), placed=True)
    elif (named := _by_subject(clause)) is not None:
        before = clause[: named.start()]
        pointed = POINTS.match(clause) is not None
        if pointed or BEFORE_NAME.fullmatch(before) or GOES_BEFORE.search(before):
            earlier = EARLIER_LETTER.search(clause) is not None
            yield _Name(*named.span(), given_earlier=earlier)
    elif among and (due := DEADLINE_OF.match(clause)) is not None:
        yield _Name(*due.span(), due.span("title"), placed=True)
    elif (asked := _was_asked(clause)) is not None:
        yield _Name(*asked.span(), given_earlier=True, is_definite=False)


def _quotes(clause: str) -> int:
    """How many quotations a clause may open; most have none, and need not be searched."""
    return sum(map(clause.count, OPENING_QUOTES))


def _by_subject(clause: str) -> re.Match[str] | None:
    """The assignment that a clause names by what it is about, sought where the word stands."""
    return BY_SUBJECT.search(clause) if "oppdraget" in small_letters(clause) else None


def _was_asked(clause: str) -> re.Match[str] | None:
    """What an earlier letter asked for, sought where a word says that one did."""
    if not has_any(clause, (" om ", "i oppdrag")):
        return None
    return WAS_ASKED.match(clause)


def _points(clause: str, names: Sequence[_Name]) -> bool:
    """True where a clause names an assignment that the next sentence says something of."""
    if not names:
        return False
    if names[0].given_earlier or POINTS.match(clause) is not None:
        return True
    return names[0].start == 0 and names[0].title is not None and not names[0].placed


def _becomes(clause: str, name: _Name) -> str | None:
    """What a clause says becomes of the assignment that it names: "changes", "goes", or nothing."""
    if is_told(clause) or _was_asked(clause):
        return None
    plain = without_asides(clause)
    if _goes(plain, name):
        return "goes"
    moves = DEADLINE_WORD.search(plain) is not None or name.start == 0
    rest = plain[name.end :]
    if (
        CHANGED.search(plain)
        or (moves and new_deadlines(plain, 1))
        or PART_DROPPED.search(plain)
        or (name.title and WIDENED.search(rest))
        or (name.title and IN_PLACE_OF.search(rest) and new_deadlines("ny frist " + rest, 1))
    ):
        return "changes"
    return None


def _goes(plain: str, name: _Name) -> bool:
    """True where the assignment named goes, not what another verb speaks of."""
    before, after = plain[: name.start], plain[name.end :]
    verb = GOES_BEFORE.search(before)
    if WITHDRAWS.match(plain) or (verb is not None and verb["whole"]):
        return True
    if verb is not None and GOES_AFTER.match(after):
        return True
    if name.placed and SUBJECT.match(plain) is None:
        return False
    if NO_SUBJECT.search(before) or (name.title is None and before.strip()):
        return False
    if NOT_DONE.search(after):
        return True
    goes = GOES.search(after)
    return goes is not None and not GOES_ON.search(after[: goes.start()])


def _said_after(sentences: Sequence[str]) -> str | None:
    """What the sentences after one that only names an assignment say becomes of it."""
    for sentence in sentences:
        if (NOT_DONE.search(sentence) and THE_ASSIGNMENT.search(sentence)) or DROPPED.match(
            sentence
        ):
            return "goes"
        if (
            SUBJECT.match(sentence)
            and (goes := GOES.search(sentence)) is not None
            and not GOES_ON.search(sentence[: goes.start()])
        ):
            return "goes"
        plain = without_asides(sentence)
        if is_told(plain):
            continue
        moved = DEADLINE_WORD.search(plain) and (new_deadlines(plain, 1) or CHANGED.search(plain))
        if moved or RESUMED.match(plain) or WIDENED.search(plain):
            return "changes"
        if SUBJECT.match(plain) and CHANGED.search(plain):
            return "changes"
    return None
