"""Runs a command for as long as standard input stays open, and leaves nothing of it behind.

A script, started by `editor.languagetool.server` in a bare interpreter: `watchdog.py PIDFILE COMMAND...`.
The process that starts it holds the other end of the pipe and never writes. However that process
ends, a kill -9 included, the system closes the pipe, and the command is killed. Should the watchdog
itself be killed, Linux kills the command (PDEATHSIG); elsewhere the next run does, by the PID file.
Imports nothing of the package: it must start in a few hundredths of a second.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def die_with_parent() -> Callable[[], None] | None:
    """What a child must do before exec so that it dies when this process dies; None where that isn't known."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def bind() -> None:
        prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return bind


def main() -> int:
    """Run the command, watch standard input; the command's exit code, or 1."""
    pid_file, *command = sys.argv[1:]
    # preexec_fn is safe here: no other thread runs yet.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=die_with_parent())

    def end(*_: object) -> None:
        process.kill()

    def watch() -> None:
        while os.read(0, 4096):
            pass
        end()

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    threading.Thread(target=watch, daemon=True).start()
    try:
        with open(pid_file, "w", encoding="utf-8") as stream:  # noqa: PTH123 - pathlib costs a tenth of the start
            json.dump({"watchdog": os.getpid(), "server": process.pid, "started": time.time()}, stream)
    except OSError:
        pass  # Without the file there is one safety net less; the pipe is what counts.
    code = process.wait()
    try:  # noqa: SIM105
        os.unlink(pid_file)  # noqa: PTH108
    except OSError:
        pass
    return code if code >= 0 else 1


if __name__ == "__main__":
    sys.exit(main())
