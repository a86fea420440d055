"""What is worked out once for each object and then looked up: tables of rules, unions of word lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_MOST = 64


def for_each(make: Callable[[_Key], _Value]) -> Callable[[_Key], _Value]:
    """The function, remembering what it made of the last objects by their identity; for those that never change."""
    # The object is kept beside its value, so that its number is no other's meanwhile.
    made: dict[int, tuple[_Key, _Value]] = {}

    @wraps(make)
    def remembered(key: _Key) -> _Value:
        found = made.get(id(key))
        if found is None:
            if len(made) >= _MOST:
                made.clear()
            found = made[id(key)] = (key, make(key))
        return found[1]

    return remembered
