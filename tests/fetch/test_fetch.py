"""Letters fetched from an archive that answers as Kudos is documented to."""

from __future__ import annotations

import gzip
import hashlib
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from typer.testing import CliRunner

from pdf_builder import letter
from tildeling.cli import app
from tildeling.errors import OutputError
from tildeling.fetch.asking import TRIES, AnswerBounds, asked_wait
from tildeling.fetch.download import Fetched, fetch
from tildeling.fetch.errors import KudosError
from tildeling.fetch.kudos import Kudos, Search

from .archive_server import (
    Archive,
    Fault,
    body,
    broken_off,
    dripping,
    endless,
    hung_up,
    packed,
    serve,
    status,
)

HELSE = Search("Helsedirektoratet")


@pytest.fixture
def archive() -> Iterator[Archive]:
    """An archive with letters of three years."""
    made = Archive()
    server = serve(made)
    for year in (2024, 2025, 2026):
        made.add(f"brev-{year}", year, letter(f"Tildelingsbrev {year} til Helsedirektoratet"))
    yield made
    server.shutdown()
    server.server_close()


def fetched(
    archive: Archive,
    folder: Path,
    search: Search = HELSE,
    bounds: AnswerBounds | None = None,
    private: bool = False,
) -> list[Fetched]:
    with Kudos(archive.address, pause=0.0, first_wait=0.0, bounds=bounds, private=private) as kudos:
        return list(fetch(kudos, search, folder))


def only_the_first_failed(results: list[Fetched], message: str) -> bool:
    """True if one letter of three did not come, for this reason, and the others did."""
    assert [result.status for result in results] == ["failed", "fetched", "fetched"]
    assert message in str(results[0].message)
    return True


