"""Times commands, and watches how much memory they and their children take."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY = 0.2


@dataclass(frozen=True, slots=True)
class Took:
    """What a command took: `seconds` on the wall, and the most memory at one time, in bytes, children included."""

    seconds: float
    memory: int


class Failed(Exception):
    """A command that did not do its work."""


def took(
    command: Sequence[str | Path],
    *,
    good: Sequence[int] = (0, 1),
    environment: Mapping[str, str] | None = None,
    also: Sequence[int] = (),
    timeout: float = 7200,
) -> Took:
    """What the command took. `also` are process ids that count too (a server). Raises Failed."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    memory = _Memory(process.pid, also)
    try:
        _, said = process.communicate(timeout=timeout)
    finally:
        seconds = time.perf_counter() - begun
        memory.stop()
        if process.poll() is None:
            process.kill()
    if process.returncode not in good:
        raise Failed(said.decode("utf-8", "replace").strip().splitlines()[-1:] or process.returncode)
    return Took(seconds, memory.most)


def best(
    times: int, command: Sequence[str | Path], good: Sequence[int] = (0, 1), **environment: str
) -> float:
    """The seconds of the fastest of several runs: what the machine's other work disturbs least."""
    return min(took(command, good=good, environment=environment).seconds for _ in range(times))


class _Memory:
    """Looks at a process's family every so often."""

    def __init__(self, pid: int, also: Sequence[int]) -> None:
        self.most = 0
        self._pids = (pid, *also)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._end.wait(_EVERY):
            self.most = max(self.most, sum(_family(pid) for pid in self._pids))


def _family(pid: int) -> int:
    total = 0
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                memory = each.memory_full_info()
                # What processes share counts once; where the system does not tell, all counts.
                total += getattr(memory, "pss", 0) or memory.rss
    return total
