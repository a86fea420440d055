"""The peers, each run as its own documents show it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

_HTTP = "org.languagetool.server.HTTPServer"


@dataclass(frozen=True, slots=True)
class Program:
    """A peer on the command line: what starts it, what checks files, what tells its version."""

    name: str
    check: tuple[str, ...]
    version: tuple[str, ...]


def programs() -> list[Program]:
    """Those of Harper, proselint and Vale that are installed."""
    found = []
    if (harper := _found("harper") or _found("harper-cli")) is not None:
        found.append(
            Program("Harper", (harper, "lint", "--quiet", "--format", "json"), (harper, "--version"))
        )
    if (proselint := _found("proselint")) is not None:
        found.append(Program("proselint", (proselint, "check"), (proselint, "version")))
    if (vale := _found("vale")) is not None:
        config = Path(__file__).with_name("vale.ini")
        found.append(
            Program("Vale", (vale, "--no-exit", "--output=JSON", f"--config={config}"), (vale, "--version"))
        )
    return found


def _found(name: str) -> str | None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return shutil.which(name, path=path)


@dataclass
class Bare:
    """A LanguageTool as it comes: `start` seconds until language-tool-python had it, `pid` of Java."""

    start: float
    pid: int
    url: str

    def check(self, texts: Sequence[str]) -> float:
        """The seconds to check the texts one after the other, as language-tool-python's documents show."""
        import language_tool_python

        tool = language_tool_python.LanguageTool("en-US", remote_server=self.url)
        begun = time.perf_counter()
        for text in texts:
            tool.check(text)
        return time.perf_counter() - begun

    @property
    def memory(self) -> int:
        """Bytes of Java now."""
        return int(psutil.Process(self.pid).memory_info().rss)


@contextmanager
def bare() -> Iterator[Bare]:
    """The same version of LanguageTool that copydesk uses, on the same Java, with its own defaults for both.

    The command line is that of language-tool-python; its files are those that copydesk fetched.
    """
    from editor.languagetool.install import class_path, install
    from editor.languagetool.java import find_java
    from editor.languagetool.lock import load_lock
    from editor.languagetool.server import _free_port

    lock, port = load_lock(), _free_port()
    path = os.pathsep.join(class_path(lock, install()))
    begun = time.perf_counter()
    java = subprocess.Popen(
        [str(find_java().path), "-cp", path, _HTTP, "-p", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert java.stdout is not None
        for line in java.stdout:
            if "Server started" in line:
                break
        # It writes a line a request; a full pipe would stop it.
        threading.Thread(target=java.stdout.read, daemon=True).start()
        yield Bare(time.perf_counter() - begun, java.pid, f"http://127.0.0.1:{port}")
    finally:
        java.kill()
        java.wait()
