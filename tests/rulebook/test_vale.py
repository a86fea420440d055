"""A Vale style is read as it is, and finds what Vale finds with it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from editor.checks.vale import translated
from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.rulebook.compiled import compile_book, compiled
from editor.rulebook.folders import packaged
from editor.rulebook.load import load
from editor.values import Applicability, Severity

RULES = {
    "Weak": "extends: existence\nmessage: \"Cut '%s'.\"\nlevel: suggestion\nignorecase: true\ntokens: [rather, a bit]\n",
    "Marks": "extends: existence\nmessage: \"Too many: '%s'\"\nlevel: error\nnonword: true\ntokens: ['!{2,}']\n",
    "Plain": (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: true\n"
        "exceptions: [Utilize Inc]\naction: {name: replace}\n"
        "swap:\n  utili[sz]e: use\n  (\\w+) o'clock: $1 o’clock\n"
    ),
    "Commas": "extends: occurrence\nmessage: '%s commas'\nscope: sentence\nmax: 3\ntoken: ','\n",
    "Twice": "extends: repetition\nmessage: \"'%s' stands twice\"\nlevel: error\nalpha: true\ntokens: ['[^\\s]+']\n",
    "Color": "extends: consistency\nmessage: \"'%s' in two spellings\"\neither: {colour: color}\n",
    "Acronym": (
        "extends: conditional\nmessage: \"'%s' is not explained\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
        "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [NATO]\n"
    ),
    "Heads": "extends: capitalization\nmessage: \"'%s' should be '%s'\"\nscope: heading\nmatch: $sentence\nexceptions: [Paris]\n",
    "Long": "extends: metric\nmessage: '%s words a sentence'\nformula: words / sentences\ncondition: '> 30'\n",
    "Meetup": "extends: sequence\nmessage: Use 'meetup'\ntokens: [{tag: DT}, {pattern: '^meet$'}, {pattern: '^up$'}]\n",
    "Ever": "extends: sequence\nmessage: Of all time.\ntokens: [{tag: JJS, skip: 2}, {pattern: ^of$}, {pattern: ^all$}]\n",
    "Small": "extends: existence\nmessage: A capital.\nscope: heading\nraw: ['^[a-z]+']\n",
    "Words": "extends: spelling\nmessage: \"Is '%s' a word?\"\nlevel: error\nignore: known.txt\n",
    "Tool": "extends: script\nmessage: No.\nscript: |\n  matches := []\n",
    "Cells": "extends: existence\nmessage: No.\nscope: table\ntokens: [x]\n",
    "Broken": "extends: existence\nmessage: No.\ntokens:\n  - '(never'\n",
    "Torn": 'extends: existence\nmessage: "No\n\ntokens: [\n',
    "Odd": "extends: existence\nmessage: No.\ntokens: [x]\ncolour: red\n",
}
REFUSED = {"Tool", "Cells", "Broken", "Torn", "Odd"}


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "styles" / "House"
    folder.mkdir(parents=True)
    for name, text in RULES.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    (folder.parent / "known.txt").write_text("flumph\n", encoding="utf-8")
    return folder


def found(style: Path, text: str, name: str = "story.md") -> list[tuple[str, int, str]]:
    return [
        (each.rule, text.count("\n", 0, each.span.start) + 1, each.span.of(text))
        for each in engine(style).check(read_document(name, text.encode()))
    ]


def engine(style: Path) -> Engine:
    book = load([packaged(), style])
    rules = tuple(rule for rule in book.rules if rule.kind == "vale")
    ready = compile_book(replace(book, rules=rules))
    return Engine(ready, profile_named(ready, "ap"))


def test_every_file_loads_or_is_left_out_with_its_place_and_reason(style):
    book = load([packaged(), style])
    names = {rule.id for rule in book.rules if rule.kind == "vale"}
    assert names == {f"House/{name}" for name in RULES if name not in REFUSED}
    told = {Path(line.partition(":")[0]).stem: line for line in book.left_out}
    assert set(told) == REFUSED
    assert "Tool.yml:1: rule 'House/Tool' of a Vale style: 'script'" in told["Tool"]
    assert "the scope 'table'" in told["Cells"]
    assert "Odd.yml:4:" in told["Odd"] and "unknown key 'colour'" in told["Odd"]
    assert "not valid YAML" in told["Torn"]
    assert "can't be used" in told["Broken"]


def test_what_is_compiled_keeps_what_was_left_out(style, tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "home"))
    first, again = compiled([style]), compiled([style])
    assert again.book.left_out == first.book.left_out != ()
    assert [rule.id for rule in again.book.rules] == [rule.id for rule in first.book.rules]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Rather late.", [("House/Weak", 1, "Rather")]),
        ("It was late!!!", [("House/Marks", 1, "!!!")]),
        ("They Utilize it. A prefer-utilized one.", [("House/Plain", 1, "Utilize")]),
        ("A cat, two dogs, the hens, a cow, and so on.", [("House/Commas", 1, ",")]),
        ("It was was 3 3 late.", [("House/Twice", 1, "was was")]),
        ("One colour.\n\nThe color.\n\nNo more.", [("House/Color", 3, "color")]),
        ("The World Health Group (WHG) met. WHG, NATO and XYZ.", [("House/Acronym", 1, "XYZ")]),
        ("# The Talks In Paris\n\nThe talks go on.", [("House/Heads", 1, "The Talks In Paris")]),
        ("# The talks in Paris\n\nThe talks go on.", []),
        ("# talks go on", [("House/Small", 1, "talks"), ("House/Heads", 1, "talks go on")]),
        ("He is the greatest tennis player of all.", [("House/Ever", 1, "greatest tennis player of all")]),
        ("He came to the meet up late.", [("House/Meetup", 1, "the meet up")]),
        ("The flumph saw a qwzzjk.", [("House/Words", 1, "qwzzjk")]),
    ],
)
def test_each_kind_finds_what_it_is_for(style, text, expected):
    assert found(style, text) == expected


def test_a_metric_holds_its_value_in_the_message(style):
    text = "word " * 40 + "end."
    told = engine(style).check(read_document("story.txt", text.encode()))
    assert [each.message for each in told if each.rule == "House/Long"] == ["41.00 words a sentence"]


def test_messages_levels_and_corrections_are_the_styles_own(style):
    text = "They utilize it at five o'clock, rather late."
    told = {each.span.of(text): each for each in engine(style).check(read_document("a.txt", text.encode()))}
    assert told["utilize"].message == "Use 'use' instead of 'utilize'."
    assert told["utilize"].replacements == ("use",)
    assert told["utilize"].applicability is Applicability.UNSAFE
    assert told["five o'clock"].replacements == ("five o’clock",)
    assert told["rather"].severity is Severity.QUERY
    assert told["rather"].message == "Cut 'rather'."


@pytest.mark.parametrize(
    ("vale", "python"),
    [
        ("a(?i)b|c", "a(?i:b)|(?i:c)"),
        ("(x(?i)y|z)w", "(x(?i:y)|(?i:z))w"),
        (r"(?<one>a)(?<!b)", r"(?P<one>a)(?<!b)"),
        (r"[(|]\(\p{L}", r"[(|]\([^\W\d_]"),
    ],
)
def test_expressions_are_written_as_python_has_them(vale, python):
    assert translated(vale) == python


STORY = """\
# The Talks In Paris

