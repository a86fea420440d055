"""Names are not misspellings: judges what LanguageTool's spelling check says of a word in a news story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from editor.text.misspelling import is_new_word
from editor.text.nearness import distance
from editor.values import Severity, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"”’)\]]*\s+|\n\s*|[-–—]\s+)['\"“‘(\[]*$")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Capt|Cmdr|Cpl|Pvt|Maj|Adm|Sen|Rep|Gov|Prof|Rev|Supt|Insp|vs|No|[A-Z])\.\s*$"
)

_JOINT = re.compile(r"[-'’]")
_ENDING = 2  # Letters: we've, you'll, co-op.
_LATIN = re.compile(r"(?:a|us|i|is|um|ae|ens|ans|oides|ensis|or|ax|ex|ix)$")

# Small words inside names, which LanguageTool doesn't know: they are no typing errors.
_PARTICLES = frozenset(
    [
        "abu",
        "al",
        "an",
        "bin",
        "bint",
        "ben",
        "ibn",
        "da",
        "das",
        "de",
        "del",
        "della",
        "dello",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "les",
        "lo",
        "van",
        "von",
        "zu",
    ]
)
# Names that are written small by mistake.
_DATES = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "august", "september", "october", "november", "december",
))  # fmt: skip
# Words before a place, which are no part of a name though a sentence may begin with them.
_SMALL = frozenset((
    "a", "across", "after", "an", "and", "around", "as", "at", "by", "for", "from", "in", "into", "near", "of", "on",
    "outside", "the", "to", "with",
))  # fmt: skip
# Endings with which writers make new words: a stem that differs is then another word, not an error.
_PRODUCTIVE = (
    "ist",
    "ists",
    "ism",
    "ee",
    "ees",
    "hood",
    "esque",
    "like",
    "wise",
    "ish",
    "less",
    "able",
    "ship",
)

# A word that is used this often is a term of the story.
_TERM = 3

# On the scale of `zipf`: a word that is really used, one that opens sentences likelier than a rare name does, and one that all use.
_USED, _COMMON, _USUAL = 1.0, 3.0, 3.8


@dataclass(frozen=True, slots=True)
class Spelling:
    """What to make of a word: how severe, or None for nothing, with suggestions, best first."""

    severity: Severity | None
    replacements: tuple[str, ...] = ()


_QUIET = Spelling(None)


class Gazetteer:
    """Names that are no spelling errors. `geographic` are those whose near misses are errors."""

    def __init__(self, names: Iterable[str], geographic: Iterable[str] = ()) -> None:
        geographic = tuple(geographic)
        self._words = {word.casefold() for name in names for word in _words(name)}
        self._geographic = {word.casefold() for name in geographic for word in _words(name)}
        self._places = {name.casefold() for name in geographic if " " not in name}

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words

    def is_place(self, word: str) -> bool:
        """Whether the word alone is a place or says where somebody comes from: not the "new" of New Jersey."""
        return word.casefold() in self._places

    def is_geographic(self, word: str) -> bool:
        """Whether the word is a place or says where somebody comes from."""
        return word.casefold() in self._geographic


def _words(name: str) -> Iterator[str]:
    yield name
    yield from _WORD.findall(name)


@cache
def gazetteer(*extra: str) -> Gazetteer:
    """The gazetteer of the rulebook, and more names."""
    from editor.rulebook.folders import packaged

    names: list[str] = []
    geographic: list[str] = []
    lists = packaged() / "lists"
    for path in (lists / "gazetteer.txt", lists / "spelling-known.txt"):
        section = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                section = line[1:].strip()
            elif line.strip():
                names.append(line.strip())
                if section in ("places", "demonyms"):
                    geographic.append(line.strip())
    return Gazetteer([*names, *extra], geographic)


class SpellingJudge:
    """Judges the spelling alerts of one story, whose whole text it knows.

    `zipf` says how common a word in lower case is, as the base-10 logarithm of its count in a thousand
    million words, 0 for an unknown one; without it, doubtful words stay quiet.
    """

    def __init__(self, text: str, names: Gazetteer, zipf: Callable[[str], float] | None = None) -> None:
        self._text = text
        self._names = names
        self._zipf = zipf
        self._counts: Counter[str] | None = None
        self._inside: set[str] = set()

    def worth_asking(self, span: Span) -> bool:
        """Whether `judge` could say something of the word at `span`, whatever a dictionary suggests for it."""
        bare = _bare(span.of(self._text))
        if bare.islower():
            if bare in _PARTICLES:
                return False
            return not self._is_known(bare) or bare in _DATES or self._names.is_place(bare)
        if bare in self._names or not _is_plain(bare) or not bare[0].isupper():
            return False
        return self._may_slip(span, bare) and not self._is_known(bare.lower(), _COMMON)

    def _is_known(self, word: str, usual: float = _USED) -> bool:
        """Whether each part of a word with hyphens or apostrophes is so common; endings of two letters aside."""
        zipf = self._zipf
        return zipf is not None and all(
            zipf(part) >= usual for part in _JOINT.split(word) if len(part) > _ENDING
        )

    def judge(self, span: Span, suggestions: Sequence[str], message: str = "") -> Spelling:
        """What to make of the word at `span`, for which LanguageTool has `suggestions`."""
        bare = _bare(span.of(self._text))
        if bare.islower() and any(each.casefold() == bare and each != bare for each in suggestions):
            # A name in lower case: capitals are for a person.
            return Spelling(Severity.QUERY, tuple(s for s in suggestions if s.casefold() == bare))
        if not bare or bare in self._names or bare.casefold() in _PARTICLES:
            return _QUIET
        if not _is_plain(bare):
            # Slugs, acronyms, model numbers, Al-Amr, McAdams.
            return _QUIET
        if bare[0].isupper():
            return self._capitalised(span, bare, suggestions)
        if any(c.isupper() for c in bare):
            return _QUIET
        if self._is_species(span):
            return _QUIET
        return self._lower(bare, suggestions, message)

    def _is_species(self, span: Span) -> bool:
        """Whether the word ends like Latin and a genus, or its initial, stands before it."""
        before = re.search(r"\b([A-Z][a-z]*)\.? $", self._text[max(0, span.start - 40) : span.start])
        if before is None or not _LATIN.search(span.of(self._text)):
            return False
        genus = before.group(1)
        return len(genus) == 1 or self._zipf is None or self._zipf(genus.lower()) < _USED

    def _lower(self, word: str, suggestions: Sequence[str], message: str) -> Spelling:
        """A word in lower case: an error if a known word is very close, a question otherwise."""
        if any(is_variant(word, each) for each in suggestions[:3]):
            # American or British spelling: the profile's business, and never wrong by itself.
            return Spelling(Severity.QUERY, tuple(suggestions[:3]))
        ranked = ranking(word, suggestions)
        if not ranked or (self._zipf is not None and self._zipf(word) >= _USED):
            return _QUIET
        shown = tuple(each for _, each in ranked[:5])
        if "form of the" in message:
            # "breaked": LanguageTool knows the verb, the noun or the adjective that was inflected wrongly.
            return Spelling(Severity.WARNING, tuple(suggestions[:3]))
        if "-" in word or self._count(word) >= _TERM or any(is_split(word, each) for each in suggestions[:2]):
            return Spelling(Severity.QUERY, shown)
        cost, best = ranked[0]
        if best[:1].isupper() or not close_enough(word, cost):
            return Spelling(Severity.QUERY, shown)
        if cost > 0.75 and (_derived(word, best, self._zipf) or is_new_word(word)):
            return Spelling(Severity.QUERY, shown)
        return Spelling(Severity.WARNING, shown)

    def _capitalised(self, span: Span, word: str, suggestions: Sequence[str]) -> Spelling:
        """A capitalised word: a name, unless it nearly is a country or opens a sentence and nearly is a word."""
        ranked = ranking(word, suggestions)
        if (
            not ranked
            or not self._may_slip(span, word)
            or any(is_variant(word, each) for each in suggestions[:3])
        ):
            return _QUIET
        cost, best = ranked[0]
        before, _ = self._neighbours(span)
        opens = self._opens(span.start)
        near = cost <= 0.7 or (cost <= 1.0 and before.casefold() in _SMALL)
        if near and len(word) >= 7 and self._names.is_geographic(best):
            return Spelling(Severity.WARNING, (best,))
        if not opens or self._seen_inside(word) or best in self._names:
            return _QUIET
        usual = self._zipf(best.lower()) if self._zipf is not None else _COMMON
        if usual >= _COMMON and (cost <= 0.6 or (cost <= 1.05 and len(word) >= 7 and usual >= _USUAL)):
            return Spelling(Severity.WARNING, (best[:1].upper() + best[1:],))
        return _QUIET

    def _may_slip(self, span: Span, word: str) -> bool:
        """Whether a capitalised word stands where it need not be a name: alone, seldom, and long enough to tell."""
        if "-" in word or len(word) < 6:
            return False
        before, after = self._neighbours(span)
        named = before[:1].isupper() and before.casefold() not in _SMALL
        firm = self._text[span.end : span.end + 3].lstrip(" ").startswith("&")
        paired = firm or after[:1].isupper() or (named and not self._opens(span.start))
        return not paired and self._count(word) < _TERM

    def _opens(self, start: int) -> bool:
        """Whether a sentence begins at `start`."""
        before = self._text[max(0, start - 40) : start]
        return bool(_SENTENCE_START.search(before)) and not _ABBREVIATION.search(before)

    def _neighbours(self, span: Span) -> tuple[str, str]:
        """The words right before and right after, "" where something else than a space stands between."""
        before = re.search(r"([\w’'.-]+) $", self._text[max(0, span.start - 40) : span.start])
        after = re.match(r"(?:['’]s)? ([\w’'-]+)", self._text[span.end : span.end + 40])
        return (before.group(1) if before else "", after.group(1) if after else "")

    def _index(self) -> Counter[str]:
        if self._counts is None:
            self._counts = Counter()
            for match in _WORD.finditer(self._text):
                word = _bare(match.group())
                self._counts[word.casefold()] += 1
                start = match.start()
                if word[0].isupper() and not self._opens(start):
                    self._inside.add(word.casefold())
        return self._counts

    def _count(self, word: str) -> int:
        return self._index()[word.casefold()]

    def _seen_inside(self, word: str) -> bool:
        """Whether the word stands capitalised inside a sentence of the story too, as names do."""
        self._index()
        return word.casefold() in self._inside


def _bare(word: str) -> str:
    """The word without the ending of possession."""
    return re.sub(r"['’]s?$", "", word)


def _is_plain(word: str) -> bool:
    """Whether the word has letters only, and at most one capital: no slug, acronym, model number, Al-Amr, McAdams."""
    return all(c.isalpha() or c in "'’-" for c in word) and sum(c.isupper() for c in word) <= 1


def close_enough(word: str, cost: float) -> bool:
    """Whether a correction of this cost is likelier than that the word is right, by the word's length."""
    length = len(word)
    if length < 4:
        return False
    if length < 6:
        return cost <= 0.6
    return cost <= (1.05 if length < 9 else 1.75)


