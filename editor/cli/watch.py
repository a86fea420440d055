"""`copydesk watch PATH...`: check a story whenever it is saved."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from editor.cli.options import checking_options
from editor.errors import EngineError, EngineMissing, UserError

# Milliseconds: changes that come this close together are one save; how long at most they are gathered.
_QUIET, _LONGEST = 50, 400


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
@checking_options
def watch(paths: tuple[Path, ...], **options: Any) -> None:
    """Check each story in PATH (folders, or single files; by default the current folder) whenever it is saved.

    Ctrl-C ends it, with exit code 0. 2: something you can mend; 3: an engine that was required failed.
    """
    from editor.watching import Watcher

    folders = paths or (Path(),)
    for path in folders:
        if not path.exists():
            raise UserError(f"{path}: no such file or folder; check the name")
    watcher = Watcher(folders)
    try:
        with _Bench(options) as bench:
            bench.warm(folders[0])
            for path in folders:
                bench.desk.settings(path / "-" if path.is_dir() else path)
            ready = f"watching {', '.join(map(str, folders))}; Ctrl-C ends it"
            for saved in watcher.saved(_QUIET, _LONGEST):
                if ready:
                    _say(ready)
                    ready = ""
                if not saved:
                    continue
                bench.refresh(folders[0])
                for path in saved:
                    bench.check(path)
    except KeyboardInterrupt:
        _say("stopped watching")


class _Bench:
    """A desk that stays ready, and is made anew when the settings, rules or words have changed."""

    def __init__(self, options: dict[str, Any]) -> None:
        from editor.cli import setup

        self._options = options
        self._stamp: str | None = None
        self.desk = setup.desk(options)

    def __enter__(self) -> _Bench:
        return self

    def __exit__(self, *error: object) -> None:
        self.desk.close()

    def warm(self, path: Path) -> None:
        """Make both engines ready before the first save."""
        story = path / "story.txt" if path.is_dir() else path
        self._stamp = self._stamped(path)
        self.desk.warm(story)
        # A text that no earlier run has kept an answer for.
        text = f"The ministers met in Vienna at {datetime.now():%H:%M:%S.%f} on Monday.\n"
        self.desk.check(story, self.desk.read(story, "story.txt", text.encode()))

    def refresh(self, path: Path) -> None:
        """Take in what has changed in the settings, rules or words since the last save."""
        from editor.cli import setup

        stamp = self._stamped(path)
        if stamp != self._stamp:
            self.desk.close()
            self.desk = setup.desk(self._options)
            self._stamp = stamp

    def _stamped(self, path: Path) -> str:
        from editor.settings.load import find
        from editor.stamps import stamp

        try:
            settings = self.desk.settings(path / "-" if path.is_dir() else path)
        except UserError:
            return ""
        named = [Path(each.partition(",")[0]) for each in settings.origins.values()]
        nearest = find((path if path.is_dir() else path.parent).absolute())
        files = {*(each for each in named if each.is_file()), *([nearest] if nearest else [])}
        return stamp(*sorted(files), *settings.rules, *settings.words)

    def check(self, path: Path) -> None:
        """Check one story and show what is found."""
        from editor.documents.source import read_bytes
        from editor.reports import text
        from editor.reports.run import Run
        from editor.reports.style import wants_colour

        try:
            if self.desk.settings(path).excludes(path):
                return
            story = self.desk.checked(path, str(path), read_bytes(path))
        except EngineMissing as error:
            _say(str(error))
            story = error.found
        except EngineError:
            raise
        except UserError as error:
            # The next save may mend it.
            _say(str(error))
            return
        clock = datetime.now().strftime("%H:%M:%S")
        sys.stdout.write(f"{clock} {path}\n")
        run = Run(width=shutil.get_terminal_size().columns, colour=wants_colour(sys.stdout))
        run.tally.add(story)
        for piece in text.report([story], run):
            sys.stdout.write(piece)
        sys.stdout.flush()


def _say(line: str) -> None:
    click.echo(f"copydesk: {line}", err=True)
