"""Runs the commands that pages of docs show, and writes what they print into the pages.

python -m tools.console_pages            writes what has changed
python -m tools.console_pages --check    says which pages are stale, and ends with exit code 1 if any is

A fenced block whose first line is a language and a file name (```toml copydesk.toml) is that file; a block called
console holds commands after "$ " with what they print. Each page has a folder of its own, in which everything is done
from top to bottom. "$ " commands run in sh, with copydesk on the path and LanguageTool left to the page's settings.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def pages() -> list[Path]:
    """The pages that show commands."""
    return sorted(page for page in DOCS.glob("*.md") if "\n```console\n" in page.read_text(encoding="utf-8"))


def run(text: str) -> str:
    """The page with the real output of its commands."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "desk"
        folder.mkdir()
        tools = Path(place) / "bin"
        tools.mkdir()
        command = tools / "copydesk"
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m editor "$@"\n')
        command.chmod(0o755)
        return _FENCE.sub(lambda match: _block(match, folder, tools), text)


def _block(match: re.Match[str], folder: Path, tools: Path) -> str:
    language, name, body = match.groups()
    if name:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body, encoding="utf-8")
    if language != "console":
        return match.group()
    lines = [line for line in body.splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"{line}\n{_output(line[2:], folder, tools)}" for line in lines) + "```"


def _output(line: str, folder: Path, tools: Path) -> str:
    root = str(Path(__file__).parents[1])
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": root,
        "COLUMNS": "100",
        "NO_COLOR": "1",
        # As at a terminal: what is written on both streams stands in the order in which it was.
        "PYTHONUNBUFFERED": "1",
    }
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    printed = done.stdout.decode("utf-8", "replace").replace(f"{folder}/", "")
    return printed if not printed or printed.endswith("\n") else printed + "\n"


def stale(paths: Iterable[Path]) -> dict[Path, str]:
    """The pages whose commands print something else by now, with what they should say."""
    found = {}
    for page in paths:
        old = page.read_text(encoding="utf-8")
        new = run(old)
        if new != old:
            found[page] = new
    return found


def main() -> int:
    """Write the stale pages, or only name them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    changed = stale(pages())
    for page, text in changed.items():
        print(page)
        if not check:
            page.write_text(text, encoding="utf-8")
    return int(check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
