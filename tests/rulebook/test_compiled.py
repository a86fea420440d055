"""The rulebook that is kept between runs: never another than what the files say."""

from dataclasses import replace

import pytest

from editor.checks.pattern.index import Shapes
from editor.rulebook import compiled as module
from editor.rulebook.compiled import compile_book, compiled, described
from editor.rulebook.folders import packaged
from editor.rulebook.load import load

RULE = """rules:
  - id: house/words
    kind: pattern
    message: "'{span}' is not ours"
    why: House style.
    source: House
    severity: error
    pattern: "%desk-words"
    examples:
      - bad: "It was a zorb."
    counterexamples: ["It was a ball."]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(module, "_READY", {})
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "house.yaml").write_text(RULE)
    (rules / "desk-words.txt").write_text("zorb\n")
    return rules


def told(index):
    """What an index says, however it was marshalled."""
    entries = [index.entry(place) for place in range(len(index.entries))]
    return index.rules, entries, {word: index.anchored(word) for word in index.words}, index.free


def test_what_is_kept_is_what_is_made(folder):
    fresh = compile_book(load([packaged(), folder]))
    first, module._READY = compiled([folder]), {}
    second = compiled([folder])
    assert first is not second
    assert second.index == first.index
    assert told(second.index) == told(fresh.index)
    assert second.book == fresh.book


def test_what_a_person_reads_of_a_rule_is_what_its_file_says(folder):
    written = [replace(rule, spec={}) for rule in load([packaged(), folder]).rules]
    assert list(described([folder])) == written, "made anew"
    assert list(described([folder])) == written, "kept"
    assert next(rule for rule in written if rule.id == "house/words").examples


def test_a_changed_list_changes_the_patterns_that_name_it(folder):
    assert "zorb" in compiled([folder]).index.words
    (folder / "desk-words.txt").write_text("quux\n")
    words = compiled([folder]).index.words
    assert "quux" in words and "zorb" not in words


def test_only_the_shapes_of_changed_patterns_are_read_anew():
    book = load([packaged()])
    first = Shapes(book.lists, book.macros, {})
    whole = compile_book(book, first)
    again = Shapes(book.lists, book.macros, first.used)
    assert told(compile_book(book, again).index) == told(whole.index) and not again.grown
    name = next(each for each in book.lists if any(f"%{each}" in key for key in first.used))
    other = Shapes({**book.lists, name: book.lists[name] | {"zorb"}}, book.macros, first.used)
    compile_book(book, other)
    fresh = other.used.keys() - first.used.keys()
    assert fresh and all("%" in key or "$" in key for key in fresh) and len(fresh) < len(first.used) / 4


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_damaged_files_are_made_anew(folder, damage):
    whole = compiled([folder]).index
    for path in (module.home() / "rulebook").iterdir():
        data = path.read_bytes()
        path.write_bytes(data[:-7] + b"damaged" if damage is None else damage)
    module._READY = {}
    again = compiled([folder])
    assert told(again.index) == told(whole)
    rule = next(each for each in described([folder]) if each.id == "house/words")
    assert rule.examples[0].bad == "It was a zorb."


def test_a_folder_that_cannot_be_written_is_done_without(folder, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "file"))
    assert compiled([folder]).index.entries
    assert (tmp_path / "file").read_text() == ""


def test_tables_that_checks_look_up_are_made_ready_once_and_read_back_as_they_were():
    from editor.checks.registry import READY, prepared

    ready = [rule for rule in compiled().book.rules if READY in rule.spec]
    assert {rule.spec["check"] for rule in ready} >= {
        "setphrases.near",
        "collocations.objects",
        "governed.wrong",
    }
    for rule in ready:
        bare = {key: value for key, value in rule.spec.items() if key != READY}
        assert prepared(replace(rule, spec=bare)) == {READY: rule.spec[READY]}, rule.id
