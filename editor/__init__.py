"""copydesk copy-edits wire stories: it flags errors, suggests fixes, and writes a corrected draft and a diff.

`check` and `fix` are the whole of it for other programs; docs/api.md shows them.
"""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = [
    "Applicability",
    "Change",
    "CopydeskError",
    "Finding",
    "Fixed",
    "Severity",
    "Span",
    "__version__",
    "check",
    "fix",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from editor.api import Applicability, Change, CopydeskError, Finding, Fixed, Severity, Span, check, fix
else:

    def __getattr__(name: str) -> object:
        """What other programs use, imported when first asked for, so that `import editor` costs nothing."""
        if name not in __all__:
            raise AttributeError(f"module 'editor' has no attribute '{name}'")
        from editor import api

        return getattr(api, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
