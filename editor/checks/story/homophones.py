"""Words that sound alike, told apart by the grammar around them: "there" before a noun that is owned, "it's" before a subject.

Also a conjunction with no clause after it: "because a wrist injury". Swan, "Practical English Usage"; Garner's Modern English Usage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.kindred import Found, found, register
from editor.story import Story
from editor.text.model import Token
from editor.text.phrases import MONTHS, TEMPORAL
from editor.text.subjects.noun_phrases import plain
from editor.text.tagset import FINITE
from editor.text.words import words

_NOUNS = frozenset(["NN", "NNS"])
_GOVERNING = words("""of with by at into against for during despite in from on under over behind beside after before through without
    among outside inside toward towards near around about like upon off onto across past than as between within""")
# Verbs after which "there" is a place, or opens a clause.
_STAYING = words("""be go come live work stay remain arrive stand sit sleep die lie play travel fly drive walk run fall happen occur serve
    grow study vote land fight meet rise start begin end stop end train camp gather return say think believe know hope mean feel
    claim insist argue add note fear warn report see find hear show suggest understand agree deny admit tell announce conclude
    maintain estimate expect get seem appear look become exist hang wait eat rest settle""")
_DURATIONS = words("""years year months month weeks week days day hours hour minutes times time nights decades generations today yesterday
    tomorrow tonight sunday monday tuesday wednesday thursday friday saturday people home part sources officials""")
_AUXILIARIES = words("is are was were has had will would could can may might must should")
_LEADING = words("that because if when while where as although but and so since")


def _hit(kind: str, first: Token, last: Token, right: str | tuple[str, ...]) -> Found:
    rights = (right,) if isinstance(right, str) else right
    if first.text[:1].isupper():
        rights = tuple(each[:1].upper() + each[1:] for each in rights)
    return found(kind, first, last, rights)


def _read(story: Story) -> Iterator[Found]:
    for line in story.body:
        lower = story.text[line.span.start : line.span.end].lower()
        if any(each in lower for each in ("there ", "it's", "it’s", "who's", "who’s", "because ", "their ")):
            yield from homophones(plain(line.tagged), story.lists)


def homophones(tokens: Sequence[Token], lists: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    """Every word of a sentence that the grammar shows to be another that sounds like it."""
    for at, token in enumerate(tokens):
        if at < 1 or at + 2 >= len(tokens):
            continue
        lower = token.lower
        if lower == "there":
            if _owned(tokens, at):
                yield _hit("their", token, token, "their")
        elif lower == "it" and tokens[at + 1].lower == "'s" and not tokens[at + 1].space:
            if _its(tokens, at):
                yield _hit("its", token, tokens[at + 1], "its")
        elif lower == "who" and tokens[at + 1].lower == "'s" and not tokens[at + 1].space:
            if _whose(tokens, at):
                yield _hit("whose", token, tokens[at + 1], "whose")
        elif lower == "their" and tokens[at - 1].lower in (
            "where",
            "because",
            "that",
            "if",
            "since",
            "when",
            "as",
            "said",
        ):
            if tokens[at + 1].lower in ("still", "not", "now", "also", "already", "always", "going") and (
                tokens[at + 2].tag in ("IN", "DT", "TO", "VBG", "RB")
                and tokens[at + 1].tag != "JJ"
                and not _subject_of_more(tokens, at + 2)
            ):
                yield _hit("theyre", token, token, ("they are", "they're"))
        elif lower == "because" and _bare(tokens, at):
            yield _hit("because", token, token, "because of")


def _subject_of_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause from `at` has a verb of its own, so that what stands before it is its subject: "their not going was a risk"."""
    for token in tokens[at:]:
        if token.tag in ("IN", "CC", ",", ".", ":", "WDT", "WP", "WRB", "PRP") and token.lower != "to":
            return False
        if token.tag in FINITE:
            return True
    return False


def _phrase(tokens: Sequence[Token], at: int) -> int | None:
    """The noun of the phrase that begins at `at` without a determiner; None where no noun comes."""
    head = at
    while head < len(tokens) and (
        tokens[head].tag in ("JJ", "JJR", "JJS", "VBN", "CD") or tokens[head].lower in ("only", "first")
    ):
        head += 1
    if head >= len(tokens) or head > at + 2 or tokens[head].tag not in _NOUNS:
        return None
    while head + 1 < len(tokens) and tokens[head + 1].tag in _NOUNS:
        head += 1
    return head


