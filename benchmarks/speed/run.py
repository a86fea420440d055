"""Measures everything in one run, prints it, and writes docs/speed.md and its chart when asked to."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.speed import archive, peers, report
from benchmarks.speed.measure import Failed, Took, best, took
from benchmarks.speed.report import Growth, Row

_ROOT = Path(__file__).resolve().parents[2]
_COPYDESK = (sys.executable, "-m", "editor")
_WARMING = 15.0  # Seconds.


def main(arguments: Sequence[str] | None = None) -> int:
    """The program; 0, or 2 where something could not be measured that should."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    options.add_argument("--stories", type=int, default=300, help="how many stories the archive has")
    options.add_argument(
        "--growth", type=int, nargs="*", default=[10, 100, 1000, 10_000], help="archives for the chart"
    )
    options.add_argument("--write-docs", action="store_true", help="write docs/speed.md and docs/speed.svg")
    chosen = options.parse_args(arguments)
    # Python keeps what it compiled, as it does wherever copydesk is installed.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="copydesk-speed-") as name:
        work = Path(name)
        os.environ["COPYDESK_HOME"] = str(_home(work))
        os.environ["COPYDESK_STANDBY"] = "off"
        # It has lines of its own.
        os.environ["COPYDESK_PROOFREADER"] = "off"
        try:
            rows: list[Row] = []
            growth: list[Growth] = []
            # A long run that is cut off leaves what it had measured.
            for more, grown in _measure(work, chosen.stories, chosen.growth):
                rows += more
                growth += grown
                if chosen.write_docs:
                    _write_docs(rows, growth, chosen.stories)
        except Failed as error:
            print(f"benchmarks.speed: {error}", file=sys.stderr)
            return 2
        finally:
            took([*_COPYDESK, "languagetool", "stop"])
            took([*_COPYDESK, "standby", "stop"])
    print(report.table(rows))
    return 0


def _write_docs(rows: Sequence[Row], growth: Sequence[Growth], stories: int) -> None:
    docs = _ROOT / "docs"
    page = docs / "speed.md"
    before = page.read_text(encoding="utf-8") if page.exists() else ""
    if growth:
        (docs / "speed.svg").write_text(report.chart(growth), encoding="utf-8")
    page.write_text(report.page(rows, growth, stories, before), encoding="utf-8")


def _home(work: Path) -> Path:
    """A cache folder of this run's own, in which LanguageTool is installed already."""
    from editor.languagetool.home import home
    from editor.languagetool.install import install

    install()
    own = work / "home"
    own.mkdir()
    (own / "languagetool").symlink_to(home().absolute() / "languagetool")
    return own


def _measure(work: Path, count: int, growth: Sequence[int]) -> Iterator[tuple[list[Row], list[Growth]]]:
    yield _start_up(), []
    yield _one_story(work), []
    yield _archive(work, count), []
    for size in growth:
        yield [], [_grown(work, size)]


_READ = ("--proofreader", "required")


@contextmanager
def _standing_by() -> Iterator[None]:
    """With a process that stands by, as at a terminal, and has had the time to load everything."""
    os.environ["COPYDESK_STANDBY"] = "on"
    took([*_COPYDESK, "standby", "start"])
    time.sleep(_WARMING)
    try:
        yield
    finally:
        took([*_COPYDESK, "standby", "stop"])
        os.environ["COPYDESK_STANDBY"] = "off"


def _check(*more: str | Path) -> list[str | Path]:
    return [*_COPYDESK, "check", "--no-config", "--format", "concise", *more]


def _start_up() -> list[Row]:
    _say("start-up")
    rows = [
        Row("start", "`copydesk --version`", best(5, [*_COPYDESK, "--version"]), target=0.12),
        Row(
            "start",
            "`copydesk explain grammar/doubled-word`",
            best(5, [*_COPYDESK, "explain", "grammar/doubled-word"]),
            target=0.12,
        ),
    ]
    with _standing_by():
        explained = best(5, [*_COPYDESK, "explain", "grammar/doubled-word"])
    rows.append(Row("start", "the same, standing by", explained, target=0.12))
    return rows + [Row("start", f"{each.name} `version`", best(5, each.version)) for each in peers.programs()]


