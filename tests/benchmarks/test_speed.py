"""The archive and the reports of benchmarks/speed; its figures are no test."""

from __future__ import annotations

import re
import sys
from xml.etree import ElementTree

import pytest

pytest.importorskip("benchmarks.speed.archive", reason="the benchmarks are not in the wheel")

from benchmarks.speed import archive, report
from benchmarks.speed.measure import Failed, Took, took
from benchmarks.speed.report import Growth, Row


def test_the_archive_is_the_same_every_time_and_never_repeats_a_sentence():
    stories = list(archive.stories(40))
    assert stories == list(archive.stories(40))
    assert stories != list(archive.stories(40, seed=7))
    assert all(len(story) >= 2250 for story in stories)
    numbers = [number for story in stories for number in re.findall(r"\(item (\d+)\)", story)]
    assert len(numbers) == len(set(numbers)) > 500


def test_the_tables_name_ratios_to_the_bare_languagetool():
    rows = [
        Row("warm", "copydesk, the whole command", 0.2, target=0.25),
        Row("warm", "bare LanguageTool, the request alone", 0.1),
        Row("archive", "copydesk", 10.0, 500_000_000, 1_000_000),
        Row("archive", "bare LanguageTool", 40.0, 900_000_000, 1_000_000),
    ]
    text = report.table(rows)
    assert re.search(r"copydesk, the whole command +\| +0\.200 \| +0\.25 \| +0\.5 \|", text)
    assert re.search(r"\| copydesk +\| +10\.0 \| 0\.100 \| +500 \| +4\.0 \|", text)


def test_without_growth_the_page_keeps_what_was_measured_of_it_and_says_so():
    growth = [Growth(n, n * 2000, Took(n / 50, 10**8), Took(n / 2000, 0)) for n in (10, 1000)]
    full = report.page([Row("start", "x", 0.1)], growth, 1000)
    kept = report.page([Row("start", "x", 0.2)], [], 300, full)
    assert "0.200" in kept
    assert kept.partition("### Growth")[2] == full.partition("### Growth")[2]
    assert "Measured in an earlier run: From the run over 1,000" in kept
    assert report.page([Row("start", "x", 0.2)], [], 300, kept) == kept
    assert "earlier run" not in report.page([Row("start", "x", 0.2)], growth, 300, kept)


def test_the_chart_is_well_formed_and_has_every_point():
    growth = [Growth(n, n * 2000, Took(n / 50, 10**8), Took(n / 2000, 0)) for n in (10, 100, 1000)]
    drawn = ElementTree.fromstring(report.chart(growth))
    assert len([each for each in drawn.iter() if each.tag.endswith("circle")]) == 9
    page = report.page([Row("start", "x", 0.1)], growth, 1000)
    assert "1,000" in page
    # 20 s for 1,000 stories are 5.6 hours for a million.
    assert re.search(r"\| 1 +\| +5\.6 \|", page) and re.search(r"\| 4 +\| +1\.4 \|", page)


def test_a_command_is_timed_and_one_that_fails_says_so():
    done = took([sys.executable, "-c", "import time; x = bytearray(60_000_000); time.sleep(0.5)"])
    assert 0.5 < done.seconds < 5
    assert done.memory > 60_000_000
    with pytest.raises(Failed, match="no good"):
        took([sys.executable, "-c", "import sys; sys.exit('no good')"], good=(0,))
