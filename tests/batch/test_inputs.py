from __future__ import annotations

import os
from pathlib import Path

import pytest

from tildeling.batch.inputs import find_inputs, identity


def found(*paths: Path) -> list[str]:
    return [item.path for item in find_inputs(map(str, paths))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.pdf", "a.pdf", "sub/c.pdf", "sub/deep/d.PDF", "sub/photo.jpg", ".hidden"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-")
    return tmp_path / "in"


def test_a_folder_is_gone_through_in_a_fixed_order_and_nothing_is_passed_over(folder: Path) -> None:
    names = [Path(path).relative_to(folder).as_posix() for path in found(folder)]
    assert names == [".hidden", "a.pdf", "b.pdf", "sub/c.pdf", "sub/photo.jpg", "sub/deep/d.PDF"]


def test_an_input_given_twice_counts_once(folder: Path) -> None:
    assert found(folder / "a.pdf", folder, folder) == found(folder / "a.pdf", folder)
    assert len(found(folder / "a.pdf", folder)) == 6


def test_links_are_followed_and_loops_end(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "link.pdf").symlink_to(folder / "a.pdf")
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "e.pdf").write_bytes(b"%PDF-")
    (folder / "0-linked").symlink_to(outside)
    names = [Path(path).relative_to(folder).as_posix() for path in found(folder)]
    assert len(names) == 8
    assert names[-1] == "0-linked/e.pdf"
    assert "link.pdf" in names


def test_a_link_to_nothing_is_an_input_that_fails(folder: Path) -> None:
    (folder / "broken.pdf").symlink_to(folder / "gone.pdf")
    assert str(folder / "broken.pdf") in found(folder)


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    problems = {item.path: item.problem for item in find_inputs([str(folder)])}
    assert "pipe" in (problems[str(folder / "pipe.pdf")] or "")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_told(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        problems = [item.problem for item in find_inputs([str(folder)]) if item.problem]
    finally:
        (folder / "sub").chmod(0o755)
    assert problems == ["The folder cannot be listed: Permission denied."]


def test_what_is_not_there_is_an_input_that_fails(tmp_path: Path) -> None:
    assert found(tmp_path / "gone.pdf") == [str(tmp_path / "gone.pdf")]
    assert [item.path for item in find_inputs(["", "a\0b"])] == ["", "a\0b"]


def test_the_output_folder_is_not_looked_into(folder: Path) -> None:
    inside = identity(str(folder / "sub"))
    assert len(list(find_inputs([str(folder)], leave_out=inside))) == 3
