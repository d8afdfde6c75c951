"""Indicators in lists and paragraphs, under a heading, label or sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from tildeling.any_case import small_letters
from tildeling.find.sentences import sentences
from tildeling.steering.goals_over import GoalsOver
from tildeling.steering.indicator_drafts import Draft, DraftTarget
from tildeling.steering.indicator_item import (
    enumerated,
    is_requirement,
    read_item,
    read_requirements,
)
from tildeling.steering.indicator_tables import mark_of
from tildeling.steering.indicator_words import (
    GOAL_LABEL,
    MEASURE_IS,
    MEASURE_LABEL,
    MEASURE_SAID,
    MEASURED_WITH,
    MEASURES_ALONE,
    MEASURES_ARE,
    MEASURES_LAST,
    MEASURES_NAMED,
    REQUIREMENT,
    REQUIREMENT_LABEL,
    REQUIREMENTS_ALONE,
    RESULT_COLUMN,
    RESULTS_REQUIRED,
    SPEAKS_OF_OTHER,
    STARTS_MEASURE,
    TELLS_OF,
    THESE_MEASURES,
    THESE_REQUIREMENTS,
    YEAR_GOALS,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, Span

# Characters of an indicator that stands on a line of its own without a mark.
LONGEST_LINE = 160
LONGEST_LABEL = 200
# Characters that may belong to one label: a letter without line breaks is one paragraph.
LONGEST_LABELLED = 600
_NEEDS_FIGURE = re.compile(r"\s*(?:[\d.]+\s+)?(?:nøkkelta|mål |måltal)")
_COUNTED = re.compile(r"\s*(?P<mark>1|a)\)\s")
# Paragraphs between what leads to indicators and the first of them.
_MOST_BETWEEN = 2
# Points that an item of a list in a list is set in: half the size of a letter's type.
_NESTED = 6
# Of an indicator under "Resultatkrav" alone: "Ikke over 150 dager" is no more than a target.
_FEWEST_WORDS = 4
# The mark of a list within a counted goal, which is no list marker: "4a)".
_DOUBLE_MARK = re.compile(r"(?P<mark>\d{1,2}[a-h])[).]\s(?=\S)")
# How a sentence begins that sets a requirement on what the one before it names.
_REQUIRES = re.compile(
    rf"{REQUIREMENT}(?:\s(?:i|for|på)\s[^.:]{{1,30}}?)?\s(?:er|settes|setjast)\b", re.VERBOSE
)
# How a line ends with a full stop that ends no sentence.
_SHORT = ("pst.", "mill.", "mrd.")
_ANY_BULLET = re.compile(r"[•·▪–—*-]\s")


@dataclass(frozen=True, slots=True)
class Opening:
    """What leads to indicators."""

    words: str
    needs_figures: bool
    """True where items count only if they have a figure to be reached: "Mål i 2024"."""
    is_sentence: bool


def opening_of(text: str, followed_by_list: bool) -> Opening | None:
    """What a paragraph says of indicators that follow it; None where it says nothing of them.

    >>> opening_of("Styringsparametere og resultatkrav:", True).is_sentence
    False
    >>> opening_of("Vi viser til brevet. Følgende styringsparametere gjelder:", True).words
    'Følgende styringsparametere gjelder:'
    >>> opening_of("Målene og styringsparametrene ligger fast.", True) is None
    True
    """
    small = small_letters(text)
    if len(text) <= LONGEST_LABEL:
        if MEASURES_ALONE.fullmatch(small):
            return Opening(text, _NEEDS_FIGURE.match(small) is not None, False)
        if YEAR_GOALS.fullmatch(small):
            return Opening(text, True, False)
        if RESULTS_REQUIRED.fullmatch(small):
            return Opening(text, True, False)
    if not followed_by_list and not text.rstrip().endswith(":"):
        return None
    label = MEASURES_LAST.search(text)
    if label is not None:
        return Opening(label["label"], "nøkkelta" in small_letters(label["label"]), False)
    found = sentences(text)
    if not found:
        return None
    start, end = found[-1]
    last = text[start:end]
    small = small_letters(last)
    if last.endswith(":") and YEAR_GOALS.fullmatch(small):
        return Opening(last, True, False)
    if len(last) > 2 * LONGEST_LABEL:
        return None
    if last.endswith(":") and THESE_REQUIREMENTS.search(small) and not TELLS_OF.search(small):
        return Opening(last, True, True)
    if not MEASURES_NAMED.search(small):
        return None
    leads = THESE_MEASURES.search(small) is not None or (
        MEASURES_ARE.search(small) is not None and TELLS_OF.search(small) is None
    )
    return Opening(last, "nøkkelta" in small, True) if leads else None


@dataclass(slots=True)
class _Group:
    """Indicators under one opening, as the paragraphs after it are read."""

    opening: Opening | None
    drafts: list[Draft] = field(default_factory=list)
    marks: list[str | None] = field(default_factory=list)
    """Of each draft the number or letter it is listed by; None for a bullet, or no list."""
    indent: float = 0.0
    expects: Span | None = None
    """The label alone ("Resultatkrav:") whose list follows."""
    year: int | None = None
    """Of that label."""
    is_of_lines: bool = False
    """True where the indicators stand on lines without marks."""
    counted: str | None = None
    """The number of the last requirement after a label that counts them: "Krav: 1) ..."."""
    passed: int = 0
    """Paragraphs between the opening and the first indicator."""
    placed: int = 0
    """How many items have followed that label."""
    is_closed: bool = False
    """True once other text stood after the list: only a label may still add to it."""


class ListReader:
    """Reads the indicators after a paragraph."""

    def __init__(self, body: LetterBody, goals: GoalsOver, in_cells: bool = False) -> None:
        self._body = body
        self._goals = goals
        self._in_cells = in_cells

    def read(self, blocks: Sequence[Block], at: int) -> tuple[list[Draft], int]:
        """The indicators that a paragraph leads to or is, and the position after the last one."""
        first = blocks[at]
        assert isinstance(first, Paragraph)
        text = self._body.reading.words(first)
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        opening = opening_of(text, self._begins_list(following))
        group = _Group(opening, indent=first.indent)
        if opening is None and not self._labelled(group, first):
            return [], at + 1
        if opening is not None and opening.is_sentence and self._is_in_assignment(first):
            return [], at + 1
        end = self._take(group, blocks, at)
        drafts = group.drafts
        if opening is not None and opening.needs_figures:
            has_figures = any(draft.has_value for draft in drafts)
            drafts = [draft for draft in drafts if draft.targets and has_figures]
            words = small_letters(opening.words)
            if RESULTS_REQUIRED.fullmatch(words) or THESE_REQUIREMENTS.search(words):
                drafts = [draft for draft in drafts if self._names(draft)]
        self._put_goals(opening, drafts)
        return drafts, end if drafts else at + 1

    def read_under(self, blocks: Sequence[Block], words: str) -> list[Draft]:
        """The indicators right under the first of some blocks, which is a goal.

        `words` are those of the heading that they stand under.
        """
        group = _Group(Opening(words, needs_figures=False, is_sentence=False))
        self._take(group, blocks, 0)
        return group.drafts

    def _take(self, group: _Group, blocks: Sequence[Block], at: int) -> int:
        """Takes what belongs to a group after a block; the position after the last one."""
        end = at + 1
        for place in range(at + 1, len(blocks)):
            block = blocks[place]
            if not isinstance(block, Paragraph) or not self._takes(group, block, place - at == 1):
                break
            end = place + 1
        return end

    def _is_in_assignment(self, block: Paragraph) -> bool:
        """Whether a sentence is an assignment's: "Publiser følgende indikatorer:" asks for work."""
        return self._body.assignment(block.start) is not None

    def _names(self, draft: Draft) -> bool:
        """Whether an indicator says what is measured, not only how much of it."""
        if any(each.span.start >= draft.span.end for each in draft.targets):
            return True  # "Saksbehandlingstid: 90 pst. innen 4 uker"
        return len(self._body.reading.line(draft.span).split()) >= _FEWEST_WORDS

    def _begins_list(self, block: Block | None) -> bool:
        return isinstance(block, Paragraph) and (
            block.marker is not None
            or _ANY_BULLET.match(self._body.reading.words(block)) is not None
        )

    def _put_goals(self, opening: Opening | None, drafts: list[Draft]) -> None:
        if not drafts:
            return
        is_told, goal = self._goals.pointed_to(opening.words) if opening else (False, None)
        if not is_told:
            goal = self._goals.over(drafts[0].span.start)
        for draft in drafts:
            draft.goal = goal

    def _labelled(self, group: _Group, block: Paragraph) -> bool:
        """Takes the indicators of a paragraph that a label names: "Styringsparameter: X"."""
        text = self._body.reading.words(block)
        labels = list(MEASURE_LABEL.finditer(text))
        for place, label in enumerate(labels):
            end = labels[place + 1].start() if place + 1 < len(labels) else len(text)
            parts = enumerated(text, label.end(), end)
            for mark, start, stop in parts:
                self._add(group, block.start + start, block.start + stop, mark or label["number"])
        if not labels and self._said(group, block, text):
            return True
        if not labels:
            return self._named(group, block, text)
        return True

    def _named(self, group: _Group, block: Paragraph, text: str) -> bool:
        """Takes what sentences name: "Styringsparameteren er andel saker ... Kravet er ..."."""
        if self._is_in_assignment(block):
            return False
        small = small_letters(text)
        parts = sentences(text)
        for at, (start, end) in enumerate(parts):
            named = MEASURE_IS.match(small, start, end) or MEASURED_WITH.search(small, start, end)
            if named is None:
                continue
            required = takewhile(lambda part: _REQUIRES.match(small, *part), parts[at + 1 :])
            last = max((later for _, later in required), default=end)
            draft = read_item(self._body.reading, block.start + named.end(), block.start + last)
            if draft.targets or STARTS_MEASURE.match(small, named.end()):
                group.drafts.append(draft)
                group.marks.append(None)
        return bool(group.drafts)

    def _said(self, group: _Group, block: Paragraph, text: str) -> bool:
        """Takes what a sentence says with its figure: "Som styringsparameter gjeld at ..."."""
        if block.lead > block.start:
            return False  # its name stands before it
        small = small_letters(text)
        for start, end in sentences(text):
            said = MEASURE_SAID.match(small, start, end)
            if said is None or self._is_in_assignment(block):
                continue
            draft = read_item(self._body.reading, block.start + said.end(), block.start + end)
            if draft.has_value and self._names(draft):
                group.drafts.append(draft)
                group.marks.append(None)
        return bool(group.drafts)

    def _add(self, group: _Group, start: int, end: int, number: str | None) -> None:
        draft = read_item(self._body.reading, start, min(end, start + LONGEST_LABELLED))
        if draft.span.end - draft.span.start > LONGEST_LABEL:
            # What is measured is named first; the sentences after it speak of it.
            first = self._body.reading.sentences(draft.span)[0]
            draft.span = Span(draft.span.start, draft.span.start + first[1])
        draft.number = number or draft.number
        group.drafts.append(draft)
        group.marks.append(None)

    def _takes(self, group: _Group, block: Paragraph, is_first: bool) -> bool:
        """Whether a paragraph belongs to the group; what it says is then taken."""
        text = self._body.reading.words(block)
        small = self._body.reading.small(block)
        alone = REQUIREMENTS_ALONE.fullmatch(small) if group.drafts else None
        if alone is not None:
            group.year = int(alone["year"]) if alone["year"] else None
            group.expects, group.placed = Span(block.start, block.end), 0
            return True
        if self._body.reading.place(block.start).heading is block:
            return False
        if block.marker is not None or _ANY_BULLET.match(text) or _DOUBLE_MARK.match(text):
            return self._takes_item(group, block, text)
        if group.expects is not None and group.placed == 0 and is_requirement(text, ""):
            subject = self._body.reading.line(group.drafts[-1].span)
            self._require(group.drafts[-1], block.start, text, subject, group.year)
            group.placed += 1
            return True
        named = MEASURE_LABEL.match(text)
        if named is not None and named["number"]:
            return not group.is_closed and self._labelled(group, block)
        if group.drafts and self._adds(group, block, text, small):
            return True
        if opening_of(text, followed_by_list=False) is not None:
            return False
        if not group.is_closed and named is not None:
            return self._labelled(group, block)
        if not group.drafts:
            return self._takes_line(group, block, text, small, is_first)
        if group.is_closed or group.opening is None:
            return False
        is_line = self._is_line(text, small) or self._is_name(group, block, text, small)
        if not any(group.marks) and group.is_of_lines and is_line:
            return self._takes_line(group, block, text, small, is_first)
        group.is_closed = True
        return True

    def _takes_item(self, group: _Group, block: Paragraph, text: str) -> bool:
        mark, start = mark_of(block.marker), block.start
        if block.marker is None and (double := _DOUBLE_MARK.match(text)) is not None:
            mark, start, text = double["mark"], start + double.end(), text[double.end() :]
        if group.expects is not None:
            return self._place_target(group, start, text, mark)
        if group.is_closed:
            return False
        if group.opening is None and not (group.drafts and is_requirement(text, "")):
            return False
        is_nested = bool(group.drafts) and block.indent > group.indent + _NESTED
        if group.drafts and (is_nested or group.opening is None) and is_requirement(text, ""):
            subject = self._body.reading.line(group.drafts[-1].span)
            self._require(group.drafts[-1], start, text, subject, None)
            return True
        if is_nested and mark != _next(group.marks[-1]):
            return True
        if group.marks and kind_of_mark(mark) != kind_of_mark(group.marks[0]):
            return self._goes_on(group, block, text, mark)
        if not group.drafts:
            group.indent = block.indent
        draft = read_item(self._body.reading, start, block.end)
        draft.number = mark or draft.number
        group.drafts.append(draft)
        group.marks.append(mark)
        return True

    def _goes_on(self, group: _Group, block: Paragraph, text: str, mark: str | None) -> bool:
        """Takes "2) ..." after "Prestasjonskrav: 1) ...", each a paragraph of its own."""
        draft = group.drafts[-1]
        if mark is None or mark != _next(group.counted):
            return False
        self._require(draft, block.start, text, self._body.reading.line(draft.span), None)
        group.counted = mark
        return True

    def _place_target(self, group: _Group, start: int, text: str, mark: str | None) -> bool:
        """A second list repeats the numbers of the first, or lists what the last one requires."""
        if group.placed >= len(group.drafts) and mark not in group.marks:
            return False
        draft = group.drafts[-1]
        if mark is not None and mark in group.marks:
            draft = group.drafts[group.marks.index(mark)]
        elif mark is None and not any(group.marks) and group.placed < len(group.drafts):
            draft = group.drafts[group.placed]
        subject = self._body.reading.line(draft.span)
        self._require(draft, start, text, subject, group.year)
        group.placed += 1
        return True

    def _require(
        self, draft: Draft, offset: int, text: str, subject: str, year: int | None
    ) -> None:
        draft.targets.extend(
            DraftTarget(each.span, each.phrase, each.role, year)
            for each in read_requirements(text, offset, subject, year)
        )

    def _adds(self, group: _Group, block: Paragraph, text: str, small: str) -> bool:
        """Takes "Resultatkrav: ..." under the indicator, and a past result told so."""
        draft = group.drafts[-1]
        label = REQUIREMENT_LABEL.match(small)
        subject = self._body.reading.line(draft.span)
        if label is not None:
            year = int(label["year"]) if label["year"] else None
            mark = _next(group.marks[-1])
            swallowed = _item_inside(text, label.end(), mark)
            end = swallowed.start() if swallowed is not None else len(text)
            counted = _COUNTED.match(text, label.end())
            group.counted = counted["mark"] if counted is not None else None
            self._require(draft, block.start + label.end(), text[label.end() : end], subject, year)
            if swallowed is not None:
                start = block.start + swallowed.end()
                inner = read_item(self._body.reading, start, block.end)
                inner.number = mark
                group.drafts.append(inner)
                group.marks.append(mark)
            return True
        if RESULT_COLUMN.match(small) and len(text) < LONGEST_LINE:
            found = list(read_requirements(text, block.start, subject, None))
            results = [one for one in found if one.role == "result"]
            draft.targets.extend(results)
            return bool(results)
        return False

    def _takes_line(
        self, group: _Group, block: Paragraph, text: str, small: str, is_first: bool
    ) -> bool:
        """Takes a line without a mark, or the sentence between a heading and its list."""
        if group.opening is None:
            return False
        if is_first and text.endswith(":") and not group.opening.is_sentence:
            if SPEAKS_OF_OTHER.search(small):
                return False
            return not MEASURES_NAMED.search(small) or MEASURES_ALONE.fullmatch(small) is None
        if not self._is_line(text, small) and not self._is_name(group, block, text, small):
            return self._passes_over(group, small)
        group.drafts.append(read_item(self._body.reading, block.start, block.end))
        group.marks.append(None)
        group.is_of_lines = True
        return True

    def _passes_over(self, group: _Group, small: str) -> bool:
        """Whether a paragraph between a heading of indicators and their list says nothing else."""
        assert group.opening is not None
        if group.drafts or group.opening.is_sentence or SPEAKS_OF_OTHER.search(small):
            return False
        group.passed += 1
        return group.passed <= _MOST_BETWEEN

    def _is_name(self, group: _Group, block: Paragraph, text: str, small: str) -> bool:
        """Whether a short line names what is measured since it stands where that is named."""
        if group.opening is None or len(text) > LONGEST_LINE or text.endswith((".", ":")):
            return False
        is_led = group.opening.words.rstrip().endswith(":") or block.indent > group.indent + _NESTED
        return (is_led or self._in_cells) and text[:1].isupper() and not GOAL_LABEL.match(small)

    def _is_line(self, text: str, small: str) -> bool:
        if len(text) > LONGEST_LINE or text.endswith(":"):
            return False
        return STARTS_MEASURE.match(small) is not None and (
            not text.endswith(".") or text.endswith(_SHORT) or is_requirement_told(small)
        )


def is_requirement_told(small: str) -> bool:
    """Whether a label leads to a requirement in a text in small letters."""
    return REQUIREMENT_LABEL.search(small) is not None


def kind_of_mark(mark: str | None) -> str | None:
    """What a list counts by: letters, digits, or nothing."""
    if not mark:
        return None
    return "digit" if mark[0].isdigit() else "letter"


def _item_inside(text: str, start: int, mark: str | None) -> re.Match[str] | None:
    """Where the next item begins that a paragraph swallowed: "... treårsperioden b) Andel ..."."""
    if mark is None:
        return None
    return re.compile(rf"\s{re.escape(mark)}[).]\s(?=[A-ZÆØÅ])").search(text, start)


def _next(mark: str | None) -> str | None:
    """The mark that follows one: "b" after "a", "3" after "2"."""
    if not mark:
        return None
    if mark.isdigit():
        return str(int(mark) + 1)
    if len(mark) > 1 and not mark[:-1].isdigit():
        return None
    return mark[:-1] + chr(ord(mark[-1]) + 1)
