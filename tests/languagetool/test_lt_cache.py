"""Only what changed goes to LanguageTool again, and a cached run finds what a fresh one finds."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from lt_helpers import FakeLanguageTool, drop
from test_lt_tool import FakeServer

from editor.cache import Cache
from editor.desk import Desk
from editor.errors import EngineError
from editor.languagetool import tool as module
from editor.languagetool.client import SENTENCES, SPELLING
from editor.languagetool.tool import LanguageTool
from editor.settings.load import SettingsLoader

_BLOCKS = [f"Paragraph {name} has an error." for name in ("one", "two", "three", "four", "five")]


@pytest.fixture
def local(fake: FakeLanguageTool, jars: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLanguageTool:
    """The fake as our own server."""
    FakeServer.started = 0
    FakeServer.address = fake.url
    monkeypatch.setattr(module, "Server", FakeServer)
    return fake


@pytest.fixture
def cache(tmp_path: Path):
    cache = Cache(tmp_path / "results.sqlite3")
    yield cache
    cache.close()


def ask(cache: Cache, blocks: list[str], mode: str = "required", **options) -> list[list[str]]:
    """The words marked in each block, by a tool of its own."""
    tool = LanguageTool(mode, cache=cache, **options)
    try:
        found = tool.check_blocks(blocks)
    finally:
        tool.close()
    return [[m.span.of(block) for m in each] for block, each in zip(blocks, found, strict=True)]


def test_an_unchanged_story_starts_no_server(local: FakeLanguageTool, cache: Cache):
    assert ask(cache, _BLOCKS) == [["an error"]] * 5
    assert FakeServer.started == 1
    asked = len(local.texts)
    assert ask(cache, _BLOCKS) == [["an error"]] * 5
    assert len(local.texts) == asked
    assert FakeServer.started == 1


def test_one_edited_paragraph_alone_goes_out_again(local: FakeLanguageTool, cache: Cache):
    ask(cache, _BLOCKS)
    local.requests.clear()
    edited = [*_BLOCKS[:2], "Paragraph three is right now.", *_BLOCKS[3:]]
    assert ask(cache, edited) == [["an error"], ["an error"], [], ["an error"], ["an error"]]
    assert [text for mode, text in local.requests if mode == SENTENCES] == ["Paragraph three is right now."]


def test_another_request_is_another_answer(local: FakeLanguageTool, cache: Cache):
    ask(cache, _BLOCKS)
    for options in (
        {"variant": "en-GB"},
        {"disabled_rules": ["X"]},
        {"enabled_rules": ["X"]},
        {"picky": True},
    ):
        local.requests.clear()
        ask(cache, _BLOCKS, **options)
        assert [text for mode, text in local.requests if mode == SENTENCES] == ["\n\n".join(_BLOCKS)], options


def test_a_word_is_asked_for_once_in_all_stories(local: FakeLanguageTool, cache: Cache):
    for words, sent in (
        (["mistery", "an error", "mistery"], ["mistery\n\nan error"]),
        (["an error", "collasped"], ["collasped"]),
        (["mistery", "collasped"], []),
    ):
        local.requests.clear()
        with LanguageTool("required", cache=cache) as tool:
            found = tool.check_words(words)
            assert tool.check_words(words) == found
        assert {word: match.span.of(word) for word, match in found.items()} == {
            word: word for word in words if word == "an error"
        }
        assert [text for mode, text in local.requests if mode == SPELLING] == sent


def test_a_word_that_got_no_answer_is_asked_for_again(local: FakeLanguageTool, cache: Cache):
    with LanguageTool("auto", cache=cache) as tool:
        assert tool.wait()
        local.script = [drop] * 4
        assert tool.check_words(["an error"]) == {}
        assert tool.left_out == 1
    local.script = []
    with LanguageTool("auto", cache=cache) as tool:
        assert list(tool.check_words(["an error"])) == ["an error"]


def test_a_failure_is_not_kept(local: FakeLanguageTool, cache: Cache):
    with LanguageTool("auto", cache=cache) as tool:
        assert tool.wait()
        local.script = [drop] * 4
        assert tool.check_blocks(_BLOCKS) == [[]] * 5
        assert tool.left_out == 1
    local.script = []
    assert ask(cache, _BLOCKS) == [["an error"]] * 5


def test_somebody_elses_server_is_always_asked(fake: FakeLanguageTool, cache: Cache):
    for _ in range(2):
        fake.requests.clear()
        assert ask(cache, _BLOCKS, fake.url) == [["an error"]] * 5
        assert fake.requests


def test_required_with_everything_kept_needs_no_server(
    local: FakeLanguageTool, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    ask(cache, _BLOCKS)
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "nowhere"))
    assert ask(cache, _BLOCKS, install=False) == [["an error"]] * 5
    with pytest.raises(EngineError, match="not installed"):
        ask(cache, [*_BLOCKS, "More."], install=False)


_WORDS = [
    "a apple",
    "He go home.",
    "They was late.",
    "Monday 3 March 2025",
    "teh",
    "“Yes,”",
    "it's",
    "its",
    "doughnut",
    "donut",
]


def test_with_the_real_one_edited_stories_find_what_fresh_ones_find(jars: Path, tmp_path: Path):
    """Random edits of a sample: paragraphs changed, moved, dropped and doubled."""
    sample = Path(__file__).parents[2] / "samples" / "disaster-ferry.txt"
    paragraphs = re.split(r"\n\s*\n", sample.read_text(encoding="utf-8"))
    chance = random.Random(6)
    cache = Cache(tmp_path / "results.sqlite3")
    loader = SettingsLoader(
        search=False, command_line={"languagetool": "required", "languagetool-server": "own"}
    )
    with Desk(loader, cache=cache) as warm, Desk(loader) as fresh:
        for _ in range(8):
            at = chance.randrange(len(paragraphs))
            match chance.randrange(4):
                case 0:
                    paragraphs[at] += " " + chance.choice(_WORDS)
                case 1:
                    paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(at))
                case 2 if len(paragraphs) > 4:
                    del paragraphs[at]
                case _:
                    paragraphs.insert(at, f"The {chance.choice(_WORDS)} of the ministry said.")
            data = "\n\n".join(paragraphs).encode()
            for _ in range(2):
                assert warm.checked(None, "story.txt", data) == fresh.checked(None, "story.txt", data)
