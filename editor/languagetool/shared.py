"""One LanguageTool server for all commands of a user: found or started, and left to end by itself.

A folder for each configuration (versions of copydesk and LanguageTool, heap, rules) tells of its server:

    run/shared-KEY/
        lock                 held by the command that starts or ends the server
        secret               the first part of every path that clients ask for
        server.properties    what the server is told, the secret among it
        state.json           port and process ids, while it serves
        lease                its time is the moment until when the server is wanted
        idle                 seconds that a person asked for, where somebody did
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor import __version__
from editor.errors import EngineError
from editor.languagetool.home import home
from editor.languagetool.java import Java
from editor.languagetool.keeper import PORT
from editor.languagetool.lock import Lock
from editor.languagetool.server import MAIN_CLASS, OUR_CLASS_PATH, ServerSettings, is_process, java_command

_KEEPER = Path(__file__).with_name("keeper.py")
_HEALTH_WITHIN = 3.0
_START_LOCK_WAIT = 120.0

IDLE = 600.0
"""Seconds without a request after which the server ends, where a person works at a terminal."""

IDLE_UNATTENDED = 90.0
"""The same in scripts, hooks and CI."""


def usual_idle() -> float:
    """The seconds that a server of this command outlives its last request."""
    if os.environ.get("CI", "").lower() in ("", "0", "false"):
        with contextlib.suppress(ValueError, AttributeError):
            if sys.stdin.isatty() or sys.stderr.isatty():
                return IDLE
    return IDLE_UNATTENDED


@dataclass(frozen=True, slots=True)
class State:
    """A server that serves, as its keeper noted it. `started` is in seconds since 1970."""

    port: int
    server: int
    keeper: int
    started: float

    @property
    def alive(self) -> bool:
        """Whether the very processes that are noted run."""
        return is_process(self.keeper, self.started, [_KEEPER.name]) and is_process(
            self.server, self.started, [MAIN_CLASS]
        )


class SharedServer:
    """The user's server for one configuration. `start` finds or starts it; `close` leaves it to the others."""

    def __init__(
        self,
        lock: Lock,
        jars: Path,
        java: Callable[[], Java],
        settings: ServerSettings | None = None,
        *,
        idle: float | None = None,
        warm_up: Callable[[str], object] | None = None,
        starts: Callable[[], None] | None = None,
    ) -> None:
        """`java` is only asked for where a server is started; `idle` is in seconds; `warm_up` is called with the address of a server that was just started, before others get it; `starts` when
        one is about to be started or waited for."""
        self._lock = lock
        self._jars = jars
        self._java = java
        self._settings = settings or ServerSettings()
        self._idle = usual_idle() if idle is None else idle
        self._warm_up = warm_up or (lambda url: None)
        self._starts = starts or (lambda: None)
        self._folder = home().absolute() / "run" / f"shared-{self._key()}"
        self._state: State | None = None
        self._secret = ""

    def _key(self) -> str:
        digest = hashlib.sha256()
        for part in (__version__, self._lock.key, self._settings):
            digest.update(repr(part).encode())
        for path in sorted(OUR_CLASS_PATH.iterdir()):
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]

    @property
    def url(self) -> str:
        """The address that clients use; meaningful once `start` has returned."""
        return f"http://127.0.0.1:{self._state.port if self._state else 0}/{self._secret}/"

    @property
    def alive(self) -> bool:
        """Whether the server that `start` found still runs."""
        return self._state is not None and self._state.alive

    @property
    def pid(self) -> int | None:
        """The process id of the server's keeper, None before the start."""
        return self._state.keeper if self._state else None

    def start(self) -> None:
        """Find the server, or start it and wait until it takes requests. Raises EngineError."""
        if self._found():
            return
        self._starts()
        from filelock import FileLock, Timeout

        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with FileLock(self._folder / "lock", timeout=_START_LOCK_WAIT):
                # Another command may have started it while we waited.
                if not self._found():
                    _end(self._folder)
                    self._start()
        except Timeout:
            raise EngineError(
                "another copydesk has been starting LanguageTool for two minutes: run 'copydesk languagetool stop'"
            ) from None
        except OSError as error:
            raise EngineError(
                f"LanguageTool can't be started in {self._folder}: {error.strerror or error}; "
                "set COPYDESK_HOME to a folder you can write to"
            ) from None

    def renew(self) -> None:
        """Ask for the server for some time more."""
        lease = self._folder / "lease"
        with contextlib.suppress(OSError):
            idle = self._idle
            with contextlib.suppress(OSError, ValueError):
                idle = max(idle, float((self._folder / "idle").read_text("utf-8")))
            until = time.time() + idle
            if lease.stat().st_mtime < until:
                os.utime(lease, (until, until))

    def keep(self, idle: float) -> None:
        """Let the server live `idle` seconds after each request, whoever sends it."""
        with contextlib.suppress(OSError):
            (self._folder / "idle").write_text(str(idle), encoding="utf-8")
        self.renew()

    def retire(self) -> None:
        """End the server that `start` found, if it does not even say its version; a later one is left alone."""
        from filelock import FileLock, Timeout

        with contextlib.suppress(Timeout, OSError), FileLock(self._folder / "lock", timeout=_START_LOCK_WAIT):
            if self._state is None or _read_state(self._folder) != self._state:
                return
            if not self._state.alive or self._answer() != "ours":
                _end(self._folder, at_once=True)

    def close(self) -> None:
        """Leave the server to other commands; it ends when nobody has asked it for a while."""
        if self._state is not None:
            self.renew()

    def last_words(self) -> str:
        """What a server that failed said."""
        return ""

    def _found(self) -> bool:
        """Whether a server of this configuration runs and answers; it is the one to use then."""
        state = _read_state(self._folder)
        if state is None:
            return False
        try:
            self._secret = (self._folder / "secret").read_text("utf-8")
        except OSError:
            return False
        self._state = state
        self.renew()
        # A server that is busy answers late: its process vouches for it.
        if state.alive and self._answer() in ("ours", "late"):
            return True
        self._state = None
        return False

    def _answer(self) -> str:
        """What comes back from the server's port: "ours", "late", or "none" that makes sense."""
        import http.client

        assert self._state is not None
        connection = http.client.HTTPConnection("127.0.0.1", self._state.port, timeout=_HEALTH_WITHIN)
        try:
            connection.request("GET", f"/{self._secret}/v2/info")
            told: Any = json.loads(connection.getresponse().read())
            return "ours" if told["software"]["version"] == self._lock.version else "none"
        except TimeoutError:
            return "late"
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
            return "none"
        finally:
            connection.close()

    def _start(self) -> None:
        """Start keeper and server, with the folder locked. Raises EngineError, OSError."""
        folder = self._folder
        for name in ("state.json", "failed", "idle"):
            (folder / name).unlink(missing_ok=True)
        self._secret = secrets.token_hex(16)
        _write_private(folder / "secret", self._secret)
        told = (OUR_CLASS_PATH / "server.properties").read_text("utf-8")
        threads = max(1, min(4, os.cpu_count() or 1))
        _write_private(
            folder / "server.properties", f"{told}\nserverURL=/{self._secret}\nmaxCheckThreads={threads}\n"
        )
        lease = folder / "lease"
        lease.touch()
        until = time.time() + max(self._idle, self._settings.start_timeout)
        os.utime(lease, (until, until))
        command = java_command(
            self._lock,
            self._jars,
            self._java(),
            self._settings,
            PORT,
            config=folder / "server.properties",
            learn=True,
        )
        keeper = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_KEEPER), str(folder), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            # Ctrl-C in a terminal goes to the whole group; this server is not of it.
            start_new_session=True,
        )
        deadline = time.monotonic() + self._settings.start_timeout
        while (state := _read_state(folder)) is None or state.keeper != keeper.pid:
            if keeper.poll() is not None:
                raise EngineError(
                    f"LanguageTool did not start: {_said(folder)}; see 'copydesk languagetool status'"
                )
            if time.monotonic() > deadline:
                keeper.terminate()
                raise EngineError(
                    f"LanguageTool did not start: it was not ready within {self._settings.start_timeout:.0f} seconds"
                )
            time.sleep(0.01)
        self._state = state
        try:
            self._warm_up(self.url)
        except BaseException:
            _end(folder)
            raise
        finally:
            self.renew()


