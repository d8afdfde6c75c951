"""What is no text among the characters of a PDF or a plain text, and what is written in two ways.

The one home of cleaning: every room after reads letters composed ("å" is one character), digits in
ASCII, ligatures spelt out, and nothing that has no width or controls a printer.
"""

from __future__ import annotations

import re
import unicodedata

from tildeling.errors import NotAPdfError
from tildeling.words import to_say

SOFT_HYPHEN = "\u00ad"

# Stands for a character whose meaning the font does not tell.
NOT_TEXT = "\ufffd"

# Ligatures, and numbers in circles or brackets, or with their full stop.
_SPELT_OUT = re.compile("[\ufb00-\ufb06\u2460-\u249b]")

# Chooses among the looks of the character before it.
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

# A ring set over a letter, as TeX draws "å" from its oldest fonts.
_RING = re.compile("\u02da([aA])")

# A text that needs no cleaning.
_PLAIN = re.compile("[\n\f\t -~\xa0-\xac\xae-\u01ff\u2010-\u2026\u2212\u2022\uf000-\uf0ff]*")
_ODD = re.compile("[^\n\f\t -~\xa0-\u01ff\u2010-\u2026]")

_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_IN_NUMBER = re.compile("(?<=\\d)[\v\x85\u2028\u2029](?=\\d)")
_SPACES = re.compile("[\x1c-\x1f]")
# What pdfium prints for a hyphen at a line's end, where it joins the lines.
_PDFIUM_HYPHEN = re.compile("(?<=\\w)[\ufffe\x02](?=\\w)")
_UNSEEN_HYPHEN = re.compile("(?<=[^\\W\\d_])\u00ad(?=[^\\W\\d_])")
_HYPHEN = re.compile("(?<=\\w)\u00ad(?=\\w)")
_SURROGATE = re.compile("[\ud800-\udfff]")
# How pdfium gives a character beyond the first 65,536.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

_PLACES = re.compile(f"{NOT_TEXT}\\S|\\S{NOT_TEXT}")
# Letters from the Cyrillic ones on; Greek ones stand beside Latin ones in units and names.
_SCRIPTS = "\u0400-\u1dff\u2e80-\ud7ff\uf900-\ufaff"
_OTHER = re.compile(f"[{_SCRIPTS}]")
_LATIN = "A-Za-z\xc0-\xff"
_MIXED = re.compile(f"[{_LATIN}][{_SCRIPTS}]|[{_SCRIPTS}][{_LATIN}]")


def has_other_letters(words: str) -> bool:
    """True where words have characters that their font has no letters for, or letters of another
    script among Latin ones: what letters the font has is damaged. A bullet often has none.

    >>> has_other_letters("tildelin\ufffdsbrev"), has_other_letters("tildelin香sbrev")
    (True, True)
    >>> has_other_letters("\ufffd 5 µg α-blokkere til 北京")
    False
    """
    if NOT_TEXT in words and _PLACES.search(words):
        return True
    # None of 551 real files has any: they are looked for first.
    return bool(_OTHER.search(words) and _MIXED.search(words))


def clean(text: str) -> str:
    """The text of a word without what is no text.

    Ligatures are spelt out, digits of other scripts are ASCII's, letters and their marks are
    composed. Characters without width and control characters go. What cannot be written out (half a
    surrogate pair, a code that is no character) becomes U+FFFD. A soft hyphen that was drawn is a
    hyphen; a reader that knows a line end's to be soft puts it back.

    >>> clean("o\ufb03sielt"), clean("2020\u00ad017"), clean("\u200b"), clean("V\u02daar")
    ('offisielt', '2020-017', '', 'Vår')
    >>> clean("Va\u030ar"), clean("\u0664\u0665"), clean("\uff14\uff15")
    ('Vår', '45', '45')
    """
    if text.isascii() and text.isprintable():
        return text
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    text = _SPELT_OUT.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = "".join(map(_clean_character, text))
    return unicodedata.normalize("NFC", _RING.sub("\\1\u030a", text))


def _clean_character(character: str) -> str:
    if character == SOFT_HYPHEN:
        return "-"
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Zl", "Zp") or _VARIATION.match(character):
        return ""
    if category == "Cs" or ord(character) & 0xFFFE == 0xFFFE:
        return NOT_TEXT
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return character


def clean_text(text: str) -> str:
    r"""A whole plain text without what is no text: its lines end in "\n", its pages in "\f".

    A soft hyphen inside a word is not seen; converters write one for the hyphen of a number, too,
    and where a line ends. Raises `NotAPdfError` for half a surrogate pair: then it is no Unicode.

    >>> clean_text("oppf\u00adølging\x0bi 2026\u00ad01,\u200b 45\u2028600 kroner")
    'oppfølging\ni 2026-01, 45 600 kroner'
    """
    if _PLAIN.fullmatch(text):
        return text
    half = _SURROGATE.search(text)
    if half is not None:
        raise NotAPdfError(
            "The text is not Unicode: its character {number:,} is half a surrogate pair ({code}).",
            to_say(
                "Decode the file as what it is, mostly UTF-8, and without errors='surrogateescape'."
            ),
            number=half.start() + 1,
            code=f"U+{ord(half[0]):04X}",
        )
    text = _PDFIUM_HYPHEN.sub("-\n", _SPACES.sub(" ", text))
    text = _LINE_END.sub("\n", _IN_NUMBER.sub(" ", text))
    text = _HYPHEN.sub("-", _UNSEEN_HYPHEN.sub("", text))
    text = _ODD.sub(lambda odd: clean(odd[0]), text)
    return unicodedata.normalize("NFC", _RING.sub("\\1\u030a", text))
