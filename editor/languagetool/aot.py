"""What Java learnt of LanguageTool in an earlier run, kept so that the next start is faster (Java 25 and later).

The first shared server of an installation runs with its ears open and writes a cache of its loaded classes and
profiles as it ends; later servers start from it: the first answer comes after 2.1 s for 3.0 s (2 cores).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path

from editor.languagetool.home import home
from editor.languagetool.install import class_path
from editor.languagetool.java import Java
from editor.languagetool.keeper import LEARN
from editor.languagetool.lock import Lock

OLDEST = 25
_MANIFEST = "META-INF/MANIFEST.MF"
_SERVER = "languagetool-server-"


@dataclass(frozen=True, slots=True)
class Learnt:
    """A Java's options to learn or to use what was learnt, and the class path that goes with them."""

    options: tuple[str, ...]
    class_path: tuple[str, ...]


def learnt(lock: Lock, jars: Path, java: Java, *, learn: bool) -> Learnt | None:
    """The options that use the cache; with `learn`, those that make it where there is none; None for neither.

    A class path that Java can learn has no folders, not even one that a jar's manifest names: LanguageTool's
    server jar names its own, so a copy of it that names none is used.
    """
    if java.version < OLDEST:
        return None
    real = java.path.resolve()
    key = hashlib.sha256(f"{lock.key}\n{real}\n{_release(real)}".encode()).hexdigest()[:16]
    folder = home() / "aot" / key
    cache = folder / "languagetool.aot"
    there = cache.is_file()
    if not there and not learn:
        return None
    path: list[str] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for jar in map(Path, class_path(lock, jars)):
            path.append(str(_plain(jar, folder) if jar.name.startswith(_SERVER) else jar))
    except (OSError, zipfile.BadZipFile):
        return None
    # Whole only when Java has ended: the keeper takes the last suffix away then.
    option = f"-XX:AOTCache={cache}" if there else f"{LEARN}{cache}.new"
    return Learnt((option, "-Xlog:aot=off", "-Xlog:cds=off"), tuple(path))


def _release(java: Path) -> str:
    """What a Java says of itself: another build can't use the cache."""
    try:
        return (java.parent.parent / "release").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return str(java.stat().st_mtime_ns)


def _plain(jar: Path, folder: Path) -> Path:
    """A copy of the jar, in `folder`, whose manifest names no class path. Made once."""
    copy = folder / jar.name
    if copy.is_file():
        return copy
    scratch = folder / f"{jar.name}.{os.getpid()}"
    try:
        with zipfile.ZipFile(jar) as source, zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED) as target:
            for entry in source.infolist():
                plain = entry.filename == _MANIFEST
                target.writestr(entry, b"Manifest-Version: 1.0\n" if plain else source.read(entry))
        if not copy.is_file():
            scratch.replace(copy)
    finally:
        with contextlib.suppress(OSError):
            scratch.unlink()
    return copy
