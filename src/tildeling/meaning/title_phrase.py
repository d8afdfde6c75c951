"""Where the title of an assignment ends that stands in one paragraph with its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tildeling.find.cues import find_statuses
from tildeling.find.dates import find_dates
from tildeling.meaning.amending_words import LAPSES_FIRST, LAPSES_THEN, RESUMES_FIRST
from tildeling.meaning.labels import match_label
from tildeling.meaning.marked_words import (
    ADJECTIVES,
    AFTER_INFINITIVES,
    ALSO_ADJECTIVES,
    FINITE_VERBS,
    GENERIC_BODIES,
    INFINITIVES,
    NO_INFINITIVES,
)

# Characters of a first phrase; the longest title that runs into its text in real-form letters has
# about 90.
LONGEST_PHRASE = 120

_ABBREVIATIONS = (
    *("nr", "jf", "kap", "pkt", "mv", "inkl", "ca", "bl.a", "f.eks", "m.m", "meld", "prop"),
    *("innst", "st", "ofl", "offl", "dep", "post", "ev", "evt", "pr", "s"),
)
_CAPITAL_NEXT = r"(?=\s+(?-i:[A-ZÆØÅ]))"
# Not after a digit or an abbreviation: "nr. 2", "jf. brev".
_STOP = "".join(rf"(?<!\b{re.escape(each)})" for each in _ABBREVIATIONS) + r"(?<!\d)[.:](?=\s)"
# "Fase 2. Direktoratet skal": one digit is a title's own, and so is a year before a capital.
_STOP_AFTER_DIGIT = rf"(?<=[a-zæøå]\s\d)\.{_CAPITAL_NEXT}"
_STOP_AFTER_YEAR = rf"(?<=\D)\d{{4}}[.:]{_CAPITAL_NEXT}"
_ENDS = re.compile(rf"{_STOP}|{_STOP_AFTER_DIGIT}|:(?=\s)|{_STOP_AFTER_YEAR}|[.:]$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# "Utgreiinga sendast"; not a genitive ("kommunenes bruk") or another word that ends so.
_PASSIVE = re.compile(
    r"""
    (?!(?:
        felles | diabetes | annerledes | særdeles | samstundes | innenlandes | utenlandes
        | kontrast | ballast | trelast | overlast | \w+plast
        # "kommunenes"; "fjernes" is a verb
        | (?!fjernes|tjenes|fortjenes|forenes|menes)\w+(?:enes|ernes)
    )$)
    [a-zæøå]{4,}(?:es|ast)
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"\s[–—-]\s+")
# "Oppdraget om billettsamarbeid fell bort" is a sentence about one, not its title; so is "Som
# varslet forlenges fristen", and "Rasteplasser – Oppdraget utgår" has a title before it.
_NAMES_NONE = re.compile(
    r"""
    (?:.*\s[–—-]\s+)?(?:oppdraget|oppdrag[ ]om|arbeidet|fristen|tiltaket|prosjektet)\b
    # "På bakgrunn av", "I tråd med", "Av hensyn til", "Herved"
    | (?:
        som | etter | på[ ](?:grunn|bakgrunn)[ ]av | grunnet
        | i[ ](?:tråd|samsvar|forståelse|forståing)[ ]med | av[ ](?:hensyn|omsyn)[ ]til
        | ettersom | siden | sidan | fordi | da | i[ ]lys[ ]av | med[ ]dette | herved
        | videre | vidare
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "15. februar, men utsettes til 30. april": the rest of a sentence, no title and its verb.
_GOES_ON = re.compile(r",\s+(?:og|men|mens|medan)$", re.IGNORECASE)
# Letters; shorter words that end so are mostly something else: "annen", "eget".
SHORTEST_DEFINITE = 5
_RELATIVE = frozenset(("som", "der"))


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title at the start of some words; both are offsets into them."""

    end: int
    """Where the title ends, its full stop or colon left out."""
    rest: int
    """Where the text after it begins."""
    lapses: bool = False
    """True where the next word says that what it names is taken back."""


def title_phrase(words: str, bold_until: int = 0) -> TitlePhrase | None:
    """The title that a paragraph begins with, or None where it begins with its text.

    A title is set apart in bold (the first `bold_until` characters), or is a first phrase without a
    finite verb that a full stop, a colon or the end of the paragraph closes. A phrase in the
    infinitive is text.

    >>> words = "Klimaregnskap for reiser. Norec skal utvikle en modell."
    >>> title_phrase(words)
    TitlePhrase(end=24, rest=26, lapses=False)
    >>> title_phrase("Utarbeide en plan for tilsynet.") is None
    True
    >>> title_phrase("Norec skal utvikle en modell. Frist er 1. mai.") is None
    True
    """
    under_verb = _under_verb(words)
    if under_verb is not None:
        return under_verb
    if 2 < bold_until < len(words) and match_label(words, bold_until) is None:
        return TitlePhrase(_trimmed(words, bold_until), _next(words, bold_until))
    dash = _DASH.search(words, 0, LONGEST_PHRASE)
    if dash is not None and is_title(words[: dash.start()]) and _is_text(words[dash.end() :]):
        return TitlePhrase(dash.start(), dash.end())
    for match in _ENDS.finditer(words, 0, min(len(words), LONGEST_PHRASE)):
        end = match.end() - 1
        if words.count("(", 0, end) > words.count(")", 0, end):
            continue  # "(jf. Prop. 1 S (2024-2025) s. 45)"
        if not is_title(words[:end]) or _is_time(words[:end]):
            return None
        return TitlePhrase(end, _next(words, match.end()))
    if len(words) <= LONGEST_PHRASE and is_title(words) and not _is_due(words):
        return TitlePhrase(len(words), len(words))
    return None


def _under_verb(words: str) -> TitlePhrase | None:
    """The title in "Farlige stoffer i havner gjenopptas. Ny frist er 1. november"."""
    verb = RESUMES_FIRST.search(words, 0, LONGEST_PHRASE)
    lapse = LAPSES_THEN.search(words, 0, LONGEST_PHRASE)
    first = min((match.start() for match in (verb, lapse) if match is not None), default=0)
    if (
        not first
        or _NAMES_NONE.match(words)
        or _ENDS.search(words, 0, first) is not None
        or _GOES_ON.search(words, 0, first) is not None
        or not is_title(words[:first])
    ):
        return None
    if lapse is not None and lapse.start() == first:
        return TitlePhrase(first, lapse.end(), lapses=True)
    if verb is not None and words[:first].endswith(("–", "—", "-", "(")):
        # "Plan for utfasing – forlenget": a note beside the title, and no text.
        after = verb.end() + len(words[verb.end() :]) - len(words[verb.end() :].lstrip(" .)"))
        return TitlePhrase(_trimmed(words, first), after) if after == len(words) else None
    return TitlePhrase(first, first + 1)


def _is_time(phrase: str) -> bool:
    """True for "Innen 1. mars 2025" and "Fortløpende": when something is due, and not what."""
    spans = [(date.start, date.end) for date in find_dates(phrase)]
    spans.extend((status.start, status.end) for status in find_statuses(phrase))
    return (0, len(phrase)) in spans


def _is_due(phrase: str) -> bool:
    """True for what names the day that it is due by: "Oversette nettsidene innen 1. mai"."""
    return any(date.qualifier in ("by", "end_of") for date in find_dates(phrase))


def is_title(phrase: str) -> bool:
    """True for a phrase without a finite verb that does not begin with an infinitive.

    >>> is_title("Gebyrer etter selvkost"), is_title("Vurdere gebyrene"), is_title("Etaten skal se")
    (True, False, False)
    """
    tokens = _WORD.findall(phrase)
    if not tokens or (
        not phrase[:1].isupper() and not phrase[:1].isdigit() and phrase[:1] not in '«"“'
    ):
        return False
    if _begins_with_infinitive(tokens) or _says_what_body_does(tokens):
        return False
    if tokens[0].lower() in ("å", "det", "dette", "vi", "sammen", "saman", "i"):
        return False
    before = ""
    for token in tokens:
        if before not in _RELATIVE and (token in FINITE_VERBS or _PASSIVE.fullmatch(token)):
            return False
        before = token.lower()
    return True


def has_finite_verb(words: str) -> bool:
    """True where one of the words is a finite verb, or a passive."""
    return any(word in FINITE_VERBS or _PASSIVE.fullmatch(word) for word in _WORD.findall(words))


def is_infinitive_phrase(words: str) -> bool:
    """True for words that say what is to be done: "Utrede en merkeordning for kaier"."""
    tokens = _WORD.findall(words)
    return bool(tokens) and _begins_with_infinitive(tokens)


def _says_what_body_does(tokens: list[str]) -> bool:
    """True for "NSM leder en", "Tilsynet utreder": a body and any verb in the present.

    >>> is_title("NSM leder en gruppe"), is_title("IT-systemer i etaten")
    (False, True)
    """
    if len(tokens) < 3 or not tokens[1].islower() or not tokens[1].endswith(("er", "ar", "ør")):
        return False
    if tokens[0].lower() in GENERIC_BODIES:
        return True
    is_short = len(tokens[0]) > 1 and tokens[0].isupper()
    return is_short and tokens[2].lower() in AFTER_INFINITIVES


def _is_text(words: str) -> bool:
    """True for what follows a title: a sentence or a phrase in the infinitive."""
    tokens = _WORD.findall(words[:LONGEST_PHRASE])
    return bool(tokens) and (
        _begins_with_infinitive(tokens)
        or LAPSES_FIRST.match(words) is not None
        or any(token in FINITE_VERBS or _PASSIVE.fullmatch(token) for token in tokens[:4])
    )


def _begins_with_infinitive(tokens: list[str]) -> bool:
    first = tokens[0].lower()
    second = tokens[1].lower() if len(tokens) > 1 else ""
    if first in INFINITIVES:
        return first not in ALSO_ADJECTIVES or second in AFTER_INFINITIVES
    if first in NO_INFINITIVES or first in ADJECTIVES or not first.endswith("e"):
        return False
    return first.endswith("ere") or second in AFTER_INFINITIVES or _is_definite(tokens[1:2])


def _is_definite(after: list[str]) -> bool:
    """True for "nettsidene", "planen": after a noun or an adjective it has an article before it."""
    return any(
        word.islower()
        and len(word) > SHORTEST_DEFINITE
        and word.endswith(("ene", "ane", "en", "et"))
        for word in after
    )


def _trimmed(words: str, end: int) -> int:
    return len(words[:end].rstrip(" .:(–—-"))


def _next(words: str, at: int) -> int:
    return at + len(words[at:]) - len(words[at:].lstrip(" .:–—-"))
