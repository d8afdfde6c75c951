"""Help and wrong usage in the language of whoever types.

Typer writes both in English. What the code says of its commands and options is said in the language
before typer sets it; typer's own sentences are known by their form, and said when all is set. One
that a later typer writes otherwise stays in English.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Annotated, Any, TypeVar, get_args

import typer
from typer.core import TyperCommand, TyperGroup

from tildeling.door import ASKED, words_here
from tildeling.words import Language, Words, to_say

Function = TypeVar("Function", bound=Callable[..., Any])

OPTION = "--lang"

# Typer has it from click, and gives it no public name; wrong parameters are of the same family.
WrongUsage: Any = next(
    one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException"
)

HEADINGS = (to_say("Usage: {rest}"), to_say("Arguments:"), to_say("Options:"), to_say("Commands:"))
# What typer says, each on a line of its own; a value may be a sentence too.
SENTENCES = (
    *HEADINGS,
    to_say("Error: {problem}"),
    to_say("Try '{command}' for help."),
    to_say("Invalid value for {where}: {problem}"),
    to_say("Invalid value: {problem}"),
    to_say("Missing argument {name}."),
    to_say("Missing option {name}."),
    to_say("Missing command."),
    to_say("No such option: {name} (Possible options: {names})"),
    to_say("No such option: {name}"),
    to_say("No such command {name}. Did you mean {names}?"),
    to_say("No such command {name}."),
    to_say("Got unexpected extra argument(s) ({names})"),
    to_say("Option {name} requires an argument."),
    to_say("Option {name} does not take a value."),
    to_say("Value error, {problem}"),
    to_say("Input should be a valid integer, unable to parse string as an integer"),
    to_say("Input should be a valid number, unable to parse string as a number"),
    to_say("Input should be greater than or equal to {least}"),
    to_say("{value} is not one of {values}."),
    to_say("{value} is not a valid {kind}."),
    to_say("{value} is not in the range {range}."),
    to_say("{value} does not match the formats {formats}."),
    to_say("{value} does not match the format {formats}."),
)

# What typer says of `--help`, which it adds last.
HELP = to_say("Show this message and exit.")

# Words in the brackets at the end of an option's help.
REMARKS = (("[default:", to_say("default")), ("required]", to_say("required")))


def language_in(arguments: Sequence[str]) -> Language | None:
    """The language that a command line asks for, wherever on it; None where it asks for none.

    >>> language_in(["diff", "a.pdf", "b.pdf", "--lang=nn"]), language_in(["parse", "--lang"])
    ('nn', None)
    """
    given = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    asked = [one.partition("=")[2] for one in given if one.startswith(f"{OPTION}=")]
    asked += [value for option, value in pairwise(given) if option == OPTION]
    return next((language for language in get_args(Language) if language in asked), None)


def _at_the_end(arguments: Sequence[str]) -> list[str]:
    """The arguments with a language that stands before the command after it, where it belongs.

    >>> _at_the_end(["--lang", "nn", "parse", "brev.pdf"])
    ['parse', 'brev.pdf', '--lang', 'nn']
    """
    given = list(arguments)
    count = 2 if given[:1] == [OPTION] else int(given[:1] != [] and given[0].startswith("--lang="))
    asked, rest = given[:count], given[count:]
    if not rest or rest[0].startswith("-"):
        return given  # `tildeling --lang nn --help`
    end = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:end], *asked, *rest[end:]]


def said(line: str, words: Words) -> str:
    """A line of typer's in the language of the words.

    >>> from tildeling.words import words_in
    >>> said("Error: Missing argument 'FILE'.", words_in("nb"))
    "Feil: 'FILE' mangler."
    """
    for sentence in SENTENCES:
        if found := _pattern(sentence).fullmatch(line):
            values = {name: said(value, words) for name, value in found.groupdict().items()}
            return words.say(sentence, **values)
    return line


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", sentence)
    groups = (f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(groups))


def _help_said(text: str, words: Words) -> str:
    """A page of help as typer set it, with typer's own words in the language."""
    for remark, word in REMARKS:
        text = text.replace(remark, remark.replace(word, words.say(word)))
    # A heading begins a line; what the options do is set further in, and was said before.
    lines = text.split("\n")
    return "\n".join(line if line.startswith(" ") else said(line, words) for line in lines)


def _say_all(command: Any, words: Words) -> None:
    """Says what a command, its options and the commands under it do."""
    for each in helped(command):
        each.help = "\n\n".join(words.say(one) for one in paragraphs(each.help))


def helped(command: Any) -> Iterator[Any]:
    """All that has a help: a command, its options and arguments, and the commands under it."""
    yield from (each for each in (command, *command.params) if getattr(each, "help", None))
    for under in getattr(command, "commands", {}).values():
        yield from helped(under)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help, each a message."""
    return [" ".join(each.split()) for each in text.split("\n\n")]


def _say_help_option(command: Any, ctx: Any) -> None:
    """Gives the option --help, which click adds, its words."""
    option = command.get_help_option(ctx)
    if option is not None:
        option.help = words_here().say(HELP)


class Command(TyperCommand):
    """A command that helps in the language of whoever types."""

    def get_help(self, ctx: Any) -> str:
        """The page of help."""
        _say_help_option(self, ctx)
        return _help_said(super().get_help(ctx), words_here())


class Group(TyperGroup):
    """Commands that help, and tell wrong usage, in the language of whoever types."""

    def get_help(self, ctx: Any) -> str:
        """The page of help."""
        _say_help_option(self, ctx)
        return _help_said(super().get_help(ctx), words_here())

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Reads the arguments; those of the first group tell the language of all."""
        if parent is None:
            ASKED.set(language_in(args))
            _say_all(self, words_here())
            args = _at_the_end(args)
        return super().make_context(info_name, args, parent, **extra)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Runs the command, and ends the program with its status."""
        run = partial(
            super().main, args, prog_name, complete_var, False, windows_expand_args, **extra
        )
        if not standalone_mode:
            return run()
        try:
            status = run()
        except typer.Abort:
            sys.exit(1)
        except WrongUsage as error:
            text = io.StringIO()
            error.show(text)
            for line in text.getvalue().splitlines():
                typer.echo(said(line, words_here()), err=True)
            sys.exit(error.exit_code)
        sys.exit(status if isinstance(status, int) else 0)


class App(typer.Typer):
    """Commands, each of which helps in the language of whoever types."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(cls=Group, **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Function], Function]:
        """Makes a function a command."""
        return super().command(name, **{"cls": Command, **settings})


Lang = Annotated[
    Language | None,
    typer.Option(
        OPTION,
        help="Bokmål, nynorsk or English for help and messages; without it, the environment's.",
    ),
]
