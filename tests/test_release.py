"""What a release is held to before anything is built."""

import runpy
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

RELEASE = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "release.py"))
problems: Callable[[Path], list[str]] = RELEASE["problems"]


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Kari", "-c", "user.email=kari@example.org")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def write(root: Path, *, version: str = "1.2.0", heading: str = "## 1.2.0 (2026-01-31)") -> None:
    (root / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n', encoding="utf-8")
    text = f"# Changelog\n\n{heading}\n\n- New.\n\n## 1.1.0 (2025-12-01)\n"
    (root / "CHANGELOG.md").write_text(text, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    write(tmp_path)
    commit(tmp_path)
    return tmp_path


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A release")


def test_a_clean_main_whose_version_the_changelog_dates_can_be_released(checkout: Path) -> None:
    assert problems(checkout) == []


def test_another_branch_is_not_released(checkout: Path) -> None:
    git(checkout, "switch", "--quiet", "--create", "idea")
    assert problems(checkout) == ["The branch is idea, not main."]


def test_what_is_not_committed_is_named(checkout: Path) -> None:
    (checkout / "new.py").touch()
    assert problems(checkout) == ["Not committed:\n?? new.py"]


def test_a_version_that_the_changelog_does_not_begin_with_is_told(checkout: Path) -> None:
    write(checkout, version="1.3.0")
    commit(checkout)
    assert problems(checkout) == [
        "pyproject.toml says 1.3.0, the first heading of CHANGELOG.md 1.2.0."
    ]


def test_a_version_without_a_date_is_told(checkout: Path) -> None:
    write(checkout, heading="## 1.2.0 (not released)")
    commit(checkout)
    assert problems(checkout) == ["CHANGELOG.md gives 1.2.0 no date, but 'not released'."]


def test_a_changelog_without_a_heading_of_a_version_is_told(checkout: Path) -> None:
    (checkout / "CHANGELOG.md").write_text("# Changelog\n", encoding="utf-8")
    commit(checkout)
    assert problems(checkout) == ["CHANGELOG.md has no heading like '## 1.2.0 (2026-01-31)'."]


def test_a_release_is_not_made_twice(checkout: Path) -> None:
    git(checkout, "tag", "v1.2.0")
    assert problems(checkout) == ["v1.2.0 is tagged already: a release is not made twice."]
