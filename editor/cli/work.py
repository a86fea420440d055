"""Checks stories one after the other, or several at a time in processes of their own; results come in the stories' order."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.cli import setup
from editor.cli.setup import Source
from editor.cores import cores
from editor.desk import Desk
from editor.errors import EngineError, EngineMissing, SetupError, UserError
from editor.reports.story import CheckedStory

if TYPE_CHECKING:
    from concurrent.futures import Future

# A process takes a third of a second to get going.
_FEWEST = 8
# Stories that are handed out before the first result is taken: no more wait in memory.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one story: its findings, or why it could not be checked. `notes` are for a person."""

    story: CheckedStory | None
    error: str | None = None
    notes: tuple[str, ...] = ()
    missing: str | None = None
    """Why the findings of LanguageTool are not among them, though it was required."""


def processes(wanted: int, stories: int, *, shared: bool, fewest: int = _FEWEST) -> int:
    """How many processes check so many stories; `wanted` 0 leaves it to us. One where each would run its own server."""
    if not shared:
        return 1
    if not wanted:
        wanted = cores() if stories >= fewest else 1
    return max(1, min(wanted, stories))


def one_by_one(
    desk: Desk,
    sources: Sequence[Source],
    share: Callable[[int, Source, float], None],
    early: Callable[[CheckedStory], None] | None = None,
) -> Generator[Outcome, None, None]:
    """The outcome of each story. `share` is told the story's place (from 0) and how much of it is done.

    `early` is given a story with our own findings where LanguageTool keeps us waiting.

    Raises SetupError for a wrong setting or rule, EngineError.
    """
    for place, source in enumerate(sources):
        desk.settings(source.path)
        try:
            data = source.data()
            size = max(1, len(data))

            def done(count: int, place: int = place, source: Source = source, size: int = size) -> None:
                share(place, source, min(1.0, count / size))

            yield Outcome(desk.checked(source.path, source.name, data, done, early))
        except EngineMissing as error:
            yield Outcome(_story(error), missing=str(error))
        except SetupError:
            raise
        except UserError as error:
            yield Outcome(None, str(error))


def several_at_once(
    desk: Desk, options: dict[str, Any], sources: Sequence[Source], jobs: int
) -> Generator[Outcome, None, None]:
    """The outcome of each story, in order: at once where one is kept of an earlier run, else from `jobs` processes.

    Raises SetupError for a wrong setting or rule, EngineError.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(options,))
    waiting: deque[Future[Outcome] | Outcome] = deque()
    rest = iter(sources)
    working = False
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (source := next(rest, None)) is not None:
                data = _read(source)
                kept = None if data is None else desk.kept(source.path, source.name, data)
                if kept is not None:
                    waiting.append(Outcome(kept))
                    continue
                if not working:
                    # An open database must not come into the processes that start now.
                    desk.let_go()
                    working = True
                waiting.append(pool.submit(_check, source, data))
            if not waiting:
                return
            first = waiting.popleft()
            yield first if isinstance(first, Outcome) else first.result()
    except BrokenProcessPool:
        # Its thread ends the other processes; one that still runs when Python ends may write a traceback.
        pool.shutdown(wait=True, cancel_futures=True)
        raise EngineError(
            "a process that checked stories was ended from outside; try again with --jobs 1"
        ) from None
    finally:
        pool.shutdown(wait=not waiting, cancel_futures=True)


def _read(source: Source) -> bytes | None:
    """The bytes of a story; None where they can't be had, which whoever checks it says."""
    try:
        return source.data()
    except UserError:
        return None


def _story(error: EngineMissing) -> CheckedStory | None:
    return error.found if isinstance(error.found, CheckedStory) else None


_desk: Desk | None = None
_notes: list[str] = []


def _begin(options: dict[str, Any]) -> None:
    """What each process does first."""
    from multiprocessing import parent_process
    from multiprocessing.util import Finalize

    global _desk
    # Ctrl-C goes to all processes of the terminal's group; this one has nothing to say about it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _desk = setup.desk(options, _notes.append)
    Finalize(None, _desk.close, exitpriority=10)


def _end_with(sentinel: int) -> None:
    """End when the command has ended, however it did."""
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)


def _check(source: Source, data: bytes | None) -> Outcome:
    assert _desk is not None
    _notes.clear()
    try:
        story = _desk.checked(source.path, source.name, source.data() if data is None else data)
    except EngineMissing as error:
        return Outcome(_story(error), None, tuple(_notes), str(error))
    except SetupError:
        raise
    except UserError as error:
        return Outcome(None, str(error), tuple(_notes))
    return Outcome(story, None, tuple(_notes))
