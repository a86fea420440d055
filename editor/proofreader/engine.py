"""The proofreader on a document: its sentences go in, findings in the document's code points come back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from editor.background import Background
from editor.documents.model import Document, PartKind
from editor.documents.places import Places
from editor.errors import EngineError
from editor.proofreader.choices import Choices, finding, load_choices
from editor.proofreader.costs import Costs
from editor.proofreader.doubts import Doubt, Opinion, doubts
from editor.proofreader.hands import at_once
from editor.proofreader.judge import judged
from editor.proofreader.labels import REPLACE
from editor.proofreader.model import model
from editor.proofreader.owners import owned_by_many
from editor.proofreader.ranks import best_read, ranked
from editor.proofreader.reading import Place, Reading, places
from editor.proofreader.second import Read, reconsidered, wrong_around
from editor.proofreader.sentences import Sentence, Sentences, is_read
from editor.proofreader.spelt import spelt
from editor.proofreader.weighed import weighed
from editor.proofreader.words import spans_of
from editor.settings.wanted import wanted
from editor.stamps import digest
from editor.text.lexicon import tags
from editor.values import Finding, Span

if TYPE_CHECKING:
    from editor.cache import Cache
    from editor.rulebook.model import Profile
    from editor.settings.model import Settings

AUTO, REQUIRED = "auto", "required"


class Reader(Protocol):
    """What gives an opinion on each word of a sentence; `Network` does."""

    def opinions(self, words: Sequence[str]) -> list[Opinion]:
        """One opinion on the sentence's beginning and one on each word."""


_opening = Lock()


def network() -> Reader:
    """The network that ships, opened once in a process. Raises EngineError where what it needs is missing or broken."""
    with _opening:
        return _network()


@cache
def _network() -> Reader:
    files = model()
    try:
        from editor.proofreader.network import Network

        return Network(files)
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise EngineError(f"the proofreader can't start: {reason[:200]}") from None


class Proofreader:
    """Reads documents in the background. `mode` is "auto", which goes on without it, or "required".

    `notify` is told why it is missing, but not where it was never installed.

    `cache` keeps what it thinks of each sentence.
    """

    def __init__(
        self,
        mode: str = AUTO,
        *,
        notify: Callable[[str], None] | None = None,
        cache: Cache | None = None,
        choices: Choices | None = None,
        open_network: Callable[[], Reader] = network,
    ) -> None:
        self._mode = mode
        self._notify = notify or (lambda line: None)
        self._cache = cache
        self._choices = choices or load_choices()
        self._open = open_network
        self._told = False
        self._answers: Background[Reading] = Background("proofreader")

    def begin(self, document: Document) -> None:
        """Read the document in the background; `read` waits for the answer."""
        self._answers.begin(document, lambda: self._read(document))

    def answered(self, document: Document, within: float) -> bool:
        """Whether what `begin` asked is answered, or has failed, within so many seconds."""
        return self._answers.answered(document, within)

    def read(self, document: Document) -> Reading | None:
        """What it thinks of the document; None where it could not read it.

        Raises EngineError where it is required and fails.
        """
        try:
            return self._answers.answer(document, lambda: self._read(document))
        except EngineError as error:
            self._missed(error)
            return None

    def _missed(self, error: EngineError) -> None:
        """Say once that it is missing. Raises the error where it is required."""
        if self._mode == REQUIRED:
            raise error
        if not self._told:
            self._told = True
            self._notify(f"going on without the proofreader: {error}")

    def findings(
        self, document: Document, reading: Reading, settings: Settings, profile: Profile
    ) -> list[Finding]:
        """What it doubts, by position, as the settings and the profile want it."""
        placed = Places(document)
        found = self._findings(document.text, reading, placed)
        return list(wanted(found, settings.beside(profile.severities), lambda each: placed.quoted(each.span)))

    def judged(
        self, findings: Iterable[Finding], document: Document, reading: Reading, ours: Collection[str]
    ) -> list[Finding]:
        """The findings of the rules in `ours`, louder or quieter by what it thinks of the same words, others as loud as they were.

        Of several suggestions the one that it would make, or that reads best, stands first.
        Raises EngineError where it is required and fails.
        """
        given = list(findings)
        try:
            return self._judged(given, document, reading, ours)
        except EngineError as error:
            # The reading may have been kept from a time when it was there.
            self._missed(error)
            return given

    def _judged(
        self, findings: Sequence[Finding], document: Document, reading: Reading, ours: Collection[str]
    ) -> list[Finding]:
        placed = Places(document)
        costs = Costs(document, self._opinions, self._cache)

        def may(finding: Finding) -> bool:
            return finding.rule in ours and not placed.quoted(finding.span)

        def ordered(finding: Finding) -> Finding:
            return best_read(finding, self._choices.margins.of(finding), costs.at)

        told = judged(findings, reading, self._choices.judge, may, costs.around)
        return at_once(ordered, ranked(told, reading, document.text))

    def _opinions(self, sentence: Sentence) -> Read:
        return self._with_stop if sentence.headline else self._open().opinions

    def _findings(self, text: str, reading: Reading, placed: Places) -> Iterator[Finding]:
        def in_headline(doubt: Doubt) -> bool:
            return placed.part(doubt.span.start) is PartKind.HEADLINE

        others = (doubt for doubt in reading.doubts if not in_headline(doubt))
        many = self._choices.many.holds(others, len(text.split()))
        for doubt in reading.doubts:
            found = finding(doubt, text, self._choices, many=many, headline=in_headline(doubt))
            if found is not None and not placed.protected(found.span):
                yield placed.asked_in_quotations(found)

    def _read(self, document: Document) -> Reading:
        """What it thinks of the document's sentences, each of which is kept."""
        text, sentences = document.text, Sentences(document).all
        keys = {each: self._key(each, text) for each in sentences}
        kept = self._cache.get_all(set(keys.values())) if self._cache is not None else {}
        fresh: dict[str, Any] = {}
        doubted: list[Doubt] = []
        seen: list[Place] = []
        thawed = {each: _thawed(kept.get(keys[each]), each.span.start) for each in sentences}
        unknown = [each for each in sentences if thawed[each] is None]
        for each, here in zip(
            unknown, at_once(lambda each: self._sentence(text, each), unknown), strict=True
        ):
            thawed[each] = here
            fresh[keys[each]] = _frozen(*here, each.span.start)
        for known in thawed.values():
            assert known is not None
            doubted += known[0]
            seen += known[1]
        if self._cache is not None and fresh:
            self._cache.put_all(fresh)
        return Reading(doubted, seen)

    def _with_stop(self, words: tuple[str, ...]) -> list[Opinion]:
        """The opinions on a headline, read with the stop of a sentence."""
        return self._open().opinions((*words, "."))[:-1]

    def _key(self, sentence: Sentence, text: str) -> str:
        from editor.cache import program

        chosen = (self._choices.least, self._choices.weights)
        return digest("proofreader", program(), chosen, sentence.headline, sentence.span.of(text))

    def _sentence(self, text: str, sentence: Sentence) -> tuple[list[Doubt], list[Place]]:
        words = spans_of(text, sentence.span)
        if not is_read(text, words, headline=sentence.headline):
            return [], []
        # The second look comes back to sentences, the first of all.
        read = cache(self._opinions(sentence))
        opinions = read(tuple(span.of(text) for span in words))
        whole = Span(words[0].start, words[-1].end)
        least = self._choices.least
        doubted = reconsidered(doubts(text, words, opinions, least), text, whole, least, read)
        told = (
            owned_by_many(spelt(each, text, whole, read), text)
            for each in doubted
            if _open(each, text, words)
        )

        def still_wrong(doubt: Doubt) -> float:
            return wrong_around(doubt, text, whole, read)

        return [weighed(each, self._choices.weights, still_wrong) for each in told], places(words, opinions)


