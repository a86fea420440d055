"""The way from a subject's noun to the verb, over whatever hangs on the noun."""

from __future__ import annotations

from typing import NamedTuple

from editor.text.number import EITHER, MANY, ONE
from editor.text.phrases import TEMPORAL, Phrase
from editor.text.subjects.asides import past_aside
from editor.text.subjects.coordination import joined, shares
from editor.text.subjects.gerunds import gerund
from editor.text.subjects.modifiers import past_preposition, past_relative, reduced
from editor.text.subjects.noun_phrases import ADVERBS, CONJUNCTIONS, Phrases
from editor.text.subjects.quantities import quantified
from editor.text.tagset import FINITE
from editor.text.words import words

_REACH = 45
# Tagged as adverbs, these may be the next phrase's.
_AMOUNTS = words("little few much many enough there")
_FLOATING = words("alone not n't both all each themselves itself himself herself")
_DASHES = frozenset(["—", "–", "--", "-"])
_KIN = words(
    "wife husband son daughter father mother brother sister parents children sons daughters grandmother grandfather uncle aunt"
)
_DATES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december"
)
# After the participles of these a noun is no second subject: "the boy named Jim was", "the team awarded the cup was".
_NAMING = words("""show teach tell ask send lend sell hand bring serve feed leave charge fine allocate call name dub nickname give offer
    pay award grant deny elect term entitle title""")
# A bare form after these is an infinitive.
_BEFORE_BARE = words("help let make dare do need")
_WITH_BARE = words("help let make have see watch hear feel do")
_PASSED_OVER = frozenset(["JJ", "JJR", "JJS", "VB", "CD", "PRP"])


class Subject(NamedTuple):
    """A reading of a verb's subject: where it starts, its head, its number, and whether words part head and verb.

    `opened` is where the clause began: the token before `start`, or -1.
    """

    start: int
    head: int
    number: int
    apart: bool
    joined: bool = False


def verbs_of(sentence: Phrases, start: int) -> list[tuple[int, Subject]]:
    """The finite verbs of which the phrase at `start` may be the subject."""
    phrase = sentence.phrase(start)
    if phrase is not None:
        return _Walk(sentence, start, phrase).verbs()
    found = gerund(sentence, start)
    return [] if found is None else [(found, Subject(start, start, ONE, True))]


