"""Budget tables: which of a letter's tables they are, and what their rows say.

A table is one where a row names a budget post and an amount stands beside it. Tables of goals,
staff, authorisations (fullmakter), payments, deadlines and assignments are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby

from tildeling.find.cells import parse_cell
from tildeling.find.date_words import MONTHS
from tildeling.find.dates import find_dates
from tildeling.find.patterns import MAYBE_GAP, WORD_START, any_of, has_any
from tildeling.find.posts import is_revenue
from tildeling.letter import BudgetTable, Finding, LetterKind
from tildeling.meaning.budget_columns import (
    GRANT,
    HEADING_ROWS,
    STRAY,
    Columns,
    Line,
    is_heading_only,
    is_side_label,
    read_columns,
    table_lines,
)
from tildeling.meaning.budget_finish import RowOfPost, Unfinished, finish, unread_row
from tildeling.meaning.budget_keys import is_key_heading, is_year, row_key
from tildeling.meaning.budget_rows import Draft, Rows
from tildeling.meaning.budget_words import AUTHORISATION_WORDS, GRANT_WORDS, PAYMENT_WORDS
from tildeling.meaning.reading import Reading
from tildeling.scope.around import Around, is_only_unit
from tildeling.scope.posts import Post, chapter_around, post_around
from tildeling.scope.units import unit_around
from tildeling.scope.words import CONTINUED, ONLY_EXPENDITURE, ONLY_REVENUE
from tildeling.text.blocks import Block, Paragraph, Table, block_at

_AUTHORISATION = re.compile(rf"{WORD_START}{any_of(AUTHORISATION_WORDS)}", re.IGNORECASE)
_PAYMENT = re.compile(rf"{WORD_START}{any_of(PAYMENT_WORDS)}", re.IGNORECASE)

_BUDGET = re.compile(rf"budsjett|{WORD_START}{any_of(GRANT_WORDS)}", re.IGNORECASE)
# "Bevilgninger og fullmakter", "Fullmakter og løyvingar": a section of both, while one that begins
# "Fullmakt til å overskride bevilgninger" is of authorisations alone.
_GRANTS_TOO = re.compile(
    rf"(?:(?:^|[\d.:)]|\b(?-i:[IVX]+)){MAYBE_GAP}|(?:{WORD_START}(?:og|samt)|,){MAYBE_GAP})"
    rf"{any_of(GRANT_WORDS)}(?:er|ar|en|a|ene|ane)(?!\w)",
    re.IGNORECASE,
)
_NAMED_POST = re.compile(
    rf"{WORD_START}(?:på|under|over)\s+post(?:en)?\s+\d{{1,2}}(?!\d)", re.IGNORECASE
)
_MONTH = re.compile(rf"(?<!\w){any_of(MONTHS)}(?!\w)", re.IGNORECASE)

# "Gebyrinntekter . . . . . 412 000": dots lead to an amount, not to the number of a page. A row of
# dots is looked at from its first alone: it would take its length squared from each of them.
_SPACE = r"[^\S\n]"
_DOTS = "|".join(
    (
        r"\.(?<!\.\.)\.{3,}+",
        rf"\.(?<!\.{_SPACE}\.)(?:(?<={_SPACE}\.)|{_SPACE}\.)(?:{_SPACE}\.){{3,}}+",
        r"…(?<!……)…++",
    )
)
_MARKS_OF_DOTS = ("..", "…", " .", "\t.")
_LED_AMOUNT = re.compile(rf"(?:{_DOTS}){_SPACE}*(?:kr\.?{_SPACE}*)?\d{{1,3}}(?:[ \u00a0.]\d{{3}})+")

_LONE_AMOUNT = re.compile(r"[-+–−(]?\d{1,3}(?:[ \u00a0.]\d{3})+\)?(?:\s*kr(?:oner|\.)?)?")
# So many amounts, each alone in its line, are a table's: a telephone number is one.
FEWEST_AMOUNTS = 3
# Characters; between such amounts 36 of 37 texts have at most 37 in a line, one has 75.
SHORT_LINE = 60

# A heading whose lines were taken apart goes on over words that are at most so long.
CUT_HEADING = 30
# What stands between two parts of a table is shorter than this.
SHORT = 120


@dataclass(frozen=True, slots=True)
class BudgetTables:
    """What was read of a letter's budget tables."""

    tables: tuple[BudgetTable, ...]
    blocks: tuple[Table, ...]
    """The tables of the text that they were read from: all other tables are free."""
    rows: tuple[RowOfPost, ...]
    """Where the rows of posts and their remarks stand in the text."""
    unread: tuple[Finding, ...]
    """Rows, tables and units that look like a budget and could not be read."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one table of the text that are one table of the letter, or a part of one."""

    at: int
    """Position of the table among the letter's blocks."""
    table: Table
    lines: tuple[Line, ...]