def _one_story(work: Path) -> list[Row]:
    texts = list(archive.stories(60, seed=1))
    story = work / "story.txt"
    _say("one story")

    def fresh(*more: str) -> float:
        story.write_text(texts.pop(), encoding="utf-8")
        return took(_check(*more, story)).seconds

    def cold() -> float:
        took([*_COPYDESK, "languagetool", "stop"])
        return fresh()

    first = cold()
    # The first server has written down by its end what later ones start from.
    later = min(cold() for _ in range(3))
    for _ in range(8):
        fresh()
    alone = min(fresh() for _ in range(5))
    own = min(fresh("--languagetool", "off") for _ in range(5))
    read = min(fresh("--languagetool", "off", *_READ) for _ in range(3))
    with _standing_by():
        warm = min(fresh() for _ in range(5))
        again = min(took(_check(story)).seconds for _ in range(5))
        text = story.read_text(encoding="utf-8")
        edited = []
        for number in range(5):
            story.write_text(text.replace("(item", f"(piece {number}, item", 1), encoding="utf-8")
            edited.append(took(_check(story)).seconds)
        own_warm = min(fresh("--languagetool", "off") for _ in range(5))
        read_warm = min(fresh(*_READ) for _ in range(5))
    with peers.bare() as bare:
        begun = time.perf_counter()
        bare.check([texts.pop()])
        bare_cold = bare.start + time.perf_counter() - begun
        bare.check([texts.pop() for _ in range(8)])
        bare_warm = min(bare.check([texts.pop()]) for _ in range(5))
    rows = [
        Row("cold", "copydesk, the very first time", first),
        Row("cold", "copydesk, LanguageTool not running", later, target=3.0),
        Row("cold", "copydesk, own rules only", own, target=0.3),
        Row("cold", "copydesk, own rules and the proofreader", read),
        Row("cold", "bare LanguageTool, the start of Java and one request", bare_cold),
        Row("warm", "copydesk, the whole command", warm, target=0.25),
        Row("warm", "copydesk, the whole command, nothing standing by", alone),
        Row("warm", "copydesk, own rules only", own_warm),
        Row("warm", "copydesk, the whole command and the proofreader", read_warm),
        Row("warm", "copydesk, one paragraph edited", min(edited)),
        Row("warm", "copydesk, nothing changed", again, target=0.15),
        Row("warm", "bare LanguageTool, the request alone", bare_warm),
    ]
    return rows + [
        Row("cold", each.name, min(took([*each.check, story]).seconds for _ in range(3)))
        for each in peers.programs()
    ]


def _archive(work: Path, count: int) -> list[Row]:
    folder = work / "archive"
    paths, size = archive.write(folder, count)
    _say(f"{count} stories, {size / 1e6:.1f} MB")

    def row(name: str, run: Took, target: float | None = None) -> Row:
        return Row("archive", name, run.seconds, run.memory, size, target)

    took([*_COPYDESK, "languagetool", "start"])
    rows = [
        row("copydesk", took(_check(folder), also=_servers())),
        row("copydesk, a second time", took(_check(folder))),
        row("copydesk, own rules only", took(_check("--no-cache", "--languagetool", "off", folder))),
        row(
            "copydesk, own rules only, one process",
            took(_check("--no-cache", "--languagetool", "off", "--jobs", "1", folder)),
        ),
        row(
            "copydesk, own rules and the proofreader",
            took(_check("--no-cache", "--languagetool", "off", *_READ, folder)),
        ),
    ]
    took([*_COPYDESK, "languagetool", "stop"])
    with peers.bare() as bare:
        texts = [path.read_text(encoding="utf-8") for path in paths]
        rows.append(row("bare LanguageTool", Took(bare.check(texts), bare.memory)))
    return rows + [row(each.name, took([*each.check, *paths])) for each in peers.programs()]


def _grown(work: Path, count: int) -> Growth:
    folder = work / f"grown-{count}"
    _, size = archive.write(folder, count, seed=count)
    _say(f"{count} stories for the chart")
    took([*_COPYDESK, "languagetool", "start"])
    first = took(_check(folder), also=_servers())
    again = took(_check(folder))
    shutil.rmtree(folder)
    return Growth(count, size, first, again)


def _servers() -> list[int]:
    from editor.languagetool.shared import running

    return [each.pid for each in running()]


def _say(
    what: str, tell: Callable[[str], None] = lambda line: print(line, file=sys.stderr, flush=True)
) -> None:
    tell(f"measuring {what} ...")
