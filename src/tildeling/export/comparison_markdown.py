"""A diff and a consolidated letter as Markdown, to paste in a case.

Words of letters are escaped, so that nothing in them is taken for Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
from tildeling.export.change_parts import parts_of
from tildeling.export.change_rows import (
    NOTHING_CHANGED,
    Group,
    Row,
    counted,
    letter_name,
    post_rows,
)
from tildeling.export.phrases import SEVERITIES
from tildeling.export.terminal import printable
from tildeling.export.word_diff import Piece, word_diff
from tildeling.find.kroner import kroner, signed_kroner

# What makes lists ("-", "1.") needs no escape: none of our lines begins with words of a letter.
_SPECIAL = re.compile(r"([\\`*_\[\]#|~<>&$])")


def comparison_markdown(comparison: LetterDiff | ConsolidatedLetter) -> str:
    """A diff or a consolidated letter as Markdown."""
    if isinstance(comparison, LetterDiff):
        return diff_markdown(comparison)
    return chain_markdown(comparison)


def diff_markdown(diff: LetterDiff) -> str:
    """What NEW changes, as headings, lists and a table."""
    lines = [
        f"# Endringer i «{escaped(diff.new.title)}»",
        "",
        f"Mot «{escaped(diff.old.title)}». {_summary(diff)}",
    ]
    for part in parts_of(diff.changes):
        lines.extend(("", f"## {part.title}"))
        lines.extend(line for group in part.groups for line in _group(group))
    lines.extend(_budget(diff))
    lines.extend(_findings(diff.findings))
    return "\n".join(lines) + "\n"


def chain_markdown(chain: ConsolidatedLetter) -> str:
    """What is in force, as headings, lists and a table."""
    lines = ["# Samlet gjeldende tildeling", ""]
    for letter in chain.letters:
        date = f", {letter.date:%d.%m.%Y}" if letter.date else ""
        lines.append(f"- {letter_name(letter)}: {escaped(letter.title)}{date}")
    lines.extend(_findings(chain.findings))
    for title, cancelled in (("Gjeldende oppdrag", False), ("Oppdrag som utgår", True)):
        entries = list(in_force(chain, cancelled=cancelled))
        if entries:
            lines.extend(("", f"## {title}"))
            lines.extend(line for entry in entries for line in _entry(entry, chain))
    for part in parts_in_force(chain):
        lines.extend(("", f"## {part.title}", *_listed(part)))
    lines.extend(_posts(chain))
    return "\n".join(lines) + "\n"


def _findings(findings: Sequence[ChainFinding]) -> Iterator[str]:
    if findings:
        yield from ("", "## Merknader", "")
    for one in findings:
        yield f"- **{SEVERITIES[one.severity]}**: {escaped(one.message)}"


def escaped(text: str) -> str:
    r"""Text on one line in which nothing is Markdown or HTML.

    >>> escaped("<b>Frist</b> *snarest*\n1. mai")
    '\\<b\\>Frist\\</b\\> \\*snarest\\* 1. mai'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))


def _summary(diff: LetterDiff) -> str:
    words = counted(diff.changes)
    return f"{', '.join(words)}." if words else NOTHING_CHANGED


def _group(group: Group) -> Iterator[str]:
    yield ""
    yield f"### {escaped(group.heading)}"
    yield ""
    for row in group.rows:
        yield f"- {_row(row)}"


def _row(row: Row) -> str:
    where = [
        f"{side} s. {', '.join(map(str, pages))}"
        for side, pages in (("før", row.old_pages), ("nå", row.new_pages))
        if pages
    ]
    return f"**{escaped(row.what)}**: {_wordings(row)}" + (
        f" ({'; '.join(where)})" if where else ""
    )


def _wordings(row: Row) -> str:
    if row.old is None:
        return escaped(row.new or "")
    if row.new is None:
        return f"~~{escaped(row.old)}~~"
    return "".join(_piece(piece) for piece in word_diff(row.old, row.new)).strip()


def _piece(piece: Piece) -> str:
    words = escaped(piece.text)
    if not words:
        return " "
    marked = {"same": words, "old": f"~~{words}~~", "new": f"**{words}**"}[piece.kind]
    return f"{marked} "


def _budget(diff: LetterDiff) -> Iterator[str]:
    posts = post_rows(diff.changes)
    headings: tuple[str, ...] = ("Kap./post", "Navn", "Før:", "Endring:", "Etter:", "Side")
    if any(post.computed for post in posts):
        headings = (*headings[:-1], "Utregnet:", "Avvik:", "Side")
    rows = [
        (
            *(post.key, escaped(post.name), post.before, post.change, post.after),
            *((post.computed, post.off) if "Avvik:" in headings else ()),
            ", ".join(map(str, post.pages)),
        )
        for post in posts
    ]
    if rows:
        yield from ("", "## Budsjettposter (kroner)", "")
        yield from _table(headings, rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; a heading that ends with a colon is of a column set to the right."""
    yield f"| {' | '.join(name.rstrip(':') for name in headings)} |"
    rules = ("--:" if name.endswith(":") else "---" for name in headings)
    yield f"| {' | '.join(rules)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _entry(entry: ConsolidatedAssignment, chain: ConsolidatedLetter) -> Iterator[str]:
    yield ""
    yield f"### {escaped(heading_of(entry))}"
    yield ""
    deadlines = deadlines_of(entry)
    if deadlines:
        yield f"- **Frist**: {escaped(deadlines)}"
    yield from _steps(steps_of(entry, chain.letters), "")


def _steps(steps: Iterable[Step], indent: str) -> Iterator[str]:
    for step in steps:
        where = f" (s. {', '.join(map(str, step.pages))})" if step.pages else ""
        yield f"{indent}- {step.letter}: {step.words}{where}"
        for row in step.rows:
            yield f"{indent}  - {_row(row)}"


def _listed(part: ListedPart) -> Iterator[str]:
    """A line for each thing, and under it what later letters did with it."""
    for group in part.groups:
        if group.heading:
            yield from ("", f"### {escaped(group.heading)}")
        yield ""
        for one in group.items:
            yield f"- {escaped(one.words)} ({', '.join(where_given(one.given))})"
            yield from _steps(one.later, "  ")


def _posts(chain: ConsolidatedLetter) -> Iterator[str]:
    rows = [
        (
            f"{post.chapter}/{post.post}",
            escaped(post.name or ""),
            letter_name(chain.letters[step.place]),
            "" if step.change is None else signed_kroner(step.change),
            "" if (after := after_step(step)) is None else kroner(after),
            *off_in(step),
        )
        for post in chain.budget
        for step in post.history
    ]
    if rows:
        yield from ("", "## Budsjettposter (kroner)", "")
        headings = ("Kap./post", "Navn", "Brev", "Endring:", "Etter:", "Utregnet:", "Avvik:")
        yield from _table(headings, rows)
