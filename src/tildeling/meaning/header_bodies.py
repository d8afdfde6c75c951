"""Sender and recipient of a letter: ministry, agency, and the short forms that the letter uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tildeling.any_case import small_letters
from tildeling.find.bodies import SHORTEST_FORM, body_key, body_names, find_bodies, ministry_in
from tildeling.find.patterns import (
    GAP,
    MAYBE_GAP,
    SPACE,
    YEAR,
    any_of,
    has_any,
    leap_to,
    marks_of,
    rest_of,
)
from tildeling.letter import Body
from tildeling.meaning.header_fields import LABEL
from tildeling.meaning.header_words import (
    ADDENDUM_WORDS,
    ADDRESS_WORDS,
    BASE_WORDS,
    CHANGED_THINGS,
    NOT_RECIPIENTS,
    OFFICE_LINES,
    RECIPIENT_LABELS,
    REISSUE_WORDS,
    SENDER_VERBS,
    SHORT_FORM_VERBS,
    TITLE_MATTERS,
)

# Characters from the letter's start on in which a sender names itself.
OPENING = 3000
# Letters of a ministry's short form.
LONGEST_FORM = 4
# Lines that a recipient may have over its postal address.
ADDRESS_LINES = 5

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
_MINISTRY_ENDS = ("departementet", "departement", "kontor")
_EXPLAINED = re.compile(
    rf"\((?:heretter{GAP}(?:kalt{GAP})?)?(?P<form>[A-ZÆØÅ][A-Za-zÆØÅæøå]{{1,9}})\)"
)
ROYAL = re.compile(r"^(?i:det[ ]kongel(?:ige|ege)[ ])")
# After a ministry's name: "viser til", "og Kulturdepartementet tildeler"; and whatever one does
# by the letter itself: "følger i dette tillegget opp", "justerer herved".
_ACTS = re.compile(
    rf"(?:{GAP}\([^()\n]{{2,20}}\))?(?:{GAP}og{GAP}[^\n.()]{{2,80}}?departementet)?"
    rf"{GAP}(?:{any_of(SENDER_VERBS)}(?!\w)|\w{{2,}}r{GAP}(?:herved|hermed|(?:med|ved|gjennom){GAP}dette(?!\w)"
    rf"|i{GAP}(?:dette{GAP}(?:tillegg|brev|tildelingsbrev|supplerande|supplerende)|brevet{GAP}her)))"
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
_TITLE_PARTS = re.compile(
    rf"{GAP}[-\u2013\u2014]{GAP}|:{GAP}|(?<!nr)(?<!kap)(?<!Kap)\.{GAP}(?=[A-ZÆØÅ])"
)
_GIVEN = ("midler", "midlar", "følgende", "følgjande")
_TO_IN_TEXT = re.compile(
    rf"{leap_to(BASE_WORDS, _GIVEN)}"
    rf"(?:{rest_of(BASE_WORDS)}(?:et)?{GAP}(?:for{GAP}{YEAR}{GAP})?til{GAP}{_NAME}{_NAME_ENDS}"
    rf"|{rest_of(_GIVEN)}{GAP}til{GAP}{_NAME.replace('name', 'granted')}{_NAME_ENDS})",
    re.IGNORECASE,
)

_TO_MARKS = marks_of(BASE_WORDS, _GIVEN)

SHORT_FORM = r"[A-ZÆØÅ][A-Za-zÆØÅæøå]{1,7}(?:-[A-Za-zæøå]{2,4})?"


_FORM_AFTER = re.compile(
    rf"(?:,|{MAYBE_GAP}\((?:heretter{GAP}|forkortet{GAP}|kalt{GAP})*)[«\"]?"
    rf"(?P<form>(?-i:{SHORT_FORM}))[»\"]?\)",
    re.IGNORECASE,
)
_FORM_ACTS = re.compile(
    rf"([A-ZÆØÅ](?<!\w.)(?:[A-Za-zæøå]{{0,6}}[A-ZÆØÅ][a-zæøå]?|{_LETTERS}{{0,4}}dir)){GAP}"
    rf"{any_of(SHORT_FORM_VERBS)}(?!\w)"
)


# The web and mail domain of a ministry: "postmottak@kd.dep.no", also where a narrow cell of the
# letter's foot breaks it: "postmottak@kmd.d" over "ep.no".
_DOMAIN = re.compile(
    r"(?<!\w)(?P<domain>[a-zæøå]{2,4})\.dep\.no(?!\w)"
    r"|@(?P<cut>[a-zæøå]{2,4})\.d(?:e(?:p(?:\.n?)?)?)?(?=\s|$)",
    re.IGNORECASE,
)


def ministry_name(
    lines: Sequence[str], furniture: Sequence[str], text: str, year: int | None = None
) -> str | None:
    """The sender: in the letterhead, by its domain, else where it says what it does; the first.

    `year` is the letter's, as one domain has belonged to ministries of several names.
    """
    for place in (" ".join(lines), *furniture):
        found = LETTERHEAD.search(place)
        if found:
            return _ministry_as_written(found[0])
    key = _key_of_domain(lines, furniture) or _key_of_domain((text,), ())
    # The whole letter is asked only where its beginning names none; where no domain tells, it can
    # but explain a short form of the opening.
    asks_all = key is not None or _explains_a_ministry(text)
    for part in (text[: 2 * OPENING], text) if asks_all else (text[: 2 * OPENING],):
        for body in find_bodies(part):
            if body.kind != "ministry" or len(body.name) <= LONGEST_FORM:
                continue
            acts = body.end < OPENING and _ACTS.match(text, body.end)
            if acts if key is None else body_key(body.name) == key:
                return body.name
    return ministry_in(key, year) if key is not None else None


def _explains_a_ministry(text: str) -> bool:
    """True where a short form in the letter's opening is explained behind a ministry's name."""
    opening = text[:OPENING]
    return any(
        found["form"] in opening
        and text[: found.start()].rstrip(f"{SPACE[1:-1]}s'’").endswith(_MINISTRY_ENDS)
        for found in _EXPLAINED.finditer(text)
    )


def _key_of_domain(lines: Sequence[str], furniture: Sequence[str]) -> str | None:
    """The ministry whose domain is printed, where there is one such only."""
    printed = (line for line in (*lines, *furniture) if ".d" in small_letters(line))
    domains = (
        found["domain"] or found["cut"] for line in printed for found in _DOMAIN.finditer(line)
    )
    keys = {key for domain in domains if (key := body_key(domain)) is not None}
    return keys.pop() if len(keys) == 1 else None


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

    `columns` are the lines of the letter's head, a list for each column they stand in. A short form
    gives the name that the letter prints for that body.
    """
    name = _recipient(columns, title, text)
    key = body_key(name) if name is not None and re.fullmatch(SHORT_FORM, name) else None
    if key is None:
        return name
    lines = [line for lines in columns for line in lines]
    full = [known for known in body_names(key) if not re.fullmatch(SHORT_FORM, known)]
    return next((known for known in full if known in lines or known in text), name)


