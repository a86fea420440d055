"""`copydesk fix`, run as a command: what it writes, byte for byte, and what it leaves alone."""

import subprocess
import sys
from pathlib import Path

import pytest

BAD = "The ministers met in Vienna.  They left on Monday.\n"
GOOD = "The ministers met in Vienna. They left on Monday.\n"


def test_a_corrected_draft_and_a_diff_beside_the_story(copydesk, story, tmp_path):
    path = story(BAD, "desk/talks.txt")
    ran = copydesk("fix", "desk/talks.txt")
    assert ran.code == 0
    assert path.read_text() == BAD
    assert (tmp_path / "desk/talks.corrected.txt").read_text() == GOOD
    assert (tmp_path / "desk/talks.diff").read_text().startswith("--- a/talks.txt\n+++ b/talks.txt\n")
    assert "talks.corrected.txt" in ran.out


def test_in_place_output_dir_stdout_and_diff(copydesk, story, tmp_path):
    path = story(BAD)
    ran = copydesk("fix", "--stdout", "story.txt")
    assert (ran.out, path.read_text()) == (GOOD, BAD)
    ran = copydesk("fix", "--diff", "story.txt")
    assert ran.out.startswith("--- a/story.txt\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["story.txt"]
    copydesk("fix", "--output-dir", "out/new", "story.txt")
    assert (tmp_path / "out/new/story.corrected.txt").read_text() == GOOD
    copydesk("fix", "--in-place", "story.txt")
    assert path.read_text() == GOOD
    assert copydesk("fix", "--in-place", "--stdout", "story.txt").code == 2


def test_as_a_filter(copydesk):
    ran = copydesk("fix", "-", stdin=BAD.encode())
    assert ran.raw == GOOD.encode()


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_bytes_outside_an_edit_stay(copydesk, story, bom, end):
    before = (
        bom + b"One \xe2\x80\x94 two\t\r\nThe ministers met in Vienna.  They left.\n\n\r\nThe end of it" + end
    )
    path = story(before)
    copydesk("fix", "--in-place", "--select", "typography/doubled-space", "story.txt")
    assert path.read_bytes() == before.replace(b".  T", b". T")


def test_windows_1252_stays_windows_1252(copydesk, story):
    path = story("The café’s owner left.  He “smiled” – again.\r\n", encoding="cp1252")
    copydesk("fix", "--in-place", "--select", "typography/doubled-space", "story.txt")
    assert path.read_bytes() == "The café’s owner left. He “smiled” – again.\r\n".encode("cp1252")


def _samples():
    return sorted(
        path
        for path in (Path(__file__).parents[2] / "samples").iterdir()
        if path.suffix in (".txt", ".md") and path.stem != "README"
    )


@pytest.mark.parametrize("sample", _samples(), ids=lambda path: path.name)
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixing_is_idempotent_and_both_tools_take_the_diff(copydesk, story, tmp_path, sample, unsafe):
    before = sample.read_bytes()
    path = story(before, sample.name)
    more = ["--unsafe-fixes"] if unsafe else []
    copydesk("fix", *more, sample.name)
    after = (tmp_path / f"{path.stem}.corrected{path.suffix}").read_bytes()
    diff = tmp_path / f"{path.stem}.diff"
    assert (after != before) is bool(diff.read_bytes())
    for tool in (["git", "apply", str(diff)], ["patch", "-p1", "--binary", "-i", str(diff)]):
        if after == before:
            continue
        path.write_bytes(before)
        done = subprocess.run(tool, cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode, path.read_bytes() == after) == (0, True), done.stderr
    path.write_bytes(after)
    assert copydesk("fix", "--diff", *more, sample.name).out == ""


def test_the_links_target_is_written_not_the_link(copydesk, story, tmp_path):
    real = story(BAD, "real.txt")
    (tmp_path / "link.txt").symlink_to(real)
    copydesk("fix", "--in-place", "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert real.read_text() == GOOD


def test_a_folder_that_cannot_be_made(copydesk, story):
    story(BAD)
    story("a file", "out")
    ran = copydesk("fix", "--output-dir", "out/new", "story.txt")
    assert (ran.code, "cannot make the folder" in ran.err) == (2, True)


def test_a_full_disk_loses_nothing(copydesk, story, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no permission to mount a small disk")
    try:
        data = (BAD * 900).encode()
        (small / "story.txt").write_bytes(data)
        ran = copydesk("fix", "--in-place", "small/story.txt")
        assert (ran.code, "disk is full" in ran.err) == (2, True), ran.err
        assert (small / "story.txt").read_bytes() == data
        assert [each.name for each in small.iterdir()] == ["story.txt"]
    finally:
        subprocess.run(["umount", str(small)], check=False)


def test_a_read_only_disk(copydesk, story, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "tmpfs", str(disk)], capture_output=True, check=False
    ).returncode:
        pytest.skip("no permission to mount a disk")
    try:
        (disk / "story.txt").write_text(BAD)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for arguments in (["--in-place"], []):
            ran = copydesk("fix", *arguments, "disk/story.txt")
            assert (ran.code, "read-only" in ran.err) == (2, True), ran.err
        assert (disk / "story.txt").read_text() == BAD
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_interrupted_it_leaves_the_story_alone(story, tmp_path):
    import signal
    import time

    path = story(BAD * 20000)
    before = path.read_bytes()
    running = subprocess.Popen(
        [sys.executable, "-m", "editor", "fix", "--in-place", "--languagetool", "off", "story.txt"],
        cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(1.0)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert "Traceback" not in err
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["story.txt"]
