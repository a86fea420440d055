"""One server for all commands: found, started once, replaced when it makes no sense, and gone when nobody asks."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner
from lt_helpers import FakeLanguageTool, gone

from editor.cli.languagetool import languagetool
from editor.errors import EngineError
from editor.languagetool import shared
from editor.languagetool.java import Java
from editor.languagetool.lock import load_lock
from editor.languagetool.server import MAIN_CLASS, ServerSettings
from editor.languagetool.shared import SharedServer, running, stop, usual_idle
from editor.languagetool.tool import LanguageTool


@pytest.fixture
def make(own_home: Path, jars: Path, fake_java: Java):
    """Makes commands' views of the shared server; whatever runs in the end is ended."""

    def new(**options) -> SharedServer:
        java = options.pop("java", fake_java)
        settings = options.pop("settings", None)
        return SharedServer(load_lock(), jars, lambda: java, settings, **{"idle": 60.0, **options})

    yield new
    stop()


def state_file(home: Path) -> Path:
    (found,) = (home / "run").glob("shared-*/state.json")
    return found


def test_the_second_command_finds_the_server_of_the_first(make):
    first, second = make(), make()
    first.start()
    first.close()
    second.start()
    assert second.url == first.url
    assert second.alive
    assert len(running()) == 1


def test_the_server_listens_on_this_machine_only_and_its_files_are_its_owners(make, own_home: Path):
    server = make()
    server.start()
    (noted,) = running()
    addresses = {
        each.laddr.ip for each in psutil.Process(noted.pid).net_connections() if each.status == "LISTEN"
    }
    assert addresses == {"127.0.0.1"}
    folder = state_file(own_home).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "server.properties").stat().st_mode) == 0o600
    secret = (folder / "secret").read_text()
    assert secret not in " ".join(psutil.Process(noted.pid).cmdline())


def test_it_ends_by_itself_and_so_does_its_keeper(make, own_home: Path):
    server = make(idle=0.5, settings=ServerSettings(start_timeout=2.0))
    server.start()
    (noted,) = running()
    assert gone(noted.pid, 15)
    assert server.pid is not None
    assert gone(server.pid)
    assert not list((own_home / "run").glob("shared-*/state.json"))


def test_a_request_puts_off_its_end(make):
    server = make(idle=2.0, settings=ServerSettings(start_timeout=2.0))
    server.start()
    for _ in range(8):
        time.sleep(0.5)
        server.renew()
    assert server.alive


def test_a_start_is_never_shortened_by_another_command(make):
    make().start()
    (before,) = running()
    hasty = make(idle=1.0)
    hasty.start()
    hasty.close()
    assert running()[0].until >= before.until


def test_a_time_that_was_asked_for_holds_for_all(make):
    server = make()
    server.start()
    server.keep(3600)
    make().start()
    assert running()[0].until > time.time() + 3500


@pytest.mark.parametrize("who", ["server", "keeper"])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's signal at a parent's death")
def test_after_a_kill_nothing_stays_and_the_next_command_starts_anew(make, own_home: Path, who: str):
    first = make()
    first.start()
    noted = json.loads(state_file(own_home).read_text())
    os.kill(noted[who], signal.SIGKILL)
    assert gone(noted["server"])
    assert gone(noted["keeper"]) or who == "keeper"
    assert not first.alive
    second = make()
    second.start()
    assert second.alive
    assert second.url != first.url


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": 1}', '{"port": "x"}'])
def test_a_state_that_makes_no_sense_is_survived(make, own_home: Path, text: str):
    first = make()
    first.start()
    stop()
    (folder,) = (own_home / "run").glob("shared-*")
    (folder / "state.json").write_text(text)
    make().start()
    assert len(running()) == 1


def test_stale_process_ids_are_survived_and_strangers_left_alone(make, own_home: Path):
    first = make()
    first.start()
    noted = state_file(own_home).read_text()
    stop()
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        (folder,) = (own_home / "run").glob("shared-*")
        told = {**json.loads(noted), "server": stranger.pid, "keeper": stranger.pid, "started": time.time()}
        (folder / "state.json").write_text(json.dumps(told))
        second = make()
        second.start()
        assert second.alive
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_stranger_on_the_port_is_not_asked(make, own_home: Path, fake: FakeLanguageTool):
    first = make()
    first.start()
    path = state_file(own_home)
    told = json.loads(path.read_text())
    path.write_text(json.dumps({**told, "port": int(fake.url.rpartition(":")[2])}))
    second = make()
    second.start()
    assert not second.url.startswith(fake.url)
    assert second.alive
    assert gone(told["server"])


