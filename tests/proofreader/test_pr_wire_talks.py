"""The story that the tool was asked for reads the same with the proofreader as without."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORY = Path(__file__).parents[3] / "shared" / "drafts" / "wire-talks.txt"


@pytest.mark.skipif(not STORY.exists(), reason=f"there is no {STORY}")
def test_nothing_is_added_and_nothing_grows_quieter():
    def found(mode):
        command = [sys.executable, "-m", "editor", "check", "--no-config", "--no-cache", "--format", "json"]
        command += ["--languagetool", "off", "--proofreader", mode, str(STORY)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        (file,) = json.loads(done.stdout)["files"]
        return {(each["rule"], each["start"], each["end"], each["severity"]) for each in file["findings"]}

    assert found("required") == found("off")
