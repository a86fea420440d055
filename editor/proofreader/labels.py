"""What a label of the network does to a word: another form of it, another word, nothing, a word before it.

The labels are those of GECToR (Omelianchuk et al., 2020), with the inflections of our own lexicon.
"""

from __future__ import annotations

from functools import lru_cache

from editor.text import lexicon

KEEP, OTHER, DELETE = "$KEEP", "$OTHER", "$DELETE"
SWAP, SWAPPED = "$SWAP", "$SWAPPED"
"""Of two words that change places, the first and the second."""
ADVERB, ADJECTIVE = "$LY", "$UNLY"
"""What makes an adverb in -ly of an adjective, and an adjective of such an adverb."""
APPEND, REPLACE, VERB, NUMBER = "$APPEND_", "$REPLACE_", "$VERB_", "$NUM_"
FORMS = ("VB", "VBZ", "VBD", "VBN", "VBG")
_TAGS = (*FORMS, "VBP")
_IRREGULAR = ("be", "have", "do")
# What may come to stand before a form of a verb, and which forms it takes.
_BEFORE = {
    **dict.fromkeys(("to", "did", "will", "would", "could", "may"), ("VB",)),
    **dict.fromkeys(("has", "have", "had", "to have"), ("VBN",)),
    **dict.fromkeys(("is", "are", "was", "were", "be", "to be"), ("VBN", "VBG")),
    **dict.fromkeys(("has been", "have been", "had been", "being"), ("VBN", "VBG")),
}
_LIKELY = 2
# Of words that are not in the lexicon the shortest whose number is told by their end.
_SHORTEST = 4
# What makes an adverb of an adjective that ends so, the first that fits the word's end.
_ENDINGS = (("ic", "ically"), ("le", "ly"), ("y", "ily"), ("ue", "uly"), ("ll", "lly"), ("", "ly"))


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
        before, _, tag = label.removeprefix(VERB).rpartition(" ")
        form = inflections(lower).get(tag) if before else forms(lower).get(tag)
        return form and _cased(f"{before} {form}".lstrip(), word)
    if label.startswith(NUMBER):
        number, form = other_number(lower) or ("", None)
        return _cased(form, word) if form and number == label.removeprefix(NUMBER) else None
    if label == "$CAP":
        return word[:1].upper() + word[1:]
    if label == "$LOW":
        return word[:1].lower() + word[1:]
    if label in (ADVERB, ADJECTIVE):
        form = adverb(lower) if label == ADVERB else adjective(lower)
        return form and _cased(form, word)
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
    verb = _verb_label(lower, wanted)
    if verb:
        return verb
    for label, form in ((ADVERB, adverb(lower)), (ADJECTIVE, adjective(lower))):
        if form == wanted:
            return label
    for label in ("$POSS", "$APOS", "$POSSP", "$UNPOSS"):
        if (made(label, lower) or "").replace("’", "'") == wanted.replace("’", "'"):
            return label
    return REPLACE + wanted


def _verb_label(word: str, wanted: str) -> str | None:
    """The label that makes a verb another form of it, or that with auxiliaries or "to" before it."""
    before, _, form = wanted.rpartition(" ")
    if not before:
        return next((VERB + tag for tag, each in forms(word).items() if each == form), None)
    if before not in _BEFORE:
        return None
    # A form may be past tense and participle: the words before it decide.
    return next(
        (f"{VERB}{before} {tag}" for tag in _BEFORE[before] if inflections(word).get(tag) == form), None
    )


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> dict[str, str]:
    """The other forms of a lower-case verb by their Penn tag; none for "be", "have" and "do", which have labels of their own."""
    found: dict[str, str] = {}
    for tag, form in inflections(word).items():
        if form != word and form not in found.values():
            found[tag] = form
    return found


@lru_cache(maxsize=1 << 14)
def inflections(word: str) -> dict[str, str]:
    """All forms of a lower-case verb by their Penn tag, itself among them; none for "be", "have" and "do"."""
    lemmas = list(dict.fromkeys(lemma for tag in _TAGS for lemma in lexicon.lemmas(word, tag)))
    found: dict[str, str] = {}
    for lemma in lemmas[:_LIKELY]:
        if lemma not in _IRREGULAR:
            for tag in FORMS:
                form = lexicon.inflect(lemma, tag)
                if form:
                    found.setdefault(tag, form)
    return found


@lru_cache(maxsize=1 << 14)
def other_number(word: str) -> tuple[str, str] | None:
    """The singular ("SG") of a lower-case plural noun or the plural ("PL") of a singular one; None for other words."""
    for lemma in lexicon.lemmas(word, "NNS"):
        if lemma != word:
            return "SG", lemma
    known = lexicon.tags(word)
    if "NN" in known:
        plural = lexicon.inflect(word, "NNS")
        if plural and plural != word:
            return "PL", plural
    first, hyphen, last = word.rpartition("-")
    if hyphen and last and last != word:
        # "two-minutes"
        number, form = other_number(last) or ("", "")
        return (number, f"{first}-{form}") if form else None
    if known or not word.isalpha() or len(word) < _SHORTEST:
        return None
    # "livestocks", "grandmaster": no word of the lexicon.
    return ("SG", _singular(word)) if word.endswith("s") else ("PL", _plural(word))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x")) else "s")


@lru_cache(maxsize=1 << 14)
def adverb(word: str) -> str | None:
    """The adverb in -ly of a lower-case adjective; None where the lexicon has none."""
    for ending, changed in _ENDINGS:
        if word.endswith(ending):
            form = word.removesuffix(ending) + changed
            if "RB" in lexicon.tags(form):
                return form
    return None


@lru_cache(maxsize=1 << 14)
def adjective(word: str) -> str | None:
    """The adjective of a lower-case adverb in -ly; None where the lexicon has none."""
    for ending, changed in _ENDINGS:
        if word.endswith(changed):
            form = word.removesuffix(changed) + ending
            if "JJ" in lexicon.tags(form) and adverb(form) == word:
                return form
    return None


def _possessive(label: str, word: str) -> str | None:
    if label == "$POSS":
        return word + "'s"
    if label == "$POSSP":
        return word + "'"
    if label == "$UNPOSS" and word.endswith(("'s", "’s")):
        return word[:-2]
    if label == "$APOS" and word.endswith("s"):
        return word[:-1] + "'s"
    return None


def _cased(form: str, like: str) -> str:
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
