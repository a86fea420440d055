"""sequence: Vale's kind of token pattern, each token an expression, a tag, or both."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.kinds import Run
from editor.checks.pattern.matcher import Matcher
from editor.checks.pattern.syntax import Atom, Element, Node, Test
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds each place where the tokens follow one another; `skip` lets up to that many others stand before one."""
    entries = rule.spec.get("tokens")
    if not isinstance(entries, list) or not entries:
        raise ValueError("'tokens' must be a list of {pattern, tag, negate, skip}")
    nodes: list[Node] = []
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or set(entry) - {"pattern", "tag", "negate", "skip"}:
            raise ValueError("each token is {pattern, tag, negate, skip}")
        negated = bool(entry.get("negate", False))
        tests = []
        if entry.get("pattern"):
            tests.append(Test((Atom("regex", str(entry["pattern"])),), negated))
        if entry.get("tag"):
            tests.append(Test((Atom("tag", str(entry["tag"])),), negated))
        if not tests:
            tests.append(Test((Atom("any"),)))
        if entry.get("skip"):
            nodes.append(Element((Test((Atom("any"),)),), "", 0, int(entry["skip"]), 100 + number))
        nodes.append(Element(tuple(tests), "", 1, 1, number))
    matcher = Matcher(tuple(nodes), book.lists)

    def run(story: Story) -> Iterator[Hit]:
        for line in story.lines:
            tokens = line.tagged
            at = 0
            while at < len(tokens):
                match = matcher.match(tokens, at)
                if match and match.end > match.start:
                    yield Hit(Span(tokens[match.start].start, tokens[match.end - 1].end))
                    at = match.end
                else:
                    at += 1

    return run
