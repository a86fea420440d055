"""Rules that are no entries of the rulebook, for the settings decide what they say."""

from __future__ import annotations

from collections.abc import Mapping

BUILTIN: Mapping[str, str] = {
    "readability/flesch": "The story's Flesch reading ease is below `min-flesch`.",
    "readability/grade": "The story's Flesch-Kincaid grade is above `max-grade`.",
    "readability/sentence-length": "A sentence has more words than `max-sentence-words`.",
    "readability/average-sentence": "Sentences have more words on average than `max-average-sentence-words`.",
    "readability/reading-time": "Reading the story takes longer than `max-reading-seconds`.",
    "words/rejected": "A word that the house words reject.",
    "words/name": "A name that nearly is one of the house words, or that they say is spelt otherwise.",
    "words/case": "A house word in other capitals.",
    "words/acronym": "An acronym of the house words whose full form does not stand before it.",
    "copydesk/unused-suppression": "A `copydesk: ignore` that silences nothing.",
    "copydesk/suppression-without-reason": "A `copydesk: ignore` that does not say why.",
}
"""Each id with why it speaks, in one line."""
