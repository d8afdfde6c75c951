"""A letter's reporting requirements (rapporteringskrav)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tildeling.find.patterns import has_any
from tildeling.letter import Deadline, Goal, ReportDocument, ReportingRequirement
from tildeling.meaning.bound import Calendar
from tildeling.meaning.calendar_words import HANDED_IN
from tildeling.meaning.labels import any_label
from tildeling.scope.tree import Place
from tildeling.steering.letter_body import LetterBody, start_of
from tildeling.steering.report_documents import (
    NONE_NAMED,
    OF_ITS_OWN,
    RECURRENT,
    Named,
    may_name,
    named_documents,
    own_document,
)
from tildeling.steering.reporting_sentences import (
    NOTHING_OVER,
    Due,
    Under,
    hands_over_report,
    heading_of,
    is_told,
    leads,
)
from tildeling.steering.reporting_words import (
    CARRIES_ON,
    DIRECTIVE,
    DUE_LABEL,
    FORM,
    GRANT_RECIPIENTS,
    HANDED_OVER,
    HEADING_SIGNS,
    LEADS_ON,
    LIST_MARKER,
    MEETING,
    OF_DAYS,
    ONLY_WHEN,
    PART_OF_REPORT,
    REFERS_BACK,
    REPORT_AS_OF,
    REPORTING_LABEL,
    REQUIREMENTS_HEAD,
    SIGNS,
    TELLING,
)
from tildeling.text.blocks import Block, Cell, Paragraph, Row, Span, Table, paragraphs_of

_WORD = re.compile(r"\w{4,}")
# Letters that a word has in common with its other forms.
_STEM = 5
# Characters that a label or a column's heading has at most.
LONGEST_LABEL = 80
# Characters of a line without a verb that names what is due and when.
LONGEST_LINE = 200


def read_reporting(body: LetterBody, goals: Sequence[Goal]) -> tuple[ReportingRequirement, ...]:
    """The letter's reporting requirements (rapporteringskrav), in reading order."""
    reports = _Reports(body)
    return tuple(_requirements(body, goals, reports))


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that tell the recipient to report."""

    span: Span
    due: tuple[Deadline, ...]
    named: Named
    inherited: Named = NONE_NAMED
    """What the sentence or heading over it names."""
    is_handed_over: bool = False
    """True where the report itself is: a row, "Årsrapporten sendes innen"."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """The sentence, label or heading that a list stands under."""

    tells: bool = False
    """True where its items are what is reported."""
    named: Named = NONE_NAMED
    heads: bool = False
    """True for a heading or label about reporting: its items may be sentences of their own."""
    labels: bool = False
    """True for a label: whatever its items name is to be reported."""
    due: tuple[Deadline, ...] = ()
    hands: bool = False
    """True for "Tilsynet skal levere:", whose items are handed over."""
    of_days: bool = False
    """True for "Følgende frister gjelder:", over a calendar in lines."""


_NO_LEAD = _Lead()


class _Reports:
    """Finds what one letter asks to be reported."""

    def __init__(self, body: LetterBody) -> None:
        self._body = body
        self._reading = body.reading
        self._calendar = _calendar(body)
        self._deadlines = _Deadlines(body)
        said = body.places_of(SIGNS)
        self._signs = sorted({*said, *self._deadlines.starts})
        """Where a word of reporting or a deadline begins."""
        blocks = body.blocks
        self._starts = [block.start for block in blocks]
        self._signed = sorted({bisect_right(self._starts, at) - 1 for at in self._signs} - {-1})
        """Positions of the blocks that may hold one of them."""
        self._heads: set[Place] = set()
        """The headings that may say something of reporting."""
        self._before = NONE_NAMED
        """The report that a sentence of this section named last."""
        self._lead = _NO_LEAD
        self._label: Under | None = None
        """A label "Rapportering:" over what follows."""
        self.found: list[_Found] = []
        for place, first, last in self._stretches():
            self._stretch(place, first, last)

    def _stretches(self) -> Iterator[tuple[Place, int, int]]:
        """Each heading, and the positions of the blocks from it to the next."""
        places = list(dict.fromkeys(self._reading.tree.places))
        heads = (place.heading for place in places[1:])
        firsts = [bisect_left(self._starts, head.start) for head in heads if head is not None]
        yield from zip(places, (0, *firsts), (*firsts, len(self._starts)), strict=True)

    def _stretch(self, place: Place, first: int, last: int) -> None:
        """Under a heading of another matter only what has a sign is read, and lists from there."""
        under = self._over(place)
        heads = under.heading == "reporting"
        self._lead = _Lead(named=under.named, heads=heads, labels=under.lists)
        self._label, self._before = None, under.named
        blocks = self._body.blocks
        at = first + int(first < last and blocks[first] is place.heading)
        while at < last:
            if under.heading == "other" and not self._is_open():
                signed = bisect_left(self._signed, at)
                at = self._signed[signed] if signed < len(self._signed) else last
                if at >= last:
                    return
            block = blocks[at]
            at += 1
            if isinstance(block, Table):
                self._table(block, under)
                self._lead, self._label = _NO_LEAD, None
            else:
                self._paragraph(block, blocks[at] if at < len(blocks) else None, under)

    def _is_open(self) -> bool:
        """Whether a label or the sentence before says that what follows is reported."""
        return self._label is not None or self._lead.tells or self._lead.heads

    # ------------------------------------------------------------------ paragraphs

    def _paragraph(self, block: Paragraph, following: Block | None, under: Under) -> None:
        is_plain = under.heading == "other" and self._label is None and not self._lead.tells
        if is_plain and not self._is_signed(block):
            self._lead = self._lead if block.marker else _NO_LEAD
            return
        start = block.start
        if block.marker is None:
            small = self._small(block) if self._is_labelled(block) else ""
            labelled = REPORTING_LABEL.match(small)
            if labelled is not None:
                self._label = Under("reporting", named_documents(small[: labelled.end()]))
                self._lead = _Lead(named=self._label.named, heads=True, labels=True)
                start += len(self._reading.words(block)[: labelled.end()])
                if labelled.end() >= len(small):
                    return
            elif self._label is not None and any_label(small, block.lead - block.start):
                self._label = None
        if self._label is not None:
            under = self._label
        span = Span(start, block.end)
        if block.marker is None:
            is_listed = self._lead.tells or self._lead.heads
            unmarked = LIST_MARKER.match(self._small(block)) if is_listed else None
            if unmarked is not None:
                span = Span(start + unmarked.end(), block.end)
            elif not (self._lead.tells and self._reading.words(span)[:1].islower()):
                self._lead = self._sentences(span, under, following)
                return
        if self._lead.tells or self._lead.heads:
            self._item(span, under)
        else:
            self._sentences(span, under, None)

    def _is_labelled(self, block: Paragraph) -> bool:
        """Whether a block may begin with a label "Rapportering", or end what stands under one."""
        if self._label is not None:
            return True
        return "rapport" in self._reading.small(Span(block.start, block.start + LONGEST_LABEL))

    def _item(self, span: Span, under: Under) -> None:
        """An item of a list that a sentence or heading about reporting leads into."""
        small = self._small(span)
        if PART_OF_REPORT.match(small) or LEADS_ON.search(small):
            return
        lead = self._lead
        if not lead.tells and (len(self._reading.sentences(span)) > 1 or DIRECTIVE.search(small)):
            self._sentences(span, under, None)
            return
        named = self._named(small)
        is_thing = bool(named.documents) or HANDED_IN.search(small) is not None
        if MEETING.search(small) and not lead.tells:
            return
        if lead.of_days and not is_thing:
            return
        if not (lead.tells or is_thing or lead.labels or TELLING.search(small)):
            return
        handed = bool(named.documents) if lead.labels else is_thing
        if lead.tells:
            handed = lead.hands and is_thing
        inherited = lead.named if lead.named.documents else under.named
        due = self._deadlines.within(span) or lead.due
        self.found.append(_Found(span, due, named, inherited, handed))

    def _sentences(self, span: Span, under: Under, following: Block | None) -> _Lead:
        """What a paragraph's sentences tell; the last may lead into the list that follows."""
        if not self._may_tell(span, under):
            return _NO_LEAD
        is_followed = isinstance(following, Paragraph) and (
            following.marker is not None or self._reading.words(following)[:1].islower()
        )
        sentences = self._reading.sentences(span)
        for at, (first, last) in enumerate(sentences):
            sentence = Span(span.start + first, span.start + last)
            if not self._may_tell(sentence, under):
                continue
            line = self._reading.line(sentence)
            small = line.lower()
            named = self._named(small)
            kind = self._deadlines.kind(sentence)
            told = is_told(line, named, under, kind, self._calendar)
            found = _Found(sentence, self._deadlines.within(sentence), named)
            if is_followed and at == len(sentences) - 1:
                lead = self._leading(small, found, under, told=told)
                if lead is not None:
                    return lead
            if kind and ONLY_WHEN.match(small) and not named.documents and self._dates(span, found):
                continue
            if told and not small.endswith(":"):
                inherited = self._inherited(small, under)
                handed = hands_over_report(small, named)
                self.found.append(replace(found, inherited=inherited, is_handed_over=handed))
            elif self._label is not None and named.documents and not DIRECTIVE.search(small):
                self.found.append(replace(found, is_handed_over=False))
            elif kind == "own" and len(sentences) == 1 and _is_line(small):
                self.found.append(replace(found, inherited=under.named, is_handed_over=True))
            if named.documents:
                self._before = named
            elif told and "rapport" in small and own_document(small):
                self._before = OF_ITS_OWN
        return _NO_LEAD

    def _may_tell(self, span: Span, under: Under) -> bool:
        """Whether a span may tell of a report: by its name, a deadline or the heading over it."""
        if under.heading != "other" or may_name(self._reading.small(span)):
            return True
        return self._deadlines.kind(span) is not None

    def _leading(self, small: str, found: _Found, under: Under, *, told: bool) -> _Lead | None:
        """What a sentence over a list leads into; None where it stands by itself."""
        breaks_off = not small.endswith((".", "!", "?"))
        named = found.named if found.named.documents else self._inherited(small, under)
        lead = _Lead(
            tells=True,
            named=named,
            due=found.due,
            hands=HANDED_OVER.search(small) is not None and not found.named.inside,
            of_days=OF_DAYS.search(small) is not None,
        )
        if told and (breaks_off or CARRIES_ON.search(small)):
            return lead
        if breaks_off and (under.heading != "other" or found.named.documents):
            return lead if leads(small) else _NO_LEAD
        return None

    def _inherited(self, small: str, under: Under) -> Named:
        """The report that a sentence without a name is about: the one before, or the heading's."""
        if self._before.documents and REFERS_BACK.search(small):
            return self._before
        return under.named

    def _dates(self, span: Span, found: _Found) -> bool:
        """Gives the days of "Frist er 1. juni" to what the paragraph told before it."""
        told = self.found[-1] if self.found else None
        if told is None or told.span.start < span.start or told.due:
            return False
        self.found[-1] = replace(told, due=found.due)
        return True

    # ------------------------------------------------------------------ tables

    def _table(self, table: Table, under: Under) -> None:
        """The rows of a calendar, rows with a label "Rapportering", sentences in other cells."""
        if not self._is_signed(table):
            return
        column = self._column_of_requirements(table)
        heads = max(1, table.heading_rows) if column is not None else 0
        for row in table.rows[heads:]:
            asked = row.cell(column) if column is not None else None
            if self._deadlines.kind(row) == "own":
                self._row(row, under)
            elif asked is not None and asked.start < asked.end:
                named = self._named(self._small(row))
                self.found.append(_Found(asked, self._deadlines.within(row), named))
            elif self._is_signed(row):
                label = REPORTING_LABEL.fullmatch(self._small(row.cells[0]))
                if label is not None and len(row.cells) > 1:
                    self._cells(row.cells[1:], Under("reporting"))
                else:
                    self._cells(row.cells, NOTHING_OVER)

    def _column_of_requirements(self, table: Table) -> int | None:
        """The column headed "Rapporteringskrav", each cell of which is one."""
        for row in table.rows[: max(1, table.heading_rows)]:
            for cell in row.cells if self._is_signed(row) else ():
                is_short = cell.end - cell.start <= LONGEST_LABEL
                if is_short and REQUIREMENTS_HEAD.fullmatch(self._small(cell)):
                    return cell.column
        return None

    def _row(self, row: Row, under: Under) -> None:
        """A calendar's row: what is handed in, and when."""
        due = self._deadlines.within(row)
        subject = self._subject(row, due)
        if subject is None:
            return
        small = self._small(subject)
        named = self._named(REPORT_AS_OF.sub("rapport per ", small))
        is_thing = HANDED_IN.search(small) is not None or FORM.match(small) is not None
        if named.documents or is_thing or under.heading != "other":
            beside = NONE_NAMED if named.documents else self._named(self._small(row))
            self.found.append(_Found(subject, due, named, beside, is_handed_over=True))

    def _subject(self, row: Row, due: Sequence[Deadline]) -> Cell | None:
        """What a row is about: the cell that its deadlines have as label, else the longest."""
        cells = [cell for cell in row.cells if cell.start < cell.end]
        labels = {one.label for one in due}
        for cell in cells:
            if self._reading.line(cell) in labels:
                return cell
        at = start_of(due[0])
        others = [cell for cell in cells if not cell.start <= at < cell.end]
        return max(others, key=_length, default=None)

    def _cells(self, cells: Sequence[Cell], under: Under) -> None:
        for cell in cells:
            if under.heading != "reporting" and not self._is_signed(cell):
                continue
            for part in paragraphs_of(cell):
                if under.heading == "reporting" or self._is_signed(part):
                    self._sentences(part, under, None)

    # ------------------------------------------------------------------ what stands around

    def _over(self, place: Place) -> Under:
        """What the headings over a place say of reporting; an assignment's title says nothing."""
        found = NOTHING_OVER
        if has_any(place.words.lower(), HEADING_SIGNS):
            self._heads.add(place)
        if self._heads.isdisjoint(place.outward()):
            return found
        for depth, each in enumerate(place.outward()):
            if each.kind == "letter" or each.heading is None:
                break
            if self._body.assignment(each.heading.start) is not None:
                if REPORTING_LABEL.fullmatch(each.words.lower()):
                    found = heading_of(each.words)
                break
            own = heading_of(each.words)
            if found.heading == "other" and own.heading != "other":
                found = own if depth == 0 else Under("dialogue", own.named)
            elif not found.named.documents and own.named.documents:
                found = Under(found.heading, own.named)
        return found

    def _named(self, small: str) -> Named:
        return named_documents(small, self._calendar.year)

    def _small(self, span: Span) -> str:
        return self._reading.line(span).lower()

    def _is_signed(self, span: Span) -> bool:
        """Whether a word of reporting stands in a span, or a deadline."""
        at = bisect_left(self._signs, span.start)
        return at < len(self._signs) and self._signs[at] < span.end


