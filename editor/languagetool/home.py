"""Where copydesk keeps what it fetches and what it must remember between runs."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder for everything that can be fetched again: COPYDESK_HOME, else the user's cache folder."""
    chosen = os.environ.get("COPYDESK_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("copydesk", appauthor=False)
