"""What house words say of a story: rejected words, names spelt otherwise, capitals, acronyms not spelt out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from editor.checks.casing import as_written
from editor.documents.model import Block, Document, PartKind
from editor.documents.places import Places
from editor.languagetool.names import close_enough
from editor.settings.model import Settings
from editor.text import lexicon
from editor.text.articles import article
from editor.text.nearness import distance
from editor.values import Applicability, Finding, Severity, Span
from editor.words.model import WORD, Kind, Phrases, Vocabulary, Word, as_cased

REJECTED, NAME, CASE, ACRONYM = "words/rejected", "words/name", "words/case", "words/acronym"
_DEFAULTS = {
    REJECTED: Severity.ERROR,
    NAME: Severity.WARNING,
    CASE: Severity.WARNING,
    ACRONYM: Severity.QUERY,
}
_PARTS = (PartKind.HEADLINE, PartKind.DATELINE, PartKind.BODY)
_INFLECTIONS = {"NN": ("NNS",), "VB": ("VBZ", "VBD", "VBN", "VBG")}
# A lower-case word that is used this often (zipf) is no slip in a name.
_ORDINARY = 2.5
# What may stand before a surname with a capital and is no first name.
_BEFORE_SURNAMES = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "President",
        "Minister",
        "Chancellor",
        "Senator",
        "Governor",
        "Mayor",
        "General",
        "Judge",
        "Secretary",
        "Chairman",
        "But",
        "And",
        "Then",
        "When",
        "While",
        "As",
        "After",
        "Before",
        "If",
        "Though",
        "Although",
    ]
)
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Something to say: which rule, where, what may stand there instead, and whether that can't change the meaning."""

    rule: str
    span: Span
    message: str
    replacements: tuple[str, ...] = ()
    safe: bool = False
    severity: Severity | None = None


def check(document: Document, words: Vocabulary, settings: Settings) -> list[Finding]:
    """The findings, by position. Inside quotations they are queries; in links and the like there are none."""
    if not words:
        return []
    places = Places(document)
    found: list[Finding] = []
    for seen in _all(document, words):
        severity = settings.severity(seen.rule, seen.severity or _DEFAULTS[seen.rule])
        if severity is None or not settings.wants(seen.rule) or places.protected(seen.span):
            continue
        applicability = None
        if severity is not Severity.QUERY and seen.replacements:
            applicability = Applicability.SAFE if seen.safe else Applicability.UNSAFE
        finding = Finding(
            seen.rule, "words", severity, seen.message, seen.span, seen.replacements, applicability
        )
        found.append(places.asked_in_quotations(finding))
    return sorted(found, key=lambda each: (each.span, each.rule))


def _all(document: Document, words: Vocabulary) -> Iterator[_Seen]:
    blocks = [block for block in document.blocks if block.kind in _PARTS]
    ready = _ready(words)
    text = document.text
    for block in blocks:
        yield from _rejected(text, block, ready)
        yield from _cased(text, block, ready)
    yield from _names(text, blocks, ready)
    yield from _acronyms(text, blocks, words)


class _Ready:
    """The words of a vocabulary as they are looked for."""

    def __init__(self, words: Vocabulary) -> None:
        rejected: dict[str, Word] = {}
        for word in words.of(Kind.REJECT):
            if not word.expression:
                for form, uses in _forms(word).items():
                    rejected.setdefault(form, Word(word.kind, word.text, uses, word.place))
        for word in words.of(Kind.REJECT):
            if not word.expression:
                rejected[word.text] = word
        self.rejected = Phrases(rejected)
        self.expressions = [
            (re.compile(word.text), word) for word in words.of(Kind.REJECT) if word.expression
        ]
        kept = [
            word
            for word in words.of(Kind.ACCEPT, Kind.NAME, Kind.ACRONYM)
            if not word.expression and word.text != word.text.lower()
        ]
        self.cased = Phrases({word.text: word for word in kept})
        self.spelt = {each.text for each in kept}
        self.wrong_names = Phrases({other: word for word in words.of(Kind.NAME) for other in word.others})
        names = [word.text for word in words.of(Kind.NAME)]
        self.known = {part.casefold() for name in names for part in WORD.findall(name)}
        self.single = _by_initial(name for name in names if WORD.fullmatch(name))
        self.several = [tuple(name.split()) for name in names if " " in name]
        self.surnames = _by_initial(name[-1] for name in self.several if len(name) == 2)


@lru_cache(maxsize=16)
def _ready(words: Vocabulary) -> _Ready:
    return _Ready(words)


