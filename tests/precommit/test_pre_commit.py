"""The hooks of .pre-commit-hooks.yaml, installed by pre-commit in a real repository, stopping real commits."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.languagetool.home import home

ROOT = Path(__file__).parents[2]
BAD = "The ministers met in Vienna.  They left on Monday.\n"
CLEAN = "The ministers met in Vienna. They left on Monday.\n"
# An error whose correction is not safe, so that `fix` leaves it.
LEFT = "He left.\n\nThe minister discussed about the plan.\n"
NAMES = ("one.txt", "two words.txt", "été “à Paris”.md")
# Nothing answers there: no network, whatever a program would fetch.
NOWHERE = "http://127.0.0.1:9"


class Repository:
    """A repository with the hooks installed."""

    def __init__(self, folder, environment):
        self.folder = folder
        self.environment = environment

    def run(self, *command, **more):
        return subprocess.run(
            list(map(str, command)), cwd=self.folder, env={**self.environment, **more},
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=500,
        )  # fmt: skip

    def git(self, *arguments):
        ran = self.run("git", *arguments)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def write(self, text, *names):
        for name in names:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "-A")

    def commit(self, **more):
        return self.run("git", "commit", "-m", "A story", **more)


def environment(place):
    """Git and pre-commit as on a machine of their own; the corrections' LanguageTool as on this one."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(place / "pre-commit"),
        "COPYDESK_HOME": str(place / "copydesk"),
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """This checkout as it stands, as a repository at `copydesk`, with an environment that pre-commit fills once."""
    place = tmp_path_factory.mktemp("hooks")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout  # fmt: skip
    source = place / "source"
    for name in filter(None, map(os.fsdecode, listed.split(b"\0"))):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/", "docs/")):
            target = source / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    checkout = Repository(source, environment(place))
    checkout.git("init", "-q")
    checkout.git("add", "-A", "-f")
    checkout.git("commit", "-qm", "copydesk")
    ran = checkout.run(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert ran.returncode == 0, ran.stdout
    return place


def made(place, folder, settings='languagetool = "off"\n', hooks=("fix", "check")):
    folder.mkdir()
    repository = Repository(folder, environment(place))
    repository.git("init", "-q")
    revision = Repository(place / "source", environment(place)).git("rev-parse", "HEAD").strip()
    listed = "".join(f"      - id: copydesk-{hook}\n" for hook in hooks)
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {place / 'source'}\n    rev: {revision}\n    hooks:\n{listed}"
    )
    (folder / "copydesk.toml").write_text(settings)
    ran = repository.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return repository


@pytest.fixture
def repository(place, tmp_path):
    return made(place, tmp_path / "wire")


def test_a_bad_draft_is_fixed_and_its_commit_fails_once(repository):
    repository.write(BAD, *NAMES)
    first = repository.commit()
    assert first.returncode == 1
    assert "files were modified by this hook" in first.stderr
    for name in NAMES:
        assert name in first.stderr
        assert (repository.folder / name).read_text(encoding="utf-8") == CLEAN
    repository.git("add", "-A")
    second = repository.commit()
    assert second.returncode == 0, second.stderr
    assert repository.git("show", f"HEAD:{NAMES[1]}") == CLEAN


def test_what_fix_leaves_stops_the_commit(repository):
    repository.write(LEFT, *NAMES)
    ran = repository.commit()
    assert ran.returncode == 1
    assert "files were modified" not in ran.stderr
    for name in NAMES:
        assert f"{name}:3:" in ran.stderr
    repository.write(LEFT.replace(" about", ""), *NAMES)
    assert repository.commit().returncode == 0


def test_text_that_is_no_story_is_passed_over(repository):
    repository.write(
        LEFT, "README.md", "docs/CHANGELOG.txt", "requirements-dev.txt", "LICENSE", "one.corrected.txt",
        "code.py", "data.json", "CMakeLists.txt",
    )  # fmt: skip
    ran = repository.commit()
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.count("(no files to check)") == 2


def test_what_the_settings_exclude_is_passed_over(place, tmp_path):
    repository = made(place, tmp_path / "wire", 'languagetool = "off"\nexclude = ["archive/"]\n')
    repository.write(LEFT, "archive/old.txt")
    assert repository.commit().returncode == 0
    repository.write(LEFT, "new.txt")
    ran = repository.commit()
    assert (ran.returncode, "archive" in ran.stderr, "new.txt:3:" in ran.stderr) == (1, False, True)


def test_queries_do_not_stop_a_commit(place, tmp_path):
    repository = made(
        place, tmp_path / "wire", 'languagetool = "off"\n[severities]\nall = "query"\n', hooks=("check",)
    )
    repository.write(BAD, "one.txt")
    assert repository.commit().returncode == 0


def test_a_bad_setting_stops_it_with_one_line(place, tmp_path):
    repository = made(place, tmp_path / "wire", "languagetol = 1\n", hooks=("check",))
    repository.write(CLEAN, "one.txt")
    ran = repository.commit()
    assert (ran.returncode, "did you mean 'languagetool'?" in ran.stderr) == (1, True)


def test_only_staged_text_counts_and_the_rest_comes_back(repository):
    repository.write(CLEAN, "one.txt")
    (repository.folder / "one.txt").write_text(LEFT, encoding="utf-8")
    assert repository.commit().returncode == 0
    assert (repository.folder / "one.txt").read_text(encoding="utf-8") == LEFT


def test_the_page_shows_what_a_commit_prints(repository):
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name in ("stories/rail.txt", "stories/water.txt"):
        repository.write(re.search(rf"^```text {name}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)[1], name)
    repository.git("add", "-A")
    ran = repository.commit(COLUMNS="80")
    shown = ran.stderr[ran.stderr.index("copydesk fix") :].strip()
    assert f"```text\n{shown}\n```" in page, shown


def test_with_languagetool_and_without_a_network(place, tmp_path):
    """LanguageTool is installed once, for all repositories and both hooks, and then nothing is fetched."""
    from editor.languagetool.install import install

    install()
    kept = place / "copydesk"
    kept.mkdir(exist_ok=True)
    if not (kept / "languagetool").exists():
        (kept / "languagetool").symlink_to(home() / "languagetool")
    nowhere = {
        "COPYDESK_MAVEN_MIRROR": NOWHERE, "http_proxy": NOWHERE, "https_proxy": NOWHERE, "HTTP_PROXY": NOWHERE,
        "HTTPS_PROXY": NOWHERE, "PIP_INDEX_URL": NOWHERE, "PIP_NO_INDEX": "1",
    }  # fmt: skip
    for name in ("first", "second"):
        repository = made(place, tmp_path / name, 'languagetool = "required"\nselect = ["lt"]\n')
        repository.write("The ministers met in Vienna. They was tired, and she have a umbrella.\n", *NAMES)
        ran = repository.commit(**nowhere)
        shown = ran.stdout + ran.stderr
        assert ran.returncode == 1, shown
        assert "lt/" in shown, shown
        assert "could not" not in shown
    stop = Repository(place, environment(place))
    stop.run(sys.executable, "-m", "editor", "languagetool", "stop", PYTHONPATH=str(ROOT))