def ranking(word: str, suggestions: Sequence[str]) -> list[tuple[float, str]]:
    """Single-word suggestions with their cost, the closest first, equals in LanguageTool's order."""
    single = [each for each in suggestions[:6] if each and " " not in each]
    return sorted(((_cost(word.lower(), each.lower()), each) for each in single), key=lambda pair: pair[0])


_ENDINGS = re.compile(r"(?:ed|ing|s|ly)$")


def _cost(word: str, other: str) -> float:
    """The distance, a little more where the inflection is lost: adviced is advised rather than advice."""
    ending = _ENDINGS.search(word)
    return distance(word, other) + (0.05 if ending and not other.endswith(ending.group()) else 0.0)


def is_split(word: str, suggestion: str) -> bool:
    """Whether the suggestion is the word cut in two words of some length: then the word is a compound."""
    parts = suggestion.split()
    return len(parts) == 2 and "".join(parts) == word and min(map(len, parts)) >= 3


def _derived(word: str, suggestion: str, zipf: Callable[[str], float] | None) -> bool:
    """Whether the word may be a new one, made of a stem and a living ending, rather than a slip in `suggestion`."""
    for ending in _PRODUCTIVE:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            stem = word[: -len(ending)]
            if zipf is not None:
                return max(zipf(stem), zipf(stem + "e")) >= _USED
            return suggestion.endswith(ending)
    return False


