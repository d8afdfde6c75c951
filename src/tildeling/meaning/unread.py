"""Silence is a lie: what looks like something and could not be read, and what nobody can see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from tildeling.findings import make_finding
from tildeling.forms import DEADLINE_HEAD, TASK_HEAD
from tildeling.letter import Deadline, Evidence, Finding, Letter
from tildeling.meaning.parts import Parts
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import looks_like_heading, numbered_heading
from tildeling.text.blocks import Block, LaidOut, Paragraph, Span, WordsByPage

# Characters; a paragraph that is longer is running text, no name and no address.
RUNNING_TEXT = 160
_ATTACHMENT = re.compile(r"(?:u?tryk[kt]te? )?vedlegg(?!\w)", re.IGNORECASE)
_NO_DAY = re.compile(r"(?<!\d)00?\.\s?\d")


def unread_pages(laid: LaidOut) -> Iterator[Finding]:
    """One finding a page that was not read, or not surely, or whose tables were not looked for.

    Pages in a row that are doubted for one reason share theirs.

    The size of the first is not known and the others are meant as a whole: none has a box.
    """
    for number, problem in laid.unread:
        place = [Evidence(page=number, bbox=None, text="")]
        yield make_finding("unread_page", "warning", None, place, page=number, problem=problem)
    yield from _doubtful(laid.doubtful)
    if read_once := sorted(laid.text.pages_read_once):
        places = [Evidence(page=number, bbox=None, text="") for number in read_once]
        yield make_finding("text_layer", "warning", None, places, pages=_runs(read_once))
    if laid.unfolded:
        yield make_finding("lost_line_breaks", "warning", None, [])
    for number in laid.crowded:
        place = [Evidence(page=number, bbox=None, text="")]
        yield make_finding("crowded_page", "warning", None, place, page=number)


def _doubtful(pages: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    """Pages in a row have one distance between their numbers and their places in the list."""
    runs = groupby(enumerate(pages), lambda one: (one[1][0] - one[0], one[1][1]))
    for (_, problem), run in runs:
        numbers = [number for _, (number, _) in run]
        places = [Evidence(page=number, bbox=None, text="") for number in numbers]
        last = f"\u2013{numbers[-1]}" if len(numbers) > 1 else ""
        page = f"{numbers[0]}{last}"
        yield make_finding("doubtful_page", "warning", None, places, page=page, problem=problem)


def _runs(numbers: Sequence[int]) -> str:
    """Numbers in order, those that follow each other as one: "1–3, 7"."""
    runs = groupby(enumerate(numbers), lambda one: one[1] - one[0])
    pages = ([number for _, number in run] for _, run in runs)
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in pages)


def several_letters(laid: LaidOut) -> Iterator[Finding]:
    """One finding for each letter that follows the first one of the file."""
    for other in laid.others:
        last = f"\u2013{other.last}" if other.last > other.first else ""
        yield make_finding(
            "several_letters",
            "warning",
            None,
            [Evidence(page=other.first, bbox=other.box, text=other.title)],
            title=other.title,
            pages=f"{other.first}{last}",
        )


def hidden_text(laid: LaidOut) -> Iterator[Finding]:
    """One finding a page with words that a reader of the page cannot see."""
    yield from _words_told("hidden_text", laid.hidden)


def unread_notes(laid: LaidOut) -> Iterator[Finding]:
    """One finding a page with words in annotations or form fields: seen, but not the letter's."""
    yield from _words_told("unread_note", laid.notes)


def _words_told(rule: str, pages: WordsByPage) -> Iterator[Finding]:
    for number, words in pages:
        text = " ".join(word.text for word in words)
        box = (
            min(word.x0 for word in words),
            min(word.top for word in words),
            max(word.x1 for word in words),
            max(word.bottom for word in words),
        )
        yield make_finding(
            rule,
            "warning",
            None,
            [Evidence(page=number, bbox=box, text=text)],
            page=number,
            words=text[:200],
        )


