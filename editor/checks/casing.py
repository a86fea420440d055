"""Keeps a correction in the case of what it corrects."""

from __future__ import annotations


def as_written(original: str, replacement: str) -> str:
    """The replacement with a capital where the original has one at its start and the replacement none of its own.

    One that differs in nothing but its case stays as it is.
    """
    letters = [letter for letter in original if letter.isalpha()]
    if not letters or not replacement or replacement.casefold() == original.casefold():
        return replacement
    if len(letters) > 2 and all(letter.isupper() for letter in letters):
        # Initials that are told in words keep no capitals.
        return replacement if " " in replacement and " " not in original else replacement.upper()
    if letters[0].isupper() and replacement[0].islower() and original[0].isalpha():
        return replacement[0].upper() + replacement[1:]
    return replacement
