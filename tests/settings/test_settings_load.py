"""Which configuration file is found, what it may say, and how a mistake in it is told."""

from pathlib import Path

import pytest

from editor.errors import UserError
from editor.settings.load import SettingsLoader, find, read
from editor.settings.model import ReadabilityLimits, Settings


def config(folder: Path, text: str, name: str = "copydesk.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def complaint(folder: Path, text: str) -> str:
    path = config(folder, text)
    with pytest.raises(UserError) as caught:
        read(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message.removeprefix(str(path))


def test_without_a_file_the_defaults_hold(tmp_path: Path):
    settings = SettingsLoader(search=False).for_file(tmp_path / "story.txt")
    assert (settings.profile, settings.languagetool, settings.quotes) == ("ap", "auto", "profile")
    assert settings.origin("profile") == "default"


def test_the_nearest_file_wins(tmp_path: Path):
    config(tmp_path, 'profile = "reuters"')
    inner = tmp_path / "sport" / "today"
    inner.mkdir(parents=True)
    loader = SettingsLoader()
    assert loader.for_file(inner / "story.txt").profile == "reuters"
    config(tmp_path / "sport", 'profile = "uk"')
    assert SettingsLoader().for_file(inner / "story.txt").profile == "uk"
    assert SettingsLoader().for_file(tmp_path / "story.txt").profile == "reuters"


def test_own_file_beats_pyproject_in_the_same_folder(tmp_path: Path):
    config(tmp_path, '[tool.copydesk]\nprofile = "uk"', "pyproject.toml")
    assert SettingsLoader().for_folder(tmp_path).profile == "uk"
    config(tmp_path, 'profile = "reuters"')
    assert SettingsLoader().for_folder(tmp_path).profile == "reuters"


@pytest.mark.parametrize(
    "other",
    ['[project]\nname = "other"', '[tool.other]\ncopydesk = "no"', "[broken", 'tool = "copydesk"'],
)
def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path, other: str):
    outer = config(tmp_path, "")
    inner = tmp_path / "inner"
    config(inner, other, "pyproject.toml")
    assert find(inner) == outer


def test_a_broken_pyproject_with_our_table_is_told(tmp_path: Path):
    config(tmp_path, "[tool.copydesk]\nprofile = \n", "pyproject.toml")
    with pytest.raises(UserError, match=r"pyproject\.toml:2: not valid TOML"):
        SettingsLoader().for_folder(tmp_path)


def test_every_key_is_read(tmp_path: Path):
    (tmp_path / "house").mkdir()
    (tmp_path / "names.txt").touch()
    settings = read(
        config(
            tmp_path,
            """
profile = "house"
select = ["grammar"]
extend-select = ["ap/titles-lowercase"]
ignore = ["wire"]
rules = ["house"]
words = ["names.txt"]
languagetool = "http://localhost:8081"
exclude = ["drafts/**"]
encoding = "cp1252"
quotes = "curly"
[severities]
"grammar/x" = "query"
wire = "off"
[readability]
min-flesch = 30
max-grade = 14.5
max-sentence-words = 40
max-average-sentence-words = 25
max-reading-seconds = 300
[per-file-profiles]
"london/**" = "uk"
[per-file-ignores]
"*.md" = ["typography"]
""",
        )
    )
    assert settings == Settings(
        profile="house",
        select=("grammar",),
        extend_select=("ap/titles-lowercase",),
        ignore=("wire",),
        rules=(tmp_path / "house",),
        words=(tmp_path / "names.txt",),
        languagetool="http://localhost:8081",
        exclude=("drafts/**",),
        encoding="cp1252",
        quotes="curly",
        severities={"grammar/x": "query", "wire": "off"},
        readability=ReadabilityLimits(30, 14.5, 40, 25, 300),
        per_file_profiles={"london/**": "uk"},
        per_file_ignores={"*.md": ("typography",)},
        folder=tmp_path,
        origins=dict.fromkeys(settings.origins, str(tmp_path / "copydesk.toml")),
    )
    assert settings.origin("extend-select") == str(tmp_path / "copydesk.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('profil = "uk"', ": unknown key 'profil'; did you mean 'profile'?"),
        ("extend_select = []", ": unknown key 'extend_select'; did you mean 'extend-select'?"),
        ("profile = 3", ": 'profile' must be text, not 3"),
        ('select = "grammar"', ": 'select' must be a list of texts, not 'grammar'"),
        ('quotes = "curley"', ": 'quotes': there is no 'curley'; did you mean 'curly'?"),
        ('languagetool = "of"', ": 'languagetool': there is no 'of'; did you mean 'off'?"),
        ("languagetool = false", ": 'languagetool' must be one of auto, required, off, not false"),
        ('[severities]\n"a/b" = "warn"', ": 'severities.a/b': there is no 'warn'; did you mean 'warning'?"),
        ("[readability]\nmax-grad = 9", ": unknown key 'readability.max-grad'; did you mean 'max-grade'?"),
        ('[readability]\nmax-grade = "9"', ": 'readability.max-grade' must be a number, not '9'"),
        ("[readability]\nmax-grade = true", ": 'readability.max-grade' must be a number, not true"),
        ("[readability]\nmax-grade = inf", ": 'readability.max-grade' must be a number, not inf"),
        (
            "[readability]\nmax-sentence-words = 0",
            ": 'readability.max-sentence-words' must be more than 0",
        ),
        ("readability = 3", ": 'readability' must be a table, not 3"),
        ('encoding = "utf8000"', ": 'encoding': there is no text encoding 'utf8000'"),
        ('encoding = "rot13"', ": 'encoding': there is no text encoding 'rot13'"),
        ('exclude = ["!"]', ": 'exclude': '!' is not a pattern as in .gitignore"),
        ('[per-file-ignores]\n"*.md" = "x"', ": 'per-file-ignores.*.md' must be a list of texts, not 'x'"),
        (
            '[tool.copydesk]\nprofile = "uk"',
            ": unknown key 'tool'; the keys stand alone here, only pyproject.toml needs",
        ),
        ('profile = "uk"\nselect = [', ":2: not valid TOML: "),
        ('profile = "uk"\nprofile = "ap"', ":2: not valid TOML: cannot overwrite a value"),
    ],
)
def test_a_mistake_is_one_clear_line(tmp_path: Path, text: str, told: str):
    assert complaint(tmp_path, text).startswith(told)


