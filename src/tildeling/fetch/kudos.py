"""The letters in Kudos, DFØ's open archive of what the Norwegian state writes.

Written to the API as it is documented at https://kudos.dfo.no, version 0. What the archive lists is
read entry by entry: one that cannot be understood costs itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tildeling.fetch.addresses import Addresses
from tildeling.fetch.asking import AnswerBounds, Asking
from tildeling.fetch.errors import KudosError
from tildeling.words import Message, to_say

ADDRESS = "https://kudos.dfo.no/api/v0"
LETTER_TYPE = "Tildelingsbrev"
# The most that the archive gives at a time.
PER_PAGE = 50

# Seconds between two requests.
PAUSE = 1.0

# Seconds before the second try; each wait is twice the one before.
FIRST_WAIT = 2.0


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class KudosFile(_Answer):
    """A file of a document."""

    url: str
    filename: str
    sha256: str | None = None
    size: int | None = None
    mimetype: str | None = None
    is_primary: bool = True


class KudosDocument(_Answer):
    """A document: a letter, and its attachments."""

    uuid: str
    title: str
    type: str = LETTER_TYPE
    concerned_year_from: int | None = Field(default=None, ge=0, le=9999)
    publish_date: str | None = None
    files: tuple[object, ...] = ()
    """As they are listed: see `entries`."""

    def entries(self) -> Iterator[KudosFile | Unread]:
        """Its files, understood or not."""
        for file in self.files:
            yield _understood(KudosFile, file)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that the archive lists, and why it cannot be fetched."""

    name: str | Message
    message: Message


class _Meta(_Answer):
    last_page: int = Field(ge=0)


class _Page(_Answer):
    meta: _Meta
    data: tuple[object, ...]


T = TypeVar("T", bound=BaseModel)


def _understood(model: type[T], listed: object) -> T | Unread:
    try:
        return model.model_validate(listed)
    except ValidationError as error:
        fields = listed if isinstance(listed, dict) else {}
        names = (fields.get(name) for name in ("filename", "title", "uuid", "url"))
        name = next((name for name in names if isinstance(name, str) and name), "an entry")
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = Message(
            "It is not listed as it should be: {where}: {reason}.",
            {"where": where, "reason": first["msg"]},
        )
        return Unread(name[:100], message)


@dataclass(frozen=True, slots=True)
class Search:
    """Which letters: an agency's, by its name or organisation number, that concern these years."""

    agency: str
    year_from: int | None = None
    year_to: int | None = None

    def parameters(self) -> dict[str, str | int]:
        """As the API names them.

        >>> Search("974 761 076", 2025).parameters()["actor_org_number"]
        '974761076'
        """
        digits = self.agency.replace(" ", "")
        is_number = len(digits) == 9 and digits.isascii() and digits.isdigit()
        asked: dict[str, str | int] = {
            "type": LETTER_TYPE,
            "actor_org_number" if is_number else "actor_name": (
                digits if is_number else self.agency
            ),
            "per_page": PER_PAGE,
        }
        if self.year_from is not None:
            asked["concerned_year_from"] = self.year_from
        if self.year_to is not None:
            asked["concerned_year_to"] = self.year_to
        return asked


class Kudos:
    """The archive, asked politely. Close it, or use it in a `with` statement."""

    def __init__(
        self,
        address: str = ADDRESS,
        *,
        pause: float = PAUSE,
        first_wait: float = FIRST_WAIT,
        private: bool = False,
        bounds: AnswerBounds | None = None,
        say: Callable[[Message], None] = lambda _: None,
    ) -> None:
        """`private` lets files and redirects lead into private networks.

        `say` is told what is waited for. Raises `KudosError` where `address` is none.
        """
        self._address = address.rstrip("/")
        self._bounds = bounds or AnswerBounds()
        self._asking = Asking(
            Addresses(address, private=private),
            self._bounds,
            pause=pause,
            first_wait=first_wait,
            say=say,
        )

    def __enter__(self) -> Kudos:
        return self

    def __exit__(self, *_: object) -> None:
        self._asking.close()

    def documents(self, search: Search) -> Iterator[KudosDocument | Unread]:
        """All documents that the search finds, each once, and what of the list cannot be read.

        Raises `KudosError` where the archive does not answer: to the first question, or twice.
        """
        page, last, failed = 1, 1, 0
        seen: set[str] = set()
        while page <= min(last, self._bounds.pages):
            try:
                found = self._page({**search.parameters(), "page": page})
            except KudosError as error:
                failed += 1
                if page == 1 or failed > 1:
                    raise
                yield Unread(_listed(page), error.said)
            else:
                failed, last = 0, found.meta.last_page
                before = len(seen)
                yield from _new(found, seen)
                if len(seen) == before and page < last:
                    message = Message(
                        "It has nothing new, and is one of {last:,}: the rest is not asked.",
                        {"last": last},
                    )
                    yield Unread(_listed(page), message)
                    return
            page += 1
        if last > self._bounds.pages:
            message = Message(
                "It has {last:,} pages, of which {read} were read: ask for fewer years.",
                {"last": last, "read": self._bounds.pages},
            )
            yield Unread(Message("the list"), message)

    def file(self, file: KudosFile, wrong: Callable[[bytes], str | None]) -> bytes:
        """A file's bytes, asked for until nothing is `wrong` with them. Raises `KudosError`."""
        return self._asking.answer(file.url, wrong, self._bounds.size)

    def _page(self, parameters: dict[str, str | int]) -> _Page:
        url, most = f"{self._address}/documents", self._bounds.list_size
        answer = self._asking.answer(url, _no_page, most, parameters)
        return _Page.model_validate_json(answer)


def _listed(page: int) -> Message:
    return Message("page {page} of the list", {"page": page})


def _new(found: _Page, seen: set[str]) -> Iterator[KudosDocument | Unread]:
    for listed in found.data:
        document = _understood(KudosDocument, listed)
        # A document that is added meanwhile moves the others to the next page.
        key = document.uuid if isinstance(document, KudosDocument) else str(listed)
        if key not in seen:
            seen.add(key)
            yield document


def _no_page(data: bytes) -> str | None:
    try:
        _Page.model_validate_json(data)
    except ValidationError:
        return to_say("the answer is not what it should be, or not all of it")
    return None