@dataclass(frozen=True, slots=True)
class Running:
    """A shared server that runs. `until` is when it ends unless it is asked; both times in seconds since 1970."""

    port: int
    pid: int
    started: float
    until: float


def running() -> list[Running]:
    """The shared servers of this user, of all configurations."""
    found = []
    for folder in sorted((home() / "run").glob("shared-*")):
        state = _read_state(folder)
        if state is not None and state.alive:
            with contextlib.suppress(OSError):
                until = (folder / "lease").stat().st_mtime
                found.append(Running(state.port, state.server, state.started, until))
    return found


def stop() -> int:
    """End all shared servers of this user; how many there were. Waits for commands that are starting one."""
    from filelock import FileLock, Timeout

    ended = 0
    for folder in sorted((home() / "run").glob("shared-*")):
        with contextlib.suppress(Timeout, OSError), FileLock(folder / "lock", timeout=_START_LOCK_WAIT):
            ended += _end(folder)
    return ended


def _end(folder: Path, *, at_once: bool = False) -> int:
    """End the server that the folder tells of, if it runs: 1, else 0. Never touches any other process.

    `at_once` is for one that hangs: it is not asked to end by itself.
    """
    import psutil

    state = _read_state(folder)
    (folder / "state.json").unlink(missing_ok=True)
    if state is None:
        return 0
    ended = 0
    if at_once and is_process(state.server, state.started, [MAIN_CLASS]):
        with contextlib.suppress(psutil.Error):
            psutil.Process(state.server).kill()
    if is_process(state.keeper, state.started, [_KEEPER.name]):
        with contextlib.suppress(psutil.Error):
            keeper = psutil.Process(state.keeper)
            keeper.terminate()
            ended = 1
            try:
                keeper.wait(timeout=12)
            except psutil.TimeoutExpired:
                keeper.kill()
    if is_process(state.server, state.started, [MAIN_CLASS]):
        with contextlib.suppress(psutil.Error):
            psutil.Process(state.server).kill()
            ended = 1
    return ended


def _read_state(folder: Path) -> State | None:
    """What the keeper noted, None where there is nothing or it makes no sense."""
    try:
        told = json.loads((folder / "state.json").read_text("utf-8"))
        return State(int(told["port"]), int(told["server"]), int(told["keeper"]), float(told["started"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _said(folder: Path) -> str:
    """The line of the server's last words that tells best why it did not start."""
    try:
        lines = [line for line in (folder / "failed").read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError):
        return "its keeper ended"
    telling = [line for line in lines if "rror" in line or "xception" in line]
    return (telling or lines or ["it said nothing"])[0].strip()[:200]


def _write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read."""
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:  # noqa: PTH123
        stream.write(text)
