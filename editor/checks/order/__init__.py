"""Words in the order of another language: openings, questions, objects and receivers out of their place."""
