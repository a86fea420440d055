"""Score copydesk, and its peers, on the gold stories and on clean copy."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    # Run as a file, only the file's own folder is on the path.
    sys.path.insert(0, str(ROOT))

from benchmarks.quality import chart, checkers, table  # noqa: E402
from benchmarks.quality.gold import (  # noqa: E402
    GoldError,
    Story,
    mended,
    read_clean,
    read_printed_errors,
    read_sentences,
    read_stories,
)
from benchmarks.quality.score import LOUD, Found, Result, score  # noqa: E402

HERE = Path(__file__).resolve().parent
STORIES, SENTENCES, CLEAN = HERE / "stories", HERE / "sentences", HERE / "clean"
CLEAN_NEWS = ROOT.parent / "shared" / "data" / "clean-news"
PRINTED_ERRORS = HERE / "clean-news-errors.tsv"
DOCS = ROOT / "docs"
COPYDESK = "copydesk"
BY_RULES = "copydesk without the proofreader"

_ARTEFACT = re.compile(r"\w (?:-|–|') ?\w|\w n't\b| [,.;:!?)\]%”’]|[(\[“‘$£€] |(?<!\S)[\"'](?!\S)")


def is_artefact(text: str, finding: Found) -> bool:
    """Whether a finding lies on spaces that the clean-news corpus put between a word and its marks."""
    low, high = max(0, finding.start - 2), finding.end + 2
    return _ARTEFACT.search(text, low, high) is not None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark: 0, or 2 where stories or a checker can't be read."""
    options = _parser().parse_args(arguments)
    try:
        return _main(options)
    except (GoldError, checkers.CheckerFailed, OSError) as error:
        print(f"quality: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument(
        "--split",
        choices=["open", "locked", "all", "style"],
        default="open",
        help="locked: releases only; style: the sentences after the stylebooks",
    )
    parser.add_argument(
        "--sentences", action="store_true", help="single sentences instead of stories: one error each"
    )
    parser.add_argument(
        "--languagetool", default="auto", metavar="auto|required|off|URL", help="for copydesk"
    )
    parser.add_argument("--proofreader", default="required", metavar="auto|required|off", help="for copydesk")
    parser.add_argument(
        "--peers", action="store_true", help="score LanguageTool, Harper, Vale, proselint too"
    )
    parser.add_argument(
        "--peers-path",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="look for peers here first",
    )
    parser.add_argument(
        "--show", choices=["missed", "false", "unsolved", "queries"], action="append", default=[]
    )
    parser.add_argument("--family", action="append", default=[], help="show only these families (repeatable)")
    parser.add_argument("--story", default="", help="only stories whose name has this in it")
    parser.add_argument("--rule", default="", help="show only false alarms of rules that begin like this")
    parser.add_argument("--select", action="append", default=[], metavar="RULE", help="handed on to copydesk")
    parser.add_argument(
        "--clean-news",
        type=Path,
        default=CLEAN_NEWS,
        metavar="DIR",
        help="edited news to count false alarms on",
    )
    parser.add_argument("--no-clean", action="store_true", help="leave clean copy out")
    parser.add_argument("--write-docs", action="store_true", help="write docs/quality.md and its chart")
    return parser


def _main(options: argparse.Namespace) -> int:
    splits = ["open", "locked"] if options.split == "all" else [options.split]
    if options.sentences:
        stories = [story for split in splits for story in read_sentences(SENTENCES / split)]
    else:
        stories = [story for split in splits for story in read_stories(STORIES / split)]
    stories = [story for story in stories if options.story in story.name]
    if not stories:
        print("quality: no stories", file=sys.stderr)
        return 2
    corpora: list[tuple[str, list[Story]]] = []
    if options.sentences:
        corpora = [("corrected", [mended(story) for story in stories if all(g.rights for g in story.golds)])]
    elif not options.no_clean:
        errors = read_printed_errors(PRINTED_ERRORS, options.clean_news)
        corpora = [
            ("clean", read_clean(CLEAN)),
            ("clean-news", read_clean(options.clean_news, errors=errors)),
        ]
    corpora = [(name, texts) for name, texts in corpora if texts]

    without = [BY_RULES] if options.proofreader != "off" else []
    tools = [COPYDESK, *([*without, "LanguageTool", "Harper", "Vale", "proselint"] if options.peers else [])]
    results: dict[str, Result | str] = {}
    clean: dict[str, list[tuple[str, Result]]] = {}
    notes: list[str] = []
    for tool in tools:
        everything = [*stories, *(story for _, texts in corpora for story in texts)]
        try:
            findings = _findings(tool, everything, options, notes)
            results[tool] = score(stories, findings)
            clean[tool] = [(name, score(texts, findings, is_artefact)) for name, texts in corpora]
        except checkers.CheckerMissing as missing:
            results[tool] = f"not measured: {missing}"
    ours = results[COPYDESK]
    assert isinstance(ours, Result), "copydesk itself can't be missing"

    _show(options, ours, clean[COPYDESK])
    report = _report(options, stories, corpora, results, clean, ours)
    print(report)
    for note in notes:
        print(f"note: {note}", file=sys.stderr)
    if options.write_docs:
        _write_docs(report, results, ours)
    return 0


