"""Runs each command once on a made-up story, so that whatever is loaded on first use is loaded."""

from __future__ import annotations

import contextlib
import io
import sys
from importlib import import_module

_STORY = """Ferry crew rescue 12 after storm hits harbor

By MARTA ELLISON

PORT LOUIS, Mauritius (AP) — Rescue workers on Tuesday has pulled 12 people from a ferry that ran aground, the coast guard said.

"We heard the alarm at about 3 a.m.," said Capt. Lars Okello, 52. "Nobody was seriously hurted, but three passengers were taken to a hospital."

The vessel, which was built in 1998, were carrying 45 passengers and 6 crew, according to the transport ministry. Winds of up to 70 mph (113 kph) was expected to continue until Thursday.

The operator, Blue Isle Lines, said that it would be paying for hotels. Its shares fell 4.5% to $12.30 in early trading in London, their biggest drop since January 2021.
"""
_COMMANDS = (
    ["check", "-"],
    ["check", "--format", "json", "-"],
    ["check", "--format", "concise", "-"],
    ["fix", "-"],
)
_QUIETLY = ["--no-config", "--no-cache", "--languagetool", "off"]
# What a command with LanguageTool loads besides.
_WITH_LANGUAGETOOL = (
    "editor.languagetool.engine",
    "editor.languagetool.tool",
    "editor.languagetool.client",
    "editor.languagetool.shared",
    "editor.languagetool.choices",
    "language_tool_python",
    "requests",
    "http.client",
    "filelock",
    "psutil",
)


def rehearse() -> None:
    """Run the commands with nothing read but the story and nothing written; standard input is another afterwards."""
    from editor.cli.main import main

    for command in _COMMANDS:
        sys.stdin = io.TextIOWrapper(io.BytesIO(_STORY.encode()), encoding="utf-8")
        told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with (
            contextlib.redirect_stdout(told),
            contextlib.redirect_stderr(told),
            contextlib.suppress(SystemExit),
        ):
            main([command[0], *_QUIETLY, *command[1:]], standalone_mode=False)
    import_module("editor.cli.explain")
    import_module("editor.cli.stats")
    for name in _WITH_LANGUAGETOOL:
        import_module(name)