def _owned(tokens: Sequence[Token], at: int) -> bool:
    """Whether "there" stands where an owner does: "in there suitcases", "to move there animals"."""
    before = tokens[at - 1]
    head = _phrase(tokens, at + 1)
    if head is None or any(
        each.lower in _DURATIONS | TEMPORAL | MONTHS for each in tokens[at + 1 : head + 1]
    ):
        return False
    first, noun = tokens[at + 1], tokens[head]
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if first.tag in _NOUNS and first.tags & FINITE and first is noun and noun.tag == "NN":
        return False
    if before.lower in (
        "in",
        "from",
        "over",
        "around",
        "near",
        "up",
        "out",
        "down",
        "about",
        "as",
        "than",
        "like",
    ) and (noun.tag != "NNS" or (first.tag in _NOUNS and first.tags & FINITE)):
        return False
    if before.tag == "IN" and before.lower in _GOVERNING:
        return noun.tag == "NNS" or after is None or after.tag not in FINITE | {"VBG"}
    if before.lower == "that" and before.tag == "IN":
        return noun.tag == "NNS" and after is not None and after.tag == "MD"
    if before.tag in ("VB", "VBD", "VBG", "VBN", "VBZ", "VBP") and before.lemma not in _STAYING:
        return noun.tag == "NNS" and not (first is noun and first.tags & {"VBZ"} and before.tag == "VBN")
    return False


def _its(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it's" owns the noun after it: "had it's mother's eyes", "so poor that it's director could not know"."""
    before = tokens[at - 1]
    head = _phrase(tokens, at + 2)
    if head is None or head + 1 >= len(tokens):
        return False
    after = tokens[head + 1]
    if (
        before.lower in _LEADING | _GOVERNING
        and after.lower in _AUXILIARIES
        and not any(each.lower in TEMPORAL for each in tokens[at + 2 : head + 1])
    ):
        return tokens[head].tag in _NOUNS and "JJ" not in tokens[head].tags
    if before.lemma in ("say", "announce", "report") and after.lower in (
        "had",
        "would",
        "will",
        "could",
        "has",
    ):
        return tokens[head].tag in _NOUNS
    if before.lower in ("of", "by", "with", "into", "from", "against") and tokens[at + 2].lower == "only":
        return True
    if (
        before.lemma in ("have", "hold", "lose", "keep", "show", "change", "make", "take", "give")
        and before.tag[:2] == "VB"
    ):
        return tokens[at + 2].tag in _NOUNS | {"JJ", "JJS"} and (
            after.tag in ("POS", "IN", ".", ",", "CC") or tokens[head].tag == "NNS"
        )
    return False


def _whose(tokens: Sequence[Token], at: int) -> bool:
    """Whether "who's" owns the noun after it, which a clause with its own subject follows: "who's temperature she chose"."""
    if tokens[at - 1].tag not in _NOUNS | {"NNP", "NNPS", ","}:
        return False
    head = at + 2
    if tokens[head].tag not in _NOUNS or tokens[head].tags & {"VBN", "VBG", "JJ"} or head + 2 >= len(tokens):
        return False
    after, then = tokens[head + 1], tokens[head + 2]
    if after.tag == "PRP" and after.lower in ("he", "she", "they", "it", "we", "i"):
        return then.tag in FINITE
    return after.tag in ("DT", "PRP$") and head + 3 < len(tokens) and tokens[head + 3].tag in FINITE


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether what the tagger took for a noun has an object: "because co-mingling places its genes"."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("DT", "PRP$", "PRP")


def _bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a noun phrase follows "because", up to the end of its clause."""
    begin = at + 1
    if tokens[begin].tag not in ("DT", "PRP$", "JJ", "NN", "NNS") or tokens[begin].lower in (
        "that",
        "this",
        "it",
        "reasons",
        "well",
        "yes",
    ):
        return False
    seen = False
    for place in range(begin, min(len(tokens), begin + 12)):
        token = tokens[place]
        if token.text in (".", ";"):
            return seen and place > begin + 1
        if token.text == ",":
            following = tokens[place + 1] if place + 1 < len(tokens) else token
            return (
                seen and place > begin + 1 and (following.lower in ("but", "and") or following.tag == "PRP")
            )
        if (
            token.lower in ("and", "but")
            and seen
            and place + 1 < len(tokens)
            and tokens[place + 1].tag in ("MD", "VBD", "VBZ")
        ):
            return place > begin + 1 and tokens[place + 1].lower in (
                "will",
                "would",
                "was",
                "is",
                "has",
                "had",
                "could",
            )
        if token.tag in FINITE or token.tag in (
            "VB",
            "VBN",
            "VBG",
            "WP",
            "WRB",
            "WDT",
            "PRP",
            "RP",
            "TO",
            "``",
            "''",
        ):
            return False
        if token.tag not in (
            "DT",
            "PRP$",
            "JJ",
            "JJR",
            "JJS",
            "NN",
            "NNS",
            "NNP",
            "NNPS",
            "IN",
            "CD",
            "POS",
            "CC",
            "HYPH",
            "RB",
        ):
            return False
        if token.tag in _NOUNS:
            if (
                token.tags & {"VBZ", "VBP", "VBD"}
                and place > begin
                and (tokens[place - 1].tag in ("NN", "NNS", "NNP") or _takes_object(tokens, place))
            ):
                return False
            seen = True
    return False


register("homophones", ("their", "its", "whose", "theyre", "because"), _read)
