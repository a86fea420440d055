"""The subjects of a sentence's finite verbs: where a clause may begin, what hangs on its noun, and how many that is."""