def test_a_server_of_another_version_is_replaced(make, own_home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAKE_VERSION", "5.9")
    first = make()
    first.start()
    old = first.pid
    monkeypatch.delenv("FAKE_VERSION")
    second = make()
    second.start()
    assert second.pid != old
    assert second._answer() == "ours"


def test_another_configuration_gets_a_server_of_its_own(make):
    one, other = make(), make(settings=ServerSettings(heap_mb=512))
    one.start()
    other.start()
    assert one.url != other.url
    assert len(running()) == 2
    assert stop() == 2
    assert running() == []


def test_a_failing_server_is_retired_but_not_its_successor(make, own_home: Path):
    first, late = make(), make()
    first.start()
    late.start()
    noted = json.loads(state_file(own_home).read_text())
    os.kill(noted["server"], signal.SIGSTOP)
    first.retire()
    assert gone(noted["server"])
    first.start()
    late.retire()
    assert first.alive


def test_a_healthy_server_is_not_retired(make):
    server = make()
    server.start()
    server.retire()
    assert server.alive


def test_a_server_that_cannot_start_says_why_in_one_line(make, tmp_path: Path):
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho 'Error: no such thing'; exit 1\n")
    broken.chmod(0o755)
    with pytest.raises(EngineError, match="did not start: Error: no such thing") as raised:
        make(java=Java(broken, 17)).start()
    assert "\n" not in str(raised.value)
    assert running() == []


def test_a_server_that_never_gets_ready_is_ended(make, tmp_path: Path):
    sleeper = tmp_path / "sleeper"
    sleeper.write_text("#!/bin/sh\nexec sleep 60\n")
    sleeper.chmod(0o755)
    with pytest.raises(EngineError, match="not ready within"):
        make(java=Java(sleeper, 17), settings=ServerSettings(start_timeout=0.5)).start()
    assert running() == []


def test_a_warm_up_that_fails_leaves_nothing(make):
    def fails(url: str) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        make(warm_up=fails).start()
    assert running() == []


def test_a_folder_that_cannot_be_written_is_one_line(make, own_home: Path):
    (own_home / "run").write_text("a file")
    with pytest.raises(EngineError, match="set COPYDESK_HOME"):
        make().start()


_COMMAND = """
import sys
from pathlib import Path
from editor.languagetool.install import installed
from editor.languagetool.java import Java
from editor.languagetool.lock import load_lock
from editor.languagetool.shared import SharedServer
server = SharedServer(load_lock(), installed(), lambda: Java(Path(sys.argv[1]), 17), idle=60.0)
server.start()
print(server.url)
"""


def test_twenty_commands_at_once_start_one_server(
    make, fake_java: Java, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FAKE_STARTS", str(tmp_path / "starts"))
    commands = [
        subprocess.Popen(
            [sys.executable, "-c", _COMMAND, str(fake_java.path)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(20)
    ]
    said = [command.communicate(timeout=120)[0] for command in commands]
    assert all(command.returncode == 0 for command in commands)
    assert len(set(said)) == 1
    assert (tmp_path / "starts").read_text() == "x"
    assert len(running()) == 1


@pytest.fixture
def real(own_home: Path):
    yield own_home
    stop()


def test_the_real_one_is_shared_and_replaced_after_a_kill(real: Path):
    """Started by one tool, used by another, killed under it, learnt from; one at a time in the end."""
    text = "He ate a apple."
    with LanguageTool("required", install=False, shared=True) as tool:
        assert [match.rule_id for match in tool.check(text)] == ["EN_A_VS_AN"]
    (noted,) = running()
    assert MAIN_CLASS in psutil.Process(noted.pid).cmdline()
    with LanguageTool("required", install=False, shared=True) as tool:
        begun = time.monotonic()
        assert [match.rule_id for match in tool.check(text)] == ["EN_A_VS_AN"]
        assert time.monotonic() - begun < 2
        assert running()[0].pid == noted.pid
        os.kill(noted.pid, signal.SIGKILL)
        assert [match.rule_id for match in tool.check(text)] == ["EN_A_VS_AN"]
    (now,) = running()
    assert now.pid != noted.pid


def test_start_status_and_stop(real: Path):
    run = CliRunner()
    started = run.invoke(languagetool, ["start", "--idle", "5"])
    assert started.exit_code == 0, started.output
    assert "Shared server on 127.0.0.1:" in started.output
    assert "it ends in 5.0 minutes" in started.output
    (noted,) = running()
    assert str(noted.pid) in run.invoke(languagetool, ["status"]).output
    assert run.invoke(languagetool, ["stop"]).output == "Ended 1 server.\n"
    assert gone(noted.pid)
    assert run.invoke(languagetool, ["stop"]).output == "No shared server runs.\n"
    # What Java learnt as it ended is there for its next start, which takes the same way and ends well.
    assert list((real / "aot").glob("*/languagetool.aot"))
    again = run.invoke(languagetool, ["start"])
    assert again.exit_code == 0, again.output
    assert "-XX:AOTCache=" in " ".join(psutil.Process(running()[0].pid).cmdline())


def test_a_check_leaves_a_server_that_ends_itself_and_no_server_leaves_none(real: Path, tmp_path: Path):
    story = tmp_path / "story.txt"
    story.write_text("He ate a apple on Tuesday, the spokesman said.\n")
    command = [sys.executable, "-m", "editor", "check", "--no-config", "--languagetool", "required"]
    own = subprocess.run([*command, "--no-server", str(story)], capture_output=True, text=True, check=False)
    assert own.returncode == 1, own.stderr
    assert running() == []
    both = subprocess.run([*command, "--no-cache", str(story)], capture_output=True, text=True, check=False)
    assert both.stdout == own.stdout
    assert len(running()) == 1


@pytest.mark.parametrize(
    ("ci", "terminal", "idle"),
    [
        ("", True, shared.IDLE),
        ("", False, shared.IDLE_UNATTENDED),
        ("true", True, shared.IDLE_UNATTENDED),
        ("false", True, shared.IDLE),
    ],
)
def test_it_ends_sooner_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, ci: str, terminal: bool, idle: float
):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr("sys.stdin.isatty", lambda: terminal, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    assert usual_idle() == idle
