"""The gender that a story's own pronouns give a person, where one of them says otherwise.

Nothing is guessed from a name. A pronoun is a person's where nobody else is told of nearby: after "Lopes said", in a sentence that names
Lopes alone, or in one that follows it and names nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.checks.facts.mentions import SAYING, Mention, is_common
from editor.documents.model import PartKind
from editor.story import Line
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words
from editor.values import Span

_PRONOUNS = {
    "he": "m",
    "his": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_PARTNERS = {
    "he": "she",
    "she": "he",
    "his": "her",
    "him": "her",
    "himself": "herself",
    "hers": "his",
    "herself": "himself",
}
_TITLES = {"mr": "m", "mr.": "m", "sir": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f"}
_SUBJECTS = words("he she")
_REPORTED = SAYING | words("that but because as following after over of about by")
_ARTICLES = words("a an the")
_STOPS = _ARTICLES | words("who whose which that of and or for with her his ,")
_HOUSES = words("at of for from in with near to")
# Somebody whom a pronoun may mean besides the person named.
_MALE = words("""man men boy boys father husband son sons brother brothers uncle nephew grandfather grandson boyfriend fiance widower king prince
    emperor duke lord sir mr mr. spokesman chairman businessman gentleman policeman fireman salesman cameraman stepfather godfather dad
    pope bishop priest monk imam sultan sheikh actor""")
_FEMALE = words("""woman women girl girls mother wife daughter daughters sister sisters aunt niece grandmother granddaughter girlfriend fiancee
    widow queen princess empress duchess lady dame mrs mrs. ms ms. miss spokeswoman chairwoman businesswoman policewoman saleswoman
    stepmother godmother mum mom nun actress waitress hostess heroine landlady cow heifer mare ship vessel boat ferry yacht""")
_ANYBODY = words("""person baby child toddler infant teenager youth victim patient friend colleague suspect gunman driver pilot worker
    official officer minister president leader lawyer doctor nurse teacher student player coach manager captain rival opponent partner
    predecessor artist successor client defendant witness judge neighbor neighbour voter reporter passenger soldier survivor someone somebody anyone
    everyone nobody another others""")
_THINGS = frozenset(["NN", "NNS", "JJ", "VBN", "VBG"])
_JOINING = frozenset(["IN", "TO", "CC", "DT", "WRB", "WDT", "MD"])
# How sure each kind of pronoun's reference is, in halves.
_TITLED, _SPEAKS, _OPENS, _OWNS = 50, 4, 3, 2


@dataclass(frozen=True, slots=True)
class Binding:
    """A pronoun that is a person's: its gender, how sure that is, where it stands.

    `clear` says that nobody whom it might mean instead is told of nearby, `own` that its sentence leaves no other reading.
    """

    gender: str
    weight: int
    token: Token
    clear: bool = True
    own: bool = False


def differing(
    lines: Sequence[Line], found: Sequence[Mention], places: Collection[str]
) -> Iterator[tuple[Span, str, str]]:
    """Each pronoun whose gender differs from that of the person's other pronouns: its place, the fitting pronoun, a message."""
    people = _people(found, places)
    by_line: dict[int, list[Mention]] = {}
    for each in found:
        by_line.setdefault(each.line, []).append(each)
    given: dict[str, list[Binding]] = {}
    who: str | None = None
    block = None
    near = _Near()
    for number, line in enumerate(lines):
        if line.block.kind is not PartKind.BODY:
            continue
        if line.block is not block and who is not None and not _goes_on(line.words):
            who = None
        block = line.block
        names = _named(by_line.get(number, ()), people, line)
        near.add(line.words, names)
        for each in by_line.get(number, ()):
            title = _TITLES.get(_before(each, line))
            if title and each.last:
                given.setdefault(each.text, []).append(Binding(title, _TITLED, line.words[0], clear=False))
        if None in names or len(names) > 1:
            who = None
            continue
        name = next(iter(names), who)
        bound = list(_bound(line.words, by_line.get(number, ()), name in names)) if name is not None else []
        if name is not None:
            given.setdefault(name, []).extend(replace(each, clear=near.clear(name, each)) for each in bound)
        both = len({_PRONOUNS[each.lower] for each in _told(line.words) if each.lower in _PRONOUNS}) > 1
        who = name if (name in names or bound) and not both else None
    for name, bindings in given.items():
        yield from _odd(name or "", bindings)


class _Near:
    """Who and what is told of in the sentence that is read and the two before it."""

    def __init__(self) -> None:
        self._lines: list[tuple[set[str | None], Sequence[Token]]] = []

    def add(self, tokens: Sequence[Token], names: set[str | None]) -> None:
        """Read on by one sentence."""
        self._lines = [*self._lines[-2:], (names, tokens)]

    def clear(self, name: str, pronoun: Binding) -> bool:
        """Whether nobody but the person named can be meant by a pronoun of the last sentence."""
        if pronoun.own:
            return True
        meant = (_MALE if pronoun.gender == "m" else _FEMALE) | _ANYBODY
        return not any(
            names - {name} or any(each.start < pronoun.token.start for each in _others(tokens, meant))
            for names, tokens in self._lines
        )


