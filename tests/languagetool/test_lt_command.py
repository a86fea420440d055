from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from editor.cli.languagetool import languagetool
from editor.errors import EngineError


def test_install_does_nothing_the_second_time(jars: Path):
    done = CliRunner().invoke(languagetool, ["install"])
    assert done.exit_code == 0
    assert done.output.startswith(f"LanguageTool 6.8 is installed in {jars} (Java ")


def test_status_says_what_would_be_used(own_home: Path):
    done = CliRunner().invoke(languagetool, ["status"])
    assert done.exit_code == 0
    assert f"LanguageTool 6.8: {own_home / 'languagetool'}" in done.output
    assert "Java " in done.output


def test_status_without_an_install_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    done = CliRunner().invoke(languagetool, ["status"])
    assert "not installed" in done.output
    assert isinstance(done.exception, EngineError)
    assert "run 'copydesk languagetool install'" in str(done.exception)


def test_install_without_a_network_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    monkeypatch.setenv("COPYDESK_MAVEN_MIRROR", "http://127.0.0.1:9")
    monkeypatch.setattr("editor.languagetool.install._PAUSE", 0.0)
    done = CliRunner().invoke(languagetool, ["install"])
    assert isinstance(done.exception, EngineError)
    assert "no connection" in str(done.exception)
    assert "\r" not in done.output
