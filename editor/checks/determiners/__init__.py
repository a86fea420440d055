"""Articles that don't go with their noun, and names without theirs."""
