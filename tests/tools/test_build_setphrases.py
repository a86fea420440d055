"""What edited English has in the places of set phrases, counted on a few sentences."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

build = pytest.importorskip("tools.build_setphrases", reason="the tools are not in the wheel")

TEXT = "\n".join(
    [
        *["The council turned a blind eye to the noise."] * 30,
        "The council turned a blind eye on the noise.",
        *["She took the matter in hand at the meeting."] * 3,
        *["The talks came to a halt on Monday."] * 4,
        *["The talks came to the halt on Monday."] * 4,
    ]
)


@pytest.fixture
def table(tmp_path):
    """Runs the tool on a table of these rows, and gives the rows by their phrase."""
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")

    def run(*rows: str) -> dict[str, list[str]]:
        path = tmp_path / "table.tsv"
        path.write_text("\n".join(["phrase\talso", *rows]) + "\n", encoding="utf-8")
        build.main([str(path), str(text)])
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "phrase\talso"
        cells = (line.partition("\t") for line in lines[1:])
        return {phrase: told.split("; ") if told else [] for phrase, _, told in cells}

    return run


def test_an_open_row_is_judged_by_what_the_texts_have(table):
    told = table("@turn a blind eye to\t?")["@turn a blind eye to"]
    assert "turn a blind eye on" in told
    assert "doubt preposition" in told
    assert "?" not in told
    assert "any article" not in told and "doubt article" not in told


def test_a_near_miss_as_common_as_the_phrase_may_be_anything(table):
    assert "any article" in table("@come to a halt\t?")["@come to a halt"]


def test_what_was_written_by_hand_beside_the_mark_stays(table):
    told = table("@turn a blind eye to\tany number; turn a blind eye towards; ?")["@turn a blind eye to"]
    assert told[:2] == ["any number", "turn a blind eye towards"]


def test_a_judged_row_keeps_what_it_says_and_only_becomes_quieter(table):
    told = table("@turn a blind eye to\tdoubt member", "@lose one's temper", "@come to a halt\tdoubt article")
    assert told["@turn a blind eye to"] == ["doubt member", "turn a blind eye on"]
    assert told["@lose one's temper"] == []
    assert told["@come to a halt"] == ["any article"]


def test_headings_stay(table):
    assert list(table("# Verbs", "at large\tany first")) == ["# Verbs", "at large"]


def test_a_missing_file_is_one_line_and_exit_code_2(tmp_path, capsys):
    with pytest.raises(SystemExit) as end:
        build.main([str(tmp_path / "none.tsv"), str(tmp_path / "none.txt")])
    assert end.value.code == 2
    assert "no such file" in capsys.readouterr().err


def test_no_row_of_the_shipped_table_is_still_open():
    lines = (build.ROOT / "rules" / "tables" / "setphrases.tsv").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if build.OPEN in line.partition("\t")[2].split("; ")] == []
