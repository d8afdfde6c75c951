"""Rules about posts that stand under one chapter in one place and under another elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tildeling.audit.amounts import SIGNS, Printed, total
from tildeling.audit.announced import announced_posts
from tildeling.audit.case import Case, Heading, Post, TableRow, post_key
from tildeling.audit.words import ALWAYS_NAMED, NOT_NAME, telling_stems
from tildeling.findings import make_finding
from tildeling.letter import Evidence, FinancingLine, Finding
from tildeling.meaning.financing_words import COUNTER, MENTION
from tildeling.text.blocks import Span

# "Departementet flytter 1,4 mill. kroner fra denne posten til kap. 1301, post 21".
_OTHER_SIDE = re.compile(
    r"\b(?:fra|frå|til) (?:denne )?posten\b.*\b(?:fra|frå|til)\s+$", re.IGNORECASE | re.DOTALL
)
_BEYOND = re.compile(r"\bytterl[ie]g", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
# Share of the shorter name's words that the longer must have.
SAME_NAME = 0.75


def table_chapter(case: Case) -> Iterator[Finding]:
    """A post that only the table has, and one of the same number that only the text has."""
    told = _told_posts(case)
    only_table = [post for post in case.rows if post not in told]
    only_text = [post for post in told if post not in case.rows]
    for post in only_table:
        others = [other for other in only_text if other[1] == post[1]]
        sure = [other for other in others if _is_same(case, post, other)]
        # A name alone tells it only where no other could be meant: many posts are "Driftsutgifter".
        named = [other for other in others if _has_same_name(case, post, other)]
        rivals = [row for row in only_table if named and _has_same_name(case, row, named[0])]
        if len(sure) == 1:
            yield _table_finding(case, post, sure[0])
        elif (
            not sure
            and len(others) == len(named) == len(rivals) == 1
            and not _is_granted_apart(case, named[0])
        ):
            yield _table_finding(case, post, named[0])


def _is_granted_apart(case: Case, post: Post) -> bool:
    """Whether the text grants money on a post: that may be another post than the table's.

    What it grants beyond something ("ytterligere") is an addition to a post of the table.
    """
    return any(
        line.kind == "grant" and line.amount and not _BEYOND.search(line.text)
        for line in case.lines.get(post, ())
    )


def _told_posts(case: Case) -> set[Post]:
    """The posts of the budget part's headings and lines."""
    headed = [(h.chapter, h.post) for h in case.headings]
    return {*case.lines, *((c, p) for c, p in headed if c is not None and p is not None)}


def _is_same(case: Case, in_table: Post, in_text: Post) -> bool:
    """Whether two posts are one, but for the chapter: by their amounts, or by where they stand."""
    if _amounts_agree(case, case.rows[in_table], case.lines.get(in_text, [])):
        return True
    headings = [h for h in case.headings if (h.chapter, h.post) == in_text]
    return any(_is_right_above(case, heading, in_table) for heading in headings)


def _has_same_name(case: Case, in_table: Post, in_text: Post) -> bool:
    return in_table[1] == in_text[1] and any(
        same_name(heading.name, row.row.name or "") and not _is_any_posts(row.row.name or "")
        for heading in case.headings
        if (heading.chapter, heading.post) == in_text
        for row in case.rows[in_table]
    )


def _is_any_posts(name: str) -> bool:
    """Whether posts of a number have this name under every chapter: "Driftsutgifter"."""
    return ALWAYS_NAMED.fullmatch(NOT_NAME.sub("", name)) is not None


def _amounts_agree(case: Case, rows: Sequence[TableRow], lines: Sequence[FinancingLine]) -> bool:
    moved = [case.texts.signed(line) for line in lines if line.amount and line.kind in SIGNS]
    for row in rows:
        if moved and row.change and total(moved).agrees(Printed(row.change, row.step)):
            return True
        if row.new and any(
            case.texts.amount(line).agrees(Printed(row.new, row.step))
            for line in lines
            if line.kind in ("total", "grant") and line.amount
        ):
            return True
    return False


