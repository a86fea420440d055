"""The scores as Markdown tables and as cases to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.quality.gold import Gold, Story
from benchmarks.quality.score import Found, Result, Tally

_CONTEXT = 60


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, columns padded, the first to the left and the others to the right."""
    widths = [max(3, *(len(row[n]) for row in [header, *rows])) for n in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        padded = [cell.rjust(widths[n]) if n else cell.ljust(widths[n]) for n, cell in enumerate(cells)]
        return "| " + " | ".join(padded) + " |"

    rule = "|" + "|".join("-" * (w + 1) + (":" if n else "-") for n, w in enumerate(widths)) + "|"
    return "\n".join([line(header), rule, *map(line, rows)])


def tools_table(
    results: Mapping[str, Result | str], clean: Mapping[str, Sequence[tuple[str, Result]]]
) -> str:
    """One row a checker: what it finds on the gold stories, and its alarms on each clean corpus.

    A checker that could not run has a note instead of a result.
    """
    corpora = list(dict.fromkeys(name for scores in clean.values() for name, _ in scores))
    header = [
        "checker",
        "found",
        "as error or warning",
        "solved",
        "any right",
        "precision",
        "F0.5",
        "false/1,000",
    ]
    header += [f"{name}/1,000" for name in corpora]
    rows: list[list[str]] = []
    for tool, result in results.items():
        if isinstance(result, str):
            rows.append([f"{tool} ({result})", *["–"] * (len(header) - 1)])
            continue
        total = result.total
        row = [tool, percent(total.found_rate), percent(total.loud_rate), percent(total.solved_rate)]
        row += [percent(total.any_solved_rate), percent(total.precision), number(total.f_half)]
        row.append(number(total.false_per_thousand))
        scores = dict(clean.get(tool, ()))
        row += [number(scores[name].total.false_per_thousand) if name in scores else "–" for name in corpora]
        rows.append(row)
    return markdown(header, rows)


def group_table(title: str, groups: Mapping[str, Tally], by_size: bool = False) -> str:
    """One row a family, desk, profile or language. Families have no false alarms, so no precision."""
    with_alarms = any(tally.words for tally in groups.values())
    header = [title, "errors", "found", "loud", "solved", "any right"]
    header += ["precision", "F0.5", "false/1,000"] if with_alarms else []
    rows: list[list[str]] = []
    order = sorted(groups.items(), key=lambda item: (-item[1].golds if by_size else 0, item[0]))
    for name, tally in order:
        row = [name, str(tally.golds), percent(tally.found_rate), percent(tally.loud_rate)]
        row += [percent(tally.solved_rate), percent(tally.any_solved_rate)]
        if with_alarms:
            row += [percent(tally.precision), number(tally.f_half), number(tally.false_per_thousand)]
        rows.append(row)
    return markdown(header, rows)


def show_gold(story: Story, gold: Gold, hits: Sequence[Found]) -> str:
    """One error as a person reads it: where, in which words, and what the checker said of it."""
    wanted = " | ".join(repr(right) for right in gold.rights) or "(a person must say)"
    before, wrong, after = context(story.draft, gold.start, gold.end)
    lines = [
        f"{story.name}:{line_of(story.draft, gold.start)} [{gold.family}]",
        f"    …{before}⟦{wrong}⟧{after}…  → {wanted}",
    ]
    lines += [f"    {describe(hit, story)}" for hit in hits]
    return "\n".join(lines)


def show_finding(story: Story, finding: Found) -> str:
    """One false alarm as a person reads it."""
    before, wrong, after = context(story.draft, finding.start, finding.end)
    place = f"{story.name}:{line_of(story.draft, finding.start)}"
    return f"{place} {describe(finding, story)}\n    …{before}⟦{wrong}⟧{after}…"


def describe(finding: Found, story: Story) -> str:
    """A finding on one line: severity, rule, the words, the first suggestions, the message."""
    words = story.draft[finding.start : finding.end]
    offers = " | ".join(repr(text) for text in finding.replacements[:3]) or "no suggestion"
    return f"{finding.severity} {finding.rule}: {words!r} → {offers} ({finding.message})"


def context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before, in and after a span, on one line."""
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + _CONTEXT].partition("\n")[0]
    return before, text[start:end].replace("\n", "⏎"), after


def line_of(text: str, at: int) -> int:
    """The line of a code point, from 1."""
    return text.count("\n", 0, at) + 1


def percent(rate: float | None) -> str:
    """A rate of 0 to 1 in per cent without decimals, with one where rounding would say 100."""
    if rate is None:
        return "–"
    return f"{rate:.1%}" if 0.995 <= rate < 1 else f"{rate:.0%}"


def number(value: float | None) -> str:
    """A figure with two decimals."""
    return "–" if value is None else f"{value:.2f}"