def _is_line(small: str) -> bool:
    """Whether words without a verb name what is handed in on a day: "1. mars: Årsrapport"."""
    return (
        len(small) <= LONGEST_LINE
        and HANDED_IN.search(small) is not None
        and not DIRECTIVE.search(small)
        and not MEETING.search(small)
        and not DUE_LABEL.match(small)
    )


def _calendar(body: LetterBody) -> Calendar:
    """Whom the letter is to; one about a grant calls its recipient so."""
    calendar = body.built.calendar
    title = body.letter.title.lower()
    if "tilskudd" in title or "tilskot" in title:
        return replace(calendar, agency=calendar.agency | GRANT_RECIPIENTS)
    return calendar


class _Deadlines:
    """The deadlines that were read, by where they stand."""

    def __init__(self, body: LetterBody) -> None:
        letter = body.letter
        own = [(start_of(one), one, False) for one in letter.deadlines if one.evidence]
        inside = [
            (start_of(one), one, True)
            for assignment in letter.assignments
            for one in assignment.deadlines
            if one.evidence
        ]
        self._all = sorted((*own, *inside), key=_first)
        self.starts = [at for at, _, _ in self._all]
        """Where each begins."""

    def within(self, span: Span) -> tuple[Deadline, ...]:
        """Those that stand in a span."""
        return tuple(one for _, one, _ in self._slice(span))

    def kind(self, span: Span) -> Due | None:
        """Whose deadline stands in a span, the letter's own or an assignment's."""
        found = self._slice(span)
        if not found:
            return None
        return "assignment" if any(inside for _, _, inside in found) else "own"

    def _slice(self, span: Span) -> list[tuple[int, Deadline, bool]]:
        first = bisect_left(self.starts, span.start)
        if first == len(self.starts) or self.starts[first] >= span.end:
            return []
        return self._all[first : bisect_left(self.starts, span.end)]


