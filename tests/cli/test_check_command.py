"""`copydesk check`, run as a command."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
BAD = "The ministers met in Vienna.  They left on Monday.\n"
CLEAN = "The ministers met in Vienna. They left on Monday.\n"


def test_clean_copy_exits_0(copydesk, story):
    story(CLEAN)
    ran = copydesk("check", "story.txt")
    assert (ran.code, ran.err) == (0, "")
    assert "0 findings in 1 story" in ran.out or "no findings" in ran.out.lower()


def test_findings_exit_1_and_are_shown_with_place_rule_and_fix(copydesk, story):
    story(BAD)
    ran = copydesk("check", "story.txt")
    assert ran.code == 1
    assert "story.txt:1:29: typography/doubled-space" in ran.out
    assert "^" in ran.out
    assert ran.out.rstrip().splitlines()[-1].startswith("1 finding in 1 story")


def test_no_colour_in_a_pipe_and_colour_when_forced(copydesk, story):
    story(BAD)
    assert "\x1b[" not in copydesk("check", "story.txt").out
    assert "\x1b[" in copydesk("check", "story.txt", env={"FORCE_COLOR": "1"}).out
    assert "\x1b[" not in copydesk("check", "story.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out


def test_json_is_the_contract(copydesk, story):
    story("😀 " + BAD)
    ran = copydesk("check", "--format", "json", "story.txt")
    data = json.loads(ran.out)
    schema = json.loads((ROOT / "docs" / "findings.schema.json").read_text())
    jsonschema.validate(data, schema)
    assert data["version"] == 1
    (file,) = data["files"]
    (finding,) = file["findings"]
    assert file["path"] == "story.txt"
    text = "😀 " + BAD
    assert text[finding["start"] : finding["end"]].strip(" ") == ""
    assert finding["line"] == 1
    assert finding["column"] == finding["start"] + 1
    assert finding["applicability"] == "safe"
    assert finding["source"] == "copydesk"
    assert set(finding) == {
        "rule", "category", "severity", "message", "start", "end", "line", "column", "replacements",
        "applicability", "source",
    }  # fmt: skip


def test_json_of_clean_copy_names_the_file(copydesk, story):
    story(CLEAN)
    ran = copydesk("check", "--format", "json", "story.txt")
    assert (ran.code, json.loads(ran.out)) == (
        0,
        {"version": 1, "files": [{"path": "story.txt", "findings": []}]},
    )


def test_standard_input(copydesk):
    ran = copydesk("check", "-", stdin=BAD.encode())
    assert ran.code == 1
    assert "typography/doubled-space" in ran.out


def test_folders_are_walked_and_outputs_passed_over(copydesk, story):
    story(BAD, "desk/one.txt")
    story(BAD, "desk/two words é.md")
    story(BAD, "desk/one.corrected.txt")
    story(BAD, "desk/.hidden/three.txt")
    story(BAD, "desk/skipped.txt")
    story("skipped.txt\n", "desk/.gitignore")
    ran = copydesk("check", "--format", "json", "desk")
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["desk/one.txt", "desk/two words é.md"]


def test_select_ignore_and_profile(copydesk, story):
    story(BAD)
    assert copydesk("check", "--ignore", "typography", "story.txt").code == 0
    assert copydesk("check", "--select", "confusions", "story.txt").code == 0
    assert copydesk("check", "--select", "typography/doubled-space", "--profile", "uk", "story.txt").code == 1


def test_rules_can_be_named_in_one_option(copydesk, story):
    story(BAD)
    assert copydesk("check", "--select", "confusions, typography", "story.txt").code == 1
    assert copydesk("check", "--ignore", "confusions,typography", "story.txt").code == 0
    ran = copydesk("check", "--select", "confusions,,typography", "story.txt")
    assert (ran.code, "one of its names is empty" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "nowhere.txt"], "no such file"),
        (["check"], "no story given"),
        (["check", "empty-folder"], "no stories in this folder"),
        (["check", "story.txt", "--profile", "guardian"], "there is no profile 'guardian'"),
        (["check", "story.txt", "--encoding", "klingon"], "klingon"),
        (["check", "story.txt", "--config", "none.toml"], "no such configuration file"),
        (["check", "story.txt", "--rules", "none"], "there is no folder or file"),
        (["chek", "story.txt"], "Did you mean 'check'?"),
        (["explain", "grammar/nope"], "there is no rule"),
    ],
)
def test_users_errors_are_one_line_and_exit_2(copydesk, story, tmp_path, arguments, says):
    story(CLEAN)
    (tmp_path / "empty-folder").mkdir()
    ran = copydesk(*arguments)
    assert ran.code == 2
    assert says in ran.err
    assert len([line for line in ran.err.splitlines() if line.startswith(("copydesk:", "Error:"))]) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"some\0binary\0thing", "binary"),
        (b"PK\x03\x04 docx", "office document"),
        (bytes(range(1, 32)) * 20 + b"\x81\x8d\x8f\xff" * 40, "encoding"),
    ],
)
def test_what_is_no_text(copydesk, story, data, says):
    story(data)
    ran = copydesk("check", "story.txt")
    assert (ran.code, says in ran.err) == (2, True), ran.err


def test_one_bad_file_does_not_keep_the_others_from_being_checked(copydesk, story):
    story(b"\0\0\0", "a.txt")
    story(BAD, "b.txt")
    ran = copydesk("check", "a.txt", "b.txt")
    assert ran.code == 2
    assert "b.txt:1:29" in ran.out


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff", "😀", "\r\n\r\n\r\n"])
def test_empty_and_odd_stories_are_clean(copydesk, story, text):
    story(text)
    assert copydesk("check", "story.txt", "--ignore", "typography").code == 0


def test_a_bad_rule_is_named_with_file_line_and_reason(copydesk, story):
    story(CLEAN)
    story("- id: mine/one\n  kind: pattern\n", "mine/rules.yaml")
    ran = copydesk("check", "--rules", "mine", "story.txt")
    assert ran.code == 2
    assert "rules.yaml:1: rule 'mine/one': 'message' is missing" in ran.err


def test_a_users_own_rules_and_profile(copydesk, story):
    story("The wibble was met by the board.\n")
    story(
        "- id: mine/wibble\n  kind: pattern\n  pattern: the [ wibble ]\n  replace: council\n"
        "  message: We say council.\n  why: House word.\n  source: House style\n  severity: error\n"
        "  safe: true\n  profiles: [house]\n"
        "  examples:\n    - {bad: The wibble met., good: The council met.}\n  counterexamples:\n    - A wibble.\n",
        "mine/words.yaml",
    )
    story("name: house\ntitle: The house\nextends: uk\n", "mine/profiles/house.yaml")
    assert copydesk("rules", "test", "mine/words.yaml", "mine").code == 0
    assert copydesk("check", "--rules", "mine", "--select", "mine", "story.txt").code == 0
    ran = copydesk("check", "--rules", "mine", "--select", "mine", "--profile", "house", "story.txt")
    assert (ran.code, "We say council." in ran.out) == (1, True)
    story('rules = ["mine"]\nprofile = "house"\n', "copydesk.toml")
    assert copydesk("check", "--select", "mine", "story.txt").code == 1


def test_settings_are_found_upward_and_typos_are_named(copydesk, story):
    story(BAD, "a/b/story.txt")
    story('ignore = ["typography"]\n', "a/copydesk.toml")
    assert copydesk("check", "a/b/story.txt").code == 0
    assert copydesk("check", "--no-config", "a/b/story.txt").code == 1
    story('ingore = ["typography"]\n', "a/copydesk.toml")
    ran = copydesk("check", "a/b/story.txt")
    assert (ran.code, "did you mean 'ignore'" in ran.err) == (2, True)


def test_a_reader_that_goes_away_is_no_error(story, tmp_path):
    import subprocess
    import sys

    story(BAD * 400)
    ran = subprocess.run(
        f"{sys.executable} -m editor check --languagetool off story.txt | head -n 1",
        shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout.startswith("story.txt:1:29")
    assert ran.stderr == ""


def test_one_line_of_ten_megabytes(copydesk, story):
    story(("The ministers met in Vienna. They left on Monday. " * 200_000).strip() + "\n")
    ran = copydesk("check", "--select", "typography", "story.txt")
    assert (ran.code, ran.err) == (0, "")


def test_explain_rules_and_version(copydesk):
    shown = copydesk("explain", "typography/doubled-space")
    assert shown.code == 0
    for heading in ("Why:", "Source:", "Bad:", "Good:", "Keeps quiet on:"):
        assert heading in shown.out
    listed = copydesk("rules", "--profile", "ap")
    assert "typography/doubled-space" in listed.out
    assert copydesk("--version").out.startswith("copydesk")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_full_output_device(story, tmp_path):
    import subprocess
    import sys

    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    story(BAD)
    ran = subprocess.run(
        f"{sys.executable} -m editor check --languagetool off story.txt > /dev/full",
        shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert "can't be written" in ran.stderr
