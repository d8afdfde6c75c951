"""Brings the files of words up to date with the code, and makes of them what gettext reads.

`src/tildeling/words/locale/*/LC_MESSAGES/tildeling.po` keep what is in them; what the code says
anew is added without words, and what it says no more goes. What is left to write is listed.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tildeling import errors
from tildeling.cli import app
from tildeling.fetch import asking
from tildeling.fetch import errors as fetch_errors
from tildeling.usage import helped, paragraphs

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tildeling"
NORWEGIAN = ("nb", "nn")
NEVER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
TOLD = [value for module in (errors, fetch_errors, asking) for value in vars(module).values()]
KINDS = sorted(
    {one for one in TOLD if isinstance(one, type) and issubclass(one, errors.TildelingError)},
    key=lambda kind: kind.__name__,
)
ERRORS = (*(kind.__name__ for kind in KINDS), "OutputWarning")
"""Every error is made with its message."""
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
SAYING = ("say", "to_say", "Message", *ERRORS)
KEYWORDS = dict.fromkeys(SAYING) | {"counted": (1, 2), "to_count": (1, 2)}
"""What the code calls with a message, and which of its arguments are one. No variable has such a
name where messages follow: from 2.19 on babel then takes the next bracket for the call's."""


def said() -> Catalog:
    """Every message of the code, with the files that say it, and the help of every command."""
    catalogue = Catalog(domain="tildeling")
    found = extract_from_dir(str(SOURCE), METHODS, keywords=KEYWORDS, strip_comment_tags=True)
    for file, _line, message, comments, context in found:
        catalogue.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    for command in helped(typer.main.get_command(app)):
        for paragraph in paragraphs(command.help):
            catalogue.add(paragraph, None, [("cli.py", 0)])
    return catalogue


def path_of(language: str, kind: str = "po") -> Path:
    """The file that people mend (po), or the one that gettext reads (mo)."""
    return SOURCE / "words" / "locale" / language / "LC_MESSAGES" / f"tildeling.{kind}"


def written(language: str) -> Catalog:
    """The catalogue as it stands."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language, domain="tildeling")


def brought_up(language: str, template: Catalog) -> Catalog:
    """The catalogue with the messages of the code, and of these alone, each with its words."""
    old = written(language)
    new = Catalog(locale=language, domain="tildeling", fuzzy=False)
    for message in messages(template):
        known = old.get(message.id, message.context)
        words = known.string if known else ""
        comments = list(known.user_comments) if known else []
        places = [(file, None) for file in sorted({file for file, _ in message.locations})]
        new.add(message.id, words, places, user_comments=comments, context=message.context)  # type: ignore[arg-type]
    return new


def messages(catalogue: Catalog) -> Iterator[Message]:
    """All but the head."""
    return (message for message in catalogue if message.id)


def as_po(catalogue: Catalog) -> bytes:
    """The file that people mend: in the order of its messages, so that lines stay in place."""
    stream = io.BytesIO()
    stream.write(f"# {HEAD[catalogue.locale_identifier or '']}\n".encode())
    stream.write(
        b'msgid ""\nmsgstr ""\n'
        b'"Content-Type: text/plain; charset=utf-8\\n"\n'
        + f'"Language: {catalogue.locale_identifier}\\n"\n'.encode()
        + b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    write_po(stream, catalogue, width=100, omit_header=True, sort_output=True)
    return stream.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The file that gettext reads. It is the same whenever it is made."""
    plain = Catalog(locale=catalogue.locale, fuzzy=False, creation_date=NEVER, revision_date=NEVER)
    for message in messages(catalogue):
        plain.add(message.id, message.string, context=message.context)
    stream = io.BytesIO()
    write_mo(stream, plain)
    return stream.getvalue()


HEAD = {
    "nb": "Det tildeling sier, på bokmål. Rett ordene her, og kjør «make words».",
    "nn": "Det tildeling seier, på nynorsk. Rett orda her, og køyr «make words».",
}


def main() -> int:
    template = said()
    missing = 0
    for language in NORWEGIAN:
        catalogue = brought_up(language, template)
        path_of(language).write_bytes(as_po(catalogue))
        path_of(language, "mo").write_bytes(as_mo(catalogue))
        for message in messages(catalogue):
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            if not all(strings):
                missing += 1
                print(f"{language}: no words yet for {message.id!r}")
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
