"""action.yml and the pipelines of docs/ci.md: valid by their services' schemas, and their steps run as far as that goes.

There is neither GitHub nor GitLab here. The steps' commands run in bash, with copydesk itself and with pip replaced by
a program that notes how it was called.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
from schemas import GITHUB_ACTION, GITHUB_WORKFLOW, GITLAB_CI, PRE_COMMIT_CONFIG, SARIF, schema

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
PAGE = (ROOT / "docs" / "ci.md").read_text()
GITHUB, GITLAB = (
    yaml.load(re.search(rf"^### {name}\n\n```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[1], yaml.BaseLoader)
    for name in ("GitHub Actions", "GitLab")
)  # fmt: skip
LEFT = "He left.\n\nThe minister discussed about the plan.\n"
MILD = "The ministers met in Vienna.  They left on Monday.\n"
COMMIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "More"]


@pytest.fixture
def desk(tmp_path):
    """A repository with a story that has an error and one that has a warning, and a folder of programs."""
    folder = tmp_path / "checkout"
    (folder / "my stories").mkdir(parents=True)
    (folder / "my stories" / "left.txt").write_text(LEFT)
    (folder / "my stories" / "mild é.txt").write_text(MILD)
    programs = tmp_path / "bin"
    programs.mkdir()
    calls = tmp_path / "calls"
    for name, body in {
        "copydesk": f'PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m editor "$@"',
        "python": f'echo "python $*" >> {shlex.quote(str(calls))}',
        "pip": f'echo "pip $*" >> {shlex.quote(str(calls))}',
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{body}\n")
        (programs / name).chmod(0o755)
    for command in (["git", "init", "-q", "-b", "main"], ["git", "add", "-A"], COMMIT):
        subprocess.run(command, cwd=folder, check=True)
    return folder


def run(desk, script, **environment):
    """What comes of a script as a service runs it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_", "CI_"))}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=desk, capture_output=True, text=True,
        env={**kept, "PATH": f"{desk.parent / 'bin'}{os.pathsep}{os.environ['PATH']}", **environment},
        check=False, timeout=300,
    )  # fmt: skip


def expanded(words, values):
    """The words with each ${{ }} in it put in: the first of its names that has a value."""

    def value(match):
        names = [name.strip() for name in match[1].split("||")]
        assert all(name in values for name in names), match[0]
        return next((values[name] for name in names if values[name]), "")

    return re.sub(r"\$\{\{(.*?)\}\}", value, words)


class Job:
    """Runs the action's steps one after the other, as the runner of GitHub does, but for those of other actions."""

    def __init__(self, desk, base="", **inputs):
        self.desk = desk
        assert inputs.keys() <= ACTION["inputs"].keys()
        values = {name: str(each["default"]) for name, each in ACTION["inputs"].items()} | inputs
        self.values = {f"inputs.{name}": value for name, value in values.items()} | {
            "github.action_path": str(ROOT),
            "github.event.pull_request.base.sha": base,
            "runner.temp": str(desk.parent / "temp"),
            "runner.os": "Linux",
        }
        self.summary = desk.parent / "summary.md"
        self.other = []
        self.out, self.err, self.code = "", "", 0
        for step in ACTION["runs"]["steps"]:
            self.step(step)

    def step(self, step):
        if self.code or ("if" in step and self.values["inputs.languagetool"] == "off"):
            return
        if "uses" in step:
            self.other.append(
                (step["uses"], {key: expanded(value, self.values) for key, value in step["with"].items()})
            )
            return
        output = self.desk.parent / "output"
        output.write_text("")
        ran = run(
            self.desk, step["run"], GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(self.summary),
            GITHUB_WORKSPACE=str(self.desk),
            **{key: expanded(value, self.values) for key, value in step["env"].items()},
        )  # fmt: skip
        for line in output.read_text().splitlines():
            name, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{name}"] = value
        self.out, self.err, self.code = self.out + ran.stdout, self.err + ran.stderr, ran.returncode


