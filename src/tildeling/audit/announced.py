"""Posts that a list at the letter's top announces: "Nye tildelinger: • Kap. 701, post 21"."""

from __future__ import annotations

from collections.abc import Iterator

from tildeling.audit.case import Case, Post, post_key
from tildeling.findings import make_finding
from tildeling.letter import Evidence, Finding
from tildeling.scope.headings import BudgetHeading
from tildeling.text.blocks import Paragraph

# Characters of a list item that names a post and says nothing of it.
LONGEST = 60


def announced_posts(case: Case) -> list[tuple[Post, tuple[Evidence, ...]]]:
    """The posts named alone in list items before the first heading of the budget part."""
    found: list[tuple[Post, tuple[Evidence, ...]]] = []
    for item in case.built.outline.outside:
        if isinstance(item, BudgetHeading):
            break
        if (
            not isinstance(item, Paragraph)
            or item.marker is None
            or item.end - item.start > LONGEST
        ):
            continue
        words = case.reading.words(item)
        posts = case.reading.posts(item)
        if len(posts) != 1 or posts[0].start > 0 or words[posts[0].end :].strip(" .,;"):
            continue
        if posts[0].chapter is not None and posts[0].post is not None:
            post = (posts[0].chapter, posts[0].post)
            found.append((post, case.evidence(item.start, item.end)))
    return found


def announced_post(case: Case) -> Iterator[Finding]:
    """A post that the list announces has a heading, an amount or a row in the letter."""
    announced = announced_posts(case)
    if not any(post in case.posts for post, _ in announced):
        return
    named = set(_named_under_headings(case))
    numbers = [h.post for h in case.headings if (h.chapter, h.post) not in dict(announced)]
    for post, places in announced:
        # With a heading of that number that no list announces, the chapter may be the wrong one.
        if post not in case.posts and post not in named and post[1] not in numbers:
            yield make_finding(
                "announced_post",
                "warning",
                post_key(post),
                places,
                chapter=post[0],
                post=f"{post[1]:02}",
            )


def _named_under_headings(case: Case) -> Iterator[Post]:
    for heading in case.headings:
        for block in heading.body:
            for post in case.reading.posts(block):
                if post.chapter is not None and post.post is not None:
                    yield (post.chapter, post.post)
