"""Articles that don't go with their noun: by its sound, by its number, because it is not counted, or because it is a name.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, sections 3 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.determiners.bodies import by_first_word, without_the
from editor.checks.determiners.mass import before_mass
from editor.checks.determiners.plurals import before_plurals
from editor.checks.determiners.sounds import before_sounds
from editor.checks.determiners.titles import before_titles
from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story


@check("determiners.sound")
def sound(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "a" before a vowel sound and "an" before a consonant."""
    for line in story.body:
        yield from before_sounds(line.words)


@check("determiners.plural")
def plural(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "a" or "an" whose noun is a plural."""
    for line in story.body:
        yield from before_plurals(line)


@check("determiners.mass")
def mass(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "a" or "an" before a noun that is not counted."""
    uncounted = story.lists["number-uncountable"]
    for line in story.body:
        yield from before_mass(line, uncounted)


@check("determiners.title")
def title(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "the" before a title and a name: "the US Secretary of State Antony Blinken"."""
    for line in story.body:
        yield from before_titles(line)


@check("determiners.body")
def body(story: Story, rule: Rule) -> Iterator[Hit]:
    """A name that takes "the" without it: "said United Nations", "in Netherlands"."""
    names = by_first_word(story.lists["articles-the"])
    for line in story.body:
        yield from without_the(line, names)
