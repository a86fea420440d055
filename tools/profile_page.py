"""Writes docs/profiles.md: where the profiles differ, from their settings and from what the rules make of the same words.

python -m tools.profile_page            writes the page
python -m tools.profile_page --check    ends with exit code 1 where it is stale
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.rulebook.compiled import Compiled, compile_book
from editor.rulebook.folders import packaged
from editor.rulebook.load import load
from editor.rulebook.model import Rule
from editor.rulebook.proof import apply_first
from editor.settings.model import Settings
from tools.rule_pages import plain

PAGE = Path(__file__).parents[1] / "docs" / "profiles.md"
PROFILES = ("ap", "reuters", "uk")

_WHAT = {
    "variant": "spelling",
    "quotes": "quotation marks and apostrophes",
    "us": "United States, as noun and adjective",
    "uk": "United Kingdom",
    "un": "United Nations",
    "percent": "percentages",
    "serial-comma": "comma before the last 'and' of a list",
    "comma-in-quotes": "commas and stops inside quotation marks",
    "dash": "dash",
    "ellipsis": "ellipsis",
    "headline-case": "headlines",
    "dates": "order of a date",
    "months": "October beside a day",
    "times": "times of day",
    "title-stops": "Doctor before a name",
    "ranks": "General before a name",
    "offices": "Governor before a name",
    "courtesy": "Mr. and Mrs.",
    "ages": "ages below 10",
    "units": "kilometers and kilograms",
    "euros": "euros",
    "yen": "yen",
    "crowns": "Swedish, Norwegian and Danish money",
    "pounds": "pounds sterling",
    "millions": "millions after a sum",
    "number-sign": "number, before a figure",
    "states": "U.S. states in the body",
    "dateline": "a dateline's form that shows the house, as an expression",
    "agency": "the agency's name, by which a story is known as the house's own",
}


def page() -> str:
    """The whole page for the shipped rulebook."""
    book = load([packaged()])
    compiled = compile_book(book)
    lines = [
        "# The profiles, side by side",
        "",
        "<!-- Written by `python -m tools.profile_page` from the rulebook; change the profile or the rule, not this page. -->",
        "",
        "Choose one with `--profile` or in `copydesk.toml`. A profile is a file in `rules/profiles/`; your own can extend one of these.",
        "A story that is wholly in another style is asked about once for each habit; one that mixes styles, or whose dateline or",
        "byline shows the agency, is corrected.",
        "",
        "| profile | stylebook |",
        "|---|---|",
    ]
    profiles = compiled.book.profiles
    lines += [f"| {name} | {plain(profiles[name].title)} |" for name in PROFILES]
    lines += ["", "## Settings", "", f"| setting | what | {' | '.join(PROFILES)} |", "|---|---|---|---|---|"]
    lines += _settings(compiled)
    lines += [
        "",
        "## The same words under each",
        "",
        "What the rules make of their own examples, where that differs. Stories are asked about, or corrected, towards this.",
        "",
        f"| rule | draft | {' | '.join(PROFILES)} |",
        "|---|---|---|---|---|",
    ]
    lines += _rows(compiled, book.rules)
    lines += ["", "## Rules of some profiles only", "", "| rule | profiles |", "|---|---|"]
    lines += [
        f"| {rule.id} | {', '.join(sorted(rule.profiles))} |"
        for rule in sorted(compiled.book.rules, key=lambda rule: rule.id)
        if rule.profiles and rule.id.startswith(PREFIXES) and not rule.profiles.issuperset(PROFILES)
    ]
    return "\n".join(lines) + "\n"


PREFIXES = ("style/", "ap/", "reuters/", "uk/", "dates/", "times/")


def _settings(compiled: Compiled) -> Iterator[str]:
    settings = [compiled.book.profiles[name].settings for name in PROFILES]
    for key in dict.fromkeys(key for each in settings for key in each):
        values = [_shown(each.get(key)) for each in settings]
        if len(set(values)) > 1:
            yield f"| {key} | {_WHAT.get(key, key)} | {' | '.join(values)} |"


def _shown(value: object) -> str:
    if isinstance(value, list):
        return " or ".join(_shown(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else plain(str(value).strip())


def _rows(compiled: Compiled, rules: Sequence[Rule]) -> Iterator[str]:
    engines = {
        name: Engine(compiled, profile_named(compiled, name), Settings(profile=name)) for name in PROFILES
    }
    for rule in sorted(rules, key=lambda rule: rule.id):
        if not rule.id.startswith(PREFIXES):
            continue
        for example in rule.examples:
            if "(AP)" in example.bad:
                continue  # the agency's name makes the difference there, not the style
            became = [_corrected(engines, rule, example.bad, name) for name in PROFILES]
            if len(set(became)) > 1:
                cells = ["as it stands" if text == example.bad else plain(text) for text in became]
                yield f"| {rule.id} | {plain(example.bad)} | {' | '.join(cells)} |"
                break


def _corrected(engines: Mapping[str, Engine], rule: Rule, text: str, profile: str) -> str:
    document = read_document("example.txt", text.encode())
    return apply_first(text, [each for each in engines[profile].check(document) if each.rule == rule.id])


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.profile_page", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the page is stale")
    written = page()
    stale = not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != written
    if parser.parse_args(arguments).check:
        if stale:
            print("docs/profiles.md is stale; run python -m tools.profile_page")
        return int(stale)
    PAGE.write_text(written, encoding="utf-8")
    print("docs/profiles.md " + ("written" if stale else "is as it was"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
