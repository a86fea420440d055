"""Relative pronouns and adverbs that don't go with what they stand for."""
