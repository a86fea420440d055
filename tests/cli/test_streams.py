"""copydesk between pipes: standard input with a name, a filter, how much it says, readers that go away."""

import subprocess
import sys

import pytest

BAD = "The ministers met in Vienna.  They left on Monday.\n"
CLEAN = "The ministers met in Vienna. They left on Monday.\n"


def test_standard_input_has_the_settings_and_the_format_of_its_name(copydesk, story):
    story('[per-file-ignores]\n"*.md" = ["typography"]\n', "desk/copydesk.toml")
    ran = copydesk(
        "check", "-", "--stdin-filename", "desk/story.txt", "--format", "concise", stdin=BAD.encode()
    )
    assert (ran.code, ran.out.startswith("desk/story.txt:1:29: ")) == (1, True)
    assert copydesk("check", "-", "--stdin-filename", "desk/story.md", stdin=BAD.encode()).code == 0
    code = b"```\nThe ministers met.  They left.\n```\n"
    assert copydesk("check", "-", "--stdin-filename", "story.md", stdin=code).code == 0
    assert copydesk("check", "-", "--stdin-filename", "story.txt", stdin=code).code == 1


@pytest.mark.parametrize("arguments", [["-"], ["-", "--stdin-filename", "story.txt"]])
def test_fix_is_a_filter_that_keeps_every_other_byte(copydesk, story, tmp_path, arguments):
    there = story("another story\n")
    text = "\ufeff" + BAD.replace("\n", "\r\n") + "No line end"
    ran = copydesk("fix", *arguments, stdin=text.encode())
    assert ran.raw == text.replace(".  ", ". ").encode()
    assert "1 change" in ran.err
    assert there.read_text() == "another story\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.txt"]
    quiet = copydesk("fix", "-q", *arguments, stdin=text.encode())
    assert (quiet.code, quiet.err, quiet.raw) == (0, "", ran.raw)


def test_fix_in_a_pipe_of_three(copydesk, tmp_path):
    line = f"printf 'They left.  They came.\\n' | {sys.executable} -m editor fix --languagetool off -q - | tr a-z A-Z"
    ran = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("THEY LEFT. THEY CAME.\n", "")


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_name_without_standard_input_is_refused(copydesk, story, command):
    story(CLEAN)
    ran = copydesk(command, "story.txt", "--stdin-filename", "other.txt")
    assert (ran.code, ran.err) == (
        2,
        "copydesk: --stdin-filename names standard input; give - as the story too\n",
    )


def test_fix_of_standard_input_has_no_file_to_write(copydesk):
    ran = copydesk("fix", "-", "--in-place", "--stdin-filename", "story.txt", stdin=BAD.encode())
    assert (ran.code, "standard input has no file to write" in ran.err) == (2, True)


def test_quiet_and_verbose(copydesk, story):
    story(BAD)
    story('profile = "uk"\n', "copydesk.toml")
    plain, quiet = copydesk("check", "story.txt"), copydesk("check", "--quiet", "story.txt")
    assert plain.out == quiet.out + plain.out.splitlines()[-1] + "\n"
    assert (quiet.code, quiet.err) == (1, "")
    clean = copydesk("check", "-q", "-", stdin=CLEAN.encode())
    assert (clean.code, clean.out, clean.err) == (0, "", "")
    for command in ("check", "fix"):
        verbose = copydesk(command, "-v", "story.txt")
        assert (
            verbose.err
            == "copydesk: story.txt: profile uk, settings of copydesk.toml, LanguageTool off, proofreader auto\n"
        )
    assert copydesk("check", "-q", "nowhere.txt").err != ""


def test_statistics(copydesk, story):
    story(BAD + BAD, "a.txt")
    story(BAD + "The the ministers met again in Vienna on Monday.\n", "b.txt")
    ran = copydesk(
        "check",
        "--statistics",
        "--select",
        "typography",
        "--select",
        "grammar/doubled-word",
        "a.txt",
        "b.txt",
    )
    first, second, last = ran.out.splitlines()
    assert first.split() == ["3", "typography/doubled-space", "warning", "3", "can", "be", "fixed"]
    assert second.split()[:2] == ["1", "grammar/doubled-word"]
    assert last.startswith("4 findings in 2 stories")
    assert ran.code == 1
    assert (
        copydesk("check", "--format", "statistics", "--select", "typography", "-q", "b.txt").out.count("\n")
        == 1
    )


@pytest.mark.parametrize(
    "command",
    [
        "check story.txt",
        "check --format json story.txt",
        "check --format concise story.txt",
        "fix -q --stdout story.txt",
        "fix -q --diff story.txt",
        "rules",
        "config schema",
        "words list",
        "completion bash",
    ],
)
def test_a_reader_that_goes_away_is_no_error(story, tmp_path, command):
    story(BAD * 3000)
    more = " --languagetool off --select typography" if command.startswith(("check", "fix")) else ""
    ran = subprocess.run(
        f"{sys.executable} -m editor {command}{more} | head -c 20 > /dev/null",
        shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stderr == ""
