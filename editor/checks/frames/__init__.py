"""The preposition that a verb, noun or adjective takes: after it, after its object, in a relative clause, stranded."""
