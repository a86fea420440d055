"""The commands that docs show print what the pages say."""

import pytest

from tools.console_pages import pages, run, stale


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_page_shows_what_its_commands_print(page):
    changed = stale([page])
    assert changed.get(page) is None, "run: python -m tools.console_pages"


def test_files_and_output_are_told_apart():
    text = "```text a.txt\none\n```\n\n```console\n$ cat a.txt\nold\n$ true\n```\n"
    assert run(text) == text.replace("old", "one")
