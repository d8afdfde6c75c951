"""The grammar as spaCy components, each usable alone in anyone's pipeline.

>>> import spacy
>>> nlp = spacy.blank("nb")
>>> component = nlp.add_pipe("tildeling_money")
>>> doc = nlp("Det stilles 1 mill. kroner til disposisjon.")
>>> [(span.text, span._.tildeling.kroner) for span in doc.spans["money"]]
[('1 mill. kroner', 1000000)]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import compile_prefix_regex

from tildeling.find.bodies import find_bodies
from tildeling.find.dates import find_dates
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


class Found(Protocol):
    """What every finder's values have."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """The character after the last."""


@dataclass(frozen=True, slots=True)
class SpanFinder:
    """A component that writes what a finder finds to `doc.spans[key]`.

    A span takes in whole tokens; the typed value at `span._.tildeling` has the exact offsets.
    """

    key: str
    label: str
    find: Callable[[str], Sequence[Found]]

    def __call__(self, doc: Doc) -> Doc:
        """The document with its spans."""
        spans: list[Span] = []
        for value in self.find(doc.text):
            span = doc.char_span(value.start, value.end, label=self.label, alignment_mode="expand")
            if span is not None:
                span._.tildeling = value
                spans.append(span)
        doc.spans[self.key] = spans
        return doc


def _register_extension() -> None:
    """Gives spans the attribute that holds the typed value, once in a process."""
    if not Span.has_extension("tildeling"):
        Span.set_extension("tildeling", default=None)


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
    _register_extension()
    return SpanFinder("money", "MONEY", find_money)


@Language.factory("tildeling_dates", assigns=["doc.spans"])
def dates(nlp: Language, name: str) -> Component:
    """Date expressions in `doc.spans["dates"]`."""
    _register_extension()
    return SpanFinder("dates", "DEADLINE_DATE", find_dates)


@Language.factory("tildeling_posts", assigns=["doc.spans"])
def posts(nlp: Language, name: str) -> Component:
    """Budget chapters and posts in `doc.spans["posts"]`."""
    _register_extension()
    return SpanFinder("posts", "POST", find_posts)


@Language.factory("tildeling_references", assigns=["doc.spans"])
def references(nlp: Language, name: str) -> Component:
    """Documents and sections pointed to in `doc.spans["references"]`."""
    _register_extension()
    return SpanFinder("references", "REFERENCE", find_references)


@Language.factory("tildeling_numbers", assigns=["doc.spans"])
def numbers(nlp: Language, name: str) -> Component:
    """Numbers of assignments in `doc.spans["numbers"]`."""
    _register_extension()
    return SpanFinder("numbers", "NUMBER", find_assignment_numbers)


@Language.factory("tildeling_bodies", assigns=["doc.spans"])
def bodies(nlp: Language, name: str) -> Component:
    """Public bodies in `doc.spans["bodies"]`."""
    _register_extension()
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
