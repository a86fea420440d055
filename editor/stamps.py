"""Digests of values and of files, by which results that are kept between runs are known again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def digest(*parts: object) -> str:
    """A key: 32 hex digits over the parts, which are told apart by their ends. Bytes count as they are."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def files_below(folder: Path) -> list[str]:
    """The paths of all files under the folder, in order, but for what Python compiled."""
    found: list[str] = []
    # Hundreds of files at every start: no path objects, no second look at each.
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if each != "__pycache__"]
        found += [os.path.join(place, name) for name in names if not name.endswith((".pyc", ".pyo"))]  # noqa: PTH118
    return sorted(found)


def stamp(*roots: Path) -> str:
    """A digest of the names, sizes and times of all files under the roots, each a folder or a file."""
    found: list[object] = []
    for root in roots:
        for path in files_below(root) if root.is_dir() else [str(root)]:
            try:
                about = os.stat(path)  # noqa: PTH116
            except OSError:
                continue
            found += [path, about.st_size, about.st_mtime_ns]
    return digest(*found)
