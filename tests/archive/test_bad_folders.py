"""Folders that are not what they should be: each a clear answer, and none is changed."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from pathlib import Path

import pytest

import tildeling
from tildeling import MissingExtraError, OutputError, SchemaVersionError
from tildeling.batch.lock import locked
from tildeling.batch.places import LocalFolder
from tildeling.words import words_in

NB = words_in("nb")

CHAIN = sorted((Path(__file__).parents[1] / "fixtures" / "letters" / "kjede").glob("*.pdf"))
BODY = "Datadelingstilsynet"
DAY = dt.date(2025, 6, 1)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("archive") / "out"
    list(tildeling.convert(CHAIN, out, format="parquet", jobs=1))
    return out


@pytest.fixture
def with_tables(once: Path, tmp_path: Path) -> Path:
    """A folder whose name has spaces and letters of Norwegian, with Parquet tables."""
    return Path(shutil.copytree(once, tmp_path / "Brev på øy, år 2025 (æ)"))


@pytest.fixture
def bare(with_tables: Path) -> Path:
    """The same with letters' JSON alone."""
    for table in with_tables.glob("*.parquet"):
        table.unlink()
    return with_tables


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_asking_changes_nothing_in_a_folder(with_tables: Path) -> None:
    before = everything(with_tables)
    archive = tildeling.load(with_tables)
    (row,) = archive.in_force(BODY, 2025, post="1545/21").rows
    for answer in (
        *(archive.letters(), archive.count(), archive.find("kart"), archive.check()),
        *(archive.deadlines(body=BODY), archive.changes(BODY, 2025), archive.evidence(row.id)),
    ):
        assert answer.total > 0 or answer.question in ("check", "find")
    assert everything(with_tables) == before


def test_a_folder_that_is_being_written_says_that_letters_may_be_missing(bare: Path) -> None:
    with locked(LocalFolder(str(bare))):
        told = tildeling.load(bare).count(body=BODY).not_read
    assert "convert skriver ennå i mappen: brev kan mangle." in [each.reason for each in told]
    assert not tildeling.load(bare).count(body=BODY).not_read


def test_a_line_of_the_manifest_that_is_half_written_is_passed_over(bare: Path) -> None:
    manifest = bare / "manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    assert tildeling.load(bare).letters().total == len(CHAIN) - 1


