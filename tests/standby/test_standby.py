"""Commands that a standby process runs: the same to the byte as those that run alone, and nothing is left of them."""

import os
import pty
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from editor.standby.server import forked

STORY = "Council approves bridge\n\nBy ANN LEE\n\nThe council have held a talks on Monday.\n"
COMMAND = [sys.executable, "-m", "editor"]
CHECK = ["check", "--languagetool", "off", "--no-cache"]


class Standby:
    """A place for standby processes of one test."""

    def __init__(self, home, folder):
        self.folder = folder
        self.environment = {**os.environ, "COPYDESK_HOME": str(home), "COPYDESK_STANDBY": ""}
        self.alone = {**self.environment, "COPYDESK_STANDBY": "off"}

    def run(self, *arguments, alone=False, env=None, **more):
        environment = {**(self.alone if alone else self.environment), **(env or {})}
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            timeout=120,
            check=False,
            **more,
        )

    def start(self):
        ran = self.run("standby", "start")
        assert ran.returncode == 0, ran.stderr
        return int(ran.stdout.split()[-1].rstrip(b"."))

    def children(self):
        return psutil.Process(self.pid).children()

    def wait_for_a_child(self):
        deadline = time.monotonic() + 20
        while not self.children():
            assert time.monotonic() < deadline, "the command was not handed over"
            time.sleep(0.02)

    def begun(self):
        """A check that was handed over and waits for its story on standard input."""
        command = subprocess.Popen(
            [*COMMAND, *CHECK, "-"],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.wait_for_a_child()
        return command

    def runs(self):
        return b"Stands by" in self.run("standby", "status").stdout


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory):
    """The compiled rulebook, made once for all tests."""
    return tmp_path_factory.mktemp("rulebook")


@pytest.fixture
def standby(tmp_path, rulebook):
    # Sockets have short paths.
    home = Path("/tmp") / f"copydesk-{os.getpid()}-{time.monotonic_ns() % 10**9}"
    home.mkdir(mode=0o700)
    (home / "rulebook").symlink_to(rulebook)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "desk" / "clean.txt").write_text("The council met on Monday.\n", encoding="utf-8")
    place = Standby(home, tmp_path / "desk")
    yield place
    place.run("standby", "stop")
    subprocess.run(["rm", "-rf", str(home)], check=False)


@pytest.fixture
def served(standby):
    """A standby process, and a check that it ran the commands: it forks a child for each."""
    standby.pid = standby.start()
    return standby


@pytest.mark.parametrize(
    "arguments",
    [
        [*CHECK, "story.txt"],
        [*CHECK, "clean.txt"],
        [*CHECK, "--format", "json", "."],
        [*CHECK, "missing.txt"],
        [*CHECK, "--no-such-option"],
        [*CHECK, "--profile", "uk", "story.txt"],
        ["explain", "articles/sound"],
        ["explain", "no/such-rule"],
        ["stats", "story.txt"],
    ],
)
def test_a_command_that_is_handed_over_says_the_same(served, arguments):
    handed, alone = served.run(*arguments), served.run(*arguments, alone=True)
    assert (handed.returncode, handed.stdout, handed.stderr) == (alone.returncode, alone.stdout, alone.stderr)
    assert b"Traceback" not in handed.stderr


def test_commands_are_run_by_the_standby_process(served):
    command = served.begun()
    out, _ = command.communicate(STORY.encode())
    assert command.returncode == 1 and b"fix: talks" in out