def _forms(word: Word) -> dict[str, tuple[str, ...]]:
    """The inflected forms of a rejected word in small letters, each with the replacements inflected likewise."""
    wrong = word.text
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)?", wrong) or not word.others:
        return {}
    forms: dict[str, tuple[str, ...]] = {}
    uses = [use for use in word.others if re.fullmatch(r"[a-z]+(?:-[a-z]+)?", use)]
    for base, inflections in _INFLECTIONS.items():
        if not uses or not all(base in lexicon.tags(use) for use in uses):
            continue
        if lexicon.knows(wrong) and base not in lexicon.tags(wrong):
            continue
        for tag in inflections:
            form = lexicon.inflect(wrong, tag)
            right = tuple(each for use in uses if (each := lexicon.inflect(use, tag)))
            if form and right and form != wrong:
                forms.setdefault(form, right)
    return forms


def _rejected(text: str, block: Block, ready: _Ready) -> Iterator[_Seen]:
    for span, phrase, word in ready.rejected.find(text, block.span):
        found = span.of(text)
        if as_cased(found, phrase):
            uses = tuple(dict.fromkeys(as_written(found, use) for use in word.others))
            if found not in uses:
                yield _use(text, block, span, uses)
    for expression, word in ready.expressions:
        for match in expression.finditer(text, *block.span):
            if match.end() > match.start():
                yield _use(text, block, Span(*match.span()), word.others)


def _use(text: str, block: Block, span: Span, uses: tuple[str, ...]) -> _Seen:
    found = " ".join(span.of(text).split())
    if not uses:
        return _Seen(REJECTED, span, f"The house words reject '{found}'.")
    message = f"The house word is '{uses[0]}', not '{found}'."
    safe = all(_letters(use) == _letters(found) for use in uses)
    before = _ARTICLE.search(text, max(block.span.start, span.start - 8), span.start)
    if before and any(article(use) != before[1].lower() for use in uses):
        span = Span(before.start(), span.end)
        uses = tuple(f"{as_written(before[1], article(use))}{before[2]}{use}" for use in uses)
    return _Seen(REJECTED, span, message, uses, safe)


def _letters(words: str) -> str:
    return "".join(each for each in words.casefold() if each.isalnum())


def _cased(text: str, block: Block, ready: _Ready) -> Iterator[_Seen]:
    """House words with capitals that have others here: GitHub for Github; not where small letters make another word."""
    for span, phrase, _ in ready.cased.find(text, block.span):
        found = " ".join(span.of(text).split()).replace("’", "'")
        if found in ready.spelt or found == phrase.replace("’", "'"):
            continue
        letters = [each for each in found if each.isalpha()]
        if all(each.isupper() for each in letters) and len(letters) > 1:
            continue
        mixed = not phrase.isupper() and any(each.isupper() for each in phrase[1:])
        if not mixed and found == found.lower() and any(lexicon.knows(each) for each in found.split()):
            continue
        inner = any(each.isupper() for each in phrase[1:].replace(" ", ""))
        if not inner and found != found.lower():
            continue
        if " " in found and found.lower() != found and not any(each[:1].islower() for each in found.split()):
            # A headline in capitals and small letters.
            continue
        yield _Seen(CASE, span, f"The house word is '{phrase}', not '{found}'.", (phrase,), True)


