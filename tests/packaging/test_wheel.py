"""The wheel, installed in an empty environment and run from another folder, with no Java to be seen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The copydesk command of a fresh virtual environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("copydesk-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return folder / "venv" / "bin" / "copydesk"


def _run(command, *arguments, cwd, **more):
    # Only what a bare system has: no Java, no development tools.
    path = os.pathsep.join(["/usr/local/sbin", "/nonexistent"])
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("JAVA_HOME", "PYTHONPATH", "VIRTUAL_ENV")
    }
    return subprocess.run(
        [str(command), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**environment, "PATH": path},
        check=False,
        **more,
    )


def test_the_rulebook_is_inside(installed, tmp_path):
    ran = _run(installed, "rules", cwd=tmp_path)
    shipped = sum(1 for _ in (ROOT / "rules").glob("*.yaml"))
    assert shipped > 3
    assert ran.returncode == 0, ran.stderr
    assert "typography/doubled-space" in ran.stdout
    explained = _run(installed, "explain", "typography/doubled-space", cwd=tmp_path)
    assert "Bad:" in explained.stdout


def test_the_whole_way_without_java_on_the_path(installed, tmp_path):
    (tmp_path / "story.txt").write_text(
        "The ministers met in Vienna.  They was recieved by the chancellor on Monday.\n"
    )
    ran = _run(
        installed,
        "check",
        "--languagetool",
        "required",
        "--format",
        "json",
        "story.txt",
        cwd=tmp_path,
        timeout=900,
    )
    assert ran.returncode == 1, ran.stderr
    assert '"typography/doubled-space"' in ran.stdout
    assert "They" in (tmp_path / "story.txt").read_text()
    fixed = _run(installed, "fix", "story.txt", cwd=tmp_path, timeout=900)
    assert "Vienna. They" in (tmp_path / "story.corrected.txt").read_text(), fixed.stderr


def test_the_proofreader_takes_part(installed, tmp_path):
    (tmp_path / "story.txt").write_text("The accord, sign in Geneva on Monday, ends the dispute.\n")
    ran = _run(
        installed,
        "check",
        "--select=proofreader",
        "--languagetool=off",
        "--proofreader=required",
        "--format=concise",
        "story.txt",
        cwd=tmp_path,
    )
    assert ran.returncode == 1, ran.stderr
    assert "'sign'" in ran.stdout
