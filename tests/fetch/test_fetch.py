"""Letters fetched from an archive that answers as Kudos is documented to."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from pdf_builder import letter
from tildeling.cli import app
from tildeling.errors import OutputError
from tildeling.fetch.download import Fetched, fetch
from tildeling.fetch.errors import KudosError
from tildeling.fetch.kudos import TRIES, Kudos, Search

from .archive_server import Archive, Fault, body, broken_off, hung_up, serve, status

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


def fetched(archive: Archive, folder: Path, search: Search = HELSE) -> list[Fetched]:
    with Kudos(archive.address, pause=0.0, first_wait=0.0) as kudos:
        return list(fetch(kudos, search, folder))


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
        body(b"<html>vedlikehold</html>"),
        broken_off,
        hung_up,
    ],
    ids=["429", "429 bare", "500", "503", "another answer", "broken off", "hung up"],
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
    assert "404" in (results[0].message or "")
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
    """How long it means to wait, each time, without waiting."""
    asked: list[float] = []
    clock = SimpleNamespace(sleep=asked.append, monotonic=time.monotonic, time=time.time)
    monkeypatch.setattr("tildeling.fetch.kudos.time", clock)
    return asked


def test_one_request_at_a_time_with_a_pause(
    archive: Archive, tmp_path: Path, naps: list[float]
) -> None:
    with Kudos(archive.address, pause=100.0) as kudos:
        list(fetch(kudos, HELSE, tmp_path))
    assert archive.most_at_once == 1
    assert [round(nap, -1) for nap in naps] == [0.0, 100.0, 100.0, 100.0]


def test_each_wait_is_longer_than_the_one_before(
    archive: Archive, tmp_path: Path, naps: list[float]
) -> None:
    archive.fails("/documents", *[status(503)] * 3)
    with Kudos(archive.address, pause=0.0, first_wait=20.0) as kudos:
        list(fetch(kudos, HELSE, tmp_path))
    assert [round(nap, -1) for nap in naps[:4]] == [0.0, 20.0, 40.0, 80.0]


def test_the_servers_own_time_to_wait_is_kept(
    archive: Archive, tmp_path: Path, naps: list[float]
) -> None:
    archive.fails("/documents", status(429, Retry_After="70"))
    fetched(archive, tmp_path)
    assert round(naps[1], -1) == 70.0


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


def test_the_command_fetches_and_tells(archive: Archive, tmp_path: Path) -> None:
    del archive.files["/files/brev-2024.pdf"]
    arguments = ["fetch", "Helsedirektoratet", "--out", str(tmp_path), "--from", "2024"]
    run = CliRunner().invoke(app, [*arguments, "--api", archive.address, "--pause", "0"])
    assert run.exit_code == 1
    assert run.stdout == ""
    assert "2 fetched, 0 there already, 1 failed" in run.stderr
