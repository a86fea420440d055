"""The whole way of a story: read, check with all engines, choose, apply; commands only show what comes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from editor.cache import Cache, program
from editor.documents.model import Document
from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.errors import EngineError, EngineMissing, SetupError, UserError
from editor.fixes import choose, corrected_bytes, merge
from editor.proofreader.kinds import KINDS
from editor.readability import limits
from editor.reports.story import CheckedStory
from editor.rulebook.builtin import BUILTIN
from editor.rulebook.compiled import compiled
from editor.rulebook.folders import packaged
from editor.settings.load import SettingsLoader
from editor.settings.model import Settings, covers
from editor.settings.selectors import LANGUAGETOOL, PROOFREADER, known_selectors
from editor.stamps import digest, stamp
from editor.suppress import looked_for, settle, story_words
from editor.values import Applicability, Edit, Finding, Severity, Span
from editor.words.check import check as check_words
from editor.words.check import without_accepted
from editor.words.model import Vocabulary
from editor.words.read import vocabulary

if TYPE_CHECKING:
    from editor.languagetool.engine import LanguageToolEngine
    from editor.proofreader.engine import Proofreader

# Seconds that a person does not mind; a little more for what changes how loud our findings are.
_PATIENCE = 0.15
_READING = 0.5
# A correction may uncover another; no draft needs more rounds than this.
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Round:
    """One pass over a story: what was found in `text`, the edits made there, and those its encoding refused."""

    text: str
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    refused: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A corrected story: its bytes before and after, the rounds that led there, the last without edits."""

    before: bytes
    after: bytes
    encoding: str
    rounds: tuple[Round, ...]

    @property
    def left(self) -> tuple[Finding, ...]:
        """What is still found in the corrected text."""
        return self.rounds[-1].findings


