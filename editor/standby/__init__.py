"""A process that stands by with everything loaded and hands each command to a copy of itself, so that the command answers at once."""
