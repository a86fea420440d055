"""Hands the partitions to workers: to this process, to a Dask cluster on this machine, or to one that runs already."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Generator, Sequence
from itertools import islice
from typing import Any

from editor.batch.stories import Partition
from editor.batch.worker import Done, Task, check_partition
from editor.errors import EngineError, UserError

# Partitions that are under way or wait at a worker, for each of its threads: no more are in the scheduler's memory.
_AHEAD = 3
# A partition whose worker dies goes to another; one that has killed so many is to blame itself.
_TRIES = 3


def here(pieces: Sequence[Partition], task: Task) -> Generator[Done, None, None]:
    """What came of each partition, one after the other in this process."""
    for piece in pieces:
        yield check_partition(piece, task)


def on_this_machine(pieces: Sequence[Partition], task: Task, jobs: int) -> Generator[Done, None, None]:
    """The same by `jobs` processes, as each partition is done."""
    from distributed import LocalCluster

    with (
        _quiet(),
        LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            scheduler_kwargs={"allowed_failures": _TRIES},
            # Each story is small; a limit would only end workers that share pages with others.
            memory_limit=0,
            silence_logs=logging.CRITICAL,
            env={"DASK_LOGGING__DISTRIBUTED": "critical"},
        ) as cluster,
    ):
        yield from on_cluster(pieces, task, cluster.scheduler_address)


def on_cluster(pieces: Sequence[Partition], task: Task, scheduler: str) -> Generator[Done, None, None]:
    """The same by the workers of a Dask scheduler. Raises UserError where it does not answer, EngineError."""
    from distributed import Client, as_completed
    from distributed.scheduler import KilledWorker

    with _quiet():
        try:
            client = Client(scheduler, timeout="15s", set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            reason = " ".join(str(error).split()) or "it does not answer"
            raise UserError(f"no Dask scheduler at {scheduler}: {reason}") from None
        with client:
            threads = sum(
                worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values()
            )
            if not threads:
                raise UserError(
                    f"the scheduler at {scheduler} has no workers; start some first (dask worker {scheduler})"
                )
            rest = iter(pieces)
            first = [_submit(client, piece, task) for piece in islice(rest, threads * _AHEAD)]
            waiting = as_completed(first, loop=client.loop)
            try:
                for future in waiting:
                    done: Done = future.result()
                    piece = next(rest, None)
                    if piece is not None:
                        waiting.add(_submit(client, piece, task))
                    yield done
            except KilledWorker as error:
                raise EngineError(
                    f"a partition ended {_TRIES + 1} workers, one after the other ({error.task}); "
                    "try again with --resume and fewer --jobs"
                ) from None


def _submit(client: Any, piece: Partition, task: Task) -> Any:
    return client.submit(
        check_partition, piece, task, key=f"copydesk-{piece.number:06}-{id(task):x}", pure=False
    )


@contextlib.contextmanager
def _quiet() -> Generator[None, None, None]:
    """Dask's own lines (a worker was lost, a port was taken) are not for the person at the desk."""
    loggers = [logging.getLogger(name) for name in ("distributed", "asyncio", "tornado")]
    levels = [each.level for each in loggers]
    for each in loggers:
        each.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for each, level in zip(loggers, levels, strict=True):
            each.setLevel(level)
