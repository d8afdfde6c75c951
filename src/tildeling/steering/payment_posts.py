"""Which chapter and post a payment is of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tildeling.find.posts import BudgetPost, is_revenue
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, Span

Post = tuple[int | None, int | None]
NONE: Post = (None, None)


class PaymentPosts:
    """The posts that a letter grants, and the one that words are about."""

    def __init__(self, body: LetterBody) -> None:
        self._body = body

    def of(self, span: Span, block: Block) -> Post:
        """The post of a sentence or row: its own, named before it, in force, or the only one."""
        reading = self._body.reading
        named = reading.posts(span)
        if not named and isinstance(block, Paragraph) and span.start > block.start:
            before = reading.posts(Span(block.start, span.start))
            named = before[-1:]
        post = self.named(list(named), span.start)
        if post == NONE:
            post = reading.post_in_force(span.start)
        if post[1] is None:
            return self.only(post[0]) or post
        return self.with_chapter(post, span.start)

    def named(self, posts: list[BudgetPost], at: int) -> Post:
        """The one post that words name; of several none, but the chapter they share."""
        in_force = self._body.reading.post_in_force(at)[0]
        found = {(post.chapter or in_force, post.post) for post in posts}
        if any(post for _, post in found):
            found = {(chapter, post) for chapter, post in found if post}
        if len(found) == 1:
            return found.pop()
        chapters = {chapter for chapter, _ in found}
        return (chapters.pop() if len(chapters) == 1 else None), None

    def with_chapter(self, post: Post, at: int) -> Post:
        """A post with the chapter of expenses that has it among what the letter grants.

        Of several it is the one that was named last under the same heading.
        """
        if post[0] is not None:
            return post
        chapters = {chapter for chapter, other in self._granted if other == post[1]}
        if len(chapters) > 1:
            heading = self._body.reading.place(at).heading
            start = heading.start if heading is not None else at
            named = self._body.reading.posts(Span(start, max(start, at)))
            chapters = {each.chapter for each in named if each.chapter in chapters}
        return (chapters.pop() if len(chapters) == 1 else None), post[1]

    def only(self, chapter: int | None) -> Post | None:
        """The one post that the letter grants, of a chapter or at all."""
        posts = {post for post in self._granted if chapter in (None, post[0])}
        return posts.pop() if len(posts) == 1 else None

    def with_sum(self, total: int) -> Post | None:
        """The one post that a sum is granted on."""
        posts = {post for post, amount in self._sums if amount == total and post[1] is not None}
        return posts.pop() if len(posts) == 1 else None

    def sum_of(self, post: Post) -> int | None:
        """What the letter grants on a post, where it says one sum and nothing of its parts."""
        sums = {amount for other, amount in self._sums if other == post}
        return sums.pop() if len(sums) == 1 else None

    @cached_property
    def _granted(self) -> frozenset[tuple[int, int]]:
        return frozenset(
            (post[0], post[1])
            for post, _ in self._sums
            if post[0] is not None and post[1] is not None and not is_revenue(post[0])
        )

    @cached_property
    def _sums(self) -> tuple[tuple[Post, int | None], ...]:
        return tuple(self._granted_sums())

    def _granted_sums(self) -> Iterator[tuple[Post, int | None]]:
        letter = self._body.letter
        for line in letter.financing:
            if line.kind == "grant":
                amount = line.amount if line.part_of is None else None
                yield (line.chapter, line.post), amount
        for table in letter.budget_tables:
            at = table.column_roles.index("new") if "new" in table.column_roles else -1
            for row in table.rows:
                if row.kind == "post":
                    is_sure = table.unit_basis != "assumed" and row.amounts
                    yield (row.chapter, row.post), row.amounts[at] if is_sure else None
