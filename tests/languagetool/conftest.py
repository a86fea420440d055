"""One real server for all tests of LanguageTool, a fake one for all that a real one rarely does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lt_helpers import FakeLanguageTool

from editor.languagetool.home import home
from editor.languagetool.install import install
from editor.languagetool.java import Java, find_java
from editor.languagetool.lock import load_lock
from editor.languagetool.server import Server, ServerSettings


@pytest.fixture(scope="session")
def jars() -> Path:
    """LanguageTool, fetched by the first test run on a machine and found by the others."""
    return install()


@pytest.fixture(scope="session")
def real_url(jars: Path) -> Iterator[str]:
    """The address of a running LanguageTool."""
    server = Server(load_lock(), jars, find_java(), ServerSettings(brief=True))
    server.start()
    yield server.url
    server.close()


@pytest.fixture
def own_home(jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A COPYDESK_HOME for one test, in which LanguageTool is installed."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "languagetool").symlink_to(home() / "languagetool")
    monkeypatch.setenv("COPYDESK_HOME", str(folder))
    return folder


@pytest.fixture
def fake() -> Iterator[FakeLanguageTool]:
    server = FakeLanguageTool()
    yield server
    server.close()


@pytest.fixture
def fake_java(tmp_path: Path) -> Java:
    """A launcher that serves as LanguageTool does, at once. Of an old version: it keeps nothing for its next start."""
    path = tmp_path / "java"
    script = Path(__file__).with_name("fake_java.py")
    path.write_text(f'#!/bin/sh\nexec {sys.executable} -S {script} "$@"\n')
    path.chmod(0o755)
    return Java(path, 17)