def test_the_schemas_take_them():
    jsonschema.validate(ACTION, schema(GITHUB_ACTION))
    jsonschema.validate(GITHUB, schema(GITHUB_WORKFLOW))
    jsonschema.validate(GITLAB, schema(GITLAB_CI))
    hooks = re.search(r"^## Before each commit\n.*?```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[1]
    jsonschema.validate(yaml.safe_load(hooks), schema(PRE_COMMIT_CONFIG))
    # Nothing that somebody else writes gets into a script but as a variable.
    assert not any("${{" in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_the_action_annotates_and_sums_up(desk):
    job = Job(desk, languagetool="off")
    assert job.code == 1
    kinds = [line.split()[0] for line in job.out.splitlines()]
    assert kinds == ["::error", "::warning"]
    assert "file=my stories/left.txt,line=3" in job.out
    summary = job.summary.read_text()
    assert summary.startswith("## copydesk\n\n2 findings in 2 stories")
    assert (
        f"-m pip install --quiet --disable-pip-version-check {ROOT}\n" in (desk.parent / "calls").read_text()
    )


def test_the_actions_inputs(desk):
    job = Job(
        desk, **{
            "languagetool": "off", "stories": "\n  my stories/mild é.txt\n\n", "args": "--profile=uk\n--jobs=1\n",
            "fail-on": "warning", "summary": "false", "sarif-file": "out/copydesk.sarif", "html-file": "proof.html",
        },
    )  # fmt: skip
    assert (job.code, len(job.out.splitlines()), job.summary.exists()) == (1, 1, False)
    jsonschema.validate(json.loads((desk / "out" / "copydesk.sarif").read_text()), schema(SARIF))
    assert "<h1>Proof sheet</h1>" in (desk / "proof.html").read_text()
    assert Job(desk, **{"languagetool": "off", "fail-on": "never"}).code == 0
    assert Job(desk, languagetool="off", stories="my stories/mild é.txt").code == 0


def test_the_action_looks_at_what_a_pull_request_changes(desk):
    base = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=desk, capture_output=True, text=True
    ).stdout.strip()
    (desk / "my stories" / "mild é.txt").write_text(MILD + "\n" + LEFT)
    subprocess.run(COMMIT, cwd=desk, check=True)
    # As actions/checkout fetches it: the newest commit alone.
    shallow = desk.parent / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{desk}", str(shallow)], check=True)
    subprocess.run(["git", "config", "uploadpack.allowAnySHA1InWant", "true"], cwd=desk, check=True)
    job = Job(shallow, base=base, languagetool="off")
    assert (job.code, len(job.out.splitlines())) == (1, 1), job.err
    assert "mild é.txt,line=5" in job.out
    assert len(Job(shallow, base=base, languagetool="off", since="none").out.splitlines()) == 3


def test_the_action_ends_on_a_mistake_with_its_exit_code(desk):
    job = Job(desk, languagetool="off", stories="nowhere")
    assert (job.code, "no such file or folder" in job.err, job.summary.exists()) == (2, True, False)
    assert Job(desk, languagetool="off", args="--profile=$(touch hacked)").code == 2
    assert not (desk / "hacked").exists()


def test_languagetool_is_kept_under_its_version(desk):
    job = Job(desk, since="none", **{"fail-on": "never"})
    kept = dict(job.other)
    lock = subprocess.run(
        ["git", "hash-object", "--no-filters", "editor/languagetool/lock.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert kept["actions/cache@v4"]["key"] == f"copydesk-languagetool-Linux-{lock}"
    path = Path(kept["actions/cache@v4"]["path"])
    assert (job.code, any(path.iterdir())) == (0, True), job.err
    subprocess.run(
        [desk.parent / "bin" / "copydesk", "languagetool", "stop"],
        env={**os.environ, "COPYDESK_HOME": str(path.parent)},
        check=False,
    )


def gitlab(desk, **variables):
    """The exit code and output of the pipeline's script, line by line as GitLab runs it."""
    job = GITLAB["copydesk"]
    environment = {"CI_PROJECT_DIR": str(desk), **variables}
    environment |= {
        key: re.sub(r"\$(\w+)", lambda m: environment[m[1]], value) for key, value in job["variables"].items()
    }
    (desk / "copydesk.toml").write_text('languagetool = "off"\n')
    return run(desk, "\n".join(job["script"]), **environment)


def test_the_gitlab_pipeline(desk):
    (desk / "my stories").rename(desk / "stories")
    ran = gitlab(desk)
    assert ran.returncode == 1, ran.stderr
    assert "stories/left.txt:3" in ran.stdout
    report = json.loads((desk / GITLAB["copydesk"]["artifacts"]["reports"]["codequality"]).read_text())
    assert {issue["location"]["path"] for issue in report} == {"stories/left.txt", "stories/mild é.txt"}
    assert "pip install" in (desk.parent / "calls").read_text()
    # Nothing has changed since the base, so the job passes.
    subprocess.run(["git", "add", "-A"], cwd=desk, check=True)
    subprocess.run(COMMIT, cwd=desk, check=True)
    assert gitlab(desk, CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD").returncode == 0