# ---------------------------------------------------------------------- the result


def _requirements(
    body: LetterBody, goals: Sequence[Goal], reports: _Reports
) -> Iterator[ReportingRequirement]:
    """What was found, in reading order, each thing once."""
    goal_starts = [start_of(goal) for goal in goals]
    handed: list[_Handed] = []
    texts: set[str] = set()
    for found in sorted(reports.found, key=_start):
        text = body.reading.line(found.span)
        small = text.lower()
        documents = _documents(small, found)
        own = _Handed(documents[:1], frozenset(one.date for one in found.due if one.date), small)
        is_again = found.is_handed_over and any(own.is_again(one) for one in handed)
        if is_again or (small in texts and not own.days):
            continue
        if found.is_handed_over:
            handed.append(own)
        texts.add(small)
        at = found.span.start
        yield ReportingRequirement(
            text=text,
            document=next(iter(documents), None),
            documents=documents,
            deadlines=found.due,
            assignment=body.assignment(at),
            goal=_goal(body, goal_starts, at),
            section=body.section(at),
            evidence=body.reading.evidence(found.span.start, found.span.end),
        )


@dataclass(frozen=True, slots=True)
class _Handed:
    """A report that is handed over on some days."""

    document: tuple[ReportDocument, ...]
    days: frozenset[object]
    small: str

    def is_again(self, other: _Handed) -> bool:
        """Whether the other is the same report, told before: of one kind, due on the same days.

        What is a document of its own is the same where the words of one are among the other's.
        """
        if not self.days or not self.days <= other.days or self.document != other.document:
            return False
        if self.document not in ((), ("separate",)):
            return True
        own, others = _stems(self.small), _stems(other.small)
        return own <= others or others <= own


