"""Agreement: what a verb or a demonstrative clashes with, one module an idea."""
