"""`copydesk explain RULE`."""

from __future__ import annotations

import difflib

import click

from editor.cli import complete
from editor.cli.options import config_options
from editor.errors import UserError
from editor.rulebook.builtin import BUILTIN
from editor.rulebook.model import Rule


@click.command()
@click.argument("rule", shell_complete=complete.rules)
@config_options
def explain(rule: str, config: str | None, no_config: bool) -> None:
    """Say what RULE is for: why, source, a bad and a good sentence, what it keeps quiet on."""
    from editor.cli.setup import settings_here
    from editor.rulebook.compiled import described

    settings = settings_here(config, no_config)
    named = {each.id: each for each in described(settings.rules)}
    if rule.startswith("lt/"):
        from editor.languagetool.choices import describe

        click.echo(describe(rule))
        return
    if rule.startswith("proofreader/"):
        from editor.proofreader.choices import describe as doubted

        told = doubted(rule)
        if told is not None:
            click.echo(told)
            return
    if rule in BUILTIN:
        click.echo(
            f"{rule}\n\n  {BUILTIN[rule]}\n  The configuration decides what it says: docs/configuration.md"
        )
        return
    found = named.get(rule)
    if found is None:
        ends = [name for name in named if name.partition("/")[2] == rule]
        found = named[ends[0]] if len(ends) == 1 else None
    if found is None:
        close = difflib.get_close_matches(rule, [*named, *BUILTIN], n=3, cutoff=0.4)
        hint = f"did you mean {' or '.join(close)}?" if close else "`copydesk rules` lists them all"
        raise UserError(f"there is no rule '{rule}'; {hint}")
    click.echo(page(found))


def page(rule: Rule) -> str:
    """What a person should know of the rule, as lines of text."""
    lines = [
        rule.id,
        "",
        f"  {rule.message}",
        f"  Why:       {rule.why}",
        f"  Source:    {rule.source}",
        f"  Severity:  {rule.severity}",
        f"  Fix:       {safety(rule)}",
        f"  Profiles:  {', '.join(sorted(rule.profiles)) or 'all'}",
        "",
    ]
    for example in rule.examples:
        lines.append(f"  Bad:   {_shown(example.bad)}")
        if example.good is not None:
            lines.append(f"  Good:  {_shown(example.good)}")
        lines.append("")
    lines.append("  Keeps quiet on:")
    lines += [f"    {_shown(example.text)}" for example in rule.counterexamples]
    return "\n".join(lines)


def safety(rule: Rule) -> str:
    """Whether and when the rule's correction is applied."""
    if rule.severity == "query" or all(example.good is None for example in rule.examples):
        return "for a person to decide: never applied"
    return "safe: `copydesk fix` applies it" if rule.safe else "not safe: applied only with --unsafe-fixes"


def _shown(text: str) -> str:
    return text.strip("\n").replace("\n", "\n         ")
