"""Says which standby processes of this user run, and ends them."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from editor.languagetool.home import home

_WITHIN = 5.0  # Seconds that a process may take to end.


def running() -> list[int]:
    """The process ids of the standby processes of this user, of all versions."""
    return [pid for pid, _ in _running()]


def stop() -> int:
    """End them all, those that run a command after it; how many there were."""
    found = list(_running())
    for pid, _ in found:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + _WITHIN
    while any(_held(lock) for _, lock in found) and time.monotonic() < deadline:
        time.sleep(0.01)
    return len(found)


def _running() -> Iterator[tuple[int, Path]]:
    for lock in sorted((home() / "run").glob("standby-*/lock")):
        if _held(lock):
            with contextlib.suppress(OSError, ValueError):
                yield int(lock.read_text("ascii")), lock


def _held(lock: Path) -> bool:
    """Whether a process holds the lock, so that the id in it is that process's."""
    import fcntl

    try:
        with lock.open("r", encoding="ascii") as stream:
            fcntl.flock(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
