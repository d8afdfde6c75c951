"""Keywords (stikkord) in the name of a post: "kan overføres", "kan nyttes under post 70"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tildeling.any_case import small_letters
from tildeling.find.posts import BudgetPost, find_posts
from tildeling.letter import Authorisation, AuthorisationKind, BudgetRow, Evidence
from tildeling.steering.authorisation_words import (
    BETWEEN_POSTS,
    KEYWORD,
    KEYWORD_SIGNS,
    KEYWORDS,
    NUMBERS_UNDER,
    TO_OTHERS,
)
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Paragraph, Span

# Chapter and post.
Place = tuple[int | None, int | None]


class _Said(NamedTuple):
    """A keyword: where it stands among the words looked at, and the posts that it names."""

    kind: AuthorisationKind
    start: int
    end: int
    under: tuple[tuple[Place, int], ...]


class _Line(NamedTuple):
    """One authorisation of a keyword, and where its words end."""

    kind: AuthorisationKind
    place: Place
    counter: Place
    end: int


class Keywords:
    """All keywords of a letter."""

    def __init__(self, body: LetterBody) -> None:
        self.body = body
        self.reading = body.reading

    def found(self) -> Iterator[Authorisation]:
        """Those of budget rows, then those of paragraphs."""
        signed = self.body.with_signs(KEYWORD_SIGNS)
        if not signed:
            return
        for table in self.body.letter.budget_tables:
            for row in table.rows:
                yield from self._of_row(row)
        for at in signed:
            block = self.body.blocks[at]
            if isinstance(block, Paragraph):
                for start, end in self.reading.sentences(block):
                    yield from self._of_sentence(Span(block.start + start, block.start + end))

    def _of_row(self, row: BudgetRow) -> Iterator[Authorisation]:
        """Those in a post's name; in another cell of its row where the name has none."""
        if row.post is None:
            return
        place = (row.chapter, row.post)
        for words in (row.name or "", *(each.text for each in row.evidence)):
            small = small_letters(words)
            if not KEYWORD.search(small):
                continue
            for said in _said(small, find_posts(words)):
                for line in _lines(said, place):
                    text = words[said.start : line.end]
                    yield self._line(line, text, self._in_row(row, text))
            return

    def _in_row(self, row: BudgetRow, words: str) -> tuple[Evidence, ...]:
        """Where words of a row stand; the row, where another column's words part them."""
        printed = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        for extent in (each._extent for each in row.evidence):
            found = printed.search(self.reading.text, extent.start, extent.end)
            if found is not None:
                return self.reading.evidence(*found.span())
        return row.evidence

    def _of_sentence(self, span: Span) -> Iterator[Authorisation]:
        small, posts = self.reading.small(span), self.reading.posts(span)
        first = KEYWORD.search(small)
        for said in _said(small, posts):
            assert first is not None
            if said.kind == "transferable" and TO_OTHERS.match(small, said.end):
                continue
            for place in self._places(span, posts, said, first.start()):
                for line in _lines(said, place):
                    words = Span(span.start + said.start, span.start + line.end)
                    evidence = self.reading.evidence(words.start, words.end)
                    yield self._line(line, self.reading.line(words), evidence)

    def _places(
        self, span: Span, posts: Sequence[BudgetPost], said: _Said, first: int
    ) -> list[Place]:
        """The posts that a sentence or heading gives a keyword: before it, else after it, else
        the one in force.
        """
        before = [post for post in posts if post.start < first and post.post is not None]
        after = [post for post in posts if post.start > said.end and post.post is not None]
        named = before or (after if said.kind != "use_under" else [])
        if named:
            return [(self.body.chapter(post, span), post.post) for post in named]
        chapter, post = self.reading.post_in_force(span.start)
        return [(chapter, post)] if post is not None else []

    def _line(self, line: _Line, words: str, evidence: tuple[Evidence, ...]) -> Authorisation:
        return Authorisation(
            kind=line.kind,
            chapter=line.place[0],
            post=line.place[1],
            counter_chapter=line.counter[0],
            counter_post=line.counter[1],
            text=words,
            evidence=evidence,
        )


def _said(small: str, posts: Sequence[BudgetPost]) -> Iterator[_Said]:
    """The keywords of words in small letters, each with the posts it names."""
    matches = list(KEYWORD.finditer(small))
    for at, match in enumerate(matches):
        stop = matches[at + 1].start() if at + 1 < len(matches) else len(small)
        under = tuple(_under(small, posts, match.end(), stop))
        kind = next(kind for kind in KEYWORDS if match[kind])
        yield _Said(kind, match.start(), match.end(), under)


def _under(
    small: str, posts: Sequence[BudgetPost], start: int, stop: int
) -> Iterator[tuple[Place, int]]:
    """The posts under which money may be used, each with where its words end."""
    at = start
    for post in posts:
        if start <= post.start < stop and post.post is not None:
            if not BETWEEN_POSTS.fullmatch(small, at, post.start):
                break
            yield (post.chapter, post.post), post.end
            at = post.end
    bare = NUMBERS_UNDER.match(small, start) if at == start else None
    if bare is not None:
        for number in re.findall(r"\d+", bare["list"]):
            yield (None, int(number)), bare.end()


def _lines(said: _Said, place: Place) -> Iterator[_Line]:
    """One for a keyword; of "kan nyttes under" one for each post that it names."""
    if said.kind != "use_under":
        yield _Line(said.kind, place, (None, None), said.end)
    for (chapter, post), end in said.under if said.kind == "use_under" else ():
        counter = (chapter or place[0], post)
        if counter != place:
            yield _Line(said.kind, place, counter, end)
