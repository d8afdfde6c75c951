"""What can go wrong with an input: one root, one class for each code of the contract's batch part.

    TildelingError
    ├── InputNotFoundError          not_found                  (also FileNotFoundError)
    ├── NotAPdfError                not_a_pdf                  (also ValueError)
    ├── DamagedPdfError             damaged                    (also ValueError)
    ├── EncryptedPdfError           encrypted                  (also PermissionError)
    ├── NoTextLayerError            no_text_layer              (also ValueError)
    ├── TooLargeError               too_large                  (also ValueError)
    ├── NotAnAllocationLetterError  not_an_allocation_letter   (also ValueError)
    ├── OutputError                 not of an input: the output folder fails   (also OSError)
    ├── ExecutorError               nor this: a given executor fails           (also RuntimeError)
    ├── QuestionError               nor this: an archive cannot answer (also ValueError)
    │   └── UnknownBodyError
    ├── SchemaVersionError          nor this: JSON of another schema version
    └── MissingExtraError           nor this: a library is not installed  (also ModuleNotFoundError)

`str(error)` says what is wrong; `error.hint` says what to do about it.
"""

from __future__ import annotations

from copy import copy
from typing import ClassVar, Self

from tildeling.words import Message, Words, to_say


class TildelingError(Exception):
    """The root: the only exception that reading a letter lets out.

    Errors can be pickled, so that a worker process can hand one to its parent.
    """

    code: ClassVar[str] = "failed"
    hint: str = to_say("Check the file, and try again.")

    def __init__(self, message: str, hint: str | None = None, /, **values: object) -> None:
        """Both are plain English, to which `tildeling.words` has the Norwegian; the values are what
        they name in braces.
        """
        super().__init__(message)
        told = {name: _kept(value) for name, value in values.items()}
        self.said = Message(message, told)
        self.advised = Message(hint or self.hint, told if hint else {})
        self.hint = str(self.advised)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.said)

    def __str__(self) -> str:
        return self.message

    def told(self, words: Words) -> tuple[str, str]:
        """What is wrong and what to do about it, in a language."""
        return self.said.said(words), self.advised.said(words)

    def at(self, place: object) -> Self:
        """The same error, which says where it befell."""
        error = copy(self)
        error.said = Message(to_say("{place}: {problem}"), {"place": place, "problem": self.said})
        return error

    def advising(self, hint: str) -> Self:
        """The same error, with other advice."""
        error = copy(self)
        error.advised, error.hint = Message(hint), hint
        return error


def _kept(value: object) -> object:
    """A value as it can be kept: an exception of somebody else's may hold anything."""
    return value if isinstance(value, str | int | float | Message) else str(value)


class InputNotFoundError(TildelingError, FileNotFoundError):
    """The path leads to no readable file: it is missing, a folder, or closed to this user."""

    code = "not_found"
    hint = to_say(
        "Check the path. `tildeling parse` takes one file; `tildeling convert` takes folders."
    )


class NotAPdfError(TildelingError, ValueError):
    """The file is neither a PDF nor UTF-8 text, or it is empty."""

    code = "not_a_pdf"
    hint = to_say("Give a PDF, or plain text in UTF-8 with the file name ending in .txt.")


class DamagedPdfError(TildelingError, ValueError):
    """The file begins as a PDF, but cannot be opened or has no pages."""

    code = "damaged"
    hint = to_say("Fetch the file again; opening and saving it in a PDF viewer may also mend it.")


class EncryptedPdfError(TildelingError, PermissionError):
    """The PDF asks for a password."""

    code = "encrypted"
    hint = to_say("Save a copy without a password, and give that.")


class NoTextLayerError(TildelingError, ValueError):
    """The PDF's pages are pictures, which are read only where that is asked for, or empty."""

    code = "no_text_layer"
    hint = to_say("Check that the file holds what it should.")


class TooLargeError(TildelingError, ValueError):
    """The file, its pages or its text are over the limits."""

    code = "too_large"
    hint = to_say("Raise the limit if you trust the file: see tildeling.Limits.")


class NotAnAllocationLetterError(TildelingError, ValueError):
    """The text was read, but nothing in it says that it is an allocation letter."""

    code = "not_an_allocation_letter"
    hint = to_say(
        "tildeling reads tildelingsbrev, their tillegg and the like; is this the right file?"
    )


_INPUT_ERRORS: tuple[type[TildelingError], ...] = (
    InputNotFoundError,
    NotAPdfError,
    DamagedPdfError,
    EncryptedPdfError,
    NoTextLayerError,
    TooLargeError,
    NotAnAllocationLetterError,
)


class OutputError(TildelingError, OSError):
    """The output folder cannot be written: the disk is full, or closed to this user."""

    code = "output"
    hint = to_say(
        "Make room or choose another folder with --out, and run again: what is done is kept."
    )


class OutputWarning(UserWarning):
    """What was written is not all as it was asked for; the message says what differs."""

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.said = Message(message, values)

    def __str__(self) -> str:
        return str(self.said)


class MissingExtraError(TildelingError, ModuleNotFoundError):
    """What was asked for needs a library that does not come with tildeling itself."""

    code = "missing_extra"
    hint = to_say("Install the extra that the documentation names for it.")


class ExecutorError(TildelingError, RuntimeError):
    """The executor that was given to `convert` broke, or was shut down."""

    code = "executor"
    hint = to_say("Make a new executor and run again: what is done is kept, the rest is done then.")


class SchemaVersionError(TildelingError):
    """JSON was written by a release of tildeling whose schema this one does not know.

    It is no `ValueError`, which pydantic would take for one of a field.
    """

    code = "schema_version"
    hint = to_say("Install the newest release: pip install --upgrade tildeling.")


def hint_of(code: str) -> str:
    """What to do about an input that failed with this code, where no more is known of it."""
    return next((kind.hint for kind in _INPUT_ERRORS if kind.code == code), TildelingError.hint)


def other_version(version: str, known: str) -> SchemaVersionError:
    """The error for JSON of another schema version than the one that is known."""
    is_older = version.isdigit() and int(version) < int(known)
    return SchemaVersionError(
        "The JSON has schema version {version}; this release of tildeling reads {known}.",
        to_say("Read the PDF again: tildeling parse FILE.") if is_older else None,
        version=version,
        known=known,
    )


def unknown_value(place: str, value: object) -> SchemaVersionError:
    """The error for JSON with a word that has no meaning in this release."""
    return SchemaVersionError(
        "The JSON has {value} as {place}, which this release of tildeling does not know.",
        value=repr(value),
        place=place,
    )


class QuestionError(TildelingError, ValueError):
    """A question to an archive names something that is not in it, or does not say enough."""

    code = "question"
    hint = to_say("See tildeling ask --help.")


class UnknownBodyError(QuestionError):
    """No letter of the archive is to a body of that name."""
