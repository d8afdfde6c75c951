"""Which reports some words name: årsrapport, tertialrapport, rapport per 31. august.

All are sought in small letters, on one line with single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tildeling.find.patterns import has_any
from tildeling.letter import Recurrence, ReportDocument
from tildeling.steering.reporting_words import HANDED_OVER, THING_OF_ITS_OWN

_KIND = r"-?(?:rapport|melding|regnskap|rekneskap|oppfølging)\w*"
_AS_OF = r"\b(?:per|pr)\.? (?:den )?"
_ONE = r"(?:1|2|3|4|i+|første|fyrste|andre|annet|anna|tredje|fjerde|siste|hvert|kvart|begge)\.?"
_TURN = rf"(?:{_ONE}(?:,? (?:og|eller|til|–|-) {_ONE})?)"
# A part of the year; what stands before it tells whether it is reported on or ends on a day.
_PART = re.compile(
    rf"\b(?=[1-4abfhikst])(?:{_TURN} )?(?P<unit>tertial|halvår|kvartal)(?:et|a|ene|ane)?\b"
)
# What tells how things stand after it.
_ACCOUNT = re.compile(
    r"(?:rapport|regnskap|rekneskap|status|prognose|redegjørelse|utgreiing|oversikt|oversyn|"
    r"melding)\w*(?: [^\s;:]+){0,7}? $"
)
_AS_OF_PART = re.compile(r"\b(?:per|pr\.?) (?:utgangen av )?$")
_BY_PART = re.compile(
    r"\b(?:utgangen av|løpet av|innen|innan|senest|seinast|starten av|begynnelsen av|slutten av) $"
)
# Characters before it that are looked at.
_REACH = 80
_UNITS: Mapping[str, ReportDocument] = {
    "tertial": "tertial_report",
    "halvår": "half_year_report",
    "kvartal": "quarterly_report",
}

_NAMED: Mapping[ReportDocument, tuple[str, ...]] = {
    "annual_report": (
        r"\bårs(?:rapport|melding|beretning|beretting)\w*",
        r"\bårl[ie]ge? (?:rapport(?:en|er|ar)?|melding(?:en|a)?)\b",
    ),
    "tertial_report": (
        rf"\btertials?(?:vise? )?{_KIND}",
        rf"{_AS_OF}(?:30\.? ?april|30\.0?4\b|31\.? ?august|31\.0?8\b)",
        r"\b(?:april|august)-?rapport\w*",
        r"\bjanuar ?(?:–|-|til|til og med|t\.o\.m\.) ?(?:april|august)\b",
    ),
    "half_year_report": (
        rf"\bhalvårs?(?:vise?|l[ie]ge?)? ?{_KIND}",
        rf"{_AS_OF}(?:30\.? ?juni|30\.0?6\b)",
        r"\bjanuar ?(?:–|-|til|til og med) ?juni\b",
    ),
    "quarterly_report": (
        rf"\bkvartals?(?:vise?|l[ie]ge?)? ?{_KIND}",
        rf"{_AS_OF}(?:31\.? ?mars|31\.0?3\b|30\.? ?september|30\.0?9\b)",
    ),
    "monthly_report": (
        rf"\bmå(?:ned|nad)s(?:vise? )?{_KIND}",
        r"\bmå(?:ned|nad)l[ie]ge? (?:\w+ )?\w*(?:rapport|regnskap|rekneskap|prognose|status|"
        r"oversikt)\w*",
    ),
}
_BY_TURNS: Mapping[ReportDocument, tuple[str, ...]] = {
    "tertial_report": (r"\btertialvis\b", r"\b(?:hvert|kvart|per) tertial\b"),
    "half_year_report": (
        r"\bhalvår(?:l[ie]g|svis)\b|\b(?:hvert|kvart) halvår\b",
        r"\b(?:to|2) (?:ganger|gonger) (?:i året|per år|pr\.? år|årlig|årleg)",
    ),
    "quarterly_report": (r"\bkvartals(?:vis|l[ie]g)\b", r"\b(?:hvert|kvart) kvartal\b"),
    "monthly_report": (r"\bmå(?:ned|nad)(?:l[ie]g|svis)\b", r"\b(?:hver|kvar) må(?:ned|nad)\b"),
}


def _either(named: Mapping[ReportDocument, tuple[str, ...]]) -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{'|'.join(forms)})" for kind, forms in named.items())
    return re.compile(rf"\b(?=[2aåhjkmpt])(?:{kinds})")  # the first letters of all forms


_KINDS: Mapping[str, ReportDocument] = {kind: kind for kind in _NAMED}
_NAMES = _either(_NAMED)
_TURNS = _either(_BY_TURNS)
# One of them stands in all words that name a report; "rapport" alone names none.
_SIGNS = (
    *(
        "årsr",
        "årsm",
        "årsb",
        "årl",
        "tertial",
        "halvår",
        "kvartal",
        "måned",
        "månad",
        "ganger",
        "gonger",
    ),
    *("april", "august", "januar", "30", "31"),
)
_COMES_BACK = re.compile(r"rapport|\bmeld|\bstatus|\boversikt|\boversyn|\borienter|\bsend")
# What is only pointed to: "jf. årsrapporten for 2015", "som omtalt i årsrapporten".
_REFERENCE = re.compile(
    r"""
    # "på bakgrunn av årsrapporten", "viser til rapporteringen"
    \b(?:
        på[ ](?:bakgrunn|grunnlag)[ ]av | basert[ ]på | med[ ](?:utgangspunkt|grunnlag)[ ]i
        | ut[ ]fra | ut[ ]frå | viser[ ]til | syner[ ]til
      )(?:[ ]\w+){0,3}?[ ]\w*rapport\w*
    # "jf. årsrapporten for 2015"
    | \b(?:jf|jfr|sjå|se)\.?:?[ ][^.,;()]*
    # "som omtalt i årsrapporten", "det ble redegjort for i tertialrapporten"
    | \b(?:som|slik|har|hadde|ble|blei|vart|var)(?:[ ]\w+){0,3}?[ ]
      (?:
        omtalt|omtala | beskrevet|beskriven | rapportert | meldt | påpekt | varslet|varsla
        | oppgitt | vist | redegjort[ ]for | gjort[ ]rede[ ]for | gjort[ ]greie[ ]for
        | framgår|fremgår | går[ ]fr[ae]m
      )(?:[ ]\w+)?[ ](?:i|av)[ ]\w+rapport\w*
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"(?: for)? ((?:19|20)\d\d)\b")
_APART = re.compile(r"\bi (?:et|eit|en|ein) (?:eget|eige|egen|eigen|særskilt) (?:brev|notat)\b")
# What is reported in a document of its own: "rapportere talet på studiar i eige skjema".
_IN_ITS_OWN = re.compile(
    r"\brapporter(?:e|es|ast)\b[^.;:]* (?:i|på|med) (?:(?:et|eit|en|ein) )?"
    r"(?:eget|eige|egen|eigen|særskilt|særskild|separat) (?:\w*skjema|rapport|notat|brev)\b"
)
_ITS_OWN_SIGNS = ("skjema", "notat", "brev", "n rapport")
_OWN = r"(?: (?:den|det|de|dei|sin|neste|hver|kvar|alle|begge|første|andre|egen|\w+[nt]s))?"
_INSIDE = re.compile(rf"\b(?:i|til|av|ved|på|med|under|gjennom|om|for){_OWN} $")
_INTO = re.compile(rf"\bi{_OWN} $")


