"""`copydesk stats` as a person and as a program reads it."""

import json
from pathlib import Path

from click.testing import CliRunner

from editor.cli.stats import stats

STORY = "The river rose on Monday. Two hundred families left their homes in the valley.\n"


def test_a_person_reads_a_table(tmp_path: Path):
    path = tmp_path / "flood.txt"
    path.write_text(STORY, encoding="utf-8")
    result = CliRunner().invoke(stats, [str(path), "--no-config"])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0] == str(path)
    assert "  Words                 14" in lines
    assert "  Longest sentence      9 words, line 1" in lines
    assert any(line.startswith("  Flesch reading ease") for line in lines)
    assert "  Reading time          4 s" in lines


def test_a_program_reads_json_from_standard_input():
    result = CliRunner().invoke(stats, ["-", "--format", "json", "--no-config"], input=STORY)
    assert result.exit_code == 0, result.output
    data = json.loads(result.output)
    assert data["version"] == 1
    (page,) = data["files"]
    assert (page["path"], page["words"], page["sentences"]) == ("-", 14, 2)
    span = page["longest_sentence"]
    assert STORY[span["start"] : span["end"]].startswith("Two hundred")


def test_one_bad_story_does_not_hide_the_others(tmp_path: Path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(STORY, encoding="utf-8")
    bad.write_bytes(b"\x00\x01\x02\xff" * 50)
    result = CliRunner().invoke(stats, [str(bad), str(good), "--no-config"])
    assert result.exit_code == 2
    assert "Words                 14" in result.output
