"""`python -m editor` is the command `copydesk`."""

from editor.cli.entry import run

if __name__ == "__main__":
    run()
