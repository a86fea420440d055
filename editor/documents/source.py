"""Where stories come from: files as given, folders walked, bytes read whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from editor.errors import UserError

SUFFIXES = (".txt", ".text", ".md", ".markdown")
# What starts a file that is no story, however it is called.
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive or an office document", b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF document", b"\x7fELF": "a program",
}  # fmt: skip
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes:
    """The bytes of a story; a symbolic link is followed.

    Raises UserError, one line that says what to do, for a file that is missing, a folder, unreadable,
    binary, or changing while it is read.
    """
    for _ in range(2):
        data = _read_once(path)
        if data is not None:
            return text_only(str(path), data)
    raise UserError(f"{path}: it keeps changing while it is read; try again when it is no longer written to")


def _read_once(path: Path) -> bytes | None:
    try:
        before = path.stat()
        if stat.S_ISDIR(before.st_mode):
            raise UserError(f"{path}: it is a folder, not a story")
        if not stat.S_ISREG(before.st_mode):
            raise UserError(f"{path}: it is not a regular file; pipe it in and name the story -")
        data = path.read_bytes()
        after = path.stat()
    except FileNotFoundError:
        hint = " (the link that stands there leads nowhere)" if path.is_symlink() else ""
        raise UserError(f"{path}: no such file{hint}; check the name") from None
    except PermissionError:
        raise UserError(f"{path}: no permission to read it; ask its owner, or copy it") from None
    except OSError as error:
        raise UserError(f"{path}: can't be read: {error.strerror or error}") from None
    same = (before.st_size, before.st_mtime_ns, before.st_ino) == (
        after.st_size,
        after.st_mtime_ns,
        after.st_ino,
    )
    return data if same and len(data) == after.st_size else None


def text_only(path: str, data: bytes) -> bytes:
    """The bytes as they are; raises UserError where they are no text but a picture, an office document and the like."""
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UserError(f"{path}: it is {what}, not text; save the story as plain text first")
    if b"\0" in data and not data.startswith(_UTF16):
        raise UserError(f"{path}: it holds binary data, not text; save the story as plain text first")
    return data


def is_output(name: str) -> bool:
    """Whether a file is called as what `copydesk fix` writes."""
    return ".corrected." in name


def find_stories(
    paths: Iterable[Path],
    excluded: Callable[[Path], bool] = lambda path: False,
    gitignore: Callable[[Path], bool] = lambda folder: True,
) -> list[Path]:
    """The stories that the paths name, in a stable order, each once.

    A file counts as it is given. A folder is walked for .txt, .text, .md and .markdown; hidden folders, what
    .gitignore names (unless `gitignore` says no for the folder), what `excluded` says and copydesk's own output
    are passed over. Raises UserError for a missing path and for a folder without stories.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            stories = [story for story in _walk(path, gitignore(path)) if not excluded(story)]
            if not stories:
                raise UserError(f"{path}: no stories in this folder (looked for {', '.join(SUFFIXES)})")
            found.update(dict.fromkeys(stories))
        elif path.exists() or path.is_symlink():
            found[path] = None
        else:
            raise UserError(f"{path}: no such file or folder; check the name")
    return list(found)


def _walk(root: Path, gitignore: bool = True) -> Iterator[Path]:
    """The stories under the folder; `gitignore` says whether what .gitignore names is passed over."""
    from pathspec import GitIgnoreSpec

    specs: list[tuple[Path, GitIgnoreSpec]] = []

    def ignored(path: Path, folder: bool) -> bool:
        for base, spec in specs:
            if base in path.parents:
                name = path.relative_to(base).as_posix() + ("/" if folder else "")
                if spec.match_file(name):
                    return True
        return False

    def note(folder: Path) -> None:
        if not gitignore:
            return
        file = folder / ".gitignore"
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return
        specs.append((folder, GitIgnoreSpec.from_lines(lines)))

    for parent in _upward(root):
        note(parent)
    base = root.absolute()
    for place, folders, files in os.walk(base):
        here = Path(place)
        if here != base:
            note(here)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not ignored(here / name, True)
        )
        for name in sorted(files):
            path = here / name
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES or is_output(name):
                continue
            if not ignored(path, False):
                yield root / path.relative_to(base)


def _upward(root: Path) -> list[Path]:
    """The folder and those above it, to the top of its git repository; only the folder itself outside of one."""
    here = root.absolute()
    chain = [here, *here.parents]
    for place, folder in enumerate(chain):
        if (folder / ".git").exists():
            return chain[place::-1]
    return [here]
