"""Items whose words hold a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from tildeling.archive.store import Row, Store

SEARCHED: dict[str, tuple[str, ...]] = {
    "assignments": ("number", "title", "background", "description", "words"),
    "deadlines": ("label", "sentence", "words"),
    "financing": ("text",),
    "budget_rows": ("name", "comment", "words"),
    "goals": ("title", "words"),
    "indicators": ("text", "words"),
    "reporting": ("text",),
    "authorisations": ("text",),
    "payments": ("text",),
    "common_requirements": ("title", "text"),
    "attachments": ("title", "words"),
}
"""The tables that are looked through, and the columns of each that hold the letter's words."""

POST = re.compile(r"\s*(?:kap\.?\s*)?(\d{1,4})\s*(?:/|,?\s*post\s*)\s*(\d{1,2})\s*", re.IGNORECASE)
"""A text that names a post: "291/60", "kap. 291, post 60"."""


def matching(store: Store, table: str, hashes: Sequence[str], text: str) -> Iterator[Row]:
    """The rows of a table, of some letters, that hold the text in any case."""
    rows = store.table(table, {"sha256": hashes})
    post = POST.fullmatch(text)
    if post is not None and "post" in rows.column_names:
        named = pc.and_(
            pc.equal(rows["chapter"], int(post[1])), pc.equal(rows["post"], int(post[2]))
        )
        yield from rows.filter(pc.fill_null(named, False)).to_pylist()
        return
    holds = pa.array([False] * len(rows), pa.bool_())
    for column in SEARCHED[table]:
        found = pc.match_substring(rows[column], " ".join(text.split()), ignore_case=True)
        holds = pc.or_(holds, pc.fill_null(found, False))
    if "tasks" in rows.column_names:
        holds = pc.or_(holds, pa.array(_in_lists(rows["tasks"].to_pylist(), text)))
    yield from rows.filter(holds).to_pylist()


def _in_lists(lists: Sequence[Sequence[str] | None], text: str) -> list[bool]:
    wanted = " ".join(text.split()).casefold()
    return [any(wanted in one.casefold() for one in items or ()) for items in lists]
