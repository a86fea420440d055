"""Verbs whose form does not fit what follows them, or the lack of it."""
