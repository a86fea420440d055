"""`copydesk rules`: list them, or run their examples."""

from __future__ import annotations

from pathlib import Path

import click

from editor.cli.options import config_options
from editor.errors import EXIT_FINDINGS


@click.group(invoke_without_command=True)
@click.option("--profile", metavar="NAME", help="Only the rules that run under this profile.")
@config_options
@click.pass_context
def rules(ctx: click.Context, profile: str | None, config: str | None, no_config: bool) -> None:
    """List the rules: id, severity, whether the fix is safe, what it says."""
    if ctx.invoked_subcommand:
        return
    from editor.cli.setup import settings_here
    from editor.engine import Engine, profile_named
    from editor.rulebook.compiled import compiled

    settings = settings_here(config, no_config)
    ready = compiled(settings.rules)
    shown = ready.book.rules
    if profile is not None:
        shown = Engine(ready, profile_named(ready, profile), settings).rules
    width = max((len(rule.id) for rule in shown), default=0)
    for rule in sorted(shown, key=lambda each: each.id):
        safety = "safe" if rule.safe else "query" if rule.severity == "query" else "unsafe"
        profiles = f" ({', '.join(sorted(rule.profiles))})" if rule.profiles and profile is None else ""
        click.echo(f"{rule.id:<{width}}  {rule.severity:<7}  {safety:<6}  {rule.why}{profiles}")
    click.echo(f"{len(shown)} rules" + (f" in the profile {profile}" if profile else ""))


@rules.command("test")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def try_examples(files: tuple[Path, ...]) -> None:
    """Run the examples and counterexamples of the rules in FILES (yours), or of the whole rulebook."""
    from editor.rulebook.compiled import compile_book
    from editor.rulebook.load import load, packaged, rule_files
    from editor.rulebook.proof import Prover

    shipped = packaged()
    chosen = {path.resolve() for path in rule_files(files)} if files else None
    foreign = [path for path in files if shipped.resolve() not in path.resolve().parents]
    book = load([shipped, *foreign], chosen)
    prover = Prover(compile_book(book))
    failures = 0
    for failure in prover.prove(book.rules):
        failures += 1
        click.echo(f"{failure.rule.file}:{failure.rule.line}: {failure.rule.id} {failure.reason}")
    total = sum(len(rule.examples) + len(rule.counterexamples) for rule in book.rules)
    click.echo(f"{len(book.rules)} rules, {total} examples and counterexamples, {failures} failed")
    if failures:
        raise click.exceptions.Exit(EXIT_FINDINGS)
