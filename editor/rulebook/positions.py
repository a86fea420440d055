"""Reads YAML so that every mapping knows the line that it began on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from editor.errors import UserError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

LINE = "__line__"


class _Numbered(_Loader):  # type: ignore[misc]
    pass


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = (
        next((key for index, key in enumerate(keys) if key in keys[:index]), None) if len(keys) < 60 else None
    )
    if twice is not None:
        raise yaml.constructor.ConstructorError(
            None, None, f"the key '{twice}' stands here twice", node.start_mark
        )
    mapping = dict(
        zip(keys, (loader.construct_object(value, deep=True) for _, value in node.value), strict=True)
    )
    mapping[LINE] = node.start_mark.line + 1
    return mapping


_Numbered.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
# "no", "off", "on" and "yes" are words in a list, as often as not.
_Numbered.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Numbered.add_implicit_resolver(
    "tag:yaml.org,2002:bool", __import__("re").compile(r"^(?:true|false)$"), list("tf")
)


def load(path: Path) -> Any:
    """The content of a YAML file; each mapping carries its line under LINE. Raises UserError."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Numbered)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        reason = getattr(error, "problem", None) or str(error)
        raise UserError(f"{path}{line}: not valid YAML: {reason}") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: a rule file must be UTF-8") from None
    except OSError as error:
        raise UserError(f"{path}: can't be read: {error.strerror}") from None


def plain(value: Any) -> Any:
    """The value without its line numbers."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != LINE}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value
