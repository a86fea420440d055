"""The names in a story: where each word of a name stands, and what stands before and after it within the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from editor.documents.model import PartKind
from editor.story import Line, Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words
from editor.values import Span

_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_’'-]*(?:[’'-][^\W\d_]+)*")
_PARTICLES = words(
    "de da di do dos das del della van von der den ter ten la le al el bin bint ibn abu ben du af av zu y e"
)
SAYING = words("""said says told tells added adds noted argued warned explained recalled insisted replied wrote declined denied acknowledged
    admitted announced asked believes called claimed conceded confirmed described emphasized emphasised estimated expects hopes joked praised
    predicted promised refused rejected stressed suggested testified thanked urged""")
# No name has more words before its last.
_MOST = 5
TITLES = words("""ceo cfo coo cto mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady rev rev. reverend father sister brother pope king queen prince
    princess president vice-president vice prime minister premier chancellor secretary senator sen sen. rep rep. representative gov gov. governor
    mayor judge justice attorney general gen gen. colonel col col. captain capt capt. major maj maj. lieutenant lt lt. sergeant sgt sgt. cpl pfc
    admiral adm adm. commander cmdr cmdr. inspector detective superintendent constable sheriff chief executive officer deputy ambassador commissioner
    chairman chairwoman chairperson director manager coach councilman councilwoman councillor congressman congresswoman archbishop bishop
    cardinal rabbi imam sheikh sultan emir ayatollah mullah doctor speaker spokesman spokeswoman minister undersecretary midfielder defender
    striker forward goalkeeper opener bowler batsman winger quarterback pitcher""")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a name. `first` are the words of the name before it, titles left out; `after` is the word that follows in it, or "".

    `line` numbers the sentence; `common` says that the word may be no name (it opens a sentence or stands in capitals),
    `speaks` that a verb of saying stands at the name's end.
    """

    text: str
    span: Span
    line: int
    first: tuple[str, ...]
    after: str
    common: bool
    speaks: bool = False

    @property
    def last(self) -> bool:
        """Whether the name ends with this word."""
        return not self.after


_FOUND: WeakKeyDictionary[Story, tuple[Mention, ...]] = WeakKeyDictionary()


def mentions(story: Story) -> tuple[Mention, ...]:
    """Every word of every name in the headline and the body, in order."""
    found = _FOUND.get(story)
    if found is None:
        found = _FOUND[story] = _all(story)
    return found


def _all(story: Story) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for number, line in enumerate(story.lines):
        if line.block.kind in (PartKind.BODY, PartKind.HEADLINE):
            found += _of_line(line, number)
    return tuple(found)


def _of_line(line: Line, number: int) -> Iterator[Mention]:
    headline = line.block.kind is PartKind.HEADLINE
    for run, opens in _runs(line.words):
        kept = list(run)
        speaks = _says(line.words, run[-1])
        while kept and kept[0].lower in TITLES:
            kept.pop(0)
            opens = False
        if opens and len(kept) > 1 and is_common(kept[0].text):
            kept.pop(0)
            opens = False
        before: list[str] = []
        for place, token in enumerate(kept):
            if token.text[0].isupper():
                yield Mention(
                    token.text.replace("’", "'"),
                    Span(token.start, token.end),
                    number,
                    tuple(before[-_MOST:]),
                    kept[place + 1].text.replace("’", "'") if place + 1 < len(kept) else "",
                    (opens and place == 0 and is_common(token.text))
                    or (headline and is_common(token.text))
                    or token.text.isupper(),
                    speaks and token is kept[-1],
                )
            before.append(token.text.replace("’", "'"))


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], bool]]:
    """The stretches of capitalised words, and whether each opens the sentence."""
    run: list[Token] = []
    start = 0
    for at, token in enumerate(tokens):
        joined = bool(run) and token.space
        capital = token.text[0].isupper() and _WORD.fullmatch(token.text)
        if capital and (joined or not run):
            if not run:
                start = at
            run.append(token)
            continue
        if (
            joined
            and token.lower in _PARTICLES
            and at + 1 < len(tokens)
            and _WORD.fullmatch(tokens[at + 1].text)
        ):
            run.append(token)
            continue
        if run:
            yield run, _opens(tokens, start)
            run = []
        if capital:
            run, start = [token], at
    if run:
        yield run, _opens(tokens, start)


def _says(tokens: Sequence[Token], last: Token) -> bool:
    """Whether a verb of saying stands right after a name that ends with `last`."""
    at = next(place for place, each in enumerate(tokens) if each is last) + 1
    return at < len(tokens) and tokens[at].lower in SAYING


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or (
        not tokens[at - 1].text[-1].isalnum() and tokens[at - 1].text not in (",", ")", "-", "–", "'s", "’s")
    )


def is_common(word: str) -> bool:
    """Whether the word, in lower case, is one of the language's common words."""
    lower = word.lower()
    return lexicon.zipf(lower) >= 3.3 and bool(lexicon.tags(lower) - {"NNP", "NNPS"})


def distance(one: str, other: str, most: int) -> int:
    """The fewest letters to change, add, drop or swap with a neighbour between two words; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i in range(1, len(one) + 1):
        older, before, row = before, row, [i]
        for j in range(1, len(other) + 1):
            cost = 0 if one[i - 1] == other[j - 1] else 1
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + cost)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]
