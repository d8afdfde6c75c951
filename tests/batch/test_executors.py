"""Somebody else's workers, and folders behind URLs."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from tildeling import ExecutorError, Limits, OutputError, convert
from tildeling.batch.tables import BatchFormat

from .archives import LIFTED, by_name, endless_pdf, manifest, outputs, write_letters

ENDING = """
import multiprocessing, sys
from concurrent.futures import ProcessPoolExecutor
import tildeling

def main():
    # One that is collected just before the program ends may trip over that in the library itself.
    global executor
    method, before, ending, inputs, out = sys.argv[1:]
    if before == "here":
        print(*{result.status for result in tildeling.convert(inputs, out + "-0", jobs=1)})
    executor = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method))
    results = tildeling.convert(inputs, out, executor=executor)
    if ending == "left":
        print(next(results).status)
        results.close()
    else:
        print(*{result.status for result in results})
    if ending == "shut down":
        executor.shutdown()

if __name__ == "__main__":
    main()
"""
ENDS_WITHIN = 240
"""Seconds after which a program hangs that takes three on an idle machine."""


@pytest.mark.parametrize(
    ("method", "before", "ending"),
    [
        # Forked from a program with a fork server, which is then another process's child.
        ("fork", "here", "shut down"),
        ("spawn", "nothing", "left alone"),
        ("forkserver", "nothing", "left"),
    ],
)
def test_a_program_with_a_pool_of_processes_ends(
    tmp_path: Path, method: str, before: str, ending: str
) -> None:
    """Its workers have workers of their own, which nobody else ends."""
    write_letters(tmp_path / "in", 6)
    (tmp_path / "program.py").write_text(ENDING)
    run = subprocess.run(
        [
            *(sys.executable, "-W", "ignore", tmp_path / "program.py"),
            *(method, before, ending, tmp_path / "in", tmp_path / "out"),
        ],
        capture_output=True,
        text=True,
        timeout=ENDS_WITHIN,
        check=False,
    )
    assert (run.returncode, set(run.stdout.split()), run.stderr) == (0, {"ok"}, "")


def test_an_executor_that_works_in_the_callers_own_thread_keeps_no_program_from_ending(
    tmp_path: Path,
) -> None:
    write_letters(tmp_path / "in", 2)
    program = """
import sys, tildeling
from concurrent.futures import Executor, Future
class AtOnce(Executor):
    def submit(self, fn, /, *arguments):
        future = Future()
        future.set_result(fn(*arguments))
        return future
print(*[result.status for result in tildeling.convert(*sys.argv[1:], executor=AtOnce())])
"""
    run = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "in", tmp_path / "out"],
        capture_output=True,
        text=True,
        timeout=ENDS_WITHIN,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "ok ok\n", "")


def workers() -> set[object]:
    """Processes of this one; an executor that works in this thread leaves it one."""
    return set(multiprocessing.active_children())


class Losing(Executor):
    """Loses whatever it is given."""

    def submit(self, fn: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(RuntimeError("the machine is gone"))
        return future


def test_any_executor_does_the_work(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 100)
    before = workers()
    with ThreadPoolExecutor(2) as threads:
        results = list(convert(tmp_path / "in", tmp_path / "out", executor=threads))
    assert {result.status for result in results} == {"ok"}
    assert len(outputs(tmp_path / "out")) == 100
    assert workers() <= before


def test_the_time_limit_holds_with_an_executor_too(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    (tmp_path / "in" / "endless.pdf").write_bytes(endless_pdf())
    before = workers()
    with ThreadPoolExecutor(1) as threads:
        list(
            convert(tmp_path / "in", tmp_path / "out", executor=threads, timeout=10, limits=LIFTED)
        )
    lines = by_name(tmp_path / "out")
    assert lines.pop("endless.pdf")["error"] == "timeout"
    assert {line["status"] for line in lines.values()} == {"ok"}
    assert workers() <= before


def test_what_an_executor_loses_is_told(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    results = list(convert(tmp_path / "in", tmp_path / "out", executor=Losing()))
    assert [result.error for result in results] == ["crashed", "crashed"]
    assert "the machine is gone" in (results[0].message or "")


def test_a_process_that_may_have_no_children_does_the_work_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "get_start_method", lambda allow_none: "loky")
    write_letters(tmp_path / "in", 2)
    before, children = workers(), set[object]()

    class Watched(ThreadPoolExecutor):
        def submit(self, fn: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_result(fn(*arguments, **keywords))
            children.update(workers())
            return future

    results = list(convert(tmp_path / "in", tmp_path / "out", executor=Watched()))
    assert [result.status for result in results] == ["ok", "ok"]
    assert children <= before


class Breaking(Executor):
    """Breaks at its third task, as a pool does whose process is killed."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, fn: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:
        self.given += 1
        future: Future[Any] = Future()
        if self.given < 3:
            future.set_result(fn(*arguments, **keywords))
        else:
            future.set_exception(BrokenProcessPool("a process ended"))
        return future


