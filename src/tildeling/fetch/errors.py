"""What can go wrong while letters are fetched."""

from __future__ import annotations

from tildeling.errors import TildelingError
from tildeling.words import to_say


class KudosError(TildelingError, OSError):
    """The archive does not answer, or not as it should."""

    code = "fetch"
    hint = to_say("Try again later: what is there already is not fetched again.")
