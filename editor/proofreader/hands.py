"""Several sentences read at once, a thread for each processor core: the network lets go of Python while it works."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from editor.cores import cores

_Task = TypeVar("_Task")
_Made = TypeVar("_Made")
_MOST = 4


def at_once(work: Callable[[_Task], _Made], tasks: Sequence[_Task]) -> list[_Made]:
    """What `work` makes of each task, in their order. Raises the first error that it raises.

    The threads are daemons, not a pool's: a command that is interrupted does not wait for them.
    """
    made: dict[int, _Made] = {}
    errors: list[BaseException] = []
    rest = iter(range(len(tasks)))
    guard = threading.Lock()

    def go_on() -> None:
        while not errors:
            with guard:
                at = next(rest, None)
            if at is None:
                return
            try:
                made[at] = work(tasks[at])
            except BaseException as error:
                errors.append(error)

    count = min(cores(), _MOST, len(tasks))
    others = [threading.Thread(target=go_on, name="proofreader-hand", daemon=True) for _ in range(count - 1)]
    for each in others:
        each.start()
    go_on()
    for each in others:
        each.join()
    if errors:
        raise errors[0]
    return [made[at] for at in range(len(tasks))]
