"""Words of attachments (vedlegg) in bokmål and nynorsk."""

from __future__ import annotations

import re

from tildeling.any_case import AnyCase

MARK = "vedl"
"""What a letter in small letters has in it where it has an attachment."""

_NUMBER = r"(?:\d{1,2}[a-z]?|[A-H]|[IVX]{1,4})(?![\w/])"
_WORD = r"(?:(?:[Uu]t?)?[Tt]rykk?te? )?(?:[Vv]edlegg|VEDLEGG)"

HEADING = re.compile(
    rf"{_WORD}(?:(?:\s+(?:nr\.?\s*)?(?P<number>{_NUMBER}))?(?P<stop>\s*[:.–—-]\s*|\s+|$)"
    r"(?P<title>.*))?",
    re.DOTALL,
)
"""What an attachment, or a line that announces one, begins with: "Vedlegg 1 – Fullmakter"."""

LABEL = re.compile(
    rf"(?:{_WORD}|[Vv]edleggs(?:liste|oversikt)|[Vv]edlegga|[Vv]edleggene|Liste over vedlegg)\s*"
    r"(?P<colon>:\s*|$)(?P<rest>.*)",
    re.DOTALL,
)
"""What a list of attachments begins with: "Vedlegg:", with the first behind it or none."""

ENTRY = re.compile(rf"(?:(?P<number>{_NUMBER})[.):]?\s+(?=[A-ZÆØÅ«\"]))?(?P<title>.+)", re.DOTALL)
"""An attachment in a list."""

ENTRIES = re.compile(r"\s+(?=\d{1,2}[.)] [A-ZÆØÅ])|;\s+|\n")
"""What parts those that stand on one line."""

ONLY_COUNT = re.compile(r"\d{1,2}(?: (?:av \d+|stk\.?|vedlegg))?|ingen|nei|ja", re.IGNORECASE)
"""Such is their number and no title."""

LEADER = re.compile(r"(?:\s*(?:\.{2,}|…+|_{3,})[\s.…]*|\t\s*)\d{1,3}\s*$|(?:\.{2,}|…+)\s*$")
"""The dots and page number of a contents list."""

SAID = AnyCase(
    r"\b(?:jf\.?|jfr\.?|jamfør|se|sjå|i|av|etter) (?:eget |eige )?vedlegg(?:et)? (?:nr\. ?)?"
    r"(?P<number>\d{1,2}|[a-h])(?![\w/])(?!\.\d)(?! (?:til|i|§|del|punkt|pkt))"
)
"""An attachment that running text points to by its number."""

NAMED = AnyCase(
    r"\b(?:jf\.?|jfr\.?|jamfør|se|sjå|i|av|etter|ellers|elles|bruke|nytte) vedlagte "
    r"(?P<title>[a-zæøå-]{6,}(?: for 20\d\d)?)"
)
"""One that it calls by its name: "se vedlagte styringskalender"."""

OF_OTHERS = AnyCase(
    r"(?:forskrift|direktiv|\blov|rundskriv|instruks|avtale|prop\.|st\.)\S*\s.{0,20}$"
)
"""Words right before that make it an attachment of something else."""
