"""One run: inputs to tasks, tasks to results, results to the manifest and the tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from pathlib import Path

from tildeling.batch.inputs import Input, Paths, find_inputs, identity
from tildeling.batch.lock import locked
from tildeling.batch.manifest import Manifest
from tildeling.batch.names import output_names
from tildeling.batch.places import Folder, folder_at, is_url, kept_folder
from tildeling.batch.pool import Bounds, Told, run_here, run_there
from tildeling.batch.readme import write_readme
from tildeling.batch.recognise import processes_for_ocr
from tildeling.batch.result import ConversionResult, versions
from tildeling.batch.tables import BatchFormat, write_tables
from tildeling.batch.worker import Task, failure
from tildeling.extras import needs, needs_ocr
from tildeling.limits import Limits
from tildeling.words import Language, Message

# The library that writes a format; both come with an extra of the format's name.
WRITERS = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}


class Conversion:
    """A run that knows what it is to convert before it begins: for who shows its progress."""

    def __init__(
        self,
        paths: Paths,
        out: str | os.PathLike[str],
        *,
        include: str | Iterable[str] = (),
        bounds: Bounds,
        limits: Limits | None = None,
        ocr: bool = False,
        force: bool = False,
        fail_fast: bool = False,
        fsync: bool = False,
    ) -> None:
        """See `convert`. Raises `ValueError` as it does."""
        self.out = os.fspath(out)
        self.bounds = bounds
        self.limits = limits or Limits()
        self.ocr = ocr
        self.force = force
        self.fail_fast = fail_fast
        self.fsync = fsync
        given = [paths] if isinstance(paths, str | os.PathLike) else paths
        names = [os.fspath(path) for path in given]
        here = None if is_url(self.out) else identity(self.out)
        if self.out in names or (here and any(identity(name) == here for name in names)):
            raise ValueError(f"The output folder {self.out} is one of those to read from.")
        patterns = (include,) if isinstance(include, str) else tuple(include)
        if not all(Path(pattern).parts for pattern in patterns):
            raise ValueError("An empty pattern fits no file.")
        self.inputs = find_inputs(names, here, self.limits, patterns)

    def run(
        self,
        *,
        format: BatchFormat = "json",
        jobs: int | None = None,
        executor: Executor | None = None,
        lang: Language = "en",
        told: Told | None = None,
    ) -> Iterator[ConversionResult]:
        """Does it; results as they come. See `convert`. `told` hears of pages that are pictures."""
        if self.ocr:
            needs_ocr()
        if format in WRITERS:
            needs(Message("The format {format}", {"format": format}), format, WRITERS[format])
        folder = folder_at(self.out, fsync=self.fsync)
        folder.make()
        kept = kept_folder(self.out, fsync=self.fsync)
        if self.ocr:
            kept.make()
        with locked(folder):
            folder.clear()
            kept.clear()
            try:
                with closing(Manifest(folder)) as manifest:
                    yield from self._results(folder, manifest, jobs, executor, told)
                    if format != "json":
                        write_tables(format, folder, manifest, lang)
                    write_readme(folder, lang)
            finally:
                # What a worker of this run left that was ended while it wrote; those of an executor
                # may still be at work.
                if executor is None:
                    folder.clear()
                    kept.clear()

    def _results(
        self,
        folder: Folder,
        manifest: Manifest,
        jobs: int | None,
        executor: Executor | None,
        told: Told | None,
    ) -> Iterator[ConversionResult]:
        names = output_names((item.path for item in self.inputs), manifest.outputs())
        there = folder.names()
        refused = (
            failure(self._task(item, names, None), item.error, item.problem)
            for item in self.inputs
            if item.problem is not None
        )
        tasks = (
            self._task(item, names, self._done(manifest, item.path, there))
            for item in self.inputs
            if item.problem is None
        )
        worked = (
            run_there(tasks, executor, self.bounds)
            if executor is not None
            else run_here(tasks, jobs or self._jobs(), self.bounds, told)
        )
        with closing(worked):
            for results in (refused, worked):
                for found in results:
                    result = self._placed(found)
                    _forget_output(folder, manifest, result)
                    manifest.add(result)
                    yield result
                    if self.fail_fast and result.status == "failed":
                        return

    def _jobs(self) -> int:
        return processes_for_ocr() if self.ocr else os.cpu_count() or 1

    def _placed(self, result: ConversionResult) -> ConversionResult:
        """The result with the way to its input, which holds where both are moved together."""
        if is_url(self.out) or is_url(result.path):
            return result
        try:
            way = Path(os.path.relpath(result.path, self.out)).as_posix()
        except ValueError:  # On another drive of Windows, or no path at all.
            way = None
        return result.model_copy(update={"from_output": way})

    def _task(self, item: Input, names: dict[str, str], done: ConversionResult | None) -> Task:
        return Task(
            item.path,
            names[item.path],
            self.out,
            self.limits,
            self.fsync,
            done,
            self.ocr,
            archive=item.archive,
        )

    def _done(self, manifest: Manifest, path: str, there: set[str]) -> ConversionResult | None:
        """What an earlier run made of the input, if it holds for the same content."""
        done = manifest.result_of(path)
        if self.force or done is None or done.output not in there:
            return None
        same = (done.tool_version, done.schema_version) == versions() and done.ocr == self.ocr
        return done if same else None


def _forget_output(folder: Folder, manifest: Manifest, result: ConversionResult) -> None:
    """A failed input has no output: an older one would tell of other content.

    What cannot be found now (a disk that is not there) keeps what it had.
    """
    if result.status != "failed" or result.error == "not_found":
        return
    before = manifest.result_of(result.path)
    if before is not None and before.output is not None:
        folder.remove(before.output)
