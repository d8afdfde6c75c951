"""Everything that is printed for a person, in bokmål, nynorsk or English.

The code says each thing by a plain English sentence, which is the key to it. What it is in bokmål
and nynorsk stands in `locale/nb` and `locale/nn`, in files that gettext reads and that any editor
of translations opens: to mend a word, mend it there. `make words` brings the files up to date with
the code.
"""

from __future__ import annotations

import datetime as dt
import gettext
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

Language = Literal["nb", "nn", "en"]

DOMAIN = "tildeling"
LOCALE = Path(__file__).parent / "locale"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NO_BREAK = "\N{NO-BREAK SPACE}"

# The languages of an environment ("nn_NO.UTF-8") that are answered in Norwegian.
SPOKEN: Mapping[str, Language] = {"nn": "nn", "nb": "nb", "no": "nb"}


def to_say(message: str) -> str:
    """The message as it is: one that stands in a table, and is said by `Words.say` later."""
    return message


def to_count(one: str, many: str) -> tuple[str, str]:
    """The two forms as they are, for `Words.counted` later."""
    return one, many


@dataclass(frozen=True)
class Message:
    """A message with its values, which is said later: who makes it does not know who reads it.

    >>> told = Message("{name} is {kind}.", {"name": "brev.png", "kind": Message("a picture")})
    >>> str(told)
    'brev.png is a picture.'
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, words: Words) -> str:
        """The message in the language of the words."""
        return words.say(self.text, **self.values)

    def __str__(self) -> str:
        return self.said(words_in("en"))


class Words:
    """What there is to say, in one language. Nothing is remembered, so that threads may share it.

    >>> words_in("nb").say("Nothing found.")
    'Ingen funn.'
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._formatter = _Formatter(self)
        # English is what the code says, so it needs no file.
        self._told: gettext.NullTranslations = (
            gettext.NullTranslations()
            if language == "en"
            else gettext.translation(DOMAIN, LOCALE, [language])
        )

    def say(self, message: str, /, **values: object) -> str:
        """The message, with the values where it names them.

        `{n:,}` in it is a number as the language writes it, and a value that is a `Message` is said
        in the language too.

        >>> words_in("nn").say("page {page}: ", page=4)
        'side 4: '
        """
        told = self._told.gettext(message)
        # What somebody else wrote may have braces of its own.
        return self._formatter.vformat(told, (), values) if values else told

    def known(self, text: str) -> str:
        """The text in this language where it is one that `to_say` marks, else as it is.

        >>> words_in("nb").known("its content is damaged"), words_in("nb").known("{not ours}")
        ('innholdet er ødelagt', '{not ours}')
        """
        return self._told.gettext(text) if text else text

    def counted(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The message for so many; `{n}` in it is the number.

        >>> words_in("nn").counted("{n} warning", "{n} warnings", 12)
        '12 åtvaringar'
        """
        told = self._told.ngettext(one, many, number)
        return told.format(n=self.number(number), **values)

    def number(self, number: int | Decimal) -> str:
        r"""A number, thousands apart, which no line break parts.

        Thousands are parted as letters part them in every language: findings quote them.

        >>> words_in("nb").number(-1_912_400_000), words_in("nb").number(Decimal("4.20"))
        ('-1\xa0912\xa0400\xa0000', '4,20')
        >>> words_in("en").number(Decimal("1912.4"))
        '1\xa0912.4'
        """
        digits = f"{number:,}" if isinstance(number, int) else f"{number:,f}"
        whole, _, decimals = digits.replace(",", NO_BREAK).partition(".")
        sign = "." if self.language == "en" else ","
        return f"{whole}{sign}{decimals}" if decimals else whole

    def grouped(self, count: int) -> str:
        r"""How many there are of something that no letter prints, as programs write it.

        >>> words_in("nb").grouped(12345), words_in("en").grouped(12345)
        ('12\xa0345', '12,345')
        """
        return f"{count:,}" if self.language == "en" else self.number(count)

    def signed(self, number: int) -> str:
        r"""A whole number with its sign, of what was added or taken.

        >>> words_in("nb").signed(1_500), words_in("nb").signed(-800), words_in("nb").signed(0)
        ('+1\xa0500', '-800', '0')
        """
        return f"+{self.number(number)}" if number > 0 else self.number(number)

    def date(self, day: dt.date) -> str:
        """A day. In English its month is a word: which of two numbers is the month, nobody knows.

        >>> day = dt.date(2026, 6, 1)
        >>> words_in("nb").date(day), words_in("en").date(day)
        ('01.06.2026', '1 June 2026')
        """
        if self.language == "en":
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        return f"{day:%d.%m.%Y}"


class _Formatter(string.Formatter):
    """`str.format`, but for numbers and messages."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Message):
            value = value.said(self._words)
        elif format_spec == ",":
            return self._words.grouped(value)
        return str(super().format_field(value, format_spec))


@cache
def words_in(language: Language) -> Words:
    """The words of a language."""
    return Words(language)


def environment_language(environment: Mapping[str, str]) -> Language:
    """The language that a person's environment asks for: Norwegian where it says so, else English.

    >>> environment_language({"LANG": "nn_NO.UTF-8"}), environment_language({"LANG": "C"})
    ('nn', 'en')
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if asked := environment.get(name):
            return SPOKEN.get(asked[:2].lower(), "en")
    return "en"


LANGUAGES: tuple[Language, ...] = get_args(Language)
