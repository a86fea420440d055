"""The whole way of a story: read, check with both engines, choose, apply; commands only show what comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from editor.documents.model import Document
from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.fixes import choose, corrected_bytes, merge
from editor.readability import limits
from editor.rulebook.compiled import compiled
from editor.settings.load import SettingsLoader
from editor.settings.model import Settings
from editor.values import Edit, Finding

if TYPE_CHECKING:
    from editor.languagetool.engine import LanguageToolEngine

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
        self, loader: SettingsLoader, *, install: bool = True, notify: Callable[[str], None] | None = None
    ) -> None:
        self._loader = loader
        self._install = install
        self._notify = notify or (lambda line: None)
        self._engines: dict[tuple[Any, ...], Engine] = {}
        self._languagetools: dict[tuple[Any, ...], LanguageToolEngine] = {}

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for engine in self._languagetools.values():
            engine.close()

    def settings(self, path: Path | None) -> Settings:
        """The settings that hold for a file, or for standard input."""
        return self._loader.for_file(path)

    def warm(self, path: Path | None) -> None:
        """Start LanguageTool for a file's settings in the background."""
        settings = self.settings(path)
        self._languagetool(settings, self._engine(settings))

    def read(self, path: Path | None, name: str, data: bytes) -> Document:
        """The document; raises UserError where its encoding can't be told."""
        return read_document(name, data, self.settings(path).encoding)

    def check(
        self, path: Path | None, document: Document, progress: Callable[[int], None] | None = None
    ) -> tuple[Finding, ...]:
        """Everything that both engines and the readability limits find, one finding a spot, by position."""
        settings = self.settings(path)
        engine = self._engine(settings)
        languagetool = self._languagetool(settings, engine)
        found = engine.check(document, progress)
        found += limits(document, settings)
        if languagetool is not None:
            found += languagetool.check(document)
        return tuple(merge(found, document.text))

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
            ready = compiled(settings.rules)
            profile = profile_named(ready, settings.profile)
            if settings.quotes != "profile":
                profile = replace(
                    profile, settings={**profile.settings, "quotes": settings.quotes, "quotes-set": True}
                )
            self._engines[key] = Engine(ready, profile, settings)
        return self._engines[key]

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
            )
            self._languagetools[key].start()
        return self._languagetools[key].under(settings, engine.profile)


def edits_of(rounds: Sequence[Round]) -> int:
    """How many edits all rounds made."""
    return sum(len(each.edits) for each in rounds)
