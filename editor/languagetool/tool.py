"""LanguageTool as the desk uses it: started while other work goes on, asked for matches, and never in the way."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as WaitTimeout
from dataclasses import replace
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Self

from editor.cache import Cache
from editor.errors import EngineError
from editor.languagetool.client import (
    ALL,
    SENTENCES,
    SPELLING,
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
from editor.stamps import digest
from editor.values import Span

AUTO, REQUIRED, OFF = "auto", "required", "off"

PIECE = 20_000
"""UTF-16 units sent at once: what the public server takes, and short enough for a time-out to mean something."""

LONGEST = 1_000_000
"""Characters of one story that "auto" sends: about a minute's work. A longer one is no story but an archive."""

_REMEMBERED = 50_000  # Words.
_GIVE_UP_AFTER = 2
_PARALLEL = max(1, min(4, os.cpu_count() or 1))


# LanguageTool compares dates with today's.
_DATED = re.compile(
    r"\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|\b(?:yester|to)day|tomorrow",
    re.IGNORECASE,
)


def _frozen(matches: Iterable[Match]) -> list[list[object]]:
    """Matches as JSON takes them."""
    return [
        [
            m.rule_id,
            m.category_id,
            m.category_name,
            m.issue_type,
            m.message,
            *m.span,
            list(m.replacements),
            m.sentence,
        ]
        for m in matches
    ]


