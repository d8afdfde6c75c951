"""A letter as Markdown: to read, to paste in a case, to keep in a repository and compare.

Words of the letter are escaped, so that nothing in them is taken for Markdown or HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.export.comparison_heads import NAME, PAGE, POST
from tildeling.export.comparison_markdown import escaped
from tildeling.export.items import deadlines_of
from tildeling.export.phrases import (
    SEVERITIES,
    STAR_MEANS,
    UNTITLED,
    budget_post,
    due,
    facts_of,
    financed,
    grave,
    kroner_cell,
    letter_type,
    marks,
    movement,
    pages,
    signed,
    unit_words,
    what_is_due,
)
from tildeling.findings import message_in
from tildeling.letter import (
    Assignment,
    BudgetTable,
    Deadline,
    FinancingLine,
    Finding,
    Letter,
)
from tildeling.notebook.steering_markdown import allowed, asked, where
from tildeling.words import Words


def letter_markdown(letter: Letter, words: Words) -> str:
    """The letter's head, findings, assignments, goals, deadlines, money and tables."""
    lines = [f"# {escaped(letter.title)}", "", *_head(letter, words)]
    wrong = grave(letter.findings)
    if wrong:
        lines += ["", "## " + words.say("Findings"), "", *(_finding(one, words) for one in wrong)]
    if letter.assignments:
        lines += ["", "## " + words.say("Assignments")]
        for assignment in letter.assignments:
            lines += _assignment(assignment, words)
    if letter.renumberings:
        lines += ["", "## " + words.say("New assignment numbers"), ""]
        lines += [
            f"- {escaped(one.old)} → {escaped(one.new)}{where(one, words)}"
            for one in letter.renumberings
        ]
    lines += asked(letter, words)
    if letter.deadlines:
        lines += [
            "",
            "## " + words.say("Other deadlines"),
            "",
            *(_deadline(one, words) for one in letter.deadlines),
        ]
    if letter.financing:
        lines += ["", "## " + words.say("Grants and changes"), "", *_money(letter.financing, words)]
    for table in letter.budget_tables:
        lines += [
            "",
            f"## {escaped(table.title or words.say(UNTITLED))}",
            "",
            *_table(table, words),
        ]
    lines += allowed(letter, words)
    known = [finding for finding in letter.findings if finding not in wrong]
    if known:
        lines += ["", "## " + words.say("Notes"), "", *(_finding(one, words) for one in known)]
    if any(one.year_inferred for one in deadlines_of(letter)):
        lines += ["", escaped(words.say(STAR_MEANS))]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, words: Words) -> str:
    severity = words.say(SEVERITIES[finding.severity])
    return f"- **{severity}**: {escaped(message_in(finding, words))}{where(finding, words)}"


def _head(letter: Letter, words: Words) -> Iterator[str]:
    for name, fact in facts_of(letter, words, letter_type(letter, words)):
        yield f"- **{name}:** {escaped(fact)}"


def _assignment(one: Assignment, words: Words) -> Iterator[str]:
    title = escaped(one.title or words.say(UNTITLED))
    marked = "".join(f" ({mark})" for mark in marks(one, words))
    yield from ("", f"### {escaped(one.number or '')} {title}{marked}".replace("  ", " "))
    for text in filter(None, (one.background, one.description)):
        for paragraph in text.split("\n\n"):
            yield from ("", escaped(paragraph))
    if one.tasks:
        yield ""
        yield from (f"{place}. {escaped(task)}" for place, task in enumerate(one.tasks, start=1))
    due_head, money_head = words.say("Deadline"), words.say("Financing")
    body_head = words.say("Participant")
    facts = [
        *(f"- **{due_head}:** {_due(deadline, words)}" for deadline in one.deadlines),
        *(
            f"- **{money_head}:** {escaped(financed(line, words))}{where(line, words)}"
            for line in one.financing
        ),
        *(f"- **{body_head}:** {escaped(name)}" for name in one.participants),
    ]
    if facts:
        yield from ("", *facts)
    if pages(one.evidence, words):
        yield from ("", words.say("In the letter: {pages}", pages=pages(one.evidence, words)) + ".")


def _due(deadline: Deadline, words: Words) -> str:
    label = f", {escaped(deadline.label)}" if deadline.label else ""
    return f"{escaped(due(deadline, words))}{label}{where(deadline, words)}"


def _deadline(deadline: Deadline, words: Words) -> str:
    what = escaped(what_is_due(deadline))
    return f"- **{escaped(due(deadline, words))}**: {what}{where(deadline, words)}"


def _money(lines: Sequence[FinancingLine], words: Words) -> Iterator[str]:
    heads = (
        words.say(POST),
        words.say("NOK"),
        words.say("What"),
        words.say("Text"),
        words.say(PAGE),
    )
    yield f"| {' | '.join(heads)} |"
    yield "| --- | --: | --- | --- | --- |"
    for line in lines:
        cells = (
            budget_post(line.chapter, line.post, words),
            signed(line, words),
            movement(line, words),
            escaped(line.text),
            pages(line.evidence, words),
        )
        yield f"| {' | '.join(cells)} |"


def _table(table: BudgetTable, words: Words) -> Iterator[str]:
    yield f"{unit_words(table, words)}."
    yield ""
    comments = any(row.comment for row in table.rows)
    after = [*([words.say("Comment")] if comments else []), words.say(PAGE)]
    heads = (words.say(POST), words.say(NAME), *map(escaped, table.columns), *after)
    yield f"| {' | '.join(heads)} |"
    yield f"| --- | --- | {'--: | ' * len(table.columns)}{' | '.join('---' for _ in after)} |"
    for row in table.rows:
        name = escaped(row.name or (words.say("Sum") if row.kind == "sum" else ""))
        amounts = (kroner_cell(amount, words) for amount in row.amounts)
        cells = (
            budget_post(row.chapter, row.post, words, row.sub),
            name if row.kind == "post" else f"**{name}**" if name else "",
            *amounts,
            *((escaped(row.comment or ""),) if comments else ()),
            pages(row.evidence, words),
        )
        yield f"| {' | '.join(cells)} |"
