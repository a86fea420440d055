"""From what the network says of each word to the places that it doubts, with what might stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

from editor.proofreader.labels import DELETE, KEEP, OTHER, SWAP, SWAPPED, appended, made
from editor.values import Span

# How many suggestions are made at most, and how likely a label must be for one.
_CHOICES = 3
_LIKELY = 0.05
# Of all that would change something, the share that a deletion must have: a network that knows no better word takes the wrong one out.
_DELETED = 0.4
# How likely a word that would rather stay must be wrong to be doubted by itself beside others.
_ALONE = 0.6
# Over how many letters a word is moved.
_FAR = 60


class Opinion(NamedTuple):
    """What the network says of one word: how likely it is wrong (0 to 1), and the likeliest labels, each with its probability.

    A word here may be the sentence's beginning, after which something may be missing.
    """

    wrong: float
    labels: tuple[tuple[str, float], ...]

    @property
    def stays(self) -> bool:
        """Whether the word is likelier left as it is than changed in any one way."""
        kept = sum(chance for label, chance in self.labels if label == KEEP)
        return kept > max(
            (chance for label, chance in self.labels if label not in (KEEP, OTHER)), default=0.0
        )

    def chance(self, label: str) -> float:
        """The probability of a label; 0 where it is not among the likeliest."""
        return dict(self.labels).get(label, 0.0)

    def changes(self, likely: float = 0.0) -> list[str]:
        """The labels of at least that probability that would change something, the likeliest first."""
        change = 1 - sum(chance for label, chance in self.labels if label == KEEP)
        return [
            label
            for label, chance in self.labels
            if label not in (KEEP, OTHER)
            and chance >= (max(likely, _DELETED * change) if label == DELETE else likely)
        ]


class Doubt(NamedTuple):
    """A place that may be wrong: whole texts for `span`, the likeliest first; `wrong` and `label` are the surest word's.

    `likely` is how likely the labels are, 0 to 1, that make the first text together.
    """

    span: Span
    replacements: tuple[str, ...]
    wrong: float
    label: str
    likely: float = 1.0


def doubts(text: str, words: Sequence[Span], opinions: Sequence[Opinion], least: float) -> Iterator[Doubt]:
    """The doubted places of a sentence, where words are wrong with a probability of at least `least`; neighbours are one place.

    `opinions` has one more than `words`: the first is of the sentence's beginning.
    """
    found: list[Doubt] = []
    at = 0
    while at < len(opinions):
        end = at
        while end < len(opinions) and opinions[end].wrong >= least:
            end += 1
        if end > at:
            found += [_doubt(text, words, opinions, part) for part in _parts(opinions, range(at, end))]
        at = end + 1
    yield from _moves(text, found)


def surest(
    text: str, words: Sequence[Span], opinions: Sequence[Opinion], least: float, within: Span
) -> Doubt | None:
    """Of the words that are wrong with a probability of at least `least` the doubt about the likeliest one that is mended in `within`."""
    order = sorted(range(len(opinions)), key=lambda place: -opinions[place].wrong)
    for place in order:
        if opinions[place].wrong < least:
            break
        if not opinions[place].stays:
            doubt = _doubt(text, words, opinions, range(place, place + 1))
            if doubt.replacements and within.start <= doubt.span.start and doubt.span.end <= within.end:
                return doubt
    return None


def one_label(
    text: str, words: Sequence[Span], opinions: Sequence[Opinion], near: Span, likely: float
) -> Iterator[Doubt]:
    """What each label of at least that probability makes alone of words that touch `near`, each as a doubt with one text."""
    for place, opinion in enumerate(opinions):
        for label in opinion.changes(likely):
            labels = _paired({place: label}, len(words))
            shown = _shown(labels, len(words))
            span = Span(words[shown.start].start, words[shown.stop - 1].end)
            if span.start > near.end or span.end < near.start:
                continue
            read = _read(text, words, shown, labels)
            if read is None or read == span.of(text):
                continue
            if not read:
                span = _with_gap(text, words, shown)
            yield Doubt(span, (read,), opinion.wrong, label, opinion.chance(label))


def _with_gap(text: str, words: Sequence[Span], shown: range) -> Span:
    """The words `shown`, which are deleted, with the white space after them."""
    span = Span(words[shown.start].start, words[shown.stop - 1].end)
    if _apart(text, span) and shown.stop < len(words) and text[span.end : words[shown.stop].start].isspace():
        return Span(span.start, words[shown.stop].start)
    return span


def _parts(opinions: Sequence[Opinion], places: range) -> list[range]:
    """The neighbours that change together. A word that would rather stay is left out, or alone where it is likely wrong."""
    parts: list[range] = []
    start = places.start
    for place in places:
        if opinions[place].stays:
            parts.append(range(start, place))
            parts.append(range(place, place + (opinions[place].wrong >= _ALONE)))
            start = place + 1
    parts.append(range(start, places.stop))
    surest = max(places, key=lambda place: opinions[place].wrong)
    return [part for part in parts if part] or [range(surest, surest + 1)]


def _doubt(text: str, words: Sequence[Span], opinions: Sequence[Opinion], places: range) -> Doubt:
    best = max(places, key=lambda place: opinions[place].wrong)
    named = {place: _label(opinions[place], 0) for place in places}
    likely = prod(opinions[place].chance(label) for place, label in named.items() if label != OTHER)
    labels = _paired(named, len(words))
    shown = _shown(labels, len(words))
    replacements: dict[str, None] = {}
    span = Span(words[shown.start].start, words[shown.stop - 1].end)
    for choice in range(_CHOICES):
        named[best] = _label(opinions[best], choice)
        labels = _paired(named, len(words))
        if named[best] != OTHER and _shown(labels, len(words)) == shown:
            read = _read(text, words, shown, labels)
            if read is not None and read != span.of(text):
                replacements[read] = None
    if next(iter(replacements), None) == "":
        return Doubt(_with_gap(text, words, shown), ("",), opinions[best].wrong, DELETE, likely)
    replacements.pop("", None)
    return Doubt(span, tuple(replacements), opinions[best].wrong, _label(opinions[best], 0), likely)


def _label(opinion: Opinion, choice: int) -> str:
    """The likeliest label but for the first `choice` that would change something; OTHER where there is none likely."""
    named = opinion.changes(_LIKELY)
    return named[choice] if choice < len(named) else OTHER


def _paired(named: Mapping[int, str], size: int) -> dict[int, str]:
    """The labels with both words of each two that change places; one that has no other word to change with is left without a label."""
    labels = dict(named)
    for place, label in named.items():
        if label == SWAP:
            if 0 < place < size:
                labels[place + 1] = SWAPPED
            else:
                labels[place] = OTHER
        elif label == SWAPPED and named.get(place - 1) != SWAP:
            if place > 1:
                labels[place - 1], labels[place] = SWAP, SWAPPED
            else:
                labels[place] = OTHER
    return labels


def _moves(text: str, found: Sequence[Doubt]) -> Iterator[Doubt]:
    """The doubts in order; a word taken out in one place and put in near it is one doubt."""
    rest = list(found)
    while rest:
        one = rest.pop(0)
        other = next((each for each in rest if _is_move(text, one, each)), None)
        if other is None:
            yield one
            continue
        rest.remove(other)
        whole = Span(one.span.start, max(one.span.end, other.span.end))
        read = one.replacements[0] + text[one.span.end : other.span.start] + other.replacements[0]
        yield Doubt(whole, (read,), max(one.wrong, other.wrong), SWAP)


def _is_move(text: str, one: Doubt, other: Doubt) -> bool:
    if other.span.start - one.span.end > _FAR or other.span.start < one.span.end:
        return False
    for out, put in ((one, other), (other, one)):
        if out.label == DELETE and out.replacements == ("",) and put.replacements:
            gone = out.span.of(text).strip().lower()
            if appended(put.label) == gone and gone.isalpha():
                return True
    return False


def _shown(labels: Mapping[int, str], size: int) -> range:
    """The words that a change touches: words put in before another are seen at that, marks at the word before them."""
    seen: set[int] = set()
    for place, label in labels.items():
        after = appended(label)
        if after is not None and (after[:1].isalnum() or place == 0) and place < size:
            seen.add(place)
        else:
            seen.add(max(place - 1, 0))
    return range(min(seen), max(seen) + 1)


def _read(text: str, words: Sequence[Span], shown: range, labels: Mapping[int, str]) -> str | None:
    """The words `shown` as the labels make them; None where a label makes nothing of its word."""
    read = (
        appended(labels.get(shown.start, KEEP))
        if shown.start in labels and shown.start - 1 not in shown
        else None
    )
    pieces = [read + " "] if read is not None else []
    last = None
    for at in shown:
        word, label = words[at].of(text), labels.get(at + 1, KEEP)
        gap = text[words[at].end : words[at + 1].start] if at + 1 in shown else ""
        if label == SWAP:
            last, word = word, words[at + 1].of(text)
            new: str | None = word
        elif label == SWAPPED and last is not None:
            new = last[:1].lower() + last[1:] if at == 1 and last.istitle() else last
        else:
            new = _changed(word, label)
        if new is None:
            return None
        more = appended(label)
        if more is not None and not (more[:1].isalnum() and at + 1 not in shown):
            new += (" " if more[:1].isalnum() else "") + more
        pieces.append(new + gap if new or not _apart(text, words[at]) else "")
    # The white space before what is deleted at the end goes too.
    return _capitalized("".join(pieces).rstrip(), words[shown.start].of(text), shown.start == 0)


def _apart(text: str, span: Span) -> bool:
    """Whether it is no mark at the end of a word, such as a comma, whose white space parts that word from the next."""
    return text[span.start].isalnum() or not span.start or text[span.start - 1].isspace()


def _changed(word: str, label: str) -> str | None:
    """The word under a label; itself where the label only puts something after it, None where it makes nothing of it."""
    if label in (KEEP, OTHER) or appended(label) is not None:
        return word
    return made(label, word)


def _capitalized(read: str, first: str, opens: bool) -> str:
    """What begins the sentence keeps its capital: "Mayor" becomes "The mayor" only as "The Mayor", a person sees to the rest."""
    return read[:1].upper() + read[1:] if opens and first[:1].isupper() else read
