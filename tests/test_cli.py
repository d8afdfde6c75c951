from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import tildeling
from made_letters import full_letter
from pdf_builder import PdfPage, pdf, show
from tildeling.cli import app
from tildeling.export.schema import SchemaName, schema_of
from tildeling.letter import Letter

LETTER = Path(__file__).parent / "fixtures/letters/inkludering-2021-tillegg-4.pdf"

TEXT = """\
Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet

Oppdrag 2026-01: Ny veileder

Frist: 1. mai 2026
"""


def run(*arguments: str | Path, given: bytes = b"") -> Result:
    told = [str(argument) for argument in arguments]
    return CliRunner().invoke(app, told, prog_name="tildeling", input=given)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Letter:
    """What any file is read as."""
    letter = full_letter()
    monkeypatch.setattr("tildeling.parse", lambda *_, **__: letter)
    return letter


def test_help_names_the_commands() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "parse" in result.stdout
    assert "schema" in result.stdout


def test_version() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout == f"tildeling {tildeling.__version__}\n"


def test_parse_prints_a_summary(made: Letter) -> None:
    result = run("parse", "tillegg.pdf")
    assert result.exit_code == 0
    assert result.stdout.startswith(made.title)
    assert result.stderr == ""


def test_parse_prints_a_page_to_mail(made: Letter) -> None:
    result = run("parse", "tillegg.pdf", "--format", "html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    assert made.title in result.stdout


def test_annotate_writes_a_copy_and_prints_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    result = run("annotate", LETTER, out)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


def test_show_writes_the_place_of_an_item(tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    result = run("show", LETTER, "--of", "2021-015", out)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes().startswith(b"\x89PNG")


def test_show_of_what_is_not_there(tmp_path: Path) -> None:
    result = run("show", LETTER, "--of", "2021-999", tmp_path / "out.png")
    assert result.exit_code == 1
    assert "Nothing in the letter is called 2021-999" in result.stderr
    assert not (tmp_path / "out.png").exists()


def test_a_letter_on_stdin_is_annotated(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("annotate", "-", out, given=LETTER.read_bytes()).exit_code == 0
    assert out.exists()


def test_plain_text_has_no_pages_to_annotate_or_show(tmp_path: Path) -> None:
    text = tmp_path / "brev.txt"
    text.write_text(TEXT, encoding="utf-8")
    for command in (
        ("annotate", text, tmp_path / "a"),
        ("show", text, tmp_path / "a", "--of", "1"),
    ):
        result = run(*command)
        assert result.exit_code == 1
        assert "Only a PDF has pages. [not_a_pdf]" in result.stderr


def test_the_letter_is_not_written_over(tmp_path: Path) -> None:
    copy = tmp_path / "brev.pdf"
    copy.write_bytes(LETTER.read_bytes())
    result = run("annotate", copy, copy)
    assert result.exit_code == 1
    assert "is the letter itself" in result.stderr
    assert copy.read_bytes() == LETTER.read_bytes()


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run("annotate", LETTER, tmp_path / "ikke" / "her.pdf")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_parse_prints_the_json_of_the_letter_and_nothing_else(made: Letter) -> None:
    result = run("parse", "tillegg.pdf", "--format", "json")
    assert result.exit_code == 0
    assert Letter.model_validate_json(result.stdout) == made
    assert result.stdout == made.model_dump_json(indent=2) + "\n"
    assert result.stderr == ""


def test_no_line_ends_with_spaces(made: Letter) -> None:
    lines = run("parse", "tillegg.pdf").stdout.splitlines()
    assert lines == [line.rstrip() for line in lines]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [((), "letter"), *((("--of", name), name) for name in ("letter", "diff", "tables"))],
)
def test_schema_prints_the_json_schema(arguments: tuple[str, ...], name: SchemaName) -> None:
    result = run("schema", *arguments)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == schema_of(name)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("parse",),
        ("parse", "a.pdf", "b.pdf"),
        ("parse", "a.pdf", "--format", "xml"),
        ("parse", "a.pdf", "--unknown"),
        ("unknown",),
        ("schema", "a.pdf"),
        ("schema", "--of", "page"),
        ("tables",),
        ("tables", "a.pdf", "--format", "xlsx"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_so_on_stderr(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: tildeling" in result.stderr
    assert result.stdout == ""


ENCRYPTED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    f" /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<{'33' * 16}> <{'33' * 16}>]"
)

BAD_INPUTS: dict[str, tuple[str, bytes]] = {
    "empty.pdf": ("not_a_pdf", b""),
    "empty.txt": ("not_a_pdf", b""),
    "blank.txt": ("not_a_pdf", b" \n"),
    "latin.txt": ("not_a_pdf", "Tildelingsbrev på".encode("latin-1")),
    "picture.pdf": ("not_a_pdf", b"\x89PNG\r\n\x1a\n" * 100),
    "cut.pdf": ("damaged", b"%PDF-1.7\n1 0 obj\n<<"),
    "locked.pdf": ("encrypted", pdf(PdfPage(show("Brev", 20, 20)), trailer=ENCRYPTED)),
    "scan.pdf": ("no_text_layer", pdf(PdfPage(""))),
    "recipe.txt": ("not_an_allocation_letter", b"Take two eggs, and a cup of flour."),
}


def assert_told(result: Result, name: str, code: str) -> None:
    first, hint = result.stderr.splitlines()
    assert result.exit_code == 1
    assert first.startswith(f"tildeling: {name}: ")
    assert first.endswith(f"[{code}]")
    assert first.count(Path(name).name) == 1
    assert hint
    assert result.stdout == ""


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_input_ends_with_1_a_message_and_a_hint(tmp_path: Path, name: str) -> None:
    code, data = BAD_INPUTS[name]
    path = tmp_path / name
    path.write_bytes(data)
    assert_told(run("parse", path, "--format", "json"), str(path), code)


def test_a_missing_file_and_a_folder_end_with_1(tmp_path: Path) -> None:
    assert_told(run("parse", tmp_path / "no.pdf"), str(tmp_path / "no.pdf"), "not_found")
    assert_told(run("parse", tmp_path), str(tmp_path), "not_found")


def test_a_file_name_cannot_steer_the_terminal() -> None:
    result = run("parse", "a\x1b[31m\nb.pdf")
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_a_bug_shows_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Letter:
        raise ZeroDivisionError

    monkeypatch.setattr("tildeling.parse", broken)
    assert isinstance(run("parse", "a.pdf").exception, ZeroDivisionError)


def test_an_interruption_ends_with_130_and_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> Letter:
        raise KeyboardInterrupt

    monkeypatch.setattr("tildeling.parse", interrupted)
    result = run("parse", "a.pdf")
    assert result.exit_code == 130
    assert result.output == ""


def started(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "tildeling", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
    )


def finished(*arguments: str | Path, **environment: str) -> tuple[int, bytes, bytes]:
    """Its exit status and what it printed on stdout and stderr."""
    with started(*arguments, **environment) as process:
        out, err = process.communicate()
    return process.returncode, out, err


@pytest.mark.system
def test_json_is_utf8_on_stdout_and_nothing_is_on_stderr() -> None:
    status, out, err = finished("parse", LETTER, "--format", "json", PYTHONIOENCODING="utf-8")
    assert (status, err) == (0, b"")
    assert "ø".encode() in out
    assert Letter.model_validate_json(out).source.name == LETTER.name


@pytest.mark.system
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_stream_of_another_encoding_gets_the_same_json(encoding: str) -> None:
    status, out, err = finished("parse", LETTER, "--format", "json", PYTHONIOENCODING=encoding)
    assert (status, err) == (0, b"")
    assert out.isascii()
    assert json.loads(out) == json.loads(tildeling.parse(LETTER).model_dump_json())


@pytest.mark.system
def test_a_stream_that_cannot_take_a_letter_gets_a_question_mark_in_the_summary() -> None:
    status, out, err = finished("parse", LETTER, PYTHONIOENCODING="ascii")
    assert (status, err) == (0, b"")
    assert b"Inkluderings" in out
    assert b"?" in out


@pytest.mark.system
def test_a_pipe_gets_no_colours() -> None:
    _, out, _ = finished("parse", LETTER)
    assert b"\x1b" not in out


@pytest.mark.system
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("no_colour", ["", "1"])
def test_a_terminal_gets_colours_unless_it_does_not_want_them(no_colour: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "NO_COLOR": no_colour}
    with subprocess.Popen(
        [sys.executable, "-m", "tildeling", "parse", str(LETTER)], stdout=theirs, env=environment
    ) as process:
        os.close(theirs)
        out = b"".join(iter(lambda: read_terminal(ours), b""))
    os.close(ours)
    assert process.returncode == 0
    assert b"\x1b[" in out
    assert (b"\x1b[1;36mOppdrag" in out) == (not no_colour)


@pytest.mark.system
def test_a_pipe_gets_colours_where_they_are_forced() -> None:
    _, out, _ = finished("parse", LETTER, FORCE_COLOR="1", TERM="xterm-256color")
    assert b"\x1b[1;36mOppdrag" in out
    _, out, _ = finished("parse", LETTER, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color")
    assert b"Oppdrag" in out
    assert b"\x1b[1;36m" not in out


def test_a_pdf_on_standard_input_is_read_as_the_file() -> None:
    result = run("parse", "-", "--format", "json", given=LETTER.read_bytes())
    assert result.exit_code == 0
    letter = tildeling.parse(LETTER)
    read = Letter.model_validate_json(result.stdout)
    assert read.source.name == "stdin.pdf"
    source = letter.source
    assert read.model_copy(update={"source": source}) == letter


def test_text_on_standard_input_is_read_by_every_command_that_takes_a_file(tmp_path: Path) -> None:
    given = TEXT.encode()
    assert (
        Letter.model_validate_json(
            run("parse", "-", "--format", "json", given=given).stdout
        ).source.name
        == "stdin.txt"
    )
    assert json.loads(run("check", "-", "--format", "json", given=given).stdout)["title"]
    assert run("tables", "-", given=given).stdout == run("tables", _text(tmp_path)).stdout
    assert "Ny veileder" in run("deadlines", "-", given=given).stdout
    assert run("consolidate", "-", given=given).exit_code == 0


def _text(folder: Path) -> Path:
    path = folder / "tillegg.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("side", [0, 1])
def test_one_side_of_a_diff_may_come_on_standard_input(tmp_path: Path, side: int) -> None:
    sides: list[str | Path] = [_text(tmp_path), _text(tmp_path)]
    sides[side] = "-"
    given = TEXT.replace("1. mai", "2. juni").encode()
    result = run("diff", *sides, given=given)
    assert result.exit_code == 0
    assert "02.06.2026" in result.stdout


@pytest.mark.parametrize("command", ["diff", "consolidate", "deadlines"])
def test_standard_input_cannot_be_two_letters(command: str) -> None:
    result = run(command, "-", "-", given=TEXT.encode())
    assert result.exit_code == 2
    assert "Standard input" in result.stderr


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "not_a_pdf"), (b"%PDF-1.7\n1 0 obj", "damaged"), (b"x", "not_an_all")]
)
def test_bad_standard_input_is_told_as_that(data: bytes, code: str) -> None:
    result = run("parse", "-", given=data)
    assert result.exit_code == 1
    assert result.stderr.startswith("tildeling: ")
    assert f"[{code}" in result.stderr


@pytest.mark.system
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tildeling consol", {"consolidate"}),
        ("tildeling parse --for", {"--format"}),
        ("tildeling diff --format ", {"text", "json", "markdown", "html"}),
        ("tildeling ask DIR in-f", {"in-force"}),
    ],
)
def test_a_shell_is_told_what_may_follow(line: str, offered: set[str]) -> None:
    words = line.split(" ")
    status, out, err = finished(
        _TILDELING_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)
    )
    assert (status, err) == (0, b"")
    assert set(out.decode().split()) == offered