def _findings(
    tool: str, stories: Sequence[Story], options: argparse.Namespace, notes: list[str]
) -> checkers.Findings:
    if tool in (COPYDESK, BY_RULES):
        extra = ["--proofreader", options.proofreader if tool == COPYDESK else "off"]
        extra += [part for rule in options.select for part in ("--select", rule)]
        findings, said = checkers.copydesk(stories, options.languagetool, extra)
        notes += said
        return findings
    if tool == "LanguageTool":
        return checkers.languagetool(stories)
    peer = {"Harper": checkers.harper, "Vale": checkers.vale, "proselint": checkers.proselint}[tool]
    return peer(stories, options.peers_path)


def _show(options: argparse.Namespace, ours: Result, clean: Sequence[tuple[str, Result]]) -> None:
    families = set(options.family)
    verdicts = [v for v in ours.verdicts if not families or v.gold.family in families]
    alarms = [*ours.false_alarms, *(alarm for _, result in clean for alarm in result.false_alarms)]
    alarms = [alarm for alarm in alarms if alarm.finding.rule.startswith(options.rule)]
    for what in options.show:
        print(f"## {what}\n")
        if what == "missed":
            cases = [table.show_gold(v.story, v.gold, ()) for v in verdicts if not v.found]
        elif what == "unsolved":
            wrong = [v for v in verdicts if v.found and not v.solved and not v.gold.is_query]
            cases = [table.show_gold(v.story, v.gold, v.hits) for v in wrong]
        else:
            loud = what == "false"
            cases = [
                table.show_finding(alarm.story, alarm.finding)
                for alarm in alarms
                if (alarm.finding.severity in LOUD) == loud
            ]
        print("\n\n".join(cases), f"\n\n{len(cases)} {what}\n", sep="")


def _report(
    options: argparse.Namespace,
    stories: Sequence[Story],
    corpora: Sequence[tuple[str, list[Story]]],
    results: dict[str, Result | str],
    clean: dict[str, list[tuple[str, Result]]],
    ours: Result,
) -> str:
    words = sum(story.words for story in stories)
    errors = sum(len(story.golds) for story in stories)
    opening = (
        f"{len(stories)} {'sentences' if options.sentences else 'stories'} ({options.split}), {words:,} words, {errors} errors; "
        f"copydesk with LanguageTool {options.languagetool}, proofreader {options.proofreader}."
    )
    for name, texts in corpora:
        opening += f" {name}: {len(texts)} stories, {sum(text.words for text in texts):,} words"
        printed = sum(len(text.golds) for text in texts)
        opening += (
            f", {printed} errors in print by our reading, left out of its false alarms." if printed else "."
        )
    sections = [opening, table.tools_table(results, clean)]
    sections.append(table.group_table("family", ours.by_family, by_size=True))
    sections.append(table.group_table("profile", ours.by_profile))
    if not options.sentences:
        sections.append(table.group_table("desk", ours.by_desk))
    sections.append(table.group_table("first language", ours.by_language))
    return "\n\n".join(sections)


def _write_docs(report: str, results: dict[str, Result | str], ours: Result) -> None:
    measured = {name: result for name, result in results.items() if isinstance(result, Result)}
    DOCS.mkdir(exist_ok=True)
    (DOCS / "quality-checkers.svg").write_text(
        chart.bars(
            "Errors found, solved, and precision",
            ["found", "solved", "precision"],
            {
                name: (result.total.found_rate, result.total.solved_rate, result.total.precision)
                for name, result in measured.items()
            },
        ),
        encoding="utf-8",
    )
    families = sorted(ours.by_family.items(), key=lambda item: -item[1].golds)
    (DOCS / "quality-families.svg").write_text(
        chart.bars(
            "copydesk by family of error",
            ["found", "solved"],
            {f"{name} ({tally.golds})": (tally.found_rate, tally.solved_rate) for name, tally in families},
        ),
        encoding="utf-8",
    )
    (DOCS / "quality.md").write_text(_PAGE.format(report=report), encoding="utf-8")


_PAGE = """# Quality

Written by `python -m benchmarks.quality --split locked --peers --write-docs`; change the stories or the rules, not this page.
The locked stories are those that nobody who writes rules has read; most of their writers have not seen the rules either.

![Errors found, solved, and precision, by checker](quality-checkers.svg)

![Errors found and solved, by family](quality-families.svg)

- **found**: errors that a finding points at, a query too. **As error or warning** (loud): queries left out.
- **solved**: errors whose first suggestion gives the right text, of all with a known correction. **Any right**: any suggestion.
- **precision**: errors and warnings that point at something wrong, of all raised. **F0.5** is of precision and recall,
  both of errors and warnings only.
- **false/1,000**: errors and warnings where nothing is wrong, per 1,000 words, on the gold stories and on clean copy.
  Edited news has errors too: those that we judged real are listed in `benchmarks/quality/clean-news-errors.tsv`, with the reason.
- The peers run with their own defaults, in the variant of English that the story's profile names.

{report}
"""

if __name__ == "__main__":
    raise SystemExit(main())
