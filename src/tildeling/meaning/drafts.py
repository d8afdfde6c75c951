"""The letter's outline walked once: which blocks belong to which assignment, and which to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tildeling.any_case import AnyCase
from tildeling.find.numbers import find_assignment_numbers, number_key
from tildeling.meaning.amending_sentences import find_amending
from tildeling.meaning.amending_words import (
    CHANGES_FOLLOWING,
    OF_CHANGES,
    THE_ASSIGNMENT_FIRST,
)
from tildeling.meaning.headings import (
    LONGEST_TITLE,
    SAYS_WITHHELD,
    WITHHELD,
    AssignmentHeading,
)
from tildeling.meaning.labels import match_label
from tildeling.meaning.marked_words import ASSIGNMENTS, GIVES_MORE, OF_ALL_FIRST
from tildeling.meaning.named import named_heading
from tildeling.meaning.naming_sentences import find_naming
from tildeling.meaning.outline import Contents, GroupHeading, Item, span_of
from tildeling.meaning.reading import Reading
from tildeling.scope.headings import BudgetHeading, SectionHeading
from tildeling.text.blocks import Block, Paragraph, Span, Table, block_at

# Sentences that open the part about money in a letter that has no headings.
_BUDGET_PART = (
    AnyCase(
        r"(?:følg(?:e|j)ande|følgende|desse|disse) (?:endring\w*|post\w*|bevilgning\w*|"
        r"løyving\w*)\b.*:?$",
        ("følg", "desse", "disse"),
    ),
    AnyCase(
        r"\b(?:disponerer|tabellen (?:viser|under|nedenfor|nedanfor))\b",
        ("disponerer", "tabellen"),
    ),
)


@dataclass
class Draft:
    """An assignment's heading and the blocks under it."""

    heading: AssignmentHeading
    section: str | None
    group: str
    """The words of the group heading it stands under: "Presisering av tidligere oppdrag".

    Those of the heading of a section in such a group stand on a line after them.
    """
    body: list[Block] = field(default_factory=list)


@dataclass
class Walk:
    """The outcome: drafts in reading order, and what stands outside them."""

    drafts: list[Draft]
    outside: list[SectionHeading | GroupHeading | BudgetHeading | Block]
    sections: list[SectionHeading]


def walk(
    reading: Reading,
    items: Sequence[Item],
    budget_tables: frozenset[int],
    *,
    in_addendum: bool = False,
) -> Walk:
    """Gives each block to its assignment, or to the letter.

    `budget_tables` are the starts of the tables that hold budget rows: they belong to the letter.
    """
    walker = _Walker(reading, budget_tables, in_addendum)
    walker.has_numbers = any(
        isinstance(item, AssignmentHeading) and item.number is not None and not item.named
        for item in items
    )
    for item in items:
        if not isinstance(item, Contents):
            walker.take(item)
    outcome = walker.outcome
    return Walk(_without_lists(reading, outcome.drafts), outcome.outside, outcome.sections)