def test_an_executor_that_breaks_stops_the_run_and_what_is_done_is_kept(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 5)
    with pytest.raises(ExecutorError, match="a process ended"):
        list(convert(tmp_path / "in", tmp_path / "out", executor=Breaking()))
    done = manifest(tmp_path / "out")
    assert {line["status"] for line in done} <= {"ok"}
    results = list(convert(tmp_path / "in", tmp_path / "out", jobs=1))
    assert {result.status for result in results} <= {"ok", "skipped"}
    assert len(outputs(tmp_path / "out")) == 5


def test_an_executor_that_was_shut_down_is_told(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    with ThreadPoolExecutor(1) as threads:
        pass
    with pytest.raises(ExecutorError, match="shutdown"):
        list(convert(tmp_path / "in", tmp_path / "out", executor=threads))


def test_a_full_disk_stops_a_run_with_an_executor(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    out = tmp_path / "out"
    out.mkdir()
    (out / "tillegg-001.json").mkdir()
    with ThreadPoolExecutor(1) as threads, pytest.raises(OutputError, match="directory"):
        list(convert(tmp_path / "in", out, executor=threads))


def url(path: Path) -> str:
    """An address of a folder on this disk that only fsspec understands."""
    return f"local://{path}"


@pytest.mark.parametrize("batch_format", ["json", "parquet"])
def test_inputs_and_outputs_may_be_urls(tmp_path: Path, batch_format: BatchFormat) -> None:
    write_letters(tmp_path / "in" / "2025", 2)
    write_letters(tmp_path / "in" / "2026", 2)
    (tmp_path / "in" / "tom.pdf").write_bytes(b"")
    out = tmp_path / "out"
    for statuses in ({"ok", "failed"}, {"skipped", "failed"}):
        results = list(convert(url(tmp_path / "in"), url(out), jobs=1, format=batch_format))
        assert {result.status for result in results} == statuses
    assert len(outputs(out)) == 4
    assert len(manifest(out)) == 5
    assert (out / "letters.parquet").exists() is (batch_format == "parquet")


def test_an_output_behind_a_url_goes_when_its_input_becomes_bad(tmp_path: Path) -> None:
    (path,) = write_letters(tmp_path / "in", 1)
    for content, count in ((path.read_bytes(), 1), (b"", 0)):
        path.write_bytes(content)
        list(convert(path, url(tmp_path / "out"), jobs=1))
        assert len(outputs(tmp_path / "out")) == count


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("gone.pdf", None, "not_found"),
        ("empty.pdf", b"", "not_a_pdf"),
        ("large.pdf", b"%PDF-" + b" " * 2000, "too_large"),
    ],
)
def test_what_is_wrong_behind_a_url_is_told(
    tmp_path: Path, name: str, data: bytes | None, error: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    limits = Limits(max_bytes=1000)
    (result,) = convert([url(tmp_path / name)], tmp_path / "out", jobs=1, limits=limits)
    assert result.error == error


def test_an_output_folder_behind_a_url_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="file"):
        list(convert([], url(tmp_path / "file" / "out")))


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 2)
    results = list(convert((tmp_path / "in").as_uri(), (tmp_path / "out").as_uri(), jobs=1))
    assert [result.status for result in results] == ["ok", "ok"]
    assert len(outputs(tmp_path / "out")) == 2


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler and two workers, processes of this machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Not all of it is typed.
        dask: Any = importlib.import_module("dask")
        distributed: Any = importlib.import_module("distributed")
        with (
            dask.config.set({"distributed.worker.daemon": False}),
            distributed.LocalCluster(
                n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
            ) as local,
            distributed.Client(local) as client,
        ):
            yield client


@pytest.mark.system
def test_a_dask_cluster_does_the_work(cluster: Any, tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 30)
    (tmp_path / "in" / "endless.pdf").write_bytes(endless_pdf())
    results = list(
        convert(
            tmp_path / "in",
            tmp_path / "out",
            executor=cluster.get_executor(),
            # On a busy machine a letter of one page takes three seconds.
            timeout=10,
            limits=LIFTED,
        )
    )
    errors = {Path(result.path).name: result.error for result in results}
    assert errors.pop("endless.pdf") == "timeout"
    assert set(errors.values()) == {None}
    assert len(outputs(tmp_path / "out")) == 30


@pytest.mark.system
def test_a_dask_worker_that_is_killed_loses_no_letter(cluster: Any, tmp_path: Path) -> None:
    write_letters(tmp_path / "in", 60)
    results = convert(tmp_path / "in", tmp_path / "out", executor=cluster.get_executor(retries=3))
    found = [next(results)]
    pid = next(iter(cluster.run(os.getpid).values()))
    os.kill(pid, signal.SIGKILL)
    found.extend(results)
    assert [result.status for result in found] == ["ok"] * 60
