"""What an unknown word may have been meant to be, and whether it may rather be a new word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from editor.text import lexicon
from editor.text.nearness import distance, one_slip, small_slip

# On the scale of `lexicon.zipf`.
_COMMON, _USED = 3.2, 3.4
# A long word need not be common: few others are near it.
_LONG, _KNOWN = 10, 2.4
_SHORTEST_PLURAL = 4
# As unlike as a swap of neighbours.
_SPOKEN = 0.6
_MIDDLING, _LESS_COMMON = 7, 3.0
# "Unlegal", "inrelevant": each adjective has its own. As unlike as a slip of one letter.
_NEGATIVE = ("un", "in", "im", "il", "ir", "dis", "non", "a")
_ANOTHER_PREFIX = 0.9
_DROPPED = 0.75
_QUALITIES = frozenset(["JJ", "RB"])

# What new words begin and end with; the rest is then a word.
_PREFIXES = (
    "un", "re", "non", "over", "under", "anti", "pre", "post", "co", "sub", "inter", "super", "micro",
    "multi", "mini", "mega", "bio", "geo", "eco", "cyber", "tele", "auto", "out", "mis", "dis", "counter",
    "hydro", "electro", "photo", "neuro", "cardio", "socio", "ultra", "semi", "intra", "trans", "extra",
    "fore", "mid", "up", "down", "back", "off", "on", "in", "agro", "aero", "nano", "techno", "hyper",
    "pseudo", "poly", "mono", "retro", "bi", "tri", "de", "en", "em", "infra", "kilo", "milli", "macro",
    "para", "proto", "thermo", "immuno", "petro",
)  # fmt: skip
_SUFFIXES = (
    "ness", "less", "like", "ish", "ism", "isms", "ist", "ists", "er", "ers", "able", "ably", "ability",
    "ly", "ify", "ified", "ize", "ized", "izes", "izing", "ization", "ise", "ised", "ises", "ising",
    "isation", "hood", "ship", "ward", "wards", "wise", "free", "proof", "fest", "gate", "or", "ors", "ee",
    "ees", "ing", "ings", "ed", "s", "es", "ic", "ian", "ians", "ese", "ite", "ites", "esque", "ology",
    "ologist", "ologists", "phobia", "phobic", "phile", "ware", "tech", "way", "ways", "scape", "scapes",
    "dom", "ful", "y", "ies", "al", "als", "abilities", "itis", "oid", "oids", "ant", "ants", "ette",
    "ettes", "let", "lets", "burger", "thon", "nomics", "verse", "land", "lands",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """What a misspelt word may have been, likeliest first, and whether the first is far ahead of the others."""

    words: tuple[str, ...]
    cost: float
    sure: bool
    negative: bool = False
    """Whether the words have another negative prefix than the misspelt one: "illegal" for "unlegal"."""


@lru_cache(maxsize=4096)
def guessed(word: str) -> Guess | None:
    """The common words that an unknown word may be a slip of; None where there are none near enough."""
    negative = _negatives(word)
    if negative:
        return Guess(negative, _ANOTHER_PREFIX, len(negative) == 1, negative=True)
    spoken = _spoken_alike(word)
    if spoken is not None:
        return Guess((spoken,), _SPOKEN, True)
    zipf = lexicon.zipf
    # A word without tags of its own is a name, written small.
    least = _KNOWN if len(word) >= _LONG else _LESS_COMMON if len(word) >= _MIDDLING else _COMMON
    candidates = {
        each
        for each in lexicon.entries(one_slip(word))
        if each != word and _usual(each) >= least and lexicon.tags(each)
    }
    if not candidates and len(word) >= 8:
        twice = {each for first in set(small_slip(word)) for each in small_slip(first)}
        candidates = {
            each
            for each in lexicon.entries(twice)
            if each != word and zipf(each) >= _USED and lexicon.tags(each)
        }
    ranked = sorted(
        (distance(word, each) - 0.25 * (zipf(each) - _COMMON) - _ending(word, each), each)
        for each in candidates
    )
    if not ranked:
        return None
    best = ranked[0][1]
    cost = distance(word, best)
    rivals = [each for score, each in ranked[1:] if score - ranked[0][0] < 0.45]
    limit = 0.6 if len(word) < 6 else 1.05 if len(word) < 9 else 1.4
    if cost > limit + 0.45:
        return None
    shown = (best, *rivals)[:4]
    return Guess(shown, cost, cost <= limit and not rivals and not (len(word) < 9 and _swapped(word, best)))


def _spoken_alike(word: str) -> str | None:
    """The known word that differs by a plural in -ies, or in "ph" for "f": "deliverys", "photografs"."""
    tries = [word.replace("f", "ph")] if "f" in word else []
    if word.endswith("ys") and len(word) > _SHORTEST_PLURAL and word[-3] not in "aeiou":
        tries.append(f"{word[:-2]}ies")
    return next((each for each in tries if lexicon.tags(each) and lexicon.zipf(each) >= _KNOWN), None)


def _usual(word: str) -> float:
    """How common a word or, if it is a form of a verb, its base is."""
    own = lexicon.zipf(word)
    if own >= _COMMON:
        return own
    bases = (lemma for tag in ("VBZ", "VBD", "VBG") for lemma in lexicon.lemmas(word, tag))
    return max((own, *map(lexicon.zipf, bases)))


def _negatives(word: str) -> tuple[str, ...]:
    """The negative adjectives and adverbs that the word's stem has with another prefix than the word's, the commonest first."""
    found = set()
    for prefix in _NEGATIVE:
        stem = word.removeprefix(prefix)
        if stem == word or len(stem) < 4 or not lexicon.tags(stem) & _QUALITIES:
            continue
        if prefix not in ("un", "non") or "VBN" not in lexicon.tags(stem):
            # "Un-" and "non-" make new words of any participle.
            found |= {other + stem for other in _NEGATIVE}
    known = [
        each for each in found - {word} if lexicon.tags(each) & _QUALITIES and lexicon.zipf(each) >= _KNOWN
    ]
    return tuple(sorted(known, key=lambda each: -lexicon.zipf(each)))


def _swapped(word: str, other: str) -> bool:
    """Whether one letter stands for another that is no vowel: as often a rare word as a slip."""
    if len(word) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(pairs) == 1 and not set(pairs[0]) <= set("aeiouy")


def _ending(word: str, other: str) -> float:
    """A little in favour of a word with the same inflection, more where all that lacks is the e of -ed: "recoverd"."""
    if word[-1] == "d" and other == f"{word[:-1]}ed":
        return _DROPPED
    return (
        0.15
        if any(word.endswith(each) and other.endswith(each) for each in ("ed", "ing", "s", "ly"))
        else 0.0
    )


def is_new_word(word: str) -> bool:
    """Whether the word can be read as a compound or a derivation that no dictionary has yet."""
    zipf = lexicon.zipf
    for at in range(3, len(word) - 2):
        head, tail = word[:at], word[at:]
        if (
            zipf(head) >= _USED
            and zipf(tail) >= _USED
            and min(zipf(head), zipf(tail)) >= 4 - 0.3 * (len(word) > 7)
        ):
            return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 3 and zipf(rest) >= (2 if len(rest) > 3 else 4.4):
            return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3 and _is_stem(stem, suffix):
            return True
    return False


def _is_stem(stem: str, suffix: str) -> bool:
    if suffix == "ly":
        return bool(lexicon.tags(stem) & {"JJ", "VBG", "VBN"})
    forms = [stem]
    if suffix[0] in "aeiouy":
        forms.append(stem + "e")
        if len(stem) > 3 and stem[-1] == stem[-2]:
            forms.append(stem[:-1])
    if stem.endswith("i"):
        forms.append(stem[:-1] + "y")
    if suffix in ("ed", "ing", "ings"):
        return any("VB" in lexicon.tags(each) for each in forms)
    return any(lexicon.zipf(each) >= 2.5 or lexicon.tags(each) for each in forms)