_VARIANTS = (
    (re.compile(r"centre"), "center"),
    (re.compile(r"practis"), "practic"),
    (re.compile(r"ou(?=r)"), "o"),
    (re.compile(r"is(?=e|ing|ation|able|ab)"), "iz"),
    (re.compile(r"ys(?=e|ing)"), "yz"),
    (re.compile(r"(?<=[^aeiou])re(?=s?$|d$)"), "er"),
    (re.compile(r"ll(?=ed$|ing|ers?$|ors?$|ous|ful|ments?$)"), "l"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"gue(?=s?$)"), "g"),
    (re.compile(r"(?<=[enf])ce(?=s?$|d$)"), "se"),
    (re.compile(r"pp(?=e)|pp(?=i)"), "p"),
    (re.compile(r"dge(?=m)"), "dg"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"plough"), "plow"),
    (re.compile(r"tyre"), "tire"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"cheque"), "check"),
    (re.compile(r"moustach"), "mustach"),
    (re.compile(r"sceptic"), "skeptic"),
    (re.compile(r"storey"), "story"),
    (re.compile(r"alumini"), "alumin"),
    (re.compile(r"kerb"), "curb"),
)


def is_variant(word: str, suggestion: str) -> bool:
    """Whether the two are the British and the American spelling of one word."""
    if word == suggestion:
        return False
    return american(word.lower()) == american(suggestion.lower())


def american(word: str) -> str:
    """The word with the letters by which spellings on both sides of the ocean differ made alike."""
    for pattern, replacement in _VARIANTS:
        word = pattern.sub(replacement, word)
    return word
