"""What an extra brings is asked for before anything is done that needs it."""

from __future__ import annotations

from importlib.util import find_spec

from tildeling.errors import MissingExtraError


def needs(what: str, extra: str, *modules: str) -> None:
    """Raises `MissingExtraError` where a module of an extra is not installed.

    `what` needs it: the first word of the message.
    """
    for module in modules:
        if find_spec(module) is None:
            raise MissingExtraError(
                f"{what} needs {module}, which is not installed.",
                f"Install it: pip install 'tildeling[{extra}]'",
            )