@dataclass
class _Group:
    """Parts that are one table of the letter."""

    around: Around
    columns: Columns
    rows: Rows
    parts: list[_Part] = field(default_factory=list)
    last: int = 0


def read_budget_tables(
    reading: Reading, year: int | None = None, kind: LetterKind = "base"
) -> BudgetTables:
    """All budget tables of a letter of a kind, which grants money for a year, in reading order."""
    groups, lost = _groups(reading)
    unfinished = [
        Unfinished(
            group.around,
            group.columns,
            group.rows,
            [line for part in group.parts for line in part.lines],
        )
        for group in groups
    ]
    found = finish(reading, unfinished, year, amends=kind == "addendum")
    blocks = dict.fromkeys(part.at for group in groups for part in group.parts)
    return BudgetTables(
        tables=tuple(table.table for table in found),
        blocks=tuple(block for at in blocks if isinstance(block := reading.blocks[at], Table)),
        rows=tuple(row for table in found for row in table.rows),
        unread=(
            *(finding for table in found for finding in table.findings),
            *lost,
            *_dotted_lines(reading),
            *_torn_columns(reading),
        ),
    )


def _dotted_lines(reading: Reading) -> Iterator[Finding]:
    """Paragraphs whose dots lead to amounts: lines of a budget that were made no table."""
    if not has_any(reading.text, _MARKS_OF_DOTS):
        return  # as in most letters
    led = (block_at(reading.blocks, dots.start()) for dots in _LED_AMOUNT.finditer(reading.text))
    lines = {block.start: block for block in led if isinstance(block, Paragraph)}
    for line in lines.values():
        yield unread_row(reading, line.start, line.end, None)


def _torn_columns(reading: Reading) -> Iterator[Finding]:
    """Runs of short lines with amounts that stand alone: a table written column by column.

    A converter of plain text that keeps no columns writes them so; no row can be put together.
    """
    for is_short, run in groupby(reading.blocks, key=_is_short_line):
        blocks = list(run) if is_short else []
        alone = [block for block in blocks if _LONE_AMOUNT.fullmatch(reading.words(block))]
        if len(alone) >= FEWEST_AMOUNTS:
            yield unread_row(reading, alone[0].start, alone[-1].end, None)


def _is_short_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.end - block.start <= SHORT_LINE


# Which tables


def _groups(reading: Reading) -> tuple[list[_Group], list[Finding]]:
    """Budget tables, those cut in several by a page break joined; and those that give no rows."""
    groups: list[_Group] = []
    lost: list[Finding] = []
    over: list[Line] = []
    first = 0
    for at, block in enumerate(reading.blocks):
        if not isinstance(block, Table):
            over = over if len(reading.words(block)) < CUT_HEADING else []
            continue
        for part in _parts(at, block, table_lines(reading, block)):
            if _holds_amounts(part):
                around = Around(reading.tree, first if over else at, at)
                group = _with_part(reading, groups, part, around, over)
                if group is None and (_looks_like_one(part.lines) or _leaves_money(around, part)):
                    lost.append(_unread(reading, part))
            if is_heading_only([*over, *part.lines]):
                first = first if over else at
                over = [*over, *part.lines]
            else:
                over = []
    return groups, lost


