"""Public bodies that the text names: ministries, agencies and others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from tildeling.find.body_words import (
    AGENCY_ENDINGS,
    COMMON_WORDS,
    MINISTRY_ENDINGS,
    NO_BODIES,
    NO_ENDINGS,
    OTHER_ENDINGS,
    OTHERS,
)
from tildeling.find.patterns import (
    GAP,
    WORD_END,
    WORD_START,
    any_of,
    initials_of,
    plain_spaces,
)
from tildeling.find.state_bodies import (
    AGENCIES,
    ALL_GOVERNORS,
    COUNTIES,
    GOVERNORS,
    MINISTRIES,
    OTHER_KINDS,
)

BodyKind = Literal["ministry", "agency", "other"]

# Letters of a short form that is looked for in running text: "NP" and "SD" may be anything.
SHORTEST_FORM = 3


def _listed() -> tuple[dict[str, str], dict[str, str]]:
    """Names and short forms of the state's bodies, each with the body's key."""
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    for key, (forms, printed) in AGENCIES.items():
        names.update(dict.fromkeys(printed.split("; "), key))
        short.update(dict.fromkeys(filter(None, forms.split("; ")), key))
    for governor in GOVERNORS:
        for county in COUNTIES:
            names[f"{governor} i {county}"] = f"statsforvalteren-{_letters(county)}"
    names.update(dict.fromkeys(ALL_GOVERNORS, "statsforvalterne"))
    for key, named in MINISTRIES.items():
        for _, form, printed in named:
            names.update(dict.fromkeys(printed.split("; "), key))
            short[form] = key
    return names, short


def _letters(name: str) -> str:
    """A name's letters and digits alone, in small letters, for names are set in many ways."""
    return re.sub(r"[\W_]+", "", name).casefold()


_NAMES, _SHORT = _listed()
_KEYS = {_letters(name): key for name, key in (*_SHORT.items(), *_NAMES.items())}
_KINDS: dict[str, BodyKind] = {
    **{
        name: "other" if key in OTHER_KINDS else "ministry" if key in MINISTRIES else "agency"
        for name, key in (*_NAMES.items(), *_SHORT.items())
        if len(name) >= SHORTEST_FORM and name not in COMMON_WORDS
    },
    **dict.fromkeys(GOVERNORS, "agency"),
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
    rf"(?=[A-ZÆØÅ{initials_of(_KINDS)}])(?:{WORD_START}(?P<listed>{any_of(_KINDS)}){_GENITIVE}{WORD_END}"
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
    named = [body for body in named if body.name not in explained]
    short = re.compile(
        rf"(?=[{initials_of(explained)}]){WORD_START}"
        rf"(?P<short>{any_of(explained)})(?:s|['’])?{WORD_END}"
    )
    found = list(named)
    for match in short.finditer(text):
        if not any(body.start <= match.start() < body.end for body in named):
            full = explained[match["short"]]
            found.append(replace(full, start=match.start(), end=match.end()))
    return sorted(found, key=lambda body: body.start)


def body_key(name: str) -> str | None:
    """One stable short name for a body of the state, however it is written; None for others.

    >>> body_key("Integrering- og mangfoldsdirektoratet"), body_key("IMDi"), body_key("Fjordrådet")
    ('imdi', 'imdi', None)
    """
    return _KEYS.get(_letters(name))


def body_names(key: str) -> list[str]:
    """The names and short forms that a body has borne.

    >>> body_names("sokkeldirektoratet")
    ['Sokkeldirektoratet', 'Oljedirektoratet', 'Sodir', 'OD']
    """
    return [name for name, of in (*_NAMES.items(), *_SHORT.items()) if of == key]


def ministry_in(key: str, year: int | None) -> str:
    """A ministry's name in a year, in bokmål; its present one where the year is not known.

    >>> ministry_in("ed", 2021), ministry_in("ed", None)
    ('Olje- og energidepartementet', 'Energidepartementet')
    """
    names = [(since, printed.split("; ")[0]) for since, _, printed in MINISTRIES[key]]
    return next((name for since, name in names if year is None or since <= year), names[-1][1])


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
        kind = _KINDS[name]
    return BodySpan(*match.span(), name, match["abbreviation"], kind)
