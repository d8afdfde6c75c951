"""PDFs that are wrong in the ways that files get, and in those that people make them."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

OBJECT = re.compile(rb"\d+ 0 obj\b.*?\bendobj", re.DOTALL)
STREAM = re.compile(rb"(stream\r?\n)(.*?)(\r?\nendstream)", re.DOTALL)
NUMBER = re.compile(rb"\b\d{1,10}\b")
REFERENCE = re.compile(rb"\b\d+ 0 R\b")
KIDS = re.compile(rb"/Kids\s*\[.*?\]", re.DOTALL)

EXTREMES = (b"0", b"-1", b"2147483648", b"99999999999999999999", b"1e30", b"0.0000001")
OPERATORS = (
    b"Tj",
    b"Tm",
    b"Td",
    b"cm",
    b"Do",
    b"q",
    b"Q",
    b"BT",
    b"ET",
    b"re",
    b"Tr",
    b"W n",
    b"'",
)

BOMB_BYTES = 100_000_000


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """`data` after one to four mutations; `other` is a file to take parts from."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(MUTATIONS)(data, other, chance)
    # Seldom, since each takes a worker seconds, and they are all alike.
    return bomb(data, other, chance) if chance.random() < 0.01 else data


def flip_bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 10, 100, 1000))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A download that broke off, or one without its beginning."""
    at = chance.randrange(len(data) + 1)
    return data[:at] if chance.random() < 0.8 else data[at:]


def drop(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A block in the middle is gone."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 512, 4096)) :]


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def swap_objects(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Two objects change places, contents against numbers."""
    found = list(OBJECT.finditer(data))
    if len(found) < 2:
        return data
    one, two = sorted(chance.sample(found, 2), key=re.Match.start)
    bodies = [match.group().split(b" obj", 1)[1] for match in (one, two)]
    heads = [match.group().split(b" obj", 1)[0] + b" obj" for match in (one, two)]
    return b"".join(
        (
            data[: one.start()],
            heads[0] + bodies[1],
            data[one.end() : two.start()],
            heads[1] + bodies[0],
            data[two.end() :],
        )
    )


def extreme_numbers(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Numbers of the file's structure become too large, negative or odd."""
    return _replace(NUMBER, data, chance, lambda _: chance.choice(EXTREMES))


def other_references(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """References point elsewhere."""
    return _replace(REFERENCE, data, chance, lambda _: b"%d 0 R" % chance.randrange(40))


def loop_page_tree(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The page tree holds itself, or one page many times."""
    found = REFERENCE.findall(data)
    if not found:
        return data
    many = b" ".join(chance.choice(found) for _ in range(chance.choice((1, 5, 2000))))
    if chance.random() < 0.5:
        parent = re.search(rb"(\d+) 0 obj\s*<<[^>]*/Kids", data)
        many += b" %s 0 R" % (parent.group(1) if parent else b"1")
    return KIDS.sub(lambda _: b"/Kids [" + many + b"]", data)


def bomb(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A stream that is small in the file and huge when it is unpacked."""
    return _replace(
        STREAM, data, chance, lambda match: match[1] + chance.choice(BOMBS) + match[3], most=1
    )


def change_content(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """What a page draws, changed before it is packed again."""

    def changed(match: re.Match[bytes]) -> bytes:
        try:
            content = zlib.decompress(match[2])
        except zlib.error:
            return match[0]
        change = chance.choice((flip_bytes, cut, drop, extreme_numbers, _shuffle, _repeat))
        return match[1] + zlib.compress(change(content, other, chance)) + match[3]

    return _replace(STREAM, data, chance, changed, most=3)


def _shuffle(content: bytes, other: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(line if chance.random() < 0.9 else chance.choice(OPERATORS) for line in lines)


def _repeat(content: bytes, other: bytes, chance: random.Random) -> bytes:
    return content * chance.choice((2, 20, 200))


def _replace(
    pattern: re.Pattern[bytes],
    data: bytes,
    chance: random.Random,
    new: Callable[[re.Match[bytes]], bytes],
    most: int = 5,
) -> bytes:
    found = list(pattern.finditer(data))
    chosen = chance.sample(found, min(len(found), chance.randint(1, most)))
    for match in sorted(chosen, key=re.Match.start, reverse=True):
        data = data[: match.start()] + new(match) + data[match.end() :]
    return data


def _packed(unit: bytes) -> bytes:
    packer = zlib.compressobj(9)
    parts = [packer.compress(unit * (10_000_000 // len(unit))) for _ in range(BOMB_BYTES // 10**7)]
    return b"".join(parts) + packer.flush()


BOMBS = tuple(_packed(unit) for unit in (b"\0", b"q ", b"BT (a) Tj ET\n", b"0 0 m 9 9 l S\n"))

MUTATIONS = (
    flip_bytes,
    cut,
    drop,
    splice,
    swap_objects,
    extreme_numbers,
    other_references,
    loop_page_tree,
    change_content,
    change_content,
    change_content,
)
