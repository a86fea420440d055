"""Fetch LanguageTool's jars once: in parallel, resumed where it stopped, checked, and there wholly or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree

from editor.errors import EngineError
from editor.languagetool.home import home
from editor.languagetool.lock import Artifact, Lock, load_lock

if TYPE_CHECKING:
    import requests

Progress = Callable[[int, int], None]
"""Called with the bytes that are there and the bytes of all."""

MARKER = "complete"
_WORKERS = 8
_ATTEMPTS = 3
_PAUSE = 0.5
_CHUNK = 1 << 14  # What an ended connection loses at most.
_TIMEOUT = (10.0, 30.0)
_LOCK_WAIT = 900.0


class _Passing(Exception):
    """A failure that another attempt may not meet."""


class _Stopped(Exception):
    """Another download failed, so this one gave up."""


def folder(lock: Lock) -> Path:
    """The folder that holds, or will hold, the jars of `lock`."""
    return home() / "languagetool" / lock.key


def installed(lock: Lock | None = None) -> Path | None:
    """The folder of the jars if all of them are there, else None. Looks at names and sizes, not at bytes."""
    lock = lock or load_lock()
    place = folder(lock)
    try:
        if (place / MARKER).read_text(encoding="utf-8").strip() != lock.key:
            return None
        with os.scandir(place) as entries:
            sizes = {entry.name: entry.stat().st_size for entry in entries}
    except OSError:
        return None
    return place if all(sizes.get(a.name) == a.size for a in lock.artifacts) else None


def class_path(lock: Lock, place: Path) -> list[str]:
    """The jars in the order of the lock file."""
    return [str(place / artifact.name) for artifact in lock.artifacts]


def repository(lock: Lock) -> str:
    """The base address to fetch from: COPYDESK_MAVEN_MIRROR, else the mirror of Maven's own settings, else the lock's."""
    chosen = os.environ.get("COPYDESK_MAVEN_MIRROR") or _settings_mirror(
        Path("~/.m2/settings.xml").expanduser()
    )
    return (chosen or lock.repository).rstrip("/")


def _settings_mirror(settings: Path) -> str | None:
    """The address of the first mirror in Maven's settings that stands in for the central repository."""
    try:
        root = ElementTree.parse(settings).getroot()
    except (OSError, ElementTree.ParseError):
        return None
    for mirror in root.iter():
        if mirror.tag.rpartition("}")[2] != "mirror":
            continue
        fields = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in mirror}
        of = {part.strip() for part in fields.get("mirrorOf", "").split(",")}
        if fields.get("url") and of & {"*", "central", "external:*"} and "!central" not in of:
            return fields["url"]
    return None


def install(
    progress: Progress | None = None, lock: Lock | None = None, stop: threading.Event | None = None
) -> Path:
    """The folder with all jars of `lock`, fetched first where they are missing.

    Safe between processes: one fetches, the others wait and find the work done. What was fetched
    before an interruption is kept and used by the next call. Setting `stop` from another thread ends it.
    Raises EngineError, one line that says what to do, when the jars can't be had or kept.
    """
    lock = lock or load_lock()
    place = installed(lock)
    if place is not None:
        return place
    from filelock import FileLock, Timeout

    place = folder(lock)
    staging = place.with_name(f"{lock.key}.part")
    try:
        staging.mkdir(parents=True, exist_ok=True)
        with FileLock(place.with_name(f"{lock.key}.lock"), timeout=_LOCK_WAIT):
            if installed(lock) is None:
                staging.mkdir(exist_ok=True)
                _fetch_all(lock, staging, progress, stop or threading.Event())
                _publish(lock, staging, place)
            else:
                shutil.rmtree(staging, ignore_errors=True)
    except Timeout as error:
        raise EngineError(
            f"another copydesk has been installing LanguageTool for {_LOCK_WAIT / 60:.0f} minutes: "
            "end it, or wait and try again"
        ) from error
    except OSError as error:
        raise EngineError(
            f"LanguageTool could not be saved in {place.parent}: {error.strerror or error}; "
            "free some space or set COPYDESK_HOME to a folder you can write to"
        ) from error
    return place


