"""Which preposition a head governs: its frames, the phrases after it, the verdict on each."""