class Desk(AbstractContextManager["Desk"]):
    """Checks and fixes stories with their own settings; engines are made once and shared.

    `notify` is given lines for a person (installing LanguageTool, going on without it).
    """

    def __init__(
        self,
        loader: SettingsLoader,
        *,
        install: bool = True,
        notify: Callable[[str], None] | None = None,
        cache: Cache | None = None,
    ) -> None:
        self._loader = loader
        self._cache = cache
        self._install = install
        self._notify = notify or (lambda line: None)
        self._engines: dict[tuple[Any, ...], Engine] = {}
        self._languagetools: dict[tuple[Any, ...], LanguageToolEngine] = {}
        self._proofreaders: dict[str, Proofreader] = {}
        self._digests: dict[str, str] = {}
        self._digested: tuple[Settings, str] | None = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the engines, and write down what is to be kept."""
        for engine in self._languagetools.values():
            engine.close()
        if self._cache is not None:
            self._cache.close()

    def settings(self, path: Path | None) -> Settings:
        """The settings that hold for a file, or for standard input."""
        return self._loader.for_file(path)

    def warm(self, path: Path | None) -> None:
        """Start LanguageTool for a file's settings in the background."""
        settings = self.settings(path)
        languagetool = self._languagetool(settings, self._engine(settings))
        if languagetool is not None:
            languagetool.start()

    def read(self, path: Path | None, name: str, data: bytes) -> Document:
        """The document; raises UserError where its encoding can't be told."""
        return read_document(name, data, self.settings(path).encoding)

    def checked(
        self,
        path: Path | None,
        name: str,
        data: bytes,
        progress: Callable[[int], None] | None = None,
        early: Callable[[CheckedStory], None] | None = None,
    ) -> CheckedStory:
        """The story that the bytes hold, with its findings: those of an earlier run where nothing has changed since.

        `early` is given the story with our own findings alone where another engine keeps us waiting.
        Raises UserError where the encoding can't be told, EngineMissing with the rest of the findings where a required engine fails.
        """
        key = self._key(path, name, data)
        kept = self._under(key, name, data)
        if kept is not None:
            return kept
        document = self.read(path, name, data)
        before = self._left_out()

        def own(findings: tuple[Finding, ...]) -> None:
            if early is not None:
                early(CheckedStory(name, document.text, findings))

        try:
            found = self.check(path, document, progress, early and own)
        except EngineMissing as error:
            raise EngineMissing(str(error), CheckedStory(name, document.text, error.found)) from error
        story = CheckedStory(name, document.text, found)
        if key is not None and self._cache is not None and self._left_out() == before:
            self._cache.put(key, _frozen(story, document))
        return story

    def kept(self, path: Path | None, name: str, data: bytes) -> CheckedStory | None:
        """The story with its findings of an earlier run, None where nothing is kept of these bytes under these settings."""
        return self._under(self._key(path, name, data), name, data)

    def _under(self, key: str | None, name: str, data: bytes) -> CheckedStory | None:
        if key is None or self._cache is None:
            return None
        return _thawed(self._cache.get(key), name, data)

    def let_go(self) -> None:
        """Write down what is to be kept and close the file of it, as before the process is forked; it opens again when it is used."""
        if self._cache is not None:
            self._cache.close()

    def _key(self, path: Path | None, name: str, data: bytes) -> str | None:
        """What the findings in a story depend on, None where that can't be known: a server of somebody else's."""
        settings = self.settings(path)
        if self._cache is None or settings.languagetool not in ("off", "auto", "required"):
            return None
        # Some rules compare dates with today's.
        return digest("story", self._digest(settings), date.today(), Path(name).suffix.lower(), data)

    def _digest(self, settings: Settings) -> str:
        """A digest of copydesk, its rules and these settings."""
        if self._digested is not None and self._digested[0] is settings:
            return self._digested[1]
        told = repr(
            replace(
                settings,
                folder=Path(),
                origins={},
                languagetool_server="",
                proofreader=self._proofreading(settings),
                baseline=None,
            )
        )
        if told not in self._digests:
            roots = (packaged(), *settings.rules, *settings.words)
            self._digests[told] = digest(program(), stamp(*roots), told)
        self._digested = (settings, self._digests[told])
        return self._digests[told]

    @staticmethod
    def _proofreading(settings: Settings) -> str:
        """The proofreader's mode, and whether it is there to take part."""
        mode = _proofreader_mode(settings)
        if mode == "off":
            return mode
        from editor.proofreader.model import installed

        return f"{mode}, {'' if installed() else 'not '}installed"

    def _left_out(self) -> int:
        return sum(engine.left_out for engine in self._languagetools.values())

    def check(
        self,
        path: Path | None,
        document: Document,
        progress: Callable[[int], None] | None = None,
        early: Callable[[tuple[Finding, ...]], None] | None = None,
    ) -> tuple[Finding, ...]:
        """Everything that all engines and the readability limits find, one finding a spot, by position.

        `early` is given our own findings where another engine keeps us waiting; the result has them all, some of them perhaps
        louder or quieter by what the proofreader thinks.
        Raises EngineMissing, with the rest of the findings, where a required engine fails.
        """
        settings = self.settings(path)
        engine = self._engine(settings)
        languagetool = self._languagetool(settings, engine)
        if languagetool is not None:
            languagetool.begin(document)
        proofreader = self._proofreader(settings)
        if proofreader is not None:
            proofreader.begin(document)
        left_out = languagetool.left_out if languagetool is not None else 0
        found = engine.check(document, progress)
        found += limits(document, settings)
        words = self._words(settings, document)
        found += check_words(document, words, settings)

        def final(ran: Collection[str] | None) -> tuple[Finding, ...]:
            """What is told of all that was found: one finding a spot, none on an accepted word, none that is suppressed.

            `ran` names the engines that took part beside our own; with None nothing is said about suppressions yet.
            """
            told = merge(without_accepted(found, document.text, words), document.text)
            settled = settle(
                told,
                document,
                settings,
                lambda: [*(rule.id for rule in engine.book.rules), *BUILTIN],
                looked_for(lambda: [*(rule.id for rule in engine.rules), *BUILTIN], settings, ran or ()),
            )
            if ran is None:
                return tuple(each for each in settled if each.category != "copydesk")
            return settled

        told = False
        if early is not None and proofreader is not None and not proofreader.answered(document, _READING):
            early(final(None))
            told = True
        ran: list[str] = []
        try:
            if proofreader is not None:
                reading = proofreader.read(document)
                if reading is not None:
                    ran.append(PROOFREADER)
                    found = proofreader.judged(found, document, reading, _judged(found, settings, engine))
                    found += proofreader.findings(document, reading, settings, engine.profile)
            if languagetool is not None:
                if early is not None and not told and not languagetool.answered(document, _PATIENCE):
                    early(final(None))
                found += languagetool.check(document)
                ran += [LANGUAGETOOL] if languagetool.left_out == left_out else []
        except EngineError as error:
            raise EngineMissing(str(error), final(ran)) from error
        return final(ran)

    def fix(self, path: Path | None, name: str, data: bytes, *, unsafe: bool) -> Fixed:
        """The story with its corrections made, round by round, until nothing more is to be corrected."""
        document = self.read(path, name, data)
        encoding = document.encoding.name
        rounds: list[Round] = []
        now = data
        while True:
            findings = self.check(path, document)
            edits = choose(findings, document.text, unsafe) if len(rounds) < _ROUNDS else ()
            after, refused = corrected_bytes(document, edits)
            made = tuple(edit for edit in edits if edit not in refused)
            if after == now:
                made = ()
            rounds.append(Round(document.text, findings, made, refused))
            if not made:
                return Fixed(data, now, encoding, tuple(rounds))
            now = after
            document = read_document(name, now, encoding)

    def _words(self, settings: Settings, document: Document) -> Vocabulary:
        try:
            house = vocabulary(settings.words)
            own = story_words(document)
            return Vocabulary((*house.words, *own)) if own else house
        except UserError as error:
            raise SetupError(str(error)) from None

    def _engine(self, settings: Settings) -> Engine:
        key = (
            settings.profile,
            settings.select,
            settings.extend_select,
            settings.ignore,
            tuple(sorted(settings.severities.items())),
            settings.rules,
            settings.quotes,
        )
        if key not in self._engines:
            try:
                ready = compiled(settings.rules)
                profile = profile_named(ready, settings.profile)
                known_selectors(settings, ready.book)
            except UserError as error:
                raise SetupError(str(error)) from None
            if settings.quotes != "profile":
                profile = replace(
                    profile, settings={**profile.settings, "quotes": settings.quotes, "quotes-set": True}
                )
            self._engines[key] = Engine(ready, profile, settings)
        return self._engines[key]

    def _proofreader(self, settings: Settings) -> Proofreader | None:
        mode = _proofreader_mode(settings)
        if mode == "off" or not any(settings.wants(f"{PROOFREADER}/{kind}") for kind in KINDS):
            return None
        from editor.proofreader.engine import Proofreader

        if mode not in self._proofreaders:
            self._proofreaders[mode] = Proofreader(mode, notify=self._notify, cache=self._cache)
        return self._proofreaders[mode]

    def _languagetool(self, settings: Settings, engine: Engine) -> LanguageToolEngine | None:
        if settings.languagetool == "off":
            return None
        from editor.languagetool.engine import LanguageToolEngine

        variant = str(engine.profile.get("variant", "en-US"))
        key = (settings.languagetool, settings.languagetool_server, variant)
        if key not in self._languagetools:
            self._languagetools[key] = LanguageToolEngine(
                settings.languagetool,
                variant=variant,
                install=self._install,
                notify=self._notify,
                shared=settings.languagetool_server == "shared",
                cache=self._cache,
            )
        return self._languagetools[key].under(settings, engine.profile)


