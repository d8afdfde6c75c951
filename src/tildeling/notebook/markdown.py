"""A letter as Markdown: to read, to paste in a case, to keep in a repository and compare.

Words of the letter are escaped, so that nothing in them is taken for Markdown or HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.export.comparison_markdown import escaped
from tildeling.export.phrases import (
    SEVERITIES,
    STAR_MEANS,
    body_name,
    budget_post,
    due,
    financed,
    grave,
    letter_type,
    marks,
    movement,
    pages,
    signed,
    unit_words,
    what_is_due,
)
from tildeling.find.kroner import kroner
from tildeling.letter import (
    Assignment,
    BudgetTable,
    Deadline,
    FinancingLine,
    Finding,
    Letter,
)
from tildeling.notebook.steering_markdown import allowed, asked, where


def letter_markdown(letter: Letter) -> str:
    """The letter's head, findings, assignments, goals, deadlines, money and tables, in bokmål."""
    lines = [f"# {escaped(letter.title)}", "", *_head(letter)]
    wrong = grave(letter.findings)
    if wrong:
        lines += ["", "## Merknader", "", *map(_finding, wrong)]
    if letter.assignments:
        lines += ["", "## Oppdrag"]
        for assignment in letter.assignments:
            lines += _assignment(assignment)
    if letter.renumberings:
        lines += ["", "## Nye oppdragsnumre", ""]
        lines += [
            f"- {escaped(one.old)} → {escaped(one.new)}{where(one)}" for one in letter.renumberings
        ]
    lines += asked(letter)
    if letter.deadlines:
        lines += ["", "## Andre frister", "", *map(_deadline, letter.deadlines)]
    if letter.financing:
        lines += ["", "## Bevilgninger og endringer", "", *_money(letter.financing)]
    for table in letter.budget_tables:
        lines += ["", f"## {escaped(table.title or 'Budsjettabell')}", "", *_table(table)]
    lines += allowed(letter)
    known = [finding for finding in letter.findings if finding not in wrong]
    if known:
        lines += ["", "## Til orientering", "", *map(_finding, known)]
    if any(one.year_inferred for one in _deadlines(letter)):
        lines += ["", escaped(STAR_MEANS)]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding) -> str:
    words = f"- **{SEVERITIES[finding.severity]}**: {escaped(finding.message)}"
    return words + where(finding)


def _deadlines(letter: Letter) -> Iterator[Deadline]:
    yield from letter.deadlines
    for assignment in letter.assignments:
        yield from assignment.deadlines


def _head(letter: Letter) -> Iterator[str]:
    facts = {
        "Til": body_name(letter.agency) if letter.agency else "",
        "Fra": body_name(letter.ministry) if letter.ministry else "",
        "Dato": f"{letter.date:%d.%m.%Y}" if letter.date else "",
        "Saksnummer": letter.case_number or "",
        "Budsjettår": str(letter.budget_year or ""),
        "Brevtype": letter_type(letter),
        "Fil": letter.source.name,
    }
    for name, fact in facts.items():
        if fact:
            yield f"- **{name}:** {escaped(fact)}"


def _assignment(one: Assignment) -> Iterator[str]:
    title = escaped(one.title or "Uten tittel")
    marked = "".join(f" ({mark})" for mark in marks(one))
    yield from ("", f"### {escaped(one.number or 'Uten nummer')} {title}{marked}")
    for words in filter(None, (one.background, one.description)):
        for paragraph in words.split("\n\n"):
            yield from ("", escaped(paragraph))
    if one.tasks:
        yield ""
        yield from (f"{place}. {escaped(task)}" for place, task in enumerate(one.tasks, start=1))
    facts = [
        *(f"- **Frist:** {_due(deadline)}" for deadline in one.deadlines),
        *(f"- **Finansiering:** {escaped(financed(line))}{where(line)}" for line in one.financing),
        *(f"- **Deltaker:** {escaped(name)}" for name in one.participants),
    ]
    if facts:
        yield from ("", *facts)
    if pages(one.evidence):
        yield from ("", f"Står på {pages(one.evidence)}.")


def _due(deadline: Deadline) -> str:
    label = f", {escaped(deadline.label)}" if deadline.label else ""
    return f"{escaped(due(deadline))}{label}{where(deadline)}"


def _deadline(deadline: Deadline) -> str:
    words = escaped(what_is_due(deadline))
    return f"- **{escaped(due(deadline))}**: {words}{where(deadline)}"


def _money(lines: Sequence[FinancingLine]) -> Iterator[str]:
    yield "| Kap./post | Kroner | Hva | Tekst | Side |"
    yield "| --- | --: | --- | --- | --- |"
    for line in lines:
        cells = (
            budget_post(line.chapter, line.post),
            signed(line),
            movement(line),
            escaped(line.text),
            pages(line.evidence),
        )
        yield f"| {' | '.join(cells)} |"


def _table(table: BudgetTable) -> Iterator[str]:
    yield f"{unit_words(table)}."
    yield ""
    comments = any(row.comment for row in table.rows)
    after = ("Merknad", "Side") if comments else ("Side",)
    yield f"| {' | '.join(('Kap./post', 'Navn', *map(escaped, table.columns), *after))} |"
    yield f"| --- | --- | {'--: | ' * len(table.columns)}{' | '.join('---' for _ in after)} |"
    for row in table.rows:
        name = escaped(row.name or ("Sum" if row.kind == "sum" else ""))
        amounts = ("" if amount is None else kroner(amount) for amount in row.amounts)
        cells = (
            budget_post(row.chapter, row.post, row.sub),
            name if row.kind == "post" else f"**{name}**" if name else "",
            *amounts,
            *((escaped(row.comment or ""),) if comments else ()),
            pages(row.evidence),
        )
        yield f"| {' | '.join(cells)} |"
