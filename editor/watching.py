"""Tells which stories were saved, however the editor saves them: in place, or by a rename."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from editor.documents.source import SUFFIXES, is_output

# Milliseconds after which it is known that the system tells of saves.
_WAKE = 500


class Watcher:
    """Watches folders and files. A file of its own is watched through its folder, since a rename replaces it."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._folders = [path for path in paths if path.is_dir()]
        self._files = {path.absolute(): path for path in paths if not path.is_dir()}

    def saved(self, quiet: int, longest: int) -> Iterator[list[Path]]:
        """The stories of each save, sorted, named from the paths that were given; goes on until Ctrl-C.

        The first is given once saves are seen, and may be empty.
        Changes within `quiet` milliseconds are one save, and are gathered for `longest` at most.
        Raises KeyboardInterrupt.
        """
        from watchfiles import Change, watch

        places = {*(folder.absolute() for folder in self._folders), *(file.parent for file in self._files)}
        changed = watch(
            *places,
            watch_filter=None,
            step=quiet,
            debounce=longest,
            recursive=True,
            raise_interrupt=True,
            rust_timeout=_WAKE,
            yield_on_timeout=True,
        )
        begun = False
        for changes in changed:
            touched = {Path(name) for kind, name in changes if kind != Change.deleted}
            stories = sorted(self._stories(touched))
            if stories or not begun:
                yield stories
            begun = True

    def _stories(self, touched: Iterable[Path]) -> Iterator[Path]:
        for path in touched:
            if path in self._files:
                yield self._files[path]
                continue
            for folder in self._folders:
                base = folder.absolute()
                if base in path.parents and path.is_file() and self._is_story(path.relative_to(base)):
                    yield folder / path.relative_to(base)
                    break

    @staticmethod
    def _is_story(inside: Path) -> bool:
        hidden = any(part.startswith(".") for part in inside.parts)
        return inside.suffix.lower() in SUFFIXES and not hidden and not is_output(inside.name)
