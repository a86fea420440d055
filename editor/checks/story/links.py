"""Links that a story should not carry as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.documents.model import ProtectedKind
from editor.rulebook.model import Rule
from editor.story import Story

# What a link carries to tell who shared it: the parameters of social networks, mailers and advertisers.
_TRACKING = re.compile(
    r"[?&#](?:utm_\w+|fbclid|gclid|dclid|msclkid|igsh(?:id)?|mc_[ce]id|ref_src|ref_url|cmpid|ocid|ito|_ga|_gl|yclid|twclid|ttclid|share_id|feature|si|s|t|xtor|smid|smtyp|cid|ncid|src|spm|trk|mkt_tok|guccounter|cxt|ref|amp)=",
    re.IGNORECASE,
)


@check("links.bare")
def bare(story: Story, rule: Rule) -> Iterator[Hit]:
    """A link that stands as a paragraph of its own, and says so where it carries what tracks its readers."""
    text = story.text
    blocks = {(block.span.start, block.span.end): block for block in story.document.blocks}
    for one in story.document.protected:
        if one.kind is not ProtectedKind.LINK:
            continue
        block = blocks.get((one.span.start, one.span.end))
        if block is None or block.kind not in rule.parts:
            continue
        link = one.span.of(text)
        if _TRACKING.search(link):
            yield Hit(
                one.span,
                message="A bare link, with the parameters that track who shared it: cut it, or make it clean?",
            )
        else:
            yield Hit(one.span)