def _is_right_above(case: Case, heading: Heading, post: Post) -> bool:
    """Whether a heading stands over a table that has this post alone."""
    return heading.over_table and any(
        len(row.table.rows) == 1 and _follows(row, heading) for row in case.rows[post]
    )


def _follows(row: TableRow, heading: Heading) -> bool:
    """Whether the table is titled by the heading: nothing stands between."""
    return " ".join(heading.name.split()) in " ".join((row.table.title or "").split())


def same_name(heading: str, name: str) -> bool:
    """Whether two names of posts are the same, but for what one of them leaves out.

    >>> same_name("Post 45 Større utstyrsinnkjøp", "Større utstyrsinnkjøp, kan overføres")
    True
    """
    one, other = (set(_WORD.findall(NOT_NAME.sub("", n).casefold())) for n in (heading, name))
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= SAME_NAME * shorter


def _table_finding(case: Case, post: Post, other: Post) -> Finding:
    return make_finding(
        "table_chapter",
        "error",
        post_key(post),
        [*(e for row in case.rows[post] for e in row.row.evidence), *_places(case, other)],
        post=f"{post[1]:02}",
        chapter=post[0],
        other=other[0],
    )


def _places(case: Case, post: Post) -> list[Evidence]:
    """Where the text has a post: headings and lines."""
    headings = [h for h in case.headings if (h.chapter, h.post) == post]
    chapters = [heading.chapter_at for heading in headings if heading.chapter_at]
    return [
        *(e for at in chapters for e in case.evidence(at.start, at.end)),
        *(e for heading in headings for e in case.evidence(heading.start, heading.end)),
        *(e for line in case.lines.get(post, ()) for e in line.evidence),
    ]


def heading_chapter(case: Case) -> Iterator[Finding]:
    """The text under a heading is about the heading's post, or the heading is the wrong one."""
    announced = dict(announced_posts(case))
    headed = {(h.chapter, h.post) for h in case.headings}
    for heading in case.headings:
        if heading.chapter is None or heading.post is None:
            continue
        named = _posts_of_money(case, heading, heading.chapter, heading.post)
        if len(named) != 1 or named & headed:
            continue
        other = next(iter(named))
        is_row = other in case.rows and (heading.chapter, heading.post) not in case.rows
        if other[1] != heading.post or (other in case.rows and not is_row):
            continue
        body = [e for block in heading.body for e in case.evidence(block.start, block.end)]
        yield _heading_finding(
            case,
            heading,
            other,
            [*body, *announced.get(other, ())],
            # Beyond doubt where the list over the letter, or its table, has the text's post too.
            sure=is_row or other in announced,
        )


def _heading_finding(
    case: Case, heading: Heading, other: Post, places: Sequence[Evidence], *, sure: bool
) -> Finding:
    rows = [e for row in case.rows.get(other, ()) for e in row.row.evidence]
    return make_finding(
        "heading_chapter",
        "error" if sure else "warning",
        post_key(other),
        [*case.evidence(heading.start, heading.end), *places, *rows],
        post=f"{other[1]:02}",
        chapter=other[0],
        other=heading.chapter or "",
    )


def _posts_of_money(case: Case, heading: Heading, chapter: int, number: int) -> set[Post]:
    """The posts that money under a heading is of: the heading's own where no other is named."""
    found: set[Post] = set()
    for block in heading.body:
        if not case.reading.money(block):
            continue
        for start, end in case.reading.sentences(block):
            span = Span(block.start + start, block.start + end)
            if not case.reading.money(span):
                continue
            sentence = case.reading.words(span)
            counter = COUNTER.search(sentence)
            own = Span(span.start, span.start + counter.start()) if counter else span
            named = {
                (post.chapter or chapter, post.post)
                for post in case.reading.posts(own)
                if post.post is not None
                and not MENTION.search(sentence[: post.start])
                and not _OTHER_SIDE.search(sentence[: post.start])
            }
            found |= named or {(chapter, number)}
    return found


