"""`copydesk baseline write` and `check --baseline`."""

import json

import pytest

BAD = "The ministers met in Vienna.  They left on Monday.\n"
OTHER = "He was new there.  She was not.\n"
CLEAN = "The ministers met in Vienna. They left on Monday.\n"
NAME = "copydesk-baseline.json"


@pytest.fixture
def write(copydesk):
    def run(*arguments, **more):
        return copydesk("baseline", "write", *arguments, "--languagetool", "off", **more)

    return run


@pytest.fixture
def shown(copydesk):
    """What a run with the baseline shows: path and line of each finding."""

    def run(*arguments, **more):
        ran = copydesk("check", "--format", "json", *arguments, **more)
        files = json.loads(ran.out)["files"]
        return [(file["path"], finding["line"]) for file in files for finding in file["findings"]]

    return run


def test_what_is_accepted_is_shown_no_more(copydesk, story, write, shown):
    story(BAD + "\n" + OTHER, "desk/one.txt")
    story(BAD, "desk/two é.txt")
    made = write("desk")
    assert (made.code, made.out) == (0, f"{NAME}: 3 findings in 2 stories accepted, 3 in all\n")
    ran = copydesk("check", "--baseline", NAME, "desk")
    assert (ran.code, ran.out) == (0, "No findings in 2 stories.\n")
    assert len(shown("desk")) == 3
    story(BAD + "\n" + OTHER + "\nIt was.  It is.\n", "desk/one.txt")
    assert shown("--baseline", NAME, "desk") == [("desk/one.txt", 5)]
    story(BAD, "desk/new.txt")
    assert shown("--baseline", NAME, "desk") == [("desk/new.txt", 1), ("desk/one.txt", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "New first line.\n\n" + BAD,
        "New first line.\n\nAnother line. And more.\n\n" + BAD + "\nAn end.\n",
        BAD.replace(" in Vienna", "\nin Vienna").replace("left on", "left\non"),
        BAD.replace("\n", "\r\n"),
        BAD[:-1],
    ],
)
def test_moved_and_rewrapped_lines_stay_accepted(story, write, shown, text):
    story(BAD)
    write("story.txt")
    story(text)
    assert shown("--baseline", NAME, "story.txt") == []


def test_findings_alike_are_counted(story, write, shown):
    story(BAD + "\n" + BAD)
    write("story.txt")
    story(BAD + "\n" + BAD + "\n" + BAD)
    assert shown("--baseline", NAME, "story.txt") == [("story.txt", 5)]
    story(BAD)
    assert shown("--baseline", NAME, "story.txt") == []


def test_another_sentence_or_rule_is_new(story, write, shown):
    story(BAD)
    write("story.txt")
    story(BAD.replace("Vienna", "Geneva"))
    assert shown("--baseline", NAME, "story.txt") == [("story.txt", 1)]


def test_the_setting(copydesk, story, write, shown, tmp_path):
    story('baseline = "accepted/known.json"\n', "copydesk.toml")
    story(BAD, "desk/one.txt")
    ran = copydesk("check", "desk")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "known.json: no such baseline; `copydesk baseline write` makes one" in ran.err
    (tmp_path / "accepted").mkdir()
    assert write("desk").code == 0
    assert (tmp_path / "accepted" / "known.json").exists()
    assert shown("desk") == []
    # From another folder too: names start where the baseline lies.
    assert shown("one.txt", cwd=tmp_path / "desk") == []
    assert len(shown("--no-baseline", "desk")) == 1
    assert len(shown("--no-config", "desk")) == 1


def test_writing_again_keeps_other_stories_and_forgets_those_that_are_gone(story, write, shown, tmp_path):
    story(BAD, "one.txt")
    story(BAD, "two.txt")
    write("one.txt", "two.txt")
    story(BAD + "\n" + OTHER, "two.txt")
    assert write("two.txt").out.endswith("2 findings in 1 story accepted, 3 in all\n")
    assert shown("--baseline", NAME, "one.txt", "two.txt") == []
    story(CLEAN, "two.txt")
    (tmp_path / "one.txt").unlink()
    assert write("two.txt").out == f"{NAME}: 0 findings in 1 story accepted, 0 in all\n"


def test_the_file_is_the_same_each_time_and_has_a_line_an_entry(story, write, tmp_path):
    story(BAD + "\n" + OTHER, "one.txt")
    story(BAD, "été.txt")
    write("one.txt", "été.txt")
    first = (tmp_path / NAME).read_bytes()
    write("été.txt", "one.txt", "--jobs", "2")
    assert (tmp_path / NAME).read_bytes() == first
    assert first.isascii()
    assert sum(b"typography/doubled-space" in line for line in first.splitlines()) == 3


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "1: it is no baseline"),
        (b'{"version": 1, "files": {\n<<<<<<< HEAD\n', ":2: it is no baseline"),
        (b"\xff\xfe\x00", "not UTF-8 text"),
        (b"[]", "it is no baseline of copydesk's"),
        (b'{"version": 2, "files": {}}', "a later copydesk wrote it (version 2)"),
        (b'{"version": true, "files": {}}' , "it is no baseline"),
        (b'{"version": 1, "files": {"a.txt": [["r", "w", "f", -1]]}}', "it is no baseline of copydesk's"),
        (b'{"version": 1, "files": {"a.txt": 5}}', "it is no baseline of copydesk's"),
        (b"[" * 100_000, "it is no baseline"),
        (None, "no such baseline"),
    ],
)  # fmt: skip
def test_missing_and_damaged_baselines_are_one_line(copydesk, story, tmp_path, write, data, says):
    story(BAD)
    if data is not None:
        (tmp_path / NAME).write_bytes(data)
    ran = copydesk("check", "--baseline", NAME, "story.txt")
    assert (ran.code, len(ran.err.splitlines()), ran.out) == (2, 1, "")
    assert says in ran.err
    if data is not None:
        # Writing over it would lose what others have accepted.
        again = write("story.txt")
        assert (again.code, says in again.err) == (2, True)
        assert (tmp_path / NAME).read_bytes() == data


def test_a_folder_or_standard_input(copydesk, story, tmp_path, write):
    story(BAD)
    (tmp_path / NAME).mkdir()
    for ran in (copydesk("check", "--baseline", NAME, "story.txt"), write("story.txt")):
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    (tmp_path / NAME).rmdir()
    assert "name a file" in write("-", stdin=b"x").err
    assert "choose one of" in copydesk("check", "--baseline", "x", "--no-baseline", "story.txt").err


def test_a_story_that_cant_be_read_keeps_what_was_accepted(story, write, shown):
    story(BAD, "a.txt")
    story(BAD, "b.txt")
    write("a.txt", "b.txt")
    story(b"\0\0", "a.txt")
    assert write("a.txt", "b.txt").code == 2
    story(BAD, "a.txt")
    assert shown("--baseline", NAME, "a.txt", "b.txt") == []


def test_whole_story_findings_stay_accepted_when_the_story_changes(story, write, shown):
    story("[readability]\nmin-flesch = 121\n", "copydesk.toml")
    text = "The ministers met in Vienna, and they left on Monday without saying a word.\n\n" * 40
    story(text)
    write("story.txt")
    story(text + "They came back on Tuesday.\n")
    assert shown("--baseline", NAME, "story.txt") == []