class _Walk:
    """One reading: from the end of the subject's first phrase on, a step for each thing that may hang there."""

    def __init__(self, sentence: Phrases, start: int, phrase: Phrase) -> None:
        self.sentence, self.tokens = sentence, sentence.tokens
        self.start, self.phrase = start, phrase
        self.at = phrase.end
        self.limit = min(len(self.tokens), start + _REACH)
        self.head, self.number = phrase.head, phrase.number
        # Words part the head from here; they hang on a phrase that hangs on it; verbs were among them, so that any
        # noun may be theirs; the subject is a list; and one of several whole phrases.
        self.apart = self.deep = self.loose = self.listed = self.several = False
        self.found: list[tuple[int, Subject]] = []

    def verbs(self) -> list[tuple[int, Subject]]:
        """The verbs that are reached, and the subject as it was read on the way to each."""
        if self.tokens[self.phrase.start].lower == "both" and self._next_is(self.at, "and"):
            self.number = MANY
        while self.at < self.limit and self._step():
            pass
        return self.found

    def _next_is(self, at: int, *lowers: str) -> bool:
        return at < self.limit and self.tokens[at].lower in lowers

    def _step(self) -> bool:
        """Go past what stands here; False where the reading ends."""
        at, tokens = self.at, self.tokens
        token = tokens[at]
        tag, lower = token.tag, token.lower
        if tag == "CC" and self._links_adverbial():
            self.at += 2 if tokens[at + 1].lower == "so" else 1
            return True
        if tag in FINITE or (tag == "VB" and self._bare()):
            return self._verb()
        if (tag in ADVERBS and lower not in _AMOUNTS) or lower in _FLOATING:
            self.at += 1
            return True
        if (tag in ("IN", "TO") and lower not in CONJUNCTIONS) or (
            lower == "as" and at + 1 < self.limit and tokens[at + 1].tag != "PRP"
        ):
            return self._preposition()
        if lower in ("and", "or", "nor", "&"):
            return self._conjunction()
        if tag in ("VBN", "VBG") and tokens[at - 1].tag != "CC":
            return self._participle()
        if tag in ("WDT", "WP", "WP$") or lower == "that":
            return self._relative()
        if tag in (",", "(") or token.text in _DASHES:
            return self._aside()
        if self.sentence.dates(at):
            inner = self.sentence.phrase(at)
            self.at = inner.end if inner else at + 1
            self.apart = True
            return True
        return self.loose and self._past_any()

    def _links_adverbial(self) -> bool:
        """Whether a conjunction here links no noun: "and so", "and in"."""
        at = self.at
        return at + 1 < self.limit and (
            self.tokens[at + 1].lower == "so"
            or (self.tokens[at + 1].tag == "IN" and self.sentence.phrase(at + 1) is None)
        )

    def _verb(self) -> bool:
        """A finite verb: the subject's, unless it may be a participle that hangs on the noun."""
        token = self.tokens[self.at]
        self.found.append((self.at, Subject(self.start, self.head, self.number, self.apart, self.listed)))
        pronoun = self.tokens[self.head].tag == "PRP"
        if not (
            token.tag == "VBD"
            and "VBN" in token.tags
            and not self.loose
            and not pronoun
            and reduced(self.sentence, self.at)
        ):
            return False
        self.loose = self.apart = self.deep = True
        self.at += 1
        return True

    def _bare(self) -> bool:
        """Whether a bare form may be a finite verb: no "to", modal or "help" stands before it."""
        tokens, at = self.tokens, self.at
        before = tokens[at - 1]
        return (
            not tokens[at].tags.isdisjoint(("VBP", "VB"))
            and before.tag not in ("TO", "MD", "VB", "VBG", "VBN")
            and before.lemma not in _BEFORE_BARE
            and not any(each.lemma in _WITH_BARE for each in tokens[self._clause_start(at) : at - 1])
        )

    def _clause_start(self, at: int) -> int:
        """Where the clause around `at` may begin: after the last comma or relative pronoun, at most six words back."""
        low = max(0, at - 6)
        for place in range(at - 1, low, -1):
            if self.tokens[place].tag in (",", "WDT", "WP", ")", ":") or self.tokens[place].lower == "that":
                return place + 1
        return low

    def _preposition(self) -> bool:
        end, inner = past_preposition(self.sentence, self.at)
        if end < 0:
            return False
        at = self.at
        if inner and self.tokens[at].lower == "of" and not self.apart and at == self.phrase.end:
            self.number = quantified(self.tokens, self.sentence.first, self.phrase, self.number, inner)
        self.at = end
        if self.tokens[end - 1].tag in ("VB", "VBG"):
            self.loose = True
        self.apart = self.deep = True
        return True

    def _conjunction(self) -> bool:
        """Another noun after "and" or "or"."""
        at, tokens = self.at, self.tokens
        word = tokens[at].lower
        other = self.sentence.phrase(at + 1)
        if other is None:
            self.at += 2
            return self.loose and at + 1 < self.limit and tokens[at + 1].tag in ("VBN", "VBG", "VB", "JJ")
        head = tokens[other.head]
        if head.tag == "PRP" and (self.loose or self.apart or head.lower == "it"):
            return False
        self.at = other.end
        if (
            word == "and"
            and not self.loose
            and not self.listed
            and shares(self.sentence, at, self.phrase, other)
        ):
            return True
        self.number = self._joined(word, other)
        self.listed = self.apart = True
        self.head = other.head
        return True

    def _joined(self, word: str, other: Phrase) -> int:
        """The number of what was read and of the phrase that `word` joins to it."""
        tokens = self.tokens
        if self.listed and self.several and other.determined and not self.loose and word == "and":
            count = MANY
        elif self.loose:
            count = EITHER
        else:
            led = tokens[other.start].tag in ("DT", "PRP$")
            count = joined(word, self.phrase, self.number, other, self.deep or self.listed, led)
        both = {tokens[self.head].lower, tokens[other.head].lower}
        if word == "and" and not self.deep:
            if both <= _KIN and count == EITHER and not self.listed:
                count = MANY
            if both <= TEMPORAL:
                count = MANY if both <= _DATES else EITHER
        return count

    def _participle(self) -> bool:
        participle = self.tokens[self.at]
        self.loose = self.apart = self.deep = True
        self.at += 1
        at = self.at
        return (
            participle.tag != "VBN"
            or at >= self.limit
            or self.sentence.phrase(at) is None
            or self.sentence.dates(at)
            or participle.lemma in _NAMING
        )

    def _relative(self) -> bool:
        self.at = past_relative(self.sentence, self.at)
        self.loose = self.apart = self.deep = True
        return self.at >= 0

    def _aside(self) -> bool:
        """Words between commas, dashes or brackets, or the next thing of a list."""
        comma = self.tokens[self.at].tag == ","
        end, either = past_aside(self.sentence, self.at)
        if end >= 0:
            if either and self.number != MANY:
                self.number = EITHER
            self.at = end
            self.apart = True
            return True
        if comma and self._next_is(self.at + 1, "and", "or"):
            self.apart = self.loose = True
            self.at += 1
            return True
        return comma and self._list_item()

    def _list_item(self) -> bool:
        other = self.sentence.phrase(self.at + 1)
        if (
            other is None
            or self.loose
            or other.end >= self.limit
            or self.tokens[other.end].lower not in (",", "and")
        ):
            return False
        self.several = self.phrase.determined and other.determined and not self.deep
        self.listed = self.apart = True
        self.number = EITHER
        self.at = other.end
        if self.tokens[self.at].tag == "," and self._next_is(self.at + 1, "and"):
            self.at += 1
        return True

    def _past_any(self) -> bool:
        """Past a phrase that may be the object of a verb among the words that part noun and verb."""
        inner = self.sentence.phrase(self.at)
        if inner is None and self.tokens[self.at].tag not in _PASSED_OVER:
            return False
        self.at = inner.end if inner else self.at + 1
        return True
