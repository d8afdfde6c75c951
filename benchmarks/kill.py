"""Runs killed with SIGKILL at random moments: the next one must end as if nothing had happened.

    python benchmarks/kill.py [--times 50] [--letters 120]

Each time a run of the command is killed at a random moment of its length, up to three times on the
same folder, and then run to its end. Its files must be byte for byte those of a run that was never
killed, and its manifest must say the same (but for the times, and "skipped" for what was done).
Exit status 1 where they are not.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
COMMAND = [sys.executable, "-m", "tildeling", "convert", "--jobs", "2", "--format", "csv"]
SEED = 20260101


def start(archive: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [*COMMAND, str(archive), "--out", str(out), "--quiet"]
    return subprocess.Popen(command, start_new_session=True)


def state(out: Path) -> dict[str, bytes]:
    """All files, and what the manifest says, without what may differ."""
    files = {path.name: path.read_bytes() for path in out.iterdir()}
    lines = [json.loads(line) for line in files.pop("manifest.jsonl").splitlines()]
    for line in lines:
        line["status"] = line.pop("was") or line["status"]
        del line["seconds"]
    files["manifest"] = json.dumps(lines).encode()
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs killed at random moments.")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--letters", type=int, default=120)
    options = parser.parse_args()

    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "in"
        archive.mkdir()
        sources = [path for path in sorted(FIXTURES.rglob("*.pdf")) if "lang" not in path.name]
        for number, source in enumerate(islice(cycle(sources), options.letters)):
            (archive / f"{number:04}.pdf").write_bytes(source.read_bytes())
        (archive / "empty.pdf").write_bytes(b"")
        began = time.monotonic()
        start(archive, Path(temporary) / "whole").wait()
        length = time.monotonic() - began
        whole = state(Path(temporary) / "whole")
        wrong = killed = 0
        for number in range(options.times):
            out = Path(temporary) / f"out-{number}"
            for _ in range(chance.randint(1, 3)):
                run = start(archive, out)
                time.sleep(chance.uniform(0.0, length))
                run.send_signal(signal.SIGKILL)
                killed += run.wait() == -signal.SIGKILL
            status = start(archive, out).wait()
            same = status == 1 and state(out) == whole
            wrong += not same
            print(f"{number + 1}: {'the same' if same else 'NOT THE SAME'}", flush=True)
    print(f"{options.times} times, {killed} runs killed, {wrong} ended otherwise")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
