"""The subjects of a sentence's finite verbs: each clause is read from where it may begin to its verb.

Every reading that reaches a verb counts: a caller that trusts only verbs with which no reading agrees is rarely wrong.
"""

from __future__ import annotations

from editor.text.subjects.antecedents import antecedents
from editor.text.subjects.noun_phrases import Phrases
from editor.text.subjects.openings import NOMINATIVE, starts
from editor.text.subjects.walk import Subject, verbs_of
from editor.text.words import words

Readings = dict[int, list[Subject]]
"""For each finite verb the subjects that it may have."""

# Prepositions that also open clauses: what follows may be part of the phrase before.
_LOOSE = words("after before since until till as")


class Clauses(Phrases):
    """The subjects of one sentence's verbs. `tokens` leaves out quotation marks; `plain` gives them."""

    def readings(self) -> Readings:
        """For each finite verb that some clause reaches, the subjects that it may have."""
        found: Readings = {}
        late: list[int] = []
        for at in starts(self):
            if at > self.first + 1 and self._goes_on(at):
                late.append(at)
            else:
                self._read(at, found)
        for at in late:
            # "..., and the minister was": a new clause only where nothing before "and" reaches the verb.
            if self._may_be_new(at) and any(verb < at for verb in found):
                self._read_late(at, found)
        return found

    def antecedents(self, relative: int) -> list[tuple[int, int]]:
        """The nouns that the relative pronoun at `relative` may stand for: heads and numbers, the nearest first."""
        return antecedents(self, relative)

    def _read(self, at: int, found: Readings) -> None:
        for verb, subject in verbs_of(self, at):
            found.setdefault(verb, []).append(subject)

    def _goes_on(self, at: int) -> bool:
        """Whether the clause before may go on at `at`, after "and" or after a preposition that also opens clauses."""
        before = self.tokens[at - 1]
        return before.tag == "CC" or (before.lower in _LOOSE and self.tokens[at].lower not in NOMINATIVE)

    def _may_be_new(self, at: int) -> bool:
        """Whether a new clause may begin at `at`: after "and" only with a comma, after no other conjunction but "but"."""
        before = self.tokens[at - 1]
        return (
            before.tag != "CC"
            or before.lower == "but"
            or (before.lower == "and" and self.tokens[at - 2].tag == ",")
        )

    def _read_late(self, at: int, found: Readings) -> None:
        before = self.tokens[at - 1].lower
        more: Readings = {}
        self._read(at, more)
        for verb, subjects in more.items():
            earlier = [subject for subject in found.get(verb, ()) if subject.start < at]
            if before in _LOOSE:
                # "Police ask witnesses to come forward after a statue was stolen": the nearer one may be the subject.
                if before != "as" and all(subject.apart for subject in earlier):
                    found.setdefault(verb, []).extend(subjects)
            elif not earlier:
                found.setdefault(verb, []).extend(subjects)
