"""Several stories at a time: the same report in the same order, and nothing left behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from editor.cli.setup import Source
from editor.cli.work import processes, several_at_once
from editor.reports.story import CheckedStory
from editor.settings.model import Settings


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Thirty stories, of which some have an error, one is no text and one has no encoding that can be told."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(30):
        words = "the the " if number % 3 == 0 else "the "
        (folder / f"{number:02}.txt").write_text(f"He met {words}minister on Tuesday.\n\n" * (number + 1))
    (folder / "07.txt").write_bytes(b"\0\1\2\3" * 100)
    return folder


@pytest.mark.parametrize("shape", ["text", "concise", "json"])
def test_the_report_is_the_same_however_many_work(copydesk, archive: Path, shape: str):
    one = copydesk("check", "--no-cache", "--format", shape, "--jobs", "1", archive)
    many = copydesk("check", "--no-cache", "--format", shape, "--jobs", "4", archive)
    assert (many.code, many.out, many.err) == (one.code, one.out, one.err)
    assert one.code == 2
    assert "07.txt" in one.err
    if shape == "json":
        assert len(json.loads(one.out)["files"]) == 29


def test_standard_input_is_one_of_them(copydesk, archive: Path):
    done = copydesk(
        "check",
        "--no-cache",
        "--format",
        "json",
        "--jobs",
        "3",
        "-",
        archive / "01.txt",
        stdin=b"The the end.\n",
    )
    assert json.loads(done.out)["files"][0]["path"] == "-"
    assert len(json.loads(done.out)["files"][0]["findings"]) == 1


def test_stories_checked_before_and_new_ones_come_in_one_order(copydesk, archive: Path, tmp_path: Path):
    home = {"COPYDESK_HOME": str(tmp_path / "home")}
    copydesk("check", "--jobs", "1", *sorted(archive.glob("*[02468].txt")), env=home)
    mixed = copydesk("check", "--jobs", "3", archive, env=home)
    again = copydesk("check", "--jobs", "3", archive, env=home)
    fresh = copydesk("check", "--jobs", "1", "--no-cache", archive, env=home)
    assert (mixed.code, mixed.out) == (again.code, again.out) == (fresh.code, fresh.out)


def test_what_was_checked_before_needs_no_process(monkeypatch, archive: Path):
    monkeypatch.setattr(ProcessPoolExecutor, "submit", lambda *_: pytest.fail("a process was asked"))
    desk = SimpleNamespace(kept=lambda path, name, data: CheckedStory(name, data.decode(), ()))
    sources = [Source(path, path.name) for path in sorted(archive.glob("0[0-6].txt"))]
    outcomes = list(several_at_once(desk, {}, sources, 2))
    assert [each.story.path for each in outcomes] == [each.name for each in sources]


def test_a_wrong_profile_ends_it_in_one_line(copydesk, archive: Path):
    done = copydesk("check", "--jobs", "4", "--profile", "nobody", archive)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "there is no profile 'nobody'" in done.err


def test_an_engine_that_was_required_ends_it_with_3(copydesk, archive: Path, tmp_path: Path):
    done = copydesk(
        "check", "--jobs", "2", "--no-install", archive, languagetool="required",
        env={"COPYDESK_HOME": str(tmp_path / "empty")},
    )  # fmt: skip
    assert done.code == 3
    assert "not installed" in done.err
    assert "Traceback" not in done.err


def test_a_notice_is_given_once(copydesk, archive: Path, tmp_path: Path):
    done = copydesk(
        "check", "--jobs", "2", "--no-install", archive, languagetool="auto",
        env={"COPYDESK_HOME": str(tmp_path / "empty")},
    )  # fmt: skip
    assert done.err.count("Going on without its findings") == 1
    assert done.out


_SLOW = """
import sys, time
from editor.cli import work
from editor.cli.main import run
ordinary = work._check
def slow(source, data):
    time.sleep(0.5)
    return ordinary(source, data)
work._check = slow
sys.argv = ["copydesk", "check", "--no-cache", "--languagetool", "off", "--jobs", "2", sys.argv[1]]
run()
"""


def begun(archive: Path) -> tuple[subprocess.Popen[str], list[psutil.Process]]:
    """A slow command and its working processes."""
    command = subprocess.Popen(
        [sys.executable, "-c", _SLOW, str(archive)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until = time.monotonic() + 20
    workers: list[psutil.Process] = []
    while len(workers) < 2 and time.monotonic() < until:
        time.sleep(0.02)
        workers = psutil.Process(command.pid).children()
    time.sleep(0.5)
    return command, workers


@pytest.mark.skipif(sys.platform != "linux", reason="the slow workers are forked")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_the_command_ends_its_processes(archive: Path, sent: signal.Signals):
    command, workers = begun(archive)
    assert len(workers) == 2
    command.send_signal(sent)
    _, said = command.communicate(timeout=20)
    assert "Traceback" not in said
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert not alive


@pytest.mark.skipif(sys.platform != "linux", reason="the slow workers are forked")
def test_a_process_that_is_killed_ends_it_in_one_line(archive: Path):
    command, workers = begun(archive)
    workers[0].kill()
    _, said = command.communicate(timeout=20)
    assert command.returncode == 3
    assert (
        said == "copydesk: a process that checked stories was ended from outside; try again with --jobs 1\n"
    )


def test_how_many_work():
    assert processes(0, 3, shared=True) == 1
    assert processes(0, 1000, shared=True) >= 1
    assert processes(4, 1000, shared=True) == 4
    assert processes(4, 2, shared=True) == 2
    assert processes(4, 1000, shared=False) == 1
    assert not Settings(languagetool_server="own").shares_server
    assert Settings(languagetool_server="own", languagetool="off").shares_server
