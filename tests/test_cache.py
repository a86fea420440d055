"""What is kept is what was put, whatever happens to the file; and a cached run finds what a fresh one finds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.cache import Cache
from editor.desk import Desk
from editor.settings.load import SettingsLoader
from editor.stamps import digest, stamp


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "results.sqlite3"


def test_what_was_put_is_there_for_the_next_process(place: Path):
    first = Cache(place)
    first.put("a", {"x": [1, "é 😀", None]})
    assert first.get("a") == {"x": [1, "é 😀", None]}
    first.close()
    second = Cache(place)
    assert second.get_all(["a", "b"]) == {"a": {"x": [1, "é 😀", None]}}
    second.close()


def test_keys_tell_their_parts_apart():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", "") != digest("a")
    assert digest(b"a") == digest("a")


def test_a_stamp_changes_with_any_file(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("one")
    before = stamp(tmp_path)
    assert stamp(tmp_path) == before
    (tmp_path / "a.yaml").write_text("other")
    changed = stamp(tmp_path)
    assert changed != before
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text("")
    assert stamp(tmp_path) != changed


@pytest.mark.parametrize("rubbish", [b"", b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_cache_is_thrown_away(place: Path, rubbish: bytes):
    place.parent.mkdir()
    place.write_bytes(rubbish)
    cache = Cache(place)
    assert cache.get("a") is None
    cache.put("a", 1)
    cache.close()
    again = Cache(place)
    again.put("b", 2)
    again.close()
    last = Cache(place)
    assert last.get("b") == 2
    last.close()


def test_a_page_that_went_bad_gives_nothing_wrong(place: Path):
    cache = Cache(place)
    cache.put_all({f"key {number}": ["value"] * 50 for number in range(500)})
    cache.close()
    data = bytearray(place.read_bytes())
    for at in range(5000, len(data), 997):
        data[at] ^= 0x20
    place.write_bytes(bytes(data))
    damaged = Cache(place)
    for number in range(500):
        assert damaged.get(f"key {number}") in (None, ["value"] * 50)
    damaged.close()


def test_a_value_that_somebody_changed_is_not_believed(place: Path):
    cache = Cache(place)
    cache.put("a", "true")
    cache.close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE results SET value = replace(value, 'true', 'fals')")
        connection.execute("INSERT INTO results SELECT 'b', value, used FROM results")
    connection.close()
    again = Cache(place)
    assert again.get("a") is None
    assert again.get("b") is None
    again.close()


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "results.sqlite3")
    cache.put("a", 1)
    cache.close()
    assert cache.get("a") is None


def test_it_stays_within_its_bounds_and_keeps_the_newest(place: Path):
    for turn in range(12):
        cache = Cache(place, largest=200_000)
        cache.put_all({f"{turn} {number}": "x" * 200 for number in range(200)})
        cache.close()
    last = Cache(place)
    assert last.get("11 199") == "x" * 200
    assert last.get("0 0") is None
    last.close()
    assert place.stat().st_size < 600_000


_WRITER = """
import sys
from pathlib import Path
from editor.cache import Cache
cache = Cache(Path(sys.argv[1]))
for number in range(300):
    cache.put(f"{sys.argv[2]} {number}", number)
    cache.get(f"{number % 7} {number}")
cache.close()
"""


def test_many_processes_write_at_once(place: Path):
    commands = [subprocess.Popen([sys.executable, "-c", _WRITER, str(place), str(n)]) for n in range(6)]
    assert [command.wait(120) for command in commands] == [0] * 6
    cache = Cache(place)
    for writer in range(6):
        for number in range(300):
            assert cache.get(f"{writer} {number}") in (number, None)
    assert cache.get("0 299") == 299
    cache.close()


_SENTENCES = st.sampled_from(
    [
        "He held a talks with the minister.",
        "The the government said on Tuesday it would act.",
        "“It are a problem,” she said.",
        "Shares fell 3 % to $40 .",
        "UN and U.N. officials met.",
        "The colour was grey and the color was gray.",
        "Kyiv, not Kiev.",
        "Nothing is wrong here.",
        "",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts=st.lists(st.lists(_SENTENCES, max_size=6), min_size=2, max_size=6))
def test_a_cached_run_finds_what_a_fresh_one_finds(tmp_path: Path, drafts: list[list[str]]):
    """Random edits of a story, each draft checked with what earlier ones left in the cache."""
    loader = SettingsLoader(search=False, command_line={"languagetool": "off"})
    cache = Cache(tmp_path / "results.sqlite3")
    with Desk(loader, cache=cache) as warm, Desk(loader) as fresh:
        for draft in [*drafts, *drafts]:
            data = "\n\n".join(draft).encode("utf-8")
            kept, new = (
                warm.checked(None, "story.txt", data),
                fresh.checked(None, "story.txt", data),
            )
            assert kept == new


def test_findings_depend_on_settings_and_rules(tmp_path: Path):
    data = b"He met the the minister.\n"
    cache = Cache(tmp_path / "results.sqlite3")

    def found(**options: object) -> int:
        loader = SettingsLoader(search=False, command_line={"languagetool": "off", **options})
        desk = Desk(loader, cache=cache)
        return len(desk.checked(None, "story.txt", data).findings)

    assert found() == 1
    assert found(ignore=["grammar"]) == 0
    assert found(select=["typography"]) == 0
    rules = tmp_path / "rules"
    rules.mkdir()
    rule = """
topic: Tests
rules:
  - id: test/{word}
    kind: existence
    tokens: [{word}]
    message: "'{word}' is tested."
    why: "A test."
    source: "None."
    severity: warning
    examples: [{{bad: "A {word} is here."}}]
    counterexamples: ["Nothing.", "Nobody.", "Never."]
"""
    (rules / "mine.yaml").write_text(rule.format(word="minister"))
    assert found(rules=[str(rules)]) == 2
    (rules / "mine.yaml").write_text(rule.format(word="president"))
    assert found(rules=[str(rules)]) == 1
    assert found() == 1
    cache.close()
