"""What every command does at the door: tells errors, prints, and ends with a status."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tildeling.errors import OutputError, OutputWarning, TildelingError
from tildeling.words import NO_BREAK, Language, Words, environment_language, to_say, words_in

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import RenderableType

# What stands for standard input where a FILE is given, as in other programs.
STDIN = Path("-")

FAILED = 1
# 128 plus the number of SIGINT, as a shell reports it.
INTERRUPTED = 130


# Of the command line alone: what is called from Python is given a language.
ASKED: ContextVar[Language | None] = ContextVar("the language that --lang asks for", default=None)


def words_here() -> Words:
    """The words of whoever types commands: of `--lang`, else of the environment."""
    return words_in(ASKED.get() or environment_language(os.environ))


@contextmanager
def errors_told(file: Path | None = None) -> Iterator[None]:
    """Ends the program with a status and a word on stderr where its surroundings fail it.

    Any other exception is a bug, and shows its traceback.
    """
    try:
        yield
    except TildelingError as error:
        _tell_error(error, file)
        raise typer.Exit(FAILED) from error
    except KeyboardInterrupt as error:
        raise typer.Exit(INTERRUPTED) from error


@contextmanager
def pages_shown(*, ocr: bool) -> Iterator[None]:
    """While pages are read off pictures, which takes seconds, a terminal shows how many are."""
    if not (ocr and sys.stderr.isatty()):
        yield
        return
    from tildeling.batch.recognise import pages_told

    shown, words = "", words_here()

    def show(read: int, known: int) -> None:
        nonlocal shown
        line = ""
        if read < known:
            line = words.say("{read:,} of {known:,} pictures of pages read", read=read, known=known)
        typer.echo(f"\r{line:<{len(shown)}}\r{line}", nl=False, err=True)
        shown = line

    token = pages_told.set(show)
    try:
        yield
    finally:
        pages_told.reset(token)
        if shown:
            show(0, 0)


@contextmanager
def warnings_told() -> Iterator[None]:
    """Tells each warning at the end, on a line of stderr."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", OutputWarning)
        try:
            yield
        finally:
            for warning in caught:
                assert isinstance(warning.message, OutputWarning)
                tell(f"tildeling: {warning.message.said.said(words_here())}")


def _tell_error(error: TildelingError, file: Path | None) -> None:
    """Prints `tildeling: NAME: message [code]`, and what to do about it on the lines after."""
    from tildeling.export.terminal import printable

    message, hint = error.told(words_here())
    if file not in (None, STDIN):
        # The message may begin with the name, since in Python it stands alone.
        message = message.removeprefix(str(file)).removeprefix(file.name).lstrip(": ")
        message = f"{file}: {message}"
    tell(f"tildeling: {printable(message)} [{error.code}]", *map(printable, hint.split("\n")))


def given(file: Path) -> tuple[Path | bytes, str]:
    """What to read for a FILE, and its name; for a dash, the PDF or text on standard input."""
    if file != STDIN:
        return file, ""
    from tildeling.limits import Limits
    from tildeling.read.source import is_pdf

    # A byte more than is read of a file, so that what is too large is told as that.
    data = sys.stdin.buffer.read(Limits().max_bytes + 1)
    return data, "stdin.pdf" if is_pdf(data) else "stdin.txt"


def once(files: Iterable[Path]) -> None:
    """Ends the program where standard input is given twice: it can be read once."""
    if list(files).count(STDIN) > 1:
        problem = words_here().say("Standard input can stand for one file only.")
        raise typer.BadParameter(problem, param_hint="-")


def tell(*lines: str) -> None:
    """Prints lines to stderr."""
    for line in lines:
        typer.echo(line, err=True)


def as_json(model: BaseModel) -> str:
    """A model's JSON, as stdout takes it."""
    return model.model_dump_json(indent=2, ensure_ascii=not takes_utf8()) + "\n"


def printed(renderable: RenderableType) -> str:
    """What rich makes of it, as wide as the terminal, with colours if stdout is one."""
    from rich.console import Console

    console = Console(markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        console.print(renderable)
    # rich fills every line up with spaces, which are in the way of whoever pipes or copies; and
    # nobody types a no-break space into the search for a sum.
    text = capture.get().replace(NO_BREAK, " ")
    return encodable("".join(f"{line.rstrip(' ')}\n" for line in text.split("\n")[:-1]))


def terminal_width() -> int:
    """Characters on a line of the terminal."""
    from rich.console import Console

    return Console().width


def encodable(text: str) -> str:
    """`text` with a question mark for whatever stdout's encoding lacks."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        return text.encode(encoding).decode(encoding)
    except UnicodeEncodeError:
        spaced = text.replace(NO_BREAK, " ")
        return spaced.encode(encoding, "replace").decode(encoding)


def takes_utf8() -> bool:
    """True if what is printed leaves as UTF-8. JSON in any other encoding is none (RFC 8259)."""
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf8sig")


def write(text: str) -> None:
    """Prints `text`. A reader that has had enough (`| head`) is no failure."""
    with _stdout_told():
        sys.stdout.write(text)
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Prints a file's bytes as they are, whatever encoding and line ends stdout has."""
    with _stdout_told():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_file(path: Path, data: bytes, letter: Path) -> None:
    """Writes a file that was made of `letter`, never over that, or ends the program."""
    with errors_told():
        if path.exists() and letter.exists() and path.samefile(letter):
            raise OutputError(
                "{file} is the letter itself.", to_say("Give another name."), file=path
            )
        try:
            path.write_bytes(data)
        except OSError as error:
            hint = to_say("Give a file in a folder that exists and can be written.")
            raise OutputError(
                "{file} cannot be written: {problem}.", hint, file=path, problem=error.strerror
            ) from error


@contextmanager
def _stdout_told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _leave_stdout()
        raise typer.Exit from error
    except OSError as error:
        _leave_stdout()
        told = words_here().say("standard output: {reason}", reason=error.strerror)
        tell(f"tildeling: {told}")
        raise typer.Exit(FAILED) from error


def _leave_stdout() -> None:
    """What is still in the buffer goes nowhere, or Python would complain of it at its exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