def test_a_missing_rule_folder_is_told_with_its_place(tmp_path: Path):
    assert (
        complaint(tmp_path, 'rules = ["house"]')
        == f": 'rules': there is no folder or file {tmp_path / 'house'}"
    )


def test_a_named_file_is_the_only_one_read(tmp_path: Path):
    config(tmp_path, 'profile = "uk"')
    other = config(tmp_path / "desk", 'profile = "reuters"\nrules = ["."]', "any.toml")
    settings = SettingsLoader(other).for_file(tmp_path / "story.txt")
    assert settings.profile == "reuters"
    assert settings.rules == (tmp_path / "desk",)


def test_a_named_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="no such configuration file"):
        SettingsLoader(tmp_path / "no.toml").for_folder(tmp_path)


def test_a_byte_order_mark_is_no_mistake_and_other_encodings_are(tmp_path: Path):
    path = tmp_path / "copydesk.toml"
    path.write_bytes(b'\xef\xbb\xbfprofile = "uk"\n')
    assert read(path).profile == "uk"
    path.write_bytes('profile = "é"'.encode("latin-1"))
    with pytest.raises(UserError, match="not UTF-8"):
        read(path)


def test_no_config_reads_none(tmp_path: Path):
    config(tmp_path, "this is broken")
    assert SettingsLoader(search=False).for_folder(tmp_path).profile == "ap"


def test_the_command_line_wins_and_says_so(tmp_path: Path):
    config(tmp_path, 'profile = "reuters"\nquotes = "curly"\n[per-file-profiles]\n"*.txt" = "uk"')
    loader = SettingsLoader(command_line={"profile": "ap", "select": ("grammar",), "quotes": None})
    settings = loader.for_file(tmp_path / "story.txt")
    assert (settings.profile, settings.quotes, settings.select) == ("ap", "curly", ("grammar",))
    assert settings.origin("profile") == "command line"
    assert settings.origin("quotes") == str(tmp_path / "copydesk.toml")
    with pytest.raises(UserError, match=r"^command line: 'languagetool': there is no 'on'"):
        SettingsLoader(command_line={"languagetool": "on"}).for_folder(tmp_path)


def test_a_file_is_read_once_for_all_folders_under_it(tmp_path: Path):
    path = config(tmp_path, 'profile = "uk"')
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    loader = SettingsLoader()
    first = loader.for_folder(tmp_path / "a")
    path.write_text("broken", encoding="utf-8")
    assert loader.for_folder(tmp_path / "b") is first


def test_the_page_names_every_key_and_its_example_loads(tmp_path: Path):
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    from dataclasses import fields

    from editor.settings.load import _READERS

    limits = {field.name.replace("_", "-") for field in fields(ReadabilityLimits)}
    missing = {key for key in {*_READERS, *limits} if f"| `{key}` |" not in page}
    assert missing == set()
    settings = read(config(tmp_path, page.split("```toml\n")[1].split("```")[0]))
    assert settings.for_file(tmp_path / "london" / "story.txt").profile == "uk"
