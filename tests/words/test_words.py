"""Words in three languages: every message has them, and files are those that the code asks for."""

import ast
import datetime as dt
import pickle
import runpy
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from tildeling import words as words_room
from tildeling.errors import DamagedPdfError, NotAPdfError, TildelingError, TooLargeError
from tildeling.words import Language, environment_language, words_in

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "words.py"))
NORWEGIAN = SCRIPT["NORWEGIAN"]


@pytest.fixture(scope="module")
def said() -> Catalog:
    catalogue: Catalog = SCRIPT["said"]()
    return catalogue


def keys(catalogue: Catalog) -> set[object]:
    return {message.id for message in SCRIPT["messages"](catalogue)}


def strings(of: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (of or "",) if isinstance(of, str | None) else tuple(of)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def all_messages() -> Iterator[tuple[str, Message]]:
    for language in NORWEGIAN:
        for message in SCRIPT["messages"](SCRIPT["written"](language)):
            yield language, message


@pytest.mark.parametrize("language", NORWEGIAN)
def test_the_files_have_the_messages_of_the_code_and_no_others(
    language: str, said: Catalog
) -> None:
    assert keys(SCRIPT["written"](language)) == keys(said), "run `make words`"


@pytest.mark.parametrize("language", NORWEGIAN)
def test_what_gettext_reads_is_what_people_mended(language: str) -> None:
    with SCRIPT["path_of"](language, "mo").open("rb") as file:
        read = read_mo(file)
    told = {strings(one.id)[0]: strings(one.string) for one in SCRIPT["messages"](read)}
    mended = SCRIPT["messages"](SCRIPT["written"](language))
    assert told == {strings(one.id)[0]: strings(one.string) for one in mended}, "run `make words`"


def test_no_message_stands_where_the_extraction_does_not_see_it(said: Catalog) -> None:
    extracted = {strings(one.id)[0] for one in SCRIPT["messages"](said)}
    missed = [
        (path.name, node.lineno, node.args[0].value)
        for path in SCRIPT["SOURCE"].rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", None)) in SCRIPT["KEYWORDS"]
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value not in extracted
    ]
    assert missed == []


def test_every_message_has_words_that_somebody_has_looked_at() -> None:
    unsaid = [
        (language, message.id)
        for language, message in all_messages()
        if message.fuzzy or not all(strings(message.string))
    ]
    assert unsaid == []


def test_every_message_names_the_same_values_in_every_language() -> None:
    odd = [
        (language, message.id)
        for language, message in all_messages()
        if set().union(*map(fields, strings(message.string)))
        != set().union(*map(fields, strings(message.id)))
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "nb_NO", "LC_ALL": "C"}, "en"),
        ({"LANG": "nb_NO", "LC_MESSAGES": "nn_NO"}, "nn"),
        ({"LANG": "sv_SE"}, "en"),
        ({"LANG": ""}, "en"),
        ({}, "en"),
    ],
)
def test_an_environment_is_answered_in_norwegian_where_it_asks_for_it(
    environment: dict[str, str], language: Language
) -> None:
    assert environment_language(environment) == language


ERRORS = SCRIPT["ERRORS"]


def test_every_error_is_raised_with_a_message_that_has_words(said: Catalog) -> None:
    known = keys(said)
    odd = [
        (path.name, node.lineno, ast.unparse(node))
        for path in SCRIPT["SOURCE"].rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", None)) in ERRORS
        and not (
            node.args
            and isinstance(node.args[0], ast.Constant)
            # The advice after it, where it stands here.
            and known.issuperset(one.value for one in node.args if isinstance(one, ast.Constant))
        )
    ]
    assert odd == []


@pytest.mark.parametrize("kind", SCRIPT["KINDS"], ids=lambda kind: kind.__name__)
def test_every_error_gives_advice_that_has_words(kind: type[TildelingError], said: Catalog) -> None:
    assert kind.hint in keys(said)


def test_an_error_is_told_in_a_language_and_stays_english_in_python() -> None:
    error = TooLargeError(
        "{name} has {count:,} bytes; the limit is {limit:,}.", name="a.pdf", count=12345, limit=10
    )
    assert str(error) == "a.pdf has 12,345 bytes; the limit is 10."
    assert error.told(words_in("nn"))[0] == "a.pdf har 12\xa0345 byte; grensa er 10."
    assert error.told(words_in("nb"))[1].startswith("Hev grensen")


def test_an_error_that_comes_from_another_process_can_still_be_told() -> None:
    error = NotAPdfError(
        "{name} is {kind}.",
        name="a.doc",
        kind=words_room.Message("a Word document: save it as PDF"),
    )
    come = pickle.loads(pickle.dumps(error.at("brev.zip")))
    assert str(come) == "brev.zip: a.doc is a Word document: save it as PDF."
    assert come.told(words_in("nb"))[0] == "brev.zip: a.doc er et Word-dokument: lagre det som PDF."
    assert come.hint == NotAPdfError.hint


def test_what_somebody_else_says_may_have_braces() -> None:
    assert str(TildelingError("no {such} thing")) == "no {such} thing"
    error = DamagedPdfError("{place}: {reason}", place="a", reason=ValueError("{b}"))
    assert error.told(words_in("nb"))[0] == "a: {b}"


def test_each_language_writes_days_and_numbers_its_own_way() -> None:
    day = dt.date(2026, 3, 5)
    told = {one: (words_in(one).date(day), words_in(one).number(1234)) for one in ("nn", "en")}
    assert told == {"nn": ("05.03.2026", "1\xa0234"), "en": ("5 March 2026", "1\xa0234")}
