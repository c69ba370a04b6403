"""Measures a batch: worker processes beside one process, two workers beside one, memory and rate over a long run, and
a second run that has nothing to do. Prints lines of five fields, as the other benchmarks do.

    batch.py PROGRAM CONFIG SMALL LARGE WORK [ROUNDS]

SMALL and LARGE are folders of documents, WORK a folder for output.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from statistics import median


def show(work: str, value: float, unit: str) -> None:
    print("batch", work, "songngu", value, unit, sep="\t", flush=True)


def folder_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Run:
    """One run of the program, watched from outside."""

    def __init__(self, program: str, config: str, source: Path, output: Path, *arguments: str) -> None:
        self.output = output
        self.samples: list[tuple[float, int, float, float]] = []
        self._command = [program, "run", config, "--input", str(source), "--output", str(output), "--quiet", *arguments]

    def finish(self, step: float | None = None) -> float:
        """Seconds that it took; with a step, memory and progress are looked at every so many seconds."""
        start = time.monotonic()
        process = subprocess.Popen(self._command, stderr=subprocess.DEVNULL)
        if step:
            while process.poll() is None:
                time.sleep(step)
                self._sample(process.pid, time.monotonic() - start)
        status = process.wait()
        if status not in (0, 1):
            raise SystemExit(f"{' '.join(self._command)}: exit status {status}")
        return time.monotonic() - start

    def _sample(self, pid: int, now: float) -> None:
        # Children belong to the thread that started them.
        threads = Path(f"/proc/{pid}/task").glob("*/children")
        children = [int(child) for thread in threads for child in read(str(thread)).split()]
        workers = [resident(child) for child in children]
        self.samples.append((now, self._done(), resident(pid), max(workers, default=0)))

    def _done(self) -> int:
        ledger = self.output / ".songngu/ledger.sqlite"
        try:
            with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=1) as connection:
                return connection.execute("SELECT IFNULL(MAX(position) + 1, 0) FROM input").fetchone()[0]
        except sqlite3.Error:
            return self.samples[-1][1] if self.samples else 0


def read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def resident(pid: int) -> float:
    """MB of memory of its own (anonymous), without files that are mapped."""
    for line in read(f"/proc/{pid}/status").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1000
    return 0


def rate(samples: list[tuple[float, int, float, float]], begin: float, end: float) -> float:
    """Documents a second while the share of documents that is done goes from `begin` to `end`."""
    total = samples[-1][1]
    # Behind the last document come the files about the whole run; that is no part of the rate.
    working = [sample for sample in samples if sample[1] < total]
    inside = [sample for sample in working if begin * total <= sample[1] <= end * total]
    if len(inside) < 2 or inside[-1][0] == inside[0][0]:
        return 0
    return (inside[-1][1] - inside[0][1]) / (inside[-1][0] - inside[0][0])


def main() -> None:
    program, config, small, large, work = sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:6])
    rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 3
    output = work / "batch-out"
    megabytes = folder_bytes(small) / 1e6
    modes = {
        "one process": ("--in-process", "--workers", "1"),
        "one worker": ("--workers", "1"),
        "two workers": ("--workers", "2"),
    }
    rates: dict[str, list[float]] = {mode: [] for mode in modes}
    for _ in range(rounds):
        for mode, arguments in modes.items():
            shutil.rmtree(output, ignore_errors=True)
            rates[mode].append(megabytes / Run(program, config, small, output, *arguments).finish())
            show(mode, rates[mode][-1], "MB/s")
    for mode in modes:
        show(f"{mode}, median", median(rates[mode]), "MB/s")
    show("one worker to one process", max(rates["one worker"]) / max(rates["one process"]), "ratio")
    show("two workers to one", max(rates["two workers"]) / max(rates["one worker"]), "ratio")

    shutil.rmtree(output, ignore_errors=True)
    run = Run(program, config, large, output, "--workers", str(os.cpu_count() or 1))
    seconds = run.finish(step=1)
    samples = [sample for sample in run.samples if sample[1] > 0]
    show("long run", folder_bytes(large) / 1e6 / seconds, "MB/s")
    show("long run, after the last document", seconds - max(sample[0] for sample in samples if sample[1] < samples[-1][1]), "s")
    show("long run, documents", samples[-1][1], "documents")
    for tenth in range(10):
        show(f"long run, tenth {tenth + 1}", rate(samples, tenth / 10, tenth / 10 + 0.1), "documents/s")
    for share in (10, 25, 50, 75, 99):
        sample = next(sample for sample in samples if sample[1] * 100 >= share * samples[-1][1])
        show(f"supervisor's memory at {share} %", sample[2], "MB")
        show(f"largest worker's memory at {share} %", sample[3], "MB")
    show("nothing to do", Run(program, config, large, output).finish(), "s")
    shutil.rmtree(output, ignore_errors=True)


main()
