"""LanguageTool misbehaving, and text of any length, seen from the desk."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lt_helpers import FakeLanguageTool, drop, hang, plain

from editor.errors import EngineError, UserError
from editor.languagetool import tool as module
from editor.languagetool.server import Server, ServerSettings
from editor.languagetool.tool import LanguageTool

_TEXT = "Here is an error."
_TROUBLE = {
    "slow": (hang, "does not answer in time"),
    "dying": (drop, "the connection fails"),
    "no JSON": (plain(200, "<html>Welcome"), "Welcome"),
    "other JSON": (plain(200, '{"hello": []}'), "not what LanguageTool answers"),
    "a list": (plain(200, "[]"), "not what LanguageTool answers"),
    "an error": (plain(500, "Error: Internal"), "Error: Internal"),
    "an empty error": (plain(500, ""), "its answer is empty"),
}


@pytest.mark.parametrize("name", _TROUBLE)
def test_one_failure_is_mended_by_a_second_try(fake: FakeLanguageTool, name: str):
    fake.script = [_TROUBLE[name][0]]
    with LanguageTool(fake.url, timeout=0.5) as tool:
        assert [match.span.of(_TEXT) for match in tool.check(_TEXT)] == ["an error"]
        assert tool.failure is None
    assert len(fake.texts) == 2


@pytest.mark.parametrize("name", _TROUBLE)
def test_two_failures_end_a_check_that_was_asked_for(fake: FakeLanguageTool, name: str):
    step, reason = _TROUBLE[name]
    fake.script = [step, step]
    with LanguageTool(fake.url, timeout=0.5) as tool:
        with pytest.raises(EngineError, match=reason) as raised:
            tool.check(_TEXT)
        assert raised.value.exit_code == 3
        assert "\n" not in str(raised.value)
        assert len(tool.check(_TEXT)) == 1


class FakeServer(Server):
    """A local server that is a fake; counts how often one is started."""

    started = 0
    address = ""

    def __init__(self, *_: object) -> None:
        pass

    def start(self) -> None:
        type(self).started += 1

    @property
    def url(self) -> str:
        return f"{self.address}/"

    @property
    def alive(self) -> bool:
        return True

    def close(self) -> None:
        pass


@pytest.fixture
def local(fake: FakeLanguageTool, jars: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLanguageTool:
    """The fake as our own server."""
    FakeServer.started = 0
    FakeServer.address = fake.url
    monkeypatch.setattr(module, "Server", FakeServer)
    return fake


def test_a_failure_starts_a_new_server(local: FakeLanguageTool):
    with LanguageTool("required") as tool:
        assert tool.wait()
        local.script = [drop]
        assert len(tool.check(_TEXT)) == 1
    assert FakeServer.started == 2


def test_auto_goes_on_and_says_so_once(local: FakeLanguageTool):
    said: list[str] = []
    with LanguageTool("auto", notify=said.append) as tool:
        assert tool.wait()
        local.script = [drop] * 2
        assert tool.check(_TEXT) == []
        local.script = [drop] * 20
        assert tool.check(_TEXT) == []
        asked = len(local.texts)
        assert tool.check(_TEXT) == []
        assert len(local.texts) == asked
        assert tool.failure
    assert len(said) == 1
    assert said[0].endswith("Going on without its findings.")


def test_auto_that_fails_for_one_text_serves_the_next(local: FakeLanguageTool):
    said: list[str] = []
    with LanguageTool("auto", notify=said.append) as tool:
        assert tool.wait()
        local.script = [drop, None, drop]
        assert tool.check(_TEXT) == []
        assert len(tool.check(_TEXT)) == 1
    assert len(said) == 1


def test_required_without_an_install_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    with (
        LanguageTool("required", install=False) as tool,
        pytest.raises(EngineError, match="run 'copydesk languagetool install'"),
    ):
        tool.check(_TEXT)


def test_auto_without_an_install_says_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    said: list[str] = []
    with LanguageTool("auto", install=False, notify=said.append) as tool:
        assert [tool.check(_TEXT), tool.check_blocks(["a", "b"])] == [[], [[], []]]
        assert not tool.wait()
    assert len(said) == 1


def test_auto_with_no_network_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    monkeypatch.setenv("COPYDESK_MAVEN_MIRROR", "http://127.0.0.1:9")
    monkeypatch.setattr("editor.languagetool.install._PAUSE", 0.0)
    said: list[str] = []
    with LanguageTool("auto", notify=said.append) as tool:
        assert tool.check(_TEXT) == []
    assert said[0].startswith("Installing LanguageTool 6.8 (101 MB)")
    assert "no connection" in said[1]
    assert len(said) == 2


def test_an_address_where_nobody_answers():
    with (
        LanguageTool("http://127.0.0.1:9") as tool,
        pytest.raises(
            EngineError, match=r"no LanguageTool server at http://127\.0\.0\.1:9/: the connection fails"
        ),
    ):
        tool.check(_TEXT)


def test_an_address_that_is_none():
    with pytest.raises(UserError, match="'sometimes maybe' is no address"):
        LanguageTool("sometimes maybe")


def test_off_and_closed_find_nothing():
    with LanguageTool("off") as tool:
        assert tool.check(_TEXT) == []
    auto = LanguageTool("auto")
    auto.close()
    auto.start()
    assert auto.check(_TEXT) == []


def test_starting_returns_at_once(own_home: Path):
    begun = time.monotonic()
    tool = LanguageTool("auto", install=False)
    tool.start()
    taken = time.monotonic() - begun
    tool.close()
    assert taken < 0.5


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["an error", "😀", "word.", "\n\n", "\n", " "]), max_size=60))
def test_spans_hold_whatever_the_text_is_cut_into(fake: FakeLanguageTool, words: list[str]):
    text = " ".join(words)
    with LanguageTool(fake.url) as tool:
        tool._limit = 40
        found = tool.check(text)
    assert all(match.span.of(text) == "an error" for match in found)
    # A cut in the middle of the words hides them; between paragraphs it can't.
    assert len(found) <= text.count("an error")


def test_paragraphs_are_cut_without_loss(fake: FakeLanguageTool):
    text = "\n\n".join(f"Number {n} 😀 has an error and goes on." for n in range(50))
    with LanguageTool(fake.url) as tool:
        tool._limit = 200
        assert len(tool.check(text)) == 50
    assert len(fake.texts) > 5


def test_blocks_keep_their_matches(fake: FakeLanguageTool):
    blocks = ["No fault.", "", "😀 an error, an error", "an error", "x" * 300 + ". an error"]
    with LanguageTool(fake.url) as tool:
        tool._limit = 100
        found = tool.check_blocks(blocks)
    assert [[m.span.of(block) for m in each] for block, each in zip(blocks, found, strict=True)] == [
        [],
        [],
        ["an error", "an error"],
        ["an error"],
        ["an error"],
    ]


def test_a_text_over_the_servers_limit_is_halved(fake: FakeLanguageTool):
    fake.limit = 500
    text = "\n\n".join(f"Number {n} has an error." for n in range(100))
    with LanguageTool(fake.url) as tool:
        assert len(tool.check(text)) == 100


def test_a_server_that_takes_nothing_is_an_error(fake: FakeLanguageTool):
    fake.limit = 0
    with LanguageTool(fake.url) as tool, pytest.raises(EngineError, match="takes no text"):
        tool.check(_TEXT)


def test_a_real_server_killed_between_checks_is_replaced(own_home: Path):
    with LanguageTool("required", install=False, settings=ServerSettings(brief=True)) as tool:
        assert tool.wait()
        assert tool._server is not None
        assert tool._server.pid is not None
        java = psutil.Process(tool._server.pid).children()[0]
        os.kill(java.pid, signal.SIGKILL)
        assert [m.rule_id for m in tool.check("He ate a apple.")] == ["EN_A_VS_AN"]
        assert tool.failure is None


def test_auto_leaves_out_an_archive_and_says_so_once(
    local: FakeLanguageTool, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "LONGEST", 100)
    said: list[str] = []
    long = _TEXT * 10
    with LanguageTool("auto", notify=said.append) as tool:
        assert tool.check(long) == []
        assert tool.check_blocks([_TEXT] * 10) == [[]] * 10
        assert len(tool.check(_TEXT)) == 1
        assert tool.failure is None
    assert len(said) == 1
    assert "too long for LanguageTool" in said[0]
    with LanguageTool("required") as tool:
        assert len(tool.check(long)) == 10
