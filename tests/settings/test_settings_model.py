"""Which rules run, at which severity, and what holds for which file."""

from pathlib import Path

import pytest

from editor.settings.model import Settings, covers
from editor.values import Severity


@pytest.mark.parametrize(
    ("selector", "rule", "expected"),
    [
        ("grammar", "grammar/x", True),
        ("grammar/", "grammar/x", True),
        ("grammar/x", "grammar/x", True),
        ("grammar/x", "grammar/xy", False),
        ("gram", "grammar/x", False),
        ("all", "wire/x", True),
    ],
)
def test_a_selector_covers_whole_steps(selector: str, rule: str, expected: bool):
    assert covers(selector, rule) is expected


@pytest.mark.parametrize(
    ("settings", "rule", "in_profile", "expected"),
    [
        (Settings(), "a/x", True, True),
        (Settings(), "a/x", False, False),
        (Settings(select=("a",)), "a/x", True, True),
        (Settings(select=("a",)), "b/x", True, False),
        (Settings(select=("a",)), "a/x", False, False),
        (Settings(select=("a/x",)), "a/x", False, True),
        (Settings(extend_select=("a",)), "a/x", False, True),
        (Settings(extend_select=("a",)), "b/x", True, True),
        (Settings(ignore=("a",)), "a/x", True, False),
        (Settings(ignore=("a",), extend_select=("a/x",)), "a/x", True, True),
        (Settings(ignore=("a/x",), select=("a",)), "a/x", True, False),
        (Settings(ignore=("all",), extend_select=("a",)), "b/x", True, False),
        (Settings(ignore=("all",), extend_select=("a",)), "a/x", True, True),
        (Settings(ignore=("a",), select=("a",)), "a/x", True, False),
    ],
)
def test_the_longest_selector_decides(settings: Settings, rule: str, in_profile: bool, expected: bool):
    assert settings.wants(rule, in_profile) is expected


def test_severities_change_or_switch_off():
    settings = Settings(severities={"a": "query", "a/x": "error", "b/": "off"})
    assert settings.severity("a/x", Severity.WARNING) is Severity.ERROR
    assert settings.severity("a/y", Severity.WARNING) is Severity.QUERY
    assert settings.severity("b/x", Severity.WARNING) is None
    assert settings.severity("c/x", Severity.WARNING) is Severity.WARNING


def test_a_file_has_its_own_profile_and_ignores(tmp_path: Path):
    settings = Settings(
        folder=tmp_path,
        ignore=("a",),
        per_file_profiles={"london/**": "uk", "london/wire/*.txt": "reuters"},
        per_file_ignores={"*.md": ("typography",)},
    )
    assert settings.for_file(tmp_path / "london" / "story.txt").profile == "uk"
    assert settings.for_file(tmp_path / "london" / "wire" / "story.txt").profile == "reuters"
    assert settings.for_file(tmp_path / "story.txt").profile == "ap"
    assert settings.for_file(tmp_path / "deep" / "story.md").ignore == ("a", "typography")
    assert settings.for_file(tmp_path.parent / "story.md").ignore == ("a",)
    assert settings.for_file(None) is settings


def test_excluded_files_are_named_as_in_gitignore(tmp_path: Path):
    settings = Settings(folder=tmp_path, exclude=("old/", "*.bak.txt", "!keep.bak.txt"))
    assert settings.excludes(tmp_path / "old" / "story.txt")
    assert settings.excludes(tmp_path / "a" / "b.bak.txt")
    assert not settings.excludes(tmp_path / "keep.bak.txt")
    assert not settings.excludes(tmp_path / "story.txt")
    assert not settings.excludes(tmp_path.parent / "old" / "story.txt")
