"""Runs a LanguageTool server for all commands of a user, and ends it when nobody has asked it for a while.

A script, started by `editor.languagetool.shared` in a process of its own: `keeper.py FOLDER COMMAND...`.
In FOLDER it writes `state.json` (port, process ids) once the server takes requests, or `failed` with the
server's last words. The time of the file `lease` says until when the server is wanted: commands move it
forward. When that time is past, or at SIGTERM, the server ends, and the keeper with it. Should the keeper
be killed, Linux kills the server; elsewhere the next command does, by its process id in `state.json`.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path

# A bare interpreter starts sooner; it does not look beside the script by itself.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from watchdog import die_with_parent  # type: ignore[import-not-found]

PORT = "{port}"
LEARN = "-XX:AOTCacheOutput="
STARTED = "Server started"
_ATTEMPTS = 4
_LOOK_EVERY = 0.5
# A Java that learns for its next start writes down what it learnt as it ends.
_END_WITHIN = 10.0


class Keeper:
    """One server process and the folder that tells of it."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self._folder = folder
        self._command = command
        self._ended = threading.Event()
        self._lines: deque[str] = deque(maxlen=40)

    def run(self) -> int:
        """Start the server, wait for its end or bring it about; the exit code."""
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: self._ended.set())
        for _ in range(_ATTEMPTS):
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            process = subprocess.Popen(
                [str(port) if word == PORT else word for word in self._command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                preexec_fn=die_with_parent(),  # Safe here: no other thread runs, or only one that reads.
            )
            if self._serves(process):
                return self._watch(process, port)
            # Between our look and its start somebody else may have taken the port.
            if self._ended.is_set() or not any("in use" in line for line in self._lines):
                break
        self._put("failed", "\n".join(self._lines) or "it said nothing")
        return 1

    def _serves(self, process: subprocess.Popen[str]) -> bool:
        """Whether the server says that it takes requests; its output is read on in the background."""
        self._lines.clear()
        ready = threading.Event()

        def read() -> None:
            assert process.stdout is not None
            with contextlib.suppress(ValueError, OSError):
                for line in process.stdout:
                    self._lines.append(line.rstrip())
                    if STARTED in line:
                        ready.set()
            process.wait()
            ready.set()

        threading.Thread(target=read, daemon=True).start()
        while not ready.wait(0.2):
            if self._ended.is_set() or self._past():
                process.kill()
        return process.poll() is None

    def _watch(self, process: subprocess.Popen[str], port: int) -> int:
        state = {"port": port, "server": process.pid, "keeper": os.getpid(), "started": time.time()}
        self._put("state.json", json.dumps(state))
        while process.poll() is None and not self._ended.wait(_LOOK_EVERY) and not self._past():
            pass
        # Nobody is to find it from here on.
        with contextlib.suppress(OSError):
            (self._folder / "state.json").unlink()
        process.terminate()
        try:
            process.wait(_END_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        else:
            self._keep_learnt()
        return 0

    def _keep_learnt(self) -> None:
        """Give what Java learnt its name, now that it is whole."""
        for word in self._command:
            if word.startswith(LEARN):
                learnt = Path(word.removeprefix(LEARN))
                with contextlib.suppress(OSError):
                    learnt.replace(learnt.with_suffix(""))

    def _past(self) -> bool:
        """Whether the server is not wanted any longer; so too when its folder is gone."""
        try:
            return time.time() > (self._folder / "lease").stat().st_mtime
        except OSError:
            return True

    def _put(self, name: str, text: str) -> None:
        scratch = self._folder / f"{name}.{os.getpid()}"
        with contextlib.suppress(OSError):
            scratch.write_text(text, encoding="utf-8")
            scratch.replace(self._folder / name)


if __name__ == "__main__":
    sys.exit(Keeper(Path(sys.argv[1]), sys.argv[2:]).run())
