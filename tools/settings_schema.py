"""Writes docs/copydesk.schema.json, the JSON Schema of copydesk.toml.

python -m tools.settings_schema
"""

from __future__ import annotations

from pathlib import Path

from editor.settings.schema import as_json

PAGE = Path(__file__).parents[1] / "docs" / "copydesk.schema.json"

if __name__ == "__main__":
    PAGE.write_text(as_json(), encoding="utf-8")
