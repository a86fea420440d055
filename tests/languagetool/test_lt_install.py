from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from editor.errors import EngineError
from editor.languagetool import install as module
from editor.languagetool.install import install, installed, repository
from editor.languagetool.lock import Artifact, Lock


class Repository:
    """A Maven repository of a few small jars, on this machine."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.requests: list[tuple[str, str | None]] = []
        self.ranges = True
        self.cut: dict[str, int] = {}
        self.status = 200
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.lstrip("/")
                wanted = self.headers.get("Range")
                repository.requests.append((path, wanted))
                if repository.status != 200 or path not in repository.files:
                    self.send_error(repository.status if repository.status != 200 else 404)
                    return
                content = repository.files[path]
                start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and repository.ranges else 0
                self.send_response(206 if start else 200)
                self.send_header("Content-Length", str(len(content) - start))
                self.end_headers()
                cut = repository.cut.pop(path, None)
                self.wfile.write(content[start:cut])

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(module, "_PAUSE", 0.0)
    server = Repository()
    monkeypatch.setenv("COPYDESK_MAVEN_MIRROR", server.url + "/")
    yield server
    server.close()


@pytest.fixture
def lock(repo: Repository) -> Lock:
    artifacts = []
    for number in range(12):
        content = bytes([number]) * (200_000 if number == 3 else 1000 + number)
        artifact = Artifact(
            "org.example", f"jar{number}", "1", len(content), hashlib.sha256(content).hexdigest()
        )
        repo.files[artifact.path] = content
        artifacts.append(artifact)
    return Lock("1", "https://repository.invalid", tuple(artifacts))


def holds(place: Path, lock: Lock) -> bool:
    return all(hashlib.sha256((place / a.name).read_bytes()).hexdigest() == a.sha256 for a in lock.artifacts)


def test_all_jars_are_fetched_and_counted(repo: Repository, lock: Lock):
    seen: list[tuple[int, int]] = []
    place = install(lambda done, total: seen.append((done, total)), lock)
    assert holds(place, lock)
    assert place == installed(lock)
    assert seen[-1] == (lock.size, lock.size)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert not list(place.parent.glob("*.part"))


def test_a_second_run_asks_nothing(repo: Repository, lock: Lock):
    install(None, lock)
    asked = len(repo.requests)
    install(None, lock)
    assert len(repo.requests) == asked == len(lock.artifacts)


def test_an_interrupted_run_is_resumed_where_it_stopped(repo: Repository, lock: Lock):
    big = lock.artifacts[3]
    staging = module.folder(lock).with_name(f"{lock.key}.part")
    staging.mkdir(parents=True)
    (staging / lock.artifacts[0].name).write_bytes(repo.files[lock.artifacts[0].path])
    (staging / f"{big.name}.part").write_bytes(repo.files[big.path][:150_000])
    place = install(None, lock)
    assert holds(place, lock)
    asked = dict(repo.requests)
    assert asked[big.path] == "bytes=150000-"
    assert lock.artifacts[0].path not in asked


def test_a_server_that_knows_no_ranges_is_read_from_the_start(repo: Repository, lock: Lock):
    big = lock.artifacts[3]
    repo.ranges = False
    staging = module.folder(lock).with_name(f"{lock.key}.part")
    staging.mkdir(parents=True)
    (staging / f"{big.name}.part").write_bytes(b"x" * 150_000)
    assert holds(install(None, lock), lock)


def test_a_connection_that_ends_early_is_taken_up_again(repo: Repository, lock: Lock):
    big = lock.artifacts[3]
    repo.cut[big.path] = 70_000
    assert holds(install(None, lock), lock)
    second = [wanted for path, wanted in repo.requests if path == big.path][-1]
    assert second is not None
    assert 50_000 < int(second.removeprefix("bytes=").rstrip("-")) <= 70_000


def test_a_part_that_was_damaged_is_fetched_anew(repo: Repository, lock: Lock):
    big = lock.artifacts[3]
    staging = module.folder(lock).with_name(f"{lock.key}.part")
    staging.mkdir(parents=True)
    (staging / f"{big.name}.part").write_bytes(b"x" * 150_000)
    seen: list[int] = []
    assert holds(install(lambda done, total: seen.append(done), lock), lock)
    assert seen[-1] == lock.size


def test_a_wrong_checksum_installs_nothing(repo: Repository, lock: Lock):
    path = lock.artifacts[5].path
    repo.files[path] = b"?" * len(repo.files[path])
    with pytest.raises(EngineError, match=r"jar5-1\.jar is not what the lock file says") as raised:
        install(None, lock)
    assert "\n" not in str(raised.value)
    assert installed(lock) is None


@pytest.mark.parametrize("status", [403, 404])
def test_a_clear_no_is_said_at_once(repo: Repository, lock: Lock, status: int):
    repo.status = status
    with pytest.raises(EngineError, match=f"answers {status} .* check COPYDESK_MAVEN_MIRROR"):
        install(None, lock)
    assert max(Counter(path for path, _ in repo.requests).values()) == 1


def test_a_server_in_trouble_is_asked_again(repo: Repository, lock: Lock):
    repo.status = 503
    with pytest.raises(EngineError, match="it answers 503"):
        install(None, lock)
    assert max(Counter(path for path, _ in repo.requests).values()) == 3
    repo.status = 200
    assert holds(install(None, lock), lock)


def test_without_a_network_one_line_says_what_to_do(
    repo: Repository, lock: Lock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COPYDESK_MAVEN_MIRROR", "http://127.0.0.1:9")
    with pytest.raises(
        EngineError, match=r"no connection; check the connection .* run 'copydesk languagetool"
    ) as raised:
        install(None, lock)
    assert "\n" not in str(raised.value)


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path, repo: Repository, lock: Lock, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "file"))
    with pytest.raises(EngineError, match=r"could not be saved in .*; free some space or set COPYDESK_HOME"):
        install(None, lock)


def test_a_damaged_install_is_replaced(repo: Repository, lock: Lock):
    place = install(None, lock)
    (place / lock.artifacts[1].name).write_bytes(b"")
    assert installed(lock) is None
    assert holds(install(None, lock), lock)
    assert [each.name for each in place.parent.iterdir() if each.is_dir()] == [place.name]


def test_a_stopped_install_is_not_there(repo: Repository, lock: Lock):
    stop = threading.Event()
    stop.set()
    with pytest.raises(EngineError, match="stopped"):
        install(None, lock, stop)
    assert installed(lock) is None
    assert holds(install(None, lock), lock)


def test_twenty_at_once_install_once(repo: Repository, lock: Lock, tmp_path: Path):
    page = tmp_path / "lock.json"
    entries = [
        {"group": a.group, "artifact": a.artifact, "version": a.version, "size": a.size, "sha256": a.sha256}
        for a in lock.artifacts
    ]
    page.write_text(json.dumps({"languagetool": "1", "repository": lock.repository, "artifacts": entries}))
    code = (
        "import sys, pathlib\n"
        "from editor.languagetool.lock import load_lock\n"
        "from editor.languagetool.install import install\n"
        "print(install(None, load_lock(pathlib.Path(sys.argv[1]))))"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(page)], stdout=subprocess.PIPE, text=True)
        for _ in range(20)
    ]
    said = {process.communicate(timeout=60)[0].strip() for process in running}
    assert all(process.returncode == 0 for process in running)
    assert said == {str(installed(lock))}
    assert Counter(path for path, _ in repo.requests) == Counter(a.path for a in lock.artifacts)


def settings(url: str, of: str) -> str:
    return (
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors><mirror><id>m</id>'
        f"<url>{url}</url><mirrorOf>{of}</mirrorOf></mirror></mirrors></settings>"
    )


@pytest.mark.parametrize(
    ("of", "taken"),
    [("*", True), ("central", True), ("external:*,!inner", True), ("inner", False), ("*,!central", False)],
)
def test_the_mirror_of_mavens_settings_is_honoured(
    tmp_path: Path, lock: Lock, monkeypatch, of: str, taken: bool
):
    monkeypatch.delenv("COPYDESK_MAVEN_MIRROR")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text(settings("http://mirror.example/maven/", of))
    assert repository(lock) == ("http://mirror.example/maven" if taken else "https://repository.invalid")


def test_the_environment_goes_before_mavens_settings(tmp_path: Path, lock: Lock, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("COPYDESK_MAVEN_MIRROR", "http://other.example/")
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text(settings("http://mirror.example/", "*"))
    assert repository(lock) == "http://other.example"


def test_broken_settings_of_maven_are_passed_over(tmp_path: Path, lock: Lock, monkeypatch):
    monkeypatch.delenv("COPYDESK_MAVEN_MIRROR")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text("<settings>")
    assert repository(replace(lock, repository="http://r.example/")) == "http://r.example"