def _parts(at: int, table: Table, lines: Sequence[Line]) -> Iterator[_Part]:
    """A table of the text cut where a side is named and its columns are headed again.

    Posts set with tabs, which nothing heads, are cut where incomes begin after a chapter's sum.
    """
    start = 0
    for index in range(1, len(lines) - 1):
        is_side = is_side_label(lines[index]) and lines[index + 1].is_heading
        if is_side or _begins_incomes(lines, index):
            yield _Part(at, table, tuple(lines[start:index]))
            start = index
    yield _Part(at, table, tuple(lines[start:]))


def _begins_incomes(lines: Sequence[Line], index: int) -> bool:
    """True for "Kap. 3640 Inntekter" under "Sum kap. 640", where no line heads the columns."""
    key, last = lines[index].key, lines[index - 1].key
    if key is None or last is None or lines[0].key is None:
        return False
    if key.kind != "chapter" or last.kind != "sum" or not (key.chapter and last.chapter):
        return False
    return is_revenue(key.chapter) and not is_revenue(last.chapter)


def _holds_amounts(part: _Part) -> bool:
    """Whether a cell may be an amount: most tables of a letter have none, and are no budget."""
    return any(
        parse_cell(text, 1) is not None or STRAY.fullmatch(text) is not None
        for line in part.lines
        for text in line.texts
    )


def _with_part(
    reading: Reading, groups: list[_Group], part: _Part, around: Around, over: Sequence[Line]
) -> _Group | None:
    """The group that a part makes or goes on with; None where it is no budget table."""
    columns = read_columns(part.table, part.lines, over)
    group = _group_before(reading, groups, part, columns)
    post = None
    if group is None and groups and groups[-1].rows.post is not None:
        keyless = _without_keys(part)
        parted = read_columns(part.table, keyless.lines, over, keyless=True)
        group = _group_before(reading, groups, keyless, parted)
        if group is not None:
            part, columns = keyless, parted
    granted = _granted(groups) if group is None else set()
    if group is None and not _names_posts(part.lines):
        keyless = _without_keys(part)
        parted = read_columns(part.table, keyless.lines, over, keyless=True)
        post = _parted_post(around, keyless, parted, granted)
        if post is not None:
            part, columns = keyless, parted
    if columns is None or not _is_budget(around, part, columns, group, is_parted=post is not None):
        return None
    if group is None:
        chapter = _chapter_in_heads(reading, columns) or chapter_around(around)
        rows = Rows(*post) if post else Rows(chapter or _chapter_of_parts(part, granted))
        if post is None:
            rows.drafts.extend(_chapter_over(reading, part, columns))
        group = _Group(around, columns, rows)
        groups.append(group)
    group.parts.append(part)
    group.last = part.at
    group.around = Around(group.around.tree, group.around.first, part.at)
    group.rows.read(part.lines, columns)
    return group


def _granted(groups: Sequence[_Group]) -> set[Post]:
    """The posts that the tables so far have rows of."""
    return {post for group in groups for post in group.rows.posts}


def _chapter_of_parts(part: _Part, granted: Set[Post]) -> int | None:
    """The chapter of a table that only holds sub-posts of one post, "30.1", "30.2".

    Nothing around it names a chapter; the tables before it have that post in one.
    """
    keys = [line.key for line in part.lines if line.key is not None and line.key.kind == "post"]
    posts = {key.post for key in keys}
    if len(posts) != 1 or any(key.sub is None or key.chapter is not None for key in keys):
        return None
    chapters = {chapter for chapter, post in granted if post in posts}
    return chapters.pop() if len(chapters) == 1 else None


def _group_before(
    reading: Reading, groups: Sequence[_Group], part: _Part, columns: Columns | None
) -> _Group | None:
    """The table that a part goes on with."""
    if not groups or columns is None or not columns.same_as(groups[-1].columns):
        return None
    between = reading.blocks[groups[-1].last + 1 : part.at]
    if part.at == groups[-1].last:
        return None
    # Tables side by side, or one right under the other, are headed each.
    rows = groups[-1].rows
    is_ended = rows.post is not None or (bool(rows.drafts) and rows.drafts[-1].kind == "sum")
    if is_ended and any(columns.headings) and not between:
        is_same_page = part.table.page == groups[-1].parts[-1].table.page
        if is_same_page or not _headed_alike(groups[-1].columns, columns):
            return None
    # "Inntekter" between them is a row of the table where "Utgifter" was one.
    headed = any(line.is_heading for line in columns.heads)
    sides = bool(groups[-1].rows.sides) and not headed
    is_transparent = all(_is_passed_over(reading, block, sides) for block in between)
    return groups[-1] if is_transparent else None


