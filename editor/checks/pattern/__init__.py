"""Our own check kind: a line of token tests that reads like the phrase it finds.

See docs/patterns.md for the notation.
"""