def test_a_folder_whose_run_read_nothing_has_no_letters(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    spoilt.write_bytes(b"%PDF-1.7 and no more")
    list(tildeling.convert([spoilt], tmp_path / "out", format="parquet", jobs=1))
    archive = tildeling.load(tmp_path / "out")
    for answer in (archive.letters(), archive.count(by="year"), archive.find("kart")):
        assert answer.total == 0
        assert [each.file for each in answer.not_read] == ["spoilt.pdf"]
    assert archive.deadlines(start=DAY, end=DAY).rows == archive.check().rows == ()


@pytest.mark.parametrize("damage", [b"", b'{"kind":', b"[1, 2]", b'{"kind": "base"}', b"\xff\xfe"])
def test_a_letter_of_damaged_json_is_named_with_what_to_do(bare: Path, damage: bytes) -> None:
    (bare / "1-tillegg.json").write_bytes(damage)
    with pytest.raises(OutputError, match=r"1-tillegg\.json is not the JSON of a letter") as told:
        tildeling.load(bare)
    assert "Remove that file" in told.value.hint


def test_a_letter_with_a_damaged_item_is_named(bare: Path) -> None:
    file = bare / "1-tillegg.json"
    text = re.sub('"withheld": *false', '"withheld": "?"', file.read_text("utf-8"))
    file.write_text(text, "utf-8")
    with pytest.raises(OutputError, match=r"1-tillegg\.json"):
        tildeling.load(bare)


def test_a_letter_that_was_taken_away_is_named_with_what_to_do(bare: Path) -> None:
    (bare / "1-tillegg.json").unlink()
    with pytest.raises(OutputError, match=r"1-tillegg\.json") as told:
        tildeling.load(bare)
    assert "convert" in told.value.hint


def test_tables_answer_without_a_letter_but_not_what_is_in_force(with_tables: Path) -> None:
    (with_tables / "1-tillegg.json").unlink()
    archive = tildeling.load(with_tables)
    assert archive.count(body=BODY).total == 5
    with pytest.raises(OutputError, match=r"1-tillegg\.json"):
        archive.in_force(BODY, 2025)


def test_a_damaged_table_is_named_with_what_to_do(with_tables: Path) -> None:
    (with_tables / "deadlines.parquet").write_bytes(b"PAR1 and no more")
    archive = tildeling.load(with_tables)
    with pytest.raises(OutputError, match=r"deadlines\.parquet") as told:
        archive.deadlines()
    assert "parquet" in told.value.hint


def test_a_table_that_was_taken_away_is_made_of_the_letters(with_tables: Path) -> None:
    whole = tildeling.load(with_tables).deadlines()
    (with_tables / "deadlines.parquet").unlink()
    assert tildeling.load(with_tables).deadlines() == whole


def test_a_folder_of_two_schemas_is_refused(bare: Path) -> None:
    manifest = bare / "manifest.jsonl"
    lines = manifest.read_text().splitlines()
    lines[0] = lines[0].replace('"schema_version": "2"', '"schema_version": "1"')
    manifest.write_text("\n".join(lines))
    with pytest.raises(SchemaVersionError, match="letters of schema version 1; this release"):
        tildeling.load(bare)


def test_a_letter_of_another_schema_than_the_manifest_says_is_refused(bare: Path) -> None:
    file = bare / "1-tillegg.json"
    text = re.sub('"schema_version": *"2"', '"schema_version": "9"', file.read_text("utf-8"))
    file.write_text(text, "utf-8")
    with pytest.raises(SchemaVersionError, match=r"1-tillegg\.json"):
        tildeling.load(bare)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(tildeling.InputNotFoundError, match="is not a folder"):
        tildeling.load(tmp_path / "a.json")


def test_a_year_without_letters_is_empty_to_every_question(with_tables: Path) -> None:
    archive = tildeling.load(with_tables)
    for answer in (
        *(archive.letters(years=1999), archive.count(years=1999, by="year")),
        *(archive.find("kart", years=1999), archive.deadlines(years=1999, body=BODY)),
        *(archive.changes(BODY, 1999), archive.check(years=1999), archive.in_force(BODY, 1999)),
    ):
        assert (answer.total, answer.rows) == (0, ())
        assert answer.note in (
            "Arkivet har ingen brev for 1999.",
            f"Arkivet har ingen brev til {BODY} for 1999.",
        )


def test_requirements_have_no_numbers_to_count(with_tables: Path) -> None:
    archive = tildeling.load(with_tables)
    assert archive.count("requirements", rule="numbered").total == 0


def test_many_findings_of_one_kind_are_told_together() -> None:
    from tildeling.archive.unread import MANY, told_in

    row: dict[str, object] = {
        "sha256": "a",
        "file": "a.pdf",
        "code": "unread",
        "key": None,
        "rule": None,
        "message": "Noe",
        "value_names": [],
        "values": [],
        "page": 1,
    }
    assert len(list(told_in([row] * MANY, NB))) == MANY
    (one,) = told_in([row | {"sha256": str(at % 3)} for at in range(MANY + 1)], NB)
    assert (one.code, one.file) == ("unread", None)
    assert one.reason.startswith(f"{MANY + 1} funn i 3 brev")


def test_without_pyarrow_the_extra_is_named(
    with_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="pyarrow") as told:
        tildeling.load(with_tables)
    assert "tildeling[parquet]" in told.value.hint


def test_of_many_chains_with_gaps_those_of_the_letters_shown_are_told() -> None:
    from tildeling.archive.unread import MANY, lacking

    letters = [
        {
            "agency": f"Etat {at}",
            "agency_key": None,
            "budget_year": 2024,
            "kind": "addendum",
            "addendum_number": 2,
        }
        for at in range(MANY + 1)
    ]
    assert len(list(lacking(letters[1:], NB, letters[:1]))) == MANY
    total, shown = lacking(letters, NB, letters[4:5])
    assert total.reason.startswith(f"{MANY + 1} brevrekker mangler brev")
    assert shown.reason == "Arkivet mangler hovedbrevet og tillegg 1 til Etat 4 for 2024."
    assert len(list(lacking(letters, NB))) == 1
