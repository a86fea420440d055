"""The schema that editors use says what the reader of the settings says."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from editor.errors import UserError
from editor.settings.load import KEYS, read
from editor.settings.schema import as_json, schema

ROOT = Path(__file__).parents[2]
VALID = """
extend = "base.toml"
profile = "house"
select = ["typography"]
extend-select = ["typography/doubled-space"]
ignore = []
extend-ignore = ["articles"]
rules = ["house"]
extend-rules = ["house"]
words = ["names.txt"]
extend-words = ["names.txt"]
languagetool = "http://localhost:8081"
languagetool-server = "own"
proofreader = "required"
baseline = "known.json"
exclude = ["drafts/**"]
respect-gitignore = false
encoding = "cp1252"
quotes = "curly"
[severities]
articles = "off"
[readability]
min-flesch = -3
max-grade = 14.5
max-sentence-words = 40
max-average-sentence-words = 25
max-reading-seconds = 300
[per-file-profiles]
"london/**" = "uk"
[per-file-ignores]
"*.md" = ["typography"]
[per-file-words]
"*.md" = ["names.txt"]
[[suppressions]]
stories = "*.md"
rule = "articles"
words = "a talks"
reason = "so it was said"
[[suppressions]]
stories = "*.md"
rule = ["articles", "lt/FOO"]
reason = "so it was said"
"""
WRONG = [
    "profil = 'ap'",
    "profile = 3",
    "profile = ''",
    "select = 'typography'",
    "select = [3]",
    "ignore = ['']",
    "languagetool = 'on'",
    "languagetool = 'ftp://x'",
    "languagetool-server = 'mine'",
    "proofreader = 'maybe'",
    "respect-gitignore = 'no'",
    "quotes = 'curley'",
    "extend = []",
    "[severities]\na = 'warn'",
    "[readability]\nmax-grade = '9'",
    "[readability]\nmax-grade = 0",
    "[readability]\nmax-grad = 9",
    "[readability]\nmax-sentence-words = 1.5",
    "[per-file-ignores]\n'*.md' = 'x'",
    "[per-file-profiles]\n'*.md' = ['x']",
    "suppressions = {}",
    "[[suppressions]]\nstories = '*'\nrule = 'a'",
    "[[suppressions]]\nstories = '*'\nrule = 'a'\nreason = ''",
    "[[suppressions]]\nstories = '*'\nrule = 'a'\nreason = 'b'\nwhy = 'c'",
    "[[suppressions]]\nstories = '*'\nrule = 3\nreason = 'b'",
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "house").mkdir()
    (tmp_path / "names.txt").touch()
    (tmp_path / "base.toml").touch()
    return tmp_path


def test_the_file_in_docs_is_the_schema():
    assert (ROOT / "docs" / "copydesk.schema.json").read_text(encoding="utf-8") == as_json(), (
        "run: python -m tools.settings_schema"
    )
    jsonschema.Draft7Validator.check_schema(schema())


def test_it_has_every_key_with_a_description():
    assert set(schema()["properties"]) == set(KEYS)
    assert all(each["description"] for each in schema()["properties"].values())


def test_both_take_what_is_right(desk: Path):
    data = tomllib.loads(VALID)
    assert set(data) == set(KEYS)
    jsonschema.validate(json.loads(json.dumps(data)), schema())
    path = desk / "copydesk.toml"
    path.write_text(VALID, encoding="utf-8")
    settings = read(path)
    assert [each.rules for each in settings.suppressions] == [("articles",), ("articles", "lt/FOO")]


@pytest.mark.parametrize("text", WRONG)
def test_both_refuse_what_is_wrong(desk: Path, text: str):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), schema())
    path = desk / "copydesk.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError):
        read(path)
