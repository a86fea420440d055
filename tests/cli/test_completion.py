"""Completion as the shells ask for it, and in the shells that are here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def ask(shell, *words):
    """What is offered for the last word."""
    line = " ".join(["copydesk", *words])
    environment = {
        **os.environ,
        "_COPYDESK_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": words[-1] if shell == "fish" else str(len(words)),
        "PYTHONPATH": str(ROOT),
    }
    code = "import sys; sys.argv = ['copydesk']; from editor.cli.main import run; run()"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""
    return ran.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ch"], ["plain,check"]),
        (["check", "--prof"], ["plain,--profile"]),
        (["check", "--profile", "u"], ["plain,uk"]),
        (["check", "--select", "typogr"], ["plain,typography/doubled-space"]),
        (["check", "--ignore", "readability/f"], ["plain,readability/flesch"]),
        (["explain", "typography/doubled-s"], ["plain,typography/doubled-space"]),
        (["check", "--languagetool", "re"], ["plain,required"]),
        (["check", "sto"], ["file,sto"]),
        (["words", "a"], ["plain,add"]),
        (["completion", "f"], ["plain,fish"]),
    ],
)
def test_what_is_offered(words, offered):
    lines = ask("bash", *words).splitlines()
    assert set(offered) <= set(lines)
    assert len(lines) < 30


def test_families_come_before_their_rules():
    lines = ask("bash", "check", "--select", "t").splitlines()
    assert "plain,typography" in lines
    assert not any("/" in line for line in lines)


def test_zsh_and_fish_are_told_why():
    assert "plain\ncheck\nFind errors" in ask("zsh", "ch")
    assert "plain,check\tFind errors" in ask("fish", "ch")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(copydesk, shell):
    ran = copydesk("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"_COPYDESK_COMPLETE={shell}_complete" in ran.out
    if shutil.which(shell):
        checked = subprocess.run([shell, "-n"], input=ran.out, text=True, capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_in_bash_itself(copydesk, tmp_path):
    (tmp_path / "copydesk").write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "import sys; sys.argv[0] = \'copydesk\'; from editor.cli.main import run; run()" "$@"\n'
    )
    (tmp_path / "copydesk").chmod(0o755)
    script = f"""
export PATH={tmp_path}:$PATH PYTHONPATH={ROOT}
{copydesk("completion", "bash").out}
COMP_WORDS=(copydesk check --profile re); COMP_CWORD=3
_copydesk_completion copydesk re --profile
echo "${{COMPREPLY[@]}}"
"""
    ran = subprocess.run(["bash", "--norc"], input=script, text=True, capture_output=True, check=False)
    assert ran.stdout.split() == ["reuters"], ran.stderr


def test_another_shell_is_one_line(copydesk):
    ran = copydesk("completion", "tcsh")
    assert (ran.code, "'tcsh' is not one of 'bash', 'zsh', 'fish'" in ran.err) == (2, True)
