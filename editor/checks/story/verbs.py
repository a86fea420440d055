"""Forms of verbs: what stands after modals, "do", "have", "be", "to", "let", and where a participle is due.

After Quirk et al., "A Comprehensive Grammar of the English Language", chapters 3, 4 and 16.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.checks.kindred import register
from editor.checks.verbs.bereft import bereft
from editor.checks.verbs.chains import chains
from editor.checks.verbs.frames.check import frames
from editor.checks.verbs.governed.check import governed
from editor.checks.verbs.infinitives import CAUSING, causatives, infinitives
from editor.checks.verbs.modals import DO, modals, supports
from editor.checks.verbs.participles import coordinated, cut_short, pasts, results
from editor.checks.verbs.passives import passives
from editor.checks.verbs.perfects import perfects
from editor.checks.verbs.slip import BE, HAVE, Lists, Slip
from editor.checks.verbs.voice import may_speak, voices
from editor.story import Story
from editor.text.irregular import PAST_OF_PARTICIPLE
from editor.text.model import Token

Finder = Callable[[Sequence[Token], int, Lists], Iterator[Slip]]
_FINDERS: tuple[tuple[Finder, Iterable[str]], ...] = (
    (supports, DO),
    (perfects, HAVE),
    (passives, BE | {"'s"}),
    (causatives, CAUSING),
    (pasts, PAST_OF_PARTICIPLE),
    (results, ","),
    (coordinated, ("and", "or", "then")),
)
_BY_WORD: dict[str, list[Finder]] = {}
for _finder, _leads in _FINDERS:
    for _lead in _leads:
        _BY_WORD.setdefault(_lead, []).append(_finder)
_AFTER_CUT_SHORT = frozenset(["to", "of", "by"])


def slips(tokens: Sequence[Token], lists: Lists) -> Iterator[Slip]:
    """Every wrong verb form of a sentence."""
    if len(tokens) < 3:
        return
    yield from bereft(tokens, lists)
    yield from frames(tokens)
    yield from chains(tokens)
    yield from governed(tokens)
    for at, token in enumerate(tokens):
        if may_speak(token):
            yield from voices(tokens, at, lists)
        if token.tag == "MD":
            yield from modals(tokens, at, lists)
        elif token.tag == "TO":
            yield from infinitives(tokens, at, lists)
        else:
            for finder in _BY_WORD.get(token.lower, ()):
                yield from finder(tokens, at, lists)
            if "VB" in token.tags and at + 1 < len(tokens) and tokens[at + 1].lower in _AFTER_CUT_SHORT:
                yield from cut_short(tokens, at, lists)


def _read(story: Story) -> Iterator[Slip]:
    return (one for line in story.body for one in slips(line.tagged, story.lists))


register(
    "verbs",
    (
        "modal",
        "support",
        "perfect",
        "passive",
        "objectless",
        "infinitive",
        "causative",
        "past",
        "participle",
        "bereft",
        "voice",
        "frame",
        "chain",
    ),
    _read,
)
