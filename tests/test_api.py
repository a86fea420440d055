"""copydesk as a library: the page's examples, what it is given and what it gives."""

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import editor

ROOT = Path(__file__).parents[1]
BAD = "VIENNA (AP) -- The ministers met.  They left the town hall before the evening was over.\n"


def test_the_examples_of_the_page():
    page = ROOT / "docs" / "api.md"
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert (failed, tried > 6) == (0, True)


def test_spans_are_of_the_text_that_was_given():
    text = "😀 " + BAD
    (finding,) = editor.check(text, select=["typography/doubled-space"])
    assert finding.span == (text.index(".  ") + 1, text.index(".  ") + 3)
    assert isinstance(finding, editor.Finding)
    assert finding.severity is editor.Severity.WARNING


def test_line_ends_stay():
    text = BAD.replace("\n", "\r\n")
    assert editor.fix(text, select=["typography/doubled-space"]).text == text.replace(".  ", ". ")


def test_no_configuration_is_read_unless_it_is_named(tmp_path: Path, monkeypatch):
    config = tmp_path / "copydesk.toml"
    config.write_text('ignore = ["typography"]\n[per-file-ignores]\n"*.md" = ["tense"]\n')
    monkeypatch.chdir(tmp_path)
    chosen = {"extend_select": ["typography/doubled-space"]}
    assert "typography/doubled-space" in [each.rule for each in editor.check(BAD)]
    assert [each.rule for each in editor.check(BAD, config=config)] == []
    assert [each.rule for each in editor.check(BAD, config=config, **chosen)] == ["typography/doubled-space"]


def test_house_words(tmp_path: Path):
    words = tmp_path / "words.txt"
    words.write_text("[reject]\ntown hall -> city hall\n")
    fixed = editor.fix(BAD, words=[words], select=["words"], unsafe=True)
    assert "the city hall" in fixed.text
    assert [change.rule for change in fixed.changes] == ["words/rejected"]


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        (BAD, {"profile": "guardian"}, "there is no profile"),
        (BAD, {"select": "typography"}, "select is a list of rules"),
        (BAD, {"select": ["typografy"]}, "there is no rule or family 'typografy'"),
        (BAD, {"languagetool": "on"}, "there is no 'on'"),
        (BAD, {"config": "none.toml"}, "no such configuration file"),
        ("\ufeff" + BAD, {}, "byte order mark"),
        ("\ud800" + BAD, {}, "half a character at 0"),
    ],
)
def test_errors_are_one_line(text, arguments, says):
    with pytest.raises(editor.CopydeskError) as caught:
        editor.check(text, **arguments)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_import_brings_in_nothing():
    code = "import sys; before = set(sys.modules); import editor; print(sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.strip() == "['__future__', 'editor']"


def test_version_and_help_bring_in_no_engine():
    code = (
        "import sys; from editor.cli.main import main\n"
        "try: main(['--version'])\nexcept SystemExit: pass\n"
        "print(sorted([name for name in sys.modules if name.startswith(('editor.', 'yaml', 'requests', 'sqlite3'))]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.splitlines()[-1] == "['editor.cli', 'editor.cli.main', 'editor.errors']"


def test_python_m_editor_is_the_command():
    ran = subprocess.run(
        [sys.executable, "-m", "editor", "--version"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, f"copydesk, version {editor.__version__}\n")


def test_what_it_offers_is_there():
    assert all(getattr(editor, name) is not None for name in editor.__all__)
    assert set(editor.__all__) <= set(dir(editor))
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        editor.chekc  # noqa: B018
