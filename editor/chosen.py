"""The files that say what an engine beside our rules may speak of, and how loudly: rules/ENGINE/choices.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from editor.errors import UserError


def choices_of(engine: str) -> Path:
    """The file of an engine that copydesk ships."""
    from editor.rulebook.folders import packaged

    return packaged() / engine / "choices.yaml"


def read(path: Path) -> Any:
    """What a YAML file holds. Raises UserError, one line, where it can't be read."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UserError(f"{path}: can't be read: {' '.join(str(error).split())}") from None