class _Walker:
    """Takes the outline's items in order, with the section and the assignment that it is in."""

    def __init__(self, reading: Reading, budget_tables: frozenset[int], in_addendum: bool) -> None:
        self.reading = reading
        self.in_addendum = in_addendum
        self.has_numbers = False
        self.budget_tables = budget_tables
        self.outcome = Walk([], [], [])
        self.section: str | None = None
        self.group = ""
        self.group_heading: SectionHeading | None = None
        """A heading of assignments, over those of the sections in it."""
        self.current: Draft | None = None
        self.listed: Draft | None = None
        """One that may stand in a list or a sentence, right over the next item."""

    def take(self, item: Item) -> None:
        """Gives one item its place."""
        if self.current is not None and _is_over(self.current.heading, item):
            self.current = None
        if not isinstance(item, Paragraph):
            self.listed = None
        if isinstance(item, SectionHeading):
            self._section(item)
        elif isinstance(item, GroupHeading):
            self.group, self.current = self.reading.words(item.span), None
            self.outcome.outside.append(item)
        elif isinstance(item, AssignmentHeading):
            draft = Draft(item, self.section, self.group, list(item.body))
            self.outcome.drafts.append(draft)
            self.current = None if item.listed else draft
            in_line = isinstance(block_at(self.reading.blocks, item.span.start), Paragraph)
            self.listed = draft if (item.listed or item.named) and in_line else None
        elif isinstance(item, BudgetHeading):
            self._budget(item)
        elif isinstance(item, Paragraph | Table):
            self._block(item)

    def _section(self, heading: SectionHeading) -> None:
        if self.current is not None and _is_inside(heading, self.section):
            self.current.body.append(_as_paragraph(heading, self.reading))
            return
        self.outcome.sections.append(heading)
        self.outcome.outside.append(heading)
        self.current = None
        self.section = heading.number or _around(self.section, heading.level)
        own = self.reading.words(heading.title)
        outer = self.group_heading
        if outer is not None and (heading.level > outer.level or heading.size < outer.size * 0.97):
            self.group = f"{self.reading.words(outer.title)}\n{own}"
        else:
            self.group = own
            self.group_heading = heading if ASSIGNMENTS.search(own) else None

    def _budget(self, heading: BudgetHeading) -> None:
        if self.current is not None and _in_financing(self.reading, self.current):
            self.current.body.append(_as_paragraph(heading, self.reading))
            return
        self.current = None
        self.outcome.outside.append(heading)

    def _block(self, block: Block) -> None:
        if isinstance(block, Table) and block.start in self.budget_tables:
            self.outcome.outside.append(block)
        elif self.current is None or not _completes(self.reading, self.current, block):
            self._text(block)

    def _text(self, block: Block) -> None:
        listed, self.listed = self.listed, None
        if isinstance(block, Paragraph) and block.marker is None:
            words = self.reading.words(block)
            may_give = self.current is None and words.endswith(":")
            gives = GIVES_MORE.search(words) if may_give else None
            if gives is not None:
                self.group = gives["what"]
            elif self.current is None and CHANGES_FOLLOWING.match(words):
                self.group = words
            names_another = any(find_naming(self.reading, block)) if listed is not None else False
            if listed is not None and THE_ASSIGNMENT_FIRST.match(words) and not names_another:
                self.current = listed  # in plain type, and more than a name in a list
        withheld = _withheld_in(self.reading, block)
        self.outcome.drafts.extend(Draft(each, self.section, self.group) for each in withheld)
        amending = _amending(self.reading, block, self.current)
        is_free = self.current is None or self.current.heading.cancelled
        if is_free and not amending:
            amending = self._naming(block)
        self.outcome.drafts.extend(Draft(each, self.section, self.group) for each in amending)
        rest = _without(self.reading, block, amending)
        if self.current is None or amending or _leaves(self.reading, self.current, block):
            self.current = None  # after a sentence about other assignments the rest is of those
            self.outcome.outside.extend(rest)
        else:
            self.current.body.extend(rest)

    def _naming(self, block: Block) -> list[AssignmentHeading]:
        """Those that a paragraph's sentences name by title, subject or place, not by number.

        Among numbers, what is taken back without one is told, not guessed.
        """
        if not isinstance(block, Paragraph):
            return []
        group = self.group
        among = ASSIGNMENTS.search(group) is not None and OF_CHANGES.search(group) is not None
        return [
            named_heading(each)
            for each in find_naming(self.reading, block, among=among)
            if (each.given_earlier or each.by_title or self.in_addendum)
            and (each.title or not (each.cancels and self.has_numbers))
        ]


def _withheld_in(reading: Reading, block: Block) -> list[AssignmentHeading]:
    """Numbers that a text says are withheld: "TB2025-54 (unntatt offentlighet, ettersendes)"."""
    if not isinstance(block, Paragraph) or SAYS_WITHHELD.search_small(reading.small(block)) is None:
        return []
    words = reading.words(block)
    found = []
    for number in find_assignment_numbers(words):
        after = words[number.end :].lstrip()
        if after.startswith("(") and WITHHELD.match(after[1:].lstrip()):
            span = Span(block.start + number.start, block.start + number.end)
            found.append(AssignmentHeading(span, number, span, (), listed=True, withheld=True))
    return found


def _around(section: str | None, level: int) -> str | None:
    """The number of the section that a deeper heading without a number is a part of.

    >>> _around("3.1", 2), _around("3", 2), _around("3", 1)
    ('3', '3', None)
    """
    if section is None:
        return None
    return ".".join(section.split(".")[: level - 1]) or None


def _completes(reading: Reading, draft: Draft, block: Block) -> bool:
    """True for a block that is still of the heading: its title, or why there is none."""
    is_withheld = _withholds(reading, draft, block)
    if not (is_withheld or _is_title(reading, draft, block)):
        return False
    heading = replace(draft.heading, span=Span(draft.heading.span.start, block.end))
    if is_withheld:
        draft.heading = replace(heading, withheld=True)
    else:
        draft.heading = replace(heading, title=(Span(block.start, block.end),))
    return True


def _is_over(heading: AssignmentHeading, item: Item) -> bool:
    """True for what stands after the end of an assignment's body."""
    return heading.ends is not None and span_of(item).start >= heading.ends


def _amending(reading: Reading, block: Block, current: Draft | None) -> list[AssignmentHeading]:
    """Assignments given earlier that a paragraph's sentences change, as headings without a title.

    What a text says of its own assignment stays there.
    """
    if not isinstance(block, Paragraph):
        return []
    own = current.heading.key if current is not None else None
    return [
        AssignmentHeading(
            each.sentence,
            each.number,
            each.number_span,
            (),
            deadline=each.due,
            cancelled=each.due is None,
            amends=True,
        )
        for each in find_amending(reading, block)
        if number_key(each.number) != own
    ]


