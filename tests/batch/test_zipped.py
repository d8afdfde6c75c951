"""Letters in zip archives, also in archives that somebody made to do harm."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fsspec
import pytest

import tildeling
from tildeling import Limits, convert
from tildeling.archive.pictures import picture_of
from tildeling.batch.inputs import find_inputs
from tildeling.batch.zipped import entries_of, read_entry

from .archives import manifest, pdf_letter, text_letter


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


def run(paths: Any, out: Path, **options: Any) -> dict[str, tuple[str, str | None]]:
    """Converts; the status and error of each input by its path."""
    results = convert(paths, out, jobs=1, **options)
    return {result.path: (result.status, result.error) for result in results}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "in" / "arkiv.zip"


@pytest.fixture
def write(archive: Path) -> Callable[[bytes], str]:
    def writing(data: bytes) -> str:
        archive.parent.mkdir(exist_ok=True)
        archive.write_bytes(data)
        return str(archive)

    return writing


def changed(data: bytes, at: int, new: bytes) -> bytes:
    at %= len(data)
    return data[:at] + new + data[at + len(new) :]


def test_each_file_in_an_archive_is_an_input(tmp_path: Path, write: Callable[[bytes], str]) -> None:
    path = write(packed({"2026/brev.pdf": pdf_letter(1), "brev.txt": text_letter(2)}))
    out = tmp_path / "out"
    assert run(path, out, format="jsonl") == {
        f"{path}/2026/brev.pdf": ("ok", None),
        f"{path}/brev.txt": ("ok", None),
    }
    first, second = manifest(out)
    assert first["sha256"] == hashlib.sha256(pdf_letter(1)).hexdigest()
    assert first["output"] == "brev.json"
    assert second["output"].startswith("brev-")
    assert '"name":"brev.pdf"' in (out / "letters.jsonl").read_text("utf-8")


def test_nothing_is_unpacked_to_the_disk(tmp_path: Path, write: Callable[[bytes], str]) -> None:
    path = write(packed({"../../utenfor.txt": text_letter(1), "/etc/brev.txt": text_letter(2)}))
    assert run(path, tmp_path / "out") == {
        f"{path}/utenfor.txt": ("ok", None),
        f"{path}/etc/brev.txt": ("ok", None),
    }
    files = {file.name for file in tmp_path.rglob("*") if file.is_file()}
    assert files == {*("arkiv.zip", "manifest.jsonl", "README.txt", "utenfor.json", "brev.json")}


def test_an_archive_in_a_folder_is_read_like_a_folder(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    path = write(packed({"brev.txt": text_letter(1)}))
    (tmp_path / "in" / "annet.txt").write_bytes(text_letter(2))
    found = [item.path for item in find_inputs([str(tmp_path / "in")])]
    assert found == [str(tmp_path / "in" / "annet.txt"), f"{path}/brev.txt"]


def test_what_is_done_and_unchanged_is_skipped(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    path = write(packed({"a.txt": text_letter(1), "b.txt": text_letter(2)}))
    run(path, tmp_path / "out")
    write(packed({"a.txt": text_letter(1), "b.txt": text_letter(3)}))
    assert run(path, tmp_path / "out") == {
        f"{path}/a.txt": ("skipped", None),
        f"{path}/b.txt": ("ok", None),
    }


def test_a_path_from_the_manifest_is_an_input_again(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    path = write(packed({"2026/a.txt": text_letter(1), "b.txt": text_letter(2)}))
    assert run(f"{path}/2026/a.txt", tmp_path / "out") == {f"{path}/2026/a.txt": ("ok", None)}
    assert run(f"{path}/c.txt", tmp_path / "out") == {f"{path}/c.txt": ("failed", "not_found")}
    assert run(f"{path}/../arkiv.zip/b.txt", tmp_path / "out") != {}


def test_a_folder_may_be_called_as_an_archive_is(tmp_path: Path) -> None:
    folder = tmp_path / "mappe.zip"
    folder.mkdir()
    (folder / "brev.txt").write_bytes(text_letter(1))
    assert run(folder, tmp_path / "out") == {str(folder / "brev.txt"): ("ok", None)}


def test_what_is_no_letter_is_explained_and_archives_in_archives_are_not_opened(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    inner = packed({"brev.txt": text_letter(1)})
    path = write(
        packed({"indre.zip": inner, "tom.pdf": b"", "mappe/": b"", "__MACOSX/._brev.txt": b"x"})
    )
    assert run(path, tmp_path / "out") == {
        f"{path}/indre.zip": ("failed", "not_a_pdf"),
        f"{path}/tom.pdf": ("failed", "not_a_pdf"),
    }


def test_two_entries_of_one_name_are_two_inputs(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in (1, 2, 3):
            made.writestr(f"v1.2/bre{number}.txt", text_letter(number))
    path = write(re.sub(rb"v1.2/bre\d", b"v1.2/brev", stream.getvalue()))
    assert entries_of(path, Limits()) == [
        "v1.2/brev.txt",
        "v1.2/brev~2.txt",
        "v1.2/brev~3.txt",
    ]
    run(path, tmp_path / "out")
    assert len({line["sha256"] for line in manifest(tmp_path / "out")}) == 3


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Tildelingsbrev Sørlandet.txt".encode("cp850"), "Tildelingsbrev Sørlandet.txt"),
        ("Brønnøysund æå.txt".encode(), "Brønnøysund æå.txt"),
    ],
)
def test_norwegian_names_are_read_whoever_packed_them(
    write: Callable[[bytes], str], raw: bytes, name: str
) -> None:
    stand_in = "x" * len(raw)
    data = packed({stand_in: text_letter(1)}).replace(stand_in.encode(), raw)
    path = write(data)
    assert entries_of(path, Limits()) == [name]
    assert read_entry(path, name, Limits()) == text_letter(1)


def test_a_locked_entry_costs_itself_alone(tmp_path: Path, write: Callable[[bytes], str]) -> None:
    data = packed({"a.txt": text_letter(1), "b.txt": text_letter(2)})
    head, directory = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    data = changed(changed(data, head + 6, b"\x01"), directory + 8, b"\x01")
    path = write(data)
    assert run(path, tmp_path / "out") == {
        f"{path}/a.txt": ("failed", "encrypted"),
        f"{path}/b.txt": ("ok", None),
    }


def test_a_damaged_entry_costs_itself_alone(tmp_path: Path, write: Callable[[bytes], str]) -> None:
    data = packed({"a.txt": text_letter(1), "b.txt": text_letter(2)}, zipfile.ZIP_STORED)
    path = write(data.replace(b"Tillegg nr. 1", b"Tillegg nr. 7"))
    assert run(path, tmp_path / "out") == {
        f"{path}/a.txt": ("failed", "damaged"),
        f"{path}/b.txt": ("ok", None),
    }


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_cannot_be_unpacked_within_bounds_is_told(
    write: Callable[[bytes], str], tmp_path: Path, method: int
) -> None:
    path = write(packed({"a.txt": text_letter(1)}, method))
    assert run(path, tmp_path / "out") == {f"{path}/a.txt": ("failed", "damaged")}


def test_a_bomb_is_not_unpacked_beyond_the_limit(write: Callable[[bytes], str]) -> None:
    path = write(packed({"bombe.txt": b"0" * 60_000_000}))
    assert Path(path).stat().st_size < 100_000
    tracemalloc.start()
    with pytest.raises(ValueError, match="more than 1,000,000 bytes"):
        read_entry(path, "bombe.txt", Limits(max_bytes=1_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("claimed", [10, 4_000_000_000])
def test_a_size_that_is_claimed_is_not_believed(
    tmp_path: Path, write: Callable[[bytes], str], claimed: int
) -> None:
    data = packed({"a.txt": text_letter(1)})
    size = struct.pack("<I", claimed)
    data = changed(changed(data, 22, size), data.index(b"PK\x01\x02") + 24, size)
    path = write(data)
    assert run(path, tmp_path / "out") == {f"{path}/a.txt": ("failed", "damaged")}


def test_an_archive_of_too_many_files_is_refused_before_they_are_listed(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    data = packed({"a": b"x"})
    begin, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    directory = data[begin:end] * 1_000_000
    told = struct.pack("<II", len(directory), begin)
    path = write(data[:begin] + directory + changed(data[end:], 12, told))
    tracemalloc.start()
    (found,) = find_inputs([path])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.path, found.error) == (path, "too_large")
    assert "more than 100,000 files" in (found.problem or "")
    assert peak < 120_000_000
    assert run(path, tmp_path / "out") == {path: ("failed", "too_large")}


def test_how_many_files_an_archive_may_have_is_a_limit(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    path = write(packed({f"{number}.txt": text_letter(number) for number in range(3)}))
    assert run(path, tmp_path / "out", limits=Limits(max_archive_files=2)) == {
        path: ("failed", "too_large")
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"Tildelingsbrev",
        packed({"a.txt": b"x" * 999})[:-30],
        changed(packed({"a.txt": b"x"}), -10, b"\xff" * 8),
    ],
    ids=["empty", "begun", "text", "cut short", "without its directory"],
)
def test_what_is_no_whole_archive_is_one_failure(
    tmp_path: Path, write: Callable[[bytes], str], data: bytes
) -> None:
    path = write(data)
    assert run(path, tmp_path / "out") == {path: ("failed", "damaged")}


def test_an_archive_without_files_is_told(tmp_path: Path, write: Callable[[bytes], str]) -> None:
    path = write(packed({}))
    assert run(path, tmp_path / "out") == {path: ("failed", "not_a_pdf")}


def test_an_archive_that_goes_away_is_not_found(write: Callable[[bytes], str]) -> None:
    path = write(packed({"a.txt": text_letter(1)}))
    Path(path).unlink()
    with pytest.raises(FileNotFoundError):
        read_entry(path, "a.txt", Limits())


def test_an_archive_may_stand_behind_a_url(tmp_path: Path) -> None:
    with fsspec.open("memory://arkiv/2026.zip", "wb") as file:
        file.write(packed({"mappe/brev.txt": text_letter(1)}))
    assert run("memory://arkiv", tmp_path / "out") != {}
    (item,) = find_inputs(["memory://arkiv"])
    assert item.path == "memory:///arkiv/2026.zip/mappe/brev.txt"
    assert item.archive is not None
    assert read_entry(item.archive, "mappe/brev.txt", Limits()) == text_letter(1)


def test_a_page_of_a_letter_in_an_archive_can_be_shown_also_where_both_were_moved(
    tmp_path: Path, write: Callable[[bytes], str]
) -> None:
    path = write(packed({"2026/brev.pdf": pdf_letter(1)}))
    run(path, tmp_path / "out")
    (tmp_path / "moved").mkdir()
    for folder in ("in", "out"):
        shutil.move(tmp_path / folder, tmp_path / "moved" / folder)
    archive = tildeling.load(tmp_path / "moved" / "out")
    picture = picture_of(archive, archive.deadlines())
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    shutil.rmtree(tmp_path / "moved" / "in")
    assert picture_of(archive, archive.deadlines()) is None
