"""What is seen of a page that is a picture: all that is kept of it once it was read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from tildeling.ocr.typography import MeasuredWord
from tildeling.read.page import Ruling
from tildeling.read.view import Box, Matrix

# Goes up where a page is seen otherwise than before: what was kept of it is then read anew.
VERSION = 13


class SeenPage(BaseModel):
    """What a picture of a page holds, set upright and straight.

    It is plain data, so that it can come from another process, or from a file that an earlier run
    wrote: neither the picture nor the engine is needed again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    width: float
    height: float
    """In points."""
    to_shown: Matrix
    """From the page as it is read to the page as it is shown."""
    lines: list[list[MeasuredWord]]
    rulings: list[Ruling]
    unread: list[Box] = []
    """Where ink as high as figures stands that no word was read from."""
