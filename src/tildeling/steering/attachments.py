"""A letter's attachments (vedlegg)."""

from __future__ import annotations

from tildeling.letter import Attachment
from tildeling.steering.letter_body import LetterBody


def read_attachments(body: LetterBody) -> tuple[Attachment, ...]:
    """The letter's attachments (vedlegg), in reading order."""
    return ()
