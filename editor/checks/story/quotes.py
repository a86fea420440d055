"""How quotations begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Span

_LED = re.compile(
    r"\b(?:said|says|added|adds|told \w+|asked|wrote|replied|declared|announced|warned)[:,]\s*$"
)
_SUBJECT = re.compile(r"(?:we|they|he|she|it|you|there|this|these|our|my|the|a|an|if|when)\s", re.IGNORECASE)
_SAID = re.compile(
    r"[,.?!] (?:he|she|they|it|we|the \w+|[A-Z]\w+(?: [A-Z]\w+)?) (?:said|says|added|told|wrote)\b"
)
_OPENING = '"“«'


@check("quotes.capital")
def capital(story: Story, rule: Rule) -> Iterator[Hit]:
    """A whole sentence after "said:" that begins in lower case inside its marks."""
    text = story.text
    for quotation in story.document.quotations:
        start, end = quotation.span
        words = text[start + 1 : end - 1]
        if not quotation.closed or quotation.depth or len(words.split()) < 4 or words[-1:] not in ".!?":
            continue
        if words[:1].islower() and _SUBJECT.match(words) and _LED.search(text[max(0, start - 30) : start]):
            first = re.match(r"[\w’']+", words)
            if first:
                word = first.group()
                yield Hit(Span(start + 1, start + 1 + len(word)), (word[0].upper() + word[1:],))


@check("quotes.unclosed")
def unclosed(story: Story, rule: Rule) -> Iterator[Hit]:
    """A paragraph with an odd number of straight marks, or an opening one too many, where the next does not go on quoting."""
    text = story.text
    body = [block for block in story.document.blocks if block.kind is PartKind.BODY]
    for place, block in enumerate(body):
        words = block.span.of(text)
        straight = _straight(words)
        odd = len(straight) % 2 == 1 and "“" not in words
        curly = words.count("“") > words.count("”") and '"' not in words
        if not odd and not curly:
            continue
        following = body[place + 1].span.of(text).lstrip() if place + 1 < len(body) else ""
        if following[:1] and following[0] in _OPENING:
            continue
        if any(_odd(after.span.of(text)) for after in body[place + 1 : place + 6]):
            # Closed in a later paragraph.
            continue
        at = straight[-1] if odd else words.rfind("“")
        led = words[:at].rstrip()[-1:]
        if not _SAID.search(words, at) and not (led.isalpha() and words[at + 1 : at + 2].isalpha()):
            # A speech that goes on in the next paragraph without a mark, as some desks print it.
            continue
        yield Hit(Span(block.span.start + at, block.span.start + at + 1))


def _straight(words: str) -> list[int]:
    """Where straight double marks stand that are no inches."""
    return [
        at
        for at, mark in enumerate(words)
        if mark == '"' and not re.search(r"\d\s?$", words[max(0, at - 2) : at])
    ]


def _odd(words: str) -> bool:
    return len(_straight(words)) % 2 == 1 or words.count("”") > words.count("“")
