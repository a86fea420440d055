"""`copydesk watch`, run as a process of its own and interrupted as a person does."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time

import pytest

BAD = "The ministers met in Vienna.  They left on Monday.\n"
CLEAN = "The ministers met in Vienna. They left on Monday.\n"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")


class Watch:
    """A running watch whose lines can be waited for."""

    def __init__(self, folder, *arguments):
        self._lines = queue.Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "editor", "watch", *map(str, arguments), "--languagetool", "off"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, words, seconds=60.0):
        """The lines up to the one with these words."""
        seen = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                seen.append(self._lines.get(timeout=0.1))
            except queue.Empty:
                assert self.process.poll() is None, seen
                continue
            if words in seen[-1]:
                return seen
        raise AssertionError(f"no '{words}' in {seen}")

    def silent(self, seconds):
        time.sleep(seconds)
        return self._lines.empty()

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=30)
        self._reader.join(timeout=10)
        return code, list(self._lines.queue)


@pytest.fixture
def watch(tmp_path):
    running = []

    def start(*arguments):
        running.append(Watch(tmp_path, *arguments))
        running[-1].until("Ctrl-C ends it")
        return running[-1]

    yield start
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


def test_a_save_is_checked_and_ctrl_c_ends_it(watch, story, tmp_path):
    (tmp_path / "desk").mkdir()
    running = watch("desk")
    story(BAD, "desk/story é.txt")
    seen = running.until("1 finding in 1 story")
    assert any("desk/story é.txt:1:29: typography/doubled-space" in line for line in seen)
    story(CLEAN, "desk/story é.txt")
    running.until("No findings in 1 story")
    code, rest = running.interrupt()
    assert (code, rest) == (0, ["copydesk: stopped watching"])


def test_an_editor_that_saves_by_rename(watch, story, tmp_path):
    target = story(CLEAN, "desk/story.txt")
    running = watch("desk")
    for text, says in ((BAD, "1 finding"), (CLEAN, "No findings"), (BAD, "1 finding")):
        spare = story(text, "desk/.story.txt.swp")
        spare.replace(target)
        assert any("desk/story.txt" in line for line in running.until(says))
    assert running.interrupt()[0] == 0


def test_a_single_file_is_watched_through_renames(watch, story, tmp_path):
    target = story(CLEAN)
    other = story(CLEAN, "other.txt")
    running = watch("story.txt")
    other.write_text(BAD)
    story(BAD, "spare.tmp").replace(target)
    seen = running.until("1 finding")
    assert not any("other.txt" in line for line in seen)
    assert running.interrupt()[0] == 0


def test_what_is_no_story_is_passed_over(watch, story, tmp_path):
    story('exclude = ["old/"]\n', "copydesk.toml")
    (tmp_path / "old").mkdir()
    running = watch()
    for name in ("story.corrected.txt", "notes.csv", ".hidden.txt", "old/story.txt"):
        story(BAD, name)
    assert running.silent(1.5)
    story(BAD, "story.txt")
    running.until("1 finding")
    assert running.interrupt()[0] == 0


def test_changed_settings_and_words_hold_for_the_next_save(watch, story):
    story("ignore = []\n", "copydesk.toml")
    running = watch()
    story(BAD)
    running.until("1 finding")
    story('ignore = ["typography"]\nwords = ["desk.words"]\n', "copydesk.toml")
    story("[reject]\nministers -> cabinet\n", "desk.words")
    story(BAD + "\n")
    assert any("words/rejected" in line for line in running.until("1 finding"))
    story("nonsense = 3\n", "copydesk.toml")
    story(BAD)
    running.until("unknown key 'nonsense'")
    story("", "copydesk.toml")
    story(BAD + "\n\n")
    running.until("1 finding")
    assert running.interrupt()[0] == 0


def test_what_makes_no_sense_is_one_line(copydesk, story):
    ran = copydesk("watch", "nowhere")
    assert (ran.code, ran.err) == (2, "copydesk: nowhere: no such file or folder; check the name\n")
    story("nonsense = 3\n", "copydesk.toml")
    ran = copydesk("watch", "--languagetool", "off")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