@dataclass(frozen=True, slots=True)
class Named:
    """The reports that some words name."""

    documents: tuple[ReportDocument, ...] = ()
    by_turns: bool = False
    """True where it is told only by how often it comes: "rapporterer kvartalsvis"."""
    inside: bool = False
    """True for "i årsrapporten", "ved årsrapporten": the report itself is not handed over."""
    into: bool = False
    """True for "i årsrapporten" alone: something goes into it."""

    @property
    def first(self) -> ReportDocument | None:
        """The one that is named first."""
        return self.documents[0] if self.documents else None


NONE_NAMED = Named()
# A report that is none of those that come by turns.
OF_ITS_OWN = Named(("separate",))


def may_name(small: str) -> bool:
    """Whether words in small letters have a sign of a report's name."""
    return has_any(small, _SIGNS) or ("rapporter" in small and has_any(small, _ITS_OWN_SIGNS))


def named_documents(small: str, year: int | None = None) -> Named:
    """The reports that words name, in their order; those only pointed to are none.

    So are those of a year that is long past in a letter for `year`.

    >>> named_documents("omtales i rapporten per 31. august og i årsrapporten").documents
    ('tertial_report', 'annual_report')
    >>> named_documents("jf. årsrapporten for 2016").documents
    ()
    >>> named_documents("i årsrapporten for 2016 skrev etaten", 2020).documents
    ()
    """
    if not may_name(small):
        return NONE_NAMED
    if not any(pattern.search(small) for pattern in (_NAMES, _PART, _TURNS, _IN_ITS_OWN)):
        return NONE_NAMED
    small = _REFERENCE.sub("", small)
    found = sorted(_found(small, year))
    if found:
        documents = tuple(dict.fromkeys(kind for _, kind in found))
        if "rapport" not in small and _APART.search(small):
            documents = ("separate", *documents)
        before = small[: found[0][0]]
        return Named(
            documents,
            inside=_INSIDE.search(before) is not None,
            into=_INTO.search(before) is not None,
        )
    if _IN_ITS_OWN.search(small):
        return Named(("separate",), inside=True)
    if _COMES_BACK.search(small):
        turns = (_KINDS[match.lastgroup or ""] for match in _TURNS.finditer(small))
        return Named(tuple(dict.fromkeys(turns)), by_turns=True)
    return NONE_NAMED


# What a report is that comes back so often: a row "Regnskapsrapport | Månedlig".
RECURRENT: Mapping[Recurrence, ReportDocument] = {
    "tertially": "tertial_report",
    "half_yearly": "half_year_report",
    "quarterly": "quarterly_report",
    "monthly": "monthly_report",
}


def own_document(small: str) -> ReportDocument | None:
    """`separate` where what words hand over is a document of its own."""
    if THING_OF_ITS_OWN.search(small) or HANDED_OVER.search(small):
        return "separate"
    return None


def _found(small: str, year: int | None) -> Iterator[tuple[int, ReportDocument]]:
    """Where each report is named, and which it is."""
    for match in _NAMES.finditer(small):
        if not _is_past(small, match, year):
            yield match.start(), _KINDS[match.lastgroup or ""]
    if any(unit in small for unit in _UNITS):
        for match in _PART.finditer(small):
            before = small[max(0, match.start() - _REACH) : match.start()]
            if _AS_OF_PART.search(before):
                yield match.start(), _UNITS[match["unit"]]
            elif not _BY_PART.search(before) and (account := _ACCOUNT.search(before)):
                at = match.start() - len(before) + account.start()
                yield at, _UNITS[match["unit"]]


def _is_past(small: str, match: re.Match[str], year: int | None) -> bool:
    """Whether a report is of a year before the last one."""
    if year is None:
        return False
    printed = _YEAR.match(small, match.end())
    return printed is not None and int(printed[1]) < year - 1
