"""LanguageTool as the desk uses it: started while other work goes on, asked for matches, and never in the way."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as WaitTimeout
from dataclasses import replace
from types import TracebackType
from typing import Self

from editor.errors import EngineError
from editor.languagetool.client import (
    Client,
    ClientError,
    Match,
    Request,
    TextTooLong,
    pack,
    server_url,
    split,
)
from editor.languagetool.install import Progress, install, installed
from editor.languagetool.java import find_java
from editor.languagetool.lock import load_lock
from editor.languagetool.server import Server, ServerSettings
from editor.languagetool.shared import SharedServer

AUTO, REQUIRED, OFF = "auto", "required", "off"

PIECE = 20_000
"""UTF-16 units sent at once: what the public server takes, and short enough for a time-out to mean something."""

LONGEST = 1_000_000
"""Characters of one story that "auto" sends: about a minute's work. A longer one is no story but an archive."""

_GIVE_UP_AFTER = 2
_PARALLEL = max(1, min(4, os.cpu_count() or 1))


class LanguageTool:
    """One user's LanguageTool, local or at a URL. A context manager; methods may be called from several threads.

    `mode`: "auto" goes on without it where it can't be had, and says so once through `notify`;
    "required" and a URL raise EngineError (exit code 3) instead; "off" finds nothing.
    `start` returns at once: Java starts while our own rules run, and only the first check waits.
    A request that fails is tried once more with a new server.
    """

    def __init__(
        self,
        mode: str = AUTO,
        *,
        install: bool = True,
        notify: Callable[[str], None] | None = None,
        progress: Progress | None = None,
        variant: str = "en-US",
        disabled_rules: Iterable[str] = (),
        disabled_categories: Iterable[str] = (),
        enabled_rules: Iterable[str] = (),
        picky: bool = False,
        settings: ServerSettings | None = None,
        shared: bool = False,
        idle: float | None = None,
        timeout: float = 60.0,
    ) -> None:
        """Nothing is started yet. `install` allows a first fetch, `timeout` is seconds a request.

        `shared` uses the server that all commands of the user share, and leaves it running, for `idle` seconds
        after the last request, where that is given.

        Raises UserError where `mode` is neither a mode nor an address.
        """
        self._url = None if mode in (AUTO, REQUIRED, OFF) else server_url(mode)
        self._mode = mode
        self._install = install
        self._notify = notify or (lambda message: None)
        self._progress = progress
        self._request = Request(
            variant,
            frozenset(disabled_rules),
            frozenset(disabled_categories),
            frozenset(enabled_rules),
            picky,
        )
        self._settings = settings or ServerSettings()
        self._shared = shared
        self._idle = idle
        self._timeout = timeout
        self._limit = PIECE
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._generation = 0
        self._server: Server | SharedServer | None = None
        self._ready: Future[Client] | None = None
        self._failed_in_a_row = 0
        self._failure: str | None = None
        self._said_too_long = False

    @property
    def failure(self) -> str | None:
        """Why findings of LanguageTool are missing, None where none are."""
        return self._failure

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start it in the background, installing it first if need be; returns at once. A second call does nothing."""
        if self._mode == OFF:
            return
        with self._guard:
            if self._ready is None and not self._stop.is_set():
                self._ready = self._launch()

    def close(self) -> None:
        """End the server and whatever is under way. Checks find nothing afterwards, or raise if it is required."""
        self._stop.set()
        with self._guard:
            server = self._server
        if server is not None:
            server.close()

    def wait(self) -> bool:
        """Wait until it can be asked: whether it can. Raises EngineError where it is required and can't."""
        self.start()
        if self._mode == OFF or self._given_up():
            return False
        try:
            self._client()
        except EngineError as error:
            self._fail(str(error), final=True)
            return False
        return True

    def check(self, text: str) -> list[Match]:
        """The matches in `text`, sorted, with spans in its code points. Long texts are cut as needed.

        "auto" leaves out a text of more than LONGEST characters, and says so.
        Raises EngineError where LanguageTool is required and fails.
        """
        if self._too_long(len(text)):
            return []
        pieces = [(start, piece) for start, piece in split(text, self._limit) if piece.strip()]
        found = self._check_all([piece for _, piece in pieces])
        return [
            match.moved(start) for (start, _), matches in zip(pieces, found, strict=True) for match in matches
        ]

    def check_blocks(self, blocks: Sequence[str]) -> list[list[Match]]:
        """The matches of each block (a paragraph, a headline), with spans counted from the block's start.

        Blocks go out many at a time, parted by blank lines; a match over a block's end is left out.
        Raises EngineError where LanguageTool is required and fails.
        """
        results: list[list[Match]] = [[] for _ in blocks]
        if self._too_long(sum(map(len, blocks))):
            return results
        runs = pack(blocks, self._limit)
        jobs: list[tuple[list[tuple[int, int]], str]] = []
        for run in runs:
            if len(run) == 1:
                jobs += [([(run[0], -start)], piece) for start, piece in split(blocks[run[0]], self._limit)]
                continue
            places, at = [], 0
            for number in run:
                places.append((number, at))
                at += len(blocks[number]) + 2
            jobs.append((places, "\n\n".join(blocks[number] for number in run)))
        jobs = [job for job in jobs if job[1].strip()]
        for (places, _), matches in zip(jobs, self._check_all([text for _, text in jobs]), strict=True):
            for match in matches:
                number, at = next(
                    (place for place in reversed(places) if place[1] <= match.span.start), places[0]
                )
                moved = match.moved(-at)
                if moved.span.end <= len(blocks[number]):
                    results[number].append(moved)
        return results

    def _too_long(self, length: int) -> bool:
        """Whether so many characters are more than "auto" sends; says so the first time."""
        if self._mode != AUTO or length <= LONGEST:
            return False
        with self._guard:
            first = not self._said_too_long
            self._said_too_long = True
        if first:
            self._notify(
                f"A text of {length / 1e6:.1f} million characters is too long for LanguageTool: only our own rules "
                "check it (--languagetool required sends it all the same)."
            )
        return True

    def _check_all(self, texts: Sequence[str]) -> list[list[Match]]:
        """The matches of each text, in order; the server takes several at a time."""
        if self._mode == OFF or not texts:
            return [[] for _ in texts]
        self.start()
        if len(texts) == 1:
            return [self._check_one(texts[0])]
        # The first alone: it finds out whether there is a server at all.
        first = self._check_one(texts[0])
        pool = ThreadPoolExecutor(_PARALLEL)
        try:
            return [first, *pool.map(self._check_one, texts[1:])]
        finally:
            # After Ctrl-C or a failure nothing more is sent, and nothing is waited for.
            pool.shutdown(wait=False, cancel_futures=True)

    def _check_one(self, text: str) -> list[Match]:
        """The matches in a text that fits one request, [] where LanguageTool is missing and may be."""
        if self._given_up():
            return []
        generation = self._generation
        for attempt in range(2):
            try:
                client = self._client()
            except EngineError as error:
                self._fail(str(error), final=True)
                return []
            if isinstance(self._server, SharedServer):
                self._server.renew()
            try:
                matches = client.check(text)
            except TextTooLong:
                return self._check_halves(text)
            except ClientError as error:
                if attempt == 0 and not self._stop.is_set():
                    self._renew(generation)
                    continue
                self._fail(f"LanguageTool fails: {error}")
                return []
            self._failed_in_a_row = 0
            return matches
        return []

    def _check_halves(self, text: str) -> list[Match]:
        """Check in two or more pieces what the server found too long."""
        if len(text) < 200:
            self._fail("LanguageTool fails: it takes no text of any length")
            return []
        pieces = split(text, max(100, len(text) // 2))
        # Later texts need not run into the same limit.
        self._limit = min(self._limit, max(1000, len(text) // 2))
        return [match.moved(start) for start, piece in pieces for match in self._check_one(piece)]

    def _given_up(self) -> bool:
        """Whether LanguageTool is not to be asked any more. Raises EngineError where it is required."""
        if self._stop.is_set():
            if self._mode == AUTO:
                return True
            raise EngineError("LanguageTool was closed")
        if self._failed_in_a_row < _GIVE_UP_AFTER:
            return False
        if self._mode == AUTO:
            return True
        raise EngineError(self._failure or "LanguageTool fails")

    def _fail(self, reason: str, final: bool = False) -> None:
        """Note a failure that no retry mended. Raises EngineError where LanguageTool is required."""
        with self._guard:
            first = self._failure is None
            self._failure = self._failure or reason
            self._failed_in_a_row += _GIVE_UP_AFTER if final else 1
        if self._mode != AUTO:
            raise EngineError(reason)
        if first and not self._stop.is_set():
            self._notify(f"{reason}. Going on without its findings.")

    def _client(self) -> Client:
        """The client, once there is one. Raises EngineError."""
        ready = self._ready
        if ready is None:
            raise EngineError("LanguageTool was closed")
        while True:
            try:
                # Waits in short steps: on some systems a wait without end can't be interrupted.
                return ready.result(timeout=0.5)
            except WaitTimeout:
                if self._stop.is_set():
                    raise EngineError("LanguageTool was closed") from None

    def _renew(self, generation: int) -> None:
        """Replace the server that failed, unless another thread has done so since `generation`."""
        with self._guard:
            if self._generation != generation or self._stop.is_set():
                return
            self._generation += 1
            old = self._server
            self._server = None
            if self._url is None:
                self._ready = self._launch(old)

    def _launch(self, old: Server | SharedServer | None = None) -> Future[Client]:
        """Begin to end the old server and start a new one; the future holds its client or an EngineError."""
        future: Future[Client] = Future()

        def run() -> None:
            try:
                if isinstance(old, SharedServer):
                    old.retire()
                elif old is not None:
                    old.close()
                client = self._connect()
            except EngineError as error:
                future.set_exception(error)
            except Exception as error:
                future.set_exception(EngineError(f"LanguageTool did not start: {error}"))
            else:
                future.set_result(client)

        # Not a pool: its threads are waited for when the interpreter ends.
        threading.Thread(target=run, name="languagetool-start", daemon=True).start()
        return future

    def _connect(self) -> Client:
        """A client of a running server, which is installed and started where that is our job. Raises EngineError."""
        if self._url is not None:
            try:
                return Client(self._url, self._request, self._timeout)
            except ClientError as error:
                raise EngineError(f"no LanguageTool server at {self._url}: {error}") from error
        lock = load_lock()
        place = installed(lock)
        if place is None:
            if not self._install:
                raise EngineError("LanguageTool is not installed: run 'copydesk languagetool install'")
            self._notify(f"Installing LanguageTool {lock.version} ({lock.size / 1e6:.0f} MB), this once ...")
            place = install(self._progress, lock, self._stop)
        server: Server | SharedServer
        if self._shared:
            server = SharedServer(lock, place, find_java(), self._settings, warm_up=self._warmed)
        else:
            server = Server(lock, place, find_java(), self._settings)
        with self._guard:
            if self._stop.is_set():
                raise EngineError("LanguageTool was closed")
            self._server = server
        try:
            server.start()
            if isinstance(server, SharedServer) and self._idle is not None:
                server.keep(self._idle)
            client = self._warmed(server.url) if not self._shared else self._client_of(server.url)
        except (ClientError, TextTooLong) as error:
            if not server.alive:
                raise EngineError(
                    f"LanguageTool ended at its start: {server.last_words() or error}"
                ) from error
            raise EngineError(f"LanguageTool started but fails: {error}") from error
        return client

    def _client_of(self, url: str) -> Client:
        return Client(url, replace(self._request), self._timeout, local=True)

    def _warmed(self, url: str) -> Client:
        """A client of a server that was just started."""
        client = self._client_of(url)
        # The first check loads dictionaries and rules, for seconds: do it while our own rules run.
        client.check("This is a first sentence.")
        return client
