"""Items whose words hold a text."""

from __future__ import annotations

import re
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tildeling.archive.store import Store, Where

# The tables that are looked through, and the columns of each that hold the letter's words.
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

# A text that names a post: "291/60", "kap. 291, post 60".
POST = re.compile(r"\s*(?:kap\.?\s*)?(\d{1,4})\s*(?:/|,?\s*post\s*)\s*(\d{1,2})\s*", re.IGNORECASE)


def matching(store: Store, table: str, letters: Where, text: str) -> pa.Table:
    """The rows of a table, of some letters, that hold the text in any case."""
    rows = store.table(table, letters)
    post = POST.fullmatch(text)
    if post is not None and "post" in rows.column_names:
        named = pc.and_(
            pc.equal(rows["chapter"], int(post[1])), pc.equal(rows["post"], int(post[2]))
        )
        return rows.filter(pc.fill_null(named, False))
    wanted = " ".join(text.split())
    holds = pa.array([False] * len(rows), pa.bool_())
    for column in SEARCHED[table]:
        holds = pc.or_(holds, _holding(rows[column], wanted))
    if "tasks" in rows.column_names:
        holds = pc.or_(holds, _in_lists(rows["tasks"], wanted))
    return rows.filter(holds)


def _holding(texts: Any, wanted: str) -> Any:
    return pc.fill_null(pc.match_substring(texts, wanted, ignore_case=True), False)


def _in_lists(lists: Any, wanted: str) -> Any:
    """True for each list with a text that holds the one wanted."""
    owners = pc.list_parent_indices(lists).filter(_holding(pc.list_flatten(lists), wanted))
    return pc.is_in(pa.array(range(len(lists)), pa.int64()), value_set=pc.unique(owners))
