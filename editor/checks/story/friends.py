"""False friends: a word that means something else in the writer's first language, told by the company it keeps.

A table's row names a word with its part of speech (`library.n`) and, for each meaning, the company that shows it and the right word:
`of:bookseller near:%shopping > bookstore / bookshop`. Companions apart by a space are alternatives, joined with `&` all must be there,
`-` before one says that it must not. The sides are:

    obj subj        a verb's object and subject ("@people", "@name" for persons and names)
    noun pred       the noun that an adjective stands before, or is said of
    mod poss head   the words before a noun, its possessor, the noun that it stands before
    verb does       the verb whose object the noun is, and the verb whose subject it is
    before after    the words right before the noun's phrase (or the word) and right after the word
    near            any word of the sentence
    inf then voice  the infinitive after "to", the word after the object, "passive" for how the verb stands
    self            "@plural" for a plural, "ing" and the like for the word's own form
    of in for ...   the head of the phrase after that preposition

`%name` stands for the words of the row `%name`. A right word is inflected as the wrong one was; `!` after it keeps it as it stands,
`+` before it takes the preposition after the wrong word too, `@VBZ` after it keeps it to that form. Swan and Smith, "Learner English"; "Longman Dictionary of Common Errors".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from editor.checks.registry import Hit, check, prepares
from editor.once import for_each
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.roles import key, object_of, subject, voice
from editor.text.words import words
from editor.values import Span

_NOUNS = frozenset(["NN", "NNS"])
_NAMES = frozenset(["NNP", "NNPS"])
_MODIFIERS = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD", "HYPH"])
_OPENERS = frozenset(["DT", "PRP$", "PDT", "POS"])
_LINKS = words("be become remain seem stay get look appear sound")
_KINDS = {"n": ("NN",), "v": ("VB",), "a": ("JJ", "VBN", "VBG"), "r": ("RB",)}
_PERSONS = words("he she they we i you him her them us me who whom")
_POSSESSIVES = words("his her their its our my your 's")


Test = tuple[str, frozenset[str], bool]
"""One companion: on which side of the word, which words, and whether it must be absent."""


Cell = tuple[tuple[str, ...], tuple[tuple[Test, ...], ...]]
"""A sense as the table keeps it."""


class Sense(NamedTuple):
    """The right words, best first, and the companies of which one must be there whole."""

    right: tuple[str, ...]
    companies: tuple[tuple[Test, ...], ...]


Table = Mapping[str, Sequence[Cell]]


@prepares("friends.decides")
def _table(rule: Rule) -> Table:
    """By word and part of speech: its senses."""
    rows: Mapping[str, str] = rule.spec["map"]
    table: dict[str, list[Cell]] = {}
    for names, cell in rows.items():
        if names.startswith("%"):
            continue
        senses: list[Cell] = []
        companies: list[tuple[Test, ...]] = []
        for each in cell.split(";"):
            found, arrow, right = each.partition(">")
            companies += [tuple(_test(one, rows) for one in company.split("&")) for company in found.split()]
            if arrow:
                senses.append((tuple(one.strip() for one in right.split("/")), tuple(companies)))
                companies = []
        for name in names.split():
            table.setdefault(name, []).extend(senses)
    return table


def _test(text: str, rows: Mapping[str, str]) -> Test:
    side, _, names = text.removeprefix("-").partition(":")
    found: set[str] = set()
    for name in names.split("|"):
        found.update(rows[name].split() if name in rows else [name])
    return side, frozenset(found), text.startswith("-")


@for_each
def _heads(rule: Rule) -> frozenset[str]:
    """The words of the table, whatever part of speech it means."""
    return frozenset(key.rpartition(".")[0] for key in _table(rule))


@check("friends.decides")
def decides(story: Story, rule: Rule) -> Iterator[Hit]:
    """A word whose company shows that another is meant: "the direction of the firm resigned"."""
    table = _table(rule)
    heads = _heads(rule)
    people = story.lists["confusions-people"]
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lemma not in heads and token.lower not in heads:
                continue
            for kind, tags in _KINDS.items():
                senses = table.get(f"{token.lemma}.{kind}") or table.get(f"{token.lower}.{kind}")
                if senses is None or not _is(tokens, at, kind, tags):
                    continue
                company = Company(tokens, at, people)
                sense = next(filter(company.shows, starmap(Sense, senses)), None)
                if sense is not None:
                    yield from _hit(tokens, at, kind, sense)
                break


def _is(tokens: Sequence[Token], at: int, kind: str, tags: tuple[str, ...]) -> bool:
    token = tokens[at]
    if token.tag in _NAMES or (at and token.text[:1].isupper() and tokens[at - 1].tag in _NAMES):
        return False
    if kind == "v":
        gerund = token.tag == "VBG" and at > 0 and tokens[at - 1].tag in _OPENERS
        return token.tag.startswith("VB") and not gerund
    return token.tag.startswith(tags)


class Company:
    """What stands around the word at `at`; each side is looked at only when a table asks."""

    def __init__(self, tokens: Sequence[Token], at: int, people: frozenset[str]) -> None:
        """The word at `at` of a sentence; `people` are the nouns for persons."""
        self._tokens = tokens
        self._at = at
        self._people = people
        self._known: dict[str, frozenset[str]] = {}

    def shows(self, sense: Sense) -> bool:
        """Whether one of the sense's companies is there whole."""
        return any(all(self._fits(test) for test in company) for company in sense.companies)

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
        return start, start - 1 if start and self._tokens[start - 1].tag in _OPENERS else -1

    def _modifiers(self) -> frozenset[str]:
        start, opener = self._phrase()
        found = [each.lower for each in self._tokens[start : self._at]]
        found += [each.lemma for each in self._tokens[start : self._at]]
        if opener >= 0:
            found.append(self._tokens[opener].lower)
        found += ["@name" for each in self._tokens[start : self._at] if each.tag in _NAMES]
        return frozenset(found)

    def _possessor(self) -> frozenset[str]:
        _, opener = self._phrase()
        if opener < 0:
            return frozenset()
        if self._tokens[opener].tag == "POS":
            return self._names(opener - 1)
        return frozenset([self._tokens[opener].lower]) if self._tokens[opener].tag == "PRP$" else frozenset()

    def _head(self) -> frozenset[str]:
        after = self._at + 1
        if after < len(self._tokens) and self._tokens[after].tag in _NOUNS:
            return self._names(after)
        return frozenset()

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
                    found.add(self._tokens[at].lemma)
        return frozenset(found)

    def _does(self) -> frozenset[str]:
        found = set()
        for at in range(self._at + 1, min(len(self._tokens), self._at + 12)):
            if self._tokens[at].tag.startswith("VB") and subject(self._tokens, at) == self._at:
                passive = voice(self._tokens, at) == "passive"
                found.add(f"be_{self._tokens[at].lemma}" if passive else self._tokens[at].lemma)
        return frozenset(found)

    def _before(self) -> frozenset[str]:
        start, opener = self._phrase() if self._tokens[self._at].tag in _NOUNS else (self._at, -1)
        first = opener if opener >= 0 else start
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
        return self._names(found.head) | {"@any"} if found else frozenset()


