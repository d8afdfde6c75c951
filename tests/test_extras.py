"""What is not installed is told before anything is done, with the command that installs it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import fsspec
import pytest
from typer.testing import CliRunner

from tildeling import MissingExtraError, convert
from tildeling.cli import app

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
NEEDS = re.compile(r"\bneeds\(\s*[^,()]+,\s*\"(\w+)\"")
LETTER = "Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "brev.txt"
    path.parent.mkdir()
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("module", "extra", "arguments"),
    [
        ("pyarrow", "parquet", ["convert", "{in}", "--out", "{out}", "--format", "parquet"]),
        ("xlsxwriter", "xlsx", ["convert", "{in}", "--out", "{out}", "--format", "xlsx"]),
        ("icalendar", "ics", ["deadlines", "{in}/brev.txt", "--format", "ics"]),
        ("fsspec", "remote", ["convert", "memory://archive", "--out", "{out}"]),
        ("fsspec", "remote", ["convert", "{in}", "--out", "memory://letters"]),
        ("httpx", "fetch", ["fetch", "Helsedirektoratet", "--out", "{out}"]),
        ("tenacity", "fetch", ["fetch", "Helsedirektoratet", "--out", "{out}"]),
    ],
)
def test_a_command_asks_for_its_extra_before_it_does_anything(
    letter: Path, monkeypatch: pytest.MonkeyPatch, module: str, extra: str, arguments: list[str]
) -> None:
    out = letter.parents[1] / "out"
    monkeypatch.setitem(sys.modules, module, None)
    places = {"in": letter.parent, "out": out}
    words = [word.format(**places) for word in arguments]
    quiet = [] if words[0] == "deadlines" else ["--quiet"]
    run = CliRunner().invoke(app, words + quiet)
    assert run.exit_code == 1
    first, hint = run.stderr.splitlines()
    assert first.endswith(f"needs {module}, which is not installed. [missing_extra]")
    assert hint == f"Install it: pip install 'tildeling[{extra}]'"
    assert not out.exists()


@pytest.mark.parametrize("side", ["input", "output"])
def test_a_store_without_its_library_is_told_before_the_first_file(
    letter: Path, tmp_path: Path, side: str
) -> None:
    fsspec.register_implementation(
        "tildeling-test", "no_such_library.Store", clobber=True, errtxt="Install no_such_library"
    )
    store = "tildeling-test://bucket/brev"
    inputs: list[str | Path] = [letter, store] if side == "input" else [letter]
    out = tmp_path / "out" if side == "input" else store
    with pytest.raises(MissingExtraError) as raised:
        list(convert(inputs, out, jobs=1))
    assert raised.value.hint == "Install it: pip install no_such_library"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("side", ["input", "output"])
def test_a_store_that_nobody_knows_is_told(letter: Path, tmp_path: Path, side: str) -> None:
    paths = {"input": letter.parent, "output": tmp_path / "out", side: "unknown://bucket"}
    arguments = ["convert", str(paths["input"]), "--out", str(paths["output"]), "--jobs", "1"]
    run = CliRunner().invoke(app, arguments)
    assert run.exit_code == 1
    assert "Traceback" not in run.stderr
    if side == "output":
        assert "Protocol not known: unknown [output]" in run.stderr
    else:
        manifest = (tmp_path / "out" / "manifest.jsonl").read_text("utf-8")
        assert "Protocol not known: unknown" in manifest


@pytest.mark.parametrize(
    ("module", "extra", "program"),
    [
        ("matplotlib", "notebook", "import tildeling.plots"),
        ("pandas", "frames", "tildeling.parse(path).to_frames()"),
        ("pikepdf", "notebook", "tildeling.parse(path).annotate(path + '.pdf')"),
    ],
)
def test_an_object_asks_for_the_extra_of_what_it_is_asked_for(
    module: str, extra: str, program: str
) -> None:
    path = Path(__file__).parent / "fixtures" / "letters" / "skjult-2024-tillegg-1.pdf"
    run = subprocess.run(
        [
            *(sys.executable, "-c"),
            "import sys, tildeling\n"
            f"sys.modules[{module!r}] = None\n"
            f"path = {str(path)!r}\n"
            f"try:\n    {program}\n"
            "except tildeling.MissingExtraError as error:\n    print(error, error.hint)\n",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert f"needs {module}, which is not installed." in run.stdout
    assert f"pip install 'tildeling[{extra}]'" in run.stdout


def test_every_extra_that_another_asks_for_is_there() -> None:
    # pip stops at one that is not, in a new environment alone.
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = re.findall(r"tildeling\[([\w,]+)\]", str(extras))
    assert asked
    assert {name for names in asked for name in names.split(",")} <= extras.keys()


def test_every_extra_that_an_error_names_can_be_installed() -> None:
    extras = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    sources = (PYPROJECT.parent / "src").rglob("*.py")
    calls = (NEEDS.findall(source.read_text(encoding="utf-8")) for source in sources)
    named = {name for names in calls for name in names}
    assert named
    assert named <= extras.keys()
