"""What an engine is asked about a document while others work, and its answer when it is wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Generic, TypeVar

from editor.documents.model import Document

_Answer = TypeVar("_Answer")


class Background(Generic[_Answer]):
    """Questions about documents, each in a thread of its own, called `name`."""

    def __init__(self, name: str) -> None:
        self._name = name
        # By the document's identity, and with it, so that no other takes that identity meanwhile.
        self._begun: dict[int, tuple[Document, Future[_Answer]]] = {}

    def begin(self, document: Document, work: Callable[[], _Answer]) -> None:
        """Work the answer out in the background."""
        answer: Future[_Answer] = Future()

        def run() -> None:
            try:
                answer.set_result(work())
            except BaseException as error:
                answer.set_exception(error)

        self._begun[id(document)] = (document, answer)
        # Not a pool: its threads are waited for when the interpreter ends.
        threading.Thread(target=run, name=self._name, daemon=True).start()

    def answered(self, document: Document, within: float) -> bool:
        """Whether what `begin` asked is answered, or has failed, within so many seconds; nothing asked is answered."""
        begun = self._begun.get(id(document))
        return begun is None or not wait([begun[1]], timeout=within).not_done

    def answer(self, document: Document, otherwise: Callable[[], _Answer]) -> _Answer:
        """What `begin` asked, waited for; what `otherwise` gives where nothing was. Raises what the work raised."""
        begun = self._begun.pop(id(document), None)
        return begun[1].result() if begun is not None else otherwise()