@pytest.mark.system
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_its_script(shell: str) -> None:
    _, out, _ = finished(_TILDELING_COMPLETE=f"source_{shell}")
    assert b"_TILDELING_COMPLETE" in out


def read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:
        # Linux says that the other end is closed with an error.
        return b""


@pytest.mark.system
@pytest.mark.parametrize("arguments", [("schema",), ("parse", LETTER)])
def test_a_reader_that_has_had_enough_is_no_failure(arguments: tuple[str | Path, ...]) -> None:
    with started(*arguments) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert err == b""
    assert process.returncode == 0


@pytest.mark.system
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "tildeling", "schema"]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith(b"tildeling: standard output: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.system
def test_ctrl_c_ends_with_130_and_no_words() -> None:
    program = (
        "import signal, tildeling; from tildeling.cli import main;"
        "tildeling.parse = lambda *_, **__: signal.raise_signal(signal.SIGINT);"
        "main()"
    )
    command = [sys.executable, "-c", program, "parse", "a.pdf"]
    done = subprocess.run(command, check=False, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.system
def test_bad_input_in_a_process_of_its_own(tmp_path: Path) -> None:
    status, out, err = finished("parse", tmp_path / "no.pdf")
    assert (status, out) == (1, b"")
    assert b"Traceback" not in err


@pytest.mark.system
@pytest.mark.parametrize("module", ["spacy", "dateparser", "pdfplumber", "pypdfium2", "rich"])
def test_help_imports_nothing_heavy(module: str) -> None:
    program = (
        "import sys; from tildeling.cli import app; app(['--help'], standalone_mode=False);"
        f" sys.exit({module!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


SCAN = Path(__file__).parent / "fixtures" / "scans" / "ramme-2023-tillegg-1.pdf"


def test_a_scan_is_refused_with_what_reads_it() -> None:
    for command in ("parse", "check", "tables"):
        result = run(command, SCAN)
        assert_told(result, str(SCAN), "no_text_layer")
        assert "page 1 is a picture. --ocr (in Python ocr=True) reads pictures." in result.stderr


def test_tables_of_a_scan_are_printed_with_ocr() -> None:
    result = run("tables", SCAN, "--ocr", "--format", "csv")
    assert result.exit_code == 0, result.stderr
    assert "1330;01;Driftsutgifter;148 700;3 250;151 950" in result.stdout.replace("\xa0", " ")


@pytest.mark.parametrize("command", ["parse", "check", "tables", "diff", "consolidate", "convert"])
def test_every_command_that_reads_letters_offers_ocr(command: str) -> None:
    assert "--ocr" in run(command, "--help").stdout
