"""The diff says exactly what became of the bytes; git and patch are asked themselves."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.reports.diff import unified_diff

lines = st.lists(st.sampled_from([b"a", b"b", b"", b"c c", b"\xff\xfe", b"x\r"]), max_size=12).map(b"\n".join)


def applied(folder: Path, name: str, before: bytes, diff: bytes, tool: str) -> bytes:
    (folder / name).write_bytes(before)
    command = ["git", "apply", "-"] if tool == "git" else ["patch", "-p1", "--binary", "--quiet"]
    done = subprocess.run(command, input=diff, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout + diff
    return (folder / name).read_bytes()


@settings(max_examples=40, deadline=None)
@given(before=lines, after=lines, tool=st.sampled_from(["git", "patch"]))
def test_both_tools_make_the_corrected_bytes(tmp_path_factory, before, after, tool):
    if before == after or not before or not after:
        return
    folder = tmp_path_factory.mktemp("diff")
    assert applied(folder, "story.txt", before, unified_diff("story.txt", before, after), tool) == after


@pytest.mark.parametrize("name", ["two words.txt", "été.txt", 'quo"te.txt', "back\\slash.txt"])
def test_odd_names_are_taken_by_git(tmp_path, name):
    before, after = b"one\ntwo\n", b"one\n2\n"
    assert applied(tmp_path, name, before, unified_diff(name, before, after), "git") == after


def test_nothing_changed_is_no_diff():
    assert unified_diff("story.txt", b"same\n", b"same\n") == b""


@pytest.mark.parametrize("name", ["/etc/story.txt", "../story.txt"])
def test_a_path_that_leaves_the_folder_is_refused(name):
    with pytest.raises(ValueError, match="relative"):
        unified_diff(name, b"a", b"b")