def _headed_alike(columns: Columns, others: Columns) -> bool:
    """Whether the columns have the same heading, which a page repeats."""
    one, other = ([line.words.split() for line in each.heads] for each in (columns, others))
    return one == other


def _is_passed_over(reading: Reading, block: Block, sides: bool) -> bool:
    """Whether a block between two parts of a table is none of the text.

    It repeats a running head, a unit or a caption ("Tabell 1 (forts.)"), or, where `sides` says so,
    names the side of rows that go on under the headings of the columns.
    """
    if isinstance(block, Table):
        return False
    words = reading.words(block).strip()
    if ONLY_EXPENDITURE.fullmatch(words) or ONLY_REVENUE.fullmatch(words):
        return sides
    is_repeated = reading.text.find(words) < block.start
    return len(words) < SHORT and bool(
        is_repeated or is_only_unit(words) or CONTINUED.search(words)
    )


def _names_posts(lines: Sequence[Line]) -> bool:
    """Whether rows name posts, or categories, beyond doubt: by a heading, a word, or a chapter.

    "1520 | Ørsta" and "21 | Kurs" may number other things.
    """
    heads = [line.words for line in lines[:HEADING_ROWS] if line.key is None]
    # "Ramme på post 47" heads amounts, and no column of posts.
    if any(is_key_heading(words) and not _NAMED_POST.search(words) for words in heads):
        return True
    keys = [line.key for line in lines if line.key is not None and line.key.kind == "post"]
    return any(key.worded or key.chapter is not None or key.post is None for key in keys)


def _chapter_in_heads(reading: Reading, columns: Columns) -> int | None:
    """The one chapter that the headings of the columns name: "Post | Kap. 1352 Direktoratet"."""
    found = reading.laid.text.found
    named = (post for line in columns.heads for post in found.posts(line.row.start, line.row.end))
    chapters = {post.chapter for post in named if post.chapter is not None}
    return chapters.pop() if len(chapters) == 1 else None


def _chapter_over(reading: Reading, part: _Part, columns: Columns) -> Iterator[Draft]:
    """The row of a chapter whose line stands apart over posts set with tabs.

    Where nothing heads the columns, "Kap. 1313 Luftfartstilsynet" is the first of the rows, however
    many chapters follow.
    """
    before = reading.blocks[part.at - 1] if part.at else None
    if any(columns.headings) or not isinstance(before, Paragraph):
        return
    key = row_key([reading.words(before)])
    own = [line.key for line in part.lines if line.key is not None]
    if key is None or key.kind != "chapter" or not own or own[0].kind == "chapter":
        return
    if any(each.worded for each in own if each.kind == "post"):
        amounts = ("",) * len(columns.amounts)
        yield Draft(
            "chapter", key.chapter, None, None, key.name, amounts, (), before.start, before.end
        )


def _without_keys(part: _Part) -> _Part:
    """The part with its rows of sums as they are, and all others naming no post."""
    lines = (
        line if line.key is None or line.key.kind == "sum" else replace(line, key=None)
        for line in part.lines
    )
    return replace(part, lines=tuple(lines))


def _parted_post(
    around: Around, part: _Part, columns: Columns | None, granted: Set[Post]
) -> Post | None:
    """The post that a table's rows are parts of, where what stands over it names one.

    Its amounts must be money: a unit or a heading says so, a cell's "kr", or thousands in groups.
    """
    if columns is None or len(part.lines) < columns.body + 2:
        return None
    post = post_around(around, granted)
    if post is None:
        return None
    texts = [line.text_in(c) for line in part.lines[columns.body :] for c in columns.amounts]
    priced = any(
        (cell := parse_cell(text, 1)) and (cell.own or cell.priced) for text in texts if text
    )
    grouped = sum(STRAY.fullmatch(text) is not None and "," not in text for text in texts)
    is_money = priced or columns.say_money or grouped * 2 > len([text for text in texts if text])
    return post if is_money or unit_around(around) is not None else None


