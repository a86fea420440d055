"""The first sentence of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Line, Story
from editor.text.words import words
from editor.values import Span

_WORD = re.compile(r"\w[\w'’.,-]*")
# Who suffers is the news here: "A man was killed by a train".
_SUFFERED = words("""killed injured wounded hurt struck hit shot stabbed arrested detained sentenced jailed convicted acquitted charged fined indicted elected
    re-elected rescued found born buried robbed attacked trapped stranded mauled bitten abducted kidnapped freed released evacuated ousted impeached
    assassinated executed hospitalized hospitalised named appointed awarded destroyed devastated damaged rocked swept displaced infected affected
    embarrassed frustrated impressed surprised disappointed concerned worried angered shocked encouraged
    protected covered required expected known surrounded owned welcomed praised plagued haunted inspired accompanied followed backed supported driven led dominated marked marred overshadowed hampered triggered caused prompted fueled fuelled""")


def _lede(story: Story) -> Line | None:
    """The first sentence of the body that is one."""
    return next((line for line in story.body if len(_WORD.findall(line.text, *line.span)) >= 5), None)


@check("ledes.long")
def long(story: Story, rule: Rule) -> Iterator[Hit]:
    """A first sentence of more words than the profile's `lede-words`."""
    line = _lede(story)
    most = story.profile.get("lede-words")
    if (
        line is None
        or not isinstance(most, int)
        or sum(1 for each in story.body if each.block.kind is PartKind.BODY) < 3
    ):
        return
    count = len(_WORD.findall(line.text, *line.span))
    if count > most:
        yield Hit(line.span, message=f"The first sentence has {count} words; {most} are enough. Break it up?")


@check("ledes.passive")
def passive(story: Story, rule: Rule) -> Iterator[Hit]:
    """A first sentence whose verb is a passive with its agent after "by"."""
    line = _lede(story)
    if line is None:
        return
    tokens = line.tagged
    for at in range(2, min(len(tokens) - 2, 24)):
        token = tokens[at]
        if token.tag != "VBN" or token.lower in _SUFFERED or tokens[at + 1].lower != "by":
            continue
        before = tokens[at - 1] if tokens[at - 1].tag != "RB" else tokens[at - 2]
        if before.lower not in ("was", "were", "been", "is", "are"):
            continue
        if any(
            each.tag in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") and each.lower not in ("has", "have", "had")
            for each in tokens[: tokens.index(before)]
        ):
            continue
        if tokens[at + 2].tag in ("VBG", "CD", "$") or not any(
            each.tag in ("NNP", "NNS", "NN") for each in tokens[at + 2 : at + 6]
        ):
            continue
        yield Hit(Span(before.start, tokens[at + 1].end))
        return
