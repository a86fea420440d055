"""Reading story files: what can go wrong ends in one line that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.documents.source import find_stories, read_bytes
from editor.errors import UserError


def test_bad_files_are_named_plainly(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"a\0b")
    (tmp_path / "p.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone")
    for name, why in [
        ("no.txt", "no such file"),
        ("", "is a folder"),
        ("b.txt", "binary"),
        ("p.txt", "a PDF"),
        ("dead.txt", "leads nowhere"),
    ]:
        with pytest.raises(UserError, match=why) as caught:
            read_bytes(tmp_path / name)
        assert "\n" not in str(caught.value)


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = tmp_path / "a.txt"
    story.write_text("x")

    def refuse(self: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UserError, match="no permission"):
        read_bytes(story)


@pytest.mark.parametrize(("changes", "fails"), [(1, False), (2, True)])
def test_file_that_changes_is_read_again_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: int, fails: bool
) -> None:
    story = tmp_path / "a.txt"
    story.write_bytes(b"first")
    plain, times = Path.read_bytes, []

    def busy(self: Path) -> bytes:
        data = plain(self)
        times.append(1)
        if len(times) <= changes:
            story.write_bytes(b"first" + b"x" * len(times))
        return data

    monkeypatch.setattr(Path, "read_bytes", busy)
    if fails:
        with pytest.raises(UserError, match="keeps changing"):
            read_bytes(story)
    else:
        assert read_bytes(story) == b"firstx"


def test_links_and_utf16_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffx".encode("utf-16-le"))
    (tmp_path / "l.txt").symlink_to(tmp_path / "a.txt")
    assert read_bytes(tmp_path / "l.txt") == b"\xff\xfex\0"


def test_folders_are_walked(tmp_path: Path) -> None:
    for name in ["b.txt", "a.md", "a.corrected.md", "a.diff", ".h/x.txt", "skip/x.txt", "s/c.text", "n.rtf"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / ".gitignore").write_text("skip/\n")
    found = [path.relative_to(tmp_path).as_posix() for path in find_stories([tmp_path])]
    assert found == ["a.md", "b.txt", "s/c.text"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="no stories"):
        find_stories([tmp_path / "empty"])
