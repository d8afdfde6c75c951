"""What became of one input: a line of the manifest."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tildeling.methods import Shown

Status = Literal["ok", "partial", "failed", "skipped"]
ReadStatus = Literal["ok", "partial"]
ErrorCode = Literal[
    "not_found",
    "not_a_pdf",
    "damaged",
    "encrypted",
    "no_text_layer",
    "too_large",
    "timeout",
    "crashed",
    "not_an_allocation_letter",
]


class ConversionResult(Shown, BaseModel):
    """What became of one input.

    >>> ConversionResult(path="a.pdf", status="failed", error="encrypted").output is None
    True
    """

    # A later release may add fields; this one reads its manifest all the same.
    model_config = ConfigDict(frozen=True, extra="ignore")

    path: str = Field(description="The input as it was given, or as it was found in a folder.")
    from_output: str | None = Field(
        default=None,
        description="The way from the output folder to the input, which holds where both are moved "
        "together; null for a URL.",
    )
    sha256: str | None = Field(
        default=None,
        pattern="^[0-9a-f]{64}$",
        description="SHA-256 of the input; null where it could not be read to its end.",
    )
    status: Status = Field(
        description="ok; partial: pages could not be read; failed; skipped: done before, unchanged."
    )
    error: ErrorCode | None = Field(default=None, description="Why it failed.")
    message: str | None = Field(
        default=None, description="In words, why it failed or what of it could not be read."
    )
    output: str | None = Field(
        default=None, description="Name of the letter's JSON in the output folder."
    )
    output_sha256: str | None = Field(
        default=None,
        description="SHA-256 of that JSON: tables made of other JSON are known by it.",
    )
    pages: int | None = Field(default=None, description="Number of pages; null for plain text.")
    seconds: float = Field(default=0.0, description="How long the worker took.")
    ocr: bool = Field(
        default=False, description="Whether pages that are pictures were to be read too."
    )
    was: ReadStatus | None = Field(
        default=None, description="On a skipped input: the status it had when it was read."
    )
    tool_version: str = Field(default="", description="The release of tildeling that read it.")
    schema_version: str = Field(default="", description="The schema version of its output.")

    @property
    def has_letter(self) -> bool:
        """True if there is a letter's JSON in the output folder for it."""
        return self.output is not None


@cache
def versions() -> tuple[str, str]:
    """The release of tildeling that runs, and the schema version that it writes."""
    from tildeling import __version__
    from tildeling.letter import SCHEMA_VERSION

    return __version__, SCHEMA_VERSION
