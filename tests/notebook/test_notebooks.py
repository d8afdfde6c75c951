"""The notebooks, run on the fixture letters from a clean kernel, against their saved outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_output

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def test_there_are_five_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "1-one-letter",
        "2-what-is-in-force",
        "3-an-archive",
        "4-goals-and-requirements",
        "5-a-thousand-letters",
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
# The kernel's libraries warn of things that are theirs to mend.
@pytest.mark.filterwarnings("ignore")
def test_a_notebook_runs_and_its_saved_outputs_are_current(path: Path, update_golden: bool) -> None:
    saved = nbformat.read(path, as_version=4)
    run = nbformat.read(path, as_version=4)
    NotebookClient(
        run, timeout=120, record_timing=False, resources={"metadata": {"path": path.parent}}
    ).execute()
    if update_golden:
        run.metadata = saved.metadata
        nbformat.write(run, path)
        saved = run
    assert outputs(run) == outputs(saved)


def outputs(notebook: Any) -> list[Any]:
    """What a reader sees that does not depend on the releases of other libraries."""
    return [
        [seen(output) for output in whole(cell.outputs)]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def whole(outputs: list[Any]) -> list[Any]:
    """The outputs, a stream in one: a busy kernel sends what is printed in pieces."""
    found: list[Any] = []
    for output in outputs:
        last = found[-1] if found else None
        if last and output.output_type == "stream" and last.get("name") == output.name:
            found[-1] = nbformat.from_dict({**last, "text": last.text + output.text})
        else:
            found.append(output)
    return found


def seen(output: Any) -> Any:
    if output.output_type == "stream":
        return output.name, output.text
    html = output.data.get("text/html", "")
    if "tildeling-card" in html:
        return html
    # Pictures and other people's tables: that they are there.
    return sorted(output.data)


def test_a_stream_in_pieces_is_the_same_stream() -> None:
    def stream(*texts: str) -> list[Any]:
        return [new_output("stream", name="stdout", text=text) for text in texts]

    picture = new_output("display_data", data={"image/png": "..."})
    pieces, one = (
        [*stream(*texts), picture, *stream("c")] for texts in (("a\n", "b\n"), ("a\nb\n",))
    )
    assert whole(pieces) == whole(one) == one
