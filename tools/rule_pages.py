"""Writes docs/rules: a page for each rule file, a section for each rule, and an index.

python -m tools.rule_pages            writes what has changed
python -m tools.rule_pages --check    says which pages are stale, and ends with exit code 1 if any is
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from editor.cli.explain import safety
from editor.documents.model import PartKind
from editor.rulebook import positions
from editor.rulebook.compiled import compile_book
from editor.rulebook.folders import packaged
from editor.rulebook.load import load
from editor.rulebook.model import InQuotations, Rule
from editor.rulebook.proof import Prover

PAGES = Path(__file__).parents[1] / "docs" / "rules"
_GENERATED = (
    "<!-- Written by `python -m tools.rule_pages` from the rulebook; change the rule, not this page. -->"
)
_IN_QUOTATIONS = {
    InQuotations.SKIP: "kept out",
    InQuotations.QUERY: "asks only",
    InQuotations.APPLY: "as elsewhere",
}


def pages(folder: Path | None = None) -> dict[str, str]:
    """Every page by file name, for the rulebook in the folder (the shipped one unless given)."""
    folder = folder or packaged()
    book = load([folder])
    prover = Prover(compile_book(book))
    by_file = sorted(book.rules, key=lambda rule: (rule.file, rule.line, rule.id))
    files = {Path(file): list(rules) for file, rules in groupby(by_file, key=lambda rule: rule.file)}
    topics = {path: _topic(path) for path in files}
    names = {path: path.relative_to(folder).with_suffix(".md").as_posix().replace("/", "-") for path in files}
    written = {names[path]: _page(topics[path], rules, prover) for path, rules in files.items()}
    written["README.md"] = _index([(topics[path], names[path], rules) for path, rules in files.items()])
    return written


def stale(written: Mapping[str, str], folder: Path = PAGES) -> list[str]:
    """The pages that are missing, differ, or belong to no rule file any more."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in {*written, *there} if written.get(name) != there.get(name))


def write(written: Mapping[str, str], folder: Path = PAGES) -> list[str]:
    """Makes the folder's pages those given and returns the names of what changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = stale(written, folder)
    for name in changed:
        if name in written:
            (folder / name).write_text(written[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


def _topic(path: Path) -> str:
    page = positions.load(path)
    topic = page.get("topic") if isinstance(page, dict) else None
    return str(topic or path.stem.replace("-", " ").capitalize())


def _index(files: Sequence[tuple[str, str, Sequence[Rule]]]) -> str:
    total = sum(len(rules) for _, _, rules in files)
    lines = [
        "# The rules",
        "",
        _GENERATED,
        "",
        f"{total} rules. `copydesk explain RULE` shows the same at the terminal; [Writing rules](../patterns.md) says how to add one.",
        "Severity: an *error* is wrong, a *warning* is very likely wrong, a *query* is for a person to decide.",
        "A *safe* correction is made by `copydesk fix` unasked, an unsafe one only with `--unsafe-fixes`.",
    ]
    for topic, name, rules in files:
        lines += [
            "",
            f"## [{topic}]({name})",
            "",
            "| rule | severity | safe | profiles | why |",
            "|---|---|---|---|---|",
        ]
        lines += [
            f"| [{rule.id}]({name}#{_anchor(rule)}) | {rule.severity} | {'yes' if rule.safe else ''}"
            f" | {_profiles(rule)} | {plain(rule.why)} |"
            for rule in sorted(rules, key=lambda each: each.id)
        ]
    return "\n".join(lines) + "\n"


def _page(topic: str, rules: Iterable[Rule], prover: Prover) -> str:
    lines = [f"# {topic}", "", _GENERATED, "", "[All rules](README.md)"]
    for rule in rules:
        lines += ["", *_section(rule, prover)]
    return "\n".join(lines) + "\n"


def _section(rule: Rule, prover: Prover) -> list[str]:
    parts = [part.value for part in PartKind if part in rule.parts]
    lines = [
        f'<a id="{_anchor(rule)}"></a>',
        "",
        f"## {rule.id}",
        "",
        plain(prover.message(rule)),
        "",
        f"*Why:* {plain(rule.why)}",
        "",
        "| severity | correction | profiles | looks at | inside quotations |",
        "|---|---|---|---|---|",
        f"| {rule.severity} | {safety(rule)} | {_profiles(rule)} | {', '.join(parts)} | {_IN_QUOTATIONS[rule.quotations]} |",
        "",
        "| bad | good |",
        "|---|---|",
    ]
    for example in rule.examples:
        under = "" if example.profile == "ap" else f" *({example.profile})*"
        good = "*a person decides*" if example.good is None else plain(example.good)
        lines.append(f"| {_marked(example.bad, example.good)}{under} | {good} |")
    lines += ["", "Keeps quiet on:", ""]
    for each in rule.counterexamples:
        under = "" if each.profile == "ap" else f" *({each.profile})*"
        lines.append(f"- {plain(each.text)}{under}")
    return [*lines, "", f"*Source:* {plain(rule.source)}"]


def _anchor(rule: Rule) -> str:
    return rule.id.replace("/", "-")


def _profiles(rule: Rule) -> str:
    return ", ".join(sorted(rule.profiles)) or "all"


def _marked(bad: str, good: str | None) -> str:
    """The bad text with the words that go, in bold."""
    if good is None:
        return plain(bad)
    old, new = bad.split(" "), good.split(" ")
    pieces = []
    for kind, start, end, _, _ in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words = plain(" ".join(old[start:end]))
        if words.strip():
            pieces.append(words if kind == "equal" else f"**{words.strip()}**")
    return " ".join(pieces)


def plain(text: str) -> str:
    """The text as Markdown shows it in one line of a table, no character of it a mark."""
    text = text.strip("\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#])", r"\\\1", text).replace("\n", "<br>")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.rule_pages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name the stale pages")
    written = pages()
    if parser.parse_args(arguments).check:
        for name in stale(written):
            print(f"docs/rules/{name} is stale; run python -m tools.rule_pages")
        return 1 if stale(written) else 0
    changed = write(written)
    print(f"{len(written)} pages, {len(changed)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
