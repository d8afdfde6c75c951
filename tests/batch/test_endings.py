"""Workers that hang, crash or run out of memory; runs that are stopped at any moment."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tildeling import OutputError, convert
from tildeling.batch.crew import AHEAD
from tildeling.batch.places import UNFINISHED

from .archives import LETTERS, LIFTED, by_name, endless_pdf, manifest, outputs, write_letters

COMMAND = [sys.executable, "-m", "tildeling", "convert"]
LONG = LETTERS / "lang-2025-tildelingsbrev.pdf"


def test_a_file_that_keeps_native_code_busy_costs_its_time_and_nothing_else(
    tmp_path: Path,
) -> None:
    write_letters(tmp_path / "in", 4)
    (tmp_path / "in" / "endless.pdf").write_bytes(endless_pdf())
    results = list(convert(tmp_path / "in", tmp_path / "out", jobs=2, timeout=10, limits=LIFTED))
    errors = {Path(result.path).name: result.error for result in results}
    assert errors.pop("endless.pdf") == "timeout"
    assert set(errors.values()) == {None}
    assert len(outputs(tmp_path / "out")) == 4


def test_a_worker_that_is_killed_costs_its_file_and_the_run_goes_on(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 12)
    (tmp_path / "in" / "0.pdf").write_bytes(endless_pdf())
    killed = False
    lines = {}
    for result in convert(tmp_path / "in", tmp_path / "out", jobs=2, timeout=20, limits=LIFTED):
        lines[Path(result.path).name] = result
        if not killed:
            # The other worker has done what both were given, but for the endless file.
            _wait_for_outputs(tmp_path / "out", 2 * AHEAD - 1)
            _kill_workers()
            killed = True
    assert lines["0.pdf"].error == "crashed"
    assert "SIGKILL" in (lines["0.pdf"].message or "")
    assert len(lines) == 13
    assert sum(line.status == "failed" for line in lines.values()) == 1


def test_workers_that_are_killed_while_they_wait_cost_nothing(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 12)
    results = convert(tmp_path / "in", tmp_path / "out", jobs=1)
    found = [next(results)]
    _wait_for_outputs(tmp_path / "out", AHEAD)  # all that the worker was given
    _kill_workers()
    found.extend(results)
    assert [result.status for result in found] == ["ok"] * 12


def _wait_for_outputs(out: Path, count: int) -> None:
    """Until so many letters are written, and a moment more, in which the worker says so."""
    while len(outputs(out)) < count:
        time.sleep(0.01)
    time.sleep(0.3)


def _kill_workers() -> None:
    """Kills them and waits until they are gone."""
    for worker in multiprocessing.active_children():
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()


def test_a_file_that_takes_more_memory_than_allowed_is_told(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    (tmp_path / "in" / "bomb.pdf").write_bytes(endless_pdf())
    limit = 300 * 1024**2
    list(convert(tmp_path / "in", tmp_path / "out", jobs=1, memory=limit, limits=None))
    lines = by_name(tmp_path / "out")
    assert lines["bomb.pdf"]["error"] in ("too_large", "crashed", "damaged", "no_text_layer")
    assert lines["tillegg-001.txt"]["status"] == lines["tillegg-002.txt"]["status"] == "ok"


def test_leaving_the_results_ends_the_workers_and_keeps_what_is_done(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 30)
    results = convert(tmp_path / "in", tmp_path / "out", jobs=2)
    first = next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
    assert [line["path"] for line in manifest(tmp_path / "out")] == [first.path]


def test_what_an_ended_worker_was_writing_goes_with_the_run(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 30)
    results = convert(tmp_path / "in", tmp_path / "out", jobs=1)
    next(results)
    (tmp_path / "out" / f"{UNFINISHED}0").write_bytes(b'{"half')
    results.close()  # type: ignore[attr-defined]
    assert not list((tmp_path / "out").glob(f"{UNFINISHED}*"))


SCRIPT = """
import sys
import tildeling
for result in tildeling.convert(sys.argv[1], sys.argv[2], jobs=1):
    print(result.status)