def _recipient(columns: Sequence[Sequence[str]], title: str, text: str) -> str | None:
    lists = [[part for line in lines for part in _BOX_AFTER_NAME.split(line)] for lines in columns]
    for lines in lists:
        named = _over_address(lines, title, text)
        if named:
            return named
    named = _labelled(columns) or agency_in_title(title, text)
    if named:
        return _in_small_letters(named, text)
    found = _TO_IN_TEXT.search(text)
    addressed = (found["name"] or found["granted"]).strip() if found else None
    return _alone(columns, addressed, text) or addressed


_LABELLED = re.compile(
    rf"(?:{any_of(RECIPIENT_LABELS)}){MAYBE_GAP}(?::{MAYBE_GAP}(?P<name>.*))?", re.IGNORECASE
)


def _labelled(columns: Sequence[Sequence[str]]) -> str | None:
    """The name beside or after a label "Mottaker"."""
    for at, lines in enumerate(columns):
        for line in lines:
            label = _LABELLED.fullmatch(line)
            if label is None:
                continue
            beside = columns[at + 1][0] if at + 1 < len(columns) and columns[at + 1] else ""
            name = _plain_name(label["name"] or beside)
            if _is_name(name):
                return name
    return None


# An address beside lines set otherwise may read as one: "Fiskeridirektoratet Postboks 185".
_BOX_AFTER_NAME = re.compile(rf"(?<=\w) (?={any_of(ADDRESS_WORDS)}\.? \d)", re.IGNORECASE)