_SIDES: Mapping[str, Callable[[Company], frozenset[str]]] = {
    "obj": Company._object,
    "subj": Company._subject,
    "mod": Company._modifiers,
    "poss": Company._possessor,
    "head": Company._head,
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


def _hit(tokens: Sequence[Token], at: int, kind: str, sense: Sense) -> Iterator[Hit]:
    token = tokens[at]
    rights = [form for right in sense.right if (form := _formed(right.removeprefix("+"), token, kind))]
    if not rights or rights[0].lower() == token.lower:
        return
    begin = at
    before = tokens[at - 1].lower if at else ""
    if before in ("a", "an") and any(article(each) != before for each in rights):
        begin = at - 1
        rights = [f"{article(each)} {each}" for each in rights]
    first = tokens[begin]
    if first.text[:1].isupper():
        rights = [each[:1].upper() + each[1:] for each in rights]
    last = tokens[at + 1] if sense.right[0].startswith("+") and at + 1 < len(tokens) else token
    yield Hit(Span(first.start, last.end), tuple(dict.fromkeys(rights)))


def _formed(right: str, token: Token, kind: str) -> str | None:
    """The right word inflected as the wrong one is; None where it has no such form."""
    right, _, tag = right.partition("@")
    if tag and tag != token.tag:
        return None
    if tag or right.endswith("!"):
        return right.removesuffix("!")
    if kind == "v":
        first, _, rest = right.partition(" ")
        form = lexicon.inflect(first, token.tag)
        return f"{form} {rest}".strip() if form else None
    if kind == "n" and token.tag == "NNS":
        cut = re.match(r"(?:(.*) )?(\S+?)((?: (?:of|for|to|in) .*| (?:of|for|to|in))?)$", right)
        form = lexicon.inflect(cut[2], "NNS") if cut else None
        return f"{cut[1] or ''} {form}{cut[3]}".strip() if cut and form else None
    return right if kind != "a" or token.tag not in ("JJR", "JJS") else None
