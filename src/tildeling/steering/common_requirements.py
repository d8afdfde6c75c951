"""A letter's common requirements (fellesføringer): what the government asks of all agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tildeling.any_case import AnyCase
from tildeling.find.patterns import has_any
from tildeling.letter import CommonRequirement
from tildeling.scope.headings import looks_like_heading
from tildeling.scope.tree import Place
from tildeling.steering.common_circulars import Circular, circulars_of
from tildeling.steering.common_wording import wording_of
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, Span

# What a letter in small letters has in it where it has a common requirement.
MARKS = ("lesføring", "lsføring", "les føring")
_NAME = r"fell?e?s ?føring(?:er|ene|en|ar|ane|a)?"
# What a heading over common requirements begins with.
HEADING = AnyCase(
    rf"^(?:[\d.]+ +)?(?:(?:regjeringens|regjeringas) )?{_NAME}"
    r"(?! for (?!alle|stat|20|tildel|verksemd|virksomhet))"
)
# A heading of these and of other things.
MIXED = AnyCase(rf"{_NAME}(?: \w+){{0,3}} og \w|\bog {_NAME}|, ")
# A heading that names the one requirement under it: "Fellesføring: Inkluderingsdugnaden".
OWN_TITLE = AnyCase(rf"{_NAME}[^:–]*(?::| [–-]) *(?P<title>\S.*)$")
# A sentence that says what the requirement is, under whatever heading.
SAID = AnyCase(rf"\b{_NAME}\b(?: \w+){{0,8}}? er\b", MARKS)
# A requirement of an earlier letter that is one no more.
LAPSES = AnyCase(r"\b(?:utgår|utgjekk|bortfaller|fell bort|faller bort)\b")
# Characters of a title that a paragraph begins with.
LONGEST_LEAD = 100


def read_common_requirements(body: LetterBody) -> tuple[CommonRequirement, ...]:
    """The letter's common requirements (fellesføringer), in reading order."""
    if not has_any(body.reading.laid.text.found.small, MARKS):
        return ()
    return tuple(_Requirements(body).read())


class _Requirements:
    """The common requirements of one letter."""

    def __init__(self, body: LetterBody) -> None:
        self._body = body
        self._reading = body.reading
        agency = body.letter.agency
        names = (agency.name, agency.abbreviation) if agency is not None else ()
        self._names = tuple(name for name in names if name)
        self._circulars: Sequence[Circular] = circulars_of(body.letter.budget_year)

    def read(self) -> Iterator[CommonRequirement]:
        said = [block for block in self._body.blocks if isinstance(block, Paragraph)]
        for over, blocks in groupby(said, key=self._over):
            if over is None:
                yield from self._outside(list(blocks))
            else:
                yield from self._under(over, [b for b in blocks if b is not over.heading])

    def _over(self, block: Block) -> Place | None:
        """The heading of common requirements that a block stands under."""
        places = self._reading.place(block.start).outward()
        return next((place for place in places if HEADING.search(place.words)), None)

    def _under(self, over: Place, blocks: list[Paragraph]) -> Iterator[CommonRequirement]:
        """What stands under one heading, parted by headings and titles of its own."""
        named = OWN_TITLE.search(over.words)
        title = over.words[named.start("title") :].strip() if named is not None else None
        is_mixed = named is None and MIXED.search(over.words) is not None
        spans: list[Span] = []
        for block in blocks:
            if self._is_title(block):
                yield from self._built(title, spans, is_mixed)
                title, spans = self._without_number(block), []
                continue
            lead = self._lead(block)
            if lead is not None:
                yield from self._built(title, spans, is_mixed)
                title, spans = self._reading.line(lead).strip(" .:–-"), []
            start = lead.end if lead is not None else block.outer
            if is_mixed and title is None:
                yield from self._built(None, [Span(start, block.end)], is_mixed)
            else:
                spans.append(Span(start, block.end))
        yield from self._built(title, spans, is_mixed)

    def _outside(self, blocks: list[Paragraph]) -> Iterator[CommonRequirement]:
        """Paragraphs that say what it is where no heading does."""
        for block in blocks:
            small = self._reading.small(block)
            is_text = not looks_like_heading(self._reading.laid, block)
            if has_any(small, MARKS) and SAID.search(small) and is_text:
                yield from self._built(None, [block], is_mixed=False)

    def _is_title(self, block: Paragraph) -> bool:
        """True for a heading, also one that only its line sets apart."""
        if looks_like_heading(self._reading.laid, block):
            return True
        words = self._reading.words(block).rstrip()
        is_short = block.end - block.start <= LONGEST_LEAD and block.marker is None
        return is_short and words[-1:].isalpha() and words[:1].isupper()

    def _lead(self, block: Paragraph) -> Span | None:
        """The title that a paragraph begins with, set apart by its type."""
        words = self._reading.text[block.start : block.lead]
        if not 0 < len(words.strip()) <= LONGEST_LEAD or block.lead >= block.end:
            return None
        return Span(block.start, block.lead)

    def _without_number(self, heading: Paragraph) -> str:
        words = self._reading.line(heading).rstrip(" :.")
        number, _, title = words.partition(" ")
        return title if title and number.strip(".").replace(".", "").isdigit() else words

    def _built(
        self, title: str | None, spans: list[Span], is_mixed: bool
    ) -> Iterator[CommonRequirement]:
        """One requirement; under a heading of other things too only what is plainly one."""
        text = "\n".join(self._reading.words(span).strip() for span in spans)
        if not text:
            return
        whole = f"{title or ''} {text}".lower()
        asked = [circular for circular in self._circulars if circular.topic.search(whole)]
        is_one = has_any(whole, MARKS) or bool(asked)
        if (is_mixed and not is_one) or LAPSES.search(text[:LONGEST_LEAD]):
            return
        wording, differences = wording_of(text, asked, self._names)
        yield CommonRequirement(
            title=title,
            text=text,
            section=self._body.section(spans[0].start),
            wording=wording,
            differences=differences,
            evidence=self._reading.evidence_of((span.start, span.end) for span in spans),
        )
