"""`copydesk rules`: list them, make a new one, or run their examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from editor.cli.options import config_options
from editor.errors import EXIT_FINDINGS, UserError


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
    for line in ready.book.left_out:
        click.echo(f"left out: {line}", err=True)
    click.echo(f"{len(shown)} rules" + (f" in the profile {profile}" if profile else ""))


@rules.command("new")
@click.argument("name", metavar="ID")
@click.option(
    "--file",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The rule file to make or to add to; else one named after the family, in your first rule folder or here.",
)
@click.pass_context
def make(ctx: click.Context, name: str, file: Path | None) -> None:
    """Make a rule called ID with its examples to fill in, such as house/no-utilise."""
    from editor.cli.setup import settings_here
    from editor.files import write
    from editor.rulebook.folders import packaged
    from editor.rulebook.load import load
    from editor.rulebook.scaffold import added

    settings = settings_here(**_config(ctx))
    if file is None:
        folder = next((path for path in settings.rules if path.is_dir()), Path())
        file = folder / f"{name.partition('/')[0]}.yaml"
    text = added(file, name)
    book = load([packaged(), *settings.rules, *([file] if file.exists() else [])])
    clash = next((rule for rule in book.rules if rule.id == name), None)
    if clash is not None:
        raise UserError(f"the rule '{name}' stands in {clash.file}:{clash.line} already")
    file.parent.mkdir(parents=True, exist_ok=True)
    write(file, text.encode())
    line = text[: text.rindex(f"id: {name}")].count("\n") + 1
    click.echo(
        f"{file}:{line}: {name} is there to be filled in; `copydesk rules test {file}` says what is missing"
    )


@rules.command("test")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_context
def try_examples(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Run the examples and counterexamples of the rules in FILES (yours), or of the whole rulebook."""
    from editor.cli.setup import settings_here
    from editor.rulebook.compiled import compile_book
    from editor.rulebook.folders import packaged, rule_files
    from editor.rulebook.load import load
    from editor.rulebook.proof import Prover

    settings = settings_here(**_config(ctx))
    chosen = {path.resolve() for path in rule_files(files)} if files else None
    book = load([packaged(), *settings.rules, *files], chosen)
    prover = Prover(compile_book(book))
    failures = 0
    for failure in prover.prove(book.rules):
        failures += 1
        click.echo(f"{failure.rule.file}:{failure.rule.line}: {failure.rule.id} {failure.reason}")
    total = sum(len(rule.examples) + len(rule.counterexamples) for rule in book.rules)
    click.echo(f"{len(book.rules)} rules, {total} examples and counterexamples, {failures} failed")
    if failures:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _config(ctx: click.Context) -> dict[str, Any]:
    given = ctx.parent.params if ctx.parent else {}
    return {"config": given.get("config"), "no_config": bool(given.get("no_config"))}
