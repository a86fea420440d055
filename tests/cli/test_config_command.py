"""`copydesk config`, and what a setting that makes no sense ends in, run as a command."""

import json
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_each_value_has_its_origin(copydesk, story):
    story('profile = "reuters"\nignore = ["articles"]\n', "house.toml")
    story(
        'extend = "../house.toml"\nextend-ignore = ["tense"]\n[severities]\narticles = "query"\n'
        '[per-file-profiles]\n"*.md" = "uk"\n',
        "desk/copydesk.toml",
    )
    ran = copydesk("config", "show", "desk/story.txt")
    assert (ran.code, ran.err) == (0, "")
    rows = {line.split(" = ")[0]: line.split("# ")[-1] for line in ran.out.splitlines() if " = " in line}
    assert rows["profile"] == "house.toml"
    assert rows["ignore"] == "house.toml; extend-ignore in desk/copydesk.toml"
    assert rows["quotes"] == "default"
    assert rows["articles"] == "desk/copydesk.toml"
    assert tomllib.loads(ran.out)["ignore"] == ["articles", "tense"]
    shown = json.loads(copydesk("config", "show", "desk/story.md", "--format", "json").out)
    assert shown["profile"] == {"value": "uk", "origin": "desk/copydesk.toml, per-file-profiles '*.md'"}


def test_what_it_shows_is_a_configuration_file(copydesk, story, tmp_path):
    story("", "names.txt")
    story(
        'words = ["names.txt"]\n[readability]\nmax-grade = 9\n[per-file-ignores]\n"*.md" = ["articles"]\n'
        '[[suppressions]]\nstories = "a \\"b\\".txt"\nrule = "tense"\nwords = "é"\nreason = "so it was"\n',
        "copydesk.toml",
    )
    ran = copydesk("config", "show")
    again = story(ran.out, "again.toml")
    shown = copydesk("config", "show", "--config", again)
    assert shown.code == 0, shown.err
    assert tomllib.loads(shown.out) == tomllib.loads(ran.out)


def test_without_a_file_all_is_default(copydesk):
    ran = copydesk("config", "show", "--no-config")
    assert ran.code == 0
    assert all(line.endswith("# default") for line in ran.out.splitlines() if line)


def test_the_schema_is_the_one_in_docs(copydesk):
    assert copydesk("config", "schema").out == (ROOT / "docs" / "copydesk.schema.json").read_text()


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        ("", ["--ignore", "typografy"], "--ignore: there is no rule or family 'typografy'; did you mean 'typography'?"),
        ('select = ["articels"]', [], "copydesk.toml: 'select': there is no rule or family 'articels'; did you mean 'articles'?"),
        ('[severities]\n"no/such" = "off"', [], "copydesk.toml: 'severities': there is no rule or family 'no/such'"),
        ('extend = "none.toml"', [], "copydesk.toml: 'extend': there is no file none.toml"),
        ("[[suppressions]]\nstories = '*'\nrule = 'tense'", [], "'suppressions 1': 'reason' is missing"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_one_line_and_exit_2(copydesk, story, text, arguments, says):
    story("The ministers met.\n")
    story(text, "copydesk.toml")
    ran = copydesk("check", "story.txt", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1


def test_rules_of_languagetool_and_of_the_settings_can_be_named(copydesk, story):
    story("The ministers met.\n")
    ran = copydesk(
        "check", "story.txt", "--ignore", "lt/ANY_RULE", "--ignore", "readability", "--ignore", "words/name"
    )
    assert (ran.code, ran.err) == (0, "")


def test_gitignore_can_be_switched_off(copydesk, story):
    story("The ministers met.\n", "desk/one.txt")
    story("The ministers met.\n", "desk/two.txt")
    story("two.txt\n", "desk/.gitignore")

    def seen(*arguments):
        ran = copydesk("check", "desk", "--format", "json", *arguments)
        return [file["path"] for file in json.loads(ran.out)["files"]]

    assert seen() == ["desk/one.txt"]
    assert seen("--no-gitignore") == ["desk/one.txt", "desk/two.txt"]
    story("respect-gitignore = false\n", "desk/copydesk.toml")
    assert seen() == ["desk/one.txt", "desk/two.txt"]
