"""Makes a release of what stands on main, step by step; without `--tag` nothing is changed.

    python scripts/release.py           checks, builds, tries the wheel in an environment of its own
    python scripts/release.py --tag     the same, and then tags the commit: git push --tags is yours

Checked first: the branch is main, nothing is uncommitted, the version in pyproject.toml is that of
the changelog's first heading, with a date, and has no tag yet.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LETTER = ROOT / "tests" / "fixtures" / "letters" / "kyst-2025-tildelingsbrev.pdf"
HEADING = re.compile(r"^## (\S+) \((.+)\)$", re.MULTILINE)


def git(root: Path, *arguments: str) -> str:
    """What git says of a checkout."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def version_of(root: Path) -> str:
    """The version that pyproject.toml gives."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def problems(root: Path) -> list[str]:
    """What speaks against a release of a checkout as it is; empty if nothing does."""
    found: list[str] = []
    version = version_of(root)
    branch = git(root, "branch", "--show-current")
    if branch != "main":
        found.append(f"The branch is {branch or 'none'}, not main.")
    if changed := git(root, "status", "--porcelain"):
        found.append(f"Not committed:\n{changed}")
    if git(root, "tag", "--list", f"v{version}"):
        found.append(f"v{version} is tagged already: a release is not made twice.")
    heading = HEADING.search((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if heading is None:
        return [*found, "CHANGELOG.md has no heading like '## 1.2.0 (2026-01-31)'."]
    told, day = heading.groups()
    if told != version:
        found.append(f"pyproject.toml says {version}, the first heading of CHANGELOG.md {told}.")
    if not _is_day(day):
        found.append(f"CHANGELOG.md gives {told} no date, but '{day}'.")
    return found


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def built(root: Path, folder: Path) -> Path:
    """Builds the source archive and the wheel, and gives the wheel."""
    command = [sys.executable, "-m", "build", "--outdir", str(folder), str(root)]
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def try_wheel(wheel: Path, version: str) -> None:
    """Installs a wheel alone, and reads a letter with it, outside of the checkout."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "env", with_pip=True)
        python = str(folder / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)

        def says(*command: str) -> str:
            told = subprocess.run(
                [python, *command], check=True, capture_output=True, text=True, cwd=folder
            )
            return told.stdout.strip()

        of_metadata = "import importlib.metadata as m; print(m.version('tildeling'))"
        if (told := says("-c", of_metadata)) != version:
            raise SystemExit(f"The wheel is of version {told}, not {version}.")
        read = json.loads(says("-m", "tildeling", "parse", str(LETTER), "--format", "json"))
        if not (read["assignments"] and read["budget_tables"]):
            raise SystemExit(f"The wheel does not read {LETTER.name} as the checkout does.")


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a release; a dry run without --tag.")
    parser.add_argument("--tag", action="store_true", help="tag the commit when all is well")
    asked = parser.parse_args()
    if found := problems(ROOT):
        raise SystemExit("No release:\n" + "\n".join(found))
    version = version_of(ROOT)
    folder = ROOT / "dist" / version
    try_wheel(built(ROOT, folder), version)
    if not asked.tag:
        print(f"{version} can be released; --tag tags it. The files are in {folder}.")
        return
    git(ROOT, "tag", "--annotate", f"v{version}", "--message", f"tildeling {version}")
    print(f"Tagged v{version}. Now: git push origin v{version}, and upload {folder}.")


if __name__ == "__main__":
    main()
