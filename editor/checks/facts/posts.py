"""A person who changes posts within a story: "Foreign Minister Yoon", later "Defense Minister Yoon"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.text.expression import Expression
from editor.values import Span

_OF = (
    "Foreign|Prime|Finance|Defense|Defence|Interior|Health|Justice|Education|Trade|Energy|Home|Culture|Transport|Transportation|Labor|Labour|Economy|Agriculture"
    "|Environment|Sports?|Tourism|Industry|Planning|Housing|Information|Mining|Oil|Petroleum|Water|Development|Immigration|Treasury|State|Commerce|Chief|Vice|Deputy"
)
_CIVIL = rf"(?:{_OF}) (?:Minister|Secretary|Commissioner|President|Executive|Mayor|Governor|Justice)|President|Speaker|Chancellor|Sen\.|Rep\.|Gov\.|Mayor|Senator|Governor|Judge"
_RANKS = "Capt\\.|Captain|Col\\.|Colonel|Gen\\.|General|Lt\\.|Lieutenant|Sgt\\.|Sergeant|Maj\\.|Major|Inspector|Superintendent"
_CHURCH = "Bishop|Archbishop|Cardinal"
_NAME = r" (?P<first>(?:[A-Z][\w’'-]+ |[A-Z]\. ){0,3}?)(?P<last>[A-Z][\w’'-]*[a-z])\b(?! [A-Z])"
_HELD = tuple(Expression(rf"\b(?P<post>{posts}){_NAME}") for posts in (_CIVIL, _RANKS, _CHURCH))
# "The Senegalese prime minister, Thiaw, said".
_AFTER = Expression(
    rf"\b[Tt]he (?:[A-Z][a-z]+ )?(?P<post>(?:{_OF.lower()}) (?:minister|secretary)), (?:(?P<first>(?:[A-Z][\w’'-]+ ){{0,2}}?)(?P<last>[A-Z][\w’'-]*[a-z])),"
)
_SHORT = {
    "Gen.": "General",
    "Col.": "Colonel",
    "Capt.": "Captain",
    "Sgt.": "Sergeant",
    "Maj.": "Major",
    "Lt.": "Lieutenant",
    "Sen.": "Senator",
    "Gov.": "Governor",
    "Defence Minister": "Defense Minister",
    "Labour Minister": "Labor Minister",
}
# A post of another time, or part of a longer one.
_OTHER = Expression(
    r"\b(?:former|then|ex|acting|late|outgoing|incoming|previous|deputy|vice|assistant|lt\.|lieutenant|major|maj\.|brig\.|brigadier|attorney|detective|chief)[ -]$",
    re.IGNORECASE,
)
_CHANGED = Expression(r"\b(?:named|appointed|promoted|sworn|became|elected|reshuffl\w+|sacked|dismissed)\b")


class _Held(NamedTuple):
    post: str
    names: tuple[str, ...]
    span: Span


def changed_posts(text: str) -> Iterator[tuple[Span, str, str]]:
    """Each post before a name that differs from the person's first: its place, the first post, a message."""
    for held in _HELD:
        found = [
            _Held(match["post"], (*match["first"].split(), match["last"]), Span(*match.span("post")))
            for match in held.finditer(text)
            if not _OTHER.search(text, max(0, match.start() - 12), match.start())
        ]
        if held is _HELD[0] and found:
            found += [
                _Held(match["post"], (*match["first"].split(), match["last"]), Span(*match.span("post")))
                for match in _AFTER.finditer(text, found[0].span.end)
            ]
        for at, later in enumerate(found):
            name = later.names[-1]
            same = [each for each in found[:at] if name in each.names or each.names[-1] in later.names]
            if not same or len({each.names for each in (*same, later) if len(each.names) > 1}) > 1:
                continue
            first = same[0].post
            if _plain(first).lower() != _plain(later.post).lower() and not _CHANGED.search(text):
                yield later.span, first, f"{later.post} {name} here, {first} before?"


def _plain(post: str) -> str:
    return _SHORT.get(post, post)