def _proofreader_mode(settings: Settings) -> str:
    """Whether the proofreader takes part; where the settings leave it open, the environment may say."""
    if settings.proofreader != "auto":
        return settings.proofreader
    return "off" if os.environ.get("COPYDESK_PROOFREADER") == "off" else "auto"


def _judged(found: Sequence[Finding], settings: Settings, engine: Engine) -> frozenset[str]:
    """The rules found whose severity the proofreader may change: our own that neither the settings nor the profile speak of."""
    ids = {each.rule for each in found}
    own = packaged()
    named = (*settings.severities, *engine.profile.severities)
    return frozenset(
        rule.id
        for rule in engine.rules
        if rule.id in ids
        and own in Path(rule.file).parents
        and not any(covers(each, rule.id) for each in named)
    )


def edits_of(rounds: Sequence[Round]) -> int:
    """How many edits all rounds made."""
    return sum(len(each.edits) for each in rounds)


def _frozen(story: CheckedStory, document: Document) -> list[object]:
    """A checked story without its text, as JSON takes it."""
    return [
        document.encoding.name,
        len(document.encoding.bom),
        [
            [
                f.rule,
                f.category,
                f.severity,
                f.message,
                *f.span,
                list(f.replacements),
                f.applicability,
                f.source,
            ]
            for f in story.findings
        ],
    ]


def _thawed(kept: Any, name: str, data: bytes) -> CheckedStory | None:
    """The story that `_frozen` made of these bytes, None where it is no such thing."""
    try:
        encoding, mark, findings = kept
        text = data[mark:].decode(encoding)
        return CheckedStory(
            name,
            text,
            tuple(
                Finding(
                    rule,
                    category,
                    Severity(severity),
                    message,
                    Span(start, end),
                    tuple(fixes),
                    None if applicability is None else Applicability(applicability),
                    source,
                )
                for rule, category, severity, message, start, end, fixes, applicability, source in findings
            ),
        )
    except (TypeError, ValueError, LookupError):
        return None
