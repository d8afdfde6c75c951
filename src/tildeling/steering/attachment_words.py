"""Words of attachments (vedlegg) in bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase

# What a letter in small letters has in it where it has an attachment.
MARK = "vedl"

_NUMBER = r"(?:\d{1,2}[a-z]?|[A-H]|[IVX]{1,4})(?![\w/])"
_WORD = r"(?:(?:[Uu]t?)?[Tt]rykk?te? )?(?:[Vv]edlegg|VEDLEGG)"

# What an attachment, or a line that announces one, begins with: "Vedlegg 1 – Fullmakter".
HEADING = re.compile(
    rf"{_WORD}(?:(?:\s+(?:nr\.?\s*)?(?P<number>{_NUMBER}))?(?P<stop>\s*[:.–—-]\s*|\s+|$)"
    r"(?P<title>.*))?",
    re.DOTALL,
)

# What a list of attachments begins with: "Vedlegg:", with the first behind it or none.
LABEL = re.compile(
    rf"(?:{_WORD}|[Vv]edleggs(?:liste|oversikt)|[Vv]edlegga|[Vv]edleggene|Liste over vedlegg)\s*"
    r"(?P<colon>:\s*|$)(?P<rest>.*)",
    re.DOTALL,
)

# An attachment in a list.
ENTRY = re.compile(rf"(?:(?P<number>{_NUMBER})[.):]?\s+(?=[A-ZÆØÅ«\"]))?(?P<title>.+)", re.DOTALL)

# What parts those that stand on one line.
ENTRIES = re.compile(r"\s+(?=\d{1,2}[.)] [A-ZÆØÅ])|;\s+|\n")

# Such is their number and no title.
ONLY_COUNT = re.compile(r"\d{1,2}(?: (?:av \d+|stk\.?|vedlegg))?|ingen|nei|ja", re.IGNORECASE)

# The dots and page number of a contents list.
LEADER = re.compile(r"(?:\s*(?:\.{2,}|…+|_{3,})[\s.…]*|\t\s*)\d{1,3}\s*$|(?:\.{2,}|…+)\s*$")

# An attachment that running text points to by its number.
SAID = AnyCase(
    r"\b(?:jf\.?|jfr\.?|jamfør|se|sjå|i|av|etter) (?:eget |eige )?vedlegg(?:et)? (?:nr\. ?)?"
    r"(?P<number>\d{1,2}|[a-h])(?![\w/])(?!\.\d)(?! (?:til|i|§|del|punkt|pkt))"
)

# One that it calls by its name: "se vedlagte styringskalender".
NAMED = AnyCase(
    r"\b(?:jf\.?|jfr\.?|jamfør|se|sjå|i|av|etter|ellers|elles|bruke|nytte) vedlagte "
    r"(?P<title>[a-zæøå-]{6,}(?: for 20\d\d)?)"
)

# Words right before that make it an attachment of something else.
OF_OTHERS = AnyCase(
    r"(?:forskrift|direktiv|\blov|rundskriv|instruks|avtale|prop\.|st\.)\S*\s.{0,20}$"
)
