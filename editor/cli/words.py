"""`copydesk words`: list, add and check a desk's own words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from editor.cli.options import config_options
from editor.errors import EXIT_FINDINGS, UserError

if TYPE_CHECKING:
    from editor.settings.model import Settings
    from editor.words.model import Word

_FIRST = "words.txt"


@click.group()
def words() -> None:
    """List, add and check house words: accepted and rejected ones, names, acronyms."""


@words.command("list")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@config_options
def list_words(path: Path | None, config: str | None, no_config: bool) -> None:
    """List the words that hold for PATH (a story or a folder; by default the current folder), with their places."""
    from editor.reports.style import counted
    from editor.words.read import vocabulary
    from editor.words.write import line

    found = vocabulary(_settings(path, config, no_config).words).words
    width = max((len(line(word)) for word in found), default=0)
    for word in found:
        click.echo(f"{word.kind:<8}  {line(word):<{min(width, 50)}}  {_seen(word.place)}")
    click.echo(counted(len(found), "word"))


@words.command()
@click.argument("word")
@click.option("--reject", is_flag=True, help="Reject the word; without --use a person decides what to write.")
@click.option("--use", multiple=True, metavar="RIGHT", help="Reject the word for this one (repeatable).")
@click.option("--name", is_flag=True, help="It is a name with this one spelling.")
@click.option(
    "--not",
    "wrong",
    multiple=True,
    metavar="WRONG",
    help="A spelling of the name that is wrong (repeatable).",
)
@click.option("--acronym", metavar="MEANING", help="It is an acronym that stands for MEANING.")
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to add it to.",
)
@config_options
def add(
    word: str,
    reject: bool,
    use: tuple[str, ...],
    name: bool,
    wrong: tuple[str, ...],
    acronym: str | None,
    file: Path | None,
    config: str | None,
    no_config: bool,
) -> None:
    """Add WORD to the desk's words: accepted, unless an option says otherwise.

    Without --file it goes into the first file of words that is set; where none is set, words.txt is made beside the
    configuration, which is made to name it.
    """
    from editor.files import write
    from editor.words.model import Kind, Vocabulary, Word
    from editor.words.read import read
    from editor.words.write import added, contradictions, line

    if sum((reject or bool(use), name or bool(wrong), acronym is not None)) > 1:
        raise UserError("a word is one thing: choose one of --reject/--use, --name/--not and --acronym")
    kind: Kind = Kind.ACCEPT
    others: tuple[str, ...] = ()
    if reject or use:
        kind, others = Kind.REJECT, use
    elif name or wrong:
        kind, others = Kind.NAME, wrong
    elif acronym is not None:
        kind, others = Kind.ACRONYM, (acronym,)
    new = Word(kind, " ".join(word.split()), tuple(" ".join(each.split()) for each in others), "here")
    if not new.text or not all(new.others):
        raise UserError("a word can't be empty")
    set_up = _settings(None, config, no_config)
    named = file or _file(set_up, new)
    target = named or _beside(set_up) / _FIRST
    old = target.read_bytes().decode("utf-8-sig") if target.exists() else ""
    known = read(target) if target.exists() else []
    if any((each.kind, each.text, each.others) == (kind, new.text, new.others) for each in known):
        click.echo(f"{target}: '{line(new)}' is there already")
        return
    problem = next(
        (each for each in contradictions(Vocabulary((*known, new))) if each.startswith("here:")), None
    )
    if problem:
        raise UserError(problem.removeprefix("here: "))
    text = added(target, old, new)
    write(target, text.encode())
    click.echo(f"{_seen(str(target))}: added '{line(new)}' under [{kind}]")
    if named is None:
        _name_it(set_up, config, no_config)


@words.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@config_options
def check(path: Path | None, config: str | None, no_config: bool) -> None:
    """Look for words that contradict one another, such as one that is accepted here and rejected there.

    Exit code 0: none; 1: some; 2: a file that can't be read, or a line in it.
    """
    from editor.reports.style import counted
    from editor.words.read import vocabulary
    from editor.words.write import contradictions

    found = vocabulary(_settings(path, config, no_config).words)
    problems = list(contradictions(found))
    for problem in problems:
        click.echo(_seen(problem))
    click.echo(f"{counted(len(found.words), 'word')}, {counted(len(problems), 'contradiction')}")
    if problems:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _settings(path: Path | None, config: str | None, no_config: bool) -> Settings:
    from editor.cli import setup

    loader = setup.loader({"config": config, "no_config": no_config})
    if path is not None and not path.is_dir():
        return loader.for_file(path)
    return loader.for_folder(path or Path.cwd())


def _file(settings: Settings, word: Word) -> Path | None:
    """The file that the settings name for a word; of a Vale vocabulary the one of its kind."""
    from editor.words.read import VALE, files

    for path in settings.words:
        if not path.is_dir():
            return path
        for name, kind in VALE.items():
            if kind is word.kind and not word.others and any((path / each).is_file() for each in VALE):
                return path / name
        own = [each for each in files(path) if each.name not in VALE]
        if own:
            return own[0]
    return None


def _beside(settings: Settings) -> Path:
    here = Path.cwd()
    return settings.folder if settings.origins else here


def _name_it(settings: Settings, config: str | None, no_config: bool) -> None:
    """Have the configuration name the new file, or say how."""
    from editor.files import write
    from editor.settings.load import SHARED, find

    line = f'words = ["{_FIRST}"]'
    path = Path(config) if config else None if no_config else find(Path.cwd())
    if no_config or "words" in settings.origins or (path is not None and path.name == SHARED):
        click.echo(f"Now name it in the configuration: {line}")
        return
    path = path or Path.cwd() / "copydesk.toml"
    old = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    write(path, f"{line}\n{old}".encode())
    click.echo(f"{_seen(str(path))}: added '{line}'")


def _seen(text: str) -> str:
    return text.replace(f"{Path.cwd()}/", "")
