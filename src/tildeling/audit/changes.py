"""Rules about what the text does to a post, against what the table says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tildeling.audit.amounts import SIGNS, Printed, some_agree, total
from tildeling.audit.case import Case, Post, TableRow, post_key
from tildeling.audit.words import BEFORE_THE_SUM, YEARS_FIRST, telling_stems
from tildeling.find.kroner import kroner, signed_kroner
from tildeling.findings import make_finding
from tildeling.letter import Evidence, FinancingLine, Finding, Severity

# Share of a post from which a grant under its heading is taken for all of it, not for a part.
LIKELY_WHOLE = 0.5


def text_change(case: Case) -> Iterator[Finding]:
    """What the budget part adds to a post, less what it takes, is the table's change for it."""
    for post in case.rows:
        finding = _wrong_change(case, post)
        if finding is not None:
            yield finding


def _wrong_change(case: Case, post: Post) -> Finding | None:
    rows = [row for row in case.whole_rows(post) if row.change is not None]
    lines = [line for line in case.lines.get(post, ()) if line.amount and _moves(case, line)]
    lines = _without_parts_told_before(case, post, _without_sums(case, lines))
    changes = [row.change for row in rows if row.change is not None]
    if not changes or not lines:
        return None
    amounts = [case.texts.signed(line) for line in lines]
    stated = [
        Printed(change, rows[0].step)
        for change in {*changes, sum(changes), *(some for row in rows for some in _some_of(row))}
    ]
    optional = [*_of_assignments(case, post), *_implied(case, post), *_corrections(case, post)]
    tellings = (amounts, _without_parts(amounts))
    if any(some_agree(told, optional, one) for told in tellings for one in stated):
        return None
    computed = total(amounts)
    listed = [signed_kroner(amount.kroner) for amount in amounts]
    return make_finding(
        "text_change",
        _severity(lines, computed.kroner, rows[0]),
        post_key(post),
        [*_evidence(lines), *(evidence for row in rows for evidence in row.row.evidence)],
        computed=signed_kroner(computed.kroner),
        parts=f" ({' '.join(listed)})" if len(listed) > 1 else "",
        stated=signed_kroner(changes[0]),
    )


def _without_parts(amounts: Sequence[Printed]) -> Sequence[Printed]:
    """A net change alone, where the others are what it is the sum of: "netto 2 mill." of 5 and -3.

    Two changes that are alike are no whole and its part.
    """
    for at, whole in enumerate(amounts):
        parts = [*amounts[:at], *amounts[at + 1 :]]
        if len(parts) > 1 and total(parts).agrees(whole):
            return [whole]
    return amounts


def _some_of(row: TableRow) -> Iterator[int]:
    """What one column of changes says, or some of them together.

    Beside what this letter changes may stand what others changed before; the text need not tell it.
    """
    changes = [change for change in row.changes if change]
    for count in range(1, len(changes)):
        yield from map(sum, combinations(changes, count))


def _moves(case: Case, line: FinancingLine) -> bool:
    """Whether a line changes its post. What a base letter grants is the post's whole amount."""
    return line.kind in SIGNS and (line.kind != "grant" or case.letter.kind == "addendum")


def _without_sums(case: Case, lines: Sequence[FinancingLine]) -> list[FinancingLine]:
    """The lines without what only adds them up: "3 mill. og 2 mill., til sammen 5 mill."."""
    kept: list[FinancingLine] = []
    for line in lines:
        places = [money for money in case.texts.money(line) if money.kroner == line.amount]
        adds = bool(places) and BEFORE_THE_SUM.search(line.text[: places[-1].start]) is not None
        if not (adds and any(before.text == line.text for before in kept)):
            kept.append(line)
    return kept


def _without_parts_told_before(
    case: Case, post: Post, lines: Sequence[FinancingLine]
) -> list[FinancingLine]:
    """The lines without a part of one of them that the post it comes from has told of, too.

    "5 mill. kroner flyttes til post 45" under post 01, and under post 45 "økes med 9 mill. kroner.
    5 mill. kroner er flyttet fra post 01".
    """
    parts = {
        (line.kind, line.amount)
        for line in case.letter.financing
        if line.part_of is not None and (line.chapter, line.post) == post
    }
    return [line for line in lines if (line.kind, line.amount) not in parts]


def _severity(lines: Sequence[FinancingLine], computed: int, row: TableRow) -> Severity:
    """Grants that stay within the table's change may be some of it: the text need not tell all.

    What parts a new amount from the year's first one, other letters may have changed too.
    """
    within = 0 <= computed <= (row.change or 0) and all(line.kind == "grant" for line in lines)
    first = not row.changes and any(map(YEARS_FIRST.search, row.table.columns))
    return "warning" if within or first else "error"