def _is_budget(
    around: Around, part: _Part, columns: Columns, group: _Group | None, *, is_parted: bool
) -> bool:
    """Whether a table with amounts is about budget posts."""
    lead = around.lead_sentence if around.leads_in else ""
    section = around.section_words
    over = " ".join([columns.notes, *map(around.words, around.captions), lead])
    grants = any(map(GRANT.search, columns.headings))
    if not grants and (_AUTHORISATION.search(over) or _authorises(section)):
        return False
    if not grants and _PAYMENT.search(over) and _is_plan(part, columns):
        return False
    if is_parted:
        return not columns.are_posts and not _tells_dates(part, columns)
    keys = [line.key for line in part.lines[columns.body :] if line.key is not None]
    posts = [key for key in keys if key.kind == "post"]
    if group is not None:
        return True
    if not posts:
        # "Kap. | Navn | Tildelt": an overview of whole chapters.
        chapters = [key for key in keys if key.kind == "chapter"]
        return grants and len(chapters) > 1 and is_key_heading(columns.notes)
    if all(key.post is None for key in posts):
        return columns.say_money or around.says_unit
    return (
        is_key_heading(columns.notes)
        or any(key.worded or key.kind == "chapter" for key in keys)
        or any(key.chapter is not None and not is_year(str(key.chapter)) for key in posts)
        or chapter_around(around) is not None
    )


def _tells_dates(part: _Part, columns: Columns) -> bool:
    """Whether most rows tell when: "primo februar", "15. januar 2026"."""
    rows = part.lines[columns.body :]
    told = [line for line in rows if any(_is_date(text) for text in line.texts)]
    return len(told) * 2 > len(rows)


def _is_plan(part: _Part, columns: Columns) -> bool:
    """Whether rows, or two columns or more, are the days of a plan: "1. februar | 1. juni"."""
    days = sum(_MONTH.search(heading) is not None for heading in columns.headings)
    return days > 1 or _tells_dates(part, columns)


def _is_date(text: str) -> bool:
    return _MONTH.search(text) is not None or bool(find_dates(text))


def _authorises(heading: str) -> bool:
    """Whether a section is about authorisations and frames alone."""
    grants = GRANT.search(heading) or _GRANTS_TOO.search(heading)
    return _AUTHORISATION.search(heading) is not None and grants is None


def _looks_like_one(lines: Sequence[Line]) -> bool:
    """Whether a table that gave no rows is headed as a budget, and holds amounts."""
    heads = [line for line in lines[:3] if line.is_heading]
    words = " ".join(line.words for line in lines[:3])
    held = [text for line in lines[1:] for text in line.texts if parse_cell(text, 1)]
    return bool(heads and held and GRANT.search(words)) and not _AUTHORISATION.search(words)


def _leaves_money(around: Around, part: _Part) -> bool:
    """Whether a table that gave no rows names amounts of money in a section of the budget."""
    places = [place for place in around.place.outward() if place.kind != "letter"]
    headings = " ".join(around.words(p.heading) for p in places if p.heading is not None)
    over = " ".join([headings, around.lead_sentence, *map(around.words, around.captions)])
    heads = " ".join(line.words for line in part.lines[:HEADING_ROWS])
    if _AUTHORISATION.search(f"{over} {heads}") or _PAYMENT.search(over):
        return False
    is_of_budget = any(place.chapter is not None for place in places) or _BUDGET.search(headings)
    told = [line for line in part.lines if any(map(STRAY.fullmatch, line.texts))]
    named = [line for line in told if any(text[:1].isalpha() for text in line.texts)]
    # Under the heading of a post one row is enough: a table may be cut into its rows.
    least = 1 if any(place.post is not None for place in places) else 2
    return bool(is_of_budget) and len(named) >= least


def _unread(reading: Reading, part: _Part) -> Finding:
    start, end = part.lines[0].row.start, part.lines[-1].row.end
    return unread_row(reading, start, end, None)
