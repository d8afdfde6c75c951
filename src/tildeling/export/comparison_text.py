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
    post_rows,
)
from tildeling.export.listing import ASIDE, HEADING, lines, listing, plain
from tildeling.export.phrases import SEVERITIES
from tildeling.export.word_diff import Piece, word_diff
from tildeling.find.kroner import kroner, signed_kroner

STYLES: dict[Sign, str] = {"+": "green", "-": "red", "~": "yellow"}
INDENT = 2
CONTEXT = 60
"""Characters of unchanged text that are shown on each side of a changed word."""
LONG = 400
"""Characters of a text that came or went whole."""


def comparison_text(comparison: LetterDiff | ConsolidatedLetter) -> RenderableType:
    """A diff or a consolidated letter for a terminal."""
    if isinstance(comparison, LetterDiff):
        return diff_text(comparison)
    return chain_text(comparison)


def diff_text(diff: LetterDiff) -> RenderableType:
    """What NEW changes: assignments, deadlines, money, budget posts."""
    parts: list[RenderableType] = [
        plain(f"Endringer i «{diff.new.title}»", HEADING),
        plain(f"mot «{diff.old.title}»", ASIDE),
        plain(", ".join(counted(diff.changes)) or NOTHING_CHANGED),
    ]
    for part in parts_of(diff.changes):
        parts.extend(_section(part))
    rows = post_rows(diff.changes)
    if rows:
        parts.extend(_titled("Budsjettposter", [_budget(rows)]))
    parts.extend(_findings(diff.findings))
    return Stack(*parts)


def chain_text(chain: ConsolidatedLetter) -> RenderableType:
    """What is in force: letters, findings, assignments with their history, budget posts."""
    letters = listing(
        ("Brev", "Dato", "Tittel"),
        (
            (
                letter_name(one),
                f"{one.date:%d.%m.%Y}" if one.date else "",
                lines(one.title, plain(one.name, ASIDE) if one.name else None),
            )
            for one in chain.letters
        ),
        "Tittel",
    )
    parts: list[RenderableType] = [
        plain("Samlet gjeldende tildeling", HEADING),
        *_titled(f"Brev ({len(chain.letters)})", [letters]),
    ]
    parts.extend(_findings(chain.findings))
    for title, cancelled in (("Gjeldende oppdrag", False), ("Oppdrag som utgår", True)):
        entries = list(in_force(chain, cancelled=cancelled))
        if entries:
            told = [part for entry in entries for part in _entry(entry, chain)]
            parts.extend(_titled(f"{title} ({len(entries)})", told))
    for part in parts_in_force(chain):
        parts.extend(_titled(f"{part.title} ({part.count})", _listed(part)))
    if chain.budget:
        parts.extend(_titled(f"Budsjettposter ({len(chain.budget)})", [_posts(chain)]))
    return Stack(*parts)


def _findings(findings: Sequence[ChainFinding]) -> Iterator[RenderableType]:
    told = [plain(f"{SEVERITIES[one.severity]}: {one.message}") for one in findings]
    return _titled(f"Merknader ({len(told)})", told) if told else iter(())


def _titled(title: str, content: Iterable[RenderableType]) -> Iterator[RenderableType]:
    yield Text()
    yield Text(title, "bold cyan")
    yield from content


def _section(part: Part) -> Iterator[RenderableType]:
    told = [line for group in part.groups for line in _group(group)]
    yield from _titled(f"{part.title} ({part.count})", told)


def _group(group: Group) -> Iterator[RenderableType]:
    style = STYLES[group.sign]
    yield Text.assemble((f"{group.sign} ", style), plain(group.heading, HEADING))
    for row in group.rows:
        yield Padding(_row(row), (0, 0, 0, INDENT))


def _row(row: Row) -> Text:
    what = Text.assemble((f"{row.sign} {_plain(row.what)}: ", ASIDE), _wordings(row))
    where = [
        f"{side} s. {', '.join(map(str, pages))}"
        for side, pages in (("før", row.old_pages), ("nå", row.new_pages))
        if pages
    ]
    return Text.assemble(what, (f" ({'; '.join(where)})" if where else "", ASIDE))


def _plain(words: str) -> str:
    return plain(words).plain


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
    words = piece.text.rstrip()
    after = " " if words != piece.text else ""
    opened, closed, sign = ("[-", "-]", "-") if piece.kind == "old" else ("{+", "+}", "+")
    style = STYLES["-"] if sign == "-" else STYLES["+"]
    return Text.assemble((f"{opened}{_plain(_cut(words))}{closed}", style), after)


def _cut(text: str) -> str:
    return text if len(text) <= LONG else f"{text[: LONG - 4].rsplit(' ', 1)[0]} ..."


def _budget(rows: Sequence[PostRow]) -> RenderableType:
    """The columns of what does not follow are there where something does not."""
    headings: tuple[str, ...] = ("Kap./post", "Navn", ">Før", ">Endring", ">Etter", "Side")
    if any(row.computed for row in rows):
        headings = (*headings[:-1], ">Utregnet", ">Avvik", "Side")
    cells = (
        (
            *(row.key, row.name, row.before, row.change, row.after),
            *((row.computed, row.off) if ">Avvik" in headings else ()),
            f"s. {', '.join(map(str, row.pages))}" if row.pages else "",
        )
        for row in rows
    )
    return listing(headings, cells, "Navn")


def _entry(entry: ConsolidatedAssignment, chain: ConsolidatedLetter) -> Iterator[RenderableType]:
    yield plain(heading_of(entry), HEADING)
    deadlines = deadlines_of(entry)
    if deadlines:
        yield Padding(plain(f"Frist: {deadlines}"), (0, 0, 0, INDENT))
    yield from _steps(steps_of(entry, chain.letters), INDENT)


def _steps(steps: Iterable[Step], indent: int) -> Iterator[RenderableType]:
    for step in steps:
        where = f" (s. {', '.join(map(str, step.pages))})" if step.pages else ""
        yield Padding(plain(f"{step.letter}: {step.words}{where}", ASIDE), (0, 0, 0, indent))
        for row in step.rows:
            yield Padding(_row(row), (0, 0, 0, indent + INDENT))


def _listed(part: ListedPart) -> Iterator[RenderableType]:
    """A line for each thing, and under it what later letters did with it."""
    for group in part.groups:
        if group.heading:
            yield plain(group.heading, HEADING)
        for one in group.items:
            where = plain(f" ({', '.join(where_given(one.given))})", ASIDE)
            yield Padding(Text.assemble("- ", plain(one.words), where), (0, 0, 0, INDENT))
            yield from _steps(one.later, 2 * INDENT)


def _posts(chain: ConsolidatedLetter) -> RenderableType:
    """A line a letter and post; the post's name stands on the first of them."""
    rows = (
        (
            f"{post.chapter}/{post.post}" if at == 0 else "",
            (post.name or "") if at == 0 else "",
            letter_name(chain.letters[step.place]),
            "" if step.change is None else signed_kroner(step.change),
            "" if (after := after_step(step)) is None else kroner(after),
            *off_in(step),
        )
        for post in chain.budget
        for at, step in enumerate(post.history)
    )
    headings = ("Kap./post", "Navn", "Brev", ">Endring", ">Etter", ">Utregnet", ">Avvik")
    return listing(headings, rows, "Navn")
