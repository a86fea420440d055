"""The command with the proofreader: what a person sees, exit codes, settings."""

import json
import os
import subprocess
import sys

import pytest

STORY = (
    "Council debates budget\n\n"
    "VIENNA (AP) -- The council discussed the budget on Monday, and the mayor is agree with most of the plan.\n\n"
    "The treasurer left the hall after have heard the shop owners, whose rents had been raised twice in a year.\n\n"
    "The mayor complained from the noise of the trams near the old hall.\n"
)


@pytest.fixture
def copydesk(tmp_path):
    """Runs a command on STORY without LanguageTool."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")

    def run(command, *arguments, env=None):
        words = [sys.executable, "-m", "editor", command, "--languagetool", "off", "--no-cache", *arguments]
        done = subprocess.run(
            [*words, str(path)],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, **(env or {})},
            timeout=300,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


def rules(done):
    return {finding["rule"] for file in json.loads(done.stdout)["files"] for finding in file["findings"]}


def test_it_asks_beside_the_rules(copydesk):
    done = copydesk("check", "--format", "json", "--select", "proofreader")
    assert done.returncode == 1
    assert rules(done) == {"proofreader/verb-form", "proofreader/preposition"}


def test_it_can_be_left_out(copydesk):
    assert copydesk("check", "--proofreader", "off", "--select", "proofreader").returncode == 0
    assert copydesk("check", "--select", "proofreader", env={"COPYDESK_PROOFREADER": "off"}).returncode == 0


def test_an_unknown_mode_is_refused(copydesk):
    done = copydesk("check", "--proofreader", "maybe")
    assert done.returncode == 2
    assert "there is no 'maybe'" in done.stderr


def test_required_and_missing_fails_with_the_rest_of_the_findings(copydesk, tmp_path):
    hidden = tmp_path / "hide"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as u\nreal = u.find_spec\n"
        "u.find_spec = lambda name, package=None: None if name == 'tokenizers' else real(name, package)\n"
    )
    env = {"PYTHONPATH": str(hidden)}
    done = copydesk("check", "--proofreader", "required", env=env)
    assert done.returncode == 3
    assert "needs tokenizers" in done.stderr
    assert "is agree" in done.stdout
    going_on = copydesk("check", env=env)
    assert going_on.returncode == 1
    assert "going on without the proofreader: the proofreader needs tokenizers" in going_on.stderr


def test_fix_never_applies_a_query(copydesk):
    (file,) = json.loads(copydesk("check", "--format", "json", "--select", "proofreader").stdout)["files"]
    asked = [
        STORY[each["start"] - 8 : each["end"]] for each in file["findings"] if each["severity"] == "query"
    ]
    assert asked
    done = copydesk("fix", "--stdout", "--select", "proofreader", "--unsafe-fixes")
    assert done.returncode in (0, 1)
    assert all(words in done.stdout for words in asked)


def test_a_batch_leaves_it_out_unless_it_is_asked_for(copydesk, tmp_path):
    pytest.importorskip("distributed", reason="copydesk[batch] is not installed")
    archive = tmp_path / "archive.jsonl"
    archive.write_text(json.dumps({"id": "one", "text": STORY}) + "\n", "utf-8")

    def found(*more):
        out = tmp_path / "-".join(["out", *more])
        command = [sys.executable, "-m", "editor", "batch", str(archive), "-o", str(out), "--no-config"]
        command += ["--languagetool", "off", "--no-cache", "--jobs", "1", *more]
        env = {key: value for key, value in os.environ.items() if key != "COPYDESK_PROOFREADER"}
        done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=300, check=False)
        assert done.returncode == 1, done.stderr
        (part,) = out.glob("part-*.jsonl")
        return {each["rule"] for each in json.loads(part.read_text("utf-8"))["findings"]}

    assert not any(rule.startswith("proofreader/") for rule in found())
    assert any(rule.startswith("proofreader/") for rule in found("--proofreader", "required"))