def list_chapter(case: Case) -> Iterator[Finding]:
    """A post that the list at the letter's top announces has its heading under that chapter."""
    announced = announced_posts(case)
    listed = {post for post, _ in announced}
    if listed <= case.posts:
        return
    # Another rule speaks of text that is about a post of the list, under a heading that is not.
    named = {finding.key for finding in heading_chapter(case)}
    headed = {(h.chapter, h.post) for h in case.headings if h.chapter and h.post is not None}
    for post, places in announced:
        others = [one for one in headed if one[1] == post[1] and one not in listed]
        missing = [one for one in listed - case.posts if one[1] == post[1]]
        if post in case.posts or post_key(post) in named or len(others) != 1 or len(missing) != 1:
            continue
        yield make_finding(
            "list_chapter",
            "error",
            post_key(post),
            [*places, *_places(case, (others[0][0] or 0, others[0][1] or 0))],
            post=f"{post[1]:02}",
            chapter=post[0],
            other=others[0][0] or "",
        )


def assignment_chapter(case: Case) -> Iterator[Finding]:
    """An assignment is paid under the chapter where the budget part has that money."""
    chapters = {chapter for chapter, _ in case.posts}
    for assignment in case.letter.assignments:
        for line in assignment.financing:
            if line.chapter is None or line.post is None:
                continue
            if (line.chapter, line.post) in case.posts:
                continue
            others = [post for post in case.posts if post[1] == line.post]
            same = [post for post in others if _grants_the_same(case, post, line)]
            if line.chapter in chapters:
                # The amount alone may be chance: the same thing must be paid.
                topic = telling_stems(f"{assignment.title or ''} {line.text}")
                same = [post for post in same if _is_about(case, post, topic)]
            if len(same) == 1:
                yield _assignment_finding(case, line, same[0])


def _is_about(case: Case, post: Post, topic: frozenset[str]) -> bool:
    return any(topic & case.texts.stems(line) for line in case.lines.get(post, ()))


def _assignment_finding(case: Case, line: FinancingLine, post: Post) -> Finding:
    rows = [e for row in case.rows.get(post, ()) for e in row.row.evidence]
    return make_finding(
        "assignment_chapter",
        "error",
        post_key((line.chapter or 0, line.post or 0)),
        [*line.evidence, *_places(case, post), *rows],
        post=f"{post[1]:02}",
        chapter=line.chapter or "",
        other=post[0],
    )


def _grants_the_same(case: Case, post: Post, line: FinancingLine) -> bool:
    """Whether a post is given just what the assignment is.

    To the krone, and given, not taken: "2 mill. kroner" is also what 1.5 million cut from another
    chapter's post would be called.
    """
    if not line.amount:
        return False
    given = {row.change for row in case.rows.get(post, ())}
    told = {case.texts.signed(other).kroner for other in case.lines.get(post, ())}
    return line.amount in given | told


def counter_chapter(case: Case) -> Iterator[Finding]:
    """What one post's text moves to another is what that post's own text says, chapter and all."""
    for post, lines in case.lines.items():
        for line in lines:
            if line.counter_chapter is None or line.counter_post is None:
                continue
            counter = (line.counter_chapter, line.counter_post)
            if counter in case.lines:
                continue
            mates = [mate for mate in _other_sides(case, post, line) if mate[0][0] != counter[0]]
            if len(mates) == 1:
                mate, other_line = mates[0]
                yield make_finding(
                    "counter_chapter",
                    "error",
                    post_key(counter),
                    [*line.evidence, *other_line.evidence],
                    post=f"{counter[1]:02}",
                    chapter=counter[0],
                    other=mate[0],
                )


def _other_sides(case: Case, post: Post, line: FinancingLine) -> list[tuple[Post, FinancingLine]]:
    """Lines that answer a move: the same amount the other way, with this post as their counter."""
    return [
        (mate, answer)
        for mate, answers in case.lines.items()
        for answer in answers
        if mate[1] == line.counter_post
        and (answer.counter_chapter, answer.counter_post) == post
        and answer.amount == line.amount
        and answer.kind != line.kind
    ]