def contents(folder: Path) -> set[bytes]:
    return {path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("agency", ["Helsedirektoratet", "983544622", "983 544 622"])
def test_an_agencys_letters_are_fetched_by_name_or_number(
    archive: Archive, tmp_path: Path, agency: str
) -> None:
    results = fetched(archive, tmp_path, Search(agency))
    assert [result.status for result in results] == ["fetched"] * 3
    assert contents(tmp_path) == set(archive.files.values())


def test_only_the_years_that_are_asked_for(archive: Archive, tmp_path: Path) -> None:
    fetched(archive, tmp_path, Search("Helsedirektoratet", 2025, 2025))
    assert contents(tmp_path) == {archive.files["/files/brev-2025.pdf"]}


def test_all_pages_of_the_answer_are_read(archive: Archive, tmp_path: Path) -> None:
    for number in range(60):
        archive.add(f"flere-{number}", 2023, b"%PDF-" + str(number).encode())
    assert len(fetched(archive, tmp_path)) == 63
    assert sum(path.startswith("/documents") for path in archive.asked) == 2


def test_what_is_there_is_not_fetched_again(archive: Archive, tmp_path: Path) -> None:
    fetched(archive, tmp_path)
    (tmp_path / next(iter(sorted(p.name for p in tmp_path.iterdir())))).write_bytes(b"half")
    archive.asked.clear()
    results = fetched(archive, tmp_path)
    assert sorted(result.status for result in results) == ["fetched", "there", "there"]
    assert sum(path.startswith("/files") for path in archive.asked) == 1
    assert contents(tmp_path) == set(archive.files.values())


@pytest.mark.parametrize("path", ["/documents", "/files/brev-2025.pdf"])
@pytest.mark.parametrize(
    "fault",
    [
        status(429, Retry_After="0"),
        status(429),
        status(500),
        status(503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"),
        status(503, Retry_After="²"),
        status(503, Retry_After="Wed, 21 Oct 0000 07:28:00 GMT"),
        body(b"<html>vedlikehold</html>"),
        broken_off,
        hung_up,
    ],
    ids=[
        "429",
        "429 bare",
        "500",
        "503",
        "no number",
        "no day",
        "another answer",
        "broken off",
        "hung up",
    ],
)
def test_what_fails_for_the_moment_is_asked_for_again(
    archive: Archive, tmp_path: Path, path: str, fault: Fault
) -> None:
    archive.fails(path, fault, fault)
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == ["fetched"] * 3
    assert contents(tmp_path) == set(archive.files.values())


def test_a_file_whose_bytes_are_never_the_promised_ones_is_not_kept(
    archive: Archive, tmp_path: Path
) -> None:
    archive.files["/files/brev-2025.pdf"] = b"%PDF-1.7 noe annet"
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == ["fetched", "failed", "fetched"]
    assert len(contents(tmp_path)) == 2
    assert archive.asked.count("/files/brev-2025.pdf") == TRIES


def test_a_file_that_is_gone_is_told_at_once_and_the_others_come(
    archive: Archive, tmp_path: Path
) -> None:
    del archive.files["/files/brev-2024.pdf"]
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == ["failed", "fetched", "fetched"]
    assert "404" in str(results[0].message)
    assert archive.asked.count("/files/brev-2024.pdf") == 1


def test_an_archive_that_does_not_answer_the_search_is_an_error(
    archive: Archive, tmp_path: Path
) -> None:
    archive.fails("/documents", *[status(500)] * TRIES)
    with pytest.raises(KudosError, match="500"):
        fetched(archive, tmp_path)


def test_a_question_that_the_archive_does_not_take_is_told_in_its_words(
    archive: Archive, tmp_path: Path
) -> None:
    archive.fails("/documents", status(422))
    with pytest.raises(KudosError, match="422"):
        fetched(archive, tmp_path)
    assert len(archive.asked) == 1


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it means to wait, each time, on a clock that only these waits move."""
    asked: list[float] = []
    clock = SimpleNamespace(sleep=asked.append, monotonic=lambda: sum(asked), time=time.time)
    monkeypatch.setattr("tildeling.fetch.asking.time", clock)
    return asked


def test_one_request_at_a_time_with_a_pause(
    archive: Archive, tmp_path: Path, naps: list[float]
) -> None:
    with Kudos(archive.address, pause=100.0) as kudos:
        list(fetch(kudos, HELSE, tmp_path))
    assert archive.most_at_once == 1
    assert naps == [0.0, 100.0, 100.0, 100.0]


def test_each_wait_is_longer_than_the_one_before(
    archive: Archive, tmp_path: Path, naps: list[float]
) -> None:
    archive.fails("/documents", *[status(503)] * 3)
    with Kudos(archive.address, pause=0.0, first_wait=20.0) as kudos:
        list(fetch(kudos, HELSE, tmp_path))
    assert naps[:4] == [0.0, 20.0, 40.0, 80.0]


def test_the_servers_own_time_to_wait_is_kept(
    archive: Archive, tmp_path: Path, naps: list[float]
) -> None:
    archive.fails("/documents", status(429, Retry_After="70"))
    fetched(archive, tmp_path)
    assert naps[1] == 70.0


def test_files_of_other_kinds_are_left(archive: Archive, tmp_path: Path) -> None:
    archive.add("regneark", 2026, b"PK", mimetype="application/vnd.ms-excel")
    assert len(fetched(archive, tmp_path)) == 3


def test_names_of_files_cannot_lead_out_of_the_folder(archive: Archive, tmp_path: Path) -> None:
    archive.add("ond", 2026, b"%PDF-ond", filename="../../" + "å" * 300 + "\n.pdf")
    fetched(archive, tmp_path / "in")
    assert len(list((tmp_path / "in").iterdir())) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_folder_that_cannot_be_made_is_told(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError):
        fetched(archive, tmp_path / "file" / "in")


FIRST = "/files/brev-2024.pdf"


@pytest.mark.parametrize(
    "url",
    [
        f"http://{'a' * 70}.example/brev.pdf",
        "http://127.0.0.1:99999/brev.pdf",
        "http://[::1/brev.pdf",
        "http:///brev.pdf",
        "http://xn--\ud83d/brev.pdf".encode("utf-8", "replace").decode(),
        "file:///etc/passwd",
        "ftp://127.0.0.1/brev.pdf",
        "data:application/pdf,%25PDF-1.7",
        "\0",
    ],
)
def test_an_address_that_cannot_be_asked_costs_its_file_and_is_tried_once(
    archive: Archive, tmp_path: Path, url: str, naps: list[float]
) -> None:
    archive.documents[0]["files"][0]["url"] = url
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == ["failed", "fetched", "fetched"]
    assert len(naps) <= 4
    assert len(str(results[0].message)) < 400


@pytest.mark.parametrize(
    ("errno", "tries"), [(socket.EAI_NONAME, 1), (socket.EAI_AGAIN, TRIES)], ids=["never", "now"]
)
def test_a_name_that_nobody_has_is_asked_for_once(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, errno: int, tries: int
) -> None:
    known = socket.getaddrinfo
    asked: list[str] = []

    def unknown(host: str, port: Any, *rest: Any, **more: Any) -> Any:
        if not str(host).endswith("no.such.host"):
            return known(host, port, *rest, **more)
        if port:
            asked.append(str(host))
        raise socket.gaierror(errno, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    archive.documents[0]["files"][0]["url"] = "http://no.such.host/brev.pdf"
    assert only_the_first_failed(fetched(archive, tmp_path), "no such name")
    assert len(asked) == tries


@pytest.mark.parametrize("fault", [status(404), status(410), status(501), status(403)])
def test_what_can_never_work_is_asked_once(archive: Archive, tmp_path: Path, fault: Fault) -> None:
    archive.fails(FIRST, fault)
    assert only_the_first_failed(fetched(archive, tmp_path), "status ")
    assert archive.asked.count(FIRST) == 1


@pytest.fixture
def other() -> Iterator[Archive]:
    """Another server of this machine, which no archive has a say over."""
    made = Archive()
    server = serve(made)
    yield made
    server.shutdown()
    server.server_close()


def moved_to(address: str) -> Fault:
    return status(302, Location=address)


@pytest.mark.parametrize("listed", [True, False], ids=["listed", "redirected"])
def test_nothing_leads_into_a_private_network_unless_that_is_asked_for(
    archive: Archive, other: Archive, tmp_path: Path, listed: bool
) -> None:
    other.files["/brev.pdf"] = archive.files[FIRST]
    for private in (False, True):
        if listed:
            archive.documents[0]["files"][0]["url"] = f"{other.address}/brev.pdf"
        else:
            archive.fails(FIRST, moved_to(f"{other.address}/brev.pdf"))
        results = fetched(archive, tmp_path, private=private)
        assert (results[0].status, len(other.asked)) == (
            ("fetched", 1) if private else ("failed", 0)
        )
        assert private or "private network" in str(results[0].message)


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://[::1/"])
def test_a_redirect_stays_on_the_web(archive: Archive, tmp_path: Path, where: str) -> None:
    archive.fails(FIRST, moved_to(where))
    assert only_the_first_failed(fetched(archive, tmp_path), where[:7])
    assert archive.asked.count(FIRST) == 1


def test_a_redirect_to_the_archive_itself_is_followed(archive: Archive, tmp_path: Path) -> None:
    archive.files["/moved.pdf"] = archive.files[FIRST]
    archive.fails(FIRST, moved_to("/moved.pdf"))
    assert [result.status for result in fetched(archive, tmp_path)] == ["fetched"] * 3


def test_redirects_without_end_are_told(archive: Archive, tmp_path: Path) -> None:
    archive.fails(FIRST, *[moved_to(FIRST)] * 50)
    assert only_the_first_failed(fetched(archive, tmp_path), "leads on")
    assert archive.asked.count(FIRST) < 10


SMALL = AnswerBounds(size=100_000, list_size=100_000, pages=5)


@pytest.mark.parametrize(
    "fault",
    [
        endless,
        packed(gzip.compress(b"%PDF-" + b" " * 50_000_000), "gzip"),
        packed(gzip.compress(gzip.compress(b" " * 50_000_000)), "gzip, gzip"),
        packed(b"%PDF-", "br"),
    ],
    ids=["endless", "bomb", "bomb in a bomb", "not asked for"],
)
def test_an_answer_that_is_too_large_costs_itself(
    archive: Archive, tmp_path: Path, fault: Fault
) -> None:
    archive.fails(FIRST, fault)
    results = fetched(archive, tmp_path, bounds=SMALL)
    assert [result.status for result in results] == ["failed", "fetched", "fetched"]
    assert archive.asked.count(FIRST) == 1


def test_a_list_that_is_too_large_is_an_error(archive: Archive, tmp_path: Path) -> None:
    archive.fails("/documents", endless)
    with pytest.raises(KudosError, match="100,000 bytes"):
        fetched(archive, tmp_path, bounds=SMALL)


class HandMadeTimer:
    """Goes off when it is told to, so that no test waits for a clock."""

    made: ClassVar[list[HandMadeTimer]] = []
    daemon = False

    def __init__(self, seconds: float, function: Callable[[], object]) -> None:
        self.seconds = seconds
        self.function = function
        self.made.append(self)

    def start(self) -> None:
        """It has no clock."""

    def cancel(self) -> None:
        """It has no clock."""


@pytest.fixture
def timers(monkeypatch: pytest.MonkeyPatch) -> list[HandMadeTimer]:
    HandMadeTimer.made.clear()
    made = SimpleNamespace(Timer=HandMadeTimer)
    monkeypatch.setattr("tildeling.fetch.asking.threading", made)
    return HandMadeTimer.made


@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 200 OK\r\nX-Long: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n%PDF-",
        b"HTTP/1.1 200 OK\r\n\r\n%PDF-",
    ],
    ids=["head", "body", "body without a length"],
)
def test_an_answer_that_takes_too_long_costs_itself(
    archive: Archive, tmp_path: Path, timers: list[HandMadeTimer], first: bytes
) -> None:
    archive.documents[0]["files"][0].update(sha256=None, size=None)

    def late() -> None:
        timers[-1].function()

    archive.fails(FIRST, dripping(first, late))
    assert only_the_first_failed(fetched(archive, tmp_path), "within 600 seconds")
    assert archive.asked.count(FIRST) == 1


def test_somebody_is_told_what_is_waited_for(
    archive: Archive, tmp_path: Path, timers: list[HandMadeTimer]
) -> None:
    said: list[str] = []

    def late() -> None:
        word, end = timers[-2:]
        assert word.seconds <= 1.0
        word.function()
        end.function()

    archive.fails(FIRST, dripping(b"HTTP/1.1 200 OK\r\nX: ", late), status(503))
    archive.fails("/files/brev-2025.pdf", status(503, Retry_After="0"))
    with Kudos(
        archive.address, pause=0.0, first_wait=0.0, say=lambda told: said.append(str(told))
    ) as kudos:
        list(fetch(kudos, HELSE, tmp_path))
    assert any(line.startswith("waiting for") and FIRST in line for line in said)
    assert any("503" in line and "asked again in 0 s" in line for line in said)


def pages(*data: object, last: object = 1) -> list[Fault]:
    """Answers to the search: a page each."""
    return [body(json.dumps({"meta": {"last_page": last}, "data": one}).encode()) for one in data]


def test_a_list_without_end_ends(archive: Archive, tmp_path: Path) -> None:
    archive.fails("/documents", *pages(archive.documents, [], [], last=10**18))
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == [*["fetched"] * 3, "failed"]
    assert "nothing new" in str(results[-1].message)


def test_no_more_pages_are_read_than_allowed(archive: Archive, tmp_path: Path) -> None:
    listed = [[{"uuid": str(number), "title": "Brev"}] for number in range(20)]
    archive.fails("/documents", *pages(*listed, last=10**18))
    (result,) = fetched(archive, tmp_path, bounds=SMALL)
    assert "5 were read" in str(result.message)
    assert len(archive.asked) == 5


@pytest.mark.parametrize(
    "field",
    [
        *({"size": "stor"}, {"url": None}, {"filename": 7}, {"sha256": []}, {"mimetype": {}}),
        {"is_primary": "kanskje"},
    ],
    ids=str,
)
def test_a_file_with_a_field_of_a_wrong_type_costs_itself(
    archive: Archive, tmp_path: Path, field: dict[str, object]
) -> None:
    archive.documents[0]["files"][0].update(field)
    assert only_the_first_failed(fetched(archive, tmp_path), f"{next(iter(field))}: ")


@pytest.mark.parametrize(
    "listed",
    [
        *(7, None, [], "brev", {"uuid": 1, "title": "Brev"}),
        {"uuid": "u", "title": "Brev", "files": 3},
        {"uuid": "u", "title": "Brev", "concerned_year_from": 10**400},
    ],
    ids=range(7),
)
def test_a_document_that_is_not_listed_as_it_should_be_costs_itself(
    archive: Archive, tmp_path: Path, listed: object
) -> None:
    archive.fails("/documents", *pages([listed, *archive.documents[1:]]))
    assert only_the_first_failed(fetched(archive, tmp_path), "not listed as it should be")


def test_a_page_of_the_list_that_does_not_come_costs_itself(
    archive: Archive, tmp_path: Path
) -> None:
    one, two, three = ([document] for document in archive.documents)
    archive.fails("/documents", *pages(one, last=3), status(404), *pages(three, last=3))
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == ["fetched", "failed", "fetched"]
    assert two[0]["uuid"] not in " ".join(str(result.name) for result in results)
    assert str(results[1].name).startswith("page 2")


def test_a_folder_in_the_way_costs_its_file(archive: Archive, tmp_path: Path) -> None:
    fetched(archive, tmp_path)
    first = min(tmp_path.iterdir())
    first.unlink()
    first.mkdir()
    results = fetched(archive, tmp_path)
    assert [result.status for result in results] == ["failed", "there", "there"]
    assert "directory" in str(results[0].message)


PAGE = b"<!DOCTYPE html><title>Logg inn</title>"


@pytest.mark.parametrize("promised", [True, False])
def test_what_is_no_pdf_is_not_kept_as_one(
    archive: Archive, tmp_path: Path, promised: bool
) -> None:
    archive.files[FIRST] = PAGE
    sha256 = hashlib.sha256(PAGE).hexdigest() if promised else None
    archive.documents[0]["files"][0].update(sha256=sha256, size=None)
    assert only_the_first_failed(fetched(archive, tmp_path), "no PDF")
    assert archive.asked.count(FIRST) == (1 if promised else TRIES)
    assert PAGE not in contents(tmp_path)


@pytest.mark.parametrize("value", ["²", "-1", "1e3", "", "٣", "Wed, 21 Oct 99999 07:28:00 GMT"])
def test_a_time_to_wait_that_is_none_is_passed_over(value: str) -> None:
    assert asked_wait(value) is None


@pytest.mark.parametrize("address", ["ftp://kudos.example", "kudos", "http://", "http://[::1"])
def test_an_archive_without_an_address_is_told_in_a_line(tmp_path: Path, address: str) -> None:
    arguments = ["fetch", "Helsedirektoratet", "--out", str(tmp_path), "--api", address]
    run = CliRunner().invoke(app, [*arguments, "--quiet"])
    assert run.exit_code == 1
    first, hint = run.stderr.splitlines()
    assert first.startswith("tildeling: ")
    assert "--api" in hint


def test_the_command_fetches_and_tells(archive: Archive, tmp_path: Path) -> None:
    del archive.files["/files/brev-2024.pdf"]
    arguments = ["fetch", "Helsedirektoratet", "--out", str(tmp_path), "--from", "2024"]
    run = CliRunner().invoke(app, [*arguments, "--api", archive.address, "--pause", "0"])
    assert run.exit_code == 1
    assert run.stdout == ""
    assert run.stderr.startswith(f"asking {archive.address} for letters to Helsedirektoratet\n")
    assert "2 fetched, 0 there already, 1 failed" in run.stderr