def _alone(columns: Sequence[Sequence[str]], addressed: str | None, text: str) -> str | None:
    """A name in the head that is known, that the text repeats, or prints the short form of."""
    for line in (line for lines in columns for line in lines):
        name = _plain_name(line)
        if not _is_name(name) or LETTERHEAD.search(name):
            continue
        short = addressed is not None and re.fullmatch(SHORT_FORM, addressed)
        if (
            is_known(name)
            or (short and shortens(addressed or "", name))
            or (text.count(name) > 1 and not _KIND_WORD.search(name))
        ):
            return name
    return None


def is_known(name: str) -> bool:
    """True for the whole name of a body, or its short form."""
    return body_key(name) is not None or any(body.name == name for body in find_bodies(name))


def _over_address(lines: Sequence[str], title: str, text: str) -> str | None:
    """The name over the first postal address; its lines are joined where it runs over two.

    A street, a person, an office or a house may stand between the two: then the name is the one
    that is known, that the title has, or that the text repeats.
    """
    ends = (at for at, line in enumerate(lines) if ADDRESS_LINE.search(line))
    over = ([_plain_name(name) for name in _names_over(lines[:end])] for end in ends)
    names = next(filter(None, ([name for name in some if _is_name(name)] for some in over)), None)
    if names is None:
        return None
    names = [_without_house(name, title) for name in names]
    small = title.casefold()
    titled = (name for name in names if name.casefold() in small)
    # A directorate that gives a grant may stand over the recipient.
    others = [name for name in names if not _is_sender(name, text)]
    known = (name for name in others if is_known(name))
    repeated = (name for name in reversed(others) if text.count(name) > 1)
    return next(titled, None) or next(known, None) or next(repeated, None) or names[-1]


def _without_house(name: str, title: str) -> str:
    """A name that a cell has run together with a house's: "Norsk polarinstitutt Framsenteret".

    No company's form is a house: "Norsk helsenett SF".
    """
    small = title.casefold()
    if is_known(name) or LETTERHEAD.fullmatch(name) or name.casefold() in small:
        return name
    words = name.split()
    houses = [
        at for at, word in enumerate(words) if at and word[:1].isupper() and word[1:].islower()
    ]
    shorter = (" ".join(words[:at]) for at in reversed(houses))
    return next((one for one in shorter if body_key(one) or one.casefold() in small), name)


def _is_sender(name: str, text: str) -> bool:
    return any(_ACTS.match(text, found.end()) for found in re.finditer(re.escape(name), text))


def _names_over(lines: Sequence[str]) -> list[str]:
    """The lines right over an address, no letterhead among them, names joined that wrap."""
    names: list[str] = []
    for line in lines[-ADDRESS_LINES:]:
        # The letterhead may be set so close over the address that it reads as one line.
        own = LETTERHEAD.sub("", line).strip()
        if own != line.strip():
            names = []
        if own and names and _belongs_together(names[-1], own):
            names[-1] = f"{names[-1]} {own}"
        elif own:
            names.append(own)
    return names


# "v/styret", "(NOKUT)", ", Hovedkontoret" after a name; an organisation number before it.
_BESIDE_NAME = re.compile(
    rf"^\d{{3}} ?\d{{3}} ?\d{{3}}{GAP}|{MAYBE_GAP}\((?-i:{SHORT_FORM})\)$|{GAP}v/.*$"
    rf"|{MAYBE_GAP},{MAYBE_GAP}(?:{any_of(OFFICE_LINES)})$",
    re.IGNORECASE,
)


def _plain_name(line: str) -> str:
    """A line's name without what stands beside it.

    >>> _plain_name("Forbrukerrådet v/styret"), _plain_name("Norad (NORAD)")
    ('Forbrukerrådet', 'Norad')
    """
    return _BESIDE_NAME.sub("", line.strip()).strip()