def _of_assignments(case: Case, post: Post) -> list[Printed]:
    """What assignments are granted on the post: named again in the budget part, or not."""
    lines = case.assignment_lines.get(post, ())
    return [case.texts.signed(line) for line in lines if line.amount and line.kind in SIGNS]


def _implied(case: Case, post: Post) -> list[Printed]:
    """What other posts' lines take from this one, or give it, where it has no such line itself."""
    own = [case.texts.signed(line) for line in case.lines.get(post, ())]
    implied = [
        Printed(-case.texts.signed(line).kroner, case.texts.amount(line).step)
        for lines in case.lines.values()
        for line in lines
        if (line.counter_chapter, line.counter_post) == post and line.amount
    ]
    return [amount for amount in implied if not any(amount.kroner == o.kroner for o in own)]


def _corrections(case: Case, post: Post) -> list[Printed]:
    """What corrections of earlier grants come to."""
    return [
        Printed(line.amount - line.replaces, case.texts.amount(line).step)
        for line in case.lines.get(post, ())
        if line.kind == "correction" and line.amount is not None and line.replaces is not None
    ]


def text_total(case: Case) -> Iterator[Finding]:
    """What the text says that a post comes to is the table's new amount.

    In a base letter that is also what it grants under the post's heading, once other posts show
    that this letter grants whole posts there.
    """
    grants_whole = _grants_whole_posts(case)
    for post in case.rows:
        rows = case.whole_rows(post)
        new = [Printed(row.new, row.step) for row in rows if row.new is not None]
        lines = [line for line in case.lines.get(post, ()) if line.amount]
        totals = [line for line in lines if line.kind == "total"]
        grants = [line for line in lines if line.kind == "grant"] if grants_whole else []
        if new and totals:
            amounts = [case.texts.amount(line) for line in totals]
        elif new and grants:
            amounts = [total(map(case.texts.signed, grants))]
        else:
            continue
        if any(amount.agrees(one) for amount in amounts for one in new):
            continue
        is_some = not totals and amounts[0].kroner < new[0].kroner
        if is_some and amounts[0].kroner < new[0].kroner * LIKELY_WHOLE:
            continue
        # Another rule speaks of the same row already: its arithmetic, or its change.
        if all(row.adds_up is not False for row in rows) and _wrong_change(case, post) is None:
            severity: Severity = "warning" if is_some else "error"
            yield _wrong_total(post, totals or grants, amounts[-1], rows, severity)


def same_grant(case: Case) -> Iterator[Finding]:
    """An assignment is granted no more than the budget part of the same addendum has for it.

    That both speak of the same is told by the post and the words for what is paid. The post may
    have money from before, so this is for a person to look at.
    """
    if case.letter.kind == "base":
        return
    for assignment in case.letter.assignments:
        for line in assignment.financing:
            if line.kind != "grant" or not line.amount or line.post is None or line.part_of:
                continue
            post = (line.chapter or 0, line.post)
            others = [other for other in case.lines.get(post, ()) if other.amount]
            amounts = [case.texts.signed(other) for other in others]
            granted = total(amounts).kroner
            if not 0 < granted < line.amount or some_agree([], amounts, case.texts.signed(line)):
                continue
            topic = telling_stems(f"{assignment.title or ''} {line.text}")
            same = [other for other in others if len(topic & case.texts.stems(other)) > 1]
            if same:
                yield make_finding(
                    "same_grant",
                    "info",
                    post_key(post),
                    [*line.evidence, *_evidence(same)],
                    computed=kroner(line.amount),
                    stated=kroner(granted),
                )


def _grants_whole_posts(case: Case) -> bool:
    """Whether a base letter's grants are what its table gives the posts: all but one."""
    if case.letter.kind != "base":
        return False
    agreeing = [
        any(
            total(map(case.texts.signed, grants)).agrees(Printed(row.new, row.step))
            for row in rows
            if row.new is not None
        )
        for post in case.rows
        if (rows := case.whole_rows(post))
        and (grants := [line for line in case.lines.get(post, ()) if line.kind == "grant"])
    ]
    return sum(agreeing) >= max(1, len(agreeing) - 1)


def _wrong_total(
    post: Post,
    lines: Sequence[FinancingLine],
    computed: Printed,
    rows: Sequence[TableRow],
    severity: Severity,
) -> Finding:
    new = next(row.new for row in rows if row.new is not None)
    return make_finding(
        "text_total",
        severity,
        post_key(post),
        [*_evidence(lines), *(evidence for row in rows for evidence in row.row.evidence)],
        computed=kroner(computed.kroner),
        stated=kroner(new),
    )


def _evidence(lines: Sequence[FinancingLine]) -> list[Evidence]:
    return [evidence for line in lines for evidence in line.evidence]
