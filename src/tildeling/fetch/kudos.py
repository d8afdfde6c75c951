"""The letters in Kudos, DFØ's open archive of what the Norwegian state writes.

Written to the API as it is documented at https://kudos.dfo.no, version 0. One request at a time,
with a pause after each; what fails for the moment (a broken connection, 429, 5xx) is asked for
again, later and later, or when the server says.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

from tildeling.fetch.errors import KudosError

ADDRESS = "https://kudos.dfo.no/api/v0"
LETTER_TYPE = "Tildelingsbrev"
PER_PAGE = 50
"""The most that the archive gives at a time."""

PAUSE = 1.0
"""Seconds between two requests."""

TRIES = 6
FIRST_WAIT = 2.0
"""Seconds before the second try; each wait is twice the one before."""

LONGEST_WAIT = 300.0
TIMEOUT = 60.0


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
    concerned_year_from: int | None = None
    publish_date: str | None = None
    files: tuple[KudosFile, ...] = ()


class _Meta(_Answer):
    current_page: int
    last_page: int
    total: int = 0


class _Page(_Answer):
    meta: _Meta
    data: tuple[KudosDocument, ...]


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
        is_number = len(digits) == 9 and digits.isdigit()
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
        self, address: str = ADDRESS, *, pause: float = PAUSE, first_wait: float = FIRST_WAIT
    ) -> None:
        self._address = address.rstrip("/")
        self._pause = pause
        self._first_wait = first_wait
        self._next = 0.0
        self._client = httpx.Client(
            timeout=TIMEOUT,
            follow_redirects=True,
            headers={"User-Agent": "tildeling (reads allocation letters)"},
        )

    def __enter__(self) -> Kudos:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def documents(self, search: Search) -> Iterator[KudosDocument]:
        """All documents that the search finds, each once. Raises `KudosError`."""
        page, last = 1, 1
        seen: set[str] = set()
        while page <= last:
            found = self._page({**search.parameters(), "page": page})
            last = found.meta.last_page
            for document in found.data:
                # A document that is added meanwhile moves the others to the next page.
                if document.uuid not in seen:
                    seen.add(document.uuid)
                    yield document
            page += 1

    def file(self, file: KudosFile, whole: Callable[[bytes], bool]) -> bytes:
        """A file's bytes, asked for again until they are `whole`. Raises `KudosError`."""
        return self._asked(file.url, {}, whole)

    def _page(self, parameters: dict[str, str | int]) -> _Page:
        answer = self._asked(f"{self._address}/documents", parameters, _is_page)
        return _Page.model_validate_json(answer)

    def _asked(
        self, url: str, parameters: dict[str, str | int], whole: Callable[[bytes], bool]
    ) -> bytes:
        try:
            address = httpx.URL(f"{self._address}/").join(url)
        except httpx.InvalidURL as error:
            raise KudosError(f"{url}: {error}") from error
        problem = ""
        for attempt in range(TRIES):
            self._wait_for_turn()
            try:
                answer = self._client.get(address, params=parameters or None)
            except httpx.HTTPError as error:
                problem = f"{type(error).__name__} {error}".strip()
                self._rest(attempt, None)
                continue
            if answer.is_success and whole(answer.content):
                return answer.content
            problem = _problem(answer)
            if not _passes(answer.status_code):
                break
            self._rest(attempt, answer.headers.get("Retry-After"))
        raise KudosError(f"{url}: {problem}")

    def _wait_for_turn(self) -> None:
        time.sleep(max(self._next - time.monotonic(), 0.0))
        self._next = time.monotonic() + self._pause

    def _rest(self, attempt: int, asked: str | None) -> None:
        """Puts the next request off: as long as the server asks, else longer each time."""
        wait = asked_wait(asked) if asked else None
        seconds = self._first_wait * 2**attempt if wait is None else wait
        self._next = max(self._next, time.monotonic() + min(seconds, LONGEST_WAIT))


def _is_page(data: bytes) -> bool:
    try:
        _Page.model_validate_json(data)
    except ValidationError:
        return False
    return True


def _passes(status: int) -> bool:
    """True for what may be otherwise the next time; a broken body comes with 200."""
    return status in (200, 408, 425, 429) or status >= 500


def _problem(answer: httpx.Response) -> str:
    if answer.is_success:
        return "the answer is not what it should be, or not all of it"
    # The API says in words what is wrong with a question (422).
    said = " ".join(answer.text.split())[:300]
    return f"status {answer.status_code} {answer.reason_phrase} {said}".strip()


def asked_wait(value: str) -> float | None:
    """Seconds that a Retry-After asks for, as a number or a time; None if it says nothing.

    >>> asked_wait("7"), asked_wait("soon"), asked_wait("Wed, 21 Oct 2015 07:28:00 GMT")
    (7.0, None, 0.0)
    """
    if value.strip().isdigit():
        return float(value)
    try:
        return max(parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
    except ValueError:
        return None
