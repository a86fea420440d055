"""A draft is never lost or half-written: real disks that are full or read-only, links, races."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor import files
from editor.errors import UserError

OLD, NEW = b"The old draft.\r\n", b"The new draft.\r\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of 64 KB, for a disk that is really full or read-only."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a file system needs root on Linux")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("this machine does not let us mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def entries(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestRead:
    def test_the_bytes_as_they_are(self, story):
        assert files.read(story) == OLD

    def test_no_such_file(self, tmp_path):
        with pytest.raises(UserError, match=r"cannot read .*none\.txt: no such file or folder$"):
            files.read(tmp_path / "none.txt")

    def test_a_folder(self, tmp_path):
        with pytest.raises(UserError, match=r"it is a folder$"):
            files.read(tmp_path)

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
    def test_a_device_is_not_read_for_ever(self):
        with pytest.raises(UserError, match=r"not a regular file$"):
            files.read(Path("/dev/zero"))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UserError, match=r"not a regular file$"):
            files.read(tmp_path / "pipe")

    def test_a_file_that_grows_while_it_is_read(self, story, monkeypatch):
        real = os.fstat
        calls = []

        def fstat_and_write(descriptor: int) -> os.stat_result:
            if calls:  # a writer gets in between the read and the second look
                with story.open("ab") as file:
                    file.write(b"More.\n")
            calls.append(descriptor)
            return real(descriptor)

        monkeypatch.setattr(os, "fstat", fstat_and_write)
        with pytest.raises(UserError, match=r"changed while it was being read"):
            files.read(story)

    def test_a_name_with_a_nul(self):
        with pytest.raises(UserError, match=r"not a file name"):
            files.read(Path("a\0b"))

    def test_an_unreadable_file(self, story, monkeypatch):
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Mode bits don't stop root; the system's answer is the same error.
            def refuse(*_args: object, **_more: object) -> None:
                raise PermissionError(errno.EACCES, "Permission denied")

            monkeypatch.setattr(os, "open", refuse)
        else:
            story.chmod(0)
        with pytest.raises(UserError, match=r"no permission$"):
            files.read(story)


class TestWrite:
    def test_a_new_file_gets_the_mode_that_the_umask_leaves(self, tmp_path):
        path = tmp_path / "new.txt"
        before = os.umask(0o027)
        try:
            files.write(path, NEW)
        finally:
            os.umask(before)
        assert path.read_bytes() == NEW
        assert entries(tmp_path) == ["new.txt"]
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o640

    @pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
    def test_mode_and_owner_are_kept(self, story):
        story.chmod(0o604)
        if os.geteuid() == 0:
            os.chown(story, 12345, 23456)
        before = story.stat()
        files.write(story, NEW)
        after = story.stat()
        assert story.read_bytes() == NEW
        assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)

    def test_a_name_as_long_as_the_disk_allows(self, tmp_path):
        path = tmp_path / ("s" * 251 + ".txt")
        files.write(path, NEW)
        files.write(path, OLD)
        assert path.read_bytes() == OLD

    def test_a_symbolic_link_stays_and_its_target_is_written(self, story, tmp_path):
        desk = tmp_path / "desk"
        desk.mkdir()
        link = desk / "link.txt"
        link.symlink_to(Path("..") / "story.txt")
        files.write(link, NEW)
        assert link.is_symlink()
        assert story.read_bytes() == NEW
        assert not story.is_symlink()
        assert entries(desk) == ["link.txt"]

    def test_a_link_to_a_file_that_is_not_there_yet(self, tmp_path):
        link = tmp_path / "link.txt"
        link.symlink_to("later.txt")
        files.write(link, NEW)
        assert (tmp_path / "later.txt").read_bytes() == NEW
        assert link.is_symlink()

    def test_links_in_a_circle(self, tmp_path):
        (tmp_path / "a").symlink_to("b")
        (tmp_path / "b").symlink_to("a")
        with pytest.raises(UserError, match=r"run in a circle$"):
            files.write(tmp_path / "a", NEW)
        assert entries(tmp_path) == ["a", "b"]

    def test_a_file_that_changed_since_it_was_read_is_left_alone(self, story):
        story.write_bytes(b"Another reporter's words.\n")
        with pytest.raises(UserError, match=r"has changed since it was read"):
            files.write(story, NEW, was=OLD)
        assert story.read_bytes() == b"Another reporter's words.\n"
        assert entries(story.parent) == ["story.txt"]

    def test_a_file_that_changes_while_the_new_one_is_written_is_left_alone(self, story, monkeypatch):
        real = os.fsync

        def fsync_and_change(descriptor: int) -> None:
            real(descriptor)
            story.write_bytes(b"Another reporter's words.\n")

        monkeypatch.setattr(os, "fsync", fsync_and_change)
        with pytest.raises(UserError, match=r"has changed since it was read"):
            files.write(story, NEW, was=OLD)
        assert story.read_bytes() == b"Another reporter's words.\n"

    def test_a_file_that_is_gone_is_not_made_again(self, story):
        story.unlink()
        with pytest.raises(UserError, match=r"no such file"):
            files.write(story, NEW, was=OLD)
        assert entries(story.parent) == []

    def test_an_unchanged_file_is_written(self, story):
        files.write(story, NEW, was=OLD)
        assert story.read_bytes() == NEW

    @pytest.mark.parametrize(
        ("name", "why"),
        [("desk", "it is a folder"), ("none/s.txt", "no such file"), ("story.txt/s.txt", "not a folder")],
    )
    def test_places_that_can_not_be_written(self, story, name, why):
        (story.parent / "desk").mkdir()
        with pytest.raises(UserError, match=why) as raised:
            files.write(story.parent / name, NEW)
        assert "\n" not in str(raised.value)
        assert entries(story.parent) == ["desk", "story.txt"]

    @pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
    def test_a_device_is_not_replaced(self):
        with pytest.raises(UserError, match=r"not a regular file"):
            files.write(Path("/dev/null"), NEW)
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    def test_a_full_disk_leaves_the_draft_as_it_was(self, mounted):
        story = mounted / "story.txt"
        story.write_bytes(OLD)
        with pytest.raises(UserError, match=r"the disk is full$"):
            files.write(story, NEW * 10_000)
        assert story.read_bytes() == OLD
        assert entries(mounted) == ["story.txt"]

    def test_of_files_that_belong_together_a_full_disk_takes_none(self, mounted):
        story = mounted / "story.txt"
        story.write_bytes(OLD)
        with pytest.raises(UserError, match=r"story.diff: the disk is full$"):
            files.write_all({mounted / "story.txt": NEW, mounted / "story.diff": NEW * 10_000})
        assert story.read_bytes() == OLD
        assert entries(mounted) == ["story.txt"]

    def test_a_read_only_disk(self, mounted):
        story = mounted / "story.txt"
        story.write_bytes(OLD)
        subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
        for path in (story, mounted / "new.txt"):
            with pytest.raises(UserError, match=r"(read-only|no permission)$"):
                files.write(path, NEW)
        assert story.read_bytes() == OLD
        assert entries(mounted) == ["story.txt"]

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="mode bits don't stop root")
    def test_a_read_only_folder(self, story):
        story.parent.chmod(0o555)
        try:
            with pytest.raises(UserError, match=r"no permission$"):
                files.write(story.parent / "new.txt", NEW)
        finally:
            story.parent.chmod(0o755)

    def test_a_folder_that_nothing_can_be_added_to(self, tmp_path):
        """The same for root: the immutable flag, where the file system has it."""
        desk = tmp_path / "desk"
        desk.mkdir()
        (desk / "story.txt").write_bytes(OLD)
        try:
            flagged = subprocess.run(["chattr", "+i", desk], capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            flagged = False
        if not flagged:
            pytest.skip("no immutable flag here")
        try:
            with pytest.raises(UserError, match=r"no permission$"):
                files.write(desk / "story.txt", NEW)
            with pytest.raises(UserError, match=r"no permission$"):
                files.write(desk / "new.txt", NEW)
        finally:
            subprocess.run(["chattr", "-i", desk], check=True)
        assert (desk / "story.txt").read_bytes() == OLD
        assert entries(desk) == ["story.txt"]

    @pytest.mark.parametrize(
        ("code", "why"),
        [(errno.ENOSPC, "the disk is full"), (errno.EDQUOT, "quota"), (errno.EIO, "the disk failed")],
    )
    def test_a_failure_that_shows_only_when_the_disk_is_synced(self, story, monkeypatch, code, why):
        def fail(_descriptor: int) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(UserError, match=why):
            files.write(story, NEW)
        assert story.read_bytes() == OLD
        assert entries(story.parent) == ["story.txt"]

    def test_an_interrupt_leaves_nothing_behind(self, story, monkeypatch):
        def interrupt(_descriptor: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            files.write(story, NEW)
        assert story.read_bytes() == OLD
        assert entries(story.parent) == ["story.txt"]
