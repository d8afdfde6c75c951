"""The grammar as spaCy components, each usable alone in anyone's pipeline.

>>> import spacy
>>> nlp = spacy.blank("nb")
>>> component = nlp.add_pipe("tildeling_money")
>>> doc = nlp("Det stilles 1 mill. kroner til disposisjon.")
>>> [(span.text, span._.tildeling.kroner) for span in doc.spans["money"]]
[('1 mill. kroner', 1000000)]

What is found is stored as spaCy stores: documents can be written (`to_bytes`, `to_json`, `DocBin`
with `store_user_data=True`), read again, and come from several processes (`nlp.pipe(...,
n_process=2)`). Import this module before reading them, so that spaCy knows `span._.tildeling`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_prefix_regex

from tildeling.find.bodies import find_bodies
from tildeling.find.cues import are_due
from tildeling.find.dates import find_dates
from tildeling.find.doc_spans import Found, set_spans
from tildeling.find.money import find_money
from tildeling.find.numbers import find_assignment_numbers
from tildeling.find.posts import find_posts
from tildeling.find.references import find_references
from tildeling.find.sentences import sentences as sentence_spans

Component = Callable[[Doc], Doc]
# Bullets that text from a PDF glues to the word after them.
BULLETS = ("•", "●", "▪", "■", "◦", "\uf0b7", "\uf0a7", "–", "—")
# Tokens that spaCy's Norwegian splits before their full stop.
WHOLE_TOKENS = (
    "Kap.",
    "kap.",
    "Prop.",
    "prop.",
    "Meld.",
    "Innst.",
    "Jf.",
    "Kl.",
    "Nr.",
    "Pkt.",
    "Mill.",
    "Mrd.",
    "ift.",
    "ifm.",
    "iht.",
    "hhv.",
    "jan.",
    "feb.",
    "febr.",
    "apr.",
    "aug.",
    "sep.",
    "sept.",
    "okt.",
    "nov.",
    "des.",
    "Innst.S.",
    "St.prp.",
    "St.meld.",
    "Ot.prp.",
    "Org.nr.",
)


@dataclass(frozen=True, slots=True)
class SpanFinder:
    """A component that writes what a finder finds to `doc.spans[key]`."""

    key: str
    label: str
    find: Callable[[str], Sequence[Found]]

    def __call__(self, doc: Doc) -> Doc:
        """The document with its spans."""
        return set_spans(doc, self.key, [(value, self.label) for value in self.find(doc.text)])


def set_dates(doc: Doc) -> Doc:
    """The document with its dates; those that the words around make deadlines are labelled so."""
    dates = find_dates(doc.text)
    labels = ("DEADLINE" if is_due else "DATE" for is_due in are_due(doc.text, dates))
    return set_spans(doc, "dates", list(zip(dates, labels, strict=True)))


def create_pipeline(language: str = "nb") -> Language:
    """A pipeline with all the components, for bokmål ("nb") and nynorsk ("nn") alike.

    spaCy's Norwegian tokenizer serves both; the words of both stand in every table. No model is
    needed. Raises ValueError for another language.
    """
    if language not in ("nb", "nn"):
        raise ValueError(f"a letter is written in 'nb' or 'nn', not {language!r}")
    nlp = spacy.blank("nb")
    # spaCy types this as any callable; a blank pipeline always has a real tokenizer.
    tokenizer: Any = nlp.tokenizer
    for token in WHOLE_TOKENS:
        tokenizer.add_special_case(token, [{"ORTH": token}])
    prefixes = [*(nlp.Defaults.prefixes or ()), *BULLETS]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@Language.factory("tildeling_sentences", assigns=["token.is_sent_start"])
def sentences(nlp: Language, name: str) -> Component:
    """Sentence starts by the rule of `tildeling.find.sentences`."""
    return set_sentence_starts


def set_sentence_starts(doc: Doc) -> Doc:
    """Marks the token that each sentence starts with as its start, and every other as none.

    All at once: spaCy looks the whole document over whenever one token's mark is set.
    """
    is_start: Any = numpy.full(len(doc), -1, dtype="int64")
    offsets = numpy.array([token.idx for token in doc], dtype="int64")
    starts = [start for start, _ in sentence_spans(doc.text)]
    is_start[numpy.searchsorted(offsets, starts, side="right") - 1] = 1
    is_start[:1] = 1
    doc.from_array(["SENT_START"], is_start.astype("uint64").reshape(-1, 1))
    return doc


@Language.factory("tildeling_money", assigns=["doc.spans"])
def money(nlp: Language, name: str) -> Component:
    """Sums of money in `doc.spans["money"]`."""
    return SpanFinder("money", "MONEY", find_money)


@Language.factory("tildeling_dates", assigns=["doc.spans"])
def dates(nlp: Language, name: str) -> Component:
    """Date expressions in `doc.spans["dates"]`: "DEADLINE" where words make them one, or "DATE"."""
    return set_dates


@Language.factory("tildeling_posts", assigns=["doc.spans"])
def posts(nlp: Language, name: str) -> Component:
    """Budget chapters and posts in `doc.spans["posts"]`."""
    return SpanFinder("posts", "POST", find_posts)


@Language.factory("tildeling_references", assigns=["doc.spans"])
def references(nlp: Language, name: str) -> Component:
    """Documents and sections pointed to in `doc.spans["references"]`."""
    return SpanFinder("references", "REFERENCE", find_references)


@Language.factory("tildeling_numbers", assigns=["doc.spans"])
def numbers(nlp: Language, name: str) -> Component:
    """Numbers of assignments in `doc.spans["numbers"]`."""
    return SpanFinder("numbers", "NUMBER", find_assignment_numbers)


@Language.factory("tildeling_bodies", assigns=["doc.spans"])
def bodies(nlp: Language, name: str) -> Component:
    """Public bodies in `doc.spans["bodies"]`."""
    return SpanFinder("bodies", "BODY", find_bodies)


COMPONENTS = (
    "tildeling_sentences",
    "tildeling_money",
    "tildeling_dates",
    "tildeling_posts",
    "tildeling_references",
    "tildeling_numbers",
    "tildeling_bodies",
)
