"""LanguageTool in trouble, seen from the command: time-outs, memory, nonsense. Our own findings always come."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from lt_helpers import FakeLanguageTool, drop, hang, plain

from editor.errors import EngineError
from editor.languagetool import tool as module
from editor.languagetool.java import Java
from editor.languagetool.server import ServerSettings
from editor.languagetool.shared import running, stop
from editor.languagetool.tool import LanguageTool

_STORY = "He met the the minister on Tuesday.\n"


def check(story: Path, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "editor",
            "check",
            "--no-config",
            "--no-cache",
            "--format",
            "json",
            *more,
            str(story),
        ],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def rules(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [each["rule"] for file in json.loads(done.stdout)["files"] for each in file["findings"]]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(_STORY)
    return path


@pytest.mark.parametrize(
    "step", [plain(500, "Error: Internal"), plain(200, "<html>"), plain(200, "[]"), drop], ids=str
)
def test_required_and_failing_gives_our_findings_one_line_and_3(fake: FakeLanguageTool, story: Path, step):
    fake.script = [step] * 20
    done = check(story, "--languagetool", fake.url)
    assert done.returncode == 3
    assert rules(done) == ["grammar/doubled-word"]
    assert done.stderr.startswith("copydesk: LanguageTool fails: ")
    assert done.stderr.count("\n") == 1


def test_many_stories_too_and_the_line_comes_once(fake: FakeLanguageTool, tmp_path: Path, story: Path):
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(_STORY)
    fake.script = [plain(500, "Error: Internal")] * 200
    for jobs in ("1", "3"):
        done = check(tmp_path, "--jobs", jobs, "--languagetool", fake.url)
        assert done.returncode == 3
        assert rules(done) == ["grammar/doubled-word"] * 13
        assert done.stderr.count("\n") == 1


def test_auto_goes_on_and_says_so(tmp_path: Path, story: Path):
    done = check(story, "--languagetool", "auto", "--no-install", COPYDESK_HOME=str(tmp_path / "empty"))
    assert done.returncode == 1
    assert rules(done) == ["grammar/doubled-word"]
    assert done.stderr.count("Going on without its findings") == 1


@pytest.mark.parametrize("shared", [True, False])
def test_out_of_memory_ends_java_and_says_so(own_home: Path, shared: bool):
    """A heap into which its dictionaries don't fit: Java exits, twice, and nothing is left of it."""
    tiny = ServerSettings(heap_mb=24)
    said: list[str] = []
    tool = LanguageTool("auto", install=False, settings=tiny, shared=shared, notify=said.append)
    try:
        assert tool.check("He ate a apple.") == []
    finally:
        tool.close()
    assert len(said) == 1
    assert said[0].endswith("Going on without its findings.")
    with (
        pytest.raises(EngineError),
        LanguageTool("required", install=False, settings=tiny, shared=shared) as tool,
    ):
        tool.check("He ate a apple.")
    assert running() == []


def test_a_shared_server_that_hangs_is_replaced(
    own_home: Path,
    jars: Path,
    fake_java: Java,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(module, "find_java", lambda: fake_java)
    try:
        with LanguageTool("required", install=False, shared=True, timeout=1.0) as tool:
            assert tool.check("Fine.") == []
            (first,) = running()
            os.kill(first.pid, signal.SIGSTOP)
            assert tool.check("Fine.") == []
            (second,) = running()
            assert second.pid != first.pid
    finally:
        stop()


def test_a_slow_answer_is_asked_for_once_more(fake: FakeLanguageTool):
    fake.script = [hang]
    with LanguageTool(fake.url, timeout=0.5) as tool:
        assert len(tool.check_blocks(["Here is an error."])[0]) == 1
        assert tool.left_out == 0