def _stems(small: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(small)}


def _documents(small: str, found: _Found) -> tuple[ReportDocument, ...]:
    """What a requirement's words name, else the heading or sentence over it."""
    if found.named.documents:
        return found.named.documents
    own = own_document(small)
    if own is None and found.is_handed_over and (HANDED_IN.search(small) or FORM.match(small)):
        own = "separate"
    if found.inherited.documents and (own is None or not found.is_handed_over):
        return found.inherited.documents
    if "rapport" in small:
        turns = (RECURRENT.get(one.recurrence) for one in found.due if one.recurrence)
        own = next((turn for turn in turns if turn), own)
    return (own,) if own is not None else ()


def _goal(body: LetterBody, starts: Sequence[int], at: int) -> int | None:
    """Position of the goal whose heading stands over a character; `starts` is where goals begin."""
    if not starts:
        return None
    for place in body.reading.place(at).outward():
        if place.kind == "letter" or place.heading is None:
            return None
        for index, start in enumerate(starts):
            if place.heading.outer <= start < place.heading.end:
                return index
    return None


def _first(deadline: tuple[int, Deadline, bool]) -> int:
    return deadline[0]


def _start(found: _Found) -> int:
    return found.span.start


def _length(cell: Cell) -> int:
    return cell.end - cell.start
