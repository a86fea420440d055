"""What a clause is built of: a subject, a finite verb and what belongs to it, with no comma, pronoun or gap between."""
