"""Says on standard error how far a long run is, and only where a person is watching."""

from __future__ import annotations

import sys
import time
from types import TracebackType


class Progress:
    """A line that is written over; nothing is shown unless standard error is a terminal, nor in the first second, nor of 0 stories."""

    def __init__(self, total: int, *, wait: float = 1.0) -> None:
        self._total = total
        self._shown = 0
        self._on = bool(total) and sys.stderr.isatty()
        self._next = time.monotonic() + wait

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def story(self, number: int, name: str, share: float = 0.0) -> None:
        """Story `number` (from 1) is under way, `share` of it (0 to 1) done."""
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + 0.1
        part = f" ({share:.0%})" if share else ""
        self._show(f"checking {number}/{self._total}{part}: {name}"[:100])

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._shown:
            self._show("")
            sys.stderr.write("\r")
            sys.stderr.flush()
            self._shown = 0

    def _show(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(line)
