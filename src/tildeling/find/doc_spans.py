"""What is found, as spans of a spaCy document that can be stored and read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Protocol

from spacy.tokens import Doc, Span

from tildeling.find.bodies import BodySpan
from tildeling.find.dates import DateExpression
from tildeling.find.doc_tokens import split_tokens
from tildeling.find.money import Money
from tildeling.find.numbers import AssignmentNumber
from tildeling.find.posts import BudgetPost
from tildeling.find.references import ReferenceSpan


class Found(Protocol):
    """What every finder's values have."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """The character after the last."""


# What the spans of each label are, as Python objects.
TYPES: dict[str, type[Any]] = {
    "MONEY": Money,
    "DATE": DateExpression,
    "DEADLINE": DateExpression,
    "POST": BudgetPost,
    "REFERENCE": ReferenceSpan,
    "NUMBER": AssignmentNumber,
    "BODY": BodySpan,
}


def set_spans(doc: Doc, key: str, found: Sequence[tuple[Found, str]]) -> Doc:
    """The document with values, each with its label, as spans in `doc.spans[key]`.

    A span is exactly what was found. Where that ends inside a token ("2026." at the end of a
    sentence is one), the token is split, and the document another one.
    """
    doc = split_tokens(doc, (at for value, _ in found for at in (value.start, value.end)))
    spans: list[Span] = []
    for value, label in found:
        span = doc.char_span(value.start, value.end, label=label, alignment_mode="expand")
        if span is not None:
            stored: Any = span.doc.user_data.setdefault(_key(span), {})
            stored[label] = _as_fields(value)
            spans.append(span)
    doc.spans[key] = spans
    return doc


def _key(span: Span) -> Any:
    """Where spaCy keeps what a span has under `_.tildeling`."""
    return ("._.", "tildeling", span.start_char, span.end_char)


def _as_fields(value: Any) -> dict[str, Any]:
    """A value as what JSON and msgpack can hold."""
    fields: dict[str, Any] = value._asdict() if hasattr(value, "_asdict") else asdict(value)
    if isinstance(value, DateExpression) and value.since is not None:
        fields["since"] = _as_fields(value.since)
    return fields


def _value(kind: type[Any], fields: dict[str, Any]) -> Any:
    """The value that such fields were made of."""
    if kind is DateExpression and fields["since"] is not None:
        fields = fields | {"since": _value(kind, fields["since"])}
    return kind(**fields)


def typed_value(span: Span) -> Any:
    """What `span._.tildeling` is: the typed value of the span's label, or None.

    The document holds its fields by label, since two components may find the same words. A span of
    another label, as one may give it, has the first that was found there.
    """
    stored: Any = span.doc.user_data.get(_key(span))
    if not stored:
        return None
    label = span.label_ if span.label_ in stored else next(iter(stored))
    return _value(TYPES[label], stored[label])


Span.set_extension("tildeling", getter=typed_value, force=True)
# `Doc.to_json` refuses a name that the document has nothing under: this is for one without finds.
Doc.set_extension("tildeling", default=None, force=True)
