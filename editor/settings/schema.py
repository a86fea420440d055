"""The JSON Schema of the settings: what an editor completes and checks in copydesk.toml."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from editor.settings.load import LANGUAGETOOL, LANGUAGETOOL_SERVER, PROOFREADER, QUOTES, SEVERITIES
from editor.settings.model import ReadabilityLimits

_TEXT: dict[str, Any] = {"type": "string", "pattern": r"\S"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}

_LIMITS = {
    "min-flesch": "Flesch reading ease at least: 100 very easy, below 30 very hard.",
    "max-grade": "Flesch-Kincaid grade at most, in years of US schooling.",
    "max-sentence-words": "Words of a sentence at most.",
    "max-average-sentence-words": "Words of a sentence on average at most.",
    "max-reading-seconds": "Seconds to read the story at most, at 238 words a minute.",
}


def _table(row: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": row}


def _limit(name: str) -> dict[str, Any]:
    whole = name == "max-sentence-words"
    limit: dict[str, Any] = {"type": "integer" if whole else "number", "description": _LIMITS[name]}
    if name != "min-flesch":
        limit["exclusiveMinimum"] = 0
    return limit


def _properties() -> dict[str, dict[str, Any]]:
    limits = [field.name.replace("_", "-") for field in fields(ReadabilityLimits)]
    return {
        "extend": {
            **_TEXT,
            "description": "Another file, whose settings hold unless this one says otherwise.",
        },
        "profile": {
            **_TEXT,
            "default": "ap",
            "examples": ["ap", "reuters", "uk"],
            "description": "The stylebook: ap, reuters, uk, or one of your own rule folders.",
        },
        "select": {**_TEXTS, "description": "Run only these rules or families."},
        "extend-select": {**_TEXTS, "description": "Run these rules or families too."},
        "ignore": {**_TEXTS, "description": "Leave these rules or families out."},
        "extend-ignore": {
            **_TEXTS,
            "description": "Leave these out too, beside those of the file it extends.",
        },
        "severities": {
            **_table({"enum": list(SEVERITIES)}),
            "description": "How loudly a rule or a family speaks.",
        },
        "rules": {**_TEXTS, "description": "Folders or files of your own rules."},
        "extend-rules": {**_TEXTS, "description": "More of them, beside those of the file it extends."},
        "words": {**_TEXTS, "description": "Files or folders of house words."},
        "extend-words": {**_TEXTS, "description": "More of them, beside those of the file it extends."},
        "languagetool": {
            "anyOf": [{"enum": list(LANGUAGETOOL)}, {"type": "string", "pattern": r"^https?://[^\s/]+\S*$"}],
            "default": "auto",
            "description": "Use LanguageTool if it can be had, insist on it, leave it out, or ask a running server.",
        },
        "languagetool-server": {
            "enum": list(LANGUAGETOOL_SERVER),
            "default": "shared",
            "description": "One server for all commands, or one for each command.",
        },
        "proofreader": {
            "enum": list(PROOFREADER),
            "default": "auto",
            "description": "Use the proofreader if it is installed, insist on it, or leave it out.",
        },
        "baseline": {**_TEXT, "description": "A file of accepted findings; check shows only others."},
        "exclude": {
            **_TEXTS,
            "description": "Patterns as in .gitignore: stories that are passed over in folders.",
        },
        "respect-gitignore": {
            "type": "boolean",
            "default": True,
            "description": "Whether what .gitignore names is passed over in folders.",
        },
        "encoding": {
            **_TEXT,
            "description": "The stories' encoding, where it can't be told, such as cp1252.",
        },
        "quotes": {
            "enum": list(QUOTES),
            "default": "profile",
            "description": "Straight or curly quotation marks in every story; profile: only where one mixes both.",
        },
        "readability": {
            "type": "object",
            "properties": {name: _limit(name) for name in limits},
            "additionalProperties": False,
            "description": "Limits; a story that goes over one gets a warning.",
        },
        "per-file-profiles": {
            **_table(_TEXT),
            "description": "Pattern to profile; the last that fits counts.",
        },
        "per-file-ignores": {**_table(_TEXTS), "description": "Pattern to rules or families to leave out."},
        "per-file-words": {
            **_table(_TEXTS),
            "description": "Pattern to files of house words, beside the others.",
        },
        "suppressions": {
            "type": "array",
            "description": "Findings that an editor has seen and wants to be quiet.",
            "items": {
                "type": "object",
                "properties": {
                    "stories": {**_TEXT, "description": "A pattern as in .gitignore."},
                    "rule": {"anyOf": [_TEXT, _TEXTS], "description": "A rule or family, or several."},
                    "words": {**_TEXT, "description": "Only findings on these words."},
                    "reason": {**_TEXT, "description": "Why."},
                },
                "required": ["stories", "rule", "reason"],
                "additionalProperties": False,
            },
        },
    }


def schema() -> dict[str, Any]:
    """The schema of copydesk.toml, and of the table [tool.copydesk] in pyproject.toml."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:copydesk:settings",
        "title": "copydesk.toml",
        "description": "Settings of copydesk; docs/configuration.md says more.",
        "type": "object",
        "properties": _properties(),
        "additionalProperties": False,
    }


def as_json() -> str:
    """The schema as JSON text with a line end."""
    return json.dumps(schema(), indent=2) + "\n"
