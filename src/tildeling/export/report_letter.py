"""One letter as the page that people mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tildeling.compare.identity import identity_of
from tildeling.compare.posts import Statement, statements
from tildeling.comparison import LetterIdentity
from tildeling.export.change_rows import capital, pages_of, wording_of
from tildeling.export.html_parts import links
from tildeling.export.phrases import (
    WITHHELD,
    budget_post,
    facts_of,
    financed,
    kroner_cell,
    letter_type,
    movement,
    named,
    signed,
    unit_words,
    what_is_due,
)
from tildeling.export.report import (
    Article,
    Cell,
    Column,
    Fold,
    Item,
    ItemGroup,
    Line,
    LineGroup,
    Report,
    Table,
)
from tildeling.export.report_parts import (
    DueShown,
    PostShown,
    deadline_table,
    given_with,
    line_groups,
    listed,
    money_table,
    on_top,
    other_findings,
    shown_findings,
    what_of,
    without_empty,
)
from tildeling.export.steering_phrases import attachment_name, goal_name, paid_when
from tildeling.export.steering_rows import (
    NO_GOAL,
    authorisation_words,
    indicator_words,
    post_heading,
    report_of,
    reporting_words,
)
from tildeling.findings import key_of_post
from tildeling.letter import Assignment, AssignmentStatus, BudgetRow, BudgetTable, Evidenced, Letter
from tildeling.words import Words


def letter_report(letter: Letter, words: Words) -> Report:
    """What a letter asks for and gives."""
    identity = identity_of(letter)
    findings = shown_findings(letter.findings, (identity,), words)
    folds = [*_folds(letter, identity, words), other_findings(findings, words)]
    return Report(
        title=letter.title,
        letters=(),
        facts=tuple(facts_of(letter, words, capital(letter_type(letter, words)))),
        summary="",
        findings=on_top(findings),
        assignments=_assignments(letter, identity, words),
        money=money_table(list(_posts(letter, identity)), letter.findings, words),
        deadlines=deadline_table(_deadlines(letter, identity, words), "", words),
        folds=tuple(fold for fold in folds if fold is not None),
    )


# ---- assignments


def _assignments(letter: Letter, identity: LetterIdentity, words: Words) -> tuple[LineGroup, ...]:
    titles: dict[AssignmentStatus, str] = {
        "new": words.say("New assignments"),
        "amended": words.say("Changed assignments"),
        "cancelled": words.say("Cancelled assignments"),
    }
    found: dict[str, list[Line]] = {title: [] for title in titles.values()}
    for place, one in enumerate(letter.assignments, start=1):
        found[titles[one.status]].append(_line(one, f"oppdrag-{place}", identity, words))
    return line_groups(found)


def _line(one: Assignment, anchor: str, identity: LetterIdentity, words: Words) -> Line:
    title = f"({words.say(WITHHELD)})" if one.withheld and not one.title else named(one, words)
    where = links(identity, pages_of(one.evidence))
    return Line(one.number or "", title, given_with(one, words), anchor, where)


# ---- money and deadlines


def _posts(letter: Letter, identity: LetterIdentity) -> Iterator[PostShown]:
    for (chapter, post), said in sorted(statements(letter).items()):
        if not (said.says_something or said.previous) or said.only_counter:
            continue
        before, change, after, computed = _amounts(said)
        where = links(identity, pages_of(said.evidence))
        key = key_of_post(chapter, post)
        yield PostShown(key, said.name or "", before, change, after, computed, where)


def _amounts(said: Statement) -> tuple[int | None, int | None, int | None, int | None]:
    """Before, change, now, and what the two first come to where that is not the third."""
    stated = said.stated or said.total
    if said.previous is None or said.change is None:
        # What the text grants is no change where it is all that the table has.
        is_whole = stated and said.change and stated.agrees_with(said.change)
        change = None if said.change is None or is_whole else said.change.kroner
        before = said.previous.kroner if said.previous else None
        return before, change, stated.kroner if stated else None, None
    computed = said.previous.plus(said.change)
    after = stated or computed
    off = None if after.agrees_with(computed) else computed.kroner
    return said.previous.kroner, said.change.kroner, after.kroner, off


def _deadlines(letter: Letter, identity: LetterIdentity, words: Words) -> Iterator[DueShown]:
    for place, one in enumerate(letter.assignments, start=1):
        for deadline in one.deadlines:
            what = what_of(one.number, one.title or named(one, words), deadline)
            where = links(identity, pages_of(deadline.evidence))
            yield DueShown(deadline, what, f"oppdrag-{place}", "", False, where)
    for deadline in letter.deadlines:
        where = links(identity, pages_of(deadline.evidence))
        yield DueShown(deadline, what_is_due(deadline), "", "", False, where)


# ---- what is folded


def _folds(letter: Letter, identity: LetterIdentity, words: Words) -> Iterator[Fold]:
    def items(found: Sequence[Evidenced], told: Sequence[str]) -> list[Item]:
        return [
            Item(each, links=links(identity, pages_of(one.evidence)))
            for one, each in zip(found, told, strict=True)
        ]

    parts = (
        _wordings(letter, identity, words),
        listed(
            words.say("Goals"),
            "mal",
            items(letter.goals, [goal_name(one, words) for one in letter.goals]),
        ),
        _grouped(
            words.say("Indicators"),
            "parametere",
            [
                words.say(NO_GOAL) if one.goal is None else goal_name(letter.goals[one.goal], words)
                for one in letter.indicators
            ],
            items(letter.indicators, [indicator_words(one, words) for one in letter.indicators]),
        ),
        _grouped(
            words.say("Reporting"),
            "rapportering",
            [report_of(one, words) for one in letter.reporting],
            items(letter.reporting, [reporting_words(one, words) for one in letter.reporting]),
        ),
        _grouped(
            words.say("Authorisations"),
            "fullmakter",
            [post_heading(one, words) for one in letter.authorisations],
            items(
                letter.authorisations,
                [authorisation_words(one, words) for one in letter.authorisations],
            ),
        ),
        _grouped(
            words.say("Money in the text"),
            "penger",
            [budget_post(one.chapter, one.post, words) for one in letter.financing],
            _money(letter, identity, words),
        ),
        _tables(letter, identity, words),
        _payments(letter, identity, words),
        listed(
            words.say("Common requirements"),
            "fellesforinger",
            items(
                letter.common_requirements,
                [
                    ": ".join(filter(None, (one.title, one.text)))
                    for one in letter.common_requirements
                ],
            ),
        ),
        listed(
            words.say("New assignment numbers"),
            "numre",
            items(letter.renumberings, [f"{one.old} → {one.new}" for one in letter.renumberings]),
        ),
        listed(
            words.say("Attachments"),
            "vedlegg",
            items(letter.attachments, [attachment_name(one, words) for one in letter.attachments]),
        ),
        listed(
            words.say("References"),
            "henvisninger",
            _once(items(letter.references, [one.text for one in letter.references])),
        ),
        listed(
            words.say("Signed by"),
            "undertegnere",
            items(
                letter.signatories,
                [", ".join(filter(None, (one.name, one.title))) for one in letter.signatories],
            ),
        ),
    )
    yield from (part for part in parts if part.count)


def _wordings(letter: Letter, identity: LetterIdentity, words: Words) -> Fold:
    articles = tuple(
        Article(
            f"oppdrag-{place}",
            " ".join(filter(None, (one.number, one.title))) or named(one, words),
            text="\n\n".join(filter(None, (one.background, wording_of(one, words)))),
            links=links(identity, pages_of(one.evidence)),
        )
        for place, one in enumerate(letter.assignments, start=1)
    )
    return Fold("oppdrag", words.say("Wording of the assignments"), len(articles), articles)


def _grouped(title: str, anchor: str, headings: Sequence[str], items: Sequence[Item]) -> Fold:
    """Items under headings, each heading once."""
    found: dict[str, list[Item]] = {}
    for heading, item in zip(headings, items, strict=True):
        found.setdefault(heading, []).append(item)
    groups = tuple(ItemGroup(heading, tuple(_once(of_one))) for heading, of_one in found.items())
    return Fold(anchor, title, len(items), groups=groups)


def _once(items: Sequence[Item]) -> list[Item]:
    """Items with the same words as one, with the pages of all."""
    found: dict[str, Item] = {}
    for one in items:
        known = found.get(one.words)
        where = tuple(dict.fromkeys((*known.links, *one.links))) if known else one.links
        found[one.words] = Item(one.words, one.given, where)
    return list(found.values())


def _money(letter: Letter, identity: LetterIdentity, words: Words) -> list[Item]:
    """Sentences with their sums; one with several comes as often, and each time with all."""
    sums: dict[tuple[str, str], list[str]] = {}
    for one in letter.financing:
        told = " ".join(filter(None, (signed(one, words), movement(one, words)))) or financed(
            one, words
        )
        sums.setdefault((budget_post(one.chapter, one.post, words), one.text), []).append(told)
    return [
        Item(
            f"{'; '.join(sums[budget_post(one.chapter, one.post, words), one.text])}: {one.text}",
            links=links(identity, pages_of(one.evidence)),
        )
        for one in letter.financing
    ]


def _tables(letter: Letter, identity: LetterIdentity, words: Words) -> Fold:
    tables = tuple(_table(one, identity, words) for one in letter.budget_tables)
    return Fold("tabeller", words.say("Budget tables"), len(tables), tables=tables)


def _table(one: BudgetTable, identity: LetterIdentity, words: Words) -> Table:
    columns = (
        Column(words.say("Chapter/post"), "key"),
        Column(words.say("Name")),
        *(Column(heading, "number") for heading in one.columns),
        Column(words.say("Page"), "where"),
    )
    rows = tuple(_row(row, one, identity, words) for row in one.rows)
    caption = ". ".join(filter(None, ((one.title or "").rstrip(" :."), unit_words(one, words))))
    return without_empty(Table(caption, columns, rows))


def _row(
    row: BudgetRow, table: BudgetTable, identity: LetterIdentity, words: Words
) -> tuple[Cell, ...]:
    amounts = (*row.amounts, *(None,) * (len(table.columns) - len(row.amounts)))
    name = row.name or (words.say("Sum") if row.kind == "sum" else "")
    return (
        Cell(budget_post(row.chapter, row.post, words, row.sub)),
        Cell(name, row.comment or ""),
        *(Cell(kroner_cell(amount, words)) for amount in amounts[: len(table.columns)]),
        Cell(links=links(identity, pages_of(row.evidence))),
    )


def _payments(letter: Letter, identity: LetterIdentity, words: Words) -> Fold:
    columns = (
        Column(words.say("Date"), "key"),
        Column(words.say("Chapter/post"), "key"),
        Column(words.say("Kroner"), "number"),
        Column(words.say("Page"), "where"),
    )
    rows = tuple(
        (
            Cell(paid_when(one, words) or one.text),
            Cell(budget_post(one.chapter, one.post, words)),
            Cell(kroner_cell(one.amount, words)),
            Cell(links=links(identity, pages_of(one.evidence))),
        )
        for one in letter.payments
    )
    tables = (without_empty(Table("", columns, rows)),) if rows else ()
    return Fold("utbetalinger", words.say("Payments"), len(rows), tables=tables)
