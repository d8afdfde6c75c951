"""The title of a table: its caption, the sentence that introduces it, or its heading."""

from __future__ import annotations

from tildeling.forms import is_label
from tildeling.scope.around import Around, is_only_unit
from tildeling.scope.headings import looks_like_heading
from tildeling.scope.words import CAPTION_NUMBER


def table_title(around: Around) -> str | None:
    """A caption that is no heading, else the sentence that leads in, else the nearest heading."""
    captions = [c for c in around.captions if not _is_other(around.words(c))]
    for caption in captions:
        if CAPTION_NUMBER.match(around.words(caption)):
            return around.words(caption)
    plain = [c for c in captions if not looks_like_heading(around.tree.laid, c)]
    if plain and around.place.heading is not plain[0]:
        return around.words(plain[0])
    if around.leads_in:
        return around.lead_sentence
    # A post's heading is over the lines about it, and no title of the table after them.
    of_posts = {place.heading for place in around.place.outward() if place.kind == "post"}
    outer = [h for h in around.headings() if not _is_other(around.words(h))]
    headings = [h for h in (*captions, *outer) if h not in of_posts]
    return around.words(headings[0]).rstrip(": ") if headings else None


def _is_other(words: str) -> bool:
    """Whether a line says the unit alone, or is a field of what stands above: "Frist: 1. juni"."""
    return is_only_unit(words) or is_label(words.partition(":")[0])
