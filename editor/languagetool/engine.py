"""LanguageTool on a document: its blocks go out, findings in the document's code points come back."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from editor.background import Background
from editor.documents.model import Document, PartKind
from editor.documents.places import Places
from editor.languagetool.choices import Choices, load_choices
from editor.languagetool.client import Match
from editor.languagetool.install import Progress
from editor.languagetool.names import SpellingJudge, gazetteer
from editor.languagetool.server import ServerSettings
from editor.languagetool.spelling import doubtful_words, placed
from editor.languagetool.tool import AUTO, LanguageTool
from editor.settings.wanted import wanted
from editor.values import Finding, Severity, Span

if TYPE_CHECKING:
    from editor.cache import Cache
    from editor.rulebook.model import Profile
    from editor.settings.model import Settings

_HEAD_START = 0.15  # seconds

# Slugs, bylines and datelines are no sentences.
_PARTS = frozenset((PartKind.HEADLINE, PartKind.BODY, PartKind.NOTE))


class LanguageToolEngine:
    """LanguageTool with our choice of its rules. `start` returns at once; `close` leaves no process behind."""

    def __init__(
        self,
        mode: str = AUTO,
        *,
        variant: str = "en-US",
        install: bool = True,
        notify: Callable[[str], None] | None = None,
        progress: Progress | None = None,
        choices: Choices | None = None,
        zipf: Callable[[str], float] | None = None,
        server: ServerSettings | None = None,
        shared: bool = False,
        cache: Cache | None = None,
    ) -> None:
        """`mode` and `notify` as for LanguageTool; `zipf` says how common a word is, by default our lexicon's.
        `shared` uses the server that all commands share; `cache` keeps its answers. `server` says how a server of our own is run: by default so
        that the first story is answered soonest; over a dozen stories and more ServerSettings(brief=False) is faster
        (24 stories: 8.0 s for 12.5 s)."""
        self._choices = choices or load_choices()
        self._zipf = zipf or _zipf
        self._settings: Settings | None = None
        self._answers: Background[list[Match]] = Background("languagetool-ask")
        self._tool = LanguageTool(
            mode,
            install=install,
            notify=notify,
            progress=progress,
            variant=variant,
            disabled_rules=self._choices.disabled_rules,
            disabled_categories=self._choices.disabled_categories,
            enabled_rules=self._choices.enabled_rules,
            settings=server or ServerSettings(brief=not shared),
            shared=shared,
            cache=cache,
        )

    @property
    def failure(self) -> str | None:
        """Why findings are missing, None where none are."""
        return self._tool.failure

    def __enter__(self) -> LanguageToolEngine:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start LanguageTool in the background."""
        self._tool.start()

    def begin(self, document: Document) -> None:
        """Ask LanguageTool about the document in the background, started where it must be; `check` waits for the answer."""

        def ask() -> list[Match]:
            try:
                return self._ask(document)
            finally:
                self._tool.waits.set()

        self._answers.begin(document, ask)
        # Our own rules would slow it down on its way to Java; once Java works, both go on at once.
        self._tool.waits.wait(_HEAD_START)

    def answered(self, document: Document, within: float) -> bool:
        """Whether what `begin` asked is answered, or has failed, within so many seconds."""
        return self._answers.answered(document, within)

    @property
    def left_out(self) -> int:
        """How many texts it gave no answer for so far."""
        return self._tool.left_out

    def close(self) -> None:
        """End it."""
        self._tool.close()

    def under(self, settings: Settings, profile: Profile | None = None) -> LanguageToolEngine:
        """The same engine, with the same server, as a file's settings and profile want its findings."""
        if profile is not None:
            settings = settings.beside(profile.severities)
        view = copy(self)
        view._settings = settings
        return view

    def check(self, document: Document) -> list[Finding]:
        """What LanguageTool finds in the document, by position, as the settings want it.

        Raises EngineError where it is required and fails.
        """
        found = self._findings(document, house_words(self._settings.words) if self._settings else ())
        if self._settings is None:
            return found
        placed = Places(document)

        def stays(query: Finding) -> bool:
            return placed.quoted(query.span) or self._choices.of_finding(query).level != Severity.QUERY

        return list(wanted(found, self._settings, stays))

    def _findings(self, document: Document, words: tuple[str, ...]) -> list[Finding]:
        blocks = [block for block in document.blocks if block.kind in _PARTS]
        if not blocks:
            return []
        matches = self._answers.answer(document, lambda: self._ask(document))
        places = Places(document)
        judge = SpellingJudge(document.text, gazetteer(*words), self._zipf)
        headlines = [block.span for block in blocks if block.kind is PartKind.HEADLINE]
        findings: list[Finding] = []
        for match in matches:
            headline = any(span.start <= match.span.start < span.end for span in headlines)
            found = self._finding(match, document, places, judge, headline=headline)
            if found is not None:
                findings.append(found)
        return sorted(findings, key=lambda each: (each.span, each.severity.rank, each.rule))

    def _ask(self, document: Document) -> list[Match]:
        """What LanguageTool says of the document, in the document's code points."""
        blocks = [block for block in document.blocks if block.kind in _PARTS]
        answers = self._tool.check_blocks([_one_line(block.span.of(document.text)) for block in blocks])
        matches = [
            match.moved(block.span.start)
            for block, found in zip(blocks, answers, strict=True)
            for match in found
        ]
        judge = SpellingJudge(document.text, gazetteer(), self._zipf)
        words = doubtful_words(document.text, blocks, judge)
        return [*matches, *placed(words, self._tool.check_words(word for _, word in words), matches)]

    def _finding(
        self, match: Match, document: Document, places: Places, judge: SpellingJudge, *, headline: bool
    ) -> Finding | None:
        span: Span = match.span
        if span.start == span.end or places.protected(span):
            return None
        found = self._choices.finding(match, document.text, judge, headline=headline)
        return found and places.asked_in_quotations(found)


def house_words(paths: tuple[Path, ...]) -> tuple[str, ...]:
    """What the files of house words accept, as it is written there. Raises UserError for a file that is wrong."""
    from editor.words.model import Kind
    from editor.words.read import vocabulary

    kept = vocabulary(paths).of(Kind.ACCEPT, Kind.NAME, Kind.ACRONYM)
    return tuple(word.text for word in kept if not word.expression)


def _one_line(text: str) -> str:
    """The block with line breaks as spaces, at the same length: lines that a wire broke are one sentence."""
    return text.replace("\r", " ").replace("\n", " ")


def _zipf(word: str) -> float:
    """How common our lexicon takes a word to be."""
    from editor.text.lexicon import zipf

    return zipf(word)
