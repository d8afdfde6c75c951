"""A diff and a consolidated letter for a terminal.

Colour is never the only sign: "+", "-" and "~" stand before what came, went and changed, and words
inside a text stand as [-old-] and {+new+}.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from tildeling.comparison import (
    ChainFinding,
    ConsolidatedAssignment,
    ConsolidatedLetter,
    LetterDiff,
)
from tildeling.export.chain_parts import ListedPart, parts_in_force, where_given
from tildeling.export.chain_rows import (
    Step,
    after_step,
    deadlines_of,
    heading_of,
    in_force,
    off_in,
    steps_of,
)
from tildeling.export.change_parts import Part, parts_of
from tildeling.export.change_rows import (
    NOTHING_CHANGED,
    Group,
    PostRow,
    Row,
    Sign,
    counted,
    letter_name,
    pages_of_both,
    post_rows,
)
from tildeling.export.comparison_heads import (
    AFTER,
    BEFORE,
    CHANGE,
    COMPUTED,
    DATE,
    FINDINGS,
    IN_FORCE,
    LETTER,
    LETTERS,
    NAME,
    OFF,
    PAGE,
    POST,
    POSTS,
    TITLE,
    told,
)
from tildeling.export.findings import finding_line
from tildeling.export.listing import ASIDE, HEADING, lines, listing, plain
from tildeling.export.phrases import kroner_cell, page_numbers, signed_cell
from tildeling.export.word_diff import Piece, word_diff
from tildeling.findings import key_of_post
from tildeling.words import Words

STYLES: dict[Sign, str] = {"+": "green", "-": "red", "~": "yellow"}
INDENT = 2
# Characters of unchanged text that are shown on each side of a changed word.
CONTEXT = 60
# Characters of a text that came or went whole.
LONG = 400


def comparison_text(comparison: LetterDiff | ConsolidatedLetter, words: Words) -> RenderableType:
    """A diff or a consolidated letter for a terminal."""
    if isinstance(comparison, LetterDiff):
        return diff_text(comparison, words)
    return chain_text(comparison, words)


def diff_text(diff: LetterDiff, words: Words) -> RenderableType:
    """What NEW changes: assignments, deadlines, money, budget posts."""
    parts: list[RenderableType] = [
        plain(words.say("Changes in «{title}»", title=diff.new.title), HEADING),
        plain(words.say("Compared with «{title}»", title=diff.old.title), ASIDE),
        plain(", ".join(counted(diff.changes, words)) or words.say(NOTHING_CHANGED)),
    ]
    for part in parts_of(diff.changes, words):
        parts.extend(_section(part, words))
    rows = post_rows(diff.changes, words)
    if rows:
        parts.extend(_titled(words.say(POSTS), [_budget(rows, words)]))
    parts.extend(_findings(diff.findings, words))
    return Stack(*parts)


def chain_text(chain: ConsolidatedLetter, words: Words) -> RenderableType:
    """What is in force: letters, findings, assignments with their history, budget posts."""
    letters = listing(
        told((LETTER, DATE, TITLE), words),
        (
            (
                letter_name(one, words),
                words.date(one.date) if one.date else "",
                lines(one.title, plain(one.name, ASIDE) if one.name else None),
            )
            for one in chain.letters
        ),
        2,
    )
    parts: list[RenderableType] = [
        plain(words.say("In force after all letters"), HEADING),
        *_titled(f"{words.say(LETTERS)} ({len(chain.letters)})", [letters]),
    ]
    parts.extend(_findings(chain.findings, words))
    for title, cancelled in IN_FORCE:
        entries = list(in_force(chain, cancelled=cancelled))
        if entries:
            entry_lines = [line for entry in entries for line in _entry(entry, chain, words)]
            parts.extend(_titled(f"{words.say(title)} ({len(entries)})", entry_lines))
    for part in parts_in_force(chain, words):
        parts.extend(_titled(f"{part.title} ({part.count})", _listed(part, words)))
    if chain.budget:
        parts.extend(_titled(f"{words.say(POSTS)} ({len(chain.budget)})", [_posts(chain, words)]))
    return Stack(*parts)


def _findings(findings: Sequence[ChainFinding], words: Words) -> Iterator[RenderableType]:
    lines = [plain(finding_line(one, words)) for one in findings]
    return _titled(f"{words.say(FINDINGS)} ({len(lines)})", lines) if lines else iter(())


def _titled(title: str, content: Iterable[RenderableType]) -> Iterator[RenderableType]:
    yield Text()
    yield Text(title, "bold cyan")
    yield from content


def _section(part: Part, words: Words) -> Iterator[RenderableType]:
    lines = [line for group in part.groups for line in _group(group, words)]
    yield from _titled(f"{part.title} ({part.count})", lines)


def _group(group: Group, words: Words) -> Iterator[RenderableType]:
    style = STYLES[group.sign]
    yield Text.assemble((f"{group.sign} ", style), plain(group.heading, HEADING))
    for row in group.rows:
        yield Padding(_row(row, words), (0, 0, 0, INDENT))


def _row(row: Row, words: Words) -> Text:
    what = Text.assemble((f"{row.sign} {_plain(row.what)}: ", ASIDE), _wordings(row))
    return Text.assemble(what, (pages_of_both(row, words), ASIDE))


def _plain(text: str) -> str:
    return plain(text).plain


def _wordings(row: Row) -> Text:
    if row.old is None:
        return plain(_cut(row.new or ""), STYLES["+"] if row.sign == "+" else "")
    if row.new is None:
        return plain(_cut(row.old), STYLES["-"])
    return Text().join(_piece(piece) for piece in word_diff(row.old, row.new))


def _piece(piece: Piece) -> Text:
    """One piece, marked with signs as well as colours; long unchanged words are left out."""
    if piece.kind == "same":
        # Where one wording ends here, the other has the space before what follows.
        text = max(piece.text, piece.old_text, key=len)
        if len(text) > 2 * CONTEXT + 5:
            text = f"{text[:CONTEXT]} ... {text[-CONTEXT:]}"
        return plain(text)
    text = piece.text.rstrip()
    after = " " if text != piece.text else ""
    opened, closed, sign = ("[-", "-]", "-") if piece.kind == "old" else ("{+", "+}", "+")
    style = STYLES["-"] if sign == "-" else STYLES["+"]
    return Text.assemble((f"{opened}{_plain(_cut(text))}{closed}", style), after)


def _cut(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 4].rsplit(' ', 1)[0]} ..."


def _budget(rows: Sequence[PostRow], words: Words) -> RenderableType:
    """The columns of what does not follow are there where something does not."""
    off = any(row.computed for row in rows)
    headings = (POST, NAME, BEFORE, CHANGE, AFTER, *((COMPUTED, OFF) if off else ()), PAGE)
    cells = (
        (
            *(row.key, row.name, row.before, row.change, row.after),
            *((row.computed, row.off) if off else ()),
            page_numbers(row.pages, words),
        )
        for row in rows
    )
    return listing(told(headings, words), cells, 1)


def _entry(
    entry: ConsolidatedAssignment, chain: ConsolidatedLetter, words: Words
) -> Iterator[RenderableType]:
    yield plain(heading_of(entry, words), HEADING)
    deadlines = deadlines_of(entry, words)
    if deadlines:
        yield Padding(plain(words.say("Deadline: {days}", days=deadlines)), (0, 0, 0, INDENT))
    yield from _steps(steps_of(entry, chain.letters, words), INDENT, words)


def _steps(steps: Iterable[Step], indent: int, words: Words) -> Iterator[RenderableType]:
    for step in steps:
        where = f" ({page_numbers(step.pages, words)})" if step.pages else ""
        yield Padding(plain(f"{step.letter}: {step.words}{where}", ASIDE), (0, 0, 0, indent))
        for row in step.rows:
            yield Padding(_row(row, words), (0, 0, 0, indent + INDENT))


def _listed(part: ListedPart, words: Words) -> Iterator[RenderableType]:
    """A line for each thing, and under it what later letters did with it."""
    for group in part.groups:
        if group.heading:
            yield plain(group.heading, HEADING)
        for one in group.items:
            where = plain(f" ({', '.join(where_given(one.given, words))})", ASIDE)
            yield Padding(Text.assemble("- ", plain(one.words), where), (0, 0, 0, INDENT))
            yield from _steps(one.later, 2 * INDENT, words)


def _posts(chain: ConsolidatedLetter, words: Words) -> RenderableType:
    """A line a letter and post; the post's name stands on the first of them."""
    rows = (
        (
            key_of_post(post.chapter, post.post) if at == 0 else "",
            (post.name or "") if at == 0 else "",
            letter_name(chain.letters[step.place], words),
            signed_cell(step.change, words),
            kroner_cell(after_step(step), words),
            *off_in(step, words),
        )
        for post in chain.budget
        for at, step in enumerate(post.history)
    )
    headings = (POST, NAME, LETTER, CHANGE, AFTER, COMPUTED, OFF)
    return listing(told(headings, words), rows, 1)
