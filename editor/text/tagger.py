"""Gives each token its Penn tag in context, its possible tags and its lemma.

A maximum entropy model (Ratnaparkhi, "A Maximum Entropy Model for Part-of-Speech Tagging", 1996) in the form
that OpenNLP published, scored from left to right over the tags that the lexicon allows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import add
from typing import Any

from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import CLOSED, DEMONYMS, FINITE, NOUNS, TAGS
from editor.text.words import words as listed

_NUMBER = {tag: place for place, tag in enumerate(TAGS, start=1)}
_OPEN = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "VB",
        "VBD",
        "VBG",
        "VBN",
        "VBP",
        "VBZ",
        "RB",
        "CD",
        "FW",
        "JJR",
        "JJS",
    }
)
_OPEN_LOWER = _OPEN - {"NNP", "NNPS"}
_DIGITS = re.compile(r"[\d.,:/–-]*\d[\d.,:/–-]*|\d+s|['’]\d\ds")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_OPENING = {'"': "``", "'": "``"}
# What a feature says for and against each tag, by the tag's number, 128 being nothing: the sums are only compared.
_Weights = bytes
_NO_WEIGHTS = bytes([128]) * (len(TAGS) + 1)
_SHIFTED = bytes((byte + 128) % 256 for byte in range(256))
_MANY = 30_000
# Names that would be pronouns in lower case; a headline in capitals is put into lower case before.
_INITIALS = frozenset(["US", "IT", "WHO", "U.S.", "UK", "EU", "UN"])


@cache
def _model() -> Any:
    import marisa_trie

    trie = marisa_trie.BytesTrie()
    trie.mmap(str(lexicon._DATA / "tagger.marisa"))
    return trie


def _weights(feature: str) -> _Weights:
    found = _model().get(feature)
    if not found:
        return _NO_WEIGHTS
    data: bytes = found[0]
    row = bytearray(_NO_WEIGHTS)
    for number, weight in zip(data[::2], data[1::2].translate(_SHIFTED), strict=True):
        row[number] = weight
    return bytes(row)


class _Rows(dict[str, _Weights]):
    """The weights of one kind of feature by its value, looked up once; what was kept is dropped when it is much."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __missing__(self, value: str) -> _Weights:
        if len(self) > _MANY:
            self.clear()
        row = self[value] = _weights(self._prefix + value)
        return row


class _TagRows(dict[tuple[str, str], tuple[int, ...]]):
    """The weights of the last two tags together, ("", last) where there is but one."""

    def __missing__(self, tags: tuple[str, str]) -> tuple[int, ...]:
        before, last = tags
        one = _weights("t=" + last) if last else _NO_WEIGHTS
        two = _weights(f"t2={before},{last}") if before else _NO_WEIGHTS
        row = self[tags] = tuple(map(add, one, two))
        return row


_before, _before2, _after, _after2 = _Rows("p="), _Rows("pp="), _Rows("n="), _Rows("nn=")
_parts = _Rows("")
_last_tags = _TagRows()


