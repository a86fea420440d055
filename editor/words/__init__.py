"""House words: what a desk accepts, rejects, and spells in one way only."""
