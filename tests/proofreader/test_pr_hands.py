"""Work done by several threads at once."""

import threading
import time

import pytest

from editor.proofreader import hands


def test_what_is_made_stands_in_the_tasks_order():
    assert hands.at_once(lambda number: (time.sleep(0.001 * (9 - number)), number)[1], range(10)) == list(
        range(10)
    )
    assert hands.at_once(str, []) == []


def test_threads_work_side_by_side(monkeypatch):
    monkeypatch.setattr(hands, "cores", lambda: 3)
    meeting = threading.Barrier(3, timeout=30)
    assert hands.at_once(lambda number: meeting.wait() >= 0, range(3)) == [True] * 3


def test_the_first_error_is_raised_and_the_rest_left():
    done = []

    def work(number):
        if number == 2:
            raise ValueError("no")
        done.append(number)

    with pytest.raises(ValueError, match="no"):
        hands.at_once(work, range(1000))
    assert len(done) < 1000
