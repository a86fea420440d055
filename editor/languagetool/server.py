"""A LanguageTool server of our own: started on a free port, watched, and gone when it is closed or we die."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import uuid
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.errors import EngineError
from editor.languagetool.aot import learnt
from editor.languagetool.home import home
from editor.languagetool.install import class_path
from editor.languagetool.java import Java
from editor.languagetool.lock import Lock

MAIN_CLASS = "org.languagetool.server.HTTPServer"
OUR_CLASS_PATH = Path(__file__).with_name("classpath")
_WATCHDOG = Path(__file__).with_name("watchdog.py")
_STARTED = "Server started"
_PORT_ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How the server is run.

    `heap_mb` limits the Java heap. `brief` tells that only a story or two will be checked: the first
    answer comes a second earlier and the fiftieth later. `rules` is a folder of LanguageTool XML rules
    (`org/languagetool/rules/en/grammar_custom.xml` in it). `start_timeout` is in seconds.
    """

    heap_mb: int = 768
    brief: bool = False
    rules: Path | None = None
    start_timeout: float = 60.0


def java_command(
    lock: Lock,
    jars: Path,
    java: Java,
    settings: ServerSettings,
    port: str,
    *,
    config: Path = OUR_CLASS_PATH / "server.properties",
    learn: bool = False,
) -> list[str]:
    """The Java command line for a server on `port`. `learn` lets it learn for its next start."""
    folders = [str(settings.rules)] if settings.rules else []
    cache = None if folders else learnt(lock, jars, java, learn=learn)
    options = [
        "-XX:+UseSerialGC",
        f"-Xmx{settings.heap_mb}m",
        # Out of memory it would stay up and answer nonsense: better dead, and started anew.
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Djava.awt.headless=true",
        "-Djava.net.preferIPv4Stack=true",
        "-Dfile.encoding=UTF-8",
        f"-Dlogback.configurationFile={OUR_CLASS_PATH / 'logback.xml'}",
    ]
    if settings.brief:
        options.append("-XX:TieredStopAtLevel=1")
    path = cache.class_path if cache else class_path(lock, jars)
    return [
        str(java.path.absolute()),
        *options,
        *(cache.options if cache else ()),
        "-cp",
        os.pathsep.join([*folders, *path]),
        MAIN_CLASS,
        "--port",
        port,
        "--config",
        str(config),
    ]


class Server:
    """One LanguageTool server process on 127.0.0.1. Use `start`, then `url`, then `close`; all may be called from any thread."""

    def __init__(self, lock: Lock, jars: Path, java: Java, settings: ServerSettings | None = None) -> None:
        self._lock = lock
        self._jars = jars
        self._java = java
        self._settings = settings or ServerSettings()
        self._guard = threading.Lock()
        self._closed = False
        self._process: subprocess.Popen[str] | None = None
        self._lines: deque[str] = deque(maxlen=40)
        self._port = 0

    @property
    def url(self) -> str:
        """The address that clients use; meaningful once `start` has returned."""
        return f"http://127.0.0.1:{self._port}/"

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id of the watchdog over the server, None before the start."""
        return self._process.pid if self._process else None

    def command(self, port: int) -> list[str]:
        """The Java command line for a server on `port`."""
        return java_command(self._lock, self._jars, self._java, self._settings, str(port))

    def start(self) -> None:
        """Start the process and wait until it takes requests. Raises EngineError."""
        reap()
        for attempt in range(_PORT_ATTEMPTS):
            outcome = self._launch(_free_port())
            if outcome is None:
                return
            # Between our look and its start somebody else may have taken the port.
            if "in use" not in outcome or attempt + 1 == _PORT_ATTEMPTS:
                raise EngineError(
                    f"LanguageTool did not start: {outcome}; see 'copydesk languagetool status'"
                )

    def _launch(self, port: int) -> str | None:
        """Start on `port`: None once it serves, else what it said as it failed."""
        run = home() / "run"
        ready = threading.Event()
        lines: deque[str] = deque(maxlen=40)
        served: list[bool] = []
        try:
            run.mkdir(parents=True, exist_ok=True)
            with self._guard:
                if self._closed:
                    return "it was closed"
                process = subprocess.Popen(
                    [
                        sys.executable,
                        *("-I", "-S", str(_WATCHDOG)),
                        str(run / f"server-{uuid.uuid4().hex}.json"),
                        *self.command(port),
                    ],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                    # Ctrl-C in a terminal goes to the whole group; the end of this process ends the server.
                    start_new_session=True,
                )
                self._process, self._port = process, port
        except OSError as error:
            return f"{error.strerror or error}"

        def read() -> None:
            assert process.stdout is not None
            with contextlib.suppress(ValueError, OSError):
                for line in process.stdout:
                    lines.append(line.rstrip())
                    if _STARTED in line:
                        served.append(True)
                        ready.set()
            ready.set()

        threading.Thread(target=read, name="languagetool-output", daemon=True).start()
        came = ready.wait(self._settings.start_timeout)
        self._lines = lines
        if served and process.poll() is None:
            return None
        with self._guard:
            _end(process)
        if self._closed:
            return "it was closed"
        if not came:
            return f"it was not ready within {self._settings.start_timeout:.0f} seconds"
        return self.last_words() or f"Java ended with code {process.returncode}"

    def last_words(self) -> str:
        """The line of the server's output that tells best why it failed, or ""."""
        telling = [line for line in self._lines if "rror" in line or "xception" in line or "in use" in line]
        chosen = next((line for line in telling if "in use" in line), None)
        return (chosen or (telling or list(self._lines) or [""])[0]).strip()[:200]

    def close(self) -> None:
        """End the process and wait for its end; a second call does nothing."""
        with self._guard:
            self._closed = True
            if self._process is not None:
                _end(self._process)


def _end(process: subprocess.Popen[str]) -> None:
    """Close the pipe, whereupon the watchdog kills the server and ends; insist if it doesn't."""
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()  # On Linux the server dies with its watchdog.
        process.wait(timeout=5)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def reap() -> int:
    """Kill servers of earlier runs whose watchdog is gone; how many. Never touches any other process."""
    killed = 0
    for pid_file in (home() / "run").glob("server-*.json"):
        killed += _reap_one(pid_file)
    return killed


def _reap_one(pid_file: Path) -> int:
    import json

    import psutil

    try:
        entry = json.loads(pid_file.read_text(encoding="utf-8"))
        watchdog, server, started = int(entry["watchdog"]), int(entry["server"]), float(entry["started"])
    except (OSError, ValueError, KeyError, TypeError):
        # Half written: it belongs to a watchdog that is starting, unless it has lain there for a while.
        with contextlib.suppress(OSError):
            import time

            if time.time() - pid_file.stat().st_mtime > 60:
                pid_file.unlink()
        return 0
    if is_process(watchdog, started, [_WATCHDOG.name]):
        return 0
    killed = 0
    if is_process(server, started, [MAIN_CLASS]):
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(server)
            process.kill()
            with contextlib.suppress(psutil.TimeoutExpired):
                process.wait(timeout=5)
            killed = 1
    with contextlib.suppress(OSError):
        pid_file.unlink()
    return killed


def is_process(pid: int, started: float, words: Sequence[str]) -> bool:
    """Whether `pid` is the process that started at about `started` with `words` in its command line.

    A process id is used again after a while: the time and the words tell ours from a stranger.
    """
    import psutil

    try:
        process = psutil.Process(pid)
        line = " ".join(process.cmdline())
        return abs(process.create_time() - started) < 30 and all(word in line for word in words)
    except psutil.Error:
        return False
