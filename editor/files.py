"""Reading and writing files so that a draft is never lost: all of it is there, or the old one still is."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType

from editor.errors import UserError

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its symbolic links run in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk failed",
}


def read(path: Path) -> bytes:
    """The bytes of a regular file (or of what a symbolic link leads to).

    Raises UserError for a missing or unreadable file, a folder, a device, and a file that changed meanwhile.
    """
    try:
        # A pipe without a writer would keep a plain open() waiting.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise UserError(f"cannot read {path}: it is not a regular file")
            data = file.read()
            after = os.fstat(file.fileno())
    except OSError as error:
        raise UserError(f"cannot read {path}: {_reason(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise UserError(f"cannot read {str(path)!r}: not a file name") from error
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(data) != after.st_size:
        raise UserError(f"cannot read {path}: it changed while it was being read; try again")
    return data


def write(path: Path, data: bytes, *, was: bytes | None = None) -> None:
    """Put `data` into the file at once: a reader sees the old bytes or the new ones, never a part.

    An existing file keeps its mode and, where allowed, its owner; a symbolic link stays and its target
    is written; a hard link gets a file of its own. With `was`, the bytes that were read before, the file
    is left alone when it holds anything else by now. Raises UserError where it can't be
    written, and leaves it as it was.
    """
    write_all({path: data}, was={} if was is None else {path: was})


def write_all(files: Mapping[Path, bytes], *, was: Mapping[Path, bytes] | None = None) -> None:
    """Like `write`, for files that belong together: none is put in place before all are on the disk."""
    expected = was or {}
    with contextlib.ExitStack() as stack:
        staged = [stack.enter_context(_Staged(path, data)) for path, data in files.items()]
        for file in staged:
            file.check_unchanged(expected.get(file.path))
        for file in staged:
            file.commit()
        _sync_folders({file.target.parent for file in staged})


class _Staged:
    """New bytes in a temporary file beside their target; gone at the end unless committed."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._data = data
        self._temporary: Path | None = None

    def __enter__(self) -> _Staged:
        try:
            self.target = Path(os.path.realpath(self.path))
            if self.target.is_symlink():
                raise OSError(errno.ELOOP, "symbolic links run in a circle")
            old = _status(self.target)
            if old is not None and not os.access(self.target, os.W_OK):
                full = os.statvfs(self.target) if hasattr(os, "statvfs") else None
                whole = full is not None and bool(full.f_flag & os.ST_RDONLY)
                raise OSError(errno.EROFS if whole else errno.EACCES, "read-only")
            self._stage(old)
        except OSError as error:
            self._discard()
            raise self._failed(error) from error
        except ValueError as error:  # a NUL in the name
            raise UserError(f"cannot write {str(self.path)!r}: not a file name") from error
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._discard()

    def _stage(self, old: os.stat_result | None) -> None:
        if old is not None and not stat.S_ISREG(old.st_mode):
            kind = "it is a folder" if stat.S_ISDIR(old.st_mode) else "it is not a regular file"
            raise UserError(f"cannot write {self.path}: {kind}")
        # Not the target's name with something added: that could grow too long for the file system.
        temporary = self._temporary = self.target.parent / f".copydesk-{os.urandom(8).hex()}.tmp"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        # A new file gets what the umask leaves; one that replaces another stays closed until it has its mode.
        descriptor = os.open(temporary, flags, 0o666 if old is None else 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(self._data)
            file.flush()
            if old is not None:
                _take_over(file.fileno(), temporary, old)
            os.fsync(file.fileno())

    def check_unchanged(self, was: bytes | None) -> None:
        """Raises UserError when the target no longer holds `was`."""
        if was is None:
            return
        try:
            now = self.target.read_bytes()
        except OSError as error:
            raise self._failed(error) from error
        if now != was:
            raise UserError(f"cannot write {self.path}: it has changed since it was read; check it again")

    def commit(self) -> None:
        """Put the new bytes in place."""
        assert self._temporary is not None
        try:
            self._temporary.replace(self.target)
        except OSError as error:
            raise self._failed(error) from error
        self._temporary = None

    def _failed(self, error: OSError) -> UserError:
        return UserError(f"cannot write {self.path}: {_reason(error)}")

    def _discard(self) -> None:
        if self._temporary is not None:
            with contextlib.suppress(OSError):
                self._temporary.unlink()
            self._temporary = None


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _take_over(descriptor: int, path: Path, old: os.stat_result) -> None:
    """Give the new file the owner, group and mode of the old, as far as the system lets us."""
    if hasattr(os, "fchown"):
        try:
            os.fchown(descriptor, old.st_uid, old.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                os.fchown(descriptor, -1, old.st_gid)
    # After the owner: chown clears set-user-id bits.
    path.chmod(stat.S_IMODE(old.st_mode))


def _sync_folders(folders: Iterable[Path]) -> None:
    """Make the new names last through a power cut, on systems where a folder can be synced."""
    for folder in folders:
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _reason(error: OSError) -> str:
    return _WHY.get(error.errno or 0, error.strerror or str(error))
