"""Sender and recipient of a letter: ministry, agency, and the short forms that the letter uses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.find.bodies import find_bodies
from tildeling.find.patterns import (
    GAP,
    MAYBE_GAP,
    YEAR,
    any_of,
    initials_of,
    marked_lines,
    marks_of,
    small_letters,
)
from tildeling.letter import Body
from tildeling.meaning.header_words import (
    ADDENDUM_WORDS,
    ADDRESS_WORDS,
    BASE_WORDS,
    MINISTRY_ABBREVIATIONS,
    NOT_RECIPIENTS,
    SENDER_VERBS,
    SHORT_FORM_VERBS,
)

_LETTERS = "[a-zæøåA-ZÆØÅ]"
# "Kunnskapsdepartementet", "Barne-, likestillings- og inkluderingsdepartementet", "JUSTIS- OG
# BEREDSKAPSDEPARTEMENT", "Det kongelige kulturdepartement". Never "departementet" alone.
# Running text has only the first two forms, and there `find_bodies` finds them.
LETTERHEAD = re.compile(
    rf"(?<!\w)(?=[A-ZÆØÅ])(?i:det[ ]kongel(?:ige|ege)[ ])?"
    rf"(?:{_LETTERS}{{2,30}}-,?[ ])?(?i:(?:{_LETTERS}{{2,30}}-,?[ ]){{0,2}}og[ ])?"
    rf"{_LETTERS}{{2,30}}?(?:-[ ]?)?(?i:departement(?:et)?)(?!\w)"
    r"|(?i:(?<!\w)statsministerens[ ]kontor(?!\w))"
)
ROYAL = re.compile(r"^(?i:det[ ]kongel(?:ige|ege)[ ])")
# After a ministry's name: "viser til", "og Kulturdepartementet tildeler".
_ACTS = re.compile(
    rf"(?:{GAP}\([^()\n]{{2,20}}\))?(?:{GAP}og{GAP}[^\n.()]{{2,80}}?departementet)?"
    rf"{GAP}{any_of(SENDER_VERBS)}(?!\w)"
)

_KIND_WORD = re.compile(
    rf"(?<!\w)(?:{any_of((*ADDENDUM_WORDS, *BASE_WORDS))})|(?<!\w)(?:nr|kap|post)(?!\w)",
    re.IGNORECASE,
)
ADDRESS_LINE = re.compile(
    rf"^(?:{any_of(ADDRESS_WORDS)})\.?{GAP}\d|^(?:NO?-)?\d{{4}}{GAP}[A-ZÆØÅ]", re.IGNORECASE
)
# Words that a name, or the line that it is broken into, cannot end with.
_GOES_ON = re.compile(r"(?:(?<!\w)(?:og|for|i|på|av|under)|,|-)$", re.IGNORECASE)

# Where a name in a title or sentence ends.
_NAME_ENDS = (
    rf"(?={GAP}(?:(?:for|i|av|frå|fra){GAP})?(?:budsjettåret{GAP}|året{GAP})?{YEAR}|{GAP}nr(?!\w)"
    rf"|{GAP}\(|{MAYBE_GAP}$|(?<!-),|[.;:]|{GAP}(?:for|av|datert|om|hvor|der|samt|hvori){GAP}\d?"
    rf"(?:\d|dat|bev|løy|end|sup|tild)|{GAP}(?:hvor|der|samt){GAP})"
)
_NAME = r"(?P<name>[A-ZÆØÅ][^\d\n()]{1,90}?)"
_TO_NAME = re.compile(rf"(?<!\w)(?:[Tt]il|TIL|[Ff]or|FOR){GAP}{_NAME}{_NAME_ENDS}")
_AFTER_NUMBER = re.compile(rf"(?<!\w)(?:nr\.?{GAP}\d{{1,2}}|{YEAR}){GAP}{_NAME}{_NAME_ENDS}")
_TITLE_PARTS = re.compile(rf"{GAP}[-\u2013\u2014]{GAP}|:{GAP}")
_TO_IN_TEXT = re.compile(
    rf"(?=[{initials_of(BASE_WORDS)}mf])(?:(?<!\w)(?:{any_of(BASE_WORDS)})(?:et)?{GAP}(?:for{GAP}{YEAR}{GAP})?til{GAP}{_NAME}{_NAME_ENDS}"
    rf"|(?<!\w)(?:mid(?:ler|lar)|følg(?:ende|jande)){GAP}til{GAP}{_NAME.replace('name', 'granted')}"
    rf"{_NAME_ENDS})",
    re.IGNORECASE,
)

_TO_MARKS = marks_of(BASE_WORDS, ["midler", "midlar", "følgende", "følgjande"])

SHORT_FORM = r"[A-ZÆØÅ][A-Za-zÆØÅæøå]{1,7}"


_FORM_AFTER = re.compile(
    rf"(?:,|{MAYBE_GAP}\((?:heretter{GAP}|forkortet{GAP}|kalt{GAP})*)[«\"]?"
    rf"(?P<form>(?-i:{SHORT_FORM}))[»\"]?\)",
    re.IGNORECASE,
)
_FORM_ACTS = re.compile(
    rf"([A-ZÆØÅ](?<!\w.)(?:[A-Za-zæøå]{{0,6}}[A-ZÆØÅ][a-zæøå]?|{_LETTERS}{{0,4}}dir)){GAP}"
    rf"{any_of(SHORT_FORM_VERBS)}(?!\w)"
)


def ministry_name(lines: Sequence[str], furniture: Sequence[str], text: str) -> str | None:
    """The sender: in the letterhead, else where it says what it does; of several, the first."""
    for place in (" ".join(lines), *furniture):
        found = LETTERHEAD.search(place)
        if found:
            return _ministry_as_written(found[0])
    ministries = (body for body in find_bodies(text) if body.kind == "ministry")
    return next((body.name for body in ministries if _ACTS.match(text, body.end)), None)


def _ministry_as_written(printed: str) -> str:
    """A ministry's name without the royal style, in running text's letters and form.

    >>> _ministry_as_written("DET KONGELIGE JUSTIS- OG BEREDSKAPSDEPARTEMENT")
    'Justis- og beredskapsdepartementet'
    """
    name = re.sub(r"-[ ]?(?=departement)", "", ROYAL.sub("", printed), flags=re.IGNORECASE)
    if name.isupper():
        name = name.capitalize()
    name = name[0].upper() + name[1:]
    return f"{name}et" if name.endswith("departement") else name


def agency_name(columns: Sequence[Sequence[str]], title: str, text: str) -> str | None:
    """The recipient: over its address, in the title, alone in the head, or as the text has it.

    `columns` are the lines of the letter's head, a list for each column they stand in.
    """
    for lines in columns:
        named = _over_address([part for line in lines for part in _BOX_AFTER_NAME.split(line)])
        if named:
            return named
    named = agency_in_title(title)
    if named:
        return _in_small_letters(named, text)
    found = _TO_IN_TEXT.search(text)
    addressed = (found["name"] or found["granted"]).strip() if found else None
    return _alone(columns, addressed, text) or addressed


# An address beside lines set otherwise may read as one: "Fiskeridirektoratet Postboks 185".
_BOX_AFTER_NAME = re.compile(rf"(?<=\w) (?={any_of(ADDRESS_WORDS)}\.? \d)", re.IGNORECASE)


def _alone(columns: Sequence[Sequence[str]], addressed: str | None, text: str) -> str | None:
    """A name in the head that is known, that the text repeats, or prints the short form of."""
    for line in (line for lines in columns for line in lines):
        if not _is_name(line) or line.lower() in NOT_RECIPIENTS or LETTERHEAD.search(line):
            continue
        short = addressed is not None and re.fullmatch(SHORT_FORM, addressed)
        known = any(body.name == line for body in find_bodies(line))
        if known or (short and shortens(addressed or "", line)) or text.count(line) > 1:
            return line
    return None


def _over_address(lines: Sequence[str]) -> str | None:
    """The name over the first postal address; its lines are joined where it runs over two."""
    end = next((at for at, line in enumerate(lines) if ADDRESS_LINE.search(line)), None)
    if not end:
        return None
    start = end - 1
    while start and _belongs_together(lines[start - 1], lines[start]):
        start -= 1
    # A street or a person may stand between the name and the postal address.
    while start and not LETTERHEAD.search(lines[start - 1]) and not _is_name(lines[start]):
        start -= 1
    name = " ".join(lines[start:end]) if start == end - 1 else _joined(lines[start:end])
    # The letterhead may be set so close over the address that it reads as one line.
    name = LETTERHEAD.sub("", name).strip()
    return name or None


def _joined(lines: Sequence[str]) -> str:
    name = lines[0]
    for line in lines[1:]:
        if not _belongs_together(name, line):
            break
        name = f"{name} {line}"
    return name


def _belongs_together(line: str, following: str) -> bool:
    return _is_name(following) and (bool(_GOES_ON.search(line)) or following[:1].islower())


def _is_name(line: str) -> bool:
    return not any(character.isdigit() for character in line) and not re.match(
        r"(?:v/|att|c/o)", line, re.IGNORECASE
    )


def agency_in_title(title: str) -> str | None:
    """The agency that a title names.

    >>> agency_in_title("Tillegg nr. 8 til tildelingsbrev for 2019 til Miljødirektoratet")
    'Miljødirektoratet'
    >>> agency_in_title("Fiskeridirektoratet – tillegg nr. 3 til tildelingsbrev 2023")
    'Fiskeridirektoratet'
    >>> agency_in_title("Tillegg nr. 2 til tildelingsbrev 2023")
    """
    parts = _TITLE_PARTS.split(title)
    for part in parts:
        if _KIND_WORD.search(part):
            continue
        name = re.sub(rf"(?:(?:for{GAP})?{YEAR}|\(.*\))", "", part).strip(" ,")
        if name[:1].isupper() and not any(character.isdigit() for character in name):
            return name
    for part in parts:
        for pattern in (_TO_NAME, _AFTER_NUMBER):
            for found in pattern.finditer(part):
                if not _KIND_WORD.search(found["name"]):
                    return found["name"].strip(" ,")
    return None


def _in_small_letters(name: str, text: str) -> str:
    """A name from a title in capitals, as the text prints it, else as a sentence would."""
    if not name.isupper() or len(name) < 6:
        return name
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
        if not found[0].isupper():
            return found[0]
    return name.capitalize()


def agency_of(name: str | None, text: str) -> Body | None:
    """The agency with the short form that the letter uses for it."""
    if name is None:
        return None
    short = _in_brackets(name, text) or _addressed(name, text) or _acting(name, text)
    return Body(name=name, abbreviation=short)


def ministry_of(name: str | None, text: str) -> Body | None:
    """The ministry with the short form that the letter uses for it."""
    if name is None:
        return None
    short = _in_brackets(name, text)
    if short is None:
        used = (
            form
            for form in _ministry_forms(name)
            if form in text and re.search(rf"(?<!\w){form}s?(?!\w)", text)
        )
        short = next(used, None)
    return Body(name=name, abbreviation=short)


def _ministry_forms(name: str) -> list[str]:
    """The short forms a ministry may have: the first letters of its name's parts, and uneven ones.

    >>> _ministry_forms("Helse- og omsorgsdepartementet")
    ['HOD']
    """
    parts = re.findall(rf"{_LETTERS}+", name.removesuffix("departementet"))
    letters = "".join(part[0] for part in parts if part != "og")
    forms = [f"{letters.upper()}D"]
    forms += [form for form, of in MINISTRY_ABBREVIATIONS.items() if of == name.lower()]
    return list(dict.fromkeys(form for form in forms if len(form) > 1))


def shortens(form: str, name: str) -> bool:
    """True if a form's letters stand in a name in their order, the first at its start.

    >>> shortens("IMDi", "Integrering- og mangfoldsdirektoratet"), shortens("DFØ", "Språkrådet")
    (True, False)
    """
    letters = iter(name.lower())
    return form[0].lower() == name[0].lower() and all(one in letters for one in form.lower())


def _in_brackets(name: str, text: str) -> str | None:
    """The short form printed after the name: "Norsk helsenett SF (NHN)"."""
    small, wanted = small_letters(text), small_letters(name)
    at = small.find(wanted)
    while at >= 0:
        found = _FORM_AFTER.match(text, at + len(wanted))
        begins = not (at and text[at - 1].isalnum())
        if found and begins and shortens(found["form"], name):
            return found["form"]
        at = small.find(wanted, at + 1)
    return None


def _addressed(name: str, text: str) -> str | None:
    """The short form of whom a letter is said to go to: "tildelingsbrev til IMDi for 2020"."""
    for start, end in marked_lines(small_letters(text), _TO_MARKS):
        for found in _TO_IN_TEXT.finditer(text, start, end):
            form = (found["name"] or found["granted"]).strip()
            if re.fullmatch(SHORT_FORM, form) and form != name and shortens(form, name):
                return form
    return None


def _acting(name: str, text: str) -> str | None:
    """The short form that does things in the text: "NHN skal", twice or more."""
    forms = _FORM_ACTS.findall(text)
    likely = [form for form in forms if shortens(form, name) and form[1:] != name[1 : len(form)]]
    best = max(likely, key=likely.count, default=None)
    return best if best is not None and likely.count(best) > 1 else None
