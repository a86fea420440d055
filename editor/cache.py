"""Results kept between runs, under a digest of everything that they depend on; in SQLite, shared by all processes.

Whatever goes wrong with the file, the answer is that nothing is kept: results are worked out anew then.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from editor.stamps import digest, stamp

_FORMAT = 1
_DAY = 86_400
_WAIT = 2.0  # Seconds for another process that writes.
_FLUSH_AFTER = 64
_FLUSH_EVERY = 1.0
_CHECK = 8

LARGEST = 200_000_000
"""Bytes of the file at most; beyond that the results that were longest not asked for go."""


@cache
def program() -> str:
    """A digest of copydesk itself: its version and all its files."""
    from editor import __version__

    return digest(_FORMAT, __version__, stamp(Path(__file__).parent))


class Cache:
    """Values under keys, kept in a file. Methods may be called from several threads and never raise for the file's sake."""

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        self._path = path
        self._largest = largest
        self._guard = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._usable = True
        self._waiting: dict[str, bytes] = {}
        self._touched: set[str] = set()
        self._wrote = False
        self._next = time.monotonic() + _FLUSH_EVERY

    def get(self, key: str) -> Any:
        """The value under the key, None where there is none."""
        return self.get_all([key]).get(key)

    def get_all(self, keys: Iterable[str]) -> dict[str, Any]:
        """The values of those keys that have one."""
        found: dict[str, Any] = {}
        today = int(time.time()) // _DAY
        with self._guard:
            for key in keys:
                row = self._waiting.get(key)
                if row is None:
                    answer = self._run("SELECT value, used FROM results WHERE key = ?", (key,))
                    if not answer:
                        continue
                    row, used = answer[0]
                    if used != today:
                        self._touched.add(key)
                value = _unpacked(key, row)
                if value is not None:
                    found[key] = value
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep a value of JSON's kinds; it is written soon, or when the cache is closed."""
        self.put_all({key: value})

    def put_all(self, values: Mapping[str, Any]) -> None:
        """Keep several values."""
        with self._guard:
            for key, value in values.items():
                self._waiting[key] = _packed(key, value)
                self._wrote = True
            if len(self._waiting) >= _FLUSH_AFTER or time.monotonic() > self._next:
                self._flush()

    def close(self) -> None:
        """Write what waits, and keep the file within its bounds."""
        with self._guard:
            self._flush()
            if self._wrote:
                self._bound()
            if self._connection is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.close()
            self._connection = None

    def _flush(self) -> None:
        waiting, touched = self._waiting, self._touched
        self._waiting, self._touched = {}, set()
        self._next = time.monotonic() + _FLUSH_EVERY
        if not waiting and not touched:
            return
        today = int(time.time()) // _DAY
        self._run_many(
            [
                ("UPDATE results SET used = ? WHERE key = ?", [(today, key) for key in touched]),
                (
                    "INSERT OR REPLACE INTO results (key, value, used) VALUES (?, ?, ?)",
                    [(key, value, today) for key, value in waiting.items()],
                ),
            ]
        )

    def _bound(self) -> None:
        answer = self._run(
            "SELECT (SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM pragma_freelist_count),"
            " page_size FROM pragma_page_size"
        )
        if not answer or answer[0][0] * answer[0][1] <= self._largest:
            return
        count = self._run("SELECT count(*) FROM results")
        if count:
            self._run_many(
                [
                    (
                        "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY used, rowid LIMIT ?)",
                        [(count[0][0] // 3 + 1,)],
                    )
                ]
            )

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        connection = self._open()
        if connection is None:
            return []
        try:
            return connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._failed(error)
            return []

    def _run_many(self, statements: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
        connection = self._open()
        if connection is None:
            return
        try:
            with connection:
                for statement, rows in statements:
                    connection.executemany(statement, rows)
        except sqlite3.Error as error:
            self._failed(error)

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and self._usable:
            try:
                self._connection = self._connected()
            except (sqlite3.Error, OSError) as error:
                self._failed(error)
                if self._usable and not isinstance(error, sqlite3.OperationalError):
                    # What lay there was no database; it is gone now.
                    try:
                        self._connection = self._connected()
                    except (sqlite3.Error, OSError):
                        self._usable = False
                else:
                    self._usable = False
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=_WAIT, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # After a power cut the last results may be missing; they are made anew.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL)"
            )
        except BaseException:
            connection.close()
            raise
        return connection

    def _failed(self, error: Exception) -> None:
        """After an error: a file that is damaged is thrown away; one that is busy is let be."""
        if isinstance(error, sqlite3.OperationalError) or not isinstance(error, sqlite3.DatabaseError):
            return
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        for tail in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + tail).unlink(missing_ok=True)


def _packed(key: str, value: Any) -> bytes:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _seal(key, data) + data


def _unpacked(key: str, row: Any) -> Any:
    """The value, None where a byte of it or of its key isn't what was written."""
    if not isinstance(row, bytes) or row[:_CHECK] != _seal(key, row[_CHECK:]):
        return None
    try:
        return json.loads(row[_CHECK:].decode("utf-8", "surrogatepass"))
    except ValueError:
        return None


def _seal(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(data, key=key.encode(), digest_size=_CHECK).digest()


def results() -> Cache:
    """The cache of the user's results."""
    from editor.languagetool.home import home

    return Cache(home() / "cache" / f"results-{_FORMAT}.sqlite3")