def test_folder_environment_and_input_are_the_callers(served, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "copydesk.toml").write_text('profile = "uk"\n')
    ran = subprocess.run(
        [*COMMAND, *CHECK, "--verbose", "-"],
        cwd=tmp_path / "other",
        input=b"He organized a a vote.\n",
        env={**served.environment, "FORCE_COLOR": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"profile uk" in ran.stderr and b"\x1b[" in ran.stdout and ran.returncode == 1


def test_fix_writes_the_file(served):
    ran = served.run("fix", "--languagetool", "off", "--in-place", "story.txt")
    assert ran.returncode == 1, ran.stderr
    assert "held talks" in (served.folder / "story.txt").read_text("utf-8")


def test_ctrl_c_reaches_the_command(served):
    command = served.begun()
    time.sleep(0.3)
    command.send_signal(signal.SIGINT)
    _, err = command.communicate(timeout=30)
    assert command.returncode == 130 and b"stopped; nothing was half-written" in err
    assert served.runs()


def test_a_caller_that_is_killed_takes_its_command_along(served):
    command = served.begun()
    command.kill()
    command.wait()
    deadline = time.monotonic() + 20
    while served.children() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not served.children() and served.runs()


def test_a_signal_that_comes_before_the_copy_is_ready_is_not_lost():
    def work(listen):
        time.sleep(0.3)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        listen()
        os._exit(7)

    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        pid = forked(work)
        os.kill(pid, signal.SIGTERM)
        _, status = os.waitpid(pid, 0)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGTERM


def test_a_standby_process_that_is_killed_is_told_of_and_the_next_command_runs_alone(served):
    command = served.begun()
    os.kill(served.pid, signal.SIGKILL)
    _, err = command.communicate(timeout=60)
    assert command.returncode == 3 and b"run it again" in err
    assert served.run(*CHECK, "story.txt").returncode == 1
    assert not served.runs()
    assert served.start() != served.pid


def test_a_changed_program_is_not_run_by_an_old_process(served, tmp_path):
    import editor

    extra = Path(editor.__file__).with_name("zz_changed_for_a_test.txt")
    try:
        extra.write_text("changed")
        assert served.run(*CHECK, "story.txt").returncode == 1
        deadline = time.monotonic() + 20
        while served.runs() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not served.runs()
    finally:
        extra.unlink()


def test_a_changed_rule_folder_is_seen(served):
    rules = served.folder / "rules"
    rules.mkdir()
    rule = 'rules:\n  - id: house/word\n    kind: existence\n    message: "no {span}"\n    why: w\n    source: s\n    severity: error\n    tokens: [%s]\n    examples:\n      - bad: "A %s."\n    counterexamples: ["A b."]\n'
    (served.folder / "copydesk.toml").write_text('rules = ["rules"]\n')
    for word in ("zorb", "council"):
        (rules / "house.yaml").write_text(rule % (word, word))
        ran = served.run(*CHECK, "--select", "house", "clean.txt")
        assert (b"no council" in ran.stdout) == (word == "council"), ran


def test_many_at_once(served):
    with ThreadPoolExecutor(12) as pool:
        ran = list(pool.map(lambda _: served.run(*CHECK, "story.txt"), range(24)))
    assert {(each.returncode, each.stdout) for each in ran} == {(1, ran[0].stdout)}


def test_many_starts_leave_one(standby):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: standby.run("standby", "start"), range(8)))
    told = standby.run("standby", "status").stdout
    assert told.count(b",") == 0 and b"Stands by" in told


def test_it_ends_when_idle(standby):
    from editor.standby.place import folder

    os.environ["COPYDESK_HOME"] = standby.environment["COPYDESK_HOME"]
    try:
        place = folder()
    finally:
        del os.environ["COPYDESK_HOME"]
    place.mkdir(parents=True, mode=0o700)
    process = subprocess.Popen(
        [sys.executable, "-m", "editor.standby.server", str(place), "0.5"], env=standby.environment
    )
    assert process.wait(timeout=60) == 0
    assert not (place / "socket").exists()


def test_it_is_not_used_where_others_can_write(served):
    from editor.standby import place

    folder = next((Path(served.environment["COPYDESK_HOME"]) / "run").glob("standby-*"))
    assert place.private(folder)
    folder.chmod(0o777)
    assert not place.private(folder)
    assert served.run(*CHECK, "story.txt").returncode == 1


def test_the_first_command_at_a_terminal_starts_one_and_the_next_is_handed_over(standby):
    def at_terminal():
        leader, follower = pty.openpty()
        environment = {
            key: value for key, value in standby.environment.items() if key not in ("COPYDESK_STANDBY", "CI")
        }
        done = subprocess.run(
            [*COMMAND, *CHECK, "--quiet", "story.txt"],
            cwd=standby.folder,
            env=environment,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            timeout=60,
            check=False,
        )
        os.close(follower)
        told = b""
        while True:
            try:
                some = os.read(leader, 4096)
            except OSError:
                break
            if not some:
                break
            told += some
        os.close(leader)
        return done.returncode, told

    first = at_terminal()
    deadline = time.monotonic() + 60
    while not standby.runs() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert standby.runs()
    assert at_terminal() == first and first[0] == 1


def test_in_a_script_none_is_started(standby):
    assert standby.run(*CHECK, "story.txt", env={"COPYDESK_STANDBY": "", "CI": ""}).returncode == 1
    assert not standby.runs()


def test_the_proofreaders_network_is_open_in_the_copies(standby):
    (standby.folder / "story.txt").write_text(
        "VIENNA (AP) -- The treasurer left the hall after have heard the shop owners of the old town.\n",
        "utf-8",
    )
    standby.environment["COPYDESK_PROOFREADER"] = "auto"
    standby.pid = standby.start()
    command = [*CHECK, "--proofreader", "required", "story.txt"]
    alone = standby.run(*command, alone=True)
    assert b"proofreader/verb-form" in alone.stdout
    for _ in range(3):
        handed = standby.run(*command)
        assert (handed.returncode, handed.stdout, handed.stderr) == (1, alone.stdout, alone.stderr)
    maps = Path(f"/proc/{standby.pid}/maps")
    if maps.exists():
        assert "onnxruntime" in maps.read_text()
