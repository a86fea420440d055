"""Plain text as wires send it: paragraphs, and the parts of a story.

The forms are those of the Associated Press and Reuters: slug line, headline, byline, dateline ("PARIS (AP) — "),
body, and trailing notes ("(Reporting by ...; Editing by ...)", "---", "-30-"). Whatever is in doubt is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from editor.documents.lines import lines, trimmed
from editor.documents.model import Block, PartKind
from editor.values import Span

_SLUG = re.compile(
    r"(?i:slug:).*|BC-\S.*|(?=[^\n]{3,70}$)[A-Z][A-Z0-9&]*(?:[-/][A-Z0-9&]+)+(?:,? .{0,40})?(?<![.?!])|[A-Z]{2,}(?:-[A-Z]\w+)?--\S.*"
    # One word of several: "ferry-capsizes", "AM-Ferry,300".
    r"|(?=\S{5,70}$)[A-Za-z0-9&]+(?:[-/_][A-Za-z0-9&]+)+(?:,\d+|/)?"
)
_LABELLED = re.compile(r"(?i)(?:headline|hed|title):\s*(?=\S)")
_BYLINE = re.compile(
    r"(?:By|BY) (?:[A-Z][\w.'’-]+|[a-z]{2,3})(?: (?:[A-Z][\w.'’-]*|and|AND|von|van|de|al|bin|el|di|da|la|le|at|in))*"
    # "By Ana Lee, AP Science Writer", "By Ana Lee, courts correspondent".
    r"(?:, (?:[A-Z][\w ./&'’-]{2,60}|(?:[a-z-]+ ){0,3}(?:correspondent|reporter|editor|writer)))*"
)
_TOP_CREDIT = re.compile(r"(?:Reporting|Written|Text) by [A-Z].{2,80}(?<!\.)")
_CITY = r"[A-Z][A-Z’'.-]*(?: (?:[A-Z][A-Z’'.-]*|de|la|al|el|OF|of))*"
_NTH = "(?:st|nd|rd|th)?"
_DATELINE = re.compile(
    rf"{_CITY}(?:, [A-Z][\w.’' -]{{1,30}})?(?:, (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}{_NTH}|\d{{1,2}}{_NTH} [A-Z][a-z]{{2,8}})(?:, \d{{4}})?)?"
    r"(?:/[A-Z][A-Za-z ]+)*\s*(?:\([A-Z][A-Za-z/. &]{0,30}\))?\s*(?:—|–|--|- |‒|―)\s*"
    rf"|(?:{_CITY}){{1}} \([A-Z][A-Za-z/. ]{{1,30}}\)[:.]?\s+"
    r"|(?=[A-Z]{3})[A-Z]{3,}(?: [A-Z]{2,})*:\s+(?=[A-Z“\"])"
    # A city that was not put in capitals counts where an agency follows it.
    r"|(?P<small>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:, [A-Z][\w.’' -]{1,30}?)?"
    rf"(?:, (?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}{_NTH}|\d{{1,2}}{_NTH} [A-Z][a-z]{{2,8}}))?\s*\((?:AP|AFP|Reuters|REUTERS|UPI|dpa|PA|Xinhua)\)\s*(?:—|–|--|-)\s+)"
)
_RULE = re.compile(r"[-_*=#~ ]{3,}|-30-|#+|\(?(?:END|ENDS|ends)\)?\.?|\*\s*\*\s*\*")
_NOTES_BEGIN = re.compile(
    r"(?i)(?:notes? (?:to|for) editors?|editors?['’] notes?|about the author|contact(?: details)?|media contact|for more information)\b.{0,40}"
)
_NOTE = re.compile(
    r"(?i:copydesk:).*"
    r"|\(?(?:Additional |Further |Extra )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|[Tt]ranslat(?:ed|ion)|[Gg]raphic|[Pp]roduction|[Pp]roduced) by .*"
    r"|\[?(?i:embargo(?:ed)?)\b.{0,80}|\(?\d{2,5} words\)?|Follow (?:the )?(?:AP|Reuters)\b.*"
    r"|(?:Eds|EDS|Editors|Desk|Keywords|Photos?|Graphic|Video|Word count|Category|Priority):.*|ATTENTION\b.*|(?:Updates?|UPDATES?|Adds|ADDS):? .{0,120}(?<!\.)"
)
# The day of publication on a line of its own, between the headline and the story.
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})"
)
_ONE_STOP = re.compile(r"[^.!?…]+\.")
_STOP = re.compile(r"[.!?…]['\"”’)\]]*$")


def blocks(text: str) -> list[Block]:
    """The blocks of a plain-text story. Every character that is not white space lies in one, but for a headline's label."""
    paragraphs = [span for span in _paragraphs(text) if span.length]
    kinds = _kinds(text, paragraphs)
    found: list[Block] = []
    dated = False
    for span, kind in zip(paragraphs, kinds, strict=True):
        if kind is PartKind.BODY and not dated and not _DAY.fullmatch(text, span.start, span.end):
            dateline = _dateline(text, span)
            dated = True
            if dateline:
                found.append(Block(PartKind.DATELINE, trimmed(text, Span(span.start, dateline))))
                span = Span(dateline, span.end)
        elif kind is PartKind.HEADLINE:
            label = _LABELLED.match(text, span.start, span.end)
            if label:
                span = Span(label.end(), span.end)
        if span.length:
            found.append(Block(kind, span))
    return found