def unread(
    reading: Reading,
    parts: Sequence[Parts],
    in_rows: Sequence[Span | None],
    letter: Letter,
    outside: Sequence[Span],
) -> Iterator[Finding]:
    """Labelled deadlines without any date or status that we know, and times without a last day.

    `parts` are those of each of the letter's assignments, `in_rows` what a table's row says that
    each is due by, `outside` what stands under a label outside them.
    """
    for own, cell, assignment in zip(parts, in_rows, letter.assignments, strict=True):
        is_due = assignment.status != "cancelled" and not assignment.deadlines
        if cell is not None and is_due and re.search(r"\w", reading.words(cell)):
            yield _unread_deadline(reading, assignment.number, cell)
        for field in own.deadlines:
            inside = [
                deadline
                for deadline in assignment.deadlines
                if deadline.text in reading.words(field.span)
                or set(deadline.evidence) & set(reading.evidence(field.span.start, field.span.end))
            ]
            if not inside:
                yield _unread_deadline(reading, assignment.number, field.span)
        yield from _loose(assignment.deadlines, assignment.number)
    for span in outside:
        yield _unread_deadline(reading, None, span)
    yield from _loose(letter.deadlines, None)


def _unread_deadline(reading: Reading, key: str | None, span: Span) -> Finding:
    return make_finding(
        "unread_deadline",
        "warning",
        key,
        reading.evidence(span.start, span.end),
        words=reading.words(span)[:120],
    )


def _loose(deadlines: Sequence[Deadline], key: str | None) -> Iterator[Finding]:
    """One finding for each "begynnelsen av mai" or "00.12.2018": no day is its last."""
    for deadline in deadlines:
        is_loose = deadline.precision is None or _NO_DAY.search(deadline.text) is not None
        if deadline.status == "dated" and is_loose:
            yield make_finding(
                "unread_deadline", "warning", key, deadline.evidence, words=deadline.text[:120]
            )


def no_assignments(reading: Reading, headings: Sequence[Span]) -> Iterator[Finding]:
    """One finding a heading of assignments under which a list or table gave none."""
    for heading in headings:
        yield make_finding(
            "unread_assignments",
            "warning",
            None,
            reading.evidence(heading.start, heading.end),
            words=reading.words(heading)[:120],
        )


def torn_tables(reading: Reading) -> Iterator[Finding]:
    """One finding for each table of tasks in plain text whose columns are lost.

    Its headings stand one after the other, with nothing between: "Oppdrag", "Frist".
    """
    if not reading.laid.text.is_plain:
        return
    for block, below in pairwise(reading.laid.blocks):
        if not (isinstance(block, Paragraph) and isinstance(below, Paragraph)):
            continue
        task, due = (reading.words(each).strip(" :") for each in (block, below))
        if TASK_HEAD.fullmatch(task) and DEADLINE_HEAD.fullmatch(due):
            yield make_finding(
                "unread_assignments",
                "warning",
                None,
                reading.evidence(block.start, below.end),
                words=f"{task} {due}",
            )


def after_closing(reading: Reading, after: Sequence[Block]) -> Iterator[Finding]:
    """One finding where the blocks after the signature look like a letter's parts.

    Two headings tell it, each numbered or over running text. What is attached is none.
    """
    found: list[Block] = []
    for block, below in pairwise([*after, None]):
        if not isinstance(block, Paragraph) or not looks_like_heading(reading.laid, block):
            continue
        if _ATTACHMENT.match(reading.words(block)):
            break
        over_text = isinstance(below, Paragraph) and len(reading.words(below)) > RUNNING_TEXT
        if over_text or numbered_heading(reading.laid, block) is not None:
            found.append(block)
    if len(found) > 1:
        yield make_finding(
            "unread_after_closing",
            "warning",
            None,
            reading.evidence(found[0].start, found[0].end),
            words=reading.words(found[0])[:120],
        )