"""


def test_a_script_without_a_main_guard_is_not_run_by_the_workers(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 1)
    (tmp_path / "script.py").write_text(SCRIPT)
    folders = [str(tmp_path / name) for name in ("in", "out")]
    for program in ([str(tmp_path / "script.py")], ["-c", SCRIPT]):
        run = subprocess.run(
            [sys.executable, *program, *folders], capture_output=True, text=True, check=False
        )
        assert (run.returncode, run.stderr) == (0, "")
        assert run.stdout in ("ok\n", "skipped\n")


def started(tmp_path: Path, *options: str) -> subprocess.Popen[bytes]:
    """A run in a process group of its own, as a shell starts one, that has begun its work."""
    out = tmp_path / "out"
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path / "in"), "--out", str(out), "--jobs", "2", *options],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (out / "manifest.jsonl").exists() or not manifest(out):
        assert process.poll() is None
        time.sleep(0.01)
    return process


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c_ends_it_at_once_and_keeps_what_is_done(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 20)
    for number in (1, 2):
        (tmp_path / "in" / f"ving-{number}.pdf").write_bytes(endless_pdf())
    process = started(tmp_path)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert not list((tmp_path / "out").glob(".*"))
    ends = [line["status"] for line in manifest(tmp_path / "out")]
    assert set(ends) == {"ok"}
    _wait_for_the_workers_of(process.pid)


@pytest.mark.parametrize("moment", [0.0, 0.2, 0.6])
def test_ctrl_c_while_workers_start_shows_nobody_where_they_were(
    tmp_path: Path, moment: float
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ving.pdf").write_bytes(endless_pdf())
    out = tmp_path / "out"
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path / "in"), "--out", str(out), "--jobs", "2"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (out / "manifest.jsonl").exists():  # made just before the workers are
        assert process.poll() is None
        time.sleep(0.01)
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert [line.split()[:2] for line in told.decode().splitlines()] == [["total", "0"]]
    _wait_for_the_workers_of(process.pid)


@pytest.mark.parametrize("moment", [0.0, 0.15])
def test_a_killed_run_ends_with_the_same_files_as_one_that_was_not(
    tmp_path: Path, moment: float
) -> None:
    for number, path in enumerate(write_letters(tmp_path / "in", 40)):
        if number % 8 == 0:
            path.with_suffix(".pdf").symlink_to(LETTERS / "kyst-2025-tildelingsbrev.pdf")
    process = started(tmp_path, "--format", "jsonl")
    time.sleep(moment)
    process.kill()
    process.communicate()
    _healthy(tmp_path / "out")
    whole = list(convert(tmp_path / "in", tmp_path / "whole", jobs=2, format="jsonl"))
    assert {result.status for result in whole} == {"ok"}
    list(convert(tmp_path / "in", tmp_path / "out", jobs=2, format="jsonl"))
    assert outputs(tmp_path / "out") == outputs(tmp_path / "whole")
    names = [sorted(path.name for path in (tmp_path / run).iterdir()) for run in ("out", "whole")]
    assert names[0] == names[1]
    jsonl = [(tmp_path / run / "letters.jsonl").read_bytes() for run in ("out", "whole")]
    assert jsonl[0] == jsonl[1]
    _wait_for_the_workers_of(process.pid)


def _healthy(out: Path) -> None:
    """Every JSON file is whole, whenever the run was killed."""
    for text in outputs(out).values():
        json.loads(text)


def _wait_for_the_workers_of(group: int) -> None:
    """Workers end with their parent; the test fails by its own time limit where they do not."""
    for _ in range(500):
        if not alive(group):
            return
        time.sleep(0.02)
    pytest.fail("workers outlive a killed run")


def _small_files() -> None:
    """What a full disk does to whoever writes: from some byte on, nothing more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_full_disk_stops_the_run_with_a_word_and_leaves_nothing_half_written(
    tmp_path: Path,
) -> None:
    write_letters(tmp_path / "in", 3)
    (tmp_path / "in" / "lang.pdf").symlink_to(LONG)
    run = subprocess.run(
        [*COMMAND, str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "1"],
        capture_output=True,
        text=True,
        preexec_fn=_small_files,
        check=False,
    )
    assert run.returncode == 1
    assert "File too large [output]" in run.stderr
    assert "what is done is kept" in run.stderr
    assert not list((tmp_path / "out").glob(".*"))
    assert "lang.json" not in outputs(tmp_path / "out")
    _healthy(tmp_path / "out")


def test_a_disk_too_full_for_the_manifest_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_letters(tmp_path / "in", 60)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    results = convert(tmp_path / "in", tmp_path / "out", jobs=1)
    done = [next(results) for _ in range(3)]
    size = (tmp_path / "out" / "manifest.jsonl").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, before[1]))
    try:
        with pytest.raises(OutputError, match="File too large"):
            list(results)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert [line["path"] for line in manifest(tmp_path / "out")] == [one.path for one in done]
