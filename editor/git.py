"""Asks git which lines of a story have changed."""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from editor.errors import UserError
from editor.reports.story import CheckedStory
from editor.values import Finding

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
# Whatever the person's own settings are, the output is the same.
_DIFF = (
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--submodule=short", "--no-relative",
)  # fmt: skip
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
# Set by git for its hooks, and true only of the repository that the hook belongs to.
_OF_ONE_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_DIFF_OPTS")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file, counted from 1 as git counts them: ranges with both ends inside, sorted; None for all."""

    ranges: tuple[tuple[int, int], ...] | None = None

    def touch(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` is among them."""
        if self.ranges is None:
            return True
        place = bisect_left(self.ranges, first, key=lambda pair: pair[1])
        return place < len(self.ranges) and self.ranges[place][0] <= last


def on_lines(story: CheckedStory, lines: Lines) -> tuple[Finding, ...]:
    """The findings of the story that touch the lines."""
    ends = [match.start() for match in re.finditer("\n", story.text)]

    def line(offset: int) -> int:
        return bisect_right(ends, offset - 1) + 1

    return tuple(
        finding
        for finding in story.findings
        if lines.touch(line(finding.span.start), line(max(finding.span.start, finding.span.end - 1)))
    )


class Changes:
    """What has changed since a revision, or, where `since` is None, what is staged for the next commit.

    Since a revision means since the commit where the current branch left it: what others did on that branch
    meanwhile does not count. A file that git does not know is new. Inside a submodule the revision is the commit
    that the surrounding repository had at the revision. `tell` is given lines for a person.
    """

    def __init__(self, since: str | None, tell: Callable[[str], None] = lambda line: None) -> None:
        self._since = since
        self._tell = tell
        self._tops: dict[Path, Path | None] = {}
        self._repositories: dict[Path, _Repository] = {}
        self._bases: dict[Path, str | None] = {}
        self._changed: dict[Path, Mapping[str, Lines]] = {}

    @property
    def words(self) -> str:
        """What a story must have to be among them, as the end of a sentence."""
        return "staged lines" if self._since is None else f"lines changed since {self._since}"

    def lines(self, path: Path) -> Lines | None:
        """The changed lines of a story, None where nothing in it has changed.

        Raises UserError where the story is in no repository, or git can't tell.
        """
        repository, name = self._place(path)
        top = repository.top
        if top not in self._changed:
            if self._since is None:
                self._changed[top] = repository.changed(("--cached",))
            else:
                base = self._base(repository)
                # A submodule that was not there at the revision is new as a whole.
                self._changed[top] = {} if base is None else repository.changed((base,))
        found = self._changed[top].get(name)
        if found is None and self._since is not None:
            return Lines() if self._bases[top] is None or name not in repository.tracked else None
        return None if found is None or found.ranges == () else found

    def staged(self, path: Path) -> bytes:
        """The story as it is staged, which need not be what the file holds."""
        repository, name = self._place(path)
        return repository.git("cat-file", "--filters", f":{name}")

    def _place(self, path: Path) -> tuple[_Repository, str]:
        """The story's repository, and the story's name there."""
        real = path.resolve()
        top = self._top(real.parent)
        if top is None:
            option = "--staged" if self._since is None else "--since"
            raise UserError(f"{path}: it is in no git repository, so {option} can't tell what has changed")
        repository = self._repositories.setdefault(top, _Repository(top))
        return repository, real.relative_to(top).as_posix()

    def _top(self, folder: Path) -> Path | None:
        if folder not in self._tops:
            if (folder / ".git").exists():
                self._tops[folder] = _top(folder)
            else:
                self._tops[folder] = None if folder.parent == folder else self._top(folder.parent)
        return self._tops[folder]

    def _base(self, repository: _Repository) -> str | None:
        """The commit to compare with; None where the repository, a submodule, was not there at the revision."""
        top = repository.top
        if top not in self._bases:
            assert self._since is not None
            around = self._around(repository)
            if around is None:
                self._bases[top] = repository.left(self._since, self._tell)
            else:
                outer = self._base(around)
                self._bases[top] = outer and repository.submodule_at(around, outer)
        return self._bases[top]

    def _around(self, repository: _Repository) -> _Repository | None:
        """The repository whose submodule this is, if the command runs in that one or further out."""
        here = self._top(Path.cwd())
        around = repository.superproject
        place = around
        while place is not None and place != here:
            place = self._repositories.setdefault(place, _Repository(place)).superproject
        if around is None or place is None or repository.top == here:
            return None
        return self._repositories.setdefault(around, _Repository(around))


class _Repository:
    """One repository, by its top folder."""

    def __init__(self, top: Path) -> None:
        self.top = top

    @property
    def name(self) -> str:
        """What a person calls it: this one where the command runs in it."""
        here = Path.cwd().resolve()
        if here.is_relative_to(self.top):
            return "this repository"
        return f"the repository {self.top.relative_to(here) if self.top.is_relative_to(here) else self.top}"

    def git(self, *arguments: str) -> bytes:
        """What git prints. Raises UserError with git's own words where it fails."""
        code, out, said = self._run(*arguments)
        if code:
            raise UserError(f"{self.top}: git can't tell what has changed: {said}")
        return out

    def _run(self, *arguments: str) -> tuple[int, bytes, str]:
        return _run_git(self.top, *arguments)

    @cached_property
    def tracked(self) -> frozenset[str]:
        """The names of all files that git knows."""
        return frozenset(_names(self.git("ls-files", "-z", "--cached")))

    @cached_property
    def superproject(self) -> Path | None:
        """The top folder of the repository whose submodule this is."""
        shown = os.fsdecode(self.git("rev-parse", "--show-superproject-working-tree")).rstrip("\n")
        return Path(shown) if shown else None

    def changed(self, what: tuple[str, ...]) -> Mapping[str, Lines]:
        """The files that differ from `what` (arguments of git diff), with the lines that do."""
        found = {name: Lines(ranges) for name, ranges in hunks(self.git(*_DIFF, *_PATCH, *what)).items()}
        # Of what git takes for binary, such as UTF-16, it shows no lines.
        for name in binaries(self.git(*_DIFF, "--numstat", "-z", *what)):
            found[name] = Lines()
        return found

    def left(self, revision: str, tell: Callable[[str], None]) -> str:
        """The commit where the current branch left the revision. Raises UserError where there is no such revision."""
        code, out, _ = self._run(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        if code:
            if self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")[0]:
                raise UserError(
                    f"{self.name} has no commits yet, so nothing has changed since '{revision}'; "
                    "--staged shows what is new"
                )
            raise UserError(f"{self.name} has no revision '{revision}' (in a shallow clone, fetch it first)")
        commit = out.decode("ascii").strip()
        code, out, _ = self._run("merge-base", commit, "HEAD")
        if code:
            tell(
                f"{revision} and the current branch have no commit in common here (a shallow clone?), "
                "so all lines count that differ"
            )
            return commit
        return out.decode("ascii").split()[0]

    def submodule_at(self, around: _Repository, commit: str) -> str | None:
        """The commit that this submodule had when `around` was at `commit`; None where there was none."""
        name = self.top.relative_to(around.top).as_posix()
        code, out, _ = around._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{name}")
        if code:
            return None
        own = out.decode("ascii").strip()
        if self._run("cat-file", "-e", f"{own}^{{commit}}")[0]:
            raise UserError(
                f"{self.top}: the submodule has no commit {own[:10]}, which it stood at; fetch it first"
            )
        return own


def hunks(patch: bytes) -> dict[str, tuple[tuple[int, int], ...]]:
    """The new lines of each file that a patch without context adds or changes; names as git knows them."""
    found: dict[str, list[tuple[int, int]]] = {}
    name: str | None = None
    left = 0
    for line in patch.split(b"\n"):
        if left:
            # A line of a story may look like a header.
            left -= line[:1] in (b"+", b"-", b" ")
            continue
        if line.startswith(b"+++ "):
            name = _new_name(line[4:])
        elif name is not None and (match := _HUNK.match(line)):
            old, new = (1 if match[each] is None else int(match[each]) for each in (1, 3))
            left = old + new
            ranges = found.setdefault(name, [])
            if new:
                ranges.append((int(match[2]), int(match[2]) + new - 1))
    return {each: tuple(ranges) for each, ranges in found.items()}


def binaries(counts: bytes) -> list[str]:
    """The files that git takes for binary, of what `git diff --numstat -z` prints."""
    fields = iter(counts.split(b"\0"))
    names = []
    for head in fields:
        parts = head.split(b"\t", 2)
        if len(parts) < 3:
            continue
        name = parts[2]
        if not name:
            # Renamed: the old name, then the new one.
            next(fields)
            name = next(fields)
        if parts[0] == b"-":
            names.append(os.fsdecode(name))
    return names


def _new_name(shown: bytes) -> str | None:
    """The file of a +++ line, None for one that was deleted."""
    if shown.startswith(b'"'):
        shown = _ESCAPE.sub(_unescaped, shown[1 : shown.rindex(b'"')])
    else:
        shown = shown.removesuffix(b"\t")
    return os.fsdecode(shown[2:]) if shown.startswith(b"b/") else None


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPED.get(code, code)


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _top(folder: Path) -> Path | None:
    """The top folder of the repository that the folder is in. Raises UserError where git refuses it."""
    code, out, said = _run_git(folder, "rev-parse", "--show-toplevel")
    if code:
        if "not a git repository" in said:
            return None
        raise UserError(f"{folder}: git can't tell what has changed: {said}")
    return Path(os.fsdecode(out.removesuffix(b"\n"))).resolve()


def _run_git(folder: Path, *arguments: str) -> tuple[int, bytes, str]:
    """Git's exit code, what it prints, and the line in which it says what is wrong. Raises UserError without git."""
    environment = {key: value for key, value in os.environ.items() if key not in _OF_ONE_REPOSITORY}
    if Path.cwd().resolve() != folder:
        # A hook runs in the top folder, and its index is that repository's.
        environment.pop("GIT_INDEX_FILE", None)
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise UserError("git is not installed, so nothing can tell what has changed") from None
    said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    # Git's reason comes first, what to do about it after.
    return done.returncode, done.stdout, said[0].removeprefix("fatal: ") if said else "it says no more"
