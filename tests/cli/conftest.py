"""Runs the command as a user does: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class Ran:
    code: int
    out: str
    err: str
    raw: bytes


@pytest.fixture
def copydesk(tmp_path):
    """A function that runs copydesk in tmp_path, LanguageTool off unless the arguments say otherwise."""

    def run(*arguments, stdin=b"", cwd=None, languagetool="off", env=None):
        command = [sys.executable, "-m", "editor", *map(str, arguments)]
        if languagetool and arguments and arguments[0] in ("check", "fix"):
            command += ["--languagetool", languagetool]
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**os.environ, **(env or {})},
            timeout=300,
            check=False,
        )
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        assert "Traceback" not in err, err
        return Ran(done.returncode, out, err, done.stdout)

    return run


@pytest.fixture
def story(tmp_path):
    """A function that writes a story into tmp_path."""

    def write(text, name="story.txt", encoding="utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write
