"""How the blocks of a letter look and what they say, for finding assignments without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tildeling.find.bodies import find_bodies
from tildeling.meaning.amending_sentences import find_amending
from tildeling.meaning.amending_words import (
    CHANGED_IN_HEADING,
    DEADLINE_WORD,
    LAPSES_FIRST,
    MOVE,
)
from tildeling.meaning.assignment_tables import rows_among_assignments
from tildeling.meaning.boxed import LEAST_LABELS, boxed_assignments, has_labels_beside
from tildeling.meaning.deadline_words import HANDS_IN
from tildeling.meaning.headings import AssignmentHeading, leading_code
from tildeling.meaning.labels import any_label, match_label, own_label
from tildeling.meaning.marked_words import (
    ADDS,
    ANNOUNCES,
    ASKS,
    ASKS_FOR_IT,
    ASKS_FOR_LIST,
    ASKS_FOR_MORE,
    ASSIGNMENTS,
    EXPECTS,
    GENERIC_BODIES,
    GIVES_MORE,
    GIVES_NONE,
    GOAL_OF_ASSIGNMENTS,
    GOES_ON,
    IS_DONE,
    IS_LABELLED,
    LEADS_IN,
    LEADS_IN_TO_OTHERS,
    LEADS_IN_TO_REPORT,
    NAMES_AGAIN,
    OF_GIVEN,
    OF_OTHER_THINGS,
    OF_THEM_ALL,
    QUESTION,
    REQUESTS,
    TAKES_BACK,
    TELLS_OF_ONE,
    WISHES,
)
from tildeling.meaning.outline import GroupHeading, Item
from tildeling.meaning.parts import SUB_ASSIGNMENT
from tildeling.meaning.reading import Reading
from tildeling.meaning.title_phrase import (
    LONGEST_PHRASE,
    is_infinitive_phrase,
    is_title,
    title_phrase,
)
from tildeling.scope.headings import SectionHeading, looks_like_heading
from tildeling.text.blocks import Paragraph, Table

# Characters; the longest heading of an assignment in real-form letters has about 110.
LONGEST_MINOR_HEADING = 140


class Looks:
    """Looks at the items of one letter; `budget_tables` are where its budget tables start."""

    def __init__(self, reading: Reading, budget_tables: frozenset[int]) -> None:
        self.reading = reading
        self.budget_tables = budget_tables
        self.size = reading.laid.body_size or 10.0

    def opens(self, item: Item) -> bool:
        """True for a heading that names assignments and nothing else."""
        words = self.heading_words(item)
        if isinstance(item, Paragraph) and words is not None and leading_code(words) is not None:
            return False
        return (
            words is not None
            and ASSIGNMENTS.search(words) is not None
            and OF_OTHER_THINGS.search(words) is None
        )

    def heading_words(self, item: Item) -> str | None:
        """The words of a heading, or of a paragraph that looks like one; None for anything else."""
        if isinstance(item, SectionHeading):
            return self.reading.words(item.title)
        if isinstance(item, GroupHeading):
            return self.reading.words(item.span)
        if isinstance(item, Paragraph) and self.is_minor(item):
            return self.reading.words(item)
        return None

    def is_minor(self, block: Paragraph) -> bool:
        """True for a line set apart that is no label: a heading under the letter's own."""
        words = self.reading.words(block)
        style = block.style
        if (
            block.marker is not None
            or len(words) > LONGEST_MINOR_HEADING
            or not words[:1].isupper()
        ):
            return False
        apart = style.bold or style.italic or style.underlined or style.size > self.size * 1.04
        if not apart or words.endswith((".", ",", ";")):
            return False
        if (words.endswith(":") and len(words) > 60) or SUB_ASSIGNMENT.match(words):
            return False
        if own_label(words, len(words)) and looks_like_heading(self.reading.laid, block):
            return False  # the outline has found that "Oppdrag" heads nothing
        return any_label(words, len(words)) is None

    def heads_text(self, group: Sequence[Item], at: int) -> bool:
        """True for a heading right over a paragraph, or over a box of labels.

        One over a list parts an assignment's own.
        """
        item = group[at]
        below = group[at + 1] if at + 1 < len(group) else None
        return (
            isinstance(item, Paragraph)
            and self.is_minor(item)
            and not self.reading.words(item).endswith(":")
            and below is not None
            and (
                (isinstance(below, Paragraph) and below.marker is None and not self.is_minor(below))
                or (isinstance(below, Table) and self.has_labels([below]))
            )
        )

    def leads_on(self, item: Paragraph) -> bool:
        """True for a sentence that asks for more than the assignment it stands after."""
        return ADDS.match(self.reading.words(item)) is not None and self.leads_in(item)

    def asks_for_list(self, item: Paragraph) -> bool:
        """True for "Departementet ber etaten om å:", right under a heading of assignments."""
        return ASKS_FOR_LIST.search(self.reading.words(item)) is not None

    def is_request_alone(self, item: Paragraph) -> bool:
        """True for such a sentence without any before it."""
        return len(self.reading.sentences(item)) == 1 and self.asks_for_list(item)

    def has_day(self, item: Item) -> bool:
        """True for a paragraph with a date in it."""
        return isinstance(item, Paragraph) and bool(self.reading.dates(item))

    def has_labels(self, group: Sequence[Item]) -> bool:
        """True where two of an assignment's labels stand in a group: paragraphs or a box's rows."""
        return len(set(self.labels(group))) > 1

    def labels(self, group: Sequence[Item]) -> Iterator[str]:
        """The fields that a group's labels name."""
        for item in group:
            if isinstance(item, Paragraph):
                words = self.reading.words(item)
                bold = item.lead - item.start
                label = match_label(words, bold) or own_label(words, bold)
                if label is not None:
                    yield label.field
            elif isinstance(item, Table) and item.start not in self.budget_tables:
                for row in item.rows:
                    words = self.reading.words(row.cells[0]).rstrip(": ") + ":"
                    label = any_label(words) or own_label(words)
                    if label is not None:
                        yield label.field

    def rows(self, item: Item, *, announced: bool) -> list[AssignmentHeading]:
        """The assignments that a table's rows are; `announced` where words over it say so."""
        if not isinstance(item, Table) or item.start in self.budget_tables:
            return []
        return rows_among_assignments(self.reading, item, announced=announced)

    def lists_deliveries(self, group: Sequence[Item]) -> bool:
        """True where text asks for one thing, and a table after it says what is delivered when."""
        table = next((at for at, item in enumerate(group) if isinstance(item, Table)), 0)
        asked = any(self.asks(item) and not self.leads_in(item) for item in group[:table])
        item = group[table] if asked else None
        return isinstance(item, Table) and not ASSIGNMENTS.search(self.reading.words(item.rows[0]))

    def is_plain_title(self, group: Sequence[Item], at: int) -> bool:
        """True for a title set as text is, right over a label or a box of labels."""
        item = group[at]
        below = group[at + 1 : at + 2]
        if not isinstance(item, Paragraph) or item.marker is not None or not below:
            return False
        words = self.reading.words(item)
        if len(words) > LONGEST_PHRASE or words.endswith((".", ":", ",", ";")):
            return False
        if any_label(words, item.lead - item.start) is not None or not is_title(words):
            return False
        if at and self.is_label_alone(group[at - 1]):
            return False
        least = 1 if isinstance(below[0], Paragraph) else LEAST_LABELS
        return len(set(self.labels(below))) >= least

    def is_label_alone(self, item: Item) -> bool:
        """True for a label over what it names."""
        if not isinstance(item, Paragraph):
            return False
        words = self.reading.words(item)
        label = any_label(words, item.lead - item.start)
        return label is not None and label.rest == len(words)

    def is_short_title(self, group: Sequence[Item], at: int) -> bool:
        """True for a line that reads as a title, over a paragraph that asks for something."""
        item, below = group[at], group[at + 1]
        if not isinstance(item, Paragraph) or not isinstance(below, Paragraph):
            return False
        words = self.reading.words(item)
        return (
            item.marker is None
            and below.marker is None
            and len(words) <= LONGEST_PHRASE
            and words[-1].isalnum()
            and is_title(words)
            and any_label(words, len(words)) is None
            and len(self.reading.words(below)) > len(words)
            and self.asks(below)
        )

    def boxed(self, item: Item, above: Item | None) -> list[AssignmentHeading]:
        """The assignments that a table's boxes are; without title it is of the heading above."""
        if not isinstance(item, Table) or item.start in self.budget_tables:
            return []
        found = boxed_assignments(self.reading, item)
        named = all(each.number or each.title for each in found)
        return found if named or not isinstance(above, AssignmentHeading) else []

    def labels_beside(self, item: Item) -> bool:
        """True for a box whose text has labels beside it: its title stands over it."""
        return isinstance(item, Table) and has_labels_beside(self.reading, item)

    def begins_with_sum(self, item: Item) -> bool:
        """True for an item that says what a sum goes to."""
        if not isinstance(item, Paragraph):
            return False
        money = self.reading.money(item)
        return bool(money) and money[0].start == 0

    def is_labelled(self, item: Item) -> bool:
        """True for a paragraph "Oppdrag: Etaten skal ..."."""
        if not isinstance(item, Paragraph) or item.marker is not None:
            return False
        words = self.reading.words(item)
        label = IS_LABELLED.match(words)
        if label is None:
            return False
        return self.asks(item) or is_infinitive_phrase(words[label.end() :])

    def heads_labels(self, item: Item) -> bool:
        """True for a line set apart, and for another label of an assignment."""
        if not isinstance(item, Paragraph) or self.is_labelled(item):
            return False
        words = self.reading.words(item)
        return self.is_minor(item) or any_label(words, item.lead - item.start) is not None

    def belongs_to_labelled(self, item: Item) -> bool:
        """True for a list, a label or a sentence that goes on under such a paragraph."""
        if not isinstance(item, Paragraph) or self.is_labelled(item):
            return False
        labelled = any_label(self.reading.words(item), item.lead - item.start) is not None
        return item.marker is not None or labelled or self.goes_on(item)

    def tells_of_all(self, block: Paragraph) -> bool:
        """True for what is said of all assignments: "Oppdragene skal løses innenfor rammen"."""
        return OF_THEM_ALL.search(self.reading.words(block)[:200]) is not None

    def leads_in(self, item: Item) -> bool:
        """True for a sentence that leads into a list of assignments."""
        if not isinstance(item, Paragraph) or item.marker is not None:
            return False
        words = self.reading.words(item)
        if not words.endswith((":", " å")) or LEADS_IN_TO_REPORT.search(words):
            return False
        last = words[max(words.rfind(". "), 0) :]
        last = GOAL_OF_ASSIGNMENTS.sub(r"\1", last)
        return LEADS_IN.search(last) is not None and LEADS_IN_TO_OTHERS.search(last) is None

    def gives_more(self, item: Item) -> bool:
        """True for a sentence that gives more assignments, in a list under it."""
        return (
            isinstance(item, Paragraph)
            and self.leads_in(item)
            and GIVES_MORE.search(self.reading.words(item)) is not None
        )

    def asks_for_another(self, item: Item) -> bool:
        """True for a paragraph that begins with a request of its own: "Vi ber også om ..."."""
        return (
            isinstance(item, Paragraph)
            and item.marker is None
            and ASKS_FOR_MORE.match(self.reading.words(item)) is not None
        )

    def makes_request(self, item: Item) -> bool:
        """True for a paragraph with a request and a day of its own, about a new matter."""
        if not isinstance(item, Paragraph) or item.marker is not None or self.goes_on(item):
            return False
        words = self.reading.words(item)
        if any_label(words, item.lead - item.start) is not None:
            return False
        asks = any(pattern.search(words) for pattern in (REQUESTS, WISHES, EXPECTS))
        return asks and bool(self.reading.dates(item))

    def goes_on(self, item: Item) -> bool:
        """True for a paragraph that speaks of the assignment before it: "Planen skal ..."."""
        return isinstance(item, Paragraph) and GOES_ON.match(self.reading.words(item)) is not None

    def names_again(self, item: Item, before: Sequence[Item]) -> bool:
        """True for "Heftet skal ..." after a paragraph that asks for "et hefte".

        So for "og ber derfor om at heftet sendes".
        """
        asked_before = (
            each
            for each in reversed(before)
            if isinstance(each, Paragraph) and each.marker is None and self.asks(each)
        )
        above = next(asked_before, None)
        if not isinstance(item, Paragraph) or above is None:
            return False
        words = self.reading.words(item)
        asked = ASKS_FOR_IT.search(words)
        again = [words] if asked is None else [words, asked["it"].capitalize()]
        return any(_names_again(each, self.reading.small(above)) for each in again)

    def tells_of_one(self, over: Item | None, first: Paragraph) -> bool:
        """True for a list of what one assignment is to hold, by its sentence or as questions."""
        if not isinstance(over, Paragraph) or over.marker is not None:
            return False
        words = self.reading.words(over)
        last = words[max(words.rfind(". ") + 2, 0) :] if ". " in words else words
        if words.endswith(".") or LEADS_IN.search(last):
            return False
        return (
            QUESTION.match(self.reading.words(first)) is not None
            or TELLS_OF_ONE.search(last) is not None
            or _names_again(last, words[: -len(last)].lower())
        )

    def leads_into_table(self, block: Paragraph) -> bool:
        """True for a sentence over a table that says that its rows are assignments."""
        words = self.reading.words(block)
        last = words[max(words[:-1].rfind(". "), 0) :]
        return LEADS_IN.search(last) is not None and OF_GIVEN.search(last) is None

    def names_tasks(self, heading: SectionHeading) -> bool:
        """True for a heading of tasks, of whatever kind: "Mindre oppgaver etter tidspunkt"."""
        words = self.reading.words(heading.title)
        return LEADS_IN.search(words) is not None and OF_OTHER_THINGS.search(words) is None

    def changes(self, heading: SectionHeading, inside: Sequence[Item]) -> bool:
        """True where a heading, or what stands under it, changes an assignment given earlier."""
        if CHANGED_IN_HEADING.search(self.reading.words(heading.title)):
            return True
        texts = [self.reading.words(item) for item in inside if isinstance(item, Paragraph)]
        return any(
            LAPSES_FIRST.match(words) or (DEADLINE_WORD.search(words) and MOVE.search(words))
            for words in texts[:2]
        )

    def names_given(self, item: Item) -> bool:
        """True for a paragraph that speaks of "oppdraget": it was given earlier."""
        return isinstance(item, Paragraph) and "oppdraget" in self.reading.small(item)

    def has_code(self, item: Item) -> bool:
        """True for a paragraph that begins with a number in a series of the letter's own."""
        return isinstance(item, Paragraph) and leading_code(self.reading.words(item)) is not None

    def is_head(self, item: Item) -> bool:
        """True for a line set apart."""
        return isinstance(item, Paragraph) and self.is_minor(item)

    def takes_back(self, block: Paragraph) -> bool:
        """True for a paragraph that takes back an assignment, named by what it is about."""
        return TAKES_BACK.match(self.reading.words(block)) is not None

    def gives(self, block: Paragraph) -> bool:
        """True for a paragraph without a marker that gives an assignment or changes one."""
        words = self.reading.words(block)
        if (
            block.marker is not None
            or any_label(words, block.lead - block.start) is not None
            or self.tells_of_all(block)
            or GIVES_NONE.search(words[:160]) is not None
            or self.changes_numbered(block)
        ):
            return False
        if (
            self.asks(block)
            or WISHES.search(words)
            or ANNOUNCES.search(words)
            or leading_code(words) is not None
            or self.takes_back(block)
        ):
            return True
        titled = title_phrase(words)
        return titled is not None and titled.rest < len(words)

    def changes_numbered(self, block: Paragraph) -> bool:
        """True for "Oppdrag 7 og 9 går ut.": its first sentence changes them by number."""
        first = next(find_amending(self.reading, block), None)
        return first is not None and first.sentence.start == block.start

    def asks_outright(self, inside: Sequence[Item]) -> bool:
        """True where a paragraph asks in so many words, by a date, its own or one of its list's.

        What is to be handed in may be told after that: "Vurderingen sendes senest 1. juni".
        """
        asked = False
        dated = False
        for block in inside:
            if not isinstance(block, Paragraph):
                continue
            words = self.reading.words(block)
            asks = block.marker is None and ASKS.search(words) is not None
            asked = asked or asks
            if asked and self.leads_in(block):
                return False  # such a list's items are assignments
            is_due = asks or block.marker is not None or HANDS_IN.search(words) is not None
            dated = dated or (asked and is_due and bool(self.reading.dates(block)))
        return dated

    def asks_outright_of(self, item: Item) -> bool:
        """True for a paragraph with an outright request: "Vi ber direktoratet om ..."."""
        return isinstance(item, Paragraph) and ASKS.search(self.reading.words(item)) is not None

    def is_done(self, items: Sequence[Item]) -> bool:
        """True where all that is said of an assignment given earlier is that it is done."""
        texts = [self.reading.words(item) for item in items if isinstance(item, Paragraph)]
        return any(IS_DONE.search(words) for words in texts) and not any(
            REQUESTS.search(words) for words in texts
        )

    def asks(self, item: Item) -> bool:
        """True for a paragraph that asks for something."""
        if not isinstance(item, Paragraph):
            return False
        return REQUESTS.search(self.reading.words(item)) is not None


def _names_again(words: str, before: str) -> bool:
    """True where words begin with a thing, no body, that is asked for before, in small letters.

    >>> _names_again("Heftet skal vise kaier", "lage et kranhefte.")
    True
    """
    found = NAMES_AGAIN.match(words)
    if found is None or found["word"].lower() in GENERIC_BODIES:
        return False
    if any(body.start == 0 for body in find_bodies(words[:LONGEST_PHRASE])):
        return False
    return (
        re.search(rf"{re.escape(found['stem'].lower())}(?:e|er|ar|en|et|a|ene|ane)?(?!\w)", before)
        is not None
    )