def _by_initial(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        if len(name) >= 4:
            found[name[0].casefold()].append(name)
    return found


def _names(text: str, blocks: Iterable[Block], ready: _Ready) -> Iterator[_Seen]:
    """Names that nearly are house names; and the spellings that the desk itself says are wrong."""
    inside: list[list[Span]] = []
    for block in blocks:
        for span, phrase, word in ready.wrong_names.find(text, block.span):
            found = span.of(text)
            if as_cased(found, phrase):
                right = as_written(found, word.text)
                yield _Seen(NAME, span, _spelt(found, word.text), (right,), False, Severity.ERROR)
        inside.append([Span(*match.span()) for match in WORD.finditer(text, *block.span)])
    if not ready.known:
        return
    body = text.casefold()
    for spans in inside:
        yield from _runs(text, spans, ready)
        for at, span in enumerate(spans):
            if not text[span.start].isupper():
                continue
            written = _bare(span.of(text))
            if not _is_name(written) or written.casefold() in ready.known:
                continue
            spot = Span(span.start, span.start + len(written))
            near = _nearest(written, ready.single.get(written[0].casefold(), ()))
            if near:
                yield _Seen(NAME, spot, _spelt(written, near), (near,))
                continue
            near = _nearest(written, ready.surnames.get(written[0].casefold(), ()))
            if near and _alone(text, spans, at) and _in_full(near, body, ready):
                yield _Seen(NAME, spot, _spelt(written, near), (near,), False, Severity.QUERY)


def _alone(text: str, spans: list[Span], at: int) -> bool:
    """Whether no first name stands before the word."""
    if at == 0 or not _joined(text, spans[at - 1], spans[at]):
        return True
    before = spans[at - 1].of(text)
    return before[0].islower() or before in _BEFORE_SURNAMES


def _in_full(surname: str, body: str, ready: _Ready) -> bool:
    return any(" ".join(name).casefold() in body for name in ready.several if name[-1] == surname)


def _runs(text: str, spans: list[Span], ready: _Ready) -> Iterator[_Seen]:
    """Names of several words of which at least one stands here and the others nearly do."""
    if not ready.several or not any(text[span.start].isupper() for span in spans):
        return
    words = [_bare(span.of(text)) for span in spans]
    starts: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        if _is_name(word):
            starts[word[0].casefold()].append(at)
    for name in ready.several:
        for at in starts.get(name[0][0].casefold(), ()):
            run = words[at : at + len(name)]
            if len(run) < len(name) or tuple(run) == name:
                continue
            unlike = [place for place, (one, other) in enumerate(zip(run, name, strict=True)) if one != other]
            longer = len(name) > 2
            if len(unlike) == len(name) or not all(
                _near(run[place], name[place], longer) for place in unlike
            ):
                continue
            if not _together(text, spans[at : at + len(name)]):
                continue
            span = Span(spans[at].start, spans[at + len(name) - 1].start + len(run[-1]))
            right = " ".join(name)
            # Of two persons with one surname the first names differ.
            severity = Severity.QUERY if 0 in unlike else None
            yield _Seen(NAME, span, _spelt(" ".join(run), right), (right,), False, severity)


def _together(text: str, spans: list[Span]) -> bool:
    return all(_joined(text, one, other) for one, other in pairwise(spans))


def _joined(text: str, one: Span, other: Span) -> bool:
    return text[one.end : other.start].isspace() and "\n\n" not in text[one.end : other.start]


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _is_name(word: str) -> bool:
    return len(word) >= 4 and word[0].isupper() and not word.isupper()


@lru_cache(maxsize=1 << 14)
def _near(word: str, name: str, longer: bool = False) -> bool:
    """Whether the word nearly is the name; `longer`: two other words of the name stand beside it."""
    if word.casefold() == name.casefold() or word[:1].casefold() != name[:1].casefold():
        return False
    if not _is_name(word) or abs(len(word) - len(name)) > 2:
        return False
    if word.casefold() in (name.casefold() + "s", name.casefold() + "es"):
        return False
    cost = distance(word.casefold(), name.casefold())
    return close_enough(name, cost) or (longer and len(name) >= 5 and cost <= 1.05)


def _nearest(word: str, names: Iterable[str]) -> str | None:
    """The name that a single word nearly is, None where it may well be another word or name."""
    near = [name for name in names if len(name) >= 6 and _near(word, name)]
    if not near or lexicon.zipf(word.lower()) >= _ORDINARY:
        return None
    best = min(near, key=lambda name: distance(word.casefold(), name.casefold()))
    cost = distance(word.casefold(), best.casefold())
    return best if cost <= (0.6 if len(best) < 8 else 1.05) else None


def _spelt(found: str, name: str) -> str:
    return f"The desk spells the name '{name}', not '{' '.join(found.split())}'."


def _acronyms(text: str, blocks: list[Block], words: Vocabulary) -> Iterator[_Seen]:
    """Acronyms of the desk whose full form does not stand before them in the body."""
    body = [block for block in blocks if block.kind is PartKind.BODY]
    if not body:
        return
    start, end = body[0].span.start, body[-1].span.end
    for word in words.of(Kind.ACRONYM):
        if not word.others:
            continue
        first = re.compile(rf"(?<!\w){re.escape(word.text)}(?!\w)").search(text, start, end)
        if first is None:
            continue
        full = r"\s+".join(re.escape(each) for each in word.others[0].split())
        if re.compile(full, re.IGNORECASE).search(text, start, first.start()) is None:
            message = f"'{word.text}' stands for '{word.others[0]}'; spell it out at first mention?"
            yield _Seen(ACRONYM, Span(*first.span()), message, (f"{word.others[0]} ({word.text})",))


def without_accepted(findings: Iterable[Finding], text: str, words: Vocabulary) -> list[Finding]:
    """The findings without those that take an accepted word for a misspelling."""
    if not words:
        return list(findings)
    return [
        finding
        for finding in findings
        if not (_on_spelling(finding) and words.accepted.has(finding.span.of(text)))
    ]


def _on_spelling(finding: Finding) -> bool:
    return finding.category in ("typos", "spelling", "misspelling")
