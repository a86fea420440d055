"""The program `copydesk`: hands the command to a process that stands by, or runs it here."""

from __future__ import annotations

import os
import sys


def run() -> None:
    """Run the command of sys.argv and exit with its code."""
    from editor.standby import place

    arguments = sys.argv[1:]
    wanted = place.hands_over(arguments, os.environ)
    if wanted:
        from editor.standby import client

        code = client.handed_over(arguments)
        if code is not None:
            sys.exit(code)
        if place.starts(os.environ):
            client.start()
    from editor.cli.main import run as run_here
    from editor.leave import code_of, leave

    try:
        run_here()
    except SystemExit as end:
        leave(code_of(end))
