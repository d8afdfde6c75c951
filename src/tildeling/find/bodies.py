"""Public bodies that the text names: ministries, agencies and others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from tildeling.find.body_words import (
    AGENCIES,
    AGENCY_ENDINGS,
    MINISTRIES,
    MINISTRY_ENDINGS,
    NO_BODIES,
    NO_ENDINGS,
    OTHER_ENDINGS,
    OTHERS,
)
from tildeling.find.patterns import GAP, WORD_END, WORD_START, any_of, initials_of, plain_spaces

BodyKind = Literal["ministry", "agency", "other"]

_LISTED: dict[str, BodyKind] = {
    **dict.fromkeys(MINISTRIES, "ministry"),
    **dict.fromkeys(AGENCIES, "agency"),
    **dict.fromkeys(OTHERS, "other"),
}
_GENITIVE = r"(?:s|['’]s?)?"
# "Barne-, ungdoms- og ", "Helse- og ": the names before the last of a compound.
_COMPOUND = rf"(?:[A-ZÆØÅ][a-zæøå]{{1,30}}-(?:,{GAP}[a-zæøå]{{1,30}}-){{0,2}}{GAP}og{GAP}[a-zæøå])"
_ENDING = "|".join(
    f"(?<={ending}{genitive})"
    for ending in (*MINISTRY_ENDINGS, *AGENCY_ENDINGS)
    for genitive in ("s", "")
)
# A capital and at least two letters stand before the ending: "Departementet" names none.
ENDED = rf"{WORD_START}(?:{_COMPOUND}|[A-ZÆØÅ])[a-zæøå]{{2,60}}+(?:{_ENDING})"
DIRECTORATE_FOR = rf"{WORD_START}Direktoratet{GAP}for{GAP}[a-zæøå][a-zæøå-]{{2,40}}"
# "(IMDi)", "(heretter NHN)".
EXPLAINED = (
    rf"{GAP}\((?:(?:heretter|heretter{GAP}kalt){GAP})?"
    r"(?P<abbreviation>[A-ZÆØÅ][A-Za-zÆØÅæøå]{1,9})\)"
)
BODY = re.compile(
    rf"(?=[A-ZÆØÅ{initials_of(_LISTED)}])(?:{WORD_START}(?P<listed>{any_of(_LISTED)}){_GENITIVE}{WORD_END}"
    rf"|(?P<ended>{ENDED}){WORD_END}|(?P<directorate>{DIRECTORATE_FOR}))(?:{EXPLAINED})?"
)


@dataclass(frozen=True, slots=True)
class BodySpan:
    """A body named in the text: name without a genitive's s, abbreviation where one follows.

    Where the text uses an abbreviation that it explains, `name` is the full name.
    """

    start: int
    end: int
    name: str
    abbreviation: str | None
    kind: BodyKind


def find_bodies(text: str) -> list[BodySpan]:
    """All bodies named in the text, in order, by name or by an abbreviation that the text explains.

    >>> found = find_bodies("Helsedirektoratets brev til Norsk helsenett SF (NHN)")
    >>> [(body.name, body.abbreviation) for body in found]
    [('Helsedirektoratet', None), ('Norsk helsenett SF', 'NHN')]
    """
    named = [body for match in BODY.finditer(text) if (body := _body(match))]
    explained = {body.abbreviation: body for body in named if body.abbreviation}
    if not explained:
        return named
    short = re.compile(rf"{WORD_START}(?P<short>{any_of(explained)})(?:s|['’])?{WORD_END}")
    found = list(named)
    for match in short.finditer(text):
        if not any(body.start <= match.start() < body.end for body in named):
            full = explained[match["short"]]
            found.append(replace(full, start=match.start(), end=match.end()))
    return sorted(found, key=lambda body: body.start)


def _body(match: re.Match[str]) -> BodySpan | None:
    name = plain_spaces(match["listed"] or match["ended"] or match["directorate"])
    kind: BodyKind = "agency"
    if match["ended"]:
        name = name.removesuffix("s")
        if name in NO_BODIES or name.lower().endswith(NO_ENDINGS):
            return None
        if name.endswith(MINISTRY_ENDINGS):
            kind = "ministry"
        elif name.endswith(OTHER_ENDINGS):
            kind = "other"
    elif match["listed"]:
        kind = _LISTED[name]
    return BodySpan(*match.span(), name, match["abbreviation"], kind)
