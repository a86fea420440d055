"""What stands around a word: its object and subject, what it describes and what describes it, the phrase after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.roles import key, object_of, subject, voice
from editor.text.words import words

_NOUNS = frozenset(["NN", "NNS"])
NAMES = frozenset(["NNP", "NNPS"])
_MODIFIERS = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD", "HYPH"])
OPENERS = frozenset(["DT", "PRP$", "PDT", "POS"])
_LINKS = words("be become remain seem stay get look appear sound")
_PERSONS = words("he she they we i you him her them us me who whom")
_PARTICLES = words("out up down off over away")

Test = tuple[str, frozenset[str], bool]
"""One companion: on which side of the word, which words ("*" for any), and whether it must be absent."""


class Company:
    """What stands around the word at `at`; each side is looked at only when a table asks."""

    def __init__(self, tokens: Sequence[Token], at: int, people: frozenset[str]) -> None:
        """The word at `at` of a sentence; `people` are the nouns for persons."""
        self._tokens = tokens
        self._at = at
        self._people = people
        self._known: dict[str, frozenset[str]] = {}

    def holds(self, tests: Sequence[Test]) -> bool:
        """Whether every companion of `tests` stands where it must, and none where it must not."""
        return all(self._fits(test) for test in tests)

    def _fits(self, test: Test) -> bool:
        side, wanted, absent = test
        found = self._known.get(side)
        if found is None:
            find = _SIDES.get(side)
            found = find(self) if find else self._governed(side)
            self._known[side] = found
        fits = bool(found) if "*" in wanted else not found.isdisjoint(wanted)
        return fits is not absent

    def _names(self, at: int | None) -> frozenset[str]:
        if at is None:
            return frozenset()
        token = self._tokens[at]
        found = {key(token), token.lower}
        if token.lower in self._people or token.lemma in self._people or token.lower in _PERSONS:
            found.add("@people")
        if token.tag == "NNS":
            found.add("@plural")
        if at and self._tokens[at - 1].tag in ("NN", "JJ"):
            found.add(f"{self._tokens[at - 1].lower}_{token.lemma}")
        return frozenset(found)

    def _object(self) -> frozenset[str]:
        role = object_of(self._tokens, self._at)
        return self._names(role.noun) if role else frozenset()

    def _subject(self) -> frozenset[str]:
        if voice(self._tokens, self._at) == "passive" or self._tokens[self._at].tag in ("VB", "VBG"):
            before = self._tokens[self._at - 1] if self._at else None
            if voice(self._tokens, self._at) == "passive" or before is None or before.tag not in ("MD", "RB"):
                return frozenset()
        return self._names(subject(self._tokens, self._at))

    def _infinitive(self) -> frozenset[str]:
        after = self._at + 1
        if after + 1 >= len(self._tokens) or self._tokens[after].tag != "TO":
            return frozenset()
        verb = self._tokens[after + 1]
        return frozenset([verb.lemma]) if verb.tag == "VB" else frozenset()

    def _then(self) -> frozenset[str]:
        role = object_of(self._tokens, self._at)
        if role is None:
            return frozenset()
        if role.after >= len(self._tokens):
            return frozenset(["@end"])
        token = self._tokens[role.after]
        verb = token.tag in ("MD", "VBD", "VBZ", "VBP", "VBN", "VB") or token.lower in ("to", "n't")
        return frozenset([token.lower] + (["@verb"] if verb else []))

    def _voice(self) -> frozenset[str]:
        return frozenset([voice(self._tokens, self._at)])

    def _self(self) -> frozenset[str]:
        token = self._tokens[self._at]
        return frozenset([token.lower, token.tag] + (["@plural"] if token.tag == "NNS" else []))

    def _phrase(self) -> tuple[int, int]:
        """The first token of the noun's phrase after its determiner, and the determiner's or -1."""
        start = self._at
        while start and self._tokens[start - 1].tag in _MODIFIERS and self._at - start < 4:
            start -= 1
        return start, start - 1 if start and self._tokens[start - 1].tag in OPENERS else -1

    def _modifiers(self) -> frozenset[str]:
        start, opener = self._phrase()
        found = [each.lower for each in self._tokens[start : self._at]]
        found += [each.lemma for each in self._tokens[start : self._at]]
        if opener >= 0:
            found.append(self._tokens[opener].lower)
        found += ["@name" for each in self._tokens[start : self._at] if each.tag in NAMES]
        return frozenset(found)

    def _possessor(self) -> frozenset[str]:
        _, opener = self._phrase()
        if opener < 0:
            return frozenset()
        if self._tokens[opener].tag == "POS":
            return self._names(opener - 1)
        return frozenset([self._tokens[opener].lower]) if self._tokens[opener].tag == "PRP$" else frozenset()

    def _head(self) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        after = self._at + 1
        while after < len(self._tokens) and self._tokens[after].tag in _NOUNS:
            found |= self._names(after)
            after += 1
        return found

    def _whose(self) -> frozenset[str]:
        """The noun that the word's phrase completes with "of": "owner" in "the owner of the fabric"."""
        first = self._first()
        if first < 2 or self._tokens[first - 1].lower != "of" or self._tokens[first - 2].tag not in _NOUNS:
            return frozenset()
        return self._names(first - 2)

    def _modified(self) -> frozenset[str]:
        head = self._at + 1
        while (
            head < len(self._tokens)
            and self._tokens[head].tag in ("JJ", "VBN", "VBG")
            and head < self._at + 3
        ):
            head += 1
        if head >= len(self._tokens) or self._tokens[head].tag not in _NOUNS:
            return frozenset()
        first = head
        while head + 1 < len(self._tokens) and self._tokens[head + 1].tag in _NOUNS:
            head += 1
        return self._names(head) | ({"@next"} if first == self._at + 1 else set())

    def _predicated(self) -> frozenset[str]:
        verb = self._at - 1
        while verb > 0 and self._tokens[verb].tag in ("RB", "RBR", "RBS"):
            verb -= 1
        if verb <= 0 or self._tokens[verb].lemma not in _LINKS:
            return frozenset()
        following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
        if following and following.tag in _MODIFIERS - {"CD", "VBN", "VBG"}:
            return frozenset()
        return self._names(subject(self._tokens, verb))

    def _verb(self) -> frozenset[str]:
        found = set()
        for at in range(max(0, self._at - 8), min(len(self._tokens), self._at + 9)):
            if self._tokens[at].tag.startswith("VB"):
                role = object_of(self._tokens, at)
                if role is not None and role.noun == self._at:
                    found |= self._verb_names(at)
        first = self._first()
        verb, word = self._tokens[first - 2 : first] if first > 1 else (None, None)
        bound = word and (word.tag in ("IN", "TO", "RP") or word.lower in _PARTICLES)
        if verb and word and bound and verb.tag.startswith("VB"):
            # "Carry out an expertise", "graduate from a gymnasium".
            found.add(f"{verb.lemma}_{word.lower}")
        return frozenset(found)

    def _verb_names(self, at: int) -> set[str]:
        """The verb at `at`, alone and with the particle after it: "close" and "close_down"."""
        lemma = self._tokens[at].lemma
        if at + 1 < len(self._tokens) and self._tokens[at + 1].lower in _PARTICLES:
            return {lemma, f"{lemma}_{self._tokens[at + 1].lower}"}
        return {lemma}

    def _does(self) -> frozenset[str]:
        found = set()
        for at in range(self._at + 1, min(len(self._tokens), self._at + 12)):
            if self._tokens[at].tag.startswith("VB") and subject(self._tokens, at) == self._at:
                passive = voice(self._tokens, at) == "passive"
                found |= {f"be_{name}" if passive else name for name in self._verb_names(at)}
        return frozenset(found)

    def _first(self) -> int:
        """The first token of the noun's phrase with its determiner; the word itself where it is no noun."""
        if self._tokens[self._at].tag not in _NOUNS:
            return self._at
        start, opener = self._phrase()
        return opener if opener >= 0 else start

    def _before(self) -> frozenset[str]:
        first = self._first()
        if first == 0:
            return frozenset(["@start"])
        return frozenset([self._tokens[first - 1].lower, self._tokens[first - 1].lemma])

    def _after(self) -> frozenset[str]:
        after = self._at + 1
        if after >= len(self._tokens):
            return frozenset(["@end"])
        token = self._tokens[after]
        found = {token.lower, token.lemma}
        if token.tag in (".", ",", ":", "''", "CC"):
            found.add("@end")
        if token.tag == "TO" and after + 1 < len(self._tokens) and self._tokens[after + 1].tag == "VB":
            found.add("@to")
        if token.tag in ("CD", "$"):
            found.add("@number")
        if token.tag in ("DT", "PRP$"):
            found.add("@np")
        return frozenset(found)

    def _near(self) -> frozenset[str]:
        return frozenset(
            name
            for at, each in enumerate(self._tokens)
            if at != self._at
            for name in (each.lower, each.lemma)
        )

    def _governed(self, preposition: str) -> frozenset[str]:
        after = self._at + 1
        if after + 1 >= len(self._tokens) or self._tokens[after].lower != preposition:
            return frozenset()
        found = phrase_at(self._tokens, after + 1, -1)
        if found is None:
            return frozenset()
        amount = {"@number"} if self._tokens[found.start].tag in ("CD", "$") else set()
        return self._names(found.head) | amount | {"@any"}


_SIDES: Mapping[str, Callable[[Company], frozenset[str]]] = {
    "obj": Company._object,
    "subj": Company._subject,
    "mod": Company._modifiers,
    "poss": Company._possessor,
    "head": Company._head,
    "whose": Company._whose,
    "noun": Company._modified,
    "pred": Company._predicated,
    "verb": Company._verb,
    "does": Company._does,
    "before": Company._before,
    "after": Company._after,
    "near": Company._near,
    "inf": Company._infinitive,
    "then": Company._then,
    "voice": Company._voice,
    "self": Company._self,
}
