""" "The" before a title and a name: "the US Secretary of State Antony Blinken"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.determiners.phrases import capitalised
from editor.checks.registry import Hit
from editor.story import Line
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import DEMONYMS, NOUNS
from editor.text.words import words
from editor.values import Severity, Span

_TITLE = words("""president prime minister secretary chancellor senator governor mayor general colonel captain major lieutenant sergeant ambassador
    chairman chairwoman chairperson director commissioner judge justice professor vice deputy premier envoy vice-president congressman
    congresswoman representative attorney admiral commander spokesman spokeswoman speaker archbishop bishop cardinal chief executive
    brigadier marshal inspector superintendent sheriff doctor treasurer rector dean ceo coach manager undersecretary sultan""")
_COURTESY = words(
    "mr mrs ms dr mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. capt. maj. lt. sgt. sir pope adm."
)
_BRANCHES = words("""foreign finance defence defense interior health education justice trade agriculture environment energy transport labor labour culture
    sports sport economy tourism oil information home acting former first state assistant general economic security national federal
    european regional provincial city police army air navy major brigadier lieutenant vice deputy chief industry water housing
    communications development planning parliament parliamentary house senate opposition""")
_PERSONAL = words("president chancellor minister senator governor professor colonel premier")
# "secretary to the Prime Minister John Smith": the name is the secretary's.
_OFFICES = words(
    "secretary adviser advisor aide assistant deputy spokesman spokeswoman ambassador counsel office wife husband son daughter widow"
)
_NOT_NAMES = words("""index market islands island general district region sound strait point team crown championship league gallery theatre theater administration government hotel school hospital center centre library museum university college institute airport building bridge
    street road avenue park square prize award cup trophy foundation fund memorial stadium hall house court council committee commission
    office ministry bank party affairs services agency board summit protocol act bill commons lords conference meeting assembly""")
_STATES = words("us u.s. uk u.k. un u.n. eu nato")
_IN_TITLES = words("state defense defence affairs minister secretary elect")
_AFTER_OF = words("state defense defence foreign the")
_GOES_ON = NOUNS | {"VBG", "JJ", "CD"}
_MOST_TITLE_WORDS = 8
_MOST_NAMES = 4


class _Title(NamedTuple):
    """Where a title ends, and whether an office or a form of address is in it."""

    end: int
    office: bool
    courtesy: bool


def before_titles(line: Line) -> Iterator[Hit]:
    """Each "the" before a title and a name."""
    if not any(each.lower == "the" for each in line.words):
        return
    tokens = line.tagged
    for at, token in enumerate(tokens):
        if token.lower != "the" or _of_officer(tokens, at):
            continue
        end = _titled_name(tokens, at + 1)
        if end is None or _goes_on(tokens, end):
            continue
        word = tokens[at + 1]
        owns = end < len(tokens) and tokens[end].tag == "POS"
        yield Hit(
            Span(token.start, word.end),
            (capitalised(word.text) if at == 0 else word.text,),
            severity=Severity.WARNING if owns else Severity.ERROR,
        )


def _of_officer(tokens: Sequence[Token], at: int) -> bool:
    """Whether the title at `at` names whose secretary, adviser or wife somebody is."""
    return (
        at > 1
        and tokens[at - 1].lower in ("to", "of")
        and tokens[at - 2].tag in NOUNS
        and tokens[at - 2].lower in _OFFICES
    )


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name is only a part of a longer phrase."""
    if end >= len(tokens):
        return False
    after = tokens[end]
    return (
        after.tag in _GOES_ON
        or after.text in ("-", "–", "/", "&")
        or (after.lower in ("and", "of") and after.space)
    )


def _titled_name(tokens: Sequence[Token], start: int) -> int | None:
    """Where the name ends in "US Secretary of State Antony Blinken", the words from `start`; None where there is no such."""
    title = _title(tokens, start)
    if not (title.office or title.courtesy):
        return None
    end = title.end
    while (
        end < len(tokens)
        and end < title.end + _MOST_NAMES
        and tokens[end].text[:1].isupper()
        and tokens[end].text[:1].isalpha()
        and not tokens[end].text.isupper()
    ):
        if lexicon.tags(tokens[end].lower) & {"NN", "NNS"} and tokens[end].lower in _NOT_NAMES:
            return None
        end += 1
    names = end - title.end
    if names >= 2 or (names == 1 and (title.courtesy or _personal(tokens, title.end, end))):
        return end
    return None


def _title(tokens: Sequence[Token], start: int) -> _Title:
    """The title that begins at `start`, its country and branch with it."""
    at = start
    office = courtesy = False
    while at < len(tokens) and at < start + _MOST_TITLE_WORDS:
        token = tokens[at]
        if not token.text[:1].isupper():
            if not (
                office
                and token.lower in ("of", "for")
                and at + 1 < len(tokens)
                and tokens[at + 1].lower in _AFTER_OF
            ):
                break
        elif token.lower in _COURTESY:
            courtesy = True
        elif token.lower in _TITLE:
            office = True
        elif not (
            token.lower in _BRANCHES
            or (office and token.lower in _IN_TITLES)
            or (not office and not courtesy and (token.text in DEMONYMS or token.lower in _STATES))
        ):
            break
        at += 1
    return _Title(at, office, courtesy)


def _personal(tokens: Sequence[Token], name: int, end: int) -> bool:
    """Whether the word at `name` is one person's name after a title: "the President Putin said"."""
    token = tokens[name]
    after = tokens[end] if end < len(tokens) else None
    return (
        tokens[name - 1].lower in _PERSONAL
        and len(token.text) > 3
        and not lexicon.tags(token.lower) & {"NN", "NNS", "JJ", "VB"}
        and (after is None or after.tag in ("VBD", "VBZ", "MD") or after.text in (".", ",", ";"))
    )
