"""Where the standby process of this user, this program and this interpreter is found, and whether one is wanted."""

from __future__ import annotations

import os
import stat
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from editor import __version__
from editor.languagetool.home import home

COMMANDS = frozenset(["check", "fix", "explain", "stats"])
"""The commands that are handed over: those that a person waits for, many times a day."""

IDLE = 600.0
"""Seconds without a command after which the process ends, where a person works at a terminal."""

IDLE_UNATTENDED = 90.0
"""The same in scripts and hooks."""

_LONGEST = 100  # Bytes of a socket's path that every system takes.
_OFF = ("off", "0", "no", "false")


def supported() -> bool:
    """Whether this system can copy a process and hand over open files."""
    import socket

    return hasattr(os, "fork") and hasattr(socket, "send_fds") and hasattr(socket, "AF_UNIX")


def chosen(environment: Mapping[str, str]) -> bool | None:
    """What COPYDESK_STANDBY says: True for on, False for off, None where it says nothing."""
    told = environment.get("COPYDESK_STANDBY", "").lower()
    return None if not told else told not in _OFF


def hands_over(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether a command is one for a standby process, should there be one."""
    return (
        bool(arguments)
        and arguments[0] in COMMANDS
        and "--no-server" not in arguments
        and chosen(environment) is not False
        and supported()
    )


def starts(environment: Mapping[str, str]) -> bool:
    """Whether a command that found no standby process should start one for those after it: at a terminal, or where it is told to."""
    told = chosen(environment)
    if told is not None:
        return told
    if sys.platform != "linux" or environment.get("CI", "").lower() not in (*_OFF, ""):
        return False
    return attended()


def attended() -> bool:
    """Whether a person sees what the command says."""
    try:
        return sys.stderr.isatty()
    except (AttributeError, ValueError):
        return False


def folder() -> Path:
    """The folder of the process: one for each version, place and interpreter of copydesk, and what Python is told by the environment."""
    python = sorted(item for item in os.environ.items() if item[0].startswith("PYTHON"))
    told = repr((__version__, sys.executable, __file__, python)).encode("utf-8", "surrogateescape")
    return home().absolute() / "run" / f"standby-{zlib.crc32(told):08x}{zlib.adler32(told):08x}"


def address(place: Path) -> str | None:
    """The socket in the folder; None where its path is too long for one."""
    path = str(place / "socket")
    return path if len(os.fsencode(path)) <= _LONGEST else None


def private(place: Path) -> bool:
    """Whether the folder is this user's and nobody else can write there."""
    try:
        about = place.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(about.st_mode)
        and about.st_uid == os.getuid()
        and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
