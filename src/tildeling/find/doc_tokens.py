"""Tokens of a spaCy document split where something found ends within them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy
from spacy.tokens import Doc, SpanGroup

# What a tokenizer or a trained component may have said of tokens; heads go with DEP.
_SAID = ("NORM", "TAG", "POS", "MORPH", "LEMMA", "DEP", "SENT_START")
_ENTITIES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")


def split_tokens(doc: Doc, places: Iterable[int]) -> Doc:
    """The document, with the tokens split that have a place, counted in characters, within them.

    It is another document then, with all that the one had: what is said of a token holds for its
    first part. spaCy's `retokenize` would look the whole document over for every split, and leaves
    the spans counted in tokens as they were.
    """
    tokens = list(doc)
    starts = numpy.array([token.idx for token in tokens], dtype="int64")
    cuts: dict[int, set[int]] = {}
    for place in places:
        at = int(numpy.searchsorted(starts, place, side="right")) - 1
        if at >= 0 and 0 < place - tokens[at].idx < len(tokens[at]):
            cuts.setdefault(at, set()).add(place - tokens[at].idx)
    if not cuts:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    origins: list[int] = []
    for at, token in enumerate(tokens):
        ends = sorted(cuts.get(at, ()))
        words += [token.text[a:b] for a, b in pairwise([0, *ends, len(token)])]
        spaces += [*[False] * len(ends), bool(token.whitespace_)]
        origins += [at] * (len(ends) + 1)
    split = Doc(doc.vocab, words=words, spaces=spaces, user_data=doc.user_data)
    _copy_said(doc, split, numpy.array(origins))
    _copy_rest(doc, split)
    if doc.tensor.size:
        split.tensor = doc.tensor[origins]
    return split


def _copy_said(doc: Doc, split: Doc, origins: Any) -> None:
    """Gives the parts of tokens what was said of the tokens."""
    said: list[int | str] = [name for name in _SAID if doc.has_annotation(name)]
    if "DEP" in said:
        said.append("HEAD")
        said.remove("SENT_START")  # the heads say it
    said += _ENTITIES if doc.has_annotation("ENT_IOB") else ()
    if not said:
        return
    is_later = numpy.append(False, origins[1:] == origins[:-1])
    table: Any = doc.to_array(said).reshape(len(doc), -1)[origins]
    add = doc.vocab.strings.add
    stops = numpy.array([token.text == "." for token in split])
    of_later: dict[str, Any] = {
        "NORM": [token.lex.norm for token in split],
        "LEMMA": [token.orth for token in split],
        "POS": numpy.where(stops, add("PUNCT"), add("X")),
        "DEP": numpy.where(stops, add("punct"), add("dep")),
        "SENT_START": numpy.uint64(2**64 - 1),
        "TAG": 0,
        "MORPH": 0,
    }
    for column, name in enumerate(said):
        if name == "HEAD":
            firsts = numpy.flatnonzero(~is_later)
            heads = (table[:, column].astype("int64") + origins).astype("int64")
            places = numpy.arange(len(split))
            new = numpy.where(is_later, firsts[origins], firsts[heads]) - places
            table[:, column] = new.astype("uint64")
        elif name == "ENT_IOB":
            begins = is_later & (table[:, column] == 3)
            table[begins, column] = 1
        elif isinstance(name, str) and name in of_later:
            values = numpy.broadcast_to(numpy.asarray(of_later[name], dtype="uint64"), len(split))
            table[is_later, column] = values[is_later]
    split.from_array(said, table)


def _copy_rest(doc: Doc, split: Doc) -> None:
    """Gives the new document what belongs to the whole one, and its groups of spans."""
    split.cats = doc.cats
    split.has_unknown_spaces = doc.has_unknown_spaces
    split._context = doc._context
    split.user_hooks = doc.user_hooks
    split.user_token_hooks = doc.user_token_hooks
    split.user_span_hooks = doc.user_span_hooks
    for name, group in doc.spans.items():
        spans: Any = [
            split.char_span(s.start_char, s.end_char, s.label, s.kb_id, span_id=s.id) for s in group
        ]
        split.spans[name] = SpanGroup(split, name=name, attrs=group.attrs, spans=spans)
