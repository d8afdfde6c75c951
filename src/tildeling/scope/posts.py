"""The chapter and post in force for a table, by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from tildeling.find.posts import BudgetPost
from tildeling.scope.around import Around
from tildeling.scope.words import MONEY_AGAIN

# A chapter and a post in it.
Post = tuple[int, int]


def chapter_around(around: Around) -> int | None:
    """The one chapter that what stands nearest over a table names.

    Where the nearest words name several, none of them is in force.
    """
    for posts in _named(around):
        chapters = {post.chapter for post in posts if post.chapter is not None}
        if chapters:
            return chapters.pop() if len(chapters) == 1 else None
    return next((p.chapter for p in around.place.outward() if p.chapter is not None), None)


def post_around(around: Around, granted: Set[Post] = frozenset()) -> Post | None:
    """The one post, with its chapter, that the words right over a table name.

    They are its captions, the sentences of the paragraph that introduces it, from the last, and the
    heading of its section. `granted` are the posts of the tables before it: a post printed without
    a chapter is of the only one that has it there.
    """
    for posts in _named(around):
        if not any(post.post is not None for post in posts):
            continue
        named = {(post.chapter, post.post) for post in posts if post.post is not None}
        if len(named) > 1:
            return None
        chapter, number = named.pop()
        return _with_chapter(around, chapter, number, granted)
    place = around.place
    is_right_over = place.heading is not None and place.heading in around.captions
    is_over = is_right_over or around.introduces or around.divides or _is_named_again(around)
    if place.post is None or not is_over:
        return None
    return _with_chapter(around, None, place.post, granted)


def _is_named_again(around: Around) -> bool:
    """Whether the paragraph over a table names the post of its place, and no other."""
    if around.lead is None:
        return False
    found = around.tree.laid.text.found.posts(around.lead.start, around.lead.end)
    return {post.post for post in found if post.post is not None} == {around.place.post}


def _with_chapter(
    around: Around, chapter: int | None, post: int, granted: Set[Post]
) -> Post | None:
    """A post with its chapter: the printed one, that of its place, or the only one it has above."""
    chapter = chapter or next((p.chapter for p in around.place.outward() if p.chapter), None)
    if chapter is None:
        found = around.tree.laid.text.found
        over = [around.lead] if around.lead is not None else []
        chapters = {
            named.chapter
            for block in (*over, *around.text_above())
            for named in found.posts(block.start, block.end)
            if named.post == post and named.chapter is not None
        }
        chapters = chapters or {chapter for chapter, number in granted if number == post}
        chapter = chapters.pop() if len(chapters) == 1 else None
    return None if chapter is None else (chapter, post)


def _named(around: Around) -> Iterator[tuple[BudgetPost, ...]]:
    """The posts that the captions and sentences over a table name, from the nearest."""
    found = around.tree.laid.text.found
    for caption in around.captions:
        yield found.posts(caption.start, caption.end)
    lead = around.lead
    if lead is not None and around.introduces:
        for start, end in reversed(found.sentences(lead.start, lead.end)):
            yield found.posts(lead.start + start, lead.start + end)
        before = around.before_lead
        if before is not None and MONEY_AGAIN.match(around.words(lead)):
            # "... over kap. 714, post 21." and, on a line of its own, "Beløpet er fordelt slik:"
            yield found.posts(before.start, before.end)