def _belongs_together(line: str, following: str) -> bool:
    return _is_name(following) and (bool(_GOES_ON.search(line)) or following[:1].islower())


_NO_NAME = re.compile(
    rf"(?:v/|att(?:n)?\b|c/o)|(?:{any_of((*NOT_RECIPIENTS, *OFFICE_LINES))})(?!\w)", re.IGNORECASE
)


def _is_name(line: str) -> bool:
    """True for a line that may be a body's name: no label, number, person, office or list."""
    return (
        bool(line)
        and not any(character.isdigit() for character in line)
        and not _NO_NAME.match(line)
        and not LABEL.match(line)
    )


# "kap. 260, post 50", "Prop. 1 S (2013–2014)", "(2014–2015)", "2016", "for 2. halvår 2017".
_NO_PART_OF_NAME = re.compile(
    rf"kap(?:ittel)?\.?{MAYBE_GAP}\d{{3,4}}(?:{MAYBE_GAP},?{GAP}post(?:ane|ene)?{GAP}\d\d)?|"
    rf"(?:for{GAP}|i{GAP})?(?:budsjettåret{GAP}|året{GAP})?(?:2\.{GAP}halvår{GAP})?{YEAR}|\(.*?\)",
    re.IGNORECASE,
)
_KIND = re.compile(
    rf"(?<!\w)(?:{any_of((*ADDENDUM_WORDS, *BASE_WORDS, *REISSUE_WORDS))})\w*", re.IGNORECASE
)
_TO_FIRST = re.compile(rf"(?:til|for|av|fra|frå){GAP}", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<!\w)nr\.?{MAYBE_GAP}\d{{1,2}}(?!\w)", re.IGNORECASE)
_MATTER = re.compile(
    rf"(?:{any_of((*TITLE_MATTERS, *REISSUE_WORDS, *CHANGED_THINGS))})(?!\w)", re.IGNORECASE
)


def agency_in_title(title: str, text: str = "") -> str | None:
    """The agency that a title names; a name that is known, or that the text has too, first.

    >>> agency_in_title("Tillegg nr. 8 til tildelingsbrev for 2019 til Miljødirektoratet")
    'Miljødirektoratet'
    >>> agency_in_title("Fiskeridirektoratet – tillegg nr. 3 til tildelingsbrev 2023")
    'Fiskeridirektoratet'
    >>> agency_in_title("Tildelingsbrev Bufdir 2022"), agency_in_title("TILDELINGSBREV 2016 – NVE")
    ('Bufdir', 'NVE')
    >>> agency_in_title("Statsbudsjettet 2017 – kap. 729 Pasientombudet – tildeling av bevilgning")
    'Pasientombudet'
    >>> agency_in_title("Tillegg nr. 2 til tildelingsbrev 2023")
    """
    names = [name for name in _named_in(title) if not LETTERHEAD.fullmatch(name)]
    known = (name for name in names if is_known(name) or is_known(name.capitalize()))
    repeated = (name for name in names if text.casefold().count(name.casefold()) > 1)
    return next(known, None) or next(repeated, None) or next(iter(names), None)


def _named_in(title: str) -> Iterator[str]:
    """What a title may name as its recipient, the likeliest first."""
    parts = _TITLE_PARTS.split(title)
    bare = [_NO_PART_OF_NAME.sub(" ", part) for part in parts]
    for part in bare:
        name = " ".join(part.split()).strip(" ,.")
        if not _KIND_WORD.search(part) and _may_be_named(name):
            yield name
    for part in (*parts, *bare):
        for pattern in (_TO_NAME, _AFTER_NUMBER):
            for found in pattern.finditer(part):
                name = found["name"].strip(" ,")
                if not _KIND_WORD.search(name) and _may_be_named(name):
                    yield name
    for part in bare:
        rest = " ".join(_NUMBER.sub(" ", _KIND.sub(" ", part)).split())
        name = _TO_FIRST.sub("", rest).strip(" ,.")
        if _KIND.search(part) and _may_be_named(name):
            yield name


