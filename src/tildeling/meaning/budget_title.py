"""The title of a budget table: its caption, the sentence that introduces it, or its heading."""

from __future__ import annotations

from tildeling.meaning.reading import Reading
from tildeling.scope.around import Around, is_only_unit
from tildeling.scope.headings import looks_like_heading
from tildeling.scope.words import CAPTION_NUMBER


def table_title(reading: Reading, around: Around) -> str | None:
    """A caption that is no heading, else the sentence that leads in, else the nearest heading."""
    captions = [c for c in around.captions if not is_only_unit(around.words(c))]
    for caption in captions:
        if CAPTION_NUMBER.match(around.words(caption)):
            return around.words(caption)
    plain = [c for c in captions if not looks_like_heading(reading.laid, c)]
    if plain and around.place.heading is not plain[0]:
        return around.words(plain[0])
    if around.leads_in:
        return around.lead_sentence
    # A post's heading is over the lines about it, and no title of the table after them.
    of_posts = {place.heading for place in around.place.outward() if place.kind == "post"}
    headings = [h for h in (*captions, *around.headings()) if h not in of_posts]
    return around.words(headings[0]).rstrip(": ") if headings else None
