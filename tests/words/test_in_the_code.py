"""What is printed for a person is said by the room of words: none of it is in Norwegian code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tildeling

SOURCE = Path(tildeling.__file__).parent
ROOMS = ("archive", "batch", "export", "notebook", "words")
FILES = [
    *(path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py"))),
    *(SOURCE / name for name in ("cli.py", "door.py", "findings.py")),
    *sorted(SOURCE.glob("*_rules.py")),
]
TEMPLATES = sorted((SOURCE / "export" / "templates").glob("*.html"))

NORWEGIAN = re.compile(
    r"[æøåÆØÅ]"
    r"|\b(?:av|brev|brevet|brevene|er|et|etter|for|fra|frist|frister|funn|hva|ikke|ikkje|ingen|kap|kroner"
    r"|med|nye|og|oppdrag|ord|side|som|står|tabell|tildeling|tillegg|til|under|uten)\b",
    re.IGNORECASE,
)
"""A letter that English has not, or one of the words that any Norwegian sentence has."""

# "under" and "for" are English too, and kroner and the program's name are the same in both.
ENGLISH_TOO = {"under", "for", "kroner", "tildeling", "er", "et", "side"}

# Names of languages are the same in English, and so is what is quoted from letters.
SAME_IN_ENGLISH = re.compile(r'bokmål|nynorsk|"[^"]*"', re.IGNORECASE)

# Labels that letters print, and a file's title that is for readers of both languages.
ALLOWED = {
    "frist og rapportering",
    "Tildelingsbrev som data / Allocation letters as data",
}


def strings(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that are not its documentation."""
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def is_norwegian(text: str) -> bool:
    """Whether a text is for a reader of Norwegian; a single word may be a name in the code."""
    own = SAME_IN_ENGLISH.sub("", text)
    found = {word.casefold() for word in NORWEGIAN.findall(own)} - ENGLISH_TOO
    foreign = any(not word.isascii() for word in found)
    return text not in ALLOWED and (foreign or (bool(found) and " " in text.strip()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_norwegian_stands_in_code_that_prints(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [text for text in strings(tree) if is_norwegian(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.S)
    text = re.sub(r"<[^>]*>|&\w+;", " ", bare)
    said = re.findall(r"[^\W\d_]{2,}", text)
    expected = {"card_answer.html": ANSWER, "card_frames.html": FRAMES}.get(path.name, set())
    assert set(said) == expected


# What a developer's own tables show: names of fields and columns, which are English everywhere.
ANSWER = {"key", "name", "letters", "file", "page", "words", "Not", "read"}
FRAMES = {"Table", "Rows", "Columns"}


def test_a_sentence_in_norwegian_is_found() -> None:
    assert is_norwegian("Brevet har ingen mål.")
    assert is_norwegian("44 nye linjer om penger")
    assert not is_norwegian("p. {pages}")
    assert not is_norwegian("oppdrag")