def _open(doubt: Doubt, text: str, words: Sequence[Span]) -> bool:
    """Whether the doubt may be told: not one that would change a name or a number, or put a mark in a word's place."""
    if doubt.label.startswith(REPLACE) and not any(each.isalnum() for each in doubt.label[len(REPLACE) :]):
        # What it misses is the end of a sentence, as in a headline.
        return not any(each.isalnum() for each in doubt.span.of(text))
    inside = [span for span in words if doubt.span.start <= span.start < doubt.span.end]
    kept = [word for span in inside if _stays(word := span.of(text), span == words[0])]
    if not kept:
        return True
    return bool(doubt.replacements) and all(all(word in read for word in kept) for read in doubt.replacements)


def _stays(word: str, first: bool) -> bool:
    """Whether the word is a number or a name; a sentence's first word is one if no word of the lexicon is spelt so."""
    if any(letter.isdigit() for letter in word):
        return True
    return word[:1].isupper() and not (first and tags(word.lower()))


def _frozen(doubted: Sequence[Doubt], seen: Sequence[Place], start: int) -> list[Any]:
    """A sentence that begins at `start` as JSON takes it, places counted from there, probabilities in thousandths."""
    return [
        [
            [low - start, high - start, replacements, wrong, label]
            for (low, high), replacements, wrong, label, _ in doubted
        ],
        [[low - start, high - start, round(1000 * wrong)] for low, high, wrong in seen],
    ]


def _thawed(kept: Any, start: int) -> tuple[list[Doubt], list[Place]] | None:
    """What `_frozen` made of a sentence that begins at `start`, None where it is no such thing."""
    try:
        doubted, seen = kept
        return [
            Doubt(Span(low + start, high + start), tuple(replacements), float(wrong), str(label))
            for low, high, replacements, wrong, label in doubted
        ], [Place(low + start, high + start, wrong / 1000) for low, high, wrong in seen]
    except (TypeError, ValueError):
        return None
