"""Whether content is what a page's content may be: a damaged one has words that are no operators.

All content is looked at, so it is done at some two hundred megabytes a second: strings go, then
digits, and what is left of a page are some thirty different words. Where these look wrong, it is
looked at again with care.
"""

from __future__ import annotations

import re

# Bytes of content that are looked at: a page of 10,000 words has some 300,000. Of longer content,
# as much as ends with a text.
LONGEST = 5_000_000

# ISO 32000-1, annex A, and what may stand in a dictionary beside them.
OPERATORS = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k"
    b" l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W"
    b" W* y ' \" true false null".split()
)

_WITHOUT_DIGITS = OPERATORS | {b"d"}
_NOT_OPERANDS = OPERATORS - {b"true", b"false", b"null"}
# How many operands they ask for, where the number is fixed.
_LEAST = {
    **dict.fromkeys(b"g G i j J M w Tc TL Ts Tw Tz Tr Tj ' Do gs sh cs CS".split(), 1),
    **dict.fromkeys(b"l m Td TD Tf".split(), 2),
    **dict.fromkeys(b'rg RG "'.split(), 3),
    **dict.fromkeys(b"k K re v y".split(), 4),
    **dict.fromkeys(b"c cm Tm".split(), 6),
}
# Possessive, and taken too where its end is missing, so that none is looked at twice. Brackets
# within brackets need no sign before them: codes of two bytes have them by chance.
_INSIDE = rb"[^()\\]++|\\."
for _ in range(6):
    _INSIDE = rb"[^()\\]++|\\.|\((?:" + _INSIDE + rb")*+\)"
_STRING = re.compile(
    rb"%[^\r\n]*+|<[0-9A-Fa-f\s]*+>|\((?:" + _INSIDE + rb")*+(?:\)|(\Z|.))", re.DOTALL
)
# Takes a bracket after any backslash for the string's: without a look at each backslash it is three
# times as fast.
_INSIDE_AT_SIGHT = rb"[^()]++|(?<=\\)[()]"
for _ in range(2):
    _INSIDE_AT_SIGHT += rb"|\((?:" + _INSIDE_AT_SIGHT + rb")*+\)"
_STRING_AT_SIGHT = re.compile(rb"\((?:" + _INSIDE_AT_SIGHT + rb")*+(?:\)|(\Z|.))", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<[0-9A-Fa-f\s]*+>")
_NO_ARRAY = re.compile(rb"[^\]\s]\s*\bTJ\b")
_PICTURE = re.compile(rb"\bID\s")
_PICTURE_END = re.compile(rb"\sEI\b")
_SPACES = bytes.maketrans(b"[]<>\0\t\r\n\f", b" " * 9)
_DIGITS = b"0123456789.-+"


def is_garbled(content: bytes) -> bool:
    """True where content has words that are no operators, or text that does not begin or end."""
    content = _as_far_as_looked_at(content)
    return _is_odd(_bare_at_sight(content)) and _is_odd(_bare(content))


def _as_far_as_looked_at(content: bytes) -> bytes:
    if len(content) <= LONGEST:
        return content
    end = content.rfind(b"\nET", 0, LONGEST)
    return content[: end + len(b"\nET")] if end >= 0 else b""


def _is_odd(bare: bytes | None) -> bool:
    if bare is None:
        return True
    words = bare.translate(_SPACES, _DIGITS).split()
    odd = set(words) - _WITHOUT_DIGITS
    if any(not word.startswith(b"/") for word in odd) and b"BX" not in words:
        return True
    return words.count(b"BT") != words.count(b"ET")


def lacks_operands(content: bytes) -> bool:
    """True where an operator has fewer numbers, names and strings before it than it asks for.

    Takes ten times as long.
    """
    bare = _bare(_as_far_as_looked_at(content), b" /string ") or b""
    if bare.count(b"[") != bare.count(b"]") or _NO_ARRAY.search(bare):
        return True
    had = 0
    for word in bare.translate(_SPACES).split():
        if word in _NOT_OPERANDS:
            if had < _LEAST.get(word, 0):
                return True
            had = 0
        else:
            had += 1
    return False


def _bare_at_sight(content: bytes) -> bytes | None:
    """As `_bare`, but for pictures, comments, and strings that end in a backslash: these stay."""
    bare = _without(_STRING_AT_SIGHT, content, b" ")
    return bare and _HEXADECIMAL.sub(b" ", bare)


def _bare(content: bytes, string: bytes = b" ") -> bytes | None:
    """The content's words without pictures, `string` for strings and comments; None where a string
    does not end.
    """
    return _without(_STRING, _without_pictures(content) if b"ID" in content else content, string)


def _without(strings: re.Pattern[bytes], content: bytes, string: bytes) -> bytes | None:
    parts = strings.split(content)
    if set(parts[1::2]) - {None}:
        return None
    return string.join(parts[::2]).replace(b"/", b" /")


def _without_pictures(content: bytes) -> bytes:
    """The content without the bytes of pictures in it."""
    kept, at = [], 0
    while (begin := _PICTURE.search(content, at)) and (
        end := _PICTURE_END.search(content, begin.end() - 1)
    ):
        kept.append(content[at : begin.end()])
        at = end.start()
    return b"".join([*kept, content[at:]])