def _publish(lock: Lock, staging: Path, place: Path) -> None:
    """Make the finished staging folder the real one. The marker is the last file written."""
    marker = staging / MARKER
    with marker.open("w", encoding="utf-8") as stream:
        stream.write(lock.key + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    if place.exists():
        # An install that something damaged later: a server that runs may still read it, so move it first.
        broken = place.with_name(f"{lock.key}.broken-{os.getpid()}")
        place.rename(broken)
        shutil.rmtree(broken, ignore_errors=True)
    staging.rename(place)


def _fetch_all(lock: Lock, staging: Path, progress: Progress | None, stop: threading.Event) -> None:
    """Fetch every jar that is not in `staging` yet. Raises EngineError."""
    import requests

    base = repository(lock)
    halt = _Halt(stop)
    meter = _Meter(lock.size, progress)
    sessions = threading.local()

    def one(artifact: Artifact) -> None:
        target = staging / artifact.name
        if target.exists() and _sha256(target) == artifact.sha256:
            meter.add(artifact.size)
            return
        if not hasattr(sessions, "session"):
            sessions.session = requests.Session()
        _fetch(sessions.session, f"{base}/{artifact.path}", artifact, target, meter, halt)

    with ThreadPoolExecutor(_WORKERS) as pool:
        # The largest first, so that no long one is left to run alone.
        jobs = [pool.submit(one, a) for a in sorted(lock.artifacts, key=lambda a: -a.size)]
        try:
            wait(jobs, return_when=FIRST_EXCEPTION)
        finally:
            if not all(job.done() and not job.exception() for job in jobs):
                halt.set()
                pool.shutdown(wait=True, cancel_futures=True)
    failures = [error for job in jobs if not job.cancelled() and (error := job.exception())]
    for error in failures:
        if not isinstance(error, _Stopped):
            raise error
    if failures:
        raise EngineError(
            "the installation of LanguageTool was stopped; what was fetched is kept for the next time"
        )


def _fetch(
    session: requests.Session,
    url: str,
    artifact: Artifact,
    target: Path,
    meter: _Meter,
    halt: _Halt,
) -> None:
    """Fetch one jar to `target`, going on with what a `.part` file beside it holds. Raises EngineError."""
    part = target.with_name(target.name + ".part")
    reason = ""
    for attempt in range(_ATTEMPTS):
        if attempt and halt.wait(_PAUSE * 2**attempt):
            raise _Stopped
        try:
            _transfer(session, url, artifact, part, meter, halt)
        except _Passing as error:
            reason = str(error)
            continue
        if part.stat().st_size == artifact.size and _sha256(part) == artifact.sha256:
            part.rename(target)
            return
        reason = f"{artifact.name} is not what the lock file says (size or checksum differ)"
        meter.add(-part.stat().st_size)
        part.unlink()
    host = urlsplit(url).hostname
    raise EngineError(
        f"LanguageTool could not be fetched from {host}: {reason}; check the connection "
        "(or name a mirror in COPYDESK_MAVEN_MIRROR) and run 'copydesk languagetool install' again"
    )


def _transfer(
    session: requests.Session, url: str, artifact: Artifact, part: Path, meter: _Meter, halt: _Halt
) -> None:
    """Append what is missing to `part`. Raises _Passing on trouble, EngineError on a clear no."""
    import requests

    have = part.stat().st_size if part.exists() else 0
    if have > artifact.size:
        part.unlink()
        have = 0
    counted = have
    meter.add(have)
    if have == artifact.size:
        return
    headers = {"Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    try:
        with session.get(url, headers=headers, stream=True, timeout=_TIMEOUT) as response:
            if response.status_code == 416:
                part.unlink()
                raise _Passing("the server has less of it than was fetched before")
            if response.status_code in (401, 403, 404, 410):
                raise EngineError(
                    f"LanguageTool could not be fetched: {urlsplit(url).hostname} answers "
                    f"{response.status_code} for {artifact.name}; check COPYDESK_MAVEN_MIRROR and your proxy settings"
                )
            if response.status_code not in (200, 206):
                raise _Passing(f"it answers {response.status_code}")
            resumed = response.status_code == 206
            if have and not resumed:
                meter.add(-have)
                counted = 0
            with part.open("ab" if resumed else "wb") as stream:
                for chunk in response.iter_content(_CHUNK):
                    if halt.is_set():
                        raise _Stopped
                    stream.write(chunk)
                    counted += len(chunk)
                    meter.add(len(chunk))
                    if counted > artifact.size:
                        break
            if counted < artifact.size:
                raise _Passing("the connection ended early")
    except requests.RequestException as error:
        meter.add(-counted)
        raise _Passing(_plain(error)) from error
    except _Passing:
        meter.add(-counted)
        raise


def _plain(error: requests.RequestException) -> str:
    """What went wrong on the way, in a reporter's words."""
    import requests

    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not trusted here"
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy does not answer"
    if isinstance(error, requests.Timeout):
        return "it does not answer in time"
    if isinstance(error, requests.ConnectionError | requests.exceptions.ChunkedEncodingError):
        return "no connection"
    return type(error).__name__


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class _Halt:
    """Tells the downloads to end: set by the first that fails, or from outside."""

    def __init__(self, outside: threading.Event) -> None:
        self._outside = outside
        self._inside = threading.Event()

    def set(self) -> None:
        """End the downloads, without a word to the outside."""
        self._inside.set()

    def is_set(self) -> bool:
        """Whether they are to end."""
        return self._inside.is_set() or self._outside.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait, but no longer than until they are to end: whether they are."""
        self._inside.wait(seconds)
        return self.is_set()


class _Meter:
    """Adds up what all threads fetched and tells `progress`."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = total
        self._done = 0
        self._progress = progress
        self._lock = threading.Lock()

    def add(self, count: int) -> None:
        """Count `count` bytes more, or fewer where something must be fetched again."""
        with self._lock:
            self._done += count
            if self._progress is not None and count:
                self._progress(self._done, self._total)
