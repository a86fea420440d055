"""The process that stands by: `python -m editor.standby.server FOLDER IDLE`.

It loads everything that a check needs, listens at FOLDER/socket and runs each command in a copy of itself, with the
caller's folder, environment and open files; so nothing of one command is left for the next. It ends after IDLE seconds
without a command, at SIGTERM, and when a file of the program has changed.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import selectors
import signal
import socket
import struct
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.leave import code_of, leave
from editor.stamps import stamp
from editor.standby import place, wire

_WITHIN = 2.0  # Seconds that a caller may take to say what it wants.
_LOOK_EVERY = 1.0
_PASSED_ON = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT)
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Job:
    """A command that runs: the copy's process id, and the connection to its caller."""

    pid: int
    connection: socket.socket


class Standby:
    """Listens, and runs commands until it is not wanted any longer."""

    def __init__(self, folder: Path, idle: float) -> None:
        self._folder = folder
        self._until = time.monotonic() + idle
        self._jobs: dict[int, Job] = {}
        self._ended = False
        self._selector = selectors.DefaultSelector()
        self._stamp = stamp(_PACKAGE)

    def run(self) -> int:
        """Serve until the end; 0, or 1 where another process serves already."""
        import fcntl

        with open(self._folder / "lock", "a", encoding="ascii") as lock:  # noqa: PTH123
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return 1
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            work = _preparations()
            next(work)
            address = place.address(self._folder)
            assert address is not None
            with contextlib.suppress(FileNotFoundError):
                Path(address).unlink()
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
                listener.bind(address)
                Path(address).chmod(0o600)
                listener.listen(64)
                self._serve(listener, work)
            with contextlib.suppress(OSError):
                Path(address).unlink()
        return 0

    def _serve(self, listener: socket.socket, work: Iterator[None]) -> None:
        woken, waker = socket.socketpair()
        for each in (woken, waker):
            each.setblocking(False)
        signal.set_wakeup_fd(waker.fileno())
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, self._end)
        self._selector.register(listener, selectors.EVENT_READ)
        self._selector.register(woken, selectors.EVENT_READ)
        ready = False
        while self._jobs or not (self._ended or time.monotonic() > self._until):
            for key, _ in self._selector.select(_LOOK_EVERY if ready or self._jobs else 0):
                if key.fileobj is listener:
                    self._take(listener)
                elif key.fileobj is woken:
                    with contextlib.suppress(BlockingIOError):
                        woken.recv(4096)
                else:
                    self._hear(key.data)
            self._reap()
            if not ready and not self._jobs:
                ready = next(work, "done") == "done"
            if not (self._folder / "lock").exists():
                self._ended = True

    def _end(self, *_: object) -> None:
        self._ended = True

    def _take(self, listener: socket.socket) -> None:
        """Take a caller's command, and run it in a copy of this process."""
        connection, _ = listener.accept()
        files: list[int] = []
        try:
            connection.settimeout(_WITHIN)
            if not _is_ours(connection):
                raise ValueError("not this user")
            request, files = wire.receive(connection)
            if self._ended or stamp(_PACKAGE) != self._stamp:
                self._ended = True
                connection.sendall(b"stale\n")
                raise ValueError("another program")
            connection.sendall(b"taken\n")
            # A caller that grew tired of waiting runs its command itself: it must not run twice.
            if connection.recv(8) != b"go\n":
                raise ValueError("the caller is gone")
            pid = forked(lambda listen: _run(request, files, listen))
        except (OSError, ValueError):
            connection.close()
            return
        finally:
            for each in files:
                os.close(each)
        self._until = max(self._until, time.monotonic() + request.idle)
        job = Job(pid, connection)
        self._jobs[pid] = job
        self._selector.register(connection, selectors.EVENT_READ, job)

    def _hear(self, job: Job) -> None:
        """Pass a signal on; a caller that is gone does not want its command any longer."""
        try:
            said = job.connection.recv(4096)
        except OSError:
            said = b""
        numbers = [int(line.split()[1]) for line in said.splitlines() if line.startswith(b"signal ")]
        if not said:
            self._selector.unregister(job.connection)
            numbers = [int(signal.SIGTERM)]
        for number in numbers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(job.pid, number)

    def _reap(self) -> None:
        """Tell the callers of commands that have ended."""
        for job in list(self._jobs.values()):
            pid, status = os.waitpid(job.pid, os.WNOHANG)
            if not pid:
                continue
            del self._jobs[job.pid]
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(job.connection)
            code = os.waitstatus_to_exitcode(status)
            with contextlib.suppress(OSError):
                job.connection.sendall(f"exit {code if code >= 0 else 128 - code}\n".encode())
            job.connection.close()


def _preparations() -> Iterator[None]:
    """Load what a command needs, in steps; after the first, commands can be taken."""
    from editor.cache import program, results
    from editor.rulebook.compiled import compiled
    from editor.standby.rehearsal import rehearse

    program()
    results()
    rehearse()
    yield
    yield from compiled().patterns.warm()
    # What is shared with the copies is not to be gone through, and so copied, at each of their collections.
    gc.freeze()


def _is_ours(connection: socket.socket) -> bool:
    """Whether the caller is this user, as far as the system tells."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    size = struct.calcsize("3i")
    _, user, _ = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return bool(user == os.getuid())


def forked(work: Callable[[Callable[[], object]], None]) -> int:
    """Run `work` in a copy of this process; the copy's process id.

    Signals wait until `work` calls what it is handed: one that came before the copy has set its own handlers would else be
    taken by this process's handlers, and be lost. `work` must end its process.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON)
    try:
        pid = os.fork()
        if not pid:
            work(lambda: signal.pthread_sigmask(signal.SIG_SETMASK, before))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return pid


def _run(request: wire.Request, files: list[int], listen: Callable[[], object]) -> None:
    """In the copy: become the caller's command, run it, and end."""
    code = 1
    try:
        _become(request, files)
        from editor.cli.main import run

        try:
            listen()
            run()
            code = 0
        except SystemExit as end:
            code = code_of(end)
        except KeyboardInterrupt:
            code = 130
        except BaseException:
            traceback.print_exc()
        leave(code)
    finally:
        os._exit(code)


def _become(request: wire.Request, files: list[int]) -> None:
    signal.set_wakeup_fd(-1)
    for name in ("SIGCHLD", "SIGTERM", "SIGHUP", "SIGQUIT"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, file in zip(wire.FILES, files, strict=True):
        os.dup2(file, number)
    # What this process listens at is none of the copy's; what it opens itself must not land on those numbers.
    os.closerange(3, 64)
    os.chdir(request.folder)
    os.umask(request.mask)
    os.environ.clear()
    os.environ.update(request.environment)
    time.tzset()
    sys.argv = ["copydesk", *request.arguments]
    sys.stdin = _stream(0, "r", *request.streams[0])
    sys.stdout = _stream(1, "w", *request.streams[1])
    sys.stderr = _stream(2, "w", *request.streams[2], lines=True)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]


def _stream(number: int, mode: str, encoding: str, errors: str, *, lines: bool = False) -> Any:
    """A standard stream as Python itself opens it."""
    raw = open(number, f"{mode}b", closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(raw, encoding=encoding, errors=errors, line_buffering=lines or os.isatty(number))


if __name__ == "__main__":
    sys.exit(Standby(Path(sys.argv[1]), float(sys.argv[2])).run())
