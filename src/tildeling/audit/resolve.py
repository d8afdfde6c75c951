"""Lines that only point ("Viser til pkt. 5.1.") resolved to the budget lines that they mean.

Nothing prints which they are. They are told by what the assignment is called and what its text says
was voted for it: the post where one is given, the words of its title, and the amounts it names.
"""

from __future__ import annotations

from tildeling.audit.amounts import Printed, total
from tildeling.audit.case import Case
from tildeling.audit.outline import lines_in_section
from tildeling.audit.words import STEM, telling_stems
from tildeling.find.money import find_money
from tildeling.letter import Assignment, FinancingLine, Letter


def resolve_pointers(case: Case) -> Letter:
    """The letter with `budget_lines` on its assignments' lines that point to a section."""
    assignments = tuple(_resolved(case, assignment) for assignment in case.letter.assignments)
    return case.letter.model_copy(update={"assignments": assignments})


def _resolved(case: Case, assignment: Assignment) -> Assignment:
    if not any(line.section_reference for line in assignment.financing):
        return assignment
    lines = tuple(
        line.model_copy(update={"budget_lines": _meant(case, assignment, line)})
        if line.section_reference
        else line
        for line in assignment.financing
    )
    return assignment.model_copy(update={"financing": lines})


def _meant(case: Case, assignment: Assignment, line: FinancingLine) -> tuple[int, ...]:
    """Positions of the budget lines in the section that a line means."""
    inside = lines_in_section(case, line.section_reference or "")
    if line.post is not None:
        same = [
            (at, one) for at, one in inside if (one.chapter, one.post) == (line.chapter, line.post)
        ]
        if line.amount is None:
            return tuple(at for at, _ in same)
        amount = case.texts.amount(line)
        return tuple(at for at, one in same if one.amount and case.texts.amount(one).agrees(amount))
    wanted = telling_stems(assignment.title or "")
    common = {at: wanted & case.texts.stems(one) for at, one in inside}
    most = max((len(words) for words in common.values()), default=0)
    # One long word in common tells what is meant; of shorter ones it takes two.
    best = [
        at
        for at, words in common.items()
        if words and len(words) == most and (most > 1 or any(len(w) == STEM for w in words))
    ]
    if len(best) < 2:
        return tuple(best)
    told = f"{assignment.background or ''} {assignment.description or ''}"
    voted = [Printed(money.kroner, money.step) for money in find_money(told)]
    return tuple(best) if _is_voted(case, best, voted) else _fewer(case, best, voted)


def _is_voted(case: Case, lines: list[int], voted: list[Printed]) -> bool:
    """Whether lines together come to an amount that the assignment's text names."""
    amounts = [case.texts.amount(case.letter.financing[at]) for at in lines]
    return any(total(amounts).agrees(one) for one in voted)


def _fewer(case: Case, lines: list[int], voted: list[Printed]) -> tuple[int, ...]:
    """Of several likely lines those whose own amount the assignment's text names; else all."""
    named = tuple(at for at in lines if _is_voted(case, [at], voted))
    return named or tuple(lines)
