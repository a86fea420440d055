"""copydesk copy-edits wire stories: it flags errors, suggests fixes, and writes a corrected draft and a diff."""

from __future__ import annotations

__version__ = "0.1.0"
