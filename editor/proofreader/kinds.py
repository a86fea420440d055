"""What kind of error a label of the network speaks of."""

from __future__ import annotations

from editor.proofreader.labels import (
    ADJECTIVE,
    ADVERB,
    DELETE,
    NUMBER,
    OTHER,
    REPLACE,
    SWAP,
    SWAPPED,
    VERB,
    appended,
)
from editor.text.words import words

_ARTICLES = words("a an the")
_PREPOSITIONS = words("""about above across after against along among around as at before behind below beneath beside besides between
    beyond by despite down during except for from in inside into like near of off on onto out outside over past since than
    through throughout till to toward towards under until up upon via with within without""")
_AUXILIARIES = words("""be am is are was were been being have has had having do does did done doing will would shall should can could may
    might must""")

KINDS = {
    "article": "article",
    "preposition": "preposition",
    "verb-form": "verb-form",
    "number": "number",
    "possessive": "punctuation",
    "punctuation": "punctuation",
    "capital": "style",
    "missing-word": "word-order",
    "extra-word": "redundancy",
    "word": "confusion",
    "order": "word-order",
}
"""Each kind, as it stands in the rules' names, with its family."""


def kind_of(label: str, word: str) -> str:
    """The kind of a doubt about `word`, in lower case or not, that a label of the network names."""
    lower = word.lower().strip()
    put = appended(label)
    if put is not None:
        return _of_word(put, "missing-word")
    if label == DELETE:
        return _of_word(lower, "extra-word")
    if label.startswith(VERB):
        return "verb-form"
    if label.startswith(NUMBER):
        return "number"
    if label in ("$CAP", "$LOW"):
        return "capital"
    if label in (SWAP, SWAPPED):
        return "order"
    if label.startswith(REPLACE):
        new = label.removeprefix(REPLACE)
        return _of_word(lower, "word") if _of_word(lower, "word") == _of_word(new, "word") else "word"
    return "word" if label in (OTHER, ADVERB, ADJECTIVE) else "possessive"


def _of_word(word: str, otherwise: str) -> str:
    first = word.split()[0] if word.split() else word
    if first in _ARTICLES:
        return "article"
    if first in _PREPOSITIONS:
        return "preposition"
    if first in _AUXILIARIES:
        return "verb-form"
    return otherwise if first[:1].isalnum() else "punctuation"
