"""What a label of the network does to a word: another form of it, another word, nothing, a word before it.

The labels are those of GECToR (Omelianchuk et al., 2020), with the inflections of our own lexicon.
"""

from __future__ import annotations

from functools import lru_cache

from editor.text import lexicon

KEEP, OTHER, DELETE = "$KEEP", "$OTHER", "$DELETE"
APPEND, REPLACE, VERB, NUMBER = "$APPEND_", "$REPLACE_", "$VERB_", "$NUM_"
FORMS = ("VB", "VBZ", "VBD", "VBN", "VBG")
_TAGS = (*FORMS, "VBP")
_IRREGULAR = ("be", "have", "do")
_LIKELY = 2


def made(label: str, word: str) -> str | None:
    """The word that takes the place of `word` under a label, None where the label has none for it.

    "" deletes the word; a label that appends leaves it, see `appended`.
    """
    lower = word.lower()
    if label == DELETE:
        return ""
    if label.startswith(REPLACE):
        return _cased(label.removeprefix(REPLACE), word)
    if label.startswith(VERB):
        form = forms(lower).get(label.removeprefix(VERB))
        return form and _cased(form, word)
    if label.startswith(NUMBER):
        number, form = other_number(lower) or ("", None)
        return _cased(form, word) if form and number == label.removeprefix(NUMBER) else None
    if label == "$CAP":
        return word[:1].upper() + word[1:]
    if label == "$LOW":
        return word[:1].lower() + word[1:]
    return _possessive(label, word)


def appended(label: str) -> str | None:
    """The words that a label puts after a word, None where it puts none."""
    return label.removeprefix(APPEND) if label.startswith(APPEND) else None


def label_for(wrong: str, right: str) -> str:
    """The label that makes one word of the other: the most general that does."""
    lower, wanted = wrong.lower(), right.lower()
    if lower == wanted:
        if right[:1].isupper() and not wrong[:1].isupper():
            return "$CAP"
        return "$LOW" if right[:1].islower() else OTHER
    number, form = other_number(lower) or ("", None)
    if form == wanted:
        return NUMBER + number
    for tag, form in forms(lower).items():
        if form == wanted:
            return VERB + tag
    for label in ("$POSS", "$APOS", "$POSSP"):
        if (made(label, lower) or "").replace("’", "'") == wanted.replace("’", "'"):
            return label
    return REPLACE + wanted


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> dict[str, str]:
    """The other forms of a lower-case verb by their Penn tag; none for "be", "have" and "do", which have labels of their own."""
    lemmas = list(dict.fromkeys(lemma for tag in _TAGS for lemma in lexicon.lemmas(word, tag)))
    found: dict[str, str] = {}
    for lemma in lemmas[:_LIKELY]:
        if lemma in _IRREGULAR:
            continue
        for tag in FORMS:
            form = lexicon.inflect(lemma, tag)
            if form and form != word and form not in found.values():
                found.setdefault(tag, form)
    return found


@lru_cache(maxsize=1 << 14)
def other_number(word: str) -> tuple[str, str] | None:
    """The singular ("SG") of a lower-case plural noun or the plural ("PL") of a singular one; None for other words."""
    for lemma in lexicon.lemmas(word, "NNS"):
        if lemma != word:
            return "SG", lemma
    if "NN" in lexicon.tags(word):
        plural = lexicon.inflect(word, "NNS")
        if plural and plural != word:
            return "PL", plural
    return None


def _possessive(label: str, word: str) -> str | None:
    if label == "$POSS":
        return word + "'s"
    if label == "$POSSP":
        return word + "'"
    if label == "$APOS" and word.endswith("s"):
        return word[:-1] + "'s"
    return None


def _cased(form: str, like: str) -> str:
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