def _without(reading: Reading, block: Block, taken: Sequence[AssignmentHeading]) -> list[Block]:
    """The block without the sentences that became headings: what stands between them."""
    if not taken or not isinstance(block, Paragraph):
        return [block]
    rest: list[Block] = []
    at = block.start
    for span in (*dict.fromkeys(heading.span for heading in taken), Span(block.end, block.end)):
        words = reading.text[at : span.start]
        start = at + len(words) - len(words.lstrip())
        end = at + len(words.rstrip())
        if start < end:
            rest.append(replace(block, start=start, end=end, outer=start, lead=start))
        at = span.end
    return rest


def _withholds(reading: Reading, draft: Draft, item: Block) -> bool:
    """True for "Unntatt offentlighet, jf. offl. § 15" right under a number."""
    heading = draft.heading
    return (
        isinstance(item, Paragraph)
        and heading.number is not None
        and not heading.title
        and not draft.body
        and WITHHELD.match(reading.words(item).lstrip("( ")) is not None
    )


def _is_title(reading: Reading, draft: Draft, item: Block) -> bool:
    """True for a title that stands on a line of its own under the assignment's number."""
    heading = draft.heading
    if heading.title or heading.withheld or heading.cancelled or draft.body:
        return False
    words = reading.words(item)
    return (
        isinstance(item, Paragraph)
        and item.style.bold
        and item.marker is None
        and len(words) < LONGEST_TITLE
        and not words.endswith((".", ":"))
        and match_label(words) is None
    )


def _is_inside(item: SectionHeading, section: str | None) -> bool:
    """True for a heading "1. Halvårsnotat" in an assignment of section 3.2, no next section."""
    if section is None or item.number is None:
        return False
    own, last = (number.split(".") for number in (item.number, section))
    if not all(part.isdigit() for part in (*own, *last)):
        return False
    return [int(part) for part in own] <= [int(part) for part in last]


def _as_paragraph(item: BudgetHeading | SectionHeading, reading: Reading) -> Block:
    block = block_at(reading.blocks, item.span.start)
    assert block is not None
    return block


def _in_financing(reading: Reading, draft: Draft) -> bool:
    """True where the block before is the label "Finansiering" on a line of its own."""
    if not draft.body or not isinstance(draft.body[-1], Paragraph):
        return False
    label = match_label(reading.words(draft.body[-1]))
    return label is not None and label.field == "financing"


def _leaves(reading: Reading, draft: Draft, block: Block) -> bool:
    """True where text after an assignment speaks of the letter's money, or of all assignments.

    Nothing else parts them; the latter stands behind the label "Frist", which ends the assignment.
    """
    if isinstance(block, Table) or not draft.body or block.marker is not None:
        return False
    if OF_ALL_FIRST.match(reading.words(block)):
        label = match_label(reading.words(draft.body[-1]))
        return label is not None and label.field == "deadline"
    small = reading.small(block)
    return any(opens.search_small(small) is not None for opens in _BUDGET_PART)


def _without_lists(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Drops what only names an assignment that has its own heading elsewhere.

    A row of an overview that says more than the heading (a deadline) hands that on.
    """
    own = {
        draft.heading.key: draft
        for draft in drafts
        if draft.heading.key is not None and not (draft.heading.listed or draft.heading.amends)
    }
    kept: list[Draft] = []
    for draft in drafts:
        heading = draft.heading
        twin = own.get(heading.key) if heading.key is not None else None
        if not heading.listed or twin is None:
            kept.append(draft)
            continue
        full = twin.heading
        twin.heading = replace(
            _titled_as_listed(reading, full, heading),
            deadline=full.deadline or heading.deadline,
            responsible=full.responsible or heading.responsible,
            financing=full.financing or heading.financing,
        )
    return kept


def _titled_as_listed(
    reading: Reading, full: AssignmentHeading, listed: AssignmentHeading
) -> AssignmentHeading:
    """The heading with its title; where text runs on, the list says where the title ends."""
    if not full.title:
        return replace(full, title=listed.title)
    title = full.title[0]
    words = reading.words(title)
    if len(words) <= LONGEST_TITLE or not listed.title:
        return full
    letters = [at for at, letter in enumerate(words) if letter.isalnum()]
    wanted = [letter for span in listed.title for letter in reading.words(span) if letter.isalnum()]
    mine = [words[at] for at in letters[: len(wanted)]]
    if not wanted or mine != wanted:
        return full
    end = title.start + letters[len(wanted) - 1] + 1
    return replace(full, title=(Span(title.start, end),), rest=Span(end, title.end))
