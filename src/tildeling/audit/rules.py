"""The audit: every rule in turn, on one letter.

To add a rule, write a function from a `Case` to its findings, name it here, and give its words
under the same name in `tildeling.finding_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tildeling.audit.announced import announced_post
from tildeling.audit.case import Case
from tildeling.audit.changes import same_grant, text_change, text_total
from tildeling.audit.chapters import (
    assignment_chapter,
    counter_chapter,
    heading_chapter,
    list_chapter,
    table_chapter,
)
from tildeling.audit.days import no_such_day, past_deadline
from tildeling.audit.gaps import nameless_cancellation
from tildeling.audit.lost_cells import lost_cell
from tildeling.audit.numbering import same_assignment_number, same_section_number
from tildeling.audit.parts import (
    absent_attachment,
    missing_common_requirement,
    missing_goals,
    unmeasured_goal,
    untargeted_indicator,
)
from tildeling.audit.pointers import (
    missing_assignment,
    missing_post,
    missing_section,
    silent_section,
)
from tildeling.audit.resolve import resolve_pointers
from tildeling.audit.tables import row_change, table_sum
from tildeling.audit.text_sums import list_sum, sentence_sum
from tildeling.audit.uncertain import uncertain_figure
from tildeling.audit.unsteady import unsteady_item
from tildeling.letter import Finding, Letter
from tildeling.meaning.letter import Built

# In the order of their findings; each under its own name in `tildeling.finding_rules.RULES`.
CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    row_change,
    table_sum,
    list_sum,
    sentence_sum,
    text_change,
    text_total,
    same_grant,
    table_chapter,
    heading_chapter,
    list_chapter,
    assignment_chapter,
    counter_chapter,
    missing_section,
    silent_section,
    missing_post,
    announced_post,
    missing_assignment,
    same_assignment_number,
    same_section_number,
    no_such_day,
    past_deadline,
    nameless_cancellation,
    missing_goals,
    unmeasured_goal,
    untargeted_indicator,
    absent_attachment,
    missing_common_requirement,
    uncertain_figure,
    lost_cell,
    unsteady_item,
)


def audited(built: Built, others: Sequence[Letter] = ()) -> Letter:
    """The letter with its pointers resolved and with all that it says against itself, or that
    other readings of its pictures have otherwise.
    """
    case = Case(built, tuple(others))
    letter = resolve_pointers(case)
    found = (finding for check in CHECKS for finding in check(case))
    return letter.model_copy(update={"findings": (*letter.findings, *found)})
