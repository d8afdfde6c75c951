"""The chapter and post in force for a table, by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.find.posts import BudgetPost
from tildeling.scope.around import Around
from tildeling.text.blocks import Paragraph


def chapter_around(around: Around) -> int | None:
    """The one chapter that what stands nearest over a table names.

    Where the nearest words name several, none of them is in force.
    """
    for posts in _named(around):
        chapters = {post.chapter for post in posts if post.chapter is not None}
        if chapters:
            return chapters.pop() if len(chapters) == 1 else None
    return next((p.chapter for p in around.place.outward() if p.chapter is not None), None)


def post_around(around: Around) -> tuple[int, int] | None:
    """The one post, with its chapter, that the words right over a table name."""
    for posts in _named(around):
        if not any(post.post is not None for post in posts):
            continue
        named = {(post.chapter, post.post) for post in posts if post.post is not None}
        if len(named) > 1:
            return None
        chapter, post = named.pop()
        chapter = chapter or next((p.chapter for p in around.place.outward() if p.chapter), None)
        return (chapter, post) if chapter is not None and post is not None else None
    place = around.place
    is_right_over = place.heading is not None and place.heading in around.captions
    if place.post is None or not (is_right_over or around.lead_sentence.endswith(":")):
        return None
    chapter = next((p.chapter for p in place.outward() if p.chapter is not None), None)
    return (chapter, place.post) if chapter is not None else None


def _named(around: Around) -> Iterator[tuple[BudgetPost, ...]]:
    """The posts that the captions and the sentence over a table name, from the nearest."""
    found = around.tree.laid.text.found
    for caption in around.captions:
        yield found.posts(caption.start, caption.end)
    if around.lead is not None and around.leads_in:
        yield found.posts(*_last_sentence(around, around.lead))


def _last_sentence(around: Around, lead: Paragraph) -> tuple[int, int]:
    start, end = around.tree.laid.text.found.sentences(lead.start, lead.end)[-1]
    return lead.start + start, lead.start + end
