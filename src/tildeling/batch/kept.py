"""What is seen of pages that are pictures, kept beside the output.

It is written when a page was read, and a letter is put together of what is kept: so a run that was
stopped goes on at the next page, and a second run reads no picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict, ValidationError

from tildeling.batch.places import Folder, kept_folder
from tildeling.errors import TildelingError
from tildeling.ocr.engines import RapidEngine
from tildeling.ocr.reader import Seen, reading_by
from tildeling.ocr.seen import SeenPage


class KeptPage(BaseModel):
    """A page that was read off its picture."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reading: str
    """What read it: another engine, or another release's way to look, may see more."""
    page: SeenPage


@dataclass(slots=True)
class KeptPages:
    """What is kept of an input's pages."""

    out: str
    """Path or URL of the folder of outputs."""
    sha256: str
    fsync: bool = False
    errors: dict[int, TildelingError] = field(default_factory=dict)
    """Why pages could not be read that were tried in this run."""
    missing: list[int] = field(default_factory=list)
    """Pages that were asked for, and are yet to be read."""

    def see(self, data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Seen]]:
        """The pages that are kept. See `tildeling.ocr.reader.See`."""
        for number in numbers:
            if seen := self.errors.get(number) or self.page(number):
                yield number, seen
            else:
                self.missing.append(number)

    def page(self, number: int) -> SeenPage | None:
        """A page; None where it is not kept, or what is kept is not what would be read now."""
        try:
            kept = KeptPage.model_validate_json(self._folder().read(self._name(number)))
        except ValidationError:
            return None
        return kept.page if kept.reading == reading_by(RapidEngine()) else None

    def keep(self, number: int, page: SeenPage) -> None:
        """Writes a page. Raises `OutputError`."""
        kept = KeptPage(reading=reading_by(RapidEngine()), page=page)
        self._folder().write(self._name(number), kept.model_dump_json().encode())

    def _folder(self) -> Folder:
        return kept_folder(self.out, fsync=self.fsync)

    def _name(self, number: int) -> str:
        return f"{self.sha256}-{number}.json"
