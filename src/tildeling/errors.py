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

from typing import ClassVar


class TildelingError(Exception):
    """The root: the only exception that reading a letter lets out.

    Errors can be pickled, so that a worker process can hand one to its parent.
    """

    code: ClassVar[str] = "failed"
    hint: str = "Check the file, and try again."

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if hint is not None:
            self.hint = hint

    def __str__(self) -> str:
        return self.message


class InputNotFoundError(TildelingError, FileNotFoundError):
    """The path leads to no readable file: it is missing, a folder, or closed to this user."""

    code = "not_found"
    hint = "Check the path. `tildeling parse` takes one file; `tildeling convert` takes folders."


class NotAPdfError(TildelingError, ValueError):
    """The file is neither a PDF nor UTF-8 text, or it is empty."""

    code = "not_a_pdf"
    hint = "Give a PDF, or plain text in UTF-8 with the file name ending in .txt."


class DamagedPdfError(TildelingError, ValueError):
    """The file begins as a PDF, but cannot be opened or has no pages."""

    code = "damaged"
    hint = "Fetch the file again; opening and saving it in a PDF viewer may also mend it."


class EncryptedPdfError(TildelingError, PermissionError):
    """The PDF asks for a password."""

    code = "encrypted"
    hint = "Save a copy without a password, and give that."


class NoTextLayerError(TildelingError, ValueError):
    """The PDF's pages are pictures, which are read only where that is asked for, or empty."""

    code = "no_text_layer"
    hint = "Check that the file holds what it should."


class TooLargeError(TildelingError, ValueError):
    """The file, its pages or its text are over the limits."""

    code = "too_large"
    hint = "Raise the limit if you trust the file: see tildeling.Limits."


class NotAnAllocationLetterError(TildelingError, ValueError):
    """The text was read, but nothing in it says that it is an allocation letter."""

    code = "not_an_allocation_letter"
    hint = "tildeling reads tildelingsbrev, their tillegg and the like; is this the right file?"


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
    hint = "Make room or choose another folder with --out, and run again: what is done is kept."


class OutputWarning(UserWarning):
    """What was written is not all as it was asked for; the message says what differs."""


class MissingExtraError(TildelingError, ModuleNotFoundError):
    """What was asked for needs a library that does not come with tildeling itself."""

    code = "missing_extra"
    hint = "Install the extra that the documentation names for it."


class ExecutorError(TildelingError, RuntimeError):
    """The executor that was given to `convert` broke, or was shut down."""

    code = "executor"
    hint = "Make a new executor and run again: what is done is kept, the rest is done then."


class SchemaVersionError(TildelingError):
    """JSON was written by a release of tildeling whose schema this one does not know.

    It is no `ValueError`, which pydantic would take for one of a field.
    """

    code = "schema_version"
    hint = "Install the newest release: pip install --upgrade tildeling."


def hint_of(code: str) -> str:
    """What to do about an input that failed with this code, where no more is known of it."""
    return next((kind.hint for kind in _INPUT_ERRORS if kind.code == code), TildelingError.hint)


def other_version(version: str, known: str) -> SchemaVersionError:
    """The error for JSON of another schema version than the one that is known."""
    is_older = version.isdigit() and int(version) < int(known)
    return SchemaVersionError(
        f"The JSON has schema version {version}; this release of tildeling reads {known}.",
        "Read the PDF again: tildeling parse FILE." if is_older else None,
    )


def unknown_value(place: str, value: object) -> SchemaVersionError:
    """The error for JSON with a word that has no meaning in this release."""
    return SchemaVersionError(
        f"The JSON has {value!r} as {place}, which this release of tildeling does not know."
    )


class QuestionError(TildelingError, ValueError):
    """A question to an archive names something that is not in it, or does not say enough."""

    code = "question"
    hint = "See tildeling ask --help."


class UnknownBodyError(QuestionError):
    """No letter of the archive is to a body of that name."""
