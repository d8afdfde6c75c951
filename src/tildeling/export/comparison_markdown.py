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
    pages_of_both,
    post_rows,
)
from tildeling.export.comparison_heads import (
    AFTER,
    BEFORE,
    CHANGE,
    COMPUTED,
    FINDINGS,
    IN_FORCE,
    LETTER,
    NAME,
    OFF,
    PAGE,
    POST,
    POSTS_IN_KRONER,
    told,
)
from tildeling.export.phrases import SEVERITIES, kroner_cell, page_numbers, signed_cell
from tildeling.export.terminal import printable
from tildeling.export.word_diff import Piece, word_diff
from tildeling.findings import key_of_post, message_in
from tildeling.words import Words

# What makes lists ("-", "1.") needs no escape: none of our lines begins with words of a letter.
_SPECIAL = re.compile(r"([\\`*_\[\]#|~<>&$])")


def comparison_markdown(comparison: LetterDiff | ConsolidatedLetter, words: Words) -> str:
    """A diff or a consolidated letter as Markdown."""
    if isinstance(comparison, LetterDiff):
        return diff_markdown(comparison, words)
    return chain_markdown(comparison, words)


def diff_markdown(diff: LetterDiff, words: Words) -> str:
    """What NEW changes, as headings, lists and a table."""
    lines = [
        "# " + words.say("Changes in «{title}»", title=escaped(diff.new.title)),
        "",
        words.say("Compared with «{title}»", title=escaped(diff.old.title))
        + f". {_summary(diff, words)}",
    ]
    for part in parts_of(diff.changes, words):
        lines.extend(("", f"## {part.title}"))
        lines.extend(line for group in part.groups for line in _group(group, words))
    lines.extend(_budget(diff, words))
    lines.extend(_findings(diff.findings, words))
    return "\n".join(lines) + "\n"


def chain_markdown(chain: ConsolidatedLetter, words: Words) -> str:
    """What is in force, as headings, lists and a table."""
    lines = ["# " + words.say("In force after all letters"), ""]
    for letter in chain.letters:
        date = f", {words.date(letter.date)}" if letter.date else ""
        lines.append(f"- {letter_name(letter, words)}: {escaped(letter.title)}{date}")
    lines.extend(_findings(chain.findings, words))
    for title, cancelled in IN_FORCE:
        entries = list(in_force(chain, cancelled=cancelled))
        if entries:
            lines.extend(("", f"## {words.say(title)}"))
            lines.extend(line for entry in entries for line in _entry(entry, chain, words))
    for part in parts_in_force(chain, words):
        lines.extend(("", f"## {part.title}", *_listed(part, words)))
    lines.extend(_posts(chain, words))
    return "\n".join(lines) + "\n"


def _findings(findings: Sequence[ChainFinding], words: Words) -> Iterator[str]:
    if findings:
        yield from ("", f"## {words.say(FINDINGS)}", "")
    for one in findings:
        yield f"- **{words.say(SEVERITIES[one.severity])}**: {escaped(message_in(one, words))}"


def escaped(text: str) -> str:
    r"""Text on one line in which nothing is Markdown or HTML.

    >>> escaped("<b>Frist</b> *snarest*\n1. mai")
    '\\<b\\>Frist\\</b\\> \\*snarest\\* 1. mai'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))


def _summary(diff: LetterDiff, words: Words) -> str:
    counts = counted(diff.changes, words)
    return f"{', '.join(counts)}." if counts else words.say(NOTHING_CHANGED)


def _group(group: Group, words: Words) -> Iterator[str]:
    yield ""
    yield f"### {escaped(group.heading)}"
    yield ""
    for row in group.rows:
        yield f"- {_row(row, words)}"


def _row(row: Row, words: Words) -> str:
    return f"**{escaped(row.what)}**: {_wordings(row)}{pages_of_both(row, words)}"


def _wordings(row: Row) -> str:
    if row.old is None:
        return escaped(row.new or "")
    if row.new is None:
        return f"~~{escaped(row.old)}~~"
    return "".join(_piece(piece) for piece in word_diff(row.old, row.new)).strip()


def _piece(piece: Piece) -> str:
    text = escaped(piece.text)
    if not text:
        return " "
    marked = {"same": text, "old": f"~~{text}~~", "new": f"**{text}**"}[piece.kind]
    return f"{marked} "


def _budget(diff: LetterDiff, words: Words) -> Iterator[str]:
    posts = post_rows(diff.changes, words)
    off = any(post.computed for post in posts)
    columns = (POST, NAME, BEFORE, CHANGE, AFTER, *((COMPUTED, OFF) if off else ()), PAGE)
    rows = [
        (
            *(post.key, escaped(post.name), post.before, post.change, post.after),
            *((post.computed, post.off) if off else ()),
            ", ".join(map(str, post.pages)),
        )
        for post in posts
    ]
    if rows:
        yield from ("", f"## {words.say(POSTS_IN_KRONER)}", "")
        yield from _table(told(columns, words), rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; a heading that begins with ">" is of a column set to the right."""
    yield f"| {' | '.join(name.removeprefix('>') for name in headings)} |"
    rules = ("--:" if name.startswith(">") else "---" for name in headings)
    yield f"| {' | '.join(rules)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _entry(entry: ConsolidatedAssignment, chain: ConsolidatedLetter, words: Words) -> Iterator[str]:
    yield ""
    yield f"### {escaped(heading_of(entry, words))}"
    yield ""
    deadlines = deadlines_of(entry, words)
    if deadlines:
        yield "- " + words.say("Deadline: {days}", days=escaped(deadlines))
    yield from _steps(steps_of(entry, chain.letters, words), "", words)


def _steps(steps: Iterable[Step], indent: str, words: Words) -> Iterator[str]:
    for step in steps:
        where = f" ({page_numbers(step.pages, words)})" if step.pages else ""
        yield f"{indent}- {step.letter}: {step.words}{where}"
        for row in step.rows:
            yield f"{indent}  - {_row(row, words)}"


def _listed(part: ListedPart, words: Words) -> Iterator[str]:
    """A line for each thing, and under it what later letters did with it."""
    for group in part.groups:
        if group.heading:
            yield from ("", f"### {escaped(group.heading)}")
        yield ""
        for one in group.items:
            yield f"- {escaped(one.words)} ({', '.join(where_given(one.given, words))})"
            yield from _steps(one.later, "  ", words)


def _posts(chain: ConsolidatedLetter, words: Words) -> Iterator[str]:
    rows = [
        (
            key_of_post(post.chapter, post.post),
            escaped(post.name or ""),
            letter_name(chain.letters[step.place], words),
            signed_cell(step.change, words),
            kroner_cell(after_step(step), words),
            *off_in(step, words),
        )
        for post in chain.budget
        for step in post.history
    ]
    if rows:
        yield from ("", f"## {words.say(POSTS_IN_KRONER)}", "")
        columns = (POST, NAME, LETTER, CHANGE, AFTER, COMPUTED, OFF)
        yield from _table(told(columns, words), rows)