def _dateline(text: str, span: Span) -> int | None:
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
    if match is None or match.end() >= span.end:
        return None
    if match["small"]:
        return match.end()
    city = re.match(_CITY, match.group())
    return match.end() if city and len(city.group()) > 2 and sum(map(str.isupper, city.group())) > 2 else None


def _paragraphs(text: str) -> list[Span]:
    spans = [trimmed(text, span) for span in lines(text)]
    if not _is_hard_wrapped(text, spans):
        return spans
    joined: list[Span] = []
    start = None
    end = 0
    for span in [*spans, Span(len(text), len(text))]:
        alone = span.length and _stands_alone(text, span)
        if start is not None and (not span.length or alone):
            joined.append(Span(start, end))
            start = None
        if alone:
            joined.append(span)
        elif span.length:
            start = span.start if start is None else start
            end = span.end
    return joined


def _stands_alone(text: str, span: Span) -> bool:
    words = span.of(text)
    return bool(
        _RULE.fullmatch(words)
        or _NOTE.fullmatch(words)
        or _BYLINE.fullmatch(words)
        or _SLUG.fullmatch(words)
        or words.startswith(("http://", "https://"))
    )


def _is_hard_wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Whether lines are cut at a column: most lines that have a next one in their paragraph break off in mid-sentence."""
    inner = broken = 0
    longest = max((span.length for span in spans), default=0)
    if not 40 <= longest <= 100:
        return False
    for span, after in pairwise(spans):
        if not span.length or not after.length:
            continue
        inner += 1
        room = longest - span.length
        first = after.of(text).split(None, 1)[0]
        # A line that could have taken the next word was ended on purpose.
        broken += room <= len(first) + 8 and not (_STOP.search(span.of(text)) and room > len(first) + 1)
    return inner >= 2 and broken >= 0.6 * inner


def _kinds(text: str, paragraphs: Sequence[Span]) -> list[PartKind]:
    kinds = [PartKind.BODY] * len(paragraphs)
    words = [span.of(text) for span in paragraphs]
    at = 0
    headline = False
    while at < len(words):
        line = words[at]
        more = at + 1 < len(words)
        if _NOTE.fullmatch(line) and not _TOP_CREDIT.fullmatch(line) and more:
            kinds[at] = PartKind.NOTE
        elif at <= 1 and not headline and _SLUG.fullmatch(line) and more and PartKind.SLUG not in kinds:
            kinds[at] = PartKind.SLUG
        elif _LABELLED.match(line) and not headline:
            kinds[at], headline = PartKind.HEADLINE, True
        elif ((_BYLINE.fullmatch(line) or _TOP_CREDIT.fullmatch(line)) and more and len(line) < 120) or (
            headline and at + 1 < len(words) and _is_office(line) and kinds[at - 1] is PartKind.BYLINE
        ):
            kinds[at] = PartKind.BYLINE
        elif not headline and more and _is_headline(line, words[at + 1 :]):
            kinds[at], headline = PartKind.HEADLINE, True
        else:
            break
        at += 1
    _mark_notes(words, kinds, at)
    return kinds


def _is_office(line: str) -> bool:
    return line in (
        "Associated Press",
        "The Associated Press",
        "Reuters",
        "AP",
        "AFP",
        "Agence France-Presse",
        "Staff Reporter",
        "Staff Writer",
    )


def _is_headline(line: str, rest: Sequence[str]) -> bool:
    count = len(line.split())
    if not 2 <= count <= 16 or len(line) > 110:
        return False
    if (
        _STOP.search(line)
        and not line.endswith("?")
        and not (_ONE_STOP.fullmatch(line) and _opens_story(rest))
    ):
        return False
    if (
        line[-1] in ",;:-—"
        or line.startswith(("http", "@", "#", "www."))
        or not (line[0].isupper() or line[0].isdigit() or line[0] in "\"'“‘$€£")
    ):
        return False
    body = [each for each in rest if not any(form.fullmatch(each) for form in (_BYLINE, _NOTE, _DAY))]
    return bool(body) and len(body[0]) > len(line) and bool(_STOP.search(body[0]) or len(body[0]) > 120)


def _opens_story(rest: Sequence[str]) -> bool:
    """Whether what follows begins with a dateline, so that a line before it that ends in a stop is the headline all the same."""
    body = next(
        (each for each in rest if not any(form.fullmatch(each) for form in (_BYLINE, _NOTE, _DAY))), ""
    )
    return _dateline(body, Span(0, len(body))) is not None


def _mark_notes(words: Sequence[str], kinds: list[PartKind], first: int) -> None:
    for at in range(first, len(words)):
        if re.match(r"(?i)copydesk:", words[at]):
            kinds[at] = PartKind.NOTE
    # Notes after the body: everything from a line that begins them, and lines at the end that are one by themselves.
    half = first + (len(words) - first) // 2
    for at in range(max(half, first + 1), len(words)):
        ends = _RULE.fullmatch(words[at]) and all(len(each) < 400 for each in words[at + 1 :])
        if (ends and len(words) - at <= 8) or _NOTES_BEGIN.fullmatch(words[at]):
            kinds[at:] = [PartKind.NOTE] * (len(words) - at)
            break
    at = len(words) - 1
    while at > first and (
        kinds[at] is PartKind.NOTE or _NOTE.fullmatch(words[at]) or _RULE.fullmatch(words[at])
    ):
        kinds[at] = PartKind.NOTE
        at -= 1
    for at in range(first, len(words)):
        if _RULE.fullmatch(words[at]):
            kinds[at] = PartKind.NOTE
