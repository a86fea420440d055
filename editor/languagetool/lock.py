"""The lock file: which jars make up LanguageTool, how long each is and what it hashes to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LOCK_FILE = Path(__file__).with_name("lock.json")


@dataclass(frozen=True, slots=True)
class Artifact:
    """One jar of a Maven repository. `size` is in bytes, `sha256` in lower-case hex."""

    group: str
    artifact: str
    version: str
    size: int
    sha256: str
    classifier: str = ""

    @property
    def name(self) -> str:
        """The jar's file name."""
        tail = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{tail}.jar"

    @property
    def path(self) -> str:
        """Where the jar lies in a repository of Maven's layout."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.name}"


@dataclass(frozen=True)
class Lock:
    """A pinned LanguageTool: its version, the repository it comes from, its jars in class-path order."""

    version: str
    repository: str
    artifacts: tuple[Artifact, ...]

    @property
    def size(self) -> int:
        """All jars together, in bytes."""
        return sum(artifact.size for artifact in self.artifacts)

    @cached_property
    def key(self) -> str:
        """The version and the first hex digits of a digest over all jars: a folder name that changes with them."""
        digest = hashlib.sha256()
        for artifact in self.artifacts:
            digest.update(f"{artifact.path} {artifact.sha256}\n".encode())
        return f"{self.version}-{digest.hexdigest()[:12]}"


def load_lock(path: Path = LOCK_FILE) -> Lock:
    """The lock file at `path`, by default the one in the package."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Lock(
        version=data["languagetool"],
        repository=data["repository"],
        artifacts=tuple(Artifact(**entry) for entry in data["artifacts"]),
    )
