"""Colour and counted words, for every report that a person reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TextIO

from editor.values import Severity

Paint = Callable[..., str]

SEVERITY_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.QUERY: "cyan"}


def wants_colour(stream: TextIO, environment: Mapping[str, str] | None = None) -> bool:
    """Whether to colour what goes to `stream`: never with NO_COLOR, always with FORCE_COLOR, else on a
    terminal that isn't dumb. NO_COLOR wins over FORCE_COLOR, as in Python's own tools."""
    environment = os.environ if environment is None else environment
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def painter(colour: bool) -> Paint:
    """click's style with colour, and without it a function that gives the words back as they are."""
    if not colour:
        return lambda words, **_style: words
    import click

    return click.style


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 finding", "2 findings", "1,000 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
