"""`copydesk stats STORY...`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from editor.cli import complete
from editor.cli.options import config_options
from editor.errors import EXIT_USER_ERROR, UserError

if TYPE_CHECKING:
    from editor.documents.model import Document
    from editor.readability import Readability


@click.command()
@click.argument("stories", nargs=-1, metavar="STORY...", shell_complete=complete.files)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--encoding", metavar="NAME", help="The stories' encoding, where it can't be told.")
@config_options
def stats(stories: tuple[str, ...], shape: str, **options: Any) -> None:
    """Measure how hard stories read: lengths, Flesch reading ease, school grades, reading time.

    Only the body counts, not the headline, byline or notes.
    """
    from editor import readability
    from editor.cli import setup
    from editor.documents.read import read_document

    loader = setup.loader(options)
    failed = False
    pages: list[dict[str, object]] = []
    sources = list(setup.sources(stories, loader.for_file))
    for number, source in enumerate(sources):
        try:
            document = read_document(source.name, source.data(), loader.for_file(source.path).encoding)
        except UserError as error:
            # One story that can't be read does not keep the others from being measured.
            click.echo(f"copydesk: {error}", err=True)
            failed = True
            continue
        measured = readability.stats(document)
        if shape == "json":
            pages.append(as_json(source.name, document, measured))
        else:
            click.echo(("\n" if number else "") + table(source.name, document, measured))
    if shape == "json":
        sys.stdout.write(json.dumps({"version": 1, "files": pages}, indent=2, ensure_ascii=False) + "\n")
    if failed:
        raise click.exceptions.Exit(EXIT_USER_ERROR)


def table(name: str, document: Document, measured: Readability) -> str:
    """The measures as a person reads them, one a line, without a line end at the end."""
    if measured.longest is None:
        return f"{name}\n  no words in the body"
    start = measured.longest.span.start
    line = document.text.count("\n", 0, start) + 1
    minutes, seconds = divmod(round(measured.reading_seconds), 60)
    rows = [
        ("Words", f"{measured.words:,}"),
        ("Sentences", f"{measured.sentences:,} in {measured.paragraphs:,} paragraphs"),
        ("Sentence length", f"{measured.average_sentence_words:.1f} words on average"),
        ("Longest sentence", f"{measured.longest.words} words, line {line}"),
        ("Flesch reading ease", f"{measured.flesch:.1f}  {ease(measured.flesch)}"),
        ("Flesch-Kincaid grade", f"{measured.grade:.1f}"),
        ("Gunning fog", f"{measured.fog:.1f}"),
        ("Dale-Chall", f"{measured.dale_chall:.1f}"),
        ("Reading time", f"{minutes} min {seconds} s" if minutes else f"{seconds} s"),
    ]
    return "\n".join([name, *(f"  {label:<22}{value}" for label, value in rows)])


def ease(flesch: float) -> str:
    """Flesch's own word for a score (The Art of Readable Writing, 1949)."""
    steps = [
        (90, "very easy"),
        (80, "easy"),
        (70, "fairly easy"),
        (60, "standard"),
        (50, "fairly difficult"),
        (30, "difficult"),
    ]
    return next((name for least, name in steps if flesch >= least), "very difficult")


def as_json(name: str, document: Document, measured: Readability) -> dict[str, object]:
    """The measures of one story for `--format json`; numbers with one decimal, spans in code points."""
    longest = measured.longest
    return {
        "path": name,
        "words": measured.words,
        "sentences": measured.sentences,
        "paragraphs": measured.paragraphs,
        "average_sentence_words": round(measured.average_sentence_words, 1),
        "longest_sentence": longest
        and {
            "words": longest.words,
            "start": longest.span.start,
            "end": longest.span.end,
            "line": document.text.count("\n", 0, longest.span.start) + 1,
        },
        "flesch_reading_ease": round(measured.flesch, 1),
        "flesch_kincaid_grade": round(measured.grade, 1),
        "gunning_fog": round(measured.fog, 1),
        "dale_chall": round(measured.dale_chall, 1),
        "reading_seconds": round(measured.reading_seconds, 1),
    }