def _may_be_named(name: str) -> bool:
    return name[:1].isupper() and _is_name(name) and not _MATTER.match(name)


def _in_small_letters(name: str, text: str) -> str:
    """A name from a title in capitals, as the text prints it, else as a sentence would."""
    if not name.isupper() or len(name) < 6:
        return name
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
        if not found[0].isupper():
            return found[0]
    return name.capitalize()


def agency_of(name: str | None, text: str, small: str) -> Body | None:
    """The agency with the short form that the letter uses for it.

    `small` is the text in small letters.
    """
    if name is None:
        return None
    key = body_key(name)
    short = (
        _in_brackets(name, text, small)
        or _addressed(name, text, small)
        or _acting(name, text)
        or (_used(key, name, text) if key else None)
    )
    return Body(name=name, abbreviation=short, key=key)


def _used(key: str, name: str, text: str) -> str | None:
    """The short form that a body is known by, where the text has it."""
    small = name.casefold()
    forms = (form for form in body_names(key) if re.fullmatch(SHORT_FORM, form))
    forms = (form for form in forms if form.casefold() != small)
    long_enough = (form for form in forms if len(form) >= SHORTEST_FORM)
    return next((form for form in long_enough if _stands_in(form, text)), None)


def _stands_in(form: str, text: str) -> bool:
    """True for a short form in the text: no part of an address or a case number."""
    return form in text and bool(re.search(rf"(?<![\w/@.]){form}s?(?![\w.]\w)", text))


def ministry_of(name: str | None, text: str, small: str) -> Body | None:
    """The ministry with the short form that the letter uses for it; see `agency_of`."""
    if name is None:
        return None
    short = _in_brackets(name, text, small)
    if short is None:
        short = next((form for form in _ministry_forms(name) if _stands_in(form, text)), None)
    return Body(name=name, abbreviation=short, key=body_key(name))


def _ministry_forms(name: str) -> list[str]:
    """The short forms a ministry may have: those it is known by, else its parts' first letters.

    >>> _ministry_forms("Helse- og omsorgsdepartementet")
    ['HOD']
    """
    key = body_key(name)
    if key is not None:
        return [form for form in body_names(key) if form.isupper()]
    parts = re.findall(rf"{_LETTERS}+", name.removesuffix("departementet"))
    letters = "".join(part[0] for part in parts if part != "og")
    return [f"{letters.upper()}D"] if letters else []


def shortens(form: str, name: str) -> bool:
    """True if a form's letters stand in a name in their order, the first at its start.

    >>> shortens("IMDi", "Integrering- og mangfoldsdirektoratet"), shortens("DFØ", "Språkrådet")
    (True, False)
    """
    letters = iter(name.lower())
    return form[0].lower() == name[0].lower() and all(one in letters for one in form.lower())


def _in_brackets(name: str, text: str, small: str) -> str | None:
    """The short form printed after the name: "Norsk helsenett SF (NHN)"."""
    wanted = small_letters(name)
    at = small.find(wanted)
    while at >= 0:
        found = _FORM_AFTER.match(text, at + len(wanted))
        begins = not (at and text[at - 1].isalnum())
        if found and begins and shortens(found["form"], name):
            return found["form"]
        at = small.find(wanted, at + 1)
    return None


def _addressed(name: str, text: str, small: str) -> str | None:
    """The short form of whom a letter is said to go to: "tildelingsbrev til IMDi for 2020"."""
    end = -1
    for line in small.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        if not has_any(line, _TO_MARKS):
            continue
        for found in _TO_IN_TEXT.finditer(text, start, end):
            form = (found["name"] or found["granted"]).strip()
            if (
                re.fullmatch(SHORT_FORM, form)
                and form.casefold() != name.casefold()
                and shortens(form, name)
            ):
                return form
    return None


def _acting(name: str, text: str) -> str | None:
    """The short form that does things in the text: "NHN skal", twice or more."""
    forms = _FORM_ACTS.findall(text)
    likely = [form for form in forms if shortens(form, name) and form[1:] != name[1 : len(form)]]
    best = max(likely, key=likely.count, default=None)
    return best if best is not None and likely.count(best) > 1 else None