@lru_cache(maxsize=1 << 15)
def _alone(word: str, allowed: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Each allowed tag's number with what the word itself says for it."""
    features = ["default"]
    features += [f"suf={word[-size:]}" for size in range(1, 5)]
    features += [f"pre={word[:size]}" for size in range(1, 5)]
    if "-" in word:
        features.append("h")
    if not word.islower() and any(letter.isupper() for letter in word):
        features.append("c")
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        features.append("d")
    rows = [_parts[feature] for feature in features]
    rows.append(_weights(f"w={word}"))
    return tuple([(tag, sum([row[tag] for row in rows])) for tag in allowed])


@lru_cache(maxsize=1 << 15)
def _allowed(word: str, first: bool) -> tuple[frozenset[str], tuple[int, ...]]:
    """The tags that a word may have, and the places of those among which the context decides."""
    lower = word.lower()
    if lower in CLOSED and word not in _INITIALS:
        known = frozenset(CLOSED[lower])
        if word[:1].isupper() and not first:
            known = known if lower in ("i", "i'm") else known | {"NNP"}
        return known, tuple(sorted(_NUMBER[tag] for tag in known))
    if not any(letter.isalnum() for letter in word):
        known = frozenset({"SYM"}) if word not in ("'", '"') else frozenset({"''", "``", "POS"})
        return known, tuple(sorted(_NUMBER[tag] for tag in known))
    if _DIGITS.fullmatch(word):
        known = frozenset({"NNS"}) if word.endswith("s") else frozenset({"CD"})
        return known, (_NUMBER["NNS" if word.endswith("s") else "CD"],)
    if _ORDINAL.fullmatch(word):
        return frozenset({"JJ"}), (_NUMBER["JJ"],)
    if word in _INITIALS:
        return frozenset({"NNP"}), (_NUMBER["NNP"],)
    known = lexicon.tags(word)
    if word in DEMONYMS:
        known = known | {"JJ", "NNP"}
    capital = word[:1].isupper()
    if capital and not first:
        own = known & {"NNP", "NNPS"}
        known = known | {"NNP"} if not own or "NNP" in own else known
        if word[-1:] == "s" and "NNS" in known:
            known = known | {"NNPS"}
    elif capital:
        known = known | {"NNP"} if not (known - {"NNP", "NNPS"}) or not lexicon.tags(lower) else known
    if "-" in word and not known:
        last = lexicon.tags(word.rsplit("-", 1)[1])
        known = (
            frozenset({"JJ", "NN"})
            | (last & {"NNS", "VBN", "VBG", "VBD"})
            | (frozenset({"NNP"}) if capital else frozenset())
        )
    if not known:
        known = _OPEN if capital else _OPEN_LOWER
    known = known | _also(word, known)
    return known, tuple(sorted(_NUMBER[tag] for tag in known if tag in _NUMBER))


def _also(word: str, known: frozenset[str]) -> frozenset[str]:
    """Readings that a lexicon leaves out because they are regular: participles as adjectives, past forms."""
    more = set()
    if "VBD" in known and word.endswith("ed"):
        more |= {"VBN", "JJ"}
    if "VBN" in known and word.endswith("ed"):
        more |= {"VBD", "JJ"}
    if "VBN" in known or "VBG" in known:
        more.add("JJ")
    if "VBG" in known:
        more.add("NN")
    if "VB" in known:
        more.add("VBP")
    return frozenset(more)


def tag(tokens: Sequence[Token]) -> None:
    """Fill `tag`, `tags` and `lemma` of a sentence's tokens."""
    words = [token.text.replace("’", "'") if "’" in token.text else token.text for token in tokens]
    count = len(words)
    capitals = sum([word.isupper() and len(word) > 1 for word in words])
    if capitals > 3 and capitals > count // 2:
        words = [word.capitalize() if word.isupper() else word for word in words]
    before, before2 = "*SB*", ""
    last, last2 = "", ""
    opening = True
    ahead = [*words[1:], "*SE*", ""]
    for place, token in enumerate(tokens):
        word = words[place]
        known, allowed = _allowed(word, opening)
        token.tags = known
        if len(allowed) == 1:
            best = allowed[0]
        else:
            p, n, t = _before[before], _after[ahead[place]], _last_tags[last2, last]
            pp = _before2[before2] if before2 else _NO_WEIGHTS
            nn = _after2[ahead[place + 1]] if place + 1 < count else _NO_WEIGHTS
            best, most = 0, -(1 << 30)
            for number, score in _alone(word, allowed):
                score += p[number] + n[number] + t[number] + pp[number] + nn[number]
                if score > most:
                    best, most = number, score
        tagged = token.tag = TAGS[best - 1]
        before2, before = before, word
        last2, last = last, tagged
        if opening:
            opening = not any(letter.isalnum() for letter in word)
    _mend(tokens, words)
    for token in tokens:
        token.lemma = _lemma(token.text, token.lower, token.tag)


def lemma(token: Token) -> str:
    """The lemma that fits the token's tag; the word itself, in lower case but for names, where none is known."""
    return _lemma(token.text, token.lower, token.tag)


@lru_cache(maxsize=1 << 16)
def _lemma(text: str, lower: str, tag: str) -> str:
    if tag in ("NNP", "NNPS"):
        return text
    found = lexicon.lemmas(text, tag)
    if found:
        return found[0]
    closed = CLOSED.get(lower)
    if closed:
        return closed.get(tag) or next(iter(closed.values()))
    return _guess(lower, tag)


def _guess(word: str, tag: str) -> str:
    if tag == "JJ":
        return word
    if tag in ("VBD", "VBN") and word.endswith("ed"):
        stem = word[:-2]
        return next((each for each in (stem, stem + "e", stem[:-1]) if "VB" in lexicon.tags(each)), stem)
    if tag == "VBG" and word.endswith("ing"):
        stem = word[:-3]
        return next((each for each in (stem, stem + "e", stem[:-1]) if "VB" in lexicon.tags(each)), stem)
    if tag in ("NNS", "VBZ") and word.endswith("s") and not word.endswith("ss"):
        stem = word[:-1]
        tries = (
            [stem[:-2] + "y"]
            if stem.endswith("ie")
            else [stem[:-1]]
            if re.search(r"(?:s|x|z|ch|sh)e$", stem)
            else []
        )
        return next((each for each in tries if lexicon.knows(each)), stem)
    return word


def _plays(tokens: Sequence[Token], at: int) -> bool:
    """Whether "forward" is a player: "the Glasgow forward's ban", "the Wales forwards"."""
    if at < 2 or tokens[at - 1].tag not in ("NNP", "NN", "POS") or tokens[at - 1].text == "way":
        return False
    return tokens[at - 2].lower in ("the", "a", "former") or tokens[at - 1].tag == "POS"


_SHOWN = listed("awards news sports fashion arts games")
_STEPS = listed("rises falls hikes cuts increases drops gains moves declines")


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands before: "three quarter-point rate rises"."""
    return tokens[at - 1].tag == "NN" and any(each.tag == "CD" for each in tokens[max(0, at - 3) : at - 1])


def _contested(before: Token | None) -> bool:
    """Whether a contest or a score stands before a "win": "their 3-0 Scottish Cup win over Clyde"."""
    return before is not None and (
        before.text in ("Cup", "League", "Open", "Trophy", "Series", "Test") or before.tag == "CD"
    )


def _mend(tokens: Sequence[Token], words: Sequence[str]) -> None:
    """Corrections where the model is known to be thrown off; each looks at its neighbours only."""
    inside = {'"': False, "'": False}
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        text = token.text
        if text in inside:
            if (
                text == "'"
                and before is not None
                and not token.space
                and before.lower.endswith("s")
                and not inside["'"]
            ):
                token.tag = "POS"
            else:
                token.tag = "''" if inside[text] else "``"
                inside[text] = not inside[text]
            continue
        if token.lower == "to":
            token.tag = "TO"
        elif token.lower == "'d" and after is not None and "VBN" in after.tags and "VB" not in after.tags:
            token.tag = "VBD"
        elif text in DEMONYMS and token.tag in ("NNP", "NN"):
            if after is not None and after.tag in ("NN", "NNS", "JJ"):
                token.tag = "JJ"
        elif token.lower in ("forward", "forwards") and token.tag != "VB" and _plays(tokens, place):
            token.tag = "NN" if token.lower == "forward" else "NNS"
            if after is not None and after.text in ("'s", "’s"):
                after.tag = "POS"
        elif token.lower == "show" and token.tag == "VBP" and before is not None and before.lower in _SHOWN:
            token.tag = "NN"
        elif token.lower in _STEPS and token.tag == "VBZ" and _counted(tokens, place):
            token.tag = "NNS"
        elif token.lower in ("win", "draw") and token.tag in ("VBP", "VB") and _contested(before):
            token.tag = "NN"
        elif token.lower == "police" and token.tag in ("NN", "NNS"):
            token.tag = (
                "NN"
                if after is not None
                and ("NN" in after.tags or "NNS" in after.tags)
                and not (after.tags & {"VBD", "VBZ", "VBP", "IN"})
                else "NNS"
            )
        elif (
            token.lower in ("live", "lives")
            and token.tag in ("JJ", "NNS")
            and after is not None
            and before is not None
        ):
            if after.tag in ("IN", "RB") and before.tag in (
                "NNS",
                "NNPS",
                "PRP",
                "WP",
                "WDT",
                "NNP",
                "NN",
                "MD",
                "TO",
            ):
                number = "VBZ" if token.lower == "lives" else "VB" if before.tag in ("MD", "TO") else "VBP"
                if token.lower == "live" or before.tag in ("PRP", "WP", "WDT", "NNP"):
                    token.tag = number
        elif (
            token.tag == "VBZ"
            and before is not None
            and before.tag == "CD"
            and before.lower not in ("one", "1")
        ):
            if (
                token.lower.endswith("s")
                and "NN" in lexicon.tags(token.lower[:-1])
                and token.lower not in ("is", "has", "was")
            ):
                token.tag = "NNS"
                token.tags = token.tags | {"NNS"}
        elif token.tag == "VB" and before is not None and before.tag == "PRP" and "VBP" in token.tags:
            if (
                not _governed(tokens, place)
                and before.lower in ("i", "we", "they", "you")
                and not (place > 1 and tokens[place - 2].tag in ("MD", "VBD", "VBP", "VBZ", "VB", "IN"))
            ):
                token.tag = "VBP"
        elif (
            token.tag == "VB"
            and before is not None
            and before.lower in ("just", "then", "only", "simply", "always", "never")
        ):
            # "I just tell myself to wait": a subject and an adverb before it, nothing that governs it.
            if (
                place > 1
                and tokens[place - 2].lower in ("i", "we", "they")
                and (place == 2 or tokens[place - 3].tag in (",", "``", "CC"))
            ):
                token.tag = "VBP"
        elif token.lower == "that" and token.tag in ("IN", "DT"):
            if before is not None and before.tag in NOUNS and after is not None and after.tag in FINITE:
                token.tag = "WDT"
        elif token.tag == "IN" and token.lower in _PARTICLES:
            if (
                before is not None
                and before.tag in _VERBS
                and (after is None or after.tag in _AFTER_PARTICLE)
            ):
                token.tag = "RP"
        elif token.lower == "about" and token.tag == "IN" and after is not None and after.tag == "CD":
            if before is None or before.tag in ("IN", "TO", ",", "VBD", "VBZ", "VBP", "VBG", "VB"):
                token.tag = "RB"
        elif (
            token.tag == "VB" and before is not None and before.tag in ("NNS", "NNPS") and "VBP" in token.tags
        ):
            if not _governed(tokens, place):
                token.tag = "VBP"
        elif token.tag == "NN" and "VBG" in token.tags and before is not None and token.lower.endswith("ing"):
            if (
                before.lower in _BE
                or (before.lower in ("not", "n't") and place > 1 and tokens[place - 2].lower in _BE)
            ) and (after is None or after.lower != "of"):
                token.tag = "VBG"
        elif token.tag == "VBP" and before is not None and before.tag in ("MD", "TO") and "VB" in token.tags:
            token.tag = "VB"
        elif token.tag in ("VBD", "VBN") and {"VBD", "VBN"} <= token.tags:
            _past(tokens, place)
        elif token.tag == "JJ" and before is not None and "VBN" in token.tags and _after_have(tokens, place):
            token.tag = "VBN"
        elif token.tag == "JJ" and before is not None and "VB" in token.tags and _after_do(tokens, place):
            token.tag = "VB"
        elif (
            token.tag in ("VB", "VBP")
            and before is not None
            and before.tag in ("DT", "PRP$", "CD", "POS")
            and "NN" in token.tags
        ):
            if before.lower not in ("that", "this", "these", "those", "all", "both", "some", "any", "each"):
                token.tag = "NN"
        elif (
            token.tag == "VBZ" and before is not None and before.tag in ("DT", "PRP$", "CD", "JJ") and "NNS" in token.tags
            and before.lower not in ("that", "this", "all", "each", "another", "one")
            and (after is None or after.tag not in ("DT", "PRP$", "PRP", "VBN", "TO"))
        ):  # fmt: skip
            token.tag = "NNS"


def _governed(tokens: Sequence[Token], place: int) -> bool:
    """Whether a bare verb hangs on a modal, a "to" or a verb like "let" before its subject."""
    for at in range(place - 2, max(-1, place - 9), -1):
        if tokens[at].tag in ("MD", "TO") or tokens[at].lower in _ASKING:
            return True
        if tokens[at].tag in (",", ":", "CC", "WDT", "WP"):
            return False
    return False


def _after_have(tokens: Sequence[Token], place: int) -> bool:
    """Whether "have", perhaps with adverbs, stands before a word, and no noun after that it may belong to: "has lasted for a year"."""
    at = place - 1
    while at >= 0 and place - at <= 3 and tokens[at].tag == "RB":
        at -= 1
    if at < 0 or tokens[at].lower not in ("has", "have", "had", "'ve", "having"):
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is None or not (
        after.tags & {"NN", "NNS", "NNP", "NNPS"} - {"CD"} or after.tag in ("JJ", "CC", ",", "VBG")
    )


def _after_do(tokens: Sequence[Token], place: int) -> bool:
    """Whether "did not", a modal or "to" stands before a word and no noun after: "did not last", "may last for years"."""
    at = place - 1
    while at >= 0 and place - at <= 3 and tokens[at].tag == "RB":
        at -= 1
    if at < 0 or not (
        tokens[at].tag in ("MD", "TO") or (tokens[at].lower in ("do", "does", "did") and at < place - 1)
    ):
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        after is None
        or after.tag in ("IN", ".", ",", "CC", "CD", "RB", "DT", "JJR", "RBR")
        or after.lower == "long"
    )


def _past(tokens: Sequence[Token], place: int) -> None:
    """Tell a past tense from a participle by the words before it and what its clause has besides."""
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    at = place - 1
    while at >= 0 and place - at <= 4 and tokens[at].tag in ("RB", "RBR", "RBS"):
        at -= 1
    if at < 0:
        return
    helper = tokens[at]
    if helper.lower in _HELPERS or (helper.lower == "'s" and helper.tag == "VBZ"):
        token.tag = "VBN"
    elif helper.tag == "PRP" and helper.lower in _SUBJECTS:
        # "Had it happened", "has he gone"
        asks = at > 0 and tokens[at - 1].lower in _HELPERS
        token.tag = (
            "VBN"
            if asks and (at == 1 or tokens[at - 2].tag in _OPENERS)
            else "VBD"
            if not asks
            else token.tag
        )
    elif helper.tag in ("WP", "WDT"):
        token.tag = "VBD"
    elif after is None:
        return
    elif (
        helper.tag in ("DT", "PRP$", "POS", "JJ", "IN", "CD")
        and at == place - 1
        and after.tag in ("NN", "NNS")
    ):
        if helper.lower not in (
            "that",
            "this",
            "these",
            "those",
            "all",
            "both",
            "some",
            "many",
            "few",
            "others",
        ):
            token.tag = "VBN"
    elif token.tag == "VBD" and helper.tag in ("NN", "NNS", "NNP", "NNPS"):
        # "fans injured by the fall", "the tax requested from them was paid", "There are no people left at the scene"
        if after.lower == "by":
            if lexicon.lemmas(token.text, "VBN")[:1] not in _BY_HOW_MUCH:
                token.tag = "VBN"
        elif after.tag in ("IN", "TO", "RP") and (
            _existential(tokens, at) or (token.lower not in _SAYING and _has_own_verb(tokens, place))
        ):
            token.tag = "VBN"
    elif (
        token.tag == "VBN"
        and (
            after.tag in ("DT", "PRP", "PRP$", "CD")
            or (
                tokens[-1].text == "."
                and after.tag in ("NNS", ".")
                and not any(each.tag in FINITE for each in tokens[_main(tokens, at) :])
            )
        )
        and helper.tag in NOUNS
        and token.lower not in ("given", "called", "named")
        and not any(each.tag in FINITE for each in tokens[_main(tokens, at) : place])
    ):
        # "Police arrested the student": a participle after a noun takes no object.
        token.tag = "VBD"
    elif (
        token.tag == "VBN"
        and helper.tag in NOUNS
        and at == place - 1
        and lexicon.lemmas(token.text, "VBN")[:1] in _ALONE
    ):
        token.tag = "VBD"
    elif (
        token.tag == "VBN" and helper.tag in NOUNS and after.lower != "by" and _lacks_verb(tokens, at, place)
    ):
        # "If the measure passed in next week's vote, it will cap rents"
        token.tag = "VBD"


def _main(tokens: Sequence[Token], noun: int) -> int:
    """Where the main clause begins that `noun` is in, where a subordinate one opens the sentence; 0 where none does."""
    if tokens[0].lower not in _CLAUSE_OPENERS and tokens[0].lower not in (
        "since",
        "after",
        "before",
        "as",
        "while",
    ):
        return 0
    return next((at + 1 for at in range(noun, 0, -1) if tokens[at].text == ","), 0)


def _lacks_verb(tokens: Sequence[Token], noun: int, place: int) -> bool:
    """Whether a conjunction opens the clause of the subject that ends at `noun`, and no verb but the one at `place` is in it."""
    start = noun
    while start >= 0 and noun - start < 6 and tokens[start].tag in _SUBJECT_TAGS:
        start -= 1
    if start < 0 or start == noun:
        return False
    opener = tokens[start].lower
    alone = lexicon.lemmas(tokens[place].text, "VBN")[:1] in _ALONE
    if opener not in _CLAUSE_OPENERS and not (alone and opener in ("after", "before", "since", "as")):
        return False
    for token in tokens[place + 1 :]:
        if token.tag in (",", ".", ":"):
            return True
        if token.tag in FINITE or token.lower in ("to", "by"):
            return False
    return False


def _existential(tokens: Sequence[Token], noun: int) -> bool:
    """Whether "there is" or "there are" opens the noun phrase that ends at `noun`."""
    for at in range(noun, max(-1, noun - 5), -1):
        if tokens[at].tag == "EX":
            return True
        if tokens[at].tag in (",", "CC", "."):
            return False
    return False


def _has_own_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether the clause that a doubtful past form stands in goes on to a finite verb with no new subject."""
    noun = False
    for at in range(place + 1, min(len(tokens), place + 12)):
        each = tokens[at]
        if each.tag == "PRP" and tokens[at - 1].tag in ("IN", "TO") and each.lower not in _SUBJECTS - {"it"}:
            noun = True
        elif each.tag in _BREAKS or each.lower in _JOINING:
            return False
        if each.tag in FINITE:
            return noun and not (each.tag == "VBD" and "VBN" in each.tags and each.lower not in ("had",))
        if each.tag in NOUNS:
            noun = True
        elif noun and each.tag in ("DT", "PRP$") and tokens[at - 1].tag not in ("IN", "TO", "PDT"):
            # A second noun phrase with no preposition before it may be a new subject.
            return False
    return False


_BREAKS = frozenset([",", ":", "CC", ".", "``", "''", "WDT", "WP", "WRB", "PRP"])
_SUBJECT_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP$", "CD", "POS"])
_CLAUSE_OPENERS = frozenset(["if", "when", "because", "until", "once", "although", "though", "unless"])
_OPENERS = frozenset([",", "``", "WRB", "CC", "WP", ":"])
_SUBJECTS = frozenset(["i", "he", "she", "it", "we", "they"])
_JOINING = frozenset(["that", "if", "because", "when", "while", "although", "though", "since", "whether", "as", "after",
                      "before", "until", "unless", "than"])  # fmt: skip
_SAYING = frozenset(["said", "told", "announced", "added", "thought", "believed", "claimed", "argued", "warned",
                     "insisted", "noted", "reported", "confirmed", "stated", "felt", "hoped", "suggested",
                     "declared", "wrote", "saw", "heard", "showed", "found"])  # fmt: skip
# "Prices dropped by 3 percent" is no passive.
_BY_HOW_MUCH = frozenset((verb,) for verb in [
    "rise", "fall", "drop", "climb", "increase", "decrease", "decline", "grow", "jump", "slip", "gain", "stand", "pass",
    "go", "come", "abide", "slide", "soar", "plunge", "shrink", "surge", "swell", "ease", "expand", "contract", "advance",
    "tumble", "win", "lose", "lead", "start", "begin", "end", "close", "open", "respond", "react", "reply", "live", "stop",
    "profit", "improve", "slow", "narrow", "widen", "edge", "drive", "fly", "run", "travel", "arrive"])  # fmt: skip
# They have no passive, so that no participle of theirs hangs on a noun: "since the crossing reopened in March".
_ALONE = frozenset((verb,) for verb in [
    "expire", "erupt", "happen", "collapse", "occur", "arrive", "die", "vanish", "emerge", "reopen", "resign", "retire", "subside",
    "rise", "fall", "decline", "plunge", "soar", "slump", "appear", "disappear", "elapse", "lapse",
    "dwindle", "deteriorate", "worsen", "faint", "crumble", "recede", "flourish", "fail", "explode", "graduate", "return", "depart"]
)  # fmt: skip
_HELPERS = frozenset(
    ["am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m", "has", "have", "had", "having", "'ve", "get",
     "gets", "got", "getting", "gotten"]
)  # fmt: skip
_PARTICLES = frozenset(["up", "out", "off", "down"])
_ASKING = frozenset(["let", "lets", "make", "makes", "made", "help", "helps", "helped", "see", "saw", "watch", "watched",
                     "hear", "heard", "have", "had", "do", "does", "did", "letting", "making", "helping", "insist",
                     "insisted", "demand", "demanded", "that", "seeing", "lest"])  # fmt: skip
_BE = frozenset(["am", "is", "are", "was", "were", "be", "been", "'re", "'m"])
_VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
_AFTER_PARTICLE = frozenset([",", ".", ":", "IN", "CC", "RB", "TO", "''"])
