"""The end of a process: at once, but with all done that any end does."""

import subprocess
import sys

import pytest

from editor.leave import code_of

ENDS = """
import atexit, sys, threading, time
from editor.leave import leave
atexit.register(lambda: print("registered"))
def late():
    time.sleep(0.3)
    print("thread")
threading.Thread(target=late).start()
class Kept:
    def __del__(self):
        print("taken apart")
kept = Kept()
print("done", end=" ")
leave(7)
"""


def test_threads_are_waited_for_what_is_registered_runs_and_what_is_buffered_is_written():
    ended = subprocess.run(
        [sys.executable, "-c", ENDS], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 7
    assert ended.stdout.split() == ["done", "thread", "registered"]
    assert ended.stderr == ""


def test_a_stream_that_nobody_reads_any_longer_is_no_error():
    program = "import os, sys\nfrom editor.leave import leave\nprint('x')\nos.close(1)\nleave(3)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stderr) == (3, "")


@pytest.mark.parametrize(("told", "code"), [(None, 0), (2, 2), ("stopped", 1), (True, 1)])
def test_an_exit_code_is_what_python_makes_of_it(told, code):
    assert code_of(SystemExit(told)) == code