It was Rather late, a bit late, late, very late, too late!! They utilize the the colour.

The color of XYZ is not what the World Health Group (WHG) wants. WHG said so.
"""


@pytest.mark.skipif(shutil.which("vale") is None, reason="no `vale` on PATH to compare with")
def test_it_finds_what_vale_finds(style, tmp_path):
    story = tmp_path / "story.md"
    story.write_text(STORY, encoding="utf-8")
    ours = [rule for rule in RULES if rule not in REFUSED]
    # Its dictionary and ours are not the same.
    ours.remove("Words")
    settings = tmp_path / ".vale.ini"
    chosen = "".join(f"House.{name} = YES\n" for name in ours)
    settings.write_text(f"StylesPath = {style.parent}\nMinAlertLevel = suggestion\n[*]\n{chosen}")
    for name in REFUSED:
        (style / f"{name}.yml").unlink()
    run = subprocess.run(
        ["vale", "--no-exit", "--output=JSON", f"--config={settings}", str(story)],
        capture_output=True,
        text=True,
        check=True,
    )
    alerts = json.loads(run.stdout)[str(story)]
    theirs = {(each["Check"].replace(".", "/"), each["Line"], each["Match"]) for each in alerts}
    assert {each for each in found(style, STORY) if each[0] != "House/Words"} == theirs
