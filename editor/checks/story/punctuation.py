"""Marks around quotations, and paragraphs that end in mid-air."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind, Quotation
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity, Span

_SAYING = (
    r"(?:said|says|added|adds|told|asked|asks|wrote|writes|explained|replied|insisted|recalled|argued|warned|declared|"
    r"announced|stressed|continued|concluded|admitted)"
)
_ATTRIBUTION = re.compile(
    rf"\s+(?:he|she|they|it|we|I|(?:the|a|an|his|her|one|another) (?:\w+[ -]){{1,3}}?|(?:[A-Z][\w.’'-]+ ){{1,4}}?)\s?{_SAYING}\b"
)
_INVERTED = re.compile(
    r"\s+(?:said|says|added|asked|wrote|recalled|explained) (?:the|a|an|one|his|her|(?!that\b)[A-Z][\w.’'-]+ )"
)
_PRONOUN = re.compile(
    rf"\s+(?:he|she|they|it|we|I|(?:the|a|an|his|her|one|another) (?:\w+[ -]){{1,3}}?)\s?{_SAYING}\b"
)
_LEAD = re.compile(rf"(?:^|[\s,])(?:{_SAYING})$")


def _outer(story: Story) -> Iterator[Quotation]:
    for quotation in story.document.quotations:
        if quotation.closed and quotation.depth == 0 and quotation.span.length > 3:
            yield quotation


@check("punctuation.attribution")
def attribution(story: Story, rule: Rule) -> Iterator[Hit]:
    """Quoted sentences that run into "he said" without a comma inside the marks."""
    text = story.text
    for quotation in _outer(story):
        end = quotation.span.end
        last, mark = text[end - 2], text[end - 1]
        if len(quotation.span.of(text).split()) < 2 or not _begins(text, quotation):
            continue
        after = text[end : end + 80]
        if last.isalnum() and (_ATTRIBUTION.match(after) or _INVERTED.match(after)):
            yield Hit(Span(end - 1, end), ("," + mark,))
        elif last == "." and text[end - 3] != "." and _PRONOUN.match(after):
            yield Hit(Span(end - 2, end), ("," + mark,))
        elif last.isalnum() and after[:1] == "," and _ATTRIBUTION.match(after[1:]):
            yield Hit(Span(end - 1, end + 1), ("," + mark,), None, None, _doubt(story))


@check("punctuation.inside")
def inside(story: Story, rule: Rule) -> Iterator[Hit]:
    """A comma or full stop right after a closing mark, in a style that has them inside."""
    text = story.text
    for quotation in _outer(story):
        end = quotation.span.end
        after = text[end : end + 2]
        last, mark = text[end - 2], text[end - 1]
        if (
            after[:1] not in (",", ".")
            or not (last.isalnum() or last in "’)%")
            or after[1:2].isalnum()
            or after == ".."
        ):
            continue
        if after[0] == "," and _begins(text, quotation) and _ATTRIBUTION.match(text[end + 1 : end + 80]):
            # The attribution rule says it better.
            continue
        yield Hit(Span(end - 1, end + 1), (after[0] + mark,), None, None, _doubt(story))


def _is_wire(text: str) -> bool:
    return bool(re.search(r"\((?:AP|Reuters)\)", text[:2000]))


def _doubt(story: Story) -> Severity | None:
    """The rule's own severity where the story itself mostly sets its marks inside; else a query, as much of the world does not."""
    text = story.text
    if _is_wire(text):
        return None
    within = without = 0
    for quotation in _outer(story):
        end = quotation.span.end
        if text[end : end + 1] in (",", "."):
            without += 1
        elif text[end - 2] in ",." and not _begins(text, quotation):
            within += 1
    return None if within >= max(1, 3 * without) else Severity.QUERY


@check("punctuation.lead")
def lead(story: Story, rule: Rule) -> Iterator[Hit]:
    """A quoted sentence after "said" with no comma or colon between."""
    text = story.text
    for quotation in _outer(story):
        start, end = quotation.span
        words = text[start + 1 : end - 1]
        if not words[:1].isupper() or len(words.split()) < 4 or words[-1:] not in ".?!":
            continue
        before = text[max(0, start - 40) : start]
        found = _LEAD.search(before.rstrip()) if before.endswith(" ") else None
        if found:
            verb = found.group().strip(" ,")
            place = start - (len(before) - len(before.rstrip())) - len(verb)
            yield Hit(Span(place, place + len(verb)), (verb + ",",))


@check("punctuation.stop")
def stop(story: Story, rule: Rule) -> Iterator[Hit]:
    """A long body paragraph between two others that ends in a letter."""
    text = story.text
    body = [block for block in story.document.blocks if block.kind is PartKind.BODY]
    for place, block in enumerate(body):
        words = block.span.of(text)
        neighbours = [body[each].span.of(text) for each in (place - 1, place + 1) if 0 <= each < len(body)]
        if (
            not words[-1].isalnum()
            or len(words.split()) < 9
            or not neighbours
            or story.protected(Span(block.span.end - 1, block.span.end))
        ):
            continue
        if all(re.search(r"[.?!…]['\"”’)\]]*$", other) for other in neighbours):
            begin = block.span.end - len(re.search(r"\w+$", words).group())  # type: ignore[union-attr]
            yield Hit(Span(begin, block.span.end), (text[begin : block.span.end] + ".",))


def _begins(text: str, quotation: Quotation) -> bool:
    """Whether the quotation opens a sentence, so that it is speech and not a title or a phrase."""
    start = quotation.span.start
    before = text[max(0, start - 2) : start].rstrip(" ")
    return text[start + 1 : start + 2].isupper() and (
        not before or before[-1] in '\n\r.,:?!”"—–-' or before.isspace() or start == 0
    )
