"""Chooses "a" or "an" by how the next word sounds."""

from __future__ import annotations

import re

# Spelt with a vowel, said with a consonant, and the other way round (Merriam-Webster's pronunciations).
_CONSONANT = re.compile(
    r"(?:eu(?!ler)|ew|one(?:$|[-s ]|self|time)|once|oui|u(?:biq|gand|igh|ygh|k(?:$|[a-z]*r)|n(?:a(?:nim|ry)|i(?!n|m[abip]|d[ei])|esco)|r(?:an|e[at]|i[cn]|olog|ugu)|s(?:a[bg]|e|ua|ur|u[rs])|t(?:ah|ens|er|il|op)|v))",
)
_SILENT_H = re.compile(r"(?:heir|hono[u]?r|honest|hour|hors d)")
_LETTERS_AS_VOWELS = frozenset("AEFHILMNORSX")
_SAID_AS_WORDS = frozenset(
    [
        "NATO",
        "NASA",
        "NAFTA",
        "FIFA",
        "UNESCO",
        "UNICEF",
        "LASER",
        "RADAR",
        "SARS",
        "SALT",
        "SWAT",
        "STEM",
        "NASDAQ",
        "FEMA",
        "HUD",
        "MERS",
        "RAF",
    ]
)


def article(word: str) -> str:
    """ "an" before a vowel sound, else "a"; `word` is what follows as written, an abbreviation or number included."""
    bare = word.split(maxsplit=1)[0].strip("\"'“”‘’([") if word.strip() else ""
    if not bare:
        return "a"
    if bare[0].isdigit():
        return "an" if bare.startswith("8") or re.match(r"1[18](?!\d)|1[18],\d{3}(?!,)", bare) else "a"
    letters = bare.replace(".", "")
    if re.match(r"[A-Z]{2,}-", letters):
        letters = letters.partition("-")[0]
    if len(letters) > 1 and letters.isupper() and letters not in _SAID_AS_WORDS:
        return "an" if letters[0] in _LETTERS_AS_VOWELS else "a"
    if len(bare) == 1:
        return "an" if bare.upper() in _LETTERS_AS_VOWELS else "a"
    if re.match(r"[A-Z]-", bare):
        return "an" if bare[0] in _LETTERS_AS_VOWELS else "a"
    lower = bare.lower()
    if _SILENT_H.match(lower):
        return "an"
    if lower[0] in "aeiou":
        return "a" if _CONSONANT.match(lower) else "an"
    return "a"
