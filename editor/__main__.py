"""`python -m editor` is the command `copydesk`."""

from editor.cli.main import run

if __name__ == "__main__":
    run()