def _thawed(kept: object, text: str) -> list[Match] | None:
    """Matches in `text` as `_frozen` made them, None where they aren't."""
    if not isinstance(kept, list):
        return None
    try:
        return [
            Match(rule, category, name, kind, message, Span(start, end), tuple(fixes), sentence)
            for rule, category, name, kind, message, start, end, fixes, sentence in kept
            if 0 <= start <= end <= len(text)
        ]
    except (TypeError, ValueError):
        return None


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
        cache: Cache | None = None,
        idle: float | None = None,
        timeout: float = 60.0,
    ) -> None:
        """Nothing is started yet. `install` allows a first fetch, `timeout` is seconds a request.

        `shared` uses the server that all commands of the user share, and leaves it running, for `idle` seconds
        after the last request, where that is given. `cache` keeps answers of local servers between runs.

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
        self._cache = cache
        self._timeout = timeout
        self._limit = PIECE
        self._words: dict[str, Match | None] = {}
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._generation = 0
        self._server: Server | SharedServer | None = None
        self._ready: Future[Client] | None = None
        self._failed_in_a_row = 0
        self._failure: str | None = None
        self._said_too_long = False
        self.waits = threading.Event()
        """Set once it waits for Java, so that other work has the processor to itself."""
        self.left_out = 0
        """How many texts were not checked so far: too long, or the server failed."""

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
            match.moved(start)
            for (start, _), matches in zip(pieces, found, strict=True)
            for match in matches or ()
        ]

    def check_blocks(self, blocks: Sequence[str]) -> list[list[Match]]:
        """The matches of each block (a paragraph, a headline), with spans counted from the block's start.

        Blocks go out many at a time, parted by blank lines; a match over a block's end is left out. What is kept of
        earlier runs is not asked for again. Raises EngineError where LanguageTool is required and fails.
        """
        if self._mode == OFF or self._too_long(sum(map(len, blocks))):
            return [[] for _ in blocks]
        return [matches or [] for matches in self._known_or_asked(blocks, SENTENCES)]

    def check_words(self, words: Iterable[str]) -> dict[str, Match]:
        """What its dictionary says of each word that it doesn't know; spans are within the word.

        Each word is asked for once, whatever story it stands in. Raises EngineError where LanguageTool is required and fails.
        """
        distinct = list(dict.fromkeys(words))
        if self._mode == OFF or not distinct:
            return {}
        known = {word: self._words[word] for word in distinct if word in self._words}
        missing = [word for word in distinct if word not in known]
        for word, matches in zip(missing, self._known_or_asked(missing, SPELLING), strict=True):
            if matches is not None:
                known[word] = matches[0] if matches else None
        if len(self._words) > _REMEMBERED:
            self._words = {}
        self._words.update(known)
        return {word: match for word, match in known.items() if match is not None}

    def _known_or_asked(self, texts: Sequence[str], mode: str) -> list[list[Match] | None]:
        """The matches of each text, from what is kept or from the server, None where it failed; fresh ones are kept."""
        cache = self._cache if self._url is None else None
        results: list[list[Match] | None] = [None if text.strip() else [] for text in texts]
        keys = [self._key(mode, text) for text in texts] if cache is not None else []
        if cache is not None:
            kept = cache.get_all(keys)
            results = [
                _thawed(kept.get(key), text) if known is None else known
                for known, key, text in zip(results, keys, texts, strict=True)
            ]
        missing = [number for number, known in enumerate(results) if known is None]
        fresh: dict[str, object] = {}
        for number, matches in zip(missing, self._ask_blocks([texts[n] for n in missing], mode), strict=True):
            results[number] = matches
            if cache is not None and matches is not None and len(texts[number]) <= self._limit:
                fresh[keys[number]] = _frozen(matches)
        if cache is not None and fresh:
            cache.put_all(fresh)
        if None in results:
            self.left_out += 1
        return results

    def _ask_blocks(self, blocks: Sequence[str], mode: str) -> list[list[Match] | None]:
        """The matches of each block, None where the server failed for it."""
        results: list[list[Match] | None] = [[] for _ in blocks]
        jobs: list[tuple[list[tuple[int, int]], str]] = []
        for run in pack(blocks, self._limit):
            if len(run) == 1:
                jobs += [([(run[0], -start)], piece) for start, piece in split(blocks[run[0]], self._limit)]
                continue
            places, at = [], 0
            for number in run:
                places.append((number, at))
                at += len(blocks[number]) + 2
            jobs.append((places, "\n\n".join(blocks[number] for number in run)))
        jobs = [job for job in jobs if job[1].strip()]
        answers = self._check_all([text for _, text in jobs], mode)
        for (places, _), matches in zip(jobs, answers, strict=True):
            for match in matches or ():
                number, at = next(
                    (place for place in reversed(places) if place[1] <= match.span.start), places[0]
                )
                moved = match.moved(-at)
                kept = results[number]
                if kept is not None and moved.span.end <= len(blocks[number]):
                    kept.append(moved)
            if matches is None:
                for number, _ in places:
                    results[number] = None
        return results

    def _key(self, mode: str, text: str) -> str:
        """What a server's answer depends on; where the text names a date, the day as well."""
        return digest(self._terms, mode, date.today() if _DATED.search(text) else "", text)

    @cached_property
    def _terms(self) -> str:
        """What all answers depend on: the version and what is asked for."""
        request = self._request
        return digest(
            "languagetool, spelling apart",
            load_lock().key,
            request.variant,
            *sorted(request.disabled_rules),
            "",
            *sorted(request.disabled_categories),
            "",
            *sorted(request.enabled_rules),
            request.picky,
            self._settings.rules,
        )

    def _too_long(self, length: int) -> bool:
        """Whether so many characters are more than "auto" sends; says so the first time."""
        if self._mode != AUTO or length <= LONGEST:
            return False
        with self._guard:
            self.left_out += 1
            first = not self._said_too_long
            self._said_too_long = True
        if first:
            self._notify(
                f"A text of {length / 1e6:.1f} million characters is too long for LanguageTool: only our own rules "
                "check it (--languagetool required sends it all the same)."
            )
        return True

    def _check_all(self, texts: Sequence[str], mode: str = ALL) -> list[list[Match] | None]:
        """The matches of each text, in order, None where the server failed; it takes several at a time."""
        if self._mode == OFF or not texts:
            return [[] for _ in texts]
        self.start()
        if len(texts) == 1:
            return [self._check_one(texts[0], mode)]
        # The first alone: it finds out whether there is a server at all.
        first = self._check_one(texts[0], mode)
        pool = ThreadPoolExecutor(_PARALLEL)
        try:
            return [first, *pool.map(lambda text: self._check_one(text, mode), texts[1:])]
        finally:
            # After Ctrl-C or a failure nothing more is sent, and nothing is waited for.
            pool.shutdown(wait=False, cancel_futures=True)

    def _check_one(self, text: str, mode: str = ALL) -> list[Match] | None:
        """The matches in a text that fits one request, None where LanguageTool is missing and may be."""
        if self._given_up():
            return None
        generation = self._generation
        for attempt in range(2):
            try:
                client = self._client()
            except EngineError as error:
                self._fail(str(error), final=True)
                return None
            if isinstance(self._server, SharedServer):
                self._server.renew()
            self.waits.set()
            try:
                matches = client.check(text, mode)
            except TextTooLong:
                return self._check_halves(text, mode)
            except ClientError as error:
                if attempt == 0 and not self._stop.is_set():
                    self._renew(generation)
                    continue
                self._fail(f"LanguageTool fails: {error}")
                return None
            self._failed_in_a_row = 0
            return matches
        return None

    def _check_halves(self, text: str, mode: str) -> list[Match] | None:
        """Check in two or more pieces what the server found too long."""
        if len(text) < 200:
            self._fail("LanguageTool fails: it takes no text of any length")
            return None
        pieces = split(text, max(100, len(text) // 2))
        # Later texts need not run into the same limit.
        self._limit = min(self._limit, max(1000, len(text) // 2))
        halves = [(start, self._check_one(piece, mode)) for start, piece in pieces]
        if any(matches is None for _, matches in halves):
            return None
        return [match.moved(start) for start, matches in halves for match in matches or ()]

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
            self.waits.set()
            place = install(self._progress, lock, self._stop)
        server: Server | SharedServer
        if self._shared:
            server = SharedServer(
                lock, place, find_java, self._settings, warm_up=self._warmed, starts=self.waits.set
            )
        else:
            server = Server(lock, place, find_java(), self._settings)
            self.waits.set()
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