def _people(found: Sequence[Mention], places: Collection[str]) -> frozenset[str]:
    """The last names of those who are introduced in full or speak, and are no places."""
    return frozenset(
        each.text
        for each in found
        if each.last
        and not each.common
        and (each.speaks or (each.first and not all(is_common(first) for first in each.first)))
        and each.text.lower() not in places
    )


def _named(found: Sequence[Mention], people: frozenset[str], line: Line) -> set[str | None]:
    """The people whom a sentence names; None among them for a name that may be another person's."""
    names: set[str | None] = set()
    for each in found:
        if each.last and each.text in people:
            names.add(each.text)
        elif (
            each.last
            and each.first
            and not each.common
            and not any(is_common(word) for word in (*each.first, each.text))
            and _before(each, line) not in _HOUSES
        ):
            names.add(None)
    return names


def _before(each: Mention, line: Line) -> str:
    """The word before a name, small."""
    found = line.text[line.span.start : each.span.start].split()
    place = len(found) - len(each.first) - 1
    return found[place].lower() if place >= 0 else ""


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph goes on with the person of the last one: "He added", or a quotation that "she said" ends."""
    lowers = [each.lower for each in tokens[:2]]
    return bool(lowers) and (lowers[0] in _SUBJECTS or tokens[0].text in ('"', "“", "'", "‘"))


def _bound(tokens: Sequence[Token], names: Sequence[Mention], named: bool) -> Iterator[Binding]:
    """The pronouns of a sentence that are the one person's whom it names, or whom the last one named."""
    start = max((each.span.end for each in names), default=-1) if named else -1
    others = {id(each) for each in _others(tokens, _MALE | _FEMALE | _ANYBODY)}
    told = {id(each) for each in _told(tokens)}
    # "Her coach, Rui Costa, said her patience had won": another is spoken of already.
    met = {_PRONOUNS[each.lower] for each in tokens if each.start < start and each.lower in _PRONOUNS}
    for at, token in enumerate(tokens):
        if id(token) in others and (not named or token.start > start):
            return
        gender = _PRONOUNS.get(token.lower)
        if gender is None or token.start < start or id(token) not in told:
            continue
        before = tokens[at - 1].lower if at else ""
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if token.lower in _SUBJECTS:
            speaks = before in (",", '"', "”", "’", "'") and after in ("said", "says", "added", "told")
            yield Binding(gender, _SPEAKS if speaks else _OPENS, token)
        elif token.lower in ("his", "her") and gender not in met and (named or tokens[0].lower in _PRONOUNS):
            if token.lower == "her" and not _owned(after):
                # "Lopes congratulated her shortly after midnight."
                continue
            spouse = (token.lower, after) in (("his", "husband"), ("her", "wife"))
            yield Binding(gender, _OWNS, token, own=spouse or (named and before not in _REPORTED))
            if after in _MALE | _FEMALE:
                return


def _owned(word: str) -> bool:
    """Whether a small word after "her" may be, or describe, what is hers."""
    known = lexicon.tags(word)
    return not word.endswith("ly") and bool(known & _THINGS) and not known & _JOINING


def _told(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words outside quotations."""
    quoted = False
    for token in tokens:
        if token.text in ('"', "“", "”"):
            quoted = not quoted if token.text == '"' else token.text == "“"
        elif not quoted:
            yield token


def _others(tokens: Sequence[Token], meant: frozenset[str]) -> Iterator[Token]:
    """The words of `meant` that tell of somebody, those left out that say what a person named is: ", 61, a retired nurse"."""
    told = list(_told(tokens))
    for at, token in enumerate(told):
        if token.lower not in meant:
            continue
        article = next(
            (place for place in range(at - 1, max(-1, at - 5), -1) if told[place].lower in _STOPS), 0
        )
        if not (article and told[article].lower in _ARTICLES and told[article - 1].text == ","):
            yield token


def _odd(name: str, bindings: Sequence[Binding]) -> Iterator[tuple[Span, str, str]]:
    weights = {gender: sum(each.weight for each in bindings if each.gender == gender) for gender in "mf"}
    if not all(weights.values()):
        return
    last = bindings[-1].gender
    odd = min(weights, key=lambda gender: (weights[gender], gender != last))
    slips = [each for each in bindings if each.gender == odd]
    most = max(weights.values())
    if most < _OPENS or (len(slips) > 1 and weights[odd] * 2 > most):
        return
    usual = "he" if odd == "f" else "she"
    for each in slips:
        if not each.clear:
            continue
        right = _PARTNERS[each.token.lower] if each.token.lower != "her" else "his"
        token = each.token
        fix = right.capitalize() if token.text[0].isupper() else right
        yield Span(token.start, token.end), fix, f"{name} is '{usual}' elsewhere in the story?"
