"""Drafts to assignments (oppdrag)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.find.bodies import find_bodies
from tildeling.find.numbers import AssignmentNumber
from tildeling.find.patterns import has_any
from tildeling.letter import Assignment, Deadline, FinancingLine
from tildeling.meaning.bound import Calendar
from tildeling.meaning.deadline_words import FIRST_TIME_IN, REPEATS
from tildeling.meaning.deadlines import (
    deadlines_in_field,
    deadlines_in_prose,
    merged,
)
from tildeling.meaning.drafts import Draft
from tildeling.meaning.financing import lines_in_text
from tildeling.meaning.financing_parts import is_item, parts_of_sum
from tildeling.meaning.financing_words import FOR_RECIPIENT
from tildeling.meaning.headings import AssignmentHeading
from tildeling.meaning.money_sentence import Context
from tildeling.meaning.parts import DeadlineField, Parts
from tildeling.meaning.reading import Reading
from tildeling.meaning.recurring import recurrence_of
from tildeling.meaning.status import status_of
from tildeling.meaning.undated import to_be_agreed
from tildeling.text.blocks import Span, lines_in

_DAY_ALONE = (
    r"(?:(?:innen|innan|senest|seinast|utgangen av|medio|ultimo|primo) )?"
    r"(?:\d{1,2}\.\s?(?:[a-zæøå]+|\d)|uke \d|veke \d|[a-zæøå]+ 20\d\d)[^,()]{0,20}\)?$"
)
# Before the day that a title ends with.
_DUE_IN_TITLE = re.compile(
    rf"(?<!\w)frist(?:en)?:?\s+|(?:\s[–—-]|\(|,)\s*(?={_DAY_ALONE})", re.IGNORECASE
)
_TAKES_PART = (
    "bidra",
    "bist",
    "delta",
    "deltek",
    "dialog",
    "hjelp",
    "involver",
    "konsulter",
    "medverk",
    "saman med",
    "samarbeid",
    "sammen med",
    "samråd",
)


def read_assignment(
    reading: Reading,
    draft: Draft,
    parts: Parts,
    calendar: Calendar,
    context: Context,
    *,
    numbering: AssignmentNumber | None,
) -> Assignment:
    """One assignment; `parts` are the draft's, `context` is the letter's own.

    `numbering` is the letter's own way of numbering, for a bare "Oppdrag 3".
    """
    heading = draft.heading
    responsible = heading.responsible or parts.responsible
    places = [(part.start, part.end) for part in (heading.span, *draft.body)]
    return Assignment(
        number=_number(heading, numbering),
        number_text=reading.words(heading.number_span) if heading.number_span else None,
        title=_title(reading, heading),
        section=draft.section,
        background=_joined(reading, parts.background),
        description=_joined(reading, parts.description),
        tasks=tuple("\n".join(reading.words(span) for span in task) for task in parts.tasks),
        financing=_financing(reading, heading, parts, context),
        deadlines=_deadlines(reading, heading, parts, calendar),
        participants=_participants(reading, parts, calendar),
        responsible=reading.words(responsible) if responsible else None,
        status=status_of(
            reading, draft, parts, series=None if context.in_addendum else calendar.year
        ),
        withheld=heading.withheld,
        text=_text(reading, draft),
        evidence=reading.evidence_of(places),
    )


def _text(reading: Reading, draft: Draft) -> str | None:
    """All that stands under the heading, and what runs on after its title."""
    rest = draft.heading.rest
    spans = [rest] if rest is not None else []
    spans.extend(line for block in draft.body for line in lines_in(block))
    return "\n".join(words for span in spans if (words := reading.words(span).strip())) or None


def _number(heading: AssignmentHeading, numbering: AssignmentNumber | None) -> str | None:
    if heading.number is None:
        return None
    if heading.number.is_bare and numbering is not None and numbering.year is not None:
        width = len(re.split(r"\D", numbering.canonical)[-1])
        return heading.number.complete(numbering.prefix, numbering.year, width)
    return heading.number.canonical


def _title(reading: Reading, heading: AssignmentHeading) -> str | None:
    words = " ".join(reading.words(span) for span in heading.title).strip()
    return re.sub(r"\s*:$", "", words) or None


def _joined(reading: Reading, spans: Sequence[Span]) -> str | None:
    return "\n\n".join(reading.words(span) for span in spans) or None


def _financing(
    reading: Reading, heading: AssignmentHeading, parts: Parts, context: Context
) -> tuple[FinancingLine, ...]:
    lines: list[FinancingLine] = []
    pending = None
    fields = [*parts.financing, *([heading.financing] if heading.financing else [])]
    for span in fields:
        if pending is not None and is_item(reading, span):
            lines.extend(parts_of_sum(reading, span, pending))
            continue
        found = lines_in_text(reading, span, context, labelled=True)
        lines.extend(found.lines)
        pending = found.pending or pending
    for span in parts.texts:
        lines.extend(_grants(reading, span, context))
    return tuple(lines)


def _grants(reading: Reading, span: Span, context: Context) -> list[FinancingLine]:
    """Money that an unlabelled text makes available: it must name the post, who else pays, or the
    agency's use.

    Where it names none, it may say whose budget pays.
    """
    return [
        line
        for line in lines_in_text(reading, span, context, of_assignment=True).lines
        if line.amount is None
        or line.chapter
        or line.kind == "other_budget"
        or FOR_RECIPIENT.search(line.text)
    ]


def _deadlines(
    reading: Reading, heading: AssignmentHeading, parts: Parts, calendar: Calendar
) -> tuple[Deadline, ...]:
    """Those of labelled fields; those of prose and of the overview where they say another date."""
    fields = [
        deadline
        for field in parts.deadlines
        for deadline in deadlines_in_field(reading, field, calendar)
    ]
    prose: list[Deadline] = []
    if heading.deadline is not None:
        prose.extend(deadlines_in_field(reading, DeadlineField(heading.deadline, None), calendar))
    for span in heading.title:
        # "2.1 Felles kart (frist 1. mai)", "Felles kart – 1. mai 2025"
        if (due := _DUE_IN_TITLE.search(reading.words(span))) is not None:
            when = Span(span.start + due.end(), span.end)
            prose.extend(deadlines_in_field(reading, DeadlineField(when, None), calendar))
    for span in parts.texts:
        set_by_text = deadlines_in_prose(reading, span, calendar)
        for deadline in (*set_by_text, *to_be_agreed(reading, span)):
            label = parts.sub_heading(span.start)
            prose.append(deadline.model_copy(update={"label": label}) if label else deadline)
    return _with_recurrence(reading, parts, merged(fields, prose))


def _with_recurrence(
    reading: Reading, parts: Parts, deadlines: tuple[Deadline, ...]
) -> tuple[Deadline, ...]:
    """Of "Frist: første gang 1. mai" the text may say how often: "Lage halvårlig statistikk"."""
    first_times = [
        each
        for each in deadlines
        if each.recurrence is None and each.date and FIRST_TIME_IN.search(each.sentence or "")
    ]
    if not first_times:
        return deadlines
    found = (REPEATS.search(reading.words(span)) for span in parts.texts)
    repeats = recurrence_of(next((match for match in found if match is not None), None))
    return tuple(
        each.model_copy(update={"recurrence": repeats}) if each in first_times else each
        for each in deadlines
    )


def _participants(reading: Reading, parts: Parts, calendar: Calendar) -> tuple[str, ...]:
    """Other bodies that are named as taking part, each once, in reading order."""
    names: dict[str, None] = {}
    for span in (*parts.texts, *parts.participants):
        words, are_named = reading.words(span), span in parts.participants
        if not are_named and not has_any(reading.small(span), _TAKES_PART):
            continue
        for sentence in re.split(r"(?<=[.!?])\s+", words):
            if not are_named and not has_any(sentence.lower(), _TAKES_PART):
                continue
            for body in find_bodies(sentence):
                if body.kind != "ministry" and body.name.casefold() not in calendar.agency:
                    names.setdefault(body.name)
    return tuple(names)
