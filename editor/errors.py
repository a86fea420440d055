"""The errors that reach a person: one line that says what to do, and an exit code."""

from __future__ import annotations

from typing import Any

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_USER_ERROR = 2
EXIT_ENGINE_FAILED = 3


class CopydeskError(Exception):
    """Anything that ends a command with one clear line instead of a traceback."""

    exit_code = EXIT_USER_ERROR


class UserError(CopydeskError):
    """The user can mend it: a missing file, a bad rule, a bad setting. Exit code 2."""


class EngineError(CopydeskError):
    """An engine that was required has failed. Exit code 3."""

    exit_code = EXIT_ENGINE_FAILED


class EngineMissing(EngineError):
    """An engine beside our rules was required and failed for a story; `found` is what was found without it."""

    def __init__(self, reason: str, found: Any) -> None:
        super().__init__(reason)
        self.found = found


class SetupError(UserError):
    """A wrong setting or rule: no story can be checked with it."""
