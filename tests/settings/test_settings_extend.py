"""One file extends another: which keys take the other's place, which add to it, and from where paths start."""

from pathlib import Path

import pytest

from editor.errors import UserError
from editor.settings.load import read


def config(folder: Path, text: str, name: str = "copydesk.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_said_here_goes_before_what_is_said_there(tmp_path: Path):
    base = config(
        tmp_path,
        'profile = "reuters"\nignore = ["articles"]\nquotes = "curly"\n'
        '[severities]\na = "off"\nb = "query"\n[readability]\nmax-grade = 9\nmin-flesch = 30\n',
        "house.toml",
    )
    desk = config(
        tmp_path / "desk",
        'extend = "../house.toml"\nprofile = "uk"\nextend-ignore = ["tense"]\n'
        '[severities]\nb = "error"\n[readability]\nmax-grade = 12\n',
    )
    settings = read(desk)
    assert (settings.profile, settings.quotes, settings.ignore) == ("uk", "curly", ("articles", "tense"))
    assert settings.severities == {"a": "off", "b": "error"}
    assert (settings.readability.max_grade, settings.readability.min_flesch) == (12, 30)
    assert settings.origin("quotes") == str(base)
    assert settings.origin("profile") == str(desk)
    assert settings.origins["severities.a"] == str(base)
    assert settings.origins["severities.b"] == str(desk)


def test_paths_and_patterns_start_from_the_file_that_they_stand_in(tmp_path: Path):
    (tmp_path / "names.txt").touch()
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "names.txt").touch()
    config(
        tmp_path,
        'words = ["names.txt"]\nexclude = ["/old"]\n[per-file-profiles]\n"/desk/wire/*" = "reuters"\n'
        '[[suppressions]]\nstories = "/desk/story.txt"\nrule = "articles"\nreason = "so it was"\n',
    )
    settings = read(config(tmp_path / "desk", 'extend = "../copydesk.toml"\nextend-words = ["names.txt"]\n'))
    assert settings.words == (tmp_path / "names.txt", tmp_path / "desk" / "names.txt")
    assert settings.excludes(tmp_path / "old" / "story.txt")
    assert not settings.excludes(tmp_path / "desk" / "old" / "story.txt")
    assert settings.for_file(tmp_path / "desk" / "wire" / "story.txt").profile == "reuters"
    assert len(settings.for_file(tmp_path / "desk" / "story.txt").suppressions) == 1
    assert settings.for_file(tmp_path / "story.txt").suppressions == ()


def test_a_list_and_what_adds_to_it_in_one_file_add_up_in_any_order(tmp_path: Path):
    settings = read(config(tmp_path, 'extend-ignore = ["tense"]\nignore = ["articles"]\n'))
    assert settings.ignore == ("articles", "tense")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"copydesk.toml": 'extend = "none.toml"'}, "'extend': there is no file"),
        ({"copydesk.toml": 'extend = "copydesk.toml"'}, "a circle"),
        ({"copydesk.toml": 'extend = "b.toml"', "b.toml": 'extend = "copydesk.toml"'}, "a circle"),
        ({"copydesk.toml": 'extend = "b.toml"', "b.toml": "profile = 3"}, "b.toml: 'profile' must be text"),
        ({"copydesk.toml": 'extend = "pyproject.toml"', "pyproject.toml": ""}, "no table [tool.copydesk]"),
    ],
)
def test_a_mistake_is_one_clear_line(tmp_path: Path, files: dict[str, str], told: str):
    for name, text in files.items():
        config(tmp_path, text, name)
    with pytest.raises(UserError) as caught:
        read(tmp_path / "copydesk.toml")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
