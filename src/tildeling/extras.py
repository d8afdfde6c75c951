"""What an extra brings is asked for before anything is done that needs it."""

from __future__ import annotations

from importlib.util import find_spec

from tildeling.errors import MissingExtraError
from tildeling.words import Message, to_say


def needs(what: str | Message, extra: str, *modules: str) -> None:
    """Raises `MissingExtraError` where a module of an extra is not installed.

    `what` needs it: the first word of the message.
    """
    for module in modules:
        if find_spec(module) is None:
            raise MissingExtraError(
                "{what} needs {module}, which is not installed.",
                to_say("Install it: pip install '{package}'"),
                what=what,
                module=module,
                package=f"tildeling[{extra}]",
            )


# What reading pictures of pages takes.
OCR = ("rapidocr", "onnxruntime", "cv2", "numpy")


def needs_ocr() -> None:
    """Raises `MissingExtraError` where pictures of pages cannot be read."""
    needs(Message("Reading pictures of pages"), "ocr", *OCR)


def has_ocr() -> bool:
    """True where pictures of pages can be read."""
    return all(find_spec(module) is not None for module in OCR)
